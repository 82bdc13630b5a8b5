"""A corrected workbook of links back into ``links.csv``: what changes, or everything wrong."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from plan_graph.curated_files import CuratedFile, Record, Said, open_curated
from plan_graph.elements import cell_of
from plan_graph.errors import PlanGraphError
from plan_graph.filled_in import read_filled_in
from plan_graph.graph.curated import CONFIRMATIONS, LINKS, caution, full_iri
from plan_graph.link_cells import HEADS, Ends, Line, Page, estimates, read_lines
from plan_graph.link_sheets import CORRECTED, Row
from plan_graph.lookup import Element
from plan_graph.messages import TEXTS, text
from plan_graph.register import Register
from plan_graph.vocab import PG, SDGO


@dataclass(frozen=True, slots=True)
class Edits:
    """What a workbook changes: the curated files as they are to be, told in sentences."""

    files: Mapping[Path, str]
    sentences: tuple[str, ...]
    added: int
    changed: int
    deleted: int


def read_edits(register: Register, known: Mapping[str, Element], path: Path, lang: str) -> Edits:
    """Read the workbook *path* and return what becomes of ``links.csv`` and the remarks.

    Nothing is written. Raises PlanGraphError with every fault of every cell.
    """
    where, rows = read_filled_in(path, TEXTS["links-sheet"])
    (predicate,) = CORRECTED
    folder = register.folder / "curated"
    links = open_curated(folder / "links.csv", LINKS)
    remarks = open_curated(folder / "confirmations.csv", CONFIRMATIONS)
    before = remarks.text
    current = {
        (row.subject, row.object): (at, row)
        for at, (_, cells) in enumerate(links.records)
        if cells.get("predicate") == predicate
        for row in [_row(cells, register)]
    }
    page = Page(where, lang, HEADS, register, known, predicate)
    lines = read_lines(page, rows, {ends: row for ends, (_, row) in current.items()})
    _compare(page, lines, {ends: row for ends, (_, row) in current.items()})
    for line in lines:
        told = remarks.about(_cells_of(page, line.key or line.ends))
        if len(told) > 1 and line.cells["remark"].text != _told(remarks, told):
            page.wrong(line.cells, "remark", "remarks-several", count=len(told))
    if page.faults:
        raise PlanGraphError(page.faults)
    counts: Counter[str] = Counter()
    sentences = list(_apply(page, lines, current, links, counts))
    for line in lines:
        _keep_remark(page, line, remarks)
    if absent := len(current.keys() - {line.key for line in lines}):
        sentences.append(text("links-absent", lang, count=absent))
    files = {links.path: links.text}
    if remarks.text != before:
        files[remarks.path] = remarks.text
    return Edits(files, tuple(sentences), counts["added"], counts["changed"], counts["deleted"])


def _row(cells: Record, register: Register) -> Row:
    stated = cells["basis"] == "Stated"
    return Row(
        full_iri(register, cells["subject"]),
        full_iri(register, cells["object"]),
        PG.NS + cells["basis"],
        (cells["rationale_ja"], cells["rationale_en"]),
        cells["by"],
        cells["date"],
        register.iri(PG.SourceDocument, cells["document"]) if stated else "",
        cells["locator"] if stated else "",
    )


def _cells_of(page: Page, ends: Ends) -> Said:
    """Return subject, predicate and object as the curated files write them."""
    subject, obj = (cell_of(page.register.base, iri) for iri in ends)
    return (subject, page.predicate, obj)


def _compare(page: Page, lines: list[Line], current: Mapping[Ends, Row]) -> None:
    """Tell what does not fit together: stale keys, a link said twice, a goal and its target."""
    keys = Counter(line.key for line in lines)
    first: dict[Ends, str] = {ends: "links.csv" for ends in current if ends not in keys}
    for line in lines:
        old = current.get(line.key) if line.key else None
        if line.key and keys[line.key] > 1:
            page.wrong(line.cells, "key", "key-twice")
        elif line.key and not old:
            page.wrong(line.cells, "key", "key-stale", key=line.cells["key"].text)
        elif old and old.digest != line.digest and (line.deleted or line.row != old):
            page.wrong(line.cells, "key", "key-changed")
        if not line.deleted and first.setdefault(line.ends, str(line.number)) != str(line.number):
            page.wrong(line.cells, "object", "row-twice", first=first[line.ends])
    by_ends = {line.ends: line for line in estimates(lines)}
    for (subject, obj), line in by_ends.items():
        goal = by_ends.get((subject, obj.rpartition(".")[0]))
        if goal and page.known[obj].kind == SDGO.Target:
            page.wrong(goal.cells, "object", "goal-and-target", first=line.number)


# --- What becomes of it ---------------------------------------------------------------------


def _apply(
    page: Page,
    lines: list[Line],
    current: Mapping[Ends, tuple[int, Row]],
    links: CuratedFile,
    counts: Counter[str],
) -> Iterator[str]:
    """Change *links* as the sheet wants it, count what changes, and tell it in sentences."""
    gone = []
    for line in lines:
        at, old = current[line.key] if line.key else (None, None)
        what = "deleted" if line.deleted else "changed" if old else "added"
        if not line.deleted and line.row == old:
            continue
        counts[what] += 1
        link = " → ".join(_named(page, iri) for iri in line.ends)
        yield text(f"links-{what}", page.lang, row=line.number, link=link)
        if line.deleted:
            gone.append(at)
            continue
        if line.row.basis == PG.Stated and (not old or old.basis != PG.Stated):
            yield text("links-stated", page.lang, row=line.number)
        role = links.records[at][1]["role"] if at is not None else ""
        links.put(at, _cells(page, line, role))
    links.records = [record for at, record in enumerate(links.records) if at not in gone]


def _named(page: Page, iri: str) -> str:
    element = page.known.get(iri)
    return element.named(page.lang) if element else iri


def _cells(page: Page, line: Line, role: str) -> Record:
    row = line.row
    subject, predicate, obj = _cells_of(page, line.ends)
    document = cell_of(page.register.base, row.document).rpartition("/")[2]
    said = (row.by, row.date, document, row.locator)
    cells = (subject, predicate, obj, row.basis.removeprefix(PG.NS), role, *row.rationale, *said)
    return dict(zip(LINKS, cells, strict=True))


def _told(remarks: CuratedFile, found: list[int]) -> str:
    """Return the remark in the records *found* that the graph shows, and so the export tells."""
    records = [remarks.records[at][1] for at in reversed(found)]
    return max(records, key=caution)["remark"] if records else ""


def _keep_remark(page: Page, line: Line, remarks: CuratedFile) -> None:
    """Write the remark of a row; that of a link that is gone goes with it."""
    found = remarks.about(_cells_of(page, line.key or line.ends))
    if line.deleted or (line.key and line.key != line.ends):
        # What a department has said stays, and the build tells that its link is gone.
        for at in reversed(found):
            cells = remarks.records[at][1]
            if cells["confirmation"] == "Unconfirmed" and not cells["department"]:
                del remarks.records[at]
        found = remarks.about(_cells_of(page, line.ends))
    remark = line.cells["remark"].text
    if line.deleted or remark == _told(remarks, found):
        return
    if found:
        remarks.put(found[0], {**remarks.records[found[0]][1], "remark": remark})
        return
    said = (*_cells_of(page, line.ends), "Unconfirmed", "", line.row.date, remark)
    remarks.put(None, dict(zip(CONFIRMATIONS, said, strict=True)))
