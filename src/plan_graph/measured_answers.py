"""Indicators as people read them: values by year as printed, statuses with what they compare."""

from collections.abc import Iterable, Iterator

from plan_graph.answers import Page, backing, source
from plan_graph.japanese import era_year
from plan_graph.measured import Measured, Sources, Status, Value
from plan_graph.messages import (
    BASES,
    FINDINGS,
    NARRATIVES,
    STATUS_MARKS,
    TERMS,
    VALUE_KINDS,
    pick,
    place,
)
from plan_graph.tables import hanging, joined, terminal
from plan_graph.vocab import PG


def measured_lines(measured: Measured, page: Page) -> Iterator[str]:
    """Tell an indicator without its name: values, statuses, odd figures, and where they stand."""
    if printed := current(measured):
        yield terminal(*values_table(printed, page), page.screen, indent="  ")
    else:
        yield f"  {page.text('show-no-values')}"
    for status in measured.statuses:
        yield from status_lines(status, page)
    for line in figure_notes(measured, page):
        yield from hanging(f"  {line}", page.screen, 4)


def current(measured: Measured) -> list[Value]:
    """Return the values that no newer document replaces."""
    return [value for value in measured.values if not value.outdated]


def figure_notes(measured: Measured, page: Page) -> list[str]:
    """Tell what looks odd, what older documents print, and where the values stand."""
    return [*_odd(measured, page), *_older(measured, page), *_evidence(measured, page)]


def traits(measured: Measured, page: Page) -> str:
    """Tell unit, accumulation and direction of an indicator; the last is the editors' judgement."""
    told = []
    if measured.unit:
        told.append(page.text("show-unit", name=name_of(measured.unit, page)))
    if measured.accumulation in TERMS:
        told.append(pick(TERMS[measured.accumulation], page.lang))
    if measured.better_when in TERMS:
        better = pick(TERMS[measured.better_when], page.lang)
        told.append(page.text("show-editors", text=better))
    return joined(told, page.lang)


def values_table(values: Iterable[Value], page: Page) -> tuple[list[str], list[list[str]]]:
    """Return the values as printed: the head, and a row for each year with its kinds beside."""
    head = [page.text("show-year"), *(pick(names, page.lang) for names in VALUE_KINDS.values())]
    rows = [
        [year, *("／".join(cell(value, page) for value in there) for there in kinds)]
        for year, kinds in by_year(values, page).items()
    ]
    return head, rows


def by_year(values: Iterable[Value], page: Page) -> dict[str, list[list[Value]]]:
    """Return the values of each year, as it is printed, by their kinds."""
    rows: dict[str, list[list[Value]]] = {}
    for value in values:
        row = rows.setdefault(year_of(value, page), [[] for _ in VALUE_KINDS])
        row[list(VALUE_KINDS).index(value.kind)].append(value)
    return rows


def status_lines(status: Status, page: Page) -> Iterator[str]:
    """Tell a status in lines as wide as the screen."""
    for line in status_told(status, page):
        yield from hanging(f"  {line}", page.screen, 4)


def status_told(status: Status, page: Page) -> list[str]:
    """Tell a status with the two values it compares, and its reason or where that stands."""

    def era(year: int) -> str:
        return page.text("show-era", era=era_year(year), year=year)

    told = {
        "year": era(status.report_year),
        "mark": STATUS_MARKS.get(status.status, "?"),
        "actual": cell(status.actual, page),
        "target": cell(status.target, page),
    }
    bare = status.actual is None and status.target is None
    lines = [page.text("show-status-bare" if bare else "show-status", **told)]
    if status.actual and status.actual.year not in {0, status.report_year}:
        years = {"report": era(status.report_year), "year": era(status.actual.year)}
        lines.append(page.text("show-other-year", **years))
    for predicate, text in status.narratives:
        label = pick(NARRATIVES[predicate], page.lang)
        lines.append(page.text("show-narrative", label=label, text=text))
    if PG.evaluation not in dict(status.narratives):
        sheets = [_sheet(each, page) for _, there in status.sources for each in there]
        lines.append(page.text("show-reason", places=joined(sheets, page.lang)))
    return lines


def sources_text(sources: Sources, page: Page) -> str:
    """Tell documents, each once, with all their places."""
    places: dict[str, list[str]] = {}
    for document, there in sources:
        places.setdefault(document, []).extend(there)
    told = (source(each, tuple(dict.fromkeys(there)), page) for each, there in places.items())
    return joined(told, page.lang)


def name_of(iri: str, page: Page) -> str:
    """Return the name of an element; anything else is written as it is."""
    element = page.known.get(iri)
    return element.label(page.lang) if element else iri


def year_of(value: Value, page: Page) -> str:
    """Return the year of a value as it is printed."""
    if not value.year:
        return page.text("show-no-year")
    # A year of which the print tells no kind is written as the year alone.
    key = "show-fiscal-year" if value.year_kind == PG.FiscalYear else "show-calendar-year"
    return page.text(key, era=era_year(value.year), year=value.year)


def cell(value: Value | None, page: Page) -> str:
    """Return a value as it is printed, with the day it is of."""
    if value is None:
        return page.text("show-no-value")
    if value.as_of:
        return page.text("show-as-of", value=value.printed, date=value.as_of)
    return value.printed


def _sheet(locator: str, page: Page) -> str:
    kind, _, number = locator.partition(":")
    return page.text("show-sheet", number=number) if kind == "sheet" else place(locator, page.lang)


def _odd(measured: Measured, page: Page) -> Iterator[str]:
    for code, first, last in measured.odd:
        told = {"first": cell(first, page), "second": cell(last, page)}
        finding = pick(FINDINGS[code], page.lang)
        name = name_of(measured.indicator, page)
        yield page.text("remark", note=finding.format(name=name, **told))


def _older(measured: Measured, page: Page) -> Iterator[str]:
    for value in measured.values:
        if value.outdated:
            yield page.text(
                "show-older",
                source=sources_text(value.sources, page),
                year=year_of(value, page),
                kind=pick(VALUE_KINDS[value.kind], page.lang),
                printed=cell(value, page),
            )


def _evidence(measured: Measured, page: Page) -> Iterator[str]:
    """Tell why the indicator is the element's, then where else its values are printed."""
    told = set()
    for step in measured.steps:
        told |= {(document, each) for document, there in step.sources for each in there}
        yield from backing(step, page)
    besides = {
        (document, tuple(each for each in there if (document, each) not in told)): None
        for value in measured.values
        for document, there in value.sources
    }
    rest = tuple((document, there) for document, there in besides if there)
    if rest:
        yield f"［{pick(BASES[PG.Stated], page.lang)}］{sources_text(rest, page)}"
