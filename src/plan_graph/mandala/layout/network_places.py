"""Where everything stands in the free network: the rings, drawn out to the form of a screen.

What the rings have stands at its own angle; everything else around it in the direction of what it
is linked to, on as many ellipses as its names need. At last names that meet are pushed apart.
"""

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product
from statistics import fmean
from typing import Final

from plan_graph.mandala.picture import Item, Line
from plan_graph.mandala.scene import Scene

#: How much wider than high the ellipses are: about the form of a screen beside its legend.
_STRETCH: Final = 1.5
#: What of the rings is kept of their radius, and how far it is from one ellipse to the next, in
#: units of the network: a letter of a node has 18.
_SCALE, _STEP = 1.0, 84.0
#: The place that a name takes on an outer ellipse, with what is around it.
_WIDE, _HIGH = 190.0, 40.0
#: Between two nodes, across and down; how often nodes that meet are pushed; the most that are.
_GAPS, _PUSHES, _MOST = (14.0, 10.0), 300, 1200
#: Nodes that are this much too near are near enough.
_ENOUGH: Final = 0.5
#: In how many parts an ellipse is measured.
_PARTS: Final = 720


def places(
    items: Iterable[Item],
    lines: Iterable[Line],
    scenes: Mapping[str, Scene],
    sizes: Mapping[str, tuple[float, float]],
) -> dict[str, tuple[float, float]]:
    """Return a place for every item; *sizes* are the width and the height of its node."""
    every = list(items)
    angles = _angles(every, scenes)
    radii = _radii(every, scenes)
    found = {
        item.key: _on_ellipse(radii[item.kind], angles[item.key])
        for item in every
        if item.key in angles
    }
    rest = [item.key for item in every if item.key not in found]
    _toward(rest, angles, list(lines))
    rest.sort(key=lambda key: angles[key])
    radius = max(radii.values(), default=_STEP)
    while rest:
        radius += _STEP
        parts = math.ceil(len(rest) / max(_capacity(radius), 1))
        here = rest[::parts]
        rest = [key for at, key in enumerate(rest) if at % parts]
        for key, angle in zip(here, _spread([angles[key] for key in here], radius), strict=True):
            found[key] = _on_ellipse(radius, angle)
    return _apart(found, sizes) if len(found) <= _MOST else found


def rung(scenes: Mapping[str, Scene]) -> dict[str, tuple[float, float]]:
    """Return where everything stands in the rings, from their middle; nothing without rings."""
    scene = next((scenes[name] for name in ("rings/wide", "rings/tall") if name in scenes), None)
    if scene is None:
        return {}
    known: dict[str, tuple[float, float]] = {}
    for placed in scene.placed:
        known.setdefault(placed.key, (placed.x - scene.width / 2, placed.y - scene.height / 2))
    return known


def _on_ellipse(radius: float, angle: float) -> tuple[float, float]:
    return _STRETCH * radius * math.cos(angle), radius * math.sin(angle)


def _angles(items: Sequence[Item], scenes: Mapping[str, Scene]) -> dict[str, float]:
    known = rung(scenes)
    return {item.key: math.atan2(*known[item.key][::-1]) for item in items if item.key in known}


def _radii(items: Sequence[Item], scenes: Mapping[str, Scene]) -> dict[str, float]:
    """Return the radius of each kind that the rings have: the mean of where it stands there."""
    known = rung(scenes)
    found: dict[str, list[float]] = defaultdict(list)
    for item in items:
        if item.key in known:
            found[item.kind].append(math.hypot(*known[item.key]))
    return {kind: _SCALE * fmean(each) for kind, each in found.items()}


def _toward(rest: Sequence[str], angles: dict[str, float], lines: Sequence[Line]) -> None:
    """Add to *angles* those of the *rest*: toward what they are linked to, step by step."""
    near: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        near[line.subject].add(line.object)
        near[line.object].add(line.subject)
    open_ones = list(rest)
    while open_ones:
        found = {
            key: math.atan2(
                sum(math.sin(angles[each]) for each in sorted(known)),
                sum(math.cos(angles[each]) for each in sorted(known)),
            )
            for key in open_ones
            if (known := near[key] & angles.keys())
        }
        angles |= found or dict.fromkeys(open_ones, math.pi)
        open_ones = [key for key in open_ones if key not in angles]


# --- Names around an ellipse ----------------------------------------------------------------


def _need(radius: float) -> Callable[[float], float]:
    """Return how much angle a name takes on the ellipse: beside its neighbour, or over it."""

    def need(angle: float) -> float:
        across = _STRETCH * radius * abs(math.sin(angle)) / _WIDE
        down = radius * abs(math.cos(angle)) / _HIGH
        return 1 / max(across, down, 1e-6)

    return need


def _shares(radius: float) -> list[float]:
    """Return how many names have room from angle −π to each of the parts of the ellipse."""
    need, step = _need(radius), 2 * math.pi / _PARTS
    shares = [0.0]
    for part in range(_PARTS):
        shares.append(shares[-1] + step / need(-math.pi + (part + 0.5) * step))
    return shares


def _capacity(radius: float) -> int:
    return int(_shares(radius)[-1])


def _spread(wanted: Sequence[float], radius: float) -> list[float]:
    """Return angles in the order of the *wanted* ones, near them, with room for every name."""
    shares = _shares(radius)
    whole, step = shares[-1], 2 * math.pi / _PARTS

    def share(angle: float) -> float:
        return shares[round((angle + math.pi) / step) % _PARTS]

    def angle(at: float) -> float:
        return -math.pi + step * bisect_left(shares, at % whole)

    apart = whole / len(wanted)
    shift = fmean(share(each) - at * apart for at, each in enumerate(wanted))
    return [angle(shift + at * apart) for at in range(len(wanted))]


# --- Pushing apart --------------------------------------------------------------------------


def _apart(
    found: Mapping[str, tuple[float, float]], sizes: Mapping[str, tuple[float, float]]
) -> dict[str, tuple[float, float]]:
    """Return the places, those of nodes that meet pushed apart the shorter way, ever again."""
    at = {key: list(place) for key, place in found.items()}
    wide, high = (
        max((size[axis] for size in sizes.values()), default=0.0) + _GAPS[axis] for axis in (0, 1)
    )
    for _ in range(_PUSHES):
        cells: dict[tuple[int, int], list[str]] = defaultdict(list)
        for key, (x, y) in at.items():
            cells[math.floor(x / wide), math.floor(y / high)].append(key)
        pushed = False
        for one, other in _near(cells):
            pushed |= _push(at[one], at[other], sizes[one], sizes[other])
        if not pushed:
            break
    return {key: (x, y) for key, (x, y) in at.items()}


def _near(cells: Mapping[tuple[int, int], Sequence[str]]) -> Iterator[tuple[str, str]]:
    """Yield the pairs that may meet: in the same cell, or in one of half its neighbours."""
    for (column, row), keys in cells.items():
        yield from combinations(keys, 2)
        for beside in ((1, -1), (1, 0), (1, 1), (0, 1)):
            yield from product(keys, cells.get((column + beside[0], row + beside[1]), ()))


def _push(
    one: list[float], other: list[float], size: tuple[float, float], size_2: tuple[float, float]
) -> bool:
    """Move two places apart where their nodes meet; tell whether they did."""
    over = [
        (size[axis] + size_2[axis]) / 2 + _GAPS[axis] - abs(one[axis] - other[axis])
        for axis in (0, 1)
    ]
    if min(over) <= _ENOUGH:
        return False
    axis = 0 if over[0] < over[1] else 1
    half = math.copysign(over[axis] / 2, one[axis] - other[axis])
    one[axis] += half
    other[axis] -= half
    return True
