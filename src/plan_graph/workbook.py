"""Rows to an Excel workbook (XLSX) that a city office can sort and filter; no cell is a formula."""

import datetime as dt
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from plan_graph.errors import PlanGraphError
from plan_graph.messages import fault
from plan_graph.workbook_looks import (
    NOTE_WIDTH,
    ROW_HEIGHT,
    Cell,
    Column,
    Looks,
    cell_text,
    columns,
    height,
    lines_of,
    looks,
    options,
    print_set_up,
    shade,
)

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

__all__ = ["Cell", "Notes", "Sheet", "workbook"]

#: What Excel can hold: rows, columns, and cells of a sheet that lead elsewhere.
_ROWS, _COLUMNS, _JUMPS = 1_048_576, 16_384, 65_530
#: Most cells of a sheet of which the blank ones have a border too.
_RULED = 200_000
#: Rows below the last one that are ready to be filled in.
_SPARE = 500
#: Every file says that it was made then, so that the same content gives the same bytes.
_MADE = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of a workbook: its name, its head, its rows, and how it is read."""

    name: str
    head: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    #: columns on the left that stay in sight
    labels: int = 1
    #: rows at the end that a filter does not hide
    totals: int = 0
    #: people write into it: every cell is text, the last column is a key, and a column that has
    #: choices offers them
    filled_in: bool = False
    choices: Mapping[int, Sequence[str]] = field(default_factory=dict)
    #: the last column is a key for machines: grey, and not printed
    keyed: bool = False
    #: columns of numbers that are shaded, the more the darker, but for the totals
    heat: Sequence[int] = ()
    #: row and column of a cell, counted from 0, to the sheet and its row that a click leads to
    jumps: Mapping[tuple[int, int], tuple[str, int]] = field(default_factory=dict)
    #: columns that people write into by hand, and how wide they are at least
    room: Mapping[int, float] = field(default_factory=dict)
    #: columns that are tinted and unlocked, since only these are written into
    entries: Sequence[int] = ()
    #: the width of each column; else they are laid out by what they hold
    widths: Sequence[float] = ()


@dataclass(frozen=True, slots=True)
class Notes:
    """A sheet of sentences: what the tables were made from, and how it was counted.

    On every printed page the first stands at the top as title, the last at the bottom as edition.
    """

    name: str
    lines: Sequence[str]


def workbook(sheets: Sequence[Sheet], notes: Notes) -> bytes:
    """Return a workbook with a sheet for each of *sheets*, and one of *notes* at its end.

    Raises PlanGraphError when a table is larger than a sheet of Excel.
    """
    from xlsxwriter import Workbook

    if faults := [
        fault(sheet.name, "workbook-size", rows=len(sheet.rows), columns=len(sheet.head))
        for sheet in sheets
        if len(sheet.rows) >= _ROWS or len(sheet.head) > _COLUMNS
    ]:
        raise PlanGraphError(faults)
    out = io.BytesIO()
    ends = (notes.lines[0], notes.lines[-1]) if notes.lines else ("", "")
    with Workbook(out, options()) as book:
        book.set_properties({"created": _MADE.replace(tzinfo=None)})
        formats = looks(book)
        for sheet in sheets:
            page = book.add_worksheet(sheet.name)
            key = int(sheet.keyed or sheet.filled_in)
            laid = [Column(wide) for wide in sheet.widths] or columns(
                sheet.head, sheet.rows, sheet.labels, unprinted=key, room=sheet.room
            )
            tall = _fill(page, sheet, laid, formats)
            print_set_up(page, laid[: len(laid) - key], tall, (ends[0], sheet.name, ends[1]))
        page = book.add_worksheet(notes.name)
        column = Column(NOTE_WIDTH)
        page.set_column(0, 0, column.width)
        for at, line in enumerate(notes.lines):
            page.set_row(at, height([line], [column]))
            page.write_string(at, 0, cell_text(line), formats.note)
        print_set_up(page, [column], 0, (ends[0], notes.name, ends[1]))
    return out.getvalue()


def _fill(page: "Worksheet", sheet: Sheet, laid: Sequence[Column], formats: Looks) -> float:
    """Write *sheet*, and return how tall its rows are together."""
    last = len(sheet.rows) - sheet.totals
    for at, (name, column) in enumerate(zip(sheet.head, laid, strict=True)):
        head = formats.on_end if column.on_end else formats.head
        page.write_string(0, at, cell_text(name), head)
        page.set_column(at, at, column.width)
    for number, row in enumerate(sheet.rows, start=1):
        if sheet.filled_in:
            styles = (formats.entry, formats.entry)
        elif number <= last:
            styles = (formats.body, formats.middle)
        else:
            styles = (formats.total, formats.total_middle)
        _write_row(page, number, row, laid, (*styles, formats.fraction))
    _rule(page, sheet, formats.entry if sheet.filled_in else formats.body)
    _lead(page, sheet, laid, (formats.jump, formats.jump_middle))
    page.freeze_panes(1, sheet.labels)
    page.autofilter(0, 0, last, len(sheet.head) - 1)
    # A list that happens to be one number is a text, and Excel need not mark it as a mistake.
    page.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    shade(page, sheet.heat, last)
    if sheet.filled_in:
        _prepare(page, sheet, laid, formats)
        _open(page, sheet, formats)
    if sheet.filled_in or sheet.keyed:
        _grey(page, sheet, laid, formats)
    return _set_heights(page, sheet, laid)


def _write_row(
    page: "Worksheet",
    number: int,
    row: Sequence[Cell],
    laid: Sequence[Column],
    styles: tuple["Format", "Format", "Format"],
) -> None:
    """Write what stands in one row; *styles*: at the side, in the middle, of fractions."""
    for at, (cell, column) in enumerate(zip(row, laid, strict=True)):
        if isinstance(cell, Decimal) and cell != int(cell):
            page.write_number(number, at, cell, styles[2])
        elif not isinstance(cell, str):
            page.write_number(number, at, cell, styles[column.numbers_middle])
        elif cell:
            page.write_string(number, at, cell_text(cell), styles[column.middle])


def _rule(page: "Worksheet", sheet: Sheet, style: "Format") -> None:
    """Give blank cells their borders, unless there are very many."""
    if len(sheet.rows) * len(sheet.head) > _RULED:
        return
    for number, row in enumerate(sheet.rows, start=1):
        for at, cell in enumerate(row):
            if cell == "":
                page.write_blank(number, at, None, style)


def _set_heights(page: "Worksheet", sheet: Sheet, laid: Sequence[Column]) -> float:
    """Make rows as high as their folded text; return the sum. LibreOffice would not do it."""
    printed = laid[:-1] if sheet.keyed or sheet.entries else laid
    heights = [height(row[: len(printed)], printed) for row in (sheet.head, *sheet.rows)]
    # Rows that people fill in grow by themselves, which they do not once they have a height; but
    # where only some columns are written into, the others are to be read whole.
    grow = sheet.filled_in and not sheet.entries
    for at, tall in enumerate(heights[:1] if grow else heights):
        if tall != ROW_HEIGHT:
            page.set_row(at, tall)
    return sum(heights)


def _lead(
    page: "Worksheet", sheet: Sheet, laid: Sequence[Column], styles: Sequence["Format"]
) -> None:
    """Let cells lead to the rows behind them, as many as Excel allows.

    LibreOffice shows but the first line of a cell that leads elsewhere, so folded ones do not.
    """
    for (row, column), (name, there) in list(sheet.jumps.items())[:_JUMPS]:
        cell, own = sheet.rows[row][column], laid[column]
        if isinstance(cell, str) and lines_of(cell, own) > 1:
            continue
        style = styles[own.middle if isinstance(cell, str) else own.numbers_middle]
        page.write_url(row + 1, column, f"internal:'{name}'!A{there + 2}", style)
        # The cell keeps the link, and says again what it said.
        if isinstance(cell, str):
            page.write_string(row + 1, column, cell_text(cell), style)
        else:
            page.write_number(row + 1, column, cell, style)


def _prepare(page: "Worksheet", sheet: Sheet, laid: Sequence[Column], formats: Looks) -> None:
    """Make the columns ready to be filled in, below the last row too."""
    for at, column in enumerate(laid):
        page.set_column(at, at, column.width, formats.entry)
    for at, allowed in sheet.choices.items():
        offer = {"validate": "list", "source": list(allowed), "error_type": "warning"}
        page.data_validation(1, at, len(sheet.rows) + _SPARE, at, offer)


def _open(page: "Worksheet", sheet: Sheet, formats: Looks) -> None:
    """Tint and unlock the cells that people write into."""
    for at in sheet.entries:
        for number, row in enumerate(sheet.rows, start=1):
            page.write_string(number, at, cell_text(str(row[at])), formats.write)


def _grey(page: "Worksheet", sheet: Sheet, laid: Sequence[Column], formats: Looks) -> None:
    """Make the last column grey, and leave it off the paper."""
    last = len(sheet.head) - 1
    page.set_column(last, last, laid[last].width, formats.key)
    for at, row in enumerate(sheet.rows, start=1):
        page.write_string(at, last, cell_text(str(row[last])), formats.key)
    page.print_area(0, 0, len(sheet.rows), last - 1)
