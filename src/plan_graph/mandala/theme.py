"""The colours and pens of the picture: one style sheet for the screen, by day and night, and paper.

Colours follow the guide to colours that everybody can tell apart; their contrast was measured.
A colour never says anything alone: a letter, a number or the style of a line says it too.
"""

import re
from collections.abc import Mapping
from typing import Final

from plan_graph.mandala.fonts import Typeface
from plan_graph.mandala.picture import Item
from plan_graph.vocab import PG

#: By day, and on paper.
LIGHT: Final[dict[str, str]] = {
    "paper": "#FFFFFF",
    "ink": "#1B2733",
    "quiet": "#4A5866",
    "hair": "#C3CCD4",
    "recede": "#E3E7EB",
    "band": "#DCE8F0",
    "sky": "#F3F8FB",
    "earth": "#FAF6EE",
    "panel": "#F6FAFD",
    "accent": "#23395B",
    "on-accent": "#FFFFFF",
    "pill": "#F5EEE2",
    "pill-line": "#B59A63",
    "economy": "#F6AA00",
    "economy-on": "#000000",
    "economy-tint": "#FFF1D6",
    "economy-line": "#A86200",
    "environment": "#03AF7A",
    "environment-on": "#000000",
    "environment-tint": "#DFF4E9",
    "environment-line": "#007A55",
    "society": "#005AFF",
    "society-on": "#FFFFFF",
    "society-tint": "#E3EEFF",
    "society-line": "#005AFF",
    "none": "#8A949E",
    "none-on": "#000000",
    "none-tint": "#EEF1F4",
    "none-line": "#5B6772",
    "achieved": "#1F5FBF",
    "on-achieved": "#FFFFFF",
    "focus": "#B3261E",
}
#: By night: the same meanings on a dark ground.
DARK: Final[dict[str, str]] = LIGHT | {
    "paper": "#12181F",
    "ink": "#EEF2F6",
    "quiet": "#B4C0CC",
    "hair": "#4A5866",
    "recede": "#2A333D",
    "band": "#1D2B38",
    "sky": "#16202A",
    "earth": "#211D16",
    "panel": "#1A232D",
    "accent": "#C9DBF5",
    "on-accent": "#12181F",
    "pill": "#3A3122",
    "pill-line": "#CDB37D",
    "economy-tint": "#3A2C0E",
    "economy-line": "#F6AA00",
    "environment-tint": "#10362A",
    "environment-line": "#35C795",
    "society": "#7FAEFF",
    "society-on": "#000000",
    "society-tint": "#17294A",
    "society-line": "#7FAEFF",
    "none": "#9AA5B0",
    "none-tint": "#222B34",
    "none-line": "#9AA5B0",
    "achieved": "#8FB8FF",
    "on-achieved": "#12181F",
    "focus": "#FFB4AB",
}
#: The class of each aspect in `MARKS`, by the local name of the aspect.
ASPECTS: Final = {"Economy": "economy", "Environment": "environment", "Society": "society"}
#: The dash of a line by its effective basis, in units of its width.
DASHES: Final = {
    PG.Stated: "",
    PG.Matched: "3.75 1.75",
    PG.Estimated: "0 1.9",
    PG.Proposed: "0.4 2.6",
}
#: The official colours of the goals 1 to 17, by the guidelines of the United Nations.
_GOALS: Final = (
    "E5243B",
    "DDA63A",
    "4C9F38",
    "C5192D",
    "FF3A21",
    "26BDE2",
    "FCC30B",
    "A21942",
    "FD6925",
    "DD1367",
    "FD9D24",
    "BF8B2E",
    "3F7E44",
    "0A97D9",
    "56C02B",
    "00689D",
    "19486A",
)
#: Luminance over which black is easier to read than white: where both have the same contrast.
_LIGHT_ENOUGH: Final = 0.179

_ASPECT = """
.sector.{0}{{fill:var(--{0}-tint)}}
.arc.{0}{{fill:var(--{0})}}
.cell.{0}{{fill:var(--{0}-tint);stroke:var(--{0}-line);stroke-width:1.5}}
.dot.{0}{{stroke:var(--{0}-line)}}
.tag.{0}{{fill:var(--{0})}}
.tag.{0}.unsure{{fill:var(--{0}-tint);stroke:var(--{0}-line)}}
.on-{0}{{fill:var(--{0}-on)}}
.line-{0}{{stroke:var(--{0}-line)}}
"""
#: The pens, by class. Marks carry the classes; nothing else decides how they look.
MARKS: Final = """
text{fill:var(--ink);white-space:pre}
.paper{fill:var(--paper)} .band{fill:var(--band)} .sky{fill:var(--sky)} .earth{fill:var(--earth)}
.rim{fill:none;stroke:var(--hair);stroke-width:2}
.disc{fill:var(--paper)}
.ring{fill:var(--paper);stroke:var(--hair);stroke-width:1.5}
.tinted{fill:var(--sky);stroke:var(--hair);stroke-width:1.5}
.core{fill:var(--band)}
.frame{fill:var(--paper);stroke:var(--hair);stroke-width:2}
.pill{fill:var(--pill);stroke:var(--pill-line);stroke-width:2}
.soil{fill:var(--pill)}
.dot{fill:var(--paper);stroke-width:3} .dot.fine{stroke-width:2}
.count{stroke-width:6}
.vision,.chip{fill:var(--accent)}
.chip.unsure{fill:var(--paper);stroke:var(--accent)}
.unsure{stroke-width:2;stroke-dasharray:2 3} .unsure.fine{stroke-width:1;stroke-dasharray:1 1.6}
.on-accent{fill:var(--on-accent)}
.name{font-weight:700} .label{font-weight:400}
.caption{fill:var(--quiet)}
.hairline{fill:var(--hair)}
.strong{stroke:var(--ink);stroke-width:3} .strong.fine{stroke-width:2}
.rule{fill:none;stroke:var(--hair);stroke-width:1.5}
.achieved{fill:var(--achieved)} .on-achieved{fill:var(--on-achieved)}
.missed{fill:var(--paper);stroke:var(--quiet);stroke-width:3}
.unscored{fill:none;stroke:var(--quiet);stroke-width:1.5}
.dotted{stroke-dasharray:0 6;stroke-linecap:round}
.dashed{stroke-dasharray:9 5}
.wire{fill:none;stroke:var(--ink)}
.lead{fill:none;stroke:var(--quiet);stroke-width:4} .lead.dashed{stroke-dasharray:15 7}
.lead.dotted{stroke-dasharray:0 8} .lead.ghost{stroke-dasharray:1.6 10.4}
.on-dark{fill:#FFFFFF} .on-light{fill:#000000}
.focused .aside{opacity:.35}
""" + "".join(
    [_ASPECT.format(each) for each in (*ASPECTS.values(), "none")]
    + [f".goal-{colour}{{fill:#{colour}}}\n" for colour in _GOALS]
)


def aspect(item: Item) -> str:
    """Return the class of the colour of *item*: that of its first certain tag, or none."""
    tags = sorted(item.tags, key=lambda tag: not tag.certain)
    return ASPECTS[tags[0].aspect] if tags else "none"


def goal(colour: str) -> tuple[str, str] | None:
    """Return the classes of a ground in the *colour* of an SDG goal and of the text on it.

    None for a colour that is not one of theirs.

    >>> goal("#FCC30B"), goal("#19486A"), goal("#123456")
    (('goal-FCC30B', 'on-light'), ('goal-19486A', 'on-dark'), None)
    """
    found = colour.removeprefix("#").upper()
    if found not in _GOALS:
        return None
    red, green, blue = (int(found[at : at + 2], 16) / 255 for at in (0, 2, 4))
    light = 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)
    return f"goal-{found}", "on-light" if light > _LIGHT_ENOUGH else "on-dark"


def _linear(part: float) -> float:
    """Return one part of a colour of the screen, 0 to 1, as the light that it gives."""
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)  # noqa: PLR2004 - sRGB


def variables(colours: Mapping[str, str]) -> str:
    """Return *colours* as custom properties of CSS."""
    return "".join(f"--{name}:{colour};" for name, colour in colours.items())


def resolved(sheet: str, colours: Mapping[str, str] = LIGHT) -> str:
    """Return *sheet* with each variable replaced by its colour, for pens that know no variables."""
    return re.sub(r"var\(--([a-z-]+)\)", lambda found: colours[found[1]], sheet)


def family(face: Typeface) -> str:
    """Return the value of font-family: the face that was measured, then what a machine has."""
    return (
        f"'{face.family}','BIZ UDPGothic','Noto Sans JP','Noto Sans CJK JP','Hiragino Sans',"
        "'Yu Gothic UI',Meiryo,sans-serif"
    )
