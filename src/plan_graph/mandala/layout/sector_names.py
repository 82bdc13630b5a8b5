"""The names of projects, each where its sector has most room. Pixels at 1080 lines."""

from collections.abc import Sequence
from math import cos, hypot, radians, sin
from typing import NamedTuple

from plan_graph.mandala.layout.blocks import (
    BASE,
    STEPS,
    Block,
    Rect,
    Sheet,
    block,
    forced,
    tag,
    texts,
)
from plan_graph.mandala.layout.wheel import Point, Rings, Sector, spot
from plan_graph.mandala.picture import Item
from plan_graph.mandala.scene import Mark, Text

_LINES = 5
#: How a name is shortened where it must be: lines, and their width in em; the longest first.
_CUTS = ((4, 9.0), (3, 8.0), (3, 6.0), (2, 6.0), (2, 4.5), (1, 5.0), (1, 3.0))
#: Around a name at least, in pixels.
_PAD = 4.0
#: A name is larger than in the rest of the picture where the sector has room for it.
_GROWN = 1.15
#: The side of a tag, in sizes of other text, and from one tag to the next, in sides.
_TAG, _NEXT = 1.28, 1.12
_STEP = 4.0
#: From one line of a name to the next, in em.
_LEAD = 1.15
#: Half the width of sectors, in degrees, below which a name is turned rather than shortened.
_NARROW = 18.0


class Named(NamedTuple):
    """The name of a project: its place from the middle of the wheel, its frame and marks."""

    at: Point
    frame: Rect
    marks: tuple[Mark, ...]


class _Room(NamedTuple):
    """A part of a ring around (0, 0): directions of its middle and half its width, its radii."""

    middle: float
    half: float
    inner: float
    outer: float

    @property
    def sides(self) -> tuple[Point, ...]:
        """What leads from both straight borders inwards; half a circle and more has none."""
        turns = (self.middle - self.half, 1), (self.middle + self.half, -1)
        if self.half >= 90:  # noqa: PLR2004
            return ()
        return tuple((sign * cos(radians(a)), sign * sin(radians(a))) for a, sign in turns)

    def best(self, corners: Sequence[Point]) -> float | None:
        """Return the radius at which *corners* are farthest from every border, if they fit."""
        best, most = None, _PAD
        sides = self.sides
        at = self.inner
        while at < self.outer:
            x, y = spot(self.middle, at)
            free = self.outer
            for dx, dy in corners:
                px, py = x + dx, y + dy
                away = hypot(px, py)
                free = min(free, away - self.inner, self.outer - away)
                for sx, sy in sides:
                    free = min(free, px * sx + py * sy)
                if free <= most:
                    break
            else:
                best, most = at, free
            at += _STEP
        return best


def named(sheet: Sheet, sectors: Sequence[Sector], rings: Rings) -> dict[str, Named]:
    """Return the names of projects with their letters, by key; all of one size if they can be.

    A sector too narrow has its name along the radius, or none.
    """
    outer = rings.dots - rings.dot
    rooms = [
        (s.project, _Room((s.start + s.end) / 2, (s.end - s.start) / 2, rings.core, outer))
        for s in sectors
        if s.project
    ]
    wide = [(item, room) for item, room in rooms if room.half >= _NARROW]
    found: dict[str, Named] = {}
    for scale in (_GROWN, *STEPS):
        found = {}
        for item, room in wide:
            if not (name := _fitted(sheet, item, room, sheet.room.key * scale)):
                break
            found[item.key] = name
        else:
            break
    for item, room in rooms:
        if item.key not in found:
            upright = _smallest(sheet, item, room) if room.half >= _NARROW else None
            found[item.key] = upright or _along(sheet, item, room)
    return found


def _fitted(sheet: Sheet, item: Item, room: _Room, size: float) -> Named | None:
    for lines in range(1, _LINES + 1):
        name = block(sheet, item.short, size, lines, _LEAD)
        if name and (at := room.best(_corners(sheet, name, len(item.tags)))) is not None:
            return _upright(sheet, item, name, spot(room.middle, at))
    return None


def _smallest(sheet: Sheet, item: Item, room: _Room) -> Named | None:
    """Return a name at the least size, whole or as long as it fits."""
    size = STEPS[-1] * sheet.room.key
    if whole := _fitted(sheet, item, room, size):
        return whole
    for lines, wide in _CUTS:
        name = forced(sheet, item.short, size, wide * size, lines)._replace(lead=_LEAD)
        if name.lines and (at := room.best(_corners(sheet, name, len(item.tags)))) is not None:
            return _upright(sheet, item, name, spot(room.middle, at))
    return None


def _side(sheet: Sheet, name: Block) -> float:
    return _TAG * sheet.room.other * min(1.0, name.size / sheet.room.key)


def _corners(sheet: Sheet, name: Block, tags: int) -> list[Point]:
    """Return the corners of tags and lines around the middle of all, the lowest first."""
    side = _side(sheet, name) if tags else 0
    top = -(name.height + _NEXT * side) / 2
    rows = [((tags * _NEXT - _NEXT + 1) * side / 2, top, top + side)] if tags else []
    half = name.size / 2
    for at, line in enumerate(name.lines):
        middle = top + _NEXT * side + (at + 0.5) * name.lead * name.size
        rows.append((sheet.measure(line) * half, middle - half, middle + half))
    return [(x, y) for wide, *ends in reversed(rows) for y in ends for x in (-wide, wide, 0)]


def _upright(sheet: Sheet, item: Item, name: Block, at: Point) -> Named:
    side = _side(sheet, name) if item.tags else 0
    tags = (len(item.tags) * _NEXT - _NEXT + 1) * side
    half = (max(name.width, tags) / 2, (name.height + _NEXT * side) / 2)
    marks: list[Mark] = []
    for number, each in enumerate(item.tags):
        marks += tag(sheet, (number * _NEXT * side - tags / 2, -half[1]), side, each)
    marks += texts(name, 0, _NEXT * side - half[1], "name", "middle")
    return Named(at, (-half[0], -half[1], *half), tuple(marks))


def _along(sheet: Sheet, item: Item, room: _Room) -> Named:
    """Return a name along the radius of a narrow sector, the letters of its aspects before it."""
    said = " ".join(filter(None, ("".join(each.letter for each in item.tags), item.short)))
    smallest = STEPS[-1] * sheet.room.key
    # As far out as the sector is wide enough for the least size.
    wide = 2 * sin(radians(min(room.half, 90)))
    begin = max(room.inner + _PAD, 1.15 * smallest / max(wide, 1e-6))
    long = room.outer - _PAD - begin
    middle = spot(room.middle, (begin + max(long, 0)) if long <= 0 else begin + long / 2)
    if long < 3 * smallest:
        return Named(spot(room.middle, (room.inner + room.outer) / 2), (-4, -4, 4, 4), ())
    size = max(min(sheet.room.key, wide * begin / 1.15), smallest)
    fits = long / max(sheet.measure(said), 1)
    name = forced(sheet, said, max(min(size, fits), smallest), long, 1)
    right = room.middle % 360 < 180  # noqa: PLR2004
    turn = room.middle % 360 - (90 if right else 270)
    angle, down, half = radians(turn), BASE * name.size, name.size / 2
    at = (-down * sin(angle), down * cos(angle))
    line = Text(*at, name.size, "".join(name.lines), "name", "middle", turn)
    return Named(middle, (-half, -half, half, half), (line,))
