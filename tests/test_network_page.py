"""The free network: one file that asks nobody, what stands in it, and what it does in Chromium."""

import base64
import hashlib
import json
import re
from collections import Counter

import pytest

from plan_graph.answers import Page
from plan_graph.graph import load_store, view
from plan_graph.lookup import elements
from plan_graph.mandala.files.network import network
from plan_graph.mandala.files.sealed import POLICY, script_json, sealed
from plan_graph.mandala.layout.rings import rings
from plan_graph.mandala.picture import Item, Line, Picture, Tag
from plan_graph.mandala.reading.build import build
from plan_graph.mandala.scene import CANVASES
from plan_graph.resources import GRAPH
from plan_graph.vocab import PG

EVIL = '</script><img src=x onerror="window.fired=1"><b>&"\'\u2028<!--policy-->'


def item(key, kind, mark, name, **more):
    told = {
        "reading": "", "english": "", "about": "", "parent": "", "project": "", "tags": (),
        "labels": (), "facts": (), "short": name,
    } | more  # fmt: skip
    return Item(key=key, iri=f"https://example.org/{key}", kind=kind, mark=mark, name=name, **told)


def line(subject, predicate, obj, basis="Stated", *, rests=()):
    told = f"{subject} {predicate} {obj}"
    derived = bool(rests)
    return Line(subject, predicate, obj, basis, "", derived, False, rests, told, ("理由",), "")


ITEMS = (
    item("vision/1", "Vision", "①", "歩いて暮らせるまち"),
    item("vision/2", "Vision", "②", "水のきれいなまち"),
    item("outcome/1", "Outcome", "", "川の再生"),
    item("project/1", "Project", "1", "川の計画", tags=(Tag("Environment", "環", True),)),
    item("measure/1-1", "Measure", "1-1", "川を知る", project="project/1"),
    item("action/1", "Action", "1", "川の生き物調べ", project="project/1"),
    item("target/1", "Target", "6.6", "水の生態系"),
    item("goal/6", "Goal", "6", "安全な水", colour="#26BDE2"),
    item("actor/1", "Actor", "", "川の会"),
)
LINES = (
    line("measure/1-1", "aimsAt", "outcome/1", "Matched"),
    line("outcome/1", "serves", "vision/2"),
    line("action/1", "partOf", "measure/1-1"),
    # Another line between the same two.
    line("action/1", "continues", "measure/1-1", "Estimated"),
    line("measure/1-1", "serves", "vision/2", "Matched", rests=(0, 1)),
    line("action/1", "contributesTo", "target/1", "Estimated"),
    line("action/1", "contributesTo", "goal/6", "Estimated", rests=(5,)),
)


def picture(items=ITEMS, lines=LINES, **more):
    told = {"lang": "ja", "title": "川町マンダラ", "footer": ("令和6年度版・非公式の再構成",),
            "notes": ("推定は編集者の読み取りです。",)} | more  # fmt: skip
    return Picture(
        city="川町", goal="", goal_caption="", edition="", items=tuple(items), lines=tuple(lines),
        steps=(), basis="Estimated", **told,
    )  # fmt: skip


def ring(drawn):
    scene = rings(drawn, CANVASES[0], "", None)
    return {scene.name: scene} if scene else {}


@pytest.fixture(scope="module")
def shipped_picture():
    store = view(load_store(GRAPH))
    known = elements(store)
    return build(store, known, Page(store, known, PG.Estimated, "ja"))


@pytest.fixture(scope="module")
def shipped(shipped_picture):
    return network(shipped_picture, ring(shipped_picture))


def known_by(html, what):
    """Return the nodes or the edges that are in the page."""
    return json.loads(
        re.search(rf'<script type="application/json" id="{what}">(.*?)</script>', html)[1]
    )


# --- The file -------------------------------------------------------------------------------


def test_the_policy_allows_its_own_scripts_and_style_and_nothing_else(shipped):
    [policy] = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', shipped)
    [style] = re.findall(r"<style>(.*?)</style>", shipped, re.DOTALL)
    scripts = re.findall(r"<script>(.*?)</script>", shipped, re.DOTALL)
    assert len(scripts) == 2

    def hashed(part):
        digest = base64.b64encode(hashlib.sha256(part.encode()).digest()).decode()
        return f"'sha256-{digest}'"

    assert policy.split("; ") == [
        "default-src 'none'",
        f"script-src {hashed(scripts[0])} {hashed(scripts[1])}",
        f"style-src {hashed(style)}",
        "font-src data:",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    ]


def test_the_page_refers_to_nothing_outside(shipped):
    assert (
        re.findall(r'(?:src|href)="(?!#)[^"]*"', re.sub(r"<script.*?</script>", "", shipped)) == []
    )
    assert re.findall(r"url\((?!data:)[^)]*\)", shipped.partition("</style>")[0]) == []
    assert "sourceMappingURL" not in shipped
    assert "bootstrap" not in shipped.lower()
    assert shipped.startswith('<!doctype html>\n<html lang="ja">')
    assert '<meta charset="utf-8">' in shipped
    assert len(shipped.encode()) < 1_500_000


def test_it_draws_with_the_vis_network_of_the_installed_pyvis(shipped):
    assert "@version 9.1.2" in shipped


def test_every_line_that_is_not_derived_is_an_edge(shipped, shipped_picture):
    edges = Counter(edge["title"].partition("］")[2] for edge in known_by(shipped, "edges"))
    plain = Counter(each.sentence for each in shipped_picture.lines if not each.derived)
    assert len(plain) > 200
    assert plain - edges == Counter()
    nodes = {node["title"] for node in known_by(shipped, "nodes")}
    assert "取組 19 森林の保全・活用" in nodes
    # A vision that nothing leads to is there too.
    assert "ビジョン ⑥ わくわくして暮せるまち" in nodes


def test_parallel_lines_stay_and_a_derived_one_that_repeats_its_way_goes():
    drawn = picture()
    html = network(drawn, ring(drawn))
    nodes = {node["id"]: node["title"] for node in known_by(html, "nodes")}
    edges = [(nodes[e["from"]], e["label"], nodes[e["to"]]) for e in known_by(html, "edges")]
    assert edges == [
        ("施策 1-1 川を知る", "照", "めざす効果 川の再生"),
        ("めざす効果 川の再生", "記", "ビジョン ② 水のきれいなまち"),
        ("取組 1 川の生き物調べ", "記", "施策 1-1 川を知る"),
        ("取組 1 川の生き物調べ", "推", "施策 1-1 川を知る"),
        ("取組 1 川の生き物調べ", "推", "SDGsのターゲット 6.6 水の生態系"),
        ("取組 1 川の生き物調べ", "推", "SDGsのゴール 6 安全な水"),
    ]
    assert all(edge["arrows"] == "to" for edge in known_by(html, "edges"))


def test_the_dash_of_an_edge_tells_its_basis():
    html = network(picture(), {})
    dashes = {edge["basis"]: edge["dashes"] for edge in known_by(html, "edges")}
    assert dashes == {"Stated": False, "Matched": [14, 6], "Estimated": [2, 5]}


def test_nodes_look_like_their_kind_and_bear_the_colour_of_their_project():
    drawn = picture()
    nodes = {node["title"]: node for node in known_by(network(drawn, ring(drawn)), "nodes")}
    action = nodes["取組 1 川の生き物調べ"]
    assert (action["label"], action["shape"]) == ("1", "circle")
    assert action["color"]["border"] == "#007A55"
    assert action["color"]["highlight"] == action["color"]["hover"]
    vision = nodes["ビジョン ① 歩いて暮らせるまち"]
    assert vision["color"]["background"] == "#23395B"
    assert vision["font"]["color"] == "#FFFFFF"
    goal = nodes["SDGsのゴール 6 安全な水"]
    assert (goal["color"]["background"], goal["font"]["color"]) == ("#26BDE2", "#000000")


def test_what_has_no_line_and_no_place_on_the_rings_is_told_in_the_table():
    drawn = picture()
    html = network(drawn, ring(drawn))
    assert "主体 川の会" not in {node["title"] for node in known_by(html, "nodes")}
    assert "線のない要素（図には置いていません）</h2>\n<ul><li>主体 川の会</li></ul>" in html


def test_the_table_tells_all_that_is_drawn():
    drawn = picture()
    html = network(drawn, ring(drawn))
    rows = re.findall(r"<tr>(.*?)</tr>", html.partition('id="twin"')[2], re.DOTALL)
    cells = [
        [re.sub(r"<[^>]*>", "", cell) for cell in re.findall(r"<t[hd].*?</t[hd]>", row)]
        for row in rows
    ]
    assert cells[:3] == [
        ["番号", "名称", "種類"],
        ["①", "歩いて暮らせるまち", "ビジョン"],
        ["②", "水のきれいなまち", "ビジョン"],
    ]
    assert ["照", "measure/1-1 aimsAt outcome/1"] in cells
    assert sum(len(row) == 2 for row in cells) == 1 + 6


def rectangles(html):
    """Return the place of each node, as far as its text reaches, with its name."""
    from plan_graph.mandala import fonts

    found = []
    for node in known_by(html, "nodes"):
        wide = fonts.measure()(node["label"]) * 18 / 2
        found.append(
            (node["x"] - wide, node["y"] - 9, node["x"] + wide, node["y"] + 9, node["title"])
        )
    return found


def test_no_two_names_lie_on_each_other(shipped):
    found = sorted(rectangles(shipped))
    assert len(found) > 100
    for at, one in enumerate(found):
        for other in found[at + 1 :]:
            if other[0] >= one[2]:
                break
            assert one[3] <= other[1] or other[3] <= one[1], (one[4], other[4])


def test_what_the_rings_have_stands_at_its_angle(shipped, shipped_picture):
    nodes = {node["title"]: node for node in known_by(shipped, "nodes")}
    # The largest project is below, and the actions go around clockwise from the lower left.
    assert nodes["プロジェクト 3 支え合いによる防災・減災プロジェクト"]["y"] > 0
    one, twelve = nodes["取組 1 学校給食の地産地消の推進"], nodes["取組 19 森林の保全・活用"]
    assert one["x"] < 0 < twelve["x"]
    assert network(shipped_picture, ring(shipped_picture)) == shipped


def test_physics_only_when_asked():
    drawn = picture()
    assert "const physics = false;" in network(drawn, {})
    moving = network(drawn, {}, physics=True)
    assert "const physics = true;" in moving
    assert all(node["physics"] for node in known_by(moving, "nodes"))


HOSTILE = {
    "evil": picture(
        [item(f"{EVIL}/{at}", EVIL, EVIL, EVIL) for at in range(3)],
        [
            line(f"{EVIL}/0", EVIL, f"{EVIL}/1"),
            line(f"{EVIL}/0", EVIL, f"{EVIL}/2", "Estimated"),
        ],
        title=EVIL, footer=(EVIL,), notes=(EVIL,),
    ),
    "no words": picture(
        [item("a", "Action", "", ""), item("v", "Vision", "", "")], [line("a", "serves", "v")]
    ),
    "one": picture([item("a", "Action", "1", "一つ")], []),
    "nothing": picture([], []),
    "right to left": picture(
        [
            item("a", "Action", "1", "مدينة تعيش مع الطبيعة"),
            item("v", "Vision", "①", "👨‍👩‍👧‍👦 森"),
        ],
        [line("a", "serves", "v")],
    ),
    "a circle": picture(
        [item(str(at), "Actor", "", "長い名前" * 20) for at in range(9)],
        [line(str(at), "involves", str((at + 1) % 9)) for at in range(9)],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", HOSTILE)
def test_no_text_becomes_markup(case):
    html = network(HOSTILE[case], ring(HOSTILE[case]))
    assert "<img" not in re.sub(r"<script>.*?</script>", "", html, flags=re.DOTALL)
    assert html.count("</script>") == 4
    assert html.count("Content-Security-Policy") == 1
    assert html.index("Content-Security-Policy") < html.index("<title>")


def test_a_page_is_sealed_only_where_it_says_so():
    html = f"<head>{POLICY}</head><script>1</script>"
    assert sealed(html).count("default-src 'none'") == 1
    assert sealed("<p>&lt;!--policy--&gt;</p>") == "<p>&lt;!--policy--&gt;</p>"
    assert json.loads(script_json({"x": EVIL})) == {"x": EVIL}
    assert not set("<>&\u2028\u2029") & set(script_json(EVIL))


# --- In Chromium ----------------------------------------------------------------------------


@pytest.fixture
def opened(chromium, tmp_path):
    """Open a page as ``opened(html, 1366, 768)``; whatever it asks for, says or throws fails."""
    contexts, troubles = [], []

    def open_page(html, width=1366, height=768, **options):
        file = tmp_path / "つながり 2024.html"
        file.write_text(html, encoding="utf-8")
        viewport = {"width": width, "height": height}
        context = chromium.new_context(viewport=viewport, offline=True, **options)
        contexts.append(context)
        tab = context.new_page()
        tab.on("console", lambda message: troubles.append(message.text))
        tab.on("pageerror", lambda error: troubles.append(str(error)))

        def asked(route):
            if route.request.url.partition("#")[0] == file.as_uri():
                return route.continue_()
            troubles.append(route.request.url)
            return route.abort()

        tab.route("**/*", asked)
        tab.goto(file.as_uri())
        tab.wait_for_selector("body[data-ready]")
        return tab

    yield open_page
    for context in contexts:
        context.close()
    assert troubles == []


def pixels(tab):
    """Return what is drawn, once it stands still."""
    tab.wait_for_timeout(150)
    return tab.evaluate("document.querySelector('#net canvas').toDataURL()")


@pytest.mark.browser
def test_it_draws_without_asking_anybody(opened, shipped):
    tab = opened(shipped, 1920, 1080)
    box = tab.locator("#net canvas").bounding_box()
    assert box["width"] > 1600
    assert box["height"] > 850
    inked = tab.evaluate(
        """() => {
          const canvas = document.querySelector('#net canvas');
          const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
          let count = 0;
          for (let at = 3; at < data.length; at += 4) count += data[at] > 0;
          return count / (data.length / 4);
        }"""
    )
    assert 0.05 < inked < 0.6
    assert not tab.locator("#wait").is_visible()
    loaded = "[...document.fonts].filter((face) => face.status === 'loaded').length"
    assert tab.evaluate(loaded) >= 1


@pytest.mark.browser
def test_choosing_a_name_lights_it_and_escape_goes_back(opened, shipped):
    tab = opened(shipped, 1920, 1080, reduced_motion="reduce")
    whole = pixels(tab)
    tab.get_by_role("button", name="森林の保全・活用", exact=True).click()
    status = tab.locator("#status").text_content()
    assert re.fullmatch("取組 19 森林の保全・活用　つながり [1-9][0-9]*本", status)
    assert pixels(tab) != whole
    # The keyboard is at the picture now.
    tab.keyboard.press("Escape")
    assert tab.locator("#status").text_content() == ""
    assert pixels(tab) == whole


@pytest.mark.browser
def test_a_click_on_a_node_says_what_it_is(opened):
    tab = opened(network(HOSTILE["one"], {}))
    box = tab.locator("#net canvas").bounding_box()
    tab.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    tab.wait_for_function("document.getElementById('status').textContent")
    assert tab.locator("#status").text_content() == "取組 1 一つ　つながり 0本"


@pytest.mark.browser
def test_the_keyboard_reaches_the_picture_moves_it_and_leaves_it(opened, shipped):
    tab = opened(shipped, reduced_motion="reduce")
    tab.keyboard.press("Tab")
    assert "vis-network" in tab.evaluate("document.activeElement.className")
    before = pixels(tab)
    tab.keyboard.press("+")
    larger = pixels(tab)
    assert larger != before
    tab.keyboard.down("ArrowRight")
    tab.wait_for_timeout(200)
    tab.keyboard.up("ArrowRight")
    assert pixels(tab) != larger
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.dataset.basis") == "Stated"


@pytest.mark.browser
def test_the_legend_filters_kinds_and_bases(opened, shipped):
    tab = opened(shipped)
    whole = pixels(tab)
    for name in ("推 推定", "取組"):
        box = tab.locator("#legend label").filter(has_text=re.compile(f"^{name}$")).locator("input")
        box.uncheck()
        assert pixels(tab) != whole
        box.check()
        assert pixels(tab) == whole


@pytest.mark.browser
def test_with_physics_it_comes_to_rest(opened, shipped_picture):
    tab = opened(network(shipped_picture, ring(shipped_picture), physics=True))
    tab.wait_for_timeout(1500)
    still = pixels(tab)
    tab.wait_for_timeout(500)
    assert pixels(tab) == still


@pytest.mark.browser
@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_words_never_run(opened, case):
    tab = opened(network(HOSTILE[case], ring(HOSTILE[case])))
    box = tab.locator("#net canvas").bounding_box()
    tab.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    tab.wait_for_timeout(300)
    for button in tab.locator("#twin button").all()[:2]:
        if button.is_visible():
            button.click()
    assert tab.evaluate("window.fired") is None
    assert tab.locator("img").count() == 0


@pytest.mark.browser
@pytest.mark.parametrize(("width", "height"), [(1024, 768), (1920, 1080), (390, 844)])
def test_it_has_room_on_every_screen(opened, shipped, width, height):
    tab = opened(shipped, width, height)
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    box = tab.locator("#net canvas").bounding_box()
    assert box["width"] * box["height"] > 0.4 * width * height


@pytest.mark.browser
def test_there_is_no_serious_fault_of_access(opened, shipped):
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(opened(shipped)).response["violations"]
    assert [each["id"] for each in found if each["impact"] in ("serious", "critical")] == []
