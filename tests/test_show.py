"""One element whole: its facts, values, statuses, neighbours and their evidence."""

import json
import re
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store

from plan_graph.answers import Page
from plan_graph.facts import show
from plan_graph.facts_json import show_json
from plan_graph.graph import load_store, view
from plan_graph.lookup import elements, find_element
from plan_graph.messages import RELATION_LABELS
from plan_graph.pages import show_text
from plan_graph.tables import Screen, json_text
from plan_graph.vocab import PG, RELATIONS

ROOT = Path(__file__).parents[1]
BASE = "https://w3id.org/plan-graph/id/122068/"
SHEETS = "第3期オーガニックなまちづくりアクションプラン進行管理表（令和6年度）"


@pytest.fixture(scope="module")
def store():
    """Return the released graph without anything that rests on a judgement."""
    return view(load_store(ROOT / "data" / "mandala.ttl"), PG.Matched)


@pytest.fixture(scope="module")
def sample():
    """Return the small graph in which every kind of element and every relation occurs."""
    return load_store(ROOT / "tests" / "data" / "shapes_base.ttl")


@pytest.fixture
def facts(store):
    return lambda text: facts_of(store, text)


@pytest.fixture
def told(store):
    return lambda text, lang="ja", columns=0: text_of(store, text, lang, columns)


def facts_of(store, text):
    known = elements(store)
    return show(store, known, find_element(known, text))


def page_of(store, lang="ja", columns=0):
    return Page(store, elements(store), PG.Matched, lang, Screen(columns))


def text_of(store, text, lang="ja", columns=0):
    return show_text(facts_of(store, text), page_of(store, lang, columns))


def block(text, heading):
    """Return the lines of the block that begins with *heading*, without their indent."""
    (found,) = [each for each in text.split("\n\n") if each.startswith(heading)]
    return [line.strip() for line in found.splitlines()]


def neighbours(facts, predicate, *, backward=False):
    return [
        neighbour.element.removeprefix(BASE)
        for related in facts.relations
        if (related.predicate, related.backward) == (predicate, backward)
        for neighbour in related.neighbours
    ]


def values(measured):
    return [
        (value.kind.removeprefix(PG.NS), value.year, value.printed) for value in measured.values
    ]


# --- Values and statuses ----------------------------------------------------------------------


def test_the_values_of_an_action_are_as_printed_each_with_its_own_year(facts):
    first, second = facts("取組9").measured
    assert first.indicator == f"{BASE}indicator/ap3-9-1"
    assert values(first) == [
        ("Baseline", 2022, "15,926千円(R4年度)"),
        ("Target", 2023, "14,895千円(R5年度)"),
        ("Actual", 2023, "13,759千円(R5年度)"),
        ("Target", 2024, "12,864千円(R6年度)"),
    ]
    assert values(second) == [
        ("Baseline", 2022, "52.5% (R4年度)"),
        ("Target", 2023, "56.5% (R5年度)"),
        ("Actual", 2023, "61.0% (R5年度)"),
        ("Target", 2024, "60.5%(R6年度)"),
    ]
    sheets = f"{BASE}document/progress-2024"
    assert first.values[2].sources == ((sheets, ("sheet:9-1",)),)
    assert second.values[2].sources == ((sheets, ("sheet:9-2",)),)


def test_a_status_stands_beside_the_two_values_that_its_sheet_compares(facts):
    ((status,), _) = (measured.statuses for measured in facts("取組9").measured)
    assert (status.report_year, status.status) == (2024, PG.Achieved)
    assert (status.actual.printed, status.actual.year) == ("13,759千円(R5年度)", 2023)
    assert (status.target.printed, status.target.year) == ("14,895千円(R5年度)", 2023)


def test_values_of_another_year_than_the_column_say_so(told):
    lines = block(told("取組9"), "指標9-1")
    assert lines == [
        "指標9-1「農作物被害金額」",
        "単位：円、単年度、小さいほどよい（編集者による）",
        "年                 現状値              目標値              実績値",
        "-----------------  ------------------  ------------------  ------------------",
        "令和4年度（2022）  15,926千円(R4年度)",
        "令和5年度（2023）                      14,895千円(R5年度)  13,759千円(R5年度)",
        "令和6年度（2024）                      12,864千円(R6年度)",
        "達成状況（令和6年度の進行管理）：○　実績 13,759千円(R5年度)／目標 14,895千円(R5年度)",
        "※令和6年度の欄に書かれた令和5年度の値です",
        "理由は進行管理表 No.9-1 参照",
        "［記載］資料5 シート9-1",
    ]


def test_an_action_of_two_indicators_shows_both_with_their_statuses(told):
    text = told("取組24")
    assert "達成状況（令和6年度の進行管理）：○　実績 10地区／目標 10地区" in text
    assert "達成状況（令和6年度の進行管理）：○　実績 8回／目標 8回" in text
    assert "理由は進行管理表 No.24-1 参照" in text
    assert "理由は進行管理表 No.24-2 参照" in text
    assert "欄に書かれた" not in text


def test_a_missed_target_is_shown_with_its_values_and_where_the_reason_stands(told):
    lines = block(told("取組20"), "指標20")
    status = lines.index("達成状況（令和6年度の進行管理）：×　実績 1校／目標 4校")
    assert lines[status + 1] == "理由は進行管理表 No.20 参照"


@pytest.mark.parametrize("element", ["取組12", "指標12", "プロジェクト目標2-1", "g2-1"])
def test_an_odd_figure_asks_about_its_scope_and_blames_nobody(told, element):
    text = told(element)
    assert "集計範囲が変わった可能性。担当課に確認" in text
    assert not any(word in text for word in ("急減", "誤り", "達成率"))


def test_figures_that_move_as_they_should_are_not_remarked_upon(told):
    assert "集計範囲" not in told("取組9")
    assert "集計範囲" not in told("取組24")


def test_signs_for_no_value_stay_as_printed(facts, told):
    (measured,) = facts("取組6").measured
    assert values(measured) == [
        ("Baseline", 0, "-"),
        ("Target", 2024, "-"),
        ("Actual", 2024, "-"),
        ("Target", 2025, "-"),
    ]
    assert {value.no_value for value in measured.values} == {PG.NotPrinted}
    assert {value.number for value in measured.values} == {None}
    assert "達成状況（令和6年度の進行管理）：－　実績 -／目標 -" in told("取組6")


def test_a_status_without_indicator_is_shown_with_what_is_missing(told):
    assert block(told("取組25"), "進行管理\n") == [
        "進行管理",
        "達成状況（令和6年度の進行管理）：－　指標・実績・目標の記載はありません",
        "理由は進行管理表 No.25 参照",
    ]


def test_the_day_of_a_value_and_both_documents_that_print_it_are_told(told):
    text = told("g3-1")
    assert "2,000人（R5年度）［2023-12-31時点］" in text
    assert "令和9年度（2027）" in text
    assert "［記載］資料5 プロジェクト目標3-1、資料1" in text


def test_a_calendar_year_is_not_called_a_fiscal_year(told):
    assert "令和4年（2022）  1,543万人 (R4年)" in told("指標21-2")


# --- Facts, names, neighbours -----------------------------------------------------------------


def test_an_action_without_sheet_shows_only_what_is_printed_of_it(facts, told):
    whole = facts("取組37")
    assert (whole.measured, whole.statuses) == ((), ())
    assert neighbours(whole, PG.responsible) == []
    assert neighbours(whole, PG.partOf) == []
    assert neighbours(whole, PG.inPlan) == ["plan/ap3"]
    assert neighbours(whole, PG.inProject) == ["project/ap3-3"]
    text = told("取組37")
    assert block(text, "資料での表記") == [
        "資料での表記",
        "「まちづくりへの防災・減災の強化」 資料5 目次",
    ]
    assert not any(word in text for word in ("担当課", "指標", "達成状況", "シート"))


def test_a_vision_that_no_action_reaches_says_so_without_blame(facts, told):
    whole = facts("ビジョン③")
    assert neighbours(whole, PG.serves, backward=True) == [
        "outcome/local-sdgs-hub",
        "outcome/environmental-awareness",
    ]
    text = told("ビジョン③")
    assert text.splitlines()[:2] == [
        "ビジョン③「人を呼ぶ魅力のあるまち」",
        "  資料からたどれる取組はまだありません（推定 0件。市の見解ではありません）。",
    ]
    assert "誰も取り組んでいない" not in text
    assert "※番号とビジョンの対応は編集者の読み取り" in text


def test_what_an_action_has_through_its_measure_is_counted_apart(told):
    text = told("取組20")
    assert block(text, "つながるビジョン（2、うち施策を通じてのみ 2）")[1:] == [
        "② 自然とともにあるまち",
        "［導出・照合による］規則「施策を通じて」：施策2-4「自然資本の保全・活用」を通じて",
        "⑤ 子ども・若者が育つ環境のあるまち",
        "［導出・照合による］規則「施策を通じて」：施策2-4「自然資本の保全・活用」を通じて",
    ]
    assert "plan-graph explain 取組20 ビジョン②" in text


def test_matched_names_are_quoted_with_both_documents(told):
    (line,) = [
        line for line in block(told("施策2-4"), "めざす効果（1）") if line.startswith("［照合］")
    ]
    assert line.count("「自然資本の保全・活用」") == 2
    assert "資料3 スライド「木更津市マンダラver.1.0」" in line
    assert "資料5 シート19-1" in line


def test_departments_stand_in_the_order_of_print(facts):
    assert neighbours(facts("取組36"), PG.responsible) == [
        "department/crisis-management",
        "department/city-promotion",
    ]


def test_a_department_lists_its_actions_in_their_order_and_no_status(facts, told):
    whole = facts("危機管理課")
    numbers = [23, 24, 25, 26, 27, 28, 30, 32, 33, 34, 35, 36]
    # What it did under the 1st basic plan, which is over, comes after what is in force.
    assert neighbours(whole, PG.responsible, backward=True) == [
        *(f"action/ap3-{n}" for n in numbers),
        "measure/bp1-disaster-prevention",
    ]
    text = told("危機管理課")
    assert "担当する取組（12）" in text
    assert "リーダーを務めるプロジェクト（1）" in text
    assert not any(sign in text for sign in "○×")
    assert "達成" not in text


def test_every_printed_name_is_told_the_elements_own_first(facts):
    assert [naming.text for naming in facts("g3-1").namings] == [
        "まちづくり協議会主催の防災事業への参加者数",
        "まちづくり協議会と連携した防災事業への参加者数",
    ]


def test_a_misprint_is_shown_as_printed_with_how_it_is_read(told):
    text = told("g2-1")
    assert "「本プロジェクト実施によるCO ₂ 削減」" in text
    assert "※印刷のまま。「本プロジェクト実施によるCO₂削減」と読みます" in text


def test_facts_of_ours_say_that_they_are(told):
    assert (
        "説明    関係機関や住民と一緒に、避難所の開設などの訓練を行います。（編集者による）"
        in told("取組24")
    )


def test_names_of_ours_say_that_they_are_and_those_of_the_sdgs_are_given(told):
    text = told("取組20")
    assert "英語名  Conserving and using tidal flats（編集者による）" in text
    assert "よみ    ひがたのほぜん・かつよう（編集者による）" in text
    assert "英語名    Climate action\n" in told("SDG 13")
    assert "略称    経\n" in told("経済")


def test_a_goal_of_the_sdgs_without_links_says_that_this_view_has_none(told):
    assert "この見方（根拠の下限：照合）では、つながりはありません。" in told("SDG 13")


def test_documents_are_cited_by_number_and_named_at_the_end(told):
    text = told("取組24")
    assert f"資料5 {SHEETS}" in text
    assert text.count(SHEETS) == 1


def test_the_page_says_how_many_links_of_each_basis_it_counts(told):
    assert "数えたつながり：記載 6、導出 2（記載による 2）" in told("取組24")


def test_the_page_in_english_has_no_japanese_but_names_and_print(told):
    text = told("取組24", "en")
    assert text.splitlines()[0] == "action 24 “Carrying out disaster drills”"
    assert "Japanese name  防災訓練の実施" in text
    assert "FY2024" in text
    assert "Status (progress report of FY2024): ○  actual 8回 / target 8回" in text
    assert "For the reason see the progress report, No. 24-2" in text
    assert "part of: measure (1)" in text
    assert "［stated］document 5, sheet 24-1, sheet 24-2" in text


# --- A small graph of an invented city --------------------------------------------------------


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_element_of_every_kind_can_be_shown(sample, store, lang):
    for graph in (sample, store):
        known, page = elements(graph), page_of(graph, lang, 80)
        for element in known.values():
            whole = show(graph, known, element)
            lines = show_text(whole, page).splitlines()
            assert element.iri in "".join(line.strip() for line in lines)
            assert max(map(page.screen.width, lines)) <= 80, element.iri
            assert json.loads(json_text(show_json(whole, page)))["id"] == element.iri


def test_every_relation_has_a_name_read_forward_and_backward(sample):
    known = elements(sample)
    wholes = [show(sample, known, element) for element in known.values()]
    seen = {
        (related.predicate, related.backward) for whole in wholes for related in whole.relations
    }
    # The aspects, at the other end of hasAspect, stand in the ontology.
    expected = {(relation, way) for relation in RELATIONS for way in (False, True)}
    assert seen == expected - {(PG.hasAspect, True)}
    assert set(RELATION_LABELS) == set(RELATIONS)


def test_the_texts_of_a_sheet_stand_in_place_of_the_hint_where_they_are(sample):
    text = text_of(sample, "https://w3id.org/plan-graph/id/999999/action/ap2-1")
    assert "取組の評価：雨で進まなかった。" in text
    assert "理由は進行管理表" not in text


SMALL = """
@prefix pg: <https://w3id.org/plan-graph/ns#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix sdgo: <http://metadata.un.org/sdg/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix e: <https://w3id.org/plan-graph/id/999999/> .
e:d1 a pg:SourceDocument ; pg:name "旧い表" ; pg:year 2023 .
e:d2 a pg:SourceDocument ; pg:name "新しい表" ; pg:year 2024 .
e:a a pg:Action ; pg:name "森の\\u001B[2J見守り\\u009B1m\\n偽の行" ; skos:notation "1" .
e:b a pg:Department ; pg:name "森林課" .
e:c a pg:Department ; pg:name "公園課" .
e:g a sdgo:Goal ; pg:name "陸の豊かさも守ろう" ; skos:notation "15" .
e:v a pg:Vision ; pg:name "森のあるまち" ; skos:notation "1" ; pg:printedNotation "①" .
e:i a pg:Indicator ; pg:name "見守った日数" ; skos:notation "1" ; pg:accumulation pg:PerYear .
e:l1 a pg:Link ; rdf:subject e:a ; rdf:predicate pg:responsible ; rdf:object e:c ;
  pg:basis pg:Stated ; pg:order 2 ; dcterms:source e:d2 ; pg:locator "sheet:1" .
e:l2 a pg:Link ; rdf:subject e:a ; rdf:predicate pg:responsible ; rdf:object e:b ;
  pg:basis pg:Stated ; pg:order 1 ; pg:role pg:Lead ; dcterms:source e:d2 ; pg:locator "sheet:1" .
e:l3 a pg:Link ; rdf:subject e:a ; rdf:predicate pg:contributesTo ; rdf:object e:g ;
  pg:basis pg:Estimated ; pg:rationale "「見守り」とある"@ja , "it says so"@en ; pg:by "編集者" ;
  dcterms:date "2024-05-01"^^xsd:date ; pg:confirmation pg:Disputed .
e:l4 a pg:Link ; rdf:subject e:a ; rdf:predicate pg:serves ; rdf:object e:v ;
  pg:basis pg:Estimated ; pg:rationale "「森」とある"@ja , "it says forest"@en ; pg:by "編集者" ;
  dcterms:date "2024-05-01"^^xsd:date .
e:l5 a pg:Link ; rdf:subject e:a ; rdf:predicate pg:hasIndicator ; rdf:object e:i ;
  pg:basis pg:Stated ; dcterms:source e:d2 ; pg:locator "sheet:1" .
e:a pg:responsible e:b , e:c ; pg:contributesTo e:g ; pg:serves e:v ; pg:hasIndicator e:i .
e:p1 a pg:PrintedValue ; pg:ofIndicator e:i ; pg:kind pg:Target ; pg:year 2024 ;
  pg:yearKind pg:FiscalYear ; pg:value 90.0 ; pg:asPrinted "90日" ; dcterms:source e:d1 ;
  pg:locator "sheet:1" .
e:p2 a pg:PrintedValue ; pg:ofIndicator e:i ; pg:kind pg:Target ; pg:year 2024 ;
  pg:yearKind pg:FiscalYear ; pg:value 120.5 ; pg:asPrinted "120.5日" ; dcterms:source e:d2 ;
  pg:locator "sheet:1" .
e:o a pg:Observation ; pg:ofIndicator e:i ; pg:kind pg:Target ; pg:year 2024 ;
  pg:yearKind pg:FiscalYear ; pg:value 120.5 ; prov:wasDerivedFrom e:p2 .
"""


@pytest.fixture(scope="module")
def small():
    store = Store()
    store.load(SMALL.encode(), format=RdfFormat.TURTLE)
    return store


def test_a_label_can_neither_steer_the_terminal_nor_fake_a_line(small):
    text = text_of(small, "取組1")
    assert not any(sign in text for sign in "\x1b\x9b")
    assert text.splitlines()[0].startswith("取組1「森の")
    assert not any(line.startswith("偽の行") for line in text.splitlines())


def test_the_leading_department_is_told_and_stands_where_it_was_printed(small):
    assert block(text_of(small, "取組1"), "担当課（2）")[1::2] == ["森林課（主担当）", "公園課"]


def test_a_judgement_is_told_with_its_reason_its_author_and_what_the_department_says(small):
    assert block(text_of(small, "取組1"), "計画書の公式アイコンは未入力")[1:] == [
        "関連するSDGs（1）",
        "15 陸の豊かさも守ろう",
        "［推定］「見守り」とある（編集者、2024-05-01）",
        "確認状況：意見あり",
    ]
    assert "推定は編集者の読み取りです。市の見解ではありません。" in text_of(small, "取組1")


BANNER = "計画書の公式アイコンは未入力。以下は編集者の推定"


@pytest.mark.parametrize("element", ["取組20", "SDGsのゴール14", "SDGsのターゲット14.2"])
def test_the_banner_stands_once_above_all_links_to_sdgs(element):
    store = view(load_store(ROOT / "data" / "mandala.ttl"))
    lines = text_of(store, element).splitlines()
    assert lines.count(BANNER) == 1
    relations = [line for line in lines if re.match(r"関連する(SDGs|取組|施策)（", line)]
    assert lines.index(BANNER) + 1 == lines.index(relations[0])


def test_an_element_without_links_to_sdgs_has_no_banner(small):
    assert BANNER not in text_of(small, "ビジョン①")


def test_plain_data_of_an_element_have_the_banner_among_their_notes(run):
    assert json.loads(run("show", "取組20", "--format", "json").stdout)["notes"] == [BANNER]
    assert json.loads(run("show", "取組37", "--format", "json").stdout)["notes"] == []


def test_a_way_to_an_sdg_begins_with_the_banner(run):
    assert run("explain", "取組20", "SDG 14").stdout.startswith(BANNER + "\n")
    assert BANNER not in run("explain", "取組20", "ビジョン②").stdout


def test_only_a_printed_sdg_is_called_a_contribution():
    store = Store()
    store.load(
        SMALL.replace(
            "rdf:predicate pg:contributesTo ; rdf:object e:g ;\n  pg:basis pg:Estimated",
            "rdf:predicate pg:contributesTo ; rdf:object e:g ;\n  pg:basis pg:Stated",
        ).encode(),
        format=RdfFormat.TURTLE,
    )
    text = text_of(store, "取組1")
    assert "貢献するSDGsのゴール（1）" in text
    assert "公式アイコン" not in text


def test_a_vision_reached_only_by_judgement_counts_them_as_such(small):
    text = text_of(small, "ビジョン①")
    assert "資料からたどれる取組はまだありません（推定 1件。市の見解ではありません）。" in text
    assert "つながる取組（1）" in text


def test_a_stronger_view_does_not_show_what_rests_on_less(small):
    text = text_of(view(small, PG.Stated), "取組1")
    assert "関連するSDGs" not in text
    assert "推定" not in text


def test_a_value_that_a_newer_document_replaces_is_told_apart(small):
    lines = block(text_of(small, "取組1"), "指標1")
    assert lines[2:5] == [
        "年                 現状値  目標値   実績値",
        "-----------------  ------  -------  ------",
        "令和6年度（2024）          120.5日",
    ]
    assert (
        "※資料1 シート1には、令和6年度（2024）の目標値が 90日 とあります（古い資料の値）" in lines
    )


# --- As data ----------------------------------------------------------------------------------


def test_as_data_values_are_numbers_with_year_and_print(store):
    plain = show_json(facts_of(store, "取組9"), page_of(store))
    assert (plain["id"], plain["kind"], plain["notation"]) == (
        f"{BASE}action/ap3-9",
        "Action",
        "9",
    )
    (actual,) = [v for v in plain["indicators"][0]["values"] if v["kind"] == "Actual"]
    assert (actual["value"], actual["year"], actual["yearKind"], actual["asPrinted"]) == (
        13759000,
        2023,
        "FiscalYear",
        "13,759千円(R5年度)",
    )
    assert actual["sources"][0]["locators"] == ["sheet:9-1"]
    (assessment,) = plain["indicators"][0]["assessments"]
    assert (assessment["status"], assessment["reportYear"]) == ("Achieved", 2024)
    assert assessment["comparesTarget"]["asPrinted"] == "14,895千円(R5年度)"


def test_as_data_every_link_has_its_basis_and_place(store):
    plain = show_json(facts_of(store, "取組20"), page_of(store))
    (serves,) = [each for each in plain["relations"] if each["predicate"] == "serves"]
    assert [element["notation"] for element in serves["elements"]] == ["2", "5"]
    (link,) = serves["elements"][0]["links"]
    assert (link["basis"], link["effectiveBasis"]) == ("Derived", "Matched")
    assert [element["notation"] for element in link["through"]] == ["2-4"]
    (part,) = [each for each in plain["relations"] if each["predicate"] == "partOf"]
    assert part["backward"] is False
    assert part["elements"][0]["links"][0]["sources"] == [
        {
            "document": {
                "id": f"{BASE}document/progress-2024",
                "kind": "SourceDocument",
                "notation": "",
                "name": SHEETS,
            },
            "locators": ["sheet:20"],
        }
    ]


def test_as_data_a_fraction_stays_one_and_no_value_is_none(small, store):
    plain = show_json(facts_of(small, "取組1"), page_of(small))
    assert [(v["value"], v["outdated"]) for v in plain["indicators"][0]["values"]] == [
        (120.5, False),
        (90, True),
    ]
    none = show_json(facts_of(store, "取組6"), page_of(store))["indicators"][0]["values"][0]
    assert (none["value"], none["noValue"], none["year"]) == (None, "NotPrinted", None)
