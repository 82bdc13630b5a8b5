"""What `check` finds, in a small graph that has no fault until a test puts one in."""

import json
from pathlib import Path
from unittest.mock import patch

import pytest
from click.testing import CliRunner
from pyoxigraph import DefaultGraph, Quad, RdfFormat, Store

from plan_graph.check import check
from plan_graph.cli import cli
from plan_graph.errors import PlanGraphError
from plan_graph.graph import load_store
from plan_graph.messages import FINDINGS

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "tests" / "data" / "shapes_base.ttl"
BASE = "https://w3id.org/plan-graph/id/999999/"
KINDS = (
    "vision",
    "action",
    "measure",
    "indicator",
    "observation",
    "assessment",
    "document",
    "value",
    "total",
    "wording",
)
HEADER = (
    "PREFIX pg: <https://w3id.org/plan-graph/ns#> "
    "PREFIX prov: <http://www.w3.org/ns/prov#> "
    "PREFIX dcterms: <http://purl.org/dc/terms/> "
    "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> "
) + "".join(f"PREFIX {kind}: <{BASE}{kind}/> " for kind in KINDS)
NOWHERE = ROOT / "no such file.csv"
#: Replace what the sample says of the assessment, the indicator or the total.
STATUS = "DELETE {{ ?a pg:status ?s }} INSERT {{ ?a pg:status pg:{} }} WHERE {{ ?a pg:status ?s }};"
LOWER = (
    "DELETE { ?i pg:betterWhen ?d } INSERT { ?i pg:betterWhen pg:Lower }"
    " WHERE { ?i pg:betterWhen ?d };"
)
PER_YEAR = (
    "DELETE { ?i pg:accumulation ?c } INSERT { ?i pg:accumulation pg:PerYear }"
    " WHERE { ?i pg:accumulation ?c };"
)


PRINTED = (
    "DELETE {{ ?x pg:value ?v ; pg:noValue ?n }} WHERE {{ VALUES ?x {{ {ends} }}"
    " OPTIONAL {{ ?x pg:value ?v }} OPTIONAL {{ ?x pg:noValue ?n }} }};"
    "DELETE {{ ?x pg:asPrinted ?p }} WHERE {{ VALUES ?x {{ {ends} }} ?x pg:asPrinted ?p }};"
    'INSERT {{ ?x pg:value "{number}"^^xsd:decimal }} WHERE {{ VALUES ?x {{ {ends} }} }};'
    'INSERT DATA {{ value:{kind} pg:asPrinted "{printed}" }};'
)


def of(kind, number, printed):
    """Return the update that prints *number* as the value of a kind."""
    name = {"Baseline": "baseline-undated", "Target": "target-2024", "Actual": "actual-2024"}[kind]
    ends = f"observation:ap2-1-{name} value:{kind.lower()}"
    return PRINTED.format(ends=ends, number=number, kind=kind.lower(), printed=printed)


#: The printed values differ little, so that only the status is looked at.
NEAR = PER_YEAR + of("Baseline", "30000", "30")
MET = NEAR + of("Actual", "40000", "40")
MISSED = NEAR + of("Actual", "37999", "37.999")
SECOND_NAME = (
    "INSERT DATA {{ wording:second a pg:Wording ; pg:ofElement measure:ap2-1-1 ;"
    ' pg:ofKind pg:Measure ; pg:text "{0}" ; pg:matchName "{0}" ;'
    ' dcterms:source document:slides-2023 ; pg:locator "slide:x" }};'
)
SECOND_VALUE = (
    "INSERT DATA {{ value:second a pg:PrintedValue ; pg:ofIndicator indicator:ap2-1 ;"
    " pg:kind pg:Target ; pg:year 2024 ; pg:yearKind pg:FiscalYear ; pg:scale 1000 ;"
    ' pg:value "{}"^^xsd:decimal ; pg:asPrinted "{}" ;'
    ' dcterms:source document:plan-2024 ; pg:locator "section:1" }};'
)
LAST_YEAR = (
    "DELETE DATA { observation:ap2-1-actual-2024 pg:year 2024 };"
    "INSERT DATA { observation:ap2-1-actual-2024 pg:year 2023 };"
)


def sample(update=""):
    store = load_store(SAMPLE)
    if update:
        store.update(HEADER + update)
    return store


def found(update, accepted=NOWHERE):
    """Return the findings after *update*; those of the shapes take long, and are told below."""
    with patch("plan_graph.check._shapes", return_value=[]):
        return list(check(sample(update), accepted).findings)


STRUCTURE = {"orphan", "same-name", "department-unknown", "department-unused", "unquoted"}
#: Code to a fault, and the finding in Japanese and in English.
TOLD = {
    "status": (
        MET + STATUS.format("NotAchieved"),
        (
            "間伐の実施：達成状況は「×」ですが、実績40／目標38からは「○」になります。"
            "担当課に確認してください。"
        ),
        (
            "間伐の実施: the status is printed ×, but actual 40 and target 38 give ○. "
            "Ask the department."
        ),
    ),
    "total": (
        (
            "DELETE DATA { total:ap2-1-2024 pg:elementCount 1 };"
            "INSERT DATA { total:ap2-1-2024 pg:elementCount 2 }"
        ),
        "森と海のプロジェクト：集計は「2・0・0」と書かれていますが、各シートからは「1・0・0」になります。",
        "森と海のプロジェクト: the total is printed as 2・0・0, but the sheets give 1・0・0.",
    ),
    "wording": (
        SECOND_NAME.format("森林の手入れの推進"),
        (
            "名称の表記が資料によって違います：「森の手入れの推進」／「森林の手入れの推進」。"
            "どちらを使うか確かめてください。"
        ),
        (
            "documents print different names: 「森の手入れの推進」／「森林の手入れの推進」. "
            "Check which one to use."
        ),
    ),
    "value": (
        SECOND_VALUE.format("39000", "39"),
        "間伐した面積の値が資料によって違います：「38」／「39」。新しい資料の値を使っています。",
        (
            "documents print different values of 間伐した面積: 「38」／「39」. "
            "The newer document's is used."
        ),
    ),
    "cumulative-fall": (
        STATUS.format("NotAchieved") + of("Baseline", "30000", "30") + of("Actual", "29000", "29"),
        "間伐した面積【累計】が現状30から実績29になっています。集計範囲が変わった可能性。担当課に確認",
        (
            "間伐した面積 is cumulative, yet goes from 30 to 29. The scope may have changed: "
            "ask the department."
        ),
    ),
    "factor": (
        STATUS.format("Achieved") + of("Baseline", "4000", "4") + of("Actual", "40000", "40"),
        "間伐した面積が現状4から実績40になっています。集計範囲が変わった可能性。担当課に確認",
        "間伐した面積 goes from 4 to 40. The scope may have changed: ask the department.",
    ),
    "year": (
        LAST_YEAR,
        "間伐した面積：2024年度の欄に2023年度の値が書かれています。値の年度を示してください。",
        "間伐した面積: the column of 2024 holds values of 2023. Show the year of the value.",
    ),
}


def counted(update):
    """Correct the printed total, since a changed status changes the total too."""
    return update + (
        "DELETE { ?t pg:scoredCount ?s ; pg:achievedCount ?a }"
        " INSERT { ?t pg:scoredCount ?scored ; pg:achievedCount ?met } WHERE {"
        " ?t pg:scoredCount ?s ; pg:achievedCount ?a . ?assessment pg:status ?status ."
        " BIND(IF(?status = pg:NotScored, 0, 1) AS ?scored)"
        " BIND(IF(?status = pg:Achieved, 1, 0) AS ?met) }"
    )


def test_the_sample_has_no_finding():
    checked = check(sample(), NOWHERE)
    assert checked.findings == ()
    assert checked.accepted == ()


def test_every_code_has_its_sentence_here():
    # What holds a graph together is told in test_structure.py.
    assert {*TOLD, *STRUCTURE, "accepted-gone"} == set(FINDINGS) - {"shape"}


@pytest.mark.parametrize("code", TOLD)
def test_each_finding_is_told_in_both_languages(code):
    update, japanese, english = TOLD[code]
    findings = found(update if code == "total" else counted(update))
    assert [finding.code for finding in findings] == [code]
    assert findings[0].text("ja") == japanese
    assert findings[0].text("en") == english


# --- Statuses ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "direction", "right"),
    [
        (MET, "", "Achieved"),
        (MISSED, "", "NotAchieved"),
        (NEAR + of("Actual", "38000", "38"), "", "Achieved"),
        (MET, LOWER, "NotAchieved"),
        (MISSED, LOWER, "Achieved"),
        (NEAR + of("Actual", "38000", "38"), LOWER, "Achieved"),
        ("", "", "NotScored"),
        ("", LOWER, "NotScored"),
    ],
)
@pytest.mark.parametrize("printed", ["Achieved", "NotAchieved", "NotScored"])
def test_a_status_is_recomputed_from_values_and_direction(values, direction, right, printed):
    marks = {"Achieved": "○", "NotAchieved": "×", "NotScored": "－"}
    findings = found(counted(values + direction + STATUS.format(printed)))
    expected = [] if printed == right else [(marks[printed], marks[right])]
    assert [finding.values for finding in findings] == expected
    assert {finding.code for finding in findings} <= {"status"}


def test_a_status_names_the_sheet_and_its_document():
    finding = found(counted(MET + STATUS.format("NotAchieved")))[0]
    assert finding.element == f"{BASE}assessment/ap2-1-2024"
    assert finding.documents == ("sheets-2024",)


def test_a_status_without_any_value_to_compare_is_told_with_dashes():
    update = "DELETE WHERE { ?a pg:comparesActual ?o }; DELETE WHERE { ?a pg:comparesTarget ?o };"
    finding = found(counted(update + STATUS.format("Achieved")))[0]
    assert "実績—／目標—からは「－」" in finding.text("ja")


def test_a_status_shows_the_print_of_a_value_that_is_none():
    finding = found(counted(STATUS.format("Achieved")))[0]
    assert "実績実績なし／目標38からは「－」" in finding.text("ja")


# --- Totals -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "shown"),
    [("elementCount", "3・1・1"), ("scoredCount", "1・3・1"), ("achievedCount", "1・1・3")],
)
def test_each_number_of_a_total_is_recomputed(field, shown):
    update = counted(MET + STATUS.format("Achieved")) + (
        f"; DELETE {{ ?t pg:{field} ?n }} INSERT {{ ?t pg:{field} 3 }} WHERE {{ ?t pg:{field} ?n }}"
    )
    assert [finding.values for finding in found(update)] == [(shown, "1・1・1")]


def test_a_total_counts_only_its_year_and_its_kind():
    other = counted(MET + STATUS.format("Achieved")) + (
        "; INSERT DATA { assessment:ap2-1-2023 a pg:Assessment ; pg:assesses action:ap2-1 ;"
        " pg:reportYear 2023 ; pg:status pg:NotScored ; dcterms:source document:sheets-2024 }"
    )
    assert found(other) == []


# --- Names and values ---------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["森の 手入れの推進", "森の⼿入れの推進"])
def test_spaces_and_look_alike_signs_make_no_other_name(text):
    assert found(SECOND_NAME.format(text)) == []


def test_a_name_names_its_element_and_both_documents():
    finding = found(SECOND_NAME.format("森林の手入れの推進"))[0]
    assert finding.element == f"{BASE}measure/ap2-1-1"
    assert finding.documents == ("plan-2024", "slides-2023")
    assert finding.values == ("森の手入れの推進", "森林の手入れの推進")


def test_a_misprint_that_is_corrected_is_no_other_name():
    corrected = "wording:second pg:corrected '森の手入れの推進' ; pg:correctionReason '誤植。'"
    update = SECOND_NAME.format("森の手人れの推進") + f"INSERT DATA {{ {corrected} }}"
    assert found(update) == []


def test_the_same_value_in_another_print_is_no_other_value():
    assert found(SECOND_VALUE.format("38000", "38.0千")) == []


def test_a_value_that_one_document_does_not_print_is_another_value():
    update = SECOND_VALUE.format("39000", "—").replace(
        'pg:value "39000"^^xsd:decimal', "pg:noValue pg:NotPrinted"
    )
    assert [(finding.code, finding.values) for finding in found(update)] == [("value", ("38", "—"))]


def test_a_value_names_its_indicator_and_both_documents():
    finding = found(SECOND_VALUE.format("39000", "39"))[0]
    assert finding.element == f"{BASE}indicator/ap2-1"
    assert finding.documents == ("plan-2024", "sheets-2024")


# --- Odd figures ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("baseline", "actual", "more", "code"),
    [
        ("30000", "30000", "", None),
        ("30000", "29999", "", "cumulative-fall"),
        ("30000", "29999", LOWER, None),
        ("30000", "29999", PER_YEAR, None),
        ("30000", "3001", PER_YEAR, None),
        ("30000", "3000", PER_YEAR, "factor"),
        ("30000", "3000", LOWER, "factor"),
        ("3000", "29999", "", None),
        ("3000", "30000", "", "factor"),
        ("3000", "30000", LOWER, "factor"),
        ("0", "30000", "", None),
        ("30000", "0", PER_YEAR, None),
    ],
)
def test_a_figure_is_odd_when_it_falls_or_jumps(baseline, actual, more, code):
    better = "NotAchieved" if "Lower" not in more else "Achieved"
    update = of("Baseline", baseline, "前") + of("Actual", actual, "後") + STATUS.format(better)
    findings = found(counted(update + more))
    assert [finding.code for finding in findings] == ([code] if code else [])
    for finding in findings:
        assert finding.element == f"{BASE}indicator/ap2-1"
        assert finding.values == ("前", "後")
        assert finding.documents == ("sheets-2024",)


def test_a_value_of_another_year_is_told_by_both_years():
    finding = found(LAST_YEAR)[0]
    assert finding.element == f"{BASE}assessment/ap2-1-2024"
    assert finding.values == ("2024", "2023")


# --- Shapes -----------------------------------------------------------------------------------


def test_what_breaks_a_shape_is_a_finding_in_both_languages():
    update = "DELETE DATA { vision:1 pg:order 1 }; INSERT DATA { vision:1 pg:order 0 }"
    findings = check(sample(update), NOWHERE).findings
    assert [(finding.code, finding.element) for finding in findings] == [
        ("shape", f"{BASE}vision/1")
    ]
    assert "vision/1：" in findings[0].text("ja")
    assert "vision/1: " in findings[0].text("en")
    assert "印刷順（pg:order）は、1以上の整数を一つだけにしてください。" in findings[0].text("ja")
    assert "The printed order (pg:order) is one integer from 1 up." in findings[0].text("en")


def test_a_triple_without_its_link_is_a_finding():
    update = "INSERT DATA { action:ap2-1 pg:serves vision:1 }; DELETE WHERE { ?l pg:basis ?b }"
    assert {finding.code for finding in check(sample(update), NOWHERE).findings} == {"shape"}


def test_a_graph_with_nothing_in_it_has_no_finding_of_ours():
    findings = check(Store(), NOWHERE).findings
    assert {finding.code for finding in findings} <= {"shape"}


# --- Accepted findings --------------------------------------------------------------------------

HEAD = "element,finding,documents,values,reason\n"


@pytest.fixture
def accepted(tmp_path):
    return tmp_path / "accepted.csv"


def test_an_accepted_finding_is_set_apart_with_its_reason(accepted):
    accepted.write_text(
        HEAD + "indicator/ap2-1,value,x,38 | 39,まちがいと分かっている。\n", "utf-8"
    )
    checked = check(sample(SECOND_VALUE.format("39000", "39")), accepted)
    assert checked.findings == ()
    assert [(finding.code, reason) for finding, reason in checked.accepted] == [
        ("value", "まちがいと分かっている。")
    ]


@pytest.mark.parametrize(
    "row",
    [
        "indicator/ap2-2,value,,38 | 39,別の指標",
        "indicator/ap2-1,wording,,38 | 39,別の指摘",
        "indicator/ap2-1,value,,38 | 40,別の値",
    ],
)
def test_what_is_accepted_is_that_finding_of_that_element_with_those_values(row, accepted):
    accepted.write_text(f"{HEAD}{row}\n", "utf-8")
    findings = found(SECOND_VALUE.format("39000", "39"), accepted)
    assert [finding.code for finding in findings] == ["value", "accepted-gone"]


def test_a_row_that_no_longer_occurs_is_a_finding_in_both_languages(accepted):
    accepted.write_text(HEAD + "assessment/ap2-1-2024,status,,× | ○,古い\n", "utf-8")
    findings = found("", accepted)
    assert [finding.code for finding in findings] == ["accepted-gone"]
    assert findings[0].element == f"{BASE}assessment/ap2-1-2024"
    assert findings[0].text("ja") == (
        "accepted.csv の行がもう当てはまりません（status：× | ○）。行を消してください。"
    )
    assert findings[0].text("en") == (
        "this row of accepted.csv no longer occurs (status: × | ○). Delete it."
    )


def test_a_broken_list_of_accepted_findings_is_an_error(accepted):
    accepted.write_text("element,finding\n", "utf-8")
    with pytest.raises(PlanGraphError, match=r"accepted\.csv: the header is wrong"):
        found("", accepted)


def test_findings_stand_in_the_order_of_the_elements_numbers():
    ten = (
        "INSERT DATA { indicator:ap2-10 a pg:Indicator ; pg:name '十' ."
        " indicator:ap2-9 a pg:Indicator ; pg:name '九' };"
    )
    values = "".join(
        SECOND_VALUE.format(number, printed)
        .replace("value:second", f"value:{indicator}-{printed}")
        .replace("indicator:ap2-1", f"indicator:{indicator}")
        for indicator in ("ap2-10", "ap2-9")
        for number, printed in (("1000", "1"), ("2000", "2"))
    )
    elements = [finding.element for finding in found(ten + values) if finding.code == "value"]
    assert elements == [f"{BASE}indicator/ap2-9", f"{BASE}indicator/ap2-10"]


def test_findings_do_not_depend_on_the_order_of_the_graph():
    """Two prints of one value: the finding shows the print of the newest document."""
    store = Store()
    for quad in sorted(load_store(ROOT / "data" / "mandala.ttl"), key=str, reverse=True):
        store.add(Quad(*quad.triple))
    with patch("plan_graph.check._shapes", return_value=[]):
        shipped = check(load_store(ROOT / "data" / "mandala.ttl"), NOWHERE)
        assert check(store, NOWHERE) == shipped


def test_checking_changes_nothing_in_the_graph():
    store = sample(TOLD["status"][0])
    before = {*store}
    check(store, NOWHERE)
    assert {*store} == before


# --- The command --------------------------------------------------------------------------------


def run(store, folder, *arguments):
    """Check *store* as a file, with the curated files of *folder*."""
    path = folder / "graph.ttl"
    path.write_bytes(store.dump(format=RdfFormat.TURTLE, from_graph=DefaultGraph()))
    return CliRunner().invoke(cli, ["check", "--graph", path, "--data", folder, *arguments])


def test_the_released_graph_has_no_finding_that_is_not_accepted():
    data = ROOT / "data"
    checked = check(load_store(data / "mandala.ttl"), data / "curated" / "accepted.csv")
    assert [finding.text("ja") for finding in checked.findings] == []
    assert len(checked.accepted) >= 9
    assert all(reason for _, reason in checked.accepted)


def test_the_released_graph_has_the_odd_figures_that_are_known():
    findings = [*check(load_store(ROOT / "data" / "mandala.ttl"), NOWHERE).findings]
    odd = {
        (finding.code, finding.element.rpartition("/")[2])
        for finding in findings
        if finding.code in {"cumulative-fall", "factor", "year", "status", "total", "value"}
    }
    assert odd == {
        ("cumulative-fall", "ap3-4"),
        ("cumulative-fall", "ap3-g2-1"),
        ("factor", "ap3-12"),
        ("year", "ap3-9-1-2024"),
        ("year", "ap3-9-2-2024"),
    }


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        ("ja", "問題は見つかりませんでした。\n指摘 0件（了解済み 0件）\n"),
        ("en", "No findings.\n0 findings (0 accepted)\n"),
    ],
)
def test_without_findings_the_command_says_so_and_ends_with_0(lang, lines, tmp_path):
    result = run(sample(), tmp_path, "--lang", lang)
    assert (result.exit_code, result.stdout) == (0, lines)


def test_findings_end_with_1_and_stand_one_a_line(tmp_path):
    result = run(sample(SECOND_VALUE.format("39000", "39")), tmp_path, "--lang", "en")
    assert result.exit_code == 1
    assert result.stdout == (
        "- documents print different values of 間伐した面積: 「38」／「39」. "
        "The newer document's is used.\n1 findings (0 accepted)\n"
    )


def test_accepted_findings_are_counted_and_end_with_0(tmp_path):
    (tmp_path / "curated").mkdir()
    rows = HEAD + "indicator/ap2-1,value,,38 | 39,知っている\n"
    (tmp_path / "curated" / "accepted.csv").write_text(rows, "utf-8-sig")
    result = run(sample(SECOND_VALUE.format("39000", "39")), tmp_path)
    assert result.exit_code == 0
    assert result.stdout == "問題は見つかりませんでした。\n指摘 0件（了解済み 1件）\n"


def test_a_graph_that_is_not_there_ends_with_2(tmp_path):
    arguments = ["check", "--graph", tmp_path / "無い.ttl", "--data", tmp_path]
    result = CliRunner().invoke(cli, arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "無い.ttl: グラフがありません。" in result.stderr


def test_the_command_gives_findings_as_json(tmp_path):
    update = SECOND_VALUE.format("39000", "39")
    result = run(sample(update), tmp_path, "--format", "json", "--lang", "en")
    assert result.exit_code == 1
    assert json.loads(result.stdout) == {
        "findings": [
            {
                "element": f"{BASE}indicator/ap2-1",
                "finding": "value",
                "documents": ["plan-2024", "sheets-2024"],
                "values": ["38", "39"],
                "message": (
                    "documents print different values of 間伐した面積: 「38」／「39」. "
                    "The newer document's is used."
                ),
            }
        ],
        "accepted": 0,
    }
