"""The free network view by pyvis: the same items and lines, at the places of the rings.

Our own template, since pyvis's asks for style sheets from elsewhere and lets its heading through
as markup. vis-network itself comes out of the installed pyvis. Node ids are numbers, and every
text goes into the page as JSON or escaped. The page may ask nothing of the network.
"""

import math
from collections.abc import Mapping, Sequence
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from plan_graph.mandala import fonts, theme
from plan_graph.mandala.files import svg
from plan_graph.mandala.files.sealed import script_json, sealed
from plan_graph.mandala.layout.network_places import places, rung
from plan_graph.mandala.picture import Item, Line, Picture
from plan_graph.mandala.scene import Scene
from plan_graph.messages import BASES, BASIS_LEGENDS, BASIS_MARKS, KINDS, TEXTS, pick
from plan_graph.vocab import PG, SDGO

_VIS: Final = ("lib", "vis-9.1.2", "vis-network.min.js")
#: Shape, ground and ink of a kind; where only the ground differs, the legend and what hovering
#: tells say it too.
_KINDS: Final = {
    "FutureImage": ("box", "#DCE8F0", "#1B2733"),
    "Vision": ("box", "#23395B", "#FFFFFF"),
    "RegionalIssue": ("ellipse", "#F5EEE2", "#1B2733"),
    "OutcomeGroup": ("ellipse", "#FFFFFF", "#1B2733"),
    "Outcome": ("box", "#FFFFFF", "#1B2733"),
    "Project": ("ellipse", "#DCE8F0", "#1B2733"),
    "ProjectGoal": ("ellipse", "#EEF1F4", "#1B2733"),
    "Measure": ("box", "#E3E7EB", "#1B2733"),
    "Action": ("circle", "#FFFFFF", "#1B2733"),
    "Theme": ("ellipse", "#F3F8FB", "#1B2733"),
    "MandalaProject": ("ellipse", "#EFE6F5", "#1B2733"),
    "MandalaItem": ("box", "#EFE6F5", "#1B2733"),
    "Actor": ("box", "#FCE9E4", "#1B2733"),
    "Place": ("box", "#E0F2EC", "#1B2733"),
    "Resource": ("box", "#FFF6D9", "#1B2733"),
    "Body": ("ellipse", "#FCE9E4", "#1B2733"),
    "PlatformActivity": ("box", "#EAF3DA", "#1B2733"),
    "Department": ("box", "#E6E9F7", "#1B2733"),
    "Goal": ("box", "#F6FAFD", "#1B2733"),
    "Target": ("box", "#F6FAFD", "#1B2733"),
}
_OTHER: Final = ("box", "#F6FAFD", "#1B2733")
_INKS: Final = {"on-dark": "#FFFFFF", "on-light": "#000000"}
#: The dash of a line in units of its width, as vis-network takes it.
_DASHES: Final = {"Stated": False, "Matched": [14, 6], "Estimated": [2, 5], "Proposed": [1, 10]}
_WORDS: Final = (
    "title", "hint", "legend", "kinds", "bases", "items", "lines", "number", "name", "kind",
    "sentence", "apart", "chosen", "wait", "noscript",
)  # fmt: skip
#: The size of a letter, and what is around the text of a node, as the template has them.
_LETTER, _MARGIN = 18.0, 8.0
_ASCII: Final = "".join(map(chr, range(32, 127)))


def network(picture: Picture, scenes: Mapping[str, Scene], *, physics: bool = False) -> str:
    """Return the network of *picture* as one offline page; with *physics* it arranges itself.

    A derived line is left out where what it rests on leads to the same end; an element without any
    line where the rings do not show it: the table of the page tells it.
    """
    from pyvis.network import Network

    lines = [line for line in picture.lines if not _repeats(line, picture.lines)]
    placed = {end for line in lines for end in (line.subject, line.object)}
    placed.update(rung(scenes))
    items = [item for item in picture.items if item.key in placed] or list(picture.items)
    by_key = {item.key: item for item in picture.items}
    where = places(items, lines, scenes, {item.key: _size(item, picture.lang) for item in items})
    numbers = {item.key: number for number, item in enumerate(items)}
    # pyvis sees a second edge between two nodes as another one only in a directed graph.
    pyvis = Network(directed=True, heading="", cdn_resources="in_line")
    for item in items:
        shape, ground, ink = _look(item)
        x, y = where[item.key]
        # Given a group, pyvis would leave the colour out.
        pyvis.add_node(
            numbers[item.key],
            label=_label(item, picture.lang),
            title=_told(item, picture.lang),
            kind=item.kind,
            shape=shape,
            color=_colours(ground, _border(item, by_key)),
            font={"color": ink},
            x=round(x),
            y=round(y),
            physics=physics,
        )
    for line in lines:
        letter = _letter(line.basis, picture.lang)
        pyvis.add_edge(
            numbers[line.subject],
            numbers[line.object],
            title=f"［{letter}］{line.sentence}",
            label=letter,
            basis=line.basis,
            dashes=_DASHES.get(line.basis, False),
        )
    pyvis.set_template_dir(str(files("plan_graph.mandala.files") / "assets"), "network.html")
    pyvis.templateEnv.autoescape = True
    pyvis.templateEnv.globals.update(_page(picture, items, lines, physics=physics))
    return sealed(pyvis.generate_html())


def _repeats(line: Line, lines: Sequence[Line]) -> bool:
    """Tell whether *line* only repeats what it rests on, step by step to the same end."""
    return line.derived and any(lines[at].object == line.object for at in line.rests)


def _page(
    picture: Picture, items: list[Item], lines: list[Line], *, physics: bool
) -> dict[str, Any]:
    """Return what the template needs beside nodes and edges."""
    from markupsafe import Markup

    lang = picture.lang
    # What stands in braces is filled in by the script.
    words = {key: pick(TEXTS[f"network-{key}"], lang) for key in _WORDS}
    kinds = [
        (kind, _kind(kind, lang), *_KINDS.get(kind, _OTHER))
        for kind in dict.fromkeys(item.kind for item in items)
    ]
    bases = [
        (basis, _letter(basis, lang), *_basis(basis, lang))
        for basis in _DASHES
        if any(line.basis == basis for line in lines)
    ]
    nodes_twin = [(item.mark, item.name, _kind(item.kind, lang)) for item in items]
    here = {item.key for item in items}
    apart = [_told(item, lang) for item in picture.items if item.key not in here]
    edges_twin = [(_letter(line.basis, lang), line.sentence) for line in lines]
    told = {*picture.footer, *picture.notes, picture.title, _ASCII, *words.values(), *apart}
    for row in (*nodes_twin, *edges_twin, *kinds, *bases):
        told |= set(row)
    labels = "".join(_label(item, lang) for item in items)
    face = fonts.typeface()
    letters = "".join(sorted(set("".join([*told, labels]))))
    return {
        "picture": picture,
        "words": words,
        "legend": {"kinds": kinds, "bases": bases},
        "physics": physics,
        "nodes_twin": nodes_twin,
        "edges_twin": edges_twin,
        "apart": apart,
        "family": Markup(theme.family(face)),  # noqa: S704 - names of fonts, all our own
        "faces": Markup(svg.font_faces(face, letters, labels + _ASCII)),  # noqa: S704 - base64
        "vis": Markup(_vis()),  # noqa: S704 - the script of the installed package
        "script_json": lambda value: Markup(script_json(value)),  # noqa: S704 - escaped there
    }


def _vis() -> str:
    """Return the script of vis-network, which comes with pyvis."""
    spec = find_spec("pyvis")
    assert spec is not None
    assert spec.origin is not None, "pyvis is a dependency"
    script = Path(spec.origin).parent.joinpath(*_VIS).read_text(encoding="utf-8")
    # The map of its source lies nowhere; tools for developers would look for it.
    return script.partition("\n//# sourceMappingURL")[0]


# --- Nodes ----------------------------------------------------------------------------------


def _look(item: Item) -> tuple[str, str, str]:
    """Return shape, ground and ink of an item: those of its kind, a goal in its own colour."""
    shape, ground, ink = _KINDS.get(item.kind, _OTHER)
    if goal := theme.goal(item.colour):
        return shape, item.colour, _INKS[goal[1]]
    return shape, ground, ink


def _border(item: Item, items: Mapping[str, Item]) -> str:
    """Return the colour of the outline: that of the aspect of its project, or of its own."""
    return theme.LIGHT[f"{theme.aspect(items.get(item.project, item))}-line"]


def _colours(ground: str, border: str) -> dict[str, Any]:
    """Return the colours of a node, which stay the same when it is chosen or pointed at."""
    plain = {"background": ground, "border": border}
    return {**plain, "highlight": plain, "hover": plain}


def _label(item: Item, lang: str) -> str:
    """Return what stands in a node: the number of an action, else number and short name."""
    if item.kind == "Action" and item.mark:
        return item.mark
    name = item.name if lang == "en" else item.short
    return _shortened(f"{item.mark} {name}".strip() or _kind(item.kind, lang))


def _size(item: Item, lang: str) -> tuple[float, float]:
    """Return how large the node of an item is, in units of the network."""
    wide = fonts.measure()(_label(item, lang)) * _LETTER
    shape = _look(item)[0]
    if shape == "circle":
        across = math.hypot(wide, _LETTER) + 2 * _MARGIN
        return across, across
    # An ellipse is drawn around the box of its text.
    return (wide + 2 * _MARGIN) * (1.2 if shape == "ellipse" else 1.0), _LETTER + 2 * _MARGIN


def _shortened(label: str, most: int = 28) -> str:
    """Return a label of at most *most* letters; hovering and the table tell all of it."""
    return label if len(label) <= most else label[: most - 1] + "…"


def _told(item: Item, lang: str) -> str:
    return " ".join(filter(None, (_kind(item.kind, lang), item.mark, item.name)))


def _letter(basis: str, lang: str) -> str:
    return pick(BASIS_MARKS.get(PG.NS + basis, (basis, basis)), lang)


def _basis(basis: str, lang: str) -> tuple[str, str]:
    return pick(BASES[PG.NS + basis], lang), pick(BASIS_LEGENDS[PG.NS + basis], lang)


def _kind(kind: str, lang: str) -> str:
    both = KINDS.get(PG.NS + kind) or KINDS.get(SDGO.NS + kind) or (kind, kind)
    return pick(both, lang)
