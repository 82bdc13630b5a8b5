"""What the first sight shows of a picture: visions, boxes, sectors, issues, and what is linked."""

from collections.abc import Collection
from typing import NamedTuple

from plan_graph.mandala.layout.boxes import Content, Outcome
from plan_graph.mandala.layout.wheel import Sector, sectors
from plan_graph.mandala.picture import Item, Picture

_CERTAIN = frozenset({"Stated", "Matched"})


class Parts(NamedTuple):
    """The items of the first sight, each kind in the order of the picture."""

    image: Item | None
    visions: tuple[Item, ...]
    contents: tuple[Content, ...]
    sectors: tuple[Sector, ...]
    issues: tuple[Item, ...]


def gathered(picture: Picture) -> Parts:
    """Return the parts of *picture*."""
    of: dict[str, list[Item]] = {}
    for item in picture.items:
        of.setdefault(item.kind, []).append(item)
    return Parts(
        image=next(iter(of.get("FutureImage", ())), None),
        visions=tuple(of.get("Vision", ())),
        contents=_contents(picture, of.get("OutcomeGroup", []), of.get("Outcome", [])),
        sectors=sectors(picture),
        issues=tuple(of.get("RegionalIssue", ())),
    )


def _contents(
    picture: Picture, groups: Collection[Item], outcomes: Collection[Item]
) -> tuple[Content, ...]:
    """Return the boxes: a group with its outcomes, or an outcome alone with its own tags."""
    boxes: dict[str, tuple[Item | None, list[Outcome]]] = {g.key: (g, []) for g in groups}
    chips = _chips(picture)
    for item in outcomes:
        key = item.parent if item.parent in boxes else item.key
        found = Outcome(item, tuple(chips.get(item.key, {}).values()))
        boxes.setdefault(key, (None, []))[1].append(found)
    return tuple(
        Content(key, group, tuple(inside), (group or inside[0].item).tags)
        for key, (group, inside) in boxes.items()
        if inside
    )


def _chips(picture: Picture) -> dict[str, dict[str, tuple[str, bool]]]:
    """Return the visions that each item serves: their numbers, in their order, and how surely."""
    order = {item.key: at for at, item in enumerate(picture.items) if item.kind == "Vision"}
    found: dict[str, dict[str, tuple[str, bool]]] = {}
    serving = [line for line in picture.lines if line.predicate == "serves"]
    for line in sorted(serving, key=lambda line: order.get(line.object, -1)):
        if line.object in order and line.basis != "Proposed":
            chips = found.setdefault(line.subject, {})
            mark = picture.items[order[line.object]].mark
            sure = line.basis in _CERTAIN or chips.get(line.object, ("", False))[1]
            chips[line.object] = (mark, sure)
    return found


def linked(picture: Picture, parts: Parts, known: Collection[str]) -> tuple[tuple[str, ...], ...]:
    """Return for each box what it is linked to among the *known*: visions, and measures."""
    box = {each.item.key: at for at, of in enumerate(parts.contents) for each in of.outcomes}
    found: list[dict[str, None]] = [{} for _ in parts.contents]
    for line in picture.lines:
        if line.predicate == "serves" and line.subject in box and line.object in known:
            found[box[line.subject]][line.object] = None
        elif line.predicate == "aimsAt" and line.object in box and line.subject in known:
            found[box[line.object]][line.subject] = None
    return tuple(tuple(each) for each in found)
