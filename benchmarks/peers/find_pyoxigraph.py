"""Peer of `plan-graph find`: bare click and pyoxigraph look for a part of all names."""

import click
from pyoxigraph import Literal, QuerySolutions, RdfFormat, Store, Variable
from told import GRAPH, PG

SKOS = "http://www.w3.org/2004/02/skos/core#"
LABELS = f"""SELECT DISTINCT ?element ?name ?kind ?wanted {{
  ?element <{PG}name> ?name ; a ?kind .
  {{ ?element <{PG}name>|<{PG}shortLabel>|<{PG}reading>|<{SKOS}prefLabel>|<{SKOS}altLabel> ?text }}
  UNION {{ ?element <{SKOS}notation>|<{PG}printedNotation> ?text }}
  UNION {{ ?wording <{PG}ofElement> ?element ; <{PG}text> ?text }}
  FILTER(CONTAINS(LCASE(STR(?text)), LCASE(?wanted))) }}"""


@click.command()
@click.argument("wanted")
def find(wanted: str) -> None:
    """Print the elements that are called WANTED in part."""
    store = Store()
    store.load(path=str(GRAPH), format=RdfFormat.TURTLE)
    found = store.query(LABELS, substitutions={Variable("wanted"): Literal(wanted)})
    assert isinstance(found, QuerySolutions)
    rows = sorted((kind.value.removeprefix(PG), name.value) for _, name, kind, _ in found)
    click.echo("\n".join("\t".join(row) for row in rows))


if __name__ == "__main__":
    find()
