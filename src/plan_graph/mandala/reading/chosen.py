"""Which elements of a graph the picture shows, in which order, and under which keys."""

from collections.abc import Iterable, Mapping
from typing import Final

from plan_graph.graph import Node
from plan_graph.graph.turtle import natural_key
from plan_graph.lookup import Element
from plan_graph.mandala.reading.grounds import unclosed
from plan_graph.vocab import PG, SDG, SDGO

#: The kinds that the picture shows, from the sky over the plan to those who act.
KINDS: Final = (
    PG.FutureImage,
    PG.Vision,
    PG.OutcomeGroup,
    PG.Outcome,
    PG.Project,
    PG.ProjectGoal,
    PG.Measure,
    PG.Action,
    PG.RegionalIssue,
    PG.Theme,
    PG.MandalaProject,
    PG.MandalaItem,
    PG.Actor,
    PG.Place,
    PG.Resource,
    PG.Body,
    PG.PlatformActivity,
    PG.Department,
    SDGO.Goal,
    SDGO.Target,
)
_OF_A_PLAN: Final = frozenset({PG.Project, PG.ProjectGoal, PG.Measure, PG.Action})
#: Kinds that come from a list of all there are, and what leads to them.
_LISTED: Final = frozenset({PG.Department, SDGO.Goal, SDGO.Target})
_LEADING: Final = (PG.responsible, PG.leader, PG.contributesTo)


def edition_of(said: Mapping[str, Node], known: Mapping[str, Element]) -> str:
    """Return the mandala to show: of the newest plan that has one, the last; or nothing."""

    def age(mandala: Element) -> tuple[object, ...]:
        plans = (known[iri].year for iri in objects(said, mandala.iri, PG.mandalaOf, known))
        return (max(plans, default=0), natural_key(mandala.iri))

    found = [element for element in known.values() if element.kind == PG.Mandala]
    return max(found, key=age).iri if found else ""


def chosen(
    said: Mapping[str, Node], known: Mapping[str, Element], edition: str
) -> tuple[Element, ...]:
    """Return the elements that are shown, in the order of the picture.

    Of a plan only what is in the plan of the mandala (without a mandala: in the newest plan);
    of what is drawn, nothing that is drawn in other editions only; of groups of outcomes those
    that hold one; departments and SDGs as far as something shown leads to them.
    """
    every = [element.iri for element in known.values() if element.kind == PG.Plan]
    newest = max(every, key=lambda iri: (known[iri].year, natural_key(iri)), default="")
    plans = set(objects(said, edition, PG.mandalaOf, known)) if edition else {newest}
    if not any(plans & set(objects(said, iri, PG.inPlan, known)) for iri in known):
        plans = set()  # a graph of somebody's own, which puts nothing into plans: all of it

    def stands(element: Element) -> bool:
        drawn = objects(said, element.iri, PG.drawnIn, known)
        if element.kind in _OF_A_PLAN and plans:
            return bool(plans & set(objects(said, element.iri, PG.inPlan, known)))
        return not drawn or edition in drawn

    outcomes = [each.iri for each in known.values() if each.kind == PG.Outcome]
    held = {group for iri in outcomes for group in objects(said, iri, PG.partOf, known)}
    found = [
        each
        for each in known.values()
        if each.kind in KINDS and stands(each)
        if each.kind != PG.OutcomeGroup or each.iri in held
    ]
    ours = {each.iri for each in found if each.kind not in _LISTED}
    used = _used(said, ours, known)
    return tuple(sorted((each for each in found if each.iri in ours | used), key=_place))


def pictured(said: Mapping[str, Node], known: Mapping[str, Element], base: str) -> dict[str, str]:
    """Return the key of every element that the picture shows, by its IRI."""
    found = chosen(said, known, edition_of(said, known))
    return {each.iri: key_in(each.iri, base) for each in found}


def _used(said: Mapping[str, Node], ours: Iterable[str], known: Mapping[str, Element]) -> set[str]:
    """Return what *ours* lead to in the lists of all there are, and the departments over it."""
    found: set[str] = set()
    ahead = {each for iri in ours for by in _LEADING for each in objects(said, iri, by, known)}
    while ahead := ahead - found:
        found |= ahead
        ahead = {up for iri in ahead for up in objects(said, iri, PG.unitOf, known)}
    return found


def _place(element: Element) -> tuple[object, ...]:
    return (
        KINDS.index(element.kind),
        element.order,
        natural_key(element.notation),
        natural_key(element.iri),
    )


def objects(
    said: Mapping[str, Node], iri: str, predicate: str, known: Mapping[str, Element]
) -> list[str]:
    """Return the elements that *predicate* leads to from *iri*, in natural order."""
    found = {term.value for term in said[iri].get(predicate, ())}
    return sorted((each for each in found if each in known), key=natural_key)


def key_in(iri: str, base: str) -> str:
    """Return the key of an item: its IRI without the *base* of its city; sdg/13."""
    if iri.startswith(SDG):
        return f"sdg/{iri.removeprefix(SDG)}"
    return iri.removeprefix(base)


def parents(said: Mapping[str, Node], keys: Mapping[str, str]) -> dict[str, str]:
    """Return the direct parent of each item that has one among the items, without circles."""
    found: dict[str, list[str]] = {}
    for iri in keys:
        up = [*said[iri].get(PG.partOf, ()), *said[iri].get(PG.unitOf, ())]
        there = {term.value for term in up} & keys.keys()
        found[iri] = sorted(there, key=natural_key)[:1]
    return {iri: up[0] for iri, up in unclosed(found).items() if up}
