"""What the page of a piece of evidence shows: what it says, of what, and what it rests on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Literal, NamedNode, Store

from plan_graph.answers import backing, footer, sentence
from plan_graph.facts import show
from plan_graph.graph import Node, one, said_of
from plan_graph.graph.turtle import natural_key
from plan_graph.measured_answers import status_told
from plan_graph.messages import (
    ANSWER_TERMS,
    CONFIRMATIONS,
    FACT_LABELS,
    NARRATIVES,
    VALUE_KINDS,
    pick,
    place,
)
from plan_graph.reasons import Step, step
from plan_graph.vocab import DCTERMS, PG, PROV, RDF, RELATIONS, SKOS
from plan_graph.web.element_parts import crumbs
from plan_graph.web.here import Badge, Here, Named
from plan_graph.web.linked_data import is_said
from plan_graph.web.vocabulary import Term, short

#: What leads from a piece of evidence to the thing it speaks of.
_ABOUT: Final = (PG.ofElement, PG.assesses, PG.ofIndicator, RDF.subject)
#: Told by the sentence above already, or for machines only.
_NOT_LISTED: Final = {RDF.type, PG.matchName, SKOS.prefLabel, PROV.wasDerivedFrom, PG.order}


@dataclass(frozen=True, slots=True)
class Premise:
    """A piece of evidence that another one rests on, or that rests on it."""

    name: Named
    badge: Badge | None


@dataclass(frozen=True, slots=True)
class EvidencePage:
    """All that the page of a piece of evidence shows besides its title."""

    iri: str
    crumbs: tuple[Named, ...]
    badge: Badge | None
    lines: tuple[str, ...]
    status: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Named, ...]], ...]
    premises: tuple[Premise, ...]
    followers: tuple[Premise, ...]
    footer: tuple[str, ...]


def title(iri: str, here: Here, terms: Mapping[str, Term]) -> str:
    """Say in a line what a piece of evidence is."""
    node = _node(here.page.store, iri)
    kind = one(node, RDF.type)
    if kind == PG.Link and _has_ends(node, here):
        return sentence(_step(iri, here), here.page)
    label = pick(terms[kind].label, here.page.lang) if kind in terms else short(kind)
    said = here.page.label(iri) or one(node, PG.text) or one(node, PG.asPrinted)
    of = next((one(node, each) for each in _ABOUT if each in node), "")
    if said:
        return here.page.text("element.evidence-says", kind=label, text=said)
    if of in here.page.known:
        name = " ".join((here.numbered(of).text, *_when(node, here)))
        return here.page.text("element.evidence-of", kind=label, name=name)
    return label


def _when(node: Node, here: Here) -> Iterator[str]:
    """Yield the year that a value or a status is of, and which kind of value it is."""
    if year := one(node, PG.year) or one(node, PG.reportYear):
        yield year
    if (kind := one(node, PG.kind)) in VALUE_KINDS:
        yield pick(VALUE_KINDS[kind], here.page.lang)


def evidence_page(iri: str, here: Here, terms: Mapping[str, Term]) -> EvidencePage:
    """Return what the page of the evidence *iri* shows."""
    store, page = here.page.store, here.page
    node = _node(store, iri)
    of = next((one(node, each) for each in _ABOUT if each in node), "")
    is_link = one(node, RDF.type) == PG.Link
    told = _step(iri, here) if is_link else None
    lines = backing(told, page) if told else []
    if told and not told.confirmation[0]:
        state = pick(CONFIRMATIONS[PG.Unconfirmed], page.lang)
        lines.append(page.text("confirmation", state=state))
    origins = _objects(store, iri, PROV.wasDerivedFrom)
    return EvidencePage(
        iri=iri,
        crumbs=(*crumbs(of, here), here.numbered(of)) if of in page.known else (),
        badge=here.badge(told.ground) if told else None,
        lines=tuple(lines),
        status=_status(iri, one(node, PG.assesses), here),
        rows=tuple(_rows(node, here, terms)),
        premises=tuple(_premise(each, here, terms) for each in origins),
        followers=tuple(_premise(each, here, terms) for each in _followers(store, iri)),
        footer=tuple(footer(page).splitlines()),
    )


def _node(store: Store, iri: str) -> Node:
    return said_of(store, [NamedNode(iri)]).get(iri, {})


def _has_ends(node: Node, here: Here) -> bool:
    """Say whether a link joins two elements by a relation that has a sentence."""
    ends = (one(node, RDF.subject), one(node, RDF.object))
    return one(node, RDF.predicate) in RELATIONS and all(end in here.page.known for end in ends)


def _step(iri: str, here: Here) -> Step:
    store = here.page.store
    about = (iri, *_objects(store, iri, PROV.wasDerivedFrom))
    return step(iri, said_of(store, map(NamedNode, about)))


def _objects(store: Store, iri: str, predicate: str) -> list[str]:
    quads = store.quads_for_pattern(NamedNode(iri), NamedNode(predicate), None)
    found = {quad.object.value for quad in quads if isinstance(quad.object, NamedNode)}
    return sorted(found, key=natural_key)


def _followers(store: Store, iri: str) -> list[str]:
    quads = store.quads_for_pattern(None, NamedNode(PROV.wasDerivedFrom), NamedNode(iri))
    found = {quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode)}
    return sorted(found, key=natural_key)


def _premise(iri: str, here: Here, terms: Mapping[str, Term]) -> Premise:
    node = _node(here.page.store, iri)
    is_link = one(node, RDF.type) == PG.Link
    badge = here.badge(_step(iri, here).ground) if is_link else None
    return Premise(Named(title(iri, here, terms) if node else iri, here.link(iri)), badge)


def _status(iri: str, assessed: str, here: Here) -> tuple[str, ...]:
    """Return a status as the page of what it assesses tells it: never without its figures."""
    page = here.page
    if assessed not in page.known:
        return ()
    facts = show(page.store, page.known, page.known[assessed])
    every = (*facts.statuses, *(each for one in facts.measured for each in one.statuses))
    found = next((each for each in every if each.assessment == iri), None)
    return tuple(status_told(found, page)) if found else ()


def _rows(
    node: Node, here: Here, terms: Mapping[str, Term]
) -> Iterator[tuple[str, tuple[Named, ...]]]:
    """Yield what is said of the evidence, in the order of the ontology."""
    order = list(terms)
    known = {predicate: (0, order.index(predicate)) for predicate in node if predicate in terms}
    for predicate in sorted(node, key=lambda each: known.get(each, (1, 0))):
        if predicate not in _NOT_LISTED and not (predicate == PG.status and PG.assesses in node):
            values = [
                _value(term, predicate, here, terms) for term in _in_lang(node[predicate], here)
            ]
            yield _label(predicate, here, terms), tuple(values)


def _in_lang(values: list[NamedNode | Literal], here: Here) -> list[NamedNode | Literal]:
    """Return *values* in the language of the page where they have one, in natural order."""
    ours = [
        each for each in values if isinstance(each, Literal) and each.language == here.page.lang
    ]
    return sorted(ours or values, key=lambda term: natural_key(term.value))


def _label(predicate: str, here: Here, terms: Mapping[str, Term]) -> str:
    lang = here.page.lang
    if predicate in NARRATIVES:
        return pick(NARRATIVES[predicate], lang)
    if predicate in terms:
        return pick(terms[predicate].label, lang)
    local = predicate.replace("#", "/").rpartition("/")[2]
    if predicate in {RDF.subject, RDF.predicate, RDF.object, DCTERMS.date, DCTERMS.source}:
        return here.page.text(f"element.says-{local}")
    if predicate == SKOS.notation:
        return here.page.text("show-number")
    return pick(FACT_LABELS.get(predicate, (local, local)), lang)


def _value(
    term: NamedNode | Literal, predicate: str, here: Here, terms: Mapping[str, Term]
) -> Named:
    value, lang = term.value, here.page.lang
    if isinstance(term, Literal):
        return Named(place(value, lang) if predicate == PG.locator else value)
    if value in here.page.known:
        return here.numbered(value)
    if value in ANSWER_TERMS:
        return Named(pick(ANSWER_TERMS[value], lang), here.link(value))
    if value in terms:
        return Named(pick(terms[value].label, lang), here.link(value))
    told = here.page.label(value) or (
        title(value, here, terms) if is_said(here.page.store, value) else value
    )
    return Named(told, here.link(value))
