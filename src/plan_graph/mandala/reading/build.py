"""The picture out of the view of a graph: its items, the lines between them, the words beside.

The store is read once, whole; everything after that looks things up in memory.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from pyoxigraph import Literal, Store

from plan_graph.answers import Page, footer
from plan_graph.graph import Node, base_of, nodes, one
from plan_graph.japanese import era_year
from plan_graph.lookup import Element
from plan_graph.mandala.picture import Item, Line, Picture, Tag
from plan_graph.mandala.reading.chosen import chosen, edition_of, key_in, objects, parents
from plan_graph.mandala.reading.earlier import earlier
from plan_graph.mandala.reading.figures import Figures
from plan_graph.mandala.reading.grounds import Claim, Triple, claims, lines
from plan_graph.mandala.reading.steps import steps
from plan_graph.messages import KINDS, pick
from plan_graph.tables import joined, shown
from plan_graph.vocab import DCTERMS, PG, STRENGTH

_YEAR = r"(?:19|2\d)\d\d"
_COLOUR = r"#[0-9A-Fa-f]{6}"


@dataclass(frozen=True, slots=True)
class _Reading:
    """What everything is read from: all that the view says, its links, and its page."""

    said: dict[str, Node]
    known: Mapping[str, Element]
    claims: Mapping[Triple, tuple[Claim, ...]]
    page: Page
    #: IRI of each item to its key, in the order of the picture
    keys: Mapping[str, str]
    #: item to its direct parent, both by their IRIs
    parents: Mapping[str, str]
    figures: Figures

    def told(self, iri: str, predicate: str) -> str:
        """Return what is said of *iri* in the language of the page, or in Japanese."""
        by_language: dict[str, str] = {}
        for term in self.said[iri].get(predicate, ()):
            if isinstance(term, Literal):
                lang = (term.language or "").partition("-")[0]
                by_language[lang] = min(by_language.get(lang, term.value), term.value)
        found = by_language.get(self.page.lang) or by_language.get("ja") or by_language.get("")
        return shown(found or "")


def build(store: Store, known: Mapping[str, Element], page: Page) -> Picture:
    """Return the picture of the view *store*, whose elements are *known*, as *page* tells it."""
    said = nodes(store.quads_for_pattern(None, None, None))
    edition = edition_of(said, known)
    shown_here = chosen(said, known, edition)
    base = base_of(store)
    keys = {element.iri: key_in(element.iri, base) for element in shown_here}
    reading = _Reading(
        said=said,
        known=known,
        claims=claims(said),
        page=page,
        keys=keys,
        parents=parents(said, keys),
        figures=Figures.of(said, page),
    )
    items = _with_tags_of_parts([_item(element, reading) for element in shown_here])
    drawn = tuple(lines(reading.claims, keys, said, page))
    pictured = _worded(items, drawn, edition, reading)
    return replace(pictured, steps=steps(pictured))


# --- Items ----------------------------------------------------------------------------------


def _item(element: Element, reading: _Reading) -> Item:
    page, iri = reading.page, element.iri
    name = shown(element.label(page.lang))
    told = {
        "name": name,
        "short": (reading.told(iri, PG.shortLabel) if page.lang == "ja" else "") or name,
        "reading": reading.told(iri, PG.reading),
        "english": shown(element.english),
        "mark": shown(element.mark),
    }
    besides = {shown(label) for label in (*element.labels, element.notation)}
    colour = one(reading.said[iri], PG.colour)
    in_project = objects(reading.said, iri, PG.inProject, reading.known)
    return Item(
        key=reading.keys[iri],
        iri=iri,
        kind=re.split(r"[#/]", element.kind)[-1],
        about=reading.told(iri, DCTERMS.description),
        parent=reading.keys[reading.parents[iri]] if iri in reading.parents else "",
        project=next((reading.keys[each] for each in in_project if each in reading.keys), ""),
        tags=tuple(_tags(element, reading)),
        labels=tuple(sorted(besides - {"", *told.values()})),
        facts=tuple(reading.figures.facts(iri)),
        colour=colour if re.fullmatch(_COLOUR, colour) else "",
        **told,
    )


def _tags(element: Element, reading: _Reading) -> Iterator[Tag]:
    aspects = objects(reading.said, element.iri, PG.hasAspect, reading.known)
    for iri in sorted(aspects, key=lambda each: reading.known[each].order):
        aspect = reading.known[iri]
        if aspect.kind == PG.Aspect and iri.startswith(PG.NS):
            backed = reading.claims.get((element.iri, PG.hasAspect, iri), ())
            certain = any(
                STRENGTH[each.ground.effective] > STRENGTH[PG.Estimated] for each in backed
            )
            yield Tag(iri.removeprefix(PG.NS), _letter(aspect, reading), certain)


def _letter(aspect: Element, reading: _Reading) -> str:
    """Return what stands for an aspect: 経, and in English Ec, since E would be two of them."""
    if reading.page.lang == "en" and aspect.english:
        return shown(aspect.english)[:2]
    return reading.told(aspect.iri, PG.shortLabel)[:1] or shown(aspect.name)[:1]


def _with_tags_of_parts(items: Iterable[Item]) -> tuple[Item, ...]:
    """Return *items*, every group of outcomes with the tags of all that is in it.

    A tag of the group is certain when each of its outcomes has it for certain.
    """
    found = tuple(items)
    parts: dict[str, list[Item]] = {item.key: [] for item in found if item.kind == "OutcomeGroup"}
    for item in found:
        if item.parent in parts:
            parts[item.parent].append(item)

    def tagged(group: Item) -> Item:
        tags = {tag.aspect: tag for part in parts[group.key] for tag in part.tags}
        tags |= {tag.aspect: tag for tag in group.tags}
        every = [{tag.aspect for tag in part.tags if tag.certain} for part in parts[group.key]]
        own = {tag.aspect for tag in group.tags if tag.certain}
        sure = own | (set.intersection(*every) if every else set())
        order = sorted(tags)
        return replace(
            group, tags=tuple(replace(tags[each], certain=each in sure) for each in order)
        )

    return tuple(tagged(item) if item.key in parts else item for item in found)


# --- The words beside -----------------------------------------------------------------------


def _worded(
    items: tuple[Item, ...], drawn: tuple[Line, ...], edition: str, reading: _Reading
) -> Picture:
    """Return the picture without its steps: its names, edition, captions, footer and notes."""
    page, known = reading.page, reading.known
    by_kind = {kind: [each for each in items if each.kind == kind] for kind in ("Vision", "Action")}
    image = next((item for item in items if item.kind == "FutureImage"), None)
    years = {_year_of(each.iri, reading) for each in by_kind["Vision"]}
    visions_year = years.pop() if len(years) == 1 else 0
    documents = [each.iri for each in known.values() if each.kind == PG.SourceDocument]
    newest = max((int(one(reading.said[iri], PG.year) or 0) for iri in documents), default=0)
    city = shown(page.names(sorted(e.iri for e in known.values() if e.kind == PG.Municipality)))
    mandala = shown(known[edition].label(page.lang)) if edition else ""
    told = [shown(line) for line in footer(page).splitlines()] if documents else []
    kind = pick(KINDS[PG.Mandala], page.lang)
    return Picture(
        lang=page.lang,
        title=mandala or (page.text("picture-title", city=city) if city else kind),
        city=city,
        goal=image.name if image else "",
        goal_caption=_caption("goal", _year_of(image.iri, reading), page) if image else "",
        edition=page.text("picture-edition", era=era_year(newest), year=newest) if newest else "",
        footer=(*told, *([page.text("picture-rebuilt", mandala=mandala)] if mandala else ())),
        items=items,
        lines=drawn,
        steps=(),
        basis=page.weakest.removeprefix(PG.NS),
        notes=tuple(_notes(items, drawn, page)),
        visions_caption=_caption("visions", visions_year, page) if by_kind["Vision"] else "",
        visions_year=visions_year,
        earlier=tuple(earlier(reading.keys, page)),
    )


def _year_of(iri: str, reading: _Reading) -> int:
    """Return the year for which a picture of the future is: as said, or as its key tells; or 0."""
    year = one(reading.said[iri], PG.year) or reading.keys[iri].rpartition("/")[2]
    return int(year) if re.fullmatch(_YEAR, year) else 0


def _caption(of: str, year: int, page: Page) -> str:
    return page.text(f"picture-{of}-caption{'-year' if year else ''}", year=year)


def _notes(items: tuple[Item, ...], drawn: tuple[Line, ...], page: Page) -> Iterator[str]:
    """Yield what must stand beside the picture: banners on estimates, visions without a line."""
    if any(line.basis == "Estimated" for line in drawn):
        yield page.text("estimated-note")
    sdgs = {line.basis for line in drawn if line.predicate == "contributesTo"}
    if sdgs and not sdgs & {"Stated", "Matched"}:
        yield page.text("sdgs-note")
    kinds = {item.key: item.kind for item in items}
    if "Action" in kinds.values():
        serving: dict[str, list[Line]] = defaultdict(list)
        for line in drawn:
            if line.predicate == "serves":
                serving[line.object].append(line)
        by_key = {item.key: item for item in items}
        for vision in (item for item in items if item.kind == "Vision"):
            yield from _unserved(vision, serving[vision.key], by_key, page)


def _unserved(
    vision: Item, serving: list[Line], items: Mapping[str, Item], page: Page
) -> Iterator[str]:
    """Yield what `serves` says of a vision that no action reaches by documents alone."""
    actions = [line for line in serving if items[line.subject].kind == "Action"]
    if {line.basis for line in actions} & {"Stated", "Matched"}:
        return
    outcomes = [items[x.subject] for x in serving if items[x.subject].kind == "Outcome"]
    looked = STRENGTH[page.weakest] <= STRENGTH[PG.Estimated]
    estimated = sum(line.basis == "Estimated" for line in actions)
    told = [page.text("no-actions" if looked else "no-actions-in-view", count=estimated)]
    if outcomes:
        names = joined((item.name for item in outcomes), page.lang)
        told.append(page.text("outcomes-are", names=names))
    elif not actions:
        told.append(page.text("no-outcomes"))
    name = f"{vision.mark} {vision.name}".strip()
    note = (" " if page.lang == "en" else "").join(told)
    yield page.text("picture-note-on", name=name, note=note)
