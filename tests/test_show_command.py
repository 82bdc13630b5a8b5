"""The commands `show` and `find`, as a person types them."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from plan_graph.cli import cli

GRAPH = Path(__file__).parents[1] / "data" / "mandala.ttl"
VALUES = ["14,895千円(R5年度)", "13,759千円(R5年度)"]
HOSTILE = """
@prefix pg: <https://w3id.org/plan-graph/ns#> .
@prefix e: <https://w3id.org/plan-graph/id/999999/action/> .
e:a a pg:Action ; pg:name "森\\u001B]0;x\\u0007の\\u009B31m見守り\\u202E" .
e:b a pg:Action ; pg:name "森\\u001B[2Jの手入れ" .
"""


@pytest.fixture
def run():
    def invoke(*words, code=0):
        result = CliRunner().invoke(cli, [*words, *_graph(words)])
        assert result.exit_code == code, result.output
        return result

    return invoke


def _graph(words):
    return () if "--graph" in words else ("--graph", str(GRAPH))


def test_show_tells_one_element_whole(run):
    lines = run("show", "取組9", "--basis", "matched").stdout.splitlines()
    assert lines[0] == "取組9「鳥獣による農作物被害対策」"
    assert any(line.split() == ["令和5年度（2023）", *VALUES] for line in lines)
    assert lines[-1].endswith("根拠の下限：照合。")


def test_show_finds_an_element_by_kind_and_circled_number(run):
    assert run("show", "ビジョン③").stdout.startswith("ビジョン③「人を呼ぶ魅力のあるまち」\n")


def test_show_as_json_is_written_to_a_file(run, tmp_path):
    path = tmp_path / "取組 24.json"
    assert run("show", "取組24", "--format", "json", "-o", str(path)).stdout == ""
    plain = json.loads(path.read_text(encoding="utf-8"))
    assert [each["notation"] for each in plain["indicators"]] == ["24-1", "24-2"]


def test_show_of_several_asks_which(run):
    said = run("show", "②", code=2).stderr
    assert "ビジョン②「自然とともにあるまち」" in said
    assert "施策2-2「循環型社会の形成」" in said


def test_show_of_a_near_miss_asks_whether_it_was_meant(run):
    assert "もしかして 場所「盤洲干潟」" in run("show", "盤州干潟", code=2).stderr
    assert "Did you mean place" in run("show", "盤州干潟", "--lang", "en", code=2).stderr


def test_find_lists_what_fits(run):
    text = run("find", "ﾋｶﾞﾀ").stdout
    assert "取組20" in text
    assert "よみ：ばんずひがた" in text
    assert run("find", "aqua", "--lang", "en").stdout.startswith("“aqua”: 3 found\n")


def test_find_as_json(run):
    plain = json.loads(run("find", "24", "--format", "json").stdout)
    assert [hit["notation"] for hit in plain["hits"]] == ["24", "24-1", "24-2"]


def test_find_of_nothing_is_an_answer_that_says_how_to_go_on(run):
    text = run("find", "がしょう").stdout
    assert text.startswith("「がしょう」に当たるものは見つかりませんでした。\n")
    assert "漢字や、言葉の一部でもさがしてください。" in text


def test_find_without_a_word_cannot_run(run):
    assert "さがす言葉が空です" in run("find", " ", code=2).stderr


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("show", "見守り"), 0),
        (("show", "見守り", "--format", "json"), 0),
        (("show", "森"), 2),
        (("show", "\x1b[9K\x9b"), 2),
        (("find", "森"), 0),
        (("find", "森", "--format", "json"), 0),
        (("find", "\x1b]0;x\x07"), 0),
    ],
)
def test_neither_label_nor_word_steers_the_terminal(run, tmp_path, words, code):
    path = tmp_path / "graph.ttl"
    path.write_text(HOSTILE, encoding="utf-8")
    result = run(*words, "--graph", str(path), code=code)
    told = result.stdout + result.stderr
    assert not any(sign in told for sign in "\x1b\x07\x9b\u202e")


def test_a_name_with_controls_comes_whole_out_of_json(run, tmp_path):
    path = tmp_path / "graph.ttl"
    path.write_text(HOSTILE, encoding="utf-8")
    text = run("show", "見守り", "--format", "json", "--graph", str(path)).stdout
    assert json.loads(text)["name"] == "森\x1b]0;x\x07の\x9b31m見守り\u202e"
