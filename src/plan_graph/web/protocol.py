"""The SPARQL endpoint: the query operation of the SPARQL 1.1 Protocol, section by section.

https://www.w3.org/TR/sparql11-protocol/ An answer comes whole or not at all: what is too large is
refused, and only who asks for the first *rows* gets a part, which says so in a header.
"""

from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qsl
from xml.parsers import expat

from pyoxigraph import (
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Triple,
    parse_query_results,
    serialize,
)

from plan_graph.errors import Fault, PlanGraphError
from plan_graph.graph import base_of
from plan_graph.messages import fault, text
from plan_graph.sparql import prefixes, solve
from plan_graph.web.asked import Asked, Reply, Town
from plan_graph.web.negotiation import preferred
from plan_graph.web.service import CUT, LARGEST, described
from plan_graph.web.shell import problem

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

METHODS: Final = ("GET", "POST", "OPTIONS")
_FORM: Final = "application/x-www-form-urlencoded"
_QUERY: Final = "application/sparql-query"
_UPDATES: Final = ("update", "using-graph-uri", "using-named-graph-uri")
_DATASETS: Final = ("default-graph-uri", "named-graph-uri")

#: Media type to format, the one that is sent unasked first; the last of each are plain names of
#: the same, for clients that know only these.
_ROWS: Final = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "text/csv": QueryResultsFormat.CSV,
    "text/tab-separated-values": QueryResultsFormat.TSV,
    "application/json": QueryResultsFormat.JSON,
    "application/xml": QueryResultsFormat.XML,
}
_YES_OR_NO: Final = {
    kind: form
    for kind, form in _ROWS.items()
    if form in (QueryResultsFormat.JSON, QueryResultsFormat.XML)
}
_GRAPH: Final = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/ld+json": RdfFormat.JSON_LD,
    "application/rdf+xml": RdfFormat.RDF_XML,
}
#: What `format` may be instead of an Accept header; clients send other names too, which only the
#: header then decides.
_NAMES: Final = {
    "json": ("application/sparql-results+json",),
    "xml": ("application/sparql-results+xml", "application/rdf+xml"),
    "csv": ("text/csv",),
    "tsv": ("text/tab-separated-values",),
    "ttl": ("text/turtle",),
    "turtle": ("text/turtle",),
    "nt": ("application/n-triples",),
    "jsonld": ("application/ld+json",),
    "json-ld": ("application/ld+json",),
    "rdf": ("application/rdf+xml",),
    "rdf+xml": ("application/rdf+xml",),
}


class _Refused(Exception):  # noqa: N818 - an answer, told to the client
    """Why a request is not answered: a status, the key of a title, a fault, more headers."""

    def __init__(self, status: int, title: str, why: Fault, **headers: str) -> None:
        super().__init__(why.en)
        self.status, self.title, self.why = status, title, why
        self.headers = tuple(headers.items())


def sparql(asked: Asked, town: Town) -> Reply:
    """Answer one request to the endpoint."""
    if asked.method == "OPTIONS":
        return Reply(b"", status=204, headers=(("allow", ", ".join(("HEAD", *METHODS))),))
    try:
        asked = _read(asked)
        if not asked.values("query"):
            kind = _chosen(asked, (*_GRAPH, "text/html"))
            return described(asked, town, kind, _GRAPH.get(kind))
        return _answered(asked, town)
    except _Refused as reason:
        return _told(asked, reason.status, reason.title, [reason.why], reason.headers)
    except PlanGraphError as error:
        return _told(asked, 400, "bad-query", error.faults)


def _told(
    asked: Asked,
    status: int,
    title: str,
    faults: Sequence[Fault],
    headers: tuple[tuple[str, str], ...] = (),
) -> Reply:
    """Tell a client what is wrong, as RFC 9457 has it: in words, and by line and column."""
    errors: list[dict[str, object]] = []
    for each in faults:
        line, _, column = each.where.rpartition(" ")[2].partition(":")
        place = (line + column).isdecimal()
        at = {"line": int(line), "column": int(column)} if place else {"where": each.where}
        errors.append({**at, "ja": each.ja, "en": each.en})
    detail = PlanGraphError(faults).text(asked.lang)
    reply = problem(status, text(f"sparql.{title}", asked.lang), detail, errors=errors)
    return replace(reply, headers=(("content-language", asked.lang), *headers))


# --- What is asked (2.1.1 to 2.1.4) -----------------------------------------------------------


def _read(asked: Asked) -> Asked:
    """Return *asked* with all its parameters, from the address and from what was posted."""
    if asked.method == "POST":
        asked = replace(asked, parameters=(*asked.parameters, *_posted(asked)))
    for name in _UPDATES:
        if asked.values(name):
            raise _Refused(400, "bad-request", fault(name, "sparql.update"))
    for name in _DATASETS:
        if asked.values(name):
            # 2.1.4: "a service may reject a query with HTTP response code 400 if the service does
            # not allow protocol clients to specify the RDF Dataset"
            raise _Refused(400, "bad-request", fault(name, "sparql.dataset", name=name))
    queries = asked.values("query")
    if len(queries) > 1:
        why = fault("query", "sparql.two-queries", count=len(queries))
        raise _Refused(400, "bad-request", why)
    if asked.method == "POST" and not queries:
        raise _Refused(400, "bad-request", fault("query", "sparql.no-query"))
    return asked


def _posted(asked: Asked) -> list[tuple[str, str]]:
    """Return the parameters that were posted as a form (2.1.2), or the query itself (2.1.3)."""
    kind, *more = (part.strip().lower() for part in asked.content_type.split(";"))
    charset = next((part[8:].strip('"') for part in more if part.startswith("charset=")), "utf-8")
    if kind not in {_FORM, _QUERY} or charset not in {"utf-8", "utf8"}:
        shown = asked.content_type or "—"
        why = fault("Content-Type", "sparql.media-type", kind=shown)
        raise _Refused(415, "media-type", why, accept=f"{_FORM}, {_QUERY}")
    try:
        content = asked.body.decode()
        if kind == _QUERY:
            return [("query", content)]
        return parse_qsl(content, keep_blank_values=True, errors="strict")
    except UnicodeDecodeError as error:
        raise _Refused(400, "bad-request", fault("query", "sparql.not-utf8")) from error


# --- What is answered (2.1.5, 2.1.6) ----------------------------------------------------------


def _chosen(asked: Asked, offered: tuple[str, ...]) -> str:
    """Return the media type to answer in: by the parameter `format`, else as Accept has it."""
    named = _NAMES.get(asked.value("format"), ())
    chosen = next((kind for kind in named if kind in offered), preferred(asked.accept, offered))
    if not chosen:
        known = ", ".join(offered)
        why = fault("Accept", "sparql.not-acceptable", accept=asked.accept, known=known)
        raise _Refused(406, "not-acceptable", why)
    return chosen


def _answered(asked: Asked, town: Town) -> Reply:
    store, _ = town.view(asked.basis)
    rows = _first_rows(asked)
    found = solve(store, asked.value("query"))
    headers: tuple[tuple[str, str], ...] = (("vary", "Accept"), ("plan-graph-basis", asked.basis))
    try:
        if isinstance(found, QueryTriples):
            kind = _chosen(asked, tuple(_GRAPH))
            content, cut = _triples(found, _GRAPH[kind], rows, prefixes(base_of(store)))
        elif isinstance(found, QueryBoolean):
            kind = _chosen(asked, tuple(_YES_OR_NO))
            content, cut = _written(found, _YES_OR_NO[kind]), False
        else:
            kind = _chosen(asked, tuple(_ROWS))
            content, cut = _solutions(found, _ROWS[kind], rows)
    except OverflowError as error:
        why = fault("SPARQL", "sparql.too-large", size=LARGEST // 1_000_000)
        raise _Refused(400, "too-large", why) from error
    if kind.endswith("xml") and not _is_xml(content):
        raise _Refused(406, "not-acceptable", fault("SPARQL", "sparql.not-xml"))
    if cut:
        headers = (*headers, (CUT, f"rows={rows}"))
    told = f"{kind}; charset=utf-8" if kind.startswith("text/") else kind
    return Reply(content, told, headers=headers)


def _first_rows(asked: Asked) -> int:
    """Return how many rows or triples are asked for at most, 0 for all."""
    said = asked.value("rows")
    if said and not (said.isdecimal() and int(said)):
        raise _Refused(400, "bad-request", fault("rows", "sparql.rows", text=said))
    return int(said or 0)


class _Content(BytesIO):
    """What has been written; raises OverflowError when it becomes too large."""

    def write(self, part: "ReadableBuffer", /) -> int:
        size = super().write(part)
        if self.tell() > LARGEST:
            raise OverflowError
        return size


class _Lines(_Content):
    """The first lines of what is written; raises EOFError when there are more."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most, self._count = most, 0

    def write(self, part: "ReadableBuffer", /) -> int:
        size = super().write(part)
        self._count += bytes(part).count(b"\n")
        if self._count > self._most:
            raise EOFError
        return size

    def first(self) -> bytes:
        return b"".join(islice(BytesIO(self.getvalue()), self._most))


def _written(found: QuerySolutions | QueryBoolean, form: QueryResultsFormat) -> bytes:
    content = _Content()
    found.serialize(content, format=form)
    return content.getvalue()


def _solutions(found: QuerySolutions, form: QueryResultsFormat, rows: int) -> tuple[bytes, bool]:
    """Return the rows in a format, and whether there are more than so many."""
    if not rows:
        return _written(found, form), False
    # TSV has one row in one line and says all that the other formats say.
    lines = _Lines(rows + 1)
    try:
        found.serialize(lines, format=QueryResultsFormat.TSV)
    except EOFError:
        first = parse_query_results(lines.first(), format=QueryResultsFormat.TSV)
        return _written(first, form), True
    whole = parse_query_results(lines.getvalue(), format=QueryResultsFormat.TSV)
    return _written(whole, form), False


def _triples(
    found: QueryTriples, form: RdfFormat, rows: int, spaces: dict[str, str]
) -> tuple[bytes, bool]:
    """Return the triples in a format, and whether there are more than so many."""
    first: list[Triple] | QueryTriples = list(islice(found, rows)) if rows else found
    content = _Content()
    serialize(first, content, form, prefixes=spaces)
    return content.getvalue(), bool(rows) and next(found, None) is not None


def _is_xml(content: bytes) -> bool:
    """Whether *content* is XML: RDF allows characters and names that XML cannot write."""
    try:
        expat.ParserCreate(namespace_separator=" ").Parse(content, True)
    except expat.ExpatError:
        return False
    return True
