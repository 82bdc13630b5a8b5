"""The links of one department as a workbook in which it says whether they are right."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from plan_graph.answers import Page, backing, basis_text, counts_text, footer, sdgs_banner, sentence
from plan_graph.curated_files import CuratedFile, Record, Said, open_curated
from plan_graph.edges import strongest
from plan_graph.elements import cell_of
from plan_graph.errors import PlanGraphError
from plan_graph.graph import Node, base_of, one
from plan_graph.graph.curated import CONFIRMATIONS as CONFIRMATION_COLUMNS
from plan_graph.lookup import Element
from plan_graph.messages import CONFIRMATIONS, KINDS, RELATION_SENTENCES, fault, pick, text
from plan_graph.reasons import Way, all_evidence, strongest_first, way
from plan_graph.vocab import PG, RDF, RELATIONS
from plan_graph.workbook import Notes, Sheet

#: Columns of the sheet, from left to right; their heads are texts of `messages.confirm`.
COLUMNS: Final = (
    "number", "name", "relation", "object", "object-name", "basis", "reasons", "answer", "remark",
    "date", "key",
)  # fmt: skip
#: Widths in digits, but for the key, which is not printed: together they fill an A4 page.
_WIDTHS: Final = (7, 22, 18, 8, 22, 12, 50, 10, 26, 13, 46)
#: Columns that people write into.
_ENTRIES: Final = ("answer", "remark", "date")
#: What can be chosen; empty means unconfirmed.
_OFFERED: Final = (PG.Confirmed, PG.Disputed, PG.OnHold)
#: Relations that only say in which frame something stands.
_FRAMES: Final = {PG.inPlan, PG.inProject}

#: Subject, predicate and object by their IRIs.
Statement = tuple[str, str, str]


def confirm_sheets(department: Element, page: Page, folder: Path) -> tuple[list[Sheet], Notes]:
    """Return the links of *department*, with what it said of them in the curated *folder*.

    Raises PlanGraphError when the view has none.
    """
    evidence, base = all_evidence(page.store), base_of(page.store)
    said = open_answers(folder)
    found = _of_department(statements(evidence, page.known), department.iri)
    if not found:
        names = (department.label("ja"), department.label("en"))
        raise PlanGraphError([fault("--department", "confirm.no-links", department=names)])
    rows, counted = [], []
    for statement in sorted(found, key=lambda each: _place(each, page.known)):
        ways = strongest_first(way(link, evidence) for link in found[statement])
        counted += [each.link.ground for each in ways]
        record = answer_of(said, written(statement, base), cell_of(base, department.iri))
        key = key_cell(written(statement, base), cell_of(base, department.iri), record)
        rows.append([*_told(statement, ways, record, page), key])
    choices = [pick(CONFIRMATIONS[state], page.lang) for state in _OFFERED]
    sheet = Sheet(
        page.text("confirm.sheet"),
        [page.text(f"confirm.{name}") for name in COLUMNS],
        rows,
        labels=2,
        filled_in=True,
        choices={COLUMNS.index("answer"): choices},
        entries=tuple(map(COLUMNS.index, _ENTRIES)),
        widths=_WIDTHS,
    )
    return [sheet], _notes(department, rows, counts_text(Counter(counted), page.lang), page)


def statements(
    evidence: Mapping[str, Node], known: Mapping[str, Element]
) -> dict[Statement, list[str]]:
    """Return what current Links say of elements, but for frames, each with its Links."""
    found: dict[Statement, list[str]] = defaultdict(list)
    for link, node in evidence.items():
        said = (one(node, RDF.subject), one(node, RDF.predicate), one(node, RDF.object))
        ends = (known.get(said[0]), known.get(said[2]))
        # A graph of somebody's own may link what has no name, no kind of ours, or otherwise.
        named = said[1] in RELATIONS and all(end and end.kind in KINDS for end in ends)
        if named and said[1] not in _FRAMES and PG.current not in node:
            found[said].append(link)
    return dict(found)


def open_answers(folder: Path) -> CuratedFile:
    """Open ``confirmations.csv`` in the curated *folder*; a missing file has no answers."""
    return open_curated(folder / "confirmations.csv", CONFIRMATION_COLUMNS)


def answer_of(said: CuratedFile, statement: Said, department: str) -> Record:
    """Return what *department* says of *statement*, or nothing."""
    records = (said.records[at][1] for at in said.about(statement))
    return next((each for each in records if each["department"] == department), {})


def written(statement: Statement, base: str) -> Said:
    """Return a statement as the curated files write it."""
    subject, predicate, obj = statement
    return (cell_of(base, subject), predicate.removeprefix(PG.NS), cell_of(base, obj))


def key_cell(statement: Said, department: str, record: Record) -> str:
    """Return what stands in the grey column: who is asked what, and a check of both.

    >>> key_cell(("vision/1", "inTheme", "theme/2"), "department/a", {})
    'department/a vision/1 inTheme theme/2 1bff75a1'
    """
    key = " ".join((department, *statement))
    return f"{key} {digest(key)}{digest_of(record)}"


def digest(said: str) -> str:
    """Return four hexadecimal digits that change with *said*."""
    return hashlib.sha256(said.encode()).hexdigest()[:4]


def digest_of(record: Record) -> str:
    """Return four hexadecimal digits that change with an answer."""
    return digest("\n".join(record.get(name, "") for name in ("confirmation", "date", "remark")))


def relation_text(statement: Statement, known: Mapping[str, Element], lang: str) -> str:
    """Say what a row asks, in short since the names stand beside: 取組24は、ビジョン④に…."""

    def short(iri: str) -> str:
        element, space = known[iri], " " if lang == "en" else ""
        kind = pick(KINDS[element.kind], lang)
        return f"{kind}{space}{element.mark}" if element.mark else element.label(lang)

    subject, predicate, obj = statement
    return pick(RELATION_SENTENCES[predicate], lang).format(s=short(subject), o=short(obj))


def _of_department(said: dict[Statement, list[str]], department: str) -> dict[Statement, list[str]]:
    """Return what is said of the department, and of what it is responsible for."""
    own = {department} | {
        subject
        for subject, predicate, obj in said
        if predicate == PG.responsible and obj == department
    }
    return {each: links for each, links in said.items() if each[0] in own or each[2] == department}


def _place(statement: Statement, known: Mapping[str, Element]) -> tuple[object, ...]:
    """Return what rows are sorted by: as printed, then relation by relation."""
    subject, predicate, obj = statement
    first, last = (
        (list(KINDS).index(known[iri].kind), known[iri].place, iri) for iri in (subject, obj)
    )
    return (first, RELATIONS.index(predicate), last)


def _told(statement: Statement, ways: list[Way], record: Record, page: Page) -> list[str]:
    subject, obj = page.known[statement[0]], page.known[statement[2]]
    # What the department says itself stands in its own columns.
    reasons = [_reason(_unsaid(each) if record else each, page) for each in ways]
    state = PG.NS + record["confirmation"] if record else ""
    return [
        subject.mark,
        subject.label(page.lang),
        relation_text(statement, page.known, page.lang),
        obj.mark,
        obj.label(page.lang),
        basis_text(strongest(each.link.ground for each in ways), page.lang),
        " ／ ".join(dict.fromkeys(reasons)),
        pick(CONFIRMATIONS[state], page.lang) if state in CONFIRMATIONS else "",
        record.get("remark", ""),
        record.get("date", ""),
    ]


def _unsaid(each: Way) -> Way:
    return replace(each, link=replace(each.link, confirmation=("", "", "", "")))


def _reason(each: Way, page: Page) -> str:
    """Tell in one line why a link stands, and of a derived one each step on the way."""
    steps = (
        f"{at}) {sentence(step, page)} {' '.join(backing(step, page))}"
        for at, step in enumerate(each.steps, start=1)
    )
    return " ".join([*backing(each.link, page), *steps])


def _notes(department: Element, rows: list[list[str]], counts: str, page: Page) -> Notes:
    """Return what the sheet is and how it is filled in, in Japanese first."""
    title = page.text("confirm.title", department=department.label(page.lang), count=len(rows))
    lines = [title, *sdgs_banner(page)]
    how_to = (
        text("confirm.how-to", lang, department=department.label(lang)) for lang in ("ja", "en")
    )
    for each in how_to:
        lines += ["", *each.splitlines()]
    counted = page.text("counted", counts=counts)
    return Notes(
        page.text("confirm.notes"),
        [*lines, "", counted, *footer(page).splitlines()],
    )
