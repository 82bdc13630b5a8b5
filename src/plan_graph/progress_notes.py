"""What is to be said of a sheet and of counts: values with their years, ratios, remarks, rules."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from plan_graph.answers import Page, counts_text, footer, sdgs_banner
from plan_graph.coverage_notes import by_basis, numbered
from plan_graph.japanese import era_letter, without_year
from plan_graph.kinds import kind_name
from plan_graph.measured import Total, Value
from plan_graph.measured_answers import name_of, sources_text
from plan_graph.messages import FINDINGS, STATUS_MARKS, TERMS, pick, place
from plan_graph.progress import BY, Group, Progress, Rollup
from plan_graph.reasons import Ground
from plan_graph.reported import Row
from plan_graph.tables import joined
from plan_graph.vocab import PG, SDGO, STRENGTH

#: What is counted by relations that an action may have to several.
_OVERLAPPING = {"theme", "vision", "sdg", "department"}


def year_text(year: int, page: Page, kind: str = PG.FiscalYear) -> str:
    """Tell a year as the sheets do, such as R6年度; of none an empty string."""
    key = "progress.calendar" if kind == PG.CalendarYear else "progress.fiscal"
    return page.text(key, era=era_letter(year), year=year) if year else ""


def when(value: Value | None, page: Page) -> str:
    """Tell of which year or day a value is."""
    if value is None:
        return ""
    day = page.text("progress.as-of", date=value.as_of) if value.as_of else ""
    return joined(filter(None, (year_text(value.year, page, value.year_kind), day)), page.lang)


def value_text(value: Value | None, page: Page) -> str:
    """Tell a value as it is printed, with its year behind it."""
    if value is None:
        return page.text("show-no-value")
    told, date = without_year(value.printed), when(value, page)
    if value.no_value or not date:
        return told
    return page.text("progress.value", value=told, when=date)


def number(row: Row, page: Page) -> str:
    """Return the number of the sheet, or of the goal or whatever else is measured."""
    places = [each for _, there in (row.sheet.sources if row.sheet else ()) for each in there]
    sheets = [each.removeprefix("sheet:") for each in places if each.startswith("sheet:")]
    if sheets:
        return sheets[0]
    mark = page.known[row.element].mark
    return page.text("progress.goal-number", number=mark) if row.kind == PG.ProjectGoal else mark


def sheet_name(row: Row, page: Page) -> str:
    """Return how a sheet is called: No.5-1, or 目標2-1 where it has no number of its own."""
    own = number(row, page)
    return own if row.kind == PG.ProjectGoal else page.text("show-sheet", number=own)


def indicator_text(row: Row, page: Page) -> str:
    """Return the name of the indicator with its accumulation, or what has none."""
    if row.measured is None:
        name = page.known[row.element].label(page.lang)
        return page.text("progress.without-indicator", name=name)
    name, term = name_of(row.indicator, page), row.measured.accumulation
    if term not in TERMS or term == PG.Unstated:
        return name
    return page.text("progress.indicator-of", name=name, accumulation=pick(TERMS[term], page.lang))


def ratio_text(row: Row, page: Page) -> str:
    """Tell the ratio, or that it is not computed and why."""
    found = row.ratio
    if found.percent is None:
        reason = page.text(f"progress.{found.reason}")
        return page.text("progress.not-computed-why", reason=reason)
    told = f"{found.percent}%"
    return page.text("progress.inverse", percent=told) if found.inverse else told


def mark(row: Row) -> str:
    """Return the printed status as its sign."""
    return STATUS_MARKS.get(row.status, "")


def reason_text(row: Row, page: Page) -> str:
    """Return the printed reason of the status where the graph holds it, else where it stands."""
    if row.sheet is None:
        return ""
    if told := dict(row.sheet.narratives).get(PG.evaluation):
        return told
    sheets = []
    for _, there in row.sheet.sources:
        for each in there:
            kind, _, rest = each.partition(":")
            is_sheet = kind == "sheet"
            sheets.append(
                page.text("show-sheet", number=rest) if is_sheet else place(each, page.lang)
            )
    return page.text("progress.reason-at", place=joined(sheets, page.lang))


def remarks(row: Row, page: Page) -> list[str]:
    """Tell what to mind: values of another year than the sheet's, and odd figures."""
    told = []
    actual = row.actual
    if row.sheet and actual and actual.year not in {0, row.sheet.report_year}:
        years = {
            "report": year_text(row.sheet.report_year, page),
            "year": year_text(actual.year, page, actual.year_kind),
        }
        told.append(page.text("progress.other-year", **years))
    if row.odd:
        values = {
            "first": value_text(row.baseline, page),
            "second": value_text(row.actual, page),
        }
        name = name_of(row.indicator, page)
        told.append(pick(FINDINGS[row.odd], page.lang).format(name=name, **values))
    return told


def sources(row: Row, page: Page) -> str:
    """Tell the document of a sheet and its place there."""
    return sources_text(row.sheet.sources, page) if row.sheet else ""


def unscored(found: Progress, page: Page) -> list[str]:
    """Tell what has no ○ or ×, each with the reason."""
    told = []
    for row in found.rows:
        if row.status == PG.NotScored:
            what = f"{sheet_name(row, page)} {page.known[row.element].label(page.lang)}"
            reason = page.text(f"progress.{row.ratio.reason or 'no-values'}")
            told.append(page.text("progress.unscored-line", what=what, reason=reason))
    for iri in found.missing if found.rows or found.element else ():
        what = page.known[iri].named(page.lang)
        reason = page.text("progress.no-sheet")
        told.append(page.text("progress.unscored-line", what=what, reason=reason))
    return told


def odd_lines(found: Progress, page: Page) -> list[str]:
    """Tell every remark, with the number of its sheet."""
    return [
        page.text("progress.unscored-line", what=sheet_name(row, page), reason=each)
        for row in found.rows
        for each in remarks(row, page)
    ]


def marks_text(counts: Counter[str], page: Page) -> str:
    """Tell how often which status stands, such as ○5・×7・－1."""
    gap = " " if page.lang == "en" else ""
    told = [f"{sign}{gap}{counts[status]}" for status, sign in STATUS_MARKS.items()]
    return (", " if page.lang == "en" else "・").join(told)


def total_text(total: Total, counts: Counter[str], page: Page) -> str:
    """Tell counts beside the printed total, and whether they agree."""
    elements, scored, achieved = total.printed
    key = "progress.total-agrees" if total.printed == total.counted else "progress.total-differs"
    told = marks_text(counts, page)
    return page.text(key, counts=told, elements=elements, scored=scored, achieved=achieved)


def by_title(rollup: Rollup, page: Page) -> str:
    """Return the title of the counts."""
    return page.text("progress.by", kind=kind_name(BY[rollup.by][0], page.lang))


def rule(rollup: Rollup, page: Page) -> str:
    """Spell out how statuses are counted."""
    keys = ["rule-sheets", f"rule-{rollup.by}"]
    keys += ["rule-overlap"] if rollup.by in _OVERLAPPING else []
    sentences = [page.text(f"progress.{key}") for key in keys]
    separator = " " if page.lang == "en" else ""
    return page.text("progress.rule", rule=separator.join(sentences))


def rollup_lines(rollup: Rollup, page: Page) -> Iterator[str]:
    """Tell the rule, visions that no document leads to, and what is counted nowhere."""
    yield rule(rollup, page)
    for group in rollup.groups:
        told = _vision([m.ground for m in group.of_kind(PG.Action)], page)
        if rollup.by == "vision" and told:
            name = numbered(page.known[group.element], page)
            yield page.text("progress.no-line", name=name, sentence=told)
    if rollup.outside:
        names = joined((page.known[iri].mark for iri in rollup.outside), page.lang)
        kind = kind_name(BY[rollup.by][0], page.lang)
        yield page.text("progress.outside", kind=kind, names=names)
    if rollup.by in _OVERLAPPING - {"department"}:
        yield page.text("progress.no-judgement")
    if any(group.of_kind(PG.Action, [PG.Estimated]) for group in rollup.groups):
        yield page.text("estimated-note")
    if rollup.by == "vision":
        yield page.text("cross-visions")


def _vision(grounds: Collection[Ground], page: Page) -> str:
    """Return the sentence about a vision that no document leads to; else an empty string."""
    if any(ground.effective in {PG.Stated, PG.Matched} for ground in grounds):
        return ""
    estimated = sum(ground.effective == PG.Estimated for ground in grounds)
    looked = STRENGTH[page.weakest] <= STRENGTH[PG.Estimated]
    return page.text("no-actions" if looked else "no-actions-in-view", count=estimated)


def own_lines(found: Progress, page: Page) -> list[str]:
    """Tell of what it is limited to: departments as on its sheet, and on what ground it is so."""
    if found.element is None:
        return []
    lines, grounds = [], found.linked.values()
    if own := found.departments.get(found.element.iri, ()):
        lines.append(page.text("progress.departments-are", names=page.names(own)))
    if found.element.kind == PG.Vision and (told := _vision(grounds, page)):
        lines.append(told)
    if any(ground.effective != PG.Stated for ground in grounds):
        if found.element.kind in {SDGO.Goal, SDGO.Target}:
            lines += sdgs_banner(page)
        counts = Counter(ground.effective for ground in grounds)
        lines.append(page.text("progress.linked", bases=by_basis(counts, page)))
        if counts[PG.Estimated]:
            lines.append(page.text("estimated-note"))
    return lines


def banner(rollup: Rollup, page: Page) -> list[str]:
    """Return what stands above the counts: of the SDGs that they are not official."""
    return sdgs_banner(page) if rollup.by == "sdg" else []


def bases_text(group: Group, page: Page) -> str:
    """Tell on what grounds the actions are counted, such as 照4・推2."""
    counts = {basis: len(group.of_kind(PG.Action, [basis])) for basis in STRENGTH}
    return by_basis(counts, page)


def notes(found: Progress, page: Page, counts: Iterable[Rollup]) -> list[str]:
    """Return what stands below an answer with *counts*: how to read it, what it was made from."""
    lines = []
    if found.rows and not found.by:
        lines += [page.text("progress.note-ratio"), page.text("progress.note-year")]
    if found.rows and found.others and not found.element and not found.by:
        lines.append(page.text("progress.others-count", count=len(found.others)))
    counted = Counter(
        member.ground for rollup in counts for group in rollup.groups for member in group.members
    )
    if counted:
        lines.append(page.text("counted", counts=counts_text(counted, page.lang)))
    return [*lines, *footer(page).splitlines()]


def title(found: Progress, page: Page) -> str:
    """Return the title of the answer: the year, and what it is limited to."""
    year = year_text(found.year, page)
    told = page.text("progress.title", year=year) if year else page.text("progress.title-none")
    if found.element is None:
        return told
    return page.text("progress.title-of", title=told, name=found.element.named(page.lang))
