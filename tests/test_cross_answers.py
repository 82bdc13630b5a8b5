"""Cross tables as people read them: cells, totals, notes, and what a label must not do."""

import json
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat

from plan_graph.answers import Page
from plan_graph.cross import cross_table
from plan_graph.cross_answers import cross_json, cross_rows, cross_sheets, cross_text
from plan_graph.graph import load_store, view
from plan_graph.kinds import find_kind
from plan_graph.lookup import elements
from plan_graph.resources import GRAPH
from plan_graph.tables import Screen, csv_text, guarded, shown, terminal
from plan_graph.vocab import PG

TOWN = Path(__file__).parent / "data" / "cross.ttl"
PREFIXES = TOWN.read_text(encoding="utf-8").split("\n\n")[0]
BLANK = (
    "空欄は、この見方ではつながりが見つからないことを示します。"
    "何もしていないという意味ではありません。"
)


def crossed(rows, columns, *, more="", **options):
    """Return the table, and the page to tell it on."""
    path, weakest = options.pop("path", TOWN), options.pop("weakest", PG.Estimated)
    lang, screen = options.pop("lang", "ja"), options.pop("screen", 80)
    store = load_store(path)
    if more:
        store.load(input=f"{PREFIXES}\n{more}".encode(), format=RdfFormat.TURTLE)
    store = view(store, weakest)
    known = elements(store)
    table = cross_table(store, known, find_kind(rows), find_kind(columns), **options)
    return table, Page(store, known, weakest, lang, Screen(screen))


def test_actions_and_visions_as_they_are_read():
    assert cross_text(*crossed("action", "vision")).splitlines() == [
        "取組 × ビジョン",
        "",
        "取組        ①    ②    ③  合計",
        "----------  ---  ---  -  ----",
        "1 川そうじ  照   照*     2",
        "2 川の観察  照*  照*     2",
        "3 夜空の会               0",
        "12 植樹          推      1",
        "合計        2    3    0  5",
        "",
        "① 水辺のまち  ② 森のまち  ③ 星のまち",
        "見た関係：取組は、ビジョンにつながります。",
        "欄の記号：照＝照合、推＝推定、*＝施策を通じて。",
        "合計は、行と列の組の数です（つながりの本数ではありません）。",
        BLANK,
        "推定は編集者の読み取りです。市の見解ではありません。",
        "ビジョンは市民の提言です。",
        "数えたつながり：導出 4（照合による 4）、推定 2",
        "出典（水都市）：水と森の計画書",
        "令和6年度版・基準日は資料に記載なし・非公式の再構成。根拠の下限：推定。",
    ]


def test_the_same_in_english():
    lines = cross_text(*crossed("department", "vision", lang="en")).splitlines()
    assert lines[:9] == [
        "department × vision, through action",
        "",
        "department      ①  ②  ③  total",
        "--------------  -  -  -  -----",
        "Parks Division  1  2     2",
        "Press Division           0",
        "Water Division  2  2     2",
        "total           2  3  0  3",
        "",
    ]
    assert (
        "A cell counts each action that is related to both its row and its column, once." in lines
    )
    assert "Totals count each action once, so they need not be the sum of the cells." in lines


def test_a_list_gives_the_numbers_in_print():
    _, rows = cross_rows(*crossed("department", "vision"), cells="list")
    assert rows == [
        ["環境部公園課", "1", "1、12", "", "2"],
        ["総務部広報課", "", "", "", "0"],
        ["環境部水道課", "1、2", "1、2", "", "2"],
        ["合計", "2", "3", "0", "3"],
    ]


def test_a_list_of_numbers_with_hyphens_is_no_date_in_a_spreadsheet():
    _, rows = cross_rows(*crossed("goal", "vision"), cells="list")
    assert rows[0] == ["1-1 水のきれいなまち", "施策1-1", "施策1-1", "", "1"]
    _, english = cross_rows(*crossed("goal", "vision", lang="en"), cells="list")
    assert english[0][1] == "measure 1-1"


def test_a_list_of_what_has_no_number_gives_names():
    table, page = crossed("measure", "vision", through=PG.Outcome)
    head, rows = cross_rows(table, page, cells="list")
    assert head == ["施策", "① 水辺のまち", "② 森のまち", "③ 星のまち", "合計"]
    assert rows[0] == ["1-1 川をまもる", "きれいな水", "きれいな水", "", "1"]


def test_marks_of_what_is_shared():
    _, rows = cross_rows(*crossed("department", "vision"), cells="marks")
    assert rows[0][1:] == ["照", "照", "", "2"]
    assert rows[2][1:] == ["照", "照*", "", "2"]


@pytest.mark.parametrize(("cells", "told"), [("count", "1"), ("list", "導出・照合による")])
def test_a_direct_cell_can_be_a_number_or_the_basis_in_words(cells, told):
    _, rows = cross_rows(*crossed("action", "vision"), cells=cells)
    assert rows[0][1] == told
    assert rows[2][1] == ""


def test_themes_print_the_names_of_what_they_share():
    table, page = crossed("theme", "theme", screen=0)
    _, rows = cross_rows(table, page)
    both = "取組1「川そうじ」、めざす効果「きれいな水」"
    assert rows == [
        ["川", "2", both, "", "2"],
        ["森", both, "3", "", "2"],
        ["海", "", "", "1", "0"],
        ["合計", "2", "2", "0", "2"],
    ]
    _, only = cross_rows(*crossed("theme", "theme", through=PG.Outcome))
    assert only[0] == ["川", "1", "きれいな水", "", "1"]


def test_the_notes_of_themes_say_what_the_diagonal_and_the_totals_count():
    lines = cross_text(*crossed("theme", "theme", screen=0)).splitlines()
    assert "対角線の数は、それぞれにつながる取組、施策、めざす効果の数です。" in lines
    assert (
        "合計は、ほかのテーマ（部会）と共有するものを一度だけ数えています（対角線は数えません）。"
        in lines
    )


def test_rows_left_out_and_other_ways_are_told():
    text = cross_text(*crossed("department", "vision", keep_empty=False))
    assert "つながりのない担当課1件の行は省きました。" in text
    assert "総務部広報課" not in text
    assert "めざす効果を通じて結ぶこともできます（--through）。" in cross_text(
        *crossed("theme", "vision")
    )


def test_a_narrow_screen_gets_the_columns_in_parts_each_with_the_names_of_its_rows():
    text = cross_text(*crossed("action", "department", path=GRAPH, weakest=PG.Stated))
    assert all(Screen().width(line) <= 80 for line in text.splitlines()[2:-8] if "／" not in line)
    assert text.count("\n1 学校給食の地産地消") > 1
    assert text.count("学校給食課") == 1
    wide = cross_text(*crossed("action", "department", path=GRAPH, weakest=PG.Stated, screen=0))
    assert wide.count("\n1 学校給食の地産地消") == 1


def test_the_released_graph_tells_what_school_lunches_do_for_the_visions():
    table, page = crossed("department", "vision", path=GRAPH, weakest=PG.Matched)
    rows = {row[0]: row[1:] for row in cross_rows(table, page)[1]}
    assert rows["教育部学校給食課"] == ["2", "", "", "", "2", "", "", "2"]
    assert rows["合計"] == ["4", "4", "0", "4", "8", "0", "4", "12"]
    listed = {row[0]: row[1:] for row in cross_rows(table, page, cells="list")[1]}
    assert listed["教育部学校給食課"] == ["1、2", "", "", "", "1、2", "", "", "2"]
    assert listed["経済部農林水産課"] == ["3、4", "19", "", "", "3、4、19", "", "", "3"]


def test_no_table_tells_a_status():
    table, page = crossed("department", "vision", path=GRAPH)
    told = cross_text(table, page) + json.dumps(cross_json(table, page), ensure_ascii=False)
    assert not any(word in told for word in ("達成", "Achieved", "○", "×実", "NotAchieved"))


def test_links_to_sdgs_that_no_document_states_have_their_banner():
    more = """<http://metadata.un.org/sdg/6> a <http://metadata.un.org/sdg/ontology#Goal> ;
          pg:name "安全な水とトイレを世界中に" ; skos:notation "6" ; pg:order 6 .
        link:99 a pg:Link ; rdf:subject action:a-1 ; rdf:predicate pg:contributesTo ;
          rdf:object <http://metadata.un.org/sdg/6> ; pg:basis pg:Estimated ."""
    lines = cross_text(*crossed("action", "sdg", more=more)).splitlines()
    assert lines[1] == "計画書の公式アイコンは未入力。以下は編集者の推定"
    stated = more.replace("pg:Estimated", "pg:Stated")
    assert "未入力" not in cross_text(*crossed("action", "sdg", more=stated))


def test_plain_data_name_every_pair_with_what_is_behind_it():
    table, page = crossed("department", "vision")
    told = cross_json(table, page)
    assert json.loads(json.dumps(told)) == told
    assert told["rowKind"] == "Department"
    assert told["throughKinds"] == ["Action"]
    assert told["total"] == 3
    assert [(row["name"], row["total"]) for row in told["rows"]] == [
        ("環境部公園課", 2),
        ("総務部広報課", 0),
        ("環境部水道課", 2),
    ]
    assert told["rows"][0]["cells"][1] == {
        "column": "https://example.org/town/vision/2",
        "basis": "Derived",
        "effectiveBasis": "Matched",
        "throughMeasure": False,
        "shared": [
            {"id": "https://example.org/town/action/a-1", "notation": "1", "name": "川そうじ"},
            {"id": "https://example.org/town/action/a-12", "notation": "12", "name": "植樹"},
        ],
    }
    assert "合計は、同じ取組を一度だけ数えています（欄の数の和とは限りません）。" in told["notes"]


def test_sheets_hold_numbers_links_what_is_lacking_and_notes():
    (grid, pairs, review), notes = cross_sheets(*crossed("department", "vision"))
    names = (grid.name, pairs.name, review.name, notes.name)
    assert names == ("表", "組", "点検", "注記")
    assert grid.rows[0] == ["環境部公園課", 1, 2, "", 2]
    assert (grid.totals, list(grid.heat)) == (1, [1, 2, 3])
    # The park division and the woods share two actions, so two rows are behind the 2.
    assert grid.jumps[0, 2] == ("組", 1)
    assert [row[:5] for row in pairs.rows[1:3]] == [
        ["環境部公園課", "②", "森のまち", "取組1「川そうじ」", "導出・照合による"],
        ["環境部公園課", "②", "森のまち", "取組12「植樹」", "導出・推定による"],
    ]
    assert pairs.head[-1] == "管理番号"
    assert pairs.rows[1][-1].endswith("serves vision/2")
    assert "http" not in str([row[-1] for row in pairs.rows])
    assert review.rows[0][:2] == ["この表のつながり", "担当課"]
    assert review.rows[0][-1] == "総務部広報課"
    assert notes.lines[:2] == [
        "担当課 × ビジョン（取組を通じて）",
        "絞り込み：根拠の下限は推定、省いた空の行は0。",
    ]
    assert notes.lines[-1].startswith("令和6年度版")


def test_the_links_of_a_kind_with_itself_leave_the_diagonal_out():
    (_, pairs, _), _ = cross_sheets(*crossed("theme", "theme"))
    assert {tuple(row[:2]) for row in pairs.rows} == {("川", "森"), ("森", "川")}


def test_behind_a_link_stand_confirmation_document_place_reason_and_key():
    (grid, pairs, _), _ = cross_sheets(*crossed("action", "vision", path=GRAPH))
    told = {row[-1]: dict(zip(pairs.head, row, strict=True)) for row in pairs.rows}
    lunch = told["action/ap3-1 serves vision/1"]
    assert lunch["取組の番号"] == "1"
    assert lunch["ビジョンの番号"] == "①"
    assert lunch["根拠"] == "導出・照合による"
    assert lunch["たどり方"] == "施策を通じて"
    assert lunch["確認状況"] == "未確認"
    assert "進行管理表（令和6年度）" in lunch["出典"]
    assert "シート1" in lunch["場所"]
    estimated = told["action/ap3-5 serves vision/7"]
    assert (estimated["根拠"], estimated["出典"], estimated["場所"]) == ("推定", "", "")
    assert "「" in estimated["推定の理由（編集者）"]
    assert len(pairs.rows) == grid.rows[-1][-1] == 73


# --- Labels that would do harm ----------------------------------------------------------------

HOSTILE = """action:a-99 a pg:Action ; pg:order 99 ;
      pg:name "=HYPERLINK(\\"http://a.example\\")<b>\\u001B[2J\\nも\\u202E逆" .
    link:99 a pg:Link ; rdf:subject action:a-99 ; rdf:predicate pg:serves ;
      rdf:object vision:3 ; pg:basis pg:Estimated ."""


def test_a_label_cannot_steer_the_terminal():
    text = cross_text(*crossed("action", "vision", more=HOSTILE, screen=0))
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert '\n=HYPERLINK("http://a.example")<b> [2J も逆  ' in text


def test_a_label_is_no_formula_in_csv_neither_in_a_row_nor_in_the_head():
    for rows, columns in (("action", "vision"), ("vision", "action")):
        content = csv_text(*cross_rows(*crossed(rows, columns, more=HOSTILE)))
        assert "\"'=HYPERLINK(" in content
        assert '"=HYPERLINK(' not in content


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_text_that_would_begin_a_formula_is_guarded(begin):
    assert guarded(f"{begin}SUM(A1)") == f"'{begin}SUM(A1)"


@pytest.mark.parametrize("number", ["-5", "-1,443.5", "+3", "-12%", "－5", "-", "5", ""])
def test_a_number_stays_a_number(number):
    assert guarded(number) == number


def test_a_sum_that_only_looks_like_a_number_is_guarded():
    assert guarded("-5+3") == "'-5+3"
    assert guarded("-") == "-"


# --- The terminal -----------------------------------------------------------------------------


def test_signs_that_stand_on_others_take_no_width():
    assert Screen().width("か\u3099") == 2
    assert Screen().width("葛\U000e0100飾") == 4
    assert Screen(ambiguous=2).width("①") == 2


def test_no_line_begins_with_what_closes_the_one_before():
    assert Screen().folded("「里海」、「森」", 8) == ["「里", "海」、", "「森」"]
    assert Screen().folded("。。。。。", 4) == ["。。", "。。", "。"]


def test_words_are_kept_together_where_they_fit():
    assert Screen().folded("Urban Development Department", 12) == [
        "Urban",
        "Development",
        "Department",
    ]
    assert Screen().folded("Environmentally", 8) == ["Environm", "entally"]


def test_a_column_keeps_the_least_width_it_is_given():
    told = terminal(["名", "a"], [["森林の保全・活用", "x" * 40]], Screen(24), least=[16, 4])
    assert told.splitlines()[2] == "森林の保全・活用  xxxxxx"


def test_what_is_printable_is_shown_as_it_is():
    assert shown("<b>4Rの推進</b> & ①") == "<b>4Rの推進</b> & ①"
    assert shown("a\tb\u2028c\u200f") == "a b c"
