"""What the structure of the graph says, in the browser: the findings, and each with its picture."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import urlencode

from plan_graph.answers import Page, footer
from plan_graph.errors import PlanGraphError
from plan_graph.messages import BASES, BASIS_MARKS, pick
from plan_graph.network import FINDINGS, OFFICE_ONLY, PROJECTIONS, WHAT_IF, Finding, Item, triples
from plan_graph.network_answers import (
    banner,
    evidence_lines,
    heading,
    limits,
    network_json,
    network_sheets,
    sentence,
)
from plan_graph.vocab import PG
from plan_graph.web.asked import Asked, Reply, Town
from plan_graph.web.here import Badge, Here, Named
from plan_graph.web.network_asking import WAYS, ends_of, finding_of, named, stopped_of
from plan_graph.web.network_picture import picture
from plan_graph.web.shell import form_of, html, json_file, problem, xlsx_file

#: So many sentences are told on a page.
_TOLD: Final = 100
#: Fields for elements that stop: one more than are filled in, and at least so many.
_FIELDS: Final = 3
#: What may be taken as stopped, as it is suggested.
_MAY_STOP: Final = (PG.Department, PG.Measure, PG.Action, PG.Actor)
#: What an address has for each finding besides language and basis; the mandala has the same.
_ASKED: Final = ("projection", "a", "b")


@dataclass(frozen=True, slots=True)
class _Leant:
    """An element that a sentence tells of: its page, its grade, and the page that says why."""

    name: Named
    badge: Badge | None
    explain: str


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence: its weakest grade, what it leans on in words, and each element on its own."""

    text: str
    badge: Badge | None
    lines: tuple[str, ...]
    first: str
    leant: tuple[_Leant, ...]


def findings(asked: Asked, town: Town) -> Reply:
    """Answer ``/network``: what can be asked of the structure."""
    page = town.page(asked)
    names = [name for name in (*FINDINGS, WHAT_IF) if page.for_office or name not in OFFICE_ONLY]
    return html(
        asked,
        "network.html",
        title=page.text("netpages.title"),
        findings=[
            {
                "address": asked.url(f"/network/{name}"),
                "title": page.text(f"network.title-{name}"),
                "question": page.text(f"network.asks-{name}"),
                "is_office": name in OFFICE_ONLY,
            }
            for name in names
        ],
        footer=footer(page).splitlines(),
    )


def finding(asked: Asked, town: Town) -> Reply:
    """Answer ``/network/NAME``: the same as ``plan-graph network NAME``, with a small picture."""
    here, name = Here.of(asked, town), named(asked.part("name"))
    page = here.page
    if name in OFFICE_ONLY and not page.for_office:
        return _office_only(asked, page)
    form = form_of(asked, "json", "xlsx")
    faults: list[str] = []
    answer: Finding | None = None
    try:
        answer = finding_of(name, asked, page)
    except PlanGraphError as error:
        if form != "html" or name not in (WAYS, WHAT_IF):
            raise
        faults = _faults(error, page)
    if answer and form == "json":
        return json_file(name, network_json(answer, page))
    if answer and form == "xlsx":
        return xlsx_file(name, network_sheets(answer, page))
    return html(
        asked,
        "network_finding.html",
        title=page.text(f"network.title-{name}"),
        status=400 if faults else 200,
        name=name,
        question=page.text(f"network.asks-{name}"),
        faults=faults,
        ends=ends_of(asked),
        fields=_fields(asked),
        suggested=_suggested(page) if name in (WAYS, WHAT_IF) else [],
        graphs=_graphs(asked, page, answer) if name == "bridges" else [],
        answer=_answer(answer, here) if answer else None,
        footer=footer(page).splitlines(),
    )


def _office_only(asked: Asked, page: Page) -> Reply:
    """Say that a finding is not for the public, without computing it."""
    title, why, how = (page.text(f"netpages.office-only{rest}") for rest in ("", "-why", "-how"))
    if not asked.wants_html:
        return problem(403, title, f"{why} {how}")
    return html(asked, "error.html", title=title, status=403, faults=[], what_next=f"{why} {how}")


def _faults(error: PlanGraphError, page: Page) -> list[str]:
    """Tell what is wrong with the fields, each by its name on the page."""
    names = {"A": "netpages.from", "B": "netpages.to", "without": "netpages.without"}
    told = [
        replace(each, where=page.text(names[each.where]) if each.where in names else "")
        for each in error.faults
    ]
    return [each.text(page.lang) for each in told]


def _fields(asked: Asked) -> list[str]:
    stopped = stopped_of(asked)
    return [*stopped, *[""] * max(1, _FIELDS - len(stopped))]


def _suggested(page: Page) -> list[str]:
    found = [each for each in page.known.values() if each.kind in _MAY_STOP]
    found.sort(key=lambda each: (_MAY_STOP.index(each.kind), each.place, each.iri))
    return [each.named(page.lang) for each in found]


def _graphs(asked: Asked, page: Page, answer: Finding | None) -> list[tuple[str, str, bool]]:
    """Return the graphs to choose from: address, name, and whether it is the one looked at."""
    chosen = answer.found.projection if answer else ""
    return [
        (asked.here(projection=each), page.text(f"netpages.between-{each}"), each == chosen)
        for each in PROJECTIONS
    ]


# --- One finding ----------------------------------------------------------------------------


def _answer(answer: Finding, here: Here) -> dict[str, object]:
    """Return what `network_text` tells, part by part."""
    page, found = here.page, answer.found
    drawn = picture(found, page)
    notes = []
    if drawn:
        leant = not set(drawn.nodes) <= set(found.lit)
        notes.append(page.text("netpages.picture-note" if leant else "netpages.picture-lines"))
    if drawn and drawn.items < len(found.items):
        notes.append(page.text("netpages.picture-first", count=drawn.items))
    if drawn and drawn.is_thinned:
        notes.append(page.text("netpages.picture-thinned"))
    more = len(found.items) - _TOLD
    return {
        "above": banner(answer, page),
        "sees": heading(answer, page)[2:],
        "nothing": "" if found.items or found.refused else page.text("network.nothing"),
        "items": [_said(item, answer, here) for item in found.items[:_TOLD]],
        "more": page.text("netpages.more", count=more) if more > 0 else "",
        "limits": limits(answer, page),
        "picture": drawn.svg if drawn else "",
        "picture_notes": notes,
        "mandala": _mandala(answer.name, here.asked) if found.lit else "",
    }


def _mandala(name: str, asked: Asked) -> str:
    """Return the address of the mandala with what the sentences tell of lit."""
    told = {key: value for key in _ASKED if (value := asked.value(key))}
    address = asked.url("/mandala", finding=name, **told)
    stopped = [("without", each) for each in stopped_of(asked)] if name == WHAT_IF else []
    return address + (f"&{urlencode(stopped)}" if stopped else "")


def _said(item: Item, answer: Finding, here: Here) -> _Said:
    page = here.page
    cause = page.text("network.said-simultaneous-cause") if item.code == "simultaneous" else ""
    return _Said(
        text=sentence(item, page, brief=True) + cause,
        badge=_badge(item.basis, page) if item.basis else None,
        lines=tuple(evidence_lines(item, answer, page)),
        first=page.known[item.elements[0]].named(page.lang),
        leant=tuple(_leant(item, answer, here)),
    )


def _leant(item: Item, answer: Finding, here: Here) -> Iterator[_Leant]:
    """Yield the elements of a sentence, each once, with what it leans on them by."""
    page, grounds, first = here.page, dict(item.evidence), item.elements[0]
    pairs = {obj: (subject, obj) for subject, _, obj in triples(item)} if item.code == "way" else {}
    for iri in dict.fromkeys((*item.elements, *grounds)):
        joined = iri in grounds and iri != first and answer.found.graph.has_edge(first, iri)
        ends = pairs.get(iri) or ((first, iri) if joined else None)
        badge = _badge(grounds[iri], page) if iri in grounds else None
        yield _Leant(here.numbered(iri), badge, here.explain(*_typed(ends, page)) if ends else "")


def _typed(ends: tuple[str, str], page: Page) -> tuple[str, str]:
    first, second = (page.known[iri].named(page.lang) for iri in ends)
    return first, second


def _badge(basis: str, page: Page) -> Badge:
    """Return the badge of a ground by its name."""
    iri = PG.NS + basis
    return Badge(pick(BASIS_MARKS[iri], page.lang), basis.lower(), pick(BASES[iri], page.lang))
