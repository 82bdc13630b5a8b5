"""What the SPARQL endpoint is: its description for programs, and a page for people.

https://www.w3.org/TR/sparql11-service-description/
"""

from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize

from plan_graph.answers import footer
from plan_graph.messages import text
from plan_graph.vocab import BASIS_NAMES, RDF, XSD
from plan_graph.web.asked import Asked, Reply, Town
from plan_graph.web.shell import html

PATH: Final = "/sparql"
#: The largest answer, in bytes: some hundred thousand rows.
LARGEST: Final = 64_000_000
#: The header of an answer that was cut because the client asked for its first rows only.
CUT: Final = "plan-graph-truncated"

_SD: Final = "http://www.w3.org/ns/sparql-service-description#"
_VOID: Final = "http://rdfs.org/ns/void#"
_FORMATS: Final = "http://www.w3.org/ns/formats/"
_RESULTS: Final = (
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    "Turtle",
    "N-Triples",
    "JSON-LD",
    "RDF_XML",
)
_SIMPLE: Final = "http://www.w3.org/ns/entailment/Simple"


def described(asked: Asked, town: Town, kind: str, form: RdfFormat | None) -> Reply:
    """Return the description of the endpoint in the RDF format *form*, or a page without one."""
    if form is None:
        return _page(asked, town)
    store, _ = town.view(asked.basis)
    triples = list(_statements(f"{asked.origin}{PATH}", len(store)))
    content = serialize(triples, format=form, prefixes={"sd": _SD, "void": _VOID, "xsd": XSD.NS})
    assert content is not None, "without an output, bytes are returned"
    told = f"{kind}; charset=utf-8" if kind.startswith("text/") else kind
    return Reply(content, told, headers=(("vary", "Accept"),))


def _statements(endpoint: str, size: int) -> list[Triple]:
    service, dataset, graph = BlankNode("service"), BlankNode("dataset"), BlankNode("graph")

    def sd(name: str) -> NamedNode:
        return NamedNode(_SD + name)

    is_a = NamedNode(RDF.type)
    count = Literal(str(size), datatype=NamedNode(XSD.integer))
    formats = [Triple(service, sd("resultFormat"), NamedNode(_FORMATS + name)) for name in _RESULTS]
    return [
        Triple(service, is_a, sd("Service")),
        Triple(service, sd("endpoint"), NamedNode(endpoint)),
        Triple(service, sd("supportedLanguage"), sd("SPARQL11Query")),
        *formats,
        Triple(service, sd("defaultEntailmentRegime"), NamedNode(_SIMPLE)),
        Triple(service, sd("defaultDataset"), dataset),
        Triple(dataset, is_a, sd("Dataset")),
        Triple(dataset, sd("defaultGraph"), graph),
        Triple(graph, is_a, sd("Graph")),
        Triple(graph, NamedNode(_VOID + "triples"), count),
    ]


def _page(asked: Asked, town: Town) -> Reply:
    names = ", ".join(BASIS_NAMES)
    parameters = [
        ("query", text("sparql.about-query", asked.lang)),
        ("basis", text("sparql.about-basis", asked.lang, names=names)),
        ("format", text("sparql.about-format", asked.lang)),
        ("rows", text("sparql.about-rows", asked.lang, header=CUT)),
        ("lang", text("sparql.about-lang", asked.lang)),
    ]
    limits = [
        text("sparql.limit-read", asked.lang),
        text("sparql.limit-whole", asked.lang, size=LARGEST // 1_000_000),
    ]
    return html(
        asked,
        "sparql.html",
        title=text("sparql.title", asked.lang),
        address=f"{asked.origin}{PATH}",
        parameters=parameters,
        limits=limits,
        footer=footer(town.page(asked)).split("\n"),
    )
