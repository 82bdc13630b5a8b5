"""The graph in other formats: the same statements and bytes, and standard terms on request."""

import json
import os
import random
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest
import rdflib
from click.testing import CliRunner
from pyoxigraph import Quad, Store
from rdflib.namespace import DCAT, DCTERMS, ORG, PROV, QB, RDF, RDFS, SKOS, VOID

from plan_graph.cli import cli
from plan_graph.graph import load_graph, load_store, view
from plan_graph.graph.export import FORMATS, with_standard_terms

#: rdflib's own readers of JSON-LD and TriG use what rdflib is about to drop.
pytestmark = pytest.mark.filterwarnings("ignore:.* is deprecated:DeprecationWarning:rdflib")

ROOT = Path(__file__).parents[1]
GRAPH = ROOT / "data" / "mandala.ttl"
BASE = "https://w3id.org/plan-graph/id/122068/"
PG = rdflib.Namespace("https://w3id.org/plan-graph/ns#")
READ_AS = {"ttl": "turtle", "nt": "nt", "jsonld": "json-ld", "trig": "trig"}
SMALL = """
@prefix pg: <https://w3id.org/plan-graph/ns#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@base <https://w3id.org/plan-graph/id/999999/> .
<municipality/999999> a pg:Municipality ; pg:name "見本市" ;
    skos:prefLabel "見本市"@ja , "Mihon City"@en .
<document/d1> a pg:SourceDocument ; pg:name "計画" .
<document/d2> a pg:SourceDocument ; pg:name "図" .
<action/1> a pg:Action ; pg:name "間伐" ; skos:altLabel "い"@ja , "ろ"@ja , "は"@ja ;
    dcterms:description "一行目\\n二行目 \\"引用\\" } . { <x>"@ja ; pg:order 1 ;
    pg:partOf <measure/1> ; pg:serves <vision/1> .
<measure/1> a pg:Measure ; pg:name "森の保全" .
<vision/1> a pg:Vision ; pg:name "自然のまち" .
<link/a> a pg:Link ; rdf:subject <action/1> ; rdf:predicate pg:partOf ; rdf:object <measure/1> ;
    pg:basis pg:Stated ; dcterms:source <document/d1> ; pg:locator "sheet:1" .
<link/b> a pg:Link ; rdf:subject <action/1> ; rdf:predicate pg:serves ; rdf:object <vision/1> ;
    pg:basis pg:Estimated ; pg:rationale "「森」"@ja , "“forest”"@en .
<wording/a> a pg:Wording ; pg:ofElement <vision/1> ; pg:text "自然のまち" ;
    dcterms:source <document/d2> ; pg:locator "slide:図" .
<indicator/1> a pg:Indicator ; pg:name "面積" .
<value/a> a pg:PrintedValue ; pg:ofIndicator <indicator/1> ; pg:asPrinted "1.50ha" ;
    pg:value 1.5 ; dcterms:source <document/d1> ; pg:locator "sheet:1" .
<observation/1-actual-2024> a pg:Observation ; pg:ofIndicator <indicator/1> ; pg:kind pg:Actual ;
    pg:year 2024 ; pg:yearKind pg:FiscalYear ; pg:value 1.5 ; prov:wasDerivedFrom <value/a> .
<observation/1-target-2024> a pg:Observation ; pg:ofIndicator <indicator/1> ; pg:kind pg:Target ;
    pg:year 2024 ; pg:yearKind pg:FiscalYear ; pg:noValue pg:NotPrinted ;
    prov:wasDerivedFrom <value/a> .
"""


@pytest.fixture(scope="module")
def shipped():
    return load_store(GRAPH)


@pytest.fixture(scope="module")
def statements():
    """Return the released graph as rdflib reads it; it has no blank nodes."""
    return rdflib.Graph().parse(GRAPH)


@pytest.fixture(scope="module")
def standard(shipped):
    return as_graph(with_standard_terms(shipped))


@pytest.fixture
def small(tmp_path):
    path = tmp_path / "small.ttl"
    path.write_text(SMALL, encoding="utf-8")
    return path


def read(text, form):
    """Return the statements of *text*; of TriG those of all its graphs together."""
    if form != "trig":
        return rdflib.Graph().parse(data=text, format=READ_AS[form])
    union = rdflib.Graph()
    for graph in rdflib.Dataset().parse(data=text, format="trig").graphs():
        for triple in graph:
            union.add(triple)
    return union


def as_graph(store):
    """Return the statements of *store* by way of N-Triples, which need no prefix and no order."""
    return rdflib.Graph().parse(data="".join(f"{quad.triple} .\n" for quad in store), format="nt")


def export(*arguments):
    result = CliRunner().invoke(cli, ["export", *map(str, arguments)])
    assert result.exit_code == 0, result.output
    return result.stdout


# --- The same statements ----------------------------------------------------------------------


@pytest.mark.parametrize("form", READ_AS)
def test_the_released_graph_reads_back_as_it_is(form, shipped, statements):
    assert set(read(FORMATS[form](shipped), form)) == set(statements)
    assert len(statements) == len(shipped)


@pytest.mark.parametrize("form", READ_AS)
def test_a_small_graph_reads_back_with_every_sign(form, small):
    text = export("--graph", small, "--format", form)
    assert read(text, form).isomorphic(rdflib.Graph().parse(small))


@pytest.mark.parametrize("form", READ_AS)
def test_an_export_holds_the_view_only(form, small):
    found = read(export("--graph", small, "--format", form, "--basis", "stated"), form)
    expected = as_graph(view(load_store(small), str(PG.Stated)))
    assert found.isomorphic(expected)
    action = rdflib.URIRef("https://w3id.org/plan-graph/id/999999/action/1")
    assert (action, PG.serves, None) not in found
    assert (action, PG.partOf, None) in found
    assert (None, PG.basis, PG.Estimated) not in found


def test_turtle_of_the_released_graph_is_the_released_file(shipped):
    assert FORMATS["ttl"](shipped).encode() == GRAPH.read_bytes()


def test_python_users_get_the_same_graph():
    graph = load_graph(GRAPH)
    assert len(graph) == len(list(graph)) > 12000
    label = graph.value(rdflib.URIRef(f"{BASE}vision/2"), PG.name)
    assert str(label) == "自然とともにあるまち"
    asked = graph.query("SELECT (COUNT(?a) AS ?n) { ?a a <https://w3id.org/plan-graph/ns#Action> }")
    assert [int(row.n) for row in asked] == [37 + 18]


def test_trig_keeps_what_each_document_says_in_a_graph_of_its_own(small):
    dataset = rdflib.Dataset().parse(
        data=export("--graph", small, "--format", "trig"), format="trig"
    )
    base = "https://w3id.org/plan-graph/id/999999/"
    said = {
        str(graph.identifier).removeprefix(base): {
            str(s).removeprefix(base) for s in graph.subjects()
        }
        for graph in dataset.graphs()
        if len(graph) and graph.identifier != rdflib.graph.DATASET_DEFAULT_GRAPH_ID
    }
    assert said == {"document/d1": {"link/a", "value/a"}, "document/d2": {"wording/a"}}


def test_json_uses_the_context_of_the_ontology(small):
    content = json.loads(export("--graph", small, "--format", "jsonld"))
    context = json.loads((ROOT / "ontology" / "context.jsonld").read_text(encoding="utf-8"))
    assert content["@context"] == context["@context"]
    nodes = {
        str(node.get("id", node.get("@id"))).rpartition("999999/")[2]: node
        for node in content["@graph"]
    }
    assert nodes["action/1"]["name"] == "間伐"
    assert int(nodes["action/1"]["order"]) == 1
    assert "見本市" in export("--graph", small, "--format", "jsonld")


# --- The same bytes ---------------------------------------------------------------------------


@pytest.mark.parametrize("form", READ_AS)
def test_an_export_is_the_same_bytes_in_another_process_and_from_another_order(form, tmp_path):
    """Hashes of strings differ between the processes; the lines stand the other way round."""
    texts = set()
    for seed in ("1", "2"):
        path = tmp_path / f"{seed}.ttl"
        lines = rdflib.Graph().parse(data=SMALL, format="turtle").serialize(format="nt").split("\n")
        random.Random(seed).shuffle(lines)  # noqa: S311 - no secret, a shuffle
        path.write_text("\n".join(lines), encoding="utf-8")
        command = ["export", "--graph", str(path), "--format", form, "--standard"]
        done = subprocess.run(
            [sys.executable, "-m", "plan_graph", *command],
            cwd=tmp_path,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=True,
            timeout=60,
        )
        texts.add(done.stdout)
    assert len(texts) == 1


@pytest.mark.parametrize("form", ["jsonld", "trig"])
def test_the_released_graph_is_the_same_bytes_from_any_order(form, shipped):
    shuffled, quads = Store(), list(shipped)
    random.Random(7).shuffle(quads)  # noqa: S311 - no secret, a shuffle
    for quad in quads:
        shuffled.add(Quad(*quad.triple))
    assert FORMATS[form](shuffled) == FORMATS[form](shipped)


def test_an_export_is_written_to_a_file_and_not_to_the_screen(small, tmp_path):
    path = tmp_path / "出力" / "graph.nt"
    assert export("--graph", small, "--format", "nt", "-o", path) == ""
    assert path.read_text(encoding="utf-8") == export("--graph", small, "--format", "nt")
    assert not path.read_bytes().startswith(b"\xef\xbb\xbf")


# --- Standard terms ---------------------------------------------------------------------------


def above():
    """Return what plan.ttl places our terms under: (term, term above it), ours left out."""
    ontology = rdflib.Graph().parse(ROOT / "ontology" / "plan.ttl")
    found = {RDFS.subClassOf: defaultdict(set), RDFS.subPropertyOf: defaultdict(set)}
    for relation, terms in found.items():
        for term, wider in ontology.subject_objects(relation):
            if not str(wider).startswith(str(PG)):
                terms[term].add(wider)
    return found[RDFS.subClassOf], found[RDFS.subPropertyOf]


def test_what_plan_ttl_says_of_our_terms_is_known_here():
    classes, properties = above()
    assert classes[PG.Plan] == {PROV.Plan}
    assert classes[PG.Department] == {ORG.OrganizationalUnit}
    assert classes[PG.Link] == {RDF.Statement}
    assert classes[PG.Observation] == {QB.Observation}
    assert properties[PG.unitOf] == {ORG.unitOf}
    assert properties[PG.shortLabel] == {SKOS.altLabel}


def test_standard_terms_only_add(standard, statements):
    assert set(statements) < set(standard)


def test_every_external_term_is_said_where_plan_ttl_places_ours_under_it(standard, statements):
    classes, properties = above()
    before = statements
    for ours, wider in classes.items():
        for subject in before.subjects(RDF.type, ours):
            # An observation without value or year is none of a cube, where both are required.
            for kind in wider - {QB.Observation}:
                assert (subject, RDF.type, kind) in standard
    for ours, wider in properties.items():
        for subject, obj in before.subject_objects(ours):
            for predicate in wider:
                assert (subject, predicate, obj) in standard


def test_no_external_term_comes_from_anywhere_else(standard, statements):
    classes, properties = above()
    before = statements
    below = defaultdict(set)
    for ours, wider in (*classes.items(), *properties.items()):
        for term in wider:
            below[term].add(ours)
    for subject, predicate, obj in standard - before:
        described = str(subject).startswith(f"{BASE}dataset/")
        declared = predicate == RDF.type and str(obj).startswith(str(QB)) and subject in PG
        in_cube = predicate == QB.dataSet
        typed = predicate == RDF.type and any(
            (subject, RDF.type, ours) in before for ours in below[obj]
        )
        said = any((subject, ours, obj) in before for ours in below[predicate])
        assert described or declared or in_cube or typed or said, (subject, predicate, obj)


def test_the_cube_has_a_structure_of_dimensions_and_one_measure(standard):
    cubes = set(standard.subjects(RDF.type, QB.DataSet))
    assert cubes == {rdflib.URIRef(f"{BASE}dataset/observations")}
    structure = standard.value(cubes.pop(), QB.structure)
    assert (structure, RDF.type, QB.DataStructureDefinition) in standard
    components = list(standard.objects(structure, QB.component))
    assert all((each, RDF.type, QB.ComponentSpecification) in standard for each in components)
    dimensions = {obj for each in components for obj in standard.objects(each, QB.dimension)}
    measures = {obj for each in components for obj in standard.objects(each, QB.measure)}
    assert dimensions == {PG.ofIndicator, PG.kind, PG.year, PG.yearKind}
    assert measures == {PG.value}
    assert len(components) == 5
    assert set(standard.subjects(RDF.type, QB.DimensionProperty)) == dimensions
    assert set(standard.subjects(RDF.type, QB.MeasureProperty)) == measures


def test_every_observation_of_a_cube_is_in_it_and_carries_dimensions_and_measure(standard):
    cube = rdflib.URIRef(f"{BASE}dataset/observations")
    observations = set(standard.subjects(RDF.type, QB.Observation))
    # 180 printed of the action plan, six of them without a value; 22 of the basic plan.
    assert len(observations) == 174 + 22
    assert set(standard.subjects(QB.dataSet, cube)) == observations
    keys = set()
    for each in observations:
        key = []
        for name in (PG.ofIndicator, PG.kind, PG.year, PG.yearKind):
            values = list(standard.objects(each, name))
            assert len(values) == 1, (each, name)
            key += values
        assert len(list(standard.objects(each, PG.value))) == 1, each
        keys.add(tuple(key))
    assert len(keys) == 174 + 22, "no two observations share all their dimensions"


def test_the_dataset_says_what_it_is_of_whom_and_how_large(standard):
    dataset = rdflib.URIRef(f"{BASE}dataset/graph")
    assert set(standard.objects(dataset, RDF.type)) == {DCAT.Dataset, VOID.Dataset}
    assert {text.language for text in standard.objects(dataset, DCTERMS.title)} == {"ja", "en"}
    assert set(standard.objects(dataset, DCTERMS.spatial)) == {
        rdflib.URIRef(f"{BASE}municipality/122068")
    }
    sources = {str(each).removeprefix(BASE) for each in standard.objects(dataset, DCTERMS.source)}
    assert len([each for each in sources if each.startswith("document/web-")]) == 12
    assert {each for each in sources if not each.startswith("document/web-")} == {
        "document/action-plan-2024",
        "document/basic-plan-2023",
        "document/mandala-slides-2023",
        "document/policy-list-2017",
        "document/progress-2024",
    }
    assert [int(count) for count in standard.objects(dataset, VOID.triples)] == [len(standard)]


def test_standard_terms_bring_no_blank_node(standard):
    assert not [
        triple for triple in standard if any(isinstance(term, rdflib.BNode) for term in triple)
    ]


def test_standard_terms_are_added_to_the_view_and_counted_in_it(small):
    text = export("--graph", small, "--standard", "--basis", "stated", "--format", "nt")
    found = read(text, "nt")
    base = "https://w3id.org/plan-graph/id/999999/"
    assert (rdflib.URIRef(f"{base}action/1"), PG.serves, None) not in found
    assert (rdflib.URIRef(f"{base}link/b"), None, None) not in found
    assert (rdflib.URIRef(f"{base}link/a"), RDF.type, RDF.Statement) in found
    counts = list(found.objects(rdflib.URIRef(f"{base}dataset/graph"), VOID.triples))
    assert [int(count) for count in counts] == [len(found)]


def test_standard_terms_leave_the_store_as_it_was(shipped):
    before = len(shipped)
    with_standard_terms(shipped)
    assert len(shipped) == before


@pytest.mark.parametrize("form", READ_AS)
def test_standard_terms_come_in_every_format(form, small):
    text = export("--graph", small, "--standard", "--format", form)
    expected = as_graph(with_standard_terms(load_store(small)))
    assert read(text, form).isomorphic(expected)
