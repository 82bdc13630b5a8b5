"""What stands in the rows: a head with its measures and actions, sorted by what they rest on."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import groupby
from typing import Final, NamedTuple

from plan_graph.mandala.picture import Item, Line, Picture, simultaneous
from plan_graph.mandala.theme import aspect
from plan_graph.messages import text

#: A view by the kind of its heads and the relation to them.
HEADS: Final = {
    "by-vision": ("Vision", "serves"),
    "by-issue": ("RegionalIssue", "addresses"),
    "by-theme": ("Theme", "inTheme"),
    "by-sdg": ("Goal", "contributesTo"),
}
_MEMBERS: Final = ("Measure", "Action")
#: The radius of a dot; what stands beside the letters on a plate, and the widest plate: in em of
#: the number.
RADIUS: Final = 0.66
_BESIDE, _WIDEST = 0.55, 3.4
#: Bases from the strongest; the first so many are what documents say, the others are readings.
LETTERS: Final = ("Stated", "Matched", "Estimated", "Proposed")
DOCUMENTS: Final = LETTERS[:2]


class Member(NamedTuple):
    """A measure or an action beside a head."""

    item: Item
    #: class of the colour of its project
    aspect: str
    #: an action that is here only because its measure, which stands before it, is here
    joined: bool
    #: a candidate for solving several issues at once
    lit: bool
    #: how wide the plate of its number is, in em of the number
    plate: float


class Group(NamedTuple):
    """The members of a head that rest on the same basis, in the order of the plan."""

    basis: str
    members: tuple[Member, ...]


class Row(NamedTuple):
    """A head and its groups, the strongest first; *said* is what an empty place says."""

    head: Item
    groups: tuple[Group, ...]
    said: str = ""

    @property
    def members(self) -> tuple[Member, ...]:
        """Return the members of all groups."""
        return tuple(each for group in self.groups for each in group.members)


@lru_cache(maxsize=8)
def gathered(picture: Picture, by: str, wide: Callable[[str], float]) -> tuple[Row, ...]:
    """Return the rows of the view *by* of HEADS; none where no head has a member.

    They are the same on every canvas and in every room.
    """
    kind, predicate = HEADS[by]
    items = {item.key: item for item in picture.items}
    places = {item.key: at for at, item in enumerate(picture.items)}
    lit = simultaneous(picture) if by == "by-issue" else frozenset[str]()
    here: dict[str, dict[str, Line]] = defaultdict(dict)
    for line in picture.lines:
        item = items.get(line.subject)
        if line.predicate == predicate and item and item.kind in _MEMBERS:
            known = here[line.object].setdefault(line.subject, line)
            if _strength(line) < _strength(known):
                here[line.object][line.subject] = line
    if by == "by-sdg":
        # The colours of the goals are the only ones in their view.
        items = {key: replace(item, project="", tags=()) for key, item in items.items()}
    heads = [item for item in picture.items if item.kind == kind]
    if not any(here[head.key] for head in heads):
        return ()
    members = {
        item.key: Member(
            item, aspect(items.get(item.project, item)), False, item.key in lit, _plate(item, wide)
        )
        for item in items.values()
        if item.kind in _MEMBERS
    }
    rows = [Row(head, _groups(here[head.key].values(), members, places)) for head in heads]
    mixed = any(group.basis in DOCUMENTS for row in rows for group in row.groups)
    return tuple(Row(row.head, row.groups, _said(row, picture, mixed=mixed)) for row in rows)


def _strength(line: Line) -> int:
    return LETTERS.index(line.basis) if line.basis in LETTERS else len(LETTERS)


def _plate(item: Item, wide: Callable[[str], float]) -> float:
    """Return how wide the plate of a number is: that of a dot, or of the box of a measure."""
    if item.kind != "Measure":
        return 2 * RADIUS
    return max(2 * RADIUS, min(wide(item.mark) + _BESIDE, _WIDEST))


def _groups(
    lines: Iterable[Line], members: Mapping[str, Member], places: Mapping[str, int]
) -> tuple[Group, ...]:
    found = sorted((line for line in lines if line.basis in LETTERS), key=_strength)
    return tuple(
        Group(basis, _members(tuple(group), members, places))
        for basis, group in groupby(found, key=lambda line: line.basis)
    )


def _members(
    lines: Sequence[Line], members: Mapping[str, Member], places: Mapping[str, int]
) -> tuple[Member, ...]:
    """Return the members: each measure with the actions that are here through it, then others."""
    there = {line.subject for line in lines}
    found: list[tuple[tuple[int, int, int], Member]] = []
    for line in lines:
        member = members[line.subject]
        item, measure = member.item, members.get(member.item.parent)
        at = places[item.key]
        if item.kind == "Measure" or not measure or measure.item.kind != "Measure":
            found.append(((at, 0, 0), member))
        else:
            joined = line.through_measure and item.parent in there
            place = (places[item.parent], 1 if joined else 2, at)
            found.append((place, member._replace(joined=joined)))
    return tuple(member for _, member in sorted(found, key=lambda each: each[0]))


def _said(row: Row, picture: Picture, *, mixed: bool) -> str:
    """Return what is said where no document leads to an action; nothing where one does.

    In a view of estimates alone its heading says so once, and only empty rows speak.
    """
    actions = dict.fromkeys(LETTERS, 0) | {
        group.basis: sum(each.item.kind == "Action" for each in group.members)
        for group in row.groups
    }
    if any(actions[basis] for basis in DOCUMENTS) or (row.groups and not mixed):
        return ""
    if actions["Estimated"]:
        return text("row-estimated", picture.lang, count=actions["Estimated"])
    looked = picture.basis in ("Estimated", "Proposed")
    return text("row-empty" if looked else "row-left-out", picture.lang)
