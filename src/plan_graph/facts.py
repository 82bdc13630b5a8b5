"""All that a graph says of one element: facts, printed names and values, statuses, neighbours."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad, Store

from plan_graph.graph import Node, literal, one, said_of
from plan_graph.graph.turtle import natural_key
from plan_graph.lookup import Element
from plan_graph.measured import Measured, Sources, Status, measured, of_type, source_of, status_of
from plan_graph.messages import KINDS
from plan_graph.reasons import THROUGH_MEASURE, Step, pair, step
from plan_graph.vocab import DCTERMS, PG, PROV, RDF, RELATIONS, SKOS

#: How evidence names what it speaks of: a link its ends, anything else its element or indicator.
_ENDS = (RDF.subject, RDF.object)
_SPEAKS_OF = (PG.ofElement, PG.assesses, PG.ofIndicator)
#: Said elsewhere on the page: as its heading, as a wording, as a neighbour.
_NOT_LISTED = {RDF.type, PG.name, PG.order, *RELATIONS}


@dataclass(frozen=True, slots=True)
class Said:
    """One fact of an element: the property, its value, and the language of the value if any."""

    predicate: str
    value: str
    lang: str


@dataclass(frozen=True, slots=True)
class Naming:
    """A name as a document prints it, with its footnote or source, and where.

    `corrected` is how we read it if it is a misprint.
    """

    text: str
    sources: Sources
    corrected: str
    reason: str
    note: str
    #: the wordings that print it so, in the order of the sources
    wordings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Read:
    """A number that an editor reads where none is printed: the reason (ja, en), by whom, when."""

    number: str
    rationale: tuple[str, str]
    by: str
    date: str


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An element at the other end of a relation, and every link there, the strongest first."""

    element: str
    lead: bool
    steps: tuple[Step, ...]
    #: Of each link in turn, the elements that it leads through; none unless it is derived.
    through: tuple[tuple[str, ...], ...]

    @property
    def through_measure(self) -> bool:
        """Whether there is nothing but what the measure passes on."""
        return all(step.rule == THROUGH_MEASURE for step in self.steps)


@dataclass(frozen=True, slots=True)
class Related:
    """The neighbours of one kind by one relation, forward or read backwards."""

    predicate: str
    backward: bool
    kind: str
    neighbours: tuple[Neighbour, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """One element whole."""

    element: Element
    said: tuple[Said, ...]
    numbers: tuple[Read, ...]
    namings: tuple[Naming, ...]
    measured: tuple[Measured, ...]
    #: statuses that are printed without an indicator
    statuses: tuple[Status, ...]
    relations: tuple[Related, ...]


def show(store: Store, known: Mapping[str, Element], element: Element) -> Facts:
    """Return all that the view *store* says of *element*."""
    iri = element.iri
    evidence = said_of(store, _speaking(store, iri))
    relations = tuple(_relations(iri, evidence, known))
    indicators = {
        neighbour.element: neighbour.steps
        for relation in relations
        if relation.predicate == PG.hasIndicator and not relation.backward
        for neighbour in relation.neighbours
    }
    if element.kind in {PG.Indicator, PG.Statistic}:
        indicators = {iri: ()}
    years = _years(store, evidence)
    printed = {
        name: node
        for name, node in evidence.items()
        if PG.ofIndicator in node or name in indicators
    }
    return Facts(
        element=element,
        said=tuple(_said(evidence[iri])),
        numbers=tuple(
            Read(
                one(node, SKOS.notation),
                pair(node, PG.rationale),
                one(node, PG.by),
                one(node, DCTERMS.date),
            )
            for _, node in of_type(PG.Numbering, evidence)
            if one(node, PG.ofElement) == iri
        ),
        namings=tuple(_namings(iri, evidence, years)),
        measured=tuple(measured(each, printed, years, indicators[each]) for each in indicators),
        statuses=tuple(
            status_of(name, node, {})
            for name, node in of_type(PG.Assessment, evidence)
            if one(node, PG.assesses) == iri and PG.ofIndicator not in node
        ),
        relations=relations,
    )


def about(store: Store, iri: str) -> Iterator[Quad]:
    """Yield all that is said of the element *iri* and of the evidence that speaks of it."""
    for node in _speaking(store, iri):
        yield from store.quads_for_pattern(node, None, None)


def _speaking(store: Store, iri: str) -> Iterable[NamedNode]:
    """Return the element *iri* and the evidence that speaks of it, each once.

    That is its links with what they follow from, its wordings, statuses and numbers, and its
    indicators with their values and statuses. Looked up in the store's index one by one: a query
    for the same takes ten times as long.
    """
    element = NamedNode(iri)
    links = [link for end in _ENDS for link in _subjects(store, end, element)]
    premises = [each for link in links for each in _objects(store, link, PROV.wasDerivedFrom)]
    indicators = _objects(store, element, PG.hasIndicator)
    speaking = [
        each
        for spoken_of in (element, *indicators)
        for predicate in (_SPEAKS_OF if spoken_of == element else (PG.ofIndicator,))
        for each in _subjects(store, predicate, spoken_of)
    ]
    return dict.fromkeys([element, *links, *premises, *indicators, *speaking])


def _subjects(store: Store, predicate: str, obj: NamedNode) -> list[NamedNode]:
    quads = store.quads_for_pattern(None, NamedNode(predicate), obj)
    return [quad.subject for quad in quads if isinstance(quad.subject, NamedNode)]


def _objects(store: Store, subject: NamedNode, predicate: str) -> list[NamedNode]:
    quads = store.quads_for_pattern(subject, NamedNode(predicate), None)
    return [quad.object for quad in quads if isinstance(quad.object, NamedNode)]


def _years(store: Store, evidence: Mapping[str, Node]) -> dict[str, int]:
    documents = {one(node, DCTERMS.source) for node in evidence.values()} - {""}
    return {each: int(literal(store, each, PG.year) or 0) for each in documents}


def _said(node: Node) -> Iterable[Said]:
    for predicate in sorted(node):
        if predicate not in _NOT_LISTED:
            for term in sorted(node[predicate], key=lambda term: natural_key(term.value)):
                lang = (term.language or "") if isinstance(term, Literal) else ""
                yield Said(predicate, term.value, lang)


def _namings(iri: str, evidence: dict[str, Node], years: dict[str, int]) -> Iterable[Naming]:
    """Yield each printed name once with all its places: the element's own, then the newest."""
    printed: dict[tuple[str, str, str, str], list[tuple[str, Node]]] = defaultdict(list)
    for wording, node in of_type(PG.Wording, evidence):
        if one(node, PG.ofElement) == iri:
            texts = (one(node, PG.text), one(node, PG.corrected), one(node, PG.correctionReason))
            printed[*texts, one(node, PG.note)].append((wording, node))

    def newest(each: tuple[str, Node]) -> tuple[bool, int, str]:
        node = each[1]
        document = one(node, DCTERMS.source)
        other = one(node, PG.corrected) or one(node, PG.text)
        return (other != one(evidence[iri], PG.name), -years.get(document, 0), document)

    for names, same in sorted(printed.items(), key=lambda item: min(map(newest, item[1]))):
        text, corrected, reason, note = names
        ordered = sorted(same, key=newest)
        sources = tuple(source for _, node in ordered for source in source_of(node))
        wordings = tuple(wording for wording, _ in ordered)
        yield Naming(text, sources, corrected, reason, note, wordings)


def _relations(
    iri: str, evidence: dict[str, Node], known: Mapping[str, Element]
) -> Iterable[Related]:
    links: dict[tuple[str, bool, str], dict[str, list[str]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for link, node in of_type(PG.Link, evidence):
        ends = (one(node, RDF.subject), one(node, RDF.object))
        if iri in ends:
            backward = ends[0] != iri
            other = ends[0] if backward else ends[1]
            kind = known[other].kind if other in known else ""
            links[one(node, RDF.predicate), backward, kind][other].append(link)
    for key in sorted(links, key=lambda key: _reading_order(key, links[key], known)):
        found = [
            (_neighbour(other, each, evidence), _place_in_list(other, each, evidence, known))
            for other, each in links[key].items()
        ]
        found.sort(key=lambda pair: pair[1])
        yield Related(*key, tuple(neighbour for neighbour, _ in found))


def _reading_order(
    key: tuple[str, bool, str], others: Iterable[str], known: Mapping[str, Element]
) -> tuple[int, bool, bool, int]:
    """Return what relations are sorted by; what leads to past plans alone comes last of its own."""
    predicate, backward, kind = key
    past = all(each in known and known[each].past for each in others)
    kinds = list(KINDS)
    at = RELATIONS.index(predicate) if predicate in RELATIONS else len(RELATIONS)
    return (at, backward, past, kinds.index(kind) if kind in kinds else len(kinds))


def _place_in_list(
    other: str, links: list[str], evidence: dict[str, Node], known: Mapping[str, Element]
) -> tuple[object, ...]:
    """Return what neighbours are sorted by: the order of print, of the links or of the elements."""
    orders = [int(one(evidence[link], PG.order)) for link in links if PG.order in evidence[link]]
    element = known.get(other)
    number = natural_key(element.notation) if element else ()
    printed = element.place if element else (0, 0)
    return (min(orders, default=0), printed, number, natural_key(other))


def _neighbour(other: str, links: list[str], evidence: dict[str, Node]) -> Neighbour:
    steps = sorted(
        (step(link, evidence) for link in links),
        key=lambda each: (*map(int.__neg__, each.ground.strength), each.sources, each.link),
    )
    return Neighbour(
        element=other,
        lead=any(one(evidence[link], PG.role) == PG.Lead for link in links),
        steps=tuple(steps),
        through=tuple(_through(each, evidence) for each in steps),
    )


def _through(derived: Step, evidence: dict[str, Node]) -> tuple[str, ...]:
    """Return what the premises of a derived link have between its two ends."""
    premises = (term.value for term in evidence[derived.link].get(PROV.wasDerivedFrom, ()))
    ends = {
        one(evidence[premise], end)
        for premise in premises
        if one(evidence[premise], RDF.type) == PG.Link
        for end in (RDF.subject, RDF.object)
    }
    return tuple(sorted(ends - {derived.subject, derived.object}, key=natural_key))
