"""A small city, from its documents to its answers, by the commands people use."""

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

ROOT = Path(__file__).parents[1]
SLIDE = "slide:青葉ヶ浦マンダラver.1.2"


def contents(folder):
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def edit(path, *changes):
    """Replace each (old, new) in the file at *path*; every old must be there."""
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


def add(path, *rows):
    with path.open("a", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def next_year(town, run, text=None, series="sheets"):
    """Register the progress sheets of the next year, import them and build."""
    source = town / "sources" / "sheets-2031.txt"
    if text is not None:
        source.write_text(text, encoding="utf-8")
    with (town / "city.toml").open("a", encoding="utf-8") as file:
        file.write(
            '[[documents]]\nkey = "sheets-2031"\nkind = "progress-sheets"\n'
            f'series = "{series}"\nplan = "tp2"\nfiscal_year = 2031\n'
            'title = "みなと暮らし計画進行管理表（令和13年度）"\n'
            'title_en = "Progress sheets of the harbour life plan (FY2031)"\n'
        )
    imported = run("import", "progress-sheets", source, "--fiscal-year", 2031, "--data", town)
    assert imported.exit_code == 0, imported.output
    return rebuild(town, run)


def rebuild(town, run):
    done = run("build", "--data", town)
    assert done.exit_code == 0, done.output
    return done


def serves(run, folder, *options):
    done = run("serves", *options, "--graph", folder / "mandala.ttl", "--format", "csv")
    assert done.exit_code == 0, done.output
    rows = csv.DictReader(io.StringIO(done.stdout))
    return {(row["ビジョン"][0], row["番号"]): row for row in rows}


def shell(*arguments, cwd=None, **variables):
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in {"PYTHONIOENCODING", "PYTHONUTF8"}
    }
    return subprocess.run(
        [sys.executable, "-m", "plan_graph", *map(str, arguments)],
        capture_output=True,
        check=False,
        cwd=cwd,
        env={**environment, **variables},
        timeout=60,
    )


# --- What the documents say --------------------------------------------------------------------


def test_the_graph_has_as_many_elements_of_each_kind_as_the_documents_print(built_town, ask):
    kinds = [kind for kind, _ in ask(built_town / "mandala.ttl", "?kind ?each", "?each a ?kind")]
    counted = {kind.removeprefix("pg:"): kinds.count(kind) for kind in set(kinds)}
    for evidence in ("Link", "Wording"):
        counted.pop(evidence)
    assert counted == {
        "Municipality": 1,
        "Plan": 1,
        "Mandala": 1,
        "SourceDocument": 3,
        "FutureImage": 1,
        "Vision": 5,
        "RegionalIssue": 3,
        "Theme": 3,
        "Project": 2,
        "ProjectGoal": 3,
        "Measure": 4,
        "Action": 7,
        "Outcome": 5,
        "MandalaProject": 2,
        "MandalaItem": 3,
        "Actor": 3,
        "Place": 4,
        "Resource": 2,
        "Department": 5,
        "Aspect": 3,
        "Indicator": 10,
        "Unit": 7,
        "PrintedValue": 43,
        "Observation": 40,
        "Assessment": 11,
        "PrintedTotal": 4,
        "Rule": 8,
        "sdgo:Goal": 17,
        "sdgo:Target": 45,
    }


def test_the_graph_has_as_many_relations_as_the_documents_and_rules_give(built_town, ask):
    found = {
        relation: len(ask(built_town / "mandala.ttl", "?s ?o", f"?s pg:{relation} ?o"))
        for relation in (
            "partOf", "inPlan", "inProject", "hasIndicator", "responsible", "leader", "unitOf",
            "hasAspect", "drawnIn", "serves", "aimsAt", "addresses", "contributesTo", "continues",
        )
    }  # fmt: skip
    assert found == {
        "partOf": 15,
        "inPlan": 16,
        "inProject": 14,
        "hasIndicator": 10,
        "responsible": 7,
        "leader": 2,
        "unitOf": 3,
        "hasAspect": 7,
        "drawnIn": 28,
        "serves": 15,
        "aimsAt": 6,
        "addresses": 1,
        "contributesTo": 1,
        "continues": 0,
    }


def test_each_thing_belongs_to_what_its_sheet_says(built_town, ask):
    parts = ask(built_town / "mandala.ttl", "?part ?whole", "?part pg:partOf ?whole")
    assert parts == [
        ("action/tp2-1", "measure/tp2-1-1"),
        ("action/tp2-2", "measure/tp2-1-2"),
        ("action/tp2-3", "measure/tp2-2-1"),
        ("action/tp2-4", "measure/tp2-2-2"),
        ("action/tp2-5", "measure/tp2-2-2"),
        ("action/tp2-6", "measure/tp2-2-1"),
        ("goal/tp2-1-1", "project/tp2-1"),
        ("goal/tp2-2-1", "project/tp2-2"),
        ("goal/tp2-2-2", "project/tp2-2"),
        ("measure/tp2-1-1", "goal/tp2-1-1"),
        ("measure/tp2-1-2", "goal/tp2-1-1"),
        ("measure/tp2-2-1", "goal/tp2-2-1"),
        ("measure/tp2-2-2", "goal/tp2-2-2"),
        ("project/tp2-1", "plan/tp2"),
        ("project/tp2-2", "plan/tp2"),
    ]


def test_an_action_of_the_contents_only_has_project_and_plan_and_nothing_else(built_town, ask):
    pattern = "<action/tp2-7> ?relation ?other . ?other a ?kind"
    assert ask(built_town / "mandala.ttl", "?relation ?other", pattern) == [
        ("pg:inPlan", "plan/tp2"),
        ("pg:inProject", "project/tp2-2"),
    ]


def test_departments_come_in_the_order_of_print(built_town, ask):
    links = """
        ?link rdf:predicate pg:responsible ; rdf:subject ?action ; rdf:object ?department
        OPTIONAL { ?link pg:order ?order }
    """
    assert ask(built_town / "mandala.ttl", "?action ?order ?department", links) == [
        ("action/tp2-1", "", "department/fisheries"),
        ("action/tp2-2", "", "department/commerce"),
        ("action/tp2-3", "", "department/greenery"),
        ("action/tp2-4", "1", "department/greenery"),
        ("action/tp2-4", "2", "department/fisheries"),
        ("action/tp2-5", "", "department/greenery"),
        ("action/tp2-6", "", "department/greenery"),
    ]


NAMES = {
    # print with radicals that NFKC maps (⾃ ⾷ ⾒ ⾜) and that it does not (⺠ ⻑)
    "goal/tp2-1-1": "地元の魚を食べる暮らし",
    "action/tp2-7": "語り部の見つけ方",
    "issue/fishers": "漁の担い手不足",
    "theme/2": "魚と食",
    "theme/3": "市民のごみ減らし",
    "place/long-beach": "長い砂浜",
    # full-width digit as printed most often, the plan before the sheets
    "action/tp2-3": "４Rの推進",
    "goal/tp2-2-1": "まちから出るCO₂を減らす",
    "vision/3": "誰もがほっとできるまち",
    # cells, labels and blocks split over lines
    "action/tp2-5": "海辺の見守り",
    "vision/5": "時間がゆっくり流れるまち",
    "mandala-item/morning-market": "朝の魚市",
    "mandala-project/hill": "丘の手入れプロジェクト",
    "place/hill-school": "丘の学校",
    # labels in a row, and labels that run together
    "issue/empty-houses": "空き家の増加",
    "place/pine-square": "松の木ひろば",
    "actor/kamome-foods": "カモメ食品㈱",
    "actor/children": "こども会",
    "mandala-item/pine-revival": "（松林のよみがえり）",
}


@pytest.mark.parametrize("element", NAMES)
def test_names_are_the_print_with_radicals_mapped(built_town, ask, element):
    names = ask(built_town / "mandala.ttl", "?name", f"<{element}> pg:name ?name")
    assert names == [(NAMES[element],)]


@pytest.mark.parametrize(
    ("element", "wordings"),
    [
        (
            "vision/1",
            [
                ("となりの顔がわかるまち", "section:2-1"),
                ("となりの顔がわかるまち", SLIDE),
                ("となりの顔のわかるまち", "slide:円卓のまとめ"),
            ],
        ),
        (
            "vision/3",
            [
                ("だれもがほっとできるまち", "slide:円卓のまとめ"),
                ("だれもがほっとできるまち", SLIDE),
                ("誰もがほっとできるまち", "section:2-1"),
            ],
        ),
        (
            "action/tp2-3",
            [("4 Rの推進", "sheet:3-1"), ("４Rの推進", "contents"), ("４Rの推進", "sheet:3-2")],
        ),
        (
            "indicator/tp2-g2-2",
            [
                ("海辺の催しに来た人の数", "goal:2-2"),
                ("海辺の催しの参加者数", "section:丘と海辺を守るプロジェクト/3"),
            ],
        ),
        (
            "indicator/tp2-g2-1",
            [
                ("本計画で減らしたCO ₂", "section:丘と海辺を守るプロジェクト/3"),
                ("本計画で減らしたCO2", "goal:2-1"),
            ],
        ),
        ("resource/shio-coin", [("しおコイン", SLIDE)]),
    ],
)
def test_every_printed_name_is_a_wording_with_its_place(built_town, ask, element, wordings):
    pattern = f"?w pg:ofElement <{element}> ; pg:text ?text ; pg:locator ?place"
    assert ask(built_town / "mandala.ttl", "?text ?place", pattern) == sorted(wordings)


def test_a_label_that_runs_together_with_another_keeps_its_own_print(built_town, ask):
    # 干物工房ｴｺ発電所 on the slide; keys.csv spells エコ発電所.
    pattern = "?w pg:ofElement <resource/eco-power> ; pg:text ?text"
    assert ask(built_town / "mandala.ttl", "?text", pattern) == [("ｴｺ発電所",)]


def test_the_future_image_is_of_the_year_before_its_name_and_visions_without_one_have_none(
    built_town, ask
):
    path = built_town / "mandala.ttl"
    image = "?e a pg:FutureImage ; pg:year ?year"
    assert ask(path, "?e ?year", image) == [("future-image/2040", "2040")]
    assert ask(path, "?e", "?e a pg:Vision ; pg:year ?year") == []


def test_other_wordings_are_alternative_labels(built_town, ask):
    pattern = "<vision/3> skos:altLabel ?label FILTER(LANG(?label) = 'ja')"
    assert ask(built_town / "mandala.ttl", "?label", pattern) == [("だれもがほっとできるまち",)]


def test_numbers_are_kept_as_printed_beside_plain_digits(built_town, ask):
    pattern = """
        VALUES ?e { <vision/2> <measure/tp2-2-1> <goal/tp2-2-2> <indicator/tp2-3-2> <action/tp2-2>
                    <project/tp2-1> <theme/3> }
        ?e skos:notation ?number ; pg:printedNotation ?print
    """
    assert ask(built_town / "mandala.ttl", "?e ?number ?print", pattern) == [
        ("action/tp2-2", "2", "2"),
        ("goal/tp2-2-2", "2-2", "(2)"),
        ("indicator/tp2-3-2", "3-2", "②"),
        ("measure/tp2-2-1", "2-1", "①"),
        ("project/tp2-1", "1", "1"),
        ("theme/3", "3", "③"),
        ("vision/2", "2", "②"),
    ]


def test_names_for_matching_are_normalised_and_names_are_not(built_town, ask):
    pattern = """
        VALUES ?e { <actor/kamome-foods> <action/tp2-3> }
        ?w pg:ofElement ?e ; pg:text ?text ; pg:matchName ?match
    """
    assert ask(built_town / "mandala.ttl", "?text ?match", pattern) == [
        ("4 Rの推進", "4Rの推進"),
        ("カモメ食品㈱", "カモメ食品(株)"),
        ("４Rの推進", "4Rの推進"),
    ]


# --- Values and statuses -----------------------------------------------------------------------

OBSERVATIONS = """
    ?o pg:ofIndicator <indicator/INDICATOR> ; pg:kind ?kind
    OPTIONAL { ?o a pg:Observation BIND(1 AS ?is) } FILTER(BOUND(?is))
    OPTIONAL { ?o pg:year ?year ; pg:yearKind ?year_kind }
    OPTIONAL { ?o pg:asOf ?as_of }
    OPTIONAL { ?o pg:value ?value }
    OPTIONAL { ?o pg:noValue ?none }
    OPTIONAL { ?o pg:note ?note }
"""


@pytest.mark.parametrize(
    ("indicator", "expected"),
    [
        (  # a month in the cell; full-width digits
            "tp2-1",
            [
                ("pg:Actual", "2030", "pg:FiscalYear", "", "1310", "", ""),
                ("pg:Baseline", "2029", "pg:FiscalYear", "2030-02-28", "1084", "", ""),
                ("pg:Target", "2030", "pg:FiscalYear", "", "1200", "", ""),
                ("pg:Target", "2031", "pg:FiscalYear", "", "1400", "", ""),
            ],
        ),
        (  # thousands of yen
            "tp2-2-1",
            [
                ("pg:Actual", "2030", "pg:FiscalYear", "", "58900000", "", ""),
                ("pg:Baseline", "2029", "pg:FiscalYear", "", "61250000", "", ""),
                ("pg:Target", "2030", "pg:FiscalYear", "", "70000000", "", ""),
                ("pg:Target", "2031", "pg:FiscalYear", "", "72000000", "", ""),
            ],
        ),
        (  # none yet; tens of thousands; a remark
            "tp2-2-2",
            [
                ("pg:Actual", "2030", "pg:FiscalYear", "", "1030000", "", ""),
                ("pg:Baseline", "", "", "", "", "pg:NoneYet", ""),
                ("pg:Target", "2030", "pg:FiscalYear", "", "800000", "", "市が配る分"),
                ("pg:Target", "2031", "pg:FiscalYear", "", "1100000", "", ""),
            ],
        ),
        (  # the year in the cell beats the head of the column
            "tp2-3-1",
            [
                ("pg:Actual", "2029", "pg:FiscalYear", "", "965", "", ""),
                ("pg:Baseline", "2028", "pg:FiscalYear", "", "980", "", ""),
                ("pg:Target", "2029", "pg:FiscalYear", "", "950", "", ""),
                ("pg:Target", "2030", "pg:FiscalYear", "", "930", "", ""),
            ],
        ),
        (  # a per cent stays as printed, without idle zeros
            "tp2-3-2",
            [
                ("pg:Actual", "2029", "pg:FiscalYear", "", "23.5", "", ""),
                ("pg:Baseline", "2028", "pg:FiscalYear", "", "21.5", "", ""),
                ("pg:Target", "2029", "pg:FiscalYear", "", "22", "", ""),
                ("pg:Target", "2030", "pg:FiscalYear", "", "24", "", ""),
            ],
        ),
        (  # January to December, a cell split over lines
            "tp2-4",
            [
                ("pg:Actual", "2030", "pg:CalendarYear", "", "1470000", "", ""),
                ("pg:Baseline", "2029", "pg:CalendarYear", "", "1530000", "", ""),
                ("pg:Target", "2030", "pg:CalendarYear", "", "1640000", "", ""),
                ("pg:Target", "2031", "pg:CalendarYear", "", "1690000", "", ""),
            ],
        ),
        (  # nothing printed, with three kinds of dashes
            "tp2-6",
            [
                ("pg:Actual", "2030", "pg:FiscalYear", "", "", "pg:NotPrinted", ""),
                ("pg:Baseline", "", "", "", "", "pg:NotPrinted", ""),
                ("pg:Target", "2030", "pg:FiscalYear", "", "", "pg:NotPrinted", ""),
                ("pg:Target", "2031", "pg:FiscalYear", "", "", "pg:NotPrinted", ""),
            ],
        ),
        (  # printed by plan and sheets; the day is told in a note below the table of the plan
            "tp2-g1-1",
            [
                ("pg:Actual", "2030", "pg:FiscalYear", "", "52", "", ""),
                ("pg:Baseline", "2029", "pg:FiscalYear", "2029-12-31", "40", "", ""),
                ("pg:Target", "2030", "pg:FiscalYear", "", "50", "", ""),
                ("pg:Target", "2033", "pg:FiscalYear", "", "80", "", ""),
            ],
        ),
        (  # 平成30年度 and 2018年度 are one year
            "tp2-g2-1",
            [
                ("pg:Actual", "2030", "pg:FiscalYear", "", "9.75", "", ""),
                ("pg:Baseline", "2018", "pg:FiscalYear", "", "12.5", "", ""),
                ("pg:Target", "2030", "pg:FiscalYear", "", "300", "", ""),
                ("pg:Target", "2033", "pg:FiscalYear", "", "1230.75", "", ""),
            ],
        ),
    ],
)
def test_observations_have_value_year_and_what_else_the_cell_says(
    built_town, ask, indicator, expected
):
    names = "?kind ?year ?year_kind ?as_of ?value ?none ?note"
    pattern = OBSERVATIONS.replace("INDICATOR", indicator)
    assert ask(built_town / "mandala.ttl", names, pattern) == expected


def test_printed_values_keep_the_print_with_scale_and_unit(built_town, ask):
    pattern = """
        ?p a pg:PrintedValue ; pg:ofIndicator ?i ; pg:asPrinted ?print
        FILTER(?i IN (<indicator/tp2-1>, <indicator/tp2-2-1>, <indicator/tp2-2-2>,
                      <indicator/tp2-4>))
        OPTIONAL { ?p pg:scale ?scale } OPTIONAL { ?p pg:unit ?unit }
    """
    assert ask(built_town / "mandala.ttl", "?i ?print ?scale ?unit", pattern) == [
        ("indicator/tp2-1", "1,084人 (R12年2月末)", "", "unit/person"),
        ("indicator/tp2-1", "1,310人", "", "unit/person"),
        ("indicator/tp2-1", "1,400人", "", "unit/person"),
        ("indicator/tp2-1", "１，２００人", "", "unit/person"),
        ("indicator/tp2-2-1", "58,900千円", "1000", "unit/yen"),
        ("indicator/tp2-2-1", "61,250千円 (R11年度)", "1000", "unit/yen"),
        ("indicator/tp2-2-1", "70,000千円", "1000", "unit/yen"),
        ("indicator/tp2-2-1", "72,000千円", "1000", "unit/yen"),
        ("indicator/tp2-2-2", "103万コイン", "10000", "unit/coin"),
        ("indicator/tp2-2-2", "110万コイン", "10000", "unit/coin"),
        ("indicator/tp2-2-2", "80万コイン（市が配る分）", "10000", "unit/coin"),
        ("indicator/tp2-2-2", "実績なし", "", ""),
        ("indicator/tp2-4", "147万人", "10000", "unit/person"),
        ("indicator/tp2-4", "153万人 (R11年)", "10000", "unit/person"),
        ("indicator/tp2-4", "164万人", "10000", "unit/person"),
        ("indicator/tp2-4", "169万人", "10000", "unit/person"),
    ]


def test_a_value_that_two_documents_print_is_one_observation_of_two_prints(built_town, ask):
    pattern = """
        <observation/tp2-g2-1-baseline-2018> prov:wasDerivedFrom ?p .
        ?p pg:asPrinted ?print ; dcterms:source ?document ; pg:locator ?place
    """
    assert ask(built_town / "mandala.ttl", "?print ?document ?place", pattern) == [
        (
            "12.50 t-CO ₂ (2018年度)",
            "document/plan-2030",
            "section:丘と海辺を守るプロジェクト/3",
        ),
        ("12.50t-CO2（平成30年度）", "document/sheets-2030", "goal:2-1"),
    ]


def test_indicators_have_unit_accumulation_and_our_direction(built_town, ask):
    pattern = """
        ?i a pg:Indicator ; pg:accumulation ?how
        OPTIONAL { ?i pg:unit ?unit } OPTIONAL { ?i pg:betterWhen ?better }
    """
    assert ask(built_town / "mandala.ttl", "?i ?how ?unit ?better", pattern) == [
        ("indicator/tp2-1", "pg:Cumulative", "unit/person", "pg:Higher"),
        ("indicator/tp2-2-1", "pg:PerYear", "unit/yen", ""),
        ("indicator/tp2-2-2", "pg:Cumulative", "unit/coin", ""),
        ("indicator/tp2-3-1", "pg:PerYear", "unit/gram", "pg:Lower"),
        ("indicator/tp2-3-2", "pg:PerYear", "unit/percent", "pg:Higher"),
        ("indicator/tp2-4", "pg:Unstated", "unit/person", ""),
        ("indicator/tp2-6", "pg:PerMonth", "", ""),
        ("indicator/tp2-g1-1", "pg:Cumulative", "unit/shop", ""),
        ("indicator/tp2-g2-1", "pg:Cumulative", "unit/t-co2", ""),
        ("indicator/tp2-g2-2", "pg:PerYear", "unit/person", ""),
    ]


def test_two_sheets_of_one_action_are_two_indicators(built_town, ask):
    graph = built_town / "mandala.ttl"
    assert ask(graph, "?i", "<action/tp2-3> pg:hasIndicator ?i") == [
        ("indicator/tp2-3-1",),
        ("indicator/tp2-3-2",),
    ]
    assert ask(graph, "?i", "<action/tp2-5> pg:hasIndicator ?i") == []


def test_a_note_behind_an_indicator_is_no_part_of_its_name(built_town, ask):
    pattern = "?w pg:ofElement <indicator/tp2-g2-2> ; pg:note ?note"
    assert ask(built_town / "mandala.ttl", "?note", pattern) == [("雨で中止した回を除く",)]


def test_statuses_are_as_printed_and_name_what_they_compare(built_town, ask):
    pattern = """
        ?a pg:assesses ?what ; pg:status ?status ; pg:reportYear 2030 ; pg:locator ?place
        OPTIONAL { ?a pg:comparesTarget ?target ; pg:comparesActual ?actual }
    """
    assert ask(built_town / "mandala.ttl", "?what ?place ?status ?target ?actual", pattern) == [
        (what, place, f"pg:{status}", *(f"observation/tp2-{each}" for each in compared or ()))
        + (() if compared else ("", ""))
        for what, place, status, compared in (
            ("action/tp2-1", "sheet:1", "Achieved", ("1-target-2030", "1-actual-2030")),
            ("action/tp2-2", "sheet:2-1", "NotAchieved", ("2-1-target-2030", "2-1-actual-2030")),
            ("action/tp2-2", "sheet:2-2", "Achieved", ("2-2-target-2030", "2-2-actual-2030")),
            ("action/tp2-3", "sheet:3-1", "NotAchieved", ("3-1-target-2029", "3-1-actual-2029")),
            ("action/tp2-3", "sheet:3-2", "Achieved", ("3-2-target-2029", "3-2-actual-2029")),
            ("action/tp2-4", "sheet:4", "NotAchieved", ("4-target-2030", "4-actual-2030")),
            ("action/tp2-5", "sheet:5", "NotScored", None),
            ("action/tp2-6", "sheet:6", "NotScored", ("6-target-2030", "6-actual-2030")),
            ("goal/tp2-1-1", "goal:1-1", "Achieved", ("g1-1-target-2030", "g1-1-actual-2030")),
            ("goal/tp2-2-1", "goal:2-1", "NotAchieved", ("g2-1-target-2030", "g2-1-actual-2030")),
            ("goal/tp2-2-2", "goal:2-2", "Achieved", ("g2-2-target-2030", "g2-2-actual-2030")),
        )
    ]


def test_printed_totals_are_kept(built_town, ask):
    pattern = """
        ?t a pg:PrintedTotal ; pg:ofElement ?project ; pg:ofKind ?kind ; pg:elementCount ?elements ;
           pg:scoredCount ?scored ; pg:achievedCount ?achieved
    """
    names = "?project ?kind ?elements ?scored ?achieved"
    assert ask(built_town / "mandala.ttl", names, pattern) == [
        ("project/tp2-1", "pg:Action", "2", "3", "2"),
        ("project/tp2-1", "pg:ProjectGoal", "1", "1", "1"),
        ("project/tp2-2", "pg:Action", "5", "3", "1"),
        ("project/tp2-2", "pg:ProjectGoal", "2", "2", "1"),
    ]


# --- The mandala -------------------------------------------------------------------------------


def test_outcomes_serve_the_visions_whose_numbers_stand_behind_them(built_town, ask):
    pattern = """
        ?link rdf:predicate pg:serves ; rdf:subject ?o ; rdf:object ?vision ; pg:locator ?place ;
              pg:basis pg:Stated ; pg:note ?note . ?o a pg:Outcome FILTER(LANG(?note) = "en")
    """
    reading = "that the circled numbers mean the visions is the editors' reading"
    assert ask(built_town / "mandala.ttl", "?o ?vision ?place ?note", pattern) == [
        ("outcome/circulation", "vision/2", SLIDE, reading),
        ("outcome/eating-fish", "vision/1", SLIDE, reading),
        ("outcome/eating-fish", "vision/2", SLIDE, reading),
        ("outcome/knowing-the-sea", "vision/3", SLIDE, reading),
        ("outcome/lively-beach", "vision/4", SLIDE, reading),
        ("outcome/neighbours", "vision/1", SLIDE, reading),
    ]


def test_only_a_box_with_its_own_tags_gives_aspects(built_town, ask):
    pattern = """
        ?link rdf:predicate pg:hasAspect ; rdf:subject ?what ; rdf:object ?aspect ; pg:basis ?basis
    """
    assert ask(built_town / "mandala.ttl", "?what ?aspect ?basis", pattern) == [
        ("outcome/eating-fish", "pg:Economy", "pg:Stated"),
        ("outcome/eating-fish", "pg:Environment", "pg:Stated"),
        ("outcome/lively-beach", "pg:Economy", "pg:Stated"),
        ("outcome/lively-beach", "pg:Environment", "pg:Stated"),
        ("outcome/neighbours", "pg:Society", "pg:Estimated"),
        ("project/tp2-1", "pg:Economy", "pg:Stated"),
        ("project/tp2-2", "pg:Environment", "pg:Stated"),
    ]


def test_boxes_whose_tags_run_together_are_left_to_a_person(town, run):
    done = run("import", "mandala-slides", town / "sources" / "slides.txt", "--data", town)
    notices = done.stderr.splitlines()
    assert len(notices) == 2
    assert "（環 社、めぐる資源（②）社、海を知るひと（③））" in notices[0]
    assert "（ご近所づきあいの芽生え（①） 社）" in notices[1]
    assert all("curated/links.csv" in notice and SLIDE in notice for notice in notices)


def test_slogans_and_other_slides_are_not_drawn(built_town):
    said = (built_town / "documents" / "slides-2029.ttl").read_text(encoding="utf-8")
    for slogan in ("ゆっくり、めぐる", "海を変える", "浜の円卓のまとめ", "下書き"):
        assert slogan not in said


def test_positions_count_within_a_kind_and_a_repeated_label_counts_once(built_town, ask):
    pattern = "?e a ?k ; pg:order ?n FILTER(?k IN (pg:Place, pg:Resource, pg:Actor))"
    assert ask(built_town / "mandala.ttl", "?e ?n", pattern) == [
        ("actor/children", "2"),
        ("actor/drying-house", "3"),
        ("actor/kamome-foods", "1"),
        ("place/hill-school", "4"),
        ("place/inn", "2"),
        ("place/long-beach", "1"),
        ("place/pine-square", "3"),
        ("resource/eco-power", "2"),
        ("resource/shio-coin", "1"),
    ]


def test_an_action_without_sheet_is_a_notice_in_both_languages(town, run):
    source = town / "sources" / "sheets.txt"
    japanese = run("import", "progress-sheets", source, "--data", town)
    english = run("import", "progress-sheets", source, "--data", town, "--lang", "en")
    assert "取組7は目次だけにあり、シートがありません" in japanese.stderr
    assert "action 7 stands in the contents only" in english.stderr


# --- Answers -----------------------------------------------------------------------------------


def test_serves_tells_actions_outcomes_and_counts_for_each_vision(built_town, run):
    done = run("serves", "--graph", built_town / "mandala.ttl")
    visions = [part.splitlines() for part in done.stdout.split("\n\n")]
    assert [part[0] for part in visions[:5]] == [
        "① となりの顔がわかるまち",
        "② 海のそばで笑うまち",
        "③ 誰もがほっとできるまち",
        "④ 遊びごころのあるまち",
        "⑤ 時間がゆっくり流れるまち",
    ]
    assert visions[0][1] == "  取組 1件（うち施策を通じてのみ 0件）"
    assert visions[0][-2:] == [
        "  つながるめざす効果：魚食の普及、ご近所づきあいの芽生え",
        "  数えたつながり：記載 2、導出 2（照合による 2）、推定 1",
    ]
    assert visions[1][1] == "  取組 3件（うち施策を通じてのみ 3件）"
    assert visions[1][-1] == "  数えたつながり：記載 2、導出 5（照合による 5）"
    assert visions[2][1:3] == [
        "  資料からたどれる取組はまだありません（推定 2件。市の見解ではありません）。",
        "  取組 2件（うち施策を通じてのみ 0件）",
    ]
    assert visions[2][-1] == "  数えたつながり：記載 1、導出 1（推定による 1）、推定 1"
    assert visions[3][1:] == [
        "  資料からたどれる取組はまだありません（推定 0件。市の見解ではありません）。",
        "  つながるめざす効果：浜のにぎわい",
        "  数えたつながり：記載 1",
    ]
    assert visions[4][1:] == [
        "  資料からたどれる取組はまだありません（推定 0件。市の見解ではありません）。",
        "  めざす効果も、資料にはまだありません。何もしていないという意味ではありません。",
        "  数えたつながり：なし",
    ]
    assert visions[5] == [
        (
            "出典（青葉ヶ浦市）：第2期みなと暮らし計画（令和12年度～令和15年度）"
            "／みなと暮らし計画進行管理表（令和12年度）／みなと暮らし発表会スライド（令和11年度）"
        ),
        "令和12年度版・基準日は資料に記載なし・非公式の再構成。根拠の下限：推定。",
        "数えたのは取組とビジョンの組で、つながりの本数ではありません。ビジョンは市民の提言です。",
    ]


def test_serves_tells_of_each_action_the_departments_the_basis_and_the_way(built_town, run):
    rows = serves(run, built_town)
    assert list(rows) == [("①", "1"), ("②", "1"), ("②", "3"), ("②", "6"), ("③", "4"), ("③", "5")]
    assert rows["②", "3"] == {
        "ビジョン": "② 海のそばで笑うまち",
        "番号": "3",
        "略称": "4R",
        "取組": "４Rの推進",
        "施策": "2-1 めぐる資源の促進",
        "担当課": "環境部みどり課",
        "根拠": "導出・照合による",
        "たどり方": "施策を通じて → めざす効果「めぐる資源」",
    }
    assert rows["③", "4"]["担当課"] == "環境部みどり課、産業部水産課"
    assert rows["③", "4"]["根拠"] == "導出・推定による"
    assert rows["③", "4"]["たどり方"] == "めざす効果「海を知るひと」"
    assert rows["③", "5"]["根拠"] == "推定"
    assert rows["③", "5"]["たどり方"] == "直接"


def test_the_way_that_is_shown_is_the_one_whose_basis_is_shown(built_town, run):
    # Action 1 reaches ① through its measure (matched) and by an estimate of its own.
    row = serves(run, built_town)["①", "1"]
    assert row["根拠"] == "導出・照合による"
    assert "施策を通じて → めざす効果「魚食の普及」" in row["たどり方"]


def test_a_stronger_basis_leaves_out_what_is_weaker(built_town, run):
    assert list(serves(run, built_town, "--basis", "stated")) == []
    matched = serves(run, built_town, "--basis", "matched")
    assert list(matched) == [("①", "1"), ("②", "1"), ("②", "3"), ("②", "6")]
    assert matched["①", "1"]["たどり方"] == "施策を通じて → めざす効果「魚食の普及」"
    done = run("serves", "①", "--graph", built_town / "mandala.ttl", "--basis", "matched")
    assert "取組 1件（うち施策を通じてのみ 1件）" in done.stdout
    assert "根拠の下限：照合。" in done.stdout


def test_a_proposal_is_shown_only_to_who_asks_for_it(built_town, run, ask):
    assert ("④", "7") not in serves(run, built_town)
    proposed = serves(run, built_town, "④", "--basis", "proposed")
    assert proposed["④", "7"]["根拠"] == "提案"
    assert proposed["④", "7"]["施策"] == proposed["④", "7"]["担当課"] == ""
    assert ask(built_town / "mandala.ttl", "?v", "<action/tp2-7> pg:serves ?v") == []


@pytest.mark.parametrize("named", ["②", "2", "vision 2", "ビジョン②", "海のそば", "vision/2"])
def test_a_vision_is_named_by_number_mark_name_or_iri(built_town, run, named):
    iri = f"https://w3id.org/plan-graph/id/999992/{named}" if "/" in named else named
    assert {vision for vision, _ in serves(run, built_town, iri)} == {"②"}


def test_serves_in_json_has_the_terms_of_the_ontology(built_town, run):
    graph = built_town / "mandala.ttl"
    found = json.loads(run("serves", "③", "--graph", graph, "--format", "json").stdout)
    assert found["weakestBasis"] == "Estimated"
    [vision] = found["visions"]
    assert [action["notation"] for action in vision["actions"]] == ["4", "5"]
    assert vision["actions"][0]["departments"] == [
        {
            "id": "https://w3id.org/plan-graph/id/999992/department/greenery",
            "notation": "",
            "name": "環境部みどり課",
        },
        {
            "id": "https://w3id.org/plan-graph/id/999992/department/fisheries",
            "notation": "",
            "name": "産業部水産課",
        },
    ]
    assert vision["actions"][0]["basis"] == "Derived"
    assert vision["actions"][0]["effectiveBasis"] == "Estimated"
    assert vision["actions"][0]["throughMeasure"] is False
    assert sorted(
        (each["basis"], each["effectiveBasis"], each["count"]) for each in vision["linksCounted"]
    ) == [
        ("Derived", "Estimated", 1),
        ("Estimated", "Estimated", 1),
        ("Stated", "Stated", 1),
    ]


def test_serves_in_english_has_english_names_where_there_are_any(built_town, run):
    done = run("serves", "2", "--graph", built_town / "mandala.ttl", "--lang", "en")
    assert "② A town smiling by the sea" in done.stdout
    assert "3 actions (3 of them only through their measure)" in done.stdout
    assert "Links counted: stated 2, derived 5 (resting on matched 5)" in done.stdout
    assert "Promoting the 4Rs" in done.stdout
    assert "Edition of FY2030" in done.stdout


def test_explain_tells_every_step_with_its_document_and_place(built_town, run):
    done = run("explain", "action 3", "ビジョン②", "--graph", built_town / "mandala.ttl")
    assert done.stdout.splitlines()[:11] == [
        "取組3「４Rの推進」 と ビジョン②「海のそばで笑うまち」 のつながり：1通り",
        "",
        "【1】取組3「４Rの推進」は、ビジョン②「海のそばで笑うまち」につながります。",
        "    ［導出・照合による］規則「施策を通じて」",
        "  1. 取組3「４Rの推進」は、施策2-1「めぐる資源の促進」に属します",
        "     ［記載］みなと暮らし計画進行管理表（令和12年度） シート3-1、シート3-2",
        "  2. 施策2-1「めぐる資源の促進」は、めざす効果「めぐる資源」をめざします",
        (
            "     ［照合］「めぐる資源の促進」（みなと暮らし計画進行管理表（令和12年度）"
            " シート3-1、シート3-2、シート6）と「めぐる資源」（みなと暮らし発表会スライド"
            "（令和11年度） スライド「青葉ヶ浦マンダラver.1.2」）の名称が一致、規則「名称の一致」"
        ),
        "  3. めざす効果「めぐる資源」は、ビジョン②「海のそばで笑うまち」につながります",
        "     ［記載］みなと暮らし発表会スライド（令和11年度） スライド「青葉ヶ浦マンダラver.1.2」",
        "     ※番号とビジョンの対応は編集者の読み取り",
    ]


def test_explain_tells_two_ways_the_stronger_first(built_town, run):
    done = run("explain", "取組1", "ビジョン①", "--graph", built_town / "mandala.ttl")
    assert "のつながり：2通り" in done.stdout
    first, second = done.stdout.split("【2】")
    assert "［導出・照合による］規則「施策を通じて」" in first
    assert (
        "［推定］朝市の指標の名に「会員」とあり、「となりの顔」を知る場と読んだ。"
        "（見本編集者、2031-01-11）" in second
    )


def test_explain_says_so_when_there_is_no_way(built_town, run):
    done = run("explain", "action 7", "ビジョン⑤", "--graph", built_town / "mandala.ttl")
    assert done.exit_code == 0
    assert "つながりは、この見方（根拠の下限：推定）では見つかりません。" in done.stdout


def test_a_link_that_a_row_states_names_document_and_place(built_town, run):
    graph = built_town / "mandala.ttl"
    done = run("explain", "浜のにぎわい", "漁の担い手不足", "--graph", graph, "--lang", "en")
    assert (
        "［stated］Slides of the harbour life meeting (FY2029), "
        "slide “青葉ヶ浦マンダラver.1.2”" in done.stdout
    )


def test_a_confirmation_is_told_and_changes_no_view(town, run):
    graph = town / "mandala.ttl"
    before = run("serves", "--graph", graph).stdout
    done = run("explain", "action 4", "海を知るひと", "--graph", graph)
    assert "確認状況：意見あり" in done.stdout
    done = run("explain", "action 1", "水産課", "--graph", graph, "--lang", "en")
    assert "confirmation: confirmed" in done.stdout
    header = (town / "curated" / "confirmations.csv").read_text(encoding="utf-8").splitlines()[0]
    (town / "curated" / "confirmations.csv").write_text(header + "\n", encoding="utf-8")
    rebuild(town, run)
    assert run("serves", "--graph", graph).stdout == before
    assert "確認状況" not in run("explain", "action 4", "海を知るひと", "--graph", graph).stdout


# --- Check, diff, export -----------------------------------------------------------------------


def test_the_town_has_no_findings_but_those_it_knows_of(built_town, run):
    done = run("check", "--graph", built_town / "mandala.ttl", "--data", built_town)
    assert done.exit_code == 0, done.output
    assert done.stdout.splitlines() == [
        "問題は見つかりませんでした。",
        "指摘 0件（了解済み 10件）",
    ]


def test_what_nobody_accepted_is_a_finding(town, run):
    header = "element,finding,documents,values,reason\n"
    (town / "curated" / "accepted.csv").write_text(header, encoding="utf-8")
    done = run("check", "--graph", town / "mandala.ttl", "--data", town)
    assert done.exit_code == 1
    assert sorted(done.stdout.splitlines()) == sorted(
        [
            (
                "- ごみの重さ（ひとり一日分）：2030年度の欄に2029年度の値が書かれています。"
                "値の年度を示してください。"
            ),
            (
                "- 資源になった割合：2030年度の欄に2029年度の値が書かれています。"
                "値の年度を示してください。"
            ),
            (
                "- 名称の表記が資料によって違います：「海と丘が手をつなぐ、めぐりのまち」"
                "／「海と丘が手をつなぐ、めぐりのまちの実現」。どちらを使うか確かめてください。"
            ),
            (
                "- 本計画で減らしたCO ₂【累計】が現状12.50t-CO2（平成30年度）から"
                "実績9.75t-CO2になっています。集計範囲が変わった可能性。担当課に確認"
            ),
            (
                "- 名称の表記が資料によって違います：「海辺の催しに来た人の数」"
                "／「海辺の催しの参加者数」。どちらを使うか確かめてください。"
            ),
            (
                "- 名称の表記が資料によって違います：「となりの顔がわかるまち」"
                "／「となりの顔のわかるまち」。どちらを使うか確かめてください。"
            ),
            (
                "- 名称の表記が資料によって違います：「だれもがほっとできるまち」"
                "／「誰もがほっとできるまち」。どちらを使うか確かめてください。"
            ),
            *(
                f"- テーマ（部会）「{name}」（theme/{number}）には、つながりが一つもありません。"
                "資料を取り込み直すか、links.csv に理由のある行を書き足してください。"
                for number, name in enumerate(("浜のよみがえり", "魚と食", "市民のごみ減らし"), 1)
            ),
            "指摘 10件（了解済み 0件）",
        ]
    )


def test_an_accepted_row_that_no_longer_occurs_is_a_finding(town, run):
    add(town / "curated" / "accepted.csv", ["vision/2", "wording", "", "昔の名 | 今の名", "理由"])
    done = run("check", "--graph", town / "mandala.ttl", "--data", town, "--format", "json")
    assert done.exit_code == 1
    found = json.loads(done.stdout)
    assert found["accepted"] == 10
    [finding] = found["findings"]
    assert finding["finding"] == "accepted-gone"
    assert finding["element"] == "https://w3id.org/plan-graph/id/999992/vision/2"
    assert "昔の名 | 今の名" in finding["message"]


def test_check_recomputes_what_the_documents_print(town, run):
    source = town / "sources" / "sheets.txt"
    edit(
        source,
        ("朝市の開催\t\t産業部水産課\t○", "朝市の開催\t\t産業部水産課\t×"),
        (
            "<各取組> 2の取組で掲げた数に届いたのは、3指標中2指標",
            "<各取組> 2の取組で、3指標中3指標",
        ),
        ("\t103万コイン\t", "\t903万コイン\t"),
        ("実績なし\t80万", "75万コイン\t80万"),
        ("40店（R11年度）", "41店（R11年度）"),
    )
    run("import", "progress-sheets", source, "--data", town)
    rebuild(town, run)
    done = run("check", "--graph", town / "mandala.ttl", "--data", town)
    assert done.exit_code == 1
    assert sorted(done.stdout.splitlines()) == sorted(
        [
            (
                "- 朝市の開催：達成状況は「×」ですが、実績1,310人／目標１，２００人からは"
                "「○」になります。担当課に確認してください。"
            ),
            (
                "- 港の恵みをめぐらせるプロジェクト：集計は「2・3・3」と書かれていますが、"
                "各シートからは「2・3・1」になります。"
            ),
            (
                "- 店どうしで使われたしおコインの枚数が現状75万コインから実績903万コインになって"
                "います。集計範囲が変わった可能性。担当課に確認"
            ),
            (
                "- 地魚の日に加わる店の数の値が資料によって違います：「40店 (西暦2029年度)」"
                "／「41店（R11年度）」。新しい資料の値を使っています。"
            ),
            "指摘 4件（了解済み 10件）",
        ]
    )


def test_a_day_of_issue_in_the_register_conforms_to_the_shapes(town, run):
    key = 'key = "plan-2030"'
    edit(town / "city.toml", (key, f'{key}\nissued = "2030-03-28"'))
    rebuild(town, run)
    done = run("check", "--graph", town / "mandala.ttl", "--data", town)
    assert done.exit_code == 0, done.output


def test_diff_of_a_graph_with_itself_is_empty(built_town, run):
    graph = built_town / "mandala.ttl"
    assert run("diff", graph, graph).stdout == "違いはありません。\n"
    assert run("diff", graph, graph, "--lang", "en").stdout == "No differences.\n"


def test_diff_tells_what_a_correction_changed(built_town, town, run):
    source = town / "sources" / "sheets.txt"
    edit(
        source,
        ("磯の観察会\t", "磯の生きもの観察会\t"),
        ("\t147万人\t", "\t165万人\t"),
        ("産業部水産課\t×", "産業部商工課\t○"),
    )
    run("import", "progress-sheets", source, "--data", town)
    rebuild(town, run)
    done = run("diff", built_town / "mandala.ttl", town / "mandala.ttl")
    assert done.stdout.splitlines() == [
        "- 取組「磯の観察会」の名称が「磯の生きもの観察会」になりました。",
        (
            "- 新しいつながり：取組「磯の生きもの観察会」を担当するのは、担当課「産業部商工課」です"
            "（記載）。"
        ),
        (
            "- なくなったつながり：取組「磯の観察会」を担当するのは、担当課「産業部水産課」です"
            "（記載）。"
        ),
        (
            "- 値の変化：指標「海辺を訪れた人の数（1月～12月）」の2030年の実績値は"
            "147万人から165万人へ。"
        ),
        "- 達成状況の変化：取組「磯の生きもの観察会」の2030年度は×から○へ。",
    ]


@pytest.mark.parametrize("form", ["ttl", "nt", "jsonld", "trig"])
def test_every_export_format_holds_the_same_triples(built_town, tmp_path, run, form):
    graph, out = built_town / "mandala.ttl", tmp_path / f"out.{form}"
    done = run("export", "--graph", graph, "--basis", "proposed", "--format", form, "-o", out)
    assert done.exit_code == 0, done.output
    found = {quad.triple for quad in parse(path=str(out), format=RdfFormat.from_extension(form))}
    assert found == {quad.triple for quad in parse(path=str(graph), format=RdfFormat.TURTLE)}


def test_export_as_turtle_is_the_graph_itself(built_town, run):
    done = run("export", "--graph", built_town / "mandala.ttl", "--basis", "proposed")
    assert done.stdout == (built_town / "mandala.ttl").read_text(encoding="utf-8")


def test_export_leaves_out_what_rests_on_less_than_asked(built_town, run):
    done = run("export", "--graph", built_town / "mandala.ttl", "--basis", "stated")
    assert "pg:Estimated" not in done.stdout
    assert "pg:Matched" not in done.stdout


def test_export_in_standard_terms_is_a_data_cube_and_a_dataset(built_town, run):
    done = run("export", "--graph", built_town / "mandala.ttl", "--standard", "--format", "nt")
    cube = "<http://purl.org/linked-data/cube#dataSet>"
    # 40 observations, 6 of them without a value
    assert done.stdout.count(cube) == 34
    assert "<http://www.w3.org/ns/dcat#Dataset>" in done.stdout


# --- Importing again ---------------------------------------------------------------------------

IMPORTS = [
    ("action-plan", "plan.txt", "plan-2030"),
    ("mandala-slides", "slides.txt", "slides-2029"),
    ("progress-sheets", "sheets.txt", "sheets-2030"),
]


def test_importing_and_building_twice_changes_no_byte(town, run):
    before = contents(town)
    for kind, name, key in IMPORTS:
        done = run("import", kind, town / "sources" / name, "--data", town)
        assert f"{key}.ttl は変わりません。" in done.stdout
    assert "mandala.ttl は変わりません。" in rebuild(town, run).stdout
    assert contents(town) == before


def test_build_check_says_whether_the_graph_is_what_build_makes(town, run):
    assert run("build", "--check", "--data", town).exit_code == 0
    edit(town / "mandala.ttl", ("朝市の開催", "夕市の開催"))
    before = contents(town)
    done = run("build", "--check", "--data", town)
    assert done.exit_code == 1
    assert "plan-graph build の結果と違います" in done.stdout
    assert contents(town) == before


@pytest.mark.parametrize(("kind", "name", "key"), IMPORTS)
def test_import_writes_only_its_own_file(town, run, kind, name, key):
    own = f"documents{os.sep}{key}.ttl"
    before = contents(town)
    (town / own).unlink()
    assert run("import", kind, town / "sources" / name, "--data", town).exit_code == 0
    assert contents(town) == before
    edit(town / "sources" / name, ("海辺", "浜辺"))
    before = contents(town)
    run("import", kind, town / "sources" / name, "--data", town)
    after = contents(town)
    assert {name for name in after if after[name] != before.get(name)} <= {own}
    assert set(after) == set(before)


def test_a_corrected_document_takes_back_what_it_said_before(town, run, ask):
    source, graph = town / "sources" / "sheets.txt", town / "mandala.ttl"
    edit(
        source,
        ("磯の観察会", "磯の生きもの調べ"),
        ("環境部みどり課 産業部水産課", "環境部みどり課"),
        ("164万\n人", "160万人"),
    )
    run("import", "progress-sheets", source, "--data", town)
    rebuild(town, run)
    assert "磯の観察会" not in (town / "documents" / "sheets-2030.ttl").read_text(encoding="utf-8")
    assert ask(graph, "?n", "?w pg:ofElement <action/tp2-4> ; pg:text ?n") == [
        ("磯の生きもの調べ",)
    ]
    assert ask(
        graph, "?d", "?l rdf:subject <action/tp2-4> ; rdf:object ?d . ?d a pg:Department"
    ) == [("department/greenery",)]
    assert ask(graph, "?v", "<observation/tp2-4-target-2030> pg:value ?v") == [("1600000",)]
    assert ask(graph, "?p", "?p pg:asPrinted '164万人'") == []


def test_narrative_cells_are_read_only_when_asked_and_only_into_their_file(town, run, ask):
    narratives = "VALUES ?p { pg:overview pg:evaluation pg:synergy pg:nextDirection } ?a ?p ?text"
    for path in (town / "mandala.ttl", *(town / "documents").iterdir()):
        assert ask(path, "?p", narratives) == []
    before = contents(town)
    source = town / "sources" / "sheets.txt"
    run("import", "progress-sheets", source, "--data", town, "--with-text")
    after = contents(town)
    own = town / "documents" / "sheets-2030.ttl"
    assert [name for name in after if after[name] != before[name]] == [str(own.relative_to(town))]
    said = dict(ask(own, "?p ?text", narratives.replace("?a ", "<assessment/tp2-1-2030> ")))
    assert said["pg:overview"].split() == [
        "○港で月に二度、朝市をひらきます。",
        "○②の会場は雨の日だけ使います。",
    ]
    assert said["pg:synergy"] == "魚のあらを堆肥に回しました。"
    assert said["pg:nextDirection"] == "夏は時刻を早めます。"
    run("import", "progress-sheets", source, "--data", town)
    assert contents(town) == before


def test_items_of_a_list_in_a_narrative_do_not_run_together(town, run, ask):
    source = town / "sources" / "sheets.txt"
    run("import", "progress-sheets", source, "--data", town, "--with-text")
    pattern = "<assessment/tp2-1-2030> pg:evaluation ?text"
    [(said,)] = ask(town / "documents" / "sheets-2030.ttl", "?text", pattern)
    assert said.split() == [
        "雨の日がつづきましたが、",
        "新しい会員",
        "子どもの店番",
        "がふえました。",
    ]


# --- The next year -----------------------------------------------------------------------------


def test_another_department_in_a_newer_sheet_puts_the_old_link_out_of_date(town, run, ask):
    next_year(town, run)
    graph = town / "mandala.ttl"
    links = """
        ?l rdf:subject <action/tp2-1> ; rdf:predicate pg:responsible ; rdf:object ?d ;
           dcterms:source ?document OPTIONAL { ?l pg:current ?current }
    """
    assert ask(graph, "?d ?document ?current", links) == [
        ("department/commerce", "document/sheets-2031", ""),
        ("department/fisheries", "document/sheets-2030", "false"),
    ]
    assert ask(graph, "?d", "<action/tp2-1> pg:responsible ?d") == [("department/commerce",)]
    assert serves(run, town)["②", "1"]["担当課"] == "産業部商工課"
    done = run("explain", "action 1", "産業部水産課", "--graph", graph)
    assert "見つかりません" in done.stdout


def test_what_a_newer_sheet_merely_omits_stays(town, run, ask):
    before = serves(run, town)
    next_year(town, run)
    graph = town / "mandala.ttl"
    after = serves(run, town)
    assert after["②", "3"] == before["②", "3"]
    assert ask(graph, "?l", "?l pg:current ?c ; rdf:subject ?s FILTER(?s != <action/tp2-1>)") == []
    assert ask(graph, "?d", "<action/tp2-4> pg:responsible ?d") == [
        ("department/fisheries",),
        ("department/greenery",),
    ]


def test_a_sheet_of_another_series_takes_nothing_back(town, run, ask):
    next_year(town, run, series="other-sheets")
    assert ask(town / "mandala.ttl", "?d", "<action/tp2-1> pg:responsible ?d") == [
        ("department/commerce",),
        ("department/fisheries",),
    ]


def test_the_newest_value_counts_and_the_older_one_is_a_finding(town, run, ask):
    next_year(town, run)
    graph = town / "mandala.ttl"
    names = "?kind ?year ?year_kind ?as_of ?value ?none ?note"
    assert ask(graph, names, OBSERVATIONS.replace("INDICATOR", "tp2-1")) == [
        ("pg:Actual", "2030", "pg:FiscalYear", "", "1310", "", ""),
        ("pg:Actual", "2031", "pg:FiscalYear", "2032-01-31", "1395", "", ""),
        ("pg:Baseline", "2029", "pg:FiscalYear", "2030-02-28", "1084", "", ""),
        ("pg:Target", "2030", "pg:FiscalYear", "", "1200", "", ""),
        ("pg:Target", "2031", "pg:FiscalYear", "", "1420", "", ""),
        ("pg:Target", "2032", "pg:FiscalYear", "", "1500", "", ""),
    ]
    prints = "<observation/tp2-1-target-2031> prov:wasDerivedFrom/pg:asPrinted ?print"
    assert ask(graph, "?print", prints) == [("1,420人",)]
    twice = "<observation/tp2-1-baseline-2029> prov:wasDerivedFrom/dcterms:source ?document"
    assert ask(graph, "?document", twice) == [
        ("document/sheets-2030",),
        ("document/sheets-2031",),
    ]
    done = run("check", "--graph", graph, "--data", town)
    assert done.exit_code == 1
    assert done.stdout.splitlines() == [
        (
            "- 朝市の会員数の値が資料によって違います：「1,400人」／「1,420人」。"
            "新しい資料の値を使っています。"
        ),
        "指摘 1件（了解済み 10件）",
    ]


def test_a_finding_shows_the_print_of_the_newest_document(town, run):
    source = town / "sources" / "sheets-2031.txt"
    text = source.read_text(encoding="utf-8")
    changed = text.replace("1,084人 (R12年2月末)", "1,084人（令和12年2月末）").replace(
        "1,395人", "998人"
    )
    next_year(town, run, changed)
    done = run("check", "--graph", town / "mandala.ttl", "--data", town)
    assert "現状1,084人（令和12年2月末）から実績998人（R14年1月末）になっています" in done.stdout


def test_diff_tells_what_a_new_year_brings(built_town, town, run):
    next_year(town, run)
    done = run("diff", built_town / "mandala.ttl", town / "mandala.ttl")
    assert done.stdout.splitlines() == [
        "- 資料「みなと暮らし計画進行管理表（令和13年度）」が加わりました。",
        "- 新しいつながり：取組「朝市の開催」を担当するのは、担当課「産業部商工課」です（記載）。",
        (
            "- なくなったつながり：取組「朝市の開催」を担当するのは、担当課「産業部水産課」です"
            "（記載）。"
        ),
        "- 新しい値：指標「朝市の会員数」の2031年度の実績値は1,395人（R14年1月末）。",
        "- 値の変化：指標「朝市の会員数」の2031年度の目標値は1,400人から1,420人へ。",
        "- 新しい値：指標「朝市の会員数」の2032年度の目標値は1,500人。",
        "- 新しい達成状況：取組「朝市の開催」の2031年度は×。",
    ]


def test_a_lone_indicator_keeps_its_key_when_a_second_one_comes(town, run, ask):
    text = (town / "sources" / "sheets-2031.txt").read_text(encoding="utf-8")
    head, sheet = text[: text.index("No.")], text[text.index("No.") :]
    first = sheet.replace("\n1\t", "\n1-1\t").replace("朝市の会員", "①朝市の会員")
    second = sheet.replace("\n1\t", "\n1-2\t").replace("朝市の会員数", "②朝市の屋台の数")
    head = head.replace("1 朝市の開催\t… 3", "1-1 朝市の開催\t… 3\n1-2 朝市の開催\t… 4")
    next_year(town, run, head + first + "\n" + second)
    pattern = "<action/tp2-1> pg:hasIndicator ?i . ?i pg:name ?name"
    assert ask(town / "mandala.ttl", "?i ?name", pattern) == [
        ("indicator/tp2-1", "朝市の会員数"),
        ("indicator/tp2-1-2", "朝市の屋台の数"),
    ]


def test_an_older_sheet_keeps_its_file_and_its_year(town, run):
    older = (town / "documents" / "sheets-2030.ttl").read_bytes()
    next_year(town, run)
    assert (town / "documents" / "sheets-2030.ttl").read_bytes() == older
    assert (town / "documents" / "sheets-2031.ttl").is_file()
    source = town / "sources" / "sheets.txt"
    done = run("import", "progress-sheets", source, "--fiscal-year", 2030, "--data", town)
    assert "sheets-2030.ttl は変わりません。" in done.stdout


# --- What we say ourselves ---------------------------------------------------------------------


def test_a_row_whose_end_vanished_is_kept_reported_and_left_out(town, run):
    source = town / "sources" / "sheets.txt"
    text = source.read_text(encoding="utf-8")
    start = text.index("No.", text.index("春にもひらきます。"))
    end = text.index("No.", start + 3)
    assert "見守り" in text[start:end]
    source.write_text(
        (text[:start] + text[end:]).replace("\t\t5 海辺の見守り\t…10\n", ""), encoding="utf-8"
    )
    rows = (town / "curated" / "links.csv").read_bytes()
    run("import", "progress-sheets", source, "--data", town)
    # An IRI is for ever, unless people say why not.
    gone = run("build", "--data", town)
    assert gone.exit_code == 2
    lost = re.findall("「([^「」]+,iri-gone,,,)（理由）」", gone.stderr)
    assert [row.split(",")[0] for row in lost] == ["action/tp2-5"]
    with (town / "curated" / "accepted.csv").open("a", encoding="utf-8") as file:
        file.writelines(f"{row}取組をやめた。\n" for row in lost)
    done = rebuild(town, run)
    assert "links.csv:3: 要素「action/tp2-5」がありません。もしかして action/tp2-" in done.stderr
    assert "この行は残りますが、グラフには入りません。" in done.stderr
    assert (town / "curated" / "links.csv").read_bytes() == rows
    assert ("③", "5") not in serves(run, town)
    assert ("③", "4") in serves(run, town)
    assert "action/tp2-5" not in (town / "mandala.ttl").read_text(encoding="utf-8")


def test_what_a_document_comes_to_state_keeps_our_estimate_and_counts_as_stated(town, run, ask):
    add(
        town / "curated" / "links.csv",
        ["outcome/eating-fish", "hasAspect", "pg:Economy", "Estimated", "", "「経」の印と読んだ。",
         "We read the tag 「経」.", "見本編集者", "2031-01-10", "", ""],
    )  # fmt: skip
    rebuild(town, run)
    pattern = """
        ?l rdf:subject <outcome/eating-fish> ; rdf:predicate pg:hasAspect ; rdf:object pg:Economy ;
           pg:basis ?basis
    """
    graph = town / "mandala.ttl"
    assert ask(graph, "?basis", pattern) == [("pg:Estimated",), ("pg:Stated",)]
    stated = run("export", "--graph", graph, "--basis", "stated").stdout
    assert re.search(r"outcome:eating-fish\n(?:    .*\n)*    pg:hasAspect pg:Economy ", stated)


def test_corrections_change_name_and_value_and_keep_the_print(town, run, ask):
    add(
        town / "curated" / "corrections.csv",
        ["sheets-2030", "contents", "text", "語り部の見つけ方", "語り部の見つけかた", "誤記"],
        ["sheets-2030", "sheet:2-1", "asPrinted", "58,900千円", "59,800千円", "数字の入れちがい"],
    )
    rebuild(town, run)
    graph = town / "mandala.ttl"
    assert ask(graph, "?name", "<action/tp2-7> pg:name ?name") == [("語り部の見つけかた",)]
    pattern = "?w pg:ofElement <action/tp2-7> ; pg:text ?t ; pg:corrected ?c"
    assert ask(graph, "?t ?c", pattern) == [("語り部の見つけ方", "語り部の見つけかた")]
    assert ask(graph, "?v", "<observation/tp2-2-1-actual-2030> pg:value ?v") == [("59800000",)]
    pattern = "?p pg:asPrinted ?print ; pg:corrected ?c ; pg:correctionReason ?why ; pg:value ?v"
    assert ask(graph, "?print ?c ?why ?v", pattern) == [
        ("58,900千円", "59,800千円", "数字の入れちがい", "59800000")
    ]
    check = run("check", "--graph", graph, "--data", town)
    assert check.exit_code == 0, check.output


def test_a_corrected_value_may_have_another_year_and_unit(town, run, ask):
    add(
        town / "curated" / "corrections.csv",
        ["sheets-2030", "sheet:1", "asPrinted", "1,400人", "1,400店 (R14年度)", "単位と年の誤り"],
    )
    rebuild(town, run)
    pattern = "?p pg:asPrinted '1,400人' ; pg:unit ?unit ; pg:year ?year"
    assert ask(town / "mandala.ttl", "?unit ?year", pattern) == [("unit/shop", "2032")]


def test_a_correction_to_no_value_takes_the_value_away(town, run, ask):
    add(
        town / "curated" / "corrections.csv",
        ["sheets-2030", "sheet:4", "asPrinted", "169万人", "—", "まだ決まっていない"],
    )
    rebuild(town, run)
    pattern = "<observation/tp2-4-target-2031> ?p ?v FILTER(?p IN (pg:value, pg:noValue))"
    assert ask(town / "mandala.ttl", "?p ?v", pattern) == [("pg:noValue", "pg:NotPrinted")]


def test_every_import_leaves_the_curated_files_as_they_are(town, run):
    before = contents(town / "curated")
    for kind, name, _ in IMPORTS:
        edit(town / "sources" / name, ("海辺", "浜辺"))
        run("import", kind, town / "sources" / name, "--data", town)
        run("import", kind, town / "sources" / name, "--data", town, "--with-text")
    rebuild(town, run)
    assert contents(town / "curated") == before


def test_a_confirmation_of_a_link_that_is_not_there_is_reported(town, run):
    add(
        town / "curated" / "confirmations.csv",
        ["action/tp2-7", "serves", "vision/5", "Confirmed", "", "2031-02-01", ""],
    )
    done = rebuild(town, run)
    assert "confirmations.csv:4" in done.stderr


def test_a_department_that_follows_another_is_linked_to_it(town, run, ask):
    path = town / "curated" / "departments.csv"
    edit(
        path,
        ("環境部,みどり課,2030,,sheets-2030,,", "環境部,みどり課,2030,,sheets-2030,gardens,Stated"),
    )
    add(path, ["gardens", "環境部", "公園課", "2026", "2029", "sheets-2030", "", ""])
    rebuild(town, run)
    pattern = "<department/greenery> pg:succeeds ?before . ?before pg:name ?name"
    assert ask(town / "mandala.ttl", "?before ?name", pattern) == [
        ("department/gardens", "環境部公園課")
    ]


# --- Folders, consoles, other cities -----------------------------------------------------------


def test_the_whole_chain_runs_in_a_folder_with_spaces_and_japanese(
    tmp_path, built_town, run, monkeypatch
):
    place = tmp_path / "C 計画 2024"
    shutil.copytree(ROOT / "tests" / "data" / "town", place / "data")
    monkeypatch.chdir(place)
    for kind, name, key in IMPORTS:
        done = run("import", kind, f"data/sources/{name}")
        assert done.exit_code == 0, done.output
        assert f"{key}.ttl に書きました" in done.stdout
    assert run("build").exit_code == 0
    graph = place / "data" / "mandala.ttl"
    assert graph.read_bytes() == (built_town / "mandala.ttl").read_bytes()
    assert run("check", "--graph", graph).exit_code == 0
    out = place / "表 1.csv"
    done = shell("serves", "--graph", graph, "--format", "csv", "-o", out, cwd=place)
    assert done.returncode == 0, done.stderr.decode()
    assert out.read_bytes().startswith("\ufeffビジョン,番号".encode())
    assert {path.name for path in place.iterdir()} == {"data", "表 1.csv"}


@pytest.mark.parametrize(
    ("command", "shown"),
    [
        (["serves"], "② 海のそばで笑うまち"),
        # ₂ is not in cp932: its plain form stands for it
        (["explain", "project goal 2-1", "g2-1"], "まちから出るCO2を減らす"),
        (["explain", "action 1", "カモメ"], "カモメ食品㈱"),
        (["serves", "--lang", "en", "--format", "json"], "A town smiling by the sea"),
    ],
    ids=["serves", "subscript", "company", "json"],
)
def test_a_japanese_windows_console_shows_every_answer(built_town, command, shown):
    graph = built_town / "mandala.ttl"
    done = shell(*command, "--graph", graph, PYTHONIOENCODING="cp932")
    assert done.returncode == 0, done.stderr.decode("cp932")
    printed = done.stdout.decode("cp932")
    assert shown in printed
    assert "?" not in printed


def test_a_japanese_windows_console_shows_findings_and_errors(town):
    graph = town / "mandala.ttl"
    (town / "curated" / "accepted.csv").unlink()
    done = shell("check", "--graph", graph, "--data", town, PYTHONIOENCODING="cp932")
    assert done.returncode == 1, done.stderr.decode("cp932")
    assert "本計画で減らしたCO 2【累計】" in done.stdout.decode("cp932")
    done = shell("serves", "🐟の日", "--graph", graph, PYTHONIOENCODING="cp932")
    assert done.returncode == 2
    assert "「?の日」に当たるものがありません" in done.stderr.decode("cp932")


REAL = ("木更津", "きさらづ", "kisarazu", "122068", "らづ-biz", "アクアコイン", "千葉県", "盤洲")


@pytest.mark.parametrize("folder", ["src", "ontology", "queries", "tests/data/town"])
def test_no_program_rule_question_or_sample_names_the_real_city(folder):
    files = [
        path
        for path in (ROOT / folder).rglob("*")
        if path.suffix in {".py", ".ttl", ".rq", ".jsonld", ".csv", ".txt", ".toml"}
    ]
    assert files
    naming = [
        f"{path.relative_to(ROOT)}: {word}"
        for path in files
        for word in REAL
        if word in path.read_text(encoding="utf-8").casefold()
    ]
    assert naming == []
