"""What findings read: the relations of a view by both ends, and the same by documents alone."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from pyoxigraph import Store

from plan_graph.cross import printed_place
from plan_graph.edges import counts
from plan_graph.graph import select
from plan_graph.lookup import Element
from plan_graph.vocab import PG, PROV, RDF, STRENGTH

#: How strong what only documents say is at the least.
DOCUMENTS = STRENGTH[PG.Matched]
#: An element at the other end of a relation, to how strong the ground is.
Ends = dict[str, int]

_LINKS = f"""
SELECT ?link ?subject ?predicate ?object ?basis ?rests ?premise
WHERE {{
  ?link <{RDF.subject}> ?subject ; <{RDF.predicate}> ?predicate ; <{RDF.object}> ?object ;
    <{PG.basis}> ?basis .
  OPTIONAL {{ ?link <{PG.restsOn}> ?rests }}
  OPTIONAL {{ ?link <{PROV.wasDerivedFrom}> ?premise }}
}}
"""


def city(iri: str) -> str:
    """Return the namespace of the city that an element is of.

    What two cities have in common is only what all have, such as SDGs: it joins nobody.

    >>> city("https://w3id.org/plan-graph/id/999999/action/ap3-24")
    'https://w3id.org/plan-graph/id/999999'
    """
    return iri.rsplit("/", 2)[0]


@dataclass(frozen=True, slots=True)
class Link:
    """A piece of evidence: its triple, its strength, and of a derived one the links it needs."""

    iri: str
    triple: tuple[str, str, str]
    strength: int
    premises: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Net:
    """A view: its elements, its links, and the strength of each relation by both of its ends."""

    known: Mapping[str, Element]
    links: Mapping[str, Link]
    #: (relation, subject) to objects, and (relation, object) to subjects
    forward: Mapping[tuple[str, str], Ends]
    backward: Mapping[tuple[str, str], Ends]

    def objects(self, subject: str, relation: str, kind: str = "") -> Ends:
        """Return what *subject* is related to, of one *kind* if that is asked for."""
        return self._of(self.forward.get((relation, subject), {}), kind)

    def subjects(self, obj: str, relation: str, kind: str = "") -> Ends:
        """Return what is related to *obj*."""
        return self._of(self.backward.get((relation, obj), {}), kind)

    def _of(self, ends: Ends, kind: str) -> Ends:
        if not kind:
            return ends
        return {iri: strength for iri, strength in ends.items() if self.known[iri].kind == kind}

    def of_kind(self, *kinds: str) -> list[str]:
        """Return the elements of *kinds* in the order of print."""
        found = (element for element in self.known.values() if element.kind in kinds)
        return [element.iri for element in sorted(found, key=printed_place)]

    def in_order(self, iris: Iterable[str]) -> tuple[str, ...]:
        """Return elements in the order of print, each once."""
        return tuple(sorted(set(iris), key=lambda iri: printed_place(self.known[iri])))

    def documents(self) -> "Net":
        """Return what is left when nothing may rest on an estimate."""
        kept = {iri: each for iri, each in self.links.items() if each.strength >= DOCUMENTS}
        return by_ends(kept, self.known)


def net(store: Store, known: Mapping[str, Element]) -> Net:
    """Return the view that *store* is, as findings read it."""
    links: dict[str, Link] = {}
    for link, subject, predicate, obj, basis, rests, premise in select(store, _LINKS):
        triple = (subject.value, predicate.value, obj.value)
        if not counts(known, *triple):
            continue
        iri, derived = link.value, basis.value == PG.Derived
        found = links.get(iri) or Link(iri, triple, STRENGTH[(rests or basis).value])
        # What a match of names was derived from are wordings: nothing that could be removed.
        if derived and premise:
            found = replace(found, premises=(*found.premises, premise.value))
        links[iri] = found
    return by_ends(links, known)


def by_ends(links: Mapping[str, Link], known: Mapping[str, Element]) -> Net:
    """Return *links* with the strongest ground of each relation by both of its ends."""
    forward: dict[tuple[str, str], Ends] = defaultdict(dict)
    backward: dict[tuple[str, str], Ends] = defaultdict(dict)
    for link in links.values():
        subject, predicate, obj = link.triple
        for ends, other in (
            (forward[predicate, subject], obj),
            (backward[predicate, obj], subject),
        ):
            ends[other] = max(link.strength, ends.get(other, 0))
    return Net(known, links, forward, backward)
