"""The graph in the formats of others: N-Triples, JSON-LD, TriG, and with standard terms added."""

from collections.abc import Callable, Iterator
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, Triple, parse

from plan_graph.graph.store import as_rdflib, base_of, construct, nodes, one
from plan_graph.graph.turtle import turtle
from plan_graph.resources import ONTOLOGY
from plan_graph.vocab import DCTERMS, PG, RDF, XSD

_EVIDENCE = {PG.Link, PG.Wording, PG.PrintedValue, PG.Assessment, PG.PrintedTotal}
_VOID_TRIPLES = "http://rdfs.org/ns/void#triples"
_QB_OBSERVATION = "http://purl.org/linked-data/cube#Observation"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"


def with_standard_terms(store: Store) -> Store:
    """Return a copy of *store* with the external terms that ours specialise.

    Every ``pg:`` class and property that `plan.ttl` places under a term of another vocabulary is
    also said in that term; observations become a Data Cube, the graph a DCAT dataset with VoID
    counts, by ``ontology/standard.rq``.
    """
    copy = Store()
    copy.bulk_extend(store)
    copy.extend(Quad(*triple) for triple in _above(store))
    query = (ONTOLOGY / "standard.rq").read_text(encoding="utf-8")
    copy.extend(Quad(*triple) for triple in construct(copy, query))
    dataset = NamedNode(f"{base_of(store)}dataset/graph")
    if next(copy.quads_for_pattern(dataset, None, None), None):
        count = Literal(str(len(copy) + 1), datatype=NamedNode(XSD.integer))
        copy.add(Quad(dataset, NamedNode(_VOID_TRIPLES), count))
    return copy


def _above(store: Store) -> Iterator[Triple]:
    ontology = nodes(parse(path=str(ONTOLOGY / "plan.ttl"), format=RdfFormat.TURTLE))
    for iri, node in ontology.items():
        for term in node.get(_RDFS + "subClassOf", ()):
            # Which observations belong to a cube depends on their values: the query says it.
            if not term.value.startswith(PG.NS) and term.value != _QB_OBSERVATION:
                kind = NamedNode(RDF.type)
                for quad in store.quads_for_pattern(None, kind, NamedNode(iri)):
                    yield Triple(quad.subject, kind, term)
        for term in node.get(_RDFS + "subPropertyOf", ()):
            if not term.value.startswith(PG.NS):
                for quad in store.quads_for_pattern(None, NamedNode(iri), None):
                    yield Triple(quad.subject, NamedNode(term.value), quad.object)


def _turtle(store: Store) -> str:
    return turtle((quad.triple for quad in store), base_of(store))


def _nt(store: Store) -> str:
    return "".join(sorted(f"{quad.triple} .\n" for quad in store))


def _trig(store: Store) -> str:
    """Return TriG: the statements of each document in a graph named by it, the rest by default."""
    graph = nodes(store)
    by_document: dict[str, list[Triple]] = {}
    for quad in store:
        node = graph[quad.subject.value]
        kinds = {term.value for term in node[RDF.type]}
        document = one(node, DCTERMS.source) if kinds & _EVIDENCE else ""
        by_document.setdefault(document, []).append(quad.triple)
    base = base_of(store)
    parts = []
    headers: list[str] = []
    for document in sorted(by_document):
        header, _, body = turtle(by_document[document], base).partition("\n\n")
        headers += [line for line in header.splitlines() if line not in headers]
        indented = "\n".join(f"    {line}" if line else "" for line in body.splitlines())
        parts.append(f"<{document}> {{\n{indented}\n}}" if document else body.rstrip())
    return "\n".join(headers) + "\n\n" + "\n\n".join(parts) + "\n"


def _jsonld(store: Store) -> str:
    import json

    context = json.loads((ONTOLOGY / "context.jsonld").read_text(encoding="utf-8"))
    text = as_rdflib(store).serialize(
        format="json-ld", context=context["@context"], auto_compact=False
    )
    content = _sorted(json.loads(text))
    return json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _sorted(content: object) -> object:
    """Return JSON content with its arrays in a fixed order: in our context they are all sets."""
    import json

    if isinstance(content, dict):
        return {key: _sorted(value) for key, value in content.items()}
    if isinstance(content, list):
        return sorted(map(_sorted, content), key=lambda item: json.dumps(item, sort_keys=True))
    return content


#: Name of a format to the function that writes it; every one gives the same bytes each time.
FORMATS: Final[dict[str, Callable[[Store], str]]] = {
    "ttl": _turtle,
    "nt": _nt,
    "jsonld": _jsonld,
    "trig": _trig,
}
