"""What goes back to older plans: typed from the action plan, the basic plan and the FY2017 list."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from plan_graph.cli import cli
from plan_graph.graph import load_store, view
from plan_graph.history import origins, past_between
from plan_graph.lookup import elements
from plan_graph.vocab import PG

GRAPH = Path(__file__).parents[1] / "data" / "mandala.ttl"
BASE = "https://w3id.org/plan-graph/id/122068/"
OLD = "施策「協働によるまちづくりの推進」"
#: Four plans: c continues b of the plan before, whose measure continues that of the oldest plan.
SMALL = """
@prefix pg: <https://w3id.org/plan-graph/ns#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@base <https://w3id.org/plan-graph/id/999999/> .
<plan/new> a pg:Plan ; pg:name "新" ; pg:startYear 2024 ; pg:endYear 2027 .
<plan/mid> a pg:Plan ; pg:name "中" ; pg:startYear 2020 ; pg:endYear 2023 .
<plan/old> a pg:Plan ; pg:name "旧" ; pg:startYear 2015 .
<action/c> a pg:Action ; pg:name "間伐" ; pg:inPlan <plan/new> ; pg:partOf <measure/c> .
<measure/c> a pg:Measure ; pg:name "森" ; pg:inPlan <plan/new> .
<action/b> a pg:Action ; pg:name "枝打ち" ; pg:inPlan <plan/mid> .
<measure/b> a pg:Measure ; pg:name "山" ; pg:inPlan <plan/mid> .
<measure/a> a pg:Measure ; pg:name "林" ; pg:inPlan <plan/old> .
<measure/z> a pg:Measure ; pg:name "木" ; pg:inPlan <plan/old> .
<link/0> a pg:Link ; rdf:subject <action/c> ; rdf:predicate pg:partOf ; rdf:object <measure/c> ;
    pg:basis pg:Stated .
<link/1> a pg:Link ; rdf:subject <action/c> ; rdf:predicate pg:continues ; rdf:object <action/b> ;
    pg:basis pg:Matched .
<link/2> a pg:Link ; rdf:subject <action/b> ; rdf:predicate pg:partOf ; rdf:object <measure/b> ;
    pg:basis pg:Stated .
<link/3> a pg:Link ; rdf:subject <measure/b> ; rdf:predicate pg:continues ;
    rdf:object <measure/a> ; pg:basis pg:Estimated .
<link/4> a pg:Link ; rdf:subject <measure/a> ; rdf:predicate pg:continues ;
    rdf:object <measure/z> ; pg:basis pg:Stated ; pg:current false .
<link/5> a pg:Link ; rdf:subject <measure/b> ; rdf:predicate pg:continues ;
    rdf:object <action/c> ; pg:basis pg:Stated .
"""


def told(*arguments):
    done = CliRunner().invoke(cli, [*arguments])
    assert (done.exit_code, done.stderr) == (0, "")
    return done.stdout.splitlines()


def asked(text, start):
    from pyoxigraph import RdfFormat, Store

    store = Store()
    store.load(text.encode(), RdfFormat.TURTLE)
    known = elements(store)
    return [
        (past.older.rpartition("/")[2], past.basis, len(past.steps))
        for past in origins(store, known, f"https://w3id.org/plan-graph/id/999999/{start}")
    ]


def test_a_chain_of_three_plans_is_told_step_by_step():
    said = told("explain", "取組29", OLD)
    assert said[0] == (
        "取組29「地区まちづくり協議会への支援」は、施策45「協働によるまちづくりの推進」を通じて、"
        "平成29年度の施策「協働によるまちづくりの推進」の流れをくみます（推定）。"
    )
    steps = [line[2:] for line in said if line[:5] in {"  1. ", "  2. ", "  3. "}]
    assert steps == [
        "1. 取組29「地区まちづくり協議会への支援」は、取組45-1「地域自治の推進」を引き継ぎます",
        "2. 取組45-1「地域自治の推進」は、施策45「協働によるまちづくりの推進」に属します",
        f"3. 施策45「協働によるまちづくりの推進」は、{OLD}を引き継ぎます",
    ]
    grounds = [line.strip()[:4] for line in said if line.startswith("     ［")]
    assert grounds == ["［推定］", "［記載］", "［照合］"]
    # The years are printed on the covers of the plans, and announced by the city for the first.
    assert "     第3次基本計画（令和5年度～令和8年度）" in said
    assert "     第1次基本計画「きさらづ未来活力創造プラン」（平成27年度～平成30年度）" in said
    assert "数えたつながり：記載 1、照合 1、推定 1" in said


def test_the_way_back_is_found_from_either_end_and_told_in_english():
    said = told("explain", OLD, "取組29", "--lang", "en")
    assert said[0] == (
        "action 29 “Support for district community councils” goes back to measure “Promoting "
        "city-making through collaboration” of FY2017 through measure 45 “Promoting city-making "
        "through collaboration” (estimated)."
    )


def test_one_link_to_an_older_plan_says_its_year_first():
    said = told("explain", "取組21", "自然体験観光推進事業")
    assert said[0] == (
        "取組21「自然の景観活用」は、平成29年度の基本計画事業「自然体験観光推進事業」を"
        "引き継ぎます（推定）。"
    )
    assert said[2].endswith("のつながり：1通り")


def test_without_estimates_the_way_is_not_there():
    [said] = told("explain", "取組29", OLD, "--basis", "matched")
    assert said.endswith("（根拠の下限：照合）では見つかりません。")


def test_show_tells_what_lies_further_back_and_how_to_read_on():
    said = told("show", "取組15")
    sentence = (
        "取組15「4Rの推進」は、施策2-2「循環型社会の形成」を通じて、"
        "平成29年度の施策「資源循環の推進」の流れをくみます（推定）。"
    )
    assert sentence in said
    assert "一段ずつ見るには plan-graph explain 取組15 資源循環の推進" in said
    # One link away: the link tells itself.
    assert not any("流れをくみます" in line for line in told("show", "取組21"))
    # Two measures bear the name, so the name alone would be asked back.
    assert f"一段ずつ見るには plan-graph explain 取組29 {OLD}" in told("show", "取組29")


def test_what_is_outdated_or_leads_in_a_circle_leads_nowhere():
    # The link to measure z is outdated, and that back to the start closes a circle.
    assert asked(SMALL, "action/c") == [("a", PG.Estimated, 3)]
    assert asked(SMALL, "measure/c") == []
    assert asked(SMALL, "measure/a") == []


@pytest.mark.parametrize("start", ["action/ap3-9", "action/ap3-28"])
def test_a_measure_of_2017_is_the_origin_of_these_actions(start):
    store = view(load_store(GRAPH), PG.Estimated)
    known = elements(store)
    [past] = origins(store, known, BASE + start)
    older = {"action/ap3-9": "農業の振興", "action/ap3-28": "防災対策の推進"}[start]
    assert (known[past.older].name, past.year, len(past.steps)) == (older, 2017, 1)
    ends = (known[past.older], known[BASE + start])
    assert past_between(store, known, ends) == past


def test_lists_tell_which_plan_is_over_and_put_it_last():
    said = told("show", "危機管理課")
    heads = [line for line in said if line.startswith("担当する")]
    assert heads == ["担当する取組（12）", "担当する施策（1）"]
    assert "  防災対策の推進（2015年度からの計画）（主担当）" in said
    [hit] = [line for line in told("find", "防災対策") if line.startswith("  施策")]
    assert hit.split()[1] == "防災対策の推進（2015年度からの計画）"
    # On a page of the old plan itself nothing needs to be told apart.
    said = told("show", OLD)
    assert "  協働の推進" in said
    assert "  45 協働によるまちづくりの推進" in said


def test_what_a_plan_that_is_over_lacks_is_not_said_of_the_city_of_today():
    import json

    said = json.loads("\n".join(told("coverage", "--format", "json")))
    plans = {each["plan"].rpartition("/")[2] for each in said["expected"]} - {""}
    assert plans == {"ap3", "bp3"}
    # Twelve measures of the action plan and eight of the basic plan; 46 of 2017 are left out.
    [goal] = [each for each in said["reached"] if each["name"] == "人や国の不平等をなくそう"]
    assert "Measure" not in goal["supporters"]
    assert any("施策46件" in note and note.startswith("第1次基本計画") for note in said["notes"])
