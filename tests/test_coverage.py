"""What is missing: facts typed from the documents, of the city and of the invented town."""

import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest
from pyoxigraph import RdfFormat, Store

from plan_graph.coverage import coverage
from plan_graph.coverage_notes import percent
from plan_graph.graph import load_store, view
from plan_graph.lookup import elements
from plan_graph.resources import GRAPH
from plan_graph.vocab import PG, SDGO

ROOT = Path(__file__).parents[1]
CITY = "https://w3id.org/plan-graph/id/122068/"
TOWN = "https://w3id.org/plan-graph/id/999992/"
AP3, TP2 = f"{CITY}plan/ap3", f"{TOWN}plan/tp2"
BASES = {"記": PG.Stated, "照": PG.Matched, "推": PG.Estimated}
PREFIXES = (
    "PREFIX pg: <https://w3id.org/plan-graph/ns#> "
    "PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> "
)


def covered(path, weakest=PG.Estimated, update=""):
    store = load_store(path)
    if update:
        store.update(PREFIXES + update)
    store = view(store, weakest)
    return coverage(store, elements(store))


@pytest.fixture(scope="module")
def city():
    return covered(GRAPH)


@pytest.fixture(scope="module")
def documents():
    """The city by its documents alone."""
    return covered(GRAPH, PG.Matched)


@pytest.fixture(scope="module")
def town(built_town):
    return covered(built_town / "mandala.ttl")


def group(found, item, kind="", plan=""):
    [one] = [e for e in found.expected if (e.item, e.kind, e.plan) == (item, kind, plan)]
    return one


def keys(iris):
    return [iri.split("/id/")[1].partition("/")[2] for iri in iris]


def supporters(found, target, kind):
    """Return what leads to *target*, such as 照4推8."""
    [one] = [each for each in found.reached if each.target == target]
    counts = one.supporters.get(kind, {})
    return "".join(f"{mark}{counts[basis]}" for mark, basis in BASES.items() if basis in counts)


# --- The city's action plan ---------------------------------------------------------------------


def test_action_37_stands_in_the_contents_only_without_department(city):
    owner = group(city, "owner", PG.Action, AP3)
    assert keys(owner.missing) == ["action/ap3-37"]
    assert (owner.total, len(owner.on(PG.Stated))) == (37, 36)


def test_sheets_25_and_35_print_no_indicator_and_action_37_has_no_sheet(city):
    indicator = group(city, "indicator", PG.Action, AP3)
    assert keys(indicator.missing) == ["action/ap3-25", "action/ap3-35", "action/ap3-37"]
    assert group(city, "indicator", PG.ProjectGoal, AP3).missing == ()
    assert group(city, "indicator", PG.ProjectGoal, AP3).total == 5


def test_the_action_plan_prints_departments_and_indicators_of_actions_not_of_measures(city):
    for item in ("owner", "indicator"):
        measures = group(city, item, PG.Measure, AP3)
        assert not measures.printed
        assert (measures.total, len(measures.held)) == (12, 0)


def test_twelve_actions_reach_a_vision_through_four_outcomes_that_bear_a_measures_name(documents):
    vision = group(documents, "vision", PG.Action, AP3)
    numbers = (*range(1, 5), *range(12, 16), *range(19, 23))
    assert keys(vision.on(PG.Matched)) == [f"action/ap3-{number}" for number in numbers]
    assert len(vision.missing) == 25
    assert keys(group(documents, "vision", PG.Measure, AP3).on(PG.Matched)) == [
        "measure/ap3-1-1", "measure/ap3-2-1", "measure/ap3-2-2", "measure/ap3-2-4",
    ]  # fmt: skip
    assert group(documents, "vision", PG.Outcome).missing == ()


def test_every_element_has_an_english_name(city):
    assert keys(group(city, "english").missing) == []


@pytest.mark.parametrize(
    ("number", "actions", "outcomes"),
    [
        (1, "照4", "記2"),
        (2, "照4", "記2"),
        (3, "", "記2"),
        (4, "照4", "記6"),
        (5, "照8", "記5"),
        (6, "", ""),
        (7, "照4", "記3"),
    ],
)
def test_what_the_documents_lead_to_each_vision(documents, number, actions, outcomes):
    """③ has outcomes but no action, ⑥ has nothing; the outcomes' numbers are printed."""
    target = f"{CITY}vision/{number}"
    assert supporters(documents, target, PG.Action) == actions
    assert supporters(documents, target, PG.Outcome) == outcomes


def test_visions_3_and_6_have_no_action_by_documents_and_6_none_by_estimates(city):
    visions = {each.target.rpartition("/")[2]: each for each in city.reached
               if each.kind == PG.Vision}  # fmt: skip
    assert [key for key, each in visions.items() if not each.documented] == ["3", "6"]
    assert visions["3"].done(PG.Estimated) > 0
    assert visions["6"].supporters == {}


def test_issues_and_themes_are_reached_by_estimates_only(documents):
    of_actions = (PG.Action, PG.Measure, PG.Outcome)
    for kind, count in ((PG.RegionalIssue, 5), (PG.Theme, 5)):
        reached = [each for each in documents.reached if each.kind == kind]
        assert len(reached) == count
        assert not any(set(of_actions) & set(each.supporters) for each in reached)
    assert len(group(documents, "issue", PG.Action, AP3).missing) == 37


def test_all_seventeen_goals_are_looked_at_and_none_is_stated(documents):
    goals = [each for each in documents.reached if each.kind == SDGO.Goal]
    assert [each.target for each in goals] == [
        f"http://metadata.un.org/sdg/{number}" for number in range(1, 18)
    ]
    assert not any(each.documented for each in goals)


def test_the_boxes_of_outcomes_are_ours_and_no_document_prints_them(city):
    groups = [f"outcome-group/md1-{number}" for number in range(1, 7)]
    assert [key for key in keys(group(city, "source").missing) if "group" in key] == groups


def test_sheet_6_prints_a_dash_for_its_actual(city):
    of_plan = [iri for iri in keys(city.unmeasured) if iri.startswith("indicator/ap3-")]
    assert of_plan == ["indicator/ap3-6"]


def test_twenty_links_from_outcomes_to_visions_are_printed_and_all_aspects_of_projects(city):
    assert city.bases[PG.serves][PG.Stated] == 20
    assert city.bases[PG.leader] == {PG.Stated: 3}
    assert city.bases[PG.addresses].keys() == {PG.Estimated}


def test_no_department_has_confirmed_anything_yet(city):
    assert city.confirmations == {PG.Unconfirmed: city.pairs}


def test_estimates_alone_are_gone_where_documents_alone_count(city, documents):
    assert city.estimates
    assert {edge.ground.effective for edge in city.estimates} == {PG.Estimated}
    assert documents.estimates == ()
    assert documents.pairs == city.pairs - len(city.estimates)


def test_a_stated_view_has_only_what_is_printed():
    stated = covered(GRAPH, PG.Stated)
    assert group(stated, "vision", PG.Action, AP3).held == {}
    assert len(group(stated, "owner", PG.Action, AP3).held) == 36


# --- The invented town --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("item", "kind", "total", "missing"),
    [
        ("owner", PG.Action, 7, ["action/tp2-7"]),
        ("indicator", PG.Action, 7, ["action/tp2-5", "action/tp2-7"]),
        ("indicator", PG.ProjectGoal, 3, []),
        ("vision", PG.Action, 7, ["action/tp2-2", "action/tp2-7"]),
        ("vision", PG.Measure, 4, ["measure/tp2-1-2", "measure/tp2-2-2"]),
        ("sdg", PG.Measure, 4, ["measure/tp2-1-1", "measure/tp2-1-2", "measure/tp2-2-2"]),
        ("issue", PG.Action, 7, [f"action/tp2-{number}" for number in range(1, 8)]),
    ],
)
def test_who_lacks_what_in_the_town(town, item, kind, total, missing):
    found = group(town, item, kind, TP2)
    assert (found.total, keys(found.missing)) == (total, missing)


@pytest.mark.parametrize(
    ("number", "actions", "measures", "outcomes"),
    [(1, "照1", "照1", "記2"), (2, "照3", "照2", "記2"), (3, "推2", "", "記1"), (4, "", "", "記1"),
     (5, "", "", "")],
)  # fmt: skip
def test_what_leads_to_each_vision_of_the_town(town, number, actions, measures, outcomes):
    """An action that is both matched and estimated counts once, as matched (action 1, vision 1)."""
    target = f"{TOWN}vision/{number}"
    told = [supporters(town, target, kind) for kind in (PG.Action, PG.Measure, PG.Outcome)]
    assert told == [actions, measures, outcomes]


def test_an_issue_that_only_an_outcome_addresses_has_no_action(town):
    [fishers] = [each for each in town.reached if each.target == f"{TOWN}issue/fishers"]
    assert fishers.supporters == {PG.Outcome: {PG.Stated: 1}}
    assert not fishers.documented


def test_what_departments_of_the_town_said_is_counted_by_pairs(town):
    assert town.confirmations == {PG.Unconfirmed: 123, PG.Confirmed: 1, PG.Disputed: 1}


def test_a_proposal_counts_only_where_it_is_asked_for(built_town, town):
    path = built_town / "mandala.ttl"
    proposed = covered(path, PG.Proposed)
    assert keys(group(town, "vision", PG.Action, TP2).missing) == ["action/tp2-2", "action/tp2-7"]
    assert keys(group(proposed, "vision", PG.Action, TP2).on(PG.Proposed)) == ["action/tp2-7"]
    assert proposed.pairs == town.pairs + 1
    assert len(proposed.estimates) == len(town.estimates) == 5


# --- When more comes in -------------------------------------------------------------------------

SECOND = f"""
INSERT DATA {{
  <urn:c/plan/bp> a pg:Plan ; pg:name '基本計画' ; pg:startYear 2023 .
  <urn:c/measure/bp-1> a pg:Measure ; pg:name '海' .
  <urn:c/measure/bp-2> a pg:Measure ; pg:name '川' .
  <urn:c/link/1> a pg:Link ; rdf:subject <urn:c/measure/bp-1> ; rdf:predicate pg:inPlan ;
    rdf:object <urn:c/plan/bp> ; pg:basis pg:Stated .
  <urn:c/link/2> a pg:Link ; rdf:subject <urn:c/measure/bp-2> ; rdf:predicate pg:inPlan ;
    rdf:object <urn:c/plan/bp> ; pg:basis pg:Stated .
  <urn:c/link/3> a pg:Link ; rdf:subject <urn:c/measure/bp-1> ; rdf:predicate pg:responsible ;
    rdf:object <{TOWN}department/fisheries> ; pg:basis pg:Stated .
  <urn:c/activity/1> a pg:PlatformActivity ; pg:name '浜の掃除' .
  <urn:c/link/4> a pg:Link ; rdf:subject <urn:c/activity/1> ; rdf:predicate pg:inTheme ;
    rdf:object <{TOWN}theme/1> ; pg:basis pg:Stated .
}}
"""


@pytest.fixture(scope="module")
def larger(built_town):
    return covered(built_town / "mandala.ttl", update=SECOND)


def test_a_second_plan_that_prints_departments_of_measures_misses_the_one_without(larger):
    second = group(larger, "owner", PG.Measure, "urn:c/plan/bp")
    assert second.printed
    assert second.missing == ("urn:c/measure/bp-2",)
    assert not group(larger, "owner", PG.Measure, TP2).printed
    assert group(larger, "owner", PG.Action, TP2).total == 7


def test_an_activity_of_the_platform_is_something_that_people_do_but_no_action(larger):
    [theme] = [each for each in larger.reached if each.target == f"{TOWN}theme/1"]
    assert theme.supporters == {PG.PlatformActivity: {PG.Stated: 1}}
    assert theme.documented


def test_a_stated_link_to_a_goal_ends_its_gap(built_town):
    link = (
        "INSERT DATA { <urn:l> a pg:Link ; rdf:predicate pg:contributesTo ; pg:basis pg:Stated ;"
        f" rdf:subject <{TOWN}action/tp2-1> ; rdf:object <http://metadata.un.org/sdg/14> }}"
    )
    found = covered(built_town / "mandala.ttl", update=link)
    documented = [e.target for e in found.reached if e.kind == SDGO.Goal and e.documented]
    assert documented == ["http://metadata.un.org/sdg/14"]


def test_a_graph_with_nothing_in_it_lacks_nothing():
    found = coverage(Store(), {})
    assert found.reached == ()
    assert found.pairs == 0
    assert [(each.item, each.total) for each in found.expected] == [("source", 0), ("english", 0)]


def test_a_vision_alone_is_reached_by_nothing():
    store = Store()
    turtle = f"<urn:v> a <{PG.Vision}> ; <{PG.name}> '海のまち' ."
    store.load(input=turtle.encode(), format=RdfFormat.TURTLE)
    [vision] = coverage(store, elements(store)).reached
    assert (vision.supporters, vision.documented) == ({}, False)


def test_shares_never_say_nothing_or_all_where_that_is_not_so():
    assert [percent(*each) for each in ((0, 0), (0, 9), (1, 999), (998, 999), (9, 9), (1, 3))] == [
        "—", "0%", "<1%", ">99%", "100%", "33%",
    ]  # fmt: skip


# --- The command --------------------------------------------------------------------------------


@pytest.fixture
def told(run, built_town):
    """Run the command on the town, in one of its formats and languages."""

    def tell(*options):
        done = run("coverage", "--graph", built_town / "mandala.ttl", *options)
        assert done.exit_code == 0, done.output
        return done.stdout

    return tell


def test_the_tables_say_in_japanese_what_is_missing(told):
    lines = told().splitlines()
    assert lines[0] == "つながりの点検"
    assert "担当課    取組              7     6     6   0   0   1" in lines
    assert "ビジョン  取組              7     5     0   3   2   2" in lines
    assert "- 担当課が資料に見つからない取組：7 語り部の見つけ方（1件）" in lines
    assert "- 地域課題へまだたどれない取組：すべての取組（7件）" in lines
    assert "- 実績の値がない指標：6 海藻の堆肥の量（1件）" in lines
    assert (
        "- 第2期みなと暮らし計画の資料は、施策の担当課を示していません（数えていません）。" in lines
    )
    assert "② 海のそばで笑うまち        照3   照2   記2" in lines
    assert (
        "- ③ 誰もがほっとできるまち：資料からたどれる取組はまだありません"
        "（推定 2件。市の見解ではありません）。"
    ) in lines
    assert "- 推定だけによるつながりは、125組のうち5組（4%）です。" in lines
    assert lines[-2].startswith("出典（青葉ヶ浦市）：第2期みなと暮らし計画")


def test_the_banner_of_the_sdgs_stands_above_their_table(told):
    lines = told().splitlines()
    at = lines.index("■ SDGsのゴールにたどりつくもの")
    assert lines[at + 1] == "計画書の公式アイコンは未入力。以下は編集者の推定"
    assert "12 つくる責任 つかう責任                       推1" in lines


def test_the_same_in_english_where_the_town_has_names(told):
    lines = told("--lang", "en").splitlines()
    assert lines[0] == "What is covered"
    assert "- action that leads to no regional issue yet: every action (7)" in lines
    assert (
        "- ③ A town where everyone can breathe freely: No action can be reached from the documents "
        "yet (2 estimated; not the city's view)."
    ) in lines


def test_a_view_without_estimates_does_not_count_them(told):
    text = told("--basis", "matched")
    assert "推" not in text.split("■ つながりの根拠")[1].splitlines()[1]
    assert (
        "- ③ 誰もがほっとできるまち：資料からたどれる取組はまだありません"
        "（この見方は推定を含みません）。"
    ) in text
    assert "推定だけによる" not in text


def test_nobody_is_said_to_do_nothing(run):
    for lang in ("ja", "en"):
        text = run("coverage", "--lang", lang).stdout
        assert "誰も" not in text.replace("誰もが安心して暮", "")
        assert "達成率" not in text


def test_the_csv_has_a_row_for_all_that_is_missing_or_estimated(told):
    rows = list(csv.DictReader(io.StringIO(told("--format", "csv"))))
    assert list(rows[0]) == ["項目", "状態", "種類", "計画", "番号", "名称", "推定の数"]
    owners = [row for row in rows if row["項目"] == "担当課"]
    assert [list(row.values()) for row in owners] == [
        ["担当課", "なし", "取組", "第2期みなと暮らし計画", "7", "語り部の見つけ方", ""]
    ]
    only = [row["番号"] for row in rows if row["状態"] == "推定だけ" and row["項目"] == "ビジョン"]
    assert only == ["4", "5"]
    visions = [row for row in rows if row["種類"] == "ビジョン" and row["項目"] == "取組"]
    assert [(row["番号"], row["状態"], row["推定の数"]) for row in visions] == [
        ("③", "推定だけ", "2"), ("④", "なし", "0"), ("⑤", "なし", "0"),
    ]  # fmt: skip


def test_a_csv_file_has_a_bom_and_can_go_without(told, tmp_path):
    paths = [tmp_path / "a.csv", tmp_path / "b.csv"]
    told("--format", "csv", "-o", paths[0])
    told("--format", "csv", "--no-bom", "-o", paths[1])
    assert paths[0].read_bytes() == b"\xef\xbb\xbf" + paths[1].read_bytes()


def test_json_tells_everything_in_terms_of_the_ontology(told):
    found = json.loads(told("--format", "json"))
    owner = next(e for e in found["expected"] if (e["item"], e["kind"]) == ("owner", "Action"))
    assert owner["bases"] == {"Stated": 6, "Matched": 0, "Estimated": 0}
    assert [each["id"] for each in owner["missing"]] == [f"{TOWN}action/tp2-7"]
    second = next(each for each in found["reached"] if each["id"] == f"{TOWN}vision/2")
    assert second["supporters"]["Action"] == {"Matched": 3}
    assert second["documented"] is True
    assert found["confirmations"] == {"Unconfirmed": 123, "Confirmed": 1, "Disputed": 1}
    assert len(found["estimatesAlone"]) == 5
    assert [each["notation"] for each in found["indicatorsWithoutActual"]] == ["6"]


def test_the_workbook_has_a_sheet_for_each_question(told, tmp_path):
    path = tmp_path / "点検.xlsx"
    told("--format", "xlsx", "-o", path)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == [
        "そろい具合", "まだないもの", "たどりつくもの", "根拠", "推定だけ", "確認状況", "注記",
    ]  # fmt: skip
    held = [[cell.value for cell in row] for row in book["そろい具合"].iter_rows()]
    assert held[0] == ["項目", "種類", "全数", "あり", "記", "照", "推", "なし"]
    assert held[1] == ["担当課", "取組", 7, 6, 6, 0, 0, 1]
    reached = [[cell.value for cell in row] for row in book["たどりつくもの"].iter_rows()]
    assert ["ビジョン", "②", "海のそばで笑うまち", "取組", 0, 3, 0] in reached
    assert [cell.value for cell in book["推定だけ"][2]] == [
        "取組4「磯の観察会」",
        "つながる",
        "ビジョン③「誰もがほっとできるまち」",
        "導出・推定による",
    ]
    assert book["根拠"].max_row == 15
    said = [row[0].value for row in book["注記"].iter_rows()]
    assert "推定は編集者の読み取りです。市の見解ではありません。" in said


def test_a_workbook_needs_a_file(run, built_town):
    done = run("coverage", "--graph", built_town / "mandala.ttl", "--format", "xlsx")
    assert done.exit_code == 2
    assert "-o でファイルを指定してください" in done.stderr


def test_a_graph_that_is_not_there_and_one_that_is_none_are_told(run, tmp_path):
    done = run("coverage", "--graph", tmp_path / "無い.ttl")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "グラフがありません" in done.stderr
    broken = tmp_path / "こわれた.ttl"
    broken.write_text("これは Turtle ではない", encoding="utf-8")
    done = run("coverage", "--graph", broken)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "Turtleとして読めません" in done.stderr


@pytest.mark.parametrize("form", ["table", "csv", "json", "html"])
@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("basis", ["stated", "proposed"])
def test_an_empty_graph_gives_an_answer_in_every_format(run, tmp_path, form, lang, basis):
    empty = tmp_path / "empty.ttl"
    empty.write_text("", encoding="utf-8")
    done = run("coverage", "--graph", empty, "--format", form, "--lang", lang, "--basis", basis)
    assert done.exit_code == 0, done.output
    assert done.stdout
