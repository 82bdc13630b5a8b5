"""The side of the page in Chromium: panel, questions, filters, search, table, presenter, paper.

Every request is refused, and a message of the console, an error of the page or a request that is
tried fails the test. Facts are those of the released graph, typed from its sources.
"""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from plan_graph.answers import Page
from plan_graph.graph import load_store
from plan_graph.lookup import elements
from plan_graph.mandala import files
from plan_graph.mandala.files.page import SCRIPTS
from plan_graph.mandala.files.page import page as page_of
from plan_graph.mandala.layout.views import scenes
from plan_graph.mandala.picture import Item, Picture, Step
from plan_graph.mandala.reading.build import build
from plan_graph.vocab import PG

pytestmark = pytest.mark.browser
ASSETS = Path(files.__file__).with_name("assets")
GRAPH = Path(__file__).parents[1] / "data" / "mandala.ttl"
SIZES = {"wide": (1920, 1080), "laptop": (1366, 768), "old": (1024, 768), "phone": (390, 844)}
BY_DEFAULT = ("19", "20", "21", "22", "7", "8", "9")


def pictured(lang="ja"):
    store = load_store(GRAPH)
    known = elements(store)
    return build(store, known, Page(store, known, PG.Estimated, lang))


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """The pages of the released graph, by language."""
    folder = tmp_path_factory.mktemp("pages")
    found = {}
    for lang in ("ja", "en"):
        picture = pictured(lang)
        found[lang] = folder / f"{lang}.html"
        found[lang].write_text(page_of(picture, scenes(picture)), encoding="utf-8")
    return found


@pytest.fixture
def show(chromium, files):
    """Open a page: ``show("#f=vision/2", size="phone")``; nothing it does may go wrong unseen."""
    wrong, contexts = [], []

    def shown(address="", size="laptop", lang="ja", file=None, **more):
        width, height = SIZES[size]
        context = chromium.new_context(
            viewport={"width": width, "height": height},
            **{"offline": True, "reduced_motion": "reduce"} | more,
        )
        contexts.append(context)
        opened = context.new_page()
        opened.set_default_timeout(5000)
        opened.on("console", lambda message: wrong.append(message.text))
        opened.on("pageerror", lambda error: wrong.append(str(error)))
        opened.on("request", lambda each: each.url.startswith("http") and wrong.append(each.url))
        opened.goto((file or files[lang]).as_uri() + address)
        opened.evaluate("document.fonts.ready")
        settle(opened)
        return opened

    yield shown
    for context in contexts:
        context.close()
    assert wrong == []


def settle(page):
    """Wait until two pictures have been drawn."""
    page.evaluate("() => new Promise(r => requestAnimationFrame(() => requestAnimationFrame(r)))")


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)
    settle(page)


def texts(page, selector):
    return [told.strip() for told in page.locator(selector).all_inner_texts()]


def told(page, selector):
    """Return the text of one element, its spaces alike."""
    return re.sub(r"\s+", " ", page.locator(selector).inner_text()).strip()


def state(page):
    return page.evaluate("decodeURIComponent(location.hash)")


def lit(page):
    """Return the numbers of the actions that stand out."""
    return page.evaluate(
        """() => [...document.querySelectorAll('.item.kind-Action:not(.far)')]
        .map(g => g.getAttribute('aria-label').split(' ')[1])"""
    )


def held(page):
    """Return the id, or else the text, of what the keyboard is at."""
    return page.evaluate("document.activeElement.id || document.activeElement.textContent")


def test_the_parts_of_the_script_share_one_scope_and_no_name():
    names = []
    for part in SCRIPTS:
        told = (ASSETS / part).read_text(encoding="utf-8")
        names += re.findall(r"^(?:const|let|function\*?) (\w+)", told, re.MULTILINE)
    assert [name for name in names if names.count(name) > 1] == []


# --- The questions ---------------------------------------------------------------------------


def test_a_vision_tells_which_actions_serve_it_by_the_strength_of_the_ground(show):
    page = show("#f=vision/2")
    page.get_by_role("button", name="どの取組がこのビジョンにつながるか").click()
    settle(page)
    assert told(page, "#answer .sentence") == (
        "ビジョン②「自然とともにあるまち」につながる取組は7件です"
        "（照合 4件、推定 3件。うち施策を通じてのみ 6件）。"
    )
    assert texts(page, "#answer .group .walk") == list(BY_DEFAULT)
    assert sorted(lit(page)) == sorted(BY_DEFAULT)
    assert told(page, "#heard").startswith(
        "ビジョン②「自然とともにあるまち」につながる取組は7件です"
    )
    assert held(page) == "answer"
    assert "a=vision/2" in state(page)


def test_without_estimates_four_actions_are_left(show):
    page = show("#a=vision/2")
    page.click("#open-drawer")
    page.locator('[data-off="basis/Estimated"]').click()
    settle(page)
    assert texts(page, "#answer .group .walk") == ["19", "20", "21", "22"]
    assert sorted(lit(page)) == ["19", "20", "21", "22"]
    assert "推定" not in told(page, "#answer .sentence")
    assert told(page, "#second") == "しぼり込み：推定を除く"
    again = show(state(page))
    assert texts(again, "#answer .group .walk") == ["19", "20", "21", "22"]


@pytest.mark.parametrize(
    ("vision", "called", "count"),
    [
        ("vision/3", "ビジョン③「人を呼ぶ魅力のあるまち」", 7),
        ("vision/6", "ビジョン⑥「わくわくして暮せるまち」", 0),
    ],
)
def test_a_vision_that_no_document_leads_to_says_so(show, vision, called, count):
    page = show(f"#a={vision}")
    assert told(page, "#answer .sentence") == (
        f"{called}：資料からたどれる取組はまだありません"
        f"（推定 {count}件。市の見解ではありません）。"
    )


def test_the_panel_of_such_a_vision_says_that_it_does_not_mean_nothing_is_done(show):
    page = show("#f=vision/6")
    assert "何もしていないという意味ではありません" in told(page, "#panel .note")


def test_a_department_tells_its_visions(show):
    page = show()
    page.click("#open-drawer")
    page.get_by_role("button", name="担当課 経済部農林水産課").click()
    settle(page)
    sentence = told(page, "#answer .sentence")
    # Actions 3, 4, 7, 8, 9, 10 and 19 are its own.
    assert sentence == (
        "「経済部農林水産課」が担当する取組は7件。資料からは①、②、⑤につながります（照合 6組）。"
        "推定では②、③、④、⑤にも（13組。市の見解ではありません）。"
    )
    assert sorted(lit(page), key=int) == ["3", "4", "7", "8", "9", "10", "19"]


def test_an_issue_tells_who_works_on_it_and_never_that_anything_is_achieved(show):
    page = show()
    page.get_by_role("button", name="地域課題 一次産業の衰退").click()
    page.get_by_role("button", name="この課題に取り組むのは").click()
    settle(page)
    assert told(page, "#answer .sentence") == (
        "地域課題「一次産業の衰退」：資料からたどれる取組はまだありません"
        "（推定 10件。市の見解ではありません）。"
    )
    assert texts(page, "#answer .group .walk") == [
        "1",
        "2",
        "3",
        "4",
        "6",
        "7",
        "8",
        "9",
        "10",
        "19",
    ]
    assert "達成" not in page.locator("body").inner_text()


def test_escape_goes_back_from_an_action_to_the_answer_and_out_of_it(show):
    page = show("#a=vision/2")
    page.locator("#answer .walk", has_text="19").click()
    settle(page)
    assert (page.locator("#answer").is_hidden(), held(page)) == (True, "panel")
    press(page, "Escape")
    assert page.locator("#answer").is_visible()
    press(page, "Escape")
    assert (page.locator("#answer").is_hidden(), state(page)) == (True, "")


def test_a_question_asked_in_rows_is_answered_on_the_mandala(show):
    page = show("#v=by-vision&f=vision/2")
    page.get_by_role("button", name="どの取組がこのビジョンにつながるか").click()
    settle(page)
    assert "v=" not in state(page)
    assert sorted(lit(page)) == sorted(BY_DEFAULT)


# --- The panel ---------------------------------------------------------------------------------


def test_the_panel_tells_facts_lines_reasons_and_who_has_looked(show):
    page = show()
    page.get_by_role("button", name="取組 19 森林の保全・活用").click()
    settle(page)
    panel = told(page, "#panel")
    for fact in (
        "19 森林の保全・活用",
        "実績 1,917／目標 2,100件（令和6年度）",
        "理由は進行管理表 No.19-1 参照",
        "取組19「森林の保全・活用」は、施策2-4「自然資本の保全・活用」に属します",
        "シート19-1、シート19-2",
        "確認状況：未確認",
        "いちばん弱い根拠：照合",
    ):
        assert fact in panel
    assert page.locator("#panel .status").first.get_attribute("aria-label") == "市の評価 ×"
    heads = texts(page, "#panel h3")
    assert heads[:3] == ["実績と目標", "属する施策", "つながるビジョン"]
    way = page.locator("#panel .way").first
    assert [each.inner_text() for each in way.locator(".walk").all()] == [
        "19 森林の保全・活用",
        "2-4 自然資本の保全・活用",
        "自然資本の保全・活用",
        "② 自然とともにあるまち",
    ]


def test_names_in_the_panel_lead_on_and_the_keyboard_follows(show):
    page = show("#f=action/ap3-19")
    page.locator("#panel .links .walk", has_text="2-4 自然資本の保全・活用").first.click()
    settle(page)
    assert "f=measure/ap3-2-4" in state(page)
    assert told(page, "#panel h2") == "2-4 自然資本の保全・活用"
    assert held(page) == "panel"
    before = page.evaluate("document.getElementById('panel').scrollTop")
    press(page, "End")
    page.wait_for_function("document.getElementById('panel').scrollTop > 40")
    assert before == 0


def test_the_panel_closes_and_counts_what_the_filter_hides(show):
    page = show("#f=action/ap3-19&x=basis/Estimated")
    assert re.search(r"しぼり込みで\d+本を隠しています", told(page, "#panel"))
    assert "地域課題" not in "".join(texts(page, "#panel h3"))
    page.locator("#panel .close").click()
    assert page.locator("#panel").is_hidden()


@pytest.mark.parametrize("size", ["wide", "laptop", "old"])
@pytest.mark.parametrize(
    "focus", ["action/ap3-19", "action/ap3-5", "vision/4", "issue/resource-outflow"]
)
def test_the_panel_covers_neither_names_nor_the_letters_of_lines(show, size, focus):
    page = show(f"#f={focus}", size=size)
    assert page.locator("#panel").is_visible()
    covered = page.evaluate(
        """() => {
        const panel = document.getElementById('panel').getBoundingClientRect();
        const names = '.label-box, .badges .badge, .item.focus, .item.near:not(.far)';
        return [...document.querySelectorAll(names)].filter(each => {
          const box = each.getBoundingClientRect();
          const across = Math.min(box.right, panel.right) - Math.max(box.left, panel.left);
          const down = Math.min(box.bottom, panel.bottom) - Math.max(box.top, panel.top);
          return across > 2 && down > 2;
        }).map(each => each.getAttribute('aria-label') || each.textContent);
        }"""
    )
    assert covered == []


# --- The legend, which is the filter -----------------------------------------------------------


def test_numbers_tell_how_many_actions_each_choice_would_leave(show):
    page = show()
    page.click("#open-drawer")
    assert texts(page, '[data-off^="only/project/"]') == [
        "食×農 11",
        "脱炭素化 11",
        "防災・減災 15",
    ]
    assert told(page, "#left") == "取組 37／37件を表示"
    page.locator('[data-off="only/theme/theme/3"]').click()
    settle(page)
    assert told(page, "#left") == "取組 7／37件を表示"
    assert lit(page) == ["1", "2", "3", "4", "7", "8", "10"]
    # All seven stand in the project on food and farming.
    assert texts(page, '[data-off^="only/project/"]') == ["食×農 7", "脱炭素化 0", "防災・減災 0"]
    assert told(page, "#second") == "しぼり込み：テーマ（部会） 食・有機農業"
    page.get_by_role("button", name="すべて戻す").click()
    settle(page)
    assert told(page, "#left") == "取組 37／37件を表示"
    assert state(page) == ""


def test_choices_of_one_kind_add_up_and_kinds_narrow_each_other(show):
    page = show("#x=only/project/project/ap3-1,only/project/project/ap3-2")
    assert len(lit(page)) == 22
    page = show("#x=only/project/project/ap3-2,only/aspect/Economy")
    assert set(lit(page)) <= {str(number) for number in range(12, 23)}


def test_layers_are_switched_off_and_on(show):
    page = show()
    page.click("#open-drawer")
    names = [re.sub(r" \d+$", "", name) for name in texts(page, '[data-off^="layer/"]')]
    assert names == [
        "未来像",
        "めざす効果",
        "課題",
        "取組",
        "テーマ（部会）",
        "事業アイデア",
        "主体",
        "資源・場所",
        "担当課",
        "SDGs",
        "部会の取組",
    ]
    page.locator('[data-off="layer/issues"]').click()
    settle(page)
    assert page.locator(".item.kind-RegionalIssue:not(.far)").count() == 0
    page.locator('[data-off="layer/issues"]').click()
    settle(page)
    assert page.locator(".item.kind-RegionalIssue:not(.far)").count() == 5


def test_plans_before_are_a_layer_that_is_off_at_first(show):
    page = show("#f=action/ap3-29")
    assert page.locator("#panel .earlier").count() == 0
    press(page, "v")
    page.locator('[data-choice="earlier"]').focus()
    press(page, "Enter")
    assert state(page) == "#f=action/ap3-29&e=1"
    # One measure and twelve actions; 15 only through its measure, 29 through a plan in between.
    found = texts(page, '[data-choice^="earlier/"]')
    assert found == ["2-2", *map(str, (1, 9, 10, 11, 12, 15, 19, 20, 21, 28, 29, 33))]
    assert told(page, "#panel .earlier .sentence") == (
        "取組29「地区まちづくり協議会への支援」は、施策45「協働によるまちづくりの推進」を通じて、"
        "平成29年度の施策「協働によるまちづくりの推進」の流れをくみます（推定）。"
    )
    steps = texts(page, "#panel .earlier ol > li")
    assert [re.search("［(..)］", step)[1] for step in steps] == ["推定", "記載", "照合"]
    assert "第1次基本計画「きさらづ未来活力創造プラン」（平成27年度～平成30年度）" in steps[-1]
    # A chip of the drawer selects; what has nothing before it says so.
    page.locator('[data-choice="earlier/action/ap3-21"]').click()
    settle(page)
    assert "基本計画事業「自然体験観光推進事業」を引き継ぎます" in told(page, "#panel .earlier")
    page.evaluate("location.hash = '#f=action/ap3-2&e=1'")
    page.wait_for_selector("#panel .earlier")
    assert "まだありません" in told(page, "#panel .earlier")
    # Where estimates are switched off, what rests on them is gone: all of it here.
    page = show("#e=1&w=1")
    assert page.locator("#twin table.earlier tbody tr").count() == 13
    page = show("#e=1&w=1&x=basis/Estimated")
    assert page.locator("#twin table.earlier").count() == 0


def test_a_derived_line_goes_with_what_it_rests_on(show):
    page = show("#f=action/ap3-19&x=basis/Matched")
    lines = texts(page, "#panel .links > li > .letter")
    assert "照" not in lines
    assert "いちばん弱い根拠：照合" not in told(page, "#panel")


def test_the_year_of_the_values_is_a_filter_where_there_are_several(show):
    page = show()
    page.click("#open-drawer")
    assert [name.split()[0] for name in texts(page, '[data-off^="only/year/"]')] == [
        "2024年度",
        "2023年度",
    ]
    page.locator('[data-off="only/year/2023"]').click()
    settle(page)
    # The sheets 9-1 and 9-2 print values of fiscal 2023.
    assert lit(page) == ["9"]


def test_the_drawer_by_keys_alone(show):
    page = show()
    press(page, "v")
    assert held(page) == "drawer"
    press(page, "Tab", "Tab", "Tab", "Enter")
    assert state(page) == "#v=rings"
    assert held(page).startswith("輪")
    page.get_by_role("button", name="担当課", exact=True).first.click()
    assert state(page) == "#v=rings&o=departments"
    press(page, "Escape")
    assert (page.locator("#drawer").is_hidden(), held(page)) == (True, "open-drawer")


def test_room_and_light_are_chosen_in_the_drawer(show):
    page = show()
    page.click("#open-drawer")
    page.locator('[data-choice="room/small"]').click()
    page.locator('[data-choice="theme/dark"]').click()
    settle(page)
    assert state(page) == "#r=small&t=dark"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(18, 24, 31)"


def test_the_answer_a_page_was_made_for_is_lit_until_one_asks_for_all(show, tmp_path):
    picture = pictured()
    file = tmp_path / "found.html"
    file.write_text(page_of(picture, scenes(picture), ["action/ap3-24"]), encoding="utf-8")
    page = show(file=file)
    assert lit(page) == ["24"]
    assert told(page, "#second") == "答えの1件を示しています（Escで戻す）"
    press(page, "Escape")
    assert len(lit(page)) == 37
    assert told(page, "#second") == (
        "木更津市マンダラver.1.0の文字情報から再構成（配置は原図と異なります）"
    )


# --- Finding -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("24", "取組 24 防災訓練の実施"),
        ("２４", "取組 24 防災訓練の実施"),
        ("No.24", "取組 24 防災訓練の実施"),
        ("24番", "取組 24 防災訓練の実施"),
        ("取組24", "取組 24 防災訓練の実施"),
        ("②", "ビジョン ② 自然とともにあるまち"),
        ("2", "取組 2 有機米を使用した学校給食の提供"),
        ("2-4", "施策 2-4 自然資本の保全・活用"),
        ("２－４", "施策 2-4 自然資本の保全・活用"),
        ("ばんず", "場所 盤洲干潟"),
        ("バンズ", "場所 盤洲干潟"),
        ("ﾊﾞﾝｽﾞ", "場所 盤洲干潟"),
        ("banzu tidal", "場所 盤洲干潟"),
        ("防災訓練", "取組 24 防災訓練の実施"),
        ("森林の保全", "取組 19 森林の保全・活用"),
    ],
)
def test_everything_is_found_by_name_reading_english_and_number(show, query, first):
    page = show()
    press(page, "/")
    page.keyboard.insert_text(query)
    rows = texts(page, "#hits li")
    assert re.sub(r"\s+", " ", rows[0]).startswith(first)


def test_what_fits_is_marked_chosen_by_arrows_and_shown_on_the_picture(show):
    page = show()
    page.click("#open-search")
    assert held(page) == "query"
    page.keyboard.type("自然資本")
    assert texts(page, "#hits li:first-child mark") == ["自然資本"]
    assert told(page, "#findings") == f"{page.locator('#hits li').count()}件見つかりました。"
    press(page, "ArrowDown")
    chosen = page.locator("#hits li[aria-selected=true]")
    assert chosen.get_attribute("id") == page.locator("#query").get_attribute(
        "aria-activedescendant"
    )
    name = chosen.locator(".name").inner_text()
    press(page, "Enter")
    assert page.locator("#search").is_hidden()
    assert name in told(page, "#panel h2")
    assert (held(page), "q=" in state(page)) == ("panel", False)


def test_while_one_types_the_picture_lights_what_fits(show):
    page = show()
    press(page, "/")
    page.keyboard.type("24")
    settle(page)
    assert lit(page) == ["24"]
    press(page, "Escape")
    assert (page.locator("#search").is_hidden(), len(lit(page))) == (True, 37)


def test_what_is_not_found_says_so_with_a_near_miss(show):
    page = show()
    press(page, "/")
    page.keyboard.insert_text("森林の保前と活躍")
    assert told(page, "#findings") == (
        "「森林の保前と活躍」に当たるものがありません。もしかして：取組 19 森林の保全・活用"
    )
    press(page, "Enter")
    assert "f=action/ap3-19" in state(page)
    press(page, "/")
    page.keyboard.insert_text("xyzzyq")
    assert told(page, "#findings") == "「xyzzyq」に当たるものがありません。"


# --- The text twin -----------------------------------------------------------------------------


def test_the_table_holds_what_the_view_shows_in_its_order(show):
    page = show()
    page.click("#open-twin")
    settle(page)
    assert told(page, "#twin caption") == "いまの見方にあるもの：マンダラ（83件）"
    names = texts(page, "#twin tbody th")
    assert names[:3] == [
        "自然に寄り添い、学び、経済が循環する自立した共生社会",
        "人のつながりがあるまち",
        "自然とともにあるまち",
    ]
    assert held(page) == "twin-title"
    assert page.evaluate("document.getElementById('stage').inert")
    press(page, "Escape")
    assert (page.locator("#twin").is_hidden(), held(page)) == (True, "open-twin")


def test_the_table_follows_the_focus_the_answer_and_the_step(show):
    page = show("#f=action/ap3-19&w=1")
    assert texts(page, "#twin caption")[0].startswith("19 森林の保全・活用のつながり（")
    assert "実績 1,917／目標 2,100件（令和6年度）" in told(page, "#twin .facts")
    page = show("#a=vision/2&w=1")
    assert told(page, "#twin caption") == "いま図で示しているもの（8件）"
    assert texts(page, "#twin tbody td:first-child") == ["②", "7", "8", "9", "19", "20", "21", "22"]
    page = show("#s=issues&w=1")
    assert "向き合う課題は5つ。" in told(page, "#twin")
    assert page.locator("#twin tbody tr").count() == 5


def test_the_first_stop_of_the_keyboard_is_the_way_to_the_table(show):
    page = show()
    press(page, "Tab")
    assert held(page) == "図の内容を表で読む"
    press(page, "Enter")
    assert page.locator("#twin").is_visible()


def test_a_name_in_the_table_is_pinned_and_tells_its_lines(show):
    page = show("#w=1")
    page.locator("#twin").get_by_role("button", name="森林の保全・活用").click()
    settle(page)
    assert texts(page, "#twin caption")[0].startswith("19 森林の保全・活用のつながり（")
    page.locator("#twin .close").click()
    assert "f=action/ap3-19" in state(page)


# --- The presenter -----------------------------------------------------------------------------

STEPS = ("goal", "issues", "projects", "way", "candidate", "connectors", "open")


def test_the_room_is_checked_first_with_the_very_sizes_of_the_picture(show):
    page = show(size="wide")
    press(page, "p")
    assert "最後列から読めますか" in told(page, "#check h2")
    sizes = page.eval_on_selector_all(
        ".sample-text", "all => all.map(each => parseFloat(getComputedStyle(each).fontSize))"
    )
    assert sizes == [40, 32, 32, 22, 26, 16]
    press(page, "2")
    assert state(page) == "#r=medium&s=check"
    page.locator('[data-room="small"]').click()
    settle(page)
    assert state(page) == "#r=small&s=check"
    page.click("#begin")
    assert state(page) == "#r=small&s=goal"


def test_the_steps_by_clicker_and_keys(show):
    page = show()
    page.click("#open-present")
    seen = []
    for key in ("PageDown", "ArrowRight", " ", "PageDown", "Enter", "ArrowRight", "PageDown"):
        press(page, key)
        seen.append(re.search(r"s=(\w+)", state(page))[1])
    assert tuple(seen) == STEPS
    press(page, "ArrowRight")
    assert "s=open" in state(page)
    press(page, "PageUp", "ArrowLeft", "PageUp")
    assert "s=way" in state(page)
    press(page, "Home")
    assert "s=check" in state(page)
    press(page, "End")
    assert "s=open" in state(page)
    press(page, "Escape")
    assert (state(page), held(page)) == ("", "open-present")


def test_a_way_is_drawn_with_what_its_lines_mean(show):
    page = show("#s=way")
    assert told(page, "#caption .say") == (
        "19番『森林の保全・活用』は『自然資本の保全・活用』を通じて②と⑤へ。線の種類が根拠の強さです。"
    )
    assert told(page, "#caption .kicker") == "4／7 一本たどる"
    assert page.locator(".wires .line").count() == 4
    assert texts(page, "#caption .meaning li") == ["記\n記載", "照\n照合"]
    assert page.locator("#panel").is_hidden()


@pytest.mark.parametrize("size", ["laptop", "old"])
@pytest.mark.parametrize("room", ["large", "small"])
@pytest.mark.parametrize("step", STEPS)
def test_a_caption_covers_nothing_of_what_it_speaks(show, size, room, step):
    page = show(f"#s={step}&r={room}", size=size)
    faults = page.evaluate(
        """() => {
        const caption = document.getElementById('caption').getBoundingClientRect();
        const bar = document.getElementById('bar').getBoundingClientRect();
        const near = '.item:not(.far) .marks > *, .label-box, .badge, .focus-card';
        const covered = [...document.querySelectorAll(near)].filter(each => {
          const box = each.getBoundingClientRect();
          const across = Math.min(box.right, caption.right) - Math.max(box.left, caption.left);
          const down = Math.min(box.bottom, caption.bottom) - Math.max(box.top, caption.top);
          return across > 1 && down > 1;
        }).map(each => each.textContent);
        const out = caption.left < 0 || caption.top < 0 || caption.right > innerWidth;
        return [covered, out, caption.bottom > bar.top + 1];
        }"""
    )
    assert faults == [[], False, False]


def test_the_spoken_sentence_is_as_large_as_the_room_asks(show):
    page = show("#s=goal", size="wide")
    size = "parseFloat(getComputedStyle(document.querySelector('#caption .say')).fontSize)"
    assert page.evaluate(size) == 40


def test_notes_are_for_the_speaker_and_hidden_at_first(show):
    page = show("#s=open")
    assert page.locator("#notes").is_hidden()
    press(page, "n")
    assert "「誰も取り組んでいない」とは言わない。" in told(page, "#notes")
    press(page, "ArrowLeft", "ArrowLeft")
    assert "共通の原因" in told(page, "#notes")
    press(page, "n")
    assert page.locator("#notes").is_hidden()


@pytest.mark.parametrize("key", ["b", "."])
def test_the_screen_goes_dark_and_comes_back(show, key):
    page = show("#s=issues")
    press(page, key)
    assert page.locator("#black").is_visible()
    press(page, key)
    assert page.locator("#black").is_hidden()
    press(page, key, "Escape")
    assert (page.locator("#black").is_hidden(), "s=issues" in state(page)) == (True, True)


def test_one_may_look_closer_and_come_back_to_the_step(show):
    page = show("#s=issues")
    page.get_by_role("button", name="地域課題 一次産業の衰退").click()
    settle(page)
    assert (page.locator("#panel").is_visible(), page.locator("#caption").is_hidden()) == (
        True,
        True,
    )
    press(page, "Escape")
    assert (page.locator("#panel").is_hidden(), page.locator("#caption").is_visible()) == (
        True,
        True,
    )


def test_full_screen_hides_the_controls(show):
    page = show()
    press(page, "f")
    page.wait_for_function("document.fullscreenElement !== null")
    page.wait_for_function("getComputedStyle(document.getElementById('controls')).opacity === '0'")
    press(page, "f")
    page.wait_for_function("document.fullscreenElement === null")


def test_a_swipe_goes_on_and_back(show):
    page = show("#s=goal", has_touch=True)
    session = page.context.new_cdp_session(page)

    def swipe(start, end):
        for kind, x in (
            ("touchStart", start),
            ("touchMove", (start + end) // 2),
            ("touchMove", end),
        ):
            session.send(
                "Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": 420}]}
            )
        session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        settle(page)

    swipe(800, 500)
    assert "s=issues" in state(page)
    swipe(500, 800)
    assert "s=goal" in state(page)


def test_all_keys_are_listed_and_keys_of_one_letter_can_be_left_out(show):
    page = show()
    press(page, "?")
    listed = told(page, "#help")
    for key in ("PageDown", "Space", "Home", "N", "B", "F", "V", "T", "P", "/", "Esc"):
        assert key in listed
    page.locator("#keys-off").check()
    press(page, "Escape")
    assert page.locator("#help").is_hidden()
    press(page, "p", "v")
    assert (state(page), page.locator("#drawer").is_hidden()) == ("", True)


# --- The strip, the phone, paper ----------------------------------------------------------------


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("size", ["wide", "laptop", "old"])
@pytest.mark.parametrize("address", ["", "#s=goal"])
def test_controls_and_footer_share_the_strip(show, size, lang, address):
    page = show(address, size=size, lang=lang)
    faults = page.evaluate(
        """() => {
        const box = each => each.getBoundingClientRect();
        const buttons = [...document.querySelectorAll('#bar button')].filter(b => b.offsetWidth);
        const footer = box(document.getElementById('footer'));
        const controls = buttons.filter(b => !b.closest('#footer'));
        const meet = (a, b) => Math.min(a.right, b.right) > Math.max(a.left, b.left) + 1;
        return [
          controls.some(each => meet(box(each), footer)),
          controls.some((each, at) => at && meet(box(each), box(controls[at - 1]))),
          buttons.some(each => box(each).right > innerWidth || box(each).bottom > innerHeight),
          Math.min(...controls.map(each => box(each).height + 12)) >= 38,
        ];
        }"""
    )
    assert faults == [False, False, False, True]
    first = told(page, "#footer .first")
    wanted = ("非公式の再構成", "出典：木更津市") if lang == "ja" else ("unofficial", "Sources: ")
    assert all(each in first for each in wanted)


def test_all_sources_are_one_click_away(show):
    page = show()
    page.get_by_role("button", name="出典：木更津市").click()
    assert "地域循環共生圏づくりプラットフォーム事業" in told(page, "#sources")
    press(page, "Escape")
    assert page.locator("#sources").is_hidden()


@pytest.mark.parametrize("address", ["#f=action/ap3-19", "#a=vision/2", "#s=way", "#s=goal"])
def test_on_a_phone_what_is_told_lies_below_the_picture(show, address):
    page = show(address, size="phone", has_touch=True)
    below = page.evaluate(
        """() => ['panel', 'answer', 'caption'].map(id => document.getElementById(id))
        .filter(each => each.offsetHeight).map(each => {
          const box = each.getBoundingClientRect();
          const picture = document.getElementById('picture').getBoundingClientRect();
          return box.top >= picture.bottom - 1 && box.left >= 0 && box.right <= innerWidth;
        })"""
    )
    assert below == [True]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_touch_targets_are_44_px_on_a_phone(show):
    page = show(size="phone", has_touch=True, is_mobile=True)
    page.click("#open-drawer")
    small = page.eval_on_selector_all(
        "#controls button, #drawer button",
        "all => all.map(b => b.getBoundingClientRect()).filter(b => b.height < 44 || b.width < 44)",
    )
    assert small == []


def test_paper_has_the_picture_its_footer_and_the_table(show):
    page = show("#f=vision/2")
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    for gone in ("#panel", "#controls", "#drawer"):
        assert page.locator(gone).is_hidden()
    assert page.locator("#picture").is_visible()
    assert "非公式の再構成" in told(page, "#footer")
    assert texts(page, "#twin caption")[0].startswith("② 自然とともにあるまちのつながり（")


# --- For everybody ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("look", "size"), [("light", "laptop"), ("dark", "laptop"), ("light", "phone")]
)
@pytest.mark.parametrize(
    ("address", "keys"),
    [
        ("", ()),
        ("#f=action/ap3-19", ()),
        ("#f=vision/4", ()),
        ("#x=only/theme/theme/3", ("v",)),
        ("#q=自然", ()),
        ("#f=vision/2&w=1", ()),
        ("#a=vision/4", ()),
        ("#f=action/ap3-29&e=1", ("v",)),
        ("#s=check", ()),
        ("#s=way", ("n",)),
        ("", ("?",)),
    ],
)
def test_axe_finds_no_serious_fault(show, look, size, address, keys):
    from axe_playwright_python.sync_playwright import Axe

    page = show(address, size=size, color_scheme=look)
    press(page, *keys)
    found = Axe().run(page).response["violations"]
    assert [each["id"] for each in found if each["impact"] in {"serious", "critical"}] == []


def test_english_pages_say_the_side_in_english(show):
    page = show("#a=vision/2", lang="en")
    press(page, "v")
    said = page.locator("#drawer, #answer, #controls").all_inner_texts()
    assert not re.search(r"[\u3040-\u30ff]", "".join(said))
    assert "7 actions serve vision ②" in told(page, "#answer .sentence")


# --- Odd data ------------------------------------------------------------------------------------

HOSTILE = "</script><img src=x onerror=alert(1)>&\"'" + "長" * 70


def bare(**more):
    usual = {"iri": "https://example.org/x", "short": "", "reading": "", "english": "", "about": ""}
    usual |= {"parent": "", "project": "", "tags": (), "labels": (), "facts": ()}
    return Item(**(usual | {"mark": "", "kind": "Vision"} | more))


def one(items, steps=()):
    return Picture("ja", "題", "", "", "", "", (), tuple(items), (), tuple(steps), "Estimated")


def test_markup_in_the_data_stays_text_everywhere(show, tmp_path):
    item = bare(key="vision/1", name=HOSTILE, short=HOSTILE, about=HOSTILE, labels=(HOSTILE,))
    step = Step("goal", HOSTILE, HOSTILE, (HOSTILE,), "mandala", ("vision/1",))
    picture = replace(one([item], [step]), city=HOSTILE, footer=(HOSTILE,), notes=(HOSTILE,))
    file = tmp_path / "hostile.html"
    file.write_text(page_of(picture, scenes(picture)), encoding="utf-8")
    page = show("#f=vision/1", file=file)
    assert HOSTILE in page.locator("#panel h2").inner_text()
    press(page, "v", "Escape", "/")
    page.keyboard.type("script")
    assert page.locator("#hits li").count() == 1
    # As a person would: each key when what the one before has opened or closed stands there.
    for key in ("Escape", "t", "Escape", "p", "ArrowRight", "n"):
        press(page, key)
        settle(page)
    assert HOSTILE in page.locator("#caption .say").inner_text()
    assert page.locator("img").count() == 0


@pytest.mark.parametrize("items", [(), (bare(key="vision/1", name="ひとつ"),)])
def test_a_page_with_next_to_nothing_still_works(show, tmp_path, items):
    file = tmp_path / "small.html"
    picture = one(items)
    file.write_text(page_of(picture, scenes(picture)), encoding="utf-8")
    page = show(file=file)
    press(page, "v", "Escape", "t", "Escape", "/")
    page.keyboard.type("ひとつ")
    press(page, "Escape", "?", "Escape")
    assert page.locator("#open-present").count() == 0
