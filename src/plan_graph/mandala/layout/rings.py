"""The rings arrangement: from the picture of the future outwards to the issues of the region.

One more layer at a time lies around them: people, places and resources, departments, or SDGs.
"""

from collections.abc import Mapping
from functools import lru_cache
from math import sqrt
from typing import Final

from plan_graph.mandala.layout.ring_legend import column, ring_names
from plan_graph.mandala.layout.ring_marks import drawn, ground
from plan_graph.mandala.layout.ring_plan import Plan, Wheel, planned
from plan_graph.mandala.layout.ring_sayings import Sizes
from plan_graph.mandala.layout.ring_sectors import Point
from plan_graph.mandala.picture import Picture
from plan_graph.mandala.scene import FOOTER, Box, Canvas, Placed, Scene

#: The outer layer of each scene, by the end of its name: which kinds lie there.
_LAYERS: Final = {
    "": (),
    "-people": ("Actor", "Place", "Resource"),
    "-departments": ("Department",),
    "-sdgs": ("Goal",),
}
OUTER: Final = tuple(_LAYERS)
#: Free around the wheel, in pixels.
_MARGIN: Final = 6.0
#: Where the names of the rings stand in the lower left corner, and their size.
_CORNER: Final = 24.0
_KEY: Final = 18.0
#: Text of 16 pixels wherever it fits.
_SIZES: Final = {
    "goal": Sizes(22, 16, 12, 4),
    "vision": Sizes(20, 16, 12, 2),
    "outcome": Sizes(19, 16, 12, 2),
    "project": Sizes(19, 16, 12, 0),
    "measure": Sizes(18, 16, 12, 2),
    "action": Sizes(18, 16, 12, 2),
    "issue": Sizes(22, 16, 12, 2),
    "outer": Sizes(17, 16, 12, 2),
}
#: How the rings share the radius: alone, and within an outer layer, when their names are short.
_ALONE: Final = {
    "goal": 88, "vision": 80, "outcome": 89, "project": 24, "measure": 65, "action": 133,
    "issue": 33,
}  # fmt: skip
_WITHIN: Final = {
    "goal": 55, "vision": 63, "outcome": 74, "project": 22, "measure": 57, "action": 132,
    "issue": 29, "outer": 77,
}  # fmt: skip


def rings(
    picture: Picture,
    canvas: Canvas,
    outer: str,
    earlier: Mapping[str, Point] | None = None,
) -> Scene | None:
    """Return *picture* in rings with the layer *outer* of OUTER around; None if it has none.

    What stood in a place of *earlier* keeps its order.
    """
    height = canvas.height - FOOTER
    x, y = canvas.width / 2, height / 2
    before = tuple((key, (a - x, b - y)) for key, (a, b) in sorted((earlier or {}).items()))
    found = _arranged(picture, outer, height, before)
    if found is None:
        return None
    plan, items = found
    paper = Box(0, 0, canvas.width, canvas.height, 0, "paper")
    placed = tuple(Placed(item.key, item.x + x, item.y + y, item.box, item.marks) for item in items)
    name = f"rings{outer}/{canvas.name}"

    def beside(level: float) -> float:
        """Return how much room there is in the corner left of the wheel, below a *level*."""
        down = min(max(level - y, 0), y - _MARGIN)
        return x - sqrt((y - _MARGIN) ** 2 - down**2) - _CORNER - _MARGIN

    key = column(ring_names(picture, plan), _CORNER, height - _CORNER, _KEY, beside)
    below = (paper, *ground(picture, plan, x, y), *key)
    return Scene(name, canvas.width, canvas.height, below, placed, plan.crossings)


@lru_cache(maxsize=8)
def _arranged(
    picture: Picture, outer: str, height: float, earlier: tuple[tuple[str, Point], ...]
) -> tuple[Plan, tuple[Placed, ...]] | None:
    """Return the plan and the items around (0, 0): the same on every canvas of one *height*."""
    shares = _WITHIN if outer else _ALONE
    radius = height / 2 - _MARGIN
    wheel = Wheel(radius, shares, _SIZES, (13, 8), 16, 1.5, brief=bool(outer))
    plan = planned(picture, wheel, _LAYERS[outer], dict(earlier))
    return (plan, drawn(picture, plan)) if plan else None
