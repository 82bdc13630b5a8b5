"""Indicators as documents print them: values by year, statuses, and figures that look odd."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from plan_graph.graph import Node, one
from plan_graph.graph.turtle import natural_key
from plan_graph.reasons import Step, places
from plan_graph.vocab import DCTERMS, PG, PROV, RDF

_NARRATIVES = (PG.overview, PG.evaluation, PG.synergy, PG.nextDirection)
_VALUE_KINDS = (PG.Baseline, PG.Target, PG.Actual)
#: A value that is this many times the baseline, or less than one part of it, is odd.
_FACTOR = 10

#: Documents, each with the places in it.
Sources = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Value:
    """A value of an indicator as the newest document prints it, with all that print the same.

    `outdated` is one that a newer document replaces. A year that is not printed is 0.
    """

    kind: str
    year: int
    year_kind: str
    as_of: str
    number: Decimal | None
    no_value: str
    printed: str
    note: str
    sources: Sources
    outdated: bool = False
    #: the observation, or the print that no observation keeps
    iri: str = ""


@dataclass(frozen=True, slots=True)
class Status:
    """A printed status with the two values it compares, and the sheet's texts if they are here."""

    assessment: str
    report_year: int
    status: str
    target: Value | None
    actual: Value | None
    sources: Sources
    #: (property, text), in the order of the sheet
    narratives: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """An indicator with all its values and statuses, and why it is the element's."""

    indicator: str
    unit: str
    accumulation: str
    better_when: str
    steps: tuple[Step, ...]
    values: tuple[Value, ...]
    statuses: tuple[Status, ...]
    #: (code of the finding, baseline, actual)
    odd: tuple[tuple[str, Value, Value], ...]


@dataclass(frozen=True, slots=True)
class Total:
    """A printed total of a project, and what its sheets give."""

    iri: str
    element: str
    #: whether actions or project goals are counted
    kind: str
    year: int
    #: elements, those of their indicators that are scored, and those that reach their target
    printed: tuple[int, int, int]
    counted: tuple[int, int, int]
    sources: Sources


def odd_figure(baseline: Decimal, actual: Decimal, *, cumulative: bool, lower: bool) -> str:
    """Return the finding that two figures suggest another scope, or an empty string.

    >>> odd_figure(Decimal(1185), Decimal(477), cumulative=True, lower=False)
    'cumulative-fall'
    >>> odd_figure(Decimal(457), Decimal(26), cumulative=False, lower=False)
    'factor'
    >>> odd_figure(Decimal(250), Decimal(270), cumulative=True, lower=False)
    ''
    """
    if cumulative and not lower and actual < baseline:
        return "cumulative-fall"
    if baseline and actual and not 1 / Decimal(_FACTOR) < actual / baseline < _FACTOR:
        return "factor"
    return ""


def of_type(cls: str, evidence: Mapping[str, Node]) -> list[tuple[str, Node]]:
    """Return the nodes of the class *cls* in the order of their IRIs."""
    found = [(iri, node) for iri, node in evidence.items() if one(node, RDF.type) == cls]
    return sorted(found, key=lambda pair: natural_key(pair[0]))


def source_of(node: Node) -> Sources:
    """Return the document that a piece of evidence names, if it does, with the places in it."""
    return ((one(node, DCTERMS.source), places(node)),) if DCTERMS.source in node else ()


def measured(
    indicator: str, evidence: dict[str, Node], years: dict[str, int], steps: tuple[Step, ...]
) -> Measured:
    """Return all that *evidence* prints of *indicator*; *years* are those of the documents."""
    node = evidence[indicator]
    values = _values(indicator, evidence, years)
    statuses = [
        status_of(iri, each, values)
        for iri, each in of_type(PG.Assessment, evidence)
        if one(each, PG.ofIndicator) == indicator
    ]
    return Measured(
        indicator=indicator,
        unit=one(node, PG.unit),
        accumulation=one(node, PG.accumulation),
        better_when=one(node, PG.betterWhen),
        steps=steps,
        values=tuple(sorted(values.values(), key=_by_year)),
        statuses=tuple(statuses),
        odd=tuple(_odd(values.values(), node)),
    )


def _by_year(value: Value) -> tuple[int, int, bool]:
    return (value.year, _VALUE_KINDS.index(value.kind), value.outdated)


def _values(indicator: str, evidence: dict[str, Node], years: dict[str, int]) -> dict[str, Value]:
    """Return the values of *indicator* by observation, and those that no observation keeps."""
    prints = {
        iri: node
        for iri, node in of_type(PG.PrintedValue, evidence)
        if one(node, PG.ofIndicator) == indicator
    }
    values = {}
    kept: set[str] = set()
    for iri, node in of_type(PG.Observation, evidence):
        if one(node, PG.ofIndicator) == indicator:
            origins = {term.value for term in node.get(PROV.wasDerivedFrom, ())}
            kept |= origins
            same = [prints[origin] for origin in sorted(origins) if origin in prints]
            same.sort(key=lambda each: -years.get(one(each, DCTERMS.source), 0))
            values[iri] = _value(iri, node, same)
    # Of a statistic there are no observations: its prints are all there is, and none is outdated.
    outdated = one(evidence[indicator], RDF.type) == PG.Indicator
    rest = {
        iri: _value(iri, node, [node], outdated=outdated)
        for iri, node in prints.items()
        if iri not in kept
    }
    return values | rest


def _value(iri: str, node: Node, prints: list[Node], *, outdated: bool = False) -> Value:
    number = one(node, PG.value)
    return Value(
        kind=one(node, PG.kind),
        year=int(one(node, PG.year) or 0),
        year_kind=one(node, PG.yearKind),
        as_of=one(node, PG.asOf),
        number=Decimal(number) if number else None,
        no_value=one(node, PG.noValue),
        printed=one(prints[0], PG.asPrinted) if prints else number,
        note=one(node, PG.note),
        sources=tuple(source for each in prints for source in source_of(each)),
        outdated=outdated,
        iri=iri,
    )


def _odd(values: Iterable[Value], indicator: Node) -> Iterable[tuple[str, Value, Value]]:
    current = [value for value in values if not value.outdated]
    for first in current:
        for last in current:
            if (first.kind, last.kind) != (PG.Baseline, PG.Actual):
                continue
            if first.number is not None and last.number is not None:
                code = odd_figure(
                    first.number,
                    last.number,
                    cumulative=one(indicator, PG.accumulation) == PG.Cumulative,
                    lower=one(indicator, PG.betterWhen) == PG.Lower,
                )
                if code:
                    yield (code, first, last)


def status_of(iri: str, node: Node, values: Mapping[str, Value]) -> Status:
    """Return the status that *node* is, its two values taken out of *values* by observation."""
    texts = ((each, one(node, each)) for each in _NARRATIVES)
    return Status(
        assessment=iri,
        report_year=int(one(node, PG.reportYear) or 0),
        status=one(node, PG.status),
        target=values.get(one(node, PG.comparesTarget)),
        actual=values.get(one(node, PG.comparesActual)),
        sources=source_of(node),
        narratives=tuple((predicate, text) for predicate, text in texts if text),
    )


def totals(graph: Mapping[str, Node]) -> Iterator[Total]:
    """Yield every printed total in *graph*, recounted from the assessments of its project."""
    counted: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    elements = Counter((one(node, PG.inProject), one(node, RDF.type)) for node in graph.values())
    for _, node in of_type(PG.Assessment, graph):
        assessed = graph.get(one(node, PG.assesses), {})
        project = (one(assessed, PG.inProject), one(assessed, RDF.type))
        counted[*project, one(node, PG.reportYear)][one(node, PG.status)] += 1
    for iri, node in of_type(PG.PrintedTotal, graph):
        element, kind, year = (one(node, p) for p in (PG.ofElement, PG.ofKind, PG.reportYear))
        statuses = counted[element, kind, year]
        achieved = statuses[PG.Achieved]
        names = (PG.elementCount, PG.scoredCount, PG.achievedCount)
        first, second, third = (int(one(node, name) or 0) for name in names)
        yield Total(
            iri=iri,
            element=element,
            kind=kind,
            year=int(year or 0),
            printed=(first, second, third),
            counted=(elements[element, kind], achieved + statuses[PG.NotAchieved], achieved),
            sources=source_of(node),
        )
