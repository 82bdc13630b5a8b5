"""Peer of `plan-graph query`: a bare click command that loads, asks, names and prints."""

import click
from pyoxigraph import Literal, NamedNode, QuerySolutions, RdfFormat, Store, Variable
from told import GRAPH, NAMES, PG, question

BASE = "https://w3id.org/plan-graph/id/122068/"


@click.command()
@click.argument("asked")
@click.option("--vision")
def query(asked: str, vision: str | None) -> None:
    """Print the answer to ASKED, a name in queries/ or SPARQL, as TSV with names for IRIs."""
    store = Store()
    store.load(path=str(GRAPH), format=RdfFormat.TURTLE)
    bound = {}
    if vision:
        bound = {
            Variable("vision"): NamedNode(f"{BASE}vision/{vision}"),
            Variable("plan"): NamedNode(f"{BASE}plan/ap3"),
            Variable("lang"): Literal("ja"),
        }
    text = asked if "{" in asked else question(asked)
    found = store.query(text, substitutions=bound, prefixes={"pg": PG})
    assert isinstance(found, QuerySolutions)
    called = {row[0]: row[1].value for row in store.query(NAMES)}
    lines = ["\t".join(variable.value for variable in found.variables)]
    for row in found:
        cells = (called.get(term, term.value) if term else "" for term in row)
        lines.append("\t".join(cells))
    click.echo("\n".join(lines))


if __name__ == "__main__":
    query()
