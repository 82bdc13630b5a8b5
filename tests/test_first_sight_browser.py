"""The first sight as Chromium draws it: every name whole, large enough, alone, and on the page."""

from itertools import combinations

import pytest
from rectangles import apart

from plan_graph.answers import Page
from plan_graph.graph import load_store, narrow
from plan_graph.lookup import elements
from plan_graph.mandala import write
from plan_graph.resources import GRAPH
from plan_graph.vocab import PG

pytestmark = pytest.mark.browser
SCREENS = ((1024, 768), (1366, 768), (1920, 1080))
GOAL = "自然に寄り添い、学び、経済が循環する自立した共生社会"
VISIONS = (
    "人のつながりがあるまち", "自然とともにあるまち", "人を呼ぶ魅力のあるまち",
    "誰もが安心して暮せるまち", "子ども・若者が育つ環境のあるまち", "わくわくして暮せるまち",
    "生活が便利なまち",
)  # fmt: skip
PROJECTS = ("食×農", "脱炭素化", "防災・減災")
OUTCOMES = (
    "自然資本の保全・活用", "ローカルSDGsの拠点形成", "循環型社会の形成", "エネルギーの地産地消",
    "農業の成長産業化", "食育の推進", "自然との共生", "郷土意識の醸成", "つながり力の強化",
    "環境に対する意識の醸成", "多様なライフスタイルの提供", "都市と農村のつながり強化",
)  # fmt: skip
ISSUES = (
    "一次産業の衰退", "里山・里海の荒廃", "人口の偏在化・高齢化", "つながりの希薄化", "資源の流出",
)  # fmt: skip
MEASURES = [f"{project}-{number}" for project in (1, 2, 3) for number in (1, 2, 3, 4)]
#: Short names of the first, a middle and the last action, as curated.
ACTIONS = ("給食の地産地消", "森林の保全・活用", "まちづくりの防災")
#: Least sizes in lines of 1080, of names and of all else, as the size rule of the design has them.
LEAST = {"large": (40, 32), "medium": (26, 16), "small": (26, 16)}
#: Every text that is seen: its item, what it says, its size in lines of 1080, and its four corners.
SEEN = """() => {
  const picture = document.getElementById("picture");
  return [...picture.querySelectorAll("text")].flatMap((text) => {
    const style = getComputedStyle(text);
    const unseen = style.visibility === "hidden" || Number(style.opacity) === 0;
    if (!text.textContent || unseen) return [];
    const box = text.getBBox();
    if (!box.width) return [];
    const group = text.closest("[role=button]");
    const matrix = text.getScreenCTM();
    // A line of text is higher than its letters.
    const [top, bottom] = [box.y + box.height * 0.17, box.y + box.height * 0.83];
    const [left, right] = [box.x, box.x + box.width];
    const at = [[left, top], [right, top], [right, bottom], [left, bottom]];
    const corners = at.map(([x, y]) => {
      const point = new DOMPoint(x, y).matrixTransform(matrix);
      return [point.x, point.y];
    });
    const groups = [...picture.querySelectorAll("[role=button]")];
    return [[groups.indexOf(group), text.textContent, parseFloat(style.fontSize), corners]];
  });
}"""


@pytest.fixture(scope="module")
def html():
    store = narrow(load_store(GRAPH), PG.Estimated)
    return write(Page(store, elements(store), PG.Estimated, "ja")).content


@pytest.fixture(params=[(*screen, room) for screen in SCREENS for room in LEAST], scope="module")
def seen(request, html, chromium, tmp_path_factory):
    """What is seen at one size of screen in one room: the room, the screen, and every text."""
    width, height, room = request.param
    file = tmp_path_factory.mktemp("page") / "mandala.html"
    file.write_text(html, encoding="utf-8")
    window = chromium.new_page(viewport={"width": width, "height": height})
    window.goto(f"{file.as_uri()}#r={room}")
    window.evaluate("() => document.fonts.ready.then(() => 1)")
    window.wait_for_timeout(700)
    found = window.evaluate(SEEN)
    window.close()
    return room, (width, height), found


def groups(found):
    """Return what each item says, all its lines joined."""
    said = {}
    for group, text, _, _ in found:
        said[group] = said.get(group, "") + text
    return [text for group, text in said.items() if group >= 0]


def test_every_name_stands_there_whole(seen):
    room, _, found = seen
    said = groups(found)
    for name in (GOAL, *VISIONS, *PROJECTS, *OUTCOMES, *ISSUES):
        assert [text for text in said if name in text], name
    numbers = [text for _, text, _, _ in found if text.isdigit()]
    assert {str(number) for number in range(1, 38)} <= set(numbers)
    for mark in MEASURES:
        assert any(text.startswith(mark) for text in said) == (room != "large"), mark
    for name in ACTIONS:
        assert any(name in text for text in said) == (room == "small"), name


def test_in_the_hall_there_are_27_names_and_37_numbers_and_the_goal(seen):
    room, _, found = seen
    if room == "large":
        named = (*VISIONS, *PROJECTS, *OUTCOMES, *ISSUES)
        assert len(named) == 27
        said = [text for text in groups(found) if not any(name in text for name in (*named, GOAL))]
        # What remains are the numbers of the actions, and the letters of the aspects on frames.
        assert sorted(int(text) for text in said if text.isdigit()) == list(range(1, 38))
        assert {letter for text in said if not text.isdigit() for letter in text} <= set("経環社")


def test_every_text_is_large_enough_for_its_room(seen):
    room, _, found = seen
    key, other = LEAST[room]
    assert min(size for _, text, size, _ in found if text not in MEASURES) >= other
    for name in (*VISIONS, *PROJECTS, GOAL):
        sizes = [size for _, text, size, _ in found if text and text in name and len(text) > 2]
        assert sizes, name
        assert max(sizes) >= key, name


def test_no_text_lies_on_another_and_none_leaves_the_page(seen):
    _, (width, height), found = seen
    met = [
        (one[1], other[1])
        for one, other in combinations(found, 2)
        if not apart(one[3], other[3], 1)
    ]
    assert met == []
    for _, text, _, corners in found:
        assert all(0 <= x <= width and 0 <= y <= height for x, y in corners), text
