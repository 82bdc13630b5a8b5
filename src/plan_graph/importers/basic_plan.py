"""Importer ``basic-plan``: measures, main actions, indicators and charts of a basic plan.

Each page is one measure. The icons of the SDGs are lost with the pictures: nothing is said of
them. The sentences of the plan are not read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from plan_graph.elements import PrintedValue
from plan_graph.errors import Fault
from plan_graph.importers.basic_pages import Chart, Entry, Page, Row, is_named, pages
from plan_graph.importers.source import (
    Reading,
    Source,
    column_head,
    indicator_name,
    printed_values,
    section,
)
from plan_graph.japanese import mapped, match_name, printed_year
from plan_graph.messages import fault, note
from plan_graph.vocab import PG

_CUMULATIVE = "（累計）"
_YEAR = r"(?:西暦|R|H|S|令和|平成|昭和)?(?:\d+|元)年度?"


@dataclass(slots=True)
class _Document:
    """What has been read so far, by which later pages are judged."""

    source: Source
    reading: Reading = field(default_factory=Reading)
    #: elements of a class in the order of print
    printed: dict[str, list[str]] = field(default_factory=dict)
    #: numbers of measures whose chart has kept no value
    lost: list[str] = field(default_factory=list)

    def fault(self, locator: str, key: str, /, **values: object) -> None:
        self.reading.faults.append(fault(self.source.where(locator), key, **values))

    def keyed(self, cls: str, name: str, locator: str) -> str:
        """Return the key that ``keys.csv`` gives *name*; report a name that has none."""
        key = self.source.register.keys.get((cls, match_name(name)), "")
        if not key:
            self.fault(locator, "no-key", kind=cls.removeprefix(PG.NS), name=name)
        return key

    def place(self, cls: str, iri: str) -> int:
        """Return the position of *iri* among the elements of its class in print."""
        known = self.printed.setdefault(cls, [])
        if iri not in known:
            known.append(iri)
        return known.index(iri) + 1

    def word(self, cls: str, iri: str, text: str, locator: str, **more: object) -> None:
        """Record that *text* is printed here as the name of *iri*."""
        wording = self.source.wording(cls, iri, text, locator, **more)
        self.reading.records.append(wording)

    def state(self, subject: str, predicate: str, obj: str, locator: str, **more: object) -> None:
        """Record that the document states the relation here."""
        self.reading.records.append(self.source.stated(subject, predicate, obj, locator, **more))


def read(source: Source) -> Reading:
    """Read the document; every fault is kept in the reading, none stops it."""
    document = _Document(source)
    found = list(pages([mapped(line).strip() for line in source.lines]))
    if not any(page.measures for page in found):
        document.reading.faults.append(fault(str(source.path), "wrong-document", kind="basic-plan"))
        return document.reading
    for number, page in enumerate(found, start=1):
        _page(page, number, document)
    if document.lost:
        numbers = "、".join(document.lost)
        notice = fault(str(source.path), "no-chart-values", numbers=numbers)
        document.reading.notices.append(notice)
    return document.reading


def _page(page: Page, at: int, document: _Document) -> None:
    if len(page.measures) != 1:
        document.fault(f"page:{at}", "measure-heading", count=len(page.measures))
        return
    [(name, number)] = page.measures
    locator = f"measure:{number}"
    parts = {
        "施策の名称": name,
        "基本政策": page.policy,
        "主な取組": page.actions,
        "目標（年度）": page.head,
        "指標": page.rows,
        "視点": page.viewpoints,
        "関連する個別計画": page.related is not None,
    }
    if missing := [part for part, found in parts.items() if not found]:
        document.fault(locator, "page-lacks", parts="、".join(missing))
        return
    measure = document.source.element(PG.Measure, number)
    if measure in document.printed.get(PG.Measure, ()):
        document.fault(locator, "duplicate", number=number)
        return
    document.word(
        PG.Measure,
        measure,
        name,
        locator,
        notation=number,
        printed_notation=number,
        order=document.place(PG.Measure, measure),
    )
    _policy(page, measure, locator, document)
    _surroundings(page, measure, locator, document)
    for entry in page.actions:
        _action(entry, measure, number, document)
    _indicators(page, measure, number, document)
    if page.chart:
        _chart(page.chart, measure, number, document)


def _policy(page: Page, measure: str, locator: str, document: _Document) -> None:
    """Record the basic policy and the basic direction in the running head of the page."""
    source = document.source
    assert page.policy, "a page without it was reported"
    direction_name, printed, name = page.policy
    key = document.keyed(PG.BasicDirection, direction_name, locator)
    if not key:
        return
    # Policies are numbered anew in each direction, and directions keep their names in later plans.
    direction = source.element(PG.BasicDirection, key)
    policy = source.element(PG.BasicPolicy, f"{key}-{int(printed)}")
    plan = source.register.iri(PG.Plan, source.plan.key)
    order = document.place(PG.BasicDirection, direction)
    document.word(PG.BasicDirection, direction, direction_name, locator, order=order)
    document.state(direction, PG.partOf, plan, locator)
    document.word(
        PG.BasicPolicy,
        policy,
        name,
        locator,
        notation=str(int(printed)),
        printed_notation=printed,
        order=document.place(PG.BasicPolicy, policy),
    )
    document.state(policy, PG.partOf, direction, locator)
    document.state(measure, PG.partOf, policy, locator)


def _surroundings(page: Page, measure: str, locator: str, document: _Document) -> None:
    """Record the view points, the principles and the related plans printed with a measure."""
    register = document.source.register
    for cls, relation, names in (
        (PG.ViewPoint, PG.fromViewPoint, page.viewpoints),
        (PG.RelatedPlan, PG.refersTo, page.related or ()),
    ):
        for name in names:
            if key := document.keyed(cls, name, locator):
                iri = register.iri(cls, key)
                document.word(cls, iri, name, locator, order=document.place(cls, iri))
                document.state(measure, relation, iri, locator)
    for (cls, name), key in register.keys.items():
        if cls == PG.Principle and is_named(page, name):
            iri, remark = register.iri(cls, key), note("principle-mark")
            document.word(cls, iri, register.names[cls, key], locator)
            document.state(measure, PG.underPrinciple, iri, locator, note=remark)


def _action(entry: Entry, measure: str, measure_number: str, document: _Document) -> None:
    source, number = document.source, f"{entry.measure}-{entry.number}"
    locator = f"action:{number}"
    if entry.measure != measure_number:
        document.fault(locator, "other-measure", number=number, measure=measure_number)
        return
    action = source.element(PG.Action, number, entry.name)
    if action in document.printed.get(PG.Action, ()):
        document.fault(locator, "duplicate", number=number)
        return
    document.word(
        PG.Action,
        action,
        entry.name,
        locator,
        notation=number,
        printed_notation=number,
        order=document.place(PG.Action, action),
    )
    document.state(action, PG.partOf, measure, locator)
    for order, printed in enumerate(entry.sections, start=1):
        found = section(source, printed)
        if found is None:
            document.fault(locator, "unknown-department", name=printed)
            continue
        department, matched = found
        iri = source.register.iri(PG.Department, department.key)
        document.word(PG.Department, iri, printed.strip(), locator)
        document.state(
            action,
            PG.responsible,
            iri,
            locator,
            order=order if len(entry.sections) > 1 else None,
            note=note("section-only") if matched else ("", ""),
        )


def _indicators(page: Page, measure: str, number: str, document: _Document) -> None:
    """Record the table of indicators; they have no printed numbers, so they get none."""
    source, locator = document.source, f"measure:{number}"
    head = column_head(page.head)
    year = head[1] if head else None
    if year is None or year.year != source.plan.end_year:
        document.fault(locator, "other-plan", plan=source.plan.name, year=page.head)
        return
    for at, row in enumerate(page.rows, start=1):
        if not row.target:
            document.fault(locator, "indicator-row", name=row.name)
            continue
        own = number if len(page.rows) == 1 else f"{number}-{at}"
        _indicator(row, page.head, measure, own, document)


def _indicator(row: Row, head: str, measure: str, number: str, document: _Document) -> None:
    source, locator = document.source, f"measure:{number.partition('-')[0]}"
    # This plan prints （累計） where others print 【累計】.
    printed = row.name.replace(_CUMULATIVE, "【累計】")
    _, name, accumulation, _ = indicator_name(printed)
    iri = source.element(PG.Indicator, number, name)
    document.word(
        PG.Indicator,
        iri,
        name,
        locator,
        order=document.place(PG.Indicator, iri),
        accumulation=accumulation,
    )
    document.state(measure, PG.hasIndicator, iri, locator)
    for value in printed_values(
        source, iri, [("現状値", row.current), (head, row.target)], locator
    ):
        if isinstance(value, Fault):
            document.reading.faults.append(value)
        else:
            document.reading.records.append(value)


# --- Charts ---------------------------------------------------------------------------------


def _chart(chart: Chart, measure: str, number: str, document: _Document) -> None:
    """Record the chart as a statistic: its values are printed values, and never observations."""
    locator = f"measure:{number}"
    iri = document.source.element(PG.Statistic, number)
    order = document.place(PG.Statistic, iri)
    document.word(PG.Statistic, iri, chart.title, locator, order=order, note=chart.source)
    remark = note("chart-order") if chart.years else ("", "")
    document.state(measure, PG.hasStatistic, iri, locator, note=remark)
    if len(chart.years) != len(chart.series):
        counts = {"years": len(chart.years), "values": len(chart.series)}
        document.fault(locator, "chart-values", **counts)
        return
    if not chart.years and not chart.shares:
        document.lost.append(number)
    for value in _chart_values(chart, iri, locator, document):
        if isinstance(value, Fault):
            document.reading.faults.append(value)
        else:
            document.reading.records.append(value)


def _chart_values(
    chart: Chart, iri: str, locator: str, document: _Document
) -> Iterator[PrintedValue | Fault]:
    """Yield the values of a chart: those under its years, or one an answer, in its source's year.

    The text has lost where a value stands on the chart: none is given a year for its place in it.
    """
    source = document.source
    key = source.register.keys.get((PG.Unit, match_name(chart.unit)), "")
    if chart.unit and not key:
        yield fault(source.where(locator), "no-key", kind="Unit", name=chart.unit)
        return
    asked = re.search(_YEAR, match_name(chart.source))
    year = printed_year(asked[0]) if asked and chart.shares else None
    rows = [(number, " ".join(chart.years), number) for number in chart.series]
    rows += [(f"{label} {number}", label, number) for label, number in chart.shares]
    for print_, beside, number in rows:
        yield PrintedValue(
            indicator=iri,
            kind=PG.Actual,
            as_printed=print_,
            document=source.iri,
            locator=locator,
            value=Decimal(match_name(number).replace(",", "")),
            unit=source.register.iri(PG.Unit, key) if key else "",
            year=year.year if year else None,
            year_kind=(PG.FiscalYear if year.fiscal else PG.CalendarYear) if year else "",
            note=beside,
        )
