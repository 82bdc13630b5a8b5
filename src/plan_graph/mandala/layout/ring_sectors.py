"""Sectors of a ring, and blocks of rows that fit into them, never standing on their heads.

Directions are degrees clockwise from the top; lengths are in the unit of the caller's scene.
"""

from collections.abc import Sequence
from math import cos, degrees, inf, radians, sin, sqrt
from typing import Final, NamedTuple

from plan_graph.mandala.scene import Path

#: Of each row half its width, and its height, in em.
Rows = Sequence[tuple[float, float]]
Point = tuple[float, float]
_HALF_TURN: Final = 180.0
_FULL: Final = 359.99
#: So close to level a text counts as upright, in degrees.
_LEVEL: Final = 0.3


class Sector(NamedTuple):
    """The part of a ring between two radii, *width* degrees wide around the direction *middle*."""

    inner: float
    outer: float
    middle: float
    width: float

    @property
    def centre(self) -> float:
        """The radius half-way between its borders."""
        return (self.inner + self.outer) / 2

    @property
    def below(self) -> bool:
        """Whether its outer border is the lower one."""
        return cos(radians(self.middle)) < -sin(radians(_LEVEL))


class Space(NamedTuple):
    """What a sector leaves free: its borders after *pad*, and how fast its sides close inwards."""

    low: float
    reach: float
    centre: float
    slope: float
    start: float

    def inwards(self, aside: float) -> float:
        """Return the least distance along the middle at which *aside* to it is still inside."""
        return max(aside * self.slope + self.start, self.low)


def space(sector: Sector, pad: float) -> Space:
    """Return the space in *sector* that is *pad* away from all its borders."""
    half = radians(min(sector.width / 2, 90))
    return Space(
        sector.inner + pad,
        max(sector.outer - pad, 0) ** 2,
        sector.centre,
        cos(half) / sin(half),
        pad / sin(half),
    )


def across(room: Space, rows: Rows, size: float) -> float | None:
    """Return the middle radius of *rows* stacked along the radius, outermost first, if they fit."""
    height = sum([high for _, high in rows]) * size / 2
    low, above, top = room.low + height, inf, height
    for half, high in rows:
        rest = room.reach - (half * size) ** 2
        if rest < 0:
            return None
        above = min(above, sqrt(rest) - top)
        top -= high * size
        low = max(low, half * size * room.slope + room.start - top)
    return min(max(room.centre, low), above) if low <= above else None


def along(room: Space, rows: Rows, size: float) -> float | None:
    """Return the middle radius of *rows* that lie along the radius, if they fit."""
    low, above = 0.0, inf
    top = sum([high for _, high in rows]) * size / 2
    for half, high in rows:
        bottom = top - high * size
        aside = max(top, -bottom)
        rest = room.reach - aside**2
        if rest < 0:
            return None
        above = min(above, sqrt(rest) - half * size)
        low = max(low, room.inwards(aside) + half * size)
        top = bottom
    return min(max(room.centre, low), above) if low <= above else None


def point(direction: float, radius: float) -> Point:
    """Return where the circle of *radius* around (0, 0) is met in a *direction*.

    >>> tuple(round(each) for each in point(90, 10))
    (10, 0)
    """
    angle = radians(direction)
    return radius * sin(angle), -radius * cos(angle)


def upright(turn: float) -> float:
    """Return *turn* or the half turn from it in which no text stands on its head.

    >>> [upright(turn) for turn in (30, 120, 180, 270, -90)]
    [30, -60, 0, 90, 90]
    """
    turn = (turn + 90) % 180 - 90
    return 90 if turn == -90 else turn  # noqa: PLR2004


def outline(sector: Sector, gap: float, away: Point, css: str) -> Path:
    """Return the outline of *sector*, narrower by *gap* with parallel edges, seen from *away*."""
    if sector.width >= _FULL:
        return Path("".join(_circle(r, away) for r in (sector.outer, sector.inner) if r), css)
    (a, b), (c, d) = (_ends(sector, radius, gap) for radius in (sector.outer, sector.inner))
    out, within = sector.outer, sector.inner
    rim = f"A{out:.1f} {out:.1f} 0 {b - a > _HALF_TURN:d} 1 {_told(b, out, away)}"
    back = f"A{within:.1f} {within:.1f} 0 {d - c > _HALF_TURN:d} 0 {_told(c, within, away)}"
    return Path(f"M{_told(a, out, away)}{rim}L{_told(d, within, away)}{back}Z", css)


def _ends(sector: Sector, radius: float, gap: float) -> tuple[float, float]:
    half = sector.width / 2
    half = max(half - degrees(gap / 2 / max(radius, gap, 1e-9)), half / 10)
    return sector.middle - half, sector.middle + half


def _circle(radius: float, away: Point) -> str:
    arc = f"A{radius:.1f} {radius:.1f} 0 1 0"
    top, bottom = _told(0, radius, away), _told(_HALF_TURN, radius, away)
    return f"M{top}{arc} {bottom}{arc} {top}Z"


def _told(direction: float, radius: float, away: Point) -> str:
    x, y = point(direction, radius)
    return f"{x - away[0]:.1f} {y - away[1]:.1f}"
