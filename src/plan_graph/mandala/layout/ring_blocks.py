"""A block of rows in a sector, turned with it: lines of text, and small signs in a row."""

from collections.abc import Iterator
from math import cos, radians, sin
from typing import Final, NamedTuple

from plan_graph.mandala.layout.ring_sectors import Point, Sector, outline, point
from plan_graph.mandala.scene import Disc, Mark, Path, Placed, Text

#: From one line to the next, and from the middle of a line down to its base line, in em.
LEADING: Final = 1.16
BASE: Final = 0.36
#: The height of a badge in em, and its letters in parts of it.
BADGE: Final = 1.1
_LETTER: Final = 0.8
#: Signs lower than this are drawn with finer lines.
FINE: Final = 28.0
_CORNER: Final = 0.14


class Badge(NamedTuple):
    """A small sign: a disc or a square with one or two letters on it."""

    text: str
    css: str
    on: str
    disc: bool


class Row(NamedTuple):
    """A line of text, or badges with their places from its middle; all in em."""

    half: float
    high: float
    text: str = ""
    css: str = ""
    badges: tuple[tuple[float, Badge], ...] = ()


class Block(NamedTuple):
    """Rows, from the top down, around the radius *at* of a sector; *turn* is what the eye meets."""

    sector: Sector
    rows: tuple[Row, ...]
    size: float
    at: float
    turn: float


def placed(key: str, sector: Sector, block: Block | None, gap: float, css: str) -> Placed:
    """Return the item *key* with its *block* on the ground of its *sector*, narrower by *gap*."""
    middle = point(sector.middle, block.at if block else sector.centre)
    ground = outline(sector, gap, middle, css)
    if block is None:
        return Placed(key, *middle, (-1, -1, 1, 1), (ground,))
    wide = max((row.half for row in block.rows), default=0.0) * block.size
    high = sum(row.high for row in block.rows) * block.size / 2
    turn = radians(abs(block.turn))
    x, y = wide * cos(turn) + high * sin(turn), wide * sin(turn) + high * cos(turn)
    return Placed(key, *middle, (-x, -y, x, y), (ground, *marks(block)))


def marks(block: Block) -> Iterator[Mark]:
    """Yield the marks of *block* around (0, 0)."""
    size, turn = block.size, radians(block.turn)
    top = -sum(row.high for row in block.rows) * size / 2

    def place(x: float, y: float) -> Point:
        return x * cos(turn) - y * sin(turn), x * sin(turn) + y * cos(turn)

    for row in block.rows:
        y = top + row.high * size / 2
        top += row.high * size
        if row.text:
            at = place(0, y + BASE * size)
            yield Text(*at, size, row.text, row.css, "middle", block.turn)
        for x, badge in row.badges:
            side = BADGE * size
            letter = side * _LETTER
            mid = place(x * size, y)
            css = f"{badge.css} fine" if side < FINE and "unsure" in badge.css else badge.css
            if badge.disc:
                yield Disc(*mid, side / 2, css)
                yield Text(mid[0], mid[1] + BASE * letter, letter, badge.text, badge.on, "middle")
            else:
                yield _square(mid, side, block.turn, css)
                at = place(x * size, y + BASE * letter)
                yield Text(*at, letter, badge.text, badge.on, "middle", block.turn)


def _square(middle: Point, side: float, turn: float, css: str) -> Path:
    """Return a *turn*ed square around its *middle* with rounded corners."""
    angle, half, corner = radians(turn), side / 2, side * _CORNER
    straight = half - corner

    def told(x: float, y: float) -> str:
        return (
            f"{middle[0] + x * cos(angle) - y * sin(angle):.1f} "
            f"{middle[1] + x * sin(angle) + y * cos(angle):.1f}"
        )

    path = f"M{told(-straight, -half)}"
    for a, b in (
        ((straight, -half), (half, -straight)),
        ((half, straight), (straight, half)),
        ((-straight, half), (-half, straight)),
        ((-half, -straight), (-straight, -half)),
    ):
        path += f"L{told(*a)}A{corner:.1f} {corner:.1f} 0 0 1 {told(*b)}"
    return Path(path + "Z", css)
