"""The wheel of the plan: projects as sectors, measures as arcs, actions as dots; its directions.

Each dot has the same share of the wheel, so that sectors stand in proportion to their actions. The
numbers run clockwise and the largest sector lies at the bottom. Where dots would be too small for
their numbers they are counted: the largest measures first, then whole projects. Directions are
degrees clockwise from the top, lengths pixels at 1080 lines.
"""

from collections.abc import Iterator, Sequence
from math import cos, radians, sin
from typing import Final, NamedTuple

from plan_graph.mandala.layout.blocks import STEPS, Sheet
from plan_graph.mandala.picture import Item, Picture
from plan_graph.mandala.theme import ASPECTS

Point = tuple[float, float]

#: Between projects, between measures, and what all gaps together may take, in degrees.
_PROJECTS, _MEASURES, _GAPS = 7.0, 2.2, 72.0
#: More measures than these are shown by their projects alone.
_MOST_MEASURES: Final = 60
#: The share of a count, in dots.
_COUNT: Final = 2.0
#: The radius of a dot, at best and at least, as parts of the size of its number.
DOT, _DOT = 0.7, 0.605
#: Between two dots, with the pens that draw them.
_BETWEEN: Final = 4.0


class Slice(NamedTuple):
    """A measure, or none, and its actions between two directions; *counted* instead of dotted."""

    measure: Item | None
    actions: tuple[Item, ...]
    counted: bool = False
    start: float = 0.0
    end: float = 0.0

    @property
    def units(self) -> float:
        """The share of the wheel, in dots."""
        return _COUNT if self.counted else max(len(self.actions), 1)

    @property
    def middle(self) -> float:
        """Its direction."""
        return (self.start + self.end) / 2

    def dots(self) -> Iterator[tuple[Item, float]]:
        """Yield each action that has a dot, with its direction."""
        share = (self.end - self.start) / self.units
        for at, action in enumerate(() if self.counted else self.actions):
            yield action, self.start + (at + 0.5) * share


class Sector(NamedTuple):
    """A project, or none, with its slices."""

    project: Item | None
    slices: tuple[Slice, ...]

    @property
    def aspect(self) -> str:
        """The class of its first aspect."""
        tags = self.project.tags if self.project else ()
        return ASPECTS.get(tags[0].aspect, "none") if tags else "none"

    @property
    def start(self) -> float:
        """The direction in which it begins."""
        return self.slices[0].start

    @property
    def end(self) -> float:
        """The direction in which it ends."""
        return self.slices[-1].end

    @property
    def units(self) -> float:
        """The share of the wheel, in dots."""
        return sum(each.units for each in self.slices)


class Rings(NamedTuple):
    """The radii of the wheel from its core outwards; *names* is where those of actions lie."""

    core: float
    dots: float
    #: of a single dot
    dot: float
    #: begin and end; no names where they are equal
    names: tuple[float, float]
    arc: float
    rim: float


def sectors(picture: Picture) -> tuple[Sector, ...]:
    """Return the projects of *picture* with their measures and actions, in its order.

    What belongs to no project stands in a sector of its own, after the others.
    """
    items = {item.key: item for item in picture.items}
    parts: dict[str, dict[str, list[Item]]] = {
        item.key: {} for item in picture.items if item.kind == "Project"
    }
    for item in picture.items:
        if item.kind == "Measure":
            parts.setdefault(item.project if item.project in parts else "", {})[item.key] = []
    measures = {key: project for project, of in parts.items() for key in of}
    for item in picture.items:
        if item.kind == "Action":
            measure = item.parent if item.parent in measures else ""
            project = measures.get(measure, item.project if item.project in parts else "")
            parts.setdefault(project, {}).setdefault(measure, []).append(item)
    return tuple(
        Sector(
            items.get(project),
            tuple(Slice(items.get(key), tuple(of)) for key, of in slices.items())
            or (Slice(None, ()),),
        )
        for project, slices in parts.items()
    )


def turned(every: Sequence[Sector]) -> tuple[Sector, ...]:
    """Return *every* sector with its directions, the largest around the bottom."""
    if not every:
        return ()
    gaps = len(every) * _PROJECTS + sum(len(each.slices) - 1 for each in every) * _MEASURES
    tight = min(1.0, _GAPS / gaps)
    unit = (360 - gaps * tight) / sum(each.units for each in every)
    found, start = [], 0.0
    for sector in every:
        slices = []
        for each in sector.slices:
            end = start + each.units * unit
            slices.append(each._replace(start=start, end=end))
            start = end + _MEASURES * tight
        found.append(sector._replace(slices=tuple(slices)))
        start += (_PROJECTS - _MEASURES) * tight
    largest = max(found, key=lambda sector: (round(sector.end - sector.start, 6), sector.start))
    by = 180 - (largest.start + largest.end) / 2
    return tuple(
        s._replace(slices=tuple(e._replace(start=e.start + by, end=e.end + by) for e in s.slices))
        for s in found
    )


def share(every: Sequence[Sector]) -> float:
    """Return the degrees that one dot has in sectors that are turned."""
    dots = ((each.end - each.start) / each.units for sector in every for each in sector.slices)
    return min(dots, default=360)


def least(sheet: Sheet, every: Sequence[Sector], scale: float = 1.0) -> float:
    """Return the least radius on which dots stand, their numbers at *scale*, and touch nowhere."""
    if not every:
        return 0
    return (2 * _DOT * scale * sheet.room.number + _BETWEEN) / radians(share(every))


def legible(sheet: Sheet, every: Sequence[Sector], radius: float) -> tuple[Sector, ...]:
    """Return the sectors turned, with counts where dots on the *radius* would be too small."""
    if sum(len(sector.slices) for sector in every) > _MOST_MEASURES:
        every = [_whole(sector) for sector in every]
    found = turned(every)
    while least(sheet, found, STEPS[-1]) > radius:
        most = max(
            (len(each.actions) for s in found for each in s.slices if not each.counted), default=0
        )
        if most > _COUNT:
            found = turned([_counted(sector, most) for sector in found])
        elif any(len(sector.slices) > 1 for sector in found):
            found = turned([_whole(sector) for sector in found])
        else:
            break
    return found


def _counted(sector: Sector, most: int) -> Sector:
    slices = (each._replace(counted=len(each.actions) >= most) for each in sector.slices)
    return sector._replace(slices=tuple(slices))


def _whole(sector: Sector) -> Sector:
    actions = tuple(action for each in sector.slices for action in each.actions)
    return sector._replace(slices=(Slice(None, actions, counted=bool(actions)),))


def needed(sheet: Sheet, every: Sequence[Sector]) -> float:
    """Return the radius of the wheel whose dots have their numbers at full size; 0 without any."""
    if not every:
        return 0
    out, _, _ = _inside(sheet, 0, 0)
    return least(sheet, every) + _DOT * sheet.room.number - out


def outermost(sheet: Sheet, rim: float, names: float) -> float:
    """Return the radius of the smallest dots in a wheel up to the radius *rim*."""
    return _inside(sheet, rim, names)[0] - _DOT * STEPS[-1] * sheet.room.number


def rings(sheet: Sheet, every: Sequence[Sector], rim: float, names: float) -> Rings:
    """Return the rings of a wheel of turned sectors; names of actions are *names* long."""
    out, arc, outer = _inside(sheet, rim, names)
    # On its radius a dot has its share of the circle; the larger the dot, the smaller the radius.
    part = radians(share(every))
    dot = max(min(DOT * sheet.room.number, (out * part - _BETWEEN) / (2 + part)), 1)
    core = min(0.265 * rim, 0.38 * (out - 2 * dot))
    return Rings(core, out - dot, dot, (outer - names, outer), arc, rim)


def _inside(sheet: Sheet, rim: float, names: float) -> tuple[float, float, float]:
    """Return where dots end, where arcs begin, and where names of actions end."""
    number = sheet.room.number
    arc = rim - 0.47 * number
    gap = (0.3 if names else 0.15) * number
    return arc - gap - (names + gap if names else 0), arc, arc - gap


def spot(direction: float, radius: float, seen: Point = (0, 0)) -> Point:
    """Return where the circle of *radius* around (0, 0) is met in a *direction*, as *seen* from.

    >>> tuple(round(each) for each in spot(90, 10))
    (10, 0)
    """
    angle = radians(direction)
    return radius * sin(angle) - seen[0], -radius * cos(angle) - seen[1]
