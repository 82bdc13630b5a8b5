"""The band on top of a view: its title, and what its signs mean, drawn as they are in it."""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from plan_graph.mandala.scene import Box, Canvas, Mark, Room, Text

#: Height of the band, and of a strip below it for signs that have no room in it; the margin.
HEIGHT: Final = 68.0
SIDE: Final = 28.0
#: Between two signs, and the least between the title and the first one, in em of their text.
_BETWEEN: Final = 0.9
_APART: Final = 1.2
#: Between a sign and its text, in em.
_AFTER: Final = 0.35
#: Text of the band is not smaller than this part of what the room asks for.
_LEAST: Final = 0.5


class Sign(NamedTuple):
    """A sign and what it means: *drawn* gives its marks for a middle (x, y) and a size.

    *width* is that of the sign in em of the text; *brief* is said where there is less room.
    """

    said: str
    brief: str = ""
    width: float = 0.0
    drawn: Callable[[float, float, float], Sequence[Mark]] | None = None


def band(
    title: str, signs: Sequence[Sign], canvas: Canvas, room: Room, wide: Callable[[str], float]
) -> tuple[list[Mark], float]:
    """Return the band with *title* and *signs*, and where it ends.

    Signs stand at its right; in a strip below where that is too narrow, in their brief form where
    the strip is too narrow as well, and smaller only after that.
    """
    size = min(room.key, (canvas.width - 2 * SIDE) / max(wide(title), 1.0))
    marks: list[Mark] = [
        Box(0, 0, canvas.width, HEIGHT, 0, "band"),
        Text(SIDE, HEIGHT / 2 + size * 0.36, size, title, "name"),
    ]
    if not signs:
        return marks, HEIGHT
    other = room.other
    beside = canvas.width - 2 * SIDE - wide(title) * size - _APART * other
    below = canvas.width - 2 * SIDE
    briefly = [each._replace(said=each.brief or each.said) for each in signs]
    told = signs if _width(signs, wide) * other <= below else briefly
    taken = _width(told, wide) * other
    if taken <= beside:
        at = canvas.width - SIDE - taken
        return [*marks, *_drawn(told, at, HEIGHT / 2, other, wide)], HEIGHT
    small = max(min(other, below / _width(told, wide)), other * _LEAST)
    strip = small * 1.7
    marks.append(Box(0, HEIGHT, canvas.width, strip, 0, "sky"))
    return [*marks, *_drawn(told, SIDE, HEIGHT + strip / 2, small, wide)], HEIGHT + strip


def _width(signs: Sequence[Sign], wide: Callable[[str], float]) -> float:
    """Return in em how wide all *signs* are."""
    taken = sum(each.width + _AFTER * bool(each.width) + wide(each.said) for each in signs)
    return _BETWEEN * (len(signs) - 1) + taken


def _drawn(
    signs: Sequence[Sign], x: float, y: float, size: float, wide: Callable[[str], float]
) -> list[Mark]:
    marks: list[Mark] = []
    for each in signs:
        if each.drawn:
            marks += each.drawn(x + each.width * size / 2, y, size)
            x += (each.width + _AFTER) * size
        marks.append(Text(x, y + size * 0.36, size, each.said, "label caption aside"))
        x += (wide(each.said) + _BETWEEN) * size
    return marks
