"""進行管理表 as forms in Word, in the layout that the sheets are printed in: one sheet a page."""

from collections.abc import Iterator
from typing import Final

from pyoxigraph import NamedNode

from plan_graph.answers import Page, footer
from plan_graph.coverage_notes import numbered
from plan_graph.errors import PlanGraphError
from plan_graph.japanese import era_year, without_year
from plan_graph.measured import Value
from plan_graph.messages import NARRATIVES, fault, pick
from plan_graph.progress import Progress
from plan_graph.progress_notes import (
    indicator_text,
    mark,
    number,
    reason_text,
    remarks,
    sheet_name,
    title,
    value_text,
    year_text,
)
from plan_graph.reported import Row
from plan_graph.vocab import PG
from plan_graph.word import Entry, Form, Line, document

#: How high the cells of a sheet's texts are at least, in millimetres, and of which year the text
#: is: of the report (0), of the year after it (1), or of none.
_TEXTS: Final = {
    PG.overview: (30, None),
    PG.evaluation: (42, 0),
    PG.synergy: (36, 0),
    PG.nextDirection: (36, 1),
}


def progress_document(found: Progress, page: Page) -> bytes:
    """Return the sheets as a Word document; raise PlanGraphError when there are none."""
    if not found.rows:
        raise PlanGraphError([fault("export progress", "progress.no-sheets")])
    documents = {each for row in found.rows if row.sheet for each, _ in row.sheet.sources}
    cities = [iri for iri, each in page.known.items() if each.kind == PG.Municipality]
    below = page.text("sources", city=page.names(cities), documents=page.names(sorted(documents)))
    forms = [_form(row, found, page) for row in found.rows]
    return document(title(found, page), forms, [below, footer(page).splitlines()[-1]], page.lang)


def _form(row: Row, found: Progress, page: Page) -> Form:
    element = page.known[row.element]
    heading = f"{sheet_name(row, page)} {element.label(page.lang)}"
    lines = [*(_goal(row, page) if row.kind == PG.ProjectGoal else _action(row, found, page))]
    lines += [*_values(row, page), *_texts(row, page)]
    below = remarks(row, page)
    if row.sheet and PG.evaluation not in dict(row.sheet.narratives):
        reason = page.text("progress.sheet-reason", place=reason_text(row, page))
        below = [reason, *below]
    return Form(heading, tuple(lines), tuple(page.text("remark", note=each) for each in below))


def _label(key: str, page: Page, span: int = 1) -> Entry:
    return Entry(page.text(f"progress.{key}"), span, "label")


def _action(row: Row, found: Progress, page: Page) -> Iterator[Line]:
    """Yield whose sheet it is: its place in the plan, its name, departments and status."""
    above = (row.project, row.goal, row.measure)
    names = (numbered(page.known[iri], page) if iri else "" for iri in above)
    keys = ("number", "project", "goal", "measure")
    yield Line(tuple(_label(key, page) for key in keys))
    yield Line((Entry(number(row, page), 1, "value"), *(Entry(name) for name in names)))
    status = _label("status", page)
    yield Line((_label("action", page, 2), _label("departments", page), status))
    departments = "\n".join(
        page.known[iri].label(page.lang) for iri in found.departments.get(row.element, ())
    )
    name = Entry(page.known[row.element].label(page.lang), 2)
    yield Line((name, Entry(departments), Entry(mark(row), 1, "sign")), 11)


def _goal(row: Row, page: Page) -> Iterator[Line]:
    """Yield whose sheet it is: the project with its leader, the goal and its status."""
    project = page.known.get(row.project)
    leaders = (
        quad.object.value
        for quad in page.store.quads_for_pattern(
            NamedNode(row.project or row.element), NamedNode(PG.leader), None
        )
        if isinstance(quad.object, NamedNode)
    )
    yield Line((_label("project", page, 2), _label("leader", page, 2)))
    name = numbered(project, page) if project else ""
    yield Line((Entry(name, 2), Entry(page.names(sorted(leaders)), 2)))
    yield Line((_label("goal", page, 3), _label("status", page)))
    goal = numbered(page.known[row.element], page)
    yield Line((Entry(goal, 3), Entry(mark(row), 1, "sign")), 11)


def _values(row: Row, page: Page) -> Iterator[Line]:
    """Yield the indicator and its values, each below the year that its column is of."""
    indicator = indicator_text(row, page) if row.measured else page.text("progress.no-indicator")
    yield Line((_label("of-sheet", page), Entry(indicator, 3)), 11)
    year = row.sheet.report_year if row.sheet else 0
    columns = [
        (page.text("progress.baseline-set"), row.baseline, 0),
        (_dated("target", year, page), row.target, year),
        (_dated("actual", year, page), row.actual, year),
    ]
    if row.kind != PG.ProjectGoal:
        columns.append((_dated("target", year + 1, page), row.next_target, year + 1))
    spans = [1, 1, 2] if row.kind == PG.ProjectGoal else [1, 1, 1, 1]
    pairs = list(zip(columns, spans, strict=True))
    yield Line(tuple(Entry(head, span, "label") for (head, _, _), span in pairs))
    told = (_value(value, of_column, page) for _, value, of_column in columns)
    yield Line(
        tuple(Entry(each, span, "value") for each, span in zip(told, spans, strict=True)), 11
    )


def _dated(key: str, year: int, page: Page) -> str:
    name = page.text(f"progress.{key}")
    return page.text("progress.value", value=name, when=year_text(year, page))


def _value(value: Value | None, year: int, page: Page) -> str:
    """Return a value as printed, with its year where it is not that of its column."""
    if value is None:
        return "-"
    if value.year == year and value.year_kind == PG.FiscalYear and not value.as_of:
        return without_year(value.printed)
    return value_text(value, page)


def _texts(row: Row, page: Page) -> Iterator[Line]:
    """Yield the cells of an action's texts: as the graph holds them, else blank."""
    held = dict(row.sheet.narratives) if row.sheet else {}
    for predicate, (height, after) in _TEXTS.items():
        if row.kind == PG.ProjectGoal and predicate not in held:
            continue
        label = pick(NARRATIVES[predicate], page.lang)
        if after is not None and row.sheet:
            year = row.sheet.report_year + after
            era = page.text("show-era", era=era_year(year), year=year)
            label = page.text("progress.of-year", year=era, what=label)
        text = held.get(predicate, "")
        yield Line((Entry(label, 1, "label"), Entry(text, 3, "long")), 12 if text else height)
