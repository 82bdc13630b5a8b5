"""The graph from Python: load it, and ask what the commands ask; every answer is frozen.

Elements and kinds are named as people name them (ビジョン②, action 24, 担当課). *basis* is the
weakest basis that counts. What is wrong is raised as `plan_graph.PlanGraphError`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pyoxigraph import Store

from plan_graph import cross, questions, reasons, search
from plan_graph import graph as graphs
from plan_graph.errors import PlanGraphError
from plan_graph.kinds import find_kind
from plan_graph.lookup import Element, elements, find_both, find_element
from plan_graph.messages import fault
from plan_graph.resources import GRAPH
from plan_graph.sparql import ROWS, Answer
from plan_graph.vocab import BASIS_NAMES, PG

if TYPE_CHECKING:
    import networkx as nx
    import rdflib

Basis = Literal["stated", "matched", "estimated", "proposed"]


def load_graph(path: str | Path | None = None) -> "rdflib.Graph":
    """Return the graph in the Turtle file *path*, or the shipped one, over an Oxigraph store.

    >>> graph = load_graph()
    >>> len(graph) > 1000
    True
    """
    return graphs.load_graph(Path(path) if path else GRAPH)


def serves(
    graph: "rdflib.Graph", vision: str = "", *, basis: Basis = "estimated"
) -> tuple[reasons.VisionAnswer, ...]:
    """Answer which actions serve *vision*, or each vision.

    >>> [answer] = serves(load_graph(), "②", basis="matched")
    >>> answer.vision.name
    '自然とともにあるまち'
    """
    store, known = _view(graph, basis)
    chosen = find_element(known, vision, kinds=[PG.Vision], place="vision") if vision else None
    return tuple(reasons.serves(store, known, chosen))


def explain(
    graph: "rdflib.Graph", first: str, second: str, *, basis: Basis = "estimated"
) -> tuple[reasons.Way, ...]:
    """Return every way between two elements, the strongest first, with the source of each step.

    >>> ways = explain(load_graph(), "取組19", "ビジョン②", basis="matched")
    >>> [step.predicate.rpartition("#")[2] for step in ways[0].steps]
    ['partOf', 'aimsAt', 'serves']
    """
    store, known = _view(graph, basis)
    return tuple(reasons.explain(store, *find_both(known, first, second)))


def ask(
    graph: "rdflib.Graph",
    question: str,
    values: Mapping[str, str] | None = None,
    *,
    basis: Basis = "estimated",
    rows: int = ROWS,
) -> Answer:
    """Ask the *question* of the library that has this name; *values* are its parameters.

    The answer holds RDF terms and at most *rows* rows; its `cut` tells whether there were more.

    >>> answer = ask(load_graph(), "actions-of-vision", {"vision": "②"}, basis="matched")
    >>> answer.variables[:2], len(answer.rows) > 0, answer.cut
    (('vision', 'action'), True, False)
    """
    asked = questions.find_question(question)
    store, known = _view(graph, basis)
    return questions.ask(store, asked, known, values, rows=rows)


def cross_table(  # noqa: PLR0913 - what to cross, and three options
    graph: "rdflib.Graph",
    rows: str,
    columns: str,
    *,
    through: str = "",
    keep_empty: bool = True,
    basis: Basis = "estimated",
) -> cross.CrossTable:
    """Cross the elements of two kinds, joined by relations or by what both are related to.

    >>> table = cross_table(load_graph(), "取組", "vision", basis="matched")
    >>> len(table.rows), [column.mark for column in table.columns]
    (37, ['①', '②', '③', '④', '⑤', '⑥', '⑦'])
    """
    kinds = find_kind(rows, place="rows"), find_kind(columns, place="columns")
    middle = find_kind(through, place="through") if through else ""
    store, known = _view(graph, basis)
    return cross.cross_table(store, known, *kinds, through=middle, keep_empty=keep_empty)


@dataclass(frozen=True, slots=True)
class Picture:
    """A page of the マンダラ: *html* is the whole of it; a notebook shows it in a frame."""

    html: str = field(repr=False)
    #: how many elements of the answer are lit
    lit: int

    def _repr_html_(self) -> str:
        """Return the page in a frame of its own, so that its script and style stay inside."""
        frame = 'style="width:100%;aspect-ratio:16/9;border:0" title="マンダラ mandala"'
        return f'<iframe {frame} srcdoc="{escape(self.html, quote=True)}"></iframe>'


def on_mandala(
    graph: "rdflib.Graph",
    found: Answer | Iterable[str] = (),
    *,
    basis: Basis = "estimated",
    lang: Literal["ja", "en"] = "ja",
) -> Picture:
    """Show an answer, or the elements with the IRIs *found*, lit on the standing マンダラ.

    >>> graph = load_graph()
    >>> on_mandala(graph, ask(graph, "actions-of-vision", {"vision": "②"}, basis="matched")).lit
    7
    """
    from plan_graph.answers import Page
    from plan_graph.mandala import write
    from plan_graph.results import elements_of

    store, known = _view(graph, basis)
    page = Page(store, known, BASIS_NAMES[basis], lang)
    lit = elements_of(found, known) if isinstance(found, Answer) else found
    made = write(page, found=lit)
    return Picture(str(made.content), made.lit)


def find(graph: "rdflib.Graph", text: str, *, basis: Basis = "estimated") -> tuple[search.Hit, ...]:
    """Return the elements that are called *text*, wholly or in part; the best come first.

    >>> find(load_graph(), "ﾋｶﾞﾀ")[0].element.named("ja")
    '取組20「干潟の保全・活用」'
    """
    return search.find(*_view(graph, basis), text).hits


def to_networkx(graph: "rdflib.Graph", *, basis: Basis = "estimated") -> "nx.MultiDiGraph":
    """Return the graph as a typed multigraph of NetworkX; `network.graphs` tells its attributes.

    >>> whole = to_networkx(load_graph(), basis="matched")
    >>> sorted({basis for *_, basis in whole.edges(data="effective_basis")})
    ['Matched', 'Stated']
    """
    from plan_graph import network

    return network.multigraph(*_view(graph, basis))


def projection(graph: "rdflib.Graph", name: str, *, basis: Basis = "estimated") -> "nx.Graph":
    """Return a projection of the graph: elements of one or two kinds, joined by what they share.

    Its names are action-action, department-department, theme-theme, actor-theme, measure-goal;
    `network.projections` tells the attributes.

    >>> actions = projection(load_graph(), "action-action")
    >>> {kind for _, kind in actions.nodes(data="kind")}
    {'Action'}
    """
    from plan_graph import network

    return network.project(network.net(*_view(graph, basis)), name)


def _view(graph: "rdflib.Graph", basis: str) -> tuple[Store, dict[str, Element]]:
    """Return the view of *graph* by *basis* as it is now, and the elements in it."""
    if basis not in BASIS_NAMES:
        raise PlanGraphError([fault("basis", "no-basis", text=basis, known=", ".join(BASIS_NAMES))])
    store = graphs.view(graphs.as_oxigraph(graph), BASIS_NAMES[basis])
    return store, elements(store)
