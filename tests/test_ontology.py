"""The vocabulary: code, plan.ttl, shapes and JSON-LD context name the same terms."""

import json
import re
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.compare import isomorphic
from rdflib.namespace import DCTERMS, ORG, OWL, PROV, QB, RDF, RDFS, SH, SKOS, XSD

from plan_graph.vocab import DATA_KINDS, PG, PREFIXES, RELATIONS, SDG, SDGO

ROOT = Path(__file__).parents[1]
ONTOLOGY = ROOT / "ontology"
BASE = ROOT / "tests" / "data" / "shapes_base.ttl"
THIS = URIRef(PG.NS.removesuffix("#"))
SCHEMA = "https://schema.org/"
DOMAIN, RANGE = URIRef(SCHEMA + "domainIncludes"), URIRef(SCHEMA + "rangeIncludes")
SHAPE = "https://w3id.org/plan-graph/shape/"
CODE = tuple(iri for name, iri in vars(PG).items() if name != "NS" and not name.startswith("__"))

#: Terms of these we specialise; rdflib knows every term that they have.
REUSED = (DCTERMS, ORG, PROV, QB, RDF, RDFS, SKOS)
CITY_NAMES = ("木更津", "きさらづ", "kisarazu", "122068")


@pytest.fixture(scope="module")
def plan() -> Graph:
    return Graph().parse(ONTOLOGY / "plan.ttl")


@pytest.fixture(scope="module")
def goals() -> Graph:
    return Graph().parse(ONTOLOGY / "sdg.ttl")


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return Graph().parse(ONTOLOGY / "shapes.ttl")


@pytest.fixture(scope="module")
def context() -> dict[str, Any]:
    terms = json.loads((ONTOLOGY / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    assert isinstance(terms, dict)
    return terms


def texts(graph: Graph, term: URIRef, predicate: URIRef) -> list[str]:
    """Return the languages in which *term* has a text that is not empty."""
    return sorted(
        str(text.language)
        for text in graph.objects(term, predicate)
        if isinstance(text, Literal) and str(text).strip()
    )


def kinds_allowed(shapes: Graph, name: str) -> set[str]:
    """Return the kinds that the shape *name* allows at one end of a relation."""
    shape = URIRef(SHAPE + name)
    allowed = shapes.value(shape, SH["in"])
    if allowed is None:
        return {str(kind) for kind in shapes.objects(shape, SH["class"])}
    return {str(kind) for kind in Collection(shapes, allowed)}


def test_code_and_ontology_name_the_same_terms(plan: Graph) -> None:
    assert {str(term) for term in plan.subjects(RDFS.isDefinedBy, THIS)} == set(CODE)
    ours = {str(s) for s in plan.subjects() if str(s).startswith(PG.NS)}
    assert ours == set(CODE)


def test_the_ontology_lists_the_terms_in_the_order_of_the_code() -> None:
    written = re.findall(
        r"^pg:(\w+) a ", (ONTOLOGY / "plan.ttl").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert [PG.NS + name for name in written] == list(CODE)


@pytest.mark.parametrize("iri", CODE)
def test_each_term_has_a_label_and_a_comment_in_both_languages(iri: str, plan: Graph) -> None:
    assert texts(plan, URIRef(iri), RDFS.label) == ["en", "ja"]
    assert texts(plan, URIRef(iri), RDFS.comment) == ["en", "ja"]


def test_the_ontology_says_what_it_is_in_both_languages(plan: Graph) -> None:
    assert texts(plan, THIS, DCTERMS.title) == ["en", "ja"]
    assert texts(plan, THIS, DCTERMS.description) == ["en", "ja"]
    assert plan.value(THIS, OWL.versionInfo) == Literal("0.1.0")
    assert plan.value(THIS, DCTERMS.license) == URIRef(
        "https://creativecommons.org/licenses/by/4.0/"
    )


def test_the_relations_of_code_and_ontology_are_the_same(plan: Graph) -> None:
    assert {str(term) for term in plan.subjects(RDF.type, URIRef(PG.Relation))} == set(RELATIONS)


def test_each_term_is_a_class_a_property_or_a_listed_value(plan: Graph) -> None:
    for iri in CODE:
        types = set(plan.objects(URIRef(iri), RDF.type))
        if OWL.DatatypeProperty in types:
            assert plan.value(URIRef(iri), RDFS.range) is not None, iri
        elif not types & {OWL.Class, OWL.ObjectProperty}:
            (listed_in,) = types
            assert (listed_in, RDF.type, OWL.Class) in plan, iri


def test_what_we_specialise_exists(plan: Graph) -> None:
    for predicate in (RDFS.subClassOf, RDFS.subPropertyOf):
        for term in plan.objects(None, predicate):
            assert isinstance(term, URIRef)
            assert any(term in vocabulary for vocabulary in REUSED), term


def test_every_kind_of_data_is_a_class(plan: Graph) -> None:
    for kind in DATA_KINDS:
        assert (URIRef(kind), RDF.type, OWL.Class) in plan, kind


@pytest.mark.parametrize("relation", RELATIONS)
def test_ontology_and_shapes_join_the_same_kinds(relation: str, plan: Graph, shapes: Graph) -> None:
    name = relation.removeprefix(PG.NS)
    for predicate, end in ((DOMAIN, "from"), (RANGE, "to")):
        joined = {str(kind) for kind in plan.objects(URIRef(relation), predicate)}
        assert joined, f"{name}: no kinds"
        assert kinds_allowed(shapes, f"{name}-{end}") == joined


def test_the_shapes_know_every_value_of_the_closed_lists(plan: Graph, shapes: Graph) -> None:
    for prop in plan.subjects(RDF.type, OWL.ObjectProperty):
        lists = [
            {str(value) for value in plan.subjects(RDF.type, list_class)}
            for list_class in plan.objects(prop, RANGE)
            if str(list_class).startswith(PG.NS)
        ]
        values = set.union(set(), *lists)
        if not values or str(prop) in {*RELATIONS, PG.restsOn}:
            continue
        allowed = [
            {str(value) for value in Collection(shapes, listed)}
            for shape in shapes.subjects(SH.path, prop)
            if (listed := shapes.value(shape, SH["in"])) is not None
        ]
        assert values in allowed, prop


@pytest.mark.parametrize("name", ["plan.ttl", "sdg.ttl"])
def test_the_vocabulary_has_no_blank_nodes(name: str) -> None:
    graph = Graph().parse(ONTOLOGY / name)
    assert not [node for triple in graph for node in triple if isinstance(node, BNode)]


@pytest.mark.parametrize("path", [*sorted(ONTOLOGY.rglob("*.ttl")), BASE], ids=lambda p: p.name)
def test_two_parsers_read_the_same_number_of_triples(path: Path) -> None:
    store = ox.Store()
    store.load(path=path, format=ox.RdfFormat.TURTLE)
    assert len(Graph().parse(path)) == len(store) > 0


def test_the_aspects_are_elements(plan: Graph) -> None:
    aspects = (PG.Economy, PG.Environment, PG.Society)
    told = [
        (
            str(plan.value(URIRef(aspect), URIRef(PG.name))),
            plan.value(URIRef(aspect), URIRef(PG.shortLabel)),
            plan.value(URIRef(aspect), URIRef(PG.order)),
        )
        for aspect in aspects
    ]
    assert told == [
        ("経済", Literal("経", lang="ja"), Literal(1)),
        ("環境", Literal("環", lang="ja"), Literal(2)),
        ("社会", Literal("社", lang="ja"), Literal(3)),
    ]


def test_there_are_seventeen_goals_in_order(goals: Graph) -> None:
    numbered = {
        int(str(goals.value(goal, SKOS.notation))): goal
        for goal in goals.subjects(RDF.type, URIRef(SDGO.Goal))
    }
    assert numbered == {number: URIRef(f"{SDG}{number}") for number in range(1, 18)}
    assert len(set(goals.objects(None, URIRef(PG.colour)))) == len(numbered)


def test_every_target_belongs_to_its_goal_and_says_that_its_words_are_ours(goals: Graph) -> None:
    targets = sorted(goals.subjects(RDF.type, URIRef(SDGO.Target)))
    assert len(targets) == 45
    for target in targets:
        number = str(goals.value(target, SKOS.notation))
        goal = goals.value(target, URIRef(SDGO.isTargetOf))
        assert goal == URIRef(f"{SDG}{number.partition('.')[0]}")
        assert (goal, RDF.type, URIRef(SDGO.Goal)) in goals
        labels = {str(label.language) for label in goals.objects(target, SKOS.prefLabel)}
        said = {
            str(text.language): str(text) for text in goals.objects(target, DCTERMS.description)
        }
        assert labels == set(said) == {"ja", "en"}
        assert "公式の文ではありません" in said["ja"]
        assert "not the official text" in said["en"]


def test_the_goals_are_matched_one_to_one_and_in_order(goals: Graph) -> None:
    for base in ("http://purl.unep.org/sdg/SDGIO_", "http://www.wikidata.org/entity/Q"):
        matches = [
            int(str(match).removeprefix(base))
            for number in range(1, 18)
            for match in goals.objects(URIRef(f"{SDG}{number}"), SKOS.exactMatch)
            if str(match).startswith(base)
        ]
        assert len(matches) == len(set(matches)) == 17
        if base.endswith("SDGIO_"):
            assert all(after - before == 1 for before, after in pairwise(matches))


@pytest.mark.filterwarnings(r"ignore:unclosed file .*pylode\.css:ResourceWarning")
def test_pylode_renders_the_ontology(plan: Graph, tmp_path: Path) -> None:
    from pylode import OntPub

    html = OntPub(ONTOLOGY / "plan.ttl").make_html()
    page = tmp_path / "plan.html"
    page.write_text(html, encoding="utf-8")
    assert page.stat().st_size
    assert PG.Link in html
    assert "つながりの根拠" in html
    described = plan.subjects(RDF.type, OWL.Class), plan.subjects(RDF.type, OWL.ObjectProperty)
    assert not [term for term in chain(*described) if str(term) not in html]


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_the_context_round_trips(context: dict[str, Any]) -> None:
    example = Graph().parse(BASE)
    text = example.serialize(format="json-ld", context=context)
    assert isomorphic(Graph().parse(data=text, format="json-ld"), example)


def test_another_parser_reads_the_json_ld_too(context: dict[str, Any]) -> None:
    text = Graph().parse(BASE).serialize(format="json-ld", context=context)
    read, expected = ox.Store(), ox.Store()
    read.load(text.encode(), format=ox.RdfFormat.JSON_LD)
    expected.load(path=BASE, format=ox.RdfFormat.TURTLE)
    assert set(read) == set(expected)


def test_json_ld_has_short_keys(context: dict[str, Any]) -> None:
    text = Graph().parse(BASE).serialize(format="json-ld", context=context)
    (measure,) = (
        node for node in json.loads(text)["@graph"] if node["id"].endswith("measure/ap2-1-1")
    )
    assert measure["type"] == "Measure"
    assert measure["name"] == "森の手入れの推進"
    assert measure["prefLabel"] == {"ja": "森の手入れの推進", "en": "Forest care"}
    assert measure["partOf"].endswith("/goal/ap2-1-1")
    unread = {key for node in json.loads(text)["@graph"] for key in node if key.startswith("http")}
    assert not unread


def test_the_context_knows_every_property_as_the_ontology_does(
    context: dict[str, Any], plan: Graph
) -> None:
    for prop in plan.subjects(RDF.type, OWL.ObjectProperty):
        name = str(prop).removeprefix(PG.NS)
        assert context[name] == {"@id": f"pg:{name}", "@type": "@id"}
    for prop in plan.subjects(RDF.type, OWL.DatatypeProperty):
        name, datatype = str(prop).removeprefix(PG.NS), plan.value(prop, RDFS.range)
        expected: object = {"@id": f"pg:{name}", "@type": f"xsd:{str(datatype).split('#')[1]}"}
        if datatype in {XSD.string, RDFS.Literal}:
            expected = f"pg:{name}"
        elif datatype == RDF.langString:
            expected = {"@id": f"pg:{name}", "@container": "@language"}
        assert context[name] == expected


def test_the_context_has_the_prefixes_of_the_code(context: dict[str, Any]) -> None:
    assert {prefix: context[prefix] for prefix in PREFIXES} == PREFIXES


@pytest.mark.parametrize(
    "path", [path for path in ONTOLOGY.rglob("*") if path.is_file()], ids=lambda p: p.name
)
def test_no_city_is_named_in_the_ontology(path: Path) -> None:
    text = path.read_text(encoding="utf-8").lower()
    assert not [name for name in CITY_NAMES if name in text]
