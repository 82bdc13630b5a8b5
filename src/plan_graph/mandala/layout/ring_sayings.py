"""What each sector of a ring says, in one size for the whole ring where that can be.

The whole names as large as all of them may be; where some do not fit in the usual size, those take
their short names, then smaller letters, and at last an ellipsis.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from math import radians, sin
from typing import Final, NamedTuple

from plan_graph.mandala.fonts import measure
from plan_graph.mandala.layout import lines
from plan_graph.mandala.layout.ring_blocks import BADGE, LEADING, Badge, Block, Row
from plan_graph.mandala.layout.ring_breaks import MOST, Broken, breaks
from plan_graph.mandala.layout.ring_sectors import (
    Rows,
    Sector,
    Space,
    across,
    along,
    space,
    upright,
)

#: From one badge to the next, in em.
_PITCH: Final = 1.22
#: Between tags and numbers in one row, in em.
_APART: Final = 0.5
#: What a turn by so many degrees costs, a line; and a name broken inside a phrase, in lines.
_DEGREES: Final = 20.0
_ROUGH: Final = 0.6
#: Where a text does not fit in the usual size, the others become smaller too, to this part of it.
_CALM: Final = 0.85
#: What is cut is tried in these parts of the room there is.
_PARTS: Final = (0.95, 0.8, 0.65, 0.5, 0.4, 0.33, 0.27, 0.2)
#: Each size tried is this part of the one before.
_STEP: Final = 0.94


class Sizes(NamedTuple):
    """The largest, the usual and the least size of a ring's texts, and the room around them."""

    most: float
    usual: float
    least: float
    pad: float

    def down(self, first: float, last: float) -> Iterator[float]:
        """Yield sizes from *first* down to *last*, the last one included."""
        while first > last:
            yield first
            first *= _STEP
        yield last

    def calm(self, found: Iterable[float]) -> float:
        """Return the size for what could be larger where not all of the sizes *found* are usual."""
        return max(min(found, default=self.usual), _CALM * self.usual)


class Saying(NamedTuple):
    """What one sector says: its *names*, the whole one first; a *mark* above; badges around.

    The *outer* badges stand towards the rim and the *inner* ones towards the middle.
    """

    names: tuple[str, ...]
    css: str = "name"
    mark: str = ""
    outer: tuple[Badge, ...] = ()
    inner: tuple[Badge, ...] = ()


class _Shape(NamedTuple):
    """A saying in lines: its rows as they are read, in both orders.

    A row is a text, or badges with their places from its middle.
    """

    rows: tuple[Row, ...]
    flipped: tuple[Row, ...]
    clumsy: float


class _Way(NamedTuple):
    """A shape as it is tried, across a sector or along it: its rows, their turn, what it costs.

    *stack* are half the width and the height of its rows in the order that *fit* wants.
    """

    fit: Callable[[Space, Rows, float], float | None]
    stack: Rows
    rows: tuple[Row, ...]
    turn: float
    cost: float


@lru_cache(maxsize=64)
def blocks(
    sectors: tuple[Sector, ...], sayings: tuple[Saying, ...], sizes: Sizes
) -> tuple[Block | None, ...]:
    """Return what each of *sectors* says; None where nothing fits.

    Within every outer layer the same stands in the rings: it is worked out once.
    """
    tried = [
        _Trial(sector, space(sector, sizes.pad), saying)
        for sector, saying in zip(sectors, sayings, strict=True)
    ]
    ways = [trial.ways(trial.saying.names[0], 1) for trial in tried]
    steps = list(sizes.down(sizes.most, sizes.usual))
    at = bisect_left(
        steps, x=True, key=lambda size: all(map(lambda t, w: t.best(w, size), tried, ways))
    )
    if at < len(steps):
        found = zip(tried, ways, strict=True)
        return tuple(trial.best(ways, steps[at]) for trial, ways in found)
    return _calmed(tried, [trial.somehow(sizes) for trial in tried], sizes)


def _calmed(
    tried: Sequence["_Trial"], found: Sequence[Block | None], sizes: Sizes
) -> tuple[Block | None, ...]:
    """Return the blocks *found*, the larger ones in the size of the smallest or nearly so."""
    calm = sizes.calm(block.size for block in found if block)
    return tuple(
        trial.again(block, calm) if block and block.size > calm else block
        for trial, block in zip(tried, found, strict=True)
    )


class _Trial(NamedTuple):
    """A sector and what is to be said in it."""

    sector: Sector
    room: Space
    saying: Saying

    def ways(self, name: str, rough: int) -> list[_Way]:
        return self.broken_ways(each for each in breaks(name) if each.rough <= rough)

    def broken_ways(self, found: Iterable[Broken]) -> list[_Way]:
        """Return the ways to set a name *found* in lines, those turned least in few lines first."""
        below = self.sector.below
        turns = upright(self.sector.middle), upright(self.sector.middle - 90)
        costs = [abs(turn) / _DEGREES for turn in turns]
        ways = []
        for shape in (shape for broken in found for shape in _shapes(self.saying, broken)):
            read, flipped = shape.flipped if below else shape.rows, shape.flipped
            stacks = [[(row.half, row.high) for row in rows] for rows in (read, flipped)]
            outwards = stacks[0][::-1] if below else stacks[0]
            ways.append(_Way(across, outwards, read, turns[0], costs[0] + shape.clumsy))
            ways.append(_Way(along, stacks[1], flipped, turns[1], costs[1] + shape.clumsy))
        return sorted(ways, key=lambda way: way.cost)

    def best(self, ways: Iterable[_Way], size: float) -> Block | None:
        """Return the first of *ways* that fits."""
        for way in ways:
            at = way.fit(self.room, way.stack, size)
            if at is not None:
                return Block(self.sector, way.rows, size, at, way.turn)
        return None

    def again(self, block: Block, size: float) -> Block | None:
        """Return what *block* says in a smaller *size*."""
        names = dict.fromkeys(self.saying.names)
        found = (self.best(self.ways(name, 2), size) for name in names)
        return next(filter(None, found), block)

    def somehow(self, sizes: Sizes) -> Block | None:
        """Return the whole name or the short one, broken roughly or smaller where it must be."""
        if self.room.inwards(sizes.least / 2) > self.sector.outer:
            return None
        names = tuple(dict.fromkeys(self.saying.names))
        smaller = [size for size in sizes.down(sizes.usual, sizes.least) if size < sizes.usual]
        tries = [(name, sizes.usual, rough) for rough in (1, 2) for name in names]
        tries += [(name, size, 2) for name in names for size in smaller]
        ways = cache(self.ways)
        for name, size, rough in tries:
            if block := self.best(ways(name, rough), size):
                return block
        return self._cut(sizes.least)

    def _cut(self, size: float) -> Block | None:
        """Return as much of the last name as fits; without the badges where all is narrow."""
        wide = measure()
        thick = self.sector.outer - self.sector.inner
        chord = 2 * self.sector.outer * sin(radians(min(self.sector.width / 2, 90)))
        # Of every line about an em is lost at its end.
        tries = sorted(
            (
                (count * (width * part - size), width * part, count)
                for count in range(1, MOST + 1)
                for width in (thick, chord)
                for part in _PARTS
            ),
            reverse=True,
        )
        plain = self._replace(saying=self.saying._replace(outer=(), inner=()))
        for trial in (self, plain):
            for _, width, count in tries:
                said = lines.shortened(self.saying.names[-1], width / size, count, wide)
                ways = trial.broken_ways([Broken(said, tuple(map(wide, said)))])
                if said and (block := trial.best(ways, size)):
                    return block
        marked = Saying(
            (), mark=self.saying.mark, inner=() if self.saying.mark else self.saying.inner
        )
        return self.best(self._replace(saying=marked).broken_ways([Broken((), ())]), size)


def _shapes(saying: Saying, broken: Broken) -> Iterator[_Shape]:
    """Yield the shapes of *saying* in the lines of *broken*: badges around, or all in one row."""
    wide = measure()
    texts = [Row(wide(saying.mark) / 2, LEADING, saying.mark, "label")] if saying.mark else []
    texts += [
        Row(width / 2, LEADING, line, saying.css)
        for line, width in zip(broken.lines, broken.widths, strict=True)
    ]
    clumsy = len(texts) + _ROUGH * broken.rough
    outer, inner = _badges(saying.outer), _badges(saying.inner)
    yield _Shape((*outer, *texts, *inner), (*inner, *texts, *outer), clumsy + 0.01)
    if outer and inner:
        both = _badges(saying.inner, saying.outer)
        yield _Shape((*both, *texts), (*texts, *both), clumsy)
        yield _Shape((*texts, *both), (*both, *texts), clumsy + 0.02)


def _badges(*groups: Sequence[Badge]) -> tuple[Row, ...]:
    places, at = [], 0.0
    for group in groups:
        for badge in group:
            places.append((at, badge))
            at += _PITCH
        at += _APART
    if not places:
        return ()
    half = places[-1][0] / 2
    return (Row(half + BADGE / 2, BADGE * LEADING, badges=tuple((x - half, b) for x, b in places)),)
