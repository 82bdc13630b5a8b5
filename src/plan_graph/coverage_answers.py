"""Coverage as people read it: on the terminal, as rows, as plain data, as sheets."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from plan_graph.answers import Page, basis_text
from plan_graph.coverage import Coverage, Reached
from plan_graph.coverage_notes import (
    banner,
    by_basis,
    by_kind,
    estimates_lines,
    expected,
    group_kind,
    item_name,
    missing_lines,
    notes,
    numbered,
    percent,
    plan_name,
    shown_bases,
    target_lines,
)
from plan_graph.kinds import kind_name
from plan_graph.messages import ANSWER_TERMS, BASES, BASIS_MARKS, CONFIRMATIONS, pick
from plan_graph.tables import hanging, joined, terminal
from plan_graph.vocab import PG
from plan_graph.workbook import Cell, Notes, Sheet

Rows = list[list[Cell]]
Table = tuple[list[str], Rows]


def coverage_text(found: Coverage, page: Page) -> str:
    """Tell the whole on a screen: tables, what is missing below each, and the notes."""
    lead = hanging(page.text("coverage-lead"), page.screen, 0)
    parts = ["\n".join([page.text("coverage"), *lead])]

    def part(
        title: str, table: Table, lines: Iterable[str] = (), above: Iterable[str] = ()
    ) -> None:
        head, rows = table
        body = [[str(cell) for cell in row] for row in rows]
        told = [terminal(head, body, page.screen)] if rows else [page.text("coverage-nothing")]
        below = _folded((f"- {line}" for line in lines), page)
        parts.append("\n".join([f"■ {title}", *above, *told, *below]))

    part(page.text("coverage-held"), held_table(found, page), missing_lines(found, page))
    for kind, reached in by_kind(found).items():
        title = page.text("coverage-reached", kind=kind_name(kind, page.lang))
        above = banner(kind, reached, page)
        part(title, reached_table(reached, page), target_lines(reached, page), above)
    part(page.text("coverage-bases"), bases_table(found, page), estimates_lines(found, page))
    part(page.text("coverage-confirmations"), confirmations_table(found, page))
    return "\n\n".join([*parts, "\n".join(notes(found, page))])


def _folded(lines: Iterable[str], page: Page) -> Iterator[str]:
    for line in lines:
        yield from hanging(line, page.screen, 2)


def held_table(found: Coverage, page: Page) -> Table:
    """Return how many elements of a kind and plan have what, by basis, and how many have not."""
    bases = shown_bases(page)
    several = len({each.plan for each in expected(found)} - {""}) > 1
    keys = ("item", "kind", *(["plan"] if several else []), "total", "there")
    head = [page.text(f"coverage-{key}") for key in keys]
    head += [*_marks(bases, page), page.text("coverage-none")]
    rows: Rows = [
        [
            item_name(each.item, page),
            group_kind(each.kind, page),
            *([plan_name(each.plan, page)] if several else []),
            each.total,
            len(each.held),
            # A name and a source are there or not; they rest on nothing.
            *(len(each.on(basis)) if each.kind else "" for basis in bases),
            len(each.missing),
        ]
        for each in expected(found)
    ]
    return head, rows


def _marks(bases: Iterable[str], page: Page) -> list[str]:
    return [pick(BASIS_MARKS[basis], page.lang) for basis in bases]


def missing_rows(found: Coverage, page: Page) -> Table:
    """Return everything that is missing or stands on estimates alone, a row each."""
    keys = ("item", "state", "kind", "plan", "number", "name", "estimated")
    rows: Rows = []
    none, only = page.text("coverage-none"), page.text("coverage-estimated-only")

    def add(item: str, state: str, plan: str, iri: str, estimated: Cell = "") -> None:
        each = page.known[iri]
        told = [item, state, kind_name(each.kind, page.lang), plan_name(plan, page)]
        rows.append([*told, each.mark, each.label(page.lang), estimated])

    for group in expected(found):
        item = item_name(group.item, page)
        for iri in group.missing:
            add(item, none, group.plan, iri)
        for iri in group.on(PG.Estimated):
            add(item, only, group.plan, iri)
    for iri in found.unmeasured:
        add(item_name("actual", page), none, "", iri)
    for each in found.reached:
        if not each.documented:
            doers = joined((kind_name(kind, page.lang) for kind in each.doers), page.lang)
            estimated = each.done(PG.Estimated)
            add(doers, only if estimated else none, "", each.target, estimated)
    return [page.text(f"coverage-{key}") for key in keys], rows


def supporter_kinds(reached: Iterable[Reached]) -> list[str]:
    """Return the kinds that lead anywhere, what people do first."""
    found = {kind: None for each in reached for kind in each.doers[:1]}
    return list(dict.fromkeys([*found, *(kind for each in reached for kind in each.supporters)]))


def reached_table(reached: Sequence[Reached], page: Page) -> Table:
    """Return who leads to each target: a column for each kind, a cell by basis."""
    kinds = supporter_kinds(reached)
    names = [kind_name(kind, page.lang) for kind in (reached[0].kind, *kinds)]
    rows: Rows = [
        [
            numbered(page.known[each.target], page),
            *(by_basis(each.supporters.get(kind, {}), page) for kind in kinds),
        ]
        for each in reached
    ]
    return names, rows


def bases_table(found: Coverage, page: Page) -> Table:
    """Return how many pairs each relation joins, by basis."""
    bases = shown_bases(page)
    head = [page.text("coverage-relation"), page.text("coverage-pairs"), *_marks(bases, page)]
    estimated = PG.Estimated in bases
    if estimated:
        head.append(page.text("coverage-estimated-only"))
    rows: Rows = []
    whole = {basis: sum(each.get(basis, 0) for each in found.bases.values()) for basis in bases}
    lines = {**{relation_name(each, page): own for each, own in found.bases.items()}}
    for name, counts in (*lines.items(), (page.text("cross-total"), whole)):
        total = sum(counts.values())
        share = [percent(counts.get(PG.Estimated, 0), total)] if estimated else []
        rows.append([name, total, *(counts.get(basis, 0) for basis in bases), *share])
    return head, rows


def relation_name(relation: str, page: Page) -> str:
    """Return the name of a relation without the kind at its other end."""
    return pick(ANSWER_TERMS[relation], page.lang)


def confirmations_table(found: Coverage, page: Page) -> Table:
    """Return what departments said of the pairs."""
    head = [page.text(f"coverage-{key}") for key in ("confirmations", "pairs", "share")]
    rows: Rows = [
        [pick(CONFIRMATIONS[state], page.lang), count, percent(count, found.pairs)]
        for state, count in found.confirmations.items()
    ]
    return head, rows


def coverage_sheets(found: Coverage, page: Page) -> tuple[list[Sheet], Notes]:
    """Return all tables, and what is to be known of them, as sheets of a workbook."""
    bases = shown_bases(page)
    keys = ("kind", "number", "name", "by")
    reached: Rows = [
        [
            kind_name(each.kind, page.lang),
            page.known[each.target].mark,
            page.known[each.target].label(page.lang),
            kind_name(kind, page.lang),
            *(each.supporters.get(kind, {}).get(basis, 0) for basis in bases),
        ]
        for group in by_kind(found).values()
        for each in group
        for kind in supporter_kinds(group)
    ]
    estimates: Rows = [
        [
            page.known[edge.subject].named(page.lang),
            relation_name(edge.predicate, page),
            page.known[edge.object].named(page.lang),
            basis_text(edge.ground, page.lang),
        ]
        for edge in found.estimates
    ]
    of_reached = [*(page.text(f"coverage-{key}") for key in keys), *_marks(bases, page)]
    of_estimates = [page.text(f"coverage-{key}") for key in ("from", "relation", "to")]
    tables = {
        "held": (held_table(found, page), 2, 0),
        "missing": (missing_rows(found, page), 1, 0),
        "reached": ((of_reached, reached), 3, 0),
        "bases": (bases_table(found, page), 1, 1),
        "estimates": (([*of_estimates, page.text("basis")], estimates), 1, 0),
        "confirmations": (confirmations_table(found, page), 1, 0),
    }
    sheets = [
        Sheet(page.text(f"coverage-sheet-{name}"), head, rows, labels, totals)
        for name, ((head, rows), labels, totals) in tables.items()
    ]
    lines = [page.text("coverage"), page.text("coverage-lead")]
    for kind, group in by_kind(found).items():
        lines += [*banner(kind, group, page), *target_lines(group, page)]
    return sheets, Notes(page.text("cross-notes-sheet"), [*lines, *notes(found, page)])


def coverage_json(found: Coverage, page: Page) -> dict[str, object]:
    """Return everything as plain data, named by the terms of the ontology."""

    def plain(iri: str) -> dict[str, str]:
        each = page.known[iri]
        kind = _local(each.kind)
        return {"id": iri, "kind": kind, "notation": each.notation, "name": each.label(page.lang)}

    def counts(own: Mapping[str, int]) -> dict[str, int]:
        # The strongest first, in whatever order the store gave them.
        return {_local(basis): own[basis] for basis in BASES if basis in own}

    bases = shown_bases(page)
    return {
        "weakestBasis": _local(page.weakest),
        "expected": [
            {
                "item": each.item,
                "kind": _local(each.kind),
                "plan": each.plan,
                "printed": each.printed,
                "total": each.total,
                "held": len(each.held),
                "bases": counts({b: len(each.on(b)) for b in bases}) if each.kind else {},
                "missing": [plain(iri) for iri in each.missing],
            }
            for each in found.expected
        ],
        "reached": [
            {
                **plain(each.target),
                "relation": _local(each.predicate),
                "documented": each.documented,
                "supporters": {_local(k): counts(own) for k, own in each.supporters.items()},
            }
            for each in found.reached
        ],
        "relations": {_local(each): counts(own) for each, own in found.bases.items()},
        "estimatesAlone": [
            {"from": edge.subject, "relation": _local(edge.predicate), "to": edge.object}
            for edge in found.estimates
        ],
        "confirmations": {_local(each): n for each, n in found.confirmations.items()},
        "indicatorsWithoutActual": [plain(iri) for iri in found.unmeasured],
        "notes": notes(found, page),
    }


def _local(term: str) -> str:
    return term.removeprefix(PG.NS).rpartition("#")[2]
