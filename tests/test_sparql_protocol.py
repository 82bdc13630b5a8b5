"""The endpoint against the Recommendation: https://www.w3.org/TR/sparql11-protocol/, by section.

What is asked and what must come is written from its text and from the W3C's protocol tests, whose
names stand beside. The answers are read by other programs than the one that wrote them.
"""

import csv
import io
import json
from pathlib import Path
from urllib.parse import urlencode
from xml.etree import ElementTree as ET

import pytest
import rdflib

from plan_graph.web import protocol
from plan_graph.web.asked import Asked, Town
from plan_graph.web.guards import parameters
from plan_graph.web.protocol import sparql

GRAPH = Path(__file__).parents[1] / "data" / "mandala.ttl"
FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"
VISIONS = "SELECT ?name { ?v a pg:Vision ; pg:name ?name ; pg:order ?o } ORDER BY ?o"
#: The citizens' seven visions, as printed.
NAMES = [
    "人のつながりがあるまち",
    "自然とともにあるまち",
    "人を呼ぶ魅力のあるまち",
    "誰もが安心して暮せるまち",
    "子ども・若者が育つ環境のあるまち",
    "わくわくして暮せるまち",
    "生活が便利なまち",
]
CONSTRUCT = "CONSTRUCT { ?v pg:name ?name } WHERE { ?v a pg:Vision ; pg:name ?name }"


@pytest.fixture(scope="module")
def town():
    return Town(GRAPH)


@pytest.fixture
def get(town):
    """Ask by GET: ``get(query="ASK {}", accept="text/csv")``; None leaves a parameter out."""

    def ask(query="ASK {}", accept="", method="GET", **more):
        said = {"query": query, **more}
        address = urlencode({key: value for key, value in said.items() if value is not None})
        asked = Asked("/sparql", parameters(address.encode()), method=method, accept=accept)
        return sparql(asked, town)

    return ask


@pytest.fixture
def post(town):
    def ask(body, content_type, accept="", address=""):
        content = body if isinstance(body, bytes) else body.encode()
        return sparql(
            Asked(
                "/sparql",
                parameters(address.encode()),
                method="POST",
                accept=accept,
                content_type=content_type,
                body=content,
            ),
            town,
        )

    return ask


def column(reply):
    """Return the values of the only column of a SELECT in JSON."""
    assert reply.status == 200, reply.body.decode()
    told = json.loads(reply.body)
    [name] = told["head"]["vars"]
    return [row[name]["value"] for row in told["results"]["bindings"]]


def problem(reply, status):
    """Return what a refusal tells, which is `application/problem+json` (RFC 9457)."""
    assert (reply.status, reply.media_type) == (status, "application/problem+json")
    told = json.loads(reply.body)
    assert told["status"] == status
    assert told["title"]
    assert told["detail"]
    return told


# --- 2.1.1 query via GET ----------------------------------------------------------------------


def test_211_a_query_comes_by_get(get):  # W3C: query_get
    assert column(get(VISIONS)) == NAMES


def test_211_the_address_is_decoded_exactly_once(get):
    assert column(get('SELECT ("%C3%A3 + 干潟&=" AS ?x) {}')) == ["%C3%A3 + 干潟&="]


def test_211_two_queries_at_once_are_refused(town):  # W3C: bad_multiple_queries
    asked = Asked("/sparql", (("query", "ASK {}"), ("query", "SELECT * {}")))
    told = problem(sparql(asked, town), 400)
    assert "2 queries" in told["errors"][0]["en"]


# --- 2.1.2 query via POST with URL-encoded parameters -----------------------------------------


def test_212_a_query_comes_as_a_form(post):  # W3C: query_post_form
    assert column(post(urlencode({"query": VISIONS}), FORM)) == NAMES
    assert column(post(urlencode({"query": VISIONS}), FORM + "; charset=UTF-8")) == NAMES


def test_212_a_form_is_decoded_exactly_once(post):
    query = 'SELECT ("%C3%A3 + 干潟&=" AS ?x) {}'
    assert column(post(urlencode({"query": query}), FORM)) == ["%C3%A3 + 干潟&="]


def test_212_a_form_holds_the_other_parameters_too(post):
    names = "SELECT (COUNT(*) AS ?n) { ?a pg:serves ?v }"
    forms = (urlencode({"query": names, "basis": basis}) for basis in ("stated", "estimated"))
    stated, estimated = (int(column(post(form, FORM))[0]) for form in forms)
    assert 0 < stated < estimated


@pytest.mark.parametrize("body", ["", "queri=ASK%7B%7D"])
def test_212_a_form_without_a_query_is_refused(post, body):
    assert "query" in problem(post(body, FORM), 400)["detail"]


# --- 2.1.3 query via POST directly ------------------------------------------------------------


def test_213_a_query_comes_as_the_body(post):  # W3C: query_post_direct
    assert column(post(VISIONS, DIRECT)) == NAMES
    assert column(post(VISIONS, "Application/SPARQL-query; charset=utf-8")) == NAMES


def test_213_what_is_not_utf8_is_refused(post):  # W3C: bad_query_non_utf8
    problem(post("ASK {}".encode("utf-16"), DIRECT + "; charset=UTF-16"), 415)
    problem(post("ASK { ?s ?p '干潟' }".encode("cp932"), DIRECT), 400)
    problem(post(b"query=ASK%20%7B%3Fs%20%3Fp%20'%8A%B1'%7D", FORM), 400)


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        ("ASK {}", "text/plain"),  # W3C: bad_query_wrong_media_type
        ("query=ASK%20%7B%7D", ""),  # W3C: bad_query_missing_form_type
        ("ASK {}", ""),  # W3C: bad_query_missing_direct_type
        ('{"query": "ASK {}"}', "application/json"),
        ("--x", "multipart/form-data; boundary=x"),
    ],
)
def test_213_other_types_of_content_are_refused(post, body, content_type):
    reply = post(body, content_type)
    problem(reply, 415)
    assert dict(reply.headers)["accept"] == f"{FORM}, {DIRECT}"


# --- 2.1.4 Specifying an RDF Dataset ----------------------------------------------------------


@pytest.mark.parametrize("name", ["default-graph-uri", "named-graph-uri"])
def test_214_a_client_cannot_choose_the_dataset(get, post, name):
    # W3C: query_dataset_*; "may reject a query with HTTP response code 400"
    graph = {name: "http://example.org/data1.rdf"}
    for reply in (
        get("ASK {}", **graph),
        post(urlencode({"query": "ASK {}", **graph}), FORM),
        post("ASK {}", DIRECT, address=urlencode(graph)),
    ):
        assert name in problem(reply, 400)["detail"]


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * FROM <http://example.org/g> { ?s ?p ?o }",
        "SELECT * { SERVICE <http://127.0.0.1/sparql> { ?s ?p ?o } }",
        "ASK { FILTER EXISTS { SERVICE SILENT <http://127.0.0.1/> { ?s ?p ?o } } }",
    ],
)
def test_214_nothing_is_fetched_from_elsewhere(get, query):
    told = problem(get(query), 400)
    assert told["errors"][0]["line"] == 1
    assert told["errors"][0]["column"] == max(query.find("FROM"), query.find("SERVICE")) + 1


# --- 2.1.5 Accepted response formats, 2.1.6 Success responses ---------------------------------

ROWS = "application/sparql-results+"
FORMATS = [
    # the forms of an answer: W3C query_content_type_select
    ("SELECT * {}", "", ROWS + "json"),
    ("SELECT * {}", "*/*", ROWS + "json"),
    ("SELECT * {}", ROWS + "xml", ROWS + "xml"),
    ("SELECT * {}", "text/csv", "text/csv; charset=utf-8"),
    ("SELECT * {}", "text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
    ("SELECT * {}", "application/json", "application/json"),
    ("SELECT * {}", "text/*", "text/csv; charset=utf-8"),
    ("SELECT * {}", f"text/turtle, {ROWS}xml;q=0.2, */*;q=0.1", ROWS + "xml"),
    ("SELECT * {}", f"{ROWS}json;q=0, */*;q=0.1", ROWS + "xml"),
    ("SELECT * {}", "text/html,application/xhtml+xml,*/*;q=0.8", ROWS + "json"),
    # W3C query_content_type_ask
    ("ASK {}", "", ROWS + "json"),
    ("ASK {}", ROWS + "xml", ROWS + "xml"),
    # W3C: query_content_type_construct, query_content_type_describe
    (CONSTRUCT, "", "text/turtle; charset=utf-8"),
    (CONSTRUCT, "application/rdf+xml", "application/rdf+xml"),
    (CONSTRUCT, "application/n-triples", "application/n-triples"),
    (CONSTRUCT, "application/ld+json;q=0.9, text/turtle;q=0.8", "application/ld+json"),
    ("DESCRIBE pg:Economy", ROWS + "json, application/rdf+xml;q=0.5", "application/rdf+xml"),
]


@pytest.mark.parametrize(("query", "accept", "expected"), FORMATS)
def test_215_the_client_chooses_the_format(get, query, accept, expected):
    reply = get(query, accept)
    assert (reply.status, reply.media_type) == (200, expected), reply.body.decode()
    assert ("vary", "Accept") in reply.headers


@pytest.mark.parametrize(
    ("query", "accept"),
    [
        ("SELECT * {}", "text/turtle"),
        ("SELECT * {}", "image/png"),
        ("ASK {}", "text/csv"),  # the Recommendation of CSV and TSV has no form for a boolean
        (CONSTRUCT, "text/csv"),
        (CONSTRUCT, "text/turtle;q=0"),
    ],
)
def test_215_a_format_that_cannot_be_is_refused_and_the_others_are_named(get, query, accept):
    told = problem(get(query, accept), 406)
    assert accept in told["detail"]
    assert "application/" in told["detail"]


@pytest.mark.parametrize(
    ("query", "name", "expected"),
    [
        (VISIONS, "csv", "text/csv; charset=utf-8"),
        (VISIONS, "xml", ROWS + "xml"),
        (CONSTRUCT, "xml", "application/rdf+xml"),
        (CONSTRUCT, "jsonld", "application/ld+json"),
        (CONSTRUCT, "json", "text/turtle; charset=utf-8"),  # no RDF: the header decides
    ],
)
def test_215_who_cannot_send_a_header_names_the_format(get, query, name, expected):
    assert get(query, format=name).media_type == expected


def test_216_rows_are_the_same_in_every_format(get):
    results = ET.fromstring(get(VISIONS, ROWS + "xml").body)  # noqa: S314 - our own
    space = "{http://www.w3.org/2005/sparql-results#}"
    assert [each.text for each in results.iter(f"{space}literal")] == NAMES
    table = list(csv.reader(io.StringIO(get(VISIONS, "text/csv").body.decode(), newline="")))
    assert table == [["name"], *([name] for name in NAMES)]
    lines = get(VISIONS, "text/tab-separated-values").body.decode().splitlines()
    assert lines == ["?name", *(f'"{name}"' for name in NAMES)]


@pytest.mark.parametrize(("answer", "query"), [(True, "ASK {}"), (False, "ASK { pg:no pg:no 1 }")])
def test_216_a_boolean_is_told_in_json_and_xml(get, answer, query):
    assert json.loads(get(query).body)["boolean"] is answer
    results = ET.fromstring(get(query, ROWS + "xml").body)  # noqa: S314 - our own
    assert results[-1].text == str(answer).lower()


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("text/turtle", "turtle"),
        ("application/n-triples", "nt"),
        ("application/ld+json", "json-ld"),
        ("application/rdf+xml", "xml"),
    ],
)
def test_216_another_library_reads_the_same_graph_in_every_format(get, accept, form):
    graph = rdflib.Graph().parse(data=get(CONSTRUCT, accept).body, format=form)
    assert sorted(str(name) for name in graph.objects()) == sorted(NAMES)


def test_216_our_prefixes_are_known_and_kept_in_turtle(get):
    assert b'vision:2 pg:name "' in get(CONSTRUCT).body


# --- 2.1.7 Failure responses ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "line", "column"),
    [
        ("ASK {", 1, 6),  # W3C: bad_query_syntax
        ("SELECT ?a\nWHERE { ?a pg:name }", 2, 20),
    ],
)
def test_217_bad_syntax_is_told_by_line_and_column(get, query, line, column):
    told = problem(get(query), 400)
    [error] = told["errors"]
    assert (error["line"], error["column"]) == (line, column)
    assert error["ja"]
    assert error["en"]


def test_217_the_line_is_right_where_others_are_japanese(get):
    told = problem(get('ASK { # 干潟\n  ?干潟 pg:name "干潟" .\n  ?干潟 pg:name\n}'), 400)
    assert told["errors"][0]["line"] == 4


def test_217_it_is_told_in_the_language_that_is_asked_for(get):
    japanese, english = get("ASK {"), get("ASK {", lang="en")
    assert "閉じて" in problem(japanese, 400)["detail"]
    assert "not closed" in problem(english, 400)["detail"]
    languages = [dict(reply.headers)["content-language"] for reply in (japanese, english)]
    assert languages == ["ja", "en"]


def test_217_what_the_engine_cannot_do_is_told(get):
    assert (
        "http://example.org/f"
        in problem(get("SELECT (<http://example.org/f>(1) AS ?x) {}"), 400)["detail"]
    )


def test_217_a_basis_that_is_none_is_told(get):
    assert "statd" in problem(get(basis="statd"), 400)["detail"]


# --- 2.2 update operation: there is none ------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "content_type", "address"),
    [
        ("update=CLEAR%20ALL", FORM, ""),  # W3C: update_post_form
        ("query=CLEAR%20ALL", FORM, ""),
        ("CLEAR ALL", DIRECT, ""),
        ("query=ASK%20%7B%7D&using-graph-uri=http%3A%2F%2Fexample.org", FORM, ""),
        ("ASK {}", DIRECT, "update=CLEAR%20ALL"),
    ],
)
def test_22_updates_are_refused(post, town, body, content_type, address):
    before = len(town.view("estimated")[0])
    problem(post(body, content_type, address=address), 400)
    assert len(town.view("estimated")[0]) == before > 0


def test_22_the_content_type_of_updates_is_refused(post, get):
    problem(post("CLEAR ALL", "application/sparql-update"), 415)  # W3C: update_post_direct
    problem(get(None, update="CLEAR ALL"), 400)  # W3C: bad_update_get


# --- Service description: https://www.w3.org/TR/sparql11-service-description/ section 2 -------

SD = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
@pytest.mark.parametrize(
    ("accept", "form"),
    [("", "turtle"), ("application/rdf+xml", "xml"), ("application/ld+json", "json-ld")],
)
def test_the_endpoint_describes_itself_when_nothing_is_asked(town, accept, form):
    asked = Asked("/sparql", accept=accept, origin="http://localhost:1234")
    graph = rdflib.Graph().parse(data=sparql(asked, town).body, format=form)
    [service] = graph.subjects(rdflib.RDF.type, SD.Service)
    assert graph.value(service, SD.endpoint) == rdflib.URIRef("http://localhost:1234/sparql")
    assert graph.value(service, SD.supportedLanguage) == SD.SPARQL11Query
    formats = {str(each).rpartition("/")[2] for each in graph.objects(service, SD.resultFormat)}
    assert {"SPARQL_Results_JSON", "SPARQL_Results_CSV", "Turtle", "JSON-LD"} <= formats
    dataset = graph.value(service, SD.defaultDataset)
    assert graph.value(dataset, SD.defaultGraph)


@pytest.mark.parametrize(("lang", "words"), [("ja", "質問集"), ("en", "by the questions")])
def test_people_get_a_page_that_leads_to_the_questions(get, lang, words):
    page = get(None, accept="text/html,*/*;q=0.8", lang=lang)
    assert page.media_type.startswith("text/html")
    assert words in page.body.decode()
    assert 'href="/query' in page.body.decode()


def test_the_methods_are_told(get):
    reply = get(None, method="OPTIONS")
    assert reply.status == 204
    assert dict(reply.headers)["allow"] == "HEAD, GET, POST, OPTIONS"
    assert not any(name.startswith("access-control") for name, _ in reply.headers)


# --- Limits: an answer comes whole, or says that it is not --------------------------------------


def test_only_the_first_rows_come_when_these_are_asked_for_and_it_is_said(get):
    cut, whole = get(VISIONS, rows="3"), get(VISIONS, rows="7")
    assert column(cut) == NAMES[:3]
    assert ("plan-graph-truncated", "rows=3") in cut.headers
    assert column(whole) == NAMES
    assert "plan-graph-truncated" not in dict(whole.headers)


def test_a_row_stays_what_it_is_when_others_are_cut_off(get):
    query = """SELECT ?a ?b ?c { VALUES (?a ?b ?c) {
        ("tab\\tline\\n\\"quote\\"" UNDEF "木"@ja)
        (1.50 "x"^^<http://example.org/t> true)
        (UNDEF UNDEF UNDEF) (1 2 3) } }"""
    every, first = (json.loads(get(query, **more).body) for more in ({}, {"rows": "3"}))
    assert first["head"] == every["head"]
    assert first["results"]["bindings"] == every["results"]["bindings"][:3]


@pytest.mark.parametrize("accept", ["text/turtle", "application/rdf+xml"])
def test_only_the_first_triples_come_when_these_are_asked_for(get, accept):
    form = "turtle" if accept == "text/turtle" else "xml"
    cut = get(CONSTRUCT, accept, rows="3")
    assert len(rdflib.Graph().parse(data=cut.body, format=form)) == 3
    assert ("plan-graph-truncated", "rows=3") in cut.headers
    assert "plan-graph-truncated" not in dict(get(CONSTRUCT, accept, rows="7").headers)


@pytest.mark.parametrize("rows", ["0", "-1", "many", "1.5"])
def test_a_number_of_rows_that_is_none_is_told(get, rows):
    assert rows in problem(get(VISIONS, rows=rows), 400)["detail"]


@pytest.mark.parametrize("query", ["SELECT * { ?s ?p ?o }", "CONSTRUCT WHERE { ?s ?p ?o }"])
def test_what_is_too_large_is_refused_and_never_given_in_part(get, monkeypatch, query):
    monkeypatch.setattr(protocol, "LARGEST", 100_000)
    assert "LIMIT" in problem(get(query), 400)["detail"]
    assert get(query, rows="100").status == 200


def test_what_xml_cannot_write_is_refused_there_and_comes_otherwise(get):
    for query in (
        'SELECT ("\\u0001" AS ?x) {}',
        "CONSTRUCT { <x:a> <http://example.org/1> 2 } WHERE {}",
    ):
        kind = ROWS + "xml" if "SELECT" in query else "application/rdf+xml"
        problem(get(query, kind), 406)
        assert get(query).status == 200


def test_markup_in_a_query_stays_text(get):
    reply = get("<script>alert(1)</script>", accept="text/html")
    assert reply.status in {400, 406}
    assert reply.media_type == "application/problem+json"
