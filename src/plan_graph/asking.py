"""Ask a question of the library, or any SPARQL, as commands and pages do; and give it away."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal

from plan_graph.answers import Page, footer
from plan_graph.diagnosis import explain_empty
from plan_graph.messages import pick
from plan_graph.questions import Question, bind
from plan_graph.results import (
    answer_table,
    banner,
    elements_of,
    emptiness_text,
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
    """Return the rows of a SELECT as a sheet, numbers as numbers, and what is to be known of it."""
    answer = outcome.answer
    head, told = answer_table(answer, page)
    rows = [_with_numbers(*both) for both in zip(told, answer.rows, strict=True)]
    lines = [
        *filter(None, (outcome.title, outcome.lack)),
        *banner(answer, outcome.asked, page),
        page.text("row-count", count=len(rows)),
        *([page.text("answer-cut", count=len(rows))] if answer.cut else []),
        *footer(page).splitlines(),
    ]
    sheet = Sheet(page.text("answer-sheet"), head, rows)
    return [sheet], Notes(page.text("cross-notes-sheet"), lines)


def _with_numbers(told: list[str], values: Sequence[Value | None]) -> list[Cell]:
    """Return the cells of a row; those that tell a number hold it, as far as Excel can."""
    numbers = {value.value: number(value) for value in values if isinstance(value, Literal)}
    return [
        cell
        if (read := numbers.get(cell)) is None or len(read.as_tuple().digits) > _DIGITS
        else read
        for cell in told
    ]
