"""Ask a question of the library, or any SPARQL, as commands and pages do; and give it away."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from plan_graph.answers import Page, footer
from plan_graph.diagnosis import explain_empty
from plan_graph.messages import pick
from plan_graph.questions import Question, bind
from plan_graph.results import (
    answer_table,
    banner,
    elements_of,
    emptiness_text,
    labelled,
    named_table,
    number,
    without,
)
from plan_graph.sparql import ROWS, Answer, Value, run
from plan_graph.workbook import Cell, Notes, Sheet

#: Excel keeps so many digits of a number; a longer one stays a text.
_DIGITS = 15


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was asked and what was found: the answer without the columns that were given."""

    #: the SPARQL that ran
    asked: str
    answer: Answer
    #: the elements in it, in their order, those of the given columns too
    found: tuple[str, ...]
    #: why nothing was found, as a text; empty when something was
    lack: str = ""
    #: the question in words, when one of the library was asked
    title: str = ""


def inquire(
    page: Page,
    asked: str | Question,
    values: Mapping[str, str] | None = None,
    *,
    rows: int = ROWS,
    place: str = "SPARQL",
) -> Outcome:
    """Ask a question of *values*, or SPARQL, in the view of *page*; at most *rows* rows come back.

    Raises PlanGraphError for values that do not fit and for SPARQL that cannot run.
    """
    if isinstance(asked, Question):
        bound = bind(asked, page.known, values or {}, lang=page.lang)
        text, reason, title = asked.text, pick(asked.empty, page.lang), pick(asked.title, page.lang)
    else:
        bound, text, reason, title = {}, asked, "", ""
    answer = run(page.store, text, values=bound, rows=rows, place=place)
    lack = ""
    if answer.form != "ask" and answer.is_empty:
        lack = reason or emptiness_text(explain_empty(page.store, text, bound), page)
    found = tuple(elements_of(answer, page.known))
    return Outcome(text, without(answer, bound), found, lack, title)


def answer_sheets(outcome: Outcome, page: Page) -> tuple[list[Sheet], Notes]:
    """Return the rows of a SELECT as a sheet, numbers as numbers, and what is to be known of it.

    The answer to a question of the library is told in names; to SPARQL, also in IRIs.
    """
    answer = outcome.answer
    if outcome.title:
        head, told = named_table(answer, page)
        beside = [False] * len(head)
    else:
        head, told = answer_table(answer, page)
        beside = labelled(answer)
    counted = [_with_numbers(*both, beside) for both in zip(told, answer.rows, strict=True)]
    lines = [
        *filter(None, (outcome.title, outcome.lack)),
        *banner(answer, outcome.asked, page),
        page.text("row-count", count=len(counted)),
        *([page.text("answer-cut", count=len(counted))] if answer.cut else []),
        *footer(page).splitlines(),
    ]
    sheet = Sheet(page.text("answer-sheet"), head, counted)
    return [sheet], Notes(page.text("cross-notes-sheet"), lines)


def _with_numbers(
    told: list[str], values: Sequence[Value | None], beside: Sequence[bool]
) -> list[Cell]:
    """Return the cells of a row, numbers as such; *beside* some values stands a label."""
    pairs = zip(values, beside, strict=True)
    behind = [each for value, label in pairs for each in ((value, None) if label else (value,))]
    return [_cell(*both) for both in zip(told, behind, strict=True)]


def _cell(text: str, value: Value | None) -> Cell:
    told = number(value)
    return text if told is None or len(told.as_tuple().digits) > _DIGITS else told
