"""What an element goes back to in older plans: the chain of links that leads there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from pyoxigraph import NamedNode, Quad, Store

from plan_graph.facts import about
from plan_graph.graph import Node, literal, nodes, one
from plan_graph.graph.turtle import natural_key
from plan_graph.lookup import Element
from plan_graph.measured import of_type
from plan_graph.reasons import Step, step
from plan_graph.vocab import DCTERMS, PG, RDF, STRENGTH

#: What leads back: to what is continued, or up to what holds it within its plan.
_BACK: Final = (PG.continues, PG.partOf)


@dataclass(frozen=True, slots=True)
class Past:
    """An older element that another one goes back to, and the links on the way, newest first."""

    steps: tuple[Step, ...]
    #: the year of the oldest document that prints the older element, or 0
    year: int

    @property
    def newer(self) -> str:
        """The element that the way sets out from."""
        return self.steps[0].subject

    @property
    def older(self) -> str:
        """The element that it goes back to."""
        return self.steps[-1].object

    @property
    def through(self) -> tuple[str, ...]:
        """What holds the elements on the way, where the way leads up."""
        return tuple(each.object for each in self.steps if each.predicate == PG.partOf)

    @property
    def basis(self) -> str:
        """The weakest basis on the way."""
        return min((each.ground.effective for each in self.steps), key=STRENGTH.__getitem__)


def pasts(store: Store, known: Mapping[str, Element], iri: str) -> list[Past]:
    """Return all that *iri* goes back to in the view *store*, each by its shortest way."""
    ways: dict[str, tuple[Step, ...]] = {iri: ()}
    ahead = [iri]
    while ahead:
        here = ahead.pop(0)
        for each in _back(store, here):
            if each.object not in ways and each.object in known:
                ways[each.object] = (*ways[here], each)
                ahead.append(each.object)
    return [
        Past(way, _year(store, way[-1].object))
        for way in ways.values()
        if way and way[-1].predicate == PG.continues
    ]


def past_between(
    store: Store, known: Mapping[str, Element], ends: tuple[Element, Element]
) -> Past | None:
    """Return the way back from one of two elements to the other, if there is one."""
    for newer, older in (ends, ends[::-1]):
        for past in pasts(store, known, newer.iri):
            if past.older == older.iri:
                return past
    return None


def origins(store: Store, known: Mapping[str, Element], iri: str) -> list[Past]:
    """Return the oldest that *iri* goes back to: what lies on no longer way."""
    found = pasts(store, known, iri)
    passed = {each.object for past in found for each in past.steps[:-1]}
    return [past for past in found if past.older not in passed]


def _back(store: Store, iri: str) -> Iterator[Step]:
    """Yield the strongest link to each element that *iri* continues or is a part of."""
    if not _leads_back(store, iri):
        return
    evidence = nodes(about(store, iri))
    found: dict[tuple[str, str], list[Step]] = {}
    for link, node in of_type(PG.Link, evidence):
        relation = one(node, RDF.predicate)
        if one(node, RDF.subject) == iri and relation in _BACK and PG.current not in node:
            found.setdefault((relation, one(node, RDF.object)), []).append(step(link, evidence))
    for key in sorted(found, key=lambda key: (_BACK.index(key[0]), natural_key(key[1]))):
        yield max(found[key], key=lambda each: (each.ground.strength, each.link))


def _leads_back(store: Store, iri: str) -> bool:
    """Whether a link says that *iri* continues something, or is a part of more than a plan."""
    kind, plan = NamedNode(RDF.type), NamedNode(PG.Plan)
    back = {NamedNode(relation) for relation in _BACK}
    return any(
        predicate.object in back
        and not any(
            isinstance(end.object, NamedNode) and Quad(end.object, kind, plan) in store
            for end in store.quads_for_pattern(said.subject, NamedNode(RDF.object), None)
        )
        for said in store.quads_for_pattern(None, NamedNode(RDF.subject), NamedNode(iri))
        for predicate in store.quads_for_pattern(said.subject, NamedNode(RDF.predicate), None)
    )


def _year(store: Store, iri: str) -> int:
    evidence: dict[str, Node] = nodes(about(store, iri))
    documents = {
        one(node, DCTERMS.source)
        for _, node in of_type(PG.Wording, evidence)
        if one(node, PG.ofElement) == iri
    }
    years = [int(literal(store, each, PG.year) or 0) for each in documents]
    return min((year for year in years if year), default=0)
