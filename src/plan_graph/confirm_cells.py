"""A confirmation sheet that came back, row by row: what each answers, or what is wrong where."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from plan_graph.confirm_sheets import COLUMNS, Statement, digest, relation_text
from plan_graph.curated_files import Said
from plan_graph.filled_in import Cells, Form, Rows, find_columns
from plan_graph.graph.curated import full_iri
from plan_graph.japanese import match_name, typed_day
from plan_graph.lookup import Element, near_miss
from plan_graph.messages import CONFIRMATIONS, RELATION_SENTENCES, did_you_mean
from plan_graph.messages.confirm import TEXTS
from plan_graph.register import Register
from plan_graph.vocab import PG

#: Column to its head, in Japanese and in English.
HEADS: Final = {name: TEXTS[name] for name in COLUMNS}
#: Signs that people write for an answer; those for none are dashes of every kind.
_MARKS: Final = {
    PG.Confirmed: ("○", "〇", "◯", "✓", "✔", "確認済み", "済"),
    PG.Disputed: ("×", "✕", "✖", "意見有り"),
    "": ("", "-", "ー", "—", "―", "–", "‐", "−", "─"),
}
_ANSWERS: Final = {
    match_name(said).casefold(): state
    for table in (CONFIRMATIONS, _MARKS)
    for state, names in table.items()
    for said in names
}
#: Days that Excel holds as numbers count from the first; they are of the years 2000 to 2099.
_DAY_ZERO, _SERIALS = dt.date(1899, 12, 30), range(36_526, 73_051)
_PARTS: Final = 5


@dataclass(frozen=True, slots=True)
class Page(Form):
    """The sheet that is read, what it may speak of, and the day for rows that have none."""

    register: Register
    known: Mapping[str, Element]
    #: what the graph says, as the curated files write it
    said: Mapping[Said, Statement]
    day: str
    #: rows that hold something but have no key
    unread: list[int] = field(default_factory=list, kw_only=True)


@dataclass(frozen=True, slots=True)
class Line:
    """A row with its key: which department says what of which link, on which day."""

    number: int
    cells: Cells
    department: str
    said: Said
    #: digits that tell what the department had said at the export
    seen: str
    #: IRI, or empty where nothing is answered
    state: str
    date: str
    remark: str


def read_lines(page: Page, rows: Rows) -> list[Line]:
    """Return the rows that can be read; *page* is told what cannot. Notes between are no rows.

    Raises PlanGraphError without the right columns.
    """
    at, places = find_columns(page, rows)
    lines, first = [], dict[str, int]()
    for number, row in enumerate(rows[at + 1 :], start=at + 2):
        cells = {name: row[column] for name, column in places.items()}
        line = _line(page, number, cells) if _is_answer(page, number, cells) else None
        if not line:
            continue
        key = " ".join((line.department, *line.said))
        if key in first:
            page.wrong(cells, "key", "confirm.key-twice", first=first[key])
        first.setdefault(key, number)
        lines.append(line)
    return lines


def _is_answer(page: Page, number: int, cells: Cells) -> bool:
    """Say whether a row has a key; tell of one that lost it, and count others as notes."""
    key = cells["key"]
    if key.kind == "text" and len(key.text.split()) == _PARTS:
        return True
    texts = {name: cell.text for name, cell in cells.items() if cell.kind != "merged"}
    if _ANSWERS.get(match_name(texts.get("answer", "")).casefold()):
        altered = "confirm.key-altered" if key.text else "confirm.key-gone"
        kind = altered if key.kind == "text" else f"cell-{key.kind}"
        page.wrong(cells, "key", kind, key=key.text, value=key.text)
    elif any(texts.values()):
        page.unread.append(number)
    return False


def _line(page: Page, number: int, cells: Cells) -> Line | None:
    """Read a row that has a key; return None when it does not say which link is meant."""
    if page.unusable(cells):
        return None
    *parts, check = cells["key"].text.split()
    if digest(" ".join(parts)) != check[:4]:
        page.wrong(cells, "key", "confirm.key-altered", key=cells["key"].text)
        return None
    department, subject, predicate, obj = parts
    said = (subject, predicate, obj)
    remark = " ".join(cells["remark"].text.split())
    state = _state(page, cells)
    if remark and state == "":
        page.wrong(cells, "answer", "confirm.remark-alone")
    date = _date(page, cells) if state else ""
    statement = page.said.get(said)
    if statement:
        _compare(page, cells, statement)
    elif state:
        gone = {"statement": " ".join(said), "near": _near(page, said)}
        page.wrong(cells, "key", "confirm.link-gone", **gone)
    if state:
        _check_department(page, cells, department)
    if state is None or not statement:
        return None
    return Line(number, cells, department, said, check[4:], state, date, remark)


def _state(page: Page, cells: Cells) -> str | None:
    """Return the answer, empty where there is none, or None when it cannot be read."""
    state = _ANSWERS.get(match_name(cells["answer"].text).casefold())
    if state is None:
        ja, en = ("、".join(names[side] for names in CONFIRMATIONS.values()) for side in (0, 1))
        page.unknown(cells, "answer", (ja, en))
    return state


def _date(page: Page, cells: Cells) -> str:
    """Return the day of an answer in ISO form: that of its row, or the one given for all."""
    cell = cells["date"]
    if not cell.text:
        if not page.day:
            page.wrong(cells, "date", "confirm.no-day")
        return page.day
    day = typed_day(cell.text)
    if not day:
        serial = int(cell.text) if cell.kind == "number" and cell.text.isdecimal() else 0
        near = _DAY_ZERO + dt.timedelta(days=serial) if serial in _SERIALS else ""
        hint = did_you_mean(str(near))
        page.wrong(cells, "date", "confirm.bad-day", value=cell.text, near=hint)
    return day.isoformat() if day else ""


def _compare(page: Page, cells: Cells, statement: Statement) -> None:
    """Tell which cells are not of the link that the key names, as after sorting some columns."""
    ends = {"name": page.known[statement[0]], "object-name": page.known[statement[2]]}
    for column, element in ends.items():
        said = match_name(cells[column].text)
        if said and said not in map(match_name, element.labels):
            _is_of_other(page, cells, column, _both(element))
    both = (relation_text(statement, page.known, "ja"), relation_text(statement, page.known, "en"))
    if match_name(cells["relation"].text) not in {"", *map(match_name, both)}:
        _is_of_other(page, cells, "relation", both)


def _is_of_other(page: Page, cells: Cells, column: str, expected: tuple[str, str]) -> None:
    said = cells[column].text
    page.wrong(cells, column, "confirm.key-of-other", said=said, expected=expected)


def _check_department(page: Page, cells: Cells, department: str) -> None:
    iri = full_iri(page.register, department)
    if iri in page.known and page.known[iri].kind == PG.Department:
        return
    keys = [key for key, each in page.known.items() if each.kind == PG.Department]
    near = page.known.get(near_miss(iri, keys))
    names = {"department": department, "near": did_you_mean(_both(near) if near else "")}
    page.wrong(cells, "key", "confirm.unknown-department", **names)


def _near(page: Page, said: Said) -> tuple[str, str]:
    """Return the question whether a link of the same subject, or of the same object, is meant."""
    keys = {
        " ".join(each): statement
        for each, statement in page.said.items()
        if each[0] == said[0] or each[1:] == said[1:]
    }
    near = keys.get(near_miss(" ".join(said), keys))
    if not near:
        return ("", "")
    return did_you_mean((sentence_of(near, page.known, "ja"), sentence_of(near, page.known, "en")))


def sentence_of(statement: Statement, known: Mapping[str, Element], lang: str) -> str:
    """Say a statement with both ends by kind, number and name."""
    subject, obj = (known[iri].named(lang) for iri in (statement[0], statement[2]))
    return RELATION_SENTENCES[statement[1]][lang == "en"].format(s=subject, o=obj)


def _both(element: Element) -> tuple[str, str]:
    return (element.named("ja"), element.named("en"))
