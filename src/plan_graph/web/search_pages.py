"""Finding things and explaining how two of them hang together, as the commands do."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from plan_graph.answers import counts_text, footer, sdgs_banner, sentence
from plan_graph.errors import PlanGraphError
from plan_graph.graph.turtle import natural_key
from plan_graph.history import Past, past_between
from plan_graph.history_answers import counted as counted_past
from plan_graph.history_answers import goes_back, step_lines
from plan_graph.japanese import folded
from plan_graph.kinds import find_kind
from plan_graph.lookup import Element, find_both
from plan_graph.messages import BASES, KINDS, pick
from plan_graph.reasons import Step, explain
from plan_graph.search import Found, Hit, find
from plan_graph.search_answers import find_json, hit_cells, none_lines
from plan_graph.vocab import DATA_KINDS, PG
from plan_graph.web.asked import Asked, Reply, Town
from plan_graph.web.here import Badge, Here, Named
from plan_graph.web.shell import html, json_file

# --- Finding --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Hit:
    """What fits: its kind and number, its name with its page, and where the word stands."""

    kind: str
    name: Named
    where: str


def search(asked: Asked, town: Town) -> Reply:
    """Answer ``/search?q=``: what `find` finds; or all of a kind; or else which kinds there are."""
    here = Here.of(asked, town)
    page, words, kind = here.page, asked.value("q"), asked.value("kind")
    found = find(page.store, page.known, words) if folded(words) else None
    if found and asked.value("format") == "json":
        return json_file("find", find_json(found, page))
    listed = _of_kind(find_kind(kind, place="kind"), here) if kind and not found else []
    hits = [_hit(each, here) for each in found.hits] if found else listed
    near = [_hit(each, here) for each in found.near] if found else []
    return html(
        asked,
        "search.html",
        title=page.text("element.search"),
        lines=_lines(found, here) if found else [],
        hits=hits,
        near=near,
        kinds=[] if hits or near else list(_kinds(here)),
        footer=footer(page).splitlines(),
    )


def _lines(found: Found, here: Here) -> list[str]:
    if found.hits:
        return [here.page.text("find-hits", text=found.text, count=len(found.hits))]
    return none_lines(found, here.page)


def _hit(hit: Hit, here: Here) -> _Hit:
    kind, name, where = hit_cells(hit, here.page)
    return _Hit(kind, Named(name, here.link(hit.element.iri)), where)


def _kinds(here: Here) -> Iterator[Named]:
    """Yield every kind that there is, with how many there are."""
    page = here.page
    counted = Counter(element.kind for element in page.known.values())
    for kind, names in KINDS.items():
        if counted[kind]:
            name = pick(names, page.lang)
            told = page.text("element.search-kind", kind=name, count=counted[kind])
            key = DATA_KINDS.get(kind, names[1])
            yield Named(told, here.asked.url("/search", kind=key))


def _of_kind(kind: str, here: Here) -> list[_Hit]:
    """Return all elements of a kind, as they stand in lists."""
    same = sorted((each for each in here.page.known.values() if each.kind == kind), key=_place)
    plans = len({each.plan for each in same}) > 1
    return [
        _Hit(
            f"{pick(KINDS[kind], here.page.lang)} {each.mark}",
            Named(each.label(here.page.lang), here.link(each.iri)),
            here.page.names([each.plan]) if plans and each.plan in here.page.known else "",
        )
        for each in same
    ]


def _place(element: Element) -> tuple[object, ...]:
    return (element.place, natural_key(element.notation), natural_key(element.iri))


# --- Explaining -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Told:
    """A step of a way: what it says, its grade, what backs it, and the page of that evidence."""

    sentence: str
    badge: Badge
    lines: tuple[str, ...]
    href: str


@dataclass(frozen=True, slots=True)
class _Way:
    """One way from an element to another: the link itself, and the links that it rests on."""

    head: str
    #: none where the steps are the way, without a link that follows from them
    link: _Told | None
    steps: tuple[_Told, ...]


def explained(asked: Asked, town: Town) -> Reply:
    """Answer ``/explain?a=&b=``: every way between two things, each step with its sources."""
    here = Here.of(asked, town)
    page = here.page
    values = (asked.value("a").strip(), asked.value("b").strip())
    answer: dict[str, object] = {"faults": [], "ends": [], "lead": "", "above": [], "ways": []}
    status = 200
    if all(values):
        try:
            ends = find_both(page.known, *values)
        except PlanGraphError as error:
            answer["faults"] = [fault.text(asked.lang) for fault in error.faults]
            status = 400
        else:
            answer |= _answer(ends, here)
    return html(
        asked,
        "explain.html",
        title=page.text("element.explain-title"),
        status=status,
        values=values,
        **answer,
    )


def _answer(ends: tuple[Element, Element], here: Here) -> dict[str, object]:
    """Return what `explain_text` tells, part by part."""
    page = here.page
    found = explain(page.store, *ends)
    a, b = (end.named(page.lang) for end in ends)
    steps = [step for way in found for step in (way.link, *way.steps)]
    sdgs = any(step.predicate == PG.contributesTo for step in steps)
    past = past_between(page.store, page.known, ends)
    if past and not found:
        return _went_back(past, here)
    if found:
        lead = page.text("ways", a=a, b=b, count=len(found))
        counts = counts_text(Counter(way.link.ground for way in found), page.lang)
        below = [page.text("counted", counts=counts)]
    else:
        lead = page.text("no-way", a=a, b=b, basis=pick(BASES[page.weakest], page.lang))
        below = []
    return {
        "ends": [here.numbered(end.iri) for end in ends],
        "lead": f"{goes_back(past, page)} {lead}" if past else lead,
        "above": sdgs_banner(page) if sdgs else [],
        "ways": [
            _Way(
                page.text("way-number", number=at, sentence=sentence(way.link, page)),
                _told(way.link, here),
                tuple(_told(step, here) for step in way.steps),
            )
            for at, way in enumerate(found, start=1)
        ],
        "footer": [*below, *footer(page).splitlines()],
    }


def _went_back(past: Past, here: Here) -> dict[str, object]:
    """Return how one element goes back to the other, step by step."""
    page = here.page
    steps = tuple(_told(step, here) for step in past.steps)
    return {
        "ends": [here.numbered(iri) for iri in (past.newer, past.older)],
        "lead": goes_back(past, page),
        "above": [],
        "ways": [_Way(page.text("history.no-link"), None, steps)],
        "footer": [counted_past(past, page), *footer(page).splitlines()],
    }


def _told(step: Step, here: Here) -> _Told:
    return _Told(
        sentence=sentence(step, here.page),
        badge=here.badge(step.ground),
        lines=tuple(step_lines(step, here.page)),
        href=here.link(step.link),
    )
