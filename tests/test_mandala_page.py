"""The page of the picture: one file that asks nobody, and what a person can do with it in Chromium.

The browser refuses every request, and a test fails on any that is tried, on any message of the
console and on any error of the page.
"""

import base64
import hashlib
import html as markup
import json
import math
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from plan_graph.answers import Page
from plan_graph.errors import PlanGraphError
from plan_graph.graph import load_store, view
from plan_graph.lookup import elements
from plan_graph.mandala.files import page as page_module
from plan_graph.mandala.files.page import SCRIPTS, page
from plan_graph.mandala.files.page_data import old_positions
from plan_graph.mandala.layout.views import scenes as scenes_of
from plan_graph.mandala.picture import Fact, Item, Line, Picture, Step, Tag
from plan_graph.mandala.reading.build import build
from plan_graph.mandala.scene import Box, Disc, Placed, Scene, Text
from plan_graph.resources import GRAPH
from plan_graph.vocab import PG

HOSTILE = "</script><b>&\"'\u2028<!--" + "長" * 70


def item(key, kind, mark, name, **more):
    usual = {
        "iri": f"https://example.org/{key}",
        "short": name,
        "reading": "",
        "english": "",
        "about": "",
        "parent": "",
        "project": "",
        "tags": (),
        "labels": (),
        "facts": (),
    }
    return Item(key=key, kind=kind, mark=mark, name=name, **(usual | more))


def line(subject, predicate, object_, basis="Stated", letter="記", **more):
    usual = {
        "derived": False,
        "through_measure": False,
        "rests": (),
        "sentence": f"{subject} {predicate} {object_}",
        "reasons": ("理由",),
        "confirmation": "確認状況：未確認",
    }
    return Line(subject, predicate, object_, basis, letter, **(usual | more))


ITEMS = (
    item("future/1", "FutureImage", "", "めざすまち"),
    item("vision/1", "Vision", "①", "歩いて暮らせるまち"),
    item("vision/2", "Vision", "②", "水のきれいなまち"),
    item("outcome/1", "Outcome", "", "川の再生", tags=(Tag("Environment", "環", False),)),
    item("measure/1-1", "Measure", "1-1", "川を知る"),
    item(
        "action/1",
        "Action",
        "1",
        "川の生き物調べ",
        parent="measure/1-1",
        reading="かわのいきものしらべ",
        facts=(
            Fact("参加者数", "実績 3人／目標 5人（令和6年度）", "NotAchieved", 2024, "3人", "5人"),
        ),
    ),
    item("action/2", "Action", "2", "川辺の道づくり", parent="measure/1-1"),
    item("department/water", "Department", "", "環境部水辺課"),
)
LINES = (
    line("outcome/1", "serves", "vision/2"),
    line("measure/1-1", "aimsAt", "outcome/1", "Matched", "照"),
    line("action/1", "partOf", "measure/1-1"),
    line("action/2", "partOf", "measure/1-1"),
    line("action/1", "responsible", "department/water"),
    line(
        "action/1",
        "aimsAt",
        "outcome/1",
        "Matched",
        "導",
        derived=True,
        through_measure=True,
        rests=(1, 2),
    ),
    line(
        "action/1",
        "serves",
        "vision/2",
        "Matched",
        "導",
        derived=True,
        through_measure=True,
        rests=(0, 5),
    ),
    line("action/2", "serves", "vision/1", "Estimated", "推"),
)


def picture(items=ITEMS, lines=LINES, **more):
    usual = {
        "lang": "ja",
        "title": "川町マンダラ",
        "city": "川町",
        "goal": "めざすまち",
        "goal_caption": "2030年にめざす姿",
        "edition": "令和6年度版",
        "footer": ("令和6年度版・非公式の再構成",),
        "steps": (Step("goal", "めざす姿", "めざす姿です。", (), "mandala", ("vision/1",)),),
        "basis": "Estimated",
    }
    return Picture(items=tuple(items), lines=tuple(lines), **(usual | more))


def scene(name, width=1920.0, spots=None):
    spots = spots or {
        "future/1": (width / 2, 40),
        "vision/1": (200, 160),
        "vision/2": (width - 420, 160),
        "outcome/1": (width - 420, 600),
        "action/1": (width / 2 - 300, 560),
        "action/2": (width / 2 - 280, 680),
    }
    named = {each.key: each for each in ITEMS}
    placed = []
    for key, (x, y) in spots.items():
        if named[key].kind == "Action":
            marks = (
                Disc(0, 0, 22, "dot none"),
                Text(0, 11, 34, named[key].mark, "label", "middle"),
            )
            placed.append(Placed(key, x, y, (-22, -22, 22, 22), marks))
        else:
            marks = (Text(0, 40, 40, named[key].name, "name"),)
            placed.append(Placed(key, x, y, (0, 0, 400, 52), marks))
    ground = (Box(0, 0, width, 1080, 0, "paper"), Disc(width / 2, 570, 360, "rim"))
    return Scene(name, width, 1080, ground, tuple(placed))


def small_scenes():
    spots = {
        "vision/1": (100, 100),
        "vision/2": (100, 500),
        "action/1": (900, 100),
        "action/2": (900, 500),
    }
    named = [
        ("mandala/wide/large", 1920, None),
        ("mandala/wide/small", 1920, None),
        ("mandala/tall/large", 1440, None),
        ("rings/wide", 1920, spots),
        ("rings/tall", 1440, spots),
    ]
    return {name: scene(name, width, where) for name, width, where in named}


@pytest.fixture(scope="module")
def small():
    return page(picture(), small_scenes())


@pytest.fixture(scope="module")
def shipped():
    store = view(load_store(GRAPH))
    known = elements(store)
    drawn = build(store, known, Page(store, known, PG.Estimated, "ja"))
    return page(drawn, scenes_of(drawn))


def known_by(text):
    return json.loads(
        re.search(r'<script type="application/json" id="data">(.*?)</script>', text)[1]
    )


# --- The file -------------------------------------------------------------------------------


def test_the_policy_allows_one_script_and_one_style_and_nothing_else(small):
    [policy] = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', small)
    [style] = re.findall(r"<style>(.*?)</style>", small, re.DOTALL)
    [script] = re.findall(r"<script>(.*?)</script>", small, re.DOTALL)
    hashed = {
        name: base64.b64encode(hashlib.sha256(part.encode()).digest()).decode()
        for name, part in (("script", script), ("style", style))
    }
    assert policy.split("; ") == [
        "default-src 'none'",
        f"script-src 'sha256-{hashed['script']}'",
        f"style-src 'sha256-{hashed['style']}'",
        "font-src data:",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    assert small.index("Content-Security-Policy") < small.index("<style>")


def test_nothing_is_fetched_and_no_element_carries_its_own_style(small):
    outside = re.sub(r"<(style|script)[^>]*>.*?</\1>", "", small, flags=re.DOTALL)
    assert not re.search(r"(?:src|href|action|data)\s*=", outside)
    assert not re.search(r"\sstyle\s*=|\son\w+\s*=", outside)
    [style] = re.findall(r"<style>(.*?)</style>", small, re.DOTALL)
    assert "@import" not in style
    assert all(url.startswith("data:") for url in re.findall(r"url\(([^)]*)\)", style))


def test_the_first_sight_and_the_table_are_there_without_the_script(small):
    before = small[: small.index("<script")]
    assert '<svg id="picture"' in before
    assert "<title>② 水のきれいなまち</title>" in before
    table = before[before.index('<section id="twin">') :]
    for said in (
        "川の生き物調べ",
        "1-1 川を知る",
        "属する施策：1-1 川を知る［記載］",
        "つながるビジョン：② 水のきれいなまち［導出］",
    ):
        assert said in table
    assert table.count('<th scope="row">') == 8
    assert "<noscript>" in before


def test_the_same_picture_makes_the_same_bytes(small):
    assert page(picture(), small_scenes()) == small


def test_words_of_the_data_never_become_markup():
    evil = replace(ITEMS[1], name=HOSTILE, short=HOSTILE, reading=HOSTILE)
    made = page(
        picture([ITEMS[0], evil], (), title=HOSTILE, footer=(HOSTILE,), goal=HOSTILE),
        {"mandala/wide/large": scene("mandala/wide/large", spots={"vision/1": (9, 99)})},
    )
    assert made.count("</script>") == 2
    assert made.count("<b>") == 0
    assert known_by(made)["items"][1]["n"] == HOSTILE
    assert markup.escape(HOSTILE) in made


def test_the_shipped_page_is_small_enough_for_any_mail(shipped):
    assert len(shipped.encode()) <= 1_500_000


def test_positions_can_be_read_out_of_an_earlier_page(small):
    told = old_positions(small, "old.html")
    assert list(told) == [
        "mandala/wide/large",
        "mandala/wide/small",
        "mandala/tall/large",
        "rings/wide",
        "rings/tall",
    ]
    assert told["mandala/wide/large"]["action/1"] == (660.0, 560.0)
    assert told["rings/tall"]["vision/2"] == (100.0, 500.0)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<html></html>",
        "<html>{",
        "<html>[]",
        '<html>{"items":[{"k":"a"}],"scenes":{"m":{"p":[[7,1,2]]}}}',
        '<html>{"items":[],"scenes":{"m":{"p":[[]]}}}',
    ],
)
def test_a_file_without_positions_says_what_to_give_instead(text):
    block = '<script type="application/json" id="data">'
    with pytest.raises(PlanGraphError) as told:
        old_positions(text.replace("<html>", block, 1) + "</script>", "old.html")
    assert told.value.text("ja") == (
        "old.html: マンダラのHTMLとして読めません（配置のデータがありません）。"
        "--like には、plan-graph mandala で作ったHTMLを指定してください。"
    )
    assert "--like" in told.value.text("en")


def test_no_part_of_the_script_takes_a_name_that_another_has():
    folder = Path(page_module.__file__).with_name("assets")
    names = [
        name
        for part in SCRIPTS
        for name in re.findall(
            r"(?m)^(?:async )?(?:function\*?|const|let) +(\w+)",
            (folder / part).read_text(encoding="utf-8"),
        )
    ]
    assert sorted(name for name, times in Counter(names).items() if times > 1) == []


def test_english_pages_say_everything_in_english():
    made = page(picture(lang="en"), small_scenes())
    assert '<html lang="en">' in made
    assert "The table below says everything." in made
    assert "[derived]" in made


# --- In Chromium ----------------------------------------------------------------------------


@pytest.fixture
def opened(chromium, tmp_path):
    """Open a page as ``opened(html, "#f=action/1", 1366, 768)``; whatever it does wrong fails."""
    contexts, troubles = [], []

    def open_page(html, address="", width=1366, height=768, *, before="", **options):
        file = tmp_path / "マンダラ 2024.html"
        file.write_text(html, encoding="utf-8")
        viewport = {"width": width, "height": height}
        context = chromium.new_context(viewport=viewport, offline=True, **options)
        contexts.append(context)
        if before:
            context.add_init_script(before)
        tab = context.new_page()
        tab.on("console", lambda message: troubles.append(message.text))
        tab.on("pageerror", lambda error: troubles.append(str(error)))

        def asked(route):
            if route.request.url.partition("#")[0] == file.as_uri():
                return route.continue_()
            troubles.append(route.request.url)
            return route.abort()

        tab.route("**/*", asked)
        tab.goto(file.as_uri() + address)
        tab.wait_for_timeout(60)
        return tab

    yield open_page
    for context in contexts:
        context.close()
    assert troubles == []


def named(tab, name):
    """The group of the item that is called *name*, in its first place."""
    return tab.locator(f'.items [role=button][aria-label="{name}"]').first


def address(tab):
    return tab.evaluate("decodeURIComponent(location.hash)")


def go(tab, where):
    tab.evaluate("where => { location.hash = where }", where)
    tab.wait_for_timeout(60)


def card(tab):
    return tab.locator(".focus-card text").all_text_contents()


def told(tab):
    """Return the lines that are drawn, as (letter, subject, predicate, object)."""
    return tab.evaluate(
        """() => {
          const data = JSON.parse(document.getElementById('data').textContent);
          return [...document.querySelectorAll('.badges .badge')].map((badge) => {
            const line = data.lines[badge.dataset.line];
            const [from, to] = [data.items[line.s].k, data.items[line.o].k];
            return [badge.textContent, from, line.p, to].join(' ');
          }).sort();
        }"""
    )


@pytest.mark.browser
@pytest.mark.parametrize(
    ("width", "height", "canvas"),
    [
        (1920, 1080, "0 0 1920 1080"),
        (1366, 768, "0 0 1920 1080"),
        (1280, 800, "0 0 1920 1080"),
        (1024, 768, "0 0 1440 1080"),
        (390, 844, "0 0 1440 1080"),
    ],
)
def test_the_canvas_follows_the_form_of_the_window_and_stays_inside(
    opened, small, width, height, canvas
):
    tab = opened(small, "", width, height)
    picture_ = tab.locator("#picture")
    assert picture_.get_attribute("viewBox") == canvas
    box = picture_.bounding_box()
    assert box["x"] >= 0
    assert box["y"] >= 0
    assert box["x"] + box["width"] <= width + 0.5
    assert box["y"] + box["height"] <= height + 0.5
    assert tab.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.browser
def test_a_click_pins_and_the_card_says_what_and_a_second_click_releases(opened, small):
    tab = opened(small)
    assert card(tab) == []
    named(tab, "取組 1 川の生き物調べ").locator(".dot").click()
    assert address(tab) == "#f=action/1"
    assert card(tab) == ["取組", "1", "川の生き物調べ", "担当課", "環境部水辺課", "記"]
    assert named(tab, "取組 1 川の生き物調べ").get_attribute("aria-pressed") == "true"
    assert "far" in named(tab, "ビジョン ① 歩いて暮らせるまち").get_attribute("class")
    assert "near" in named(tab, "ビジョン ② 水のきれいなまち").get_attribute("class")
    named(tab, "取組 1 川の生き物調べ").locator(".dot").click(force=True)
    assert address(tab) == ""
    assert card(tab) == []


@pytest.mark.browser
def test_nothing_moves_when_something_is_selected(opened, small):
    tab = opened(small)
    places = "() => [...document.querySelectorAll('.items .item')].map((g) => g.style.transform)"
    before = tab.evaluate(places)
    go(tab, "#f=action/1&n=3")
    assert tab.evaluate(places) == before
    assert len(before) == 6


@pytest.mark.browser
def test_the_address_opens_the_same_picture_and_back_goes_back(opened, small):
    tab = opened(small, "#v=rings&f=vision/2&n=2&b=Matched&t=dark")
    assert tab.locator("#picture").get_attribute("viewBox") == "0 0 1920 1080"
    assert tab.locator(".items .item").count() == 4
    assert tab.evaluate("document.documentElement.dataset.theme") == "dark"
    assert address(tab) == "#v=rings&f=vision/2&n=2&b=Matched&t=dark"
    go(tab, "#f=action/2")
    assert card(tab)[:3] == ["取組", "2", "川辺の道づくり"]
    tab.go_back()
    tab.wait_for_timeout(700)
    assert tab.locator(".items .item").count() == 4


@pytest.mark.browser
@pytest.mark.parametrize(
    "wrong",
    [
        "#v=nowhere&r=huge&f=action/99&n=7&b=Guessed&s=no&t=blue&o=moon",
        "#f=%E0%A4%A&=&&&x",
        "#" + "%" * 50,
    ],
)
def test_an_address_that_says_nonsense_shows_the_first_sight(opened, small, wrong):
    tab = opened(small, wrong)
    assert tab.locator(".items .item").count() == 6
    assert tab.locator(".far").count() == 0


@pytest.mark.browser
def test_no_storage_is_needed(opened, small):
    refused = """for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
      Object.defineProperty(window, name, { get() { throw new Error('blocked'); } });"""
    tab = opened(small, "#f=action/1", before=refused)
    assert card(tab)[1] == "1"


@pytest.mark.browser
def test_the_keyboard_reaches_pins_walks_and_releases(opened, small):
    tab = opened(small)
    for _ in range(12):
        tab.keyboard.press("Tab")
        if tab.evaluate("document.activeElement.closest('#picture') !== null"):
            break
    here = "document.activeElement.getAttribute('aria-label')"
    assert tab.evaluate(here) == "あるべきまちの姿 めざすまち"
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("ArrowLeft")
    assert tab.evaluate(here) == "ビジョン ① 歩いて暮らせるまち"
    tab.keyboard.press("End")
    assert tab.evaluate(here) == "取組 2 川辺の道づくり"
    tab.keyboard.press("ArrowUp")
    assert tab.evaluate(here) == "取組 1 川の生き物調べ"
    assert tab.locator(".name-tag").text_content() == "1川の生き物調べ"
    tab.keyboard.press("Enter")
    assert address(tab) == "#f=action/1"
    tab.keyboard.press("3")
    assert address(tab) == "#f=action/1&n=3"
    tab.keyboard.press("Escape")
    assert address(tab) == "#n=3"
    tab.keyboard.press("Home")
    assert tab.evaluate("document.querySelectorAll('#picture .items [tabindex=\"0\"]').length") == 1


@pytest.mark.browser
def test_hover_tells_the_whole_name_of_what_shows_only_a_number(opened, small):
    tab = opened(small)
    named(tab, "取組 2 川辺の道づくり").locator(".dot").hover()
    assert tab.locator(".name-tag").text_content() == "2川辺の道づくり"
    size = float(tab.locator(".name-tag .name").first.get_attribute("font-size"))
    assert size * 1366 / 1920 >= 15
    named(tab, "ビジョン ① 歩いて暮らせるまち").hover()
    assert tab.locator(".name-tag").count() == 0


@pytest.mark.browser
def test_a_derived_line_is_drawn_only_while_its_way_is_not(opened, small):
    tab = opened(small, "#f=action/1")
    first = [
        "導 action/1 aimsAt outcome/1",
        "導 action/1 serves vision/2",
        "記 action/1 partOf measure/1-1",
    ]
    assert told(tab) == sorted(first)
    go(tab, "#f=action/1&n=2")
    second = [
        "導 action/1 serves vision/2",
        "照 measure/1-1 aimsAt outcome/1",
        "記 action/1 partOf measure/1-1",
    ]
    assert told(tab) == sorted(second)
    go(tab, "#f=action/1&n=3")
    third = [
        "照 measure/1-1 aimsAt outcome/1",
        "記 action/1 partOf measure/1-1",
        "記 outcome/1 serves vision/2",
    ]
    assert told(tab) == sorted(third)


@pytest.mark.browser
def test_a_way_keeps_its_direction(opened, small):
    tab = opened(small, "#f=vision/2&n=3")
    assert told(tab) == sorted(
        [
            "照 measure/1-1 aimsAt outcome/1",
            "記 action/1 partOf measure/1-1",
            "記 action/2 partOf measure/1-1",
            "記 outcome/1 serves vision/2",
        ]
    )


@pytest.mark.browser
def test_what_is_too_weak_or_switched_off_is_not_drawn(opened, small):
    tab = opened(small, "#f=action/2")
    assert told(tab) == ["推 action/2 serves vision/1", "記 action/2 partOf measure/1-1"]
    go(tab, "#f=action/2&b=Matched")
    assert told(tab) == ["記 action/2 partOf measure/1-1"]
    go(tab, "#f=action/2&x=relation/partOf")
    assert told(tab) == ["推 action/2 serves vision/1"]
    go(tab, "#f=action/2&x=basis/Estimated,kind/Measure")
    assert told(tab) == []


@pytest.mark.browser
def test_the_style_of_a_line_tells_its_basis(opened, small):
    tab = opened(small, "#f=action/2")
    dash = tab.locator(".line.basis-Estimated .wire").get_attribute("stroke-dasharray")
    assert [round(float(part), 1) for part in dash.split()] == [0, 15.2]
    assert tab.locator(".line.basis-Estimated .wire").get_attribute("stroke-linecap") == "round"
    assert tab.locator(".line.basis-Stated .wire").get_attribute("stroke-dasharray") is None
    assert tab.locator(".line.basis-Stated .wire").get_attribute("stroke-width") == "8"


@pytest.mark.browser
def test_a_view_moves_the_same_groups_to_their_new_places(opened, small):
    tab = opened(small)
    tab.evaluate("document.querySelector('[aria-label^=\"取組 1 \"]').kept = true")
    go(tab, "#v=rings")
    assert tab.evaluate("document.querySelector('#picture').classList.contains('moving')")
    tab.wait_for_timeout(700)
    group = named(tab, "取組 1 川の生き物調べ")
    assert group.evaluate("g => g.kept")
    assert group.evaluate("g => g.style.transform") == "translate(900px, 100px)"
    assert tab.locator(".items .item").count() == 4


@pytest.mark.browser
def test_whoever_wants_no_motion_sees_none(opened, small):
    tab = opened(small, reduced_motion="reduce")
    go(tab, "#v=rings")
    assert not tab.evaluate("document.querySelector('#picture').classList.contains('moving')")
    assert tab.locator(".items .item").count() == 4
    durations = "g => [getComputedStyle(g).transitionDuration, getComputedStyle(g).animationName]"
    assert named(tab, "取組 1 川の生き物調べ").evaluate(durations) == ["0s", "none"]


@pytest.mark.browser
@pytest.mark.parametrize(
    "name", [HOSTILE, "👩‍🌾🌾の米づくり", "مدينة خضراء", "", " ", "長" * 80, "W" * 200]
)
def test_any_name_is_shown_as_text_and_breaks_nothing(opened, name):
    items = [
        replace(each, name=name, short=name) if each.key == "action/1" else each for each in ITEMS
    ]
    tab = opened(page(picture(items), small_scenes()), "#f=action/1&n=3")
    assert tab.locator("b, img, script:not([src]) + b").count() == 0
    assert tab.locator(".focus-card").count() == 1
    assert len(told(tab)) == 3
    go(tab, "#f=vision/2&n=3")
    assert len(told(tab)) == 4


@pytest.mark.browser
@pytest.mark.parametrize(
    ("items", "lines", "count"),
    [
        ((), (), 0),
        (ITEMS[5:6], (), 1),
        (ITEMS, (), 6),
        (
            ITEMS,
            (line("action/1", "partOf", "action/2"), line("action/2", "partOf", "action/1")),
            6,
        ),
        (ITEMS, (line("action/1", "partOf", "action/1"),), 6),
    ],
)
def test_poor_and_odd_graphs_are_shown_as_they_are(opened, items, lines, count):
    scenes = {
        name: replace(each, placed=tuple(p for p in each.placed if p.key in {i.key for i in items}))
        for name, each in small_scenes().items()
    }
    tab = opened(page(picture(items, lines, steps=()), scenes), "#f=action/1&n=3")
    assert tab.locator(".items .item").count() == count


@pytest.mark.browser
def test_a_page_without_any_scene_still_opens(opened):
    tab = opened(page(picture(), {}), "#f=action/1")
    assert tab.locator("#picture .item").count() == 0
    assert tab.locator("#footer").text_content().startswith("令和6年度版")


@pytest.mark.browser
def test_an_answer_is_lit_on_the_standing_picture(opened):
    tab = opened(page(picture(), small_scenes(), ["action/2", "vision/1", "nowhere"]))
    lit = "[...document.querySelectorAll('.items .lit')].map((g) => g.getAttribute('aria-label'))"
    assert tab.evaluate(lit) == ["ビジョン ① 歩いて暮らせるまち", "取組 2 川辺の道づくり"]


# --- Every item of the shipped graph --------------------------------------------------------

#: What is drawn for the pinned item: its names and letters as rectangles or discs, its lines.
DRAWN = r"""() => {
  const rect = (element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return [left, top, right, bottom];
  };
  const found = (css) => [...document.querySelectorAll(css)];
  const all = (css, inner) => found(css).map((e) => rect(inner ? e.querySelector(inner) : e));
  const root = getComputedStyle(document.documentElement);
  const px = (name) => parseFloat(root.getPropertyValue(name));
  const [left, top] = [px('--left'), px('--top')];
  const sides = ['left', 'top', 'right', 'bottom'];
  const panel = sides.map((side, at) => px(`--panel-${side}`) + [left, top][at % 2]);
  const lines = found('.line').map((line) => {
    const wire = line.querySelector('.wire');
    const arrow = parseFloat(wire.getAttribute('stroke-width')) * 2.4;
    return [wire.getTotalLength() + arrow, line.dataset.line];
  });
  return {
    names: all('.label-box', '.plate'),
    framed: all('.item.near.framed:not(.far), .item.focus.framed:not(.under)', '.hit'),
    letters: all('.badges .badge', 'circle'),
    card: all('.focus-card .card'),
    told: found('.focus-card text').map(rect),
    panel: panel[2] - panel[0] > 1 ? [panel] : [],
    lines,
    badges: found('.badges .badge').map((badge) => badge.dataset.line),
    pinned: found('.label-box.pinned').length,
  };
}"""


def pin(tab, where):
    """Bring the page to the address *where* at once."""
    tab.evaluate(
        """where => {
          history.replaceState(null, '', where);
          dispatchEvent(new Event('hashchange'));
        }""",
        where,
    )


def meet(a, b):
    """Say whether two rectangles share more than a pixel."""
    return min(a[2], b[2]) - max(a[0], b[0]) > 1 and min(a[3], b[3]) - max(a[1], b[1]) > 1


def touch(a, b):
    """Say whether two discs, told as the rectangles around them, meet."""
    apart = math.hypot(a[0] + a[2] - b[0] - b[2], a[1] + a[3] - b[1] - b[3]) / 2
    return apart < (a[2] - a[0] + b[2] - b[0]) / 2 - 1


def faults(drawn, width, height):
    """Yield what is wrong with what is drawn for a pinned item."""
    boxes = [*drawn["names"], *drawn["framed"]]
    for at, name in enumerate(drawn["names"]):
        others = [*boxes[:at], *boxes[at + 1 :], *drawn["letters"], *drawn["panel"]]
        yield from (f"name {at} meets {other}" for other in others if meet(name, other))
    for at, letter in enumerate(drawn["letters"]):
        yield from (
            f"letter {at} meets {box}"
            for box in [*drawn["framed"], *drawn["panel"]]
            if meet(letter, box)
        )
        rest = [*drawn["letters"][at + 1 :], *drawn["card"]]
        yield from (f"letter {at} touches {other}" for other in rest if touch(letter, other))
    for box in [*drawn["names"], *drawn["letters"]]:
        if box[0] < 0 or box[1] < 0 or box[2] > width or box[3] > height * (1 - 50 / 1080) + 1:
            yield f"{box} leaves the stage"
    for box in drawn["told"]:
        [edge] = drawn["card"]
        reach = max(
            math.hypot(x - (edge[0] + edge[2]) / 2, y - (edge[1] + edge[3]) / 2)
            for x in box[::2]
            for y in box[1::2]
        )
        if reach > (edge[2] - edge[0]) / 2 * 1.06:
            yield f"{box} leaves the card"
    if len(drawn["names"]) - drawn["pinned"] + len(drawn["framed"]) > 13:
        yield f"{len(boxes)} names"
    if sorted(drawn["badges"]) != sorted(at for _, at in drawn["lines"]):
        yield "a line without its letter"
    yield from (
        f"line {at} is {length:.0f} px long" for length, at in drawn["lines"] if length < 130
    )


@pytest.mark.browser
@pytest.mark.parametrize("room", ["large", "medium", "small"])
@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1024, 768)])
def test_whatever_is_pinned_can_be_read(opened, shipped, width, height, room):
    tab = opened(shipped, f"#r={room}", width, height, reduced_motion="reduce")
    keys = [item["k"] for item in known_by(shipped)["items"]]
    found = {}
    for key in keys:
        pin(tab, f"#r={room}&f={key}")
        wrong = list(faults(tab.evaluate(DRAWN), width, height))
        if wrong:
            found[key] = wrong
    assert len(keys) > 100
    assert found == {}


@pytest.mark.browser
@pytest.mark.parametrize("view", ["rings", "by-vision&r=small", "by-issue", "progress&r=medium"])
def test_whatever_is_pinned_can_be_read_in_the_other_views(opened, shipped, view):
    tab = opened(shipped, f"#v={view}", reduced_motion="reduce")
    found = {}
    for key in [
        item["k"]
        for item in known_by(shipped)["items"]
        if item["t"] in {"Vision", "Action", "RegionalIssue", "Measure"}
    ]:
        pin(tab, f"#v={view}&f={key}")
        drawn = tab.evaluate(DRAWN)
        wrong = list(faults({**drawn, "framed": []}, 1366, 768))
        if wrong:
            found[key] = wrong
    assert found == {}


@pytest.mark.browser
def test_the_card_of_a_shipped_action_says_its_department(opened, shipped):
    tab = opened(shipped, "#f=action/ap3-19", 1920, 1080)
    assert card(tab) == ["取組", "19", "森林の保全・活用", "担当課", "経済部農林水産課", "記"]
    sizes = [
        float(each.get_attribute("font-size")) for each in tab.locator(".focus-card > text").all()
    ]
    assert sizes[1:3] == [72, 48]


@pytest.mark.browser
def test_what_comes_through_a_measure_is_lit_without_a_line_of_its_own(opened, shipped):
    tab = opened(shipped, "#f=vision/2")
    drawn = " ".join(told(tab))
    assert "導 measure/ap3-2-4 serves vision/2" in drawn
    assert "action/ap3-20 serves" not in drawn
    assert "near" in named(tab, "取組 20 干潟の保全・活用").get_attribute("class")
