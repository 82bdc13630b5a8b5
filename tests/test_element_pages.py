"""One page per thing, finding, explaining and the vocabulary: typed from the sources."""

import json
import re
from decimal import Decimal
from html import unescape

import pytest

from plan_graph.answers import Page
from plan_graph.history_answers import explain_text
from plan_graph.lookup import find_both
from plan_graph.measured import Measured, Value
from plan_graph.reasons import explain
from plan_graph.resources import GRAPH, ONTOLOGY
from plan_graph.vocab import PG
from plan_graph.web.asked import Asked, Town
from plan_graph.web.element_pages import thing
from plan_graph.web.figure_parts import chart
from plan_graph.web.here import Here
from plan_graph.web.ontology_pages import ontology
from plan_graph.web.search_pages import explained, search

CITY = "/id/122068/"
#: An element of each kind of page that looks its own way.
ELEMENTS = (
    "取組24",
    "ビジョン②",
    "施策3-1",
    "総務部危機管理課",
    "指標24-1",
    "SDG 13",
    "環境",
    "第3期オーガニックなまちづくりアクションプラン",
    "木更津市",
)


@pytest.fixture(scope="module")
def shipped():
    return Town(GRAPH)


def get(town, path, function=thing, audience="public", accept="", **parameters):
    return function(Asked(path, tuple(parameters.items()), accept=accept, audience=audience), town)


def body(town, path, **parameters):
    reply = get(town, path, **parameters)
    assert (reply.status, reply.media_type) == (200, "text/html; charset=utf-8")
    return reply.body.decode()


def text(page):
    """What a person reads, the spaces between tags as one."""
    inside = page.partition("<main")[2].partition("</main>")[0]
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", " ", inside)))


def links(page):
    return [unescape(href) for href in re.findall(r'href="([^"]*)"', page)]


# --- Elements -------------------------------------------------------------------------------


def test_an_action_is_told_whole(shipped):
    """Sheets 24-1 and 24-2 of the progress sheets of 令和6年度, and the plan's contents page."""
    page = body(shipped, CITY + "action/ap3-24")
    said = text(page)
    for words in (
        "防災訓練の実施",
        "ファーストミッションボックスを活用した避難所開設訓練の実施地区",
        "市民参加型の防災訓練・研修回数",
        "達成状況（令和6年度の進行管理）：○ 実績 10地区／目標 10地区",
        "理由は進行管理表 No.24-1 参照",
        "達成状況（令和6年度の進行管理）：○ 実績 8回／目標 8回",
        "「防災訓練の実施」 資料5 目次、シート24-1、シート24-2",
        "総務部危機管理課",
        "記載だけ",
    ):
        assert words in said
    crumbs = page.partition('class="crumbs"')[2].partition("</nav>")[0]
    assert [href.removeprefix(CITY) for href in links(crumbs)] == [
        "plan/ap3",
        "project/ap3-3",
        "goal/ap3-3-1",
        "measure/ap3-3-1",
    ]
    assert CITY + "department/crisis-management" in links(page)
    assert "/mandala#f=action/ap3-24" in links(page)
    assert "https://w3id.org/plan-graph/id/122068/action/ap3-24" in said


def test_every_value_of_the_chart_stands_in_its_table(shipped):
    page = body(shipped, CITY + "action/ap3-24")
    chart = page.partition("<svg")[2].partition("</svg>")[0]
    drawn = re.findall(r'class="said[^"]*"[^>]*>([^<]*)<', chart)
    assert drawn == ["5地区 (R5年度)", "10地区", "10地区", "15地区"]
    table = page.partition("<tbody>")[2].partition("</tbody>")[0]
    cells = re.findall(r'<td><a href="([^"]+)">([^<]+)</a></td>', table)
    assert [printed for _, printed in cells] == drawn
    assert cells[1][0] == CITY + "observation/ap3-24-1-target-2024"
    assert "style=" not in page
    names = page.partition('class="namings"')[2].partition("</ul>")[0]
    assert [href for href in links(names) if "/wording/" in href] == links(names)
    assert links(names)


@pytest.mark.parametrize(
    ("numbers", "drawn"),
    [(["5"], 0), (["-1", "5"], 0), (["0", "0"], 0), (["5", None], 0), (["0.5", "0", None], 1)],
)
def test_bars_are_drawn_where_there_is_something_to_compare(shipped, numbers, drawn):
    values = tuple(
        Value(PG.Actual, 2020 + at, PG.FiscalYear, "", number and Decimal(number), "", "x", "", ())
        for at, number in enumerate(numbers)
    )
    measured = Measured("https://example.org/i", "", "", "", (), values, (), ())
    assert chart(measured, Here.of(Asked("/"), shipped), "k").count("<svg") == drawn


def test_a_group_that_is_too_long_for_a_page_says_how_many_more_there_are(monkeypatch):
    monkeypatch.setattr("plan_graph.web.element_parts._MOST", 5)
    page = body(Town(GRAPH), CITY + "plan/ap3")
    group = page.partition('id="of-inPlan-Action"')[2].partition("<h3")[0]
    assert group.count('class="badge') == 5
    assert "ほか32件" in group


def test_what_is_the_same_on_every_page_of_a_view_is_worked_out_once(monkeypatch):
    path, office = CITY + "action/ap3-24", {"audience": "office", "lang": "en"}
    town, other = Town(GRAPH), Town(GRAPH)
    first, expected = body(town, path), body(other, path, **office)
    for name in ("web.here.pictured", "history_answers.links_back"):
        monkeypatch.setattr(f"plan_graph.{name}", None)  # to call it is an error
    assert body(town, path, **office) == expected != first


def test_a_status_never_stands_without_its_figures_and_where_its_reason_is(shipped):
    """Sheet 5-1 prints × beside an actual value above the target."""
    for path in ("action/ap3-5", "assessment/ap3-5-1-2024", "indicator/ap3-5-1"):
        said = text(body(shipped, CITY + path))
        assert re.search(r"：× 実績 [^ ]+／目標 .*?理由は進行管理表 No.5-1 参照", said), path


@pytest.mark.parametrize("audience", ["public", "office"])
def test_the_page_of_a_department_tells_no_status(shipped, audience):
    page = text(body(shipped, CITY + "department/crisis-management", audience=audience))
    assert "担当する取組（12）" in page
    assert "達成" not in page
    assert "○" not in page
    assert "×" not in page


def test_a_vision_that_nothing_reaches_is_told_so(shipped):
    page = text(body(shipped, CITY + "vision/6"))
    assert "資料からたどれる取組はまだありません（推定 0件。市の見解ではありません）" in page


def test_previous_and_next_follow_the_order_of_print(shipped):
    page = body(shipped, CITY + "action/ap3-24")
    assert re.search(r'rel="prev" href="/id/122068/action/ap3-23"', page)
    assert re.search(r'rel="next" href="/id/122068/action/ap3-25"', page)
    assert "24／37" in page
    assert 'rel="prev"' not in body(shipped, CITY + "action/ap3-1")
    assert 'rel="next"' not in body(shipped, CITY + "vision/7")


@pytest.mark.parametrize("name", ELEMENTS)
def test_a_page_says_what_the_command_says(shipped, run, name):
    """Names, evidence and remarks of every line; as JSON, the same bytes."""
    content = run("show", name, "--format", "json").stdout
    told = json.loads(content)
    iri = told["id"]
    path = re.sub(r"^https?://(w3id.org/plan-graph|metadata.un.org)", "", iri).replace("ns#", "ns/")
    assert get(shipped, path, format="json").body.decode() == content
    page = body(shipped, path)
    said, there = text(page), set(links(page))
    for related in told["relations"]:
        for element in related["elements"]:
            assert element["name"] in said
            for link in element["links"]:
                assert link["id"].replace("https://w3id.org/plan-graph", "") in there
    assert "出典（木更津市）" in page


def test_the_lines_of_the_command_stand_on_the_page_word_for_word(shipped, run):
    printed = run("show", "取組12").stdout
    said = re.sub(r"\s", "", text(body(shipped, CITY + "action/ap3-12")))
    grounds = [line.strip() for line in printed.splitlines() if line.startswith("    ［")]
    assert len(grounds) > 5
    for line in grounds:
        assert re.sub(r"\s", "", line) in said


def test_the_view_is_kept_from_page_to_page(shipped):
    page = body(shipped, CITY + "action/ap3-24", basis="matched", lang="en")
    assert CITY + "measure/ap3-3-1?lang=en&basis=matched" in links(page)
    assert CITY + "action/ap3-24.ttl?basis=matched" in links(page)
    assert 'class="badge estimated"' not in page
    assert 'class="badge estimated"' in body(shipped, CITY + "action/ap3-24")
    assert "Carrying out disaster drills" in page


def test_short_addresses_sdgs_aspects_and_rules_have_pages(shipped):
    assert "防災訓練の実施" in body(shipped, "/id/action/ap3-24")
    assert "気候変動に具体的な対策を" in body(shipped, "/sdg/13")
    assert 'fill="#3F7E44"' in body(shipped, "/sdg/13")
    assert "計画書の公式アイコンは未入力。以下は編集者の推定" in text(body(shipped, "/sdg/13"))
    assert "この側面をもつ取組" in text(body(shipped, "/ns/Environment"))
    assert "めざす効果を通じて" in body(shipped, "/rule/through-outcome")


# --- Evidence -------------------------------------------------------------------------------


def subjects(town, kind):
    query = f"SELECT ?s {{ ?s a <{PG.NS}{kind}> }} ORDER BY ?s"
    return [row["s"].value for row in town.view("estimated")[0].query(query)]


@pytest.mark.parametrize(
    "kind",
    ["Link", "Wording", "PrintedValue", "Observation", "Assessment", "PrintedTotal", "Numbering"],
)
def test_every_piece_of_evidence_has_a_page_that_leads_to_what_it_speaks_of(shipped, kind):
    for iri in subjects(shipped, kind)[:: 40 if kind == "Link" else 15]:
        page = body(shipped, iri.removeprefix("https://w3id.org/plan-graph"))
        main = page.partition("<main")[2].partition('class="data"')[0]
        assert any(href.startswith(CITY) for href in links(main)), iri
        if kind not in {"Link", "Observation", "Numbering"}:
            assert "<dt>資料</dt>" in main


def test_a_derived_link_says_what_it_rests_on_and_who_has_looked(shipped):
    action = body(shipped, CITY + "action/ap3-12")
    group = action.partition('id="to-serves-Vision"')[2].partition("</ul>\n</li>")[0]
    link = next(href for href in links(group) if "/link/" in href)
    said = text(body(shipped, link))
    assert "取組12「公共施設への再生可能エネルギーの導入による削減」は、ビジョン" in said
    assert "よりどころ" in said
    assert "施策2-1「エネルギーの地産地消の推進」に属します" in said
    assert "確認状況：未確認" in said


def test_what_a_view_leaves_out_is_told_with_the_views_that_have_it(shipped):
    query = f"SELECT ?s {{ ?s <{PG.basis}> <{PG.Estimated}> ; a <{PG.Link}> }} ORDER BY ?s LIMIT 1"
    iri = next(iter(shipped.store.query(query)))["s"].value
    path = iri.removeprefix("https://w3id.org/plan-graph")
    reply = get(shipped, path, basis="stated")
    assert reply.status == 404
    page = reply.body.decode()
    assert "根拠の下限：記載" in text(page)
    assert path in links(page.partition("<main")[2])
    assert body(shipped, path)


# --- Nothing there, and bad input -----------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "near"),
    [
        ("/id/122068/actio/ap3-24", "action/ap3-24"),
        ("/id/122068/action/ap3-240", "action/ap3-24"),
        ("/id/999999/action/ap3-24", "action/ap3-24"),
        ("/id/122068/action/防災訓練", "action/ap3-24"),
    ],
)
def test_an_unknown_address_asks_what_was_meant(shipped, path, near):
    reply = get(shipped, path)
    assert reply.status == 404
    assert CITY + near in links(reply.body.decode())


@pytest.mark.parametrize(
    "path",
    ["/id/", "/id/a b/<script>alert(1)</script>", "/sdg/", "/ns/", '/id/"/"/"', "/rule/a\x00"],
)
def test_nonsense_is_not_found_and_shown_as_text(shipped, path):
    reply = get(shipped, path)
    assert reply.status == 404
    assert b"<script>alert" not in reply.body


def test_an_address_as_long_as_the_server_takes_is_answered_at_once(shipped):
    """Comparing it with every name sign by sign would take minutes."""
    assert get(shipped, "/id/122068/action/" + "防災" * 8000).status == 404
    assert get(shipped, "/search", function=search, q="防災" * 8000).status == 200
    assert get(shipped, "/explain", function=explained, a="防災" * 8000, b="②").status == 400


def test_a_program_is_told_in_its_own_way_that_nothing_is_there(shipped):
    reply = get(shipped, CITY + "action/none", accept="text/turtle")
    assert (reply.status, reply.media_type) == (404, "application/problem+json")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    path = tmp_path_factory.mktemp("hostile") / "graph.ttl"
    path.write_text(
        """
        @prefix pg: <https://w3id.org/plan-graph/ns#> .
        @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        @prefix dcterms: <http://purl.org/dc/terms/> .
        @prefix t: <https://w3id.org/plan-graph/id/999992/> .
        <https://w3id.org/plan-graph/id/999992/municipality/999992> a pg:Municipality ;
            pg:name "<b>町</b>" .
        <https://w3id.org/plan-graph/id/999992/actor/%E6%9C%A8> a pg:Actor ;
            pg:name "<script>alert(1)</script>" ;
            skos:prefLabel "<script>alert(1)</script>"@ja , "\\"><img src=x onerror=alert(2)>"@en ;
            pg:colour "#123456\\"/><script>alert(3)</script>" ;
            skos:exactMatch <javascript:alert(4)> ;
            dcterms:description "\\u202Eesrever <script>alert(5)</script>"@ja .
        <https://w3id.org/plan-graph/id/999992/place/森> a pg:Place ; pg:name "森" .
        <https://w3id.org/plan-graph/id/999992/link/1> a pg:Link ;
            rdf:subject <https://w3id.org/plan-graph/id/999992/actor/%E6%9C%A8> ;
            rdf:predicate <https://example.org/not-ours> ;
            rdf:object <https://w3id.org/plan-graph/id/999992/place/森> ;
            pg:basis pg:Estimated ; pg:rationale "<script>alert(6)</script>"@ja .
        """,
        encoding="utf-8",
    )
    return Town(path)


@pytest.mark.parametrize(
    "path",
    [
        "/id/999992/actor/木",
        "/id/999992/actor/%E6%9C%A8",
        "/id/actor/%e6%9c%a8",
        "/id/999992/place/森",
        "/id/999992/place/%E6%A3%AE",
        "/id/999992/link/1",
    ],
)
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_what_a_graph_says_is_text_whatever_it_says(hostile, path, lang):
    page = body(hostile, path, lang=lang)
    assert "<script" not in page
    assert "<img" not in page
    assert "<b>" not in page
    assert "\u202e" not in page
    assert not [href for href in links(page) if "javascript" in href and href[0] != "/"]


def test_no_kind_of_a_graph_of_ones_own_breaks_the_search(hostile):
    page = body(hostile, "/search", function=search, q="<script>alert(7)</script>")
    assert "<script>" not in page
    assert "森" in text(body(hostile, "/search", function=search, q="森"))


# --- Finding --------------------------------------------------------------------------------


@pytest.mark.parametrize("words", ["防災", "ﾋｶﾞﾀ", "ひがた", "２４", "drills"])
def test_search_finds_what_the_command_finds(shipped, run, words):
    content = run("find", words, "--format", "json").stdout
    reply = get(shipped, "/search", function=search, q=words, format="json")
    assert reply.body.decode() == content
    page = body(shipped, "/search", function=search, q=words)
    listed = page.partition('class="hits"')[2].partition("</ol>")[0]
    found = [hit["id"].rsplit("/", 2)[-2:] for hit in json.loads(content)["hits"]]
    assert [href.rsplit("/", 2)[-2:] for href in links(listed)] == found
    assert found


def test_search_without_words_offers_the_kinds_and_each_its_elements(shipped):
    page = body(shipped, "/search", function=search)
    assert "ビジョン（7）" in text(page)
    assert "/search?kind=vision" in links(page)
    visions = body(shipped, "/search", function=search, kind="vision")
    assert [href for href in links(visions) if "/vision/" in href] == [
        f"{CITY}vision/{number}" for number in range(1, 8)
    ]


def test_search_tells_what_comes_near_and_when_nothing_does(shipped):
    assert "もしかして" in text(body(shipped, "/search", function=search, q="はんずい"))
    assert "当たるものは見つかりませんでした" in text(
        body(shipped, "/search", function=search, q="zzzz")
    )
    for words in ("　", "・・", ""):
        assert "種類から見る" in text(body(shipped, "/search", function=search, q=words))


# --- Explaining -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("取組12", "⑦"),
        ("取組21", "自然体験観光推進事業"),
        ("取組29", "施策「協働によるまちづくりの推進」"),
    ],
)
def test_explain_tells_every_line_of_the_command(shipped, first, second):
    store, known = shipped.view("estimated")
    ends = find_both(known, first, second)
    printed = explain_text(explain(store, *ends), ends, Page(store, known, PG.Estimated, "ja"))
    page = body(shipped, "/explain", function=explained, a=first, b=second)
    said = re.sub(r"\s", "", unescape(re.sub(r"<[^>]*>", "", page)))
    for line in printed.splitlines():
        wanted = re.sub(r"\s|^\s*\d\. ", "", line)
        assert re.sub(r"^\d\.", "", wanted) in said, line


def test_the_page_of_an_action_leads_to_what_it_goes_back_to(shipped):
    page = body(shipped, "/id/action/ap3-29")
    said = text(page)
    assert (
        "平成29年度の施策「協働によるまちづくりの推進」の流れをくみます（推定）。 たどる ›" in said
    )
    assert "/explain?a=https" in page


def test_explain_asks_when_a_name_fits_several_or_nothing(shipped):
    reply = get(shipped, "/explain", function=explained, a="②", b="無いもの")
    assert reply.status == 400
    said = text(reply.body.decode())
    assert "ビジョン②「自然とともにあるまち」、テーマ（部会）2「資源循環の促進」" in said
    assert "無いもの" in said
    assert 'value="②"' in reply.body.decode()
    assert "ここから" in text(body(shipped, "/explain", function=explained))


def test_explain_says_that_there_is_no_way(shipped):
    page = body(shipped, "/explain", function=explained, a="取組24", b="⑥", basis="stated")
    assert "取組24「防災訓練の実施」" in text(page)
    assert 'class="way"' not in page


# --- The vocabulary -------------------------------------------------------------------------


def test_the_vocabulary_tells_every_term_with_its_anchor_and_its_use(shipped):
    page = body(shipped, "/ns", function=ontology)
    source = (ONTOLOGY / "plan.ttl").read_text(encoding="utf-8")
    declared = set(re.findall(r"(?m)^pg:(\w+) a ", source))
    assert len(declared) > 150
    assert {*re.findall(r'<tr id="(\w+)"', page)} == declared
    row = page.partition('<tr id="Action"')[2].partition("</tr>")[0]
    assert '<td class="number">55</td>' in row  # design: ?a a pg:Action gives 55
    assert "Action" in row
    assert "取組" in row
    row = page.partition('<tr id="Plan"')[2].partition("</tr>")[0]
    assert 'href="http://www.w3.org/ns/prov#Plan"' in row


def test_a_term_leads_to_its_place_in_the_vocabulary(shipped):
    reply = get(shipped, "/ns/serves", lang="en")
    assert (reply.status, dict(reply.headers)["Location"]) == (303, "/ns?lang=en#serves")
    assert get(shipped, "/ns/nothing").status == 404
    assert get(shipped, "/ns.exe", function=ontology).status == 404


# --- Over HTTP, and in a browser --------------------------------------------------------------


def test_the_server_answers_with_these_pages(site):
    reply = site.get("/id/122068/action/ap3-24", headers={"accept": "text/turtle"})
    assert reply.headers["content-type"] == "text/turtle; charset=utf-8"
    assert reply.headers["vary"] == "Accept"
    assert "防災訓練の実施" in reply.text
    assert site.get("/id/action/%61p3-24").status_code == 200
    assert site.get("/sdg/11.5").status_code == 200
    assert site.get("/rule/same-name").status_code == 200
    assert site.get("/ns").status_code == 200
    assert site.get("/ns.ttl").content == (ONTOLOGY / "plan.ttl").read_bytes()
    assert site.get("/ns/serves").headers["location"] == "/ns#serves"
    assert site.get("/search?q=防災").status_code == 200
    assert site.get("/explain?a=取組12&b=⑦").status_code == 200
    assert site.get("/id/122068/actor/%C3%A3").status_code == 404
    assert site.get("/id/122068/action/ap3-24?basis=nonsense").status_code == 400
    assert site.post("/id/122068/action/ap3-24").status_code == 405


def test_a_page_that_a_browser_has_already_keeps_its_own_policy(site):
    """The mandala's scripts are allowed by their hashes, which no other page has."""
    first = site.get("/mandala")
    again = site.get("/mandala", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    for name in ("content-security-policy", "vary", "etag"):
        assert again.headers[name] == first.headers[name]
    assert "sha256-" in again.headers["content-security-policy"]


@pytest.mark.browser
def test_the_pages_are_sound_in_a_browser(served, chromium):
    """No serious fault by axe, nothing wider than the screen, no error, in any light."""
    from axe_playwright_python.sync_playwright import Axe

    laptop, room, phone = (1366, 768, "light"), (1920, 1080, "dark"), (390, 844, "light")
    looks = {
        laptop: ["/id/122068/plan/ap3?lang=en", "/ns", "/explain?a=取組12&b=⑦", "/search?q=防災"],
        room: ["/id/122068/action/ap3-9", "/id/122068/assessment/ap3-24-1-2024"],
        phone: ["/id/122068/action/ap3-9", "/search", "/id/122068/actio/ap3-24"],
    }
    faults: list[str] = []
    for (width, height, scheme), addresses in looks.items():
        size = {"width": width, "height": height}
        context = chromium.new_context(viewport=size, color_scheme=scheme)
        page = context.new_page()
        for address in addresses:
            page.goto(served + address)
            wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            found = Axe().run(page).response["violations"]
            faults += [f"{address}: {each['id']} {each['nodes'][0]['html']}" for each in found]
            faults += [f"{address} is {wide} wider than {width}"] if wide > 0 else []
        context.close()
    assert faults == []


@pytest.mark.browser
def test_one_walks_from_finding_to_the_evidence_by_keyboard(served, chromium):
    page = chromium.new_page()
    page.goto(f"{served}/search")
    page.get_by_role("searchbox").first.focus()
    page.keyboard.type("防災訓練")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="防災訓練の実施").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/id/122068/action/ap3-24")
    assert page.locator("h1").inner_text() == "防災訓練の実施"
    page.get_by_role("link", name="根拠のページ：3-1 災害弱者への支援").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/link/*")
    assert "施策3-1「災害弱者への支援」に属します" in page.locator("h1").inner_text()
    page.goto(f"{served}/id/122068/plan/ap3")
    summary = page.locator("summary").first
    summary.focus()
    page.keyboard.press("Enter")
    assert page.locator("details[open] .whys").first.is_visible()
    page.close()
