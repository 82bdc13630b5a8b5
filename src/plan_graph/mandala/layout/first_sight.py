"""The first sight: large names and numbers, no lines.

The goal is above, the visions are an arch below it, the plan is a wheel between the boxes of
outcomes, the regional issues are at the bottom.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from plan_graph.mandala import fonts
from plan_graph.mandala.layout import boxes, order, wheel, wheel_marks
from plan_graph.mandala.layout.beside import Around, Beside, beside
from plan_graph.mandala.layout.blocks import Block, Sheet
from plan_graph.mandala.layout.fit import RIM, Page, page
from plan_graph.mandala.layout.parts import Parts, gathered, linked
from plan_graph.mandala.layout.sector_names import named
from plan_graph.mandala.picture import Picture
from plan_graph.mandala.scene import FOOTER, Box, Canvas, Mark, Path, Placed, Room, Scene

#: How far the sky hangs down and the earth rises towards the middle, in pixels.
_SKY, _EARTH = 30.0, 26.0
#: Between the wheel's rim and the names of measures, in em.
_OFF = 0.4
#: The longest name of an action, as a part of the wheel's radius.
_LONGEST = 0.38


def first_sight(
    picture: Picture,
    canvas: Canvas,
    room: Room,
    earlier: Mapping[str, tuple[float, float]] | None = None,
    *,
    measure: Callable[[str], float] | None = None,
) -> Scene:
    """Return the first sight of *picture*; *measure* is the width of a text in em.

    Numbers keep everything in order, except the boxes of outcomes: these stand where they stood in
    an *earlier* scene, or where their lines are short and rarely cross.
    """
    wide = measure or fonts.measure()
    sheet = Sheet(canvas.width, canvas.height - FOOTER, room, picture.lang, wide)
    parts = gathered(picture)
    turned = wheel.turned(parts.sectors)
    keys = [content.key for content in parts.contents]
    kept = order.kept(keys, earlier or {}, canvas.width / 2)
    slots = _slots(picture, parts, turned, kept)
    scene = _scene(sheet, canvas, parts, page(sheet, picture, parts, order.Kept(kept.left, slots)))
    before, after = _crossings(picture, parts, scene, slots)
    if after > before and not earlier:
        # What is best on the plan of the picture is, on this canvas, worse than the documents.
        printed = order.Kept(kept.left, tuple(range(len(slots))))
        scene = _scene(sheet, canvas, parts, page(sheet, picture, parts, printed))
        after = before
    return Scene(scene.name, scene.width, scene.height, scene.ground, scene.placed, (before, after))


def _slots(
    picture: Picture, parts: Parts, turned: Sequence[wheel.Sector], kept: order.Kept
) -> tuple[int, ...]:
    """Return the slot of each box, by where visions and measures stand on a plan of the picture."""
    stand = dict(zip((v.key for v in parts.visions), order.arched(len(parts.visions)), strict=True))
    stand |= {
        each.measure.key: wheel.spot(each.middle, order.MEASURES)
        for sector in turned
        for each in sector.slices
        if each.measure
    }
    targets = tuple(
        tuple(stand[key] for key in keys) for keys in linked(picture, parts, stand.keys())
    )
    return order.chosen(targets, order.slots(len(kept.slots), kept.left), kept.slots)


def _crossings(
    picture: Picture, parts: Parts, scene: Scene, slots: Sequence[int]
) -> tuple[int, int]:
    """Return how often straight lines to the boxes cross: in the documents' order, and in ours."""
    stand = {each.key: (each.x, each.y) for each in scene.placed}
    ends = {vision.key for vision in parts.visions} | {
        each.measure.key for sector in parts.sectors for each in sector.slices if each.measure
    }
    known = linked(picture, parts, ends & stand.keys())
    targets = [[stand[key] for key in keys] for keys in known]
    ours = [stand[content.key] for content in parts.contents]
    slot_of = dict(zip(slots, ours, strict=True))
    theirs = [slot_of[slot] for slot in range(len(slots))]
    return order.crossings(theirs, targets), order.crossings(ours, targets)


def _scene(sheet: Sheet, canvas: Canvas, parts: Parts, laid: Page) -> Scene:
    ground: list[Mark] = [Box(0, 0, canvas.width, canvas.height, 0, "paper")]
    ground += _land(canvas, parts, laid)
    ground += laid.band.ground
    placed = [*laid.band.placed, *laid.arch.placed, *laid.columns.crowd]
    setting = laid.columns.setting
    for right, side in enumerate(laid.columns.sides):
        for content, spot in side:
            placed += boxes.placed(sheet, setting, content, spot, right=bool(right))
    if parts.sectors:
        below, items = _wheel(sheet, parts, laid)
        ground += below
        placed += items
    placed += laid.foot.placed
    ground += [*laid.arch.captions, *laid.columns.captions, *laid.foot.captions]
    name = f"mandala/{canvas.name}/{sheet.room.name}"
    return Scene(name, canvas.width, canvas.height, tuple(ground), tuple(placed))


def _land(canvas: Canvas, parts: Parts, laid: Page) -> list[Mark]:
    """Return the sky behind the visions and the earth behind the issues."""
    found: list[Mark] = []
    wide, high = canvas.width, canvas.height
    if parts.visions:
        y = max(laid.arch.left, laid.arch.right) + 3
        bow = f"Q{wide / 2:.1f} {y + 2 * _SKY:.1f} 0 {y:.1f}Z"
        found.append(Path(f"M0 {laid.band.bottom:.1f}H{wide:.1f}V{y:.1f}{bow}", "sky"))
    if parts.issues:
        y = laid.foot.top - 3
        bow = f"Q{wide / 2:.1f} {y - 2 * _EARTH:.1f} {wide:.1f} {y:.1f}V{high:.1f}Z"
        found.append(Path(f"M0 {high:.1f}V{y:.1f}{bow}", "earth"))
    return found


def _wheel(sheet: Sheet, parts: Parts, laid: Page) -> tuple[list[Mark], list[Placed]]:
    """Return the wheel: what lies below, and its projects, measures and actions."""
    long = _longest(sheet, parts, laid.rim) if sheet.room.actions else 0.0
    sectors = wheel.legible(sheet, parts.sectors, wheel.outermost(sheet, laid.rim, long))
    if long and not any(True for sector in sectors for each in sector.slices for _ in each.dots()):
        long = 0.0  # everything is counted: there is no name to leave room for
        sectors = wheel.legible(sheet, parts.sectors, wheel.outermost(sheet, laid.rim, long))
    rings = wheel.rings(sheet, sectors, laid.rim, long)
    x, y = laid.centre
    names: dict[str, Beside] = {}
    if sheet.room.measures:
        off = laid.rim + RIM + _OFF * sheet.room.other
        around = Around(x, y, off, laid.rects, laid.band.bottom, sheet.floor)
        names = beside(sheet, sectors, around)
    drawn = _Wheel(sheet, rings, (x, y), names, wheel_marks.names(sheet, sectors, rings))
    projects = named(sheet, sectors, rings)
    placed: list[Placed] = []
    for sector in sectors:
        if sector.project:
            name = projects[sector.project.key]
            at = (x + name.at[0], y + name.at[1])
            placed.append(Placed(sector.project.key, *at, name.frame, name.marks))
        for each in sector.slices:
            placed += _slice(drawn, sector, each)
    return wheel_marks.ground(sheet, sectors, rings, (x, y)), placed


def _longest(sheet: Sheet, parts: Parts, rim: float) -> float:
    """Return how long the names of actions may be in a wheel up to the radius *rim*."""
    names = [a.short for sector in parts.sectors for each in sector.slices for a in each.actions]
    longest = max((sheet.measure(name) for name in names), default=0)
    return min(longest * sheet.room.other * wheel_marks.GROWN + bool(names), _LONGEST * rim)


class _Wheel(NamedTuple):
    """What a slice is drawn with: the rings around their centre, and names by their keys."""

    sheet: Sheet
    rings: wheel.Rings
    centre: tuple[float, float]
    measures: Mapping[str, Beside]
    actions: Mapping[str, Block]


def _slice(drawn: _Wheel, sector: wheel.Sector, each: wheel.Slice) -> list[Placed]:
    """Return a measure with its arc and name, or what is counted without one, and the actions."""
    sheet, rings = drawn.sheet, drawn.rings
    at, arc = wheel_marks.arc(each, rings, sector.aspect)
    x, y = drawn.centre[0] + at[0], drawn.centre[1] + at[1]
    half = (rings.rim - rings.arc) / 2
    marks: list[Mark] = [arc]
    if each.counted:
        marks += wheel_marks.count(sheet, each, rings, sector.aspect, at)
    if each.measure and each.measure.key in drawn.measures:
        said = drawn.measures[each.measure.key].marks
        marks += (text._replace(x=text.x - x, y=text.y - y) for text in said)
    found = []
    # An arc says that its actions belong to one measure: without a measure there is none.
    item = each.measure or (sector.project if each.counted else None)
    if item:
        found.append(Placed(item.key, x, y, (-half, -half, half, half), tuple(marks)))
    r = rings.dot
    for action, direction in each.dots():
        dx, dy = wheel.spot(direction, rings.dots)
        dot = [*wheel_marks.dot(sheet, action, rings, sector.aspect)]
        if action.key in drawn.actions:
            dot += wheel_marks.radial(drawn.actions[action.key], direction, rings)
        place = (drawn.centre[0] + dx, drawn.centre[1] + dy)
        found.append(Placed(action.key, *place, (-r, -r, r, r), tuple(dot)))
    return found
