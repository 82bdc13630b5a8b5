"""Named tables of figures: the plan summed up, indicators, missed targets, departments.

Values are as printed, each with the year that it is of; a status stands beside the values that it
compares, and with the sheet that tells the reason. Who is responsible stands beside a status only
for the office.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from plan_graph.measured import Value
from plan_graph.preset_links import number_and_name, own
from plan_graph.preset_tables import (
    Cell,
    Column,
    Ref,
    Said,
    Sheets,
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


_FIGURES = (
    Column("baseline", "printed"),
    Column("baseline-year", "year"),
    Column("target", "printed"),
    Column("target-year", "year"),
    Column("actual", "printed"),
    Column("actual-year", "year"),
)


def indicators(view: View) -> Table:
    """Return every indicator with its printed values, its status and what comes next."""
    found = _found(view)
    rows = [
        (
            *_whose(view, found, row),
            *_twice(row.baseline),
            *_twice(row.target),
            *_twice(row.actual),
            row.status,
            row.ratio if row.sheet else "",
            *_twice(row.next_target),
            Sheets(row.sheet.sources) if row.sheet else "",
        )
        for row in (*found.rows, *found.others)
    ]
    columns = (
        *_who(view),
        *_FIGURES,
        Column("status", "status"),
        Column("ratio"),
        Column("next", "printed"),
        Column("next-year", "year"),
        Column("reason"),
    )
    notes = (
        "presets.values-printed",
        "presets.status-as-printed",
        *_agreement(found),
        "presets.ratio-is",
        *_odd(found),
    )
    return Table(columns, tuple(rows), notes=notes)


def missed_targets(view: View) -> Table:
    """Return the indicators printed with ×, with the difference and where the reason stands."""
    found = _found(view)
    rows = [
        (
            *_whose(view, found, row),
            *_twice(row.target),
            *_twice(row.actual),
            row.status,
            _difference(row),
            (Ref(row.measured.unit),) if row.measured and row.measured.unit else "",
            row.ratio,
            Sheets(row.sheet.sources) if row.sheet else "",
        )
        for row in found.rows
        if row.status == PG.NotAchieved
    ]
    columns = (
        *_who(view),
        *_FIGURES[2:],
        Column("status", "status"),
        Column("difference"),
        Column("", kind=PG.Unit),
        Column("ratio"),
        Column("reason"),
    )
    notes = (
        "presets.status-as-printed",
        "presets.no-ranking",
        "presets.ratio-is",
        *_odd(found, PG.NotAchieved),
    )
    return Table(columns, tuple(rows), notes=notes)


def department_action(view: View) -> Table:
    """Return departments with their actions, and for the office what is reported of these."""
    found = _found(view)
    by_action: dict[str, list[Row]] = {}
    for row in found.rows:
        by_action.setdefault(row.element, []).append(row)
    actions = view.of_kind(PG.Action)
    answers = {each.iri: found.departments.get(each.iri, ()) for each in actions}
    departments = dict.fromkeys(each for action in actions for each in answers[action.iri])
    rows: list[tuple[Cell, ...]] = []
    for department in departments:
        for action in actions:
            if department not in answers[action.iri]:
                continue
            above = (view.objects(action.iri, PG.partOf, PG.Measure), (Ref(action.plan),))
            start = ((Ref(department),), *own(action), *above)
            rows += [
                (
                    *start,
                    (Ref(row.indicator),) if row.indicator else "",
                    *_twice(row.target),
                    *_twice(row.actual),
                    row.status,
                    Sheets(row.sheet.sources) if row.sheet else "",
                )
                for row in by_action.get(action.iri, ())
            ] or [(*start, *[""] * 7)]
    columns = (
        Column("", "name", kind=PG.Department, label=True),
        *number_and_name(PG.Action),
        Column("", "both", kind=PG.Measure),
        Column("plan"),
        Column("", "name", kind=PG.Indicator),
        *_FIGURES[2:],
        Column("status", "status"),
        Column("reason"),
    )
    counted = view.links([PG.responsible], [each.iri for each in actions])
    notes = ("presets.department-order", "presets.status-as-printed", "presets.no-ranking")
    return Table(columns, tuple(rows), counted=counted, notes=notes)


# --- Cells --------------------------------------------------------------------------------------


def _who(view: View) -> tuple[Column, ...]:
    """Return the columns of an indicator and of what it belongs to."""
    return (
        Column("plain-number", "number", label=True),
        Column("whose", "name", label=True),
        *([_DEPARTMENTS] if view.office else []),
        Column("", "name", kind=PG.Indicator, label=not view.office),
    )


def _whose(view: View, found: Progress, row: Row) -> tuple[Cell, ...]:
    refs = (Ref(row.element),)
    departments = tuple(Ref(each) for each in found.departments.get(row.element, ()))
    indicator = (Ref(row.indicator),) if row.indicator else Said.of("no-indicator")
    return (refs, refs, *([departments] if view.office else []), indicator)


def _twice(value: Value | None) -> tuple[Cell, Cell]:
    """Return the cells of a value: as printed, and its year."""
    return (value or "", value or "")


def _difference(row: Row) -> Cell:
    """Return actual minus target, where both are printed of one time."""
    target, actual = row.target, row.actual
    if (
        not target
        or not actual
        or (target.year, target.year_kind) != (actual.year, actual.year_kind)
    ):
        return ""
    if target.number is None or actual.number is None:
        return ""
    return actual.number - target.number


def _odd(found: Progress, status: str = "") -> Iterable[str]:
    """Return the remark on figures that suggest another scope, where there are some."""
    odd = any(row.odd for row in found.rows if not status or row.status == status)
    return ("presets.odd-figures",) if odd else ()
