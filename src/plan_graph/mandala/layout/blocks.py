"""Names set in lines at a size, and the small signs that stand beside them.

Sizes are pixels at 1080 lines. A block lies with its upper left corner where its caller puts it.
"""

import unicodedata
from collections.abc import Callable, Iterable
from math import hypot
from typing import Final, NamedTuple

from plan_graph.mandala.layout import lines
from plan_graph.mandala.picture import Tag
from plan_graph.mandala.scene import Box, Disc, Mark, Room, Text
from plan_graph.mandala.theme import ASPECTS

#: Left, top, right, bottom.
Rect = tuple[float, float, float, float]
#: How far text may shrink, and by which steps, where nothing else fits.
STEPS: Final = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6)
#: From one line to the next, and from the middle of a line down to its base line, in em.
LEAD: Final = 1.2
BASE: Final = 0.36
#: What a square leaves for its letters, as a part of its width.
INSIDE: Final = 0.88
#: Half the height of a digit in em, and how far its corners may be from the middle, in radii.
_DIGIT, _CORNERS = 0.38, 1.05


class Sheet(NamedTuple):
    """What everything on one canvas is set by; nothing stands below *floor*."""

    width: float
    floor: float
    room: Room
    lang: str
    #: width of a text in em
    measure: Callable[[str], float]

    @property
    def margin(self) -> float:
        """Free space at the left and right edges, in pixels."""
        return self.width / 80


class Block(NamedTuple):
    """Lines of one size; *width* in pixels, *lead* in em."""

    lines: tuple[str, ...]
    size: float
    width: float
    lead: float = LEAD

    @property
    def height(self) -> float:
        """From the top of the first line to the bottom of the last, in pixels."""
        return len(self.lines) * self.lead * self.size


def block(sheet: Sheet, text: str, size: float, count: int, lead: float = LEAD) -> Block | None:
    """Return *text* in exactly *count* lines, broken at phrases; None if it has not so many."""
    even = lines.even(text, count, sheet.measure)
    return Block(even[0], size, even[1] * size, lead) if even else None


def fitted(sheet: Sheet, text: str, size: float, width: float, most: int) -> Block | None:
    """Return *text* in the fewest lines that *width* allows; None if that is more than *most*."""
    for count in range(1, most + 1):
        found = block(sheet, text, size, count)
        if found and found.width <= width:
            return found
    return None


def forced(sheet: Sheet, text: str, size: float, width: float, most: int) -> Block:
    """Return *text* in at most *most* lines, broken between letters and shortened if it must be."""
    found = fitted(sheet, text, size, width, most)
    if found:
        return found
    kept = lines.shortened(text, width / size, most, sheet.measure)
    return Block(kept, size, max((sheet.measure(line) for line in kept), default=0) * size)


def texts(
    set_in: Block, x: float, y: float, css: str = "name", anchor: str = "start"
) -> tuple[Text, ...]:
    """Return the lines of a block whose upper edge is at *y*; *x* is where *anchor* says."""
    step = set_in.lead * set_in.size
    return tuple(
        Text(x, y + (at + 0.5) * step + BASE * set_in.size, set_in.size, line, css, anchor)
        for at, line in enumerate(set_in.lines)
    )


def digits(mark: str) -> str:
    """Return a printed number in plain digits.

    >>> digits("②"), digits("2-4")
    ('2', '2-4')
    """
    return unicodedata.normalize("NFKC", mark)


def inside(sheet: Sheet, text: str, size: float, width: float) -> float:
    """Return the size, at most *size*, at which *text* fits into a badge that is *width* wide."""
    return min(size, INSIDE * width / max(sheet.measure(text), 0.5))


def on_disc(sheet: Sheet, text: str, size: float, r: float) -> float:
    """Return the size, at most *size*, at which a number stands on a disc, its corners on the edge.

    So the numbers of discs that do not touch each other do not touch each other either.
    """
    return min(size, _CORNERS * r / hypot(sheet.measure(text) / 2, _DIGIT))


def badge(sheet: Sheet, at: tuple[float, float], r: float, mark: str, css: str) -> tuple[Mark, ...]:
    """Return the disc of a vision with its number."""
    text = digits(mark)
    size = on_disc(sheet, text, 1.72 * r, r)
    on = "name" if "unsure" in css else "name on-accent"
    said = (Text(at[0], at[1] + BASE * size, size, text, on, "middle"),) if text else ()
    return Disc(*at, r, css), *said


def tag(sheet: Sheet, at: tuple[float, float], side: float, each: Tag) -> tuple[Mark, ...]:
    """Return the letter of an aspect in its square, whose upper left corner is *at*."""
    aspect = ASPECTS.get(each.aspect, "none")
    x, y = at
    css = f"tag {aspect}" if each.certain else f"tag {aspect} unsure"
    size = inside(sheet, each.letter, 0.79 * side, side)
    on = f"name on-{aspect}" if each.certain else "label"
    return (
        Box(x, y, side, side, 0.14 * side, css),
        Text(x + side / 2, y + side / 2 + BASE * size, size, each.letter, on, "middle"),
    )


def covered(sheet: Sheet, text: Text) -> Rect:
    """Return what an upright text covers, a little more than it is high."""
    width = sheet.measure(text.text) * text.size
    left = text.x - {"start": 0, "middle": width / 2, "end": width}[text.anchor]
    middle = text.y - BASE * text.size
    return (left, middle - 0.55 * text.size, left + width, middle + 0.55 * text.size)


def apart(rects: Iterable[Rect], gap: float) -> bool:
    """Say whether no two of *rects* come nearer to each other than *gap*."""
    known: list[Rect] = []
    for one in rects:
        left, top, right, bottom = (one[0] - gap, one[1] - gap, one[2] + gap, one[3] + gap)
        if any(o[0] < right and o[2] > left and o[1] < bottom and o[3] > top for o in known):
            return False
        known.append(one)
    return True
