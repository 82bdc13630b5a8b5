"""The lines of the picture: one a triple, with its strongest ground and every reason."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from plan_graph.answers import Page, backing
from plan_graph.graph import Node, one
from plan_graph.mandala.picture import Line
from plan_graph.messages import BASES, BASIS_MARKS, CONFIRMATIONS, RELATION_SENTENCES, pick
from plan_graph.reasons import THROUGH_MEASURE, Ground, Step, step
from plan_graph.tables import joined, shown
from plan_graph.vocab import PG, PROV, RDF, RELATIONS, STRENGTH

Triple = tuple[str, str, str]

#: Relations that are told in other ways than by a line: frames, tags, figures.
_NO_LINES: Final = frozenset(
    {PG.inPlan, PG.inProject, PG.drawnIn, PG.hasIndicator, PG.hasAspect, PG.unitOf}
)
_T = TypeVar("_T", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Claim:
    """A link that makes a claim, and its ground."""

    link: str
    ground: Ground


def claims(said: Mapping[str, Node]) -> dict[Triple, tuple[Claim, ...]]:
    """Return the current links of each triple, the strongest first."""
    found: dict[Triple, list[Claim]] = {}
    for iri, node in said.items():
        if one(node, RDF.type) == PG.Link and PG.current not in node:
            basis = one(node, PG.basis)
            ground = Ground(basis, one(node, PG.restsOn) or basis)
            if basis in BASES and ground.effective in STRENGTH:
                triple = (one(node, RDF.subject), one(node, RDF.predicate), one(node, RDF.object))
                found.setdefault(triple, []).append(Claim(iri, ground))
    return {
        triple: tuple(sorted(links, key=lambda claim: (*_weakness(claim.ground), claim.link)))
        for triple, links in found.items()
    }


def _weakness(ground: Ground) -> tuple[int, bool]:
    strength, original = ground.strength
    return (-strength, not original)


def lines(
    claimed: Mapping[Triple, Sequence[Claim]],
    keys: Mapping[str, str],
    said: dict[str, Node],
    page: Page,
) -> Iterator[Line]:
    """Yield a line for every triple that joins two items, in the order of the items.

    *keys* are the items by their IRIs, in the order of the picture.
    """
    places = {iri: at for at, iri in enumerate(keys)}
    relations = {predicate: at for at, predicate in enumerate(RELATIONS)}
    drawn = sorted(
        (
            triple
            for triple in claimed
            if triple[0] in places and triple[2] in places and triple[0] != triple[2]
            if triple[1] in relations and triple[1] not in _NO_LINES
        ),
        key=lambda triple: (places[triple[0]], relations[triple[1]], places[triple[2]]),
    )
    index = {triple: at for at, triple in enumerate(drawn)}
    steps = [tuple(step(claim.link, said) for claim in claimed[triple]) for triple in drawn]
    rests = unclosed(
        {
            at: [
                index[premise]
                for each in found
                if each.ground == found[0].ground
                for premise in _premises(each, said)
                if premise in index
            ]
            for at, found in enumerate(steps)
        }
    )
    for at, triple in enumerate(drawn):
        yield _line(steps[at], [keys[triple[0]], keys[triple[2]]], rests[at], said, page)


def _line(
    steps: tuple[Step, ...],
    ends: Sequence[str],
    rests: tuple[int, ...],
    said: dict[str, Node],
    page: Page,
) -> Line:
    first = steps[0]
    derived = first.ground.basis == PG.Derived
    letter = BASIS_MARKS[first.ground.effective]
    names = {"s": _named(first.subject, page), "o": _named(first.object, page)}
    told = [told for each in _by_source(steps) for told in _reasons(each, said, page)]
    looked = [backing(each, page)[-1] for each in steps if each.confirmation[0] in CONFIRMATIONS]
    unconfirmed = page.text("confirmation", state=pick(CONFIRMATIONS[PG.Unconfirmed], page.lang))
    return Line(
        subject=ends[0],
        predicate=first.predicate.removeprefix(PG.NS),
        object=ends[1],
        basis=first.ground.effective.removeprefix(PG.NS),
        letter=page.text("picture-letter-derived") if derived else pick(letter, page.lang),
        derived=derived,
        through_measure=all(each.rule == THROUGH_MEASURE for each in steps),
        rests=rests if derived else (),
        sentence=shown(pick(RELATION_SENTENCES[first.predicate], page.lang).format(**names)),
        reasons=tuple(dict.fromkeys(told)),
        confirmation=shown(looked[0]) if looked else unconfirmed,
    )


def _by_source(steps: tuple[Step, ...]) -> list[Step]:
    return sorted(steps, key=lambda each: (*_weakness(each.ground), each.sources, each.link))


def _reasons(each: Step, said: dict[str, Node], page: Page) -> Iterator[str]:
    """Yield why a link stands, without who has looked; a derived one says what it leads through."""
    first, *rest = backing(each, page)
    ends = {end for premise in _premises(each, said) for end in (premise[0], premise[2])}
    through = sorted(ends - {each.subject, each.object})
    if through:
        names = joined((_named(iri, page) for iri in through), page.lang)
        first = page.text("show-through", backing=first, names=names)
    yield shown(first)
    yield from map(shown, rest[:-1] if each.confirmation[0] else rest)


def _named(iri: str, page: Page) -> str:
    return page.known[iri].named(page.lang) if iri in page.known else iri


def _premises(each: Step, said: dict[str, Node]) -> list[Triple]:
    """Return the triples that a derived link follows from, that of its own subject first."""
    if each.ground.basis != PG.Derived:
        return []
    found = {
        (one(node, RDF.subject), one(node, RDF.predicate), one(node, RDF.object))
        for source in said[each.link].get(PROV.wasDerivedFrom, ())
        if one(node := said.get(source.value, {}), RDF.type) == PG.Link
    }
    return sorted(found, key=lambda triple: (triple[0] != each.subject, triple))


def unclosed(ways: Mapping[_T, Sequence[_T]]) -> dict[_T, tuple[_T, ...]]:
    """Return *ways* without those that close a circle: whoever follows them comes to an end.

    >>> unclosed({"a": ["b"], "b": ["a", "c"], "c": []})
    {'a': ('b',), 'b': ('c',), 'c': ()}
    """
    kept: dict[_T, list[_T]] = {}
    done: set[_T] = set()
    for start in ways:
        if start in done:
            continue
        # No recursion: a chain may be longer than Python's stack.
        trail = {start: iter(dict.fromkeys(ways[start]))}
        while trail:
            here = next(reversed(trail))
            there = next(trail[here], None)
            if there is None:
                done.add(here)
                del trail[here]
            elif there not in trail:
                kept.setdefault(here, []).append(there)
                if there not in done:
                    trail[there] = iter(dict.fromkeys(ways.get(there, ())))
    return {here: tuple(kept.get(here, ())) for here in ways}
