"""Asking SPARQL from the command line: vetted, limited, errors placed, empties explained."""

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from plan_graph.cli import cli
from plan_graph.errors import PlanGraphError
from plan_graph.graph import load_store
from plan_graph.questions import library
from plan_graph.resources import GRAPH
from plan_graph.sparql import run
from plan_graph.vetting import vet

#: A fault, where it is told to stand, and what the hint says, in Japanese and in English.
FAULTS = {
    "a keyword misspelt": ("SELECT ?s WHER { ?s a ?o }", "1:", "もしかして「WHERE」", "WHERE"),
    "a filter misspelt": ("SELECT * {\n ?s ?p ?o\n FILTR(?o)\n}", "3:", "「FILTER」", "FILTER"),
    "a function misspelt": (
        "SELECT * { ?s ?p ?o FILTER(CONTAINZ(?o, 'a')) }",
        "1:",
        "「CONTAINS」",
        "CONTAINS",
    ),
    "a brace left open": ("ASK { ?s a ?o ", "1:", "1:5 の「{」が閉じていません", "not closed"),
    "a bracket left open": ("SELECT * { ?s ?p ?o FILTER(?o > 1 }", "1:", "「(」", "'('"),
    "a brace too many": ("SELECT * { ?s ?p ?o } }", "1:", "対になる括弧がありません", "closes"),
    "a bracket too many": ("SELECT * { ?s ?p ?o FILTER(?o > 1)) }", "1:", "対になる", "closes"),
    "a string left open": ('SELECT * { ?s ?p "abc }', "1:", "閉じていません", "not closed"),
    "a full-width semicolon": ("SELECT * { ?s a ?k ；}", "1:", "全角の「；」", "full-width"),
    "a full-width question mark": ("SELECT * { ？s a ?k }", "1:", "全角の「？」", "full-width"),
    "a full-width space": ("SELECT　* { ?s a ?k }", "1:", "全角の「　」", "full-width"),
    "an unknown prefix": ("SELECT * { ?s foaf:name ?n }", "1:", "接頭辞「foaf:」", "prefix"),
    "a prefix misspelt": ("SELECT * { ?s skoss:notation ?n }", "1:", "skos:", "skos:"),
    "an IRI with a space": ("SELECT * { ?s <http://a b> ?o }", "1:", "空白を入れずに", "spaces"),
    "a variable without a name": ("SELECT ? { ?s a ?o }", "1:", "名前が続いていません", "no name"),
    "a word where a variable belongs": (
        "SELECT * { action a pg:Action }",
        "1:",
        "変数なら ?action",
        "?action",
    ),
    "a limit that is no number": ("SELECT * { ?s ?p ?o } LIMIT x", "1:", "「x」", "'x'"),
    "a variable that is not grouped": (
        "SELECT ?x (COUNT(?y) AS ?n) { ?x a ?y }",
        "1:",
        "GROUP BY",
        "GROUP BY",
    ),
    "a triple without an object": ("SELECT * {\n ?s ?p\n}", "3:", "確かめて", "Check"),
    "no form at all": ("{ ?s ?p ?o }", "1:", "SELECT・ASK", "SELECT, ASK"),
    "nothing": ("", "1:1", "SELECT・ASK", "SELECT, ASK"),
}


@pytest.fixture(scope="module")
def store():
    return load_store(GRAPH)


def ask(*arguments, **more):
    return CliRunner().invoke(cli, ["query", *arguments], **more)


@pytest.mark.parametrize("name", FAULTS)
def test_a_syntax_error_tells_line_column_the_line_and_a_hint(name, store):
    text, where, ja, en = FAULTS[name]
    with pytest.raises(PlanGraphError) as caught:
        run(store, text)
    (fault,) = caught.value.faults
    assert fault.where.startswith(f"SPARQL {where}")
    assert ja in fault.ja
    assert en in fault.en
    line = int(fault.where.split()[1].split(":")[0])
    assert (text.split("\n")[line - 1] + "\n") in fault.ja
    assert "^" in fault.ja


@pytest.mark.parametrize("fine", [0, 20, 500, 999])
def test_of_a_long_line_only_what_is_around_the_error_is_shown(fine, store):
    text = f"ASK {{ FILTER(1 IN (1{',1' * fine}) ANDD 2 IN (2{',2' * (999 - fine)})) }}"
    with pytest.raises(PlanGraphError) as caught:
        run(store, text)
    (fault,) = caught.value.faults
    line, mark = fault.ja.split("\n")[1:3]
    column = int(fault.where.rpartition(":")[2])
    assert len(line.strip()) <= 82
    assert line[mark.index("^")] == text[column - 1]
    assert ("ASK" in line, "…" in line) == (column <= 41, True)


@pytest.mark.parametrize(
    "text",
    [
        "ASK { FILTER(" + "(" * 10_000 + "1" + ")" * 10_000 + ") }",
        "ASK " + "{" * 10_000 + "}" * 10_000,
        "ASK { FILTER(" + "!" * 10_000 + "true) }",
        "ASK { ?s " + "(" * 10_000 + "pg:partOf" + ")" * 10_000 + " ?o }",
        "ASK { " + " UNION ".join(["{}"] * 10_000) + " }",
        "ASK { FILTER(" + "&&".join(["true"] * 10_000) + ") }",
        "SELECT (" + "+".join(["?x"] * 10_000) + " AS ?y) {}",
    ],
)
def test_what_goes_too_deep_is_refused_before_it_runs(text):
    with pytest.raises(PlanGraphError, match="nested too deeply"):
        vet(text)


def test_long_lists_of_values_are_not_deep(store):
    values = " ".join(f"({number} {-number})" for number in range(10_000))
    assert len(run(store, f"SELECT * {{ VALUES (?a ?b) {{ {values} }} }}").rows) == 10_000


def test_a_function_that_the_engine_does_not_have_is_told(run):
    done = run("query", "SELECT (<http://example.org/f>(1) AS ?x) {}", "--lang", "en")
    assert done.exit_code == 2
    assert "http://example.org/f" in done.stderr
    assert "SPARQL 1.1" in done.stderr


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "SERVICE"),
        ("SELECT * { ?s ?p ?o FILTER EXISTS { service silent <http://x> {} } }", "SERVICE"),
        ("SELECT * FROM <http://127.0.0.1:9/> { ?s ?p ?o }", "FROM"),
        ("SELECT * FROM NAMED <http://127.0.0.1:9/> { ?s ?p ?o }", "FROM"),
        ("LOAD <http://127.0.0.1:9/>", "LOAD"),
        ("INSERT DATA { <a:a> <a:b> <a:c> }", "INSERT"),
        ("DELETE WHERE { ?s ?p ?o }", "DELETE"),
        ("# comment\nCLEAR ALL", "CLEAR"),
        ("WITH <a:a> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }", "WITH"),
    ],
)
def test_what_reaches_out_or_changes_data_is_refused_before_it_runs(text, word):
    with pytest.raises(PlanGraphError) as caught:
        vet(text)
    assert caught.value.faults[0].ja.startswith(f"{word} は使えません")
    assert f"{word} is refused" in caught.value.faults[0].en


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { ?service ?from ?load }",
        'SELECT * { ?s pg:name "SERVICE FROM LOAD" }',
        "SELECT * { ?s <http://example.org/SERVICE> ?o } # SERVICE",
        "SELECT * { ?s pg:SERVICE ?o }",
        "SELECT * { ?s ?p '''FROM\nLOAD''' }",
    ],
)
def test_the_same_words_in_names_strings_and_comments_are_fine(text):
    vet(text)


def test_a_query_of_a_megabyte_is_refused():
    with pytest.raises(PlanGraphError, match="too long"):
        vet("SELECT * { ?s ?p '" + "a" * 1_000_000 + "' }")


def test_select_shows_labels_beside_iris_in_the_chosen_language():
    text = "SELECT ?vision { ?vision a pg:Vision ; pg:order 2 }"
    assert "vision:2  ビジョン②「自然とともにあるまち」" in ask(text).stdout
    english = ask(text, "--lang", "en").stdout
    assert "vision:2  vision ② “A town" in english


def test_ask_construct_and_describe_are_answered():
    assert ask("ASK { vision:6 a pg:Vision }").stdout == "はい\n"
    assert ask("ASK { vision:8 a pg:Vision }").stdout == "いいえ\n"
    made = ask("CONSTRUCT { ?v pg:name ?n } WHERE { ?v a pg:Vision ; pg:name ?n }").stdout
    assert 'vision:2 pg:name "自然とともにあるまち" .' in made
    assert 'pg:name "自然とともにあるまち"' in ask("DESCRIBE vision:2").stdout


def test_a_query_comes_from_a_file_or_from_standard_input(tmp_path):
    path = tmp_path / "問い.rq"
    path.write_text("SELECT (COUNT(*) AS ?n) { ?a a pg:Action }", encoding="utf-8")
    assert "\n55\n" in ask("--file", str(path)).stdout
    assert "\n55\n" in ask(input=path.read_text(encoding="utf-8")).stdout
    assert "\n55\n" in ask("-", input=path.read_text(encoding="utf-8")).stdout


def test_a_file_that_is_missing_or_not_utf8_is_reported(tmp_path):
    assert "開けません" in ask("--file", str(tmp_path / "none.rq")).stderr
    path = tmp_path / "cp932.rq"
    path.write_bytes("# 日本語".encode("cp932"))
    assert "UTF-8" in ask("--file", str(path)).stderr


def test_more_rows_than_the_limit_announce_themselves():
    result = ask("SELECT ?s { ?s ?p ?o }", "--rows", "3", "--format", "csv")
    assert len(result.stdout.splitlines()) == 4
    assert "3行で打ち切りました" in result.stderr
    exact = ask("SELECT ?v { ?v a pg:Vision }", "--rows", "7")
    assert exact.stderr == ""


def test_a_runaway_query_is_ended_and_leaves_nothing(tmp_path):
    text = "SELECT ?a ?d { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i"
    output = tmp_path / "out.csv"
    command = [sys.executable, "-m", "plan_graph", "query", text, "--seconds", "0.5"]
    result = subprocess.run(
        [*command, "-o", str(output)], capture_output=True, timeout=20, check=False
    )
    assert result.returncode == 2
    assert "0.5秒で終わらないため打ち切りました" in result.stderr.decode()
    assert list(tmp_path.iterdir()) == []


def test_a_runaway_property_path_is_ended_too():
    text = "SELECT (COUNT(*) AS ?n) { ?a (!rdf:type|^!rdf:type)* ?b . ?c (!rdf:type)* ?d }"
    command = [sys.executable, "-m", "plan_graph", "query", text, "--seconds", "0.5"]
    result = subprocess.run(command, capture_output=True, timeout=20, check=False)
    assert result.returncode == 2
    assert "打ち切りました" in result.stderr.decode()


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("SELECT (1" + "+1" * 8000 + " AS ?x) {}", "8001"),
        ("ASK { " + "OPTIONAL { ?s a pg:Vision } " * 4000 + "}", ""),
        ("SELECT ?x { " + " ".join(f"BIND(1 AS ?x{n})" for n in range(8000)) + "}", ""),
    ],
)
def test_a_query_of_very_many_parts_does_not_break_the_process(text, answer, tmp_path):
    (tmp_path / "long.rq").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "plan_graph", "query", "--file", str(tmp_path / "long.rq")]
    done = subprocess.run(
        [*command, "--seconds", "3", "--format", "csv"],
        capture_output=True,
        timeout=30,
        check=False,
    )
    assert done.returncode in {0, 2}, done.stderr
    assert answer in done.stdout.decode() if done.stdout else "3秒で" in done.stderr.decode()


def test_a_closed_pipe_ends_quietly():
    command = [sys.executable, "-m", "plan_graph", "query", "SELECT * { ?s ?p ?o }"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.readline()
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()


@pytest.mark.parametrize(
    ("text", "part", "near"),
    [
        ("SELECT ?a { ?a a pg:Action ; pg:serve ?v }", "?a pg:serve ?v", "pg:serves"),
        ("SELECT ?a { ?a a pg:Acton }", "?a a pg:Acton", "pg:Action"),
        ("SELECT ?a { ?a pg:name '防災訓練の実旋' }", "防災訓練の実旋", "防災訓練の実施"),
        ("SELECT ?a { ?a pg:order ?n FILTER(?n > 99) }", "FILTER(?n > 99)", ""),
        ("SELECT ?a { ?a a pg:Action . ?a pg:colour ?c }", "pg:colour ?c", ""),
        ("SELECT ?a { { ?a a pg:X } UNION { ?a a pg:Y } ?a ?p ?o }", "UNION", ""),
        ("SELECT ?a { ?a a pg:Action MINUS { ?a pg:order 1 } ?a pg:unit ?u }", "pg:unit", ""),
        ("SELECT ?a { ?a a pg:Action MINUS { ?a pg:order ?n } }", "MINUS { ?a pg:order ?n }", ""),
    ],
)
def test_an_empty_answer_explains_itself(text, part, near):
    result = ask(text)
    assert result.exit_code == 0
    assert "0行" in result.stdout
    assert "ここで無くなりました" in result.stderr
    assert part in result.stderr
    assert near in result.stderr
    assert "Nothing fits" in ask(text, "--lang", "en").stderr


def test_a_term_of_the_ontology_that_the_view_lacks_is_no_misspelling():
    result = ask("SELECT ?a { ?a pg:contributesTo ?g }", "--basis", "stated")
    assert "pg:contributesTo はこの見方のグラフにありません。\n" in result.stderr


def test_the_view_decides_what_a_query_sees():
    text = "ASK { ?a a pg:Action ; pg:serves ?v }"
    assert ask(text, "--basis", "matched").stdout == "はい\n"
    assert ask(text, "--basis", "stated").stdout == "いいえ\n"


def test_unknown_questions_and_settings_are_told_with_the_nearest():
    assert "もしかして serves" in ask("serve").stderr
    assert "名前=値 の形ではありません" in ask("serves", "--set", "②").stderr
    assert ask("serve").exit_code == 2


def test_the_questions_are_listed_in_both_languages():
    listed = CliRunner().invoke(cli, ["queries"]).stdout
    assert "serves" in listed
    assert "質問" in listed
    assert "question" in CliRunner().invoke(cli, ["queries", "--lang", "en"]).stdout


def test_a_question_is_answered_in_names_with_grouped_digits_and_no_iris():
    lines = ask("passed-targets").stdout.splitlines()
    (row,) = [line for line in lines if line.startswith("5 アクアコインの普及推進")]
    assert row.split()[-6:] == ["100,000,000", "2025", "103,970,000", "2024", "3,970,000", "コイン"]
    assert "indicator:" not in "".join(lines)
    rows = ask("passed-targets", "--format", "csv").stdout.splitlines()
    assert any("indicator:ap3-5-2" in line and "103970000" in line for line in rows)


def test_what_was_asked_of_is_no_column_of_the_answer():
    told = ask("actions-of-vision", "--set", "vision=②", "--format", "csv").stdout
    assert "ビジョン" not in told.splitlines()[0]
    assert "森林の保全・活用" in told


def test_an_empty_answer_of_the_library_tells_its_reason():
    result = ask("confirmations")
    assert result.exit_code == 0
    assert library()["confirmations"].empty[0] in result.stderr
    assert "Traceback" not in result.stderr


BANNER = "計画書の公式アイコンは未入力。以下は編集者の推定"
SDG_QUERIES = [
    "actions-of-sdg",
    "sdgs-of-measure",
    "sdgs-of-vision",
    "sdgs-not-reached",
    "SELECT (COUNT(?e) AS ?n) { ?e pg:contributesTo ?g }",
    "SELECT ?o { action:ap3-20 ?p ?o }",
]


@pytest.mark.parametrize("text", SDG_QUERIES)
def test_an_answer_about_the_sdgs_begins_with_the_banner(text):
    assert ask(text).stdout.startswith(BANNER)
    assert ask(text, "--lang", "en").stdout.startswith("The plan's official SDG icons are not")
    assert json.loads(ask(text, "--format", "json").stdout)["notes"] == [BANNER]


@pytest.mark.parametrize("text", SDG_QUERIES)
def test_an_answer_that_has_no_room_for_the_banner_tells_it_beside(text):
    told = ask(text, "--format", "csv")
    assert BANNER not in told.stdout
    assert BANNER in told.stderr


@pytest.mark.parametrize("form", ["ASK", "CONSTRUCT { ?s pg:contributesTo ?o }"])
def test_a_yes_and_triples_about_the_sdgs_have_the_banner_beside(form):
    told = ask(form + " WHERE { ?s pg:contributesTo ?o }")
    assert BANNER in told.stderr
    assert BANNER not in told.stdout


def test_an_answer_about_something_else_has_no_banner():
    told = ask("actions-of-issue")
    assert "未入力" not in told.stdout + told.stderr
    assert json.loads(ask("actions-of-issue", "--format", "json").stdout)["notes"] == []
