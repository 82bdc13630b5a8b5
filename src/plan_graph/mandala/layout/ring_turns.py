"""Who stands where on a ring: the order in which lines to other rings are short and rarely cross.

Directions are degrees clockwise from the top.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

Point = tuple[float, float]
#: How far off each item (by its key) would stand in each place of a ring, in degrees.
Costs = Mapping[str, Sequence[float]]

#: More groups than these are ordered as the documents have them.
_MOST_GROUPS = 16
#: Crossings of more lines than these are not counted.
_MOST_LINES = 800
#: A gain in degrees below this is none.
_GAIN = 1e-6


def apart(a: float, b: float) -> float:
    """Return the degrees between two directions.

    >>> apart(350, 20)
    30
    """
    turn = abs(a - b) % 360
    return min(turn, 360 - turn)


def costs(
    keys: Iterable[str],
    places: Sequence[float],
    linked: Mapping[str, Sequence[str]],
    stand: Mapping[str, float],
) -> Costs:
    """Return for each of *keys* what each of *places* costs: how far off what it is linked to is.

    *stand* has the directions of what stands already; what does not stand yet costs nothing.
    """
    found = {}
    for key in keys:
        pulls = [stand[other] for other in linked.get(key, ()) if other in stand]
        found[key] = [sum([apart(place, pull) for pull in pulls]) for place in places]
    return found


def rotated(keys: Sequence[str], cost: Costs) -> list[str]:
    """Return *keys* in their own order, begun where it costs least; for what is numbered."""
    turns = [[*keys[at:], *keys[:at]] for at in range(len(keys))]
    return min(turns, key=lambda turn: round(_total(turn, cost), 6), default=[])


def ordered(groups: Sequence[Sequence[str]], cost: Costs) -> list[str]:
    """Return the keys of *groups*, each group together, in an order that costs little.

    It begins with the best turn of the order given and exchanges groups, then keys of a group, as
    long as that helps. Equal costs leave the order as it is.
    """
    best = [list(group) for group in groups if group]
    if not best:
        return []
    if len(best) <= _MOST_GROUPS:
        turns = [best[at:] + best[:at] for at in range(len(best))]
        best = min((_settled(turn, cost) for turn in turns), key=lambda turn: _cost(turn, cost))
        best = _exchanged(best, cost)
    return [key for group in _settled(best, cost) for key in group]


def _cost(groups: Sequence[Sequence[str]], cost: Costs) -> float:
    return round(_total([key for group in groups for key in group], cost), 6)


def _total(keys: Sequence[str], cost: Costs) -> float:
    return sum([cost[key][at] for at, key in enumerate(keys)])


def _settled(groups: Sequence[Sequence[str]], cost: Costs) -> list[list[str]]:
    """Return *groups* with the keys of each exchanged as long as it helps."""
    found, start = [], 0
    for group in groups:
        found.append(_swapped(list(group), start, cost))
        start += len(group)
    return found


def _swapped(keys: list[str], start: int, cost: Costs) -> list[str]:
    better = True
    while better:
        better = False
        for a, b in combinations(range(len(keys)), 2):
            one, two = cost[keys[a]], cost[keys[b]]
            here, there = start + a, start + b
            if one[here] + two[there] - one[there] - two[here] > _GAIN:
                keys[a], keys[b] = keys[b], keys[a]
                better = True
    return keys


def _exchanged(groups: list[list[str]], cost: Costs) -> list[list[str]]:
    best, least = groups, _cost(groups, cost)
    better = True
    while better:
        better = False
        for a, b in combinations(range(len(best)), 2):
            tried = list(best)
            tried[a], tried[b] = tried[b], tried[a]
            tried = _settled(tried, cost)
            if (found := _cost(tried, cost)) < least:
                best, least, better = tried, found, True
    return best


def crossings(lines: Sequence[tuple[Point, Point]]) -> int:
    """Return how many pairs of straight *lines* cross; sharing an end is no crossing.

    They are not counted, and 0 is returned, where there are too many lines to draw anyway.

    >>> crossings([((0, 0), (2, 2)), ((0, 2), (2, 0)), ((0, 0), (0, 2))])
    1
    """
    if len(lines) > _MOST_LINES:
        return 0
    count = 0
    told = sorted((min(a, b), max(a, b)) for a, b in lines)
    for at, ((ax, ay), (bx, by)) in enumerate(told):
        dx, dy = bx - ax, by - ay
        for (cx, cy), (ex, ey) in told[at + 1 :]:
            if cx >= bx:
                break
            one = dx * (cy - ay) - dy * (cx - ax)
            two = dx * (ey - ay) - dy * (ex - ax)
            if one * two < 0:
                fx, fy = ex - cx, ey - cy
                count += (fx * (ay - cy) - fy * (ax - cx)) * (fx * (by - cy) - fy * (bx - cx)) < 0
    return count
