"""Peer of `plan-graph show`: bare click and pyoxigraph print all that is said of one element."""

import click
from pyoxigraph import NamedNode, QuerySolutions, RdfFormat, Store, Variable
from told import GRAPH, NAMES, PG

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
PROV = "http://www.w3.org/ns/prov#"
ABOUT = f"""SELECT DISTINCT ?element ?node ?property ?value {{
  {{ ?element <{RDF}type> ?kind BIND(?element AS ?node) }}
  UNION {{ ?node <{RDF}subject>|<{RDF}object> ?element }}
  UNION {{ ?link <{RDF}subject>|<{RDF}object> ?element ; <{PROV}wasDerivedFrom> ?node }}
  UNION {{ ?node <{PG}ofElement>|<{PG}assesses>|<{PG}ofIndicator> ?element }}
  UNION {{ ?element <{PG}hasIndicator> ?node }}
  UNION {{ ?element <{PG}hasIndicator>/^<{PG}ofIndicator> ?node }}
  ?node ?property ?value }}"""


@click.command()
@click.argument("number")
def show(number: str) -> None:
    """Print what the graph says of the action NUMBER, a line a node, with names for IRIs."""
    store = Store()
    store.load(path=str(GRAPH), format=RdfFormat.TURTLE)
    element = NamedNode(f"https://w3id.org/plan-graph/id/122068/action/ap3-{number}")
    called = {row[0]: row[1].value for row in store.query(NAMES)}
    found = store.query(ABOUT, substitutions={Variable("element"): element})
    assert isinstance(found, QuerySolutions)
    said: dict[str, list[str]] = {}
    for _, node, name, value in found:
        told = called.get(value, value.value)
        said.setdefault(node.value, []).append(f"{name.value.rsplit('#')[-1]}: {told}")
    click.echo("\n".join(f"{node}\n  " + "\n  ".join(sorted(said[node])) for node in sorted(said)))


if __name__ == "__main__":
    show()
