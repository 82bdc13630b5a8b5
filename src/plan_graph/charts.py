"""Charts as SVG: horizontal bars that need no colour, no script and no network to be read.

`bars` cuts each bar into parts; `pairs` sets two values of one thing below each other.

Every bar says its numbers beside it, and every part of it has a pattern and a letter besides its
colour. Colours are classes, which `STYLE` gives in light, in dark and on paper (WCAG AA).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from plan_graph.tables import Screen, shown

#: Units of the drawing: widths of labels, of bars and of what is said beside them; a line of text.
_LABEL, _BAR, _SAID, _GAP, _LINE = 250, 284, 186, 12, 18
_TALL, _ROOM, _TOP, _LEGEND = 20, 12, 8, 32
_WIDTH: Final = _LABEL + _GAP + _BAR + _GAP + _SAID
#: Width of a half-width sign, and the narrowest part that has room for its letter.
_SIGN, _LETTER = 7.2, 20
_LINES = 2
#: Units of a chart of pairs: its width, the longest bar, the plate of a sign, a bar's height.
_PAIR_WIDTH, _PAIR_BAR, _PLATE, _THICK = 560, 300, 24, 14
#: Width of a Latin letter in a font that is spaced wide.
_LETTERS = 8.4

#: Looks of a part: filled, striped, dotted, and an outline only.
LOOKS: Final = ("solid", "stripes", "dots", "blank")

STYLE: Final = """
.chart{--ink:#1B2733;--quiet:#55616D;--fill:#23395B;--on-fill:#FFFFFF;--tint:#E3EEFF;
--pale:#FFF1D6;--mark:#A86200;--paper:#FFFFFF;--line:#8A96A3;
display:block;width:100%;max-width:46rem;height:auto}
.chart text{font-size:14px;fill:var(--ink)}
.chart .said{font-variant-numeric:tabular-nums}
.chart .quiet{fill:var(--quiet)}
.chart .letter{font-size:12px;font-weight:700;text-anchor:middle}
.chart .on-solid{fill:var(--on-fill)}
.chart .pill{fill:var(--paper)}
.chart .base{stroke:var(--line);stroke-width:1}
.chart .solid{fill:var(--fill)}
.chart .outline{fill:var(--tint);stroke:var(--fill);stroke-width:1}
.chart .plate{fill:none;stroke:var(--ink);stroke-width:1.25}
.chart .sign{font-weight:700;text-anchor:middle}
.chart .tint{fill:var(--tint)}
.chart .stripe{stroke:var(--fill);stroke-width:2}
.chart .pale{fill:var(--pale)}
.chart .dot{fill:var(--mark)}
.chart .edge{fill:none;stroke:var(--fill);stroke-width:1}
.chart .edge-dots{stroke:var(--mark)}
.chart .edge-blank{stroke:var(--line);stroke-dasharray:3 3}
.multiples{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,33rem),1fr));
gap:2rem 3rem;margin:1.25rem 0}
.multiples figure{margin:0}
.multiples .chart{min-width:0}
@media (prefers-color-scheme:dark){.chart{--ink:#E8EDF2;--quiet:#A9B5C1;--fill:#A9C4EA;
--on-fill:#14202E;--tint:#26384F;--pale:#3A3020;--mark:#F6C667;--paper:#17212B;--line:#7D8995}}
@media print{.chart{--ink:#1B2733;--quiet:#55616D;--fill:#23395B;--on-fill:#FFFFFF;--tint:#E3EEFF;
--pale:#FFF1D6;--mark:#A86200;--paper:#FFFFFF;--line:#8A96A3;print-color-adjust:exact}
.multiples{grid-template-columns:1fr 1fr;gap:1rem 1.5rem}}
"""


@dataclass(frozen=True, slots=True)
class Part:
    """What a piece of a bar stands for: its name, its letter and its look (one of `LOOKS`)."""

    name: str
    letter: str
    look: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of the chart: its label, a number for each part, and what is said beside it."""

    label: str
    counts: tuple[float, ...]
    said: str


def bars(
    rows: Sequence[Bar], parts: Sequence[Part], *, title: str, key: str, share: bool = False
) -> str:
    """Return a chart of *rows*, each cut into *parts*; *key* sets it apart from others on a page.

    The longest bar is as long as there is room; with *share* every bar is, and its parts are
    shares. A label of more than two lines is cut: whole it stands in the table that goes
    with the chart, and where somebody points.
    """
    largest = max((sum(row.counts) for row in rows), default=0)
    drawn, top = [], float(_LEGEND + _TOP)
    for row in rows:
        scale = sum(row.counts) if share else largest
        lines = _lines(row.label)
        drawn.append(_row(row, lines, parts, (top, scale), key))
        top += _room(lines) + _ROOM
    name = escape(title)
    return (
        f'<svg class="chart" xmlns="http://www.w3.org/2000/svg" role="img"'
        f' aria-labelledby="{key}-title" viewBox="0 0 {_WIDTH} {top:g}">'
        f'<title id="{key}-title">{name}</title>'
        f"<defs>{_stripes(key)}{_dots(key)}</defs>{_legend(parts, key)}{''.join(drawn)}</svg>"
    )


@dataclass(frozen=True, slots=True)
class Pair:
    """Two values of one thing: its label, their lengths, what is said beside each, and a sign.

    A length of None is drawn as no bar; a sign is a plate before the label.
    """

    label: str
    lengths: tuple[float | None, float | None]
    said: tuple[str, str]
    sign: str = ""


def pairs(rows: Sequence[Pair], *, title: str, key: str) -> str:
    """Return a chart of *rows*: the first value filled, the second outlined, below its label.

    Each row has a scale of its own, as its longer value fills it: rows may differ in unit.
    """
    drawn, top = [], 0.0
    for row in rows:
        lines = Screen().folded(shown(row.label), int((_PAIR_WIDTH - _PLATE - 8) / _LETTERS))
        drawn.append(_pair(row, lines, top))
        top += _LINE * (len(lines) + 2) + _ROOM + 8
    return (
        f'<svg class="chart" xmlns="http://www.w3.org/2000/svg" role="img"'
        f' aria-labelledby="{key}-title" viewBox="0 0 {_PAIR_WIDTH} {max(top, 1):g}">'
        f'<title id="{key}-title">{escape(title)}</title>{"".join(drawn)}</svg>'
    )


def _pair(row: Pair, lines: Sequence[str], top: float) -> str:
    left = _PLATE + 8 if row.sign else 0
    label = "".join(
        f'<tspan x="{left}" y="{top + 15 + at * _LINE:g}">{escape(line)}</tspan>'
        for at, line in enumerate(lines)
    )
    drawn = [f"<g><title>{escape(' '.join(map(shown, (row.label, *row.said, row.sign))))}</title>"]
    if row.sign:
        drawn.append(
            f'<rect class="plate" x="1" y="{top + 1:g}" width="{_PLATE - 2}" height="18" rx="4"/>'
            f'<text class="sign" x="{_PLATE / 2:g}" y="{top + 15:g}">{escape(row.sign)}</text>'
        )
    drawn.append(f"<text>{label}</text>")
    first = top + _LINE * len(lines) + 5
    longest = max((each for each in row.lengths if each), default=0)
    looks = zip(row.lengths, row.said, ("solid", "outline"), strict=True)
    for at, (length, said, look) in enumerate(looks):
        y = first + at * _LINE
        if length and length > 0:
            width = (_PAIR_BAR - left) * length / longest
            box = f'x="{left}" y="{y:g}" width="{width:.1f}" height="{_THICK}"'
            drawn.append(f'<rect class="{look}" {box}/>')
        tone = "said" if length is not None else "said quiet"
        drawn.append(f'<text class="{tone}" x="{_PAIR_BAR + 10}" y="{y + 12:g}">')
        drawn.append(f"{escape(shown(said))}</text>")
    drawn.append(
        f'<line class="base" x1="{left}" x2="{left}" y1="{first - 2:g}"'
        f' y2="{first + _LINE + _THICK + 2:g}"/></g>'
    )
    return "".join(drawn)


def _stripes(key: str) -> str:
    return (
        f'<pattern id="{key}-stripes" width="7" height="7" patternUnits="userSpaceOnUse"'
        ' patternTransform="rotate(45)"><rect class="tint" width="7" height="7"/>'
        '<line class="stripe" x1="1" x2="1" y1="0" y2="7"/></pattern>'
    )


def _dots(key: str) -> str:
    return (
        f'<pattern id="{key}-dots" width="7" height="7" patternUnits="userSpaceOnUse">'
        '<rect class="pale" width="7" height="7"/>'
        '<circle class="dot" cx="3.5" cy="3.5" r="1.4"/></pattern>'
    )


def _legend(parts: Sequence[Part], key: str) -> str:
    """Return swatch, letter and name of each part, side by side above the bars."""
    drawn, left = [], float(_LABEL + _GAP)
    width = sum(_width_of(part) for part in parts)
    left = max(0.0, min(left, _WIDTH - width))
    for part in parts:
        drawn.append(_piece(part, (left, 4, 26), key))
        drawn.append(f'<text x="{left + 32:g}" y="19">{escape(shown(part.name))}</text>')
        left += _width_of(part)
    return "".join(drawn)


def _width_of(part: Part) -> float:
    return 32 + Screen().width(part.name) * (_SIGN + 0.8) + 20


def _lines(label: str) -> list[str]:
    """Fold a label to the lines that it may take, the last one cut where it is longer."""
    columns = int(_LABEL / _SIGN)
    lines = Screen().folded(shown(label), columns)
    if len(lines) > _LINES:
        last = Screen().folded(lines[_LINES - 1], columns - 2)[0]
        lines = [*lines[: _LINES - 1], last + "…"]
    return lines


def _room(lines: Sequence[str]) -> int:
    """Return how tall a row with these lines is."""
    return max(_TALL, _LINE * len(lines))


def _row(
    row: Bar, lines: Sequence[str], parts: Sequence[Part], place: tuple[float, float], key: str
) -> str:
    """Return a row below its top, by a scale; its label is told in *lines*."""
    (top, scale), room = place, _room(lines)
    first = top + (room - _LINE * len(lines)) / 2 + 14
    label = "".join(
        f'<tspan x="0" y="{first + at * _LINE:g}">{escape(line)}</tspan>'
        for at, line in enumerate(lines)
    )
    y, left = top + (room - _TALL) / 2, float(_LABEL + _GAP)
    whole, said = escape(shown(row.label)), escape(shown(row.said))
    drawn = [
        f"<g><title>{whole} {said}</title><text>{label}</text>",
        f'<line class="base" x1="{left:g}" x2="{left:g}" y1="{y - 3:g}" y2="{y + _TALL + 3:g}"/>',
    ]
    for part, count in zip(parts, row.counts, strict=True):
        if count:
            width = _BAR * count / scale
            drawn.append(_piece(part, (left, y, width), key))
            left += width
    quiet = "" if any(row.counts) else " quiet"
    beside = _LABEL + _GAP + (_BAR + _GAP if any(row.counts) else _GAP)
    drawn.append(f'<text class="said{quiet}" x="{beside}" y="{y + 14.5:g}">{said}</text></g>')
    return "".join(drawn)


def _piece(part: Part, place: tuple[float, float, float], key: str) -> str:
    """Return a piece of a bar at (left, top, width), with its letter where there is room."""
    left, top, width = place
    box = f'x="{left:.1f}" y="{top:g}" width="{width:.1f}" height="{_TALL}"'
    fill = f'fill="url(#{key}-{part.look})"' if part.look in {"stripes", "dots"} else ""
    if part.look == "solid":
        drawn = f'<rect class="solid" {box}/>'
    else:
        drawn = f"<rect {fill} {box}/>" if fill else ""
        drawn += f'<rect class="edge edge-{part.look}" {box}/>'
    if width < _LETTER:
        return drawn
    middle, wide = left + width / 2, 16 if part.look in {"stripes", "dots"} else 0
    if wide:
        drawn += (
            f'<rect class="pill" x="{middle - wide / 2:.1f}" y="{top + 2:g}" width="{wide}"'
            f' height="{_TALL - 4}" rx="4"/>'
        )
    tone = " on-solid" if part.look == "solid" else ""
    return (
        f'{drawn}<text class="letter{tone}" x="{middle:.1f}" y="{top + 14.5:g}">'
        f"{escape(part.letter)}</text>"
    )
