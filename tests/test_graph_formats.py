"""The graph for other tools: what networkx and igraph read back is what the links say."""

import csv
import io
import re
import warnings
from pathlib import Path

import igraph
import networkx as nx
import pytest
from click.testing import CliRunner
from pyoxigraph import RdfFormat

from plan_graph import graph_formats
from plan_graph.answers import Page
from plan_graph.cli import cli
from plan_graph.graph import load_store, narrow
from plan_graph.lookup import elements
from plan_graph.network.graphs import multigraph
from plan_graph.resources import GRAPH
from plan_graph.vocab import PG, RDF

TOWN = Path(__file__).parent / "data" / "cross.ttl"
PREFIXES = TOWN.read_text(encoding="utf-8").split("\n\n")[0]
SERVES = "action:a-1--serves--vision:1"
#: Action 1 serves vision 1 by two links: through its measure on matched names, and an estimate.
SAID = {
    "label": "つながるビジョン",
    "relation": "serves",
    "basis": "Derived",
    "effective_basis": "Matched",
    "ground": "照合",
    "confirmation": "Disputed",
    "links": 2,
    "through_measure": False,
    "weight": 3,
}
ACTION = {
    "label": "取組1「川そうじ」",
    "type": "取組",
    "kind": "Action",
    "name": "川そうじ",
    "name_en": "Cleaning the river",
    "mark": "1",
    "plan": "plan:p1",
    "iri": "https://example.org/town/action/a-1",
}


def page(path=TOWN, *, weakest=PG.Estimated, lang="ja", more=""):
    store = load_store(path)
    store.load(input=f"{PREFIXES}\n{more}".encode(), format=RdfFormat.TURTLE)
    narrow(store, weakest)
    return Page(store, elements(store), weakest, lang)


@pytest.fixture(scope="module")
def town():
    return page(
        more="""link:7 pg:confirmation pg:Disputed . action:a-1 pg:inPlan plan:p1 .
            link:99 a pg:Link ; rdf:subject goal:g-1 ; rdf:predicate pg:partOf ;
                rdf:object plan:p1 ; pg:basis pg:Stated ."""
    )


@pytest.fixture(scope="module")
def city():
    return page(GRAPH)


def told(rows):
    return list(csv.DictReader(io.StringIO(rows)))


def without(data, *names):
    return {key: value for key, value in data.items() if key not in names}


def test_networkx_reads_back_every_attribute_from_graphml(town, tmp_path):
    file = tmp_path / "town.graphml"
    file.write_text(graph_formats.graphml(town), encoding="utf-8")
    graph = nx.read_graphml(file)
    assert graph.nodes["action:a-1"] == ACTION
    assert graph.edges["action:a-1", "vision:1", SERVES] == SAID


def test_networkx_reads_back_every_attribute_from_gexf(town):
    graph = nx.read_gexf(io.BytesIO(graph_formats.gexf(town).encode()))
    assert graph.nodes["action:a-1"] == ACTION
    assert without(graph.edges["action:a-1", "vision:1", SERVES], "id") == SAID


def test_gephi_keeps_two_relations_between_the_same_elements_apart(town):
    edges = re.findall(r'<edge source="goal:g-1" target="plan:p1"[^>]*>', graph_formats.gexf(town))
    assert [re.findall(r'kind="(\w+)"', edge) for edge in edges] == [["inPlan"], ["partOf"]]


def test_igraph_reads_back_every_attribute_from_graphml(town, tmp_path):
    file = tmp_path / "town.graphml"
    file.write_text(graph_formats.graphml(town), encoding="utf-8")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        graph = igraph.Graph.Read_GraphML(str(file))
    assert without(graph.vs.find(id="action:a-1").attributes(), "id") == ACTION
    ends = (graph.vs.find(id="action:a-1"), graph.vs.find(id="vision:1"))
    edge = graph.es[graph.get_eid(*ends)]
    # igraph 1.0 fills the identifiers of edges with those of nodes; the rest is right.
    assert without(edge.attributes(), "id") == SAID


def test_the_tables_have_the_columns_that_kumu_and_gephi_look_for(town):
    [node] = [row for row in told(graph_formats.node_table(town)) if row["ID"] == "action:a-1"]
    assert (node["Label"], node["Type"], node["Plan"]) == ("取組1「川そうじ」", "取組", "plan:p1")
    [edge] = [row for row in told(graph_formats.edge_table(town)) if row["ID"] == SERVES]
    assert (edge["From"], edge["To"], edge["Type"]) == ("action:a-1", "vision:1", SAID["label"])
    assert (edge["Source"], edge["Target"], edge["Kind"]) == ("action:a-1", "vision:1", "serves")
    assert (edge["Effective_basis"], edge["Weight"], edge["Links"]) == ("Matched", "3", "2")


def test_igraph_reads_the_tables(town):
    graph = igraph.Graph.DictList(
        vertices=told(graph_formats.node_table(town)),
        edges=told(graph_formats.edge_table(town)),
        directed=True,
        vertex_name_attr="ID",
        edge_foreign_keys=("Source", "Target"),
    )
    assert graph.vs.find(ID="action:a-12").degree(mode="out") == 4
    assert {each["Kind"] for each in graph.vs.find(ID="action:a-12").out_edges()} == {
        "serves",
        "partOf",
        "responsible",
        "inTheme",
    }


def test_every_format_has_as_many_nodes_and_edges_as_there_are_triples(city, tmp_path):
    # Counted another way: plain triples of relations between named elements.
    query = f"""SELECT DISTINCT ?s ?p ?o {{ ?s ?p ?o ; <{PG.name}> ?a . ?o <{PG.name}> ?b
        FILTER EXISTS {{ ?link <{RDF.predicate}> ?p }} }}"""
    triples = len(list(city.store.query(query)))
    file = tmp_path / "city.graphml"
    file.write_text(graph_formats.graphml(city), encoding="utf-8")
    graphs = [
        nx.read_graphml(file),
        nx.read_gexf(io.BytesIO(graph_formats.gexf(city).encode())),
        multigraph(city.store, city.known),
    ]
    assert [graph.number_of_edges() for graph in graphs] == [triples] * 3
    assert len({graph.number_of_nodes() for graph in graphs}) == 1
    edges = told(graph_formats.edge_table(city))
    assert len(edges) == len({row["ID"] for row in edges}) == triples
    nodes = {row["ID"] for row in told(graph_formats.node_table(city))}
    assert {row[end] for row in edges for end in ("From", "To")} <= nodes == set(graphs[0])


def test_a_stronger_view_has_no_estimate(city):
    matched = page(GRAPH, weakest=PG.Matched)
    assert {row["Effective_basis"] for row in told(graph_formats.edge_table(matched))} == {
        "Stated",
        "Matched",
    }
    every = told(graph_formats.edge_table(city))
    strong = {row["ID"] for row in every if row["Effective_basis"] != "Estimated"}
    assert {row["ID"] for row in told(graph_formats.edge_table(matched))} == strong


def test_labels_are_english_where_that_is_asked_for():
    [node] = [row for row in told(graph_formats.node_table(page(lang="en"))) if row["Mark"] == "12"]
    assert (node["Label"], node["Type"]) == ("action 12 “Planting trees”", "action")


def test_text_of_the_data_is_no_markup_no_control_and_no_formula():
    more = r"""action:z a pg:Action ; pg:name "=1+1<script>&\u0001\u202E" .
        link:99 a pg:Link ; rdf:subject action:z ; rdf:predicate pg:serves ;
            rdf:object vision:1 ; pg:basis pg:Stated ."""
    odd = page(more=more)
    graph = nx.read_gexf(io.BytesIO(graph_formats.gexf(odd).encode()))
    assert graph.nodes["action:z"]["name"] == "=1+1<script>&\u202e"
    [row] = [row for row in told(graph_formats.node_table(odd)) if row["ID"] == "action:z"]
    assert row["Name"] == "'=1+1<script>&"


def test_an_element_of_another_city_keeps_its_iri():
    more = (
        '<https://example.org/other/vision/1> a pg:Vision ; pg:name "よそのまち" . '
        "link:99 a pg:Link ; rdf:subject action:a-1 ; rdf:predicate pg:serves ; "
        "rdf:object <https://example.org/other/vision/1> ; pg:basis pg:Stated ."
    )
    rows = told(graph_formats.node_table(page(more=more)))
    assert "https://example.org/other/vision/1" in {row["ID"] for row in rows}


def run(*arguments):
    return CliRunner().invoke(cli, ["export", "--graph", str(TOWN), *map(str, arguments)])


def test_tables_are_two_files_named_after_the_one_asked_for(tmp_path):
    done = run("--format", "edges", "-o", tmp_path / "計画 2024.csv")
    assert done.exit_code == 0, done.output
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "計画 2024-edges.csv",
        "計画 2024-nodes.csv",
    ]
    assert (tmp_path / "計画 2024-edges.csv").read_bytes().startswith(b"ID,From,To,")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--format", "edges"], "-o FILE.csv"),
        (["--format", "gexf", "--standard"], "--standard"),
        (["links", "--format", "graphml"], "links"),
    ],
)
def test_what_cannot_be_exported_is_told(arguments, said):
    done = run(*arguments)
    assert done.exit_code == 2
    assert said in done.output


def test_the_same_graph_gives_the_same_bytes_with_its_sources_inside(town):
    for write in (graph_formats.graphml, graph_formats.gexf):
        first = write(town)
        assert first == write(town)
        assert "水都市" in first
        assert "市の見解ではありません" in first
