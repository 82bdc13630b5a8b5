"""The shell around every page: layout, navigation, language, and how errors look."""

from functools import cache
from pathlib import Path
from typing import Final

import jinja2

from plan_graph.errors import PlanGraphError
from plan_graph.messages import text
from plan_graph.web.asked import Asked, Reply

_TEMPLATES: Final = Path(__file__).parent / "templates"
#: Paths of the navigation and the keys of their names in `messages.web`.
NAVIGATION: Final = (
    ("/serves", "web.nav-serves"),
    ("/query", "web.nav-query"),
    ("/tables", "web.nav-tables"),
    ("/coverage", "web.nav-coverage"),
    ("/mandala", "web.nav-mandala"),
    ("/search", "web.nav-search"),
)


@cache
def _templates() -> jinja2.Environment:
    loader = jinja2.FileSystemLoader(_TEMPLATES)
    return jinja2.Environment(loader=loader, autoescape=True, undefined=jinja2.StrictUndefined)


def html(
    asked: Asked, template: str, /, *, title: str, status: int = 200, **values: object
) -> Reply:
    """Return the page that *template* makes of *values*, in the shell.

    A template sees ``asked``, ``say(key, **values)`` for a text of the catalogue, and
    ``url(path, **parameters)``; everything is escaped.
    """

    def say(key: str, **filled: object) -> str:
        return text(key, asked.lang, **filled)

    content = (
        _templates()
        .get_template(template)
        .render(asked=asked, say=say, url=asked.url, title=title, navigation=NAVIGATION, **values)
    )
    return Reply(content.encode(), status=status)


def refused(asked: Asked, error: PlanGraphError, *, status: int = 400) -> Reply:
    """Return the page that tells what is wrong with a request, every fault of it."""
    faults = [each.text(asked.lang) for each in error.faults]
    title = text("web.refused", asked.lang)
    return html(asked, "error.html", title=title, status=status, faults=faults)
