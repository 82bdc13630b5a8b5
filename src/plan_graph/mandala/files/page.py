"""One HTML that needs nothing else: the picture in it, a script that moves it, a table that reads.

What is there before the script begins is the first sight as SVG with real text, and every item in
a table. The page may not ask the network for anything: its policy refuses it.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Final

from plan_graph.mandala import fonts, theme
from plan_graph.mandala.files import svg
from plan_graph.mandala.files.page_data import block, local, written
from plan_graph.mandala.files.sealed import POLICY, safe_json, sealed
from plan_graph.mandala.files.words import words
from plan_graph.mandala.picture import Item, Line, Picture
from plan_graph.mandala.scene import Scene
from plan_graph.messages import BASES, KINDS, RELATION_LABELS, TEXTS, pick, text
from plan_graph.messages.picture import WORDS
from plan_graph.vocab import PG

_ASSETS: Final = Path(__file__).with_name("assets")
#: The parts of the script, in the order in which they are put together.
SCRIPTS: Final = (
    "state.js",
    "text.js",
    "stage.js",
    "draw.js",
    "keys.js",
    "field.js",
    "place.js",
    "route.js",
    "lines.js",
    "wires.js",
    "card.js",
    "focus.js",
    "side.js",
    "answers.js",
    "earlier.js",
    "panel.js",
    "legend.js",
    "search.js",
    "twin.js",
    "present.js",
    "start.js",
)
#: The style of the stage, and of what stands beside it.
STYLES: Final = ("page.css", "side.css")
#: What stands still before the script begins.
_FIRST: Final = "mandala/wide/large"
#: What the stage says, by its key in `messages`; `words` says the rest.
_WORDS: Final = ("page-picture", "page-more")


def page(
    picture: Picture,
    scenes: Mapping[str, Scene],
    highlight: Iterable[str] = (),
    *,
    view: str = "mandala",
    addresses: Mapping[str, str] | None = None,
) -> str:
    """Return the whole page with all *scenes* of *picture*; it opens with *view*.

    *highlight* are the keys of the items an answer has found, *addresses* those of the pages of
    elements by their IRIs: a server has them, a file has not.
    """
    told = {key.removeprefix("page-"): pick(TEXTS[key], picture.lang) for key in _WORDS}
    more: dict[str, object] = {"view": view}
    if addresses:
        more["pages"] = [addresses.get(item.iri, "") for item in picture.items]
    known = written(block(picture, scenes, highlight, told | words(picture.lang)), **more)
    json, body = safe_json(known.json), _body(picture, scenes)
    script = f'"use strict";(() => {{\n{_bare(_joined(SCRIPTS))}\n}})();'
    heads = "".join(
        pick(pair, picture.lang) for key, pair in TEXTS.items() if key.startswith("page-")
    )
    sheet = _sheet(known.letters.union(body, script), known.bold.union(heads))
    return sealed(
        f'<!DOCTYPE html>\n<html lang="{escape(picture.lang)}">\n<head>\n<meta charset="utf-8">\n'
        f"{POLICY}\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(picture.title)}</title>\n<style>{sheet}</style>\n"
        f"</head>\n<body>\n{body}"
        f'<script type="application/json" id="data">{json}</script>\n'
        f"<script>{script}</script>\n</body>\n</html>\n"
    )


# --- Parts ----------------------------------------------------------------------------------


def _joined(names: Iterable[str]) -> str:
    """Return the assets of these names that are there, one after the other."""
    files = [_ASSETS / name for name in names]
    return "\n".join(file.read_text(encoding="utf-8") for file in files if file.is_file())


def _bare(script: str) -> str:
    """Return *script* without indents, and without the lines that hold a comment alone."""
    return re.sub(r"(?m)^[ \t]*(//.*)?\n?", "", script)


def _sheet(told: Iterable[str], bold: Iterable[str]) -> str:
    """Return the style: colours by day and by night, the pens, the page, and the letters *told*."""
    face = fonts.typeface()
    night = theme.variables(theme.DARK)
    return (
        f"{svg.font_faces(face, told, bold)}"
        f":root{{{theme.variables(theme.LIGHT)}--face:{theme.family(face)}}}"
        f"@media(prefers-color-scheme:dark){{:root:not([data-theme=light]){{{night}}}}}"
        f":root[data-theme=dark]{{{night}}}"
        f"@media print{{:root:root:root{{{theme.variables(theme.LIGHT)}}}}}"
        f"{_plain(theme.MARKS)}"
        f"{_plain(_joined(STYLES))}"
    )


def _plain(sheet: str) -> str:
    """Return *sheet* without comments and line ends."""
    return re.sub(r"\s+", " ", re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL))


def _body(picture: Picture, scenes: Mapping[str, Scene]) -> str:
    lang = picture.lang
    scene = scenes.get(_FIRST) or next(iter(scenes.values()), None)
    drawn, box = "", "0 0 1920 1080"
    if scene:
        titles = {item.key: _named(item) for item in picture.items}
        drawn = svg.body(scene, titles)
        box = f"0 0 {svg.short(scene.width)} {svg.short(scene.height)}"
    # The strip is short: what is short stands first, the documents may be cut there. All of it
    # stands above the table.
    footer = "".join(f"<span>{escape(line)}</span> " for line in sorted(picture.footer, key=len))
    whole = escape("\n".join(picture.footer))
    return (
        f'<main id="stage"><svg id="picture" xmlns="http://www.w3.org/2000/svg" viewBox="{box}" '
        f'role="group" aria-label="{escape(text("page-picture", lang))}">{drawn}</svg></main>\n'
        f'<nav id="bar"><p id="footer" title="{whole}">{footer}</p></nav>\n'
        '<aside id="panel"></aside>\n<aside id="drawer"></aside>\n'
        f"<noscript><p>{escape(text('page-noscript', lang))}</p></noscript>\n"
        f'<section id="twin"><noscript>{_twin(picture)}</noscript></section>\n'
    )


def _named(item: Item) -> str:
    return f"{item.mark} {item.name}" if item.mark else item.name


# --- The text twin --------------------------------------------------------------------------


def _twin(picture: Picture) -> str:
    """Return every item as a row: number, name, kind, what it belongs to, its links in words."""
    lang = picture.lang
    items = {item.key: item for item in picture.items}
    links: dict[str, dict[str, list[str]]] = {key: {} for key in items}
    for each in picture.earlier:
        if each.key in links:
            links[each.key].setdefault(pick(WORDS["earlier"], lang), []).append(each.sentence)
    for line in picture.lines:
        for key, other, backward in (
            (line.subject, line.object, False),
            (line.object, line.subject, True),
        ):
            if key in items and other in items:
                label = _relation(line, items[other], lang, backward=backward)
                links[key].setdefault(label, []).append(_linked(line, items[other], lang))
    heads = [text(f"page-{key}", lang) for key in ("number", "name", "kind", "parent", "links")]
    rows = "".join(_row(item, items, links[item.key], lang) for item in picture.items)
    return (
        f"<h1>{escape(picture.title)}</h1><p>{escape(picture.goal)}</p>"
        + "".join(f"<p>{escape(line)}</p>" for line in (*picture.notes, *picture.footer))
        + f"<table><caption>{escape(text('page-twin', lang))}</caption><thead><tr>"
        + "".join(f'<th scope="col">{escape(head)}</th>' for head in heads)
        + f"</tr></thead><tbody>{rows}</tbody></table>"
    )


def _row(
    item: Item, items: Mapping[str, Item], links: Mapping[str, Sequence[str]], lang: str
) -> str:
    parent = items.get(item.parent)
    colon, comma = text("page-colon", lang), text("page-comma", lang)
    told = "".join(
        f"<li>{escape(label)}{colon}{escape(comma.join(names))}</li>"
        for label, names in links.items()
    )
    cells = (_kind(item.kind, lang), _named(parent) if parent else "")
    return (
        f'<tr><td>{escape(item.mark)}</td><th scope="row">{escape(item.name)}</th>'
        + "".join(f"<td>{escape(cell)}</td>" for cell in cells)
        + (f"<td><ul>{told}</ul></td></tr>" if told else "<td></td></tr>")
    )


def _kind(kind: str, lang: str) -> str:
    return pick(_KINDS.get(kind, (kind, kind)), lang)


_KINDS: Final = {local(iri): pair for iri, pair in KINDS.items()}


def _relation(line: Line, other: Item, lang: str, *, backward: bool) -> str:
    pairs = RELATION_LABELS.get(PG.NS + line.predicate)
    if not pairs:
        return line.predicate
    return pick(pairs[backward], lang).format(kind=_kind(other.kind, lang))


def _linked(line: Line, other: Item, lang: str) -> str:
    basis = PG.Derived if line.derived else PG.NS + line.basis
    badge = pick(BASES[basis], lang) if basis in BASES else line.basis
    return text("page-link", lang, name=_named(other), basis=badge)
