"""``/tables``: any two kinds crossed, and the named tables: the same as ``plan-graph table``."""

from dataclasses import dataclass, field
from typing import Final

from plan_graph import cross_notes, preset_answers
from plan_graph.cross import CrossTable, cross_table
from plan_graph.cross_answers import cross_json, cross_rows, cross_sheets, usual_cells
from plan_graph.elements import cell_of
from plan_graph.errors import PlanGraphError
from plan_graph.kinds import find_kind, kind_name
from plan_graph.lookup import Element, find_element
from plan_graph.messages import KINDS
from plan_graph.presets import PRESETS, preset_table
from plan_graph.vocab import DATA_KINDS
from plan_graph.web.asked import Asked, Reply, Town
from plan_graph.web.choices import Faults, options, told_faults
from plan_graph.web.here import Here
from plan_graph.web.shell import csv_file, form_of, html, json_file, refused, xlsx_file
from plan_graph.web.table_view import Opened, Shown, cross_shown, opened_cell, preset_shown

_FORMS: Final = ("csv", "json", "xlsx")
_CELLS: Final = ("count", "list", "marks")
#: What a table with a name does not go with.
_CROSSING: Final = ("rows", "columns", "through", "cells", "drop-empty")


@dataclass(frozen=True, slots=True)
class _Crossing:
    """What is to be crossed, each kind by its class."""

    rows: str
    columns: str
    through: str
    cells: str
    keep_empty: bool


@dataclass(frozen=True, slots=True)
class _Answer:
    """A table as the page tells it."""

    title: str
    above: list[str]
    shown: Shown
    footer: list[str]
    opened: Opened | None = None
    says: list[str] = field(default_factory=list)


def tables(asked: Asked, town: Town) -> Reply:
    """Answer with a cross table or a named table, as a page or a file; or offer them."""
    form = form_of(asked, *_FORMS)
    here = Here.of(asked, town)
    answer: _Answer | None = None
    faults: list[str] = []
    try:
        if form != "html":
            return _file(form, here)
        answer = _answer(here)
    except PlanGraphError as error:
        if form != "html" or not asked.wants_html:
            return refused(asked, error)
        faults = told_faults(error, asked.lang)
    title = here.page.text("web.nav-tables")
    return html(
        asked,
        "tables.html",
        title=title,
        status=400 if faults else 200,
        faults=faults,
        answer=answer,
        fields=_fields(here),
        cells=options(
            ((name, here.page.text(f"tablepages.cells-{name}")) for name in _CELLS),
            asked.value("cells"),
        ),
        presets=_presets(here),
        **({"footer": answer.footer} if answer else {}),
    )


# --- What is asked ----------------------------------------------------------------------------


def _preset(here: Here) -> str:
    """Return the name of the table that is asked for, if one is; raise PlanGraphError."""
    asked = here.asked
    name = asked.value("preset")
    faults = Faults()
    if name:
        for each in _CROSSING:
            if asked.value(each):
                faults.add(each, "tablepages.with-preset")
        if name in PRESETS and PRESETS[name].office_only and not here.page.for_office:
            faults.add("preset", "tablepages.office-only")
    faults.stop()
    return name


def _crossing(asked: Asked) -> _Crossing:
    """Return what is to be crossed; raise PlanGraphError with every fault."""
    faults = Faults()

    def kind(name: str) -> str:
        given = asked.value(name).strip()
        if not given:
            if name != "through":
                faults.add(name, "tablepages.missing")
            return ""
        return faults.reading(lambda: find_kind(given, place=name), "")

    rows, columns, through = (kind(name) for name in ("rows", "columns", "through"))
    cells = asked.value("cells")
    if cells and cells not in _CELLS:
        faults.add("cells", "tablepages.no-choice", text=cells, known=", ".join(_CELLS))
    faults.stop()
    return _Crossing(rows, columns, through, cells, keep_empty=not asked.value("drop-empty"))


def _crossed(wanted: _Crossing, here: Here) -> CrossTable:
    return cross_table(
        here.page.store,
        here.page.known,
        wanted.rows,
        wanted.columns,
        through=wanted.through,
        keep_empty=wanted.keep_empty,
    )


def _ends(wanted: _Crossing, here: Here) -> tuple[Element, Element] | None:
    """Return the row and the column of the cell that is to be opened, if one is."""
    named = [here.asked.value(name) for name in ("row", "column")]
    if not all(named):
        return None
    faults = Faults()
    row = faults.reading(lambda: _element(named[0], wanted.rows, "row", here), None)
    column = faults.reading(lambda: _element(named[1], wanted.columns, "column", here), None)
    faults.stop()
    return (row, column) if row and column else None


def _element(text: str, kind: str, place: str, here: Here) -> Element:
    """Return the element of a kind that an address names as the page does, or as people do."""
    for iri, each in here.page.known.items():
        if each.kind == kind and cell_of(here.base, iri) == text:
            return each
    return find_element(here.page.known, text, kinds=[kind], place=place)


# --- The answer -------------------------------------------------------------------------------


def _file(form: str, here: Here) -> Reply:
    """Return the table as a file: the one that the command writes."""
    page = here.page
    if name := _preset(here):
        table = preset_table(name, page.store, page.known, office=page.for_office)
        if form == "csv":
            return csv_file(name, *preset_answers.preset_rows(table, page))
        if form == "json":
            return json_file(name, preset_answers.preset_json(name, table, page))
        return xlsx_file(name, preset_answers.preset_sheets(name, table, page))
    wanted = _crossing(here.asked)
    found, cells = _crossed(wanted, here), wanted.cells
    if form == "csv":
        return csv_file("table", *cross_rows(found, page, cells=cells))
    if form == "json":
        return json_file("table", cross_json(found, page))
    return xlsx_file("table", cross_sheets(found, page, cells=cells))


def _answer(here: Here) -> _Answer | None:
    page = here.page
    if name := _preset(here):
        table = preset_table(name, page.store, page.known, office=page.for_office)
        return _Answer(
            preset_answers.title(name, page),
            [page.text(f"presets.{name}-answers"), *preset_answers.banner(table, page)],
            preset_shown(table, here),
            preset_answers.notes(table, page),
        )
    if not any(here.asked.value(name) for name in _CROSSING):
        return None
    wanted = _crossing(here.asked)
    ends = _ends(wanted, here)
    found = _crossed(wanted, here)
    told = wanted.cells or usual_cells(found)
    shown = cross_shown(found, here, told, ends)
    says = [page.text("tablepages.open-cells")]
    says += [page.text("tablepages.heat")] if shown.heat else []
    return _Answer(
        cross_notes.title(found, page),
        cross_notes.banner(found, page),
        shown,
        cross_notes.notes(found, page, told),
        opened_cell(found, ends, here) if ends else None,
        says,
    )


# --- What is offered --------------------------------------------------------------------------


def _fields(here: Here) -> list[dict[str, object]]:
    """Return the fields of kinds: those that elements of the view have, as addresses name them."""
    there = {each.kind for each in here.page.known.values()}
    kinds = [
        (DATA_KINDS.get(cls) or KINDS[cls][1], kind_name(cls, here.page.lang))
        for cls in KINDS
        if cls in there
    ]
    return [
        {"name": name, "options": options(kinds, _typed(here.asked.value(name)))}
        for name in ("rows", "columns", "through")
    ]


def _typed(given: str) -> str:
    """Return the name of a kind as the form offers it, however an address says it."""
    try:
        cls = find_kind(given)
    except PlanGraphError:
        return ""
    return DATA_KINDS.get(cls) or KINDS[cls][1]


def _presets(here: Here) -> list[dict[str, object]]:
    page, chosen = here.page, here.asked.value("preset")
    return [
        {
            "title": page.text(f"presets.{name}"),
            "answers": page.text(f"presets.{name}-answers"),
            "href": here.asked.url("/tables", preset=name),
            "chosen": name == chosen,
            "office": each.office_only,
            "closed": each.office_only and not page.for_office,
        }
        for name, each in PRESETS.items()
    ]
