"""Links to the SDGs out as a workbook, corrected by people, and back; every fault by its cell."""

import csv
import datetime as dt
import re
import shutil
from pathlib import Path

import openpyxl
import pytest

from plan_graph.filled_in import read_workbook

ROOT = Path(__file__).parents[1]
HEADS = [
    "種類", "番号", "名称", "SDGsの番号", "SDGsの名称", "根拠", "理由", "理由（英語）", "資料",
    "場所（頁）", "備考", "書いた人", "日付", "削除", "管理番号",
]  # fmt: skip
PLAN = "第2期みなと暮らし計画（令和12年度～令和15年度）"
#: The one row that the town's links.csv gives.
OLD = (
    "measure/tp2-2-1,contributesTo,sdg:12,Estimated,,"
    "「めぐる資源」は使う責任のゴールに近いと読んだ。,"
    '"We read 「めぐる資源」 as close to responsible consumption.",見本編集者,2031-01-10,,\n'
)
#: A new row in which everything is right, but for the plan's own words.
NEW = {
    "種類": "取組",
    "番号": "4",
    "SDGsの番号": "14",
    "理由": "「磯の観察会」は海の生き物を知る場と読んだ。",
    "理由（英語）": "We read 「磯の観察会」 as a place to know what lives in the sea.",
    "書いた人": "見本編集者",
    "日付": "2031-03-01",
}


@pytest.fixture
def sheet(town, tmp_path, run):
    """The exported workbook as a function: change its cells, import it, see what is said."""
    path = tmp_path / "links.xlsx"
    done = run(
        "export", "links", "--predicate", "contributesTo", "--graph", town / "mandala.ttl",
        "-o", path,
    )  # fmt: skip
    assert done.exit_code == 0, done.output
    return path


def changed(path, changes=(), new=()):
    """Write into row 2 of the sheet what *changes* says by head, and *new* rows below."""
    book = openpyxl.load_workbook(path)
    page = book["関連するSDGs"]
    heads = [cell.value for cell in page[1]]
    for at, cells in enumerate([dict(changes), *new], start=2):
        for head, value in cells.items():
            page.cell(at, heads.index(head) + 1).value = value
    book.save(path)


def imported(run, town, path, *options):
    return run("import", "links", path, "--data", town, *options)


def files(town):
    return {path: path.read_bytes() for path in town.rglob("*") if path.is_file()}


def links(town):
    return (town / "curated" / "links.csv").read_text(encoding="utf-8")


# --- Out ----------------------------------------------------------------------------------------


def test_a_row_tells_the_link_in_words_and_its_key_is_grey_and_last(sheet):
    page = openpyxl.load_workbook(sheet)["関連するSDGs"]
    assert [cell.value for cell in page[1]] == HEADS
    told = [cell.value for cell in page[2]]
    assert told[:6] == ["施策", "2-1", "めぐる資源の促進", "12", "つくる責任 つかう責任", "推定"]
    assert told[11:14] == ["見本編集者", "2031-01-10", None]
    assert re.fullmatch(r"measure/tp2-2-1 sdg:12 [0-9a-f]{6}", told[14])
    assert page["O2"].font.color.rgb == "FF808080"
    assert page.max_row == 2


def test_numbers_stay_text_in_rows_that_are_added_too(sheet):
    page = openpyxl.load_workbook(sheet)["関連するSDGs"]
    assert page["B2"].number_format == "@"
    # openpyxl keeps columns of one width under the first of them.
    formats = {name: each.number_format for name, each in page.column_dimensions.items()}
    assert set(formats.values()) == {"@"}
    assert {"A", "C", "O"} <= formats.keys()
    offered = {
        str(each.sqref).split(":")[0]: each.formula1
        for each in page.data_validations.dataValidation
    }
    assert offered == {"A2": '"施策,取組"', "F2": '"推定,記載,提案"', "N2": '"○"'}


def test_all_goals_targets_measures_actions_and_documents_can_be_chosen(sheet):
    page = openpyxl.load_workbook(sheet)["番号の一覧"]
    rows = [
        tuple(cell or "" for cell in row) for row in page.iter_rows(min_row=2, values_only=True)
    ]
    kinds = [kind for kind, _, _ in rows]
    assert kinds.count("SDGsのゴール") == 17
    assert ("SDGsのターゲット", "11.5", "災害による被害の軽減") in rows
    assert ("取組", "4", "磯の観察会") in rows
    assert ("資料", "", PLAN) in rows


def test_the_notes_begin_with_the_banner_and_explain_in_japanese_first(sheet):
    page = openpyxl.load_workbook(sheet).worksheets[-1]
    lines = [row[0] for row in page.iter_rows(values_only=True)]
    assert lines[0] == "計画書の公式アイコンは未入力。以下は編集者の推定"
    assert lines.index("使いかた") < lines.index("How to use this workbook")
    assert "数えたつながり：推定 1" in lines


def test_no_cell_of_the_workbook_is_a_formula(town, tmp_path, run):
    path = town / "curated" / "links.csv"
    path.write_text(links(town).replace("「めぐる資源」は使う", "=1+1「めぐる資源」は使う"))
    assert run("build", "--data", town).exit_code == 0
    out = tmp_path / "out.xlsx"
    options = ("--predicate", "contributesTo", "--graph", town / "mandala.ttl", "-o", out)
    assert run("export", "links", *options).exit_code == 0
    page = openpyxl.load_workbook(out)["関連するSDGs"]
    assert page["G2"].value.startswith("=1+1「めぐる資源」")
    assert {cell.data_type for row in page.iter_rows() for cell in row} <= {"s", "n"}
    before = files(town)
    assert imported(run, town, out).exit_code == 0
    assert files(town) == before


@pytest.mark.parametrize("options", [(), ("--predicate", "serves")])
def test_links_of_another_relation_or_of_none_are_refused(options, run, tmp_path):
    done = run("export", "links", *options, "-o", tmp_path / "out.xlsx")
    assert done.exit_code == 2
    assert "contributesTo" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_workbook_needs_a_file_to_be_written_to(run):
    done = run("export", "links", "--predicate", "contributesTo")
    assert done.exit_code == 2
    assert "-o でファイルを指定してください" in done.stderr


def test_the_graph_itself_is_no_workbook(run):
    assert run("export", "--format", "xlsx").exit_code == 2


@pytest.mark.parametrize("options", [["--standard"], ["--format", "jsonld"]])
def test_an_option_that_links_do_not_have_is_refused(options, run, tmp_path):
    arguments = ["--predicate", "contributesTo", "-o", tmp_path / "out.xlsx", *options]
    assert run("export", "links", *arguments).exit_code == 2
    assert list(tmp_path.iterdir()) == []


def test_a_document_is_not_what_links_come_from(sheet, town, run):
    assert imported(run, town, sheet, "--with-text").exit_code == 2
    assert imported(run, town, sheet, "--fiscal-year", "2030").exit_code == 2


# --- There and back -----------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_workbook_that_nobody_changed_changes_nothing(lang, run, tmp_path):
    data = Path(shutil.copytree(ROOT / "data", tmp_path / "data"))
    before = files(data)
    out = tmp_path / "links.xlsx"
    options = ("--predicate", "contributesTo", "--lang", lang, "--graph", data / "mandala.ttl")
    assert run("export", "links", *options, "-o", out).exit_code == 0
    done = imported(run, data, out, "--lang", lang)
    assert done.exit_code == 0, done.output
    assert files(data) == before


def test_another_number_changes_its_row_and_no_other(sheet, town, run):
    before = links(town)
    changed(sheet, {"SDGsの番号": "12.5", "SDGsの名称": None})
    done = imported(run, town, sheet)
    assert done.exit_code == 0, done.output
    after = OLD.replace("sdg:12,", "sdg:12.5,").replace('"', "")  # no comma asks for quotes
    assert links(town) == before.replace(OLD, after)
    assert "2行目 変える：施策2-1「めぐる資源の促進」 → SDGsのターゲット12.5「" in done.stdout
    assert "加えた 0、変えた 1、消した 0" in done.stdout


def test_a_new_row_is_added_at_the_end(sheet, town, run):
    before = links(town)
    changed(sheet, new=[NEW])
    done = imported(run, town, sheet)
    assert done.exit_code == 0, done.output
    assert links(town) == before + (
        "action/tp2-4,contributesTo,sdg:14,Estimated,,"
        "「磯の観察会」は海の生き物を知る場と読んだ。,"
        "We read 「磯の観察会」 as a place to know what lives in the sea.,見本編集者,2031-03-01,,\n"
    )


@pytest.mark.parametrize("mark", ["○", "〇", "◯"])
def test_a_mark_deletes_a_row(mark, sheet, town, run):
    before = links(town)
    changed(sheet, {"削除": mark})
    done = imported(run, town, sheet)
    assert done.exit_code == 0, done.output
    assert links(town) == before.replace(OLD, "")
    assert "消した 1" in done.stdout


def test_a_row_that_was_taken_out_of_the_sheet_stays_and_is_told(sheet, town, run):
    before = links(town)
    changed(sheet, dict.fromkeys(HEADS))
    done = imported(run, town, sheet)
    assert done.exit_code == 0, done.output
    assert links(town) == before
    assert "表にない行が links.csv に 1行あり" in done.stdout


@pytest.mark.parametrize(
    ("place", "locator"),
    [("51", "page:51"), (52, "page:52"), ("５１頁", "page:51"), ("p. 51", "page:51"),
     ("sheet:24-1", "sheet:24-1")],
)  # fmt: skip
def test_a_row_with_document_and_place_is_stated(place, locator, sheet, town, run):
    row = {"種類": "取組", "番号": "4", "SDGsの番号": "14", "資料": PLAN, "場所（頁）": place}
    changed(sheet, new=[row])
    done = imported(run, town, sheet)
    assert done.exit_code == 0, done.output
    assert links(town).splitlines()[-1] == (
        f"action/tp2-4,contributesTo,sdg:14,Stated,,,,,,plan-2030,{locator}"
    )
    assert "3行目 資料と場所があるので、記載とします。" in done.stdout


def test_an_estimate_that_the_plan_turns_out_to_print_becomes_stated(sheet, town, run):
    changed(sheet, {"資料": PLAN, "場所（頁）": "12"})
    assert imported(run, town, sheet).exit_code == 0
    (row,) = (row for row in csv.DictReader(links(town).splitlines()) if row["object"] == "sdg:12")
    assert (row["basis"], row["document"], row["locator"]) == ("Stated", "plan-2030", "page:12")
    assert run("build", "--data", town).exit_code == 0
    told = run("show", "施策2-1", "--graph", town / "mandala.ttl").stdout
    assert "貢献するSDGsのゴール（1）" in told
    assert "未入力" not in told
    # And once more out and in: nothing changes, and the page is still told.
    out = sheet.with_name("again.xlsx")
    options = ("--predicate", "contributesTo", "--graph", town / "mandala.ttl", "-o", out)
    assert run("export", "links", *options).exit_code == 0
    page = openpyxl.load_workbook(out)["関連するSDGs"]
    assert (page["F2"].value, page["I2"].value, page["J2"].value) == ("記載", PLAN, "12頁")
    before = files(town)
    assert imported(run, town, out).exit_code == 0
    assert files(town) == before


def test_rows_and_columns_may_be_moved_and_blank_rows_and_titles_stand_between(sheet, town, run):
    book = openpyxl.load_workbook(sheet)
    page = book["関連するSDGs"]
    (head, old) = ([cell.value for cell in row] for row in page.iter_rows())
    new = [NEW.get(name) for name in head]
    page.delete_rows(1, 5)
    rows = [["みなで直した表"], [], ["メモ", *reversed(head)], [], ["x", *reversed(new)], [],
            [None, *reversed(old)]]  # fmt: skip
    for row in rows:
        page.append(row)
    book.save(sheet)
    before = links(town)
    done = imported(run, town, sheet)
    assert done.exit_code == 0, done.output
    assert links(town).startswith(before)
    assert links(town).count("\n") == before.count("\n") + 1


def test_numbers_and_days_that_excel_holds_as_such_are_read(sheet, town, run):
    more = {"番号": 4, "SDGsの番号": 14.2, "日付": dt.date(2031, 3, 1)}
    changed(sheet, new=[NEW | more])
    assert imported(run, town, sheet).exit_code == 0
    assert links(town).splitlines()[-1].startswith("action/tp2-4,contributesTo,sdg:14.2,Estimated")
    assert ",2031-03-01," in links(town).splitlines()[-1]


def test_text_that_looks_like_a_formula_stays_text(sheet, town, run):
    changed(sheet, new=[NEW])
    book = openpyxl.load_workbook(sheet)
    cell = book["関連するSDGs"]["G3"]
    cell.value, cell.data_type = "=「磯の観察会」", "s"
    book.save(sheet)
    assert imported(run, town, sheet).exit_code == 0
    assert "Estimated,,=「磯の観察会」," in links(town)


def test_a_remark_is_kept_with_its_link_and_comes_out_again(sheet, town, run):
    remarks = town / "curated" / "confirmations.csv"
    before = remarks.read_text(encoding="utf-8")
    changed(sheet, {"備考": "印刷は11か12か読めない"})
    assert imported(run, town, sheet).exit_code == 0
    row = "measure/tp2-2-1,contributesTo,sdg:12,Unconfirmed,,2031-01-10,印刷は11か12か読めない\n"
    assert remarks.read_text(encoding="utf-8") == before + row
    assert links(town).endswith("浜の円卓,2031-02-01,,\n")
    assert run("build", "--data", town).exit_code == 0
    out = sheet.with_name("again.xlsx")
    options = ("--predicate", "contributesTo", "--graph", town / "mandala.ttl", "-o", out)
    assert run("export", "links", *options).exit_code == 0
    assert openpyxl.load_workbook(out)["関連するSDGs"]["K2"].value == "印刷は11か12か読めない"
    # Another remark takes its place; with its link it goes.
    changed(out, {"備考": "12と読めた"})
    assert imported(run, town, out).exit_code == 0
    assert remarks.read_text(encoding="utf-8") == before + row.replace(
        "印刷は11か12か読めない", "12と読めた"
    )
    changed(out, {"削除": "○"})
    assert imported(run, town, out).exit_code == 0
    assert remarks.read_text(encoding="utf-8") == before


# --- What is wrong ------------------------------------------------------------------------------

KEY = "measure/tp2-2-1 sdg:12"
#: What is changed in row 2, what stands in row 3, the cell that is named, and what is said of it.
FAULTS = {
    "a formula": ({"理由": "=1+1"}, {}, "G2［理由］", "数式"),
    "an error": ({"名称": "#REF!"}, {}, "C2［名称］", "#REF!"),
    "another kind": ({"種類": "ビジョン"}, {}, "A2［種類］", "使えるのは：施策、取組"),
    "no number": ({}, NEW | {"番号": None}, "B3［番号］", "空です"),
    "a number of nothing": (
        {},
        NEW | {"番号": "99"},
        "B3［番号］",
        "「99」に当たるものがありません",
    ),
    "a day for a number": ({}, NEW | {"番号": dt.date(2031, 2, 1)}, "B3［番号］", "日付"),
    "a name of another": (
        {"名称": "朝市の開催"},
        {},
        "C2［名称］",
        "番号は 施策2-1「めぐる資源の促進」",
    ),
    "a part of a name": (
        {},
        NEW | {"番号": None, "名称": "磯の観"},
        "C3［名称］",
        "もしかして 取組4「磯の観察会」",
    ),
    "no SDG": ({}, NEW | {"SDGsの番号": None}, "D3［SDGsの番号］", "空です"),
    "no such SDG": ({}, NEW | {"SDGsの番号": "18"}, "D3［SDGsの番号］", "「18」に当たるもの"),
    "the name of the SDG before": (
        {"SDGsの番号": "13"},
        {},
        "E2［SDGsの名称］",
        "SDGsのゴール13「気候変動に具体的な対策を」",
    ),
    "another basis": ({"根拠": "導出"}, {}, "F2［根拠］", "使えるのは：推定、記載、提案"),
    "stated without a place": ({"根拠": "記載"}, {}, "I2［資料］", "資料と場所（頁）の両方"),
    "a document without a place": (
        {"資料": PLAN},
        {},
        "J2［場所（頁）］",
        "資料と場所（頁）の両方",
    ),
    "a place without a document": ({"場所（頁）": "3"}, {}, "I2［資料］", "資料と場所（頁）の両方"),
    "an unknown document": (
        {"資料": "広報", "場所（頁）": "3"},
        {},
        "I2［資料］",
        "「広報」は台帳にありません",
    ),
    "no place": (
        {"資料": PLAN, "場所（頁）": "上の方"},
        {},
        "J2［場所（頁）］",
        "「上の方」が読めません",
    ),
    "no reason": ({}, NEW | {"理由": None}, "G3［理由］", "空です"),
    "no reason in English": ({}, NEW | {"理由（英語）": None}, "H3［理由（英語）］", "空です"),
    "a reason without a quote": ({"理由": "海だから"}, {}, "G2［理由］", "「」"),
    "nobody": ({}, NEW | {"書いた人": None}, "L3［書いた人］", "空です"),
    "no day": ({}, NEW | {"日付": "春"}, "M3［日付］", "YYYY-MM-DD"),
    "another mark": ({"削除": "はい"}, {}, "N2［削除］", "使えるのは：○"),
    "a new row deleted": ({}, NEW | {"削除": "○"}, "N3［削除］", "管理番号のない行"),
    "a broken key": ({"管理番号": "12"}, {}, "O2［管理番号］", "読めません"),
    "a key of no link": (
        {"管理番号": "measure/tp2-2-1 sdg:11 000000"},
        {},
        "O2［管理番号］",
        "いまの links.csv にありません",
    ),
    "a key of another": (
        {"番号": "2-2", "名称": None},
        {},
        "O2［管理番号］",
        "施策2-1「めぐる資源の促進」",
    ),
    "a row twice": (
        {},
        NEW | {"種類": "施策", "番号": "2-1", "SDGsの番号": "12"},
        "D3［SDGsの番号］",
        "（行：2）",
    ),
    "a goal and its target": (
        {},
        NEW | {"種類": "施策", "番号": "2-1", "SDGsの番号": "12.5"},
        "D2［SDGsの番号］",
        "（3行目）",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_by_file_sheet_row_and_column_and_nothing_is_written(
    name, sheet, town, run
):
    changes, new, cell, said = FAULTS[name]
    changed(sheet, changes, [new] if new else [])
    before = files(town)
    done = imported(run, town, sheet)
    assert done.exit_code == 2
    assert files(town) == before
    (line,) = (line for line in done.stderr.splitlines() if f"!{cell}: " in line)
    assert line.startswith(f"{sheet} 関連するSDGs!")
    assert said in line


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_in_english_too(name, sheet, town, run):
    changes, new, cell, _ = FAULTS[name]
    changed(sheet, changes, [new] if new else [])
    done = imported(run, town, sheet, "--lang", "en")
    at = cell.partition("［")[0]
    told = [line.partition("］: ")[2] for line in done.stderr.splitlines() if f"!{at}［" in line]
    assert told
    assert all(re.search(r"[a-z]{3}", line) for line in told)


def test_every_fault_is_told_at_once(sheet, town, run):
    changed(sheet, {"根拠": "導出", "理由": "海だから"}, [NEW | {"番号": "99", "日付": "春"}])
    done = imported(run, town, sheet)
    cells = re.findall(r"!([A-Z]\d)［", done.stderr)
    assert sorted(cells) == ["B3", "F2", "G2", "M3"]


def test_what_changed_in_links_csv_since_the_export_is_not_overwritten(sheet, town, run):
    path = town / "curated" / "links.csv"
    path.write_text(links(town).replace("使う責任の", "別の人が直した"), encoding="utf-8")
    before = files(town)
    changed(sheet, {"SDGsの番号": "13", "SDGsの名称": None})
    done = imported(run, town, sheet)
    assert done.exit_code == 2
    assert "!O2［管理番号］: 書き出したあとで links.csv のこの行が変わりました" in done.stderr
    assert files(town) == before


def test_two_rows_with_one_key_are_both_told(sheet, town, run):
    row = {
        cell.value: value.value
        for cell, value in zip(
            *openpyxl.load_workbook(sheet)["関連するSDGs"].iter_rows(), strict=True
        )
    }
    changed(sheet, new=[row | {"SDGsの番号": "13", "SDGsの名称": None}])
    done = imported(run, town, sheet)
    assert re.findall(r"!(O\d)［管理番号］: 同じ管理番号", done.stderr) == ["O2", "O3"]


def test_a_link_that_the_sheet_does_not_hold_is_not_added_again(sheet, town, run):
    changed(
        sheet, dict.fromkeys(HEADS), [NEW | {"種類": "施策", "番号": "2-1", "SDGsの番号": "12"}]
    )
    done = imported(run, town, sheet)
    assert done.exit_code == 2
    assert "!D3［SDGsの番号］: 同じつながりがほかにもあります（行：links.csv）" in done.stderr


def test_a_goal_that_is_printed_may_stand_beside_an_estimated_target(sheet, town, run):
    printed = {"資料": PLAN, "場所（頁）": "12"}
    target = NEW | {"種類": "施策", "番号": "2-1", "SDGsの番号": "12.5"}
    changed(sheet, printed, [target])
    assert imported(run, town, sheet).exit_code == 0


def test_a_number_of_two_digits_after_the_point_is_not_taken_for_another(town, sheet, run):
    changed(sheet, new=[NEW | {"SDGsの番号": 16.1}])
    # There is no target 16.1 here, so 16.10 alone can be meant.
    assert imported(run, town, sheet).exit_code == 0
    assert "action/tp2-4,contributesTo,sdg:16.10,Estimated" in links(town)


def test_a_remark_on_a_link_that_two_departments_spoke_of_is_not_changed_here(sheet, town, run):
    path = town / "curated" / "confirmations.csv"
    ends = "measure/tp2-2-1,contributesTo,sdg:12"
    with path.open("a", encoding="utf-8") as file:
        file.write(f"{ends},Confirmed,department/greenery,2031-02-01,よい\n")
        file.write(f"{ends},Disputed,department/fisheries,2031-02-01,ちがう\n")
    changed(sheet, {"備考": "どちら？"})
    done = imported(run, town, sheet)
    assert "!K2［備考］: 2件の確認にひとことがあり" in done.stderr


def test_merged_cells_are_told_with_their_range(sheet, town, run):
    book = openpyxl.load_workbook(sheet)
    book["関連するSDGs"].merge_cells("G2:H2")
    book.save(sheet)
    before = files(town)
    done = imported(run, town, sheet)
    assert done.exit_code == 2
    assert "!H2［理由（英語）］: 結合したセル（G2:H2）の中です" in done.stderr
    assert files(town) == before


@pytest.mark.parametrize("head", ["理由", "管理番号"])
def test_a_missing_head_is_named(head, sheet, town, run):
    book = openpyxl.load_workbook(sheet)
    page = book["関連するSDGs"]
    page.cell(1, HEADS.index(head) + 1).value = "別の名"
    book.save(sheet)
    done = imported(run, town, sheet)
    assert done.exit_code == 2
    assert f"見出しがありません：{head}。" in done.stderr


def test_a_head_that_stands_twice_is_named_with_its_cell(sheet, town, run):
    book = openpyxl.load_workbook(sheet)
    book["関連するSDGs"]["P1"] = "理由"
    book.save(sheet)
    assert "!P1: 見出し「理由」が二つあります" in imported(run, town, sheet).stderr


def test_a_workbook_without_the_sheet_says_which(sheet, town, run):
    book = openpyxl.load_workbook(sheet)
    book["関連するSDGs"].title = "別の名"
    book.save(sheet)
    assert "シート「関連するSDGs」がありません" in imported(run, town, sheet).stderr


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", "種類,番号\n".encode("cp932")])
def test_a_file_that_is_no_workbook_is_told_as_such(content, town, tmp_path, run):
    path = tmp_path / "links.xlsx"
    path.write_bytes(content)
    done = imported(run, town, path)
    assert done.exit_code == 2
    assert "Excelのファイルとして読めません" in done.stderr


def test_a_file_that_is_not_there_is_told_by_its_name(town, tmp_path, run):
    done = imported(run, town, tmp_path / "none.xlsx")
    assert done.exit_code == 2
    assert str(tmp_path / "none.xlsx") in done.stderr


def test_the_cells_of_a_workbook_tell_what_kind_they_are(tmp_path):
    book = openpyxl.Workbook()
    page = book.active
    page.append(["文", 3, 2.0, 1.5, dt.date(2031, 3, 1), "=A1", None, True])
    path = tmp_path / "kinds.xlsx"
    book.save(path)
    (row,) = read_workbook(path)[page.title]
    assert [(cell.text, cell.kind) for cell in row] == [
        ("文", "text"),
        ("3", "number"),
        ("2", "number"),
        ("1.5", "number"),
        ("2031-03-01", "date"),
        ("=A1", "formula"),
        ("", "text"),
        ("True", "text"),
    ]
    assert [cell.at for cell in row] == ["A1", "B1", "C1", "D1", "E1", "F1", "G1", "H1"]
