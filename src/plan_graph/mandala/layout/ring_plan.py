"""What stands where on a wheel: the radii of the rings, and everybody's place on them."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import atan2, degrees, radians
from typing import Final, NamedTuple

from plan_graph.mandala.layout import ring_places
from plan_graph.mandala.layout.ring_places import Place
from plan_graph.mandala.layout.ring_sayings import Sizes
from plan_graph.mandala.layout.ring_sectors import Sector, point
from plan_graph.mandala.layout.ring_spokes import Spoke, spokes
from plan_graph.mandala.layout.ring_turns import Point, crossings
from plan_graph.mandala.picture import Picture

#: The rings from the middle out.
_RINGS: Final = ("goal", "vision", "outcome", "project", "measure", "action", "issue", "outer")
Radii = Mapping[str, tuple[float, float]]


class Wheel(NamedTuple):
    """The radius of a wheel around (0, 0), and how its rings share it, in any unit.

    `shares` has the thickness of each ring in parts; a ring that is not there leaves its part to
    the others. `texts` has the sizes of each ring's texts.
    """

    radius: float
    shares: Mapping[str, float]
    texts: Mapping[str, Sizes]
    #: the largest and the least radius of an action's dot, and the size of the number in it
    dot: tuple[float, float]
    number: float
    #: between neighbours on a ring
    gap: float
    #: whether everything within says its short name
    brief: bool = False


class Plan(NamedTuple):
    """Inner and outer radius of each ring, who is on it, and the radius of the actions' dots."""

    wheel: Wheel
    radii: Radii
    spokes: tuple[Spoke, ...]
    places: Mapping[str, tuple[Place, ...]]
    dot: float
    crossings: tuple[int, int]

    def sector(self, ring: str, middle: float, width: float) -> Sector:
        """Return a sector of a *ring*."""
        return Sector(*self.radii[ring], middle, width)

    def cell(self, ring: str, place: Place) -> Sector:
        """Return the sector of a *place* on a *ring*."""
        inner, outer = self.radii[ring]
        thick = outer - inner
        low, high = inner + place.low * thick, inner + place.high * thick
        return Sector(low, high, place.middle, place.width)


def planned(
    picture: Picture, wheel: Wheel, outer: Sequence[str], earlier: Mapping[str, Point]
) -> Plan | None:
    """Return what stands where; None when there is nothing of the *outer* kinds asked for."""
    linked = ring_places.links(picture)
    parts = ring_places.groups(picture, outer, linked)
    if outer and "outer" not in parts:
        return None
    rough = wheel.radius * sum(wheel.shares[ring] for ring in _RINGS[:5])
    rough /= sum(wheel.shares.get(ring, 0) for ring in (_RINGS if outer else _RINGS[:-1]))
    found = spokes(picture, rough + wheel.dot[1], 2 * wheel.dot[1] + wheel.gap)
    radii = _radii(picture, wheel, parts, found)
    fixed = ring_places.directions(found)
    before = {key: degrees(atan2(x, -y)) for key, (x, y) in earlier.items()}
    places = ring_places.chosen(parts, linked, fixed, before)
    printed = {ring: ring_places.printed(ring, part) for ring, part in parts.items()}
    ends = _ends(radii, found, fixed)
    was, now = (crossings(_lines(picture, ends | _at(which, radii))) for which in (printed, places))
    places = {ring: ring_places.roomy(row) for ring, row in places.items()}
    return Plan(wheel, radii, found, places, _dot(wheel, radii, found), (was, now))


def _radii(
    picture: Picture, wheel: Wheel, parts: Mapping[str, object], found: Sequence[Spoke]
) -> Radii:
    """Return the inner and the outer radius of every ring that is there."""
    there = {
        "goal": any(item.kind == "FutureImage" for item in picture.items),
        "project": any(spoke.project for spoke in found),
        "measure": any(spoke.measure for spoke in found),
        "action": any(spoke.actions or any(spoke.hidden) for spoke in found),
    } | dict.fromkeys(parts, True)
    # The middle stays free where there is no picture of the future: sectors need room to begin.
    rings = [ring for ring in _RINGS if ring == "goal" or there.get(ring)]
    unit = wheel.radius / sum(wheel.shares[ring] for ring in rings)
    ends = [0.0]
    for ring in rings:
        ends.append(ends[-1] + wheel.shares[ring] * unit)
    return {ring: ends for ring, ends in zip(rings, pairwise(ends), strict=True) if there.get(ring)}


def _dot(wheel: Wheel, radii: Radii, found: Sequence[Spoke]) -> float:
    """Return the largest radius at which the dots of neighbours do not touch."""
    narrowest = min((s.width / len(s.actions) for s in found if s.actions), default=360.0)
    inner = radii.get("action", (0.0, 0.0))[0]
    return max(min(wheel.dot[0], (radians(narrowest) * inner - wheel.gap) / 2), wheel.dot[1] / 4)


def _ends(radii: Radii, found: Sequence[Spoke], fixed: Mapping[str, float]) -> dict[str, Point]:
    """Return where lines to projects, measures and actions end."""
    ring = {}
    for spoke in found:
        for name, item in (("project", spoke.project), ("measure", spoke.measure)):
            if item:
                ring[item.key] = name
        ring |= {action.key: "action" for action in spoke.actions}
    return {key: point(fixed[key], sum(radii[name]) / 2) for key, name in ring.items()}


def _at(places: Mapping[str, Sequence[Place]], radii: Radii) -> dict[str, Point]:
    return {
        place.item.key: point(place.middle, sum(radii[ring]) / 2)
        for ring, row in places.items()
        for place in row
    }


def _lines(picture: Picture, at: Mapping[str, Point]) -> list[tuple[Point, Point]]:
    return [
        (at[line.subject], at[line.object])
        for line in picture.lines
        if line.subject in at and line.object in at and ring_places.counts(line)
    ]
