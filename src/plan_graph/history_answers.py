"""What goes back to older plans, as people read it: a sentence, then the links step by step."""

from collections import Counter
from collections.abc import Iterator

from plan_graph import answers
from plan_graph.answers import Page, backing, counts_text, footer, sentence
from plan_graph.graph import literal
from plan_graph.history import Past, links_back, origins, past_between
from plan_graph.japanese import era_year
from plan_graph.lookup import Element
from plan_graph.messages import BASES, pick
from plan_graph.reasons import Step, Way
from plan_graph.tables import joined
from plan_graph.vocab import PG


def explain_text(ways: list[Way], ends: tuple[Element, Element], page: Page) -> str:
    """Tell every way between two elements, or else how one goes back to the other."""
    past = past_between(page.store, page.known, ends)
    if not past:
        return answers.explain_text(ways, ends, page)
    if ways:
        return f"{goes_back(past, page)}\n\n{answers.explain_text(ways, ends, page)}"
    lines = [goes_back(past, page), page.text("history.no-link"), ""]
    for at, step in enumerate(past.steps, start=1):
        lines.append(f"  {at}. {sentence(step, page)}")
        lines += [f"     {line}" for line in step_lines(step, page)]
    return "\n".join([*lines, "", counted(past, page), footer(page)])


def goes_back(past: Past, page: Page) -> str:
    """Say what an element goes back to, through what, and on which weakest ground."""
    older = page.known[past.older].named(page.lang)
    if past.year:
        era = era_year(past.year)
        older = page.text("history.in-year", name=older, era=era, year=past.year)
    through = joined((page.known[iri].named(page.lang) for iri in past.through), page.lang)
    return page.text(
        "history.goes-back-through" if through else "history.goes-back",
        newer=page.known[past.newer].named(page.lang),
        older=older,
        through=through,
        basis=pick(BASES[past.basis], page.lang),
    )


def step_lines(step: Step, page: Page) -> list[str]:
    """Tell what backs a step, and the plan that it leads into."""
    plan = plan_told(step.object, page) if step.predicate == PG.continues else ""
    return [*backing(step, page), *filter(None, [plan])]


def plan_told(iri: str, page: Page) -> str:
    """Return the plan that an element is in with its years; an empty string if it is in none."""
    plan = page.known[iri].plan
    if plan not in page.known:
        return ""
    years = [int(literal(page.store, plan, each) or 0) for each in (PG.startYear, PG.endYear)]
    if not all(years):
        return page.names([plan])
    first, last = map(era_year, years)
    return page.text(
        "history.plan",
        plan=page.names([plan]),
        first=first,
        last=last,
        start=years[0],
        end=years[1],
    )


def counted(past: Past, page: Page) -> str:
    """Tell how many links of each basis are on the way."""
    counts = Counter(each.ground for each in past.steps)
    return page.text("counted", counts=counts_text(counts, page.lang))


def oldest(iri: str, page: Page) -> list[Past]:
    """Return the oldest that an element goes back to; what holds several is looked at once."""

    def back(each: str) -> list[Step]:
        return page.keep(("links back", each), lambda: links_back(page.store, each))

    return origins(page.store, page.known, iri, back)


def distant(iri: str, page: Page) -> Iterator[Past]:
    """Yield what an element goes back to by more than one link: the one link tells itself."""
    for past in oldest(iri, page):
        if len(past.steps) > 1:
            yield past
