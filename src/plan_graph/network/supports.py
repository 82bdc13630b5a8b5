"""What stands on one support, and where little leads: by exact removal and by counting."""

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import TYPE_CHECKING, Final

from plan_graph.network.found import Found, Item, Note, Value, evidence_of, guards, weaker
from plan_graph.network.net import DOCUMENTS, Ends, Net, city
from plan_graph.network.projections import BASIS, joined, project
from plan_graph.network.removal import evidence, lost
from plan_graph.vocab import PG, SDGO

if TYPE_CHECKING:
    import networkx as nx

#: What should be reached, by which relation, and by what that people do; of a vision, actions.
REACHED: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = {
    PG.Vision: (PG.serves, (PG.Action,)),
    PG.RegionalIssue: (PG.addresses, (PG.Action, PG.Measure)),
    PG.Outcome: (PG.aimsAt, (PG.Action, PG.Measure)),
    PG.Theme: (PG.inTheme, (PG.Action, PG.Measure, PG.PlatformActivity)),
    SDGO.Goal: (PG.contributesTo, (PG.Action, PG.Measure)),
}
#: What may stop.
_STOPPING: Final = (PG.Measure, PG.Action, PG.Outcome, PG.PlatformActivity)
#: Where it is looked for what leads little; an outcome or a theme is told by `coverage`.
_THIN: Final = (PG.Vision, PG.RegionalIssue, SDGO.Goal)


def supporters(whole: Net, target: str) -> Ends:
    """Return what people do that leads to *target*."""
    relation, kinds = REACHED[whole.known[target].kind]
    return {
        iri: strength
        for iri, strength in whole.subjects(target, relation).items()
        if whole.known[iri].kind in kinds
    }


def supports(whole: Net) -> Found:
    """Find what loses all that leads to it if one element stops, by removing each in turn."""
    graph = _supports(whole, tuple(REACHED))
    warned, refused = guards(graph)
    if refused:
        return Found("supports", graph, refused=refused)
    all_evidence = evidence(whole)
    by = {target: supporters(whole, target) for target in whole.of_kind(*REACHED)}
    items: list[Item] = []
    for stopped in whole.of_kind(*_STOPPING):
        gone = lost(all_evidence, [stopped])
        touched = whole.in_order({obj for _, _, obj in gone} & by.keys() - {stopped})
        if targets := [each for each in touched if _bare(whole, each, by[each], gone)]:
            items.append(_sole(whole, stopped, targets, by))
    return Found("supports", graph, tuple(items), (*warned, Note("removal")))


def _bare(whole: Net, target: str, by: Ends, gone: set[tuple[str, str, str]]) -> bool:
    """Say whether everything that led to *target* is *gone*."""
    relation = REACHED[whole.known[target].kind][0]
    return bool(by) and all((each, relation, target) in gone for each in by)


def _sole(whole: Net, stopped: str, targets: list[str], by: Mapping[str, Ends]) -> Item:
    """Tell what loses its support; the strongest line that leads there is what it rests on."""
    strengths = {target: max(by[target].values()) for target in targets}
    through = whole.in_order({each for target in targets for each in by[target]} - {stopped})
    code = "support-through" if through else "support"
    values: dict[str, Value] = {
        "element": (stopped,),
        "targets": tuple(targets),
        "count": len(targets),
        "through": through,
    }
    bases = (BASIS[strength] for strength in strengths.values())
    grounds = evidence_of(strengths, targets)
    return Item(code, (stopped, *targets), values, grounds, weaker(*bases))


def _supports(whole: Net, kinds: tuple[str, ...]) -> "nx.Graph":
    """Return the graph of what people do and where it leads."""
    edges = [
        (each, target, {target: strength})
        for target in whole.of_kind(*kinds)
        for each, strength in supporters(whole, target).items()
    ]
    doing = {kind for target in kinds for kind in REACHED[target][1]}
    return joined(whole, (*kinds, *doing), edges)


def thin(whole: Net) -> Found:
    """Find visions, issues and SDGs to which no document or at most one line leads.

    And pairs of themes that share nothing. Where no document leads to any of a kind, that is
    told once, and only those are listed to which nothing or one line leads.
    """
    graph = _supports(whole, _THIN)
    warned, _ = guards(graph)  # where nothing leads anywhere, that is the finding
    notes = list(warned)
    items: list[Item] = []
    for kind in _THIN:
        by = {target: supporters(whole, target) for target in whole.of_kind(kind)}
        strengths = {strength for ends in by.values() for strength in ends.values()}
        if strengths and max(strengths) < DOCUMENTS:
            notes.append(Note("kind-estimated", {"kind": (kind,)}))
        elif not strengths and by:
            notes.append(Note("kind-none", {"kind": (kind,)}))
        for target, ends in by.items():
            if len(ends) > 1 and strengths and max(strengths) < DOCUMENTS:
                continue
            if item := _thin(target, ends, whole):
                items.append(item)
    items += _theme_pairs(whole)
    return Found("supports", graph, tuple(items), (*notes, Note("not-nobody")))


def _thin(target: str, by: Ends, whole: Net) -> Item | None:
    order = whole.in_order(by)
    documented = sum(strength >= DOCUMENTS for strength in by.values())
    values: dict[str, Value] = {"element": (target,), "by": order, "count": len(by)}
    if not by:
        return Item("thin-none", (target,), values)
    if len(by) == 1:
        code = "thin-one"
    elif not documented:
        code = "thin-estimated"
    else:
        return None
    strongest = BASIS[max(by.values())]
    grounds = evidence_of(by, order)
    return Item(code, (target, *order), values, grounds, strongest, same=(target,))


def _theme_pairs(whole: Net) -> Iterator[Item]:
    graph = project(whole, "theme-theme")
    for first, second in combinations(whole.of_kind(PG.Theme), 2):
        if city(first) == city(second) and not graph.has_edge(first, second):
            values: dict[str, Value] = {"first": (first,), "second": (second,)}
            yield Item("thin-themes", (first, second), values)
