"""How the wheel is drawn: sectors, arcs, dots with their numbers, counts, names along a radius."""

from collections.abc import Iterator, Sequence
from math import cos, radians, sin

from plan_graph.mandala.layout.blocks import (
    BASE,
    INSIDE,
    STEPS,
    Block,
    Sheet,
    digits,
    fitted,
    forced,
    inside,
    on_disc,
)
from plan_graph.mandala.layout.wheel import Point, Rings, Sector, Slice, spot
from plan_graph.mandala.picture import Item
from plan_graph.mandala.scene import Box, Disc, Mark, Path, Text
from plan_graph.messages import text

#: From one line of an action's name to the next, in em.
_LEAD = 1.08
#: Names of actions may grow by this much where the wheel has room.
GROWN = 1.15
_HALF = 180.0


def ground(sheet: Sheet, every: Sequence[Sector], rings: Rings, centre: Point) -> list[Mark]:
    """Return what lies below the items of the wheel: its disc, the sectors, and the core."""
    x, y = centre
    seen = (-x, -y)
    return [
        Disc(x, y, rings.rim + 12, "paper"),
        Disc(x, y, rings.rim + 12, "rim"),
        *(
            Path(_ring(s.start, s.end, (rings.core, rings.rim), seen), f"sector {s.aspect}")
            for s in every
        ),
        Disc(x, y, rings.core, "paper"),
        *_core(sheet, every, rings, centre),
    ]


def _core(sheet: Sheet, every: Sequence[Sector], rings: Rings, centre: Point) -> list[Text]:
    """Return what the middle says: what the numbers count, from the first to the last."""
    numbers = [digits(a.mark) for sector in every for each in sector.slices for a in each.actions]
    if not numbers:
        return []
    said = text("sight-actions", sheet.lang)
    size = inside(sheet, said, sheet.room.key, 2 * rings.core)
    x, y = centre
    if not numbers[0].isdigit() or not numbers[-1].isdigit():
        return [Text(x, y + BASE * size, size, said, "name", "middle")]
    span = numbers[0]
    if len(numbers) > 1:
        span = text("sight-range", sheet.lang, first=numbers[0], last=numbers[-1])
    small = inside(sheet, span, sheet.room.other, 2 * rings.core)
    up, down = 0.575 * small, 0.575 * size
    return [
        Text(x, y - up + BASE * size, size, said, "name", "middle"),
        Text(x, y + down + BASE * small, small, span, "label caption", "middle"),
    ]


def arc(each: Slice, rings: Rings, aspect: str) -> tuple[Point, Path]:
    """Return the arc of a slice and the place it is seen from: its middle."""
    at = spot(each.middle, (rings.arc + rings.rim) / 2)
    outline = _ring(each.start, each.end, (rings.arc, rings.rim), at)
    return at, Path(outline, f"arc {aspect}")


def _ring(start: float, end: float, radii: tuple[float, float], seen: Point) -> str:
    """Return a part of the ring around (0, 0) between two *radii*, as *seen* from."""
    end = min(end, start + 359.9)
    far = int(end - start > _HALF)
    inner, outer = radii
    (ax, ay), (bx, by) = spot(start, outer, seen), spot(end, outer, seen)
    (cx, cy), (dx, dy) = spot(end, inner, seen), spot(start, inner, seen)
    return (
        f"M{ax:.1f} {ay:.1f}A{outer:.1f} {outer:.1f} 0 {far} 1 {bx:.1f} {by:.1f}"
        f"L{cx:.1f} {cy:.1f}A{inner:.1f} {inner:.1f} 0 {far} 0 {dx:.1f} {dy:.1f}Z"
    )


def count(sheet: Sheet, each: Slice, rings: Rings, aspect: str, seen: Point) -> tuple[Mark, ...]:
    """Return how many actions a slice has, in a box, since a disc has the number of one action."""
    said = str(len(each.actions))
    x, y = spot(each.middle, rings.dots, seen)
    high = 2 * rings.dot
    size = min(sheet.room.number, INSIDE * high)
    most = max(radians(each.end - each.start) * rings.dots, 1)
    wide = min(max(high, sheet.measure(said) * size / INSIDE), most)
    size = inside(sheet, said, size, wide)
    return (
        Box(x - wide / 2, y - high / 2, wide, high, 0.25 * high, f"dot {aspect} count"),
        Text(x, y + BASE * size, size, said, "name", "middle"),
    )


def dot(sheet: Sheet, item: Item, rings: Rings, aspect: str) -> tuple[Mark, ...]:
    """Return the dot of an action with its number, as far as the number can be read in it."""
    said = digits(item.mark)
    size = on_disc(sheet, said, sheet.room.number, rings.dot)
    disc = Disc(0, 0, rings.dot, f"dot {aspect}")
    if not said or size < STEPS[-1] ** 2 * sheet.room.number:
        return (disc,)
    return (disc, Text(0, BASE * size, size, said, "name", "middle"))


def names(sheet: Sheet, every: Sequence[Sector], rings: Rings) -> dict[str, Block]:
    """Return the names of the actions that have dots, all of one size where that is possible."""
    long = rings.names[1] - rings.names[0]
    items = [item for sector in every for each in sector.slices for item, _ in each.dots()]
    if long <= 0:
        return {}
    high = 2 * rings.dot + 2
    for scale in (GROWN, *STEPS):
        size = sheet.room.other * scale
        most = min(2, int(high / (_LEAD * size)))
        found = {item.key: fitted(sheet, item.short, size, long, most) for item in items}
        if all(found.values()):
            return {key: block for key, block in found.items() if block}
    size = sheet.room.other * STEPS[-1]
    most = max(1, min(2, int(high / (_LEAD * size))))
    return {item.key: forced(sheet, item.short, size, long, most) for item in items}


def radial(name: Block, direction: float, rings: Rings) -> Iterator[Text]:
    """Yield a name along its radius as seen from its dot, never standing on its head."""
    right = direction % 360 < _HALF
    turn = direction % 360 - (90 if right else 270)
    angle = radians(turn)
    x, y = spot(direction, rings.names[0], spot(direction, rings.dots))
    for at, line in enumerate(name.lines):
        down = ((at - (len(name.lines) - 1) / 2) * _LEAD + BASE) * name.size
        place = (x - down * sin(angle), y + down * cos(angle))
        yield Text(*place, name.size, line, "label", "start" if right else "end", turn)
