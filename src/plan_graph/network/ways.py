"""Ways between two elements, the cheapest by its grounds first."""

from collections.abc import Iterator
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Final

from plan_graph.network.found import Found, Item, Note, Value, weaker
from plan_graph.network.graphs import add_elements
from plan_graph.network.net import Net
from plan_graph.network.projections import BASIS
from plan_graph.vocab import PG, STRENGTH

if TYPE_CHECKING:
    import networkx as nx

#: What a step costs by its ground: three stated ones are rather taken than one estimate.
_COST: Final = {STRENGTH[PG.Stated]: 1, STRENGTH[PG.Matched]: 2, STRENGTH[PG.Estimated]: 4}
_DEAREST: Final = 8
#: Nearly everything is in them or has them, so that a way through them says nothing.
_FRAMES: Final = {
    *(PG.Municipality, PG.Plan, PG.Mandala, PG.SourceDocument, PG.Unit),
    *(PG.Aspect, PG.Principle, PG.ViewPoint),
}
#: So many ways are told.
_MOST: Final = 3


def ways(whole: Net, first: str, second: str) -> Found:
    """Find the ways from *first* to *second* that lean on the best grounds.

    Steps that a rule derived are left out, since the steps they follow from say more.
    """
    import networkx as nx

    graph = _steps(whole, {first, second})
    found: list[list[str]] = []
    try:
        found = list(islice(nx.shortest_simple_paths(graph, first, second, weight="cost"), _MOST))
    except nx.NetworkXNoPath:
        return Found("steps", graph, notes=(Note("no-way"),))
    items = [_way(graph, number, path) for number, path in enumerate(found, start=1)]
    used = graph.subgraph({iri for path in found for iri in path})
    return Found("steps", used, tuple(items), (Note("cost"),))


def _steps(whole: Net, ends: set[str]) -> "nx.Graph":
    """Return the undirected graph of what is said itself; of two relations the better founded."""
    import networkx as nx

    kept = {iri for iri, each in whole.known.items() if iri in ends or each.kind not in _FRAMES}
    graph = nx.Graph()
    add_elements(graph, (whole.known[iri] for iri in kept))
    links = (link for link in whole.links.values() if not link.premises)
    for link in sorted(links, key=lambda link: (-link.strength, link.triple)):
        subject, _, obj = link.triple
        if {subject, obj} <= kept and not graph.has_edge(subject, obj):
            graph.add_edge(
                subject,
                obj,
                triple=link.triple,
                cost=_COST.get(link.strength, _DEAREST),
                basis=BASIS[link.strength],
            )
    return graph


def _way(graph: "nx.Graph", number: int, path: list[str]) -> Item:
    steps = [graph.edges[pair] for pair in pairwise(path)]
    told = tuple(each for step in steps for each in step["triple"])
    grounds = tuple((iri, step["basis"]) for iri, step in zip(path[1:], steps, strict=True))
    values: dict[str, Value] = {"number": number, "steps": told, "count": len(steps)}
    return Item("way", tuple(path), values, grounds, weaker(*(step["basis"] for step in steps)))


def triples(item: Item) -> Iterator[tuple[str, str, str]]:
    """Yield the steps of a way."""
    told = item.values["steps"]
    assert isinstance(told, tuple), "a way is told by its steps"
    for at in range(0, len(told), 3):
        subject, predicate, obj = told[at : at + 3]
        yield subject, predicate, obj
