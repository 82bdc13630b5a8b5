"""Graphs of NetworkX: what the structure of a plan says, read out of chosen projections.

`ask` answers one finding of a view, and the same of what only documents say. `Found.items` are
sentences to fill with the elements to light on a picture; `Found.graph` is what was looked at.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Store

from plan_graph.lookup import Element
from plan_graph.network.candidates import alike, simultaneous
from plan_graph.network.found import Found, Item, Note, Setting, setting
from plan_graph.network.graphs import multigraph
from plan_graph.network.groups import groups
from plan_graph.network.joints import WHOLE, bridges
from plan_graph.network.meetings import meetings
from plan_graph.network.missed import missed, scores
from plan_graph.network.net import Net, net
from plan_graph.network.projections import PROJECTIONS, project
from plan_graph.network.supports import supports, thin
from plan_graph.network.ways import triples, ways
from plan_graph.network.what_if import what_if

__all__ = [
    "FINDINGS",
    "OFFICE_ONLY",
    "PROJECTIONS",
    "WHAT_IF",
    "WHOLE",
    "Finding",
    "Found",
    "Item",
    "Net",
    "Note",
    "Setting",
    "ask",
    "compare",
    "multigraph",
    "net",
    "project",
    "setting",
    "triples",
]

#: The findings in the order in which they are told.
FINDINGS: Final = (
    "simultaneous",
    "bridges",
    "supports",
    "thin",
    "alike",
    "meetings",
    "groups",
    "ways",
    "missed",
)
#: The name of a comparison of before and after.
WHAT_IF: Final = "what-if"
#: What only people of the office may see: statuses, and what would be lost without somebody.
OFFICE_ONLY: Final = ("missed", WHAT_IF)
#: Where nothing else is asked for, who holds the departments together is.
_PROJECTION: Final = "department-department"


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding of a view, and the same of what only documents say."""

    name: str
    found: Found
    documents: Found

    @property
    def setting(self) -> Setting:
        """How much was looked at, and how much of it rests on estimates."""
        return setting(self.found.graph)

    def stands(self, item: Item) -> bool:
        """Whether documents alone say the same."""
        return item.key in {each.key for each in self.documents.items}


def ask(
    store: Store,
    known: Mapping[str, Element],
    name: str,
    *,
    projection: str = "",
    ends: tuple[str, str] = ("", ""),
) -> Finding:
    """Answer the finding *name* of the view *store*, and again of what documents alone say.

    *projection* is for "bridges", *ends* are the two elements of "ways".
    """
    printed = scores(store) if name in OFFICE_ONLY else []
    measures: Mapping[str, Callable[[Net], Found]] = {
        "simultaneous": simultaneous,
        "bridges": lambda whole: bridges(whole, projection or _PROJECTION),
        "supports": supports,
        "thin": thin,
        "alike": alike,
        "meetings": meetings,
        "groups": groups,
        "ways": lambda whole: ways(whole, *ends),
        "missed": lambda whole: missed(whole, printed),
    }
    whole = net(store, known)
    return Finding(name, measures[name](whole), measures[name](whole.documents()))


def compare(store: Store, known: Mapping[str, Element], stopped: Iterable[str]) -> Finding:
    """Tell what changes in the view *store* when the elements *stopped* are gone."""
    whole, gone = net(store, known), tuple(stopped)
    return Finding(WHAT_IF, what_if(whole, gone), what_if(whole.documents(), gone))
