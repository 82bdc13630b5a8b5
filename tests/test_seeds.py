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
    ):
        path = ROOT / "data" / "curated" / f"{name}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                for column in columns:
                    own = squeezed(re.sub(r"「[^」]*」", "|", row[column]))
                    runs = [own[at : at + 12] for at in range(len(own) - 11)]
                    assert not [run for run in runs if run in sources], row


def test_every_quote_in_a_rationale_stands_in_the_sources():
    sources = squeezed("".join(path.read_text(encoding="utf-8") for path in SEEDS.glob("*.txt")))
    with (ROOT / "data/curated/links.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            quotes = re.findall(r"「([^」]*)」", row["rationale_ja"])
            assert quotes, row
            assert all(squeezed(quote) in sources for quote in quotes), row
