"""What stands behind an edge: documents and places, the editors' reasons, what departments say."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Store

from plan_graph.edges import Edge
from plan_graph.graph import Node, one, said_of
from plan_graph.measured import Sources, source_of
from plan_graph.vocab import PG, PROV, RDF


@dataclass(frozen=True, slots=True)
class Behind:
    """What stands behind edges: all of it once, in the order of the edges."""

    sources: Sources
    #: reasons of estimates, in Japanese and in English
    reasons: tuple[tuple[str, str], ...]
    #: what departments say, each state once
    confirmations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Links:
    """Links with what they say of themselves, and those of each triple."""

    nodes: Mapping[str, Node]
    of_triple: Mapping[tuple[str, str, str], list[str]]


def links(store: Store, predicates: Iterable[str]) -> Links:
    """Read the links of *predicates* in the view that *store* is, and all that they rest on."""
    found: dict[str, Node] = {}
    todo = {
        quad.subject.value
        for predicate in predicates
        for quad in store.quads_for_pattern(None, NamedNode(RDF.predicate), NamedNode(predicate))
        if isinstance(quad.subject, NamedNode)
    }
    looked_up: set[str] = set()
    while todo:
        looked_up |= todo
        said = said_of(store, map(NamedNode, todo))
        found |= said
        premises = (term for node in said.values() for term in node.get(PROV.wasDerivedFrom, ()))
        todo = {term.value for term in premises if isinstance(term, NamedNode)} - looked_up
    of_triple: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for iri, node in sorted(found.items()):
        triple = (one(node, RDF.subject), one(node, RDF.predicate), one(node, RDF.object))
        of_triple[triple].append(iri)
    return Links(found, of_triple)


def behind(there: Links, edges: Iterable[Edge]) -> Behind:
    """Return what stands behind *edges*; of a derived link, behind its premises."""
    own = [
        there.nodes[iri]
        for each in edges
        for iri in there.of_triple.get((each.subject, each.predicate, each.object), ())
    ]
    found = list(_premises(there, own, set()))
    places: dict[str, dict[str, None]] = {}
    for node in found:
        for document, inside in source_of(node):
            places.setdefault(document, {}).update(dict.fromkeys(inside))
    said = (one(node, PG.confirmation) for node in own)
    return Behind(
        tuple((document, tuple(inside)) for document, inside in places.items()),
        tuple(dict.fromkeys(filter(any, map(_reason, found)))),
        tuple(dict.fromkeys(state for state in said if state)),
    )


def _premises(there: Links, own: Iterable[Node], seen: set[str]) -> Iterator[Node]:
    """Yield the links that are not derived, among them those that the derived ones rest on."""
    for node in own:
        if one(node, PG.basis) != PG.Derived:
            yield node
            continue
        premises = [term.value for term in node.get(PROV.wasDerivedFrom, ())]
        new = [iri for iri in sorted(premises) if iri in there.nodes and iri not in seen]
        seen.update(new)
        yield from _premises(there, [there.nodes[iri] for iri in new], seen)


def _reason(node: Node) -> tuple[str, str]:
    said = {
        term.language: term.value
        for term in node.get(PG.rationale, ())
        if isinstance(term, Literal)
    }
    return (said.get("ja", ""), said.get("en", ""))
