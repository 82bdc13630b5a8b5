"""What changed between two graphs, in sentences of both languages."""

import json

import pytest
from click.testing import CliRunner
from pyoxigraph import RdfFormat, Store

from plan_graph.cli import cli
from plan_graph.graph.diff import diff
from plan_graph.messages import CHANGES

PREFIXES = """
@prefix pg: <https://w3id.org/plan-graph/ns#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix : <https://w3id.org/plan-graph/id/999999/> .
@prefix action: <https://w3id.org/plan-graph/id/999999/action/> .
@prefix link: <https://w3id.org/plan-graph/id/999999/link/> .
"""
ACTION = 'action:ap1-9 a pg:Action ; pg:name "間伐" .'
VISION = ':vision-2 a pg:Vision ; pg:name "自然のまち" .'
INDICATOR = ':i1 a pg:Indicator ; pg:name "間伐の面積" .'
ENDS = f"{ACTION} {VISION} {INDICATOR}"


def link(basis, name="a", more=""):
    return (
        f"link:{name} a pg:Link ; rdf:subject action:ap1-9 ; rdf:predicate pg:serves ;"
        f" rdf:object :vision-2 ; pg:basis pg:{basis} {more} ."
    )


def value(printed, number, year=2024, kind="Actual"):
    name = f"{kind.lower()}-{year}"
    said = f"pg:value {number}" if number else "pg:noValue pg:NoneYet"
    return (
        f":obs-{name} a pg:Observation ; pg:ofIndicator :i1 ; pg:kind pg:{kind} ; pg:year {year} ;"
        f" pg:yearKind pg:FiscalYear ; {said} ; prov:wasDerivedFrom :print-{name} ."
        f':print-{name} a pg:PrintedValue ; pg:asPrinted "{printed}" ; {said} .'
    )


def status(mark, year=2024, indicator=""):
    of = f"pg:ofIndicator :{indicator} ;" if indicator else ""
    return (
        f":assessment-{indicator}-{year} a pg:Assessment ; pg:assesses action:ap1-9 ; {of}"
        f" pg:reportYear {year} ; pg:status pg:{mark} ."
    )


def store(*parts):
    graph = Store()
    graph.load(input=(PREFIXES + "\n".join(parts)).encode(), format=RdfFormat.TURTLE)
    return graph


def told(old, new, lang="ja"):
    return [change.text(lang) for change in diff(store(*old), store(*new))]


#: Code to what was, what is, and the sentence in Japanese and in English.
SENTENCES = {
    "element-added": (
        [VISION],
        [VISION, ACTION],
        "取組「間伐」が加わりました。",
        "action “間伐” was added.",
    ),
    "element-removed": (
        [VISION, ACTION],
        [ACTION],
        "ビジョン「自然のまち」がなくなりました。",
        "vision “自然のまち” was removed.",
    ),
    "element-renamed": (
        [ACTION],
        [ACTION.replace("間伐", "間伐の推進")],
        "取組「間伐」の名称が「間伐の推進」になりました。",
        "action “間伐” is now named “間伐の推進”.",
    ),
    "link-added": (
        [ENDS],
        [ENDS, link("Estimated")],
        "新しいつながり：取組「間伐」は、ビジョン「自然のまち」につながります（推定）。",
        "New link: action “間伐” serves vision “自然のまち” (estimated).",
    ),
    "link-removed": (
        [ENDS, link("Stated")],
        [ENDS],
        "なくなったつながり：取組「間伐」は、ビジョン「自然のまち」につながります（記載）。",
        "Link gone: action “間伐” serves vision “自然のまち” (stated).",
    ),
    "link-changed": (
        [ENDS, link("Estimated")],
        [ENDS, link("Estimated"), link("Stated", "b")],
        "根拠の変化：取組「間伐」は、ビジョン「自然のまち」につながります（推定から記載へ）。",
        "Other basis: action “間伐” serves vision “自然のまち” (estimated to stated).",
    ),
    "value-added": (
        [ENDS],
        [ENDS, value("12ha", 12)],
        "新しい値：指標「間伐の面積」の2024年度の実績値は12ha。",
        "New value: the actual 2024 of “間伐の面積” is 12ha.",
    ),
    "value-removed": (
        [ENDS, value("20ha", 20, kind="Target")],
        [ENDS],
        "なくなった値：指標「間伐の面積」の2024年度の目標値（20ha）。",
        "Value gone: the target 2024 of “間伐の面積” (20ha).",
    ),
    "value-changed": (
        [ENDS, value("12ha", 12, kind="Baseline")],
        [ENDS, value("実績なし", "", kind="Baseline")],
        "値の変化：指標「間伐の面積」の2024年度の現状値は12haから実績なしへ。",
        "the baseline 2024 of “間伐の面積” changed from 12ha to 実績なし.",
    ),
    "status-added": (
        [ENDS],
        [ENDS, status("Achieved")],
        "新しい達成状況：取組「間伐」の2024年度は○。",
        "New status: action “間伐” in 2024 is ○.",
    ),
    "status-removed": (
        [ENDS, status("NotScored")],
        [ENDS],
        "なくなった達成状況：取組「間伐」の2024年度（－）。",
        "Status gone: action “間伐” in 2024 (－).",
    ),
    "status-changed": (
        [ENDS, status("NotAchieved")],
        [ENDS, status("Achieved")],
        "達成状況の変化：取組「間伐」の2024年度は×から○へ。",
        "The status of action “間伐” in 2024 changed from × to ○.",
    ),
}


def test_every_kind_of_change_has_its_sentence_below():
    assert set(SENTENCES) == set(CHANGES)


@pytest.mark.parametrize("code", SENTENCES)
def test_a_change_is_told_in_both_languages(code):
    old, new, japanese, english = SENTENCES[code]
    changes = diff(store(*old), store(*new))
    assert [change.code for change in changes] == [code]
    assert changes[0].text("ja") == japanese
    assert changes[0].text("en") == english


def test_nothing_is_told_of_equal_graphs():
    graph = [ENDS, link("Stated"), value("12ha", 12), status("Achieved")]
    assert told(graph, graph) == []


def test_a_new_year_is_told_as_new_values_and_statuses_and_nothing_old():
    before = [ENDS, value("12ha", 12), status("NotAchieved")]
    after = [*before, value("18ha", 18, 2025), value("30ha", 30, 2026, "Target")]
    assert told(before, [*after, status("Achieved", 2025)]) == [
        "新しい値：指標「間伐の面積」の2025年度の実績値は18ha。",
        "新しい値：指標「間伐の面積」の2026年度の目標値は30ha。",
        "新しい達成状況：取組「間伐」の2025年度は○。",
    ]


def test_the_same_number_in_another_print_is_no_change():
    before = [ENDS, value("1,000円", 1000)]
    assert told(before, [ENDS, value("千円", 1000)]) == []


def test_a_second_link_on_the_same_ground_is_no_change():
    before = [ENDS, link("Stated")]
    assert told(before, [*before, link("Stated", "b"), link("Estimated", "c")]) == []


def test_a_derived_link_is_told_with_what_it_rests_on():
    derived = link("Derived", "a", "; pg:restsOn pg:Matched")
    assert told([ENDS], [ENDS, derived]) == [
        "新しいつながり：取組「間伐」は、ビジョン「自然のまち」につながります（照合）。"
    ]


def test_a_link_that_goes_out_of_date_is_gone():
    old = link("Stated", "a", "; pg:current false")
    assert told([ENDS, link("Stated")], [ENDS, old]) == [
        "なくなったつながり：取組「間伐」は、ビジョン「自然のまち」につながります（記載）。"
    ]


def test_changes_stand_in_the_order_of_elements_links_values_statuses_and_numbers():
    ten = ACTION.replace("ap1-9", "ap1-10").replace("間伐", "植樹")
    after = [ENDS, ten, link("Stated"), value("12ha", 12), status("Achieved")]
    changes = diff(store(VISION), store(*after))
    assert [change.code for change in changes] == [
        "element-added",
        "element-added",
        "element-added",
        "link-added",
        "value-added",
        "status-added",
    ]
    assert [change.text("ja") for change in changes[:2]] == [
        "取組「間伐」が加わりました。",
        "取組「植樹」が加わりました。",
    ]


def test_what_has_no_name_yet_is_told_by_its_iri():
    base = "https://w3id.org/plan-graph/id/999999/"
    assert told([], [link("Stated")]) == [
        f"新しいつながり：「{base}action/ap1-9」は、「{base}vision-2」につながります（記載）。"
    ]


def test_a_link_that_goes_with_its_element_is_told_by_the_old_name():
    assert told([ENDS, link("Stated")], [VISION, INDICATOR]) == [
        "取組「間伐」がなくなりました。",
        "なくなったつながり：取組「間伐」は、ビジョン「自然のまち」につながります（記載）。",
    ]


def test_a_value_of_a_calendar_year_is_not_told_as_one_of_a_fiscal_year():
    calendar = value("12ha", 12).replace("pg:FiscalYear", "pg:CalendarYear")
    assert told([ENDS], [ENDS, calendar]) == [
        "新しい値：指標「間伐の面積」の2024年の実績値は12ha。"
    ]


def test_a_value_without_a_year_is_told_without_one():
    undated = value("12ha", 12).replace("pg:year 2024 ;", "")
    changes = diff(store(ENDS), store(ENDS, undated))
    assert changes[0].text("ja") == "新しい値：指標「間伐の面積」の実績値は12ha。"
    assert changes[0].text("en") == "New value: the actual of “間伐の面積” is 12ha."


def test_two_statuses_of_one_action_are_told_apart_by_their_indicators():
    second = ':i2 a pg:Indicator ; pg:name "間伐の回数" .'
    before = [ENDS, second]
    statuses = [status("Achieved", indicator="i1"), status("NotAchieved", indicator="i2")]
    sentences = told(before, [*before, *statuses])
    assert len(set(sentences)) == 2
    assert [sentence for sentence in sentences if "間伐の面積" in sentence and "○" in sentence]
    assert [sentence for sentence in sentences if "間伐の回数" in sentence and "×" in sentence]


# --- The command ------------------------------------------------------------------------------


@pytest.fixture
def files(tmp_path):
    """Write a graph and the same graph with an estimate more."""
    paths = (tmp_path / "前.ttl", tmp_path / "後.ttl")
    for path, parts in zip(paths, ([ENDS], [ENDS, link("Estimated")]), strict=True):
        path.write_text(PREFIXES + "\n".join(parts), encoding="utf-8")
    return [str(path) for path in paths]


def run(*arguments):
    return CliRunner().invoke(cli, ["diff", *arguments])


def test_the_command_tells_one_change_a_line_and_ends_well(files):
    result = run(*files)
    assert result.exit_code == 0
    assert result.stdout == (
        "- 新しいつながり：取組「間伐」は、ビジョン「自然のまち」につながります（推定）。\n"
    )


def test_the_command_speaks_english(files):
    result = run(*files, "--lang", "en")
    assert result.stdout == "- New link: action “間伐” serves vision “自然のまち” (estimated).\n"


@pytest.mark.parametrize(
    ("lang", "text"), [("ja", "違いはありません。"), ("en", "No differences.")]
)
def test_the_command_says_so_when_nothing_changed(lang, text, files):
    result = run(files[0], files[0], "--lang", lang)
    assert (result.exit_code, result.stdout) == (0, f"{text}\n")


def test_the_command_gives_changes_as_json(files):
    result = run(*files, "--format", "json")
    assert json.loads(result.stdout) == [
        {
            "change": "link-added",
            "about": "https://w3id.org/plan-graph/id/999999/action/ap1-9",
            "message": (
                "新しいつながり：取組「間伐」は、ビジョン「自然のまち」につながります（推定）。"
            ),
        }
    ]
    assert json.loads(run(files[0], files[0], "--format", "json").stdout) == []


def test_every_file_that_cannot_be_read_is_named_at_once(tmp_path):
    broken = tmp_path / "壊れた.ttl"
    broken.write_text("@prefix pg: <https://x#> .\npg:a pg:b ;;\n", encoding="utf-8")
    first = run(str(tmp_path / "無い.ttl"), str(tmp_path / "無い.ttl"))
    assert first.exit_code == 2
    assert "無い.ttl: グラフがありません。" in first.stderr
    second = run(str(broken), str(tmp_path / "無い.ttl"), "--lang", "en")
    assert second.exit_code == 2
    assert "壊れた.ttl:" in second.stderr
    assert "not valid Turtle" in second.stderr
    assert "無い.ttl: there is no graph." in second.stderr
