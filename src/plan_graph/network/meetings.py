"""出会いの候補: who shares an issue, a place or a resource with a theme, and is not in it yet.

Whether what two share foretells a link is tried on the links that documents state: each
membership is hidden in turn, with all that follows of it, and the theme is guessed again.
"""

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import fmean
from typing import Final

from plan_graph.network.found import Found, Item, Note, Value, evidence_of, guards, weaker
from plan_graph.network.net import Ends, Net, city
from plan_graph.network.projections import BASIS, joined, through
from plan_graph.network.removal import Evidence, Triple, evidence, lost_with, without
from plan_graph.vocab import PG, STRENGTH

_THINGS: Final = (PG.RegionalIssue, PG.Place, PG.Resource)
_DOING: Final = (PG.Action, PG.Measure, PG.PlatformActivity)
#: So many things in common make a candidate.
_COMMON: Final = 2
#: So many links are hidden at the most, and the samples that the interval is drawn from.
_HIDDEN, _SAMPLES = 200, 2000


def meetings(whole: Net) -> Found:
    """Find actions and actors that share much with a theme that they are not in.

    They are ranked only if the trial says that what is shared foretells links better than the
    size of the theme does; otherwise they stand in the order of print. Actors are never ranked.
    """
    themes = whole.of_kind(PG.Theme)
    things = {iri: things_of(whole, iri) for iri in (*whole.of_kind(PG.Action, PG.Actor), *themes)}
    edges = [
        (iri, thing, {thing: strength})
        for iri, ends in things.items()
        for thing, strength in ends.items()
    ]
    graph = joined(whole, (PG.Action, PG.Actor, PG.Theme, *_THINGS), edges)
    warned, refused = guards(graph)
    if refused:
        return Found("sharing-things", graph, refused=refused)
    tried = trial(whole)
    found = list(_candidates(whole, themes, things))
    if tried.is_better:
        found.sort(key=lambda item: -_rank(item))
    notes = (*warned, *_told(tried), Note("no-recommendation"))
    return Found("sharing-things", graph, tuple(found), notes)


def things_of(whole: Net, iri: str) -> Ends:
    """Return the issues, places and resources of an action, an actor or a theme.

    Those of a theme are what is done in it; those of an actor are its themes', and what the
    mandala draws into the same project.
    """
    kind = whole.known[iri].kind
    if kind == PG.Theme:
        inside = whole.subjects(iri, PG.inTheme)
        doing = {each: by for each, by in inside.items() if whole.known[each].kind in _DOING}
        return through((by, _own(whole, each)) for each, by in doing.items()) | _own(whole, iri)
    if kind == PG.Actor:
        around = whole.subjects(iri, PG.involves)
        drawn = through((by, _own(whole, each)) for each, by in around.items())
        themes = whole.objects(iri, PG.inTheme, PG.Theme)
        return drawn | through((by, things_of(whole, each)) for each, by in themes.items())
    return _own(whole, iri)


def _own(whole: Net, iri: str) -> Ends:
    ends = whole.objects(iri, PG.addresses) | whole.objects(iri, PG.involves)
    return {each: by for each, by in ends.items() if whole.known[each].kind in _THINGS}


def _candidates(whole: Net, themes: list[str], things: dict[str, Ends]) -> Iterator[Item]:
    """Yield each action with a theme, and each theme with the actors that share the same."""
    for iri, theme, grounds in _sharing(whole, PG.Action, themes, things):
        common = tuple(grounds)
        values: dict[str, Value] = {"element": (iri,), "theme": (theme,), "common": common}
        ground = weaker(*(BASIS[each] for each in grounds.values()))
        yield Item("meeting", (iri, theme), values, evidence_of(grounds, common), ground)
    alike: dict[tuple[str, ...], list[tuple[str, Ends]]] = defaultdict(list)
    for iri, theme, grounds in _sharing(whole, PG.Actor, themes, things):
        alike[theme, *grounds].append((iri, grounds))
    for theme in themes:
        for key, found in alike.items():
            if key[0] == theme:
                yield _actors(theme, key[1:], found)


def _actors(theme: str, common: tuple[str, ...], found: list[tuple[str, Ends]]) -> Item:
    actors = tuple(iri for iri, _ in found)
    grounds = {each: min(ends[each] for _, ends in found) for each in common}
    values: dict[str, Value] = {
        "theme": (theme,),
        "common": common,
        "actors": actors,
        "count": len(actors),
    }
    ground = weaker(*(BASIS[each] for each in grounds.values()))
    return Item("meeting-actors", (theme, *actors), values, evidence_of(grounds, common), ground)


def _sharing(
    whole: Net, kind: str, themes: list[str], things: dict[str, Ends]
) -> Iterator[tuple[str, str, Ends]]:
    """Yield what shares enough with a theme that it is not in, and what they share."""
    own: dict[str, list[str]] = defaultdict(list)
    for theme in themes:
        own[city(theme)].append(theme)
    for iri in whole.of_kind(kind):
        inside = whole.objects(iri, PG.inTheme)
        for theme in own[city(iri)]:
            common = whole.in_order(things[iri].keys() & things[theme].keys())
            if theme not in inside and len(common) >= _COMMON:
                yield (
                    iri,
                    theme,
                    {each: min(things[iri][each], things[theme][each]) for each in common},
                )


def _rank(item: Item) -> int:
    """Return what a candidate is ranked by; actors, who are never ranked, come last."""
    return len(item.evidence) if item.code == "meeting" else 0


# --- The trial ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Trial:
    """How often a rule puts the hidden theme before another one, ties counting half."""

    hidden: int
    #: by what is shared, by the size of the theme, and by chance
    shared: float
    degree: float
    chance: float
    #: what sharing is better by than size: the middle 95 % of samples drawn from the hidden links
    low: float
    high: float

    @property
    def is_better(self) -> bool:
        """Whether what is shared foretells links better than size, beyond doubt."""
        return self.hidden > 0 and self.low > 0


def trial(whole: Net, seed: int = 0) -> Trial:
    """Hide the stated memberships one by one and guess the theme again, in two ways."""
    stated = sorted(
        {
            link.triple
            for link in whole.links.values()
            if link.triple[1] == PG.memberOf
            and link.strength == STRENGTH[PG.Stated]
            and whole.known[link.triple[0]].kind == PG.Actor
        }
    )
    draw = random.Random(seed)  # noqa: S311 - a sample, no secret
    if len(stated) > _HIDDEN:
        stated = sorted(draw.sample(stated, _HIDDEN))
    links = evidence(whole)
    themes: dict[str, list[str]] = defaultdict(list)
    for theme in whole.of_kind(PG.Theme):
        themes[city(theme)].append(theme)
    results = [
        each
        for triple in stated
        for each in _guessed(whole, links, triple, themes[city(triple[0])])
    ]
    if not results:
        return Trial(0, 0.0, 0.0, 0.5, 0.0, 0.0)
    gains = [shared - degree for shared, degree in results]
    means = sorted(fmean(draw.choices(gains, k=len(gains))) for _ in range(_SAMPLES))
    shared, degree = (fmean(column) for column in zip(*results, strict=True))
    margin = _SAMPLES // 40
    return Trial(len(results), shared, degree, 0.5, means[margin], means[-margin - 1])


def _guessed(
    whole: Net, links: Evidence, triple: Triple, themes: list[str]
) -> Iterator[tuple[float, float]]:
    """Yield for each theme that a hidden membership led to how well both ways find it again."""
    actor = triple[0]
    before = whole.objects(actor, PG.inTheme, PG.Theme)
    rest = without(whole, links, lost_with(links, triple))
    after = rest.objects(actor, PG.inTheme, PG.Theme)
    others = [theme for theme in themes if theme not in before]
    own = things_of(rest, actor)
    for hidden in sorted(before.keys() - after.keys()):
        shared = {
            theme: len(own.keys() & things_of(rest, theme).keys()) for theme in (hidden, *others)
        }
        sizes = {
            theme: len(rest.subjects(theme, PG.inTheme, PG.Actor)) for theme in (hidden, *others)
        }
        if others:
            yield _ahead(hidden, others, shared), _ahead(hidden, others, sizes)


def _ahead(hidden: str, others: list[str], score: dict[str, int]) -> float:
    """Return the share of *others* that *hidden* is put before; an equal one counts half."""
    return fmean(
        (score[hidden] > score[each]) + (score[hidden] == score[each]) / 2 for each in others
    )


def _told(tried: Trial) -> tuple[Note, ...]:
    if not tried.hidden:
        return (Note("trial-none"),)
    values: dict[str, Value] = {
        "hidden": tried.hidden,
        "shared": f"{tried.shared:.2f}",
        "degree": f"{tried.degree:.2f}",
        "chance": f"{tried.chance:.2f}",
        "low": f"{tried.low:+.2f}",
        "high": f"{tried.high:+.2f}",
    }
    return (Note("trial", values), Note("trial-better" if tried.is_better else "trial-not-better"))
