"""Where on its ring everything stands: numbers in order, the rest near what it is linked to."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import groupby
from math import inf
from typing import Final, NamedTuple

from plan_graph.mandala.layout.ring_spokes import Spoke
from plan_graph.mandala.layout.ring_turns import apart, costs, ordered, rotated
from plan_graph.mandala.picture import Item, Line, Picture

#: The rings around the middle whose order is free, by name: which kinds stand on them.
KINDS: Final = {"vision": ("Vision",), "outcome": ("Outcome",), "issue": ("RegionalIssue",)}
#: These stand on an outer ring only when something on the rings is linked to them: a register
#: of departments and the list of all goals say nothing by themselves.
_ONLY_LINKED: Final = ("Department", "Goal")
_ON_RINGS: Final = (
    "FutureImage", "Vision", "Outcome", "Project", "Measure", "Action", "RegionalIssue",
)  # fmt: skip
#: A ring of more items than these has them two by two above each other, so that names have room.
_CROWDED: Final = 48
#: What the rings show by their order, not by lines.
_BY_PLACE: Final = ("partOf", "inProject", "inPlan")
#: Degrees between the groups of a ring (on the outer one a caption stands there), and how far an
#: earlier place counts.
GAP: Final = {"outcome": 1.6, "outer": 7.0}
_KEEP: Final = 1000.0
#: Of two above each other, how far each stands from the middle of both, in degrees.
_BEFORE: Final = 0.02
#: A ring of more items than these keeps the documents' order.
_MOST: Final = 300


class Place(NamedTuple):
    """An item in its place on a ring: the direction of its middle, and its width, in degrees.

    `low` and `high` are the part of the ring's thickness that it has, from the middle outwards.
    """

    item: Item
    middle: float
    width: float
    low: float = 0.0
    high: float = 1.0


def counts(line: Line) -> bool:
    """Tell whether *line* says something of its own that the rings do not show by their order.

    Goals of the SDGs stand there for their targets, which do not.
    """
    derived = line.derived and line.predicate != "contributesTo"
    return not derived and line.predicate not in _BY_PLACE


def links(picture: Picture) -> dict[str, list[str]]:
    """Return what each item of *picture* is linked to by lines that count, in both directions."""
    found: dict[str, list[str]] = defaultdict(list)
    for line in picture.lines:
        if counts(line):
            found[line.subject].append(line.object)
            found[line.object].append(line.subject)
    return found


def groups(
    picture: Picture, outer: Sequence[str], linked: Mapping[str, Sequence[str]]
) -> dict[str, list[list[Item]]]:
    """Return the items of each ring in groups that stay together, in the documents' order."""
    found: dict[str, list[list[Item]]] = {}
    there = {item.key for item in picture.items if item.kind in _ON_RINGS}
    for ring, kinds in (*KINDS.items(), ("outer", tuple(outer))):
        parts: dict[str, list[Item]] = {kind: [] for kind in kinds} if ring == "outer" else {}
        for item in picture.items:
            if item.kind in kinds and (
                item.kind not in _ONLY_LINKED or not there.isdisjoint(linked.get(item.key, ()))
            ):
                part = item.kind if ring == "outer" else item.parent * (ring == "outcome")
                parts.setdefault(part, []).append(item)
        if any(parts.values()):
            found[ring] = [part for part in parts.values() if part]
    return found


def directions(found: Sequence[Spoke]) -> dict[str, float]:
    """Return where projects, measures and actions stand."""
    stand: dict[str, float] = {}
    for spoke in found:
        if spoke.project:
            stand.setdefault(spoke.project.key, spoke.middle)
        if spoke.measure:
            stand[spoke.measure.key] = spoke.middle
        for at, action in enumerate(spoke.actions):
            stand[action.key] = spoke.place(at)
    return stand


def printed(ring: str, parts: Sequence[Sequence[Item]]) -> tuple[Place, ...]:
    """Return the items of *parts* around a *ring* in the order given, each group together."""
    count = sum(map(len, parts))
    gap = GAP.get(ring, 0.0) * (len(parts) > 1)
    width = (360 - gap * len(parts)) / count
    # An odd number has one in the middle of the top; an even one has its border there.
    end = (-width / 2 if count % 2 else 0.0) + gap / 2
    found = []
    for part in parts:
        for item in part:
            found.append(Place(item, end + width / 2, width))
            end += width
        end += gap
    return tuple(found)


def roomy(places: Sequence[Place]) -> tuple[Place, ...]:
    """Return *places*, where they are too many for a row two by two above each other.

    Of two neighbours the earlier one stands outside, and still a little before the other: so an
    edition that keeps its order tells which is which.
    """
    if len(places) <= _CROWDED:
        return tuple(places)
    found: list[Place] = []
    for _, alike in groupby(places, key=lambda place: place.item.kind):
        row = list(alike)
        for first, second in zip(row[::2], row[1::2], strict=False):
            middle, wide = (first.middle + second.middle) / 2, first.width + second.width
            before, after = middle - _BEFORE, middle + _BEFORE
            found.append(Place(first.item, before, wide, low=0.5))
            found.append(Place(second.item, after, wide, high=0.5))
        found += row[len(row) // 2 * 2 :]
    return tuple(found)


def chosen(
    parts: Mapping[str, Sequence[Sequence[Item]]],
    linked: Mapping[str, Sequence[str]],
    fixed: Mapping[str, float],
    earlier: Mapping[str, float],
) -> dict[str, tuple[Place, ...]]:
    """Return the places on each ring of *parts* that make lines short, or keep the *earlier* ones.

    *fixed* are the directions of what stands already. Outcomes and visions pull at each other, so
    each takes its place twice.
    """
    stand = dict(fixed)
    found: dict[str, tuple[Place, ...]] = {}
    for ring in ("issue", "outcome", "vision", "outcome", "vision", "outer"):
        if ring in parts:
            found[ring] = _taken(ring, parts[ring], (linked, stand, earlier))
            stand |= {place.item.key: place.middle for place in found[ring]}
    return found


def _taken(
    ring: str,
    parts: Sequence[Sequence[Item]],
    pulls: tuple[Mapping[str, Sequence[str]], Mapping[str, float], Mapping[str, float]],
) -> tuple[Place, ...]:
    linked, stand, earlier = pulls
    if sum(map(len, parts)) > _MOST:
        return printed(ring, parts)
    items = {item.key: item for part in parts for item in part}
    places = [place.middle for place in printed(ring, parts)]
    cost = dict(costs(items, places, linked, stand))
    for key in items.keys() & earlier.keys():
        cost[key] = [_KEEP * apart(place, earlier[key]) for place in places]
    keys = [[item.key for item in part] for part in parts]
    start = min(places) - 180 / len(places)

    def before(key: str) -> float:
        return (earlier[key] - start) % 360 if key in earlier else inf

    if all(item.mark for item in items.values()):
        order = rotated([key for part in keys for key in part], cost)
    else:
        order = ordered([sorted(part, key=before) for part in keys], cost)
    of = {item.key: at for at, part in enumerate(parts) for item in part}
    together: dict[int, list[Item]] = defaultdict(list)
    for key in order:
        together[of[key]].append(items[key])
    return printed(ring, list(together.values()))
