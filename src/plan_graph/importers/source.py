"""What every importer is given, and what it gives back."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from plan_graph.elements import Link, PrintedValue, Record, Wording
from plan_graph.errors import Fault
from plan_graph.japanese import (
    PrintedYear,
    circled_number,
    mapped,
    match_name,
    printed_number,
    printed_year,
)
from plan_graph.messages import fault
from plan_graph.register import Department, Document, Plan, Register
from plan_graph.vocab import PG

#: Japanese name and letter of a side of sustainability to the ontology's individual.
ASPECTS = {
    "経済": PG.Economy,
    "環境": PG.Environment,
    "社会": PG.Society,
    "経": PG.Economy,
    "環": PG.Environment,
    "社": PG.Society,
}
ACCUMULATIONS = {
    "": PG.Unstated,
    "累計": PG.Cumulative,
    "単年度": PG.PerYear,
    "月間": PG.PerMonth,
}
_ACCUMULATION = re.compile(r"【([^【】]*)】")


@dataclass(frozen=True, slots=True)
class Source:
    """The text of one document, its entry in the register, and how its readers name things."""

    register: Register
    document: Document
    path: Path
    lines: tuple[str, ...]
    with_text: bool = False
    #: (class, name for matching) to the IRI that other documents of the plan give it
    earlier: Mapping[tuple[str, str], str] = field(default_factory=dict)

    @property
    def plan(self) -> Plan:
        """The plan that the document belongs to."""
        return next(plan for plan in self.register.plans if plan.key == self.document.plan)

    @property
    def iri(self) -> str:
        """The IRI of the document."""
        return self.register.iri(PG.SourceDocument, self.document.key)

    def element(self, cls: str, number: str, name: str = "") -> str:
        """Return the IRI of an element of the document's plan: the plan's key, then its number.

        What has a row in ``keys.csv`` by its name keeps that key, whatever its number is now. A
        lone indicator keeps its key when a second one comes and it becomes the first of two.
        """
        plan, named = f"{self.document.plan}-", (cls, match_name(name))
        kept = self.register.keys.get(named, "")
        lone = self.register.iri(cls, plan + number.partition("-")[0])
        if cls == PG.Indicator and self.earlier.get(named) == lone:
            return lone
        return self.register.iri(cls, kept if kept.startswith(plan) else plan + number)

    def where(self, place: str) -> str:
        """Return the place in the file, for messages."""
        return f"{self.path} {place}"

    def wording(self, cls: str, iri: str, text: str, locator: str, **more: object) -> Wording:
        """Return the wording *text* of the element *iri* at *locator*."""
        base = Wording(element=iri, kind=cls, text=text, document=self.iri, locator=locator)
        return replace(base, **more)  # type: ignore[arg-type]

    def stated(self, subject: str, predicate: str, obj: str, locator: str, **more: object) -> Link:
        """Return the Link that the document states at *locator*."""
        base = Link(
            subject=subject, predicate=predicate, object=obj, document=self.iri, locator=locator
        )
        return replace(base, **more)  # type: ignore[arg-type]


@dataclass(slots=True)
class Reading:
    """What an importer has read so far: records, what is wrong, and what a person should know."""

    records: list[Record] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    notices: list[Fault] = field(default_factory=list)


def indicator_name(printed: str) -> tuple[str, str, str, str]:
    """Split the print of an indicator into circled number, name, accumulation and ※ note.

    >>> indicator_name("①ごみ排出量（1人1日当たり）【単年度】")[:2]
    ('①', 'ごみ排出量（1人1日当たり）')
    """
    name, _, note = printed.partition("※")
    inside = _ACCUMULATION.search(name)
    name = _ACCUMULATION.sub("", name).strip()
    mark = name[0] if circled_number(name) else ""
    word = inside[1].strip() if inside else ""
    known = next((sign for sign in ACCUMULATIONS if sign and word.startswith(sign)), "")
    return mark, name.removeprefix(mark).strip(), ACCUMULATIONS[known], note.strip()


def column_head(cell: str) -> tuple[str, PrintedYear | None] | None:
    """Read the head of a column of values: its kind and the year it tells; None when neither.

    >>> column_head("目標値(R6年度)")[1].year
    2024
    """
    name = match_name(cell)
    for word, kind in (("現状値", PG.Baseline), ("目標", PG.Target), ("実績値", PG.Actual)):
        if name.startswith(word):
            inside = re.search(r"\(([^()]*)\)", name)
            return kind, printed_year(inside[1]) if inside else None
    return None


def printed_values(
    source: Source,
    indicator: str,
    cells: list[tuple[str, str]],
    locator: str,
    *,
    calendar: bool = False,
) -> Iterator[PrintedValue | Fault]:
    """Read a row of value cells, each given as (head of its column, cell).

    The year in the cell beats the head of the column. With *calendar* all years are calendar
    years, whatever the heads say.
    """
    for head, cell in cells:
        where = source.where(f"{locator} {head}")
        column = column_head(head)
        if column is None:
            yield fault(where, "value-head", head=head)
            continue
        kind, year = column
        said = printed_number(cell)
        if said is None:
            yield fault(where, "value", cell=cell)
            continue
        year = said.year or year
        unit = source.register.keys.get((PG.Unit, match_name(said.unit)), "")
        if said.unit and not unit:
            yield fault(where, "no-key", kind="Unit", name=said.unit)
            continue
        fiscal = year is not None and year.fiscal and not calendar
        yield PrintedValue(
            indicator=indicator,
            kind=kind,
            as_printed=mapped(cell),
            document=source.iri,
            locator=locator,
            value=said.value,
            no_value=PG.NS + said.no_value if said.no_value else "",
            scale=said.scale,
            unit=source.register.iri(PG.Unit, unit) if unit else "",
            year=year.year if year else None,
            year_kind="" if not year else PG.FiscalYear if fiscal else PG.CalendarYear,
            as_of=year.as_of if year else None,
            note=said.note,
        )


def departments(source: Source, printed: str) -> list[Department] | None:
    """Return the departments that *printed* names one after the other; None when not all known."""
    # A 課 without its 部 is none of these: it would cut a 部 from a 課 that is not registered.
    known = {match_name(entry.name): entry for entry in source.register.departments if entry.bu}
    names = segmented(match_name(printed), known)
    return None if names is None else [known[name] for name in names]


def section(source: Source, printed: str) -> tuple[Department, bool] | None:
    """Return the department that *printed* names, and whether its 部 had to be matched.

    A 課 without its 部 is the one 課 of that name known in the period of the plan. Where there is
    none or more than one, it is its own row of the register, which has no 部.
    """
    name, plan = match_name(printed), source.plan
    entries = source.register.departments
    known = [
        entry
        for entry in entries
        if entry.bu
        and match_name(entry.ka) == name
        and (entry.first or plan.start_year) <= plan.end_year
        and (entry.last or plan.end_year) >= plan.start_year
    ]
    exact = [entry for entry in entries if match_name(entry.name) == name]
    if len(known) == 1:
        return known[0], True
    return (exact[0], False) if exact else None


def segmented(text: str, known: Iterable[str]) -> list[str] | None:
    """Cut *text* into known names without a remainder, longest first; None when that fails.

    >>> segmented("米生産者", ["米", "生産者"])
    ['米', '生産者']
    """
    names = sorted(known, key=len, reverse=True)
    # What can be cut from each position on, from the end: so that no rest is tried twice.
    cuts: dict[int, list[str] | None] = {len(text): []}
    for start in range(len(text) - 1, -1, -1):
        cuts[start] = None
        for name in names:
            rest = cuts.get(start + len(name))
            if rest is not None and text.startswith(name, start):
                cuts[start] = [name, *rest]
                break
    return cuts[0]


def department_records(source: Source, entry: Department, locator: str) -> Iterator[Record]:
    """Yield the wordings of a department and of the 部 it belongs to, and the link between."""
    iri = source.register.iri(PG.Department, entry.key)
    yield source.wording(PG.Department, iri, entry.name, locator)
    for parent in source.register.departments:
        if entry.ka and entry.bu and parent.bu == entry.bu and not parent.ka:
            parent_iri = source.register.iri(PG.Department, parent.key)
            yield source.wording(PG.Department, parent_iri, parent.name, locator)
            yield source.stated(iri, PG.unitOf, parent_iri, locator)
