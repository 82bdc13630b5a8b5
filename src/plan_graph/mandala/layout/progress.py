"""進行管理 as a view: every indicator in the order of print, 実績 and 目標 beside its status.

Never by department and never ranked: the order is that of the plan (see the words of the design).
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from plan_graph.mandala import fonts
from plan_graph.mandala.layout.row_band import SIDE, Sign, band
from plan_graph.mandala.layout.row_sizes import Measure, shortened
from plan_graph.mandala.picture import Fact, Item, Picture
from plan_graph.mandala.scene import FOOTER, Box, Canvas, Disc, Mark, Placed, Room, Scene, Text
from plan_graph.mandala.theme import aspect
from plan_graph.messages import KINDS, STATUS_MARKS, pick, text
from plan_graph.vocab import PG

_CSS: Final = {"Achieved": "achieved", "NotAchieved": "missed", "NotScored": "unscored"}
#: Between the cards across and down, and from the edge of a card to its text, in pixels.
_GAPS: Final = (12.0, 9.0)
#: In em of the text of a card: its edge, a line, the line of number and status, a line of a name.
_EDGE, _LINE, _HEAD, _NAME = 0.32, 1.22, 1.6, 1.14
#: How much of the size of the values a name has, and most lines of a name of an indicator.
_SMALL, _MOST = 0.92, 4
#: Values wider than those of so many cards are set smaller.
_USUAL: Final = 0.9
#: Text grows to this part of a heading where there is room, and shrinks to this part of itself,
#: with names to that part.
_BELOW_KEY, _LEAST, _NAMED = 0.9, 0.6, 0.9
_MOST_COLUMNS: Final = 60
#: The largest card, in em of its text.
_WIDE, _HIGH = 14.0, 8.0


class _Cell(NamedTuple):
    """One indicator: what it belongs to, and what is told of it."""

    item: Item
    fact: Fact
    #: class of the colour of its project
    aspect: str
    #: what is measured, where the room tells it
    name: str
    #: actual and target
    values: tuple[str, ...]
    #: the year of the values where it is not that of the others, in full and in short
    years: tuple[str, ...]

    def lines(self, count: int) -> tuple[str, ...]:
        """Return the values in *count* lines."""
        return self.values[:count] if count != 1 else ("".join(self.values),)


class _Grid(NamedTuple):
    """How the cards stand: columns, size of a card, size of text, lines of names and of values."""

    columns: int
    width: float
    height: float
    size: float
    names: int
    values: int


def progress(picture: Picture, canvas: Canvas, room: Room, name: str) -> Scene | None:
    """Return every indicator with its status in a grid, or None where nothing is scored."""
    wide = fonts.measure()
    cells = list(_cells(picture, room))
    if not cells:
        return None
    lang = picture.lang
    title = text("view-progress", lang)
    marks, top = band(title, list(_signs(picture, cells)), canvas, room, wide)
    top += _GAPS[1]
    across, down = canvas.width - 2 * SIDE, canvas.height - FOOTER - top
    grid = _grid(cells, (across, down), room, wide)
    rows = max(1, int((down + _GAPS[1]) / (grid.height + _GAPS[1]) + 1e-6))
    shown = cells if len(cells) <= rows * grid.columns else cells[: rows * grid.columns - 1]
    placed = []
    for at, cell in enumerate(shown):
        line, column = divmod(at, grid.columns)
        x = SIDE + column * (grid.width + _GAPS[0])
        y = top + line * (grid.height + _GAPS[1])
        card = tuple(_card(cell, grid, wide))
        placed.append(Placed(cell.item.key, x, y, (0, 0, grid.width, grid.height), card))
    if len(shown) < len(cells):
        more = text("row-more", lang, count=len(cells) - len(shown))
        x = SIDE + (grid.columns - 1) * (grid.width + _GAPS[0])
        y = top + (rows - 1) * (grid.height + _GAPS[1]) + grid.height / 2
        size = min(grid.size, grid.width / max(wide(more), 1.0))
        marks.append(Text(x, y + size * 0.36, size, more, "label caption"))
    ground = (Box(0, 0, canvas.width, canvas.height, 0, "paper"), *marks)
    return Scene(name, canvas.width, canvas.height, ground, tuple(placed))


def _cells(picture: Picture, room: Room) -> Iterator[_Cell]:
    """Yield every scored indicator in the order of the picture."""
    items = {item.key: item for item in picture.items}
    scored = [(item, fact) for item in picture.items for fact in item.facts if fact.status in _CSS]
    found = [fact.year for _, fact in scored if fact.year]
    usual = max(set(found), key=lambda year: (found.count(year), year), default=0)
    none = text("show-no-value", picture.lang)
    for item, fact in scored:
        measured = fact.label if fact.actual or fact.target else item.name
        name = measured if room.actions else item.short if room.measures else ""
        given = (fact.actual or none, f"／{fact.target or none}")
        values = given if fact.actual or fact.target else (none,)
        full = text("progress-year", picture.lang, year=fact.year)
        years = () if fact.year in (usual, 0) else (full, str(fact.year))
        yield _Cell(item, fact, aspect(items.get(item.project, item)), name, values, years)


def _signs(picture: Picture, cells: Sequence[_Cell]) -> Iterator[Sign]:
    """Yield what the band explains: the year, who judged, where the reasons are, the plates."""
    lang = picture.lang
    year = max(cell.fact.year for cell in cells if not cell.years)
    key = "view-progress-hint" if year else "view-progress-plain"
    yield Sign(text(key, lang, year=year), text(f"{key}-brief", lang, year=year))
    kinds = [cell.item.kind for cell in cells]
    for kind in dict.fromkeys(kinds):
        said = pick(KINDS.get(PG.NS + kind, (kind, kind)), lang)
        brief = text("progress-goal", lang) if kind == "ProjectGoal" else said
        if kind == "Action":
            yield Sign(said, brief, 1.1, lambda x, y, size: (Disc(x, y, size * 0.55, "dot none"),))
        else:
            yield Sign(said, brief, 1.5, lambda x, y, size: (_plate(x, y, size, "none"),))


def _plate(x: float, y: float, size: float, aspect: str) -> Box:
    return Box(x - size * 0.75, y - size * 0.5, size * 1.5, size, size * 0.25, f"cell {aspect}")


# --- The grid -------------------------------------------------------------------------------


def _grid(cells: Sequence[_Cell], space: tuple[float, float], room: Room, wide: Measure) -> _Grid:
    """Return the grid with the largest text; without names, then without values if it must."""
    most = _MOST if room.actions else 2 if room.measures else 0
    largest = room.key * _BELOW_KEY
    usual = {
        count: sorted(max(map(wide, cell.lines(count))) for cell in cells)[
            int((len(cells) - 1) * _USUAL)
        ]
        for count in (1, 2)
    } | {0: 0.0}
    # A short name has eight letters; a whole one may take several lines.
    wider = 0.0 if room.actions else 8 * _SMALL
    tries = [
        *([(names, values)] for names in range(most, 0, -1) for values in (1, 2)),
        [(0, 2), (0, 1)],
        [(0, 0)],
    ]
    for each in tries:
        found = [
            _sized(len(cells), columns, space, (names, values), width)
            for names, values in each
            for width in (max(usual[values], wider if names else 0.0),)
            for columns in range(1, min(len(cells), _MOST_COLUMNS) + 1)
        ]
        grid = max(found, key=lambda grid: (round(min(grid.size, largest), 1), -grid.columns))
        if grid.size >= room.other * (_NAMED if grid.names else _LEAST):
            # Few cards are no larger than their text needs, with some air.
            size = min(grid.size, largest)
            width, height = min(grid.width, _WIDE * size), min(grid.height, _HIGH * size)
            return grid._replace(size=size, width=width, height=height)
    # What still has no room is counted.
    size = room.other * _LEAST
    width, height = size * 4.4, size * (_HEAD + 2 * _EDGE)
    columns = max(1, int((space[0] + _GAPS[0]) / (width + _GAPS[0])))
    return _Grid(columns, width, height, size, 0, 0)


def _sized(
    count: int, columns: int, space: tuple[float, float], told: tuple[int, int], usual: float
) -> _Grid:
    """Return the grid of so many *columns* with the largest text that its cards hold."""
    rows = -(-count // columns)
    width = (space[0] + _GAPS[0]) / columns - _GAPS[0]
    height = (space[1] + _GAPS[1]) / rows - _GAPS[1]
    names, values = told
    high = _HEAD + values * _LINE + names * _SMALL * _NAME + 2 * _EDGE
    size = min(height / high, width / (max(usual, 4.0) + 2 * _EDGE))
    return _Grid(columns, width, height, size, names, values)


# --- A card ---------------------------------------------------------------------------------


def _card(cell: _Cell, grid: _Grid, wide: Measure) -> Iterator[Mark]:
    """Yield the card of one indicator: number, year, status, what is measured, its values."""
    size, edge = grid.size, grid.size * _EDGE
    inside = grid.width - 2 * edge
    yield Box(0, 0, grid.width, grid.height, 10, "frame")
    y = edge + size * _HEAD / 2
    status = size * 1.3
    yield from _number(cell, edge, y, size, wide)
    yield from _status(cell.fact.status, grid.width - edge - status, y, status, size)
    if cell.years:
        left = edge + (_plate_width(cell, wide) + 0.3) * size
        space = grid.width - edge - status - size * 0.3 - left
        fits = [year for year in cell.years if wide(year) * size * _NAMED <= space]
        year = next(iter(fits), cell.years[-1])
        small = min(size, space / wide(year))
        yield Text(left + space / 2, y + small * 0.36, small, year, "label caption", "middle")
    top = edge + size * _HEAD
    free = grid.height - edge - top - grid.values * size * _LINE
    if grid.names:
        small = size * _SMALL
        said = shortened(cell.name, round(inside / small, 2), grid.names, wide)
        first = top + (free - len(said) * small * _NAME) / 2
        for at, line in enumerate(said):
            base = first + small * (at * _NAME + _NAME / 2 + 0.36)
            yield Text(edge, base, small, line, "label caption")
        free = 0.0
        top = grid.height - edge - grid.values * size * _LINE
    for at, value in enumerate(cell.lines(grid.values)):
        narrow = max(min(size, inside / max(wide(value), 0.1)), size * _LEAST)
        [said_value] = shortened(value, round(inside / narrow, 2), 1, wide)[:1] or ("",)
        base = top + free / 2 + size * _LINE * (at + 0.5) + narrow * 0.36
        given = at == 0 and (cell.fact.actual or cell.fact.target)
        yield Text(edge, base, narrow, said_value, "name" if given else "label caption")


def _plate_width(cell: _Cell, wide: Measure) -> float:
    """Return how wide the plate of a number is, in em: a dot for an action, a box for others."""
    return 1.36 if cell.item.kind == "Action" else max(1.36, min(wide(cell.item.mark) + 0.5, 2.6))


def _number(cell: _Cell, x: float, y: float, size: float, wide: Measure) -> Iterator[Mark]:
    item, width = cell.item, _plate_width(cell, wide) * size
    fine = " fine" if size < 20 else ""  # noqa: PLR2004 - pixels under which an outline is fine
    if item.kind == "Action":
        yield Disc(x + width / 2, y, width / 2, f"dot {cell.aspect}{fine}")
    else:
        yield Box(x, y - size * 0.6, width, size * 1.2, size * 0.28, f"cell {cell.aspect}")
    digits = min(size, width * 0.86 / max(wide(item.mark or "–"), 0.1))
    yield Text(x + width / 2, y + digits * 0.36, digits, item.mark or "–", "label", "middle")


def _status(status: str, x: float, y: float, width: float, size: float) -> Iterator[Mark]:
    css = _CSS[status]
    yield Box(x, y - width * 0.46, width, width * 0.92, width * 0.25, css)
    ink = "name on-achieved" if status == "Achieved" else "name"
    sign = STATUS_MARKS[PG.NS + status]
    yield Text(x + width / 2, y + size * 0.36, size, sign, ink, "middle")
