"""Which box stands in which slot, so that the lines to it are short and rarely cross.

Measured on a plan of the picture rather than on one canvas: a box stands in the same slot on every
canvas and in every room.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import combinations
from math import cos, hypot, inf, radians, sin
from typing import NamedTuple

Point = tuple[float, float]

#: The plan: top and bottom of the columns; how far the arch of visions turns to either side in
#: degrees, how wide and how high it is; the radius at which measures stand.
_COLUMNS = (-0.2, 0.4)
_ARCH, _WIDE, _HIGH = 100.0, 1.05, 0.7
MEASURES = 0.5
#: As many boxes as are tried in every order.
_EVERY = 7
#: More boxes than these are ordered by the length of lines alone.
_CROSSED = 24
_ROUNDS = 6
#: More lines than these are not counted.
_SEEN = 400


def slots(count: int, left: int) -> tuple[Point, ...]:
    """Return the slots of *count* boxes on a plan: *left* down the left column, then the right one.

    The plan has the wheel in its middle, (0, 0), and the columns at -1 and 1.

    >>> slots(3, 2)
    ((-1, -0.05), (-1, 0.25), (1, 0.1))
    """
    top, bottom = _COLUMNS
    return tuple(
        (x, round(top + (at + 0.5) * (bottom - top) / rows, 6))
        for x, rows in ((-1, left), (1, count - left))
        for at in range(rows)
    )


def arched(count: int) -> tuple[Point, ...]:
    """Return where *count* visions stand on the plan: an arch over the wheel, from left to right.

    >>> arched(1)
    ((0.0, -0.7),)
    """
    turns = (radians(_ARCH * ((at + 0.5) * 2 / count - 1)) for at in range(count))
    return tuple((_WIDE * sin(turn), -_HIGH * (1 + cos(turn)) / 2) for turn in turns)


@cache
def chosen(
    targets: tuple[tuple[Point, ...], ...], places: tuple[Point, ...], kept: tuple[int, ...]
) -> tuple[int, ...]:
    """Return the slot of each box; *targets* are the ends of its lines.

    *kept* has the slot that a box keeps, or -1. Least crossings first, then least length; what is
    equal leaves the order as it is.
    """
    free = [slot for slot in range(len(places)) if slot not in kept]
    moving = [box for box, slot in enumerate(kept) if slot < 0]
    if not moving:
        return kept
    cost = _Costs(targets, places)
    if len(moving) <= _EVERY:
        return _every(cost, list(kept), moving, free)
    return _swapped(cost, list(kept), moving, free)


class _Costs:
    """Crossings and length of the lines of boxes in slots, worked out when first asked for."""

    def __init__(self, targets: Sequence[Sequence[Point]], places: Sequence[Point]) -> None:
        """Take the ends of the lines of each box, and the place of each slot."""
        self._targets, self._places = targets, places
        self._pairs: dict[tuple[int, int, int, int], int] = {}
        self._crossed: dict[tuple[Point, Point, Point, Point], bool] = {}
        self.length = [
            [round(sum([hypot(x - a, y - b) for a, b in ends]), 6) for x, y in places]
            for ends in targets
        ]

    def pair(self, a: int, s: int, b: int, t: int) -> int:
        """Return how often lines of box *a* in slot *s* cross lines of box *b* in slot *t*."""
        asked = (a, s, b, t) if a < b else (b, t, a, s)
        if asked not in self._pairs:
            one, two = self._places[asked[1]], self._places[asked[3]]
            self._pairs[asked] = sum(
                [
                    self._cross((one, end, two, other))
                    for end in self._targets[asked[0]]
                    for other in self._targets[asked[2]]
                ]
            )
        return self._pairs[asked]

    def _cross(self, asked: tuple[Point, Point, Point, Point]) -> bool:
        if asked not in self._crossed:
            self._crossed[asked] = cross(*asked)
        return self._crossed[asked]


def cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Say whether the segments ab and cd cross; to share an end is not to cross.

    >>> cross((0, 0), (2, 2), (0, 2), (2, 0)), cross((0, 0), (2, 2), (0, 0), (2, 0))
    (True, False)
    """
    return _side(a, b, c) * _side(a, b, d) < 0 and _side(c, d, a) * _side(c, d, b) < 0


def _side(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _every(
    cost: _Costs, at: list[int], moving: Sequence[int], free: Sequence[int]
) -> tuple[int, ...]:
    """Return the best of all orders; what is already worse than the best is not followed."""
    best: tuple[float, float, tuple[int, ...]] = (inf, inf, tuple(at))

    def follow(rest: Sequence[int], crossed: int, length: float) -> None:
        nonlocal best
        if (crossed, length) >= best[:2]:
            return
        if not rest:
            best = (crossed, length, tuple(at))
            return
        box = rest[0]
        for slot in free:
            if slot in at:
                continue
            more = sum([cost.pair(box, slot, b, s) for b, s in enumerate(at) if s >= 0])
            at[box] = slot
            follow(rest[1:], crossed + more, round(length + cost.length[box][slot], 6))
            at[box] = -1

    stood = [(box, slot) for box, slot in enumerate(at) if slot >= 0]
    follow(moving, sum(cost.pair(*a, *b) for a, b in combinations(stood, 2)), 0.0)
    return best[2]


def _swapped(
    cost: _Costs, at: list[int], moving: Sequence[int], free: Sequence[int]
) -> tuple[int, ...]:
    """Return an order that hardly any exchange of two boxes improves: the rounds are few."""
    for box, slot in zip(moving, free, strict=True):
        at[box] = slot
    looked = range(len(at)) if len(at) <= _CROSSED else ()

    def told(a: int, b: int) -> tuple[int, float]:
        crossed = sum([cost.pair(x, at[x], y, at[y]) for x in (a, b) for y in looked if y != x])
        return crossed, round(cost.length[a][at[a]] + cost.length[b][at[b]], 6)

    for _ in range(_ROUNDS):
        better = False
        for a, b in combinations(moving, 2):
            before = told(a, b)
            at[a], at[b] = at[b], at[a]
            if told(a, b) < before:
                better = True
            else:
                at[a], at[b] = at[b], at[a]
        if not better:
            break
    return tuple(at)


class Kept(NamedTuple):
    """The slot of each box, or -1 for one that has none yet, and how many slots are on the left."""

    left: int
    slots: tuple[int, ...]


def kept(boxes: Sequence[str], earlier: Mapping[str, Point], middle: float) -> Kept:
    """Return where *boxes* stood among the places of an *earlier* scene around the same *middle*.

    A box keeps its side and its place in the column there, moved up only as far as the column is
    shorter now. Boxes that are gone are told by their keys: they leave a free slot.
    """
    folders = {box.rpartition("/")[0] for box in boxes}
    sides: tuple[list[tuple[float, str]], list[tuple[float, str]]] = ([], [])
    for key, (x, y) in earlier.items():
        if key.rpartition("/")[0] in folders:
            sides[x > middle].append((y, key))
    here = [sum(key in boxes for _, key in side) for side in sides]
    left = min(max((len(boxes) + 1) // 2, here[0]), len(boxes) - here[1])
    found = dict.fromkeys(boxes, -1)
    for first, last, side, rest in zip((0, left), (left, len(boxes)), sides, here, strict=True):
        after = first
        for rank, (_, key) in enumerate(sorted(side)):
            if key in found:
                found[key] = max(after, min(first + rank, last - rest))
                after, rest = found[key] + 1, rest - 1  # noqa: PLW2901
    return Kept(left, tuple(found.values()))


def crossings(places: Sequence[Point], targets: Sequence[Sequence[Point]]) -> int:
    """Return how often the lines from *places* to their *targets* cross; 0 if nobody can see it."""
    lines = [(place, end) for place, ends in zip(places, targets, strict=True) for end in ends]
    if len(lines) > _SEEN:
        return 0
    return sum(cross(*one, *two) for one, two in combinations(lines, 2))
