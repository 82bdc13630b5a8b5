"""Things as linked data: their addresses, the form a client gets, and what is said in it."""

import json

import pytest
import rdflib
from rdflib.compare import isomorphic

from plan_graph.resources import GRAPH, ONTOLOGY
from plan_graph.web.addresses import iris_at, path_of
from plan_graph.web.asked import Asked, Town
from plan_graph.web.element_pages import thing
from plan_graph.web.linked_data import MEDIA_TYPES
from plan_graph.web.negotiation import preferred
from plan_graph.web.ontology_pages import ontology

#: rdflib's own reader of JSON-LD uses what rdflib is about to drop.
pytestmark = pytest.mark.filterwarnings("ignore:.* is deprecated:DeprecationWarning:rdflib")

CITY = "https://w3id.org/plan-graph/id/999992/"


# --- Addresses ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("iri", "path"),
    [
        (CITY + "action/tp2-1", "/id/999992/action/tp2-1"),
        (CITY + "actor/%E6%9C%A8", "/id/999992/actor/%E6%9C%A8"),
        ("http://metadata.un.org/sdg/11.5", "/sdg/11.5"),
        ("https://w3id.org/plan-graph/ns#Economy", "/ns/Economy"),
        ("https://w3id.org/plan-graph/rule/same-name", "/rule/same-name"),
        ("https://example.org/elsewhere", ""),
    ],
)
def test_everything_of_the_graph_has_an_address_and_it_leads_back(iri, path):
    assert path_of(iri, CITY) == path
    if path:
        assert iri in list(iris_at(path, CITY))


def test_a_city_with_a_namespace_of_its_own_has_the_same_addresses():
    base = "https://data.example.org/plans/999992/"
    assert path_of(base + "vision/2", base) == "/id/999992/vision/2"
    assert list(iris_at("/id/999992/vision/2", base)) == [base + "vision/2"]
    assert list(iris_at("/id/vision/2", base)) == [base + "vision/2"]


@pytest.mark.parametrize(
    "written", ["/id/999992/actor/木", "/id/999992/actor/%E6%9C%A8", "/id/999992/actor/%e6%9c%a8"]
)
def test_japanese_is_found_as_it_stands_and_escaped(written):
    found = list(iris_at(written, CITY))
    assert CITY + "actor/%E6%9C%A8" in found
    assert CITY + "actor/木" in found


@pytest.mark.parametrize(
    "path", ["/id/999992/actor/a b", "/id/999992/actor/<script>", '/id/1/a/"', "/id/1/a/\x00\n"]
)
def test_what_no_iri_can_hold_is_escaped_or_left_out(path):
    for iri in iris_at(path, CITY):
        assert not set(iri) & set(' <>"\x00\n')


def test_a_graph_without_a_city_has_no_addresses_of_a_city():
    assert list(iris_at("/id/999992/vision/2", "")) == []
    assert path_of(CITY + "vision/2", "") == ""


# --- Negotiation: RFC 9110, section 12.5.1 ----------------------------------------------------

OFFERED = ["text/html", "text/turtle", "application/ld+json"]


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        ("", "text/html"),
        ("*/*", "text/html"),
        ("text/turtle", "text/turtle"),
        ("TEXT/Turtle", "text/turtle"),
        ("text/*", "text/html"),
        ("application/*", "application/ld+json"),
        ("text/html;q=0.4, text/turtle;q=0.5", "text/turtle"),
        # "Media ranges can be overridden by more specific media ranges"
        ("text/*, text/html;q=0", "text/turtle"),
        ("*/*;q=0.1, text/*;q=0.2, application/ld+json;q=0.3", "application/ld+json"),
        ("text/html;level=1", "text/html"),
        ("text/turtle;q=0", ""),
        ("image/png", ""),
        ("text/turtle;q=many", ""),
        ("text/turtle;q=2, text/html;q=0.1", "text/html"),
        (",,;", ""),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html"),
    ],
)
def test_the_type_that_is_liked_best_is_chosen(accept, expected):
    assert preferred(accept, OFFERED) == expected


# --- What is said ---------------------------------------------------------------------------

SHIPPED = rdflib.Namespace("https://w3id.org/plan-graph/id/122068/")
NS = rdflib.Namespace("https://w3id.org/plan-graph/ns#")
ACTION = SHIPPED["action/ap3-24"]
PARSERS = {"ttl": "turtle", "jsonld": "json-ld", "nt": "nt", "rdf": "xml"}
THINGS = ("/id/122068/action/ap3-24", "/sdg/13", "/ns/Environment", "/rule/through-outcome")


@pytest.fixture(scope="module")
def shipped():
    return Town(GRAPH)


def get(town, path, function=thing, accept="", **parameters):
    return function(Asked(path, tuple(parameters.items()), accept=accept), town)


def graph(town, path, form, **parameters):
    reply = get(town, f"{path}.{form}", **parameters)
    assert (reply.status, reply.media_type.split(";")[0]) == (200, MEDIA_TYPES[form])
    return rdflib.Graph().parse(data=reply.body, format=PARSERS[form])


def test_the_description_of_an_action_has_its_names_its_links_and_what_they_lead_to(shipped):
    """Sheet 24-1: the name, 実績 10地区, and the department in charge."""
    said = graph(shipped, "/id/122068/action/ap3-24", "ttl")
    department = SHIPPED["department/crisis-management"]
    assert (ACTION, rdflib.RDF.type, NS.Action) in said
    assert (ACTION, NS.name, rdflib.Literal("防災訓練の実施")) in said
    assert (ACTION, NS.responsible, department) in said
    assert (department, NS.name, rdflib.Literal("総務部危機管理課")) in said
    link = next(
        each
        for each in said.subjects(rdflib.RDF.predicate, NS.responsible)
        if (each, rdflib.RDF.object, department) in said
    )
    assert (link, NS.basis, NS.Stated) in said
    assert (link, NS.locator, rdflib.Literal("sheet:24-1")) in said
    observation = SHIPPED["observation/ap3-24-1-actual-2024"]
    assert said.value(observation, NS.value) == rdflib.Literal(
        "10", datatype=rdflib.XSD.decimal, normalize=False
    )


@pytest.mark.parametrize("path", [*THINGS, "/id/122068/wording", "/id/122068/assessment"])
def test_every_form_says_the_same(shipped, path):
    if path.count("/") == 3:  # the first piece of evidence of that kind
        kind = path.rpartition("/")[2]
        query = f"SELECT ?s {{ ?s a <{NS[kind.capitalize()]}> }} ORDER BY ?s LIMIT 1"
        iri = next(iter(shipped.store.query(query)))["s"].value
        path = path_of(iri, str(SHIPPED))
    turtle = graph(shipped, path, "ttl")
    assert len(turtle) > 2
    for form in ("jsonld", "nt", "rdf"):
        assert isomorphic(graph(shipped, path, form), turtle), form


def test_the_view_decides_what_is_said(shipped):
    path = "/id/122068/action/ap3-24"
    everything, printed = (graph(shipped, path, "nt", basis=b) for b in ("estimated", "stated"))
    assert (ACTION, NS.serves, None) in everything
    assert (ACTION, NS.serves, None) not in printed
    assert (ACTION, NS.responsible, None) in printed


def test_json_ld_says_its_context_and_the_same_bytes_come_each_time(shipped):
    first = get(shipped, "/id/122068/action/ap3-24.jsonld").body
    told = json.loads(first)
    assert told["@context"]["pg"] == str(NS)
    assert "防災訓練の実施" in first.decode()
    for form in MEDIA_TYPES:
        again = get(Town(GRAPH), f"/id/122068/action/ap3-24.{form}").body
        assert again == get(shipped, f"/id/122068/action/ap3-24.{form}").body


# --- The form that a client gets --------------------------------------------------------------


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("", "text/html"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html"),
        ("text/turtle", "text/turtle"),
        ("application/ld+json", "application/ld+json"),
        ("application/n-triples", "application/n-triples"),
        ("application/rdf+xml, text/turtle;q=0.5", "application/rdf+xml"),
        ("application/json", "application/json"),
    ],
)
@pytest.mark.parametrize("path", ["/id/122068/action/ap3-24", "/ns"])
def test_a_client_gets_the_form_that_it_accepts(shipped, path, accept, media_type):
    reply = get(shipped, path, ontology if path == "/ns" else thing, accept=accept)
    found = reply.media_type.split(";")[0]
    # The vocabulary has no plain data but JSON-LD.
    assert found == media_type or (path == "/ns" and found == "application/ld+json")
    said = dict(reply.headers)
    assert said["Vary"] == "Accept"
    name = "ns" if path == "/ns" else "id/122068/action/ap3-24"
    assert f'<https://w3id.org/plan-graph/{name}>; rel="describes"' in said["Link"]
    assert f'<{path}.ttl>; rel="alternate"; type="text/turtle"' in said["Link"]
    assert said["Link"].isascii()


@pytest.mark.parametrize("path", ["/id/122068/action/ap3-24", "/ns"])
def test_a_client_that_accepts_nothing_of_ours_is_told_what_there_is(shipped, path):
    reply = get(shipped, path, ontology if path == "/ns" else thing, accept="image/png")
    assert (reply.status, reply.media_type) == (406, "application/problem+json")
    assert json.loads(reply.body)["formats"][f"{path}.ttl"] == "text/turtle"
    assert dict(reply.headers)["Vary"] == "Accept"


def test_the_ending_of_an_address_is_stronger_than_what_is_accepted(shipped):
    reply = get(shipped, "/sdg/11.5.nt", accept="text/html")
    assert reply.media_type == "application/n-triples"
    assert b"<http://metadata.un.org/sdg/11.5>" in reply.body


def test_the_ontology_comes_byte_for_byte_and_says_the_same_in_every_form(shipped):
    source = (ONTOLOGY / "plan.ttl").read_bytes()
    assert get(shipped, "/ns.ttl", ontology).body == source
    assert get(shipped, "/ns", ontology, accept="text/turtle").body == source
    ours = rdflib.Graph().parse(data=source, format="turtle")
    for form in ("jsonld", "nt", "rdf"):
        reply = get(shipped, f"/ns.{form}", ontology)
        assert isomorphic(rdflib.Graph().parse(data=reply.body, format=PARSERS[form]), ours), form
