"""What a page shows of an indicator: a chart of its values, their table, statuses and remarks."""

from dataclasses import dataclass
from typing import Final

from plan_graph.charts import Bar, Part, bars
from plan_graph.measured import Measured, Value
from plan_graph.measured_answers import (
    by_year,
    cell,
    current,
    figure_notes,
    status_told,
    traits,
    year_of,
)
from plan_graph.messages import VALUE_KINDS, pick
from plan_graph.vocab import PG
from plan_graph.web.here import Here, Named, Why

#: Kind of a value to the look of its bar.
_LOOKS: Final = {PG.Baseline: "blank", PG.Target: "stripes", PG.Actual: "solid"}


@dataclass(frozen=True, slots=True)
class Figures:
    """An indicator: its name unless the page is its own, chart, table, statuses and remarks."""

    name: Named | None
    traits: str
    chart: str
    head: tuple[str, ...]
    #: a year, and its values by kind
    rows: tuple[tuple[str, tuple[tuple[Named, ...], ...]], ...]
    statuses: tuple[Why, ...]
    notes: tuple[str, ...]
    evidence: tuple[str, ...]


def figures(measured: Measured, here: Here, key: str, *, own: bool) -> Figures:
    """Return what is shown of an indicator; *key* sets its chart apart from others on the page.

    Its name and traits are left out where the page is its *own*.
    """
    page = here.page
    printed = current(measured)
    rows = by_year(printed, page)
    return Figures(
        name=None if own else here.numbered(measured.indicator),
        traits="" if own else traits(measured, page),
        chart=chart(measured, here, key),
        head=(page.text("show-year"), *(pick(each, page.lang) for each in VALUE_KINDS.values())),
        rows=tuple(
            (year, tuple(tuple(_printed(value, here) for value in there) for there in kinds))
            for year, kinds in rows.items()
        ),
        statuses=tuple(
            Why(tuple(status_told(each, page)), here.link(each.assessment))
            for each in measured.statuses
        ),
        notes=tuple(figure_notes(measured, page)),
        evidence=tuple(here.link(step.link) for step in measured.steps),
    )


def _printed(value: Value, here: Here) -> Named:
    """Return a value as it is printed, with the page of its evidence."""
    return Named(cell(value, here.page), here.link(value.iri))


def chart(measured: Measured, here: Here, key: str) -> str:
    """Return the values as bars from nought on, or nothing where there are less than two."""
    values = current(measured)
    numbers = [value.number for value in values if value.number is not None]
    if len(numbers) < 2 or min(numbers) < 0 or not any(numbers):  # noqa: PLR2004 - nothing to compare
        return ""
    page = here.page
    parts = [
        Part(name := pick(names, page.lang), name[0].upper(), _LOOKS[kind])
        for kind, names in VALUE_KINDS.items()
    ]
    rows = []
    for value in values:
        length = float(value.number or 0)
        counts = tuple(length if kind == value.kind else 0 for kind in VALUE_KINDS)
        kind = pick(VALUE_KINDS[value.kind], page.lang)
        rows.append(Bar(f"{year_of(value, page)} {kind}", counts, cell(value, page)))
    title = here.numbered(measured.indicator).text
    return bars(rows, parts, title=page.text("element.chart", name=title), key=key)
