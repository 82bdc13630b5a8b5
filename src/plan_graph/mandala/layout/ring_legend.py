"""What stands beside a wheel: the names of its rings, and on paper title, signs and sources."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from plan_graph.mandala.fonts import measure
from plan_graph.mandala.layout import lines
from plan_graph.mandala.layout.ring_blocks import BASE
from plan_graph.mandala.layout.ring_marks import kind
from plan_graph.mandala.layout.ring_plan import Plan
from plan_graph.mandala.picture import Picture
from plan_graph.mandala.scene import Box, Disc, Mark, Path, Text
from plan_graph.mandala.theme import ASPECTS
from plan_graph.messages import ASPECT_NAMES, BASES, BASIS_LEGENDS, BASIS_MARKS, pick, text
from plan_graph.vocab import PG

#: Ring to the kind that stands on it; the outer one has its own.
_KINDS: Final = {
    "vision": "Vision", "outcome": "Outcome", "project": "Project", "measure": "Measure",
    "action": "Action", "issue": "RegionalIssue",
}  # fmt: skip
#: From one line to the next, in em.
_LEADING: Final = 1.4
#: The sheet has tenths of a millimetre of an A3: its margins, and where its corners begin.
_LEFT: Final = 80.0
_RIGHT: Final = 4120.0
_TOP: Final = 80.0
_BOTTOM: Final = 2890.0
_TITLE: Final = 92.0
_TEXT: Final = 29.0
_SMALL: Final = 26.0
#: Width of the corners, and in the grades of evidence of the sample of the line.
_CORNER: Final = 740.0
_SAMPLE: Final = 170.0
#: A long text is cut after so many lines.
_MOST: Final = 12


def ring_names(picture: Picture, plan: Plan) -> list[str]:
    """Return a heading, then name and count of every ring of *plan* from the middle outwards."""
    counts = Counter(item.kind for item in picture.items)
    found = [text("rings-order", picture.lang)] * bool(plan.radii)
    for ring in plan.radii:
        if ring == "goal":
            found.append(picture.goal_caption or kind("FutureImage", picture.lang))
        elif ring == "outer":
            there = Counter(place.item.kind for place in plan.places["outer"])
            found.append("　".join(f"{kind(name, picture.lang)} {n}" for name, n in there.items()))
        else:
            name = f"{kind(_KINDS[ring], picture.lang)} {counts[_KINDS[ring]]}"
            more = picture.visions_caption if ring == "vision" else ""
            found.append(text("paper-with", picture.lang, name=name, more=more) if more else name)
    return found


def column(
    said: Sequence[str],
    x: float,
    bottom: float,
    size: float,
    room: Callable[[float], float] = lambda _: _CORNER,
) -> list[Mark]:
    """Return *said* one below the other, the first as a heading, the last ending at *bottom*.

    What is wider than the *room* below a height is broken into two lines.
    """
    step, wide = size * _LEADING, measure()
    found: list[Mark] = []
    for at, line in reversed(list(enumerate(said))):
        rows = lines.broken(line, room(bottom - step) / size, 1, wide)
        rows = rows or lines.shortened(line, room(bottom - 2 * step) / size, 2, wide)
        css = "label caption" if at else "name caption"
        for row in reversed(rows):
            found.append(Text(x, bottom - step / 2 + BASE * size, size, row, css))
            bottom -= step
    return found[::-1]


def corners(picture: Picture, plan: Plan) -> Iterator[Mark]:
    """Yield what stands in the corners of a sheet: the sides stay free between them."""
    yield from _title(picture)
    yield from _grades(picture.lang, _RIGHT - _CORNER, _TOP)
    yield from _key(picture, plan)
    yield from _sources(picture)


def _title(picture: Picture) -> Iterator[Mark]:
    wide = measure()
    room = _RIGHT - _CORNER - 2 * _LEFT
    size = min(_TITLE, room / max(wide(picture.title), 1))
    yield Text(_LEFT, _TOP + _TITLE / 2 + BASE * size, size, picture.title, "name")
    said = lines.shortened(picture.edition, _CORNER * 1.5 / _TEXT, 1, wide)
    for line in said:
        yield Text(_LEFT, _TOP + _TITLE * 1.6, _TEXT * 1.3, line, "label caption")


def _grades(lang: str, x: float, top: float) -> Iterator[Mark]:
    """Yield the grades of evidence, each with its line, its letter and what it says."""
    yield Text(x, top + _TEXT, _TEXT, text("paper-lines", lang), "name caption")
    y = top + _TEXT * 1.9
    for basis, said in BASIS_LEGENDS.items():
        letter = (
            pick(BASIS_MARKS[basis], lang)
            if basis in BASIS_MARKS
            else text("picture-letter-derived", lang)
        )
        yield from _sample(basis, letter, x, y + _TEXT * 0.7)
        name = text("paper-with", lang, name=pick(BASES[basis], lang), more=letter)
        at = x + _SAMPLE + _TEXT
        yield Text(at, y + _TEXT * 0.7 + BASE * _TEXT, _TEXT, name, "name")
        y += _TEXT * _LEADING
        for line in _wrapped(pick(said, lang), _CORNER - _SAMPLE - _TEXT, _SMALL):
            yield Text(at, y + _SMALL * (0.5 + BASE), _SMALL, line, "label caption")
            y += _SMALL * _LEADING
        y += _SMALL * 0.6


def _sample(basis: str, letter: str, x: float, y: float) -> Iterator[Mark]:
    """Yield a line in the style of *basis* with its letter; derived ones have that of another."""
    half = x + _SAMPLE / 2
    styles = [(basis, x, x + _SAMPLE)]
    if basis == PG.Derived:
        styles = [(PG.Matched, x, half), (PG.Estimated, half, x + _SAMPLE)]
    for style, start, end in styles:
        name = style.removeprefix(PG.NS).lower()
        yield Path(f"M{start:.1f} {y:.1f}H{end:.1f}", f"wire {name}")
    yield Disc(half, y, _TEXT * 0.72, "disc")
    yield Text(half, y + BASE * _SMALL, _SMALL, letter, "name", "middle")


def _key(picture: Picture, plan: Plan) -> Iterator[Mark]:
    """Yield the names of the rings, and below them what the signs on them mean."""
    lang = picture.lang
    y = _BOTTOM
    tags = [tag for item in picture.items for tag in item.tags]
    chips = any(line.predicate == "serves" and not line.derived for line in picture.lines)
    said = [text("paper-chips", lang)] * chips
    said += [text("paper-unsure", lang)] * any(not tag.certain for tag in tags)
    for each in reversed(said):
        for line in reversed(_wrapped(each, _CORNER, _SMALL)):
            yield Text(_LEFT, y, _SMALL, line, "label caption")
            y -= _SMALL * _LEADING
    y -= _SMALL * 0.4
    letters = {tag.aspect: tag.letter for tag in tags}
    x, side = _LEFT, _TEXT * 1.2
    for aspect in (each for each in ASPECTS if each in letters):
        css, middle = ASPECTS[aspect], y - _TEXT * 0.36
        yield Box(x, middle - side / 2, side, side, side * 0.14, f"tag {css}")
        yield Text(
            x + side / 2,
            middle + BASE * _SMALL,
            _SMALL,
            letters[aspect],
            f"name on-{css}",
            "middle",
        )
        name = pick(ASPECT_NAMES[aspect], lang)
        yield Text(x + side * 1.25, middle + BASE * _TEXT, _TEXT, name, "label caption")
        x += side * 1.9 + measure()(name) * _TEXT
    y -= _TEXT * _LEADING * (1.5 if letters else 0.2)
    yield from column(ring_names(picture, plan), _LEFT, y, _TEXT)


def _sources(picture: Picture) -> Iterator[Mark]:
    y = _BOTTOM
    for each in reversed((*picture.notes[:1], *picture.footer)):
        for line in reversed(_wrapped(each, _CORNER, _SMALL)):
            yield Text(_RIGHT - _CORNER, y, _SMALL, line, "label caption")
            y -= _SMALL * _LEADING
        y -= _SMALL * 0.5


def _wrapped(said: str, width: float, size: float) -> tuple[str, ...]:
    return lines.shortened(said, width / size, _MOST, measure())
