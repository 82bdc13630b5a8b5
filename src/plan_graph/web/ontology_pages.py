"""The ontology: a listing for people, and as data, its Turtle byte for byte as we keep it."""

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import RdfFormat, parse

from plan_graph.answers import footer
from plan_graph.graph import literal, load_store
from plan_graph.messages import pick
from plan_graph.resources import ONTOLOGY
from plan_graph.vocab import DCTERMS, PG
from plan_graph.web.asked import Asked, Reply, Town
from plan_graph.web.element_pages import not_acceptable, query_of
from plan_graph.web.here import Here, Named
from plan_graph.web.linked_data import (
    HTML,
    JSON,
    MEDIA_TYPES,
    headers,
    rdf,
    wanted,
    with_headers,
    written,
)
from plan_graph.web.shell import failed, html
from plan_graph.web.vocabulary import GROUPS, Term, short, uses, vocabulary

_FILE = ONTOLOGY / "plan.ttl"
_PATH = "/ns"


@dataclass(frozen=True, slots=True)
class _Row:
    """A term of the listing: its names, its meaning, what belongs to it, how often it is used."""

    local: str
    label: str
    other: str
    comment: str
    beside: tuple[tuple[Named, ...], ...]
    uses: int


@dataclass(frozen=True, slots=True)
class _Group:
    key: str
    head: str
    beside: str
    terms: tuple[_Row, ...]


def ontology(asked: Asked, town: Town) -> Reply:
    """Answer ``/ns``: the terms of the ontology."""
    path, form = wanted(asked)
    if path != _PATH:
        return failed(asked, 404)
    iri = PG.NS.removesuffix("#")
    if not form:
        return not_acceptable(_PATH, asked)
    if form == JSON:  # it has no plain data but JSON-LD
        form = "jsonld"
    said = headers(_PATH, query_of(asked), iri)
    if form == HTML:
        return with_headers(_page(iri, asked, town), said)
    return rdf(_data(form, town), form, said)


def _data(form: str, town: Town) -> bytes:
    if form == "ttl":
        return _FILE.read_bytes()

    def made() -> bytes:
        return written(parse(path=str(_FILE), format=RdfFormat.TURTLE), form, "")

    return town.keep(("ontology", form), made)


def _page(iri: str, asked: Asked, town: Town) -> Reply:
    here = Here.of(asked, town)
    page = here.page
    terms = town.keep(("vocabulary",), vocabulary)
    counted = town.keep(("uses", asked.basis), lambda: uses(page.store, terms))
    said = town.keep(("ontology",), lambda: load_store(_FILE))
    groups = [
        _Group(
            group,
            page.text(f"element.group-{group}"),
            page.text(f"element.term-{'of' if group == 'values' else 'above'}"),
            tuple(
                _row(each, counted[each.iri], here)
                for each in terms.values()
                if each.group == group
            ),
        )
        for group in GROUPS
    ]
    return html(
        asked,
        "ns.html",
        title=literal(said, iri, DCTERMS.title, page.lang) or page.text("element.vocabulary"),
        described=literal(said, iri, DCTERMS.description, page.lang),
        groups=groups,
        other_lang="ja" if page.lang == "en" else "en",
        iri=iri,
        path=_PATH,
        query=query_of(asked),
        media_types=MEDIA_TYPES,
        footer=footer(page).splitlines(),
    )


def _row(each: Term, used: int, here: Here) -> _Row:
    lang = here.page.lang
    return _Row(
        local=each.local,
        label=pick(each.label, lang),
        other=pick(each.label, "ja" if lang == "en" else "en"),
        comment=pick(each.comment, lang),
        beside=tuple(line for line in _beside(each, here) if line),
        uses=used,
    )


def _beside(each: Term, here: Here) -> Iterator[tuple[Named, ...]]:
    """Yield what a term specialises, what it joins, or of which list it is a value."""
    yield tuple(_term(iri) for iri in (*each.above, *([each.of] if each.of else [])))
    if each.subjects or each.objects:
        ends = (tuple(map(_term, each.subjects)), tuple(map(_term, each.objects)))
        yield (*ends[0], Named("→"), *ends[1])
    if each.iri in here.page.known:
        yield (Named(here.page.text("element.term-elements"), here.link(each.iri)),)


def _term(iri: str) -> Named:
    if iri.startswith(PG.NS):
        return Named(short(iri), f"#{iri.removeprefix(PG.NS)}")
    return Named(short(iri), iri)
