"""Progress as plain data, named by the terms of the ontology."""

from collections import Counter

from plan_graph.answers import Page
from plan_graph.measured import Value
from plan_graph.measured_answers import name_of
from plan_graph.messages import STATUS_MARKS
from plan_graph.progress import Group, Progress
from plan_graph.progress_notes import (
    banner,
    notes,
    number,
    reason_text,
    remarks,
    rollup_lines,
    sources,
)
from plan_graph.reported import Row
from plan_graph.vocab import PG


def progress_json(found: Progress, page: Page) -> dict[str, object]:
    """Return everything as plain data, named by the terms of the ontology."""
    return {
        "weakestBasis": _local(page.weakest),
        "reportYear": found.year or None,
        "reportYears": list(found.years),
        "element": found.element.iri if found.element else None,
        "linkedBy": {iri: _local(ground.effective) for iri, ground in found.linked.items()},
        "sheets": [_plain_row(row, found, page) for row in found.rows],
        "indicatorsWithoutSheet": [_plain_row(row, found, page) for row in found.others],
        "withoutSheet": [_plain(iri, page) for iri in found.missing],
        "totals": [
            {
                **_plain(total.element, page),
                "ofKind": _local(total.kind),
                "printed": _counted(total.printed),
                "counted": _counted(total.counted),
                "agrees": total.printed == total.counted,
            }
            for total in found.totals
        ],
        "counts": [
            {
                "by": rollup.by,
                "groups": [_plain_group(group, page) for group in rollup.groups],
                "outside": [_plain(iri, page) for iri in rollup.outside],
                "notes": [*banner(rollup, page), *rollup_lines(rollup, page)],
            }
            for rollup in found.rollups
        ],
        "notes": notes(found, page, found.rollups),
    }


def _plain(iri: str, page: Page) -> dict[str, object]:
    each = page.known[iri]
    return {
        "id": iri,
        "kind": _local(each.kind),
        "notation": each.notation,
        "name": each.label(page.lang),
    }


def _plain_row(row: Row, found: Progress, page: Page) -> dict[str, object]:
    own = found.element is not None and found.element.iri == row.element
    departments = found.departments.get(row.element, ()) if page.for_office or own else ()
    values = (row.baseline, row.target, row.actual, row.next_target)
    names = ("baseline", "target", "actual", "nextTarget")
    return {
        **_plain(row.element, page),
        "number": number(row, page),
        "project": row.project or None,
        "goal": row.goal or None,
        "measure": row.measure or None,
        **({"departments": [_plain(iri, page) for iri in departments]} if departments else {}),
        "indicator": _plain(row.indicator, page) if row.indicator else None,
        "unit": name_of(row.measured.unit, page) if row.measured and row.measured.unit else "",
        "accumulation": _local(row.measured.accumulation) if row.measured else "",
        "betterWhen": _local(row.measured.better_when) if row.measured else "",
        **{name: _plain_value(each) for name, each in zip(names, values, strict=True)},
        "status": _local(row.status),
        "ratio": None
        if row.sheet is None
        else {
            "percent": None if row.ratio.percent is None else float(row.ratio.percent),
            "formula": "target/actual" if row.ratio.inverse else "actual/target",
            "notComputed": row.ratio.reason or None,
            "forReferenceOnly": True,
        },
        "remarks": remarks(row, page),
        "reason": reason_text(row, page),
        "source": sources(row, page),
    }


def _plain_value(value: Value | None) -> dict[str, object] | None:
    if value is None:
        return None
    return {
        "printed": value.printed,
        "number": None if value.number is None else float(value.number),
        "noValue": _local(value.no_value),
        "year": value.year or None,
        "yearKind": _local(value.year_kind),
        "asOf": value.as_of,
    }


def _counted(counts: tuple[int, int, int]) -> dict[str, int]:
    return dict(zip(("elements", "scored", "achieved"), counts, strict=True))


def _plain_group(group: Group, page: Page) -> dict[str, object]:
    def counts(found: Counter[str]) -> dict[str, int]:
        return {_local(status): found[status] for status in STATUS_MARKS}

    return {
        **_plain(group.element, page),
        "statuses": counts(group.counts(PG.Action)),
        "ofThoseEstimated": counts(group.counts(PG.Action, [PG.Estimated])),
        "ofGoals": counts(group.counts(PG.ProjectGoal)),
        "members": [
            {
                "id": member.element,
                "effectiveBasis": _local(member.ground.effective),
                "throughMeasure": member.through_measure,
                "statuses": [_local(status) for status in member.statuses],
            }
            for member in group.members
        ],
    }


def _local(term: str) -> str:
    return term.removeprefix(PG.NS).rpartition("#")[2]
