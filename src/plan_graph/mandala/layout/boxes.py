"""The boxes of outcomes in two columns beside the wheel. Pixels at 1080 lines."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Final, NamedTuple

from plan_graph.mandala.layout import lines
from plan_graph.mandala.layout.blocks import Block, Sheet, badge, block, forced, tag, texts
from plan_graph.mandala.picture import Item, Tag
from plan_graph.mandala.scene import Box, Mark, Placed

#: Lines of a name, at most.
_LINES: Final = 4
#: The side of a tag, from one tag to the next, from one chip to the next and the gap before them,
#: beside the text, and between tags and text, in em.
_TAG, _NEXT_TAG, _CHIP, _BEFORE, _ASIDE, _BESIDE = 1.28, 1.38, 1.22, 0.22, 0.34, 0.3
#: As far, in em, tags stand out beyond the text of a box without.
_OUT: Final = 0.06
#: Between boxes at most, in em.
_APART: Final = 1.6
#: Shortened names are at least so long, in em.
_SHORTEST: Final = 4.0


class Outcome(NamedTuple):
    """An outcome and the visions it serves: their numbers, and whether that is certain."""

    item: Item
    chips: tuple[tuple[str, bool], ...]


class Content(NamedTuple):
    """What stands in one box; an outcome of no group has a box of its own."""

    key: str
    group: Item | None
    outcomes: tuple[Outcome, ...]
    tags: tuple[Tag, ...]

    @property
    def aside(self) -> float:
        """What the box leaves free beside its names, in em."""
        return 2 * _ASIDE + (_TAG - _OUT + _BESIDE if self.tags else 0)


class Spacing(NamedTuple):
    """How tightly boxes are set, in em: lines, between outcomes, inside, and between boxes."""

    lead: float
    between: float
    inside: float
    apart: float


SPACINGS: Final = (
    Spacing(1.25, 0.25, 0.45, 0.6),
    Spacing(1.16, 0.14, 0.3, 0.3),
    Spacing(1.1, 0.06, 0.2, 0.2),
)


class Setting(NamedTuple):
    """How all boxes are set: size of the text, width, spacing.

    A crowd of them stands several *across*; *cut* shortens what does not fit.
    """

    size: float
    width: float
    spacing: Spacing
    across: int = 1
    cut: bool = False

    @property
    def gap(self) -> float:
        """Between boxes at least, in pixels."""
        return self.spacing.apart * self.size

    @property
    def whole(self) -> float:
        """The width of a side, in pixels."""
        return self.across * (self.width + self.gap) - self.gap


class Span(NamedTuple):
    """The top and bottom of a side, and the level that its boxes stand around if they can."""

    top: float
    bottom: float
    level: float


class Spot(NamedTuple):
    """Where a box stands: from the left of its side, its top, its height."""

    x: float
    y: float
    height: float


class _Way(NamedTuple):
    """A name in *lines*, its chips *below* or beside; *width* em and *rows* in all."""

    width: float
    rows: int
    lines: int
    below: bool


@cache
def _ways(name: str, chips: int, measure: Callable[[str], float]) -> tuple[_Way, ...]:
    """Return the ways to set a name with so many chips, in em, the fewest rows first."""
    beside = _BEFORE + _CHIP * chips if chips else 0.0
    found = []
    for count in range(1, _LINES + 1):
        if even := lines.even(name, count, measure):
            last = measure(even[0][-1])
            found.append(_Way(max(even[1], last + beside), count, count, below=False))
            if chips:
                found.append(_Way(max(even[1], _CHIP * chips), count + 1, count, below=True))
    return tuple(sorted(found, key=lambda way: (way.rows, way.below)))


def _way(sheet: Sheet, each: Outcome, width: float) -> _Way | None:
    """Return the way with the fewest rows that *width* em allow."""
    for way in _ways(each.item.name, len(each.chips), sheet.measure):
        if way.width <= width:
            return way
    return None


def natural(sheet: Sheet, contents: Sequence[Content], size: float) -> float:
    """Return the width of a box in which every name stands in one line with its chips."""
    widths = [
        content.aside + way.width
        for content in contents
        for each in content.outcomes
        for way in _ways(each.item.name, len(each.chips), sheet.measure)[:1]
    ]
    return max(widths, default=0) * size + 1


def spots(
    sheet: Sheet,
    sides: Sequence[Sequence[Content]],
    setting: Setting,
    spans: Sequence[Span],
) -> tuple[tuple[Spot, ...], ...] | None:
    """Return where the boxes of both sides stand in their *spans*, or None.

    Boxes of one row stand at one height and are equally high where that fits.
    """
    heights = [[_height(sheet, content, setting) for content in side] for side in sides]
    if any(each is None for side in heights for each in side):
        return None
    sure = [[each or 0.0 for each in side] for side in heights]
    rows = [max(pair) for pair in zip(*sure, strict=False)]
    if len(sure[0]) == len(sure[1]) and spans[0] == spans[1] and _fit(rows, spans[0], setting.gap):
        sure = [rows, rows]
    found = []
    for side, span in zip(sure, spans, strict=True):
        deep = -(-len(side) // setting.across)
        columns = [side[at : at + deep] for at in range(0, len(side), deep or 1)]
        if not all(_fit(column, span, setting.gap) for column in columns):
            return None
        step = setting.width + setting.gap
        found.append(
            tuple(
                Spot(at * step, y, height)
                for at, column in enumerate(columns)
                for y, height in _stacked(column, span, _APART * setting.size)
            )
        )
    return tuple(found)


def _height(sheet: Sheet, content: Content, setting: Setting) -> float | None:
    width = setting.width / setting.size - content.aside
    rows = 0
    for each in content.outcomes:
        way = _way(sheet, each, width)
        if way is None and (not setting.cut or width - _CHIP * len(each.chips) < _SHORTEST):
            return None
        rows += way.rows if way else 1
    space = setting.spacing
    names = rows * space.lead + (len(content.outcomes) - 1) * space.between + 2 * space.inside
    tags = len(content.tags) * _NEXT_TAG + 0.16
    return max(names, tags) * setting.size


def _fit(heights: Sequence[float], span: Span, gap: float) -> bool:
    return sum(heights) + gap * (len(heights) - 1) <= span.bottom - span.top + 0.01


def _stacked(heights: Sequence[float], span: Span, most: float) -> tuple[tuple[float, float], ...]:
    """Return top and height of boxes with equal gaps, as near to the level as the span allows."""
    free = span.bottom - span.top - sum(heights)
    gap = min(free / max(len(heights) - 1, 1), most)
    whole = sum(heights) + gap * (len(heights) - 1)
    y = max(min(span.level - whole / 2, span.bottom - whole), span.top)
    found = []
    for height in heights:
        found.append((y, height))
        y += height + gap
    return tuple(found)


def placed(
    sheet: Sheet, setting: Setting, content: Content, spot: Spot, *, right: bool
) -> list[Placed]:
    """Return the box at *spot*: its frame with the tags, then its outcomes."""
    size, height = setting.size, spot.height
    edge = (_ASIDE - _OUT) * size
    start = spot.x + _ASIDE * size
    if content.tags and not right:
        start = spot.x + edge + (_TAG + _BESIDE) * size
    named = _names(sheet, setting, content, (start, spot.y + height / 2))
    x, y = spot.x + setting.width / 2, spot.y + height / 2
    # Without a group the frame belongs to the outcome and is seen from there.
    at = (0.0, 0.0) if content.group else (x - named[0].x, y - named[0].y)
    half = (setting.width / 2, height / 2)
    marks: list[Mark] = [
        Box(at[0] - half[0], at[1] - half[1], setting.width, height, 0.3 * size, "frame")
    ]
    side = _TAG * size
    left = at[0] + (half[0] - edge - side if right else edge - half[0])
    top = at[1] - (len(content.tags) * _NEXT_TAG - _NEXT_TAG + _TAG) * size / 2
    for number, each in enumerate(content.tags):
        marks += tag(sheet, (left, top + number * _NEXT_TAG * size), side, each)
    if content.group:
        return [Placed(content.group.key, x, y, (-half[0], -half[1], *half), tuple(marks)), *named]
    return [named[0]._replace(marks=(*marks, *named[0].marks)), *named[1:]]


def _names(
    sheet: Sheet, setting: Setting, content: Content, at: tuple[float, float]
) -> list[Placed]:
    """Return the outcomes of a box from *at*, the middle of their left edge."""
    size, space = setting.size, setting.spacing
    set_in = [_set(sheet, setting, content, each) for each in content.outcomes]
    line = space.lead * size
    high = sum(block.height + below * line for block, below in set_in)
    y = at[1] - (high + (len(set_in) - 1) * space.between * size) / 2
    found = []
    for each, (name, below) in zip(content.outcomes, set_in, strict=True):
        tall = name.height + below * line
        last = sheet.measure(name.lines[-1]) * size if name.lines else 0
        begin = 0 if below else last + _BEFORE * size
        chips = begin + _CHIP * size * len(each.chips) if each.chips else 0
        half = (max(name.width, chips) / 2, tall / 2)
        marks: list[Mark] = [*texts(name, -half[0], -half[1])]
        for number, (mark, certain) in enumerate(each.chips):
            spot = (begin - half[0] + (number + 0.5) * _CHIP * size, half[1] - line / 2)
            css = "chip" if certain else "chip unsure"
            marks += badge(sheet, spot, 0.585 * size, mark, css)
        frame = (-half[0], -half[1], half[0], half[1])
        found.append(Placed(each.item.key, at[0] + half[0], y + half[1], frame, tuple(marks)))
        y += tall + space.between * size
    return found


def _set(sheet: Sheet, setting: Setting, content: Content, each: Outcome) -> tuple[Block, bool]:
    size, lead = setting.size, setting.spacing.lead
    width = setting.width / size - content.aside
    way = _way(sheet, each, width)
    found = block(sheet, each.item.name, size, way.lines, lead) if way else None
    if way and found:
        return found, way.below
    room = (width - _BEFORE - _CHIP * len(each.chips)) * size
    kept = forced(sheet, each.item.name, size, max(room, 0), 1)
    return Block(kept.lines or ("",), size, kept.width, lead), False
