"""The frozen records that documents and curated files yield, and their translation to triples.

Records hold IRIs as plain strings; `triples` turns each into pyoxigraph triples. The IRI of a
piece of evidence follows from what it says (design: first 16 hex of SHA-256), so the same
statement read twice is one node with two places.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode, Triple

from plan_graph.japanese import canonical, match_name
from plan_graph.vocab import DATA_KINDS, DCTERMS, PG, PROV, RDF, SDG, SKOS, XSD


def element_iri(base: str, cls: str, key: str) -> str:
    """Return the IRI of the element of class *cls* that has *key* in the city at *base*."""
    return f"{base}{DATA_KINDS[cls]}/{quote(key, safe='')}"


def cell_of(base: str, iri: str) -> str:
    """Return how a curated file names *iri*: ``vision/2``, ``pg:Economy``, ``sdg:13`` or an IRI.

    >>> cell_of("https://example.org/id/1/", "https://example.org/id/1/vision/2")
    'vision/2'
    """
    for prefix, namespace in (("pg:", PG.NS), ("sdg:", SDG), ("", base)):
        if iri.startswith(namespace):
            return prefix + iri.removeprefix(namespace)
    return iri


def key_of(iri: str) -> str:
    """Return the last segment of *iri*."""
    return iri.rsplit("/", 1)[-1]


def observation_iri(indicator: str, kind: str, year: int | None) -> str:
    """Return the IRI of the observation of *indicator* for one kind of value and year."""
    base = indicator.rsplit("/", 2)[0] + "/"
    ending = f"{kind.removeprefix(PG.NS).lower()}-{'undated' if year is None else year}"
    return element_iri(base, PG.Observation, f"{key_of(indicator)}-{ending}")


def _evidence_iri(base: str, cls: str, *lines: str) -> str:
    return element_iri(base, cls, sha256("\n".join(lines).encode()).hexdigest()[:16])


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One printed name of an element, at one place of one document."""

    element: str
    kind: str
    text: str
    document: str
    locator: str
    notation: str = ""
    printed_notation: str = ""
    order: int | None = None
    accumulation: str = ""
    #: the year that is printed with the name, of a future image or a vision
    year: int | None = None
    note: str = ""

    def iri(self, base: str) -> str:
        """Return the IRI, made of element, text and document."""
        return _evidence_iri(base, PG.Wording, self.element, self.text, self.document)


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbering:
    """A number that no document prints, and why an editor reads it so; always an estimate."""

    element: str
    number: str
    rationale: tuple[str, str]
    by: str
    date: dt.date

    def iri(self, base: str) -> str:
        """Return the IRI, made of element and number."""
        return _evidence_iri(base, PG.Numbering, self.element, self.number)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Why one triple stands: who says so (a document, a rule or an editor) and on what ground."""

    subject: str
    predicate: str
    object: str
    basis: str = PG.Stated
    document: str = ""
    locator: str = ""
    rule: str = ""
    premises: tuple[str, ...] = ()
    derived_from: tuple[str, ...] = ()
    rests_on: str = ""
    role: str = ""
    order: int | None = None
    rationale: tuple[str, str] = ("", "")
    note: tuple[str, str] = ("", "")
    by: str = ""
    date: dt.date | None = None
    #: the day for which a printed list says so
    as_of: dt.date | None = None

    def iri(self, base: str) -> str:
        """Return the IRI, made of the triple, the basis, document or rule, and the premises."""
        source = [line for line in (self.document, self.rule) if line]
        triple = (self.subject, self.predicate, self.object)
        return _evidence_iri(base, PG.Link, *triple, self.basis, *source, *sorted(self.premises))


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedValue:
    """One value cell: what is printed, and the number, unit and year that it means."""

    indicator: str
    kind: str
    as_printed: str
    document: str
    locator: str
    value: Decimal | None = None
    no_value: str = ""
    scale: int = 1
    unit: str = ""
    year: int | None = None
    year_kind: str = ""
    as_of: dt.date | None = None
    note: str = ""

    def iri(self, base: str) -> str:
        """Return the IRI, made of indicator, kind, year, print and document."""
        year = "" if self.year is None else str(self.year)
        said = (self.indicator, self.kind, year, self.year_kind, self.as_printed, self.document)
        return _evidence_iri(base, PG.PrintedValue, *said)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """The printed status of an action or goal in one year, and the two observations compared."""

    assesses: str
    key: str
    report_year: int
    status: str
    document: str
    locator: str
    indicator: str = ""
    target: str = ""
    actual: str = ""
    texts: tuple[tuple[str, str], ...] = ()

    def iri(self, base: str) -> str:
        """Return the IRI, made of the sheet's key and the year of the report."""
        return element_iri(base, PG.Assessment, f"{self.key}-{self.report_year}")


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedTotal:
    """A printed total: of so many elements, so many indicators were scored and so many achieved."""

    element: str
    kind: str
    report_year: int
    elements: int
    scored: int
    achieved: int
    document: str
    locator: str

    def iri(self, base: str) -> str:
        """Return the IRI, made of element, counted kind, year and document."""
        said = (self.element, self.kind, str(self.report_year), self.document)
        return _evidence_iri(base, PG.PrintedTotal, *said)


Record = Wording | Numbering | Link | PrintedValue | Assessment | PrintedTotal
Term = NamedNode | Literal
_Pairs = Iterator[tuple[str, Term | None]]


def text(value: str) -> Literal | None:
    """Return *value* as a plain string, or None when it is empty."""
    return Literal(value) if value else None


def said(value: str, lang: str) -> Literal | None:
    """Return *value* as a string in *lang*, or None when it is empty."""
    return Literal(value, language=lang) if value else None


def whole(value: int | None) -> Literal | None:
    """Return *value* as an ``xsd:integer``, or None."""
    return None if value is None else Literal(str(value), datatype=NamedNode(XSD.integer))


def day(value: dt.date | None) -> Literal | None:
    """Return *value* as an ``xsd:date``, or None."""
    return None if value is None else Literal(value.isoformat(), datatype=NamedNode(XSD.date))


def number(value: Decimal | None) -> Literal | None:
    """Return *value* as a canonical ``xsd:decimal``, or None."""
    if value is None:
        return None
    return Literal(canonical(value), datatype=NamedNode(XSD.decimal))


def node(iri: str) -> NamedNode | None:
    """Return *iri* as a node, or None when it is empty."""
    return NamedNode(iri) if iri else None


def _wording(record: Wording) -> _Pairs:
    yield PG.ofElement, node(record.element)
    yield PG.ofKind, node(record.kind)
    yield PG.text, text(record.text)
    yield PG.matchName, text(match_name(record.text))
    yield SKOS.notation, text(record.notation)
    yield PG.printedNotation, text(record.printed_notation)
    yield PG.order, whole(record.order)
    yield PG.accumulation, node(record.accumulation)
    yield PG.year, whole(record.year)
    yield PG.note, text(record.note)


def _numbering(record: Numbering) -> _Pairs:
    yield PG.ofElement, node(record.element)
    yield SKOS.notation, text(record.number)
    yield PG.basis, node(PG.Estimated)
    for lang, rationale in zip(("ja", "en"), record.rationale, strict=True):
        yield PG.rationale, said(rationale, lang)
    yield PG.by, text(record.by)
    yield DCTERMS.date, day(record.date)


def _link(record: Link) -> _Pairs:
    yield RDF.subject, node(record.subject)
    yield RDF.predicate, node(record.predicate)
    yield RDF.object, node(record.object)
    yield PG.basis, node(record.basis)
    yield PG.restsOn, node(record.rests_on)
    yield PG.byRule, node(record.rule)
    for iri in record.derived_from:
        yield PROV.wasDerivedFrom, NamedNode(iri)
    yield PG.role, node(record.role)
    yield PG.order, whole(record.order)
    for lang, rationale, note in zip(("ja", "en"), record.rationale, record.note, strict=True):
        yield PG.rationale, said(rationale, lang)
        yield PG.note, said(note, lang)
    yield PG.by, text(record.by)
    yield DCTERMS.date, day(record.date)
    yield PG.asOf, day(record.as_of)


def _printed_value(record: PrintedValue) -> _Pairs:
    yield PG.ofIndicator, node(record.indicator)
    yield PG.kind, node(record.kind)
    yield PG.year, whole(record.year)
    yield PG.yearKind, node(record.year_kind)
    yield PG.asOf, day(record.as_of)
    yield PG.value, number(record.value)
    yield PG.noValue, node(record.no_value)
    yield PG.scale, whole(None if record.scale == 1 else record.scale)
    yield PG.unit, node(record.unit)
    yield PG.note, text(record.note)
    yield PG.asPrinted, text(record.as_printed)


def _assessment(record: Assessment) -> _Pairs:
    yield PG.assesses, node(record.assesses)
    yield PG.ofIndicator, node(record.indicator)
    yield PG.comparesTarget, node(record.target)
    yield PG.comparesActual, node(record.actual)
    yield PG.reportYear, whole(record.report_year)
    yield PG.status, node(record.status)
    for predicate, narrative in record.texts:
        yield predicate, said(narrative, "ja")


def _printed_total(record: PrintedTotal) -> _Pairs:
    yield PG.ofElement, node(record.element)
    yield PG.ofKind, node(record.kind)
    yield PG.reportYear, whole(record.report_year)
    yield PG.elementCount, whole(record.elements)
    yield PG.scoredCount, whole(record.scored)
    yield PG.achievedCount, whole(record.achieved)


def triples(record: Record, base: str) -> Iterator[Triple]:
    """Return the triples that say *record*, in the namespace *base* of its city."""
    pairs: _Pairs
    document = locator = ""
    match record:
        case Numbering():
            kind, pairs = PG.Numbering, _numbering(record)
        case Wording():
            kind, pairs = PG.Wording, _wording(record)
        case Link():
            kind, pairs = PG.Link, _link(record)
        case PrintedValue():
            kind, pairs = PG.PrintedValue, _printed_value(record)
        case Assessment():
            kind, pairs = PG.Assessment, _assessment(record)
        case _:
            kind, pairs = PG.PrintedTotal, _printed_total(record)
    if not isinstance(record, Numbering):
        document, locator = record.document, record.locator
    yield from described(
        NamedNode(record.iri(base)),
        [
            (RDF.type, NamedNode(kind)),
            *pairs,
            (DCTERMS.source, node(document)),
            (PG.locator, text(locator)),
        ],
    )


def described(subject: NamedNode, pairs: Iterable[tuple[str, Term | None]]) -> Iterator[Triple]:
    """Return one triple about *subject* for each pair that has a value."""
    for predicate, term in pairs:
        if term is not None:
            yield Triple(subject, NamedNode(predicate), term)
