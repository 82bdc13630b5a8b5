"""Peer of `plan-graph serves`: the same with plain rdflib, and without click, to its favour."""

import sys
from collections.abc import Iterator

import rdflib
from told import GRAPH, Row, tell


def main() -> None:
    """Print which actions serve the vision of the first argument, on the basis of the second."""
    graph = rdflib.Graph().parse(GRAPH, format="turtle")

    def ask(query: str, bound: str) -> Iterator[Row]:
        values = {"vision": rdflib.URIRef(bound)} if bound else {}
        for row in graph.query(query, initBindings=values):
            assert isinstance(row, rdflib.query.ResultRow)
            yield {name: str(term) for name, term in row.asdict().items()}

    sys.stdout.reconfigure(encoding="utf-8")
    print(tell(ask, *sys.argv[1:]))


if __name__ == "__main__":
    main()
