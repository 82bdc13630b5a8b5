"""A knowledge graph of a city's plans in which every line can say why it is there."""

from typing import TYPE_CHECKING

__version__ = "0.1.0"
__all__ = [
    "Answer",
    "CrossTable",
    "Element",
    "Hit",
    "Picture",
    "PlanGraphError",
    "VisionAnswer",
    "Way",
    "__version__",
    "ask",
    "cross_table",
    "explain",
    "find",
    "load_graph",
    "on_mandala",
    "projection",
    "serves",
    "to_networkx",
]

if TYPE_CHECKING:
    from plan_graph.api import (
        Picture,
        ask,
        cross_table,
        explain,
        find,
        load_graph,
        on_mandala,
        projection,
        serves,
        to_networkx,
    )
    from plan_graph.cross import CrossTable
    from plan_graph.errors import PlanGraphError
    from plan_graph.lookup import Element
    from plan_graph.reasons import VisionAnswer, Way
    from plan_graph.search import Hit
    from plan_graph.sparql import Answer
else:
    # Every command starts by importing this module, so what it offers is imported when asked for.
    _PLACES = {
        "Answer": "sparql",
        "CrossTable": "cross",
        "Element": "lookup",
        "Hit": "search",
        "PlanGraphError": "errors",
        "VisionAnswer": "reasons",
        "Way": "reasons",
        **dict.fromkeys(("Picture", "ask", "cross_table", "explain", "find"), "api"),
        **dict.fromkeys(("load_graph", "on_mandala", "projection", "serves", "to_networkx"), "api"),
    }

    def __getattr__(name: str) -> object:
        """Import the module that *name* stands in (PEP 562), once."""
        from importlib import import_module

        if name not in _PLACES:
            message = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(message)
        found = getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)
        globals()[name] = found
        return found

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
