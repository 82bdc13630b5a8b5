"""Named tables of figures: the plan summed up, indicators, missed targets, departments.

Values are as printed, each with the year that it is of; a status stands beside the values that it
compares, and with the sheet that tells the reason. Who is responsible stands beside a status only
for the office.
"""

from collections import Counter
from collections.abc import Sequence

from plan_graph.lookup import Element
from plan_graph.measured import Value
from plan_graph.preset_links import number_and_name, own
from plan_graph.preset_tables import (
    Cell,
    Column,
    Ref,
    Said,
    Table,
    View,
    open_visions,
    strongest_refs,
)
from plan_graph.progress import Progress, progress
from plan_graph.reasons import ask
from plan_graph.reported import Row
from plan_graph.vocab import PG, SDGO

_STATUSES = (PG.Achieved, PG.NotAchieved, PG.NotScored)
#: What a measure and its actions lead to: relation, kind, and how it is told.
_LEADS = (
    (PG.serves, PG.Vision, "grouped"),
    (PG.addresses, PG.RegionalIssue, "both"),
    (PG.contributesTo, SDGO.Goal, "grouped"),
    (PG.inTheme, PG.Theme, "both"),
)
_DEPARTMENTS = Column("departments", "name")


def _found(view: View) -> Progress:
    return progress(view.store, view.known, office=view.office)


def summary(view: View) -> Table:
    """Return a row for each measure: its actions, their statuses, and what they lead to."""
    found = _found(view)
    over: dict[tuple[str, str, str], list[str]] = {}
    for row in ask(view.store, "breakdown"):
        above = (row["project"], row.get("goal", ""), row.get("measure", ""))
        over.setdefault(above, []).append(row["action"])
    rows = [_summed(view, found, above, actions) for above, actions in over.items()]
    counts = Counter(row.status for row in found.rows if row.kind == PG.Action)
    whole = len({action for actions in over.values() for action in actions})
    blanks = [""] * (len(_LEADS) + view.office)
    sheets = sum(counts.values())
    statuses = [counts[status] for status in _STATUSES]
    rows.append(("", "", Said.of("total"), whole, "", sheets, *statuses, *blanks))
    columns = (
        Column("", "both", kind=PG.Project, label=True),
        Column("", "both", kind=PG.ProjectGoal, label=True),
        Column("", "both", kind=PG.Measure, label=True),
        Column("actions", "count"),
        Column("action-numbers", "number"),
        Column("sheets"),
        *(Column("", element=status) for status in _STATUSES),
        *(Column("", tell, kind=kind) for _, kind, tell in _LEADS),
        *([_DEPARTMENTS] if view.office else []),
    )
    ends = {iri for (*_, measure), actions in over.items() for iri in (measure, *actions)}
    return Table(
        columns,
        tuple(rows),
        totals=1,
        counted=view.links([each for each, _, _ in _LEADS], ends),
        notes=(
            "presets.sums",
            *_agreement(found),
            "presets.own-and-actions",
            "presets.reasons-elsewhere",
        ),
        sdgs=True,
        open_visions=open_visions(view),
    )


def _summed(
    view: View, found: Progress, above: tuple[str, str, str], actions: Sequence[str]
) -> tuple[Cell, ...]:
    """Return the row of one measure, or of the actions of a project that have none."""
    wanted = set(actions)
    counts = Counter(row.status for row in found.rows if row.element in wanted)
    ends = [iri for iri in (above[2], *actions) if iri]

    def leads(predicate: str, kind: str) -> tuple[Ref, ...]:
        return strongest_refs(
            view, [ref for end in ends for ref in view.objects(end, predicate, kind)]
        )

    return (
        *((Ref(iri),) if iri else "" for iri in above[:2]),
        (Ref(above[2]),) if above[2] else Said.of("no-measure"),
        len(actions),
        tuple(Ref(iri) for iri in actions),
        sum(counts.values()),
        *(counts[status] for status in _STATUSES),
        *(leads(predicate, kind) for predicate, kind, _ in _LEADS),
        *([leads(PG.responsible, PG.Department)] if view.office else []),
    )


def _agreement(found: Progress) -> tuple[str, ...]:
    """Return the remark that the printed totals agree with the sheets, or that they do not."""
    if not found.totals:
        return ()
    agree = all(total.printed == total.counted for total in found.totals)
    return ("presets.totals-agree",) if agree else ("presets.totals-differ",)


_BASELINE = (Column("baseline", "printed"), Column("baseline-year", "year"))
_COMPARED = (
    Column("target", "printed"),
    Column("target-year", "year"),
    Column("actual", "printed"),
    Column("actual-year", "year"),
    Column("status", "status"),
)
_NEXT = (Column("next", "printed"), Column("next-year", "year"))
_RATIO, _REASON, _REMARKS = (Column(each, each) for each in ("ratio", "reason", "remarks"))


def indicators(view: View) -> Table:
    """Return every indicator with its printed values, its status and what comes next."""
    found = _found(view)
    rows = [
        (
            *_whose(view, found, row),
            *_twice(row.baseline),
            *_compared(row),
            row if row.sheet else "",
            *_twice(row.next_target),
            row,
            row,
        )
        for row in (*found.rows, *found.others)
    ]
    columns = (*_who(view), *_BASELINE, *_COMPARED, _RATIO, *_NEXT, _REASON, _REMARKS)
    notes = ("presets.values-printed", "presets.status-as-printed", *_agreement(found))
    return Table(columns, tuple(rows), notes=(*notes, "presets.ratio-is"))


def missed_targets(view: View) -> Table:
    """Return the indicators printed with ×, with the difference and where the reason stands."""
    found = _found(view)
    rows = [
        (
            *_whose(view, found, row),
            *_compared(row),
            _difference(row),
            (Ref(row.measured.unit),) if row.measured and row.measured.unit else "",
            row,
            row,
            row,
        )
        for row in found.rows
        if row.status == PG.NotAchieved
    ]
    difference = (Column("difference"), Column("", kind=PG.Unit))
    columns = (*_who(view), *_COMPARED, *difference, _RATIO, _REASON, _REMARKS)
    notes = ("presets.status-as-printed", "presets.no-ranking", "presets.ratio-is")
    return Table(columns, tuple(rows), notes=notes)


def department_action(view: View) -> Table:
    """Return departments with their actions, and what is reported of these, for the office."""
    found = _found(view)
    by_action: dict[str, list[Row]] = {}
    for row in found.rows:
        by_action.setdefault(row.element, []).append(row)
    of_department: dict[str, list[Element]] = {}
    for action in view.of_kind(PG.Action):
        for department in found.departments.get(action.iri, ()):
            of_department.setdefault(department, []).append(action)
    rows: list[tuple[Cell, ...]] = []
    for department, actions in of_department.items():
        for action in actions:
            measure = view.objects(action.iri, PG.partOf, PG.Measure)
            plan = (Ref(action.plan),) if action.plan else ""
            start = ((Ref(department),), *own(action), measure, plan)
            sheets = by_action.get(action.iri, ())
            rows += [(*start, row, *_compared(row), row) for row in sheets]
            if not sheets:
                rows.append((*start, *[""] * (len(_COMPARED) + 2)))
    columns = (
        Column("", "name", kind=PG.Department, label=True),
        *number_and_name(PG.Action),
        Column("", "both", kind=PG.Measure),
        Column("plan"),
        Column("", "indicator", kind=PG.Indicator),
        *_COMPARED,
        _REASON,
    )
    actions_of = {action.iri for actions in of_department.values() for action in actions}
    counted = view.links([PG.responsible], sorted(actions_of))
    notes = ("presets.department-order", "presets.status-as-printed", "presets.no-ranking")
    return Table(columns, tuple(rows), counted=counted, notes=notes)


# --- Cells --------------------------------------------------------------------------------------


def _who(view: View) -> tuple[Column, ...]:
    """Return the columns of an indicator and of what it belongs to."""
    return (
        Column("sheet", "sheet", label=True),
        Column("whose", "name", label=True),
        *([_DEPARTMENTS] if view.office else []),
        Column("", "indicator", kind=PG.Indicator),
    )


def _whose(view: View, found: Progress, row: Row) -> tuple[Cell, ...]:
    departments = tuple(Ref(each) for each in found.departments.get(row.element, ()))
    return (row, (Ref(row.element),), *([departments] if view.office else []), row)


def _twice(value: Value | None) -> tuple[Cell, Cell]:
    """Return the cells of a value: as printed, and its year."""
    return (value or "", value or "")


def _compared(row: Row) -> tuple[Cell, ...]:
    """Return the values that a sheet compares, each with its year, and the status."""
    return (*_twice(row.target), *_twice(row.actual), row)


def _difference(row: Row) -> Cell:
    """Return actual minus target, where both are printed of one time."""
    target, actual = row.target, row.actual
    if not target or not actual or target.number is None or actual.number is None:
        return ""
    same = (target.year, target.year_kind) == (actual.year, actual.year_kind)
    return actual.number - target.number if same else ""
