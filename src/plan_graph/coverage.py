"""What is missing: elements that lack something, places no line reaches, what only we say."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Store

from plan_graph.cross import printed_place
from plan_graph.edges import Edge
from plan_graph.edges import edges as edges_of
from plan_graph.graph import base_of, select
from plan_graph.kinds import joined_kinds
from plan_graph.lookup import Element
from plan_graph.messages import KINDS
from plan_graph.reasons import Ground
from plan_graph.vocab import DCTERMS, PG, RDF, RELATIONS, SDGO

#: What elements should have, and the relation that gives it to the kinds that the ontology names.
_RELATED: Final = {
    "owner": PG.responsible,
    "indicator": PG.hasIndicator,
    "vision": PG.serves,
    "issue": PG.addresses,
    "sdg": PG.contributesTo,
}
#: What only print can give: missed where the plan prints it for another element of the kind.
_PRINTED: Final = {"owner", "indicator"}
#: What should be reached, and by which relation.
_REACHED: Final = {
    PG.Vision: PG.serves,
    PG.RegionalIssue: PG.addresses,
    PG.Theme: PG.inTheme,
    SDGO.Goal: PG.contributesTo,
    PG.Outcome: PG.aimsAt,
}
#: What people do. The sentence about a vision counts actions, as `serves` does.
_DONE: Final = (PG.Action, PG.Measure, PG.PlatformActivity)
#: The register names them, no document has to.
_REGISTERED: Final = {PG.Municipality, PG.SourceDocument}

#: Whatever a document is the source of: what is worded, linked, measured or counted there.
_SOURCED = f"""
SELECT DISTINCT ?element
WHERE {{ ?evidence <{DCTERMS.source}> ?document ; ?property ?element . ?element <{PG.name}> ?name
  FILTER(?property != <{DCTERMS.source}>) }}
"""
_MEASURED = f"""
SELECT DISTINCT ?indicator
WHERE {{ ?observation <{PG.ofIndicator}> ?indicator ; <{PG.kind}> <{PG.Actual}> ;
  a <{PG.Observation}> ; <{PG.value}> ?value }}
"""
_CONFIRMED = f"""
SELECT ?subject ?predicate ?object ?state
WHERE {{ ?link <{PG.confirmation}> ?state ; <{RDF.subject}> ?subject ;
  <{RDF.predicate}> ?predicate ; <{RDF.object}> ?object }}
"""


@dataclass(frozen=True, slots=True)
class Expected:
    """Who of one kind in one plan has something: owner, indicator, vision, issue, SDG and so on.

    `kind` is empty where all kinds are looked at, `plan` where they stand in none.
    """

    item: str
    kind: str
    plan: str
    #: element to the strongest basis on which it has it; no basis for source and English
    held: Mapping[str, str]
    #: in the order of print
    missing: tuple[str, ...]
    #: whether the documents of the plan give it to elements of the kind at all
    printed: bool = True

    @property
    def total(self) -> int:
        """How many elements were looked at."""
        return len(self.held) + len(self.missing)

    def on(self, basis: str) -> tuple[str, ...]:
        """Return the elements that have it on *basis* and on no stronger one."""
        return tuple(element for element, own in self.held.items() if own == basis)


@dataclass(frozen=True, slots=True)
class Reached:
    """A vision, issue, theme, goal or outcome, and how many elements lead to it, each once."""

    target: str
    kind: str
    predicate: str
    #: kind of what leads there to basis to number; each by its strongest ground
    supporters: Mapping[str, Mapping[str, int]]

    @property
    def doers(self) -> tuple[str, ...]:
        """The kinds of what people do that may lead here; of a vision, actions."""
        return _DONE[:1] if self.kind == PG.Vision else _DONE

    @property
    def documented(self) -> bool:
        """Whether anything that people do leads here by documents alone."""
        return any(self.done(basis) for basis in (PG.Stated, PG.Matched))

    def done(self, basis: str) -> int:
        """Return how much of what people do leads here on *basis*."""
        return sum(self.supporters.get(kind, {}).get(basis, 0) for kind in self.doers)


@dataclass(frozen=True, slots=True)
class Coverage:
    """All that is to be said of one view: what is there, what is missing, and on what it rests."""

    expected: tuple[Expected, ...]
    reached: tuple[Reached, ...]
    #: relation to basis to the number of pairs that it joins, each by its strongest ground
    bases: Mapping[str, Mapping[str, int]]
    #: pairs that nothing but an estimate joins
    estimates: tuple[Edge, ...]
    #: state of confirmation to the number of pairs
    confirmations: Mapping[str, int]
    #: indicators of which no actual value is printed
    unmeasured: tuple[str, ...]
    #: plans that ended before the newest one began, and what is in them: looked at for neither
    #: what elements have nor what leads where, since nobody can act on it any more
    past: Mapping[str, tuple[str, ...]]
    counted: Counter[Ground]

    @property
    def pairs(self) -> int:
        """How many pairs of elements are joined by a relation."""
        return sum(number for each in self.bases.values() for number in each.values())


def coverage(store: Store, known: Mapping[str, Element]) -> Coverage:
    """Return what is there and what is missing in the view that *store* is."""
    edges = edges_of(store, known)
    printed = sorted((e for e in known.values() if e.kind in KINDS), key=printed_place)
    over: dict[str, list[str]] = defaultdict(list)
    for each in printed:
        if each.past and each.plan in known:
            over[each.plan].append(each.iri)
    now = [each for each in printed if not each.past]
    leading = [edge for edge in edges if not known[edge.subject].past]
    measured = _column(store, _MEASURED)
    bases = {
        relation: Counter(e.ground.effective for e in edges if e.predicate == relation)
        for relation in RELATIONS
    }
    return Coverage(
        expected=(*_related(edges, now), *_told(store, printed)),
        reached=tuple(_reached(leading, now, known)),
        bases={relation: counted for relation, counted in bases.items() if counted},
        estimates=tuple(_in_print(edges, known)),
        confirmations=_confirmations(store, edges),
        unmeasured=tuple(
            each.iri for each in printed if each.kind == PG.Indicator and each.iri not in measured
        ),
        past={plan: tuple(members) for plan, members in over.items()},
        counted=Counter(ground for edge in edges for ground in edge.grounds),
    )


def expected_of(
    edges: Iterable[Edge], known: Mapping[str, Element], kinds: Collection[str]
) -> tuple[Expected, ...]:
    """Return which elements of *kinds* have an owner, an indicator, a vision, an issue, an SDG."""
    printed = sorted((e for e in known.values() if e.kind in kinds), key=printed_place)
    return tuple(_related(edges, printed))


def _column(store: Store, query: str) -> set[str]:
    return {row[0].value for row in select(store, query)}


def _related(edges: Iterable[Edge], printed: Collection[Element]) -> Iterator[Expected]:
    """Yield who has an owner, an indicator, a vision, an issue, an SDG, by kind and plan."""
    plans: dict[str, list[str]] = defaultdict(list)
    grounds: dict[str, dict[str, Ground]] = defaultdict(dict)
    for edge in edges:
        if edge.predicate == PG.inPlan:
            plans[edge.subject].append(edge.object)
        own = grounds[edge.predicate].setdefault(edge.subject, edge.ground)
        grounds[edge.predicate][edge.subject] = max(own, edge.ground, key=_strength)
    kinds = joined_kinds()
    for item, relation in _RELATED.items():
        groups: dict[tuple[str, str], list[str]] = defaultdict(list)
        for each in printed:
            if each.kind in kinds[relation][0]:
                for plan in plans.get(each.iri) or [""]:
                    groups[each.kind, plan].append(each.iri)
        for (kind, plan), members in groups.items():
            found = grounds[relation]
            held = {iri: found[iri].effective for iri in members if iri in found}
            missing = tuple(iri for iri in members if iri not in found)
            there = item not in _PRINTED or bool(held)
            yield Expected(item, kind, plan, held, missing, printed=there)


def _strength(ground: Ground) -> tuple[int, bool]:
    return ground.strength


def _told(store: Store, printed: Iterable[Element]) -> Iterator[Expected]:
    """Yield who has a source and an English name; the SDGs and aspects are everybody's."""
    base, sourced = base_of(store), _column(store, _SOURCED)
    elements = list(printed)
    own = [e for e in elements if base and e.iri.startswith(base) and e.kind not in _REGISTERED]
    for item, looked_at, has in (
        ("source", own, sourced),
        ("english", elements, {each.iri for each in elements if each.english}),
    ):
        held = {each.iri: "" for each in looked_at if each.iri in has}
        missing = tuple(each.iri for each in looked_at if each.iri not in has)
        yield Expected(item, "", "", held, missing)


def _reached(
    edges: Iterable[Edge], printed: Collection[Element], known: Mapping[str, Element]
) -> Iterator[Reached]:
    counts: dict[tuple[str, str], dict[str, Counter[str]]] = defaultdict(
        lambda: defaultdict(Counter)
    )
    for edge in edges:
        kind = known[edge.subject].kind
        counts[edge.object, edge.predicate][kind][edge.ground.effective] += 1
    for target, relation in _REACHED.items():
        for each in printed:
            if each.kind == target:
                found = counts.get((each.iri, relation), {})
                kinds = sorted(found, key=list(KINDS).index)
                supporters = {kind: dict(found[kind]) for kind in kinds}
                yield Reached(each.iri, target, relation, supporters)


def _in_print(edges: Iterable[Edge], known: Mapping[str, Element]) -> list[Edge]:
    """Return the edges on estimates alone, by relation and in the order of print."""
    return sorted(
        (edge for edge in edges if edge.ground.effective == PG.Estimated),
        key=lambda edge: (
            RELATIONS.index(edge.predicate),
            printed_place(known[edge.subject]),
            printed_place(known[edge.object]),
        ),
    )


def _confirmations(store: Store, edges: Iterable[Edge]) -> dict[str, int]:
    """Count pairs by what departments say of them; most say nothing so far."""
    states = {
        (subject.value, predicate.value, obj.value): state.value
        for subject, predicate, obj, state in select(store, _CONFIRMED)
    }
    said = ((edge.subject, edge.predicate, edge.object) for edge in edges)
    counted = Counter(states.get(each, PG.Unconfirmed) for each in said)
    order = (PG.Unconfirmed, PG.Confirmed, PG.Disputed, PG.OnHold)
    return {state: counted[state] for state in order if counted[state]}
