"""`plan-graph table`: what is printed, what is written, what is refused."""

import contextlib
import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from plan_graph.cli import cli

TOWN = Path(__file__).parent / "data" / "cross.ttl"


def run(*arguments):
    return CliRunner().invoke(cli, ["table", *arguments, "--graph", str(TOWN)])


def test_a_table_is_printed_without_a_pager_where_nobody_looks():
    result = run("department", "vision")
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("担当課 × ビジョン（取組を通じて）\n\n担当課")
    assert "環境部公園課  1  2     2" in result.stdout


def test_kinds_can_be_named_in_japanese_and_the_answer_given_in_english():
    result = run("担当課", "ビジョン", "--lang", "en", "--cells", "list", "--drop-empty")
    assert result.exit_code == 0, result.output
    assert "Parks Division  1     1, 12     2" in result.stdout
    assert "Press Division" not in result.stdout


def test_a_csv_file_has_a_bom_for_excel_and_can_go_without(tmp_path):
    with_bom, without = tmp_path / "a.csv", tmp_path / "b.csv"
    assert run("action", "vision", "--format", "csv", "-o", str(with_bom)).exit_code == 0
    assert run("action", "vision", "--format", "csv", "--no-bom", "-o", str(without)).exit_code == 0
    assert with_bom.read_bytes() == b"\xef\xbb\xbf" + without.read_bytes()
    printed = run("action", "vision", "--format", "csv").stdout
    assert not printed.startswith("\ufeff")
    assert list(csv.reader(printed.splitlines()))[1] == ["1 川そうじ", "照", "照*", "", "2"]


def test_json_tells_the_pairs():
    told = json.loads(run("theme", "theme", "--format", "json").stdout)
    assert told["throughKinds"] == ["Action", "Measure", "Outcome"]
    assert told["total"] == 2


def test_a_workbook_is_written_twice_alike(tmp_path):
    paths = [tmp_path / "a.xlsx", tmp_path / "b.xlsx"]
    for path in paths:
        result = run("department", "vision", "--format", "xlsx", "-o", str(path))
        assert result.exit_code == 0, result.output
    assert paths[0].read_bytes() == paths[1].read_bytes()
    page = openpyxl.load_workbook(paths[0])["表"]
    assert [cell.value for cell in page[2]] == ["環境部公園課", 1, 2, None, 2]


def test_a_workbook_needs_a_file():
    result = run("action", "vision", "--format", "xlsx")
    assert result.exit_code == 2
    assert "-o でファイルを指定してください" in result.stderr


def test_the_basis_changes_the_table():
    assert "推" not in run("action", "vision", "--basis", "matched").stdout.split("見た関係")[0]
    refused = run("action", "vision", "--basis", "stated")
    assert refused.exit_code == 2
    assert "取組のつながり：取組は、施策に属します" in refused.stderr


def test_a_way_can_be_chosen():
    assert "めざす効果を通じて" in run("measure", "vision", "--through", "めざす効果").stdout
    assert run("measure", "vision", "--through", "plan").exit_code == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["visoin", "theme"], "ROWS: 種類「visoin」はありません。もしかして vision（ビジョン）"),
        (["action", "vision", "--through", "outcom"], "--through: 種類「outcom」はありません。"),
        (["action", "place"], "COLUMNS: このグラフに「場所」はありません。"),
        (["action"], "行と列の種類を指定するか、--preset"),
    ],
)
def test_a_mistake_is_told_with_its_place(arguments, said):
    result = run(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert "Traceback" not in result.output


@pytest.mark.skipif(os.name == "nt", reason="a terminal is played by a pty")
@pytest.mark.parametrize(("lines", "paged"), [("12", True), ("200", False)])
def test_a_pager_opens_only_where_the_table_is_longer_than_the_screen(lines, paged):
    leader, follower = os.openpty()
    pager = {"PAGER": "sed s/^/paged:/", "COLUMNS": "80", "LINES": lines, "TERM": "xterm"}
    arguments = [sys.executable, "-m", "plan_graph", "table", "action", "vision"]
    arguments += ["--graph", str(TOWN)]
    with subprocess.Popen(
        arguments, stdin=follower, stdout=follower, env={**os.environ, **pager}
    ) as process:
        os.close(follower)
        shown = b""
        # At its end a pty gives an error instead of nothing.
        with contextlib.suppress(OSError):
            while part := os.read(leader, 65536):
                shown += part
    os.close(leader)
    assert process.returncode == 0
    assert "取組 × ビジョン" in shown.decode()
    assert (b"paged:" in shown) is paged
