"""The graph from Python: what the package offers, what it answers, and what it refuses."""

import os
import subprocess
import sys
from dataclasses import FrozenInstanceError, fields
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from rdflib import Graph, URIRef

import plan_graph
from plan_graph import (
    Answer,
    CrossTable,
    Element,
    Hit,
    PlanGraphError,
    VisionAnswer,
    Way,
    ask,
    cross_table,
    explain,
    find,
    load_graph,
    serves,
)
from plan_graph.graph import as_oxigraph
from plan_graph.vocab import PG

ROOT = Path(__file__).parents[1]
HEAD = """
@prefix pg: <https://w3id.org/plan-graph/ns#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix action: <https://w3id.org/plan-graph/id/999992/action/> .
@prefix vision: <https://w3id.org/plan-graph/id/999992/vision/> .
@prefix : <https://w3id.org/plan-graph/id/999992/link/> .
"""
SMALL = (
    HEAD
    + """
vision:1 a pg:Vision ; pg:name "みどりのまち" ; skos:notation "1" ; pg:order 1 .
action:1 a pg:Action ; pg:name "花を植える" ; skos:notation "1" ; pg:order 1 ;
  pg:reading "はなをうえる" ; pg:serves vision:1 .
action:2 a pg:Action ; pg:name "木を守る" ; skos:notation "2" ; pg:order 2 ; pg:serves vision:1 .
:1 a pg:Link ; rdf:subject action:1 ; rdf:predicate pg:serves ; rdf:object vision:1 ;
  pg:basis pg:Stated .
:2 a pg:Link ; rdf:subject action:2 ; rdf:predicate pg:serves ; rdf:object vision:1 ;
  pg:basis pg:Estimated .
"""
)
BASE = "https://w3id.org/plan-graph/id/999992/"


@pytest.fixture
def small(tmp_path):
    path = tmp_path / "small.ttl"
    path.write_text(SMALL, encoding="utf-8")
    return load_graph(path)


def actions(answers):
    return [serving.action.removeprefix(BASE) for each in answers for serving in each.actions]


def faults(caught):
    (fault,) = caught.value.faults
    return fault


def test_load_graph_gives_an_rdflib_graph_over_an_oxigraph_store(small):
    assert isinstance(small, Graph)
    assert isinstance(as_oxigraph(small), pyoxigraph.Store)
    assert len(small) == len(as_oxigraph(small)) == 25


def test_a_path_may_be_a_text(tmp_path):
    (tmp_path / "small.ttl").write_text(SMALL, encoding="utf-8")
    assert len(load_graph(str(tmp_path / "small.ttl"))) == 25


def test_without_a_path_the_shipped_graph_is_loaded():
    city = URIRef("https://w3id.org/plan-graph/ns#Municipality")
    assert len(list(load_graph().subjects(rdflib.RDF.type, city))) == 1


def test_what_actions_serve_depends_on_the_weakest_basis(small):
    assert actions(serves(small)) == ["action/1", "action/2"]
    assert actions(serves(small, "みどりのまち")) == ["action/1", "action/2"]
    assert actions(serves(small, basis="matched")) == ["action/1"]


def test_the_graph_itself_stays_as_it_is(small):
    serves(small, basis="stated")
    assert len(small) == 25
    assert actions(serves(small)) == ["action/1", "action/2"]


def test_what_is_added_through_rdflib_counts_from_the_next_question_on(small):
    assert find(small, "新しい名") == ()
    small.add((URIRef(f"{BASE}action/1"), URIRef(PG.shortLabel), rdflib.Literal("新しい名")))
    assert [hit.element.name for hit in find(small, "新しい名")] == ["花を植える"]


def test_each_way_tells_its_ground(small):
    (way,) = explain(small, "花を植える", "みどりのまち")
    assert isinstance(way, Way)
    assert (way.link.subject, way.link.ground.basis) == (f"{BASE}action/1", PG.Stated)
    assert explain(small, "木を守る", "みどりのまち", basis="stated") == ()


def test_a_question_of_the_library_is_asked_with_names_as_values():
    graph = load_graph()
    answer = ask(graph, "actions-of-vision", {"vision": "②", "lang": "en"}, basis="matched")
    assert isinstance(answer, Answer)
    actions = {
        row[answer.variables.index("action")].value.rpartition("/")[2] for row in answer.rows
    }
    assert actions == {"ap3-19", "ap3-20", "ap3-21", "ap3-22"}


def test_an_answer_has_no_more_rows_than_asked_for():
    answer = ask(load_graph(), "departments", rows=2)
    assert (len(answer.rows), answer.cut) == (2, True)


def test_kinds_are_crossed_by_their_names(small):
    table = cross_table(small, "取組", "visions")
    assert isinstance(table, CrossTable)
    assert [row.name for row in table.rows] == ["花を植える", "木を守る"]
    assert len(table.pairs) == 2
    assert len(cross_table(small, "Action", "ビジョン", basis="stated").pairs) == 1


def test_two_kinds_are_joined_through_a_third():
    table = cross_table(load_graph(), "department", "vision", through="action", basis="matched")
    assert table.through == (PG.Action,)


def test_a_search_gives_its_hits_the_best_first(small):
    (hit,) = find(small, "ハナ")
    assert isinstance(hit, Hit)
    assert (hit.element.iri, hit.text, hit.where) == (f"{BASE}action/1", "はなをうえる", "reading")


@pytest.mark.parametrize(
    "call",
    [
        serves,
        lambda graph: explain(graph, "花を植える", "みどりのまち"),
        lambda graph: (ask(graph, "departments"),),
        lambda graph: (cross_table(graph, "action", "vision"),),
        lambda graph: find(graph, "花"),
    ],
    ids=["serves", "explain", "ask", "cross_table", "find"],
)
def test_every_answer_is_frozen_and_tuples_all_the_way(call, small):
    rows = call(small)
    assert type(rows) is tuple
    for row in rows:
        name = fields(row)[0].name
        with pytest.raises(FrozenInstanceError):
            setattr(row, name, None)
        assert not any(isinstance(getattr(row, each.name), list | set) for each in fields(row))


def test_an_element_in_an_answer_is_frozen_and_may_be_a_key(small):
    (hit,) = find(small, "ハナ")
    assert isinstance(hit.element, Element)
    with pytest.raises(FrozenInstanceError):
        hit.element.name = "別の名"
    assert {hit: 1, hit.element: 2}[hit.element] == 2


# --- What is refused --------------------------------------------------------------------------


def test_a_graph_that_load_graph_did_not_make_is_refused():
    with pytest.raises(PlanGraphError) as caught:
        serves(Graph())
    assert "load_graph で読んだグラフではありません" in faults(caught).ja
    assert "Read its file with load_graph(path)" in faults(caught).en


def test_a_basis_that_is_none_is_refused_with_those_there_are(small):
    with pytest.raises(PlanGraphError) as caught:
        find(small, "花", basis="guessed")
    assert faults(caught).text("en") == (
        "basis: there is no basis 'guessed'. Choose one of: stated, matched, estimated, proposed"
    )


@pytest.mark.parametrize(
    ("call", "where"),
    [
        (lambda graph: serves(graph, "みずのまち"), "vision"),
        (lambda graph: explain(graph, "花を植える", "みずのまち"), "B"),
        (lambda graph: cross_table(graph, "取組み物", "vision"), "rows"),
        (lambda graph: cross_table(graph, "action", "ビジョ"), "columns"),
        (lambda graph: cross_table(graph, "action", "vision", through="なぞの種類"), "through"),
        (lambda graph: ask(graph, "departmens"), "query"),
        (lambda graph: ask(graph, "departments", {"colour": "red"}), "--set"),
        (lambda graph: find(graph, " "), "TEXT"),
    ],
)
def test_a_mistake_is_told_with_its_place(call, where, small):
    with pytest.raises(PlanGraphError) as caught:
        call(small)
    assert faults(caught).where == where


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(PlanGraphError) as caught:
        load_graph(tmp_path / "none.ttl")
    assert faults(caught).where == str(tmp_path / "none.ttl")


# --- What the package offers ------------------------------------------------------------------


def test_the_package_offers_these_names_and_no_others():
    assert set(plan_graph.__all__) == {
        "__version__", "load_graph", "serves", "explain", "ask", "cross_table", "find",
        "on_mandala", "Picture", "to_networkx", "projection",
        "VisionAnswer", "Way", "Answer", "CrossTable", "Hit", "Element", "PlanGraphError",
    }  # fmt: skip
    assert set(plan_graph.__all__) <= set(dir(plan_graph))
    assert serves.__module__ == "plan_graph.api"
    assert VisionAnswer.__module__ == "plan_graph.reasons"


def test_a_name_that_is_not_there_is_an_attribute_error():
    with pytest.raises(AttributeError, match="module 'plan_graph' has no attribute 'serve'"):
        _ = plan_graph.serve


@pytest.mark.parametrize(
    ("code", "there", "absent"),
    [
        ("import plan_graph", set(), {"plan_graph.api", "plan_graph.errors", "pyoxigraph"}),
        (
            "from plan_graph import PlanGraphError",
            {"plan_graph.errors"},
            {"plan_graph.api", "pyoxigraph"},
        ),
        ("from plan_graph import serves", {"plan_graph.api", "pyoxigraph"}, {"rdflib", "yaml"}),
    ],
)
def test_a_name_is_imported_when_it_is_asked_for(code, there, absent):
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys\nprint(*sys.modules)"],
        env={name: value for name, value in os.environ.items() if "COV" not in name},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    loaded = set(done.stdout.split())
    assert there <= loaded
    assert not absent & loaded


def test_the_documented_example_runs(capsys):
    text = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
    blocks = [part.partition("```")[0] for part in text.split("```python\n")[1:]]
    exec(compile("\n".join(blocks), "docs/python.md", "exec"), {})  # noqa: S102 - our own page
    printed = capsys.readouterr().out
    assert "取組19" in printed
    for line in text.split("```text\n")[1].partition("```")[0].splitlines():
        assert line in printed
