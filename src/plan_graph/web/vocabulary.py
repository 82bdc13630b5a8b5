"""The ontology as people read it: each term with its names, what it specialises, what it joins."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Literal, NamedNode, RdfFormat, Store, parse

from plan_graph.graph import Node, nodes
from plan_graph.resources import ONTOLOGY
from plan_graph.vocab import PG, PREFIXES, RDF, SCHEMA

_RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
_OWL: Final = "http://www.w3.org/2002/07/owl#"
#: Prefixes that the ontology uses and the data do not.
_MORE: Final = {
    "owl": _OWL,
    "qb": "http://purl.org/linked-data/cube#",
    "schema": SCHEMA.NS,
    "vann": "http://purl.org/vocab/vann/",
}
_ABOVE: Final = (_RDFS + "subClassOf", _RDFS + "subPropertyOf")
#: The parts of the listing: what a term is, in the order of the page.
GROUPS: Final = ("classes", "relations", "properties", "values")


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the ontology; labels and comments are pairs (ja, en), the rest are IRIs."""

    iri: str
    group: str
    label: tuple[str, str]
    comment: tuple[str, str]
    above: tuple[str, ...]
    subjects: tuple[str, ...]
    objects: tuple[str, ...]
    #: of a value in a closed list, the class that it belongs to
    of: str

    @property
    def local(self) -> str:
        """The name after the hash."""
        return self.iri.removeprefix(PG.NS)


def vocabulary() -> dict[str, Term]:
    """Return the terms of the ontology by their IRIs, in the order of its file.

    >>> from plan_graph.vocab import PG
    >>> vocabulary()[PG.serves].label
    ('つながるビジョン', 'serves')
    """
    said = nodes(parse(path=str(ONTOLOGY / "plan.ttl"), format=RdfFormat.TURTLE))
    return {
        iri: _term(iri, node)
        for iri, node in said.items()
        if iri.startswith(PG.NS) and _group(node)
    }


def _term(iri: str, node: Node) -> Term:
    kinds = _iris(node, RDF.type)
    group = _group(node)
    return Term(
        iri=iri,
        group=group,
        label=_both(node, _RDFS + "label"),
        comment=_both(node, _RDFS + "comment"),
        above=tuple(each for predicate in _ABOVE for each in _iris(node, predicate)),
        subjects=_iris(node, SCHEMA.domainIncludes),
        objects=_iris(node, SCHEMA.rangeIncludes),
        of=kinds[0] if group == "values" else "",
    )


def _group(node: Node) -> str:
    """Return the part of the listing that a term belongs to, or nothing."""
    kinds = set(_iris(node, RDF.type))
    if _RDFS + "Class" in kinds:
        return "classes"
    if PG.Relation in kinds:
        return "relations"
    if kinds & {_OWL + "ObjectProperty", _OWL + "DatatypeProperty"}:
        return "properties"
    return "values" if any(kind.startswith(PG.NS) for kind in kinds) else ""


def _iris(node: Node, predicate: str) -> tuple[str, ...]:
    return tuple(term.value for term in node.get(predicate, ()) if isinstance(term, NamedNode))


def _both(node: Node, predicate: str) -> tuple[str, str]:
    said = {
        term.language: term.value
        for term in node.get(predicate, ())
        if isinstance(term, Literal) and term.language
    }
    return (said.get("ja", ""), said.get("en", ""))


def uses(store: Store, terms: Mapping[str, Term]) -> Counter[str]:
    """Count how often *store* uses each term: a class by its members, a property by its triples."""
    counted = Counter(quad.predicate.value for quad in store)
    kinds = Counter(
        quad.object.value
        for quad in store.quads_for_pattern(None, NamedNode(RDF.type), None)
        if isinstance(quad.object, NamedNode)
    )
    for iri, term in terms.items():
        if term.group == "classes":
            counted[iri] = kinds[iri]
        elif term.group == "values":
            counted[iri] = sum(1 for _ in store.quads_for_pattern(None, None, NamedNode(iri)))
    return counted


def short(iri: str) -> str:
    """Return *iri* with its prefix, as a query writes it; whole where there is none.

    >>> short("http://www.w3.org/ns/prov#Plan")
    'prov:Plan'
    """
    for prefix, namespace in {**PREFIXES, **_MORE}.items():
        local = iri.removeprefix(namespace)
        if local != iri and not set(local) & set("/#"):
            return f"{prefix}:{local}"
    return iri
