"""Answers of a department into ``confirmations.csv``: what changes, or everything wrong."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Store

from plan_graph.confirm_cells import HEADS, Line, Page, read_lines, sentence_of
from plan_graph.confirm_sheets import digest_of, open_answers, statements, written
from plan_graph.curated_files import CuratedFile, Record
from plan_graph.errors import PlanGraphError
from plan_graph.filled_in import read_filled_in
from plan_graph.graph.curated import CONFIRMATIONS as COLUMNS
from plan_graph.graph.curated import full_iri
from plan_graph.japanese import typed_day
from plan_graph.lookup import elements
from plan_graph.messages import CONFIRMATIONS, fault, pick, text
from plan_graph.messages.confirm import TEXTS
from plan_graph.reasons import all_evidence
from plan_graph.register import Register
from plan_graph.tables import shown
from plan_graph.vocab import PG


@dataclass(frozen=True, slots=True)
class Answers:
    """What a sheet changes: the file as it is to be, told in sentences, and rows counted."""

    path: Path
    content: str
    sentences: tuple[str, ...]
    #: "added", "changed", "same" and "blank" to rows
    counts: Mapping[str, int]


def read_answers(
    register: Register, store: Store, path: Path, lang: str, *, date: str = ""
) -> Answers:
    """Read the sheet *path* and return what becomes of ``confirmations.csv``.

    *store* is the graph, *date* the day of rows that have none. Nothing is written. Raises
    PlanGraphError with every fault of every cell.
    """
    day = typed_day(date)
    if date and not day:
        raise PlanGraphError([fault("--date", "confirm.bad-day", value=date, near="")])
    where, rows = read_filled_in(path, TEXTS["sheet"])
    known = elements(store)
    said = {written(each, register.base): each for each in statements(all_evidence(store), known)}
    iso = day.isoformat() if day else ""
    page = Page(where, lang, HEADS, register, known, said, iso)
    lines = read_lines(page, rows)
    answers = open_answers(register.folder / "curated")
    old = [_old(page, line, answers) for line in lines]
    if page.faults:
        raise PlanGraphError(page.faults)
    counts = Counter(added=0, changed=0, same=0, blank=0)
    sentences = list(_apply(page, list(zip(lines, old, strict=True)), answers, counts))
    if page.unread:
        numbers = ", ".join(map(str, page.unread))
        sentences.append(text("confirm.not-read", lang, count=len(page.unread), rows=numbers))
    return Answers(answers.path, answers.text, tuple(sentences), counts)


def _old(page: Page, line: Line, answers: CuratedFile) -> int | None:
    """Return the record that holds the department's answer so far; tell when it cannot change."""
    found = [
        at
        for at in answers.about(line.said)
        if answers.records[at][1]["department"] == line.department
    ]
    at = found[0] if found else None
    old = _record(answers, at)
    if len(found) > 1:
        page.wrong(line.cells, "key", "confirm.answers-several", count=len(found))
    elif line.state and _new(line, old) != old and digest_of(old) != line.seen:
        now = (_told(page, old, "ja"), _told(page, old, "en"))
        page.wrong(line.cells, "answer", "confirm.changed-since", now=now)
    return at


def _record(answers: CuratedFile, at: int | None) -> Record:
    return {} if at is None else answers.records[at][1]


def _new(line: Line, old: Record) -> Record:
    """Return the record of an answer; a remark that only lost its line breaks is as it was."""
    remark = old.get("remark", "")
    if " ".join(shown(remark).split()) != line.remark:
        remark = line.remark
    said = (*line.said, line.state.removeprefix(PG.NS), line.department, line.date, remark)
    return dict(zip(COLUMNS, said, strict=True))


def _apply(
    page: Page, lines: list[tuple[Line, int | None]], answers: CuratedFile, counts: Counter[str]
) -> Iterator[str]:
    """Change *answers* as the sheet wants it, count what changes, and tell it in sentences."""
    kept = []
    for line, at in lines:
        old = _record(answers, at)
        new = _new(line, old)
        nothing = line.state == PG.Unconfirmed and not (old or line.remark)
        if not line.state or nothing:
            counts["blank"] += 1
            if old:
                kept.append(line.number)
            continue
        counts["same" if new == old else "changed" if old else "added"] += 1
        if new == old:
            continue
        yield text(
            "confirm.changed",
            page.lang,
            row=line.number,
            sentence=sentence_of(page.said[line.said], page.known, page.lang),
            before=_told(page, old, page.lang),
            after=_told(page, new, page.lang),
        )
        if line.state == PG.Disputed and not line.remark:
            yield text("confirm.no-remark", page.lang, row=line.number)
        answers.put(at, new)
    if kept:
        numbers = ", ".join(map(str, kept))
        yield text("confirm.kept", page.lang, count=len(kept), rows=numbers)


def _told(page: Page, record: Record, lang: str) -> str:
    """Tell an answer with who gave it when, or that there is none."""
    if not record:
        return pick(CONFIRMATIONS[PG.Unconfirmed], lang)
    department = page.known.get(full_iri(page.register, record["department"]))
    return text(
        "confirm.by",
        lang,
        state=pick(CONFIRMATIONS[PG.NS + record["confirmation"]], lang),
        department=department.label(lang) if department else record["department"],
        date=record["date"],
    )
