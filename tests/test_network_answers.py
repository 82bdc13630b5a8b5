"""`plan-graph network`: what is told, to whom, in which words, and what is refused."""

import functools
import json
import re
from pathlib import Path

import click
import openpyxl
import pytest
from click.testing import CliRunner

from plan_graph import load_graph, network, projection, to_networkx
from plan_graph.cli import cli
from plan_graph.cli.network import GRAPHS
from plan_graph.errors import PlanGraphError
from plan_graph.messages import TEXTS as TEXTS_OF_ALL
from plan_graph.messages.network import FAULTS, TEXTS
from plan_graph.network_answers import projection_names

SOURCES = Path(network.__file__).parent
#: Words of the trade that officers need not know, and what must never be said of companies.
AVOIDED = ("コミュニティ検出", "媒介中心性", "サイロ", "冗長", "推薦", "達成率", "アウトカム")


def run(*arguments):
    return CliRunner().invoke(cli, ["network", *map(str, arguments)])


@functools.cache
def told(*arguments):
    done = run(*arguments)
    assert done.exit_code == 0, done.output
    return done.stdout


def as_json(*arguments):
    return json.loads(told(*arguments, "--format", "json"))


def test_a_finding_says_what_it_asked_looked_at_and_how_much_is_estimated():
    lines = told("bridges").splitlines()
    assert lines[:2] == ["つなぎ役", "これがないと離れてしまうものを、つないでいるのは？"]
    assert re.fullmatch(r"見たもの：担当課どうしを、.+（要素 55、つながり 53本）", lines[2])
    assert "推定の割合：つながり 53本のうち 14本（26％）" in lines
    assert "資料だけ（照合まで）で計算し直すと：8件（うち同じもの 4件）" in lines
    assert lines[-1].startswith("令和6年度版")


def test_a_finding_is_told_in_english():
    text = told("thin", "--lang", "en")
    assert "vision ⑥ “A town where life is exciting”: no action can be reached yet" in text
    assert "Share of estimates: " in text
    assert not re.search(r"[ぁ-んァ-ヶ一-龠]", text.split("Sources")[0].split("Source")[0])


def test_a_vision_without_an_action_is_told_as_the_words_ask():
    estimated, matched = told("thin"), told("thin", "--basis", "matched")
    assert "資料からたどれる取組はまだありません（推定 7件。市の見解ではありません）" in estimated
    assert "（この見方は推定を含みません）" in matched
    assert "だれも取り組んでいないという意味ではありません" in matched


def test_the_common_cause_is_left_for_people_to_fill(tmp_path):
    assert told("simultaneous").count("共通の原因：＿＿＿＿") == 6
    file = tmp_path / "candidates.xlsx"
    told("simultaneous", "--format", "xlsx", "-o", file)
    page = openpyxl.load_workbook(file)["同時解決の候補"]
    head = [cell.value for cell in page[1]]
    assert head[-1] == "共通の原因（人が記入）"
    assert page.max_row == 7
    assert {row[-1].value for row in page.iter_rows(min_row=2)} == {None}


def test_a_workbook_has_the_finding_the_same_by_documents_and_notes(tmp_path):
    file = tmp_path / "bridges.xlsx"
    told("bridges", "--format", "xlsx", "-o", file)
    book = openpyxl.load_workbook(file)
    assert book.sheetnames == ["つなぎ役", "資料だけの結果", TEXTS_OF_ALL["cross-notes-sheet"][0]]
    assert "担当課「環境部環境政策課」" in book["つなぎ役"]["B3"].value
    notes = [row[0].value for row in book.worksheets[-1].iter_rows()]
    assert "並びは順位ではありません。" in notes


def test_the_sdg_banner_stands_before_what_tells_of_them():
    assert told("supports").startswith("計画書の公式アイコンは未入力")
    assert not told("simultaneous").startswith("計画書の公式アイコンは未入力")


@pytest.mark.parametrize("options", [["bridges"], ["bridges", "--projection", "actor-theme"]])
def test_departments_and_companies_are_told_without_figures_or_ranks(options):
    told_of = as_json(*options)
    for item in told_of["items"]:
        rest = re.sub(r"「.*?」", "", item["sentence"])
        assert not re.search(r"\d|位|％", rest), item["sentence"]


def test_actors_are_told_together_and_nobody_recommends_them():
    text = told("meetings")
    assert "勧めるものではありません" in text
    assert "公表された名簿（2024-03-31 現在）のものです" in text
    assert "公表された名簿" not in told("bridges")
    assert "順位は付けていません" in text
    assert re.search(r"試し：記載された構成員のつながり43本を一本ずつ隠して当てました", text)


def test_statuses_are_for_the_office_only():
    refused = run("missed")
    assert refused.exit_code == 2
    assert "--audience office" in refused.stderr
    text = told("missed", "--audience", "office")
    assert "（金額ベース）」 実績 71.2%（2024年度）／目標 82%。理由は" in text
    assert "理由は進行管理表 No.1 参照" in text
    assert all("×" in line for line in text.splitlines() if "／目標" in line)


def test_json_tells_elements_evidence_and_whether_documents_say_the_same():
    told_of = as_json("bridges")
    assert told_of["finding"] == "bridges"
    assert (told_of["edges"], told_of["estimatedEdges"]) == (53, 14)
    first = told_of["items"][0]
    assert first["standsOnDocumentsAlone"] is True
    assert {"id", "notation", "name", "basis"} == set(first["evidence"][0])
    assert len(told_of["documentsAlone"]) == 8


def test_ways_tell_each_step_with_its_ground():
    text = told("ways", "取組19", "ビジョン②", "--basis", "matched")
    assert (
        "1. 取組19「森林の保全・活用」は、施策2-4「自然資本の保全・活用」に属します［記載］" in text
    )
    assert "めざす効果「自然資本の保全・活用」をめざします［照合］" in text
    whole = as_json("ways", "取組19", "ビジョン②")
    assert "［記載］" in whole["items"][0]["sentence"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["ways", "②", "取組1"], "ビジョン②"),
        (["ways", "取組999", "ビジョン⑨⑨"], "取組999"),
        (["ways", "取組1", "取組1"], "取組1"),
        (["bridges", "--projection", "cats-dogs"], "cats-dogs"),
        (["thin", "--format", "xlsx"], "-o"),
    ],
)
def test_what_cannot_be_asked_is_told(arguments, said):
    done = run(*arguments)
    assert done.exit_code == 2
    assert said in done.output


def test_what_means_nothing_is_refused_with_its_reason():
    assert "種類の違うものは" in told("bridges", "--projection", "whole")
    assert "計算しません" in told("bridges", "--projection", "theme-theme", "--basis", "matched")
    assert as_json("bridges", "--projection", "whole")["refused"]


def test_the_words_are_those_that_officers_use():
    for key, (ja, en) in (TEXTS | FAULTS).items():
        assert not [word for word in AVOIDED if word in ja], key
        fields = [re.findall(r"{(\w+)}", text) for text in (ja, en)]
        assert sorted(set(fields[0])) == sorted(set(fields[1])), key


def test_every_code_in_the_sources_has_its_words():
    code = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES.glob("*.py"))
    notes = set(re.findall(r'Note\(\s*"([a-z-]+)"', code))
    assert notes, "there are notes"
    assert {f"note-{each}" for each in notes} <= TEXTS.keys()
    for name in network.FINDINGS:
        assert {f"title-{name}", f"asks-{name}"} <= TEXTS.keys()
    graphs = set(re.findall(r'Found\(\s*"([a-z-]+)"', code)) | set(network.PROJECTIONS)
    assert {f"graph-{each}" for each in graphs} <= TEXTS.keys()


def test_each_finding_is_a_command_that_explains_itself():
    commands = cli.commands["network"].commands
    assert set(commands) == set(network.FINDINGS)
    for command in commands.values():
        assert " / " in command.get_short_help_str(limit=200)
        for option in command.params:
            assert not isinstance(option, click.Option) or " / " in option.help
    assert set(GRAPHS) == set(projection_names())


# --- In Python ------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def graph():
    return load_graph()


def test_the_graph_is_one_of_networkx_in_python(graph):
    whole = to_networkx(graph, basis="stated")
    assert {basis for *_, basis in whole.edges(data="effective_basis")} == {"Stated"}
    assert projection(graph, "department-department").number_of_edges() == 53


def test_a_projection_that_there_is_not_is_a_mistake_of_the_user(graph):
    with pytest.raises(PlanGraphError, match="department-department"):
        projection(graph, "departments")


def test_backends_of_networkx_take_the_projections(graph):
    import networkx as nx

    found = projection(graph, "theme-theme")
    assert type(found) is nx.Graph
    assert nx.betweenness_centrality(found, backend="networkx") == nx.betweenness_centrality(found)


def test_what_is_found_can_be_lit_on_the_mandala(tmp_path):
    file = tmp_path / "lit.html"
    done = run("thin", "--on-mandala", file)
    assert done.exit_code == 0, done.output
    assert "光らせたマンダラ" in done.stderr
    assert file.read_text(encoding="utf-8").lower().startswith("<!doctype html>")


def test_what_would_change_is_told_to_the_office_and_names_every_unknown_element():
    stops = ["--without", "取組999", "--without", "ビジョン②", "--without", "取組998"]
    done = CliRunner().invoke(cli, ["what-if", *stops, "--audience", "office"])
    assert done.exit_code == 2
    assert "取組999" in done.stderr
    assert "取組998" in done.stderr
    refused = CliRunner().invoke(cli, ["what-if", "--without", "取組1"])
    assert "--audience office" in refused.stderr
    done = CliRunner().invoke(cli, ["what-if", "--without", "施策1-1", "--audience", "office"])
    assert "めざす効果「食育の推進」につながるものは、5件からなくなります" in done.stdout
    assert "勧めるものではありません" in done.stdout
