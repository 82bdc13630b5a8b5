"""Where everything in the rows stands: the largest and calmest plan that has room for all of it.

Names of members are given up before size; rows may stand in several columns; and where nothing
else helps, the members that have no room are counted.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate, product
from math import ceil
from typing import Final, NamedTuple

from plan_graph.mandala.layout.row_blocks import EVERY, Stack, Try, stacks
from plan_graph.mandala.layout.row_members import Row
from plan_graph.mandala.layout.row_sizes import (
    Head,
    Measure,
    Pen,
    fits,
    full_pens,
    head,
    name_room,
    names_fit,
    needless,
    shrunk_pens,
    with_cells,
)
from plan_graph.mandala.scene import Room

#: How many columns of rows are tried, and what is between them, in pixels.
_COLUMNS: Final = (1, 2, 3, 4)
_BETWEEN: Final = 44.0
#: The widest head, as a part of its row, and of one that leaves enough to its members.
_HEAD, _SLIM = 0.44, 0.26
#: How much higher than what stands in it a row is at most, in em of its head.
_SPARE: Final = 4.0
#: Above and below a head, and what stands beside it, in em of the head.
_PAD, _EDGE = 0.18, 0.08
#: The most lines of a group that are tried where not all of it can be shown.
_CROWDED: Final = (12, 8, 5, 3, 2, 1)


class Area(NamedTuple):
    """A rectangle of the canvas, in pixels."""

    left: float
    top: float
    width: float
    height: float


class Laid(NamedTuple):
    """A row in its place."""

    row: Row
    head: Head
    stacks: tuple[Stack, ...]
    area: Area


class Plan(NamedTuple):
    """All rows in their places; *members* is how far from a row's left its members begin.

    *hidden* is how many heads have no room.
    """

    pen: Pen
    rows: tuple[Laid, ...]
    members: float
    columns: int
    hidden: int = 0


def planned(rows: Sequence[Row], area: Area, room: Room, wide: Measure, *, ringed: bool) -> Plan:
    """Return the first plan that fits in *area*."""
    for tried, columns in _tries(rows, room, wide, ringed=ringed):
        if plan := _plan(rows, area, tried, columns):
            return plan
    *_, pen = shrunk_pens(room, ringed=ringed)
    tried = Try(pen, wide)
    for most, columns in product(_CROWDED, _COLUMNS):
        if plan := _plan(rows, area, tried._replace(most=most), columns):
            return plan
    tried, kept = tried._replace(most=1), len(rows) - 1
    while kept > 1:
        if plan := _plan(rows[:kept], area, tried, _COLUMNS[-1]):
            return plan._replace(hidden=len(rows) - kept)
        kept = kept * 9 // 10
    least = _plan(rows[:1], area, tried, 1, tight=False)
    assert least is not None, "one row is never too much"
    return least._replace(hidden=len(rows) - 1)


def _tries(
    rows: Sequence[Row], room: Room, wide: Measure, *, ringed: bool
) -> Iterator[tuple[Try, int]]:
    """Yield what is tried, and in how many columns: names are given up first, then one column."""
    everyone = list({each.item.key: each for row in rows for each in row.members}.values())
    alone = []
    for pen in full_pens(room, ringed=ringed):
        if not pen.names:
            alone.append(Try(pen, wide))
            yield alone[-1], 1
        elif names_fit(everyone, pen, wide):
            yield Try(with_cells(pen, everyone, wide), wide), 1
    yield from product(alone, _COLUMNS[1:])
    shrunk = [Try(pen, wide) for pen in shrunk_pens(room, ringed=ringed)]
    yield from product(shrunk, _COLUMNS)


def _plan(
    rows: Sequence[Row], area: Area, tried: Try, columns: int, *, tight: bool = True
) -> Plan | None:
    """Return the rows as *tried* in so many *columns*, or None if they are too high."""
    columns = min(columns, len(rows))
    width = (area.width - (columns - 1) * _BETWEEN) / columns
    key = tried.pen.key
    if tight and not _shared(
        [_least(row, width, tried) for row in rows], columns, area.height, key
    ):
        return None
    for heads in _heads(rows, width, tried):
        left = (max(each.width for each in heads) + 0.9) * key
        for beside in stacks(rows, width - left, tried):
            needs = [
                max(
                    (head.height + 2 * _PAD) * key,
                    *(stack.height(tried.pen) + 2 * _EDGE * key for stack in found),
                )
                for head, found in zip(heads, beside, strict=True)
            ]
            heights = _shared(needs, columns, area.height, key)
            if heights or not tight:
                places = _places(area, heights or needs, columns, width)
                return Plan(tried.pen, tuple(map(Laid, rows, heads, beside, places)), left, columns)
    return None


def _least(row: Row, width: float, tried: Try) -> float:
    """Return a height that *row* needs in any case, which is quickly found."""
    pen = tried.pen
    if pen.names:
        lines = -(-len(row.members) // max(1, int(width // pen.cell)))
    else:
        close = min(pen.gaps)
        taken = sum(each.plate * pen.number + close for each in row.members) - close
        lines = max(0, ceil(taken / width))
    return max(
        (1.5 + 2 * _PAD) * pen.key,
        min(lines, tried.most) * pen.pitch + 2 * _EDGE * pen.key * bool(lines),
    )


def _shared(needs: Sequence[float], columns: int, height: float, key: float) -> list[float]:
    """Return the heights of the lines of rows, what is left shared out; nothing if too high."""
    down = -(-len(needs) // columns)
    highest = [max(needs[at::down]) for at in range(down)]
    spare = (height - sum(highest)) / down
    return [] if spare < 0 else [each + min(spare, _SPARE * key) for each in highest]


def _places(area: Area, heights: Sequence[float], columns: int, width: float) -> Iterator[Area]:
    """Yield the place of each row, column by column."""
    tops = [area.top, *(area.top + until for until in accumulate(heights))]
    for column in range(columns):
        x = area.left + column * (width + _BETWEEN)
        for top, height in zip(tops, heights, strict=False):
            yield Area(x, top, width, height)


def _heads(rows: Sequence[Row], width: float, tried: Try) -> Iterator[list[Head]]:
    """Yield the heads in one, two and three lines, those that leave enough to members first.

    Names are not cut needlessly, but where nothing else helps.
    """
    cap = _HEAD * width / tried.pen.key
    names = [(row.head.name, name_room(row.head, tried.wide, cap)) for row in rows]
    allowed = [
        most
        for most in (1, 2, 3)
        if tried.most < EVERY
        or not any(needless(name, most, tried.wide, room) for name, room in names)
    ]
    in_one = _in_lines(rows, 1, cap, tried.wide) if 1 in allowed else []
    slim = in_one and max(each.width for each in in_one) * tried.pen.key <= _SLIM * width
    for most in (1, 2, 3) if slim else (2, 1, 3):
        if most in allowed:
            yield in_one if most == 1 else _in_lines(rows, most, cap, tried.wide)


def _in_lines(rows: Sequence[Row], most: int, cap: float, wide: Measure) -> list[Head]:
    """Return the heads in at most *most* lines; one that has room in fewer takes fewer."""
    narrow = [head(row.head, most, wide, cap) for row in rows]
    widest = max(each.width for each in narrow) + 0.01
    return [
        next(
            (
                found
                for count in range(1, most)
                if fits(row.head.name, count, wide, name_room(row.head, wide, cap))
                and (found := head(row.head, count, wide, cap)).width <= widest
            ),
            narrowest,
        )
        for row, narrowest in zip(rows, narrow, strict=True)
    ]
