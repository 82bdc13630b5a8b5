"""The graph of NetworkX: every element a node, every relation an edge with its ground.

Attributes of a node: ``kind`` (as in the ontology), ``name`` (Japanese), ``name_en``, ``mark``
(the printed number) and ``plan`` (IRI, or empty). Attributes of an edge, whose key is the
relation: ``relation``, ``basis`` and ``effective_basis`` of its strongest link, ``confirmation``,
``links`` (how many pieces of evidence it has), ``through_measure`` (whether only the measure
passes it on), and ``weight``: 4 stated, 3 matched, 2 estimated, 1 proposed.
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from pyoxigraph import Store

from plan_graph.cross import printed_place
from plan_graph.edges import Edge
from plan_graph.edges import edges as edges_of
from plan_graph.graph import select
from plan_graph.lookup import Element
from plan_graph.vocab import PG, RDF, STRENGTH

if TYPE_CHECKING:
    import networkx as nx

_CONFIRMED = f"""
SELECT ?subject ?predicate ?object ?state
WHERE {{ ?link <{PG.confirmation}> ?state ; <{RDF.subject}> ?subject ;
  <{RDF.predicate}> ?predicate ; <{RDF.object}> ?object }}
"""


def local(term: str) -> str:
    """Return the name of a term without its namespace.

    >>> local(PG.serves), local("http://metadata.un.org/sdg/ontology#Goal")
    ('serves', 'Goal')
    """
    return term.rpartition("#")[2]


def multigraph(store: Store, known: Mapping[str, Element]) -> "nx.MultiDiGraph":
    """Return the view *store* as a typed multigraph, in the order of print.

    Its nodes are the IRIs of all elements of a kind that stands in any relation, those without
    one included; where there is no relation, those of all elements. Links out of date are no part
    of a view, so each edge is current.
    """
    import networkx as nx

    confirmed = {
        (subject.value, predicate.value, obj.value): local(state.value)
        for subject, predicate, obj, state in select(store, _CONFIRMED)
    }
    found = sorted(edges_of(store, known), key=lambda e: _place(e, known))
    kinds = {known[end].kind for edge in found for end in (edge.subject, edge.object)}
    graph = nx.MultiDiGraph()
    add_elements(graph, (each for each in known.values() if not kinds or each.kind in kinds))
    for edge in found:
        triple = (edge.subject, edge.predicate, edge.object)
        graph.add_edge(
            edge.subject,
            edge.object,
            key=local(edge.predicate),
            relation=local(edge.predicate),
            basis=local(edge.ground.basis),
            effective_basis=local(edge.ground.effective),
            confirmation=confirmed.get(triple, local(PG.Unconfirmed)),
            links=len(edge.grounds),
            through_measure=edge.through_measure,
            weight=STRENGTH[edge.ground.effective],
        )
    return graph


def add_elements(graph: "nx.Graph", elements: Iterable[Element]) -> None:
    """Add *elements* as nodes with their attributes, in the order of print."""
    for each in sorted(elements, key=printed_place):
        graph.add_node(
            each.iri,
            kind=local(each.kind),
            name=each.name,
            name_en=each.english,
            mark=each.mark,
            plan=each.plan,
        )


def _place(edge: Edge, known: Mapping[str, Element]) -> tuple[object, ...]:
    ends = (printed_place(known[end]) for end in (edge.subject, edge.object))
    return (*ends, edge.predicate)
