"""The shell around every page: layout, navigation, language, files to take away, and errors."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Final

import jinja2

from plan_graph.errors import PlanGraphError
from plan_graph.messages import fault, text
from plan_graph.tables import csv_text, harmless, json_text
from plan_graph.web.asked import Asked, Reply
from plan_graph.workbook import Notes, Sheet, workbook

_TEMPLATES: Final = Path(__file__).parent / "templates"
#: Paths of the navigation, each with the key of its name; `messages.web` has a sentence on it.
NAVIGATION: Final = (
    ("/serves", "web.nav-serves"),
    ("/tables", "web.nav-tables"),
    ("/progress", "web.nav-progress"),
    ("/query", "web.nav-query"),
    ("/network", "web.nav-network"),
    ("/coverage", "web.nav-coverage"),
    ("/mandala", "web.nav-mandala"),
    ("/search", "web.nav-search"),
)
#: Errors that the server itself tells of, with a title and a sentence in `messages.web`.
FAILURES: Final = (400, 404, 405, 413, 414, 421, 500, 503, 504)


@cache
def _templates() -> jinja2.Environment:
    loader = jinja2.FileSystemLoader(_TEMPLATES)
    return jinja2.Environment(
        loader=loader,
        auto_reload=False,
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def html(
    asked: Asked, template: str, /, *, title: str, status: int = 200, **values: object
) -> Reply:
    """Return the page that *template* makes of *values*, in the shell.

    A template sees ``asked``, ``say(key, **values)`` for a text of the catalogue, and
    ``url(path, **parameters)``; everything is escaped. Lines given as *footer* (`answers.footer`)
    stand at the foot.
    """
    lang = asked.lang

    def say(key: str, **filled: object) -> str:
        return text(key, lang, **filled)

    content = (
        _templates()
        .get_template(template)
        .render(asked=asked, say=say, url=asked.url, title=title, navigation=NAVIGATION, **values)
    )
    return Reply(harmless(content).encode(), status=status)


# --- Files to take away -----------------------------------------------------------------------


def form_of(asked: Asked, *forms: str) -> str:
    """Return the form that is asked for: html or one of *forms*; raises PlanGraphError."""
    wanted = asked.value("format", "html")
    if wanted not in ("html", *forms):
        known = ", ".join(("html", *forms))
        raise PlanGraphError([fault("format", "web.no-format", text=wanted, known=known)])
    return wanted


def csv_file(name: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> Reply:
    """Return a table as the command line writes it to a file, with the BOM that Excel needs."""
    content = "\ufeff" + csv_text(head, rows)
    return file_of(content.encode(), "text/csv; charset=utf-8", f"{name}.csv")


def json_file(name: str, content: object) -> Reply:
    """Return plain data as the command line writes it."""
    return file_of(json_text(content).encode(), "application/json", f"{name}.json")


def xlsx_file(name: str, content: tuple[list[Sheet], Notes]) -> Reply:
    """Return a workbook as the command line writes it."""
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return file_of(workbook(*content), kind, f"{name}.xlsx")


def file_of(content: bytes, media_type: str, name: str) -> Reply:
    """Return a file to take away under *name*."""
    headers = (("content-disposition", f'attachment; filename="{name}"'),)
    return Reply(content, media_type, headers=headers)


# --- Errors -----------------------------------------------------------------------------------


def refused(asked: Asked, error: PlanGraphError, *, status: int = 400) -> Reply:
    """Tell what is wrong with a request, every fault of it, to a person or to a program."""
    title = text("web.refused", asked.lang)
    if not asked.wants_html:
        errors = [{"where": each.where, "ja": each.ja, "en": each.en} for each in error.faults]
        return problem(status, title, error.text(asked.lang), errors=errors)
    faults = [each.text(asked.lang) for each in error.faults]
    return html(asked, "error.html", title=title, status=status, faults=faults, what_next="")


def failed(asked: Asked, status: int, **values: object) -> Reply:
    """Tell why there is no answer, by one of FAILURES, to a person or to a program."""
    status = status if status in FAILURES else 500
    title, what_next = (
        text(f"web.{key}-{status}", asked.lang, **values) for key in ("failed", "next")
    )
    if not asked.wants_html:
        return problem(status, title, what_next)
    return html(asked, "error.html", title=title, status=status, faults=[], what_next=what_next)


def problem(status: int, title: str, detail: str, /, **members: object) -> Reply:
    """Tell a program of an error as RFC 9457 has it, with what else *members* say."""
    told = {"title": title, "status": status, "detail": detail, **members}
    return Reply(json_text(told).encode(), "application/problem+json", status)
