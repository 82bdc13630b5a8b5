"""What is drawn in the rows: heads, the lines of the bases, and the plates of the members.

A measure is a plate filled with the colour of its project, an action a dot with its outline, as on
the first sight. The actions that are here only through their measure stand with it on one ground.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from plan_graph.mandala.layout.row_blocks import SPOKEN, Block, Spot, runs
from plan_graph.mandala.layout.row_members import Member
from plan_graph.mandala.layout.row_plan import Laid, Plan
from plan_graph.mandala.layout.row_sizes import Head, Measure, Pen, name_of
from plan_graph.mandala.scene import Box, Disc, Mark, Path, Placed, Text
from plan_graph.mandala.theme import goal
from plan_graph.messages import BASIS_MARKS, pick
from plan_graph.vocab import PG

#: The line of a basis.
_LEADS: Final = {
    "Stated": "lead",
    "Matched": "lead dashed",
    "Estimated": "lead dotted",
    "Proposed": "lead ghost",
}
#: The base line of text below its middle, in em.
_BASE: Final = 0.36
#: From one line of text to the next, in em.
_LINE: Final = 1.16
#: What the number of a head stands on, in em of its name.
_HIGH: Final = 1.24
#: How far the ground of a measure and its actions reaches beyond their plates, in em of a number.
_PAD: Final = 0.15
#: A second ring, as a part of the radius of the first.
_RING: Final = 1.24
#: Smaller dots have a finer outline, in pixels.
_FINE: Final = 17.0
Drawn = Callable[[float, float, float], Sequence[Mark]]


def drawn(laid: Laid, plan: Plan, lang: str, wide: Measure) -> tuple[list[Mark], list[Placed]]:
    """Return a row: what lies below, and its head and members in the order of reading."""
    pen, area = plan.pen, laid.area
    below: list[Mark] = []
    placed = [_head(laid.head, area.left, area.top + area.height / 2, plan, wide)]
    for stack in laid.stacks:
        x = area.left + plan.members + stack.x
        lead = x + pen.lead
        y = area.top + (area.height - stack.height(pen)) / 2
        for line in stack.said:
            base = y + pen.other * (SPOKEN / 2 + _BASE)
            below.append(Text(x, base, pen.other, line, "label caption aside"))
            y += pen.other * SPOKEN
        for block in stack.blocks:
            middle = y + pen.pitch / 2
            letter = pick(BASIS_MARKS[PG.NS + block.basis], lang)
            below += _badge(letter, x + pen.badge, middle, pen.badge)
            below += _below(block, x, middle, pen, wide)
            placed += [
                member(each.member, lead + each.x, middle + each.line * pen.pitch, pen, wide)
                for each in block.spots
            ]
            y += block.lines * pen.pitch
    return below, placed


# --- Heads ----------------------------------------------------------------------------------


def _head(head: Head, x: float, y: float, plan: Plan, wide: Measure) -> Placed:
    size = plan.pen.key
    half, width = head.height * size / 2, head.width * size
    if head.item.colour:
        # Goals stand on plates of the same width.
        width = plan.members - size * 0.9
    marks: list[Mark] = []
    ink = ""
    if head.pill:
        css, ink = goal(head.item.colour) or ("pill", "")
        marks.append(Box(0, -half, width, 2 * half, min(half, size * 0.8), css))
        if head.number:
            marks.append(Text(size * 0.55, size * _BASE, size, head.number, f"name {ink}"))
    elif head.number:
        marks += _number(head, size, wide)
    first = size * (_BASE - (len(head.lines) - 1) * _LINE / 2)
    css = f"name {ink}".strip()
    marks += [
        Text(head.lead * size, first + at * _LINE * size, size, line, css)
        for at, line in enumerate(head.lines)
    ]
    return Placed(head.item.key, x, y, (0, -half, max(width, size), half), tuple(marks))


def _number(head: Head, size: float, wide: Measure) -> Iterator[Mark]:
    """Yield the number of a head: in a disc for a vision and for nothing else."""
    width = (head.lead - 0.35) * size
    digits = min(size * 0.82, width * 0.86 / max(wide(head.number), 0.1))
    high = size * _HIGH
    if head.item.kind == "Vision":
        ink = "name on-accent"
        if width <= high:
            yield Disc(width / 2, 0, width / 2, "vision")
        else:
            yield Box(0, -high / 2, width, high, high / 2, "vision")
    else:
        yield Box(0, -high / 2, width, high, size * 0.28, "pill")
        ink = "name"
    yield Text(width / 2, digits * _BASE, digits, head.number, ink, "middle")


# --- Members --------------------------------------------------------------------------------


def member(each: Member, x: float, y: float, pen: Pen, wide: Measure) -> Placed:
    """Return a member with the middle of its plate at (x, y), and its name where *pen* tells it."""
    item, r = each.item, pen.radius
    half = each.plate * pen.number / 2
    inside = 2 * half * (0.8 if item.kind == "Measure" else 0.86)
    size = min(pen.number, inside / max(wide(item.mark), 0.1))
    css, fine = "label", " fine" if r < _FINE else ""
    marks: list[Mark] = []
    if each.lit:
        marks.append(Disc(0, 0, r * _RING, f"rim strong{fine}"))
    if item.kind == "Measure":
        marks.append(Box(-half, -r * 0.92, 2 * half, r * 1.84, r * 0.4, f"arc {each.aspect}"))
        css = f"name on-{each.aspect}"
    else:
        marks.append(Disc(0, 0, r, f"dot {each.aspect}{fine}"))
    if item.mark:
        marks.append(Text(0, size * _BASE, size, item.mark, css, "middle"))
    reach = half
    if pen.names:
        name, width = name_of(each, pen, wide)
        left = pen.slot / 2 + pen.apart
        first = pen.other * (_BASE - (len(name) - 1) * _LINE / 2)
        marks += [
            Text(left, first + at * _LINE * pen.other, pen.other, line, "label")
            for at, line in enumerate(name)
        ]
        reach = left + width * pen.other
    return Placed(item.key, x, y, (-half, -r, reach, r), tuple(marks))


def _below(block: Block, x: float, y: float, pen: Pen, wide: Measure) -> Iterator[Mark]:
    """Yield what lies below a group: the line of its basis, and the grounds of its measures."""
    lead = x + pen.lead
    # A dash begins anew where the line comes out from below a plate, so that it is seen.
    ends = [(run, *_reach(run, lead, pen, wide)) for run in runs(block)]
    begin = {0: x + 2 * pen.badge}
    told: list[str] = []
    for run, left, right in ends:
        line = run[0].line
        if line in begin and left > begin[line] and not (pen.names and told):
            told.append(f"M{begin[line]:.1f} {y + line * pen.pitch:.1f}H{left:.1f}")
        begin[line] = right
    if told:
        yield Path("".join(told), _LEADS[block.basis])
    pad = pen.number * _PAD
    for run, left, right in ends:
        if run[-1].member.joined:
            half = pen.radius + pad
            middle = y + run[0].line * pen.pitch
            css = f"sector {run[0].member.aspect}"
            yield Box(left, middle - half, right - left, 2 * half, half, css)
    if block.hidden:
        last = block.spots[-1]
        at = lead + last.x + last.member.plate * pen.number / 2 + pen.number * 0.3
        base = y + last.line * pen.pitch + pen.other * _BASE
        yield Text(at, base, pen.other, f"＋{block.hidden}", "label caption aside")


def _reach(run: Sequence[Spot], lead: float, pen: Pen, wide: Measure) -> tuple[float, float]:
    """Return from where to where a run reaches: with the ground of a measure and its actions."""
    first, last = run[0], run[-1]
    pad = pen.number * _PAD if last.member.joined else 0.0
    left = lead + first.x - first.member.plate * pen.number / 2 - pad
    right = lead + last.x + last.member.plate * pen.number / 2 + pad
    if pen.names:
        told = name_of(last.member, pen, wide)[1] * pen.other
        right = lead + last.x + pen.slot / 2 + pen.apart + told + pen.other * 0.3
    return left, right


# --- Signs of the band ----------------------------------------------------------------------


def _badge(letter: str, x: float, y: float, r: float) -> Iterator[Mark]:
    size = r / 0.72
    yield Disc(x, y, r, "disc strong")
    yield Text(x, y + size * _BASE, size, letter, "name aside", "middle")


def badge_sign(basis: str, lang: str) -> tuple[float, Drawn]:
    """Return the width in em and the marks of the letter of *basis*."""
    letter = pick(BASIS_MARKS[PG.NS + basis], lang)
    return 1.44, lambda x, y, size: tuple(_badge(letter, x, y, size * 0.72))


def ring_sign() -> tuple[float, Drawn]:
    """Return the width in em and the marks of the second ring."""
    return 1.4, lambda x, y, size: (
        Disc(x, y, size * 0.68, "disc strong"),
        Disc(x, y, size * 0.5, "dot none"),
    )


def plate_sign(kind: str) -> tuple[float, Drawn]:
    """Return the width in em and the marks of the plate of a measure, or of an action."""
    if kind == "Measure":
        return 1.5, lambda x, y, size: (
            Box(x - size * 0.75, y - size * 0.5, size * 1.5, size, size * 0.25, "arc none"),
        )
    return 1.1, lambda x, y, size: (Disc(x, y, size * 0.55, "dot none"),)
