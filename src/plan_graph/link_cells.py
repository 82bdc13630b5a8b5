"""A corrected workbook of links, row by row: what each says, or what is wrong in which cell."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plan_graph.errors import PlanGraphError
from plan_graph.filled_in import Cells, Form, Rows, find_columns
from plan_graph.graph.curated import full_iri
from plan_graph.japanese import match_name, typed_day
from plan_graph.link_sheets import COLUMNS, CORRECTED, WRITTEN_BASES, Row
from plan_graph.lookup import Element, find_element
from plan_graph.messages import BASES, KINDS, TEXTS, did_you_mean, place
from plan_graph.register import Register
from plan_graph.vocab import PG

#: Column to its head, in Japanese and in English.
HEADS = {name: TEXTS[f"links-{name}"] for name in COLUMNS}
#: What marks a row for deletion, as people write a circle or a tick.
_MARKS = {"○", "〇", "◯", "o", "x", "✓"}
_PAGE = r"(?:p\.?)?(\d+(?:-\d+)?)(?:頁|ページ)?"
_LOCATOR = r"(?:sheet|section|slide|page|row|goal|project):.+|contents|cover"
#: The two ends of a link.
Ends = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Page(Form):
    """The sheet that is read, and what it may name."""

    register: Register
    known: Mapping[str, Element]
    predicate: str


@dataclass(frozen=True, slots=True)
class Line:
    """A row that could be read: the link it is to be, and by its key the one it was."""

    number: int
    cells: Cells
    key: Ends | None
    digest: str
    row: Row
    deleted: bool

    @property
    def ends(self) -> Ends:
        """The two ends of the link that the row is to be."""
        return (self.row.subject, self.row.object)


def read_lines(page: Page, rows: Rows, current: Mapping[Ends, Row]) -> list[Line]:
    """Return the rows that can be read; *page* is told what cannot. Blank rows are no rows.

    *current* are the links as they are now. Raises PlanGraphError without the right columns.
    """
    at, places = find_columns(page, rows)
    lines = []
    for number, row in enumerate(rows[at + 1 :], start=at + 2):
        cells = {name: row[column] for name, column in places.items()}
        if any(cell.text for cell in cells.values()):
            lines.append(_line(page, number, cells, current))
    return [line for line in lines if line]


def _line(page: Page, number: int, cells: Cells, current: Mapping[Ends, Row]) -> Line | None:
    """Read one row; return None when it does not say which link is meant."""
    if page.unusable(cells):
        return None
    subjects, objects = CORRECTED[page.predicate]
    key, digest = _key(page, cells)
    deleted = _deleted(page, cells)
    kinds = _kinds(page, cells, subjects)
    subject = _element(page, cells, ("number", "name"), kinds, key[0] if key else "")
    if key and subject and subject.iri != key[0]:
        owner = page.known.get(key[0])
        named = (owner.named("ja"), owner.named("en")) if owner else key[0]
        page.wrong(cells, "key", "key-other", named=named)
    if deleted:
        gone = Row(*(key or ("", "")), PG.Estimated, ("", ""), "", "", "", "")
        return Line(number, cells, key, digest, current.get(key or ("", ""), gone), deleted=True)
    obj = _element(page, cells, ("object", "object-name"), objects, key[1] if key else "")
    basis, document, locator = _ground(page, cells, current.get(key) if key else None)
    rationale = (cells["rationale-ja"].text, cells["rationale-en"].text)
    _check_reason(page, cells, basis)
    date = _date(page, cells, basis)
    if not subject or not obj:
        return None
    said = (basis, rationale, cells["by"].text, date, document, locator)
    return Line(number, cells, key, digest, Row(subject.iri, obj.iri, *said), deleted=False)


def _key(page: Page, cells: Cells) -> tuple[Ends | None, str]:
    """Return the link that a row was when it was written, and its digest then."""
    said = cells["key"].text
    if not said:
        return None, ""
    try:
        subject, obj, digest = said.split()
    except ValueError:
        page.wrong(cells, "key", "key-unreadable", key=said)
        return None, ""
    return (full_iri(page.register, subject), full_iri(page.register, obj)), digest


def _deleted(page: Page, cells: Cells) -> bool:
    said = cells["delete"].text
    if said and said.casefold() not in _MARKS:
        page.unknown(cells, "delete", ("○", "○"))
    elif said and not cells["key"].text:
        page.wrong(cells, "delete", "delete-new")
    return bool(said)


# --- Elements -------------------------------------------------------------------------------


def _kinds(page: Page, cells: Cells, kinds: tuple[str, ...]) -> tuple[str, ...]:
    """Return the kinds that a row allows: the one it names, or all of *kinds*."""
    said = match_name(cells["kind"].text).casefold()
    named = tuple(kind for kind in kinds if said in map(match_name, KINDS[kind]))
    if said and not named:
        ja, en = ("、".join(KINDS[kind][side] for kind in kinds) for side in (0, 1))
        page.unknown(cells, "kind", (ja, en))
    return named or kinds


def _element(
    page: Page, cells: Cells, columns: tuple[str, str], kinds: tuple[str, ...], known_as: str
) -> Element | None:
    """Return what number and name say, either of which may be empty, or tell why nothing.

    Where several plans have the number, the name tells, or what the row is *known_as*.
    """
    number, name = cells[columns[0]], cells[columns[1]].text
    pool = {iri: each for iri, each in page.known.items() if each.kind in kinds}
    if number.kind == "date":
        page.wrong(cells, columns[0], "cell-date", value=number.text)
        return None
    wanted = {match_name(number.text)}
    if number.kind == "number" and "." in number.text:
        # Excel takes 16.10 for 16.1, and only the name can tell.
        wanted |= {number.text + "0"}
    found = [each for each in pool.values() if not number.text or each.notation in wanted]
    named = [each for each in found if not name or _is_called(each, name)]
    if len(named) > 1 and (number.text or name):
        named = [each for each in named if each.iri == known_as] or named
    if len(named) == 1:
        return named[0]
    if not number.text and not name:
        page.wrong(cells, columns[0], "cell-empty", field=TEXTS[f"links-{columns[0]}"])
    elif number.text and found and not named:
        both = (found[0].named("ja"), found[0].named("en"))
        page.wrong(cells, columns[1], "name-differs", named=both, name=name)
    elif named and len(wanted) > 1:
        page.wrong(cells, columns[0], "cell-decimal", value=number.text)
    elif named:
        ja, en = ("、".join(each.named(lang) for each in named) for lang in ("ja", "en"))
        page.wrong(cells, columns[0], "several-names", candidates=(ja, en))
    else:
        column = columns[0] if number.text else columns[1]
        page.wrong(cells, column, "no-element", text=cells[column].text, near=_near(pool, name))
    return None


def _is_called(element: Element, name: str) -> bool:
    return match_name(name) in map(match_name, element.labels)


def _near(pool: Mapping[str, Element], name: str) -> tuple[str, str]:
    """Return the question whether the one element that *name* is a part of is meant."""
    try:
        near = find_element(pool, name)
    except PlanGraphError:
        return ("", "")
    return did_you_mean((near.named("ja"), near.named("en")))


# --- Ground ---------------------------------------------------------------------------------


def _ground(page: Page, cells: Cells, old: Row | None) -> tuple[str, str, str]:
    """Return basis, document and locator: a row that names document and place is stated."""
    said = match_name(cells["basis"].text).casefold()
    bases = {name: basis for basis in WRITTEN_BASES for name in BASES[basis]}
    if said and said not in bases:
        ja, en = ("、".join(BASES[basis][side] for basis in WRITTEN_BASES) for side in (0, 1))
        page.unknown(cells, "basis", (ja, en))
    basis = bases.get(said, PG.Estimated)
    if cells["document"].text and cells["locator"].text:
        return PG.Stated, _document(page, cells), _locator(page, cells, old)
    if basis == PG.Stated or cells["document"].text or cells["locator"].text:
        column = "locator" if cells["document"].text else "document"
        page.wrong(cells, column, "stated-place")
    return basis, "", ""


def _document(page: Page, cells: Cells) -> str:
    wanted = match_name(cells["document"].text)
    for entry in page.register.documents:
        if wanted in map(match_name, (entry.key, entry.title, entry.title_en)):
            return page.register.iri(PG.SourceDocument, entry.key)
    known = "、".join(entry.title for entry in page.register.documents)
    page.wrong(cells, "document", "unknown-source", name=cells["document"].text, known=known)
    return ""


def _locator(page: Page, cells: Cells, old: Row | None) -> str:
    """Return where the link is printed: ``page:51`` for 51 or 51頁, or any locator as it is."""
    said = cells["locator"].text
    if old and old.locator and said in {place(old.locator, lang) for lang in ("ja", "en")}:
        return old.locator
    if found := re.fullmatch(_PAGE, match_name(said), re.IGNORECASE):
        return f"page:{found[1]}"
    if cells["locator"].kind == "date" or not re.fullmatch(_LOCATOR, said):
        page.wrong(cells, "locator", "bad-place", place=said)
    return said


def _date(page: Page, cells: Cells, basis: str) -> str:
    """Return the day in ISO form; only what is printed, and not remarked on, needs none."""
    said = cells["date"].text
    if not said and basis == PG.Stated and not cells["remark"].text:
        return ""
    day = typed_day(said)
    if not day:
        page.unknown(cells, "date", ("YYYY-MM-DD", "YYYY-MM-DD"))
    return day.isoformat() if day else ""


def _check_reason(page: Page, cells: Cells, basis: str) -> None:
    """Tell what an estimate or a proposal lacks: its reason, words it quotes, who says so."""
    if basis == PG.Stated:
        return
    for column in ("rationale-ja", "rationale-en", "by"):
        if not cells[column].text:
            page.wrong(cells, column, "cell-empty", field=TEXTS[f"links-{column}"])
        elif column != "by" and not re.search(r"「[^」]+」", cells[column].text):
            page.wrong(cells, column, "no-quote")


def estimates(lines: list[Line]) -> Iterator[Line]:
    """Yield the rows that are to be estimates."""
    return (line for line in lines if not line.deleted and line.row.basis == PG.Estimated)
