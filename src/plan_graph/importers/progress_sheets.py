"""Importer ``progress-sheets``: 進行管理表 of one fiscal year, its contents page and its sheets.

The captions in brackets on the contents page repeat indicators in short; the sheets print them in
full, so the captions are not read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from plan_graph.elements import Assessment, PrintedTotal, Record, Wording, observation_iri
from plan_graph.errors import Fault
from plan_graph.importers.sheet_rows import Block, Row, Stray, Total, blocks, is_heading
from plan_graph.importers.source import (
    ASPECTS,
    Reading,
    Source,
    department_records,
    departments,
    indicator_name,
    printed_values,
)
from plan_graph.japanese import circled_number, mapped, match_name, printed_year
from plan_graph.messages import fault
from plan_graph.vocab import PG

STATUS = {
    "○": PG.Achieved,
    "〇": PG.Achieved,
    "◯": PG.Achieved,
    "×": PG.NotAchieved,
    "✕": PG.NotAchieved,
    "-": PG.NotScored,
    "－": PG.NotScored,
    "—": PG.NotScored,
}
_NO_INDICATOR = "指標なし"
_NARRATIVES = {
    "取組概要": PG.overview,
    "取組の評価": PG.evaluation,
    "三側面における相乗効果": PG.synergy,
    "取組の方向性": PG.nextDirection,
}
#: Rows without which a sheet is not whole.
_NEEDED = ("取組", "取組概要", "取組指標", "現状値", "取組の評価", "取組の方向性")
_ENTRY = re.compile(r"(\d+)(?:-\d+)?[ 　]+(\S.*)")
_PROJECT = re.compile(r"【\s*(\d+)[.．]\s*(.+?)】")
_COVER = re.compile(r"(?P<plan>\S+?)進行管理表\((?P<year>[^()]+)\)")
_NUMBER = re.compile(r"(\d+)(?:-(\d+))?")
_NUMBERED = re.compile(r"[(（](\d+)[)）]\s*(.+)")
_CALENDAR = re.compile(r"1月[~〜-]12月")
_CONTENTS = "contents"


@dataclass(slots=True)
class _Document:
    """What has been read so far, by which later places are judged."""

    source: Source
    reading: Reading = field(default_factory=Reading)
    #: name for matching of a project to its number
    projects: dict[str, str] = field(default_factory=dict)
    #: number of an action on the contents page to the number of its project
    actions: dict[str, str] = field(default_factory=dict)
    #: (what is printed, of which element) to its first print
    said: dict[tuple[str, str], str] = field(default_factory=dict)
    #: numbers of the sheets
    sheets: set[str] = field(default_factory=set)
    #: elements of a class in the order of print
    printed: dict[str, list[str]] = field(default_factory=dict)

    def fault(self, locator: str, key: str, /, **values: object) -> None:
        self.reading.faults.append(fault(self.source.where(locator), key, **values))

    def agrees(self, locator: str, iri: str, what: str, printed: str) -> None:
        """Report *printed* when an earlier place says something else of the same element."""
        first = self.said.setdefault((what, iri), printed)
        if match_name(first) != match_name(printed):
            self.fault(locator, "contradiction", field=what, first=first, second=printed)

    def order(self, cls: str, iri: str) -> int:
        """Return the position of *iri* among the elements of its class in print."""
        known = self.printed.setdefault(cls, [])
        if iri not in known:
            known.append(iri)
        return known.index(iri) + 1


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The head of one sheet, as numbers and names."""

    number: str
    action: str
    project: str
    project_name: str
    goal: str
    goal_name: str
    measure: str
    measure_mark: str
    measure_name: str
    action_name: str
    departments: str
    status: str

    @property
    def locator(self) -> str:
        return f"sheet:{self.number}"


def read(source: Source) -> Reading:
    """Read the document; every fault is kept in the reading, none stops it."""
    document = _Document(source)
    lines = [mapped(line) for line in source.lines]
    start = next((at for at, line in enumerate(lines) if is_heading(line) in ASPECTS), len(lines))
    _cover(lines[:start], document)
    _contents(lines[:start], document)
    if not document.actions or start == len(lines):
        document.reading.faults = [
            fault(str(source.path), "wrong-document", kind="progress-sheets")
        ]
        return document.reading
    _sheets(lines[start:], document)
    with_sheet = {number.partition("-")[0] for number in document.sheets}
    for number in sorted(set(document.actions) - with_sheet, key=int):
        where = source.where(_CONTENTS)
        document.reading.notices.append(fault(where, "no-sheet", number=number))
    return document.reading


# --- Cover and contents -----------------------------------------------------------------------


def _cover(lines: list[str], document: _Document) -> None:
    source = document.source
    found = _COVER.match(match_name("".join(lines)))
    if not found:
        return
    year = printed_year(found["year"])
    if found["plan"] != match_name(source.plan.name):
        document.fault("cover", "other-plan", plan=source.plan.name, year=found["plan"])
    elif year is None or year.year != source.document.fiscal_year:
        registered = source.document.fiscal_year
        document.fault("cover", "other-year", year=registered, printed=found["year"])
    else:
        iri = source.register.iri(PG.Plan, source.plan.key)
        document.reading.records.append(source.wording(PG.Plan, iri, source.plan.name, "cover"))


def _contents(lines: list[str], document: _Document) -> None:
    """Read the contents page: two columns, each under the heading of its project."""
    project_of_column = {False: "", True: ""}
    for line in lines:
        for at, cell in enumerate(line.split("\t")):
            right = at > 1
            if found := _PROJECT.fullmatch(cell.strip()):
                project_of_column[right] = str(int(found[1]))
                _listed_project(project_of_column[right], found[2], document)
            elif found := _ENTRY.fullmatch(cell.strip()):
                _listed_action(str(int(found[1])), found[2], project_of_column[right], document)


def _listed_project(number: str, name: str, document: _Document) -> None:
    source = document.source
    iri = source.element(PG.Project, number)
    document.projects[match_name(name)] = number
    document.agrees(_CONTENTS, iri, "プロジェクト", name)
    plan = source.register.iri(PG.Plan, source.plan.key)
    document.reading.records += [
        _project(document, number, name, _CONTENTS),
        source.stated(iri, PG.partOf, plan, _CONTENTS),
    ]


def _listed_action(number: str, name: str, project: str, document: _Document) -> None:
    source = document.source
    if not project:
        document.fault(_CONTENTS, "unknown-project", project=name)
        return
    iri = source.element(PG.Action, number, name)
    document.agrees(_CONTENTS, iri, "取組", name)
    document.actions[number] = project
    plan = source.register.iri(PG.Plan, source.plan.key)
    document.reading.records += [
        _action(document, number, name, _CONTENTS),
        source.stated(iri, PG.inPlan, plan, _CONTENTS),
        source.stated(iri, PG.inProject, source.element(PG.Project, project), _CONTENTS),
    ]


# --- Wordings ---------------------------------------------------------------------------------


def _project(document: _Document, number: str, name: str, locator: str) -> Wording:
    iri = document.source.element(PG.Project, number)
    return document.source.wording(
        PG.Project, iri, name, locator, notation=number, order=int(number)
    )


def _goal(document: _Document, number: str, name: str, locator: str) -> list[Record]:
    """Return the wording of a goal such as ``2-1`` and the link to its project."""
    source, (project, _, within) = document.source, number.partition("-")
    iri = source.element(PG.ProjectGoal, number)
    document.agrees(locator, iri, "目標", name)
    return [
        source.wording(
            PG.ProjectGoal,
            iri,
            name,
            locator,
            notation=number,
            printed_notation=f"({within})",
            order=document.order(PG.ProjectGoal, iri),
        ),
        source.stated(iri, PG.partOf, source.element(PG.Project, project), locator),
    ]


def _action(document: _Document, number: str, name: str, locator: str) -> Wording:
    iri = document.source.element(PG.Action, number, name)
    return document.source.wording(
        PG.Action,
        iri,
        name,
        locator,
        notation=number,
        printed_notation=number,
        order=int(number),
    )


def _departments(
    subject: str, predicate: str, printed: str, locator: str, document: _Document
) -> Iterator[Record]:
    """Yield the wordings of the departments named in *printed* and their links, in that order."""
    entries = departments(document.source, printed)
    if entries is None:
        document.fault(locator, "unknown-department", name=printed)
        return
    for order, entry in enumerate(entries, start=1):
        yield from department_records(document.source, entry, locator)
        iri = document.source.register.iri(PG.Department, entry.key)
        position = order if len(entries) > 1 else None
        yield document.source.stated(subject, predicate, iri, locator, order=position)


# --- Sheets -----------------------------------------------------------------------------------


def _sheets(lines: list[str], document: _Document) -> None:
    project = ""
    for part in blocks(lines):
        match part:
            case Stray():
                document.fault(part.locator, "unreadable", text=part.text[:40])
            case Total():
                _total(part, project, document)
            case Block(opening="プロジェクト"):
                project = _leader(part, document)
            case Block(opening="プロジェクト目標"):
                _goal_result(part, project, document)
            case Block():
                _sheet(part, document)


def _total(total: Total, project: str, document: _Document) -> None:
    if not project:
        document.fault("total", "unknown-project", project="")
        return
    document.reading.records.append(
        PrintedTotal(
            element=document.source.element(PG.Project, project),
            kind=PG.ProjectGoal if total.of_goals else PG.Action,
            report_year=document.source.document.fiscal_year,
            elements=total.elements,
            scored=total.scored,
            achieved=total.achieved,
            document=document.source.iri,
            locator=f"project:{project}",
        )
    )


def _leader(block: Block, document: _Document) -> str:
    """Read the leader and the aspect of a project; return the project's number."""
    source, cells = document.source, block.cells
    number = document.projects.get(match_name(cells[0]), "") if cells else ""
    if len(cells) != len(block.rows[block.opening].heads) or not number:
        document.fault(block.locator, "unknown-project", project=" ".join(cells))
        return ""
    iri, locator = source.element(PG.Project, number), f"project:{number}"
    document.reading.records.append(_project(document, number, cells[0], locator))
    if aspect := ASPECTS.get(block.heading):
        document.reading.records.append(source.stated(iri, PG.hasAspect, aspect, locator))
    document.reading.records += _departments(iri, PG.leader, cells[1], locator, document)
    return number


def _goal_result(block: Block, project: str, document: _Document) -> None:
    cells = block.cells
    found = _NUMBERED.fullmatch(cells[0]) if cells else None
    if len(cells) != len(block.rows[block.opening].heads) or not found or not project:
        document.fault(block.locator, "unknown-goal", goal=" ".join(cells))
        return
    number = f"{project}-{int(found[1])}"
    locator = f"goal:{number}"
    document.reading.records += _goal(document, number, found[2], locator)
    iri = document.source.element(PG.ProjectGoal, number)
    _assessed(block, (iri, f"g{number}", cells[1]), locator, document)


def _head(block: Block, document: _Document) -> _Sheet | None:
    """Read the head of a sheet; report all that is wrong with it."""
    missing = [row for row in _NEEDED if row not in block.rows]
    if block.twice:
        document.fault(block.locator, "duplicate-row", row="、".join(block.twice))
    if missing:
        document.fault(block.locator, "missing-rows", rows="、".join(missing))
        return None
    top, middle = block.rows["No."], block.rows["取組"]
    if len(top.cells) != len(top.heads) or len(middle.cells) != len(middle.heads):
        cells = " | ".join([*top.cells, *middle.cells])
        document.fault(block.locator, "sheet-cells", cells=cells)
        return None
    (number, project_name, goal, measure), (name, department, status) = top.cells, middle.cells
    known = document.projects.get(match_name(project_name))
    sheet = _NUMBER.fullmatch(match_name(number))
    goal_found, measure_number = _NUMBERED.fullmatch(goal), circled_number(measure)
    faults = {
        "unknown-number": not sheet or sheet[1] not in document.actions,
        "unknown-project": known is None,
        "unknown-goal": not goal_found,
        "unknown-measure": not measure_number,
        "duplicate": sheet is not None and sheet[0] in document.sheets,
    }
    for key, wrong in faults.items():
        if wrong:
            document.fault(
                block.locator,
                key,
                number=number,
                project=project_name,
                goal=goal,
                measure=measure,
            )
    if any(faults.values()) or not sheet or not goal_found:
        return None
    return _Sheet(
        number=sheet[0],
        action=sheet[1],
        project=str(known),
        project_name=project_name,
        goal=f"{known}-{int(goal_found[1])}",
        goal_name=goal_found[2],
        measure=f"{known}-{measure_number}",
        measure_mark=measure[0],
        measure_name=measure[1:].strip(),
        action_name=name,
        departments=department,
        status=status,
    )


def _sheet(block: Block, document: _Document) -> None:
    sheet = _head(block, document)
    if sheet is None:
        return
    document.sheets.add(sheet.number)
    source, locator = document.source, sheet.locator
    measure = source.element(PG.Measure, sheet.measure, sheet.measure_name)
    action = source.element(PG.Action, sheet.action, sheet.action_name)
    for iri, what, printed in (
        (measure, "施策", sheet.measure_name),
        (measure, "目標の番号", sheet.goal),
        (action, "取組", sheet.action_name),
        (action, "施策の番号", sheet.measure),
        (action, "担当部課", sheet.departments),
        (action, "プロジェクトの番号", document.actions[sheet.action]),
        (action, "プロジェクトの番号", sheet.project),
    ):
        document.agrees(locator, iri, what, printed)
    document.reading.records += [
        _project(document, sheet.project, sheet.project_name, locator),
        *_goal(document, sheet.goal, sheet.goal_name, locator),
        source.wording(
            PG.Measure,
            measure,
            sheet.measure_name,
            locator,
            notation=sheet.measure,
            printed_notation=sheet.measure_mark,
            order=document.order(PG.Measure, measure),
        ),
        source.stated(measure, PG.partOf, source.element(PG.ProjectGoal, sheet.goal), locator),
        _action(document, sheet.action, sheet.action_name, locator),
        source.stated(action, PG.partOf, measure, locator),
        *_departments(action, PG.responsible, sheet.departments, locator, document),
    ]
    _assessed(block, (action, sheet.number, sheet.status), locator, document)


def _assessed(block: Block, head: tuple[str, str, str], locator: str, document: _Document) -> None:
    """Read indicator, values and status of the element in *head* (IRI, number, status)."""
    element, number, printed = head
    source = document.source
    status = STATUS.get(match_name(printed), "")
    if not status:
        document.fault(locator, "unknown-status", status=printed)
        return
    if "取組指標" not in block.rows or "現状値" not in block.rows:
        document.fault(locator, "missing-rows", rows="取組指標、現状値")
        return
    mark, name, accumulation, note = indicator_name(block.rows["取組指標"].text)
    compared: dict[str, str] = {}
    indicator = ""
    if match_name(name) != _NO_INDICATOR:
        indicator = source.element(PG.Indicator, number, name)
        document.reading.records += [
            source.wording(
                PG.Indicator,
                indicator,
                name,
                locator,
                notation=number,
                printed_notation=mark,
                accumulation=accumulation,
                note=note,
            ),
            source.stated(element, PG.hasIndicator, indicator, locator),
        ]
        calendar = bool(_CALENDAR.search(match_name(name)))
        compared = _values(block.rows["現状値"], indicator, locator, document, calendar=calendar)
    narratives = {
        predicate: block.rows[label].text
        for label, predicate in _NARRATIVES.items()
        if source.with_text and label in block.rows
    }
    document.reading.records.append(
        Assessment(
            assesses=element,
            key=f"{source.document.plan}-{number}",
            report_year=source.document.fiscal_year,
            status=status,
            document=source.iri,
            locator=locator,
            indicator=indicator,
            target=compared.get(PG.Target, ""),
            actual=compared.get(PG.Actual, ""),
            texts=tuple(narratives.items()),
        )
    )


def _values(
    row: Row, indicator: str, locator: str, document: _Document, *, calendar: bool
) -> dict[str, str]:
    """Read the values of a sheet; return kind of value to the observation that is compared."""
    if len(row.heads) != len(row.cells):
        cells = " | ".join(row.cells)
        document.fault(locator, "row-cells", row=cells, count=len(row.heads))
        return {}
    compared: dict[str, str] = {}
    pairs = list(zip(row.heads, row.cells, strict=True))
    for value in printed_values(document.source, indicator, pairs, locator, calendar=calendar):
        if isinstance(value, Fault):
            document.reading.faults.append(value)
            continue
        document.reading.records.append(value)
        # This year's target is printed before next year's: the first of a kind is compared.
        compared.setdefault(value.kind, observation_iri(indicator, value.kind, value.year))
    return compared
