"""つなぎ役: what holds apart things together, on a projection of one kind."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from plan_graph.network.found import Found, Item, Note, Value, guards, weaker
from plan_graph.network.graphs import local
from plan_graph.network.net import Net
from plan_graph.network.projections import PROJECTIONS, project
from plan_graph.vocab import PG

if TYPE_CHECKING:
    import networkx as nx

#: The whole graph mixes kinds: an action and an SDG cannot be compared by the ways through them.
WHOLE: Final = "whole"
#: How often more ways than on average lead through what is told, and how many are told.
_TIMES, _MOST = 2, 5
#: A way has two ends; what lies between them is a third.
_ENDS: Final = 2
#: From so many nodes on it pays to take a graph apart.
_LARGE: Final = 500
#: Never ranked, and told without figures.
_UNRANKED: Final = {local(PG.Department), local(PG.Actor)}


def bridges(whole: Net, projection: str) -> Found:
    """Find what holds apart things together in the projection of this name.

    First what cannot be left out without parting others (articulation points), then what lies on
    far more of the shortest ways between others than the average (betweenness), all in the order
    of print.
    """
    import networkx as nx

    if projection == WHOLE:
        return Found(WHOLE, nx.Graph(), refused=Note("mixed"))
    graph = project(whole, projection)
    warned, refused = guards(graph, cut=True)
    if refused:
        return Found(projection, graph, refused=refused)
    notes = list(warned)
    if len(PROJECTIONS[projection].kinds) > 1:
        notes.append(Note("two-kinds", {"kind": PROJECTIONS[projection].kinds[:1]}))
    kind = local(PROJECTIONS[projection].kinds[0])
    candidates = [iri for iri, each in graph.nodes(data="kind") if each == kind]
    scores = betweenness(graph)
    cut = _parted(graph, candidates)
    items = [_cutting(whole, graph, iri, parts) for iri, parts in cut.items()]
    busy = _busiest({iri: scores[iri] for iri in candidates if iri not in cut}, graph)
    items += [_between(whole, graph, iri, scores) for iri in whole.in_order(busy)]
    return Found(projection, graph, tuple(items), tuple(notes))


def betweenness(graph: "nx.Graph", sources: int = 0, seed: int = 0) -> dict[str, float]:
    """Return for each node how many shortest ways between two others lead through it.

    Of several shortest ways each counts for its part. With *sources*, ways from as many nodes,
    drawn by *seed*, stand for all. Of a large graph, parts that are not joined are counted one by
    one, which gives the same and does not grow with the square of their number.
    """
    import networkx as nx

    sampled = 0 < sources < graph.number_of_nodes()
    if sampled or graph.number_of_nodes() < _LARGE:
        scores: dict[str, float] = nx.betweenness_centrality(
            graph, k=sources if sampled else None, normalized=False, seed=seed if sampled else None
        )
        return scores
    scores = dict.fromkeys(graph, 0.0)
    for part in nx.connected_components(graph):
        if len(part) > _ENDS:
            scores |= nx.betweenness_centrality(graph.subgraph(part).copy(), normalized=False)
    return scores


def _parted(graph: "nx.Graph", candidates: Iterable[str]) -> dict[str, list[list[str]]]:
    """Return the candidates without which their part of the graph falls apart, and into what."""
    import networkx as nx

    cutting = set(nx.articulation_points(graph))
    order = {iri: at for at, iri in enumerate(graph)}
    found = {}
    for iri in candidates:
        if iri in cutting:
            own = nx.node_connected_component(graph, iri) - {iri}
            pieces = nx.connected_components(graph.subgraph(own))
            parts = [sorted(piece, key=order.__getitem__) for piece in pieces]
            found[iri] = sorted(parts, key=lambda part: (-len(part), order[part[0]]))
    return found


def _busiest(scores: Mapping[str, float], graph: "nx.Graph") -> list[str]:
    joined = [iri for iri in scores if graph.degree(iri)]
    mean = sum(scores[iri] for iri in joined) / len(joined) if joined else 0.0
    order = {iri: at for at, iri in enumerate(graph)}
    busy = sorted(joined, key=lambda iri: (-scores[iri], order[iri]))
    return [iri for iri in busy[:_MOST] if mean and scores[iri] >= _TIMES * mean]


def _cutting(whole: Net, graph: "nx.Graph", iri: str, parts: list[list[str]]) -> Item:
    """Tell what the smaller parts are that only *iri* joins to the rest."""
    rest, *smaller = parts
    apart = [each for part in smaller for each in part]
    return Item(
        "bridge-cut",
        (iri, *apart),
        {"element": (iri,), "apart": whole.in_order(apart), "rest": len(rest)},
        *_leaning(graph, iri, apart),
        same=(iri,),
    )


def _between(whole: Net, graph: "nx.Graph", iri: str, scores: Mapping[str, float]) -> Item:
    ends = whole.in_order(graph[iri])
    values: dict[str, Value] = {"element": (iri,), "count": len(ends), "ways": round(scores[iri])}
    unranked = graph.nodes[iri]["kind"] in _UNRANKED
    code = "bridge-way" if unranked else "bridge-ways"
    return Item(code, (iri, *ends), values, *_leaning(graph, iri, ends), same=(iri,))


def _leaning(
    graph: "nx.Graph", iri: str, ends: Iterable[str]
) -> tuple[tuple[tuple[str, str], ...], str]:
    """Return by what *iri* is joined to *ends*, and the weakest of the edges to them."""
    by: dict[str, str] = {}
    weakest = ""
    for end in ends:
        if not graph.has_edge(iri, end):
            continue
        edge = graph.edges[iri, end]
        for thing, basis in zip(edge["shared"], edge["bases"], strict=True):
            by.setdefault(thing, basis)
        weakest = weaker(weakest, edge["basis"])
    return tuple(by.items()), weakest
