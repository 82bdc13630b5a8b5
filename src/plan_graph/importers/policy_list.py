"""Importer ``policy-list``: the yearly list of a basic plan's measures and their programmes.

The list is one table: basic direction, basic policy, measure, lead department, five columns of
which four hold sentences that are not read, and the programmes of the year. A direction and a
policy are printed where they begin and stand for the rows below. When the text was taken out of the
document, cells of some rows moved to the left or right, words were broken by spaces, and in some
rows the name of the measure stands in the place of its policy too. So the cells are recognised by
what they are: a department by the register, a policy and a direction by ``keys.csv``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from plan_graph.importers.source import Reading, Source, department_records, departments
from plan_graph.japanese import mapped, match_name
from plan_graph.messages import fault
from plan_graph.vocab import PG

#: What the head of the table begins with.
_HEAD: Final = ("基本方向", "基本政策", "施策")
#: From the department to the programmes: aim, direction, results, what comes next.
_TO_PROGRAMMES: Final = 5
#: Spaces inside a Japanese word: where the print breaks a line.
_BROKEN: Final = r"(?<=[^\x00-\x7f])[ \u3000]+(?=[^\x00-\x7f])"
_TAG: Final = r"<[^<>]*>"
#: A dot before the first of a list and after a space; others are part of a name.
_BULLET: Final = r"(?:^|\s)・"


@dataclass(frozen=True, slots=True)
class _Row:
    """One measure: the cells before its department, the department, the cells after it."""

    at: int
    before: tuple[str, ...]
    department: str
    after: tuple[str, ...]

    @property
    def measure(self) -> str:
        """The name of the measure, which stands before its department."""
        return self.before[-1]


@dataclass(slots=True)
class _Document:
    """What has been read so far, by which later rows are judged."""

    source: Source
    reading: Reading = field(default_factory=Reading)
    #: elements of a class in the order of print
    printed: dict[str, list[str]] = field(default_factory=dict)
    direction: str = ""
    policy: str = ""
    #: a measure's own name stood where its policy should, and no policy has been printed since
    unsettled: bool = False

    def fault(self, locator: str, key: str, /, **values: object) -> None:
        self.reading.faults.append(fault(self.source.where(locator), key, **values))

    def element(self, cls: str, name: str) -> str:
        """Return the IRI that ``keys.csv`` gives *name*, or an empty string."""
        key = self.source.register.keys.get((cls, match_name(name)), "")
        return self.source.element(cls, key) if key else ""

    def word(self, cls: str, iri: str, name: str, locator: str) -> None:
        """Record that *name* is printed here as the name of *iri*."""
        known = self.printed.setdefault(cls, [])
        if iri not in known:
            known.append(iri)
        order = known.index(iri) + 1
        self.reading.records.append(self.source.wording(cls, iri, name, locator, order=order))

    def state(self, subject: str, predicate: str, obj: str, locator: str, **more: object) -> None:
        """Record that the document states the relation here."""
        self.reading.records.append(self.source.stated(subject, predicate, obj, locator, **more))


def read(source: Source) -> Reading:
    """Read the list; every fault is kept in the reading, none stops it."""
    document = _Document(source)
    rows = list(_rows(document))
    if not rows and not document.reading.faults:
        wrong = fault(str(source.path), "wrong-document", kind="policy-list")
        document.reading.faults.append(wrong)
    for row in rows:
        _measure(row, document)
    return document.reading


def _rows(document: _Document) -> Iterator[_Row]:
    """Yield the rows of the table under every one of its heads; report what is none."""
    source, begun = document.source, False
    for at, line in enumerate(source.lines, start=1):
        cells = [mapped(cell).strip() for cell in line.split("\t")]
        if tuple(match_name(cell) for cell in cells[:3]) == _HEAD:
            begun = True
        elif begun and len(cells) > 1:
            found = next((i for i, cell in enumerate(cells) if _is_department(source, cell)), 0)
            before = tuple(_whole(cell) for cell in cells[:found] if cell)
            if before:
                yield _Row(at, before, cells[found], tuple(cells[found + 1 :]))
            else:
                document.fault(f"row:{at}", "policy-row", cells="｜".join(cells[:4]))


def _whole(name: str) -> str:
    """Return *name* with words that the print breaks put together again.

    >>> _whole("港湾機能 の充実")
    '港湾機能の充実'
    """
    return re.sub(_BROKEN, "", name.strip())


def _is_department(source: Source, cell: str) -> bool:
    return bool(cell) and bool(departments(source, cell))


def _measure(row: _Row, document: _Document) -> None:
    """Record one row: what it belongs to, its department and its programmes."""
    source, locator = document.source, f"row:{row.measure}"
    measure = document.element(PG.Measure, row.measure)
    if not measure:
        document.fault(locator, "no-key", kind="Measure", name=row.measure)
        return
    if measure in document.printed.get(PG.Measure, ()):
        document.fault(locator, "duplicate", number=row.measure)
        return
    _place(row, locator, document)
    document.word(PG.Measure, measure, row.measure, locator)
    if document.policy and not document.unsettled:
        document.state(measure, PG.partOf, document.policy, locator)
    else:
        document.reading.notices.append(
            fault(source.where(locator), "policy-unsettled", name=row.measure)
        )
    for department in departments(source, row.department) or []:
        iri = source.register.iri(PG.Department, department.key)
        document.reading.records += department_records(source, department, locator)
        document.state(measure, PG.responsible, iri, locator, role=PG.Lead)
    _programmes(row, measure, locator, document)


def _place(row: _Row, locator: str, document: _Document) -> None:
    """Take over the direction and the policy that the row prints before its measure."""
    source = document.source
    for name in row.before[:-1]:
        policy = document.element(PG.BasicPolicy, name)
        direction = document.element(PG.BasicDirection, name)
        if policy:
            document.policy, document.unsettled = policy, False
            document.word(PG.BasicPolicy, policy, name, locator)
            if document.direction:
                document.state(policy, PG.partOf, document.direction, locator)
            else:
                document.fault(locator, "policy-row", cells="｜".join(row.before))
        elif direction:
            plan = source.register.iri(PG.Plan, source.plan.key)
            document.direction = direction
            document.word(PG.BasicDirection, direction, name, locator)
            document.state(direction, PG.partOf, plan, locator)
        elif match_name(name) != match_name(row.measure):
            document.fault(locator, "no-key", kind="BasicPolicy", name=name)
        elif len(row.before) == 2:  # noqa: PLR2004 - this name and the measure's: no policy beside
            document.unsettled = True


def _programmes(row: _Row, measure: str, locator: str, document: _Document) -> None:
    """Record the programmes in the last column, where the row still has it."""
    cell = row.after[_TO_PROGRAMMES - 1] if len(row.after) >= _TO_PROGRAMMES else None
    if cell is None:
        where = document.source.where(locator)
        document.reading.notices.append(fault(where, "policy-cut", name=row.measure))
        return
    for name in listed(cell):
        iri = document.element(PG.Programme, name)
        if not iri:
            document.fault(locator, "no-key", kind="Programme", name=name)
            continue
        document.word(PG.Programme, iri, name, locator)
        document.state(iri, PG.partOf, measure, locator)


def listed(cell: str) -> list[str]:
    """Return the names in a cell: a list of HTML, one with ・ before each, or one name alone.

    >>> listed('<ul style="x"> ・公園の安全・安心事業 ・公園 整備事業')
    ['公園の安全・安心事業', '公園整備事業']
    >>> listed("<ul><li>A事業</li><li>B事業</li></ul>"), listed("C事業　D事業"), listed("")
    (['A事業', 'B事業'], ['C事業', 'D事業'], [])
    """
    items = re.sub(r"<li\b[^<>]*>", " ・", cell)
    items = re.sub(_TAG, " ", items).strip()
    if re.search(_BULLET, items):
        parts = re.split(_BULLET, items)
    else:
        # Without any dot, a name ends where 事業 stands before a space.
        parts = re.split(r"(?<=事業)\s+", items)
    return [name for part in parts if (name := _whole(part))]
