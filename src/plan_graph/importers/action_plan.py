"""Importer ``action-plan``: the visions, projects, goals and goal indicators of an action plan.

Read from the text of the plan: the future image in 「」, the list of visions, a 本部 that is set up
within a 協議会, and in each project's chapter the section プロジェクト目標 with one table per goal.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise, takewhile

from plan_graph.errors import Fault
from plan_graph.importers.source import (
    Reading,
    Source,
    indicator_name,
    printed_values,
)
from plan_graph.japanese import mapped, match_name, printed_year
from plan_graph.messages import fault
from plan_graph.vocab import PG

_FUTURE_IMAGE = re.compile(r"あるべきまちの姿「([^」]+)」")
_VISIONS = re.compile(r"(\d+)つのビジョン")
#: The year for which a future image stands before its name, that of the visions above their list.
_YEAR_OF_IMAGE = r"(\d{{4}})年[^\d。「」]*あるべきまちの姿「{name}」"
_YEAR_OF_VISIONS = re.compile(r"(\d{4})年[^\d。、]*(?:\d+周年[^\d。、]*)?あるべきまちの姿として")
_CHAPTER = re.compile(r"(\d+) +(\S[^\t]*プロジェクト)")
_SECTION = re.compile(r"(\d+(?:-\d+)?)\s+(\S.*)")
_PERIOD = re.compile(r"から(\S+?年度)(?:\((\d{4})年度\))?まで")
_AS_OF = re.compile(r"現状値\((\d{4})年度\)は(\d{4}年\d+月末)時点")
_WITHIN = re.compile(r"「([^「」]+協議会)」内に、?「([^「」]+本部)」")
_GOALS = "プロジェクト目標"


@dataclass(frozen=True, slots=True)
class _Chapter:
    """The chapter of one project: its number, name, and the lines under プロジェクト目標."""

    number: str
    name: str
    section: str
    lines: tuple[str, ...]

    @property
    def locator(self) -> str:
        return f"section:{self.name}/{self.section}"


@dataclass(frozen=True, slots=True)
class _Goal:
    """One goal of a project: its number such as 2-1, its name, and the rows of its table."""

    number: str
    name: str
    table: list[list[str]]


def read(source: Source) -> Reading:
    """Read the document; every fault is kept in the reading, none stops it."""
    reading = Reading()
    lines = [mapped(line).strip() for line in source.lines]
    _period(source, lines, reading)
    _future_image(source, lines, reading)
    _visions(source, lines, reading)
    _bodies(source, lines, reading)
    _projects(source, lines, reading)
    return reading


def _period(source: Source, lines: list[str], reading: Reading) -> None:
    plan = source.plan
    ends = [found for line in lines if (found := _PERIOD.search(match_name(line)))]
    if not ends:
        reading.faults.append(fault(str(source.path), "wrong-document", kind="action-plan"))
        return
    end = printed_year(ends[0][1])
    if end is None or end.year != plan.end_year:
        reading.faults.append(
            fault(source.where("section:1-3"), "other-plan", plan=plan.name, year=plan.end_year)
        )


def _section_of(lines: list[str], at: int) -> str:
    for line in reversed(lines[: at + 1]):
        if found := re.match(r"(\d+-\d+)\s", line):
            return f"section:{found[1]}"
    return "section:0"


def _future_image(source: Source, lines: list[str], reading: Reading) -> None:
    for at, line in enumerate(lines):
        for name in _FUTURE_IMAGE.findall(line):
            key = source.register.keys.get((PG.FutureImage, match_name(name)))
            locator = _section_of(lines, at)
            if key is None:
                where = source.where(locator)
                reading.faults.append(fault(where, "no-key", kind="FutureImage", name=name))
                continue
            iri = source.register.iri(PG.FutureImage, key)
            pattern = _YEAR_OF_IMAGE.format(name=re.escape(match_name(name)))
            found = re.search(pattern, match_name(line))
            year = int(found[1]) if found else None
            record = source.wording(PG.FutureImage, iri, name, locator, order=1, year=year)
            reading.records.append(record)


def _visions(source: Source, lines: list[str], reading: Reading) -> None:
    for at, line in enumerate(lines):
        head = _VISIONS.fullmatch(match_name(line))
        if not head:
            continue
        locator = _section_of(lines, at)
        entries = takewhile(lambda line: not line or line[0] in "-・", lines[at + 1 :])
        names = [entry.lstrip("-・ ") for entry in entries if entry]
        if len(names) != int(head[1]):
            where = source.where(locator)
            reading.faults.append(fault(where, "vision-count", expected=head[1], found=len(names)))
        above = next((text for text in reversed(lines[:at]) if text), "")
        found = _YEAR_OF_VISIONS.search(match_name(above))
        year = int(found[1]) if found else None
        for number, name in enumerate(names, start=1):
            iri = source.register.iri(PG.Vision, str(number))
            reading.records.append(
                source.wording(PG.Vision, iri, name, locator, order=number, year=year)
            )


def _bodies(source: Source, lines: list[str], reading: Reading) -> None:
    """Read that a 本部 was set up within a 協議会."""
    for at, line in enumerate(lines):
        for names in _WITHIN.findall(line):
            locator = _section_of(lines, at)
            keys = [source.register.keys.get((PG.Body, match_name(name))) for name in names]
            for name, key in zip(names, keys, strict=True):
                if key is None:
                    where = source.where(locator)
                    reading.faults.append(fault(where, "no-key", kind="Body", name=name))
            if None in keys:
                continue
            outer, inner = (source.register.iri(PG.Body, key) for key in keys if key)
            for name, iri in zip(names, (outer, inner), strict=True):
                reading.records.append(source.wording(PG.Body, iri, name, locator))
            reading.records.append(source.stated(inner, PG.partOf, outer, locator))


def _chapters(lines: list[str]) -> Iterator[_Chapter]:
    heads = [at for at, line in enumerate(lines) if _CHAPTER.fullmatch(line)]
    for start, end in pairwise([*heads, len(lines)]):
        printed, name = lines[start].split(maxsplit=1)
        number = str(int(printed))
        section, inside, current = "", [], False
        for line in lines[start + 1 : end]:
            if found := _SECTION.fullmatch(line):
                current = found[2] == _GOALS
                section = found[1] if current else section
            elif current:
                inside.append(line)
        yield _Chapter(number, name, section, tuple(inside))


def _projects(source: Source, lines: list[str], reading: Reading) -> None:
    chapters = list(_chapters(lines))
    if not chapters:
        reading.faults.append(fault(str(source.path), "wrong-document", kind="action-plan"))
    plan = source.register.iri(PG.Plan, source.plan.key)
    as_of = dict(_as_of_days(lines))
    seen: set[str] = set()
    order = 0
    for chapter in chapters:
        where = source.where(f"section:{chapter.name}")
        if chapter.number in seen:
            reading.faults.append(fault(where, "duplicate", number=chapter.number))
        seen.add(chapter.number)
        locator = f"section:{chapter.name}"
        iri = source.element(PG.Project, chapter.number)
        reading.records += [
            source.wording(
                PG.Project,
                iri,
                chapter.name,
                locator,
                notation=chapter.number,
                printed_notation=chapter.number,
                order=int(chapter.number),
            ),
            source.stated(iri, PG.partOf, plan, locator),
        ]
        goals = list(_goals(chapter))
        if not goals:
            reading.faults.append(fault(where, "no-goals"))
        for goal in goals:
            order += 1
            goal_iri = source.element(PG.ProjectGoal, goal.number)
            reading.records += [
                source.wording(
                    PG.ProjectGoal,
                    goal_iri,
                    goal.name,
                    chapter.locator,
                    notation=goal.number,
                    order=order,
                ),
                source.stated(goal_iri, PG.partOf, iri, chapter.locator),
            ]
            _indicator(source, goal, chapter.locator, as_of, reading)


def _goals(chapter: _Chapter) -> Iterator[_Goal]:
    goal: _Goal | None = None
    count = 0
    for line in chapter.lines:
        cells = [cell.strip() for cell in line.split("\t") if cell.strip()]
        if line.startswith("- "):
            if goal:
                yield goal
            count += 1
            goal = _Goal(f"{chapter.number}-{count}", line[2:].strip(), [])
        elif goal and len(cells) > 1:
            goal.table.append(cells)
    if goal:
        yield goal


def _as_of_days(lines: list[str]) -> Iterator[tuple[int, date]]:
    for line in lines:
        found = _AS_OF.search(match_name(line))
        if found and (year := printed_year(found[2])) and year.as_of:
            yield int(found[1]), year.as_of


def _indicator(
    source: Source,
    goal: _Goal,
    locator: str,
    as_of: dict[int, date],
    reading: Reading,
) -> None:
    match goal.table:
        case [["指標名", *heads], [printed, *cells]] if len(heads) == len(cells):
            pass
        case _:
            reading.faults.append(fault(source.where(locator), "goal-table", goal=goal.number))
            return
    mark, name, accumulation, note = indicator_name(printed)
    iri = source.element(PG.Indicator, f"g{goal.number}")
    reading.records += [
        source.wording(
            PG.Indicator,
            iri,
            name,
            locator,
            notation=f"g{goal.number}",
            printed_notation=mark,
            accumulation=accumulation,
            note=note,
        ),
        source.stated(source.element(PG.ProjectGoal, goal.number), PG.hasIndicator, iri, locator),
    ]
    for value in printed_values(source, iri, list(zip(heads, cells, strict=True)), locator):
        if isinstance(value, Fault):
            reading.faults.append(value)
        elif value.kind == PG.Baseline and value.as_of is None:
            reading.records.append(replace(value, as_of=as_of.get(value.year or 0)))
        else:
            reading.records.append(value)
