"""The マンダラ as the server shows it: the offline page, which also leads to pages of elements."""

import re
from collections import OrderedDict
from collections.abc import Iterable
from html import unescape
from typing import Final

from plan_graph.answers import Page
from plan_graph.asking import inquire
from plan_graph.mandala import write
from plan_graph.questions import find_question
from plan_graph.web.asked import Asked, Reply, Town
from plan_graph.web.here import Here
from plan_graph.web.network_asking import finding_of
from plan_graph.web.question_form import said_in, values_of

_POLICY: Final = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]*)"')
#: Pages are large and take a moment to make; the last ones are kept.
_KEPT: Final = 12
_pages: OrderedDict[tuple[object, ...], Reply] = OrderedDict()


def mandala(asked: Asked, town: Town) -> Reply:
    """Return the page that ``plan-graph mandala`` writes, with the elements of an answer lit.

    Beside what the file has, each element has a link to its own page here.

        The answer is that of ``question=NAME`` or of ``finding=NAME`` with its parameters, or of a
        SPARQL ``query``.
    """
    here = Here.of(asked, town)
    page = here.page
    found = tuple(_found(asked, page))
    view = asked.value("view", "mandala")
    key = (town.path, asked.basis, asked.lang, asked.audience, view, found)
    if key not in _pages:
        addresses = {iri: here.link(iri) for iri in here.drawn}
        made = write(page, view=view, found=found, addresses=addresses)
        _pages[key] = _reply(str(made.content))
        if len(_pages) > _KEPT:
            _pages.popitem(last=False)
    _pages.move_to_end(key)
    return _pages[key]


def _found(asked: Asked, page: Page) -> Iterable[str]:
    """Return the IRIs of the elements that the answer holds."""
    if name := asked.value("question"):
        return inquire(page, find_question(name), values_of(said_in(asked))).found
    if name := asked.value("finding"):
        answer = finding_of(name, asked, page)
        return answer.found.lit if answer else ()
    if query := asked.value("query"):
        return inquire(page, query).found
    return ()


def _reply(content: str) -> Reply:
    """Return the page with its own policy: the hashes of its one script and its one style."""
    policy = _POLICY.search(content)
    assert policy, "the page of the mandala is sealed"
    sealed = f"{unescape(policy[1])}; frame-ancestors 'none'"
    return Reply(content.encode(), headers=(("content-security-policy", sealed),))
