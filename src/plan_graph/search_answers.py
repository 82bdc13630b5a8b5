"""What `find` answers, as people read it and as plain data."""

import re
from collections.abc import Iterable

from plan_graph.answers import Page, footer
from plan_graph.errors import PlanGraphError
from plan_graph.japanese import folded
from plan_graph.lookup import Element, find_element
from plan_graph.messages import FOUND_IN, KINDS, pick
from plan_graph.search import Found, Hit
from plan_graph.tables import hanging, joined, terminal
from plan_graph.vocab import PG

_KANA = re.compile(r"[ぁ-ゟー]+")
#: How well a word fits, by the rank of its hit.
_RANKS = ("exact", "beginning", "wordBeginning", "part", "near")


def find_text(found: Found, page: Page) -> str:
    """Tell what fits, the best first; when nothing does, what comes near and how to search."""
    lines = _hits(found, page) if found.hits else _no_hits(found, page)
    below = hanging_lines(["", *footer(page).splitlines()], page)
    return "\n".join([*lines, *below])


def hanging_lines(lines: Iterable[str], page: Page) -> list[str]:
    """Fold each of *lines* at the edge of the screen."""
    return [part for line in lines for part in hanging(line, page.screen, 2)]


def _hits(found: Found, page: Page) -> list[str]:
    head = [page.text(f"find-{each}") for each in ("element", "name", "where")]
    rows = [hit_cells(hit, page) for hit in found.hits]
    above = page.text("find-hits", text=found.text, count=len(found.hits))
    below = page.text("find-next", name=typed(found.hits[0].element, page))
    table = terminal(head, rows, page.screen, indent="  ")
    return [*hanging_lines([above], page), table, *hanging_lines([below], page)]


def hit_cells(hit: Hit, page: Page) -> list[str]:
    """Return kind and number of what fits, its name, and where the word stands."""
    element, where = hit.element, pick(FOUND_IN[hit.where], page.lang)
    kind = pick(KINDS.get(element.kind, ("", "")), page.lang)
    name = element.label(page.lang)
    told = where if hit.text == name else page.text("find-at", where=where, text=hit.text)
    separator = " " if page.lang == "en" else ""
    number = separator.join(filter(None, (kind, element.mark)))
    return [number, element.dated(page.lang), told]


def _no_hits(found: Found, page: Page) -> list[str]:
    first, *rest = none_lines(found, page)
    near = [page.text("find-near", names=_near(found.near, page))] if found.near else []
    return hanging_lines([first, *near, *rest], page)


def none_lines(found: Found, page: Page) -> list[str]:
    """Tell that nothing fits, how much was searched, and how to search instead."""
    kana = _KANA.fullmatch(folded(found.text))
    return [
        page.text("find-none", text=found.text),
        page.text("find-searched", elements=found.elements),
        page.text("find-readings" if kana else "find-shorter", readings=found.readings),
    ]


def _near(hits: Iterable[Hit], page: Page) -> str:
    told = []
    for hit in hits:
        name, where = hit.element.named(page.lang), pick(FOUND_IN[hit.where], page.lang)
        if hit.text != hit.element.label(page.lang):
            name = page.text("find-near-hit", name=name, where=where, text=hit.text)
        told.append(name)
    return joined(told, page.lang)


def typed(element: Element, page: Page) -> str:
    """Return how an element is named on the command line: 取組24, its name, or both with kind."""
    kind = pick(KINDS.get(element.kind, ("", "")), page.lang)
    separator = " " if page.lang == "en" else ""
    number = element.mark or element.estimated
    # A number that begins with a letter, as g2-1, belongs to one kind only.
    text = number if number[:1].isalpha() else f"{kind}{separator}{number}"
    name = text if number else element.label(page.lang)
    try:
        find_element(page.known, name)
    except PlanGraphError:
        name = element.named(page.lang)
    return f'"{name}"' if " " in name else name


def find_json(found: Found, page: Page) -> dict[str, object]:
    """Return what was found as plain data, named by the terms of the ontology."""

    def plain(hit: Hit) -> dict[str, str]:
        element = hit.element
        return {
            "id": element.iri,
            "kind": element.kind.removeprefix(PG.NS),
            "notation": element.notation,
            "name": element.label(page.lang),
            "text": hit.text,
            "where": hit.where,
            "fit": _RANKS[hit.rank],
        }

    return {
        "text": found.text,
        "elementsSearched": found.elements,
        "elementsWithReading": found.readings,
        "hits": [plain(hit) for hit in found.hits],
        "near": [plain(hit) for hit in found.near],
    }
