"""The first page, actions by vision, and coverage: what the commands answer, in the shell."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from plan_graph import coverage_answers
from plan_graph.answers import (
    Page,
    basis_text,
    footer,
    serves_head,
    serves_json,
    serves_notes,
    serves_rows,
    way_text,
)
from plan_graph.coverage import coverage as cover
from plan_graph.coverage_notes import notes
from plan_graph.coverage_page import sections
from plan_graph.graph import base_of, literal, select
from plan_graph.lookup import Element, find_element
from plan_graph.messages import BASES, BASIS_LEGENDS, KINDS, pick
from plan_graph.questions import find_question
from plan_graph.reasons import Serving, VisionAnswer
from plan_graph.reasons import serves as ask
from plan_graph.resources import QUERIES
from plan_graph.tables import joined
from plan_graph.vocab import PG, STRENGTH
from plan_graph.web.addresses import path_of
from plan_graph.web.asked import Asked, Reply, Town
from plan_graph.web.shell import NAVIGATION, csv_file, form_of, html, json_file, xlsx_file

#: Questions that the first page offers: they need no parameter, and each shows another side.
_EXAMPLES: Final = (
    "unreached",
    "documents-or-estimates",
    "simultaneous-solutions",
    "next-targets",
    "members-of-several-groups",
)
#: Kinds that the first page counts.
_COUNTED: Final = (
    PG.Vision,
    PG.Outcome,
    PG.RegionalIssue,
    PG.Project,
    PG.Measure,
    PG.Action,
    PG.Indicator,
    PG.Department,
    PG.Actor,
    PG.SourceDocument,
)
_LINKS: Final = f"""
SELECT ?basis (COUNT(?link) AS ?links) {{ ?link a <{PG.Link}> ; <{PG.basis}> ?basis }}
GROUP BY ?basis
"""


# --- The first page -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Counted:
    """A vision on the first page, its address, and what is said of the actions that serve it."""

    mark: str
    name: str
    address: str
    said: str


def home(asked: Asked, town: Town) -> Reply:
    """Tell what this is, what is in it, and where to go."""
    page = town.page(asked)
    answers = ask(page.store, page.known)
    years = {literal(page.store, each.vision.iri, PG.year) for each in answers}
    return html(
        asked,
        "home.html",
        title=page.text("web.home-title"),
        city=page.names(page.of_kind(PG.Municipality)),
        visions=[_counted(each, asked, page) for each in answers],
        year=years.pop() if len(years) == 1 else "",
        questions=[(name, _sentence(name, page)) for name in _EXAMPLES],
        ways=list(_ways(page)),
        kinds=[(pick(KINDS[kind], page.lang), len(page.of_kind(kind))) for kind in _COUNTED],
        links=list(_links(page)),
        footer=footer(page).splitlines(),
    )


def _counted(answer: VisionAnswer, asked: Asked, page: Page) -> _Counted:
    """Say how many actions documents lead to a vision, and how many only estimates do."""
    documented = [
        each for each in answer.actions if STRENGTH[each.ground.effective] > STRENGTH[PG.Estimated]
    ]
    said = serves_notes(answer, page)[0][0]
    if documented:
        told = [page.text("web.home-by-documents", count=len(documented))]
        if rest := len(answer.actions) - len(documented):
            told.append(page.text("web.home-by-estimates", count=rest))
        said = joined(told, page.lang)
    vision = answer.vision
    address = asked.url("/serves", vision=_called(vision, page))
    return _Counted(vision.mark, vision.label(page.lang), address, said)


def _called(vision: Element, page: Page) -> str:
    """Return how an address names a vision: by its number where no other one has it."""
    marks = [page.known[iri].mark for iri in page.of_kind(PG.Vision)]
    return vision.mark if marks.count(vision.mark) == 1 else vision.iri


def _sentence(name: str, page: Page) -> str:
    return pick(find_question(name).sentence, page.lang)


def _ways(page: Page) -> Iterator[tuple[str, str, str]]:
    """Yield the pages to go to: path, key of the name, what one finds there."""
    questions = sum(1 for _ in QUERIES.glob("*.rq"))
    for path, key in NAVIGATION:
        yield path, key, page.text(f"web.home-{path.removeprefix('/')}", count=questions)


def _links(page: Page) -> Iterator[tuple[str, str, str, str]]:
    """Yield the grades of evidence that occur: class, name, legend, how many links."""
    counts = {row["basis"].value: row["links"].value for row in select(page.store, _LINKS)}
    for basis, names in BASES.items():
        if basis in counts:
            legend = pick(BASIS_LEGENDS[basis], page.lang)
            yield _local(basis), pick(names, page.lang), legend, counts[basis]


def _local(basis: str) -> str:
    return basis.removeprefix(PG.NS).lower()


# --- Actions by vision --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a cell: words, where they lead, or the grade of evidence that they tell."""

    text: str
    address: str = ""
    grade: str = ""


@dataclass(frozen=True, slots=True)
class _Cell:
    pieces: tuple[_Piece, ...]
    kind: str = ""
    tag: str = "td"


@dataclass(frozen=True, slots=True)
class _Section:
    """One vision: its name, what is said above and below, its rows, and where it is drawn."""

    mark: str
    name: str
    address: str
    above: list[str]
    below: list[str]
    rows: list[list[_Cell]]
    picture: str


def serves(asked: Asked, town: Town) -> Reply:
    """Answer which actions serve which vision: the same as ``plan-graph serves``."""
    form = form_of(asked, "csv", "json")
    page = town.page(asked)
    vision = asked.value("vision")
    chosen = find_element(page.known, vision, kinds=[PG.Vision], place="vision") if vision else None
    answers = ask(page.store, page.known, chosen)
    if form == "csv":
        return csv_file("serves", *serves_rows(answers, page))
    if form == "json":
        return json_file("serves", serves_json(answers, page))
    address = _addresses(asked, page)
    visions = (page.known[iri] for iri in page.of_kind(PG.Vision))
    return html(
        asked,
        "serves.html",
        title=page.text("web.nav-serves"),
        chosen=chosen.iri if chosen else "",
        choices=[
            {
                "iri": each.iri,
                "mark": each.mark,
                "name": each.label(page.lang),
                "address": asked.here(vision=_called(each, page)),
            }
            for each in sorted(visions, key=lambda each: (each.order, each.iri))
        ],
        head=serves_head(page),
        comma=joined(["", ""], page.lang),
        answers=[_section(each, asked, page, address) for each in answers],
        footer=[*footer(page).splitlines(), page.text("pairs-counted")],
    )


def _addresses(asked: Asked, page: Page) -> Callable[[str], str]:
    """Return what tells the address of the page of an element."""
    base = base_of(page.store)

    def address(iri: str) -> str:
        path = path_of(iri, base)
        return asked.url(path) if path else ""

    return address


def _section(
    answer: VisionAnswer, asked: Asked, page: Page, address: Callable[[str], str]
) -> _Section:
    above, below = serves_notes(answer, page)
    vision = answer.vision
    return _Section(
        mark=vision.mark,
        name=vision.label(page.lang),
        address=address(vision.iri),
        above=above,
        below=below,
        rows=[_row(each, page, address) for each in answer.actions],
        picture=asked.url("/mandala", question="actions-of-vision", vision=_called(vision, page)),
    )


def _row(action: Serving, page: Page, address: Callable[[str], str]) -> list[_Cell]:
    """Return what `answers.serves_rows` has in a row, with links."""

    def cell(iris: Iterable[str], tag: str = "td", *, numbered: bool = False) -> _Cell:
        known = [page.known[iri] for iri in iris if iri]
        names = [
            f"{each.mark} {each.label(page.lang)}" if numbered else each.label(page.lang)
            for each in known
        ]
        pieces = zip(names, known, strict=True)
        return _Cell(tuple(_Piece(name, address(each.iri)) for name, each in pieces), tag=tag)

    grade = _local(action.ground.effective)
    return [
        _Cell((_Piece(page.known[action.action].mark),), "number"),
        *([_Cell((_Piece(action.short),), "short")] if page.lang == "ja" else []),
        cell([action.action], "th"),
        cell([action.measure], numbered=True),
        cell(action.departments),
        _Cell((_Piece(basis_text(action.ground, page.lang), grade=grade),)),
        _Cell((_Piece(way_text(action, page)),)),
    ]


# --- Coverage -----------------------------------------------------------------------------------


def coverage(asked: Asked, town: Town) -> Reply:
    """Tell what is missing and what rests on estimates: the same as ``plan-graph coverage``."""
    form = form_of(asked, "csv", "json", "xlsx")
    page = town.page(asked)
    found = cover(page.store, page.known)
    if form == "csv":
        head, rows = coverage_answers.missing_rows(found, page)
        return csv_file("coverage", head, [[str(cell) for cell in row] for row in rows])
    if form == "json":
        return json_file("coverage", coverage_answers.coverage_json(found, page))
    if form == "xlsx":
        return xlsx_file("coverage", coverage_answers.coverage_sheets(found, page))
    return html(
        asked,
        "coverage.html",
        title=page.text("coverage"),
        sections=sections(found, page),
        footer=notes(found, page),
    )
