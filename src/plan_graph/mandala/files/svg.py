"""Scenes as SVG with real text: for paper, and for the page before its script has begun."""

import base64
from collections.abc import Iterable, Mapping
from html import escape
from typing import assert_never

from plan_graph.mandala import fonts
from plan_graph.mandala.scene import Box, Disc, Mark, Path, Placed, Scene, Text


def drawn(mark: Mark) -> str:
    """Return one mark as an SVG element; its text is escaped, its classes are our own."""
    match mark:
        case Disc(x, y, r, css):
            return f'<circle class="{css}" cx="{short(x)}" cy="{short(y)}" r="{short(r)}"/>'
        case Box(x, y, w, h, corner, css):
            at = f'x="{short(x)}" y="{short(y)}" width="{short(w)}" height="{short(h)}"'
            return f'<rect class="{css}" {at} rx="{short(corner)}"/>'
        case Path(d, css):
            return f'<path class="{css}" d="{d}"/>'
        case Text(x, y, size, text, css, anchor, turn):
            at = f'x="{short(x)}" y="{short(y)}" font-size="{short(size)}"'
            turned = f' transform="rotate({short(turn)} {short(x)} {short(y)})"' if turn else ""
            return f'<text class="{css}" {at} text-anchor="{anchor}"{turned}>{escape(text)}</text>'
        case _:
            assert_never(mark)


def group(placed: Placed, title: str = "") -> str:
    """Return a placed item as a group at its place, with its whole name as its title."""
    inside = "".join(map(drawn, placed.marks))
    named = f"<title>{escape(title)}</title>" if title else ""
    key = escape(placed.key, quote=True)
    at = f"translate({short(placed.x)} {short(placed.y)})"
    return f'<g class="item" data-key="{key}" transform="{at}">{named}{inside}</g>'


def body(scene: Scene, titles: Mapping[str, str]) -> str:
    """Return the inside of the SVG of *scene*: its ground, then each item in reading order."""
    ground = "".join(map(drawn, scene.ground))
    items = "".join(group(placed, titles.get(placed.key, "")) for placed in scene.placed)
    return f'<g class="ground">{ground}</g><g class="items">{items}</g>'


def texts(scene: Scene) -> Iterable[str]:
    """Yield every text of *scene*."""
    for mark in (*scene.ground, *(mark for placed in scene.placed for mark in placed.marks)):
        if isinstance(mark, Text):
            yield mark.text


def font_faces(face: fonts.Typeface, text: Iterable[str], bold: Iterable[str] | None = None) -> str:
    """Return @font-face rules that carry the letters of *text* themselves, in both weights.

    Where less than *text* is ever told in bold, *bold* are its letters.
    """
    weights = {face.regular: ("400 700", text)} if face.regular == face.bold else {
        face.regular: ("400", text), face.bold: ("700", text if bold is None else bold)
    }  # fmt: skip
    return "".join(
        f"@font-face{{font-family:'{face.family}';font-weight:{weight};src:url(data:font/"
        f"{file.suffix[1:]};base64,{base64.b64encode(fonts.subset(file, letters)).decode()})}}"
        for file, (weight, letters) in weights.items()
    )


def short(number: float) -> str:
    """Return *number* to a tenth of its unit, without a needless point.

    >>> short(12.0), short(-0.04), short(3.25)
    ('12', '0', '3.2')
    """
    told = f"{number:.1f}".removesuffix(".0")
    return "0" if told == "-0" else told
