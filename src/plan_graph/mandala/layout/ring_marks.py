"""The marks of a wheel: the middle, each ring with its sectors, the bands of the projects."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import hypot
from typing import Final
from unicodedata import normalize

from plan_graph.kinds import kind_name
from plan_graph.mandala.fonts import measure
from plan_graph.mandala.layout import lines
from plan_graph.mandala.layout.ring_blocks import BASE, LEADING, Badge, Block, marks, placed
from plan_graph.mandala.layout.ring_breaks import MOST, breaks
from plan_graph.mandala.layout.ring_places import GAP
from plan_graph.mandala.layout.ring_plan import Plan
from plan_graph.mandala.layout.ring_sayings import Saying, Sizes, blocks
from plan_graph.mandala.layout.ring_sectors import Point, outline, point
from plan_graph.mandala.layout.ring_spokes import Spoke, by_project
from plan_graph.mandala.layout.ring_tips import Dots, Tip, tips
from plan_graph.mandala.picture import Item, Picture, Tag
from plan_graph.mandala.scene import Disc, Mark, Placed, Text
from plan_graph.mandala.theme import ASPECTS, aspect, goal
from plan_graph.vocab import PG, SDGO

#: Ring to the class of its sectors.
_GROUND: Final = {"vision": "tinted", "outcome": "ring", "issue": "soil", "outer": "ring"}
#: What documents say; anything weaker is drawn dotted.
_CERTAIN: Final = ("Stated", "Matched")
#: A caption beside text, in parts of its size.
_CAPTION: Final = 0.85


def ground(picture: Picture, plan: Plan, x: float, y: float) -> tuple[Mark, ...]:
    """Return what lies below the items of a wheel around (x, y)."""
    below: list[Mark] = []
    if "action" in plan.radii:
        for part in by_project(plan.spokes):
            sector = plan.sector("action", *_span(part))
            below.append(outline(sector, 0, (-x, -y), f"sector {_colour(part[0].project)}"))
    loose = [s for s in plan.spokes if any(s.hidden) and not (s.measure or s.project)]
    texts = (*_captions(picture, plan), *_counts(plan, loose, picture.lang, (0, 0)))
    return (*below, *(text._replace(x=text.x + x, y=text.y + y) for text in texts))


def drawn(picture: Picture, plan: Plan) -> tuple[Placed, ...]:
    """Return every item of a wheel around (0, 0), in reading order."""
    return (
        *_hub(picture, plan),
        *_ring(picture, plan, "vision"),
        *_ring(picture, plan, "outcome"),
        *_bands(plan, picture.lang),
        *_measures(plan, picture.lang),
        *_actions(plan),
        *_ring(picture, plan, "issue"),
        *_ring(picture, plan, "outer"),
    )


def chip(mark: str, *, certain: bool = True) -> Badge:
    """Return the badge of a vision: its number in plain digits on a dark disc."""
    number = normalize("NFKC", mark)
    if certain:
        return Badge(number, "chip", "name on-accent", disc=True)
    return Badge(number, "chip unsure", "name", disc=True)


def tagged(tag: Tag) -> Badge:
    """Return the badge of an aspect; its edge is dotted when only a reader of ours says so."""
    which = ASPECTS.get(tag.aspect, "none")
    if tag.certain:
        return Badge(tag.letter, f"tag {which}", f"name on-{which}", disc=False)
    return Badge(tag.letter, f"tag {which} unsure", "label", disc=False)


def _colour(project: Item | None) -> str:
    return aspect(project) if project else "none"


def _span(part: Sequence[Spoke]) -> tuple[float, float]:
    """Return the middle and the width of the spokes of one project."""
    start, end = part[0].start, part[-1].start + part[-1].width
    return (start + end) / 2, end - start


def _hub(picture: Picture, plan: Plan) -> Iterator[Placed]:
    """Yield the middle of the wheel: the picture of the future with its caption."""
    image = next((item for item in picture.items if item.kind == "FutureImage"), None)
    if "goal" not in plan.radii or not image:
        return
    sizes = plan.wheel.texts["goal"]
    radius = plan.radii["goal"][1] - plan.wheel.gap / 2
    half = radius * 0.7
    names = dict.fromkeys((picture.goal or image.name, image.name, image.short))
    said = _round(picture.goal_caption, tuple(filter(None, names)), sizes, radius)
    box = (-half, -half, half, half)
    yield Placed(image.key, 0, 0, box, (Disc(0, 0, radius, "core"), *said))


def _round(caption: str, names: Sequence[str], sizes: Sizes, radius: float) -> list[Mark]:
    """Return the first of *names* that fits below a *caption* in a circle, or as much as fits."""
    wide, room = measure(), radius - sizes.pad
    for name in names:
        found = [
            (each.lines, size)
            for size in sizes.down(sizes.most, sizes.least)
            for each in breaks(name)
        ]
        more = (lines.even(name, count, wide) for count in range(MOST + 1, 2 * MOST))
        found += [(even[0], sizes.least) for even in more if even]
        for said, size in found:
            if marks := _stacked(caption, said, size, room):
                return marks
    for count in range(2 * MOST, 0, -1):
        said = lines.shortened(names[-1], 1.3 * room / sizes.least, count, wide) if names else ()
        if marks := _stacked(caption, said, sizes.least, room):
            return marks
    return []


def _stacked(caption: str, said: Sequence[str], size: float, radius: float) -> list[Mark]:
    """Return the lines *said* below a *caption* around (0, 0); nothing if the circle is smaller."""
    rows = [(caption, size * _CAPTION, "label caption")] if caption else []
    rows += [(line, size, "name") for line in said]
    top = -sum(high for _, high, _ in rows) * LEADING / 2
    found: list[Mark] = []
    for line, high, css in rows:
        middle = top + high * LEADING / 2
        if hypot(measure()(line) * high / 2, abs(middle) + high / 2) > radius:
            return []
        found.append(Text(0, middle + BASE * high, high, line, css, "middle"))
        top += high * LEADING
    return found


def _ring(picture: Picture, plan: Plan, ring: str) -> Iterator[Placed]:
    """Yield the items of a *ring*, in the order of the picture."""
    order = {item.key: at for at, item in enumerate(picture.items)}
    places = sorted(plan.places.get(ring, ()), key=lambda place: order[place.item.key])
    if not places:
        return
    chips = _chips(picture) if ring == "outcome" else {}
    sectors = tuple(plan.cell(ring, place) for place in places)
    said = tuple(_saying(place.item, ring, chips, brief=plan.wheel.brief) for place in places)
    found = blocks(sectors, said, plan.wheel.texts[ring])
    for place, sector, block in zip(places, sectors, found, strict=True):
        yield placed(place.item.key, sector, block, plan.wheel.gap, _GROUND[ring])


def _captions(picture: Picture, plan: Plan) -> Iterator[Text]:
    """Yield what kind each part of the outer ring is of, in the gap before it."""
    places = plan.places.get("outer", ())
    pairs = pairwise((*places[-1:], *places))
    starts = [place for last, place in pairs if last.item.kind != place.item.kind]
    if not starts:
        return
    gap = GAP["outer"]
    middles = (each.middle - (each.width + gap) / 2 for each in starts)
    sectors = tuple(plan.sector("outer", middle, gap) for middle in middles)
    said = tuple(Saying((kind(each.item.kind, picture.lang),), "name caption") for each in starts)
    yield from _texts(blocks(sectors, said, plan.wheel.texts["outer"]), (0, 0))


def _texts(found: Iterable[Block | None], away: Point) -> Iterator[Text]:
    """Yield the texts of the blocks *found* as seen from *away*."""
    for block in filter(None, found):
        x, y = point(block.sector.middle, block.at)
        for mark in marks(block):
            if isinstance(mark, Text):
                yield mark._replace(x=mark.x + x - away[0], y=mark.y + y - away[1])


def kind(name: str, lang: str) -> str:
    """Return what people call the kind with the local *name*."""
    return kind_name(SDGO.Goal if name == "Goal" else PG.NS + name, lang)


def _chips(picture: Picture) -> Mapping[str, tuple[Badge, ...]]:
    """Return the numbers of the visions that each item serves by a line of its own."""
    numbers = {item.key: item.mark for item in picture.items if item.kind == "Vision"}
    served: dict[str, dict[str, bool]] = defaultdict(dict)
    for line in picture.lines:
        if line.predicate == "serves" and not line.derived:
            served[line.subject][line.object] = line.basis in _CERTAIN
    return {
        key: tuple(
            chip(number, certain=visions[vision])
            for vision, number in numbers.items()
            if vision in visions and number
        )
        for key, visions in served.items()
    }


def _saying(
    item: Item, ring: str, chips: Mapping[str, tuple[Badge, ...]], *, brief: bool
) -> Saying:
    names = (item.short,) if brief and ring in {"vision", "outcome"} else (item.name, item.short)
    if ring == "vision":
        return Saying(names, inner=(chip(item.mark),) if item.mark else ())
    if ring == "outcome":
        tags = tuple(map(tagged, item.tags))
        return Saying(names, outer=tags, inner=chips.get(item.key, ()))
    css = "name" if ring == "issue" else "label"
    if item.mark and (pens := goal(item.colour)):
        badge = Badge(item.mark, pens[0], f"name {pens[1]}", disc=False)
        return Saying(names, css, inner=(badge,))
    return Saying(names, css, mark=item.mark)


def _bands(plan: Plan, lang: str) -> Iterator[Placed]:
    """Yield every project as a band in the colour of its aspect, with its letter and short name."""
    parts = [(part, part[0].project) for part in by_project(plan.spokes)]
    there = [(part, project) for part, project in parts if project]
    if not there:
        return
    sectors = tuple(plan.sector("project", *_span(part)) for part, _ in there)
    said = tuple(
        Saying((" ".join(filter(None, (_letters(item), item.short))),), f"name on-{_colour(item)}")
        for _, item in there
    )
    found = blocks(sectors, said, plan.wheel.texts["project"])
    for (part, item), sector, block in zip(there, sectors, found, strict=True):
        band = placed(item.key, sector, block, 0, f"arc {_colour(item)}")
        yield _counted(plan, band, [spoke for spoke in part if not spoke.measure], lang)


def _letters(item: Item) -> str:
    return "".join(tag.letter for tag in item.tags)


def _measures(plan: Plan, lang: str) -> Iterator[Placed]:
    there = [(spoke, spoke.measure) for spoke in plan.spokes if spoke.measure]
    if not there:
        return
    sectors = tuple(plan.sector("measure", spoke.middle, spoke.width) for spoke, _ in there)
    brief = plan.wheel.brief
    said = tuple(
        Saying((item.short,) if brief else (item.name, item.short), mark=item.mark)
        for _, item in there
    )
    found = blocks(sectors, said, plan.wheel.texts["measure"])
    for (spoke, item), sector, block in zip(there, sectors, found, strict=True):
        cell = placed(item.key, sector, block, 0, f"cell {_colour(spoke.project)}")
        yield _counted(plan, cell, [spoke], lang)


def _counted(plan: Plan, item: Placed, found: Sequence[Spoke], lang: str) -> Placed:
    """Return *item* with the counts of what its spokes *found* do not show one by one."""
    hidden = [spoke for spoke in found if any(spoke.hidden)]
    return item._replace(marks=(*item.marks, *_counts(plan, hidden, lang, (item.x, item.y))))


def _counts(plan: Plan, hidden: Sequence[Spoke], lang: str, away: Point) -> Iterator[Text]:
    """Yield how much every spoke hides, where its actions would stand, as seen from *away*."""
    if not hidden:
        return
    sectors = tuple(plan.sector("action", spoke.middle, spoke.width) for spoke in hidden)
    said = tuple(
        Saying(
            (
                " ".join(
                    f"{kind(name, lang)} {n}"
                    for name, n in zip(("Measure", "Action"), spoke.hidden, strict=True)
                    if n
                ),
            )
        )
        for spoke in hidden
    )
    yield from _texts(blocks(sectors, said, plan.wheel.texts["issue"]), away)


def _actions(plan: Plan) -> Iterator[Placed]:
    sizes, gap = plan.wheel.texts["action"], 2 * plan.wheel.gap
    found = [
        Tip(
            action.key,
            action.mark,
            action.short,
            plan.sector("action", spoke.place(at), spoke.width / len(spoke.actions)),
            _colour(spoke.project),
        )
        for spoke in plan.spokes
        for at, action in enumerate(spoke.actions)
    ]
    yield from tips(found, sizes, Dots(plan.dot, plan.wheel.number, gap))
