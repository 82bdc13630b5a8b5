"""Rows as people read them: aligned on a Japanese screen, safe in Excel, plain in JSON."""

import csv
import io
import json

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from plan_graph.cli import cli
from plan_graph.tables import Screen, csv_text, guarded, joined, json_text, terminal

SIGNS = st.text("a1 取①か\u3099ｶ=+-@\t\r\n\",'、", max_size=12)
LINES = st.text("ab1 取組①か\u3099ｶ、。", max_size=40)


# --- Width ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("abc", 3),
        ("取組24", 6),
        ("「森」、", 8),
        ("ＡＢ１", 6),
        ("ｶﾀｶﾅ", 4),
        ("か\u3099", 2),
        ("①—…α", 4),
        ("t-CO₂", 5),
        ("𠮷", 2),
    ],
)
def test_the_width_of_a_text_is_what_it_takes_on_the_screen(text, width):
    assert Screen().width(text) == width


def test_a_japanese_console_shows_some_signs_twice_as_wide():
    assert Screen(ambiguous=2).width("①—…α") == 8
    assert Screen(ambiguous=2).width("取組a") == 5


@pytest.mark.parametrize(
    ("text", "columns", "lines"),
    [
        ("森林の保全・活用", 8, ["森林の保", "全・活用"]),
        ("森林の保全・活用", 7, ["森林の", "保全・", "活用"]),
        ("森林の保全・活用", 16, ["森林の保全・活用"]),
        ("ab取c", 3, ["ab", "取c"]),
        ("森林", 1, ["森", "林"]),
        ("か\u3099き", 2, ["か\u3099", "き"]),
        ("", 8, [""]),
    ],
)
def test_a_text_is_folded_at_the_columns(text, columns, lines):
    assert Screen().folded(text, columns) == lines


@given(LINES, st.integers(2, 20))
def test_folding_loses_no_sign_and_no_line_is_too_wide(text, columns):
    lines = Screen().folded(text, columns)
    # A blank at the end of a line goes, as on paper.
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert max(map(Screen().width, lines)) <= columns


# --- The terminal -----------------------------------------------------------------------------


def test_columns_are_aligned_by_width_and_end_without_spaces():
    rows = [["取組", "24", ""], ["a", "②自然", "x"]]
    assert terminal(["種類", "No.", "備考"], rows, Screen()).splitlines() == [
        "種類  No.    備考",
        "----  -----  ----",
        "取組  24",
        "a     ②自然  x",
    ]


def test_a_japanese_console_aligns_by_its_own_widths():
    lines = terminal(["a", "b"], [["②", "x"], ["森", "y"]], Screen(ambiguous=2)).splitlines()
    assert lines == ["a   b", "--  -", "②  x", "森  y"]


def test_without_rows_the_head_stands_alone():
    assert terminal(["番号", "取組"], [], Screen()) == "番号  取組\n----  ----"


def test_each_line_can_be_indented():
    lines = terminal(["番号"], [["1"], ["2"]], Screen(), indent="  ").splitlines()
    assert lines == ["  番号", "  ----", "  1", "  2"]


def test_the_widest_column_is_folded_first_and_the_others_stay():
    rows = [["24", "避難所運営マニュアルの作成支援", "総務部危機管理課"]]
    assert terminal(["No.", "取組", "課"], rows, Screen(40)).splitlines() == [
        "No.  取組               課",
        "---  -----------------  ----------------",
        "24   避難所運営マニュ   総務部危機管理課",
        "     アルの作成支援",
    ]


def test_no_column_is_folded_where_there_is_no_limit():
    long = "あ" * 500
    assert long in terminal(["取組"], [[long]], Screen(0))


@given(st.lists(st.lists(LINES, min_size=3, max_size=3), max_size=4), st.integers(32, 90))
def test_no_line_is_wider_than_the_screen(rows, columns):
    text = terminal(["番号", "取組", "施策"], rows, Screen(columns), indent="  ")
    assert max(map(Screen().width, text.splitlines())) <= columns


# --- CSV ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "cell",
    ["=1+1", "=cmd|' /C calc'!A0", "+81 438", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "-取組", "=="],
)
def test_a_cell_that_looks_like_a_formula_is_guarded(cell):
    assert guarded(cell) == f"'{cell}"


@pytest.mark.parametrize(
    "cell", ["", "-", "=", "取組24", "-3.5", "+12", "-1,234.5", "-0.5%", "1-2", "a=b", "－", "'=1"]
)
def test_a_cell_that_is_no_formula_stays_as_it_is(cell):
    assert guarded(cell) == cell


def test_commas_quotes_and_line_breaks_are_quoted():
    text = csv_text(["番号", "名称"], [["1", '森、"林", 保全'], ["2", "一行\n二行"]])
    assert text == '番号,名称\r\n1,"森、""林"", 保全"\r\n2,"一行\n二行"\r\n'


@given(st.lists(st.lists(SIGNS, min_size=2, max_size=2), max_size=5))
def test_csv_reads_back_as_it_was_but_for_the_guard(rows):
    text = csv_text(["a", "b"], rows)
    back = list(csv.reader(io.StringIO(text, newline="")))
    assert back == [["a", "b"], *([guarded(cell) for cell in row] for row in rows)]
    for cell in (cell for row in back[1:] for cell in row):
        assert len(cell) < 2 or cell[0] not in "=@\t\r"


def test_csv_in_a_file_begins_with_a_byte_order_mark_and_on_the_screen_does_not(tmp_path):
    path = tmp_path / "表.csv"
    printed = CliRunner().invoke(cli, ["serves", "2", "--format", "csv"])
    written = CliRunner().invoke(cli, ["serves", "2", "--format", "csv", "-o", str(path)])
    assert (printed.exit_code, written.exit_code) == (0, 0)
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    # On the screen the console makes the line ends, in a file RFC 4180 does.
    lines = content.decode("utf-8-sig").replace("\r\n", "\n")
    assert lines == printed.stdout_bytes.decode("utf-8")
    assert not printed.stdout.startswith("\ufeff")
    assert b"\r\n" in content
    assert b"\r\r\n" not in content


# --- JSON and lists -----------------------------------------------------------------------------


def test_json_keeps_japanese_readable_and_ends_with_a_line_break():
    text = json_text({"名称": "森\n林", "count": 2})
    assert text == '{\n  "名称": "森\\n林",\n  "count": 2\n}\n'
    assert json.loads(text) == {"名称": "森\n林", "count": 2}


def test_a_list_is_joined_as_its_language_does():
    assert joined(["森", "海"], "ja") == "森、海"
    assert joined(["forest", "sea"], "en") == "forest, sea"
    assert joined([], "ja") == ""
