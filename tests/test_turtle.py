"""The Turtle writer: any content reads back as it was, in bytes and an order that do not change."""

import random
import re
import stat
from pathlib import Path

import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Store, Triple, parse

from plan_graph.errors import PlanGraphError
from plan_graph.graph import save
from plan_graph.graph.turtle import natural_key, turtle

GRAPH = Path(__file__).parents[1] / "data" / "mandala.ttl"
BASE = "https://w3id.org/plan-graph/id/999999/"
PG = "https://w3id.org/plan-graph/ns#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
XSD = "http://www.w3.org/2001/XMLSchema#"

# --- Random graphs ------------------------------------------------------------------------------

KEY = st.text("aZ09_.-~%é年'()$", min_size=1, max_size=6).map(lambda key: key.replace("%", "%2F"))
NAMESPACE = st.sampled_from(
    [
        f"{BASE}action/",
        f"{BASE}link/",
        f"{BASE}series/",
        f"{BASE}nothing/",
        "https://w3id.org/plan-graph/id/888888/action/",
        PG,
        "http://metadata.un.org/sdg/",
        "https://example.org/a/b?c=",
    ]
)
IRI = st.builds(str.__add__, NAMESPACE, KEY).map(NamedNode)
#: Any text, and texts of the signs that a writer may stumble over.
TEXT = st.text(max_size=8) | st.text(
    "\"\\\n\r\t\b\f\0\x01\x1b\x7f\x85\u2028\ufeff\ufffe,;.#@^<>'漢①𠮷\U0001f600é", max_size=6
)
LANGUAGE = st.sampled_from(["ja", "en", "ja-hira", "zh-hant-tw"])
DATATYPE = st.sampled_from([XSD + "date", XSD + "decimal", XSD + "double", "https://e.org/d#x", PG])
LITERAL = (
    TEXT.map(Literal)
    | st.builds(lambda text, lang: Literal(text, language=lang), TEXT, LANGUAGE)
    | st.builds(lambda text, kind: Literal(text, datatype=NamedNode(kind)), TEXT, DATATYPE)
    | st.integers().map(lambda n: Literal(str(n), datatype=NamedNode(XSD + "integer")))
    | st.sampled_from(["true", "false"]).map(
        lambda word: Literal(word, datatype=NamedNode(XSD + "boolean"))
    )
)
TRIPLES = st.lists(st.builds(Triple, IRI, IRI, IRI | LITERAL), max_size=12)
MANY = settings(max_examples=150, deadline=None)


def read(text):
    """Return the triples of Turtle *text*, as pyoxigraph reads them."""
    quads = parse(input=text.encode(), format=RdfFormat.TURTLE)
    return {Triple(quad.subject, quad.predicate, quad.object) for quad in quads}


def to_rdflib(triple):
    """Return *triple* in the terms of rdflib."""

    def term(each):
        if isinstance(each, NamedNode):
            return rdflib.URIRef(each.value)
        if each.language:
            return rdflib.Literal(each.value, lang=each.language)
        if each.datatype.value == XSD + "string":
            return rdflib.Literal(each.value)
        return rdflib.Literal(each.value, datatype=each.datatype.value, normalize=False)

    return tuple(map(term, (triple.subject, triple.predicate, triple.object)))


@pytest.fixture
def as_written():
    """Let rdflib keep numbers and dates as they are written."""
    rdflib.NORMALIZE_LITERALS = False
    yield
    rdflib.NORMALIZE_LITERALS = True


@MANY
@given(TRIPLES)
def test_what_is_written_reads_back(triples):
    assert read(turtle(triples, BASE)) == set(triples)


@pytest.mark.usefixtures("as_written")
def test_what_is_written_reads_back_by_a_second_parser():
    @MANY
    @given(TRIPLES)
    def reads_back(triples):
        graph = rdflib.Graph().parse(data=turtle(triples, BASE), format="turtle")
        expected = rdflib.Graph()
        for triple in triples:
            expected.add(to_rdflib(triple))
        assert graph.isomorphic(expected)

    reads_back()


@MANY
@given(TRIPLES, st.randoms(use_true_random=False))
def test_the_same_triples_give_the_same_bytes_in_any_order(triples, shuffler):
    shuffled = [*triples, *triples[:3]]
    shuffler.shuffle(shuffled)
    assert turtle(shuffled, BASE) == turtle(triples, BASE)


@MANY
@given(TRIPLES)
def test_writing_what_was_read_back_changes_nothing(triples):
    text = turtle(triples, BASE)
    assert turtle(read(text), BASE) == text


def test_keys_that_differ_only_in_leading_zeros_have_a_fixed_order():
    keys = ["1a01", "01a1", *("0" * zeros + "1" for zeros in range(150))]
    triples = [
        Triple(NamedNode(f"{namespace}{key}"), NamedNode(PG + "name"), Literal("同じ"))
        for key in keys
        for namespace in (f"{BASE}action/", "https://example.org/")
    ]
    texts = set()
    for seed in range(5):
        random.Random(seed).shuffle(triples)  # noqa: S311 - no secret, a shuffle
        texts.add(turtle(triples, BASE))
    assert len(texts) == 1


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("integer", "+1"),
        ("integer", "007"),
        ("integer", "1.5"),
        ("integer", "one"),
        ("integer", ""),
        ("boolean", "true"),
        ("boolean", "1"),
        ("boolean", "TRUE"),
    ],
)
def test_a_typed_value_reads_back_even_when_it_does_not_fit_its_type(kind, value):
    literal = Literal(value, datatype=NamedNode(XSD + kind))
    triples = {Triple(NamedNode(f"{BASE}action/1"), NamedNode(PG + "year"), literal)}
    assert read(turtle(triples, BASE)) == triples


# --- The order of the page --------------------------------------------------------------------


def quoted(subject, predicate, obj):
    iri = NamedNode(subject if ":" in subject else BASE + subject)
    return Triple(iri, NamedNode(predicate), obj)


def subjects(text):
    return [block.split("\n")[0] for block in text.strip().split("\n\n")[1:]]


def test_the_whole_page_looks_as_people_expect():
    action = "action/ap1-9"
    triples = [
        quoted(action, PG + "partOf", NamedNode(f"{BASE}measure/ap1-1-1")),
        quoted(action, SKOS + "prefLabel", Literal("Thinning", language="en")),
        quoted(action, SKOS + "prefLabel", Literal("間伐", language="ja")),
        quoted(action, PG + "name", Literal("間伐")),
        quoted(action, PG + "order", Literal("9", datatype=NamedNode(XSD + "integer"))),
        quoted(action, RDF + "type", NamedNode(PG + "Action")),
        quoted("http://metadata.un.org/sdg/11.5", SKOS + "notation", Literal('a "b"\\\n')),
        quoted("vision/1", PG + "value", Literal("1.5", datatype=NamedNode(XSD + "decimal"))),
        quoted("vision/1", SKOS + "exactMatch", NamedNode("https://example.org/x?y=1")),
    ]
    assert turtle(triples, BASE) == (
        "@prefix pg: <https://w3id.org/plan-graph/ns#> .\n"
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        "@prefix sdg: <http://metadata.un.org/sdg/> .\n"
        "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
        "@prefix vision: <https://w3id.org/plan-graph/id/999999/vision/> .\n"
        "@prefix measure: <https://w3id.org/plan-graph/id/999999/measure/> .\n"
        "@prefix action: <https://w3id.org/plan-graph/id/999999/action/> .\n"
        "\n"
        "vision:1\n"
        '    pg:value "1.5"^^xsd:decimal ;\n'
        "    skos:exactMatch <https://example.org/x?y=1> .\n"
        "\n"
        "action:ap1-9\n"
        "    a pg:Action ;\n"
        '    pg:name "間伐" ;\n'
        '    skos:prefLabel "間伐"@ja , "Thinning"@en ;\n'
        "    pg:order 9 ;\n"
        "    pg:partOf measure:ap1-1-1 .\n"
        "\n"
        "sdg:11.5\n"
        '    skos:notation "a \\"b\\"\\\\\\n" .\n'
    )


def test_numbers_in_keys_are_ordered_as_numbers():
    keys = ["ap3-24", "ap3-9", "ap3-10", "ap3-9-2", "ap3-g2-1", "ap12-1"]
    triples = [quoted(f"indicator/{key}", PG + "name", Literal("x")) for key in keys]
    assert subjects(turtle(triples, BASE)) == [
        "indicator:ap3-9",
        "indicator:ap3-9-2",
        "indicator:ap3-10",
        "indicator:ap3-24",
        "indicator:ap3-g2-1",
        "indicator:ap12-1",
    ]


def test_kinds_stand_in_their_order_then_what_is_not_ours_then_the_goals():
    names = [
        "link/1",
        "http://metadata.un.org/sdg/2",
        "unit/g",
        "action/1",
        "municipality/9",
        "https://w3id.org/plan-graph/rule/in-plan",
        "vision/1",
        "wording/1",
        "plan/ap1",
        "observation/1",
    ]
    triples = [quoted(name, PG + "name", Literal("x")) for name in names]
    assert subjects(turtle(triples, BASE)) == [
        "municipality:9",
        "plan:ap1",
        "vision:1",
        "action:1",
        "unit:g",
        "observation:1",
        "wording:1",
        "link:1",
        "rule:in-plan",
        "sdg:2",
    ]


def test_evidence_stands_in_the_order_of_what_it_is_about():
    rows = [("link/a", "action/24"), ("link/b", "action/9"), ("link/c", "vision/1")]
    triples = [quoted(link, RDF + "subject", NamedNode(BASE + end)) for link, end in rows]
    assert subjects(turtle(triples, BASE)) == ["link:c", "link:b", "link:a"]


def test_each_element_is_one_block_and_each_predicate_one_line():
    triples = [
        quoted("action/1", f"{PG}{name}", Literal(text))
        for name in ("name", "reading")
        for text in ("い", "ろ", "は")
    ]
    text = turtle(triples, BASE)
    assert subjects(text) == ["action:1"]
    assert '    pg:name "い" , "は" , "ろ" ;\n    pg:reading "い" , "は" , "ろ" .\n' in text


def test_only_prefixes_that_are_used_are_declared():
    text = turtle([quoted("action/1", PG + "name", Literal("@prefix sdg:"))], BASE)
    assert re.findall("^@prefix ([^:]+):", text, re.MULTILINE) == ["pg", "action"]


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("ap3-24", "action:ap3-24"),
        ("a.b", "action:a.b"),
        ("24", "action:24"),
        ("_", "action:_"),
        ("a.", f"<{BASE}action/a.>"),
        (".a", f"<{BASE}action/.a>"),
        ("-a", f"<{BASE}action/-a>"),
        ("年", f"<{BASE}action/年>"),
        ("a%2Fb", f"<{BASE}action/a%2Fb>"),
        ("", f"<{BASE}action/>"),
    ],
)
def test_an_iri_gets_a_short_name_only_when_that_is_safe(key, name):
    triples = {Triple(NamedNode(f"{BASE}action/{key}"), NamedNode(PG + "name"), Literal("x"))}
    text = turtle(triples, BASE)
    assert subjects(text) == [name]
    assert read(text) == triples
    assert len(rdflib.Graph().parse(data=text, format="turtle")) == 1


def test_nothing_to_write_is_an_empty_page():
    assert read(turtle([], BASE)) == set()


@pytest.mark.parametrize(
    "triple",
    [
        Triple(BlankNode("b"), NamedNode(PG + "name"), Literal("x")),
        Triple(NamedNode(f"{BASE}action/1"), NamedNode(PG + "name"), BlankNode("b")),
    ],
)
def test_a_blank_node_is_refused(triple):
    with pytest.raises(ValueError, match="blank node"):
        turtle([triple], BASE)


def test_a_natural_key_orders_numbers_inside_words():
    words = ["b1", "a10", "a9", "10", "9", "a", "a9-10", "a9-9", ""]
    expected = ["", "9", "10", "a", "a9", "a9-9", "a9-10", "a10", "b1"]
    assert sorted(words, key=natural_key) == expected


# --- The released graph -----------------------------------------------------------------------


@pytest.mark.usefixtures("as_written")
def test_two_parsers_read_the_same_out_of_the_released_graph():
    ours = rdflib.Graph()
    for triple in read(GRAPH.read_text(encoding="utf-8")):
        ours.add(to_rdflib(triple))
    theirs = rdflib.Graph().parse(GRAPH)
    assert len(theirs) > 12000
    assert theirs.isomorphic(ours)


def test_writing_the_released_graph_again_gives_the_same_bytes():
    content = GRAPH.read_bytes()
    triples = list(read(content.decode("utf-8")))
    random.Random(1).shuffle(triples)  # noqa: S311 - no secret, a shuffle
    base = "https://w3id.org/plan-graph/id/122068/"
    assert turtle(triples, base).encode() == content
    assert b"\r" not in content


def test_every_prefix_of_the_released_graph_stands_for_one_kind():
    text = GRAPH.read_text(encoding="utf-8")
    prefixes = dict(re.findall(r"^@prefix ([^:]+): <([^>]+)> \.$", text, re.MULTILINE))
    base = "https://w3id.org/plan-graph/id/122068/"
    ours = {name: iri for name, iri in prefixes.items() if iri.startswith(base)}
    assert {name: f"{base}{name}/" for name in ours} == ours
    assert {"action", "vision", "observation", "link"} <= set(ours)
    assert f"<{base}" not in text.partition("\n\n")[2]


def test_the_released_graph_has_no_blank_node():
    store = Store()
    store.load(path=str(GRAPH), format=RdfFormat.TURTLE)
    assert not [quad for quad in store if BlankNode in {type(quad.subject), type(quad.object)}]


# --- Saving -------------------------------------------------------------------------------------


def test_saving_says_whether_the_file_has_changed(tmp_path):
    path = tmp_path / "deep" / "グラフ 2024.ttl"
    assert save(path, "一\n")
    assert path.read_bytes() == "一\n".encode()
    assert save(path, "二\n")
    assert path.read_text(encoding="utf-8") == "二\n"


def test_the_same_content_is_not_written_again(tmp_path):
    path = tmp_path / "graph.ttl"
    save(path, "同じ\n")
    before = path.stat()
    assert not save(path, "同じ\n")
    after = path.stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)


def test_line_ends_and_signs_are_saved_as_they_are(tmp_path):
    path = tmp_path / "table.csv"
    save(path, "\ufeff一\r\n二\n")
    assert path.read_bytes() == b"\xef\xbb\xbf" + "一\r\n二\n".encode()


@pytest.mark.parametrize("reason", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_failure_keeps_the_old_file_and_leaves_no_other(reason, tmp_path, monkeypatch):
    path = tmp_path / "graph.ttl"
    save(path, "前\n")

    def fail(*_):
        raise reason

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises((PlanGraphError, KeyboardInterrupt)) as caught:
        save(path, "後\n")
    assert path.read_text(encoding="utf-8") == "前\n"
    assert list(tmp_path.iterdir()) == [path]
    if isinstance(caught.value, PlanGraphError):
        assert str(path) in caught.value.text("ja")
        assert "元のファイルはそのまま" in caught.value.text("ja")
        assert "No space left on device" in caught.value.text("en")


def test_a_folder_in_the_place_of_the_file_is_told_as_such(tmp_path):
    path = tmp_path / "graph.ttl"
    path.mkdir()
    with pytest.raises(PlanGraphError, match=r"graph\.ttl: cannot write"):
        save(path, "後\n")
    assert list(tmp_path.iterdir()) == [path]


def test_a_new_file_can_be_read_by_all_and_an_old_one_keeps_its_rights(tmp_path):
    path = tmp_path / "graph.ttl"
    save(path, "前\n")
    assert stat.S_IMODE(path.stat().st_mode) == 0o644
    path.chmod(0o640)
    save(path, "後\n")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
