"""A page for each thing of the graph, as a person reads it or as data: elements and evidence."""

from typing import Any

from plan_graph.facts import show
from plan_graph.facts_json import show_json
from plan_graph.graph import base_of, nodes, one
from plan_graph.lookup import near_miss
from plan_graph.messages import BASES, KINDS, pick, text
from plan_graph.search import find
from plan_graph.tables import json_text
from plan_graph.vocab import BASIS_NAMES, PG, RDF
from plan_graph.web.addresses import iris_at
from plan_graph.web.asked import Asked, Reply, Town
from plan_graph.web.element_parts import element_page
from plan_graph.web.evidence_parts import evidence_page, title
from plan_graph.web.here import Here, Named
from plan_graph.web.linked_data import (
    HTML,
    JSON,
    MEDIA_TYPES,
    description,
    headers,
    is_said,
    rdf,
    wanted,
    with_headers,
    written,
)
from plan_graph.web.shell import failed, html, problem
from plan_graph.web.vocabulary import Term, short, vocabulary

#: How many near names are told.
_NEAR = 5


def thing(asked: Asked, town: Town) -> Reply:
    """Answer ``/id/…``, ``/sdg/…``, ``/rule/…`` and ``/ns/…``: what the graph says of one thing."""
    path, form = wanted(asked)
    here = Here.of(asked, town)
    iri = next((i for i in iris_at(path, here.base) if is_said(here.page.store, i)), "")
    if not iri:
        return _term(path, asked, town) or _unknown(path, here, town)
    if not form:
        return not_acceptable(path, asked)
    # The graph does not change while it is served, so what was written once can be sent again.
    key = ("thing", path, form, asked.parameters, asked.lang, asked.audience)
    return town.keep(key, lambda: _told(path, form, iri, here, town))


def _told(path: str, form: str, iri: str, here: Here, town: Town) -> Reply:
    """Return the page or the data that describe *iri*, each naming its other forms."""
    page, said = here.page, headers(path, query_of(here.asked), iri)
    if form == HTML:
        return with_headers(_page(path, iri, here, town), said)
    if form == JSON and iri in page.known:
        facts = show(page.store, page.known, page.known[iri])
        return Reply(json_text(show_json(facts, page)).encode(), "application/json", headers=said)
    form = "jsonld" if form == JSON else form
    return rdf(written(description(page.store, iri), form, here.base), form, said)


def _term(path: str, asked: Asked, town: Town) -> Reply | None:
    """Lead from ``/ns/serves`` to where the listing of the ontology tells the term."""
    local = path.removeprefix("/ns/")
    if PG.NS + local not in town.keep(("vocabulary",), vocabulary):
        return None
    return Reply(b"", status=303, headers=(("Location", f"{asked.url('/ns')}#{local}"),))


def query_of(asked: Asked) -> str:
    """Return what an address of data has after its path: the view, if it is not the usual one."""
    return asked.url("", lang="").removeprefix("/")


def _page(path: str, iri: str, here: Here, town: Town) -> Reply:
    page = here.page
    common: dict[str, Any] = {
        "path": path,
        "query": query_of(here.asked),
        "media_types": MEDIA_TYPES,
    }
    if element := page.known.get(iri):
        facts = show(page.store, page.known, element)
        shown = element_page(facts, here)
        return html(
            here.asked,
            "element.html",
            title=element.named(page.lang),
            kind=pick(KINDS.get(element.kind, ("", "")), page.lang),
            number=element.mark,
            name=element.label(page.lang),
            shown=shown,
            footer=shown.footer,
            **common,
        )
    terms = town.keep(("vocabulary",), vocabulary)
    evidence = evidence_page(iri, here, terms)
    return html(
        here.asked,
        "evidence.html",
        title=title(iri, here, terms),
        kind=_kind(iri, here, terms),
        shown=evidence,
        footer=evidence.footer,
        **common,
    )


def _kind(iri: str, here: Here, terms: dict[str, Term]) -> str:
    node = nodes(description(here.page.store, iri))[iri]
    kind = one(node, RDF.type)
    return pick(terms[kind].label, here.page.lang) if kind in terms else short(kind)


# --- Nothing there --------------------------------------------------------------------------


def _unknown(path: str, here: Here, town: Town) -> Reply:
    """Tell that the view says nothing of what *path* names, and what else may have been meant."""
    page, asked = here.page, here.asked
    if not asked.wants_html:
        return failed(asked, 404)
    candidates = list(iris_at(path, here.base or base_of(town.store)))
    weaker: list[Named] = []
    said = ""
    if whole := next((i for i in candidates if is_said(town.store, i)), ""):
        weaker = [
            Named(_basis(name, here), asked.here(basis=name))
            for name in BASIS_NAMES
            if is_said(town.view(name)[0], whole)
        ]
        basis = pick(BASES[page.weakest], page.lang)
        key = "element.weaker-view" if weaker else "element.outdated"
        said = page.text(key, basis=basis)
    return html(
        asked,
        "unknown.html",
        title=page.text("element.unknown"),
        status=404,
        iri=next(iter(candidates), path),
        said=said,
        weaker=weaker,
        near=[] if said else _near(path, here),
    )


def _basis(name: str, here: Here) -> str:
    basis = pick(BASES[BASIS_NAMES[name]], here.page.lang)
    return here.page.text("element.basis-at-least", basis=basis)


def _near(path: str, here: Here) -> list[Named]:
    """Return the elements whose address or name comes near what stands in *path*."""
    page = here.page
    asked_for = path.removeprefix("/id/").removeprefix("/")
    keys = {iri.removeprefix(here.base): iri for iri in page.known}
    longer = {key: iri for key, iri in keys.items() if asked_for.endswith(key)}
    nearest = near_miss(asked_for.split("/", 1)[-1] if "/" in asked_for else asked_for, keys)
    found = list(longer.values()) or ([keys[nearest]] if nearest else [])
    if words := asked_for.rpartition("/")[2].strip():
        hits = find(page.store, page.known, words) if any(map(str.isalnum, words)) else None
        found += [hit.element.iri for hit in (hits.hits or hits.near)] if hits else []
    return [here.numbered(iri) for iri in list(dict.fromkeys(found))[:_NEAR]]


def not_acceptable(path: str, asked: Asked) -> Reply:
    """Tell a client that accepts none of our formats which there are (RFC 9110, 15.5.7)."""
    page_title, what_next = (
        text(f"element.not-acceptable{key}", asked.lang) for key in ("", "-said")
    )
    forms = {f"{path}.{ending}": name for ending, name in MEDIA_TYPES.items()}
    reply = problem(406, page_title, what_next, formats={path: "text/html", **forms})
    return with_headers(reply, headers(path, query_of(asked), ""))
