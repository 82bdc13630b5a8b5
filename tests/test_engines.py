"""Every question of the library, answered by engines that others wrote, on their own copy."""

import dataclasses
import json
import shutil
import subprocess
import zipfile
from collections import Counter
from decimal import Decimal
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pytest
import rdflib

from plan_graph.graph import load_store
from plan_graph.lookup import elements
from plan_graph.questions import bind, library
from plan_graph.resources import GRAPH
from plan_graph.web.asked import Asked, Town
from plan_graph.web.protocol import sparql
from plan_graph.web.question_form import sparql_of

pytestmark = pytest.mark.engine

SCRIPT = Path(__file__).parent / "engine" / "Jena.java"
XSD = "http://www.w3.org/2001/XMLSchema#"
EVERYTHING = "CONSTRUCT WHERE { ?s ?p ?o }"
#: A graph of one's own, joined with ours by a federated query.
OWN = (
    '<https://w3id.org/plan-graph/id/122068/vision/2> <http://example.org/note> "私の覚え書き" .\n'
)
FEDERATED = """PREFIX pg: <https://w3id.org/plan-graph/ns#>
SELECT ?name ?note {{
  ?vision <http://example.org/note> ?note .
  SERVICE <{endpoint}> {{ ?vision a pg:Vision ; pg:name ?name }}
}}"""

KNOWN = elements(load_store(GRAPH))
JENA = Path("/usr/share/java/jena-arq.jar")
#: What Jena needs of the Debian packages.
JARS = (
    "jena-arq",
    "jena-base",
    "jena-core",
    "jena-iri",
    "commons-cli",
    "commons-codec",
    "commons-compress",
    "commons-csv",
    "commons-io",
    "commons-lang3",
    "dexx.collection",
    "gson",
    "guava",
    "httpclient",
    "httpcore",
    "jackson-annotations",
    "jackson-core",
    "jackson-databind",
    "jakarta.json-api",
    "jsonld-java",
    "libthrift",
    "protobuf",
    "slf4j-api",
    "slf4j-nop",
    "thrift",
    "titanium-json-ld",
)


def asked_of_all(question, known):
    """Return a question of the library that nobody gave a value: its defaults, the others free."""
    free = (dataclasses.replace(each, required=False) for each in question.parameters)
    question = dataclasses.replace(question, parameters=tuple(free))
    return sparql_of(question, bind(question, known, {}), "ja")


QUESTIONS = {name: asked_of_all(question, KNOWN) for name, question in library().items()}


def value(kind, text, more):
    """Return a term so that equal ones are equal in every engine: numbers by what they are."""
    if kind == "uri":
        return text
    if more.removeprefix(XSD) in {"integer", "decimal", "double"}:
        return Decimal(text).normalize()
    return (text, more.removeprefix(XSD + "string").lower())


def rows_of_json(content):
    """Return the rows of SPARQL results in JSON, and how often each comes."""
    return Counter(
        frozenset(
            (
                name,
                value(term["type"], term["value"], term.get("xml:lang", term.get("datatype", ""))),
            )
            for name, term in row.items()
        )
        for row in json.loads(content)["results"]["bindings"]
    )


def rows_of_rdflib(result):
    def plain(term):
        if isinstance(term, rdflib.Literal):
            return value("literal", str(term), str(term.language or term.datatype or ""))
        return str(term)

    return Counter(
        frozenset((str(name), plain(term)) for name, term in row.items()) for row in result.bindings
    )


def fetched(endpoint, query, accept):
    """Return what the endpoint answers to *query*, by Python's own client."""
    content = urlencode({"query": query}).encode()
    with urlopen(Request(endpoint, content, {"Accept": accept})) as reply:  # noqa: S310 - our server
        return reply.read()


@pytest.fixture(scope="session")
def endpoint(served):
    return f"{served}/sparql"


@pytest.fixture(scope="session")
def shared(endpoint, tmp_path_factory):
    """The graph as others get it from our endpoint, in a file of N-Triples."""
    content = fetched(endpoint, EVERYTHING, "application/n-triples")
    path = tmp_path_factory.mktemp("shared") / "graph.nt"
    path.write_bytes(content)
    return path


@pytest.fixture(scope="session")
def ours(endpoint):
    accept = "application/sparql-results+json"
    return {name: rows_of_json(fetched(endpoint, q, accept)) for name, q in QUESTIONS.items()}


@pytest.fixture(scope="session")
def jena(endpoint, shared, tmp_path_factory):
    """Answers of Apache Jena: to every question on its own copy of the graph, and federated."""
    folder = tmp_path_factory.mktemp("jena")
    # The messages of a library inside are not where this Debian package looks for them.
    messages = folder / "messages"
    with zipfile.ZipFile(JENA.with_name("jena-core.jar")) as jar:
        for name in jar.namelist():
            if name.endswith(".properties") and "/ext/xerces/" in name:
                target = messages / name.partition("/ext/")[2]
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(jar.read(name))
    for name, query in QUESTIONS.items():
        (folder / f"{name}.rq").write_text(query, encoding="utf-8")
    (folder / "federated.rq").write_text(FEDERATED.format(endpoint=endpoint), encoding="utf-8")
    own = folder / "own.nt"
    own.write_bytes(shared.read_bytes() + OWN.encode())
    path = ":".join(map(str, [messages, *(JENA.with_name(f"{name}.jar") for name in JARS)]))
    done = subprocess.run(
        [shutil.which("java"), "-cp", path, SCRIPT, own, folder],
        capture_output=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr.decode()
    return {each.stem: rows_of_json(each.read_bytes()) for each in folder.glob("*.json")}


#: Too much for rdflib on the whole graph, which needs up to a minute for one of them.
LONG = {"actions-of-vision", "docs-disagree", "estimates-only", "missed-targets", "ways-of-action"}


@pytest.fixture(scope="session")
def plain(shared):
    return rdflib.Graph().parse(shared, format="nt")


@pytest.fixture(scope="session")
def small(built_town):
    """The invented town: as the endpoint has it, and as rdflib reads it from there."""
    town = Town(built_town / "mandala.ttl")
    asked = Asked("/sparql", (("query", EVERYTHING),), accept="application/n-triples")
    return town, rdflib.Graph().parse(data=sparql(asked, town).body, format="nt")


@pytest.mark.parametrize("name", QUESTIONS)
def test_jena_answers_the_same(name, ours, jena):
    assert jena[name] == ours[name]


def test_jena_joins_its_own_graph_with_ours(jena):
    [row] = jena["federated"]
    assert dict(row) == {"name": ("自然とともにあるまち", ""), "note": ("私の覚え書き", "")}


@pytest.mark.parametrize("name", sorted(QUESTIONS.keys() - LONG))
def test_plain_rdflib_answers_the_same(name, ours, plain):
    assert rows_of_rdflib(plain.query(QUESTIONS[name])) == ours[name]


@pytest.mark.parametrize("name", sorted(LONG))
def test_plain_rdflib_answers_long_questions_the_same_of_a_small_town(name, small):
    town, graph = small
    question = asked_of_all(library()[name], elements(town.view("estimated")[0]))
    told = sparql(Asked("/sparql", (("query", question),)), town).body
    assert rows_of_rdflib(graph.query(question)) == rows_of_json(told) != Counter()


def test_the_comparison_is_of_something_and_sees_a_difference(ours):
    assert sum(map(bool, ours.values())) >= len(QUESTIONS) - 4
    one, other = (
        rows_of_json(json.dumps({"results": {"bindings": [{"n": {"type": "literal", **term}}]}}))
        for term in (
            {"value": "1.0", "datatype": XSD + "decimal"},
            {"value": "1.0", "datatype": XSD + "string"},
        )
    )
    assert one != other
