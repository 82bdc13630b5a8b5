"""What the page of an element shows: what `show` tells, as plain values for a template."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import quote

from pyoxigraph import NamedNode

from plan_graph.answers import Page, footer, sdgs_banner
from plan_graph.facts import Facts, Naming, Neighbour, Related
from plan_graph.graph import literal
from plan_graph.graph.turtle import natural_key
from plan_graph.history_answers import distant, goes_back
from plan_graph.lookup import Element
from plan_graph.measured_answers import sources_text, status_told
from plan_graph.pages import (
    FRAMES,
    called,
    citing,
    counted,
    fact_rows,
    grounds,
    not_reached,
    relation_head,
    remarks,
    stands_above,
)
from plan_graph.vocab import PG, SDGO
from plan_graph.web.figure_parts import Figures, figures
from plan_graph.web.here import Badge, Here, Named, Why

#: Relations that lead up from an element to what it is a part of.
_UP: Final = (PG.partOf, PG.unitOf, SDGO.isTargetOf)
#: A group of more neighbours than this shows the evidence behind each only when it is opened.
_OPEN = 15
#: A group shows so many neighbours at most: a graph of many cities has thousands by a goal.
_MOST = 300
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


@dataclass(frozen=True, slots=True)
class Beside:
    """A neighbour: its name, its grade, why it is there, and where the way to it is told."""

    name: Named
    badge: Badge
    whys: tuple[Why, ...]
    explain: str


@dataclass(frozen=True, slots=True)
class Group:
    """The neighbours by one relation, under remarks that belong to all of them."""

    key: str
    head: str
    above: tuple[str, ...]
    items: tuple[Beside, ...]
    #: how many more there are than a page can show
    more: int

    @property
    def is_open(self) -> bool:
        """Whether the evidence is in sight at once."""
        return len(self.items) <= _OPEN


@dataclass(frozen=True, slots=True)
class ElementPage:
    """All that the page of an element shows besides its title."""

    iri: str
    crumbs: tuple[Named, ...]
    position: tuple[int, int]
    before: Named | None
    after: Named | None
    mandala: str
    swatch: str
    notices: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Named, ...]], ...]
    #: what is printed, where, and the pages of that evidence
    namings: tuple[tuple[Naming, str, tuple[str, ...]], ...]
    figures: tuple[Figures, ...]
    statuses: tuple[Why, ...]
    groups: tuple[Group, ...]
    #: what it goes back to in older plans, each with the address that tells the way
    older: tuple[Named, ...]
    remarks: tuple[str, ...]
    footer: tuple[str, ...]


def element_page(facts: Facts, here: Here) -> ElementPage:
    """Return what the page of an element shows; documents are cited by number, as `show` does."""
    here = replace(here, page=citing(facts, here.page))
    page, iri = here.page, facts.element.iri
    row = _in_order(facts.element, page)
    at = row.index(iri)
    return ElementPage(
        iri=iri,
        crumbs=crumbs(iri, here),
        position=(at + 1, len(row)),
        before=here.numbered(row[at - 1]) if at else None,
        after=here.numbered(row[at + 1]) if at + 1 < len(row) else None,
        mandala=_mandala(iri, here),
        swatch=colour if _COLOUR.fullmatch(colour := literal(page.store, iri, PG.colour)) else "",
        notices=tuple(not_reached(facts, page)),
        rows=tuple(
            (label, tuple(_value(text, value, here) for text, value in values))
            for label, values in fact_rows(facts, page)
        ),
        namings=tuple(
            (each, sources_text(each.sources, page), tuple(map(here.link, each.wordings)))
            for each in facts.namings
        ),
        figures=tuple(
            figures(each, here, f"chart-{number}", own=each.indicator == facts.element.iri)
            for number, each in enumerate(facts.measured, start=1)
        ),
        statuses=tuple(
            Why(tuple(status_told(each, page)), here.link(each.assessment))
            for each in facts.statuses
        ),
        groups=tuple(_groups(facts, here)),
        older=tuple(
            Named(goes_back(past, page), here.explain(past.newer, past.older))
            for past in distant(iri, page)
        ),
        remarks=tuple(remarks(facts, page)),
        footer=(*counted(facts, page), *footer(page).splitlines()),
    )


def crumbs(iri: str, here: Here) -> tuple[Named, ...]:
    """Return what *iri* is part of, the whole first."""
    way = [iri]
    while up := next(iter(_up(way[-1], here)), ""):
        if up in way:
            break
        way.append(up)
    return tuple(here.numbered(each) for each in reversed(way[1:]))


def _up(iri: str, here: Here) -> Iterator[str]:
    for predicate in _UP:
        quads = here.page.store.quads_for_pattern(NamedNode(iri), NamedNode(predicate), None)
        found = (quad.object.value for quad in quads if isinstance(quad.object, NamedNode))
        yield from sorted((each for each in found if each in here.page.known), key=natural_key)


def _in_order(element: Element, page: Page) -> list[str]:
    """Return the elements of the same kind and plan, as they stand in lists."""

    def made() -> list[str]:
        of_kind = (page.known[iri] for iri in page.of_kind(element.kind))
        same = [each for each in of_kind if each.plan == element.plan]
        same.sort(key=lambda each: (each.place, natural_key(each.notation), natural_key(each.iri)))
        return [each.iri for each in same]

    return page.keep(("in order", element.kind, element.plan), made)


def _mandala(iri: str, here: Here) -> str:
    """Return the address that shows *iri* on the mandala, if it is drawn there."""
    key = here.drawn.get(iri)
    return f"{here.asked.url('/mandala')}#f={quote(key, safe='/,')}" if key else ""


def _value(text: str, value: str, here: Here) -> Named:
    """Return a fact with the page of what it is, or the address where a document lies."""
    if value in here.page.known:
        return Named(text, here.link(value))
    elsewhere = value.startswith(("http://", "https://")) and not here.link(value)
    return Named(text, value if elsewhere else "")


# --- Neighbours -----------------------------------------------------------------------------


def _groups(facts: Facts, here: Here) -> Iterator[Group]:
    """Yield each relation with its neighbours, the first one to the SDGs under its banner."""
    banner = sdgs_banner(here.page)
    for related in facts.relations:
        if stands_above(related):
            continue
        above: list[str] = []
        if related.predicate == PG.contributesTo:
            above, banner = banner, []
        yield Group(
            key=_key(related),
            head=relation_head(related, here.page),
            above=tuple(above),
            items=tuple(_beside(each, related, facts, here) for each in related.neighbours[:_MOST]),
            more=max(0, len(related.neighbours) - _MOST),
        )


def _key(related: Related) -> str:
    parts = (re.split(r"[#/]", each)[-1] for each in (related.predicate, related.kind))
    return "-".join(("of" if related.backward else "to", *parts))


def _beside(neighbour: Neighbour, related: Related, facts: Facts, here: Here) -> Beside:
    derived = any(step.ground.basis == PG.Derived for step in neighbour.steps)
    asks = derived and related.predicate not in FRAMES and neighbour.element in here.page.known
    return Beside(
        name=Named(called(neighbour, facts, here.page), here.link(neighbour.element)),
        badge=here.badge(neighbour.steps[0].ground),
        whys=tuple(
            Why(tuple(lines), here.link(step.link))
            for step, lines in zip(neighbour.steps, grounds(neighbour, here.page), strict=True)
        ),
        explain=here.explain(facts.element.iri, neighbour.element) if asks else "",
    )
