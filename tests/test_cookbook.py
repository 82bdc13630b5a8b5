"""The cookbook of questions is what its generator makes, and says what it leaves out."""

import re
import runpy
from pathlib import Path

import pytest

from plan_graph.questions import library

DOCS = Path(__file__).parents[1] / "docs"


@pytest.fixture(scope="module")
def made():
    return runpy.run_path(str(DOCS / "cookbook.py"))


@pytest.fixture(scope="module")
def text(made):
    return made["cookbook"]()


def entry(text, name):
    return text.partition(f"\n## {name}\n")[2].partition("\n## ")[0]


def test_the_cookbook_is_what_its_generator_makes(text):
    assert (DOCS / "cookbook.md").read_text(encoding="utf-8") == text


def test_making_it_twice_gives_the_same_text(made, text):
    assert made["cookbook"]() == text


def test_every_question_has_its_entry_in_the_order_of_names(text):
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == list(library())


@pytest.mark.parametrize("name", library())
def test_an_entry_has_sentence_query_and_answer_or_the_reason_why_it_is_empty(text, name):
    question, said = library()[name], entry(text, name)
    for description in question.description:
        assert description in said
    query = said.partition("```sparql\n")[2].partition("\n```")[0]
    assert query.startswith("PREFIX pg:")
    assert "#+" not in query
    assert f"`plan-graph query {name}" in said
    assert "{" not in said.partition("\n```")[0]
    if question.empty[0]:
        assert question.empty[0] in said
        assert question.empty[1] in said
    else:
        assert "\n| --- |" in said


def test_long_answers_are_cut_and_say_so(text):
    said = entry(text, "breakdown")
    table = [line for line in said.splitlines() if line.startswith("|")]
    assert len(table) == 2 + 12
    assert "ほか 25 行 / 25 more rows" in said


def test_elements_and_terms_are_told_by_their_labels(text):
    said = entry(text, "sheet-of-action")
    assert "**「アクアコインの普及推進」の指標と達成状況は？**" in said
    row = next(line for line in said.splitlines() if line.startswith("| 5-1 "))
    assert "| 480,000,000 | 2024 | 401,689,000 | 2024 | 円 | × |" in row
    assert row.endswith("| シート5-1 |")
    tables = "\n".join(line for line in text.splitlines() if line.startswith("| "))
    assert "w3id.org" not in tables


def test_a_column_that_was_asked_of_is_left_out(text):
    head = next(line for line in entry(text, "actions-of-vision").splitlines() if "| " in line)
    assert "ビジョン / vision" not in head
    assert "計画 / plan" not in head
