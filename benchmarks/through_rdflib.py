"""Measure what questions cost through `load_graph`'s rdflib.Graph instead of its bare store.

Both lie over the same data, run in this process in turn (A B A B …) and give the same number of
rows; the medians and the median of the ratios pair by pair are told.
"""

import argparse
import time
from collections.abc import Callable
from statistics import median

from pyoxigraph import QuerySolutions

from plan_graph import api
from plan_graph.graph import as_oxigraph, base_of, load_store
from plan_graph.questions import find_question
from plan_graph.resources import GRAPH
from plan_graph.sparql import prefixes

QUESTIONS = ("departments", "missed-targets", "estimates-only")


def seconds(call: Callable[[], int]) -> tuple[float, int]:
    """Return how long *call* takes, and how many rows it gives."""
    start = time.perf_counter()
    rows = call()
    return time.perf_counter() - start, rows


def row(name: str, through: Callable[[], int], bare: Callable[[], int], pairs: int) -> str:
    """Return the line of the table that compares the two calls."""
    runs = [(seconds(through), seconds(bare)) for _ in range(pairs + 1)][1:]
    assert all(first[1] == second[1] for first, second in runs), name
    ours, theirs = ([run[at][0] for run in runs] for at in (0, 1))
    ratio = median(first / second for first, second in zip(ours, theirs, strict=True))
    ms = (median(each) * 1000 for each in (ours, theirs))
    return "| {} | {} | {:.1f} | {:.1f} | {:.2f} |".format(name, runs[0][0][1], *ms, ratio)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="What questions cost through rdflib.")
    parser.add_argument("--pairs", type=int, default=31, help="counted pairs of runs (31)")
    pairs = parser.parse_args().pairs
    graph = api.load_graph()
    store = as_oxigraph(graph)
    known = prefixes(base_of(store))

    def solutions(text: str) -> QuerySolutions:
        found = store.query(text, prefixes=known)
        assert isinstance(found, QuerySolutions), "the question is a SELECT"
        return found

    def both(text: str) -> tuple[Callable[[], int], Callable[[], int]]:
        return (
            lambda: len(list(graph.query(text, initNs=known))),
            lambda: len(list(solutions(text))),
        )

    print("| | rows | rdflib ms | store ms | ratio |\n|---|---:|---:|---:|---:|")
    for name in QUESTIONS:
        print(row(f"`{name}`", *both(find_question(name).text), pairs))
    print(row("every triple", lambda: sum(1 for _ in graph), lambda: sum(1 for _ in store), pairs))
    read = (lambda: len(api.load_graph()), lambda: len(load_store(GRAPH)))
    print(row("reading the file", *read, pairs))


if __name__ == "__main__":
    main()
