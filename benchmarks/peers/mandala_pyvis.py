"""Peer of `plan-graph mandala`: pyvis writes the same elements and links, at fixed places.

Which elements those are, a list of IRIs says, a line each; everything else is read from the graph.
"""

import math
import sys
from pathlib import Path

from pyoxigraph import QuerySolutions, RdfFormat, Store
from pyvis.network import Network
from told import GRAPH

PG = "https://w3id.org/plan-graph/ns#"
#: What the picture does not draw as a line: what it leaves out, and what it shows as a tag.
NOT_DRAWN = ("inPlan", "inProject", "drawnIn", "hasIndicator", "hasAspect", "unitOf")
LINKS = """
PREFIX pg: <https://w3id.org/plan-graph/ns#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
SELECT DISTINCT ?s ?sn ?p ?o ?on {
  ?link rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o .
  FILTER NOT EXISTS { ?link pg:current false }
  ?s pg:name ?sn . ?o pg:name ?on .
} ORDER BY ?s ?p ?o
"""


def main() -> None:
    """Write the picture to the second argument, of the elements listed in the first."""
    kept = set(Path(sys.argv[1]).read_text(encoding="utf-8").split())
    store = Store()
    store.load(path=str(GRAPH), format=RdfFormat.TURTLE)
    found = store.query(LINKS)
    assert isinstance(found, QuerySolutions)
    rows = [[term.value for term in row] for row in found]
    rows = [row for row in rows if kept >= {row[0], row[3]}]
    rows = [row for row in rows if row[2].removeprefix(PG) not in NOT_DRAWN]
    names = {end: name for s, sn, _, o, on in rows for end, name in ((s, sn), (o, on))}
    names |= {iri: iri for iri in kept - names.keys()}
    network = Network(directed=True, cdn_resources="in_line")
    for at, (iri, name) in enumerate(names.items()):
        angle = 2 * math.pi * at / len(names)
        x, y = 1000 * math.cos(angle), 1000 * math.sin(angle)
        network.add_node(iri, label=name, x=x, y=y, physics=False)
    for s, _, p, o, _ in rows:
        network.add_edge(s, o, title=p)
    network.toggle_physics(False)
    Path(sys.argv[2]).write_text(network.generate_html(), encoding="utf-8")
    print(len(names), len(rows))


if __name__ == "__main__":
    main()
