"""Workbooks: opened again with another library, they hold what was written and no formula."""

import io
import os
import time
import zipfile
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from plan_graph.errors import PlanGraphError
from plan_graph.graph import save, save_all
from plan_graph.workbook import Notes, Sheet, workbook

SHEET = Sheet(
    "クロス集計",
    ["取組", "① 水辺のまち", "② 森のまち", "合計"],
    [
        ["1 川そうじ", "照*", 1, 2],
        ["12 植樹", "", Decimal("-5.25"), 1],
        ["=1+1", "12", -5, 0],
        ["合計", 1, 2, 3],
    ],
    totals=1,
)
NOTES = Notes("説明", ["令和6年度版", "=SUM(A1)", "https://example.org は案内です"])


def opened(content):
    return openpyxl.load_workbook(io.BytesIO(content))


@pytest.fixture
def book():
    return opened(workbook([SHEET], NOTES))


def test_the_sheets_stand_in_order_and_the_notes_last(book):
    second = Sheet("組", ["行", "列"], [["1", "2"]], labels=2)
    assert book.sheetnames == ["クロス集計", "説明"]
    assert opened(workbook([SHEET, second], NOTES)).sheetnames == ["クロス集計", "組", "説明"]
    assert opened(workbook([second], NOTES))["組"].freeze_panes == "C2"


def test_head_and_names_stay_in_sight_and_the_filter_leaves_the_totals_alone(book):
    page = book["クロス集計"]
    assert page.freeze_panes == "B2"
    assert page.auto_filter.ref == "A1:D4"
    assert page.print_title_rows == "$1:$1"


def test_numbers_are_numbers_and_text_is_text(book):
    page = book["クロス集計"]
    assert [[cell.value for cell in row] for row in page.iter_rows()] == [
        ["取組", "① 水辺のまち", "② 森のまち", "合計"],
        ["1 川そうじ", "照*", 1, 2],
        ["12 植樹", None, -5.25, 1],
        ["=1+1", "12", -5, 0],
        ["合計", 1, 2, 3],
    ]
    assert (page["C4"].data_type, page["B4"].data_type) == ("n", "s")


def test_no_cell_is_a_formula_or_a_link(book):
    types = {cell.data_type for page in book for row in page.iter_rows() for cell in row}
    assert types <= {"s", "n"}
    assert all(cell.hyperlink is None for row in book["説明"].iter_rows() for cell in row)


def test_the_notes_stand_one_below_the_other(book):
    assert [row[0] for row in book["説明"].iter_rows(values_only=True)] == [
        "令和6年度版",
        "=SUM(A1)",
        "https://example.org は案内です",
    ]


def test_columns_are_as_wide_as_their_text_within_bounds():
    rows = [["森林の保全・活用の推進", "あ" * 200, 1]]
    page = opened(workbook([Sheet("表", ["名", "長い", "人のつながりがあるまち"], rows)], NOTES))[
        "表"
    ]
    widths = [page.column_dimensions[letter].width for letter in "ABC"]
    assert 23 <= widths[0] <= 25
    assert 60 <= widths[1] <= 62
    assert 14 <= widths[2] <= 16
    assert page["B2"].alignment.wrap_text
    assert page["C1"].alignment.wrap_text
    assert page["A1"].font.bold


def test_the_same_content_gives_the_same_bytes_at_another_time():
    first = workbook([SHEET], NOTES)
    time.sleep(2.1)
    assert workbook([SHEET], NOTES) == first
    assert opened(first).properties.created.year == 2000


# --- As an office prints it -------------------------------------------------------------------

MATRIX = Sheet(
    "表",
    ["取組", *(f"{at} とても長い名前の施策その{at}" for at in range(1, 15)), "合計"],
    [["川そうじ", *["照"] * 14, 14], ["合計", *[1] * 14, 14]],
    totals=1,
    heat=range(1, 15),
    jumps={(0, 1): ("組", 1), (0, 15): ("組", 0)},
)
PAIRS = Sheet(
    "組",
    ["取組", "理由", "管理番号"],
    [["1", "あ" * 100, "action/a-1 serves vision/2"], ["2", "短い", "action/a-2 serves vision/2"]],
    keyed=True,
)


@pytest.fixture
def printed():
    return opened(workbook([MATRIX, PAIRS], Notes("注記", ["取組 & 施策", "令和6年度版"])))


def test_every_sheet_lies_on_paper_of_its_width_with_title_and_edition(printed):
    for page in printed:
        assert page.page_setup.orientation == "landscape"
        assert page.sheet_properties.pageSetUpPr.fitToPage
        assert page.page_setup.fitToWidth in {None, 1}
        assert page.oddHeader.left.text.endswith("取組 && 施策")
        assert page.oddHeader.right.text == page.title
        assert page.oddFooter.left.text == "令和6年度版"
        assert page.oddFooter.right.text == "&P / &N"
    assert printed["表"].page_setup.paperSize == 9
    wide = Sheet("広い", ["名"] * 20, [["森林の保全・活用の推進"] * 20])
    page = opened(workbook([wide], NOTES))["広い"]
    assert page.page_setup.paperSize == 8


def test_many_columns_of_marks_have_their_heads_on_end_and_few_lie(printed):
    page = printed["表"]
    assert page["B1"].alignment.textRotation == 90
    assert page.column_dimensions["B"].width < 8
    assert page.row_dimensions[1].height > 100
    few = Sheet("表", ["取組", "① 人のつながりがあるまち"], [["川そうじ", "照"]])
    lying = opened(workbook([few], NOTES))["表"]
    assert lying["B1"].alignment.textRotation == 0
    assert lying.row_dimensions[1].height > 30


def test_a_cell_leads_to_the_rows_behind_it_and_says_what_it_said(printed):
    page = printed["表"]
    assert page["B2"].hyperlink.location == "'組'!A3"
    assert (page["B2"].value, page["P2"].value) == ("照", 14)
    assert page["P2"].hyperlink.location == "'組'!A2"
    assert page["C2"].hyperlink is None


def test_counts_are_shaded_and_totals_are_not(printed):
    (scale,) = printed["表"].conditional_formatting
    assert str(scale.sqref) == "B2:O2"


def test_the_key_is_grey_the_last_column_and_not_printed(printed):
    page = printed["組"]
    assert page["C2"].value == "action/a-1 serves vision/2"
    assert page["C2"].font.color.rgb == "FF808080"
    assert page.print_area == "'組'!$A$1:$B$3"


def test_rows_are_as_high_as_their_folded_text(printed):
    page = printed["組"]
    assert page.row_dimensions[2].height > 60
    assert page.row_dimensions[3].height in {None, 18}


def test_one_japanese_typeface_is_named_everywhere(printed):
    names = {cell.font.name for page in printed for row in page.iter_rows() for cell in row}
    assert names == {"游ゴシック"}


def test_no_macro_and_no_link_to_outside(printed):
    content = workbook([MATRIX, PAIRS], NOTES)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert not any("vba" in name or "externalLink" in name for name in parts.namelist())
        assert not any("<f>" in parts.read(name).decode() for name in parts.namelist())
    assert printed.vba_archive is None


def test_an_empty_table_has_its_head():
    page = opened(workbook([Sheet("表", ["取組", "合計"], [])], NOTES))["表"]
    assert [[cell.value for cell in row] for row in page.iter_rows()] == [["取組", "合計"]]


def test_markup_and_control_signs_leave_a_workbook_that_opens():
    label = '<b>&"\x00\x1b[2J\ufffe_x0041_\u202e森'
    content = workbook([Sheet("表", ["名"], [[label]])], Notes("説明", [label]))
    assert opened(content)["表"]["A2"].value == '<b>&"  [2J_x0041_森'
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        text = parts.read("xl/sharedStrings.xml").decode()
    assert "&lt;b&gt;&amp;" in text


def test_a_text_too_long_for_a_cell_is_cut_with_a_mark():
    page = opened(workbook([Sheet("表", ["名"], [["森" * 40_000]])], NOTES))["表"]
    assert len(page["A2"].value) == 32_767
    assert page["A2"].value.endswith("森…")


def test_a_table_too_large_for_a_sheet_is_refused_with_its_size():
    wide = Sheet("表", ["列"] * 16_385, [])
    with pytest.raises(PlanGraphError) as caught:
        workbook([wide], NOTES)
    assert caught.value.text("ja").startswith("表: 行か列がXLSXに収まりません（0行、16385列）")


# --- Saved ------------------------------------------------------------------------------------


def test_bytes_are_saved_as_they_are_and_only_when_they_changed(tmp_path):
    path = tmp_path / "計画 2024" / "表.xlsx"
    content = workbook([SHEET], NOTES)
    assert save(path, content)
    assert path.read_bytes() == content
    assert not save(path, content)
    assert [each.name for each in path.parent.iterdir()] == ["表.xlsx"]


def test_a_file_that_excel_has_open_is_told_in_a_sentence_and_stays(tmp_path, monkeypatch):
    path = tmp_path / "表.xlsx"
    path.write_bytes(b"old")

    def refuse(_, __):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(PlanGraphError) as caught:
        save(path, b"new")
    assert caught.value.text("ja") == (
        f"{path}: 書き込めません（Permission denied）。Excelなどで開いていれば閉じてください。"
        "書き込みの権限も確かめてください。元のファイルはそのままです。"
    )
    assert "Close the file if a program such as Excel has it open" in caught.value.text("en")
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["表.xlsx"]


def test_a_place_where_nothing_can_be_made_is_no_open_file(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(PlanGraphError) as caught:
        save(tmp_path / "file" / "表.xlsx", b"new")
    assert "Excel" not in caught.value.text("ja")


@pytest.mark.skipif(os.name == "nt", reason="file modes are those of POSIX")
def test_a_workbook_can_be_read_by_others(tmp_path):
    save(tmp_path / "表.xlsx", workbook([SHEET], NOTES))
    assert (tmp_path / "表.xlsx").stat().st_mode & 0o777 == 0o644


def test_of_several_files_all_are_written_or_none(tmp_path, monkeypatch):
    first, second, new = (tmp_path / name for name in ("links.csv", "confirmations.csv", "new.csv"))
    first.write_text("old", encoding="utf-8")
    second.write_text("old", encoding="utf-8")
    replace = Path.replace

    def refuse(path, target):
        if target == second:
            raise PermissionError(13, "Permission denied")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(PlanGraphError) as caught:
        save_all({first: "changed", new: "made", second: "changed"})
    assert caught.value.text("ja").startswith(f"{second}: 書き込めません")
    files = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()}
    assert files == {"links.csv": "old", "confirmations.csv": "old"}
    monkeypatch.undo()
    assert save_all({first: "changed", second: "old"}) == [first]
