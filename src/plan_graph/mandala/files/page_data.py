"""What the page's script reads: the picture and its scenes as one block of JSON.

Marks that many items have in many scenes are told once, as a form, and classes once in a list.
Keys are short, since a page holds dozens of scenes; what they mean stands where they are written.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final, assert_never

from plan_graph.errors import PlanGraphError
from plan_graph.mandala import fonts, theme
from plan_graph.mandala.files.sealed import compact
from plan_graph.mandala.layout import lines
from plan_graph.mandala.picture import Earlier, Item, Line, Picture
from plan_graph.mandala.scene import Box, Disc, Mark, Path, Scene, Text
from plan_graph.messages import (
    ASPECT_NAMES,
    BASES,
    BASIS_LEGENDS,
    BASIS_MARKS,
    KINDS,
    RELATION_LABELS,
    RELATION_SENTENCES,
    fault,
    pick,
    text,
)

#: An object of JSON: what stands in it is told where it is made.
Block = dict[str, Any]
_BLOCK: Final = re.compile(r'<script type="application/json" id="data">(.*?)</script>', re.DOTALL)


def block(
    picture: Picture,
    scenes: Mapping[str, Scene],
    highlight: Iterable[str],
    words: Mapping[str, str],
) -> Block:
    """Return all that the script knows, ready to be written as JSON."""
    at = {item.key: place for place, item in enumerate(picture.items)}
    lang = picture.lang
    pens = _Pens()
    said = {"": 0}
    told: Block = {
        "lang": lang,
        "title": picture.title,
        "city": picture.city,
        "goal": picture.goal,
        "footer": picture.footer,
        "edition": picture.edition,
        "basis": local(picture.basis),
        "notes": picture.notes,
        "words": words,
        "kinds": {local(iri): pick(pair, lang) for iri, pair in KINDS.items()},
        "relations": {
            local(iri): [pick(side, lang) for side in sides]
            for iri, sides in RELATION_LABELS.items()
        },
        "bases": {local(iri): _basis(iri, lang) for iri in BASES},
        "aspects": _aspects(picture),
        "dashes": {local(iri): dash for iri, dash in theme.DASHES.items()},
        "items": [_item(item) for item in picture.items],
        "lines": _lines(picture, at, said),
        "earlier": [_earlier(each, at, said) for each in picture.earlier if each.key in at],
        "said": list(said),
        "sentences": {local(iri): pick(pair, lang) for iri, pair in RELATION_SENTENCES.items()},
        "named": text("page-named", lang),
        "steps": [
            {
                "k": step.key,
                "title": step.title,
                "say": step.sentence,
                "notes": step.notes,
                "view": step.view,
                "items": [at[key] for key in step.items if key in at],
                "way": int(step.way),
            }
            for step in picture.steps
        ],
        "scenes": {name: _scene(scene, at, pens) for name, scene in scenes.items()},
        "highlight": [at[key] for key in highlight if key in at],
    }
    told["forms"] = list(pens.forms)
    told["css"] = list(pens.css)
    return told


@dataclass(frozen=True, slots=True)
class Written:
    """A block as JSON, its letters, and those that names and headings need: all but long texts."""

    json: str
    letters: frozenset[str]
    bold: frozenset[str]


def written(told: Block, **more: object) -> Written:
    """Return what is *told* as JSON, after it how wide its letters are in em, and *more*."""
    parts = {key: compact(value) for key, value in told.items()}
    # The script puts blanks between words of its own.
    letters = {key: frozenset(part) for key, part in parts.items()} | {"": frozenset(" ")}
    more = {"ems": _ems(frozenset().union(*letters.values())), **more}
    parts |= {key: compact(value) for key, value in more.items()}
    letters |= {key: frozenset(parts[key]) for key in more}
    items = [
        {key: value for key, value in item.items() if key not in {"a", "f"}}
        | {"f": [[fact[0], *fact[4:]] for fact in item.get("f", ())]}
        for item in told["items"]
    ]
    short = {
        key: there for key, there in letters.items() if key not in {"lines", "said", "earlier"}
    }
    short["items"] = frozenset(compact(items))
    return Written(
        "{" + ",".join(f'"{key}":{part}' for key, part in parts.items()) + "}",
        frozenset().union(*letters.values()),
        frozenset().union(*short.values()),
    )


def old_positions(html: str, where: str) -> dict[str, dict[str, tuple[float, float]]]:
    """Return where every item stood in the page *html*, by scene; *where* is the name of its file.

    Of an item that stood in several places of a scene, the first counts.
    """
    found = _BLOCK.search(html)
    try:
        told = json.loads(found[1] if found else "")
        keys = [str(item["k"]) for item in told["items"]]
        places: dict[str, dict[str, tuple[float, float]]] = {}
        for name, scene in told["scenes"].items():
            first = places.setdefault(str(name), {})
            for item, x, y, *_ in scene["p"]:
                first.setdefault(keys[item], (float(x), float(y)))
    except (ValueError, KeyError, TypeError, IndexError, AttributeError) as error:
        raise PlanGraphError([fault(where, "no-positions")]) from error
    return places


def local(iri: str) -> str:
    """Return the last part of *iri*.

    >>> local("http://metadata.un.org/sdg/ontology#Goal"), local("Vision")
    ('Goal', 'Vision')
    """
    return re.split("[#/]", iri)[-1]


# --- Parts ----------------------------------------------------------------------------------


def _basis(iri: str, lang: str) -> list[str]:
    """Return the name of a basis, the letter of its badge, and what the legend says of it."""
    letter = pick(BASIS_MARKS.get(iri, ("導", "D")), lang)
    return [pick(BASES[iri], lang), letter, pick(BASIS_LEGENDS[iri], lang)]


def _aspects(picture: Picture) -> Block:
    """Return the letter and the name of each aspect that an item of the picture has."""
    letters = {tag.aspect: tag.letter for item in picture.items for tag in item.tags}
    names = {key: pick(pair, picture.lang) for key, pair in ASPECT_NAMES.items()}
    return {key: [letters[key], names.get(key, key)] for key in sorted(letters)}


def _item(item: Item) -> Block:
    """Return an item; what is empty is left out, *h* and *z* are name and short in phrases."""
    told: Block = {
        "k": item.key,
        "t": item.kind,
        "m": item.mark,
        "n": item.name,
        "h": list(lines.phrases(item.name)),
        "s": item.short if item.short != item.name else "",
        "z": list(lines.phrases(item.short)) if item.short != item.name else (),
        "r": item.reading,
        "e": item.english,
        "a": item.about,
        "p": item.parent,
        "j": item.project,
        "g": [[tag.aspect, tag.letter, int(tag.certain)] for tag in item.tags],
        "l": item.labels,
        "f": [
            [fact.label, fact.text, fact.status, fact.year, fact.actual, fact.target]
            for fact in item.facts
        ],
        "c": item.colour,
    }
    return {key: value for key, value in told.items() if value or key in "ktmn"}


def _lines(picture: Picture, at: Mapping[str, int], said: dict[str, int]) -> list[Block]:
    """Return the lines between items of the picture; what is empty is left out."""
    kept = [
        place
        for place, line in enumerate(picture.lines)
        if line.subject in at and line.object in at
    ]
    new = {place: index for index, place in enumerate(kept)}
    return [_line(picture.lines[place], at, new, said) for place in kept]


def _line(line: Line, at: Mapping[str, int], new: Mapping[int, int], said: dict[str, int]) -> Block:
    """Return a line; its sentence follows from its ends, what many lines say stands in *said*."""
    told: Block = {
        "s": at[line.subject],
        "p": line.predicate,
        "o": at[line.object],
        "b": local(line.basis),
        "x": line.letter,
        "d": int(line.derived),
        "w": int(line.through_measure),
        "r": [new[rest] for rest in line.rests if rest in new],
        "y": [said.setdefault(reason, len(said)) for reason in line.reasons],
        "q": said.setdefault(line.confirmation, len(said)),
    }
    return {key: value for key, value in told.items() if value or key in "so"}


def _earlier(each: Earlier, at: Mapping[str, int], said: dict[str, int]) -> Block:
    """Return what an item goes back to: *w* are sentence, basis and reasons of each link."""
    return {
        "i": at[each.key],
        "t": said.setdefault(each.sentence, len(said)),
        "b": local(each.basis),
        "x": each.letter,
        "w": [
            [
                said.setdefault(step.sentence, len(said)),
                local(step.basis),
                [said.setdefault(reason, len(said)) for reason in step.reasons],
            ]
            for step in each.steps
        ],
    }


#: A mark as the script reads it.
_Told = tuple[str | float, ...]


@dataclass(frozen=True, slots=True)
class _Pens:
    """What many marks have in common, each with its place in a list: forms and classes."""

    forms: dict[tuple[_Told, ...], int] = field(default_factory=dict)
    css: dict[str, int] = field(default_factory=dict)
    #: marks that stand in a scene already, and the place of their form
    known: dict[tuple[Mark, ...], int] = field(default_factory=dict)

    def form(self, marks: tuple[Mark, ...]) -> int:
        """Return the place of the form of *marks*."""
        place = self.known.get(marks)
        if place is None:
            form = tuple(_mark(mark, self.css) for mark in marks)
            place = self.known[marks] = self.forms.setdefault(form, len(self.forms))
        return place


def _scene(scene: Scene, at: Mapping[str, int], pens: _Pens) -> Block:
    """Return a scene: *p* are item, x, y, box and the place of its marks among the forms."""
    placed = [
        (
            at[each.key],
            *map(_short, (each.x, each.y)),
            [*map(_short, each.box)],
            pens.form(each.marks),
        )
        for each in scene.placed
        if each.key in at
    ]
    return {
        "w": _short(scene.width),
        "h": _short(scene.height),
        "g": [_mark(mark, pens.css) for mark in scene.ground],
        "p": placed,
        "c": scene.crossings,
    }


_ANCHORS: Final = ("start", "middle", "end")


def _mark(mark: Mark, classes: dict[str, int]) -> _Told:
    """Return a mark: its sort, its numbers, its class; of a text also what is not usual."""
    css = classes.setdefault(mark.css, len(classes))
    match mark:
        case Disc(x, y, r):
            return ("c", *map(_short, (x, y, r)), css)
        case Box(x, y, w, h, corner):
            return ("b", *map(_short, (x, y, w, h, corner)), css)
        case Path(d):
            return ("p", d, css)
        case Text(x, y, size, told, _, anchor, turn):
            rest = (_ANCHORS.index(anchor), _short(turn))
            kept = rest if rest[1] else rest[:1] if rest[0] else ()
            return ("t", *map(_short, (x, y, size)), told, css, *kept)
        case _:
            assert_never(mark)


@cache
def _short(number: float) -> float:
    """Return *number* to a tenth; the same ones stand in many scenes."""
    told = round(number, 1)
    return int(told) if told == int(told) else told


def _ems(letters: Iterable[str]) -> dict[str, float]:
    """Return the width in em of every one of *letters* that is not as wide as it is high."""
    wide = fonts.measure()
    widths = {letter: round(wide(letter), 3) for letter in sorted(letters)}
    return {letter: width for letter, width in widths.items() if width != 1}
