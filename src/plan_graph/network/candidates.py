"""Actions that may solve several issues at once, and pairs that may gain from talking."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from plan_graph.network.found import Found, Item, Note, evidence_of, guards, weaker
from plan_graph.network.net import Ends, Net
from plan_graph.network.projections import BASIS, joined, sharing, through
from plan_graph.vocab import PG, SDGO

if TYPE_CHECKING:
    import networkx as nx

#: An action is a candidate from so many issues and so many aspects on.
_ISSUES, _ASPECTS = 2, 2
#: What two actions may serve both; SDGs and visions alone are too broad to talk about.
_SERVED: Final = (
    (PG.addresses, PG.RegionalIssue),
    (PG.aimsAt, PG.Outcome),
    (PG.serves, PG.Vision),
    (PG.contributesTo, SDGO.Goal),
)
_NARROW: Final = {PG.RegionalIssue, PG.Outcome}
#: What brings the people of two actions to one table already.
_TABLES: Final = (PG.partOf, PG.responsible, PG.inTheme, PG.continues)
#: So many pairs are told.
_MOST: Final = 10


def simultaneous(whole: Net) -> Found:
    """Find actions that address several issues and touch several of the three aspects.

    An aspect is the action's own, or that of an outcome it aims at or of its project.
    """
    edges: list[tuple[str, str, Ends]] = []
    items: list[Item] = []
    for action in whole.of_kind(PG.Action):
        issues = whole.objects(action, PG.addresses, PG.RegionalIssue)
        aspects = _aspects(whole, action)
        edges += [(action, end, {end: strength}) for end, strength in (issues | aspects).items()]
        if len(issues) >= _ISSUES and len(aspects) >= _ASPECTS:
            items.append(_candidate(whole, action, issues, aspects))
    graph = joined(whole, (PG.Action, PG.RegionalIssue, PG.Aspect), edges)
    warned, refused = guards(graph)
    notes = (*warned, Note("common-cause"))
    return Found("action-issue-aspect", graph, tuple(items), notes, refused)


def _aspects(whole: Net, action: str) -> Ends:
    """Return the aspects of *action*, of the outcomes it aims at and of its project."""
    above = whole.objects(action, PG.aimsAt, PG.Outcome) | whole.objects(
        action, PG.inProject, PG.Project
    )
    found = through((strength, whole.objects(iri, PG.hasAspect)) for iri, strength in above.items())
    for aspect, strength in whole.objects(action, PG.hasAspect).items():
        found[aspect] = max(strength, found.get(aspect, 0))
    return found


def _candidate(whole: Net, action: str, issues: Ends, aspects: Ends) -> Item:
    visions = whole.objects(action, PG.serves, PG.Vision)
    told = {
        "issues": whole.in_order(issues),
        "aspects": whole.in_order(aspects),
        "visions": whole.in_order(visions),
    }
    order = [*told["issues"], *told["aspects"], *told["visions"]]
    # Two issues and two aspects make it a candidate: the weakest of the best of these.
    needed = (sorted(ends.values(), reverse=True)[1] for ends in (issues, aspects))
    return Item(
        "simultaneous",
        (action, *told["issues"]),
        {"element": (action,), **told},
        evidence_of(issues | aspects | visions, order),
        weaker(*(BASIS[each] for each in needed)),
        same=(action,),
    )


def alike(whole: Net) -> Found:
    """Find pairs of actions that serve the same and do not sit at one table yet.

    They share an issue or an outcome and at least one thing more, but no measure, department or
    theme. The pairs come first that share what few others have (Adamic and Adar).
    """
    import networkx as nx

    graph = _served(whole)
    warned, refused = guards(graph)
    if refused:
        return Found("action-served", graph, refused=refused)
    pairs = list(_apart(whole, graph))
    order = {iri: at for at, iri in enumerate(graph)}
    scored = sorted(
        nx.adamic_adar_index(graph, pairs),
        key=lambda each: (-round(each[2], 9), order[each[0]], order[each[1]]),
    )
    items = [_pair(whole, graph, first, second) for first, second, _ in scored[:_MOST]]
    notes = (*warned, Note("told", {"told": len(items), "count": len(pairs)}))
    return Found("action-served", graph, tuple(items), notes)


def _served(whole: Net) -> "nx.Graph":
    """Return the graph of actions and what they serve."""
    kinds = (PG.Action, *(kind for _, kind in _SERVED))
    edges = [
        (action, end, {end: strength})
        for action in whole.of_kind(PG.Action)
        for relation, kind in _SERVED
        for end, strength in whole.objects(action, relation, kind).items()
    ]
    return joined(whole, kinds, edges)


def _apart(whole: Net, graph: "nx.Graph") -> Iterator[tuple[str, str]]:
    """Yield the pairs of actions that share enough and sit at no common table."""
    actions = [iri for iri in whole.of_kind(PG.Action) if graph.has_node(iri)]
    order = {iri: at for at, iri in enumerate(actions)}
    tables = {
        iri: {iri}.union(*(whole.objects(iri, relation) for relation in _TABLES)) for iri in actions
    }
    narrow = {
        iri: {each: 1 for each in graph[iri] if whole.known[each].kind in _NARROW}
        for iri in actions
    }
    for *pair, _ in sharing(narrow):
        first, second = sorted(pair, key=order.__getitem__)
        common = set(graph[first]) & set(graph[second])
        if len(common) > 1 and not tables[first] & tables[second]:
            yield first, second


def _pair(whole: Net, graph: "nx.Graph", first: str, second: str) -> Item:
    common = whole.in_order(set(graph[first]) & set(graph[second]))
    grounds = {
        each: weaker(*(graph.edges[end, each]["basis"] for end in (first, second)))
        for each in common
    }
    return Item(
        "alike",
        (first, second),
        {"first": (first,), "second": (second,), "common": common},
        tuple(grounds.items()),
        weaker(*grounds.values()),
    )
