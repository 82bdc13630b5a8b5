"""Importer ``mandala-slides``: the labels of a mandala's slide, and the themes beside it.

The slide's text has lost its geometry: labels stand in text order and sometimes run together.
A label is recognised by its name in ``curated/keys.csv``, which also tells its kind; run-together
labels are cut at known names. Circled numbers behind an outcome are visions. Slogans (～…～,
＜…＞, and sentences that end in ！) are no labels.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from plan_graph.importers.source import ASPECTS, Reading, Source, segmented
from plan_graph.japanese import CIRCLED, circled_number, mapped, match_name
from plan_graph.messages import fault, note
from plan_graph.vocab import PG

_TITLE = re.compile(r"(\S*マンダラ)\s*ver\.?\s*(\d+(?:\.\d+)+)")
_OUTCOME = re.compile(rf"(.+?)[(（]([{CIRCLED}、,，・\s]+)[)）]\s*([経環社\s]*)")
_SLOGAN = re.compile(r"[～〜~<＜].*[～〜~>＞]|.*[！!]")
_TAGS = re.compile(r"[経環社\s]+")
_SLIDE_END = 3  # blank lines
#: Kinds that a label of the picture can have.
_DRAWN = (
    PG.FutureImage,
    PG.RegionalIssue,
    PG.Outcome,
    PG.MandalaProject,
    PG.MandalaItem,
    PG.Actor,
    PG.Place,
    PG.Resource,
)


@dataclass(frozen=True, slots=True)
class _Drawing:
    """The slide being read: its locator, its mandala, and the positions by kind so far."""

    source: Source
    reading: Reading
    locator: str
    mandala: str
    #: name for matching to class and key
    known: dict[str, tuple[str, str]]
    seen: dict[str, list[str]] = field(default_factory=dict)

    def draw(self, cls: str, key: str, text: str, **more: object) -> str:
        """Record that *text* is drawn here as the element of *cls* with *key*."""
        iri = self.source.register.iri(cls, key)
        placed = self.seen.setdefault(cls, [])
        if iri not in placed:
            placed.append(iri)
        more.setdefault("order", placed.index(iri) + 1)
        self.reading.records += [
            self.source.wording(cls, iri, text, self.locator, **more),
            self.source.stated(iri, PG.drawnIn, self.mandala, self.locator),
        ]
        return iri


def read(source: Source) -> Reading:
    """Read the document; every fault is kept in the reading, none stops it."""
    reading = Reading()
    lines = [mapped(line).strip() for line in source.lines]
    start = next((at for at, line in enumerate(lines) if _TITLE.search(line)), None)
    if start is None:
        reading.faults.append(fault(str(source.path), "wrong-document", kind="mandala-slides"))
        return reading
    title = _TITLE.search(lines[start])
    assert title, "the line was chosen because it matches"
    name = match_name(title[0])
    mandala = source.register.iri(PG.Mandala, source.document.mandala)
    drawing = _Drawing(source, reading, f"slide:{name}", mandala, _known(source))
    reading.records.append(source.wording(PG.Mandala, mandala, title[0], drawing.locator))
    for block in _joined(_blocks(_slide(lines[start + 1 :])), drawing.known):
        _block(block, drawing)
    if not drawing.seen.get(PG.Vision) or not drawing.seen.get(PG.Outcome):
        reading.faults.append(fault(source.where(drawing.locator), "empty-slide"))
    _lists(source, lines, reading)
    _plan(source, lines, reading)
    return reading


def _known(source: Source) -> dict[str, tuple[str, str]]:
    """Return what may be drawn: the future image is also printed as its own 実現."""
    keys = source.register.keys.items()
    known = {name: (cls, key) for (cls, name), key in keys if cls in _DRAWN}
    images = {f"{name}の実現": (cls, key) for (cls, name), key in keys if cls == PG.FutureImage}
    return known | images


def _slide(lines: list[str]) -> Iterator[str]:
    blank = 0
    for line in lines:
        blank = 0 if line else blank + 1
        if blank == _SLIDE_END or _TITLE.search(line):
            return
        yield line


def _blocks(lines: Iterator[str]) -> Iterator[list[str]]:
    block: list[str] = []
    for line in lines:
        if line:
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _joined(blocks: Iterator[list[str]], known: dict[str, tuple[str, str]]) -> Iterator[list[str]]:
    """Join a block that is no known label to the next one when both together are."""
    waiting: list[str] = []
    for block in blocks:
        both = [*waiting, *block]
        if waiting and segmented(match_name("".join(both)), known) is not None:
            waiting = both
            continue
        if waiting:
            yield waiting
        waiting = block
        if segmented(match_name("".join(block)), known) is not None:
            yield block
            waiting = []
    if waiting:
        yield waiting


def _block(block: list[str], drawing: _Drawing) -> None:
    text = "".join(block)
    if any(_OUTCOME.fullmatch(line) for line in block):
        _outcomes(block, drawing)
    elif number := circled_number(text):
        drawing.draw(
            PG.Vision,
            str(number),
            text[1:],
            notation=str(number),
            printed_notation=text[0],
            order=number,
        )
    elif not _SLOGAN.fullmatch(text):
        # A block is one label split over lines, several labels one a line, or labels in a row.
        lines = [line for line in block if not _SLOGAN.fullmatch(line)]
        if not _labels("".join(lines), drawing):
            for part in (part for line in lines for part in line.split()):
                if not _labels(part, drawing):
                    where = drawing.source.where(drawing.locator)
                    unknown = fault(where, "no-key", kind="MandalaItem", name=part)
                    drawing.reading.faults.append(unknown)


def _labels(text: str, drawing: _Drawing) -> bool:
    """Draw the known labels that *text* consists of; False when it does not."""
    names = segmented(match_name(text), drawing.known)
    if names is None:
        return False
    for name, printed in zip(names, _prints(text, names), strict=True):
        cls, key = drawing.known[name]
        drawing.draw(cls, key, printed)
    return True


def _prints(text: str, names: list[str]) -> Iterator[str]:
    """Cut *text* where the *names* that it consists of begin, so that each keeps its own print."""
    start = 0
    for name in names:
        # The longest print: a half-width ｶ and its ﾞ are one sign of the name.
        ends = (end for end in range(len(text), start, -1) if match_name(text[start:end]) == name)
        end = next(ends, len(text))
        yield text[start:end].strip()
        start = end


def _outcomes(block: list[str], drawing: _Drawing) -> None:
    """Read a box of outcomes: names with the numbers of their visions, and the box's tags."""
    source, reading = drawing.source, drawing.reading
    leading, trailing, outcomes = "", "", []
    for line in block:
        if found := _OUTCOME.fullmatch(line):
            name, numbers, tags = found.groups()
            trailing += tags
            key = source.register.keys.get((PG.Outcome, match_name(name)))
            if key is None:
                where = source.where(drawing.locator)
                reading.faults.append(fault(where, "no-key", kind="Outcome", name=name))
                continue
            iri = drawing.draw(PG.Outcome, key, name)
            outcomes.append(iri)
            for number in filter(None, map(circled_number, numbers)):
                vision = source.register.iri(PG.Vision, str(number))
                remark = note("vision-number")
                link = source.stated(iri, PG.serves, vision, drawing.locator, note=remark)
                reading.records.append(link)
        elif _TAGS.fullmatch(line) and not outcomes:
            leading += line
        else:
            where = source.where(drawing.locator)
            reading.faults.append(fault(where, "unreadable", text=line[:40]))
    tags = [tag for tag in leading + trailing if tag in ASPECTS]
    # A box that has no tags before its names, or one tag twice, may share tags with its
    # neighbour: which belongs to which is a judgement and goes into curated/links.csv.
    if not leading.strip() or len(tags) != len(set(tags)):
        where = source.where(drawing.locator)
        reading.notices.append(fault(where, "unsure-tags", box="、".join(block)))
        return
    for iri in outcomes:
        for tag in tags:
            link = source.stated(iri, PG.hasAspect, ASPECTS[tag], drawing.locator)
            reading.records.append(link)


def _lists(source: Source, lines: list[str], reading: Reading) -> None:
    """Read the numbered lists of themes and visions on other slides."""
    heading, title = "", ""
    for before, line in zip(["", *lines], lines, strict=False):
        number = circled_number(line)
        if number and line[1:2].isspace():
            for word, cls in (("テーマ", PG.Theme), ("ビジョン", PG.Vision)):
                if word in heading:
                    iri = source.register.iri(cls, str(number))
                    reading.records.append(
                        source.wording(
                            cls,
                            iri,
                            line[1:].strip(),
                            f"slide:{title}",
                            notation=str(number),
                            printed_notation=line[0],
                            order=number,
                        )
                    )
        elif line:
            heading = line
            title = heading if not before else title


def _plan(source: Source, lines: list[str], reading: Reading) -> None:
    """Record where a line is nothing but the plan's name."""
    name = match_name(source.plan.name)
    iri = source.register.iri(PG.Plan, source.plan.key)
    for line in lines:
        if match_name(line) == name:
            reading.records.append(source.wording(PG.Plan, iri, line, f"slide:{line}"))
