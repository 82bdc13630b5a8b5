"""A small picture of a finding: what its sentences tell of, and the links between, as SVG.

Elements of several kinds stand in columns, those of one kind on a ring. The style of a line is
its ground; no colour, no script and no network is needed to read it. What it shows, the sentences
beside it say in words.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from itertools import groupby
from math import sqrt
from typing import Final

from plan_graph.answers import Page
from plan_graph.kinds import kind_name
from plan_graph.messages import BASES, pick
from plan_graph.network import Found, Item
from plan_graph.tables import Screen, shown
from plan_graph.vocab import PG, SDGO, STRENGTH

#: So many elements are drawn at most: those of the first sentences.
_MOST: Final = 40
#: A ring of more elements than this tells them by their numbers, as the sentences do.
_NAMED: Final = 20
#: With more lines than this for each element, only its heaviest ones are drawn.
_DENSE, _HEAVIEST = 4, 2
#: Units: a row, a name in half-width signs at most and one of these, the gap, the edge.
_ROW, _COLUMNS, _SIGN, _GAP, _EDGE = 24, 28, 7.1, 130, 12
_LEGEND, _NARROWEST = 34, 280
#: What acts stands on the left, what is aimed at on the right, what lies between in the middle.
_LEFT: Final = {PG.Action, PG.Measure, PG.Programme, PG.Actor, PG.Department, PG.PlatformActivity}
_RIGHT: Final = {PG.Vision, PG.Theme, SDGO.Goal, SDGO.Target}
_COLUMNS_OF_THREE: Final = 3


@dataclass(frozen=True, slots=True)
class Picture:
    """The drawing, the elements in it, and whether sentences or lines were left out."""

    svg: str
    nodes: tuple[str, ...]
    items: int
    is_thinned: bool


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where an element stands, and on which side of it its name is: -1 left, 0 over it, 1 right."""

    x: float
    y: float
    side: int
    label: str


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where everything stands: elements, heads of kinds, the size, and what lines bend towards."""

    spots: Mapping[str, _Spot]
    heads: Sequence[tuple[float, float, int, str]]
    width: float
    height: float
    is_ring: bool


def picture(found: Found, page: Page) -> Picture | None:
    """Draw what the sentences of *found* tell of; None where not one line is between them."""
    items, nodes = _chosen(found)
    lines = [
        (a, b, data)
        for a, b, data in found.graph.subgraph(nodes).edges(data=True)
        if {a, b} <= set(nodes)
    ]
    if not lines:
        return None
    joined = {end for a, b, _ in lines for end in (a, b)}
    nodes = tuple(iri for iri in nodes if iri in joined)
    drawn = _heaviest(lines) if len(lines) > _DENSE * len(nodes) else lines
    if found.projection == "steps":
        layout = _columns(_by_step(items, nodes), page)
    elif len({page.known[iri].kind for iri in nodes}) > 1:
        layout = _columns(_by_kind(nodes, lines, page), page)
    else:
        layout = _ring(nodes, page)
    svg = _svg(found, page, layout, drawn)
    return Picture(svg, nodes, len(items), len(drawn) < len(lines))


def _chosen(found: Found) -> tuple[Sequence[Item], tuple[str, ...]]:
    """Return the first sentences that there is room for, and all that they tell of and lean on."""
    nodes: dict[str, None] = {}
    for at, item in enumerate(found.items):
        told = (*item.elements, *(iri for iri, _ in item.evidence))
        more = nodes | dict.fromkeys(iri for iri in told if iri in found.graph)
        if len(more) > _MOST and at:
            return found.items[:at], tuple(nodes)
        nodes = more
    return found.items, tuple(nodes)


_Line = tuple[str, str, Mapping[str, object]]


def _heaviest(lines: Sequence[_Line]) -> list[_Line]:
    """Return the lines that are among the heaviest of one of their two ends."""
    counted: dict[str, int] = {}
    kept = []
    weighed = sorted(lines, key=lambda line: -int(str(line[2].get("weight", 1))))
    for line in weighed:
        if min(counted.get(end, 0) for end in line[:2]) < _HEAVIEST:
            kept.append(line)
            for end in line[:2]:
                counted[end] = counted.get(end, 0) + 1
    return kept


# --- Places ---------------------------------------------------------------------------------


def _by_step(items: Sequence[Item], nodes: Sequence[str]) -> list[list[str]]:
    """Return the elements of ways by how far they are from the start, the end on its own."""
    last = items[0].elements[-1]
    steps: dict[int, list[str]] = {}
    for iri in nodes:
        at = min(each.elements.index(iri) for each in items if iri in each.elements)
        steps.setdefault(len(nodes) if iri == last else min(at, 1), []).append(iri)
    return [steps[at] for at in sorted(steps)]


def _by_kind(nodes: Sequence[str], lines: Sequence[_Line], page: Page) -> list[list[str]]:
    """Return two columns by kind, or three where what lies between leads on to the right."""

    def column(iri: str) -> int:
        kind = page.known[iri].kind
        return 0 if kind in _LEFT else 2 if kind in _RIGHT else 1

    places: dict[int, list[str]] = {0: [], 1: [], 2: []}
    for iri in nodes:
        places[column(iri)].append(iri)
    if not any({column(a), column(b)} == {1, 2} for a, b, _ in lines):
        places = {0: places[0], 1: [*places[1], *places[2]]}
    filled = [each for each in places.values() if each]
    order = list(dict.fromkeys(page.known[iri].kind for iri in nodes))
    return [
        sorted(each, key=lambda iri: (order.index(page.known[iri].kind), page.known[iri].place))
        for each in filled
    ]


def _columns(columns: Sequence[Sequence[str]], page: Page) -> _Layout:
    """Place elements in columns, each kind below its name; a short column stands in the middle."""
    grouped = [
        [(kind, list(group)) for kind, group in groupby(each, key=lambda i: page.known[i].kind)]
        for each in columns
    ]
    labels = {iri: _label(iri, page) for each in columns for iri in each}
    heads = [[kind_name(kind, page.lang) for kind, _ in each] for each in grouped]
    wide = [
        max(map(_wide, (*heads[at], *(labels[iri] for iri in each))), default=0)
        for at, each in enumerate(columns)
    ]
    rows = [sum(1 + len(members) for _, members in each) for each in grouped]
    height = max(rows) * _ROW
    last = len(columns) - 1
    gap = _GAP if last == 1 else _GAP - 30
    width = 2 * _EDGE + sum(wide) + last * gap
    spots: dict[str, _Spot] = {}
    named: list[tuple[float, float, int, str]] = []
    for at, groups in enumerate(grouped):
        side = -1 if at == 0 else 1 if at == last else 0
        left = _EDGE + sum(wide[:at]) + at * gap
        x = left + {-1: wide[at], 0: wide[at] / 2, 1: 0}[side]
        y = (height - rows[at] * _ROW) / 2 + _ROW / 2
        for (_, members), head in zip(groups, heads[at], strict=True):
            named.append((x, y, side, head))
            for iri in members:
                y += _ROW
                spots[iri] = _Spot(x, y, side, labels[iri])
            y += _ROW
    return _Layout(spots, named, width, height, is_ring=False)


def _ring(nodes: Sequence[str], page: Page) -> _Layout:
    """Place elements of one kind on a ring, so that every name has a row of its own."""
    marks = [page.known[iri].mark for iri in nodes]
    by_number = len(nodes) > _NAMED and all(marks)
    labels = marks if by_number else [_label(iri, page) for iri in nodes]
    right = (len(nodes) + 1) // 2
    radius = max(right * _ROW / 2, 90)
    middle = max(_EDGE + max(map(_wide, labels)) + radius, _NARROWEST / 2)
    spots: dict[str, _Spot] = {}
    for at, (iri, label) in enumerate(zip(nodes, labels, strict=True)):
        side = 1 if at < right else -1
        count = right if side == 1 else len(nodes) - right
        row = at if side == 1 else len(nodes) - 1 - at
        y = 2 * radius * (row + 0.5) / count
        x = sqrt(max(radius**2 - (y - radius) ** 2, 0))
        spots[iri] = _Spot(middle + side * x, y + _ROW, side, label)
    head = (_EDGE - 10, _ROW / 2, 1, kind_name(page.known[nodes[0]].kind, page.lang))
    return _Layout(spots, [head], 2 * middle, 2 * radius + 2 * _ROW, is_ring=True)


def _label(iri: str, page: Page) -> str:
    """Return number and name of an element, cut where it is long; whole it stands in its title."""
    element = page.known[iri]
    lines = Screen().folded(shown(f"{element.mark} {element.label(page.lang)}".strip()), _COLUMNS)
    return lines[0] + ("…" if len(lines) > 1 else "")


def _wide(label: str) -> float:
    return Screen().width(label) * _SIGN + 16


# --- Drawing --------------------------------------------------------------------------------


def _svg(found: Found, page: Page, layout: _Layout, lines: Sequence[_Line]) -> str:
    spots, width, tall = layout.spots, layout.width, layout.height + _LEGEND
    used = {str(data["basis"]) for *_, data in lines}
    title = page.text("netpages.picture", count=len(spots), lines=len(lines))
    lit = set(found.lit)
    opening = (
        '<svg class="net" xmlns="http://www.w3.org/2000/svg" role="img"'
        f' aria-labelledby="net-title" viewBox="0 0 {width:g} {tall:g}" width="{width:g}"'
        f' height="{tall:g}"><title id="net-title">{escape(title)}</title>'
    )
    parts = [
        opening,
        *(_line(spots[a], spots[b], str(data["basis"]), layout) for a, b, data in lines),
        *(_head(*head) for head in layout.heads),
        *(_node(iri, spot, page, lit=iri in lit) for iri, spot in spots.items()),
        *_legend(used, page, tall - _LEGEND / 2 + 4),
        "</svg>",
    ]
    return "".join(parts)


def _line(a: _Spot, b: _Spot, basis: str, layout: _Layout) -> str:
    """Draw a line, bent towards the middle of a ring, or level where it leaves a column."""
    if layout.is_ring:
        first = second = (layout.width / 2 + (a.x + b.x)) / 3, (layout.height / 2 + a.y + b.y) / 3
    elif a.x == b.x and not a.side:
        # Boxes in the middle are joined round their right ends.
        a, b = (replace(each, x=each.x + _wide(each.label) / 2) for each in (a, b))
        bow = max(a.x, b.x) + min(20 + abs(a.y - b.y) / 3, 60)
        first, second = (bow, a.y), (bow, b.y)
    elif a.x == b.x:
        bow = a.x - a.side * 40
        first, second = (bow, a.y), (bow, b.y)
    else:
        middle = (a.x + b.x) / 2
        first, second = (middle, a.y), (middle, b.y)
    (x1, y1), (x2, y2) = first, second
    way = f"M{a.x:.1f} {a.y:.1f}C{x1:.1f} {y1:.1f} {x2:.1f} {y2:.1f} {b.x:.1f} {b.y:.1f}"
    return f'<path class="line {basis.lower()}" d="{way}"/>'


def _head(x: float, y: float, side: int, name: str) -> str:
    return _text(x + side * 10, y, side, "head", name)


def _node(iri: str, spot: _Spot, page: Page, *, lit: bool) -> str:
    look, name = "told" if lit else "leant", spot.label
    whole = shown(page.known[iri].named(page.lang))
    drawn = f"<g><title>{escape(whole)}</title>"
    if not spot.side:
        wide = _wide(name)
        box = f'x="{spot.x - wide / 2:.1f}" y="{spot.y - 10:g}" width="{wide:.1f}" height="20"'
        drawn += f'<rect class="{look}" {box} rx="3"/>'
    else:
        drawn += f'<circle class="{look}" cx="{spot.x:g}" cy="{spot.y:g}" r="4"/>'
    return f"{drawn}{_text(spot.x + spot.side * 10, spot.y, spot.side, look, name)}</g>"


def _text(x: float, y: float, side: int, look: str, words: str) -> str:
    anchor = {-1: "end", 0: "middle", 1: "start"}[side]
    return (
        f'<text class="{look}" x="{x:g}" y="{y + 4.5:g}" text-anchor="{anchor}">'
        f"{escape(words)}</text>"
    )


def _legend(used: set[str], page: Page, y: float) -> Iterator[str]:
    """Yield a line of each ground that occurs, the strongest first."""
    x = float(_EDGE)
    for basis in STRENGTH:
        name = basis.removeprefix(PG.NS)
        if name in used:
            words = pick(BASES[basis], page.lang)
            yield f'<path class="line {name.lower()}" d="M{x:g} {y:g}h28"/>'
            yield _text(x + 36, y, 1, "head", words)
            x += 36 + Screen().width(words) * _SIGN + 28
