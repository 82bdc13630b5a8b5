"""What an address asks of the structure: the finding of a name, with what it is asked of."""

from plan_graph.answers import Page
from plan_graph.errors import PlanGraphError
from plan_graph.lookup import find_all, find_both
from plan_graph.messages import fault
from plan_graph.network import FINDINGS, WHAT_IF, Finding, ask, compare
from plan_graph.network_answers import expect_audience
from plan_graph.web.asked import Asked

#: What is asked of two elements.
WAYS = "ways"


def named(asked_for: str) -> str:
    """Return the name of a finding as it is; raises PlanGraphError for one that there is not."""
    if asked_for not in (*FINDINGS, WHAT_IF):
        known = ", ".join((*FINDINGS, WHAT_IF))
        raise PlanGraphError([fault("finding", "network.no-finding", text=asked_for, known=known)])
    return asked_for


def ends_of(asked: Asked) -> tuple[str, str]:
    """Return the two elements that the address names."""
    return (asked.value("a").strip(), asked.value("b").strip())


def stopped_of(asked: Asked) -> list[str]:
    """Return the elements that the address takes as stopped."""
    return [each.strip() for each in asked.values("without") if each.strip()]


def finding_of(name: str, asked: Asked, page: Page) -> Finding | None:
    """Answer the finding *name* as the command does; None where nothing is named to ask it of.

    Raises PlanGraphError for an unknown name, a wrong audience, and unknown elements.
    """
    expect_audience(named(name), page)
    known = dict(page.known)
    if name == WHAT_IF:
        stopped = find_all(known, (("without", each) for each in stopped_of(asked)))
        return compare(page.store, known, [each.iri for each in stopped]) if stopped else None
    if name == WAYS:
        if not any(ends_of(asked)):
            return None
        first, second = find_both(known, *ends_of(asked))
        return ask(page.store, known, name, ends=(first.iri, second.iri))
    return ask(page.store, known, name, projection=asked.value("projection"))
