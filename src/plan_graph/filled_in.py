"""Tables that people filled in, a workbook or a CSV file, as cells; and what is wrong in which."""

import contextlib
import csv
import datetime as dt
import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path
from typing import Any

from plan_graph.errors import Fault, PlanGraphError
from plan_graph.graph import save
from plan_graph.japanese import match_name
from plan_graph.messages import fault, pick

#: Bytes of a workbook when unpacked, and faults that are shown before the rest goes into a file.
_UNPACKED, _SHOWN = 200_000_000, 100
#: How a workbook with a password begins, as all files of old Office do, and what only it holds.
_OLD_OFFICE, _ENCRYPTED = b"\xd0\xcf\x11\xe0", "EncryptedPackage".encode("utf-16-le")
#: Kinds of cells that nothing can be read from.
_UNUSABLE = {"formula", "error", "merged"}


@dataclass(frozen=True, slots=True)
class Read:
    """A cell that somebody filled in: where it stands (B5), its text, and what kind it is."""

    at: str
    text: str = ""
    #: "text", "number", "date", "formula", "error", or "merged" with the range that it is lost in
    kind: str = "text"


Cells = Mapping[str, Read]
Rows = list[list[Read]]


@dataclass(frozen=True, slots=True)
class Form:
    """A table that is read: where it stands, what its columns are called, what was wrong so far."""

    where: str
    lang: str
    #: column to its head, in Japanese and in English
    heads: Mapping[str, tuple[str, str]]
    faults: list[Fault] = field(default_factory=list, kw_only=True)

    def wrong(self, cells: Cells, column: str, key: str, /, **values: object) -> None:
        """Keep the fault *key* of the cell in *column*."""
        head = pick(self.heads[column], self.lang)
        self.faults.append(fault(f"{self.where}!{cells[column].at}［{head}］", key, **values))

    def unknown(self, cells: Cells, column: str, known: tuple[str, str]) -> None:
        """Keep that the cell in *column* holds none of what is *known*, ja and en."""
        value = cells[column].text
        self.wrong(cells, column, "bad-cell", field=self.heads[column], value=value, known=known)

    def unusable(self, cells: Cells) -> bool:
        """Keep which of *cells* hold nothing that can be read, and say whether any does."""
        found = [name for name, cell in cells.items() if cell.kind in _UNUSABLE]
        for name in found:
            self.wrong(cells, name, f"cell-{cells[name].kind}", value=cells[name].text)
        return bool(found)


def find_columns(form: Form, rows: Rows) -> tuple[int, dict[str, int]]:
    """Return the row of the heads, and where each column stands; both may have been moved.

    Raises PlanGraphError when a column is missing, or stands twice.
    """
    names = {match_name(head): name for name, heads in form.heads.items() for head in heads}
    counts = [sum(match_name(cell.text) in names for cell in row) for row in rows]
    at = counts.index(max(counts)) if counts else 0
    found: dict[str, int] = {}
    for column, cell in enumerate(rows[at] if rows else []):
        name = names.get(match_name(cell.text))
        if name in found:
            form.faults.append(fault(f"{form.where}!{cell.at}", "column-twice", name=cell.text))
        elif name:
            found[name] = column
    if missing := [heads for name, heads in form.heads.items() if name not in found]:
        both = tuple("、".join(heads[side] for heads in missing) for side in (0, 1))
        form.faults.append(fault(form.where, "no-columns", names=both))
    if form.faults:
        raise PlanGraphError(form.faults)
    return at, found


def read_filled_in(path: Path, names: tuple[str, str]) -> tuple[str, Rows]:
    """Return the place and the rows of the sheet called one of *names*, or of a CSV file.

    Raises PlanGraphError when the file or its sheet is missing or cannot be read.
    """
    content = _content(path)
    if path.suffix.casefold() == ".csv" and not content.startswith(b"PK"):
        return str(path), _read_csv(path, content)
    sheets = _read_workbook(path, content)
    wanted = {match_name(name) for name in names}
    for name, rows in sheets.items():
        if match_name(name) in wanted:
            return f"{path} {name}", rows
    found = "、".join(sheets)
    raise PlanGraphError([fault(str(path), "no-page", name=names, found=found)])


def read_workbook(path: Path) -> dict[str, Rows]:
    """Read the sheets of a workbook by name, as rows of cells; blank cells are empty texts.

    Raises PlanGraphError when the file is missing or no workbook, or is too large when unpacked.
    """
    return _read_workbook(path, _content(path))


def first_faults(error: PlanGraphError, path: Path, lang: str) -> PlanGraphError:
    """Return *error* with no more faults than people read; all go into a file beside *path*."""
    if len(error.faults) <= _SHOWN:
        return error
    rest = path.with_name(f"{path.name}.faults.txt")
    counts = {"count": len(error.faults), "shown": _SHOWN}
    shown = [*error.faults[:_SHOWN], fault("", "more-faults", path=rest, **counts)]
    try:
        save(rest, "\ufeff" + error.text(lang) + "\n")
    except PlanGraphError as unwritten:
        shown[-1:] = [fault("", "more-faults-lost", **counts), *unwritten.faults]
    return PlanGraphError(shown)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        # Windows lets nobody read what Excel holds open.
        key = "file-held" if isinstance(error, PermissionError) else "unreadable-file"
        raise PlanGraphError([fault(str(path), key, reason=error.strerror)]) from error


def _read_workbook(path: Path, content: bytes) -> dict[str, Rows]:
    import warnings

    if content.startswith(_OLD_OFFICE):
        key = "locked-xlsx" if _ENCRYPTED in content else "old-xls"
        raise PlanGraphError([fault(str(path), key)])
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            size = sum(part.file_size for part in parts.infolist())
        if size > _UNPACKED:
            raise PlanGraphError([fault(str(path), "not-xlsx", reason=f"{size:,} B")])
        from openpyxl import load_workbook

        with warnings.catch_warnings():
            # What openpyxl cannot keep (pictures, extensions) we do not read.
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(content), data_only=False)
    # A file that is none fails in many ways: no zip, no parts, no XML, wrong values.
    except (zipfile.BadZipFile, KeyError, ValueError, SyntaxError, TypeError, OSError) as error:
        reason = type(error).__name__
        raise PlanGraphError([fault(str(path), "not-xlsx", reason=reason)]) from error
    return {page.title: _rows(page) for page in book.worksheets}


def _rows(page: Any) -> Rows:  # noqa: ANN401 - openpyxl ships no types
    """Return the cells of a sheet; of merged ones, all but the first are lost in their range."""
    merged = {
        (row, column): span.coord
        for span in page.merged_cells.ranges
        for row, column in (place for line in span.rows for place in line)
        if (row, column) != (span.min_row, span.min_col)
    }
    return [
        [
            Read(cell.coordinate, span, "merged")
            if (span := merged.get((cell.row, cell.column)))
            else _read(cell)
            for cell in row
        ]
        for row in page.iter_rows()
    ]


def _read(cell: Any) -> Read:  # noqa: ANN401 - openpyxl ships no types
    """Return a cell as text, with the kind of what Excel holds there."""
    value = cell.value
    if value is None:
        return Read(cell.coordinate)
    if cell.data_type in {"f", "e"}:
        kind = "formula" if cell.data_type == "f" else "error"
        return Read(cell.coordinate, str(value), kind)
    if isinstance(value, dt.date | dt.time | dt.timedelta):
        return Read(cell.coordinate, str(value)[:10], "date")
    if isinstance(value, bool) or not isinstance(value, int | float):
        return Read(cell.coordinate, str(value).strip())
    whole = isinstance(value, float) and value.is_integer()
    return Read(cell.coordinate, str(int(value)) if whole else str(value), "number")


def _read_csv(path: Path, content: bytes) -> Rows:
    """Read a table that Excel or an editor saved as CSV, in UTF-8 or CP932."""
    from openpyxl.utils import get_column_letter

    reader = csv.reader(io.StringIO(_decoded(path, content), newline=""), strict=True)
    try:
        lines = list(reader)
    except csv.Error as error:
        where = f"{path}:{reader.line_num}"
        raise PlanGraphError([fault(where, "csv", reason=error)]) from error
    letters = [get_column_letter(at + 1) for at in range(max(map(len, lines), default=0))]
    return [
        [
            Read(f"{letter}{row}", cell.strip())
            for letter, cell in zip_longest(letters, line, fillvalue="")
        ]
        for row, line in enumerate(lines, start=1)
    ]


def _decoded(path: Path, content: bytes) -> str:
    for encoding in ("utf-8-sig", "cp932"):
        with contextlib.suppress(UnicodeDecodeError):
            return content.decode(encoding)
    raise PlanGraphError([fault(str(path), "not-csv")])
