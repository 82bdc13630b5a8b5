"""The pages of the server as people get them: the shell, the first page, actions by vision."""

import re
import socket
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from plan_graph.web.server import listen

PAGES = ("/", "/serves", "/coverage")


class Document(HTMLParser):
    """What a browser would see: elements with their attributes, the text, the rows of tables."""

    VOID = frozenset({"meta", "link", "input", "br", "rect", "line", "circle", "path", "img", "hr"})

    def __init__(self, page):
        super().__init__()
        self.found, self.said, self.open, self.rows = [], "", [], []
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in {"td", "th"}:
            self.rows[-1].append("")

    def handle_startendtag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.said += data
        if {"td", "th"} & set(self.open):
            self.rows[-1][-1] += data

    def all(self, tag):
        return [attributes for name, attributes in self.found if name == tag]


def seen(site, address, **headers):
    reply = site.get(address, headers=headers)
    assert reply.status_code == 200, reply.text
    assert reply.headers["content-type"] == "text/html; charset=utf-8"
    return Document(reply.text)


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_page_has_one_heading_a_skip_link_and_no_inline_script_or_style(site, path, lang):
    page = seen(site, f"{path}?lang={lang}")
    assert page.all("html") == [{"lang": lang}]
    assert len(page.all("h1")) == 1
    assert page.all("a")[0] == {"class": "skip", "href": "#main"}
    assert page.all("main")[0]["id"] == "main"
    assert page.all("script") == page.all("style") == []
    assert not [each for _, each in page.found if "style" in each or "onclick" in each]
    levels = [int(tag[1]) for tag, _ in page.found if re.fullmatch("h[1-6]", tag)]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_answers_do_not_wait_for_the_client_to_acknowledge_their_headers():
    """The event loop sets TCP_NODELAY only where the socket names its protocol."""
    listener = listen(0)
    assert listener.proto == socket.IPPROTO_TCP
    listener.close()
