"""Other people's tools at our endpoint, and other people's engines on our graph."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, POST, TURTLE, XML, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

ROOT = Path(__file__).parents[1]
PG = rdflib.Namespace("https://w3id.org/plan-graph/ns#")
XSD = "http://www.w3.org/2001/XMLSchema#"
#: No prefix is known to other engines, so that queries for them say theirs.
PREFIX = f"PREFIX pg: <{PG}>\n"
VISIONS = PREFIX + "SELECT ?name { ?v a pg:Vision ; pg:name ?name ; pg:order ?o } ORDER BY ?o"
SECOND = "自然とともにあるまち"
CURL = shutil.which("curl")
OXIGRAPH = Path(sys.executable).parent / "oxigraph"


@pytest.fixture(scope="session")
def endpoint(served):
    return f"{served}/sparql"


# --- Tools that ask ---------------------------------------------------------------------------


@pytest.mark.engine
@pytest.mark.parametrize("way", [["--get"], []])
def test_curl_asks(endpoint, way):
    accept = ["--header", "Accept: text/csv"]
    asked = [CURL, "-sS", "--fail", *way, endpoint, "--data-urlencode", f"query={VISIONS}", *accept]
    told = subprocess.run(asked, capture_output=True, check=True, timeout=60).stdout.decode()
    assert told.split("\r\n")[:3] == ["name", "人のつながりがあるまち", SECOND]


@pytest.mark.parametrize("method", ["GET", POST])
@pytest.mark.parametrize("form", [JSON, XML, CSV])
def test_sparqlwrapper_asks(endpoint, method, form):
    client = SPARQLWrapper(endpoint)
    client.setMethod(method)
    client.setReturnFormat(form)
    client.setQuery(VISIONS)
    told = client.query().convert()
    if form == JSON:
        names = [row["name"]["value"] for row in told["results"]["bindings"]]
    elif form == XML:
        names = [each.firstChild.data for each in told.getElementsByTagName("literal")]
    else:
        names = told.decode().split("\r\n")[1:-1]
    assert len(names) == 7
    assert names[1] == SECOND


def test_sparqlwrapper_gets_a_graph_a_boolean_and_its_errors(endpoint):
    client = SPARQLWrapper(endpoint, returnFormat=TURTLE)
    client.setQuery(PREFIX + "CONSTRUCT WHERE { ?v a pg:Vision ; pg:name ?name }")
    graph = rdflib.Graph().parse(data=client.query().convert(), format="turtle")
    assert len(graph) == 14
    client.setReturnFormat(JSON)
    client.setQuery("ASK { ?s ?p ?o }")
    assert client.query().convert()["boolean"] is True
    client.setQuery("ASK {")
    with pytest.raises(QueryBadFormed, match="Add the closing bracket"):
        client.query()


def test_rdflib_reads_the_endpoint_as_a_graph(endpoint):
    graph = rdflib.Graph(SPARQLStore(endpoint))
    assert len(list(graph.subjects(rdflib.RDF.type, PG.Vision))) == 7
    [[name]] = graph.query(VISIONS + " LIMIT 1 OFFSET 1")
    assert str(name) == SECOND


#: A graph of one's own, joined with ours by a federated query.
OWN = '<https://w3id.org/plan-graph/id/122068/vision/2> <http://example.org/note> "私の覚え書き" .'


def federated(endpoint):
    return (
        "PREFIX pg: <https://w3id.org/plan-graph/ns#>\n"
        "SELECT ?name ?note { ?vision <http://example.org/note> ?note . "
        f"SERVICE <{endpoint}> {{ ?vision a pg:Vision ; pg:name ?name }} }}"
    )


def test_another_process_joins_its_own_graph_with_ours(endpoint, tmp_path):
    own = tmp_path / "own.ttl"
    own.write_text(OWN, encoding="utf-8")
    store = tmp_path / "store"
    load = [OXIGRAPH, "load", "--location", store, "--file", own]
    subprocess.run(load, check=True, capture_output=True, timeout=60)
    ask = [OXIGRAPH, "query", "--location", store, "--results-format", "csv"]
    done = subprocess.run(
        [*ask, "--query", federated(endpoint)], check=True, capture_output=True, timeout=60
    )
    assert done.stdout.decode().split("\r\n")[1] == f"{SECOND},私の覚え書き"


# --- What docs/connect.md tells ---------------------------------------------------------------

CONNECT = (ROOT / "docs" / "connect.md").read_text(encoding="utf-8")
ADDRESS = "http://127.0.0.1:8000"


def blocks(language):
    return re.findall(rf"```{language}\n(.*?)```", CONNECT, re.DOTALL)


@pytest.mark.parametrize("at", range(len(blocks("python"))))
def test_the_python_of_the_guide_runs(served, at, capsys):
    exec(compile(blocks("python")[at].replace(ADDRESS, served), "connect.md", "exec"), {})  # noqa: S102
    assert SECOND in capsys.readouterr().out


@pytest.mark.engine
@pytest.mark.parametrize("at", range(len(blocks("sh"))))
def test_the_commands_of_the_guide_run(served, at):
    script = blocks("sh")[at].replace(ADDRESS, served)
    done = subprocess.run(["/bin/sh", "-ec", script], capture_output=True, check=True, timeout=60)
    assert SECOND in done.stdout.decode()


@pytest.mark.parametrize("language", ["r", "powerquery"])
def test_what_other_languages_ask_in_the_guide_is_answered_as_csv(endpoint, language):
    [block] = blocks(language)
    query = max(re.findall(r'"([^"]*)"', block), key=len)
    with urlopen(f"{endpoint}?{urlencode({'query': query, 'format': 'csv'})}") as reply:  # noqa: S310 - our server
        head, *rows = reply.read().decode().splitlines()
    assert head.endswith("name")
    assert len(rows) == {"r": 7, "powerquery": 55}[language]


def test_the_guide_shows_every_language_with_the_address_alone():
    assert {"python", "sh", "r", "powerquery"} <= set(re.findall(r"```(\w+)", CONNECT))
    for language in ("python", "sh", "r", "powerquery"):
        assert all(ADDRESS in block for block in blocks(language)), language
