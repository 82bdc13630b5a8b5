"""The real source texts: reading them anew gives the committed documents, byte for byte."""

import csv
import os
import re
import shutil
import unicodedata
from pathlib import Path

import pytest
from click.testing import CliRunner

from plan_graph.cli import cli

pytestmark = pytest.mark.seeds

ROOT = Path(__file__).parents[1]
SEEDS = Path(os.environ.get("PLAN_GRAPH_SEEDS", ROOT.parent / "shared" / "seeds"))
SOURCES = {
    "action-plan": ("000_*.txt", "action-plan-2024"),
    "basic-plan": ("003_*.txt", "basic-plan-2023"),
    "mandala-slides": ("001_*.txt", "mandala-slides-2023"),
    "policy-list": ("004_*.txt", "policy-list-2017"),
    "progress-sheets": ("002_*.txt", "progress-2024"),
}


def seed(pattern):
    found = sorted(SEEDS.glob(pattern))
    assert found, f"{SEEDS}/{pattern} is missing: set PLAN_GRAPH_SEEDS to the source texts"
    return found[0]


@pytest.fixture
def data(tmp_path):
    return Path(shutil.copytree(ROOT / "data", tmp_path / "data"))


@pytest.mark.parametrize("kind", SOURCES)
def test_importing_the_real_document_reproduces_the_committed_file(kind, data):
    pattern, key = SOURCES[kind]
    path = data / "documents" / f"{key}.ttl"
    committed = path.read_bytes()
    path.unlink()
    before = {p: p.read_bytes() for p in data.rglob("*") if p.is_file()}
    result = CliRunner().invoke(cli, ["import", kind, str(seed(pattern)), "--data", str(data)])
    assert result.exit_code == 0, result.output
    assert path.read_bytes() == committed
    assert {p: p.read_bytes() for p in data.rglob("*") if p.is_file() and p != path} == before
    again = CliRunner().invoke(cli, ["import", kind, str(seed(pattern)), "--data", str(data)])
    assert "変わりません" in again.stdout


def test_the_narrative_cells_come_only_when_asked_for(data):
    path = data / "documents" / "progress-2024.ttl"
    assert "pg:evaluation" not in path.read_text(encoding="utf-8")
    arguments = ["import", "progress-sheets", str(seed("002_*.txt")), "--data", str(data)]
    result = CliRunner().invoke(cli, [*arguments, "--with-text"])
    assert result.exit_code == 0, result.output
    text = path.read_text(encoding="utf-8")
    assert text.count("pg:overview") == 42
    assert text.count("pg:evaluation") == 42
    assert text.count("pg:nextDirection") == 42
    assert "<p>" not in text


def squeezed(text):
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def test_our_own_sentences_copy_none_of_the_sources():
    sources = squeezed("".join(path.read_text(encoding="utf-8") for path in SEEDS.glob("*.txt")))
    for name, columns in (
        ("labels", ["description_ja"]),
        ("indicators", ["reason_ja"]),
        ("links", ["rationale_ja"]),
        ("numbers", ["rationale_ja"]),
    ):
        path = ROOT / "data" / "curated" / f"{name}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                for column in columns:
                    own = squeezed(re.sub(r"「[^」]*」", "|", row[column]))
                    runs = [own[at : at + 12] for at in range(len(own) - 11)]
                    assert not [run for run in runs if run in sources], row


def test_every_quote_in_a_rationale_stands_in_the_sources():
    """The sources: the texts of the documents, and for web pages what was typed out of them."""
    paths = [*SEEDS.glob("*.txt"), *(ROOT / "data" / "transcripts").glob("*.csv")]
    sources = squeezed("".join(path.read_text(encoding="utf-8") for path in paths))
    for name in ("links", "numbers"):
        with (ROOT / "data/curated" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                quotes = re.findall(r"「([^」]*)」", row["rationale_ja"])
                assert quotes, row
                assert all(squeezed(quote) in sources for quote in quotes), row


def sheets():
    """Return what the progress sheets say, without spaces, by the numbers of their actions."""
    text = re.sub(r"<[^>]+>", "", seed("002_*.txt").read_text(encoding="utf-8"))
    found = {}
    for part in text.split("\nNo.\t")[1:]:
        number = re.search(r"^(\d+)(?:-\d+)?\t", part, re.MULTILINE)[1]
        found[number] = found.get(number, "") + squeezed(part)
    return found


def test_a_reason_for_an_sdg_quotes_the_sheets_of_its_own_element():
    by_action = sheets()
    assert len(by_action) == 36
    with (ROOT / "data/curated/links.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["predicate"] == "contributesTo"]
    rows = [row for row in rows if "/ap3-" in row["subject"]]
    for row in rows:
        kind, _, key = row["subject"].partition("/ap3-")
        texts = [by_action[key]] if kind == "action" else sheets_of_measure(key, by_action)
        for quote in re.findall(r"「([^」]*)」", row["rationale_ja"]):
            assert any(squeezed(quote) in text for text in texts), row
    assert len(rows) == 69


def test_a_reason_for_an_sdg_of_the_basic_plan_quotes_the_lines_of_its_own_action():
    """The lines of a main action stand before its heading."""
    by_action, lines = {}, []
    for line in seed("003_*.txt").read_text(encoding="utf-8").splitlines():
        lines.append(line)
        if found := re.match(r"(\d\d-\d)｜", line):
            by_action[found[1]] = squeezed("".join(lines))
            lines = []
    assert len(by_action) == 18
    with (ROOT / "data/curated/links.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["predicate"] == "contributesTo"]
    rows = [row for row in rows if "/bp3-" in row["subject"]]
    for row in rows:
        key = row["subject"].removeprefix("action/bp3-")
        for quote in re.findall(r"「([^」]*)」", row["rationale_ja"]):
            assert squeezed(quote) in by_action[key], row
    assert len(rows) == 13


def test_a_reason_for_an_sdg_of_the_list_of_2017_quotes_the_row_of_its_own_measure():
    with (ROOT / "data/curated/keys.csv").open(encoding="utf-8", newline="") as file:
        names = {
            row["key"]: row["name"] for row in csv.DictReader(file) if row["kind"] == "Measure"
        }
    text = seed("004_*.txt").read_text(encoding="utf-8")
    printed = [line.split("\t") for line in text.splitlines() if line.count("\t") > 5]
    with (ROOT / "data/curated/links.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["predicate"] == "contributesTo"]
    rows = [row for row in rows if "/bp1-" in row["subject"]]
    for row in rows:
        name = squeezed(names[row["subject"].removeprefix("measure/bp1-")])
        [own] = [cells for cells in printed if name in [squeezed(cell) for cell in cells[1:4]]]
        for quote in re.findall(r"「([^」]*)」", row["rationale_ja"]):
            assert squeezed(quote) in squeezed("".join(own)), row
    assert len(rows) == 48


def sheets_of_measure(key, by_action):
    """Return the sheets that print the measure *key*, such as 2-1 for ① of project 2."""
    project, number = key.split("-")
    names = {"1": "経済循環を高める食×農", "2": "木更津発脱炭素化", "3": "支え合いによる防災・減災"}
    # NFKC makes a digit of ①; the goal (1) stands between the project and the measure.
    head = re.compile(rf"{names[project]}プロジェクト\(\d\)\D+{number}\D")
    return [text for text in by_action.values() if head.search(text.replace("CO2", "CO"))]
