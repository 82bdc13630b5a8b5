"""Progress as one page for the browser and for paper: charts by measure, tables that say more."""

from collections.abc import Iterator, Sequence

from plan_graph.answers import Page
from plan_graph.charts import Pair, pairs
from plan_graph.measured import Value
from plan_graph.messages import TERMS, pick
from plan_graph.plain_page import how, html_table, listing, paragraphs, safe, section, whole_page
from plan_graph.progress import Progress
from plan_graph.progress_answers import (
    by_project,
    lead,
    project_counts,
    project_name,
    rollup_table,
    values_table,
)
from plan_graph.progress_notes import (
    banner,
    by_title,
    indicator_text,
    mark,
    notes,
    number,
    odd_lines,
    own_lines,
    rollup_lines,
    title,
    unscored,
    value_text,
)
from plan_graph.reported import Row
from plan_graph.vocab import PG


def progress_page(found: Progress, page: Page) -> str:
    """Return the page: the sheets project by project, what was not scored, and the counts."""
    below = notes(found, page, found.rollups)
    parts = [sections(found, page)]
    return whole_page(title(found, page), lead(found, page), parts, below, page, roomy=True)


def sections(found: Progress, page: Page) -> str:
    """Return all that stands between the head and the foot of the page, as HTML."""
    above = [page.text("progress.office")] if page.for_office else []
    parts = [paragraphs(above, "banner"), paragraphs(own_lines(found, page))]
    if not found.by:
        parts += [*_sheets(found, page), *_remarks(found, page)]
    return "".join([*parts, *_counts(found, page)])


def _sheets(found: Progress, page: Page) -> Iterator[str]:
    """Yield a section for each project: a chart for its goals and each measure, then the table."""
    for at, (project, rows) in enumerate(by_project(found).items(), start=1):
        multiples: dict[str, list[Row]] = {}
        for row in rows:
            multiples.setdefault(_measure(row, page), []).append(row)
        charts = "".join(
            _multiple(name, some, f"chart-{at}-{part}", page)
            for part, (name, some) in enumerate(multiples.items(), start=1)
        )
        table = html_table(values_table(rows, page))
        yield section(
            project_name(project, page),
            paragraphs(project_counts(found, project, page)),
            how(page.text("progress.chart")),
            below=f'<div class="multiples">\n{charts}</div>\n{table}',
        )
    if found.others and (found.element or not found.rows):
        table = html_table(values_table(found.others, page))
        yield section(page.text("progress.others"), table)


def _measure(row: Row, page: Page) -> str:
    """Return what a row is shown under: the goals of its project, or its measure."""
    if row.kind == PG.ProjectGoal:
        return page.text("progress.goals")
    if not row.measure:
        return page.text("progress.actions")
    return page.known[row.measure].named(page.lang)


def _multiple(name: str, rows: Sequence[Row], key: str, page: Page) -> str:
    drawn = [
        Pair(
            _label(row, page),
            (_length(row.actual), _length(row.target)),
            (_said("actual", row.actual, page), _said("target", row.target, page)),
            mark(row),
        )
        for row in rows
    ]
    chart = pairs(drawn, title=page.text("progress.chart-of", name=name), key=key)
    return f'<figure class="kept">\n<h3>{safe(name)}</h3>\n{chart}\n</figure>\n'


def _label(row: Row, page: Page) -> str:
    told = f"{number(row, page)} {indicator_text(row, page)}"
    if row.measured and row.measured.better_when == PG.Lower:
        lower = pick(TERMS[PG.Lower], page.lang)
        return page.text("progress.value", value=told, when=lower)
    return told


def _length(value: Value | None) -> float | None:
    return None if value is None or value.number is None else float(value.number)


def _said(key: str, value: Value | None, page: Page) -> str:
    return page.text(f"progress.{key}-is", value=value_text(value, page))


def _remarks(found: Progress, page: Page) -> Iterator[str]:
    for key, lines in (("unscored", unscored(found, page)), ("odd", odd_lines(found, page))):
        if lines:
            yield section(page.text(f"progress.{key}"), listing(lines))


def _counts(found: Progress, page: Page) -> Iterator[str]:
    for rollup in found.rollups:
        yield section(
            by_title(rollup, page),
            paragraphs(banner(rollup, page), "banner"),
            html_table(rollup_table(rollup, found, page)),
            below=listing([*rollup_lines(rollup, page)]),
        )
