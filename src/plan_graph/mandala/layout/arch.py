"""The visions as an arch over the wheel: a row above it, the rest at its two shoulders.

They stand clockwise in their own order, since they are numbered. Pixels at 1080 lines.
"""

from collections.abc import Iterator, Sequence
from math import ceil, sqrt
from typing import Final, NamedTuple

from plan_graph.mandala.layout.blocks import (
    LEAD,
    STEPS,
    Block,
    Rect,
    Sheet,
    apart,
    badge,
    block,
    covered,
    forced,
    texts,
)
from plan_graph.mandala.picture import Item
from plan_graph.mandala.scene import Placed, Text

#: At most: rows at a shoulder, lines of a name.
_SHOULDERS: Final = 2
_LINES: Final = 3
#: From so many visions on, one at each shoulder makes an arch of them.
_ARCHED: Final = 5
#: More visions than these are a crowd.
_MOST: Final = 24
#: Between two names of a row, in em: at least, and at most where they do not reach the edges.
_GAP, _WIDE_GAP = 0.9, 3.2
#: Names wider than this, in em, are broken even where one line would fit.
_CALM: Final = 7.0
#: How near to the middle the shoulders may come, and how deep a crowd of visions may become, as
#: parts of the height.
_NEAR: Final = 0.29
_DEEP: Final = 0.2
#: As far, in em, a name moves inwards to stand below another.
_NEARLY: Final = 1.5
#: The radius of a vision's disc, the gap behind it, and between rows of a crowd, in em.
_DISC, _BEHIND, _ROW_GAP = 0.56, 0.3, 0.2


class Arch(NamedTuple):
    """The visions in their places, what they cover, and where the left and the right side end."""

    placed: tuple[Placed, ...]
    captions: tuple[Text, ...]
    rects: tuple[Rect, ...]
    left: float
    right: float


class _Name(NamedTuple):
    """A vision: its disc and its name in lines; (x, y) is its upper left corner."""

    item: Item
    name: Block
    x: float = 0.0
    y: float = 0.0

    @property
    def width(self) -> float:
        return (2 * _DISC + (_BEHIND if self.name.lines else 0)) * self.name.size + self.name.width

    @property
    def height(self) -> float:
        return max(self.name.height, 2 * _DISC * self.name.size)

    @property
    def rect(self) -> Rect:
        return (self.x, self.y, self.x + self.width, self.y + self.height)

    @property
    def middle(self) -> float:
        return self.x + self.width / 2


class _Try(NamedTuple):
    """One way to set the arch: how large, in how many lines, how many visions in the row."""

    size: float
    lines: int
    row: int
    lead: float

    @property
    def gap(self) -> float:
        """Between two rows."""
        return (self.lead - 1) * self.size


def arch(
    sheet: Sheet, visions: Sequence[Item], y: float, said: tuple[str, str], lead: float
) -> Arch:
    """Return *visions* below *y*, as large as they fit, with what is *said* in the two corners.

    *lead* is from one line to the next, in em.
    """
    if not visions:
        return Arch((), (), (), y, y)
    for scale in STEPS if len(visions) <= _MOST else ():
        for one in _tries(len(visions), sheet.room.key * scale, lead):
            found = _set(sheet, visions, y, said, one)
            if found:
                return found
    return _crowd(sheet, visions, y, said)


def _tries(count: int, size: float, lead: float) -> Iterator[_Try]:
    """Yield ways to set *count* visions at one size, the best first."""
    rows = [count - 2 * side for side in range(_SHOULDERS + 1) if count - 2 * side > 0]
    if count >= _ARCHED:
        rows[:2] = rows[1::-1]
    for row in rows:
        for lines in range(2, _LINES + 1):
            yield _Try(size, lines, row, lead)


def _set(
    sheet: Sheet, visions: Sequence[Item], y: float, said: tuple[str, str], one: _Try
) -> Arch | None:
    captions = _captions(sheet, said, y, one)
    under = [covered(sheet, mark) for mark in captions]
    side = (len(visions) - one.row) // 2
    row = _row(sheet, visions[side : side + one.row], (y, side > 0), under, one)
    if row is None:
        return None
    above = [*under, *(name.rect for name in row)]
    left = _shoulder(sheet, visions[:side][::-1], above, one, right=False)
    right = _shoulder(sheet, visions[side + one.row :], above, one, right=True)
    if left is None or right is None:
        return None
    names = [*left[::-1], *row, *right]
    rects = [*(name.rect for name in names), *under]
    if not apart(rects, 0.1 * one.size):
        return None
    middle, near = sheet.width / 2, _NEAR * sheet.floor
    lowest = (
        max([rect[3] for rect in rects if rect[0] < middle - near], default=y),
        max([rect[3] for rect in rects if rect[2] > middle + near], default=y),
    )
    return Arch(tuple(_placed(sheet, n) for n in names), captions, tuple(rects), *lowest)


def _captions(sheet: Sheet, said: tuple[str, str], y: float, one: _Try) -> tuple[Text, ...]:
    """Return the captions in the upper corners."""
    size = sheet.room.other * min(1.0, one.size / sheet.room.key)
    found: list[Text] = []
    ends = (sheet.margin, "start"), (sheet.width - sheet.margin, "end")
    for text, (x, anchor) in zip(said, ends, strict=True):
        set_in = forced(sheet, text, size, sheet.width / 2 - 2 * sheet.margin, 1)
        found += texts(set_in._replace(lead=1.1), x, y, "label caption", anchor)
    return tuple(found)


def _row(
    sheet: Sheet, items: Sequence[Item], at: tuple[float, bool], under: Sequence[Rect], one: _Try
) -> list[_Name] | None:
    """Return *items* in a row around the middle, its ends lower, below the captions.

    *at* has its top, and whether it reaches the edges though it is short.
    """
    y, reaches = at
    middle, gap = sheet.width / 2, _GAP * one.size
    names = [_named(sheet, item, one) for item in items]
    half = len(names) // 2
    free = middle - sheet.margin
    core = _narrowed(sheet, names[half : len(names) - half], 2 * free, one)
    inner = sum(name.width for name in core) / 2 if core else gap / 2
    left = _narrowed(sheet, names[:half][::-1], free - inner - half * gap, one)
    right = _narrowed(sheet, names[len(names) - half :], free - inner - half * gap, one)
    if core is None or left is None or right is None:
        return None
    most = free if reaches or len(items) >= _ARCHED else _WIDE_GAP * one.size
    sides = [_outwards(side, free - inner, most) for side in (left, right)]
    drop = max([0.3 * one.size, *(rect[3] - y + 0.12 * one.size for rect in under)])
    found = [name._replace(x=middle - inner) for name in core]
    for sign, side in zip((-1, 1), sides, strict=True):
        reach = max([away + name.width / 2 for away, name in side], default=0) + inner
        for away, name in side:
            out = inner + away
            x = middle + out if sign > 0 else middle - out - name.width
            found.append(name._replace(x=x, y=drop * ((out + name.width / 2) / reach) ** 2))
    return sorted((name._replace(y=y + name.y) for name in found), key=lambda name: name.x)


def _named(sheet: Sheet, item: Item, one: _Try) -> _Name:
    whole = block(sheet, item.name, one.size, 1, one.lead) or Block((), one.size, 0)
    calm = whole.width <= _CALM * one.size
    return _Name(item, whole if calm else block(sheet, item.name, one.size, 2, one.lead) or whole)


def _narrowed(
    sheet: Sheet, names: Sequence[_Name], free: float, one: _Try
) -> Sequence[_Name] | None:
    """Return *names* in the *free* width, the widest in more lines if need be; None if too wide."""
    names = list(names)
    while sum(name.width for name in names) > free:
        for at in sorted(range(len(names)), key=lambda at: -names[at].width):
            more = _in_more_lines(sheet, names[at], one)
            if more:
                names[at] = more
                break
        else:
            return None
    return names


def _in_more_lines(sheet: Sheet, name: _Name, one: _Try) -> _Name | None:
    for count in range(len(name.name.lines) + 1, one.lines + 1):
        found = block(sheet, name.item.name, one.size, count, one.lead)
        if found and found.width < name.name.width:
            return name._replace(name=found)
    return None


def _outwards(names: Sequence[_Name], free: float, most: float) -> list[tuple[float, _Name]]:
    """Return how far out each of *names* begins, with equal gaps, the last one filling *free*."""
    gap = min((free - sum(name.width for name in names)) / max(len(names), 1), most)
    found, out = [], 0.0
    for name in names:
        found.append((out + gap, name))
        out += gap + name.width
    return found


def _shoulder(
    sheet: Sheet, items: Sequence[Item], above: Sequence[Rect], one: _Try, *, right: bool
) -> list[_Name] | None:
    """Return *items* from the top down at one edge, below what is *above* them there."""
    width = sheet.width / 2 - sheet.margin - _NEAR * sheet.floor
    names: list[_Name] = []
    for item in items:
        fit = _narrowed(sheet, [_named(sheet, item, one)], width, one)
        if fit is None:
            return None
        names += fit
    widest = max((name.width for name in names), default=0)
    edge = sheet.width - sheet.margin
    x = sheet.margin
    if right:
        # The discs stand below the disc of the row's last name, unless that is far from the edge.
        x = edge - widest
        last = above[-1]
        if abs(last[2] - edge) < 1 and last[0] <= x <= last[0] + _NEARLY * one.size:
            x = last[0]
    y = max([rect[3] for rect in above if rect[0] < x + widest and rect[2] > x], default=0)
    found = []
    for name in names:
        y += one.gap
        found.append(name._replace(x=x, y=y))
        y += name.height
    return found


def _placed(sheet: Sheet, name: _Name) -> Placed:
    """Return a vision around the middle of what it covers."""
    dx, dy, r = name.width / 2, name.height / 2, _DISC * name.name.size
    first = name.name.lead * name.name.size / 2 if name.name.lines else r
    marks = badge(sheet, (r - dx, max(first, r) - dy), r, name.item.mark, "vision")
    said = texts(name.name, 2 * r + _BEHIND * name.name.size - dx, -name.name.height / 2)
    return Placed(name.item.key, name.x + dx, name.y + dy, (-dx, -dy, dx, dy), (*marks, *said))


def _crowd(sheet: Sheet, visions: Sequence[Item], y: float, said: tuple[str, str]) -> Arch:
    """Return more visions than an arch holds: in full rows, shortened, or their numbers alone."""
    size = sheet.room.key * STEPS[-1]
    captions = _captions(sheet, said, y, _Try(size, 2, 1, LEAD))
    under = [covered(sheet, mark) for mark in captions]
    top = max([y, *(rect[3] for rect in under)]) + _ROW_GAP * size
    free, deep = sheet.width - 2 * sheet.margin, _DEEP * sheet.floor
    pitch = (2 * _DISC + _ROW_GAP) * size
    across = ceil(len(visions) / max(int(deep / pitch), 1))
    name = free / across - (2 * _DISC + 2 * _BEHIND) * size
    if name < 4 * size:
        name = 0
        size = min(size, sqrt(free * deep / len(visions)) / (2 * _DISC + _ROW_GAP) * 0.9)
        pitch = (2 * _DISC + _ROW_GAP) * size
        across = max(int(free / pitch), 1)
    names = [
        _Name(
            item,
            forced(sheet, item.name, size, name, 1) if name else Block((), size, 0),
            sheet.margin + at % across * free / across,
            top + at // across * pitch,
        )
        for at, item in enumerate(visions)
    ]
    rects = (*(each.rect for each in names), *under)
    bottom = max(rect[3] for rect in rects)
    return Arch(tuple(_placed(sheet, each) for each in names), captions, rects, bottom, bottom)
