"""Measure the findings against plain NetworkX of the same algorithm, and among many cities.

    python benchmarks/network.py                    # ratios on the released graph
    python benchmarks/network.py growth GRAPH …     # the same of several graphs in one store
    python benchmarks/network.py betweenness GRAPH …  # 200 sources: NetworkX and igraph

Graphs of invented cities are written by `benchmarks/synthetic.py`.
"""

import sys
import time
from collections.abc import Callable, Sequence
from itertools import combinations
from pathlib import Path
from statistics import median
from typing import Any

import igraph
import networkx as nx

from plan_graph import network
from plan_graph.graph import load_store, narrow
from plan_graph.lookup import elements
from plan_graph.network.candidates import _apart, _served
from plan_graph.network.groups import communities
from plan_graph.network.joints import betweenness
from plan_graph.network.ways import _steps
from plan_graph.resources import GRAPH
from plan_graph.vocab import PG

ROUNDS, BOUND, SOURCES = 15, 1.2, 200


def timed(ours: Callable[[], Any], theirs: Callable[[], Any]) -> tuple[float, float, float]:
    """Run both in turn after a warm-up; return their medians in ms, and the median ratio."""
    taken: list[tuple[float, float]] = []
    for _ in range(ROUNDS + 1):
        pair = []
        for run in (ours, theirs):
            start = time.perf_counter()
            run()
            pair.append((time.perf_counter() - start) * 1000)
        taken.append((pair[0], pair[1]))
    first, second = (median(column) for column in zip(*taken[1:], strict=True))
    return first, second, median(one / other for one, other in taken[1:])


def ratios() -> None:
    """Print each measure against plain NetworkX on the same projection of the released graph."""
    store = narrow(load_store(GRAPH), PG.Estimated)
    known = elements(store)
    whole = network.net(store, known)
    cases: dict[str, tuple[Callable[[], Any], Callable[[], Any]]] = {}
    for name in network.PROJECTIONS:
        graph = network.project(whole, name)
        cases[f"betweenness, {name}"] = (
            lambda graph=graph: betweenness(graph),
            lambda graph=graph: nx.betweenness_centrality(graph, normalized=False),
        )
    actions = network.project(whole, "action-action")

    def louvain() -> None:
        found = nx.community.louvain_communities(actions, weight="weight", seed=0)
        nx.community.modularity(actions, found, weight="weight")

    cases["groups (Louvain)"] = (lambda: communities(actions), louvain)
    served = _served(whole)
    doing = [iri for iri in whole.of_kind(PG.Action) if served.has_node(iri)]

    def adamic_adar() -> None:
        pairs = [
            (one, other)
            for one, other in combinations(doing, 2)
            if len(nx.common_neighbors(served, one, other)) > 1
        ]
        list(nx.adamic_adar_index(served, pairs))

    cases["alike (Adamic-Adar)"] = (
        lambda: list(nx.adamic_adar_index(served, list(_apart(whole, served)))),
        adamic_adar,
    )
    steps = _steps(whole, set())
    first, second = (next(iter(whole.of_kind(kind))) for kind in (PG.Action, PG.Vision))
    cases["ways, the graph given"] = (
        lambda: next(nx.shortest_simple_paths(steps, first, second, weight="cost")),
        lambda: nx.dijkstra_path(steps, first, second, weight="cost"),
    )
    for name, (ours, theirs) in cases.items():
        one, other, ratio = timed(ours, theirs)
        holds = "yes" if ratio <= BOUND else "no"
        print(f"{name:38} {one:9.2f} ms {other:9.2f} ms  {ratio:5.2f}  <= {BOUND}: {holds}")


def growth(paths: Sequence[Path]) -> None:
    """Print how long each finding takes of all *paths* in one store, documents included."""
    store = narrow(load_store(*paths), PG.Estimated)
    known = elements(store)
    start = time.perf_counter()
    whole = network.net(store, known)
    print(f"{len(paths)} cities, {len(known)} elements, {len(whole.links)} links")
    print(f"{'the net itself':16} {time.perf_counter() - start:8.2f} s")
    ends = (whole.of_kind(PG.Action)[0], whole.of_kind(PG.Vision)[0])
    for name in network.FINDINGS:
        start = time.perf_counter()
        found = network.ask(store, known, name, ends=ends)
        taken = time.perf_counter() - start
        print(f"{name:16} {taken:8.2f} s  {len(found.found.items)} found", flush=True)


def sampled(paths: Sequence[Path]) -> None:
    """Print betweenness of the whole graph from 200 sources, by NetworkX and by igraph."""
    store = narrow(load_store(*paths), PG.Estimated)
    graph = nx.Graph(network.multigraph(store, elements(store)))
    print(f"{len(paths)} cities: {graph}")
    sources = sorted(graph)[:: max(1, len(graph) // SOURCES)][:SOURCES]
    start = time.perf_counter()
    ours = nx.betweenness_centrality_subset(graph, sources, list(graph), normalized=False)
    plain = time.perf_counter() - start
    start = time.perf_counter()
    fast = igraph.Graph.from_networkx(graph)
    at = {name: number for number, name in enumerate(fast.vs["_nx_name"])}
    loaded = time.perf_counter() - start
    scores = fast.betweenness(directed=False, sources=[at[each] for each in sources])
    taken = time.perf_counter() - start
    worst = max(
        abs(ours[name] - scores[number]) / max(1.0, scores[number]) for name, number in at.items()
    )
    print(f"NetworkX {plain:.2f} s; igraph {taken:.2f} s, of which {loaded:.2f} s to hand over")
    print(f"ratio {plain / taken:.1f}; largest difference of scores {worst:.2e}")


def main() -> None:
    """Measure what the arguments ask for."""
    what, *names = sys.argv[1:] or ["ratios"]
    paths = [Path(name) for name in names]
    {"ratios": lambda _: ratios(), "growth": growth, "betweenness": sampled}[what](paths)


if __name__ == "__main__":
    main()
