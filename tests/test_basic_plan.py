"""The importer of basic plans: a look-alike with every quirk, its faults, and the real plan."""

import csv
import shutil
from pathlib import Path

import pytest

from plan_graph.importers.source import Source, section
from plan_graph.japanese import last_year, printed_number
from plan_graph.register import Department, Plan, Register

ROOT = Path(__file__).parents[1]
REGISTERED = """
[[plans]]
key = "tb1"
name = "海の基本計画"
name_en = "Basic Plan of the Sea"
start_year = 2029
end_year = 2032

[[documents]]
key = "basic-2029"
kind = "basic-plan"
series = "basic"
plan = "tb1"
fiscal_year = 2029
title = "海の基本計画（令和11年度～令和14年度）"
title_en = "Basic Plan of the Sea (FY2029-FY2032)"
"""
KEYS = [
    ("Unit", "隻", "boats"),
    ("Unit", "件", "items"),
    ("Unit", "ha", "hectares"),
    ("BasicDirection", "海へ向けて", "to-the-sea"),
    ("Principle", "自立", "self-reliance"),
    ("Principle", "循環", "circulation"),
    ("Principle", "共生", "living-together"),
    ("Principle", "調和", "harmony"),
    ("ViewPoint", "DXの視点", "dx"),
    ("ViewPoint", "GXの視点", "gx"),
    ("RelatedPlan", "青葉ヶ浦市浜の計画", "beach-plan"),
    ("RelatedPlan", "松林の手引き（第2版）", "pine-guide"),
    ("RelatedPlan", "青葉ヶ浦市海のきまり", "sea-rules"),
]
DEPARTMENTS = [
    ("finance", "", "財政課", "2029", "", "basic-2029", "", ""),
    ("community-centres", "", "公民館", "2029", "", "basic-2029", "", ""),
]


def append(path, rows):
    with path.open("a", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def change(folder, *changes):
    """Replace each (old, new) in the text of the basic plan; every old must be there."""
    path = folder / "sources" / "basic.txt"
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")


def read(run, folder, *options):
    return run("import", "basic-plan", folder / "sources" / "basic.txt", "--data", folder, *options)


@pytest.fixture(scope="module")
def registered(built_town, tmp_path_factory):
    """The town with a second plan in its register, not imported yet; only to be copied."""
    folder = tmp_path_factory.mktemp("basic") / "data"
    shutil.copytree(built_town, folder)
    with (folder / "city.toml").open("a", encoding="utf-8") as file:
        file.write(REGISTERED)
    append(folder / "curated" / "keys.csv", KEYS)
    append(folder / "curated" / "departments.csv", DEPARTMENTS)
    return folder


@pytest.fixture
def folder(registered, tmp_path):
    """A copy of the town with the second plan registered, which the test may change."""
    return Path(shutil.copytree(registered, tmp_path / "data"))


@pytest.fixture(scope="module")
def both(registered, tmp_path_factory, run):
    """The town with both plans imported and built; only to be read."""
    folder = tmp_path_factory.mktemp("both") / "data"
    shutil.copytree(registered, folder)
    done = read(run, folder)
    assert done.exit_code == 0, done.output
    done = run("build", "--data", folder)
    assert done.exit_code == 0, done.output
    return folder


@pytest.fixture(scope="module")
def said(both, ask):
    """Ask what the basic plan of the town says."""
    return lambda names, pattern: ask(both / "documents" / "basic-2029.ttl", names, pattern)


@pytest.fixture(scope="module")
def graph(both, ask):
    """Ask the graph of the town with both plans."""
    return lambda names, pattern: ask(both / "mandala.ttl", names, pattern)


LINK = "?l rdf:subject ?s ; rdf:predicate pg:{} ; rdf:object ?o ; pg:basis pg:Stated"


# --- What is read ------------------------------------------------------------------------------


def test_measures_stand_in_their_policies_these_in_the_direction_and_it_in_the_plan(said):
    assert said("?s ?o", LINK.format("partOf")) == [
        ("action/tb1-11-1", "measure/tb1-11"),
        ("action/tb1-11-2", "measure/tb1-11"),
        ("action/tb1-11-3", "measure/tb1-11"),
        ("action/tb1-12-1", "measure/tb1-12"),
        ("action/tb1-13-1", "measure/tb1-13"),
        ("direction/tb1-to-the-sea", "plan/tb1"),
        ("measure/tb1-11", "policy/tb1-to-the-sea-1"),
        ("measure/tb1-12", "policy/tb1-to-the-sea-2"),
        ("measure/tb1-13", "policy/tb1-to-the-sea-2"),
        ("policy/tb1-to-the-sea-1", "direction/tb1-to-the-sea"),
        ("policy/tb1-to-the-sea-2", "direction/tb1-to-the-sea"),
    ]


def test_the_name_of_a_measure_stands_before_its_number_or_two_lines_above(said):
    pattern = "?w pg:ofKind pg:Measure ; pg:text ?text ; skos:notation ?number ; pg:order ?order"
    assert said("?order ?number ?text", pattern) == [
        ("1", "11", "魚食の普及"),
        ("2", "12", "浜の手入れの推進"),
        ("3", "13", "松林のよみがえり"),
    ]


def test_actions_keep_their_numbers_and_the_order_of_print(said):
    pattern = "?w pg:ofElement ?e ; pg:ofKind pg:Action ; pg:order ?order ; pg:text ?text"
    assert said("?order ?e ?text", pattern) == [
        ("1", "action/tb1-11-1", "朝の市の支度"),
        ("2", "action/tb1-11-3", "魚をさばく教室"),
        ("3", "action/tb1-11-2", "磯の観察会の充実"),
        ("4", "action/tb1-12-1", "浜の掃除"),
        ("5", "action/tb1-13-1", "松を植える"),
    ]


def test_policies_keep_the_number_as_printed(said):
    pattern = "?w pg:ofKind pg:BasicPolicy ; skos:notation ?n ; pg:printedNotation ?p ; pg:text ?t"
    assert said("?n ?p ?t", pattern) == [
        ("1", "01", "港と浜のにぎわい"),
        ("2", "02", "浜の手入れ"),
    ]


def test_a_section_alone_is_the_one_of_that_name_in_the_period_or_has_no_department(said, graph):
    pattern = f"{LINK.format('responsible')} OPTIONAL {{ ?l pg:order ?order }}"
    assert said("?s ?o ?order", pattern) == [
        ("action/tb1-11-1", "department/finance", "2"),
        ("action/tb1-11-1", "department/fisheries", "1"),
        ("action/tb1-11-2", "department/community-centres", ""),
        ("action/tb1-11-3", "department/commerce", ""),
        ("action/tb1-12-1", "department/greenery", ""),
        ("action/tb1-13-1", "department/greenery", ""),
    ]
    noted = f"{LINK.format('responsible')} ; pg:note ?note FILTER(LANG(?note) = 'ja')"
    assert [row[0] for row in said("?o", noted)] == ["department/fisheries", "department/greenery"]
    assert said("?s", LINK.format("unitOf")) == []
    assert graph("?bu", "<department/finance> pg:unitOf ?bu") == []
    assert graph("?bu", "<department/fisheries> pg:unitOf ?bu") == [("department/industry",)]


def test_a_department_is_called_by_its_full_name(graph):
    pattern = "<department/fisheries> pg:name ?name ; skos:altLabel ?other"
    assert graph("?name ?other", pattern) == [("産業部水産課", "水産課")]


def test_indicators_have_their_values_with_year_unit_day_and_what_else_is_printed(said):
    pattern = """?v pg:ofIndicator ?i ; pg:kind ?kind ; pg:asPrinted ?print ; pg:value ?value ;
        pg:unit ?unit ; pg:year ?year ; pg:yearKind pg:FiscalYear
        OPTIONAL { ?v pg:asOf ?day } OPTIONAL { ?v pg:note ?note }
        FILTER(CONTAINS(STR(?i), "indicator"))"""
    assert said("?i ?kind ?print ?value ?unit ?year ?day ?note", pattern) == [
        ("indicator/tb1-11", "pg:Baseline", "１，０５０人（令和10年11月末）", "1050",
         "unit/person", "2028", "2028-11-30", ""),
        ("indicator/tb1-11", "pg:Target", "1,200人", "1200", "unit/person", "2032", "", ""),
        ("indicator/tb1-12-1", "pg:Baseline", "45.5％（令和９年度）", "45.5", "unit/percent",
         "2027", "", ""),
        ("indicator/tb1-12-1", "pg:Target", "50％以内", "50", "unit/percent", "2032", "", "以内"),
        ("indicator/tb1-12-2", "pg:Baseline", "２件（平成30 ～令和９年度）", "2", "unit/items",
         "2027", "", "平成30 ～令和９年度"),
        ("indicator/tb1-12-2", "pg:Target", "３件（令和11～14年度）", "3", "unit/items", "2032",
         "", "令和11～14年度"),
        ("indicator/tb1-13", "pg:Baseline", "58.0ha（令和10年12月末）", "58", "unit/hectares",
         "2028", "2028-12-31", ""),
        ("indicator/tb1-13", "pg:Target", "60.0ha", "60", "unit/hectares", "2032", "", ""),
    ]  # fmt: skip


def test_indicators_are_named_without_what_tells_how_they_add_up(said):
    pattern = "?w pg:ofKind pg:Indicator ; pg:text ?text ; pg:accumulation ?how"
    assert said("?text ?how", pattern) == [
        ("朝の市にかよう人の数", "pg:Cumulative"),
        ("松林の広さ", "pg:Unstated"),
        ("浜の見まわりの見直し", "pg:Unstated"),
        ("浜の費用の割合", "pg:Unstated"),
    ]
    assert said("?n", "?w pg:ofKind pg:Indicator ; skos:notation ?n") == []


def test_charts_are_statistics_with_their_source_and_no_indicators(said, graph):
    pattern = f"{LINK.format('hasStatistic')} . ?w pg:ofElement ?o ; pg:text ?text ; pg:note ?note"
    assert said("?s ?o ?text ?note", pattern) == [
        ("measure/tb1-11", "statistic/tb1-11", "港に着いた舟の数",
         "出所：青葉ヶ浦市　水産課資料"),
        ("measure/tb1-12", "statistic/tb1-12", "浜の合言葉の認知度",
         "出所：令和９年度浜のくらしアンケート"),
        ("measure/tb1-13", "statistic/tb1-13", "松林の広さ", "出所：青葉ヶ浦市　みどり課資料"),
    ]  # fmt: skip
    assert graph("?o", "?o a pg:Observation ; pg:ofIndicator ?i . ?i a pg:Statistic") == []
    assert graph("?u", "<statistic/tb1-11> a pg:Statistic ; pg:unit ?u") == [("unit/boats",)]


def test_a_series_has_no_year_a_value_but_the_years_printed_with_it_and_says_why(said):
    pattern = """?v pg:ofIndicator <statistic/tb1-11> ; pg:kind pg:Actual ; pg:note ?years ;
        pg:value ?value ; pg:asPrinted ?print
        OPTIONAL { ?v pg:year ?year } OPTIONAL { ?v pg:yearKind ?kind }"""
    assert said("?value ?print ?years ?year ?kind", pattern) == [
        ("1980", "1,980", "H30 R1 R2", "", ""),
        ("2005", "２，００５", "H30 R1 R2", "", ""),
        ("2150", "2,150", "H30 R1 R2", "", ""),
    ]
    noted = f"{LINK.format('hasStatistic')} ; pg:note ?note FILTER(LANG(?note) = 'ja')"
    assert said("?o ?note", noted) == [
        ("statistic/tb1-11", "グラフのどの値がどの年のものかは、文字からは分からない")
    ]


def test_shares_have_the_answer_they_count_and_the_year_of_their_source(said):
    pattern = """?v pg:ofIndicator <statistic/tb1-12> ; pg:year ?year ; pg:yearKind ?kind ;
        pg:note ?answer ; pg:value ?value ; pg:unit ?unit ; pg:asPrinted ?print"""
    assert said("?answer ?value ?print ?year ?kind ?unit", pattern) == [
        ("よく知っている", "50", "よく知っている 50.0", "2027", "pg:FiscalYear", "unit/percent"),
        ("名前だけ知っている", "41.5", "名前だけ知っている 41.5", "2027", "pg:FiscalYear",
         "unit/percent"),
        ("知らない", "8.5", "知らない 8.5", "2027", "pg:FiscalYear", "unit/percent"),
    ]  # fmt: skip


def test_principles_and_view_points_are_those_that_the_page_prints(said):
    assert said("?s ?o", LINK.format("underPrinciple")) == [
        ("measure/tb1-11", "principle/circulation"),
        ("measure/tb1-11", "principle/living-together"),
        ("measure/tb1-11", "principle/self-reliance"),
        ("measure/tb1-12", "principle/living-together"),
        ("measure/tb1-12", "principle/self-reliance"),
        ("measure/tb1-13", "principle/circulation"),
    ]
    assert said("?s ?o", LINK.format("fromViewPoint")) == [
        ("measure/tb1-11", "viewpoint/dx"),
        ("measure/tb1-11", "viewpoint/gx"),
        ("measure/tb1-12", "viewpoint/dx"),
        ("measure/tb1-12", "viewpoint/gx"),
        ("measure/tb1-13", "viewpoint/dx"),
    ]
    assert len(said("?l", f"{LINK.format('underPrinciple')} ; pg:note ?note")) == 6


def test_related_plans_are_cut_at_strokes_and_line_ends_and_none_is_none(said):
    assert said("?s ?o", LINK.format("refersTo")) == [
        ("measure/tb1-12", "related-plan/beach-plan"),
        ("measure/tb1-12", "related-plan/pine-guide"),
        ("measure/tb1-12", "related-plan/sea-rules"),
        ("measure/tb1-13", "related-plan/pine-guide"),
    ]


def test_nothing_is_said_of_the_sdgs_and_no_sentence_is_read(said, both):
    assert said("?o", LINK.format("contributesTo")) == []
    text = (both / "documents" / "basic-2029.ttl").read_text(encoding="utf-8")
    for sentence in ("浜に人の輪", "近ごろは舟が", "毎年50人", "４年間で", "旬の魚", "港の市を"):
        assert sentence not in text


def test_charts_that_kept_no_value_are_told(folder, run):
    done = read(run, folder)
    assert "グラフの値は文字に残っていません（施策13）" in done.stderr
    assert "お知らせ" in done.stderr


def test_importing_again_changes_nothing(both, run, tmp_path):
    folder = Path(shutil.copytree(both, tmp_path / "data"))
    assert "変わりません" in read(run, folder).stdout


def test_the_graph_of_both_plans_conforms(both, run):
    done = run("check", "--graph", both / "mandala.ttl", "--data", both)
    assert done.exit_code == 0, done.output


# --- What is wrong -----------------------------------------------------------------------------

FAULTS = {
    "another document": (
        [("施策 11", "11"), ("施策 12", "12"), ("施策 13", "13")],
        "資料として読め",
    ),
    "no policy": (
        [("− 基本政策01 ", "、")],
        "measure:11: 施策のページに足りないものがあります：基本政策",
    ),
    "no actions": (
        [("12-1｜", "12-1、")],
        "measure:12: 施策のページに足りないものがあります：主な取組",
    ),
    "no related plans": (
        [("なし\n関連する個別計画", "なし")],
        "measure:11: 施策のページに足りないものがあります：関連する個別計画",
    ),
    "two measures on a page": ([("市民等の取組\n", "\n")], "page:1: 「施策」と番号の行が2個"),
    "a measure twice": ([("施策 13", "施策 12")], "measure:12: 番号 12 が二度"),
    "an action twice": ([("11-3｜", "11-1｜")], "action:11-1: 番号 11-1 が二度"),
    "an action of another measure": (
        [("13-1｜", "12-2｜")],
        "取組12-2は、施策13のページにあります",
    ),
    "an unknown section": (
        [("公民館", "図書館")],
        "action:11-2: 担当部課「図書館」が登録にありません",
    ),
    "an unknown direction": ([("海へ向けて", "山へ向けて")], "「BasicDirection,山へ向けて,"),
    "an unknown related plan": (
        [("海のきまり", "山のきまり")],
        "「RelatedPlan,青葉ヶ浦市山のきまり,",
    ),
    "an unknown view point": ([("GX\nの視点", "AX\nの視点")], "「ViewPoint,AXの視点,"),
    "an unknown unit": ([("60.0ha", "60.0本")], "「Unit,本,"),
    "an unknown unit of a chart": ([("（隻）", "（艘）")], "「Unit,艘,"),
    "a target that is no number": (
        [("1,200人 毎年", "たくさん 毎年")],
        "指標「朝の市にかよう人の数",
    ),
    "another period": (
        [("目標（令和14年度）", "目標（令和18年度）")],
        "別の計画の資料のようです（目標（令和18",
    ),
    "a chart that lost a value": ([("\n1,980\n", "\n")], "グラフの年が3個、値が2個"),
}


@pytest.mark.parametrize("case", FAULTS)
def test_what_is_wrong_is_told_with_its_place_and_nothing_is_written(case, folder, run):
    changes, message = FAULTS[case]
    change(folder, *changes)
    done = read(run, folder)
    assert done.exit_code == 2
    assert message in done.stderr
    assert not (folder / "documents" / "basic-2029.ttl").exists()


def test_every_fault_is_told_at_once(folder, run):
    change(folder, ("公民館", "図書館"), ("GX\nの視点", "AX\nの視点"), ("60.0ha", "60.0本"))
    done = read(run, folder)
    assert [part in done.stderr for part in ("図書館", "AXの視点", "「Unit,本,")] == [True] * 3


@pytest.mark.parametrize("damage", ["crlf", "bom"])
def test_line_ends_and_byte_order_marks_of_windows_change_nothing(both, run, tmp_path, damage):
    folder = Path(shutil.copytree(both, tmp_path / "data"))
    path = folder / "sources" / "basic.txt"
    content = path.read_bytes()
    path.write_bytes(
        content.replace(b"\n", b"\r\n") if damage == "crlf" else b"\xef\xbb\xbf" + content
    )
    assert "変わりません" in read(run, folder).stdout


def test_a_year_in_the_register_of_departments_is_a_year(folder, run):
    append(folder / "curated" / "departments.csv", [("x", "", "図書館", "R11", "", "", "", "")])
    done = read(run, folder)
    assert done.exit_code == 2
    assert "「from」の「R11」は使えません" in done.stderr


# --- Sections and values -----------------------------------------------------------------------


def named(printed, *departments):
    plan = Plan("p", "計画", "Plan", 2029, 2032)
    register = Register(
        Path("data"),
        "999992",
        "市",
        "City",
        "https://example.org/id/",
        (plan,),
        (),
        (),
        departments,
    )
    document = type("Entry", (), {"plan": "p"})()
    found = section(Source(register, document, Path("x.txt"), ()), printed)
    return found and (found[0].key, found[1])


def known(key, bu, ka, first=None, last=None):
    return Department(key, bu, ka, "", "", "", first, last)


ALONE = known("alone", "", "広報課")


def test_a_section_resolves_only_to_the_one_of_its_name_in_the_period():
    here, there = known("a", "企画部", "広報課", 2030), known("b", "総務部", "広報課", 2031)
    assert named("広報課", here) == ("a", True)
    assert named("広報課", here, ALONE) == ("a", True)
    assert named("広報課", here, there, ALONE) == ("alone", False)
    assert named("広報課", here, there) is None


def test_a_section_of_another_period_does_not_count():
    before, after = known("a", "企画部", "広報課", 2020, 2028), known("b", "総務部", "広報課", 2033)
    assert named("広報課", before, after, ALONE) == ("alone", False)
    assert named("広報課", known("a", "企画部", "広報課", 2020, 2029), after) == ("a", True)
    assert named("広報課", before, known("b", "総務部", "広報課", 2032)) == ("b", True)


def test_a_full_name_needs_no_match_and_an_unknown_one_is_none():
    assert named("企画部広報課", known("a", "企画部", "広報課")) == ("a", False)
    assert named("企画部", known("a", "企画部", "")) == ("a", False)
    assert named("図書館", known("a", "企画部", "広報課")) is None


@pytest.mark.parametrize(
    ("cell", "value", "unit", "note"),
    [
        ("90％以内", 90, "%", "以内"),
        ("30件以上", 30, "件", "以上"),
        ("5人未満（雨の日を除く）", 5, "人", "未満、雨の日を除く"),
        ("2件（令和5～8年度）", 2, "件", "令和5～8年度"),
    ],
)
def test_a_limit_is_no_part_of_the_unit(cell, value, unit, note):
    said = printed_number(cell)
    assert (said.value, said.unit, said.note) == (value, unit, note)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("平成27 ～令和４年度", 2022),
        ("令和５～８年度", 2026),
        ("H27〜H30", None),
        ("2023年度～2026年度", 2026),
        ("令和５年度", None),
    ],
)
def test_a_period_is_of_its_last_year(text, year):
    found = last_year(text)
    assert (found.year if found else None) == year


# --- Two plans in one graph --------------------------------------------------------------------


def test_equal_names_of_two_plans_are_matched_from_the_newer_to_the_older(graph):
    pattern = "?l rdf:subject ?s ; rdf:predicate pg:continues ; rdf:object ?o ; pg:basis ?basis"
    assert graph("?s ?o ?basis", pattern) == [
        ("action/tp2-4", "action/tb1-11-2", "pg:Matched"),
        ("measure/tp2-1-1", "measure/tb1-11", "pg:Matched"),
    ]
    quoted = f"{pattern} ; prov:wasDerivedFrom ?w . ?w pg:text ?text"
    assert graph("?s ?text", quoted) == [
        ("action/tp2-4", "磯の観察会"),
        ("action/tp2-4", "磯の観察会の充実"),
        ("measure/tp2-1-1", "魚食の普及"),
    ]


def test_the_actions_of_visions_are_as_without_the_second_plan(both, built_town, run):
    def answer(folder):
        done = run("serves", "--graph", folder / "mandala.ttl", "--format", "csv")
        return done.stdout.splitlines()

    assert answer(both) == answer(built_town)


def test_a_number_of_either_plan_names_its_element(both, run):
    for said, told in (
        ("施策11", "施策11「魚食の普及」"),
        ("取組11-2", "取組11-2「磯の観察会の充実」"),
    ):
        done = run("show", said, "--graph", both / "mandala.ttl")
        assert done.stdout.startswith(told)


def test_a_name_that_both_plans_have_asks_which(both, run):
    done = run("show", "魚食の普及", "--graph", both / "mandala.ttl")
    assert done.exit_code == 2
    assert "施策11「魚食の普及」" in done.stderr
    assert "施策1-1「魚食の普及」" in done.stderr


def test_questions_without_a_plan_are_of_the_plan_that_began_last(both, run):
    graph = ("--graph", both / "mandala.ttl", "--format", "csv")
    done = run("query", "breakdown", *graph)
    assert "朝市の開催" in done.stdout
    assert "朝の市の支度" not in done.stdout
    done = run("query", "final-targets", "--set", "plan=海の基本計画", *graph)
    assert "松林の広さ" in done.stdout
    done = run("query", "departments", *graph)
    assert done.stdout.index("朝市の開催") < done.stdout.index("朝の市の支度")


def test_a_statistic_shows_its_values_and_its_source(both, run):
    done = run("show", "港に着いた舟の数", "--graph", both / "mandala.ttl")
    assert done.stdout.startswith("統計「港に着いた舟の数」")
    for part in ("※出所：青葉ヶ浦市　水産課資料", "年の記載なし", "2,150", "からは分からない"):
        assert part in done.stdout
    assert "古い資料" not in done.stdout


def rows_of(run, folder, *arguments):
    done = run("table", *arguments, "--graph", folder / "mandala.ttl", "--format", "csv")
    assert done.exit_code == 0, done.output
    return [line.split(",")[0].strip('"') for line in done.stdout.splitlines()[1:]]


def test_a_table_has_one_plan_after_the_other_and_no_plan_that_nothing_joins(both, run):
    rows = rows_of(run, both, "action", "department")
    ours = [row for row in rows if row.startswith(("1 ", "2 ", "11-", "12-", "13-"))]
    assert ours[:3] == ["1 朝市の開催", "2 しおコインの普及", "11-1 朝の市の支度"]
    assert ours[3:5] == ["11-3 魚をさばく教室", "11-2 磯の観察会の充実"]
    assert not [row for row in rows_of(run, both, "action", "vision") if "朝の市の支度" in row]
    done = run("table", "action", "vision", "--graph", both / "mandala.ttl")
    assert "つながりのない取組5件の行は省きました" in done.stdout


# --- The real plan: what is typed here was read in the text -----------------------------------

REAL = ROOT / "data" / "mandala.ttl"
CITY = "https://w3id.org/plan-graph/id/122068/"


@pytest.fixture(scope="module")
def real(ask):
    """Ask the released graph; IRIs are whole."""
    return lambda names, pattern: ask(REAL, names, pattern)


def test_the_basic_plan_has_eight_measures_in_five_policies(real):
    pattern = f"""?m a pg:Measure ; pg:name ?name ; skos:notation ?number ; pg:partOf ?policy .
        ?policy skos:notation ?within ; pg:partOf ?direction .
        ?direction pg:name "構想の実現に向けて" ; pg:partOf <{CITY}plan/bp3>"""
    assert real("?number ?name ?within", pattern) == [
        ("41", "市民参加の推進", "1"),
        ("42", "魅力発信力の強化", "1"),
        ("43", "移住・定住の推進", "1"),
        ("44", "オーガニックなまちづくりの推進", "2"),
        ("45", "協働によるまちづくりの推進", "2"),
        ("46", "質の高い行財政運営の推進", "3"),
        ("47", "広域行政の推進", "4"),
        ("48", "DX推進に向けたICT活用", "5"),
    ]


def test_the_main_actions_are_printed_in_this_order(real):
    pattern = f"?a a pg:Action ; pg:inPlan <{CITY}plan/bp3> ; skos:notation ?n ; pg:order ?order"
    found = sorted((int(order), number) for order, number in real("?order ?n", pattern))
    numbers = [
        *("41-1", "41-2", "42-1", "43-1", "43-2", "44-1", "44-3", "44-2", "45-1", "45-2"),
        *("46-1", "46-3", "46-2", "46-4", "47-1", "47-2", "48-1", "48-2"),
    ]
    assert found == list(enumerate(numbers, start=1))


def test_only_one_action_is_read_as_carrying_on_the_basic_plan_and_no_names_agree(real):
    pattern = "?l rdf:predicate pg:continues ; rdf:subject ?s ; rdf:object ?o ; pg:basis ?basis"
    pattern += " . ?o pg:inPlan <plan/bp3>".replace("<", f"<{CITY}")
    assert real("?s ?o ?basis", pattern) == [
        (f"{CITY}action/ap3-29", f"{CITY}action/bp3-45-1", "pg:Estimated")
    ]
