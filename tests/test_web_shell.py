"""The pages of the server as people get them: the shell, the first page, actions by vision."""

import csv
import io
import json
import re
import socket
from collections import OrderedDict
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from plan_graph import api
from plan_graph.resources import GRAPH
from plan_graph.web.asked import Asked, Town
from plan_graph.web.front_pages import coverage, home, serves
from plan_graph.web.picture_pages import mandala
from plan_graph.web.server import listen

PAGES = ("/", "/serves", "/coverage", "/tables", "/progress")


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


def test_language_and_basis_are_kept_from_page_to_page_and_change_in_place(site):
    page = seen(site, "/serves?vision=%E2%91%A1&lang=en&basis=matched")
    links = [each["href"] for each in page.all("a")]
    assert "/coverage?lang=en&basis=matched" in links
    assert "/serves?vision=%E2%91%A1&basis=matched" in links  # the same in Japanese
    assert "/serves?vision=%E2%91%A1&lang=en&basis=stated" in links
    assert "/serves?lang=en&basis=matched" in links  # all visions
    assert "/id/122068/action/ap3-19?lang=en&basis=matched" in links


def test_no_link_leads_nowhere(site):
    links = {
        each["href"]
        for path in (*PAGES, "/serves?lang=en&basis=stated", "/nope")
        for each in Document(site.get(path).text).all("a")
        if each["href"].startswith("/") and "/nope" not in each["href"]
    }
    assert len(links) > 100
    # One of each kind: /serves, /id/122068/action/… and so on.
    paths = {link: re.sub(r"(/.*/)[^/]*", r"\1", link.partition("?")[0]) for link in links}
    kinds = {kind: link for link, kind in sorted(paths.items())}
    assert {"/", "/serves", "/mandala", "/query/", "/id/122068/department/"} <= set(kinds)
    lost = {link: site.head(link).status_code for link in kinds.values()}
    assert {link: status for link, status in lost.items() if status != 200} == {}


def test_a_mistake_in_an_address_is_not_taken_along():
    asked = Asked("/serves", (("lang", "fr"), ("basis", "<b>"), ("path", "a"), ("self", "b")))
    assert asked.lang == "ja"
    assert asked.url("/coverage") == "/coverage"
    assert asked.here() == "/serves?path=a&self=b"


def test_the_server_begins_in_the_language_that_it_was_started_with():
    asked = Asked("/", home_lang="en")
    assert asked.lang == "en"
    assert asked.here() == "/"
    assert asked.here(lang="ja") == "/?lang=ja"
    assert Asked("/", (("lang", "ja"),), home_lang="en").url("/serves") == "/serves?lang=ja"


def test_no_address_opens_what_is_for_the_office():
    town = Town(GRAPH)
    assert not town.page(Asked("/", (("audience", "office"),))).for_office
    assert town.page(Asked("/", audience="office")).for_office
    assert ">庁内用<" in serves(Asked("/serves", audience="office"), town).body.decode()
    assert "庁内用" not in serves(Asked("/serves"), town).body.decode()


def test_an_address_with_a_slash_too_many_leads_to_the_page(site):
    reply = site.get("/serves/", follow_redirects=True)
    assert reply.status_code == 200
    assert reply.url.path == "/serves"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("site.css", "text/css; charset=utf-8"),
        ("charts.css", "text/css; charset=utf-8"),
        ("icon.svg", "image/svg+xml"),
    ],
)
def test_files_of_the_style_are_what_browsers_need_them_to_be(site, name, kind):
    reply = site.get(f"/static/{name}")
    assert reply.status_code == 200
    assert reply.headers["content-type"] == kind


def test_who_has_an_answer_already_is_told_to_keep_it(site):
    first = site.get("/serves")
    again = site.get("/serves", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = site.get("/serves?lang=en", headers={"If-None-Match": first.headers["etag"]})
    assert other.status_code == 200
    head = site.head("/serves")
    assert head.content == b""
    assert head.headers["content-length"] == first.headers["content-length"]


# --- The first page -------------------------------------------------------------------------


def test_the_first_page_says_whose_it_is_and_what_is_in_it(site):
    said = re.sub(r"\s+", "", seen(site, "/").said)
    for words in (
        "公表された資料から組み立てた非公式の再構成です。木更津市のものではありません。",
        "2042年のビジョン市民の提言です。",
        # As the README has them: seven actions, four of them by matching names.
        "②自然とともにあるまち資料から4件、推定3件",
        "⑥わくわくして暮せるまち資料からたどれる取組はまだありません（推定0件。市の見解では",
        # As the design has them: 55 actions of both plans.
        "ビジョン7めざす効果12地域課題5プロジェクト3施策66取組55",
        "記載762",
        "推定361編集者の読み取りです。市の見解ではありません",
        "令和6年度版・基準日は資料に記載なし・非公式の再構成。根拠の下限：推定。",
    ):
        assert words in said


def test_the_first_page_leads_to_the_pages_to_questions_and_to_what_one_searches(site):
    page = seen(site, "/?lang=en")
    links = {each["href"] for each in page.all("a")}
    for path in ("/serves", "/query", "/coverage", "/mandala", "/search"):
        assert f"{path}?lang=en" in links
    assert sum(each.startswith("/query/") for each in links) == 5
    assert "/serves?vision=%E2%91%A5&lang=en" in links
    [form] = [each for each in page.all("form") if each["action"] == "/search"]
    assert form["role"] == "search"
    names = {each["name"]: each.get("value") for each in page.all("input")}
    assert names == {"lang": "en", "q": ""}


# --- Actions by vision ----------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("basis", ["matched", "estimated"])
def test_the_page_has_the_rows_of_the_command(site, run, lang, basis):
    page = seen(site, f"/serves?lang={lang}&basis={basis}")
    answer = run("serves", "--format", "csv", "--lang", lang, "--basis", basis).stdout
    [head, *rows] = csv.reader(io.StringIO(answer))
    assert [row for row in page.rows if row != head[1:]] == [row[1:] for row in rows]
    assert len(rows) > 20


def test_the_page_has_the_sentences_of_the_command(site, run):
    for vision in "①②③④⑤⑥⑦":
        page = seen(site, f"/serves?vision={vision}&basis=matched")
        lines = run("serves", vision, "--basis", "matched").stdout.splitlines()
        told = [line.strip() for line in lines if "件" in line or "：" in line]
        assert len(told) >= 3
        for line in told:
            assert line in page.said


def test_one_question_has_one_answer_on_the_page_in_python_and_by_the_command(site, run):
    for vision in ("②", "③", "⑥"):
        [answer] = api.serves(api.load_graph(), vision)
        actions = [each.action for each in answer.actions]
        for told in (
            json.loads(run("serves", vision, "--format", "json").stdout),
            site.get("/serves", params={"vision": vision, "format": "json"}).json(),
        ):
            [found] = told["visions"]
            assert [each["id"] for each in found["actions"]] == actions
        page = seen(site, f"/serves?vision={vision}")
        paths = [each.removeprefix("https://w3id.org/plan-graph") for each in actions]
        links = [each["href"] for each in page.all("a") if "/action/" in each["href"]]
        assert links == paths


@pytest.mark.parametrize(
    ("command", "form"),
    [
        (["serves", "②"], "csv"),
        (["serves"], "json"),
        (["coverage"], "csv"),
        (["coverage"], "json"),
        (["coverage"], "xlsx"),
    ],
)
def test_a_file_to_take_away_is_the_one_that_the_command_writes(site, run, tmp_path, command, form):
    name, *vision = command
    path = tmp_path / "file"
    assert run(*command, "--format", form, "--lang", "en", "-o", path).exit_code == 0
    asked = {"format": form, "lang": "en", **({"vision": vision[0]} if vision else {})}
    reply = site.get(f"/{name}", params=asked)
    assert reply.content == path.read_bytes()
    assert reply.headers["content-disposition"] == f'attachment; filename="{name}.{form}"'


@pytest.mark.parametrize(
    ("address", "words"),
    [
        (
            "/serves?vision=2&format=docx",
            "「docx」という形式はありません。使えるのは html, csv, json",
        ),
        ("/serves?basis=none", "basis: "),
        ("/serves?vision=取組7", "vision: "),
        ("/coverage?format=pdf", "html, csv, json, xlsx"),
        ("/mandala?view=moon", "moon"),
        ("/mandala?question=actions-of-visions", "もしかして actions-of-vision"),
        ("/mandala?question=actions-of-vision", "vision"),
        ("/mandala?query=SELECT%20*%20{", "SPARQL"),
        ("/mandala?query=INSERT%20DATA%20{%20%20}", "SPARQL"),
    ],
)
def test_a_request_that_cannot_be_answered_says_why_and_offers_a_search(site, address, words):
    reply = site.get(address)
    assert reply.status_code == 400
    page = Document(reply.text)
    assert words in page.said
    assert [each["action"] for each in page.all("form")] == ["/search"]


def test_what_an_address_says_is_shown_and_never_run(site):
    evil = "<script>alert('森')</script>\"><img src=x onerror=a>"
    for path, name in (("/serves", "vision"), ("/serves", "format"), ("/nope", "q")):
        reply = site.get(path, params={name: evil, "lang": evil})
        page = Document(reply.text)
        assert page.all("script") == page.all("img") == []
        assert path == "/nope" or "<script>alert('森')</script>" in page.said


@pytest.mark.parametrize("answer", [home, serves, coverage])
def test_what_a_graph_says_is_shown_and_never_run(answer, town):
    graph = town / "mandala.ttl"
    text = graph.read_text(encoding="utf-8")
    for name in ("時間がゆっくり流れるまち", "語り部の見つけ方", "青葉ヶ浦市"):
        assert f'"{name}"' in text
        text = text.replace(f'"{name}"', '"<script>alert(1)</script>\\u0007\\u202E<img src=x>"')
    graph.write_text(text, encoding="utf-8")
    reply = answer(Asked("/serves", parameters=(("basis", "estimated"),)), Town(graph))
    content = reply.body.decode()
    page = Document(content)
    assert "<script>alert(1)</script>" in page.said
    assert page.all("script") == page.all("img") == []
    assert not {"\u0007", "\u202e"} & set(content)


# --- The mandala ----------------------------------------------------------------------------


def test_an_answer_lit_on_the_mandala_is_the_page_of_the_command_under_its_own_policy(
    site, run, tmp_path
):
    path = tmp_path / "lit.html"
    asked = ["actions-of-vision", "--set", "vision=②", "--on-mandala", path]
    assert run("query", *asked).exit_code == 0
    reply = site.get("/mandala", params={"question": "actions-of-vision", "vision": "②"})
    told, filed = (
        json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', page)[1])
        for page in (reply.text, path.read_text(encoding="utf-8"))
    )
    pages = told.pop("pages")  # the one thing that a server adds: where each element has its page
    assert told == filed
    where = {item["k"]: address for item, address in zip(told["items"], pages, strict=True)}
    assert where["action/ap3-24"] == "/id/122068/action/ap3-24"
    assert where["sdg/13"] == "/sdg/13"
    assert "" not in pages
    meta = re.search(r'Content-Security-Policy" content="([^"]*)"', reply.text)[1]
    assert reply.headers["content-security-policy"] == f"{meta}; frame-ancestors 'none'"
    assert "script-src 'sha256-" in meta


@pytest.fixture
def written(monkeypatch):
    """What the page of the mandala is written with, without writing it."""
    made = []

    class Made:
        content = '<meta http-equiv="Content-Security-Policy" content="default-src">'

    def write(_, **options):
        made.append(options)
        return Made

    monkeypatch.setattr("plan_graph.web.picture_pages.write", write)
    monkeypatch.setattr("plan_graph.web.picture_pages._pages", OrderedDict())
    return made


def test_the_mandala_opens_with_a_view_and_with_the_answer_of_any_query(written):
    query = "SELECT ?a { ?a pg:aimsAt ?o } ORDER BY ?a LIMIT 1"
    mandala(Asked("/mandala", (("view", "rings"), ("query", query))), Town(GRAPH))
    [options] = written
    assert options["view"] == "rings"
    assert [iri.rpartition("/")[2] for iri in options["found"]] == ["ap3-1"]


def test_only_the_last_pages_of_the_mandala_are_kept(monkeypatch, written):
    monkeypatch.setattr("plan_graph.web.picture_pages._KEPT", 2)
    town = Town(GRAPH)
    for view in ("a", "b", "a", "c", "a", "b"):
        mandala(Asked("/mandala", (("view", view),)), town)
    assert [each["view"] for each in written] == ["a", "b", "c", "b"]
