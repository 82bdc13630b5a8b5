"""``/progress``: actuals, targets and statuses as printed: the same as ``plan-graph progress``."""

from typing import Final

from plan_graph.errors import PlanGraphError
from plan_graph.kinds import kind_name
from plan_graph.lookup import Element, find_element
from plan_graph.progress import BY, Progress, progress, read_year
from plan_graph.progress_answers import counts_rows, lead, progress_rows, progress_sheets
from plan_graph.progress_forms import progress_document
from plan_graph.progress_json import progress_json
from plan_graph.progress_notes import notes, title, year_text
from plan_graph.progress_page import progress_page, sections
from plan_graph.vocab import PG
from plan_graph.web.asked import Asked, Reply, Town
from plan_graph.web.choices import Faults, options, told_faults
from plan_graph.web.here import Here
from plan_graph.web.shell import (
    csv_file,
    file_of,
    form_of,
    html,
    json_file,
    refused,
    xlsx_file,
)

_FORMS: Final = ("csv", "json", "xlsx", "docx")
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_DEPARTMENT: Final = "department"


def progress_pages(asked: Asked, town: Town) -> Reply:
    """Answer what the sheets of a year say, as a page or a file."""
    form = form_of(asked, *_FORMS)
    # A page is what one gets without asking for a form.
    wants_file = bool(asked.value("format"))
    here = Here.of(asked, town)
    try:
        found = _found(here)
        if wants_file:
            return _file(form, found, here)
    except PlanGraphError as error:
        if wants_file or not asked.wants_html:
            return refused(asked, error)
        return _page(here, None, told_faults(error, asked.lang))
    return _page(here, found, [])


def _found(here: Here) -> Progress:
    """Return what is asked for; raise PlanGraphError with every fault."""
    asked, page, faults = here.asked, here.page, Faults()
    by, year, named = (asked.value(name).strip() for name in ("by", "year", "element"))
    offered = _offered(here)
    if by == _DEPARTMENT and by not in offered:
        faults.add("by", "tablepages.office-only")
    elif by and by not in offered:
        faults.add("by", "tablepages.no-choice", text=by, known=", ".join(offered))
    read = faults.reading(lambda: read_year(year), 0) if year else 0
    element: Element | None = None
    if named:
        element = faults.reading(lambda: find_element(page.known, named, place="element"), None)
    if element and element.kind == PG.Department and not page.for_office:
        faults.add("element", "tablepages.office-only")
    faults.stop()
    return progress(
        page.store, page.known, year=read, element=element, by=by, office=page.for_office
    )


def _offered(here: Here) -> list[str]:
    """Return what statuses may be counted by: by department for the office only."""
    return [by for by in BY if by != _DEPARTMENT or here.page.for_office]


def _file(form: str, found: Progress, here: Here) -> Reply:
    """Return the answer as a file: the one that the command writes."""
    page = here.page
    if form == "csv":
        head, rows = counts_rows(found, page) if found.by else progress_rows(found, page)
        return csv_file("progress", head, [[str(cell) for cell in row] for row in rows])
    if form == "json":
        return json_file("progress", progress_json(found, page))
    if form == "xlsx":
        return xlsx_file("progress", progress_sheets(found, page))
    if form == "docx":
        return file_of(progress_document(found, page), _WORD, "progress.docx")
    content = progress_page(found, page).encode()
    return file_of(content, "text/html; charset=utf-8", "progress.html")


def _page(here: Here, found: Progress | None, faults: list[str]) -> Reply:
    asked, page = here.asked, here.page
    whole = progress(page.store, page.known) if found is None else found
    year = str(found.year) if found and asked.value("year") else ""
    # Counts alone are no sheets that could be printed.
    sheets = found is not None and bool(found.rows) and not found.by
    return html(
        asked,
        "progress.html",
        title=title(found, page) if found else page.text("web.nav-progress"),
        status=400 if faults else 200,
        faults=faults,
        lead=lead(found, page) if found else "",
        sections=sections(found, page) if found else "",
        bys=options(
            ((by, kind_name(BY[by][0], page.lang)) for by in _offered(here)), asked.value("by")
        ),
        years=options(((str(each), year_text(each, page)) for each in whole.years), year),
        forms=("csv", "json", "xlsx", "html", *(("docx",) if sheets else ())),
        **({"footer": notes(found, page, found.rollups)} if found else {}),
    )
