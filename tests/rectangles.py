"""Where the texts of a scene lie, as turned rectangles, and which of them overlap."""

from itertools import combinations
from math import cos, radians, sin

from plan_graph.mandala import fonts
from plan_graph.mandala.scene import Text

#: How far letters reach above and below their base line, in em.
ABOVE, BELOW = 0.86, 0.1


def texts(scene):
    """Return every text of *scene* with the key of its item and its place on the canvas."""
    found = [("", 0, 0, mark) for mark in scene.ground]
    found += [(item.key, item.x, item.y, mark) for item in scene.placed for mark in item.marks]
    return [(key, x, y, mark) for key, x, y, mark in found if isinstance(mark, Text)]


def corners(x, y, text):
    """Return the corners of the rectangle that *text* fills."""
    wide = fonts.measure()(text.text) * text.size
    left = {"start": 0, "middle": -wide / 2, "end": -wide}[text.anchor]
    turn = radians(text.turn)
    return [
        (
            x + text.x + across * cos(turn) - down * sin(turn),
            y + text.y + across * sin(turn) + down * cos(turn),
        )
        for across, down in (
            (left, -ABOVE * text.size),
            (left + wide, -ABOVE * text.size),
            (left + wide, BELOW * text.size),
            (left, BELOW * text.size),
        )
    ]


def overlaps(scene, slack):
    """Return the pairs of texts that overlap by more than *slack*."""
    found = [(key, mark.text, corners(x, y, mark)) for key, x, y, mark in texts(scene)]
    return [
        (one[:2], other[:2])
        for one, other in combinations(found, 2)
        if not apart(one[2], other[2], slack)
    ]


def apart(one, other, slack):
    """Tell whether a line lies between two rectangles, or they overlap by less than *slack*."""
    for a, b in ((one, other), (other, one)):
        for (ax, ay), (bx, by) in ((a[0], a[1]), (a[1], a[2])):
            length = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5
            if length == 0:
                return True
            x, y = (bx - ax) / length, (by - ay) / length
            mine = [x * px + y * py for px, py in a]
            theirs = [x * px + y * py for px, py in b]
            if max(mine) - slack <= min(theirs) or max(theirs) - slack <= min(mine):
                return True
    return False


def reach(scene):
    """Return the least and the greatest place of any text: left, top, right, bottom."""
    ends = [corner for key, x, y, mark in texts(scene) for corner in corners(x, y, mark)]
    across, down = zip(*ends, strict=True)
    return min(across), min(down), max(across), max(down)
