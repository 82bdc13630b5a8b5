"""A question of the library as a form, and any SPARQL; each with its answer when it is run."""

import re
import shlex
from dataclasses import dataclass, replace
from functools import cache
from typing import Final
from urllib.parse import parse_qsl

from plan_graph.answers import Page, footer
from plan_graph.asking import Outcome, answer_sheets, inquire
from plan_graph.errors import Fault, PlanGraphError
from plan_graph.graph import base_of
from plan_graph.messages import BASES, fault, pick, text
from plan_graph.questions import find_question
from plan_graph.results import answer_json, answer_table, banner, turtle_text
from plan_graph.sparql import prefixes
from plan_graph.vocab import BASIS_NAMES
from plan_graph.web.answer_view import Grid, grid
from plan_graph.web.asked import Asked, Reply, Town
from plan_graph.web.here import Here
from plan_graph.web.question_form import (
    bound_of,
    command,
    faults_of,
    fields,
    said_in,
    sentence,
    sparql_of,
    told_of,
    values_of,
    view_options,
)
from plan_graph.web.shell import csv_file, form_of, html, json_file, refused, xlsx_file

#: What an answer can be taken away as, by its form.
_FILES: Final = {"select": ("csv", "json", "xlsx"), "ask": ("json",), "triples": ("ttl",)}
_FREE: Final = "/query/sparql"
#: A longer text makes no address: what carries addresses may cut it.
_LONGEST: Final = 6_000
_START: Final = """SELECT ?vision ?name
WHERE {
  ?vision a pg:Vision ;
    pg:name ?name ;
    pg:order ?order .
}
ORDER BY ?order"""
_OTHER: Final = {"ja": "en", "en": "ja"}
_FORM: Final = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Told:
    """An answer as a page tells it."""

    form: str
    grid: Grid
    #: what stands above the rows: a banner, why there are none, that there are more
    notes: tuple[str, ...]
    #: yes or no
    said: str
    turtle: str
    files: tuple[str, ...]
    #: whether the mandala can show elements of it
    lights: bool


@dataclass(frozen=True, slots=True)
class Wrong:
    """A fault of a text: what it is, and where in the text, if that is known."""

    told: str
    line: int = 0
    column: int = 0
    #: lines around it: the number, what stands before the place, at it, and behind it
    around: tuple[tuple[int, str, str, str], ...] = ()


# --- A question of the library ----------------------------------------------------------------


#: Read once: the library does not change while the server runs.
_question = cache(find_question)


def question_page(asked: Asked, town: Town) -> Reply:
    """Tell a question as a form, with its answer when it is run; or the answer as a file."""
    try:
        question = _question(asked.part("name"))
    except PlanGraphError as error:
        return refused(asked, error, status=404)
    page = town.page(asked)
    said = said_in(asked)
    values = values_of(said)
    if _wants_file(asked):
        return _file(asked, question.name, inquire(page, question, values), page)
    outcome: Outcome | None = None
    faults: list[str] = []
    if asked.value("run"):
        try:
            outcome = inquire(page, question, values)
        except PlanGraphError as error:
            faults = faults_of(error, question, asked.lang)
    bound = bound_of(question, values, page)
    told = told_of(question, bound, page)
    pages = (page, replace(page, lang=_OTHER[page.lang]))
    return html(
        asked,
        "query_question.html",
        title=pick(question.title, asked.lang),
        status=400 if faults else 200,
        question=question,
        sentences=[
            (each.lang, sentence(question, told_of(question, bound, each), each.lang))
            for each in pages
        ],
        description=pick(question.description, asked.lang),
        terms=[
            (pick(each.title, asked.lang), told[each.name])
            for each in question.parameters
            if each.name in told and f"{{{each.name}}}" not in question.sentence[0]
        ],
        form=fields(question, values, page),
        faults=faults,
        answer=_told(outcome, Here.of(asked, town)) if outcome else None,
        said=said,
        picture=asked.url("/mandala", question=question.name, **said),
        text=sparql_of(question, bound, asked.lang),
        wrong=(),
        bases=_bases(asked.lang),
        command=command(question.name, values, page),
        curl=_curl(asked, asked.url(asked.path, **said, format="json")),
        footer=footer(page).splitlines(),
    )


# --- Any SPARQL -------------------------------------------------------------------------------


def free_page(asked: Asked, town: Town) -> Reply:
    """Tell a text as a form; what is sent by the form runs, what an address holds does not."""
    asked = _with_form(asked)
    page = town.page(asked)
    given = asked.value("query").replace("\r\n", "\n")
    outcome: Outcome | None = None
    wrong: tuple[Wrong, ...] = ()
    if asked.method == "POST":
        try:
            outcome = inquire(page, given)
        except PlanGraphError as error:
            wrong = tuple(_wrong(each, given, asked.lang) for each in error.faults)
    if outcome and _wants_file(asked):
        return _file(asked, "answer", outcome, page)
    address = asked.url(_FREE, query=given)
    short = len(address) <= _LONGEST
    kept = (("query", given if short else ""), ("lang", asked.lang), ("basis", asked.basis))
    return html(
        replace(asked, parameters=kept),
        "query_sparql.html",
        title=text("query.free", asked.lang),
        status=400 if wrong else 200,
        text=given or ("" if asked.method == "POST" else _START),
        wrong=wrong,
        answer=_told(outcome, Here.of(asked, town), terms=True) if outcome else None,
        bases=_bases(asked.lang),
        prefixes=prefixes(base_of(page.store)),
        address=address if short else "",
        picture=asked.url("/mandala", query=given) if short else "",
        command=shlex.join(["plan-graph", "query", "--file", "query.rq", *view_options(page)]),
        curl=_curl(asked, asked.url("/sparql"), "--data-urlencode", "query@query.rq"),
        footer=footer(page).splitlines(),
    )


def _with_form(asked: Asked) -> Asked:
    """Return *asked* with the fields of the form that was sent before what its address says."""
    if asked.method != "POST":
        return asked
    is_form = asked.content_type.partition(";")[0].strip().lower() == _FORM
    try:
        sent = asked.body.decode("ascii") if is_form else ""
        pairs = parse_qsl(sent, keep_blank_values=True, errors="strict", max_num_fields=20)
    except ValueError as error:
        raise PlanGraphError([fault("", "query.no-form")]) from error
    if not is_form:
        raise PlanGraphError([fault("", "query.no-form")])
    names = {name for name, _ in pairs}
    rest = (pair for pair in asked.parameters if pair[0] not in names)
    return replace(asked, parameters=(*pairs, *rest))


def _wrong(found: Fault, given: str, lang: str) -> Wrong:
    """Return a fault of the text *given* with the lines around it."""
    told = pick((found.ja, found.en), lang).rsplit("\n", 1)[-1].strip()
    place = re.search(r"(\d+):(\d+)$", found.where)
    if not place:
        return Wrong(told)
    line, column = map(int, place.groups())
    at = column - 1
    lines = tuple(
        (number, each[:at], each[at : at + 1] or " ", each[at + 1 :])
        if number == line
        else (number, each, "", "")
        for number, each in enumerate(given.split("\n"), start=1)
    )
    return Wrong(told, line, column, lines[max(0, line - 3) : line + 2])


# --- The answer -------------------------------------------------------------------------------


def _told(outcome: Outcome, here: Here, *, terms: bool = False) -> Told:
    page = here.page
    answer = outcome.answer
    rows = grid(answer, here, sort=here.asked.value("sort"), terms=terms)
    cut = [page.text("answer-cut", count=rows.count)] if answer.cut else []
    return Told(
        answer.form,
        rows,
        (*banner(answer, outcome.asked, page), *filter(None, [outcome.lack]), *cut),
        page.text("yes" if answer.yes else "no") if answer.form == "ask" else "",
        turtle_text(answer, page) if answer.form == "triples" and rows.whole else "",
        _FILES[answer.form],
        not here.drawn.keys().isdisjoint(outcome.found),
    )


def _wants_file(asked: Asked) -> bool:
    return asked.value("format", "html") != "html"


def _file(asked: Asked, name: str, outcome: Outcome, page: Page) -> Reply:
    """Return the answer as a file: the one that the command writes."""
    answer = outcome.answer
    wanted = form_of(asked, *_FILES[answer.form])
    if wanted == "csv":
        return csv_file(name, *answer_table(answer, page))
    if wanted == "xlsx":
        return xlsx_file(name, answer_sheets(outcome, page))
    if wanted == "json":
        return json_file(name, answer_json(answer, page, asked=outcome.asked))
    headers = (("content-disposition", f'attachment; filename="{name}.ttl"'),)
    return Reply(turtle_text(answer, page).encode(), "text/turtle; charset=utf-8", headers=headers)


def _bases(lang: str) -> list[tuple[str, str]]:
    return [(name, pick(BASES[iri], lang)) for name, iri in BASIS_NAMES.items()]


def _curl(asked: Asked, path: str, *options: str) -> str:
    return shlex.join(["curl", f"{asked.origin}{path}", *options])
