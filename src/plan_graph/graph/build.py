"""The build: documents, curated rows and rules in, all triples of the released graph out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from plan_graph.elements import Record, day, described, key_of, number, text, triples, whole
from plan_graph.errors import Fault, PlanGraphError
from plan_graph.graph.curated import (
    Confirmation,
    Correction,
    read_corrections,
    read_curated,
)
from plan_graph.graph.names import element_triples, register_triples, unworded, wordings
from plan_graph.graph.rules import Claim, Statement, derive, read_rules, rule_triples
from plan_graph.graph.store import Node, load_store, nodes, one
from plan_graph.graph.values import indicator_triples, mixed_years, observation_triples
from plan_graph.japanese import match_name, printed_number
from plan_graph.messages import fault
from plan_graph.register import Register
from plan_graph.resources import ONTOLOGY
from plan_graph.vocab import DCTERMS, PG, RDF, SKOS, STRENGTH, XSD

_OF_ASPECTS = (PG.name, PG.shortLabel, PG.order, SKOS.prefLabel)
_FALSE = Literal("false", datatype=NamedNode(XSD.boolean))


@dataclass(frozen=True, slots=True)
class Built:
    """The released graph, and the curated rows that had to be left out of it."""

    triples: frozenset[Triple]
    left_out: tuple[Fault, ...]


def build(register: Register) -> Built:
    """Put together the graph of the city; raise PlanGraphError with every fault of its rows."""
    folder = register.folder / "documents"
    paths = [folder / f"{entry.key}.ttl" for entry in register.documents]
    evidence = _evidence([path for path in paths if path.exists()])
    unused = list(_correct(evidence, read_corrections(register), register))
    worded = wordings(evidence, register)
    shared = set(_shared())
    known = {*worded, *unworded(register), *nodes(shared)}
    curated = read_curated(register, known)
    faults = [*unused, *mixed_years(evidence, register), *curated.faults]
    if faults:
        raise PlanGraphError(faults)

    graph = set(_triples(evidence))
    judged: list[Record] = [*curated.links, *curated.numberings]
    graph.update(each for record in judged for each in triples(record, register.base))
    graph.update(_outdated(evidence, register))
    graph.update(element_triples(worded, register, _referenced(graph)))
    named = {triple.subject for triple in graph}
    graph.update(triple for triple in curated.triples if triple.subject in named)
    graph.update(register_triples(register))
    graph.update(observation_triples(evidence, register))
    graph.update(indicator_triples(evidence, worded))
    graph |= shared
    rules = read_rules()
    graph.update(rule_triples(rules))
    for link in derive(_claims(graph), graph, rules, register.base):
        graph.update(triples(link, register.base))
    claims = _claims(graph)
    for said in _confirmed(claims, curated.confirmations):
        if isinstance(said, Fault):
            curated.left_out.append(said)
        else:
            graph.add(said)
    graph.update(_projection(claims))
    return Built(frozenset(graph), tuple(curated.left_out))


def _evidence(paths: list[Path]) -> dict[str, Node]:
    """Return what the documents say; raise PlanGraphError for a file with a blank node."""
    found: dict[str, Node] = {}
    faults = []
    for path in paths:
        said = nodes(load_store(path))
        if any(iri.startswith("_:") for iri in said):
            faults.append(fault(str(path), "blank-node"))
        found.update(said)
    if faults:
        raise PlanGraphError(faults)
    return found


def _triples(evidence: dict[str, Node]) -> Iterator[Triple]:
    for iri, node in evidence.items():
        pairs = ((predicate, term) for predicate, terms in node.items() for term in terms)
        yield from described(NamedNode(iri), pairs)


def _shared() -> Iterator[Triple]:
    """Yield what every city shares: the SDGs, and the three aspects out of the ontology."""
    for triple in parse(path=str(ONTOLOGY / "sdg.ttl"), format=RdfFormat.TURTLE):
        yield Triple(triple.subject, triple.predicate, triple.object)
    ontology = nodes(parse(path=str(ONTOLOGY / "plan.ttl"), format=RdfFormat.TURTLE))
    aspect = NamedNode(PG.Aspect)
    for iri, node in ontology.items():
        if aspect in node[RDF.type]:
            pairs = ((name, term) for name in _OF_ASPECTS for term in node[name])
            yield from described(NamedNode(iri), [(RDF.type, aspect), *pairs])


def _correct(
    evidence: dict[str, Node], corrections: Iterable[Correction], register: Register
) -> Iterator[Fault]:
    """Write each correction beside the print that it corrects; yield those that fit nothing."""
    prints = {"text": PG.text, "asPrinted": PG.asPrinted}
    for row in corrections:
        predicate = prints.get(row.field)
        if predicate is None:
            known = "、".join(prints)
            yield fault(row.where, "bad-cell", field="field", value=row.field, known=known)
            continue
        fits = [
            node
            for node in evidence.values()
            if one(node, predicate) == row.printed
            and one(node, DCTERMS.source) == row.document
            and row.locator in {term.value for term in node[PG.locator]}
        ]
        if not fits:
            yield fault(row.where, "unused-correction")
        for node in fits:
            node[PG.corrected] = [Literal(row.corrected)]
            node[PG.correctionReason] = [Literal(row.reason)]
            if row.field == "asPrinted":
                yield from _corrected_value(node, row, register)


def _corrected_value(node: Node, row: Correction, register: Register) -> Iterator[Fault]:
    """Let a value mean what the corrected print says; a year it does not tell stays."""
    said = printed_number(row.corrected)
    if said is None:
        yield fault(row.where, "value", cell=row.corrected)
        return
    unit = register.keys.get((PG.Unit, match_name(said.unit)), "")
    if said.unit and not unit:
        yield fault(row.where, "no-key", kind="Unit", name=said.unit)
        return
    pairs = [
        (PG.value, number(said.value)),
        (PG.scale, whole(None if said.scale == 1 else said.scale)),
        (PG.unit, NamedNode(register.iri(PG.Unit, unit)) if unit else None),
        (PG.note, text(said.note)),
        (PG.noValue, NamedNode(PG.NS + said.no_value) if said.no_value else None),
    ]
    if said.year:
        kind = PG.FiscalYear if said.year.fiscal else PG.CalendarYear
        pairs += [
            (PG.year, whole(said.year.year)),
            (PG.yearKind, NamedNode(kind)),
            (PG.asOf, day(said.year.as_of)),
        ]
    for predicate, term in pairs:
        node.pop(predicate, None)
        if term is not None:
            node[predicate] = [term]


def _referenced(graph: Iterable[Triple]) -> Iterator[str]:
    """Yield what Links and printed values refer to."""
    ends = {RDF.subject, RDF.object, PG.unit, DCTERMS.source}
    for triple in graph:
        if triple.predicate.value in ends and isinstance(triple.object, NamedNode):
            yield triple.object.value


def _outdated(evidence: dict[str, Node], register: Register) -> Iterator[Triple]:
    """Mark the Links whose subject and predicate a newer document of the series prints anew.

    A newer document that prints the subject and the predicate, but not the object, takes the
    Link back; one that says nothing of them leaves it as it stands.
    """
    documents = {register.iri(PG.SourceDocument, entry.key): entry for entry in register.documents}
    objects: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    links = {
        iri: node
        for iri, node in evidence.items()
        if one(node, RDF.type) == PG.Link and one(node, DCTERMS.source) in documents
    }
    for node in links.values():
        said = (one(node, RDF.subject), one(node, RDF.predicate), one(node, DCTERMS.source))
        objects[said].add(one(node, RDF.object))
    for iri, node in links.items():
        own = documents[one(node, DCTERMS.source)]
        for document_iri, newer in documents.items():
            if newer.series == own.series and newer.fiscal_year > own.fiscal_year:
                said = (one(node, RDF.subject), one(node, RDF.predicate), document_iri)
                if said in objects and one(node, RDF.object) not in objects[said]:
                    yield from described(NamedNode(iri), [(PG.current, _FALSE)])
                    break


def _claims(graph: Iterable[Triple]) -> list[Claim]:
    """Return the current Links in *graph*; a derived one on the ground that it rests on."""
    return [
        Claim(
            iri,
            (one(node, RDF.subject), one(node, RDF.predicate), one(node, RDF.object)),
            one(node, PG.restsOn) or one(node, PG.basis),
        )
        for iri, node in nodes(graph).items()
        if one(node, RDF.type) == PG.Link and PG.current not in node
    ]


def _confirmed(claims: list[Claim], confirmations: list[Confirmation]) -> Iterator[Triple | Fault]:
    """Yield what departments say of Links; of a statement without Link, that there is none.

    A Link has one confirmation: of several answers it is the one of the most caution.
    """
    by_statement: dict[Statement, list[str]] = defaultdict(list)
    for claim in claims:
        by_statement[claim.statement].append(claim.iri)
    foremost: dict[Statement, Confirmation] = {}
    for confirmation in confirmations:
        first = foremost.setdefault(confirmation.statement, confirmation)
        if confirmation.caution >= first.caution:
            foremost[confirmation.statement] = confirmation
    for confirmation in confirmations:
        statement = " ".join(map(key_of, confirmation.statement))
        if confirmation.statement not in by_statement:
            yield fault(confirmation.where, "no-link", statement=statement)
        elif foremost[confirmation.statement] is not confirmation:
            yield fault(confirmation.where, "answer-behind", statement=statement)
        else:
            for iri in by_statement[confirmation.statement]:
                yield from described(NamedNode(iri), confirmation.pairs)


def _projection(claims: Iterable[Claim]) -> Iterator[Triple]:
    """Yield the plain triple of every Link that is more than a proposal."""
    for claim in claims:
        if STRENGTH[claim.basis] > STRENGTH[PG.Proposed]:
            yield Triple(*(NamedNode(iri) for iri in claim.statement))
