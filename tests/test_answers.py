"""`serves` and `explain` as people read them: what is counted, on what ground, and from where."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from pyoxigraph import NamedNode, Quad, Store

from plan_graph.answers import Page, explain_text, serves_json, serves_text
from plan_graph.cli import cli
from plan_graph.graph import load_store, select, view
from plan_graph.lookup import elements
from plan_graph.reasons import explain, serves

GRAPH = Path(__file__).parents[1] / "data" / "mandala.ttl"
PG = "https://w3id.org/plan-graph/ns#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
BASE = "https://w3id.org/plan-graph/id/122068/"
SLIDES = "令和5年度 地域循環共生圏づくりプラットフォーム事業 成果共有会 発表資料"
SHEETS = "第3期オーガニックなまちづくりアクションプラン進行管理表（令和6年度）"
#: Four actions: one printed, one of ours, one through an outcome, one through its measure.
SMALL = """
@prefix pg: <https://w3id.org/plan-graph/ns#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rule: <https://w3id.org/plan-graph/rule/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@base <https://w3id.org/plan-graph/id/999999/> .
<municipality/999999> a pg:Municipality ; pg:name "見本市" ; skos:prefLabel "Mihon City"@en .
<document/d1> a pg:SourceDocument ; pg:name "見本計画" ; skos:prefLabel "Sample Plan"@en ;
    pg:year 2024 .
<document/d2> a pg:SourceDocument ; pg:name "見本図" ; pg:year 2023 .
<vision/1> a pg:Vision ; pg:name "森のまち" ; skos:prefLabel "A town of forests"@en ;
    skos:notation "1" ; pg:printedNotation "①" ; pg:order 1 .
<vision/2> a pg:Vision ; pg:name "海のまち" ; skos:notation "2" ; pg:printedNotation "②" ;
    pg:order 2 .
<outcome/o> a pg:Outcome ; pg:name "森のめぐみ" ; pg:order 1 .
<measure/m> a pg:Measure ; pg:name "森の手入れ" ; skos:notation "1-1" ; pg:order 1 .
<department/a> a pg:Department ; pg:name "環境部" .
<department/b> a pg:Department ; pg:name "総務部" .
<action/1> a pg:Action ; pg:name "間伐" ; skos:prefLabel "Thinning"@en ; skos:notation "1" ;
    pg:order 1 ; pg:shortLabel "間伐"@ja .
<action/2> a pg:Action ; pg:name "植樹" ; skos:notation "2" ; pg:order 2 ; pg:partOf <measure/m> .
<action/9> a pg:Action ; pg:name "観察会" ; skos:notation "9" ; pg:order 9 .
<action/10> a pg:Action ; pg:name "森の学校" ; skos:notation "10" ; pg:order 10 .
rule:through-outcome a pg:Rule ; skos:prefLabel "めざす効果を通じて"@ja , "through an outcome"@en .
rule:through-measure a pg:Rule ; skos:prefLabel "施策を通じて"@ja , "through the measure"@en .
<link/stated> a pg:Link ; rdf:subject <action/1> ; rdf:predicate pg:serves ;
    rdf:object <vision/1> ; pg:basis pg:Stated ; dcterms:source <document/d1> ;
    pg:locator "sheet:10" , "sheet:9" .
<link/ours> a pg:Link ; rdf:subject <action/9> ; rdf:predicate pg:serves ;
    rdf:object <vision/1> ; pg:basis pg:Estimated ; pg:rationale "「森」とあるため。"@ja ,
    "It says 「森」."@en ; pg:by "編集者" ; dcterms:date "2026-11-22"^^xsd:date ;
    pg:confirmation pg:Disputed ; pg:confirmedBy <department/a> ;
    pg:confirmedOn "2026-12-01"^^xsd:date ; pg:remark "見直したい" .
<link/aim> a pg:Link ; rdf:subject <action/10> ; rdf:predicate pg:aimsAt ;
    rdf:object <outcome/o> ; pg:basis pg:Estimated ; pg:rationale "近い。"@ja , "Near."@en ;
    pg:by "編集者" ; dcterms:date "2026-11-22"^^xsd:date .
<link/outcome> a pg:Link ; rdf:subject <outcome/o> ; rdf:predicate pg:serves ;
    rdf:object <vision/1> ; pg:basis pg:Stated ; dcterms:source <document/d2> ;
    pg:locator "slide:図" ; pg:note "読み取り"@ja , "our reading"@en .
<link/through-outcome> a pg:Link ; rdf:subject <action/10> ; rdf:predicate pg:serves ;
    rdf:object <vision/1> ; pg:basis pg:Derived ; pg:restsOn pg:Estimated ;
    pg:byRule rule:through-outcome ; prov:wasDerivedFrom <link/aim> , <link/outcome> .
<link/measure> a pg:Link ; rdf:subject <measure/m> ; rdf:predicate pg:serves ;
    rdf:object <vision/1> ; pg:basis pg:Stated ; dcterms:source <document/d1> ;
    pg:locator "section:1-1" .
<link/part> a pg:Link ; rdf:subject <action/2> ; rdf:predicate pg:partOf ;
    rdf:object <measure/m> ; pg:basis pg:Stated ; dcterms:source <document/d1> ;
    pg:locator "sheet:2" .
<link/through-measure> a pg:Link ; rdf:subject <action/2> ; rdf:predicate pg:serves ;
    rdf:object <vision/1> ; pg:basis pg:Derived ; pg:restsOn pg:Stated ;
    pg:byRule rule:through-measure ; prov:wasDerivedFrom <link/part> , <link/measure> .
<link/department-a> a pg:Link ; rdf:subject <action/1> ; rdf:predicate pg:responsible ;
    rdf:object <department/a> ; pg:basis pg:Stated ; dcterms:source <document/d1> ;
    pg:locator "sheet:9" ; pg:order 2 .
<link/department-b> a pg:Link ; rdf:subject <action/1> ; rdf:predicate pg:responsible ;
    rdf:object <department/b> ; pg:basis pg:Stated ; dcterms:source <document/d1> ;
    pg:locator "sheet:9" ; pg:order 1 .
<action/1> pg:responsible <department/a> , <department/b> ; pg:serves <vision/1> .
<action/2> pg:serves <vision/1> .
<action/9> pg:serves <vision/1> .
<action/10> pg:serves <vision/1> ; pg:aimsAt <outcome/o> .
<outcome/o> pg:serves <vision/1> .
<measure/m> pg:serves <vision/1> .
"""


@pytest.fixture(scope="module")
def shipped():
    return load_store(GRAPH)


@pytest.fixture
def small(tmp_path):
    path = tmp_path / "small.ttl"
    path.write_text(SMALL, encoding="utf-8")
    return path


def lines(*arguments):
    """Return what a command prints, line by line without indent."""
    result = CliRunner().invoke(cli, [str(each) for each in arguments])
    assert result.exit_code == 0, result.output
    assert result.stderr == ""
    return [line.strip() for line in result.stdout.splitlines()]


# --- serves: a vision without actions -----------------------------------------------------------


def test_a_vision_with_outcomes_and_no_action_says_so():
    said = lines("serves", "3", "--basis", "matched")
    assert said[0] == "③ 人を呼ぶ魅力のあるまち"
    assert said[1].startswith("資料からたどれる取組はまだありません")
    assert said[2:4] == [
        "つながるめざす効果：ローカルSDGsの拠点形成、環境に対する意識の醸成",
        "数えたつながり：記載 2",
    ]
    assert "めざす効果も、資料にはまだありません。" not in "".join(said)


def test_a_vision_with_outcomes_and_no_action_says_so_in_english():
    said = lines("serves", "3", "--lang", "en", "--basis", "matched")
    assert said[0] == "③ A town with the appeal to draw people"
    assert said[1].startswith("No action can be reached from the documents yet")
    assert said[2:4] == [
        (
            "Outcomes that serve it: Creation of a hub for local SDGs, "
            "Raising awareness of the environment"
        ),
        "Links counted: stated 2",
    ]


@pytest.mark.parametrize(("lang", "claim"), [("ja", "推定 0件"), ("en", "0 estimated")])
@pytest.mark.parametrize("basis", ["stated", "matched"])
def test_a_view_without_estimates_does_not_claim_that_there_are_none(basis, lang, claim):
    # Seven actions are estimated to serve vision 3; this view only does not look at them.
    assert claim not in "".join(lines("serves", "3", "--basis", basis, "--lang", lang))


def test_a_vision_without_anything_says_so_and_blames_nobody():
    assert lines("serves", "6")[:4] == [
        "⑥ わくわくして暮せるまち",
        "資料からたどれる取組はまだありません（推定 0件。市の見解ではありません）。",
        "めざす効果も、資料にはまだありません。何もしていないという意味ではありません。",
        "数えたつながり：なし",
    ]
    assert lines("serves", "6", "--lang", "en")[1:4] == [
        "No action can be reached from the documents yet (0 estimated; not the city's view).",
        "No outcome either, in the documents. It does not mean that nothing is done.",
        "Links counted: none",
    ]


def test_the_footer_names_city_documents_edition_view_and_what_was_counted():
    assert lines("serves", "6")[-3:] == [
        (
            "出典（木更津市）：第3期オーガニックなまちづくりアクションプラン（令和6年度～令和9年度）／"
            f"第3次基本計画「構想の実現に向けて」（令和5年度～令和8年度）／{SLIDES}／"
            f"第1次基本計画 施策の進行管理結果一覧（平成29年度）／{SHEETS}"
            "／ほかウェブページ12件"
        ),
        "令和6年度版・基準日は資料に記載なし・非公式の再構成。根拠の下限：推定。",
        "数えたのは取組とビジョンの組で、つながりの本数ではありません。ビジョンは市民の提言です。",
    ]


def test_the_footer_is_english_in_english():
    said = lines("serves", "6", "--lang", "en", "--basis", "matched")[-3:]
    assert said[0].startswith("Sources (Kisarazu City): 3rd Organic City Action Plan")
    assert said[1] == (
        "Edition of FY2024; the sources print no reference date; unofficial reconstruction. "
        "Weakest basis: matched."
    )
    assert said[2] == (
        "Pairs of action and vision are counted, not links. The visions are citizens' proposals."
    )


# --- serves: actions ------------------------------------------------------------------------------


def test_actions_are_told_with_measure_department_ground_and_way():
    said = lines("serves", "2", "--basis", "matched")
    assert said[:2] == ["② 自然とともにあるまち", "取組 4件（うち施策を通じてのみ 4件）"]
    assert said[2].split() == ["番号", "略称", "取組", "施策", "担当課", "根拠", "たどり方"]
    assert [line.split()[0] for line in said[4:8]] == ["19", "20", "21", "22"]
    assert said[4].startswith("19    森林の保全・活用  森林の保全・活用  ")
    assert "2-4 自然資本の保全・活用" in said[4]
    assert "経済部農林水産課" in said[4]
    assert said[4].endswith("導出・照合による  施策を通じて → めざす効果「自然資本の保全・活用」")
    assert said[8:10] == [
        "つながるめざす効果：自然資本の保全・活用、自然との共生",
        "数えたつながり：記載 2、導出 5（照合による 5）",
    ]


def test_estimates_add_actions_and_leave_the_stronger_ground_of_the_others():
    said = lines("serves", "2")
    assert said[1].startswith("取組 7件")
    rows = {line.split()[0]: line for line in said[4:11]}
    assert list(rows) == ["7", "8", "9", "19", "20", "21", "22"]
    for number in ("7", "8"):
        assert "1-3 環境保全型農業の推進" in rows[number]
        assert rows[number].endswith("導出・推定による  施策を通じて")
    assert "導出・推定による" in rows["9"]
    for number in ("19", "20", "21", "22"):
        assert rows[number].endswith(
            "導出・照合による  施策を通じて → めざす効果「自然資本の保全・活用」"
        )
    assert said[12] == "数えたつながり：記載 2、導出 10（推定による 5、照合による 5）、推定 1"


@pytest.mark.parametrize(
    ("vision", "action", "untrue"),
    [
        # Its measure 1-3 is estimated to serve vision 2; it is action 9 that aims at the outcome.
        ("2", "9", "施策を通じて → めざす効果「自然との共生」"),
        # Measure 3-1 is estimated to serve vision 4; it is action 24 that aims at the outcome.
        ("4", "24", "施策を通じて → めざす効果「つながり力の強化」"),
        # Two outcomes, each of which serves vision 4; neither leads to the other.
        ("4", "5", "めざす効果「郷土意識の醸成」 → めざす効果「つながり力の強化」"),
    ],
)
def test_two_ways_are_not_told_as_one(vision, action, untrue):
    (row,) = [line for line in lines("serves", vision) if line.split()[:1] == [action]]
    assert untrue not in row
    for step in untrue.split(" → "):
        assert step in row


def test_the_safe_town_has_disaster_prevention_by_estimates_only():
    stronger = lines("serves", "ビジョン④", "--basis", "matched")
    assert [line.split()[0] for line in stronger[4:8]] == ["12", "13", "14", "15"]
    assert stronger[1] == "取組 4件（うち施策を通じてのみ 4件）"
    said = lines("serves", "ビジョン④")
    assert said[1].startswith("取組 28件")
    rows = {line.split()[0]: line for line in said[4:32]}
    assert list(rows)[:13] == "4 5 6 7 8 10 11 12 13 14 15 17 19".split()  # noqa: SIM905
    assert list(rows)[13:] == [str(number) for number in range(23, 38)]
    assert {number for number, row in rows.items() if "照合" in row} == {"12", "13", "14", "15"}
    assert rows["37"].endswith("推定              直接")


def test_a_view_of_what_is_printed_keeps_the_outcomes_and_loses_the_actions():
    said = lines("serves", "2", "--basis", "stated")
    assert said[0] == "② 自然とともにあるまち"
    assert said[1].startswith("資料からたどれる取組はまだありません")
    assert said[2:4] == [
        "つながるめざす効果：自然資本の保全・活用、自然との共生",
        "数えたつながり：記載 2",
    ]


def test_the_footer_names_the_bound_of_the_view():
    for basis, name in [("stated", "記載"), ("matched", "照合"), ("proposed", "提案")]:
        assert lines("serves", "6", "--basis", basis)[-2].endswith(f"根拠の下限：{name}。")


@pytest.mark.parametrize(
    ("basis", "actions"),
    [("matched", [4, 4, 0, 4, 8, 0, 4]), ("estimated", [12, 7, 7, 28, 13, 0, 6])],
)
def test_without_a_vision_all_seven_are_told_in_their_order(basis, actions):
    said = lines("serves", "--basis", basis)
    heads = [line.split()[0] for line in said if line and line[0] in "①②③④⑤⑥⑦"]
    assert heads == ["①", "②", "③", "④", "⑤", "⑥", "⑦"]
    counted = [line.partition("（")[0] for line in said if line.startswith("取組 ")]
    assert counted == [f"取組 {count}件" for count in actions if count]


def test_a_vision_that_only_estimates_reach_has_no_action_by_the_documents_yet():
    said = lines("serves", "3")
    assert said[1:3] == [
        "資料からたどれる取組はまだありません（推定 7件。市の見解ではありません）。",
        "取組 7件（うち施策を通じてのみ 0件）",
    ]
    assert not [line for line in lines("serves", "4") if line.startswith("資料からたどれる")]
    english = lines("serves", "3", "--lang", "en")
    assert english[1] == (
        "No action can be reached from the documents yet (7 estimated; not the city's view)."
    )


def test_by_the_documents_every_action_of_a_vision_comes_through_its_measure():
    said = lines("serves", "--basis", "matched")
    four, eight = "取組 4件（うち施策を通じてのみ 4件）", "取組 8件（うち施策を通じてのみ 8件）"
    counted = [line for line in said if line.startswith("取組 ")]
    assert counted == [four, four, four, eight, four]


def test_the_four_ways_to_serve_a_vision_are_told_apart(small):
    said = lines("serves", "1", "--graph", small)
    assert said[1] == "取組 4件（うち施策を通じてのみ 1件）"
    rows = {line.split()[0]: line for line in said[4:8]}
    assert list(rows) == ["1", "2", "9", "10"]
    assert rows["1"].endswith("総務部、環境部  記載              直接")
    assert rows["2"].endswith("導出・記載による  施策を通じて")
    assert "1-1 森の手入れ" in rows["2"]
    assert rows["9"].endswith("推定              直接")
    assert rows["10"].endswith("導出・推定による  めざす効果「森のめぐみ」")
    assert said[8:10] == [
        "つながるめざす効果：森のめぐみ",
        "数えたつながり：記載 3、導出 2（推定による 1、記載による 1）、推定 1",
    ]


def test_a_stronger_view_leaves_out_our_estimates_and_what_follows(small):
    said = lines("serves", "1", "--graph", small, "--basis", "matched")
    assert said[1] == "取組 2件（うち施策を通じてのみ 1件）"
    assert [line.split()[0] for line in said[4:6]] == ["1", "2"]
    assert "数えたつながり：記載 3、導出 1（記載による 1）" in said


def test_of_several_grounds_the_strongest_is_shown(small):
    guess = (
        "<link/guess> a pg:Link ; rdf:subject <action/1> ; rdf:predicate pg:serves ;"
        " rdf:object <vision/1> ; pg:basis pg:Estimated ."
    )
    small.write_text(SMALL + guess, encoding="utf-8")
    said = lines("serves", "1", "--graph", small)
    rows = {line.split()[0]: line for line in said[4:8]}
    assert rows["1"].endswith("総務部、環境部  記載              直接")
    assert "数えたつながり：記載 3、導出 2（推定による 1、記載による 1）、推定 2" in said


def test_english_falls_back_to_the_japanese_name_where_there_is_none(small):
    said = lines("serves", "1", "--graph", small, "--lang", "en")
    assert said[0] == "① A town of forests"
    assert said[1] == "4 actions (1 of them only through their measure)"
    rows = {line.split()[0]: line for line in said[4:8]}
    assert "Thinning" in rows["1"]
    assert "植樹" in rows["2"]
    assert rows["10"].endswith("derived, resting on estimated  outcome “森のめぐみ”")


def test_csv_has_one_row_for_each_pair_of_vision_and_action(small):
    result = CliRunner().invoke(cli, ["serves", "--graph", str(small), "--format", "csv"])
    rows = list(csv.reader(io.StringIO(result.stdout, newline="")))
    assert rows[0] == ["ビジョン", "番号", "略称", "取組", "施策", "担当課", "根拠", "たどり方"]
    assert rows[1] == ["① 森のまち", "1", "間伐", "間伐", "", "総務部、環境部", "記載", "直接"]
    assert [row[1] for row in rows[1:]] == ["1", "2", "9", "10"]


def test_json_names_things_by_the_terms_of_the_ontology(small):
    result = CliRunner().invoke(cli, ["serves", "1", "--graph", str(small), "--format", "json"])
    answer = json.loads(result.stdout)
    base = "https://w3id.org/plan-graph/id/999999/"
    assert answer["weakestBasis"] == "Estimated"
    vision = answer["visions"][0]
    assert vision["id"] == f"{base}vision/1"
    assert (vision["notation"], vision["name"]) == ("1", "森のまち")
    assert [each["id"] for each in vision["outcomes"]] == [f"{base}outcome/o"]
    assert [each["notation"] for each in vision["actions"]] == ["1", "2", "9", "10"]
    first, second, _, last = vision["actions"]
    assert (first["basis"], first["effectiveBasis"]) == ("Stated", "Stated")
    assert first["measure"] is None
    assert [each["name"] for each in first["departments"]] == ["総務部", "環境部"]
    assert first["throughMeasure"] is False
    assert second["measure"]["notation"] == "1-1"
    assert second["throughMeasure"] is True
    assert (last["basis"], last["effectiveBasis"]) == ("Derived", "Estimated")
    assert [each["name"] for each in last["outcomes"]] == ["森のめぐみ"]
    counts = {
        (each["basis"], each["effectiveBasis"]): each["count"] for each in vision["linksCounted"]
    }
    assert counts == {
        ("Stated", "Stated"): 3,
        ("Estimated", "Estimated"): 1,
        ("Derived", "Stated"): 1,
        ("Derived", "Estimated"): 1,
    }


def test_an_answer_in_a_file_is_the_answer_on_the_screen(small, tmp_path):
    path = tmp_path / "答え.txt"
    said = lines("serves", "1", "--graph", small)
    assert lines("serves", "1", "--graph", small, "-o", path) == []
    assert [line.strip() for line in path.read_text(encoding="utf-8").splitlines()] == said


# --- explain --------------------------------------------------------------------------------------


def test_a_derived_link_is_told_step_by_step_with_every_source():
    assert lines("explain", "取組19", "ビジョン②")[:10] == [
        "取組19「森林の保全・活用」 と ビジョン②「自然とともにあるまち」 のつながり：1通り",
        "",
        "【1】取組19「森林の保全・活用」は、ビジョン②「自然とともにあるまち」につながります。",
        "［導出・照合による］規則「施策を通じて」",
        "1. 取組19「森林の保全・活用」は、施策2-4「自然資本の保全・活用」に属します",
        f"［記載］{SHEETS} シート19-1、シート19-2",
        "2. 施策2-4「自然資本の保全・活用」は、めざす効果「自然資本の保全・活用」をめざします",
        (
            f"［照合］「自然資本の保全・活用」（{SHEETS} シート19-1、シート19-2、シート20、"
            "シート21-1、シート21-2、シート22）と「自然資本の保全・活用」"
            f"（{SLIDES} スライド「木更津市マンダラver.1.0」）の名称が一致、規則「名称の一致」"
        ),
        "3. めざす効果「自然資本の保全・活用」は、ビジョン②「自然とともにあるまち」につながります",
        f"［記載］{SLIDES} スライド「木更津市マンダラver.1.0」",
    ]


def test_the_reading_of_the_numbers_is_remarked():
    assert "※番号とビジョンの対応は編集者の読み取り" in lines("explain", "取組19", "ビジョン②")


def test_a_way_is_told_in_english():
    said = lines("explain", "action 19", "vision 2", "--lang", "en")
    assert said[2] == (
        "[1] action 19 “Conserving and using forests” serves vision ② “A town living with nature”."
    )
    assert said[4] == (
        "1. action 19 “Conserving and using forests” is part of "
        "measure 2-4 “Conservation and use of natural capital”"
    )
    assert "derived, resting on matched" in said[3]
    assert "rule “through the measure”" in said[3]
    assert "Note: that the circled numbers mean the visions is the editors' reading" in said
    assert any("slide “木更津市マンダラver.1.0”" in line for line in said)


def test_a_way_is_found_from_either_end(small):
    there = lines("explain", "ビジョン①", "取組9", "--graph", small)
    back = lines("explain", "取組9", "ビジョン①", "--graph", small)
    assert there[1:] == back[1:]


def test_an_estimate_tells_its_reason_its_author_and_its_day(small):
    said = lines("explain", "取組9", "ビジョン①", "--graph", small)
    assert "［推定］「森」とあるため。（編集者、2026-11-22）" in said
    english = lines("explain", "取組9", "ビジョン①", "--graph", small, "--lang", "en")
    assert any(line.endswith("It says 「森」. (編集者, 2026-11-22)") for line in english)


def test_a_confirmation_stands_beside_the_basis_with_department_day_and_remark(small):
    said = lines("explain", "取組9", "ビジョン①", "--graph", small)
    told = [line for line in said if line.startswith("確認状況：")]
    assert len(told) == 1
    assert "意見あり" in told[0]
    assert "環境部" in told[0]
    assert "2026-12-01" in told[0]
    assert "見直したい" in "".join(said)
    english = lines("explain", "取組9", "ビジョン①", "--graph", small, "--lang", "en")
    assert any("confirmation: disputed" in line for line in english)


def test_places_stand_in_the_order_of_their_numbers(small):
    said = lines("explain", "取組1", "ビジョン①", "--graph", small)
    assert "［記載］見本計画 シート9、シート10" in said


def test_the_steps_of_a_way_run_from_its_beginning_to_its_end(small):
    said = lines("explain", "取組10", "ビジョン①", "--graph", small)
    steps = [line for line in said if line[:2] in {"1.", "2.", "3."}]
    assert steps == [
        "1. 取組10「森の学校」は、めざす効果「森のめぐみ」をめざします",
        "2. めざす効果「森のめぐみ」は、ビジョン①「森のまち」につながります",
    ]
    assert "［導出・推定による］規則「めざす効果を通じて」" in said


def test_where_there_is_no_way_the_view_is_named():
    assert lines("explain", "取組24", "ビジョン④", "--basis", "matched") == [
        (
            "取組24「防災訓練の実施」 と ビジョン④「誰もが安心して暮せるまち」 を結ぶつながりは、"
            "この見方（根拠の下限：照合）では見つかりません。"
        )
    ]
    assert lines("explain", "取組24", "ビジョン⑥") == [
        (
            "取組24「防災訓練の実施」 と ビジョン⑥「わくわくして暮せるまち」 を結ぶつながりは、"
            "この見方（根拠の下限：推定）では見つかりません。"
        )
    ]
    said = lines("explain", "取組19", "ビジョン②", "--basis", "stated", "--lang", "en")
    assert said == [
        (
            "No link joins action 19 “Conserving and using forests” and vision ② “A town living "
            "with nature” in this view (weakest basis: stated)."
        )
    ]


def test_the_way_of_a_disaster_drill_to_the_safe_town_tells_whose_reading_it_is():
    said = lines("explain", "取組24", "ビジョン④")
    assert said[0].endswith("のつながり：2通り")
    reason = (
        "［推定］「災害弱者への支援」をどのビジョンに当てるかはどの資料にも印字がないが、計画が"
        "「誰ひとり取り残さない」と言う相手は「誰もが安心して」の「誰もが」から漏れやすい人なので、"
        "四番と読んだ。（plan-graph編集者、2026-11-22）"
    )
    assert reason in said


def test_explain_counts_its_links_by_their_ground():
    assert "数えたつながり：導出 1（照合による 1）" in lines("explain", "取組19", "ビジョン②")
    assert "数えたつながり：導出 2（推定による 2）" in lines("explain", "取組24", "ビジョン④")
    said = lines("explain", "取組37", "プロジェクト3", "--lang", "en")
    assert "Links counted: stated 1" in said


def kinds_of_links(store):
    """Return the ends of one Link for each relation and basis of the graph."""
    query = (
        f"SELECT ?p ?b (MIN(?l) AS ?link) {{ ?l <{RDF}predicate> ?p ; <{PG}basis> ?b }}"
        " GROUP BY ?p ?b ORDER BY ?p ?b"
    )
    for row in select(store, query):
        ends = [
            next(store.quads_for_pattern(row["link"], node, None)).object.value
            for node in map(NamedNode, (f"{RDF}subject", f"{RDF}object"))
        ]
        yield (row["p"].value.removeprefix(PG), *ends)


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_kind_of_link_can_be_told_without_an_iri(lang, shipped):
    known = elements(shipped)
    page = Page(shipped, known, f"{PG}Proposed", lang)
    told = set()
    for relation, first, second in kinds_of_links(shipped):
        ends = (known[first], known[second])
        text = explain_text(explain(shipped, *ends), ends, page)
        assert "http" not in text, relation
        assert ends[0].label(lang) in text, relation
        assert ends[1].label(lang) in text, relation
        told.add(relation)
    assert {"partOf", "serves", "aimsAt", "hasAspect", "responsible", "leader", "unitOf"} <= told


def test_the_same_is_told_whatever_the_order_of_the_graph(shipped):
    store = Store()
    for quad in sorted(shipped, key=str, reverse=True):
        store.add(Quad(*quad.triple))
    texts = []
    for each in (shipped, store):
        shown = view(each)
        known = elements(shown)
        page = Page(shown, known, f"{PG}Estimated", "ja")
        answers = serves(shown, known)
        ends = (known[f"{BASE}action/ap3-19"], known[f"{BASE}vision/2"])
        explained = explain_text(explain(shown, *ends), ends, page)
        plain = json.dumps(serves_json(answers, page))
        texts.append((serves_text(answers, page), plain, explained))
    assert texts[0] == texts[1]


def test_a_proposal_is_told_only_to_who_asks_for_it(tmp_path):
    path = tmp_path / "proposed.ttl"
    path.write_text(
        SMALL.replace("pg:basis pg:Estimated", "pg:basis pg:Proposed"), encoding="utf-8"
    )
    hidden = lines("explain", "取組9", "ビジョン①", "--graph", path)
    assert "見つかりません" in hidden[0]
    shown = lines("explain", "取組9", "ビジョン①", "--graph", path, "--basis", "proposed")
    assert any(line.startswith("［提案］") for line in shown)
