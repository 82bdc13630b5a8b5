"""Views in rows: what serves each vision, addresses each issue, belongs to each theme or goal.

Every row has its head at the left and beside it its measures and actions: what documents say
first, readings after it. Who belongs to several rows stands in each of them.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from plan_graph.mandala import fonts
from plan_graph.mandala.layout import row_marks
from plan_graph.mandala.layout.row_band import SIDE, Sign, band
from plan_graph.mandala.layout.row_members import HEADS, LETTERS, Member, Row, gathered
from plan_graph.mandala.layout.row_plan import Area, Plan, planned
from plan_graph.mandala.layout.row_sizes import Pen
from plan_graph.mandala.picture import Picture
from plan_graph.mandala.scene import FOOTER, Box, Canvas, Mark, Placed, Room, Scene, Text
from plan_graph.messages import BASES, KINDS, pick, text
from plan_graph.vocab import PG

BY: Final = (*HEADS, "progress")
#: What lies behind the heads of a kind, as on the first sight.
_GROUND: Final = {"Vision": "sky", "RegionalIssue": "earth", "Theme": "sky"}
#: Height of the field of the candidates, in em of a number, and the narrowest empty field in it.
_FIELD, _EMPTY = 2.5, 7.0


def rows(picture: Picture, canvas: Canvas, room: Room, by: str) -> Scene | None:
    """Return the view *by* of BY in rows, or None where the graph has nothing to show in it."""
    name = f"{by}/{canvas.name}/{room.name}"
    if by == "progress":
        from plan_graph.mandala.layout.progress import progress

        return progress(picture, canvas, room, name)
    lang, wide = picture.lang, fonts.measure()
    found = gathered(picture, by, wide)
    if not found:
        return None
    lit = _lit(picture, found)
    title = text(f"view-{by}", lang)
    above, top = band(title, list(_signs(picture, found, by)), canvas, room, wide)
    bottom = canvas.height - FOOTER - (room.number * _FIELD if lit else 0.0)
    area = Area(SIDE, top, canvas.width - 2 * SIDE, bottom - top)
    plan = planned(found, area, room, wide, ringed=bool(lit))
    ground = [Box(0, 0, canvas.width, canvas.height, 0, "paper"), *_behind(plan, area), *above]
    placed: list[Placed] = []
    for laid in plan.rows:
        below, items = row_marks.drawn(laid, plan, lang, wide)
        ground += below
        placed += items
    if lit:
        at = Area(0, bottom, canvas.width, canvas.height - FOOTER - bottom)
        below, items = _candidates(lit, at, room, lang)
        ground += below
        placed += items
    if plan.hidden:
        more = text("row-more", lang, count=plan.hidden)
        size, right = plan.pen.other, canvas.width - SIDE
        ground.append(Text(right, bottom - size * 0.4, size, more, "label caption", "end"))
    return Scene(name, canvas.width, canvas.height, tuple(ground), tuple(placed))


def _lit(picture: Picture, found: Sequence[Row]) -> list[Member]:
    """Return the candidates among all members, each once, in their order in the plan."""
    every = {each.item.key: each for row in found for each in row.members if each.lit}
    return [every[item.key] for item in picture.items if item.key in every]


def _signs(picture: Picture, found: Sequence[Row], by: str) -> Iterator[Sign]:
    """Yield what the band explains: the letters of the bases, the second ring, the two plates."""
    lang = picture.lang
    there = {group.basis for row in found for group in row.groups}
    members = [each for row in found for each in row.members]
    bases = [basis for basis in LETTERS if basis in there]
    if by == "by-sdg" and not {"Stated", "Matched"} & set(bases):
        yield Sign(text("sdgs-note", lang), text("sdgs-brief", lang))
    for basis in bases:
        name = pick(BASES[PG.NS + basis], lang)
        whole = text("row-reading", lang, basis=name)
        alone = basis != "Estimated" or by == "by-sdg"
        yield Sign(name if alone else whole, name, *row_marks.badge_sign(basis, lang))
    if by == "by-issue" and any(each.lit for each in members):
        yield Sign(text("row-candidates", lang), "", *row_marks.ring_sign())
    for kind in ("Measure", "Action"):
        if any(each.item.kind == kind for each in members):
            yield Sign(pick(KINDS[PG.NS + kind], lang), "", *row_marks.plate_sign(kind))


def _behind(plan: Plan, area: Area) -> Iterator[Mark]:
    """Yield the ground behind the heads, and a thin line over every row but the first."""
    for laid in plan.rows:
        x, y = laid.area.left, laid.area.top
        css = _GROUND.get(laid.row.head.kind)
        if css:
            left = 0.0 if x == area.left else x - SIDE / 2
            right = x + plan.members - plan.pen.key * 0.45
            yield Box(left, y, right - left, laid.area.height, 0, css)
    for laid in plan.rows:
        if laid.area.top > area.top:
            yield Box(laid.area.left, laid.area.top - 0.75, laid.area.width, 1.5, 0, "hairline")


def _candidates(
    lit: Sequence[Member], area: Area, room: Room, lang: str
) -> tuple[list[Mark], list[Placed]]:
    """Return the field below: all candidates, and an empty place for the cause they share."""
    wide = fonts.measure()
    pen = Pen(room.key, room.other, room.number, ringed=True)
    y = area.top + area.height / 2
    said, cause = text("row-candidates", lang), text("row-cause", lang)
    marks: list[Mark] = [
        Box(0, area.top, area.width, area.height, 0, "band"),
        Text(SIDE, y + pen.other * 0.36, pen.other, said, "name"),
    ]
    x = SIDE + (wide(said) + 0.8) * pen.other
    step = 2 * pen.radius + pen.gaps[0]
    empty = (wide(cause) + _EMPTY) * pen.other
    room_for = max(1, int((area.width - 2 * SIDE - x - empty) / step))
    shown = lit if len(lit) <= room_for else lit[: max(1, room_for - 1)]
    placed = [
        row_marks.member(each, x + pen.radius + at * step, y, pen, wide)
        for at, each in enumerate(shown)
    ]
    x += len(shown) * step
    if len(shown) < len(lit):
        more = f"＋{len(lit) - len(shown)}"
        marks.append(Text(x, y + pen.other * 0.36, pen.other, more, "label"))
        x += wide(more) * pen.other
    x += pen.other * 0.8
    marks.append(Text(x, y + pen.other * 0.36, pen.other, cause, "label caption"))
    x += (wide(cause) + 0.5) * pen.other
    high = area.height * 0.66
    marks.append(Box(x, y - high / 2, area.width - SIDE - x, high, 10, "frame"))
    return marks, placed
