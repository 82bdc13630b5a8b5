"""Progress as people read it: on the terminal, as rows, as plain data, as sheets of a workbook."""

from collections import Counter
from collections.abc import Iterable, Iterator

from plan_graph.answers import Page
from plan_graph.coverage_notes import numbered
from plan_graph.kinds import kind_name
from plan_graph.measured import Total, Value
from plan_graph.measured_answers import name_of
from plan_graph.messages import STATUS_MARKS, TERMS, pick
from plan_graph.progress import BY, Group, Progress, Rollup
from plan_graph.progress_notes import (
    banner,
    bases_text,
    by_title,
    indicator_text,
    mark,
    marks_text,
    notes,
    number,
    odd_lines,
    own_lines,
    ratio_text,
    reason_text,
    remarks,
    rollup_lines,
    sources,
    title,
    total_text,
    unscored,
    value_text,
    when,
)
from plan_graph.reported import ASSESSED, Row
from plan_graph.tables import hanging, joined, terminal
from plan_graph.vocab import PG
from plan_graph.workbook import Cell, Notes, Sheet

Rows = list[list[Cell]]
Table = tuple[list[str], Rows]
_VALUES = ("baseline", "target", "actual", "next")


def progress_text(found: Progress, page: Page) -> str:
    """Tell the sheets project by project, or the counts that were asked for, and the notes."""
    told = hanging(lead(found, page), page.screen, 0)
    office = [page.text("progress.office")] if page.for_office else []
    parts = ["\n".join([title(found, page), *office, *told, *own_lines(found, page)])]
    counts = found.rollups if found.by else ()
    for rollup in counts:
        below = _folded((f"- {line}" for line in rollup_lines(rollup, page)), page)
        table = _terminal(rollup_table(rollup, found, page), page)
        heading = f"■ {by_title(rollup, page)}"
        parts.append("\n".join([heading, *banner(rollup, page), table, *below]))
    if not counts:
        parts += _sheets_text(found, page)
    below = _folded([*_hint(found, page), *notes(found, page, counts)], page)
    return "\n\n".join([*parts, "\n".join(below)])


def lead(found: Progress, page: Page) -> str:
    """Return the first sentence: how to read what follows, or why there is nothing."""
    none = "none-here" if found.years else "none"
    return page.text("progress.lead" if found.rows else f"progress.{none}")


def _hint(found: Progress, page: Page) -> list[str]:
    bys = "|".join(rollup.by for rollup in found.rollups)
    whole = not found.by and not found.element and bys
    return [page.text("progress.hint-by", by=bys)] if whole else []


def _sheets_text(found: Progress, page: Page) -> Iterator[str]:
    """Yield a table for each project, then what is to be noted."""
    for project, rows in by_project(found).items():
        lines = [f"■ {project_name(project, page)}", *project_counts(found, project, page)]
        yield "\n".join([*lines, _terminal(values_table(rows, page), page)])
    if found.others and (found.element or not found.rows):
        table = _terminal(values_table(found.others, page), page)
        yield f"■ {page.text('progress.others')}\n{table}"
    for key, lines in (("unscored", unscored(found, page)), ("odd", odd_lines(found, page))):
        if lines:
            told = _folded((f"- {line}" for line in lines), page)
            yield "\n".join([f"■ {page.text(f'progress.{key}')}", *told])


def _folded(lines: Iterable[str], page: Page) -> Iterator[str]:
    for line in lines:
        yield from hanging(line, page.screen, 2)


def _terminal(table: Table, page: Page) -> str:
    head, rows = table
    return terminal(head, [[str(cell) for cell in row] for row in rows], page.screen)


# --- Parts of an answer -------------------------------------------------------------------------


def by_project(found: Progress) -> dict[str, list[Row]]:
    """Return the rows by project, in the order of print."""
    projects: dict[str, list[Row]] = {}
    for row in found.rows:
        projects.setdefault(row.project, []).append(row)
    return projects


def project_name(project: str, page: Page) -> str:
    """Return the name of a project, or that the rows are in none."""
    if not project:
        return page.text("progress.outside-project")
    return page.known[project].named(page.lang)


def project_counts(found: Progress, project: str, page: Page) -> list[str]:
    """Tell the counts of a project's goals and actions, beside the printed totals."""
    told = []
    for kind, key in zip(ASSESSED, ("goals", "actions"), strict=True):
        counts = Counter(
            row.status for row in found.rows if (row.project, row.kind) == (project, kind)
        )
        total = _total(found, project, kind)
        # Of a part of the project, the counts would look like those of the whole.
        if counts and (total or not found.element):
            text = total_text(total, counts, page) if total else marks_text(counts, page)
            told.append(
                page.text("progress.counts", what=page.text(f"progress.{key}"), counts=text)
            )
    return told


def _total(found: Progress, project: str, kind: str) -> Total | None:
    same = (each for each in found.totals if (each.element, each.kind) == (project, kind))
    return next(same, None)


def values_table(rows: Iterable[Row], page: Page) -> Table:
    """Return what people compare: values with their years, status, ratio, and the next target."""
    keys = ("number", "indicator", "baseline", "target", "actual", "status", "ratio", "next")
    cells: Rows = [
        [
            number(row, page),
            indicator_text(row, page),
            value_text(row.baseline, page),
            value_text(row.target, page),
            value_text(row.actual, page),
            mark(row) or "—",
            ratio_text(row, page) if row.sheet else "—",
            value_text(row.next_target, page),
        ]
        for row in rows
    ]
    return [page.text(f"progress.{key}") for key in keys], cells


def rollup_table(rollup: Rollup, found: Progress, page: Page) -> Table:
    """Return statuses counted by one kind, a row for each element."""
    kind, by = BY[rollup.by][0], rollup.by
    goals, totals = by in {"project", "goal"}, by == "project" and bool(found.totals)
    estimated = any(group.of_kind(PG.Action, [PG.Estimated]) for group in rollup.groups)
    signs = list(STATUS_MARKS.values())
    keys = ("action-count", "sheet-count", "without-sheet")
    head = [kind_name(kind, page.lang), *(page.text(f"progress.{key}") for key in keys), *signs]
    head += [page.text(f"progress.{key}") for key in ("estimated", "bases") if estimated]
    head += [page.text("progress.through")] if by == "vision" else []
    head += [page.text("progress.of-goal", mark=sign) for sign in signs[:2] if goals]
    head += [page.text(f"progress.{key}") for key in ("printed-total", "agreement") if totals]
    head += [page.text("progress.members")]
    rows: Rows = []
    for group in rollup.groups:
        members, counts = group.of_kind(PG.Action), group.counts(PG.Action)
        row: list[Cell] = [numbered(page.known[group.element], page), len(members), counts.total()]
        row += [sum(not member.statuses for member in members)]
        row += [counts[status] for status in STATUS_MARKS]
        if estimated:
            row += [_estimated(group), bases_text(group, page)]
        row += [sum(member.through_measure for member in members)] if by == "vision" else []
        own = group.counts(PG.ProjectGoal)
        row += [own[status] for status in (PG.Achieved, PG.NotAchieved) if goals]
        row += _total_cells(_total(found, group.element, PG.Action), page) if totals else []
        row += [joined((page.known[each.element].mark for each in members), page.lang)]
        rows.append(row)
    return head, rows


def _estimated(group: Group) -> str:
    counts = group.counts(PG.Action, [PG.Estimated])
    return "・".join(str(counts[status]) for status in STATUS_MARKS)


def _total_cells(total: Total | None, page: Page) -> list[Cell]:
    if total is None:
        return ["", ""]
    _, scored, achieved = total.printed
    same = "agrees" if total.printed == total.counted else "differs"
    told = page.text("progress.total-cell", scored=scored, achieved=achieved)
    return [told, page.text(f"progress.{same}")]


# --- Rows and sheets ----------------------------------------------------------------------------


def progress_rows(found: Progress, page: Page) -> Table:
    """Return the sheets with every value as printed, as a number and with its year."""
    keys = ["project", "goal", "measure", "kind", "number", "element"]
    keys += ["departments"] if page.for_office else []
    keys += ["indicator", "accumulation", "better", "unit"]
    head = [page.text(f"progress.{key}") for key in keys]
    for key in _VALUES:
        name = page.text(f"progress.{key}")
        head += [name, *(page.text(f"progress.{k}", name=name) for k in ("as-number", "its-year"))]
    last = ("status", "ratio-percent", "formula", "why-not", "remarks", "reason", "source")
    head += [page.text(f"progress.{key}") for key in last]
    return head, [_row(row, found, page) for row in found.rows]


def _row(row: Row, found: Progress, page: Page) -> list[Cell]:
    element, measured = page.known[row.element], row.measured
    above = [
        numbered(page.known[iri], page) if iri else ""
        for iri in (row.project, row.goal, row.measure)
    ]
    cells: list[Cell] = [*above, kind_name(row.kind, page.lang), number(row, page)]
    cells.append(element.label(page.lang))
    if page.for_office:
        cells.append(page.names(found.departments.get(row.element, ())))
    cells.append(indicator_text(row, page))
    traits = (measured.accumulation, measured.better_when) if measured else ("", "")
    cells += [pick(TERMS[each], page.lang) if each in TERMS else "" for each in traits]
    cells.append(name_of(measured.unit, page) if measured and measured.unit else "")
    for value in (row.baseline, row.target, row.actual, row.next_target):
        cells += _value_cells(value, page)
    formula = "formula-inverse" if row.ratio.inverse else "formula-plain"
    computed = row.ratio.percent is not None
    cells += [
        mark(row),
        row.ratio.percent if row.ratio.percent is not None else page.text("progress.not-computed"),
        page.text(f"progress.{formula}") if computed else "",
        "" if computed else page.text(f"progress.{row.ratio.reason}"),
        joined(remarks(row, page), page.lang),
        reason_text(row, page),
        sources(row, page),
    ]
    return cells


def _value_cells(value: Value | None, page: Page) -> list[Cell]:
    if value is None:
        return ["", "", ""]
    return [value.printed, value.number if value.number is not None else "", when(value, page)]


def _printed_table(found: Progress, page: Page) -> Table:
    """Return what is printed on paper: what people compare, with its project, name and reason."""
    head, rows = values_table(found.rows, page)
    keys = ["element", *(["departments"] if page.for_office else [])]
    above = [page.text("progress.project"), head[0], *(page.text(f"progress.{k}") for k in keys)]
    cells: Rows = []
    for row, told in zip(found.rows, rows, strict=True):
        project = numbered(page.known[row.project], page) if row.project else ""
        own = page.names(found.departments.get(row.element, ()))
        name = page.known[row.element].label(page.lang)
        first = [project, told[0], name, *([own] if page.for_office else [])]
        cells.append([*first, *told[1:], reason_text(row, page)])
    return [*above, *head[1:], page.text("progress.reason")], cells


def progress_sheets(found: Progress, page: Page) -> tuple[list[Sheet], Notes]:
    """Return the sheets and all counts, and what is to be known of them, as a workbook."""
    head, rows = progress_rows(found, page)
    at = head.index(page.text("progress.indicator")) + 1
    sheets = [
        Sheet(page.text("progress.values"), *_printed_table(found, page), labels=3),
        Sheet(page.text("progress.figures"), head, rows, labels=at),
    ]
    lines = [title(found, page), lead(found, page), *own_lines(found, page)]
    lines += [page.text("progress.office")] if page.for_office else []
    for rollup in found.rollups:
        name = page.text("progress.sheet", kind=kind_name(BY[rollup.by][0], page.lang))
        sheets.append(Sheet(name, *rollup_table(rollup, found, page)))
        lines += [by_title(rollup, page), *banner(rollup, page), *rollup_lines(rollup, page)]
    for key, told in (("unscored", unscored(found, page)), ("odd", odd_lines(found, page))):
        lines += [page.text(f"progress.{key}"), *told] if told else []
    return sheets, Notes(
        page.text("cross-notes-sheet"), [*lines, *notes(found, page, found.rollups)]
    )


def counts_rows(found: Progress, page: Page) -> Table:
    """Return the counts that were asked for as one table."""
    [rollup] = found.rollups or (Rollup(found.by, (), ()),)
    return rollup_table(rollup, found, page)
