"""Projects, measures and actions around a circle: clockwise as numbered, the largest at the bottom.

What cannot be told apart any more is collapsed: a measure of 300 actions says how many it has.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import groupby
from math import radians
from typing import Final, NamedTuple

from plan_graph.mandala.picture import Item, Picture

#: Degrees left free after a project, and after a measure inside a project.
_PROJECT_GAP: Final = 5.0
_MEASURE_GAP: Final = 1.4
#: The part of the circle that gaps may take at most.
_MOST_GAPS: Final = 0.2
#: How many actions' room a measure has at least, and one that is collapsed.
_LEAST: Final = 2.5
_COLLAPSED: Final = 3.0


class Spoke(NamedTuple):
    """A measure with its actions, or the actions of a project that belong to no measure.

    `start` and `width` are degrees; `hidden` tells how many measures and actions are not shown
    one by one.
    """

    project: Item | None
    measure: Item | None
    actions: tuple[Item, ...]
    hidden: tuple[int, int] = (0, 0)
    start: float = 0.0
    width: float = 0.0

    @property
    def middle(self) -> float:
        """The direction of its middle."""
        return self.start + self.width / 2

    def place(self, at: int) -> float:
        """Return the direction of its action number *at*, counted from 0."""
        return self.start + self.width * (at + 0.5) / len(self.actions)


def spokes(picture: Picture, radius: float, pitch: float) -> tuple[Spoke, ...]:
    """Return the spokes of *picture*, in places where *radius* leaves *pitch* to every action.

    Where it does not, the measures with most actions are collapsed; and where not even half of it
    is left to a part of them, the projects with most measures.
    """
    found = _read(picture)
    while found and not _enough(found, radius, pitch):
        most = max(found, key=lambda spoke: len(spoke.actions))
        if len(most.actions) <= _COLLAPSED:
            break
        at = found.index(most)
        found[at] = most._replace(actions=(), hidden=(0, len(most.actions)))
    while found and not _enough(found, radius, pitch / 2):
        longest = max(by_project(found), key=len)
        if len(longest) == 1:
            break
        at = found.index(longest[0])
        measures = sum(spoke.measure is not None for spoke in longest)
        actions = sum(len(spoke.actions) + spoke.hidden[1] for spoke in longest)
        found[at : at + len(longest)] = [Spoke(longest[0].project, None, (), (measures, actions))]
    return _turned(found)


def _read(picture: Picture) -> list[Spoke]:
    of: dict[str, list[Item]] = defaultdict(list)
    for item in picture.items:
        of[item.kind].append(item)
    projects = {item.key: item for item in of["Project"]}
    measures = {item.key for item in of["Measure"]}
    inside: dict[str, list[Item]] = defaultdict(list)
    loose: dict[str, list[Item]] = defaultdict(list)
    for action in of["Action"]:
        if action.parent in measures:
            inside[action.parent].append(action)
        else:
            loose[action.project if action.project in projects else ""].append(action)
    found: list[Spoke] = []
    for project in (*projects.values(), None):
        key = project.key if project else ""
        mine = [m for m in of["Measure"] if (m.project if m.project in projects else "") == key]
        found += [Spoke(project, measure, tuple(inside[measure.key])) for measure in mine]
        if loose[key] or (project and not mine):
            found.append(Spoke(project, None, tuple(loose[key])))
    return found


def _units(spoke: Spoke) -> float:
    if any(spoke.hidden):
        return _COLLAPSED
    return max(len(spoke.actions), _LEAST if spoke.measure or not spoke.actions else 1)


def _gaps(found: Sequence[Spoke]) -> list[float]:
    """Return the degrees left free after each spoke."""
    following = (*found[1:], found[0])
    gaps = [
        _PROJECT_GAP if one.project != other.project or len(found) == 1 else _MEASURE_GAP
        for one, other in zip(found, following, strict=True)
    ]
    if found[0].project == found[-1].project:
        gaps[-1] = _PROJECT_GAP
    narrow = min(1.0, 360 * _MOST_GAPS / sum(gaps))
    return [gap * narrow for gap in gaps]


def _unit(found: Sequence[Spoke]) -> float:
    """Return the degrees of one action."""
    return (360 - sum(_gaps(found))) / sum(map(_units, found))


def _enough(found: Sequence[Spoke], radius: float, pitch: float) -> bool:
    return radians(_unit(found)) * radius >= pitch


def _turned(found: Sequence[Spoke]) -> tuple[Spoke, ...]:
    """Return *found* in their places: the middle of the largest project is at the bottom."""
    if not found:
        return ()
    unit, start = _unit(found), 0.0
    placed: list[Spoke] = []
    for spoke, gap in zip(found, _gaps(found), strict=True):
        placed.append(spoke._replace(start=start, width=_units(spoke) * unit))
        start += placed[-1].width + gap
    largest = max(by_project(placed), key=lambda each: sum(spoke.width for spoke in each))
    first, last = largest[0], largest[-1]
    shift = 180 - (first.start + last.start + last.width) / 2
    return tuple(spoke._replace(start=spoke.start + shift) for spoke in placed)


def by_project(found: Sequence[Spoke]) -> list[tuple[Spoke, ...]]:
    """Return the spokes of each project together."""
    keyed = groupby(found, key=lambda spoke: spoke.project.key if spoke.project else "")
    return [tuple(spokes) for _, spokes in keyed]
