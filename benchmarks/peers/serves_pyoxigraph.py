"""Peer of `plan-graph serves`: a bare click command that loads, asks and prints with pyoxigraph."""

from collections.abc import Iterator

import click
from pyoxigraph import NamedNode, QuerySolutions, RdfFormat, Store, Variable
from told import GRAPH, Row, tell


@click.command()
@click.argument("vision")
@click.option("--basis", type=click.Choice(["stated", "matched", "estimated"]), default="estimated")
def serves(vision: str, basis: str) -> None:
    """Print which actions serve VISION."""
    store = Store()
    store.load(path=str(GRAPH), format=RdfFormat.TURTLE)

    def ask(query: str, bound: str) -> Iterator[Row]:
        values = {Variable("vision"): NamedNode(bound)} if bound else {}
        found = store.query(query, substitutions=values)
        assert isinstance(found, QuerySolutions)
        names = [variable.value for variable in found.variables]
        for row in found:
            yield {name: term.value for name, term in zip(names, row, strict=True) if term}

    click.echo(tell(ask, vision, basis))


if __name__ == "__main__":
    serves()
