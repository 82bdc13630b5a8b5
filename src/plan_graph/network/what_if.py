"""What changes when elements stop: what fewer lead to, and who is left without a department."""

from collections.abc import Iterable, Iterator

from plan_graph.network.found import Found, Item, Note, Value, evidence_of, guards
from plan_graph.network.net import Ends, Net
from plan_graph.network.projections import joined
from plan_graph.network.removal import evidence, lost, without
from plan_graph.network.supports import REACHED, supporters
from plan_graph.vocab import PG


def what_if(whole: Net, stopped: Iterable[str]) -> Found:
    """Compare the view before and after the elements *stopped* are gone, by exact removal.

    Told are visions, issues, outcomes, themes and SDGs to which fewer lead, then actions of which
    no department is left; what has itself stopped is not told of.
    """
    gone = tuple(dict.fromkeys(stopped))
    links = evidence(whole)
    rest = without(whole, links, lost(links, gone))
    kinds = {kind for _, doing in REACHED.values() for kind in doing}
    edges: list[tuple[str, str, Ends]] = []
    items: list[Item] = []
    for target in whole.of_kind(*REACHED):
        before = supporters(whole, target)
        edges += [(each, target, {target: strength}) for each, strength in before.items()]
        if target not in gone:
            items += _fewer(whole, target, before, supporters(rest, target))
    items += _unowned(whole, rest, gone)
    graph = joined(whole, (*REACHED, *kinds), edges)
    warned, refused = guards(graph)
    counted = len(whole.links) - len(rest.links)
    notes = (*warned, Note("stopped", {"stopped": gone, "count": counted}))
    return Found("supports", graph, tuple(items), notes, refused)


def _fewer(whole: Net, target: str, before: Ends, after: Ends) -> Iterator[Item]:
    fallen = whole.in_order(before.keys() - after.keys())
    if fallen:
        values: dict[str, Value] = {
            "element": (target,),
            "before": len(before),
            "after": len(after),
            "fallen": fallen,
        }
        code = "fewer" if after else "bare"
        yield Item(code, (target, *fallen), values, evidence_of(before, fallen))


def _unowned(whole: Net, rest: Net, gone: tuple[str, ...]) -> Iterator[Item]:
    for action in whole.of_kind(PG.Action, PG.Measure):
        before = whole.objects(action, PG.responsible)
        if before and action not in gone and not rest.objects(action, PG.responsible):
            values: dict[str, Value] = {"element": (action,), "before": whole.in_order(before)}
            yield Item("unowned", (action, *whole.in_order(before)), values)
