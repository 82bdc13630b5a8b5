"""The page of findings is what its generator makes, and every claim on it still holds."""

import re
import runpy
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[1] / "docs"


@pytest.fixture(scope="module")
def made():
    return runpy.run_path(str(DOCS / "findings.py"))


@pytest.fixture(scope="module")
def text():
    return (DOCS / "findings.md").read_text(encoding="utf-8")


def test_the_page_is_what_its_generator_makes(made, text):
    assert made["findings"]() == text


def test_each_of_seven_findings_tells_estimates_documents_limits_and_wording(text):
    entries = re.split(r"^## \d\. ", text, flags=re.MULTILINE)[1:]
    assert len(entries) == 7
    for entry in entries:
        for part in (
            "推定の割合",
            "資料だけ（照合まで）で計算し直すと",
            "**限界**",
            "**示すときの言い方**",
        ):
            assert part in entry
        for part in (
            "Share of estimates",
            "By documents alone",
            "**Limits**",
            "**Wording to show**",
        ):
            assert part in entry


def test_three_ways_lead_from_2017_to_2024_link_by_link(made, text):
    told = text.partition("## 平成29年度から令和6年度へ")[2]
    ways = re.findall(r"^\*\*(取組\d+)「.+」は、.*平成29年度の(.+」)", told, flags=re.MULTILINE)
    assert ways == [
        ("取組29", "施策「協働によるまちづくりの推進」"),
        ("取組21", "基本計画事業「自然体験観光推進事業」"),
        ("取組28", "施策「防災対策の推進」"),
    ]
    # Three links lead back from action 29, one from each other; two of the five are no estimates.
    assert "つながり 5本のうち 3本" in told
    assert "資料だけ（照合まで）でたどれるもの：3通りのうち 0通り" in told
    with pytest.raises(SystemExit, match="取組2 goes back"):
        made["chain"](("取組2", "施策「防災対策の推進」"), made["pages"]("estimated")[0])


def test_the_page_is_for_the_public(text):
    assert "×" not in text.replace("食×農", "").replace("×SDGs", "")
    assert "missed" not in re.findall(r"plan-graph network (\w+)", text)


def test_a_finding_that_no_longer_holds_stops_the_generator(made):
    chosen = made["CHOSEN"][0]
    gone = made["Chosen"](
        chosen.headline, chosen.name, ("ビジョン①",), chosen.wording, chosen.limits
    )
    with pytest.raises(SystemExit, match="ビジョン①"):
        made["entry"](1, gone)
