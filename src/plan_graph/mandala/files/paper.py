"""Paper: the rings with title, legend and sources on one sheet, as SVG, PNG or PDF.

A sheet is drawn in tenths of a millimetre of an A3; other sizes are the same drawing, larger or
smaller. The circle stands in the middle, and the sides stay free for sticky notes.
"""

import re
from collections.abc import Callable
from html import escape
from typing import Final

from plan_graph.errors import PlanGraphError
from plan_graph.mandala import fonts, theme
from plan_graph.mandala.files import svg
from plan_graph.mandala.layout.ring_legend import corners
from plan_graph.mandala.layout.ring_marks import drawn, ground
from plan_graph.mandala.layout.ring_plan import Wheel, planned
from plan_graph.mandala.layout.ring_sayings import Sizes
from plan_graph.mandala.picture import Picture
from plan_graph.mandala.scene import Box, Placed, Scene
from plan_graph.messages import fault

#: Paper to its width and height, in millimetres.
PAPERS: Final = {"A0": (1189, 841), "A1": (841, 594), "A3": (420, 297), "A4": (297, 210)}
#: The sheet in tenths of a millimetre of an A3, and the circle of 264 mm in its middle.
_WIDTH: Final = 4200.0
_HEIGHT: Final = 2970.0
_RADIUS: Final = 1320.0
#: Names of actions have 9 points: 3.18 mm.
_NINE: Final = 31.8
_SHARES: Final = {
    "goal": 200, "vision": 222, "outcome": 238, "project": 58, "measure": 164, "action": 356,
    "issue": 82,
}  # fmt: skip
_SIZES: Final = {
    "goal": Sizes(48, 36, 26, 12),
    "vision": Sizes(44, 36, 26, 8),
    "outcome": Sizes(40, 34, 26, 8),
    "project": Sizes(44, 36, 26, 1),
    "measure": Sizes(38, 32, 26, 8),
    "action": Sizes(_NINE, _NINE, 22, 8),
    "issue": Sizes(50, 40, 26, 4),
}
#: Dots of actions: largest and least radius, the size of their numbers; and the gap of sectors.
_DOT: Final = (36.0, 18.0)
_NUMBER: Final = 42.0
_GAP: Final = 5.0
#: Width of the lines of the legend.
_WIRE: Final = 9.0
#: Points per inch; a poster at 200 would need 260 MB to draw.
_DPI: Final = {"A0": 150, "A1": 150, "A3": 200, "A4": 200}
_INCH: Final = 25.4
#: What XML cannot hold, whatever stands in a graph.
_NO_XML: Final = "[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]"


def sheet(picture: Picture, paper: str) -> Scene:
    """Return *picture* on *paper*, one of PAPERS."""
    if paper not in PAPERS:
        known = ", ".join(PAPERS)
        raise PlanGraphError([fault("--paper", "no-paper", text=paper, known=known)])
    wheel = Wheel(_RADIUS, _SHARES, _SIZES, _DOT, _NUMBER, _GAP)
    plan = planned(picture, wheel, (), {})
    assert plan is not None, "only an outer layer can be missing"
    x, y = _WIDTH / 2, _HEIGHT / 2
    below = (
        Box(0, 0, _WIDTH, _HEIGHT, 0, "paper"),
        *ground(picture, plan, x, y),
        *corners(picture, plan),
    )
    placed = tuple(
        Placed(item.key, item.x + x, item.y + y, item.box, item.marks)
        for item in drawn(picture, plan)
    )
    return Scene(f"paper/{paper}", _WIDTH, _HEIGHT, below, placed, plan.crossings)


def to_svg(picture: Picture, scene: Scene) -> str:
    """Return the sheet *scene* of *picture* as an SVG that needs no other file."""
    face = fonts.typeface()
    return _svg(picture, scene, svg.font_faces(face, "".join(svg.texts(scene))))


def to_png(picture: Picture, scene: Scene) -> bytes:
    """Return the sheet *scene* of *picture* as PNG: 200 dots an inch, 150 on A1 and A0."""
    import resvg_py

    face, paper = fonts.typeface(), _paper(scene)
    image = resvg_py.svg_to_bytes(
        svg_string=_svg(picture, scene, ""),
        width=round(PAPERS[paper][0] / _INCH * _DPI[paper]),
        dpi=96,
        skip_system_fonts=True,
        font_files=sorted({str(face.regular), str(face.bold)}),
        font_family=face.family,
    )
    return bytes(image)


def to_pdf(picture: Picture, scene: Scene) -> bytes:
    """Return the sheet *scene* of *picture* as a PDF of one page with its fonts inside."""
    import typst

    width, height = PAPERS[_paper(scene)]
    folder = str(fonts.typeface().regular.parent)
    written = typst.compile(
        _TYPST,
        format="pdf",
        font_paths=typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder]
        ),
        sys_inputs={
            "width": str(width),
            "height": str(height),
            "lang": picture.lang,
            "title": picture.title,
            "told": _told(picture),
            "svg": _svg(picture, scene, ""),
        },
    )
    assert isinstance(written, bytes), "one page makes one file"
    return written


#: One page with the drawing on all of it. Its text comes as inputs, so that none of it is markup;
#: without a date the same picture gives the same bytes.
_TYPST: Final = b"""
#let told = sys.inputs
#set document(title: told.title, date: none)
#set text(lang: told.lang)
#set page(width: float(told.width) * 1mm, height: float(told.height) * 1mm, margin: 0pt)
#image(bytes(told.svg), format: "svg", width: 100%, height: 100%, alt: told.told)
"""

#: Form of a file to what writes it.
WRITERS: Final[dict[str, Callable[[Picture, Scene], str | bytes]]] = {
    "svg": to_svg,
    "png": to_png,
    "pdf": to_pdf,
}


def _paper(scene: Scene) -> str:
    return scene.name.rpartition("/")[2]


def _told(picture: Picture) -> str:
    return "\n".join((picture.goal_caption, picture.goal, picture.edition, *picture.footer))


def _svg(picture: Picture, scene: Scene, faces: str) -> str:
    width, height = PAPERS[_paper(scene)]
    names = {item.key: " ".join(filter(None, (item.mark, item.name))) for item in picture.items}
    sheet = theme.resolved(theme.MARKS) + _wires()
    sheet += f"text{{font-family:{theme.family(fonts.typeface())}}}"
    box = f"0 0 {svg.short(scene.width)} {svg.short(scene.height)}"
    text = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}mm" height="{height}mm" '
        f'viewBox="{box}" lang="{picture.lang}" role="img">'
        f"<title>{escape(picture.title)}</title><desc>{escape(_told(picture))}</desc>"
        f"<style>{faces}{sheet}</style>{svg.body(scene, names)}</svg>\n"
    )
    return re.sub(_NO_XML, "\ufffd", text)


def _wires() -> str:
    """Return how the lines of the legend are drawn: in the dash of their grade."""
    css = f".wire{{stroke-width:{_WIRE:g};stroke-linecap:butt}}"
    for basis, dash in theme.DASHES.items():
        name = basis.rpartition("#")[2].lower()
        told = " ".join(f"{float(part) * _WIRE:g}" for part in dash.split())
        cap = ";stroke-linecap:round" if dash.startswith("0 ") else ""
        css += f".{name}{{stroke-dasharray:{told or 'none'}{cap}}}"
    return css
