"""Why a line is there: which actions serve which vision, and every way between two elements."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Store

from plan_graph.graph import Node, nodes, one, select
from plan_graph.lookup import Element
from plan_graph.resources import QUERIES
from plan_graph.vocab import DCTERMS, PG, PROV, RDF, RULE, STRENGTH

_EVIDENCE = f"SELECT ?n {{ ?n a ?kind FILTER(?kind IN (<{PG.Link}>, <{PG.Wording}>)) }}"
THROUGH_MEASURE = RULE + "through-measure"


def ask(
    store: Store, name: str, values: dict[str, NamedNode | Literal] | None = None
) -> Iterator[dict[str, str]]:
    """Ask the question ``queries/{name}.rq`` with *values* bound; yield rows of strings."""
    solutions = select(store, (QUERIES / f"{name}.rq").read_text(encoding="utf-8"), values)
    names = [variable.value for variable in solutions.variables]
    for row in solutions:
        yield {each: term.value for each, term in zip(names, row, strict=True) if term}


@dataclass(frozen=True, slots=True)
class Ground:
    """A link's basis, and what it rests on: the same unless the link is derived."""

    basis: str
    effective: str

    @property
    def strength(self) -> tuple[int, bool]:
        """What to sort by, the strongest last; an original before a derived one."""
        return (STRENGTH[self.effective], self.basis != PG.Derived)


@dataclass(frozen=True, slots=True)
class Serving:
    """An action that serves a vision: on what ground, and through what; all by their IRIs."""

    action: str
    measure: str
    departments: tuple[str, ...]
    short: str
    ground: Ground
    #: It serves the vision in no way but through its measure.
    only_through_measure: bool
    #: The ways of `ground`, the strongest: each through the measure or not, and which outcome.
    ways: tuple[tuple[bool, str], ...]
    outcomes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VisionAnswer:
    """What serves one vision: actions, outcomes, and the links counted by their ground."""

    vision: Element
    actions: tuple[Serving, ...]
    outcomes: tuple[str, ...]
    counted: Counter[Ground]


_Row = dict[str, str]


def serves(
    store: Store, known: Mapping[str, Element], vision: Element | None = None
) -> list[VisionAnswer]:
    """Answer which actions serve *vision*, or each vision, in the view that *store* is."""
    rows: dict[str, list[_Row]] = defaultdict(list)
    for row in ask(store, "serves", {"vision": NamedNode(vision.iri)} if vision else None):
        rows[vision.iri if vision else row["vision"]].append(row)
    departments: dict[str, list[str]] = defaultdict(list)
    for row in ask(store, "departments"):
        departments[row["action"]].append(row["department"])
    visions = [vision] if vision else [e for e in known.values() if e.kind == PG.Vision]
    return [
        _answer(each, rows[each.iri], departments, known)
        for each in sorted(visions, key=lambda element: (element.order, element.iri))
    ]


def _answer(
    vision: Element,
    rows: list[_Row],
    departments: dict[str, list[str]],
    known: Mapping[str, Element],
) -> VisionAnswer:
    links = {row["link"]: Ground(row["basis"], row["effective"]) for row in rows}
    by_action: dict[str, list[_Row]] = defaultdict(list)
    outcomes: dict[str, None] = {}
    for row in sorted(rows, key=lambda row: (known[row["element"]].place, row["element"])):
        if row["kind"] == PG.Action:
            by_action[row["element"]].append(row)
        elif row["kind"] == PG.Outcome:
            outcomes.setdefault(row["element"], None)
    actions = tuple(_serving(found, departments) for found in by_action.values())
    return VisionAnswer(vision, actions, tuple(outcomes), Counter(links.values()))


def _strength(ground: Ground) -> tuple[int, bool]:
    return ground.strength


def _serving(rows: list[_Row], departments: dict[str, list[str]]) -> Serving:
    """Return one action's answer: its strongest ground; through its measure if by no other way."""
    first = rows[0]
    best = max((Ground(row["basis"], row["effective"]) for row in rows), key=_strength)
    shown = [row for row in rows if Ground(row["basis"], row["effective"]) == best]
    return Serving(
        action=first["element"],
        measure=first.get("measure", ""),
        short=first.get("short", ""),
        departments=tuple(departments[first["element"]]),
        ground=best,
        only_through_measure=all(row.get("rule") == THROUGH_MEASURE for row in rows),
        ways=tuple(
            sorted(
                {(row.get("rule") == THROUGH_MEASURE, row.get("outcome", "")) for row in shown},
                key=lambda way: (not way[0], way[1]),
            )
        ),
        outcomes=tuple(sorted({row["outcome"] for row in shown if "outcome" in row})),
    )


@dataclass(frozen=True, slots=True)
class Step:
    """One link on a way: what it says, on what ground, and everything that backs it."""

    link: str
    subject: str
    predicate: str
    object: str
    ground: Ground
    #: (document, its places)
    sources: tuple[tuple[str, tuple[str, ...]], ...]
    rule: str
    #: (ja, en) of an editor's reason, and who said so when
    rationale: tuple[str, str]
    by: str
    date: str
    #: the day for which a printed list says so
    as_of: str
    note: tuple[str, str]
    #: (text, document, places) of the wordings that were matched
    wordings: tuple[tuple[str, str, tuple[str, ...]], ...]
    #: who has looked: state, department, date, remark; the state is empty when nobody has
    confirmation: tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Way:
    """One way from an element to another: the link itself, and the links that it rests on."""

    link: Step
    steps: tuple[Step, ...]


def explain(store: Store, first: Element, second: Element) -> list[Way]:
    """Return every way between two elements in the view that *store* is, the strongest first."""
    evidence = all_evidence(store)
    ends = {(first.iri, second.iri), (second.iri, first.iri)}
    found = [
        iri
        for iri, node in evidence.items()
        if (one(node, RDF.subject), one(node, RDF.object)) in ends
    ]
    return strongest_first(way(iri, evidence) for iri in found)


def all_evidence(store: Store) -> dict[str, Node]:
    """Return the Links and Wordings of *store* by their IRIs."""
    return nodes(
        quad
        for row in select(store, _EVIDENCE)
        for quad in store.quads_for_pattern(row["n"], None, None)
    )


def way(iri: str, evidence: dict[str, Node]) -> Way:
    """Return the link *iri* with the links that it rests on, all among *evidence*."""
    steps = tuple(step(premise, evidence) for premise in _premises(iri, evidence))
    return Way(step(iri, evidence), steps)


def strongest_first(ways: Iterable[Way]) -> list[Way]:
    """Return *ways* in the order in which they are told."""
    return sorted(ways, key=lambda each: (-each.link.ground.strength[0], each.link.link))


def _premises(iri: str, evidence: dict[str, Node]) -> list[str]:
    """Return the links that *iri* rests on in the end, in the order of the way."""
    sources = [term.value for term in evidence[iri].get(PROV.wasDerivedFrom, ())]
    links = [source for source in sources if one(evidence[source], RDF.type) == PG.Link]
    # The way runs on from the subject: its own link comes first.
    start = one(evidence[iri], RDF.subject)
    links.sort(key=lambda link: (one(evidence[link], RDF.subject) != start, _depth(link, evidence)))
    steps = [each for link in links for each in (_premises(link, evidence) or [link])]
    return list(dict.fromkeys(steps))


def _depth(iri: str, evidence: dict[str, Node]) -> int:
    return len(_premises(iri, evidence))


def step(iri: str, evidence: dict[str, Node]) -> Step:
    """Return the link *iri* with what backs it; *evidence* holds the wordings it rests on too."""
    node = evidence[iri]
    basis = one(node, PG.basis)
    derived_from = [term.value for term in node.get(PROV.wasDerivedFrom, ())]
    return Step(
        link=iri,
        subject=one(node, RDF.subject),
        predicate=one(node, RDF.predicate),
        object=one(node, RDF.object),
        ground=Ground(basis, one(node, PG.restsOn) or basis),
        sources=((one(node, DCTERMS.source), places(node)),) if DCTERMS.source in node else (),
        rule=one(node, PG.byRule),
        rationale=pair(node, PG.rationale),
        by=one(node, PG.by),
        date=one(node, DCTERMS.date),
        as_of=one(node, PG.asOf),
        note=pair(node, PG.note),
        wordings=tuple(
            (one(each, PG.text), one(each, DCTERMS.source), places(each))
            for each in sorted(
                (evidence[source] for source in derived_from),
                key=lambda each: one(each, PG.ofElement) != one(node, RDF.subject),
            )
            if one(each, RDF.type) == PG.Wording
        ),
        confirmation=(
            one(node, PG.confirmation),
            one(node, PG.confirmedBy),
            one(node, PG.confirmedOn),
            one(node, PG.remark),
        ),
    )


def places(node: Node) -> tuple[str, ...]:
    """Return where in its document a piece of evidence stands, in the order of print."""
    locators = [term.value for term in node.get(PG.locator, ())]
    if len(locators) > 1:
        from plan_graph.graph.turtle import natural_key

        locators.sort(key=natural_key)
    return tuple(locators)


def pair(node: Node, predicate: str) -> tuple[str, str]:
    """Return what *predicate* says in Japanese and in English."""
    said = {
        term.language: term.value
        for term in node.get(predicate, ())
        if isinstance(term, Literal) and term.language
    }
    return (said.get("ja", ""), said.get("en", ""))
