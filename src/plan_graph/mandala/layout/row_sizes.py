"""How large everything in the rows is: pens from large to small, heads, names and plates."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from plan_graph.mandala.layout import lines
from plan_graph.mandala.layout.row_members import RADIUS, Member
from plan_graph.mandala.picture import Item
from plan_graph.mandala.scene import Room

Measure = Callable[[str], float]
#: How much names may grow where there is room; how much heads shrink alone, and then everything.
_GROWN: Final = (1.35, 1.2, 1.1)
_HEADS: Final = (0.9, 0.8)
_SHRUNK: Final = (0.92, 0.84, 0.76, 0.68, 0.6)
#: Grown text stays smaller than the names of the heads.
_BELOW_KEY: Final = 0.88
#: Most lines of a name beside its number, and the widest a line of it may be, in em.
_NAME_LINES: Final = (1, 2, 3)
_NAME: Final = 17.0
#: Only a name wider than this may be cut, in em; it stands whole elsewhere.
_LONG: Final = 36.0
#: The widest number of a head that stands in a disc, and the widest of all, in em of its name.
_TWO_DIGITS, _WIDEST = 1.0, 3.4


class Pen(NamedTuple):
    """The sizes of one try, in pixels: heads, other text, numbers; and whether names are told.

    *names* is the most lines of a name, 0 where numbers stand alone; *whole* has the whole name
    instead of the short one; *ringed* leaves room for a second ring.
    """

    key: float
    other: float
    number: float
    names: int = 0
    whole: bool = False
    ringed: bool = False
    #: in which plates stand before their names, and the whole cell of a member
    slot: float = 0.0
    cell: float = 0.0
    #: the widest name, in em
    name: float = 0.0

    def name_in(self, member: Member) -> str:
        """Return the name that is told of *member*."""
        return member.item.name if self.whole else member.item.short

    @property
    def apart(self) -> float:
        """Return what is between a plate and the name beside it."""
        return self.other * (0.5 if self.ringed else 0.3)

    @property
    def radius(self) -> float:
        """Return the radius of a dot."""
        return self.number * RADIUS

    @property
    def badge(self) -> float:
        """Return the radius of the letter of a basis."""
        return self.other * 0.72

    @property
    def lead(self) -> float:
        """Return the width of the letter of a basis and of the line that begins there."""
        return 2 * self.badge + self.number * (0.6 if self.names else 1.1)

    @property
    def gaps(self) -> tuple[float, float]:
        """Return what is between a measure and its actions, and between others."""
        return self.number * (0.62 if self.ringed else 0.24), self.number * 0.62

    @property
    def pitch(self) -> float:
        """Return the height of a line of members."""
        told = self.names * self.other * 1.16 + self.other * 0.3
        return max(self.number * (1.9 if self.ringed else 1.7), told if self.names else 0.0)


def full_pens(room: Room, *, ringed: bool) -> Iterator[Pen]:
    """Yield the pens of *room* that are as large as it asks for, with names first.

    Heads give way before numbers do, but stay as large as other text is.
    """
    largest = min(room.key * _BELOW_KEY / room.other, room.key / room.number)
    grown = [scale for scale in (*_GROWN, 1.0) if scale <= max(largest, 1.0)]
    for scale in grown:
        pen = Pen(room.key, room.other * scale, room.number * scale, ringed=ringed)
        for whole in (True, False) if room.actions else (False,):
            yield from (pen._replace(names=names, whole=whole) for names in _NAME_LINES)
    for key in (1.0, *_HEADS):
        yield Pen(room.key * key, room.other, room.number, ringed=ringed)


def shrunk_pens(room: Room, *, ringed: bool) -> Iterator[Pen]:
    """Yield the pens that are smaller than *room* asks for."""
    for scale in _SHRUNK:
        key = room.key * min(_HEADS[-1], scale)
        yield Pen(key, room.other * scale, room.number * scale, ringed=ringed)


@cache
def shortened(text: str, width: float, most: int, wide: Measure) -> tuple[str, ...]:
    """Return what `lines.shortened` returns; the same texts stand in many scenes."""
    return lines.shortened(text, width, most, wide)


@cache
def narrowest(name: str, most: int, wide: Measure) -> tuple[tuple[str, ...], float]:
    """Return *name* as narrow as *most* lines make it at its phrases, and its width in em."""
    found = [each for n in range(1, most + 1) if (each := lines.even(name, n, wide))]
    return min(found, key=lambda each: (round(each[1], 2), len(each[0])), default=((), 0.0))


@cache
def fits(name: str, most: int, wide: Measure, cap: float) -> bool:
    """Tell whether *most* lines that are at most *cap* wide hold all of *name*."""
    whole = narrowest(name, most, wide)[1] <= cap
    return whole or lines.broken(name, cap, most, wide) is not None


@cache
def told(name: str, most: int, wide: Measure, cap: float) -> tuple[tuple[str, ...], float]:
    """Return *name* as narrow as *most* lines make it, and its width in em; at most *cap* wide."""
    best = narrowest(name, most, wide)
    if best[1] <= cap:
        return best
    cut = lines.shortened(name, cap, most, wide)
    return cut, max(map(wide, cut), default=0.0)


def name_of(member: Member, pen: Pen, wide: Measure) -> tuple[tuple[str, ...], float]:
    """Return the name of a member in lines, and its width in em.

    It takes as few lines as are no wider than the names of *pen*; where these are not known yet,
    as many as make it narrowest.
    """
    name = pen.name_in(member)
    if pen.name:
        for count in range(1, pen.names):
            if fits(name, count, wide, _NAME):
                found = told(name, count, wide, _NAME)
                if found[1] <= pen.name:
                    return found
    return told(name, pen.names, wide, _NAME)


def needless(name: str, most: int, wide: Measure, cap: float) -> bool:
    """Tell whether a name would be cut that is short enough; a longer one stands elsewhere."""
    return not fits(name, most, wide, cap) and wide(name) <= _LONG


def names_fit(members: Sequence[Member], pen: Pen, wide: Measure) -> bool:
    """Tell whether all names but very long ones can be told whole."""
    return not any(needless(pen.name_in(each), pen.names, wide, _NAME) for each in members)


def with_cells(pen: Pen, members: Sequence[Member], wide: Measure) -> Pen:
    """Return *pen* with cells in which the widest plate and the widest name have room."""
    if not pen.names:
        return pen
    slot = max((each.plate for each in members), default=0.0) * pen.number
    name = max((name_of(each, pen, wide)[1] for each in members), default=0.0)
    cell = slot + pen.apart + (name + 1.0) * pen.other
    return pen._replace(slot=slot, cell=cell, name=name + 0.01)


# --- Heads ----------------------------------------------------------------------------------


class Head(NamedTuple):
    """The name of a head in lines; in em of its size: *lead* before the text, and the width."""

    item: Item
    lines: tuple[str, ...]
    #: the number without the ring that Unicode draws around it
    number: str
    lead: float
    width: float

    @property
    def height(self) -> float:
        """Return the height in em of the size of the name."""
        return max(1.5, len(self.lines) * 1.16 + (0.4 if self.pill else 0.1))

    @property
    def pill(self) -> bool:
        """Tell whether the whole head stands on a plate."""
        return self.item.kind == "RegionalIssue" or bool(self.item.colour)


def head(item: Item, most: int, wide: Measure, cap: float) -> Head:
    """Return the head of *item* with its name in at most *most* lines, at most *cap* em wide."""
    lead, after = _around(item, wide)
    name, width = told(item.name, most, wide, name_room(item, wide, cap))
    return Head(item, name, _number(item), lead, lead + width + after)


def name_room(item: Item, wide: Measure, cap: float) -> float:
    """Return the room for a name in a head at most *cap* em wide."""
    lead, after = _around(item, wide)
    return max(cap - lead - after, 1.0)


def _number(item: Item) -> str:
    number = item.mark
    return str(ord(number) - ord("①") + 1) if len(number) == 1 and "①" <= number <= "⑳" else number


def _around(item: Item, wide: Measure) -> tuple[float, float]:
    """Return what stands before and after the name of a head, in em."""
    number = _number(item)
    if item.kind != "RegionalIssue" and not item.colour:
        return _mark(number, wide) + 0.35 if number else 0.0, 0.0
    return 0.55 + (max(1.0, wide(number) + 0.35) + 0.1 if number else 0.0), 0.55


def _mark(number: str, wide: Measure) -> float:
    """Return the width of what the number of a head stands on, in em of the name."""
    taken = wide(number) * 0.82
    return 1.24 if taken < _TWO_DIGITS else min(taken + 0.5, _WIDEST)
