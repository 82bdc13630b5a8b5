"""Groups of actions by what they share, against the projects and themes on paper."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from plan_graph.network.found import Found, Item, Note, Value, guards, stronger, weaker
from plan_graph.network.net import Net
from plan_graph.network.projections import project
from plan_graph.vocab import PG

if TYPE_CHECKING:
    import networkx as nx

#: So many things that most of a group share are told.
_TOLD: Final = 3
#: Below this the groups are hardly more than chance would give.
_CLEAR: Final = 0.3


def groups(whole: Net, seed: int = 0) -> Found:
    """Find groups of actions that share much, and who sits elsewhere than on paper.

    Louvain with a seed: the same seed gives the same groups. What most members of a group sit in
    on paper is its place; a member of another project is told, with what it shares here.
    """
    graph = project(whole, "action-action")
    warned, refused = guards(graph, cut=True)
    if refused:
        return Found("action-action", graph, refused=refused)
    found, score = communities(graph, seed)
    items: list[Item] = []
    for number, members in enumerate(found, start=1):
        items += _group(whole, graph, number, members)
    notes = [*warned, Note("louvain", {"score": f"{score:.2f}", "seed": seed})]
    if score < _CLEAR:
        notes.append(Note("groups-unclear"))
    return Found("action-action", graph, tuple(items), tuple(notes))


def communities(graph: "nx.Graph", seed: int = 0) -> tuple[list[list[str]], float]:
    """Return the groups of *graph*, in the order of print, and how clear they are (modularity)."""
    import networkx as nx

    order = {iri: at for at, iri in enumerate(graph)}
    parts = nx.community.louvain_communities(graph, weight="weight", seed=seed)
    score: float = nx.community.modularity(graph, parts, weight="weight")
    groups = [sorted(part, key=order.__getitem__) for part in parts if len(part) > 1]
    return sorted(groups, key=lambda part: order[part[0]]), score


def _group(whole: Net, graph: "nx.Graph", number: int, members: list[str]) -> Iterable[Item]:
    """Yield the group, then who in it sits in another project or theme than most."""
    places = {iri: _on_paper(whole, iri, PG.inProject, PG.Project) for iri in members}
    themes = {iri: _on_paper(whole, iri, PG.inTheme, PG.Theme) for iri in members}
    common = _common(whole, graph, members)
    usual = Counter(place for place in places.values() if place)
    place, count = usual.most_common(1)[0] if usual else ("", 0)
    of = sum(usual.values())
    values: dict[str, Value] = {
        "number": number,
        "members": tuple(members),
        "count": len(members),
        "common": common,
        "place": (place,) if place else (),
        "inside": count,
        "of": of,
        "themes": whole.in_order(filter(None, themes.values())),
    }
    inner = graph.subgraph(members)
    ground = weaker(*(basis for *_, basis in inner.edges(data="basis")))
    code = "group" if place else "group-unplaced"
    yield Item(code, tuple(members), values, _grounds(inner, common), ground)
    for iri in members:
        own = places[iri]
        if own and place and own != place and count * 2 > of:
            yield _elsewhere(whole, inner, iri, own, place)


def _on_paper(whole: Net, iri: str, relation: str, kind: str) -> str:
    return next(iter(whole.in_order(whole.objects(iri, relation, kind))), "")


def _common(whole: Net, graph: "nx.Graph", members: list[str]) -> tuple[str, ...]:
    """Return what most pairs inside the group share."""
    inner = graph.subgraph(members)
    counts = Counter(each for *_, shared in inner.edges(data="shared") for each in shared)
    order = {iri: at for at, iri in enumerate(whole.in_order(counts))}
    ranked = sorted(counts, key=lambda iri: (-counts[iri], order[iri]))
    return tuple(ranked[:_TOLD])


def _grounds(graph: "nx.Graph", things: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return *things*, each with the best ground on which anybody in *graph* shares it."""
    bases: dict[str, set[str]] = defaultdict(set)
    for *_, data in graph.edges(data=True):
        for each, basis in zip(data["shared"], data["bases"], strict=True):
            bases[each].add(basis)
    return tuple((each, stronger(*bases[each])) for each in things)


def _elsewhere(whole: Net, graph: "nx.Graph", iri: str, own: str, place: str) -> Item:
    """Tell what an action shares here although its project is another one."""
    partners = [
        end for end in graph[iri] if _on_paper(whole, end, PG.inProject, PG.Project) == place
    ]
    inner = graph.edge_subgraph([(iri, end) for end in partners])
    shared = whole.in_order(each for *_, things in inner.edges(data="shared") for each in things)
    values: dict[str, Value] = {
        "element": (iri,),
        "own": (own,),
        "place": (place,),
        "common": shared,
    }
    grounds = _grounds(inner, shared)
    ground = weaker(*(basis for _, basis in grounds))
    return Item("elsewhere", (iri, own, place), values, grounds, ground)
