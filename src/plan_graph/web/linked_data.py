"""A thing of the graph as RDF: what is said of it, why, and what its neighbours are called."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final
from urllib.parse import quote

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, Triple, serialize

from plan_graph.facts import about
from plan_graph.graph.export import FORMATS
from plan_graph.graph.turtle import turtle
from plan_graph.vocab import PG, PREFIXES, RDF, SKOS
from plan_graph.web.asked import Asked, Reply
from plan_graph.web.negotiation import preferred

#: Ending of an address to the media type that it stands for.
MEDIA_TYPES: Final = {
    "ttl": "text/turtle",
    "jsonld": "application/ld+json",
    "nt": "application/n-triples",
    "rdf": "application/rdf+xml",
}
#: What a page is besides: itself, and what `show --format json` gives.
HTML, JSON = "html", "json"
_OFFERED: Final = {HTML: "text/html", **MEDIA_TYPES, JSON: "application/json"}
#: What tells in short what a thing is.
_SHORT: Final = (RDF.type, PG.name, SKOS.prefLabel, SKOS.notation)


def wanted(asked: Asked) -> tuple[str, str]:
    """Return the path without its ending, and the form that is asked for; none if we have none.

    The ending of the address decides, then ``?format=json``, then what the client accepts.
    """
    path, dot, ending = asked.path.rpartition(".")
    if dot and ending in {*MEDIA_TYPES, JSON}:
        return path, ending
    if asked.value("format") == JSON:
        return asked.path, JSON
    liked = preferred(asked.accept, list(_OFFERED.values()))
    return asked.path, next((form for form, name in _OFFERED.items() if name == liked), "")


def is_said(store: Store, iri: str) -> bool:
    """Say whether the graph says anything of *iri*."""
    try:
        quads = store.quads_for_pattern(NamedNode(iri), None, None)
    except ValueError:  # it is no IRI at all
        return False
    return next(quads, None) is not None


def description(store: Store, iri: str) -> list[Triple]:
    """Return what *store* says of *iri*, the evidence for it, and what its neighbours are called.

    This is what its page tells: as a concise bounded description, and what speaks of it besides.
    """
    said = [quad.triple for quad in about(store, iri)]
    told = {triple.subject for triple in said}
    beside = {triple.object for triple in said if isinstance(triple.object, NamedNode)} - told
    return [*said, *(each for term in beside for each in _in_short(store, term))]


def _in_short(store: Store, term: NamedNode) -> Iterator[Triple]:
    for predicate in _SHORT:
        for quad in store.quads_for_pattern(term, NamedNode(predicate), None):
            yield quad.triple


def written(triples: Iterable[Triple], form: str, base: str) -> bytes:
    """Return *triples* in one of the forms of `MEDIA_TYPES`, the same bytes each time."""
    if form == "ttl":
        return turtle(triples, base).encode()
    ordered = sorted(set(triples), key=str)
    if form == "rdf":
        made = serialize(ordered, format=RdfFormat.RDF_XML, prefixes=PREFIXES)
        assert made is not None, "no output was given to write to"
        return made
    store = Store()
    store.bulk_extend(Quad(*triple) for triple in ordered)
    return FORMATS[form](store).encode()


def rdf(content: bytes, form: str, headers: Iterable[tuple[str, str]]) -> Reply:
    """Return *content*, which is in the *form*, as an answer."""
    charset = "; charset=utf-8" if form == "ttl" else ""
    return Reply(content, MEDIA_TYPES[form] + charset, headers=tuple(headers))


def headers(path: str, query: str, describes: str) -> tuple[tuple[str, str], ...]:
    """Return what every form of a page says of itself: what it describes, its other forms.

    The IRIs of the data are not addresses on this machine, so no answer is a redirection (303):
    the page at *path* describes the thing *describes* (RFC 6892), and says so.
    """
    links = [f'<{ascii_iri(describes)}>; rel="describes"'] if describes else []
    links += [
        f'<{ascii_iri(path)}.{form}{query}>; rel="alternate"; type="{name}"'
        for form, name in MEDIA_TYPES.items()
    ]
    return (("Vary", "Accept"), ("Link", ", ".join(links)))


def ascii_iri(iri: str) -> str:
    """Return *iri* as headers can hold it: what is no ASCII escaped."""
    return quote(iri, safe="/:@!$&'()*+,;=~-._%#?")


def with_headers(reply: Reply, more: Iterable[tuple[str, str]]) -> Reply:
    """Return *reply* with *more* headers."""
    return replace(reply, headers=(*reply.headers, *more))
