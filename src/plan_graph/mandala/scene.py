"""A scene: one arrangement of the picture as plain marks, ready for any pen.

Lengths are pixels of the scene's own canvas (a screen of 1080 lines) or, on paper, millimetres.
Every mark of a placed item is relative to the item's own place, so that an item can move whole.
`css` names the classes of `theme`; `turn` is in degrees, clockwise. Marks are named tuples, as is
what they are laid out with: a page makes them by the ten thousand.
"""

from dataclasses import dataclass
from typing import NamedTuple


class Disc(NamedTuple):
    """A disc around (x, y)."""

    x: float
    y: float
    r: float
    css: str


class Box(NamedTuple):
    """A rectangle with its corner at (x, y) and corners rounded by *round*."""

    x: float
    y: float
    w: float
    h: float
    round: float
    css: str


class Path(NamedTuple):
    """A path in the syntax of SVG."""

    d: str
    css: str


class Text(NamedTuple):
    """One line of text: *anchor* is start, middle or end; (x, y) is on its base line."""

    x: float
    y: float
    size: float
    text: str
    css: str
    anchor: str = "start"
    turn: float = 0.0


Mark = Disc | Box | Path | Text


class Placed(NamedTuple):
    """An item of the picture in its place; one that stands in several places is placed as often.

    *key* is the item's key in the picture; `box` is (left, top, right, bottom) relative to (x, y):
    where lines to it end and what focus frames.
    """

    key: str
    x: float
    y: float
    box: tuple[float, float, float, float]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """One arrangement: its canvas, what lies below, and every placed item in reading order.

    `crossings` counts how often straight lines between what is linked would cross: in the order of
    the documents, and in the order chosen.
    """

    name: str
    width: float
    height: float
    ground: tuple[Mark, ...]
    placed: tuple[Placed, ...]
    crossings: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Room:
    """How large text is, in pixels at 1080 lines: names, other text, and the numbers of actions."""

    name: str
    key: float
    other: float
    number: float
    #: which more names are shown: of measures, and of actions
    measures: bool
    actions: bool


#: One character is about 1/200 of the viewing distance: the last row of a hall, a room, a desk.
ROOMS = (
    Room("large", 40, 32, 34, measures=False, actions=False),
    Room("medium", 32, 22, 28, measures=True, actions=False),
    Room("small", 26, 16, 20, measures=True, actions=True),
)


@dataclass(frozen=True, slots=True)
class Canvas:
    """The proportions of a screen, in pixels at 1080 lines."""

    name: str
    width: float
    height: float


#: 16:9 and wider; everything narrower.
CANVASES = (Canvas("wide", 1920, 1080), Canvas("tall", 1440, 1080))
#: The last lines of every canvas are left to the footer and the controls.
FOOTER = 50.0
