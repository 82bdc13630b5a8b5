"""The names of measures beside the wheel, upright, each as near to its arc as the others allow.

They are set quarter by quarter, from the level of the middle outwards. Pixels at 1080 lines.
"""

from collections.abc import Iterator, Sequence
from math import cos, radians, sin, sqrt
from typing import NamedTuple

from plan_graph.mandala.layout.blocks import BASE, STEPS, Block, Rect, Sheet, block, forced, texts
from plan_graph.mandala.layout.wheel import Sector
from plan_graph.mandala.picture import Item
from plan_graph.mandala.scene import Text

#: From one line to the next, between two names, and behind the number, in em.
_LEAD, _GAP, _BEHIND = 1.12, 0.3, 0.4
#: Lines of a name, and whether its number stands over it: what is tried, the best first.
_WAYS = ((1, False), (1, True), (2, False), (2, True), (3, True), (4, True))
#: Shortened names have at most so many lines and are at least so long, in em.
_CUT, _SHORTEST = 3, 2.5
#: Wider names than this, in em, are broken before the boxes give way to them.
_WIDE = 11.0


class Around(NamedTuple):
    """The circle that names stand beside, what they keep away from, and their top and bottom."""

    x: float
    y: float
    radius: float
    rects: tuple[Rect, ...]
    top: float
    bottom: float


class Beside(NamedTuple):
    """A name on the canvas: what it covers, and its lines."""

    rect: Rect
    marks: tuple[Text, ...]


class _Wanted(NamedTuple):
    """A measure and the direction of its arc."""

    item: Item
    direction: float

    @property
    def right(self) -> bool:
        return sin(radians(self.direction)) >= 0

    @property
    def up(self) -> float:
        return cos(radians(self.direction))


def beside(sheet: Sheet, sectors: Sequence[Sector], around: Around) -> dict[str, Beside]:
    """Return the names of measures that find room beside the circle, all of one size."""
    wanted = [
        _Wanted(each.measure, each.middle)
        for sector in sectors
        for each in sector.slices
        if each.measure
    ]
    found: dict[str, Beside] = {}
    for scale in STEPS:
        found = {}
        for quarter in _quarters(wanted):
            size = sheet.room.other * scale
            found |= _quarter(sheet, quarter, around, size, cut=scale == STEPS[-1])
        if len(found) == len(wanted) and not _meeting(found):
            return found
    for key in _meeting(found):
        del found[key]
    return found


def aside(sheet: Sheet, sectors: Sequence[Sector], radius: float) -> Iterator[float]:
    """Yield the width that names need at both sides of a wheel, ever less, in ever more lines.

    Away from the level of its middle a wheel of the *radius* itself leaves room for a name.
    """
    size = sheet.room.other
    names = [
        (each.measure, radius * (1 - abs(sin(radians(each.middle)))))
        for sector in sectors
        for each in sector.slices
        if each.measure
    ]
    for lines, over in _WAYS[:-1]:
        widest = 0.0
        for item, room in names:
            blocks = (block(sheet, item.short, size, count) for count in range(lines, 0, -1))
            name = next(filter(None, blocks), None)
            mark = 0 if over else (sheet.measure(item.mark) + _BEHIND) * size
            widest = max(widest, mark + (name.width if name else 0) - room)
        yield min(widest, _WIDE * size) + (size if widest else 0)


def _quarters(wanted: Sequence[_Wanted]) -> Iterator[list[_Wanted]]:
    for right in (True, False):
        for lower in (True, False):
            quarter = [each for each in wanted if each.right == right and (each.up < 0) == lower]
            yield sorted(quarter, key=lambda each: round(abs(each.up), 6))


def _meeting(found: dict[str, Beside]) -> list[str]:
    """Return the names that meet one before them."""
    kept: list[Rect] = []
    meeting = []
    for key, each in found.items():
        left, top, right, bottom = each.rect
        if any(o[0] < right and left < o[2] and o[1] < bottom and top < o[3] for o in kept):
            meeting.append(key)
        else:
            kept.append(each.rect)
    return meeting


def _quarter(
    sheet: Sheet, wanted: Sequence[_Wanted], around: Around, size: float, *, cut: bool
) -> dict[str, Beside]:
    found: dict[str, Beside] = {}
    end: float | None = None
    for each in wanted:
        tried = (_set(sheet, each, around, (size, *way), end) for way in _WAYS)
        best = next(filter(None, tried), None)
        for lines in range(-_CUT, 0) if best is None and cut else ():
            best = best or _set(sheet, each, around, (size, lines, False), end)
        if best:
            found[each.item.key] = best
            end = best.rect[3] if each.up < 0 else best.rect[1]
    return found


def _set(
    sheet: Sheet, each: _Wanted, around: Around, way: tuple[float, int, bool], end: float | None
) -> Beside | None:
    """Return a name set in a *way*, beyond the *end* of the one before; None if it does not fit.

    Less than no lines means so many, shortened.
    """
    size, lines, over = way
    over = over and bool(each.item.mark)
    high = (abs(lines) + over) * _LEAD * size
    top = around.y - around.radius * each.up - high / 2
    if end is not None:
        gap = _GAP * size
        top = max(top, end + gap) if each.up < 0 else min(top, end - gap - high)
    if top < around.top or top + high > around.bottom:
        return None
    out, room = _room(sheet, each, around, (top, top + high), size)
    mark = sheet.measure(each.item.mark) * size
    before = 0 if over or not each.item.mark else mark + _BEHIND * size
    name = block(sheet, each.item.short, size, lines, _LEAD) if lines > 0 else None
    if lines < 0 and room - before > _SHORTEST * size:
        cut = forced(sheet, each.item.short, size, room - before, -lines)
        name = cut._replace(lead=_LEAD) if cut.lines else None
    if name is None or max(name.width + before, mark if over else 0) > room:
        return None
    return _marked(each, name, (around.x, out, top), (before, mark if over else 0))


def _room(
    sheet: Sheet, each: _Wanted, around: Around, span: tuple[float, float], size: float
) -> tuple[float, float]:
    """Return where a name may begin beside the circle, from its middle, and how wide it may be."""
    top, bottom = span
    near = max(top - around.y, around.y - bottom, 0)
    out = max(sqrt(max(around.radius**2 - near**2, 0)), 0.4 * size)
    end = sheet.width / 2 - sheet.margin
    for left, upper, right, lower in around.rects:
        if upper - _GAP * size < bottom and lower + _GAP * size > top:
            begin = left - around.x if each.right else around.x - right
            far = right - around.x if each.right else around.x - left
            if far > 0:
                end = min(end, begin - 0.5 * size)
    return out, end - out


def _marked(
    each: _Wanted, name: Block, at: tuple[float, float, float], aside: tuple[float, float]
) -> Beside:
    middle, out, top = at
    before, mark = aside
    size = name.size
    wide = max(before + name.width, mark)
    left = middle + out if each.right else middle - out - wide
    first = top + (0.5 * _LEAD + BASE) * size
    rows = len(name.lines) + (mark > 0)
    rect = (left, top, left + wide, top + rows * _LEAD * size)
    to_left = mark > 0 and not each.right
    anchor, x = ("end", left + wide) if to_left else ("start", left)
    said = [Text(x, first, size, each.item.mark, "name", anchor)] if each.item.mark else []
    y = top + (_LEAD * size if mark else 0)
    return Beside(rect, (*said, *texts(name, x + before, y, "label", anchor)))
