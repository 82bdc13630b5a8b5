"""What an element goes back to in older plans: the chain of links that leads there."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from pyoxigraph import NamedNode, Quad, Store

from plan_graph.graph import literal, one, said_of
from plan_graph.graph.turtle import natural_key
from plan_graph.lookup import Element
from plan_graph.reasons import Step, step
from plan_graph.vocab import DCTERMS, PG, PROV, RDF, STRENGTH

#: What leads back: to what is continued, or up to what holds it within its plan.
_BACK: Final = (PG.continues, PG.partOf)
#: What tells the links back from an element.
Back = Callable[[str], Iterable[Step]]


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


def pasts(
    store: Store, known: Mapping[str, Element], iri: str, back: Back | None = None
) -> list[Past]:
    """Return all that *iri* goes back to in the view *store*, each by its shortest way.

    *back* tells the links back from an element, where somebody has them already.
    """
    ways: dict[str, tuple[Step, ...]] = {iri: ()}
    ahead = [iri]
    while ahead:
        here = ahead.pop(0)
        for each in back(here) if back else links_back(store, here):
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


def origins(
    store: Store, known: Mapping[str, Element], iri: str, back: Back | None = None
) -> list[Past]:
    """Return the oldest that *iri* goes back to: what lies on no longer way."""
    found = pasts(store, known, iri, back)
    passed = {each.object for past in found for each in past.steps[:-1]}
    return [past for past in found if past.older not in passed]


def links_back(store: Store, iri: str) -> list[Step]:
    """Return the strongest link to each element that *iri* continues or is a part of."""
    links = dict(_links_back(store, iri))
    if all(links.values()):
        return []  # to be a part of a plan leads no further
    premises = {
        quad.object: None
        for link in links
        for quad in store.quads_for_pattern(link, NamedNode(PROV.wasDerivedFrom), None)
        if isinstance(quad.object, NamedNode)
    }
    evidence = said_of(store, links | premises)
    found: dict[tuple[str, str], list[Step]] = {}
    for link in links:
        node = evidence[link.value]
        if one(node, RDF.type) == PG.Link and PG.current not in node:
            told = step(link.value, evidence)
            found.setdefault((told.predicate, told.object), []).append(told)
    return [
        max(found[key], key=lambda each: (each.ground.strength, each.link))
        for key in sorted(found, key=lambda key: (_BACK.index(key[0]), natural_key(key[1])))
    ]


def _links_back(store: Store, iri: str) -> Iterator[tuple[NamedNode, bool]]:
    """Yield each link by which *iri* continues something or is a part of it; true if of a plan."""
    back = {NamedNode(relation) for relation in _BACK}
    for said in store.quads_for_pattern(None, NamedNode(RDF.subject), NamedNode(iri)):
        for predicate in store.quads_for_pattern(said.subject, NamedNode(RDF.predicate), None):
            if predicate.object in back and isinstance(said.subject, NamedNode):
                yield said.subject, _of_plan(store, said.subject)


def _of_plan(store: Store, link: NamedNode) -> bool:
    ends = store.quads_for_pattern(link, NamedNode(RDF.object), None)
    kind, plan = NamedNode(RDF.type), NamedNode(PG.Plan)
    return any(
        isinstance(end.object, NamedNode) and Quad(end.object, kind, plan) in store for end in ends
    )


def _year(store: Store, iri: str) -> int:
    """Return the year of the oldest document that prints the element *iri*, or 0."""
    documents = {
        source.object.value
        for said in store.quads_for_pattern(None, NamedNode(PG.ofElement), NamedNode(iri))
        if Quad(said.subject, NamedNode(RDF.type), NamedNode(PG.Wording)) in store
        for source in store.quads_for_pattern(said.subject, NamedNode(DCTERMS.source), None)
        if isinstance(source.object, NamedNode)
    }
    years = [int(literal(store, each, PG.year) or 0) for each in documents]
    return min((year for year in years if year), default=0)
