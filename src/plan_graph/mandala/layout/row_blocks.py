"""What stands beside a head: sentences and groups one below the other, each group in lines."""

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from math import inf
from typing import Final, NamedTuple

from plan_graph.mandala.layout import lines
from plan_graph.mandala.layout.row_members import DOCUMENTS, Group, Member, Row
from plan_graph.mandala.layout.row_sizes import Measure, Pen

#: How the place of documents and that of readings share what is left.
_SPLITS: Final = tuple(part / 24 for part in range(6, 19))
#: Between documents and readings, in em of a number.
_APART: Final = 1.2
#: Members are not set in less width than this, in em of a number.
_NARROW: Final = 5.0
#: Lines without end.
EVERY: Final = 10_000
#: From one line of a sentence to the next, in em, and its most lines.
SPOKEN: Final = 1.25
_SENTENCE: Final = 6

_Sides = tuple[tuple[Group, ...], tuple[Group, ...]]


class Spot(NamedTuple):
    """Where a member stands in its block: the middle of its plate, and its line."""

    member: Member
    x: float
    line: int


class Block(NamedTuple):
    """A group in lines: its spots, how many lines, and how many members have no room."""

    basis: str
    spots: tuple[Spot, ...]
    lines: int
    hidden: int = 0


class Stack(NamedTuple):
    """What stands one below the other at *x* from the head: a sentence, and blocks."""

    x: float
    said: tuple[str, ...]
    blocks: tuple[Block, ...]

    def height(self, pen: Pen) -> float:
        """Return the height in pixels."""
        spoken = len(self.said) * pen.other * SPOKEN
        return spoken + sum(block.lines for block in self.blocks) * pen.pitch


class Try(NamedTuple):
    """What is tried: a pen, and at most so many lines of a group."""

    pen: Pen
    wide: Measure
    most: int = EVERY


def stacks(rows: Sequence[Row], space: float, tried: Try) -> Iterator[list[tuple[Stack, ...]]]:
    """Yield what stands beside the heads: documents beside readings, else all of it in one."""
    sides = [_sides(row) for row in rows]
    if not tried.pen.names and all(map(any, zip(*sides, strict=True))):
        pairs = [(row.said, side) for row, side in zip(rows, sides, strict=True)]
        high, left = min(
            (sum(_height(*pair, space, part * space, tried) for pair in pairs), part * space)
            for part in _SPLITS
        )
        if high < inf:
            yield [_beside(*pair, space, left, tried) for pair in pairs]
    if space - tried.pen.lead > _NARROW * tried.pen.number:
        yield [(_stack(row.said, row.groups, (0.0, space), tried),) for row in rows]


def _sides(row: Row) -> _Sides:
    documents = tuple(group for group in row.groups if group.basis in DOCUMENTS)
    return documents, row.groups[len(documents) :]


def _spans(
    said: str, sides: _Sides, space: float, left: float, pen: Pen
) -> tuple[tuple[float, float], ...]:
    """Return from where to where documents stand, and readings; only the first without readings."""
    if not sides[1]:
        return ((0.0, space if said else left - pen.number * _APART),)
    return (0.0, left - pen.number * _APART), (left, space)


def _height(said: str, sides: _Sides, space: float, left: float, tried: Try) -> float:
    """Return how high the higher of the two is, without placing anything."""
    pen, highest = tried.pen, 0.0
    spans = _spans(said, sides, space, left, pen)
    for told, groups, (start, end) in zip((said, ""), sides, spans, strict=False):
        width = end - start
        spoken = _spoken(told, width / pen.other, tried.wide)
        if spoken is None or (groups and width - pen.lead < _NARROW * pen.number):
            return inf
        count = sum(_flow(each.members, width - pen.lead, tried)[-1][1] + 1 for each in groups)
        highest = max(highest, count * pen.pitch + len(spoken) * pen.other * SPOKEN)
    return highest


def _beside(said: str, sides: _Sides, space: float, left: float, tried: Try) -> tuple[Stack, ...]:
    spans = _spans(said, sides, space, left, tried.pen)
    return tuple(
        _stack(told, groups, span, tried)
        for told, groups, span in zip((said, ""), sides, spans, strict=False)
    )


def _stack(said: str, groups: Sequence[Group], span: tuple[float, float], tried: Try) -> Stack:
    width = span[1] - span[0]
    across = width / tried.pen.other
    spoken = _spoken(said, across, tried.wide)
    if spoken is None:
        spoken = lines.shortened(said, max(across, 2.0), _SENTENCE, tried.wide)
    blocks = tuple(_block(group, width - tried.pen.lead, tried) for group in groups)
    return Stack(span[0], spoken, blocks)


def _spoken(said: str, width: float, wide: Measure) -> tuple[str, ...] | None:
    """Return a sentence in the fewest lines of *width* em; None if it takes too many."""
    if not said:
        return ()
    found = (lines.even(said, count, wide) for count in range(1, _SENTENCE + 1))
    return next((each[0] for each in found if each and each[1] <= width), None)


def _block(group: Group, width: float, tried: Try) -> Block:
    places = _flow(group.members, width, tried)
    every, last = len(group.members), places[-1][1]
    if len(places) < every:
        # What counts the hidden ones stands where the last ones would.
        until = width - tried.wide(f"＋{every}") * tried.pen.other - tried.pen.radius
        while len(places) > 1 and places[-1][1] == last and places[-1][0] > until:
            places.pop()
    elif last and not tried.pen.names:
        places = _evened(places, group.members, width, tried)
    found = zip(group.members, places, strict=False)
    spots = tuple(Spot(member, x, line) for member, (x, line) in found)
    return Block(group.basis, spots, spots[-1].line + 1, every - len(places))


def _evened(
    places: list[tuple[float, int]], members: Sequence[Member], width: float, tried: Try
) -> list[tuple[float, int]]:
    """Return the places of *members* in as many lines, as even as they can be.

    No measure is parted from its actions for it.
    """

    def parted(found: list[tuple[float, int]]) -> int:
        lines = [line for _, line in found]
        return sum(
            member.joined and here != before
            for member, before, here in zip(members[1:], lines, lines[1:], strict=False)
        )

    for part in range(19, 9, -1):
        found = _flow(members, width * part / 20, tried)
        more = len(found) < len(places) or found[-1][1] > places[-1][1]
        if more or parted(found) > parted(places):
            break
        places = found
    return places


def _flow(members: Sequence[Member], width: float, tried: Try) -> list[tuple[float, int]]:
    """Return where the plates of *members* have their middle, and in which line.

    With names they stand in a grid, else as beads, in no more lines than are tried; a measure and
    its actions stay together.
    """
    pen = tried.pen
    if pen.names:
        across = max(1, int((width + pen.other) // pen.cell))
        return [(at % across * pen.cell + pen.slot / 2, at // across) for at in range(len(members))]
    close, gap = pen.gaps
    places: list[tuple[float, int]] = []
    x, line = 0.0, 0
    for chained in _chains(members):
        taken = [each.plate * pen.number for each in chained]
        whole = sum(taken) + close * (len(taken) - 1)
        if x and x + gap + whole > width and whole <= width:
            x, line = 0.0, line + 1
        for at, one in enumerate(taken):
            before = (close if at else gap) if x else 0.0
            if x and x + before + one > width:
                x, line, before = 0.0, line + 1, 0.0
            if line >= tried.most:
                return places
            places.append((x + before + one / 2, line))
            x += before + one
    return places


def _chains(members: Sequence[Member]) -> Iterator[Sequence[Member]]:
    """Yield each measure with the actions that are here through it, and every other alone."""
    start = 0
    for at in range(1, len(members) + 1):
        if at == len(members) or not members[at].joined:
            yield members[start:at]
            start = at


def runs(block: Block) -> list[list[Spot]]:
    """Return the spots that belong together: a measure with its actions, line by line."""
    found: list[list[Spot]] = []
    for before, spot in pairwise(chain((None,), block.spots)):
        assert spot is not None
        if before and spot.member.joined and spot.line == before.line:
            found[-1].append(spot)
        else:
            found.append([spot])
    return found
