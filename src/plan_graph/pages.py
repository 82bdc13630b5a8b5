"""One element whole, as people read it: facts, printed names, values, statuses, neighbours."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from plan_graph.answers import Page, backing, counts_text, footer, sdgs_banner, web_pages
from plan_graph.facts import Facts, Neighbour, Related, Said
from plan_graph.history_answers import distant, goes_back
from plan_graph.measured import Measured
from plan_graph.measured_answers import (
    measured_lines,
    name_of,
    sources_text,
    status_lines,
    traits,
)
from plan_graph.messages import BASES, FACT_LABELS, KINDS, RELATION_LABELS, TERMS, pick
from plan_graph.reasons import Step
from plan_graph.search_answers import hanging_lines, typed
from plan_graph.tables import hanging, joined
from plan_graph.vocab import DCTERMS, PG, SDGO, SKOS

#: What follows from the breakdown of the plan: nobody asks why.
FRAMES = {PG.inPlan, PG.inProject}
#: What we say of an element; everything else is printed.
_OURS = {
    DCTERMS.description,
    PG.shortLabel,
    PG.reading,
    PG.betterWhen,
    PG.betterWhenReason,
}


def show_text(facts: Facts, page: Page) -> str:
    """Tell one element whole; documents are cited by number, and named at the end."""
    page = citing(facts, page)
    older = [goes_back(past, page) for past in distant(facts.element.iri, page)]
    remarks_there = [*older, *remarks(facts, page), *_next(facts, page)]
    blocks = [
        _head(facts, page),
        _printed(facts, page),
        *(_indicator(each, facts, page) for each in facts.measured),
        _bare_statuses(facts, page),
        *_neighbours(facts, page),
        iter(hanging_lines(remarks_there, page)),
        iter(hanging_lines([*counted(facts, page), *footer(page).splitlines()], page)),
    ]
    return "\n\n".join(filter(None, ("\n".join(block) for block in blocks)))


def citing(facts: Facts, page: Page) -> Page:
    """Return *page* with numbers for the documents that its footer names."""
    cited = _cited(facts)
    uncited = web_pages(page) - cited
    documents = (each for each in page.of_kind(PG.SourceDocument) if each not in uncited)
    return replace(page, cited={iri: at for at, iri in enumerate(documents, start=1)})


def _cited(facts: Facts) -> set[str]:
    """Return the documents that names and links come from."""
    steps = [
        step
        for related in facts.relations
        for neighbour in related.neighbours
        for step in neighbour.steps
    ]
    named = {document for naming in facts.namings for document, _ in naming.sources}
    linked = {document for step in steps for document, _ in step.sources}
    return named | linked | {document for step in steps for _, document, _ in step.wordings}


def stands_above(related: Related) -> bool:
    """Say whether the neighbours are told with their values already."""
    return related.predicate == PG.hasIndicator and not related.backward


# --- Facts ----------------------------------------------------------------------------------


def _head(facts: Facts, page: Page) -> Iterator[str]:
    yield from hanging(facts.element.named(page.lang), page.screen, 2)
    for line in not_reached(facts, page):
        yield from hanging(f"  {line}", page.screen, 2)
    told = (
        (label, joined((text for text, _ in values), page.lang))
        for label, values in fact_rows(facts, page)
    )
    rows = [*told, ("IRI", facts.element.iri)]
    width = max(page.screen.width(label) for label, _ in rows)
    for label, value in rows:
        gap = " " * (width - page.screen.width(label) + 2)
        yield from hanging(f"  {label}{gap}{value}", page.screen, width + 4)


def not_reached(facts: Facts, page: Page) -> Iterator[str]:
    """Tell of a vision that no document leads to an action that serves it."""
    if facts.element.kind == PG.Vision and not _is_reached(facts):
        estimated = [each for each in _serving(facts) if _effective(each) == PG.Estimated]
        yield page.text("no-actions", count=len(estimated))


def _serving(facts: Facts) -> list[Neighbour]:
    """Return the actions that serve a vision."""
    return [
        neighbour
        for related in facts.relations
        if (related.predicate, related.backward, related.kind) == (PG.serves, True, PG.Action)
        for neighbour in related.neighbours
    ]


def _effective(neighbour: Neighbour) -> str:
    return neighbour.steps[0].ground.effective


def _is_reached(facts: Facts) -> bool:
    """Say whether the documents lead to an action: by more than a judgement or an idea."""
    return any(_effective(each) in {PG.Stated, PG.Matched} for each in _serving(facts))


def fact_rows(facts: Facts, page: Page) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Yield the facts in the order of the catalogue, each in the language of the page.

    A fact has a label and values: each as it is told, and what the graph has for it.
    """
    for read in facts.numbers:
        why = pick(read.rationale, page.lang)
        reason = page.text("rationale", rationale=why, by=read.by, date=read.date)
        told_number = page.text("show-number-read", number=read.number, rationale=reason)
        yield page.text("show-number"), [(told_number, read.number)]
    for predicate in dict.fromkeys([*FACT_LABELS, *(said.predicate for said in facts.said)]):
        same = [said for said in facts.said if said.predicate == predicate]
        ours = [said for said in same if said.lang == page.lang]
        told = same if predicate == SKOS.prefLabel or not ours else ours
        news = [said for said in told if _is_news(said, facts, page)]
        values = [(_fact(said, facts, page), said.value) for said in news]
        if values:
            local = predicate.replace("#", "/").rsplit("/", maxsplit=1)[-1]
            label = pick(FACT_LABELS.get(predicate, (local, local)), page.lang)
            if predicate == PG.year and facts.element.kind != PG.SourceDocument:
                label = page.text("show-year-aimed")
            yield label, values


def _is_news(said: Said, facts: Facts, page: Page) -> bool:
    """Say whether a fact stands neither in the heading nor among the printed names."""
    element = facts.element
    heading = {element.label(page.lang), element.mark, element.notation}
    names = {SKOS.prefLabel, SKOS.altLabel, SKOS.notation, PG.printedNotation}
    printed = {naming.text for naming in facts.namings} if said.predicate == SKOS.altLabel else ()
    return said.predicate not in names or said.value not in {*heading, *printed}


def _fact(said: Said, facts: Facts, page: Page) -> str:
    value = pick(TERMS[said.value], page.lang) if said.value in TERMS else name_of(said.value, page)
    return page.text("show-editors", text=value) if _is_ours(said, facts) else value


def _is_ours(said: Said, facts: Facts) -> bool:
    """Say whether editors made the fact; of what all cities share, names are given."""
    if facts.element.kind in {PG.Aspect, SDGO.Goal}:
        return said.predicate == DCTERMS.description
    return said.predicate in _OURS or (said.predicate == SKOS.prefLabel and said.lang == "en")


def _printed(facts: Facts, page: Page) -> Iterator[str]:
    if facts.namings:
        yield page.text("show-printed")
    for naming in facts.namings:
        line = f"  「{naming.text}」 {sources_text(naming.sources, page)}"
        yield from hanging(line, page.screen, 4)
        if naming.corrected:
            remark = page.text("show-corrected", text=naming.corrected, reason=naming.reason)
            yield from hanging(f"    {remark}", page.screen, 6)
        if naming.note:
            yield from hanging(f"    {page.text('remark', note=naming.note)}", page.screen, 6)


# --- Indicators -----------------------------------------------------------------------------


def _indicator(measured: Measured, facts: Facts, page: Page) -> Iterator[str]:
    if measured.indicator == facts.element.iri:
        yield page.text("show-values")
    else:
        yield from hanging(numbered(measured.indicator, page), page.screen, 2)
        yield from hanging(f"  {traits(measured, page)}", page.screen, 2)
    yield from measured_lines(measured, page)


def numbered(iri: str, page: Page) -> str:
    """Return kind, number and name of an element; anything else is written as it is."""
    element = page.known.get(iri)
    return element.named(page.lang) if element else iri


def _bare_statuses(facts: Facts, page: Page) -> Iterator[str]:
    if facts.statuses:
        yield page.text("show-statuses")
    for status in facts.statuses:
        yield from status_lines(status, page)


# --- Neighbours -----------------------------------------------------------------------------


def _neighbours(facts: Facts, page: Page) -> Iterator[Iterator[str]]:
    """Yield the lines of each relation, the first one to the SDGs under its banner."""
    banner = sdgs_banner(page)
    for related in facts.relations:
        if stands_above(related):
            continue
        above: list[str] = []
        if related.predicate == PG.contributesTo:
            above, banner = banner, []
        yield chain(hanging_lines(above, page), _related(related, facts, page))


def _related(related: Related, facts: Facts, page: Page) -> Iterator[str]:
    yield relation_head(related, page)
    for neighbour in related.neighbours:
        yield from hanging(f"  {called(neighbour, facts, page)}", page.screen, 4)
        for first, *rest in grounds(neighbour, page):
            yield from hanging(f"    {first}", page.screen, 6)
            for line in rest:
                yield from hanging(f"      {line}", page.screen, 8)


def relation_head(related: Related, page: Page) -> str:
    """Return the name of a relation with how many there are at its other end."""
    through = sum(each.through_measure for each in related.neighbours)
    counts = {"count": len(related.neighbours), "through": through}
    key = "show-count-through" if through else "show-count"
    return page.text(key, label=_label(related, page), **counts)


def _is_stated(related: Related) -> bool:
    return all(each.steps[0].ground.basis == PG.Stated for each in related.neighbours)


def _label(related: Related, page: Page) -> str:
    kind = pick(KINDS.get(related.kind, ("", "")), page.lang)
    if related.predicate == PG.contributesTo and not related.backward and _is_stated(related):
        return page.text("show-sdgs-stated", kind=kind)
    local = related.predicate.rsplit("#", maxsplit=1)[-1]
    labels = RELATION_LABELS.get(related.predicate, ((local, local), (local, local)))
    return pick(labels[related.backward], page.lang).format(kind=kind)


def called(neighbour: Neighbour, facts: Facts, page: Page) -> str:
    """Return number and name of a neighbour, its plan if that is over, and who is the lead."""
    element = page.known.get(neighbour.element)
    mark = f"{element.mark} " if element and element.mark else ""
    if element and element.plan != facts.element.plan:
        name = mark + element.dated(page.lang)
    else:
        name = mark + name_of(neighbour.element, page)
    return page.text("show-lead", name=name) if neighbour.lead else name


def grounds(neighbour: Neighbour, page: Page) -> Iterator[list[str]]:
    """Yield for each link to a neighbour the lines that back it; derived ones say the way."""
    for step, through in zip(neighbour.steps, neighbour.through, strict=True):
        first, *rest = backing(step, page)
        if through:
            names = joined((numbered(each, page) for each in through), page.lang)
            first = page.text("show-through", backing=first, names=names)
        yield [first, *rest]


def counted(facts: Facts, page: Page) -> Iterator[str]:
    """Yield how many links of each basis stand on the page, if there are any."""
    found = Counter(step.ground for _, _, step in _steps(facts))
    if found:
        yield page.text("counted", counts=counts_text(found, page.lang))


def _steps(facts: Facts) -> Iterator[tuple[Related, Neighbour, Step]]:
    for related in facts.relations:
        for neighbour in related.neighbours:
            for step in neighbour.steps:
                yield related, neighbour, step


def remarks(facts: Facts, page: Page) -> Iterator[str]:
    """Yield what must be said of the neighbours as a whole."""
    steps = [step for _, _, step in _steps(facts)]
    if not steps:
        yield page.text("show-alone", basis=pick(BASES[page.weakest], page.lang))
    if any(step.ground.effective == PG.Estimated for step in steps):
        yield page.text("estimated-note")


def _next(facts: Facts, page: Page) -> Iterator[str]:
    """Yield where to read on: how an older plan is reached, how a derived link was found."""
    for past in distant(facts.element.iri, page):
        yield page.text("history.explain", ends=_typed_ends(past.newer, past.older, page))
    derived = (
        neighbour.element
        for related, neighbour, step in _steps(facts)
        if step.ground.basis == PG.Derived and related.predicate not in FRAMES
    )
    if other := page.known.get(next(derived, "")):
        ends = _typed_ends(facts.element.iri, other.iri, page)
        yield page.text("show-explain", ends=ends)


def _typed_ends(first: str, second: str, page: Page) -> str:
    return " ".join(typed(page.known[each], page) for each in (first, second))
