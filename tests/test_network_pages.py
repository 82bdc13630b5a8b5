"""The pages on the structure: the same sentences as the commands, to whom, and small pictures."""

import json
import re
from collections import OrderedDict
from html import unescape
from html.parser import HTMLParser
from urllib.parse import unquote

import pytest
from pyoxigraph import Literal, Quad, RdfFormat, Store, serialize

from plan_graph import network
from plan_graph.errors import PlanGraphError
from plan_graph.graph import load_store
from plan_graph.lookup import find_both
from plan_graph.resources import GRAPH
from plan_graph.web import picture_pages
from plan_graph.web.asked import Asked, Town
from plan_graph.web.network_pages import finding, findings
from plan_graph.web.network_picture import picture
from plan_graph.web.picture_pages import mandala

#: What each finding is asked of besides the graph: on the page, and by the command.
OF = {
    "ways": ((("a", "取組19"), ("b", "ビジョン②")), ("取組19", "ビジョン②")),
    "missed": ((), ("--audience", "office")),
}
PUBLIC = [name for name in network.FINDINGS if name not in network.OFFICE_ONLY]


@pytest.fixture(scope="module")
def town():
    return Town(GRAPH)


def asked(name, *parameters, audience="public", **more):
    parts = (("name", name),)
    path = f"/network/{name}"
    return Asked(path, parameters, parts, audience=audience, accept="text/html", **more)


class Reader(HTMLParser):
    """The texts of what bears a class, and how many there are of each tag."""

    def __init__(self, content):
        super().__init__()
        self.texts, self.tags, self._open = {}, [], []
        self.feed(content)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in {"meta", "link", "input", "option", "path", "circle", "rect", "br"}:
            self._open.append((tag, dict(attrs).get("class", ""), []))

    def handle_endtag(self, tag):
        if self._open and self._open[-1][0] == tag:
            _, look, text = self._open.pop()
            self.texts.setdefault(look, []).append("".join(text).strip())

    def handle_data(self, data):
        hidden = any(look.split()[:1] in (["badge"], ["unseen"]) for _, look, _ in self._open)
        for _, _, text in [] if hidden else self._open:
            text.append(data)


def read(reply):
    return Reader(reply.body.decode())


# --- The same as the command ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "lang"), [*((name, "ja") for name in network.FINDINGS), ("alike", "en")]
)
def test_a_page_says_what_the_command_says(town, run, name, lang):
    parameters, arguments = OF.get(name, ((), ()))
    done = run("network", name, *arguments, "--lang", lang, "--format", "json")
    items = json.loads(done.stdout)["items"]
    assert items
    audience = "office" if name == "missed" else "public"
    said = (*parameters, ("lang", lang))
    page = read(finding(asked(name, *said, audience=audience), town))
    told = [
        re.sub(r"(共通の原因：| Common cause: )_*＿*$", "", each) for each in page.texts["sentence"]
    ]
    if name == "ways":
        whole = unescape(finding(asked(name, *said), town).body.decode())
        for item, short in zip(items, told, strict=True):
            assert item["sentence"].startswith(short)
            for step in re.split(r" (?=\d\. )", item["sentence"].removeprefix(short).strip()):
                assert step in whole
    else:
        assert [each.strip() for each in told] == [item["sentence"] for item in items]
    file = finding(asked(name, *said, ("format", "json"), audience=audience), town)
    assert file.body.decode() == done.stdout
    assert dict(file.headers)["content-disposition"] == f'attachment; filename="{name}.json"'


def test_a_workbook_is_that_of_the_command(town, run, tmp_path):
    import openpyxl

    file, page = tmp_path / "command.xlsx", tmp_path / "page.xlsx"
    run("network", "thin", "--basis", "matched", "--format", "xlsx", "-o", file)
    parameters = (("basis", "matched"), ("format", "xlsx"))
    page.write_bytes(finding(asked("thin", *parameters), town).body)
    books = [openpyxl.load_workbook(each) for each in (file, page)]
    first, second = ([list(sheet.values) for sheet in book] for book in books)
    assert first == second


# --- To whom --------------------------------------------------------------------------------


@pytest.mark.parametrize("name", network.OFFICE_ONLY)
@pytest.mark.parametrize("form", ["html", "json", "xlsx"])
def test_what_is_for_the_office_is_neither_told_nor_computed_elsewhere(
    town, monkeypatch, name, form
):
    def never(*_, **__):
        pytest.fail("computed for the public")

    for each in ("ask", "compare"):
        monkeypatch.setattr(f"plan_graph.web.network_asking.{each}", never)
    parameters = (("without", "取組1"), ("format", form), ("audience", "office"))
    reply = finding(asked(name, *parameters), town)
    assert reply.status == 403
    assert "このページは庁内用です" in reply.body.decode()
    with pytest.raises(PlanGraphError, match="--audience office"):
        mandala(Asked("/mandala", (("finding", name), *parameters)), town)


def test_the_list_has_what_the_reader_may_see(town):
    public, office = (
        findings(Asked("/network", audience=each), town).body.decode()
        for each in ("public", "office")
    )
    for name in PUBLIC:
        assert f'href="/network/{name}"' in public
    for name in network.OFFICE_ONLY:
        assert f"/network/{name}" not in public
        assert f'href="/network/{name}"' in office
    assert "順位は付けません" in public


def test_before_and_after_are_told_to_the_office(town):
    parameters = (("without", "施策1-1"), ("without", ""))
    page = read(finding(asked("what-if", *parameters, audience="office"), town))
    assert any(
        "めざす効果「食育の推進」につながるものは、5件からなくなります" in each
        for each in page.texts["sentence"]
    )
    empty = read(finding(asked("what-if", audience="office"), town))
    assert "sentence" not in empty.texts
    assert sum(tag == "input" and of.get("name") == "without" for tag, of in empty.tags) == 3


# --- Refusals -------------------------------------------------------------------------------


def test_what_means_nothing_is_a_page_with_its_reason(town):
    whole = finding(asked("bridges", ("projection", "whole")), town)
    assert whole.status == 200
    assert "種類の違うものは" in whole.body.decode()
    none = finding(asked("bridges", ("projection", "theme-theme"), ("basis", "matched")), town)
    assert none.status == 200
    assert "計算しません" in none.body.decode()
    assert 'class="net"' not in none.body.decode()


@pytest.mark.parametrize(
    ("name", "parameters", "said"),
    [
        ("cats", (), "cats"),
        ("bridges", (("projection", "cats"),), "cats"),
        ("thin", (("format", "csv"),), "csv"),
        ("ways", (("a", "取組999"), ("b", "②②"), ("format", "json")), "取組999"),
    ],
)
def test_what_there_is_not_is_refused(town, name, parameters, said):
    with pytest.raises(PlanGraphError, match=said):
        finding(asked(name, *parameters), town)


def test_faults_of_a_form_stand_beside_what_was_typed(town):
    bad = '"><script>alert(1)</script>'
    reply = finding(asked("ways", ("a", bad), ("b", "取組999")), town)
    text = reply.body.decode()
    assert reply.status == 400
    assert "<script>alert" not in text
    page = read(reply)
    values = [of.get("value") for tag, of in page.tags if tag == "input"]
    assert values[:2] == [bad, "取組999"]
    assert "どこから" in page.texts["faults"][0]
    assert "どこへ" in page.texts["faults"][0]


# --- The picture ----------------------------------------------------------------------------


@pytest.mark.parametrize("name", PUBLIC)
def test_the_picture_shows_what_the_sentences_tell_of(town, name):
    parameters, _ = OF.get(name, ((), ()))
    page = town.page(asked(name, *parameters))
    first, second = find_both(dict(page.known), "取組19", "ビジョン②")
    answer = network.ask(page.store, page.known, name, ends=(first.iri, second.iri))
    found = answer.found
    drawn = picture(found, page)
    told = {iri for item in found.items[: drawn.items] for iri in item.elements}
    leant = {iri for item in found.items[: drawn.items] for iri, _ in item.evidence}
    between = found.graph.subgraph(told | leant)
    assert set(drawn.nodes) == {iri for iri in between if between.degree(iri)}
    assert len(drawn.nodes) <= 40
    page_of = finding(asked(name, *parameters), town).body.decode()
    names = unescape(drawn.svg)
    assert drawn.svg in page_of
    for iri in drawn.nodes:
        assert f"<title>{page.known[iri].named('ja')}</title>" in names
    lines = len(re.findall(r'<path class="line \w+" d="M[^"]*C', drawn.svg))
    assert lines <= between.number_of_edges()
    assert (lines < between.number_of_edges()) == drawn.is_thinned
    assert drawn.is_thinned == (name == "groups")


def test_the_ground_of_each_line_is_that_of_the_link(town):
    """取組19 ― 施策2-4 ― めざす効果 ― ビジョン②: stated, matched or estimated, stated."""
    parameters, _ = OF["ways"]
    text = finding(asked("ways", *parameters, ("basis", "matched")), town).body.decode()
    assert 'class="line stated"' in text
    assert 'class="line matched"' in text
    assert 'class="line estimated"' not in text


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """The released graph with a hostile name of 取組5, which is in several findings."""
    path = tmp_path_factory.mktemp("hostile") / "graph.ttl"
    store: Store = load_store(GRAPH)
    for quad in list(store):
        if quad.object == Literal("アクアコインの普及推進", language="ja"):
            evil = Literal('</title><script>alert(1)</script>"', language="ja")
            store.remove(quad)
            store.add(Quad(quad.subject, quad.predicate, evil))
        elif quad.object == Literal("アクアコインの普及推進"):
            store.remove(quad)
            store.add(Quad(quad.subject, quad.predicate, Literal("<script>alert(2)</script>")))
    path.write_bytes(serialize((each.triple for each in store), format=RdfFormat.TURTLE))
    return Town(path)


@pytest.mark.parametrize("name", ["simultaneous", "alike"])
def test_names_never_become_markup(hostile, name):
    text = finding(asked(name), hostile).body.decode()
    assert "&lt;script&gt;alert(" in text
    assert "<script>alert" not in text


# --- On the mandala, and in a browser -------------------------------------------------------


def test_a_finding_is_lit_on_the_mandala(town, monkeypatch):
    page = finding(asked("ways", *OF["ways"][0]), town).body.decode()
    (address,) = re.findall(r'href="(/mandala\?[^"]*)"', page)
    assert "finding=ways" in address
    assert "取組19" in unquote(address)
    lit = []
    with monkeypatch.context() as patched:
        real = picture_pages.write
        patched.setattr(picture_pages, "_pages", OrderedDict())
        patched.setattr(
            picture_pages,
            "write",
            lambda page, **options: lit.extend(options["found"]) or real(page, **options),
        )
        shown = mandala(Asked("/mandala", (("finding", "thin"),)), town)
    assert shown.status == 200
    names = {town.view("estimated")[1][iri].named("ja") for iri in lit}
    assert {"ビジョン③「人を呼ぶ魅力のあるまち」", "SDGsのゴール1「貧困をなくそう」"} <= names


@pytest.mark.browser
def test_the_pages_fit_every_width_and_axe_finds_no_fault(chromium, served):
    from axe_playwright_python.sync_playwright import Axe

    paths = ("/network", "/network/simultaneous", "/network/ways?a=取組19&b=ビジョン②&lang=en")
    said = []
    for path, scheme in zip(paths, ("light", "dark", "light"), strict=True):
        context = chromium.new_context(color_scheme=scheme)
        page = context.new_page()
        page.on("console", lambda message: said.append((message.type, message.text)))
        page.goto(served + path)
        found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
        assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
        for width in (390, 1366, 1920):
            page.set_viewport_size({"width": width, "height": 768})
            assert page.evaluate("document.documentElement.scrollWidth") <= width
        context.close()
    assert [text for kind, text in said if kind == "error"] == []
