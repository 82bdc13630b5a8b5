"""What is too much to be named at first sight: boxes as outlines, so that all of them are there."""

from collections.abc import Sequence
from math import sqrt
from typing import Final

from plan_graph.mandala.layout.blocks import Rect
from plan_graph.mandala.layout.boxes import Content
from plan_graph.mandala.scene import Box, Placed

#: The width of a box without names, in heights.
_FLAT: Final = 2.5


def outlines(contents: Sequence[Content], region: Rect) -> list[Placed]:
    """Return boxes in a grid that fills *region*, with a bar for every outcome."""
    left, top, right, bottom = region
    wide, high = right - left, bottom - top
    across = max(1, round(sqrt(len(contents) * wide / max(high, 1) / _FLAT)))
    step = (wide / across, high / -(-len(contents) // across))
    half = (0.46 * step[0], 0.43 * step[1])
    found = []
    for at, content in enumerate(contents):
        x, y = left + (at % across + 0.5) * step[0], top + (at // across + 0.5) * step[1]
        frame = Box(-half[0], -half[1], 2 * half[0], 2 * half[1], 0.2 * half[1], "frame")
        box = (-half[0], -half[1], *half)
        if content.group:
            found.append(Placed(content.group.key, x, y, box, (frame,)))
        pitch = 1.7 * half[1] / len(content.outcomes)
        for down, each in enumerate(content.outcomes):
            bar = Box(-0.8 * half[0], -0.3 * pitch, 1.6 * half[0], 0.6 * pitch, 0, "core")
            level = y + (down + 0.5 - len(content.outcomes) / 2) * pitch
            own = (-0.8 * half[0], -0.3 * pitch, 0.8 * half[0], 0.3 * pitch)
            found.append(Placed(each.item.key, x, level, own, (bar,)))
    return found
