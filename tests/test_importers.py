"""How Japanese print is read: radicals, names, numbers, years, and the parts of a sheet."""

import datetime as dt
import re
import unicodedata
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_graph.errors import Fault
from plan_graph.importers import find_document
from plan_graph.importers.sheet_rows import Stray, Total, blocks, is_heading
from plan_graph.importers.source import (
    Source,
    column_head,
    departments,
    indicator_name,
    printed_values,
    segmented,
)
from plan_graph.japanese import (
    canonical,
    circled_number,
    era_year,
    mapped,
    match_name,
    printed_number,
    printed_year,
)
from plan_graph.register import Department, Document, Plan, Register
from plan_graph.vocab import PG

FULL_WIDTH = str.maketrans("0123456789,.RHS", "０１２３４５６７８９，．ＲＨＳ")
#: What is before the first year of an era, and how print writes the era.
ERAS = {2018: ["R", "令和"], 1988: ["H", "平成"], 1925: ["S", "昭和"], 0: ["", "西暦"]}
PRINTS = [
    "①",
    "㈱",
    "ｴｺ",
    "ｶﾞ",
    "４R",
    " ",
    "　",
    "\t",
    "CO ₂",
    "市⺠",
    "⻑い",
    "⾃",
    "（2）",
    "㎡",
    "・",
    "ー",
]
LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


def document(key, kind, year):
    return Document(key, kind, kind, "p1", year, key, key)


def register():
    return Register(
        folder=Path("data"),
        code="999992",
        name="青葉ヶ浦市",
        name_en="Aobagaura City",
        base="https://example.org/id/",
        plans=(Plan("p1", "みなと計画", "Harbour plan", 2030, 2033),),
        mandalas=(),
        documents=(
            document("sheets-2030", "progress-sheets", 2030),
            document("sheets-2032", "progress-sheets", 2032),
            document("sheets-2031", "progress-sheets", 2031),
            document("plan-2030", "action-plan", 2030),
        ),
        departments=(
            Department("planning", "企画部", "", "", "", ""),
            Department("pr", "企画部", "広報課", "", "", ""),
            Department("green", "環境部", "みどり課", "", "", ""),
        ),
        keys={(PG.Unit, "人"): "person", (PG.Unit, "t-CO2"): "t-co2"},
    )


def source():
    known = register()
    return Source(known, known.documents[0], Path("sheets.txt"), ())


# --- Characters and names ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("print_", "text"),
    [
        ("⾃然", "自然"),
        ("市⺠", "市民"),
        ("⻑い", "長い"),
        ("⻄の⻘い⻤", "西の青い鬼"),
        ("⾷と⽔", "食と水"),
        ("４Ｒ ②㈱ｴｺ", "４Ｒ ②㈱ｴｺ"),
    ],
)
def test_look_alike_radicals_are_mapped_and_nothing_else(print_, text):
    assert mapped(print_) == text


def test_every_kangxi_radical_becomes_its_ideograph():
    for code in range(0x2F00, 0x2FD6):
        assert mapped(chr(code)) == unicodedata.normalize("NFKC", chr(code))


def test_the_supplementary_radicals_of_japanese_words_become_ideographs():
    prints = "⺟⺠⻁⻄⻑⻘⻝⻤⻩⻫⻭⻯⻲"
    assert mapped(prints) == "母民虎西長青食鬼黄斉歯竜亀"
    # NFKC alone would leave them as they are.
    assert all(unicodedata.normalize("NFKC", sign) == sign for sign in "⺠⻄⻑⻘")


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_mapping_keeps_length_and_leaves_other_text_alone(text):
    said = mapped(text)
    assert len(said) == len(text)
    for before, after in zip(text, said, strict=True):
        if not 0x2E80 <= ord(before) <= 0x2FDF:
            assert after == before
    assert mapped(said) == said


@given(st.lists(st.sampled_from(PRINTS)).map("".join))
def test_names_for_matching_have_no_space_and_are_matched_by_themselves(text):
    name = match_name(text)
    assert not re.search(r"\s", name)
    assert match_name(name) == name
    assert match_name(f" {text}\t　\n") == name


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("４Rの推進", "4 Rの推進"),
        ("CO ₂の削減", "CO2の削減"),
        ("カモメ食品㈱", "カモメ食品(株)"),
        ("ｴｺ発電所", "エコ発電所"),
        ("市⺠（会⻑）", "市民(会長)"),
    ],
)
def test_prints_of_one_name_match(first, second):
    assert match_name(first) == match_name(second)


@pytest.mark.parametrize(
    ("text", "number"),
    [("①海", 1), ("②", 2), ("⑳丘", 20), ("海①", 0), ("1海", 0), ("", 0), ("㊀", 0)],
)
def test_a_circled_number_counts_only_at_the_beginning(text, number):
    assert circled_number(text) == number


# --- Numbers -----------------------------------------------------------------------------------

SCALES = {
    "": 1, "十": 10, "百": 100, "千": 1000, "万": 10_000, "十万": 100_000, "百万": 1_000_000,
    "千万": 10_000_000, "億": 100_000_000, "百億": 10_000_000_000, "兆": 10**12,
}  # fmt: skip
UNITS = {
    "人": "人", "円": "円", "コイン": "コイン", "%": "%", "％": "%", "g": "g", "ha": "ha",
    "t-CO2": "t-CO2", "t-CO₂": "t-CO2", "t-CO ₂": "t-CO2", "㎥": "m3", "件": "件",
}  # fmt: skip


@given(
    number=st.decimals(0, 10**9, places=2),
    scale=st.sampled_from(list(SCALES)),
    unit=st.sampled_from(list(UNITS)),
    style=st.tuples(st.booleans(), st.sampled_from(["", " ", "　", "\t"])),
    remark=st.sampled_from(["", "（市が運営）", " (R12年度)", "（R12年度）（市が運営）"]),
)
def test_a_printed_number_is_number_times_scale_with_its_unit(number, scale, unit, style, remark):
    wide, gap = style
    digits = f"{number.normalize():,f}"
    digits = digits.translate(FULL_WIDTH) if wide else digits
    said = printed_number(f"{digits}{gap}{scale}{unit}{remark}")
    assert said.value == number * SCALES[scale]
    assert said.value / said.scale == number
    assert said.scale == SCALES[scale]
    assert said.unit == UNITS[unit]
    assert said.no_value == ""
    assert said.note == ("市が運営" if "市" in remark else "")
    assert (said.year.year if said.year else None) == (2030 if "R12" in remark else None)


@pytest.mark.parametrize(
    ("cell", "value", "scale", "unit", "note"),
    [
        ("61,250千円 (R11年度)", "61250000", 1000, "円", ""),
        ("75万コイン", "750000", 10_000, "コイン", ""),
        ("153万人 (R11年)", "1530000", 10_000, "人", ""),
        ("1,084件 (R12年2月末)", "1084", 1, "件", ""),
        ("1店（市が運営）", "1", 1, "店", "市が運営"),
        ("12.50t-CO2", "12.50", 1, "t-CO2", ""),
        ("１，２００ｇ", "1200", 1, "g", ""),
        ("0回", "0", 1, "回", ""),
        ("⻑い文の後ではなく3⼈", None, None, None, None),
        ("3⼈", "3", 1, "人", ""),
    ],
)
def test_printed_numbers_as_the_documents_write_them(cell, value, scale, unit, note):
    said = printed_number(cell)
    if value is None:
        assert said is None
    else:
        assert (said.value, said.scale, said.unit, said.note) == (
            Decimal(value), scale, unit, note,
        )  # fmt: skip


@pytest.mark.parametrize("sign", ["-", "－", "—", "―", "–", "−", "‐", "ー", " - "])
def test_a_dash_means_that_nothing_is_printed(sign):
    assert printed_number(sign).no_value == "NotPrinted"
    assert printed_number(sign).value is None


def test_none_yet_is_neither_zero_nor_a_dash():
    assert printed_number("実績なし").no_value == "NoneYet"
    assert printed_number(" 実績\nなし (R11年度)").no_value == "NoneYet"
    assert printed_number("実績なし (R11年度)").year.year == 2029


@pytest.mark.parametrize(
    "cell", ["", "たくさん", "人", "約30人", "10人20人", "--", "1,2,3", "1,54人", "○"]
)
def test_what_is_no_value_is_not_read_as_one(cell):
    assert printed_number(cell) is None


@given(st.text(st.sampled_from("0123456789,.-—千百万億人円%()（）RH年度月末日元　 ")))
def test_no_cell_makes_the_reader_fail(cell):
    said = printed_number(cell)
    assert said is None or (said.value is None) == bool(said.no_value)


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_canonical_decimals_keep_the_value_and_have_one_form(number):
    text = canonical(number)
    assert Decimal(text) == number
    assert re.fullmatch(r"-?(0|[1-9]\d*)(\.\d*[1-9])?", text)
    assert text != "-0"
    assert canonical(Decimal(text)) == text


@given(st.decimals(-(10**6), 10**6, places=3), st.integers(0, 6))
def test_numbers_that_are_equal_have_the_same_canonical_form(number, zeros):
    longer = number.quantize(Decimal(1).scaleb(-3 - zeros))
    assert canonical(longer) == canonical(number)


# --- Years -------------------------------------------------------------------------------------


@given(
    start=st.sampled_from(list(ERAS)),
    name=st.sampled_from([0, 1]),
    count=st.integers(2, 64),
    ending=st.sampled_from(["年", "年度"]),
    style=st.tuples(st.booleans(), st.sampled_from(["", " ", "　"])),
)
def test_years_of_every_era_are_read(start, name, count, ending, style):
    wide, gap = style
    count += 0 if start else 2000
    print_ = f"{ERAS[start][name]}{gap}{count}{ending}"
    said = printed_year(print_.translate(FULL_WIDTH) if wide else print_)
    assert said.year == start + count
    assert said.fiscal == (ending == "年度")
    assert said.as_of is None


@given(
    start=st.sampled_from([2018, 1988]),
    count=st.integers(2, 30),
    month=st.integers(1, 12),
    day=st.sampled_from(["末", "", "15日", "1日"]),
    tail=st.sampled_from(["", "時点", "現在"]),
)
def test_a_month_lies_in_the_fiscal_year_that_began_before_it(start, count, month, day, tail):
    year = start + count
    said = printed_year(f"{ERAS[start][0]}{count}年{month}月{day}{tail}")
    assert said.year == (year if month >= 4 else year - 1)
    assert said.fiscal
    leap = month == 2 and year % 4 == 0
    last = LENGTHS[month - 1] + leap
    expected = {"末": last, "": None, "15日": 15, "1日": 1}[day]
    assert said.as_of == (dt.date(year, month, expected) if expected else None)


@pytest.mark.parametrize(
    ("text", "year", "fiscal"),
    [
        ("令和元年度", 2019, True),
        ("平成元年", 1989, False),
        ("平成30年度", 2018, True),
        ("昭和63年度", 1988, True),
        ("西暦2029年度", 2029, True),
        ("2029年", 2029, False),
        ("令和 ６ 年度", 2024, True),
    ],
)
def test_a_year_has_one_meaning_in_every_spelling(text, year, fiscal):
    assert (printed_year(text).year, printed_year(text).fiscal) == (year, fiscal)


@pytest.mark.parametrize(
    "text", ["", "策定時", "R6", "2月末", "R6年13月末", "R6年0月", "市が運営", "X6年", "年度"]
)
def test_what_is_no_year_is_not_read_as_one(text):
    assert printed_year(text) is None


def test_a_day_that_the_month_does_not_have_is_no_date():
    said = printed_year("R12年2月30日")
    assert said is None or said.as_of is None


@given(st.integers(0, 99_999), st.sampled_from(["", "R", "H"]), st.sampled_from(["末", "1日", ""]))
def test_no_year_however_odd_makes_the_reader_fail(year, era, day):
    said = printed_year(f"{era}{year}年1月{day}")
    assert said is None or said.fiscal


@given(st.integers(1926, 2117))
def test_the_japanese_name_of_a_year_is_read_as_that_year(year):
    assert printed_year(era_year(year)).year == year


@pytest.mark.parametrize(
    ("year", "name"),
    [
        (2030, "令和12年"),
        (2019, "令和元年"),
        (2018, "平成30年"),
        (1989, "平成元年"),
        (1988, "昭和63年"),
        (1926, "昭和元年"),
    ],
)
def test_the_first_year_of_an_era_is_called_gannen(year, name):
    assert era_year(year) == name


# --- Heads, indicators, values -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("head", "kind", "year"),
    [
        ("現状値", PG.Baseline, None),
        ("現状値(策定時)", PG.Baseline, None),
        ("現状値（R11年度）", PG.Baseline, 2029),
        ("目標 (2033年度)", PG.Target, 2033),
        ("目標（２０３３年度）", PG.Target, 2033),
        ("目標値(R12年度)", PG.Target, 2030),
        ("実績値 (令和12年度)", PG.Actual, 2030),
        ("実 績 値(R12年)", PG.Actual, 2030),
    ],
)
def test_the_head_of_a_column_tells_kind_and_year(head, kind, year):
    found, printed = column_head(head)
    assert found == kind
    assert (printed.year if printed else None) == year


@pytest.mark.parametrize("head", ["", "見込み(R12年度)", "達成状況", "R12年度"])
def test_another_head_is_none(head):
    assert column_head(head) is None


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("会員数【累計】", ("", "会員数", PG.Cumulative, "")),
        ("①金額【単年度】", ("①", "金額", PG.PerYear, "")),
        ("堆肥の量【月間の量】", ("", "堆肥の量", PG.PerMonth, "")),
        ("訪れた人（1月～12月）", ("", "訪れた人（1月～12月）", PG.Unstated, "")),
        ("人の数【単年度】 ※雨の回を除く", ("", "人の数", PG.PerYear, "雨の回を除く")),
        ("②「つどい」の回数【 累計 】", ("②", "「つどい」の回数", PG.Cumulative, "")),
        ("回数【その他】", ("", "回数", PG.Unstated, "")),
    ],
)
def test_the_print_of_an_indicator_has_mark_name_accumulation_and_note(printed, expected):
    assert indicator_name(printed) == expected


def values(*cells, calendar=False):
    return list(printed_values(source(), "i", list(cells), "sheet:1", calendar=calendar))


def test_the_year_in_the_cell_beats_the_head_of_the_column():
    [value] = values(("実績値(R12年度)", "965人 (R11年度)"))
    assert (value.year, value.year_kind) == (2029, PG.FiscalYear)
    [value] = values(("実績値(R12年度)", "965人"))
    assert (value.year, value.year_kind) == (2030, PG.FiscalYear)
    [value] = values(("実績値(R12年度)", "965人 (R11年)"))
    assert (value.year, value.year_kind) == (2029, PG.CalendarYear)


def test_years_of_a_calendar_indicator_are_calendar_years_whatever_the_head_says():
    said = values(("現状値", "9人 (R11年)"), ("目標値(R12年度)", "8人"), calendar=True)
    assert [(each.year, each.year_kind) for each in said] == [
        (2029, PG.CalendarYear),
        (2030, PG.CalendarYear),
    ]


def test_a_value_without_any_year_has_neither_year_nor_kind_of_year():
    [value] = values(("現状値(策定時)", "—"))
    assert (value.year, value.year_kind, value.as_of) == (None, "", None)
    assert value.no_value == PG.NotPrinted
    assert value.as_printed == "—"


def test_a_value_keeps_its_print_with_radicals_mapped_and_nothing_else():
    [value] = values(("実績値", "１，２００⼈（②の会場）"))
    assert value.as_printed == "１，２００人（②の会場）"
    assert value.note == "②の会場"
    assert value.value == 1200
    assert value.unit == "https://example.org/id/unit/person"


def test_units_that_differ_in_width_and_space_are_one():
    said = values(*(("実績値", f"5{unit}") for unit in ("t-CO2", "t-CO₂", " t-CO ₂", "ｔ-CO２")))
    assert {value.unit for value in said} == {"https://example.org/id/unit/t-co2"}


def test_every_fault_in_a_row_of_values_is_kept():
    said = values(("見込み", "1人"), ("実績値", "多い"), ("目標値", "3匹"), ("現状値", "4人"))
    assert [isinstance(each, Fault) for each in said] == [True, True, True, False]
    assert [each.where for each in said[:3]] == [
        "sheets.txt sheet:1 見込み",
        "sheets.txt sheet:1 実績値",
        "sheets.txt sheet:1 目標値",
    ]


# --- Departments, labels, documents ------------------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "keys"),
    [
        ("企画部広報課", ["pr"]),
        ("企画部 広報課", ["pr"]),
        ("企画部", ["planning"]),
        ("企画部広報課 環境部みどり課", ["pr", "green"]),
        ("環境部みどり課企画部", ["green", "planning"]),
        ("", []),
    ],
)
def test_departments_are_cut_at_known_names_in_the_order_of_print(printed, keys):
    assert [each.key for each in departments(source(), printed)] == keys


@pytest.mark.parametrize("printed", ["広報課", "企画部観光課", "企画部広報課ほか"])
def test_one_unknown_department_makes_the_whole_cell_unknown(printed):
    assert departments(source(), printed) is None


def test_labels_are_cut_longest_first_but_without_a_remainder():
    assert segmented("海の家", ["海", "海の", "の家", "家", "海の家"]) == ["海の家"]
    assert segmented("海の家", ["海", "海の", "の家"]) == ["海", "の家"]
    assert segmented("海の家!", ["海の家"]) is None
    assert segmented("", ["海"]) == []


@given(st.lists(st.sampled_from(["海", "海辺", "辺り", "丘", "丘の家"]), max_size=6))
def test_known_labels_that_run_together_are_always_cut(labels):
    text = "".join(labels)
    found = segmented(text, ["海", "海辺", "辺り", "丘", "丘の家"])
    assert "".join(found) == text


def test_the_newest_document_of_a_kind_is_read_when_no_year_is_given():
    assert find_document(register(), "progress-sheets", None).key == "sheets-2032"
    assert find_document(register(), "progress-sheets", 2031).key == "sheets-2031"


# --- Rows of sheets ----------------------------------------------------------------------------


def test_a_heading_stands_alone_in_its_line():
    assert is_heading("【経済】") == "経済"
    assert is_heading(" 【 環境 】\t") == "環境"
    assert is_heading("会員数【累計】") == ""


def test_lines_without_a_label_continue_the_row_above():
    [block] = blocks(
        [
            "No.\tプロジェクト\t目標\t施策\t",
            "3-1\t丘の",
            "プロジェクト\t(1)緑\t①木を植える\t",
            "令和12年度　取組の　評価\t<p>晴れの日が",
            " ",
            "続きました。</p> <p>雨も降りました。</p>\t\t",
        ]
    )
    assert block.locator == "sheet:3-1"
    assert block.cells == ["3-1", "丘のプロジェクト", "(1)緑", "①木を植える"]
    assert block.rows["取組の評価"].text.split() == ["晴れの日が続きました。", "雨も降りました。"]


def test_a_row_that_comes_twice_in_a_sheet_is_remembered():
    [block] = blocks(["No.\tプロジェクト", "1\t丘", "取組指標\t木の数", "取組指標\t花の数"])
    assert block.twice == ["取組指標"]


def test_totals_and_stray_lines_are_told_apart():
    said = list(
        blocks(
            [
                "【社会】",
                " <各取組> 15の取組のうち、13指標中 6指標",
                "<プロジェクト目標>1の取組、1指標中0指標",
                "知らない行",
            ]
        )
    )
    assert said == [
        Total(of_goals=False, elements=15, scored=13, achieved=6),
        Total(of_goals=True, elements=1, scored=1, achieved=0),
        Stray("社会", "知らない行"),
    ]


# --- Files -------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["action-plan", "mandala-slides", "progress-sheets"])
@pytest.mark.parametrize("damage", ["crlf", "bom"])
def test_line_ends_and_byte_order_marks_of_windows_change_nothing(town, run, kind, damage):
    name = {"action-plan": "plan", "mandala-slides": "slides", "progress-sheets": "sheets"}[kind]
    path = town / "sources" / f"{name}.txt"
    content = path.read_bytes()
    path.write_bytes(
        content.replace(b"\n", b"\r\n") if damage == "crlf" else b"\xef\xbb\xbf" + content
    )
    done = run("import", kind, path, "--data", town)
    assert done.exit_code == 0, done.output
    assert "は変わりません。" in done.stdout


NUMBERS = {
    "contents": ("sheets.txt", "\n1 朝市の開催", "\n１ 朝市の開催"),
    "contents-2": ("sheets.txt", "2-1 しおコインの普及", "２-１ しおコインの普及"),
    "project": ("sheets.txt", "【1. 港の", "【１． 港の"),
    "sheet": ("sheets.txt", "\n2-1\t港の", "\n２－１\t港の"),
    "goal": ("sheets.txt", "\t(2)海辺に親しむ", "\t（２）海辺に親しむ"),
    "chapter": (
        "plan.txt",
        "\n2 丘と海辺を守るプロジェクト\n",
        "\n２ 丘と海辺を守るプロジェクト\n",
    ),
    "section": ("plan.txt", "\n3 プロジェクト目標", "\n３ プロジェクト目標"),
}


@pytest.mark.parametrize("place", NUMBERS)
def test_full_width_numbers_name_the_same_elements(built_town, town, run, ask, place):
    name, old, new = NUMBERS[place]
    path = town / "sources" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    kind = {"plan.txt": "action-plan", "sheets.txt": "progress-sheets"}[name]
    done = run("import", kind, path, "--data", town)
    assert done.exit_code == 0, done.output
    own = {"plan.txt": "plan-2030.ttl", "sheets.txt": "sheets-2030.ttl"}[name]
    pattern = "?w pg:ofElement ?e ; skos:notation ?number"
    before = ask(built_town / "documents" / own, "?e ?number", pattern)
    assert ("project/tp2-2", "2") in before
    assert ask(town / "documents" / own, "?e ?number", pattern) == before
