"""How the parts of the first sight share the canvas: what fits, in the calmest way that does.

Every part is set as large as its room allows. The boxes decide: they are tried ever more tightly,
with an ever smaller wheel between them, and only then in smaller letters.
"""

from collections.abc import Iterator, Sequence
from math import hypot
from typing import NamedTuple

from plan_graph.mandala.layout import boxes, wheel
from plan_graph.mandala.layout.arch import Arch, arch
from plan_graph.mandala.layout.bands import Band, Foot, band, foot
from plan_graph.mandala.layout.beside import aside
from plan_graph.mandala.layout.blocks import BASE, LEAD, STEPS, Rect, Sheet, covered
from plan_graph.mandala.layout.boxes import Content, Setting, Spacing, Span, Spot
from plan_graph.mandala.layout.crowds import outlines
from plan_graph.mandala.layout.order import Kept
from plan_graph.mandala.layout.parts import Parts
from plan_graph.mandala.picture import Picture
from plan_graph.mandala.scene import Placed, Text
from plan_graph.messages import text

#: The white rim of the wheel, and what it keeps free around it, in pixels.
RIM, _GAP = 12.0, 10.0
#: The largest wheel, as a part of the height: more where actions have their names in it.
_WHEEL, _NAMED_WHEEL = 0.35, 0.4
#: The smallest wheel that names of measures are thought beside.
_LEAST = 0.26
#: How much of its radius the wheel gives for names in one line, and at most.
_GIVES, _GIVES_MOST = 0.9, 0.8
#: It gives this much for larger text in the boxes.
_GIVES_GROWN = 0.98
_SHRINK = 6.0
#: Narrower boxes than this, in em, come after less room for the names of measures.
_ENOUGH = 11.0
#: Other text may grow to this part of a name where boxes have the room.
_GROWN = 0.75
#: The height of a caption, and the gap over the boxes and below them, in em.
_CAPTION, _AIR = 1.2, 0.2
#: From one line of a vision to the next where air is short, and what the wheel leaves around it
#: for names of measures, in em.
_TIGHT, _NAMES = 1.12, 1.5
#: More than so many visions are counted without つ.
_TSU = 9


class Frame(NamedTuple):
    """One way to lay the page out: around the boxes, in them, and what is over them.

    *airy* has visions with more air and the issues like a bowl, *both* a caption on either side.
    """

    airy: bool
    scale: float
    spacing: Spacing
    both: bool = True
    across: int = 1
    cut: bool = False


class Columns(NamedTuple):
    """The boxes at both sides: how they are set, what stands where, and the captions over them."""

    setting: Setting
    sides: tuple[tuple[tuple[Content, Spot], ...], ...]
    captions: tuple[Text, ...]
    rects: tuple[Rect, ...]
    #: boxes without names, where there are too many
    crowd: tuple[Placed, ...] = ()


class Page(NamedTuple):
    """Everything in its place; the wheel has its middle and its radius, rim included."""

    band: Band
    arch: Arch
    foot: Foot
    columns: Columns
    centre: tuple[float, float]
    rim: float

    @property
    def rects(self) -> tuple[Rect, ...]:
        """What stands around the wheel."""
        return (*self.arch.rects, *self.foot.rects, *self.columns.rects)


def page(sheet: Sheet, picture: Picture, parts: Parts, kept: Kept) -> Page:
    """Return the page of *parts*, each box in the slot that is *kept* for it."""
    top = band(sheet, picture.goal_caption, picture.goal, parts.image)
    turned = wheel.turned(parts.sectors)
    names = list(aside(sheet, turned, _LEAST * sheet.floor)) if sheet.room.measures else [0.0]
    by_slot = sorted(zip(kept.slots, range(len(kept.slots)), strict=True))
    contents = [parts.contents[box] for _, box in by_slot]
    sides = (contents[: kept.left], contents[kept.left :])
    stage = _stage(sheet, picture, parts, top, airy=True)
    for frame in _frames(sheet):
        if stage.airy != frame.airy:
            stage = _stage(sheet, picture, parts, top, airy=frame.airy)
        trial = _Trial(sheet, frame, sides, stage)
        for rim, width in _widths(trial, wheel.needed(sheet, turned), names):
            columns = _columns(trial, width)
            if columns:
                return Page(top, stage.arch, stage.foot, columns, stage.centre, rim)
    last = Frame(airy=False, scale=STEPS[-1], spacing=boxes.SPACINGS[-1])
    crowd = _crowd(_Trial(sheet, last, sides, stage))
    return Page(top, stage.arch, stage.foot, crowd, stage.centre, stage.rim)


def _frames(sheet: Sheet) -> Iterator[Frame]:
    """Yield ways to lay the page out, the calmest first."""
    grown = _GROWN * sheet.room.key / sheet.room.other
    for scale in (grown, (1 + grown) / 2):
        if scale > 1:
            yield Frame(True, scale, boxes.SPACINGS[0])
    for spacing in boxes.SPACINGS[:2]:
        yield Frame(True, 1, spacing)
    for spacing in boxes.SPACINGS:
        for both in (True, False):
            yield Frame(False, 1, spacing, both)
    for scale in STEPS[1:]:
        for spacing in boxes.SPACINGS[1:]:
            yield Frame(False, scale, spacing, both=False)
    for across in (1, 2, 3, 4):
        yield Frame(False, STEPS[-1], boxes.SPACINGS[-1], both=False, across=across, cut=True)


class _Stage(NamedTuple):
    """What stands above and below, and the largest wheel between them."""

    airy: bool
    arch: Arch
    foot: Foot
    centre: tuple[float, float]
    rim: float


def _stage(sheet: Sheet, picture: Picture, parts: Parts, top: Band, *, airy: bool) -> _Stage:
    count = len(parts.visions)
    key = "sight-visions" if count <= _TSU else "sight-visions-many"
    said = (text(key, sheet.lang, count=count), picture.visions_caption)
    y = top.bottom + _AIR * sheet.room.other
    above = arch(sheet, parts.visions, y, said, LEAD if airy else _TIGHT)
    below = foot(sheet, parts.issues, text("sight-issues", sheet.lang), lifted=airy)
    named = any(each.measure for sector in parts.sectors for each in sector.slices)
    around = _NAMES * sheet.room.other if named and sheet.room.measures else 0
    centre, most = _circle(sheet, top.bottom, (*above.rects, *below.rects))
    largest = (_NAMED_WHEEL if sheet.room.actions else _WHEEL) * sheet.floor
    return _Stage(airy, above, below, centre, max(min(most - around, largest), 4 * _GAP))


def _circle(sheet: Sheet, top: float, rects: Sequence[Rect]) -> tuple[tuple[float, float], float]:
    """Return the middle and radius of the largest wheel below *top* that meets none of *rects*."""
    x = sheet.width / 2
    beside = [(max(left - x, 0, x - right), upper, lower) for left, upper, right, lower in rects]

    def free(y: float) -> float:
        away = [hypot(dx, max(t - y, 0, y - b)) for dx, t, b in beside if dx < sheet.floor]
        return min([y - top, sheet.floor - y, *away])

    low, high = top, sheet.floor
    for _ in range(18):
        # The free distance rises to one top: leave out the third that cannot hold it.
        a, b = low + (high - low) / 3, high - (high - low) / 3
        low, high = (a, high) if free(a) < free(b) else (low, b)
    y = round((low + high) / 2, 1)
    return (x, y), free(y) - _GAP - RIM


class _Trial(NamedTuple):
    """A frame that is tried, with what it has to fit."""

    sheet: Sheet
    frame: Frame
    sides: tuple[list[Content], list[Content]]
    stage: _Stage

    @property
    def size(self) -> float:
        return self.sheet.room.other * self.frame.scale

    @property
    def spans(self) -> tuple[Span, Span]:
        """The two sides, below the visions and over the issues; captions stand above them."""
        other, stage = self.sheet.room.other, self.stage
        tops = [stage.arch.left + _AIR * other, stage.arch.right + _AIR * other]
        if self.frame.both:
            tops = [max(tops) + _CAPTION * other] * 2
        else:
            tops[0] += _CAPTION * other
        bottom = stage.foot.top - _AIR * other
        return (Span(tops[0], bottom, stage.centre[1]), Span(tops[1], bottom, stage.centre[1]))


def _widths(trial: _Trial, needed: float, names: Sequence[float]) -> Iterator[tuple[float, float]]:
    """Yield radii of the wheel with the width that they leave for boxes, the best first.

    *needed* is the radius that the wheel's numbers need, *names* the widths that those of measures
    may be given.
    """
    sheet, most = trial.sheet, trial.stage.rim
    least = max(needed, _GIVES_MOST * most)
    wanted = boxes.natural(sheet, [*trial.sides[0], *trial.sides[1]], trial.size)
    free = sheet.width / 2 - sheet.margin - RIM - 1.2 * _GAP
    rims = [most - at * _SHRINK for at in range(int(max(most - least, 0) / _SHRINK) + 1)]
    grown = trial.frame.scale > 1
    near = [rim for rim in rims if rim >= (_GIVES_GROWN if grown else _GIVES) * most]
    if not _columns(trial, min(free - rims[-1] - names[-1], wanted)):
        return  # the widest boxes are the lowest: narrower ones do not fit either
    for name in names[:2] if grown else names:
        yield from ((rim, wanted) for rim in near if free - rim - name >= wanted)
    if not grown:
        for enough in (_ENOUGH * trial.size, 0):
            for name in names:
                narrow = ((rim, free - rim - name) for rim in near)
                yield from (pair for pair in narrow if enough <= pair[1] < wanted)
        yield from ((rim, min(free - rim - names[-1], wanted)) for rim in rims[len(near) :])


def _columns(trial: _Trial, width: float) -> Columns | None:
    """Return the boxes in sides that are *width* wide, if they fit."""
    sheet, frame = trial.sheet, trial.frame
    gap = frame.spacing.apart * trial.size
    each = (width + gap) / frame.across - gap
    if each <= 0:
        return None
    setting = Setting(trial.size, each, frame.spacing, frame.across, frame.cut)
    found = boxes.spots(sheet, trial.sides, setting, trial.spans)
    if found is None:
        return None
    placed, rects, captions = [], [], []
    for right, (contents, spots) in enumerate(zip(trial.sides, found, strict=True)):
        left = sheet.width - sheet.margin - setting.whole if right else sheet.margin
        moved = [spot._replace(x=left + spot.x) for spot in spots]
        placed.append(tuple(zip(contents, moved, strict=True)))
        rects += [(s.x, s.y, s.x + each, s.y + s.height) for s in moved]
        if spots and (frame.both or not right):
            captions.append(_caption(sheet, min(s.y for s in spots), right=bool(right)))
    below = [covered(sheet, caption) for caption in captions]
    return Columns(setting, tuple(placed), tuple(captions), (*rects, *below))


def _caption(sheet: Sheet, bottom: float, *, right: bool) -> Text:
    other = sheet.room.other
    y = bottom - 0.58 * _CAPTION * other + BASE * other
    x = sheet.width - sheet.margin if right else sheet.margin
    said = text("sight-outcomes", sheet.lang)
    return Text(x, y, other, said, "label caption", "end" if right else "start")


def _crowd(trial: _Trial) -> Columns:
    """Return more boxes than can have names, beside the wheel."""
    sheet = trial.sheet
    width = max(sheet.width / 2 - sheet.margin - trial.stage.rim - RIM - 2 * _GAP, _GAP)
    placed: list[Placed] = []
    rects = []
    for right, (contents, span) in enumerate(zip(trial.sides, trial.spans, strict=True)):
        left = sheet.width - sheet.margin - width if right else sheet.margin
        rects.append((left, span.top, left + width, max(span.bottom, span.top + _GAP)))
        placed += outlines(contents, rects[-1])
    captions = tuple(_caption(sheet, trial.spans[at].top, right=bool(at)) for at in (0, 1))
    below = [covered(sheet, caption) for caption in captions]
    setting = Setting(trial.size, width, trial.frame.spacing)
    return Columns(setting, ((), ()), captions, (*rects, *below), tuple(placed))
