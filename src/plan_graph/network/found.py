"""What a finding is: sentences to fill, each with its evidence, and the guards around them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from plan_graph.network.net import DOCUMENTS, Ends
from plan_graph.network.projections import BASIS

if TYPE_CHECKING:
    import networkx as nx

#: Fewer elements than this hold nothing apart, and form no groups.
FEWEST: Final = 5
#: What a sentence is filled with: elements to be named, a number, or a text.
Value = tuple[str, ...] | int | str


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that the structure says: a sentence of the catalogue, and what it leans on."""

    #: the sentence, ``network.said-{code}``
    code: str
    #: what it tells of, to be lit on a picture; the first is the one it is about
    elements: tuple[str, ...]
    values: Mapping[str, Value]
    #: each element that it leans on, with the ground
    evidence: tuple[tuple[str, str], ...] = ()
    #: the weakest ground that it needs
    basis: str = ""
    #: what makes it the same thing in another view; all its elements unless told
    same: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, ...]:
        """What makes it the same thing in another view."""
        return self.same or self.elements


@dataclass(frozen=True, slots=True)
class Note:
    """A remark of the catalogue: a guard, a limit, or how something was counted."""

    code: str
    values: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Found:
    """What one finding says of one view."""

    #: what was looked at: names of projections as in `PROJECTIONS`, or another graph's
    projection: str
    #: the graph that was looked at, with what its edges rest on; a picture needs no more
    graph: "nx.Graph"
    items: tuple[Item, ...] = ()
    notes: tuple[Note, ...] = ()
    #: why nothing was computed
    refused: Note | None = None

    @property
    def lit(self) -> tuple[str, ...]:
        """All elements that the sentences tell of, to be lit on a picture."""
        return tuple(dict.fromkeys(iri for item in self.items for iri in item.elements))


@dataclass(frozen=True, slots=True)
class Setting:
    """How much a finding looked at, and how much of it rests on estimates."""

    nodes: int
    #: nodes that nothing joins to another
    isolated: int
    #: parts that are not joined to each other, isolated nodes aside
    parts: int
    edges: int
    estimated: int

    @property
    def mostly_estimated(self) -> bool:
        """Whether more than half of it rests on estimates or on less."""
        return self.estimated * 2 > self.edges


def setting(graph: "nx.Graph") -> Setting:
    """Count what *graph* holds."""
    import networkx as nx

    isolated = nx.number_of_isolates(graph)
    weak = {BASIS[strength] for strength in BASIS if strength < DOCUMENTS}
    return Setting(
        nodes=graph.number_of_nodes(),
        isolated=isolated,
        parts=sum(1 for part in nx.connected_components(graph) if len(part) > 1),
        edges=graph.number_of_edges(),
        estimated=sum(basis in weak for *_, basis in graph.edges(data="basis")),
    )


def guards(graph: "nx.Graph", *, cut: bool = False) -> tuple[tuple[Note, ...], Note | None]:
    """Return what to warn of, and why not to compute at all.

    *cut* says that the measure reads ways through the whole graph, which parts and a small
    number of elements deprive of their meaning.
    """
    of = setting(graph)
    if not of.edges:
        return (), Note("empty", {"nodes": of.nodes})
    joined = of.nodes - of.isolated
    if cut and joined < FEWEST:
        return (), Note("tiny", {"nodes": joined, "fewest": FEWEST})
    warned = []
    if cut and of.parts > 1:
        warned.append(Note("parts", {"parts": of.parts}))
    if of.isolated:
        warned.append(Note("isolated", {"count": of.isolated}))
    if of.mostly_estimated:
        warned.append(Note("mostly-estimated"))
    return tuple(warned), None


def evidence_of(ends: Ends, order: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return elements in the order *order*, each with the name of its ground."""
    return tuple((iri, BASIS[ends[iri]]) for iri in order)


def weaker(*names: str) -> str:
    """Return the weakest of bases by their names; an empty name says nothing.

    >>> weaker("", "Stated", "Estimated")
    'Estimated'
    """
    order = ("", *reversed(BASIS.values()))
    return min(filter(None, names), key=order.index, default="")


def stronger(*names: str) -> str:
    """Return the strongest of bases by their names.

    >>> stronger("Matched", "Stated", "Estimated")
    'Stated'
    """
    return min(names, key=list(BASIS.values()).index)
