"""Projections: graphs of one or two kinds, joined by what their elements share.

Nodes bear the attributes of `plan_graph.network.graphs`. Attributes of an edge: ``weight`` (how
many things are shared), ``shared`` (their IRIs in the order of print), ``bases`` (of each, the
weaker ground of its two ends) and ``basis`` (the strongest of these). All are plain
`networkx.Graph`, so that the backends of NetworkX take them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Final

from plan_graph.errors import PlanGraphError
from plan_graph.messages import fault
from plan_graph.network.graphs import add_elements, local
from plan_graph.network.net import Ends, Net, city
from plan_graph.vocab import PG, SDGO, STRENGTH

if TYPE_CHECKING:
    import networkx as nx

#: Strength to the name of its basis.
BASIS: Final = {strength: local(basis) for basis, strength in STRENGTH.items()}
#: What an action has that another may have too.
_OF_ACTION: Final = (
    (PG.serves, PG.Vision),
    (PG.addresses, PG.RegionalIssue),
    (PG.contributesTo, SDGO.Goal),
    (PG.aimsAt, PG.Outcome),
    (PG.responsible, PG.Department),
    (PG.involves, PG.Actor),
)
#: What an action brings its department together with others in; a vision is too broad for that.
_OF_DEPARTMENT: Final = (
    (PG.partOf, PG.Measure),
    (PG.aimsAt, PG.Outcome),
    (PG.addresses, PG.RegionalIssue),
    (PG.inTheme, PG.Theme),
)
_IN_THEME: Final = (PG.Action, PG.Measure, PG.Outcome, PG.Actor, PG.PlatformActivity)


@dataclass(frozen=True, slots=True)
class Projection:
    """A kind of graph: its name, the kinds of its nodes, and the kinds of what they may share."""

    name: str
    kinds: tuple[str, ...]
    #: empty where a relation joins the two kinds, or the actions of one
    shared: tuple[str, ...]


PROJECTIONS: Final = {
    each.name: each
    for each in (
        Projection("action-action", (PG.Action,), tuple(kind for _, kind in _OF_ACTION)),
        Projection(
            "department-department",
            (PG.Department,),
            (PG.Action, *(kind for _, kind in _OF_DEPARTMENT)),
        ),
        Projection("theme-theme", (PG.Theme,), (*_IN_THEME, PG.RegionalIssue)),
        Projection("actor-theme", (PG.Actor, PG.Theme), ()),
        Projection("measure-goal", (PG.Measure, SDGO.Goal), ()),
    )
}


def project(whole: Net, name: str) -> "nx.Graph":
    """Return the projection *name* of the view *whole*; raise PlanGraphError for another name."""
    if name not in PROJECTIONS:
        known = ", ".join(PROJECTIONS)
        raise PlanGraphError([fault("projection", "network.no-projection", text=name, known=known)])
    wanted = PROJECTIONS[name]
    pairs: Iterable[tuple[str, str, Ends]]
    if name == "actor-theme":
        pairs = _themes_of_actors(whole)
    elif name == "measure-goal":
        pairs = _goals_of_measures(whole)
    else:
        pairs = sharing(holdings(whole, name))
    return joined(whole, wanted.kinds, pairs)


def joined(whole: Net, kinds: Iterable[str], pairs: Iterable[tuple[str, str, Ends]]) -> "nx.Graph":
    """Return the graph of the elements of *kinds* in which *pairs* are edges.

    Left out are elements of a plan of which nothing is joined: they would only be in the way.
    """
    import networkx as nx

    found = list(pairs)
    plans = {"", *(whole.known[end].plan for *ends, _ in found for end in ends)}
    graph = nx.Graph()
    nodes = (whole.known[iri] for iri in whole.of_kind(*kinds))
    add_elements(graph, (each for each in nodes if each.plan in plans))
    for first, second, shared in sorted(found, key=lambda pair: pair[:2]):
        things = whole.in_order(shared)
        graph.add_edge(
            first,
            second,
            weight=len(things),
            shared=things,
            bases=tuple(BASIS[shared[each]] for each in things),
            basis=BASIS[max(shared.values())],
        )
    return graph


def sharing(held: Mapping[str, Ends]) -> Iterator[tuple[str, str, Ends]]:
    """Yield two of one city that hold the same things, with these and the weaker ground."""
    holders: dict[tuple[str, str], Ends] = defaultdict(dict)
    for holder, things in held.items():
        for thing, strength in things.items():
            holders[thing, city(holder)][holder] = strength
    shared: dict[tuple[str, str], Ends] = defaultdict(dict)
    for (thing, _), by in holders.items():
        for first, second in combinations(sorted(by), 2):
            shared[first, second][thing] = min(by[first], by[second])
    for (first, second), things in shared.items():
        yield first, second, things


def holdings(whole: Net, name: str) -> dict[str, Ends]:
    """Return what each element of a projection of one kind holds that others may hold too."""
    if name == "action-action":
        return {iri: of_action(whole, iri) for iri in whole.of_kind(PG.Action)}
    if name == "theme-theme":
        return {iri: _of_theme(whole, iri) for iri in whole.of_kind(PG.Theme)}
    return {iri: _of_department(whole, iri) for iri in whole.of_kind(PG.Department)}


def of_action(whole: Net, action: str) -> Ends:
    """Return what *action* has that another action may have too."""
    found: Ends = {}
    for relation, kind in _OF_ACTION:
        found |= whole.objects(action, relation, kind)
    return found


def through(steps: Iterable[tuple[int, Ends]]) -> Ends:
    """Return what is reached by two steps, each as strong as the weaker one of its best way."""
    found: Ends = {}
    for first, ends in steps:
        for iri, second in ends.items():
            found[iri] = max(found.get(iri, 0), min(first, second))
    return found


def _of_department(whole: Net, department: str) -> Ends:
    actions = whole.subjects(department, PG.responsible, PG.Action)
    return dict(actions) | through(
        (strength, whole.objects(action, relation, kind))
        for action, strength in actions.items()
        for relation, kind in _OF_DEPARTMENT
    )


def _of_theme(whole: Net, theme: str) -> Ends:
    inside = {
        iri: strength
        for iri, strength in whole.subjects(theme, PG.inTheme).items()
        if whole.known[iri].kind in _IN_THEME
    }
    return inside | through(
        (strength, whole.objects(iri, PG.addresses, PG.RegionalIssue))
        for iri, strength in inside.items()
    )


def _themes_of_actors(whole: Net) -> Iterator[tuple[str, str, Ends]]:
    """Yield actor and theme, with the bodies of the theme that the actor is a member of."""
    for theme in whole.of_kind(PG.Theme):
        for actor, strength in whole.subjects(theme, PG.inTheme, PG.Actor).items():
            bodies = whole.objects(actor, PG.memberOf, PG.Body)
            inside = whole.subjects(theme, PG.inTheme, PG.Body)
            ways = {iri: min(bodies[iri], inside[iri]) for iri in bodies if iri in inside}
            yield actor, theme, ways or {theme: strength}


def _goals_of_measures(whole: Net) -> Iterator[tuple[str, str, Ends]]:
    """Yield measure and SDG, with the measure itself or its actions, whichever relate to it."""
    for measure in whole.of_kind(PG.Measure):
        goals: dict[str, Ends] = defaultdict(dict)
        for goal, strength in whole.objects(measure, PG.contributesTo, SDGO.Goal).items():
            goals[goal][measure] = strength
        for action, part in whole.subjects(measure, PG.partOf, PG.Action).items():
            for goal, strength in whole.objects(action, PG.contributesTo, SDGO.Goal).items():
                goals[goal][action] = min(part, strength)
        for goal, ways in goals.items():
            yield measure, goal, ways
