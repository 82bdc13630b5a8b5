"""Above everything the goal, below everything the regional issues. Pixels at 1080 lines."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from plan_graph.mandala.layout.blocks import (
    BASE,
    STEPS,
    Block,
    Rect,
    Sheet,
    block,
    covered,
    fitted,
    forced,
    texts,
)
from plan_graph.mandala.picture import Item
from plan_graph.mandala.scene import Box, Mark, Placed, Text

#: The goal is a tenth larger than other names where that fits.
_GOAL: Final = 1.1
#: Pills are as large as this part of a name where they fit, and stand in at most so many rows.
_PILL: Final = 0.9
_ROWS: Final = 4
#: Inside a pill left and right (calm, tight), its height, the least gap, and the lift of the outer
#: ones, in em.
_PADS: Final = (0.55, 0.4)
_HIGH, _GAP, _LIFT = 1.55, 0.22, 1.4
#: From one line to the next, and the least length of a shortened name, in em.
_LEAD, _SHORTEST = 1.1, 4.0


class Band(NamedTuple):
    """The band at the top: its lower edge, what lies below, and the goal."""

    bottom: float
    ground: tuple[Mark, ...]
    placed: tuple[Placed, ...]


class Foot(NamedTuple):
    """The issues at the bottom, what they cover, their caption, and where they begin."""

    placed: tuple[Placed, ...]
    rects: tuple[Rect, ...]
    captions: tuple[Text, ...]
    top: float


class _Pill(NamedTuple):
    """How pills are set: what they leave beside their names, in em; their caption; like a bowl."""

    pad: float
    caption: str
    lifted: bool


def band(sheet: Sheet, said: str, goal: str, image: Item | None) -> Band:
    """Return the *goal* with what is *said* before it; the *image* is the item that it names."""
    if not said and not goal:
        return Band(0, (), ())
    key, other = sheet.room.key, sheet.room.other
    free = sheet.width - 2 * sheet.margin
    for scale in (_GOAL, *STEPS):
        for lines in (1, 2) if scale <= 1 else (1,):
            for rows in (1, 2):
                caption = block(sheet, said, other * min(scale, 1), rows, 1.06)
                caption = caption or forced(sheet, said, other * min(scale, 1), free / 3, 1)
                name = fitted(sheet, goal, key * scale, free - caption.width - 0.6 * key, lines)
                if name:
                    return _band(sheet, caption, name, image)
    caption = forced(sheet, said, other * STEPS[-1], free / 4, 2)
    name = forced(sheet, goal, key * STEPS[-1], free - caption.width - 0.6 * key, 2)
    return _band(sheet, caption, name, image)


def _band(sheet: Sheet, caption: Block, name: Block, image: Item | None) -> Band:
    high = max(caption.height, name.height) + 0.36 * sheet.room.key
    gap = 0.6 * sheet.room.key if caption.lines else 0
    wide = caption.width + gap + name.width
    x, y = sheet.width / 2, high / 2
    # Without an item the words are no item's marks and stand on the ground.
    at = (0.0, 0.0) if image else (x, y)
    left = at[0] - wide / 2
    marks = (
        *texts(caption, left, at[1] - caption.height / 2, "label caption"),
        *texts(name, left + caption.width + gap, at[1] - name.height / 2),
    )
    below = Box(0, 0, sheet.width, high, 0, "band")
    if not image:
        return Band(high, (below, *marks), ())
    frame = (-wide / 2, -high / 2, wide / 2, high / 2)
    return Band(high, (below,), (Placed(image.key, x, y, frame, marks),))


def foot(sheet: Sheet, issues: Sequence[Item], caption: str, *, lifted: bool) -> Foot:
    """Return *issues* in pills along the bottom; *lifted* raises the outer ones like a bowl."""
    if not issues:
        return Foot((), (), (), sheet.floor)
    free = sheet.width - 2 * sheet.margin
    most = _PILL * sheet.room.key / sheet.room.other
    for scale in (*(each for each in (most, (most + 1) / 2) if each > 1), *STEPS):
        size = sheet.room.other * scale
        for lines in (1, 2) if scale <= 1 else (1,):
            names = [_in_lines(sheet, item.name, size, lines) for item in issues]
            for pad in _PADS:
                needed = sum(name.width + (2 * pad + _GAP) * size for name in names) - _GAP * size
                if needed <= free:
                    return _pills(sheet, issues, [names], _Pill(pad, caption, lifted))
    size = sheet.room.other * STEPS[-1]
    pads = (2 * _PADS[1] + _GAP) * size
    counts = range(2, _ROWS + 1)
    shares = [free / -(-len(issues) // rows) - pads for rows in counts]
    at = next((at for at, share in enumerate(shares) if share >= _SHORTEST * size), len(shares) - 1)
    across = -(-len(issues) // counts[at])
    names = [forced(sheet, item.name, size, max(shares[at], 0), 1) for item in issues]
    filled = [names[first : first + across] for first in range(0, len(names), across)]
    return _pills(sheet, issues, filled, _Pill(_PADS[1], caption, lifted=False))


def _in_lines(sheet: Sheet, name: str, size: float, most: int) -> Block:
    """Return a name in as many lines as it has, up to *most*."""
    found = (block(sheet, name, size, lines, _LEAD) for lines in range(most, 0, -1))
    return next(filter(None, found), Block((), size, size))


def _pills(
    sheet: Sheet, issues: Sequence[Item], rows: Sequence[Sequence[Block]], how: _Pill
) -> Foot:
    size = rows[0][0].size
    # A crowd of pills without names is as narrow as it must be.
    widest = (sheet.width - 2 * sheet.margin) / len(rows[0]) - 2 if len(rows) > 1 else sheet.width
    lines = max(len(name.lines) for names in rows for name in names)
    high = min((_HIGH + max(lines - 1, 0) * _LEAD) * size, max(widest, 2))
    pitch = high + _GAP * size
    placed: list[Placed] = []
    rects: list[Rect] = []
    for down, names in enumerate(rows):
        widths = [min(name.width + 2 * how.pad * size, widest) for name in names]
        level = sheet.floor - 0.15 * size - high / 2 - (len(rows) - 1 - down) * pitch
        for x, wide, name in zip(_along(sheet, widths, size), widths, names, strict=True):
            lift = _LIFT * size * _away(sheet, x, wide) ** 2 if how.lifted else 0
            frame = (-wide / 2, -high / 2, wide / 2, high / 2)
            marks: tuple[Mark, ...] = (
                Box(-wide / 2, -high / 2, wide, high, min(high / 2, _HIGH * size / 2), "pill"),
                *texts(name, 0, -name.height / 2, "name", "middle"),
            )
            at = (x + wide / 2, level - lift)
            placed.append(Placed(issues[len(placed)].key, *at, frame, marks))
            rects.append((x, at[1] - high / 2, x + wide, at[1] + high / 2))
    other = sheet.room.other
    top = min(rects[0][1], rects[-1][1]) - 1.2 * other
    middle = top + 0.58 * other
    text = Text(sheet.margin, middle + BASE * other, other, how.caption, "label caption")
    return Foot(tuple(placed), (*rects, covered(sheet, text)), (text,), top)


def _along(sheet: Sheet, widths: Sequence[float], size: float) -> list[float]:
    """Return where each pill begins: from edge to edge, a few of them around the middle."""
    free = sheet.width - 2 * sheet.margin - sum(widths)
    gap = free / (len(widths) - 1) if len(widths) > 1 else 0
    if len(widths) < 4:  # noqa: PLR2004
        gap = min(gap, 4 * size)
    x = (sheet.width - sum(widths) - gap * (len(widths) - 1)) / 2
    found = []
    for wide in widths:
        found.append(x)
        x += wide + gap
    return found


def _away(sheet: Sheet, x: float, wide: float) -> float:
    """Return how far from the middle a pill stands, 1 at the edges."""
    reach = sheet.width / 2 - sheet.margin - wide / 2
    return (x + wide / 2 - sheet.width / 2) / max(reach, 1)
