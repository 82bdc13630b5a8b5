"""Rows to an Excel workbook (XLSX) that a city office can sort and filter; no cell is a formula."""

import datetime as dt
import io
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from plan_graph.errors import PlanGraphError
from plan_graph.messages import fault
from plan_graph.tables import Screen, shown

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

#: What a cell of ours holds.
Cell = str | int | Decimal

#: What Excel can hold: rows, columns, and signs in a cell.
_ROWS, _COLUMNS, _SIGNS = 1_048_576, 16_384, 32_767
_NARROWEST, _HEAD, _WIDEST, _NOTE = 6, 18, 60, 110
#: Rows below the last one that are ready to be filled in.
_SPARE = 500
#: The paper, as Excel counts them, and the colour of cells to write into.
_A4, _TINT = 9, "#FFF9E3"
#: Height of a line, and of the tallest row that Excel can show, in points.
_LINE, _TALLEST = 16, 409
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
    #: people write into it: every cell is text, the last column is grey, and a column that has
    #: choices offers them
    filled_in: bool = False
    choices: Mapping[int, Sequence[str]] = field(default_factory=dict)
    #: columns that are tinted and unlocked, since only these are written into
    entries: Sequence[int] = ()
    #: the width of each column; else as wide as its text
    widths: Sequence[float] = ()


@dataclass(frozen=True, slots=True)
class Notes:
    """A sheet of sentences: what the tables were made from, and how it was counted."""

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
    with Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"created": _MADE.replace(tzinfo=None)})
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        body = book.add_format({"text_wrap": True, "valign": "top"})
        entry = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
        grey = book.add_format({"valign": "top", "num_format": "@", "font_color": "#808080"})
        tinted = {"text_wrap": True, "valign": "top", "num_format": "@", "bg_color": _TINT}
        write = book.add_format({**tinted, "border": 1, "border_color": "#BFBFBF", "locked": False})
        for sheet in sheets:
            page = book.add_worksheet(sheet.name)
            _fill(page, sheet, bold, entry if sheet.filled_in else body)
            if sheet.filled_in:
                _prepare(page, sheet, entry, grey)
                _open(page, sheet, write)
        page = book.add_worksheet(notes.name)
        page.set_column(0, 0, _NOTE)
        for at, line in enumerate(notes.lines):
            page.write_string(at, 0, _text(line), body)
    return out.getvalue()


def _fill(page: "Worksheet", sheet: Sheet, bold: "Format", body: "Format") -> None:
    last = len(sheet.rows) - sheet.totals
    for column, name in enumerate(sheet.head):
        page.write_string(0, column, _text(name), bold)
    for at, row in enumerate(sheet.rows, start=1):
        style = body if at <= last else bold
        for column, cell in enumerate(row):
            if not isinstance(cell, str):
                page.write_number(at, column, cell, style)
            elif cell:
                page.write_string(at, column, _text(cell), style)
    for at, cells in enumerate(zip(sheet.head, *sheet.rows, strict=True)):
        page.set_column(at, at, _width(cells))
    page.freeze_panes(1, sheet.labels)
    page.autofilter(0, 0, last, len(sheet.head) - 1)
    # A list that happens to be one number is a text, and Excel need not mark it as a mistake.
    page.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    page.repeat_rows(0)
    page.set_landscape()
    page.fit_to_pages(1, 0)


def _prepare(page: "Worksheet", sheet: Sheet, entry: "Format", grey: "Format") -> None:
    """Make the columns ready to be filled in, below the last row too."""
    last = len(sheet.head) - 1
    for at, cells in enumerate(zip(sheet.head, *sheet.rows, strict=True)):
        page.set_column(at, at, _width(cells), grey if at == last else entry)
    for at, row in enumerate(sheet.rows, start=1):
        page.write_string(at, last, _text(str(row[last])), grey)
    for at, allowed in sheet.choices.items():
        offer = {"validate": "list", "source": list(allowed), "error_type": "warning"}
        page.data_validation(1, at, len(sheet.rows) + _SPARE, at, offer)


def _open(page: "Worksheet", sheet: Sheet, write: "Format") -> None:
    """Tint and unlock what people write into, show each cell whole, and print all on A4."""
    for at, width in enumerate(sheet.widths):
        page.set_column(at, at, width)
    for at in sheet.entries:
        for row, cells in enumerate(sheet.rows, start=1):
            page.write_string(row, at, _text(str(cells[at])), write)
    # LibreOffice gives no row the height that its text needs.
    for row, cells in enumerate(sheet.rows if sheet.widths else (), start=1):
        folded = zip(cells[:-1], sheet.widths, strict=False)
        lines = max(
            math.ceil(Screen().width(shown(str(cell))) / (wide - 2)) for cell, wide in folded
        )
        page.set_row(row, min(_LINE * max(lines, 2), _TALLEST))
    page.set_paper(_A4)
    page.print_area(0, 0, len(sheet.rows), len(sheet.head) - 2)


def _text(cell: str) -> str:
    """Return what a cell can hold of *cell*, marked where it is cut."""
    text = shown(cell)
    return text if len(text) <= _SIGNS else text[: _SIGNS - 1] + "…"


def _width(column: Sequence[Cell]) -> int:
    """Return the width in which the longest cell stands whole, within bounds; a head is folded."""
    # Excel counts in digits of its font; a filter's button covers about three of the head.
    head, *rest = (Screen().width(shown(str(cell))) for cell in column)
    return max(_NARROWEST, min(head + 3, _HEAD), min(max(rest, default=0), _WIDEST)) + 1
