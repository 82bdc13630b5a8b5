"""How a sheet of a workbook looks: typeface, widths, heads, and the paper it is printed on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from plan_graph.tables import Screen, shown

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

#: What a cell of ours holds.
Cell = str | int | Decimal

#: Japanese Excel begins with this typeface on Windows and brings it along on a Mac.
FONT: Final = "游ゴシック"
_SIZE: Final = 10
#: Signs that a cell, or a line at the top or the bottom of a printed page, can hold.
_SIGNS, _LINE = 32_767, 90
_NARROWEST, _HEAD, NOTE_WIDTH = 6, 14, 120
#: A column that holds no more than a mark or a small number, and how many such with long heads
#: may lie: more of them stand on end.
_MARK, _LYING = 6, 12
#: Of a head on end: its columns in one line, and what a line takes of the width.
_ON_END, _LINE_WIDTH = 36, 3
#: What a line takes of the height in our typeface, which is set wide, and what a column does.
_LINE_HEIGHT, _COLUMN_HEIGHT = 16.5, 5.6
#: Points of a row of one line, and of the highest that Excel can show.
ROW_HEIGHT, _HIGHEST = 18.0, 409.0
#: What a column of letters takes of the width, in points.
_COLUMN_WIDTH: Final = 5.3
#: A table is printed on one page rather than that a few rows stand on the next.
_SQUEEZED: Final = 1.4
_RULE, _SHADE, _HEAT, _GREY, _TINT = "#BFBFBF", "#E9EEF3", "#F4B860", "#808080", "#FFF9E3"


@dataclass(frozen=True, slots=True)
class _Paper:
    """A sheet of paper lying: Excel's number, the columns that can be read on it, its size."""

    number: int
    columns: int
    #: in points, without the margins
    width: float
    height: float
    #: how wide text may be at most, and is not folded narrower for this paper
    widest: int = 60
    folded: int = 26


_A4 = _Paper(9, 200, 784, 500)
_A3 = _Paper(8, 270, 1132, 747, folded=24)


@dataclass(frozen=True, slots=True)
class Looks:
    """The formats of one workbook."""

    head: "Format"
    on_end: "Format"
    body: "Format"
    middle: "Format"
    #: a number that is not whole
    fraction: "Format"
    total: "Format"
    total_middle: "Format"
    entry: "Format"
    write: "Format"
    key: "Format"
    jump: "Format"
    jump_middle: "Format"
    note: "Format"


def options() -> Mapping[str, object]:
    """Return what a workbook is opened with: no text becomes a link or a formula; our typeface."""
    font = {"font_name": FONT, "font_size": _SIZE, "font_scheme": "none", "font_charset": 128}
    return {
        "in_memory": True,
        "strings_to_urls": False,
        "strings_to_formulas": False,
        "default_format_properties": font,
        "default_row_height": int(ROW_HEIGHT / 0.75),  # in pixels
    }


def looks(book: "Workbook") -> Looks:
    """Add our formats to *book*."""
    ruled = {"valign": "vcenter", "text_wrap": True, "border": 1, "border_color": _RULE}
    ruled["num_format"] = "#,##0"
    head = {**ruled, "bold": True, "bg_color": _SHADE}
    middle, total = {**ruled, "align": "center"}, {**ruled, "bold": True, "top": 2}
    text, link = {**ruled, "num_format": "@"}, {"underline": 1, "font_color": "#0B5394"}
    return Looks(
        head=book.add_format(head),
        on_end=book.add_format({**head, "rotation": 90, "align": "center", "valign": "bottom"}),
        body=book.add_format(ruled),
        middle=book.add_format(middle),
        fraction=book.add_format({**ruled, "num_format": "#,##0.0##"}),
        total=book.add_format(total),
        total_middle=book.add_format({**total, "align": "center"}),
        entry=book.add_format(text),
        write=book.add_format({**text, "bg_color": _TINT, "locked": False}),
        key=book.add_format({"valign": "vcenter", "num_format": "@", "font_color": _GREY}),
        jump=book.add_format({**ruled, **link}),
        jump_middle=book.add_format({**middle, **link}),
        note=book.add_format({"valign": "top", "text_wrap": True}),
    )


def cell_text(cell: str) -> str:
    """Return what a cell can hold of *cell*, marked where it is cut."""
    text = shown(cell)
    return text if len(text) <= _SIGNS else text[: _SIGNS - 1] + "…"


@dataclass(frozen=True, slots=True)
class Column:
    """A column as laid out: its width, a head that stands on end, what stands in the middle."""

    width: float
    on_end: bool = False
    #: its texts, and its numbers, stand in the middle
    middle: bool = False
    numbers_middle: bool = False


def columns(
    head: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    labels: int,
    *,
    unprinted: int = 0,
    room: Mapping[int, float] | None = None,
) -> list[Column]:
    """Lay out the columns of a table: on the left *labels*, at the end some that are not printed.

    Text is folded narrower where the table would not fit on the paper otherwise. Columns that
    people write into have *room*.
    """
    wanted = room or {}
    heads = [_width(name) for name in head]
    cells = [set(column[1:]) - {""} for column in zip(head, *rows, strict=True)]
    longest = [max((_width(str(cell)) for cell in own), default=0) for own in cells]
    marks = [at >= labels and wide <= _MARK and at not in wanted for at, wide in enumerate(longest)]
    texts = [any(isinstance(cell, str) for cell in own) for own in cells]
    standing = sum(mark and heads[at] > _HEAD for at, mark in enumerate(marks)) > _LYING

    def laid(at: int, widest: int) -> Column:
        if standing and marks[at]:
            lines = -(-heads[at] // _ON_END)
            wide = max(_LINE_WIDTH * lines, longest[at]) + 1
            return Column(wide, on_end=True, middle=True, numbers_middle=True)
        # Excel counts in digits of its font; a filter's button covers about three of the head.
        least = max(_NARROWEST, min(heads[at] + 3, _HEAD), wanted.get(at, 0))
        folded = max(least, min(longest[at], widest)) + 1
        return Column(folded, middle=marks[at], numbers_middle=marks[at] or texts[at])

    found: list[Column] = []
    for paper in (_A4, _A3):
        for widest in range(paper.widest, paper.folded - 1, -2):
            found = [laid(at, widest) for at in range(len(head))]
            if _printed_width(found[: len(found) - unprinted]) <= paper.columns:
                return found
    return found


def _printed_width(laid: Sequence[Column]) -> float:
    return sum(column.width for column in laid)


def height(cells: Sequence[Cell], laid: Sequence[Column]) -> float:
    """Return the height of a row, whose texts are folded, in points."""
    lines, ends = 1, 0
    for cell, column in zip(cells, laid, strict=True):
        if not cell or not isinstance(cell, str):
            continue
        if column.on_end:
            ends = max(ends, min(_width(cell), _ON_END))
        else:
            lines = max(lines, lines_of(cell, column))
    folded = _LINE_HEIGHT * lines + 4 if lines > 1 else ROW_HEIGHT
    return min(max(folded, ends * _COLUMN_HEIGHT + 10 if ends else 0), _HIGHEST)


def lines_of(cell: str, column: Column) -> int:
    """Return the lines that a text takes in a column, which has a little less room than width."""
    room = int(column.width - 1)
    # No sign is wider than two columns.
    if len(cell) * 2 <= room or _width(cell) <= room:
        return 1
    return _folded(cell, room)


# The same names and reasons stand in many rows.
@lru_cache(maxsize=4096)
def _folded(text: str, room: int) -> int:
    return len(Screen().folded(shown(text), room))


@lru_cache(maxsize=4096)
def _width(text: str) -> int:
    return Screen().width(shown(text))


def print_set_up(
    page: "Worksheet", laid: Sequence[Column], tall: float, lines: tuple[str, str, str]
) -> None:
    """Print *page* as wide as the paper, with title, name of the sheet and edition on each page.

    Its rows are so *tall* together.
    """
    paper = _A4 if _printed_width(laid) <= _A4.columns else _A3
    page.repeat_rows(0)
    page.set_landscape()
    page.set_paper(paper.number)
    page.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
    scale = min(1.0, paper.width / (_printed_width(laid) * _COLUMN_WIDTH))
    page.fit_to_pages(1, int(tall * scale <= paper.height * _SQUEEZED))
    page.center_horizontally()
    title, name, edition = (_running(line) for line in lines)
    small, large = f'&"{FONT},Regular"&8 ', f'&"{FONT},Bold"&12 '
    page.set_header(f"&L{large}{title}&R{small}{name}", {"margin": 0.3})
    page.set_footer(f"&L{small}{edition}&R{small}&P / &N", {"margin": 0.3})


def _running(line: str) -> str:
    """Return a line as it runs along the edge of a page, where & begins a command."""
    text = shown(line)
    return (text if len(text) <= _LINE else text[: _LINE - 1] + "…").replace("&", "&&")


def shade(page: "Worksheet", columns_: Sequence[int], last: int) -> None:
    """Shade the numbers of *columns_* down to row *last*: the more, the darker."""
    if columns_ and last:
        scale = {"type": "2_color_scale", "min_type": "num", "min_value": 0}
        colours = {"min_color": "#FFFFFF", "max_color": _HEAT}
        page.conditional_format(1, columns_[0], last, columns_[-1], {**scale, **colours})
