"""Along the rim of the plan: a dot with its number for every action, and its name behind it."""

from collections.abc import Iterator, Sequence
from math import cos, radians, sin, sqrt
from typing import NamedTuple

from plan_graph.mandala.fonts import measure
from plan_graph.mandala.layout import lines
from plan_graph.mandala.layout.ring_blocks import BASE, FINE, LEADING
from plan_graph.mandala.layout.ring_breaks import breaks
from plan_graph.mandala.layout.ring_sayings import Sizes
from plan_graph.mandala.layout.ring_sectors import Sector, point, space, upright
from plan_graph.mandala.scene import Disc, Mark, Placed, Text


class Tip(NamedTuple):
    """What stands on a radius: a number in a dot if it has one, and a name."""

    key: str
    mark: str
    name: str
    sector: Sector
    css: str


class Dots(NamedTuple):
    """How dots are drawn: their radius, the size of their numbers, and the room around them."""

    radius: float
    number: float
    gap: float


def tips(found: Sequence[Tip], sizes: Sizes, dots: Dots) -> Iterator[Placed]:
    """Yield every tip in its place; the names are of one size where that can be."""
    for size in sizes.down(sizes.most, sizes.usual):
        said = [_said(tip, size, sizes.pad, dots) for tip in found]
        if None not in said:
            for tip, told in zip(found, said, strict=True):
                yield _placed(tip, told or (), size, dots)
            return
    tried = [_somehow(tip, sizes, dots) for tip in found]
    calm = sizes.calm(size for _, size in tried)
    for tip, (told, size) in zip(found, tried, strict=True):
        again = _said(tip, calm, sizes.pad, dots) if size > calm else None
        yield _placed(tip, again or told, min(size, calm), dots)


def _somehow(tip: Tip, sizes: Sizes, dots: Dots) -> tuple[tuple[str, ...], float]:
    """Return the name in smaller letters, or as much of it as fits in the smallest."""
    for size in sizes.down(sizes.usual, sizes.least):
        if (said := _said(tip, size, sizes.pad, dots)) is not None:
            return said, size
    for most in (3, 2, 1):
        height = ((most - 1) * LEADING + 1) * sizes.least
        width = _end(tip.sector, height, sizes.pad) - _start(tip, dots)
        said = lines.shortened(tip.name, max(width, 0) / sizes.least, most, measure())
        if said and _fits(tip, list(map(measure(), said)), sizes.least, sizes.pad, dots):
            return said, sizes.least
    return (), sizes.least


def _start(tip: Tip, dots: Dots) -> float:
    """Return the radius at which the name begins."""
    return tip.sector.inner + dots.gap + (2 * dots.radius + dots.gap if tip.mark else 0)


def _end(sector: Sector, height: float, pad: float) -> float:
    """Return the radius at which lines of *height* in all must end."""
    return sqrt(max((sector.outer - pad) ** 2 - (height / 2) ** 2, 0))


def _said(tip: Tip, size: float, pad: float, dots: Dots) -> tuple[str, ...] | None:
    fitting = (each for each in breaks(tip.name) if _fits(tip, each.widths, size, pad, dots))
    return next((each.lines for each in fitting), None)


def _fits(tip: Tip, widths: Sequence[float], size: float, pad: float, dots: Dots) -> bool:
    height = ((len(widths) - 1) * LEADING + 1) * size
    start = _start(tip, dots)
    tight = space(tip.sector, pad / 2).inwards(height / 2) > start
    return not tight and start + max(widths, default=0) * size <= _end(tip.sector, height, pad)


def _placed(tip: Tip, said: Sequence[str], size: float, dots: Dots) -> Placed:
    """Return the dot in its place, with the lines *said* on its radius."""
    middle = point(tip.sector.middle, tip.sector.inner + dots.gap + dots.radius)
    drawn: list[Mark] = []
    if tip.mark:
        number = min(dots.number, 1.7 * dots.radius / max(measure()(tip.mark), 0.1))
        css = f"dot {tip.css} fine" if 2 * dots.radius < FINE else f"dot {tip.css}"
        drawn.append(Disc(0, 0, dots.radius, css))
        drawn.append(Text(0, BASE * number, number, tip.mark, "name", "middle"))
    turn = upright(tip.sector.middle - 90)
    outwards = cos(radians(turn - tip.sector.middle + 90)) > 0
    start = point(tip.sector.middle, _start(tip, dots))
    angle = radians(turn)
    for at, line in enumerate(said):
        down = (at - (len(said) - 1) / 2) * size * LEADING + BASE * size
        x = start[0] - middle[0] - down * sin(angle)
        y = start[1] - middle[1] + down * cos(angle)
        drawn.append(Text(x, y, size, line, "label", "start" if outwards else "end", turn))
    r = dots.radius
    return Placed(tip.key, *middle, (-r, -r, r, r), tuple(drawn))
