"""The rings arrangement: what stands where, legible, without overlaps, whatever the graph holds."""

import csv
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from math import atan2, cos, degrees, hypot, radians, sin
from pathlib import Path

import pytest
from rectangles import overlaps, reach, texts

from plan_graph.answers import Page
from plan_graph.graph import load_store, view
from plan_graph.lookup import elements
from plan_graph.mandala import fonts
from plan_graph.mandala.layout import lines, ring_breaks, rings
from plan_graph.mandala.layout.ring_turns import crossings
from plan_graph.mandala.picture import Item, Line, Picture, Tag
from plan_graph.mandala.reading.build import build
from plan_graph.mandala.scene import CANVASES, Disc
from plan_graph.mandala.scene import Path as Drawn
from plan_graph.vocab import PG

WIDE, TALL = CANVASES
ROOT = Path(__file__).parents[1]
# The circle: 1080 lines less 50 for the footer, less 6 at every side.
RADIUS = 509
MIDDLE = {"wide": (960, 515), "tall": (720, 515)}
PLACED = {"": 77, "-people": 77 + 52 + 13 + 8, "-departments": 77 + 10, "-sdgs": 77 + 11}
CHIPS = {
    "自然資本の保全・活用": "25",
    "ローカルSDGsの拠点形成": "3",
    "循環型社会の形成": "47",
    "エネルギーの地産地消": "47",
    "農業の成長産業化": "45",
    "食育の推進": "15",
    "自然との共生": "25",
    "郷土意識の醸成": "45",
    "つながり力の強化": "14",
    "環境に対する意識の醸成": "3",
    "多様なライフスタイルの提供": "4",
    "都市と農村のつながり強化": "7",
}
SURE = {
    "自然資本の保全・活用": "経環",
    "ローカルSDGsの拠点形成": "経環",
    "循環型社会の形成": "経環",
    "エネルギーの地産地消": "経環",
    "農業の成長産業化": "経環社",
    "食育の推進": "経環社",
    "自然との共生": "経環社",
    "郷土意識の醸成": "経環社",
}
UNSURE = {
    "つながり力の強化": "環社",
    "環境に対する意識の醸成": "環社",
    "多様なライフスタイルの提供": "環社",
    "都市と農村のつながり強化": "環社",
}
PEOPLE = (
    "防災リーダー まちづくり協議会 自主防災組織 生産者 君津農業事務所 民間稲作研究所 井関農機㈱ "
    "児童・生徒等 JA木更津市 地域住民 ｴﾈﾙｷﾞｰ事業者 子育て世代 包括連携企業 千葉県 交通事業者 "
    "外国人市民 ６高校・１高専"
)
#: How the lists of members shorten what a body is, and the one that the mandala has by its sign.
SHORTENED = {
    "(一社)": "一般社団法人",
    "NPO": "特定非営利活動法人",
    "㈱": "株式会社",
    "㈲": "有限会社",
}
ON_THE_MANDALA = {"木更津市農業協同組合": "JA木更津市"}
GOALS = ("2", "3", "4", "7", "8", "11", "12", "13", "14", "15", "17")
DEPARTMENTS = (
    "経済部農林水産課 企画部シティプロモーション課 市民協働部市民活動支援課 総務部危機管理課 "
    "環境部環境政策課 経済部産業振興課 環境部資源循環推進課 教育部学校給食課 "
    "都市整備部下水道推進室 経済部観光振興課"
)


def read(lang="ja"):
    store = view(load_store(ROOT / "data" / "mandala.ttl"), PG.Estimated)
    known = elements(store)
    return build(store, known, Page(store, known, PG.Estimated, lang))


@pytest.fixture(scope="module")
def picture():
    return read()


@pytest.fixture(scope="module")
def english():
    return read("en")


def forget():
    for kept in (fonts.typeface, fonts.measure, ring_breaks.breaks, rings._arranged):  # noqa: SLF001
        kept.cache_clear()


@pytest.fixture(params=["found", "packaged"])
def face(request, monkeypatch):
    """The typeface of this machine, and the one that comes with our dependencies."""
    if request.param == "packaged":
        monkeypatch.setattr(fonts, "_FOLDERS", ())
    forget()
    yield fonts.typeface().family
    monkeypatch.undo()
    forget()


def scenes(picture):
    made = (rings.rings(picture, canvas, outer) for canvas in CANVASES for outer in rings.OUTER)
    return [scene for scene in made if scene]


def said(scene, key, sizes=False):
    """Return what the item *key* says, without its badges: texts of more than one letter."""
    found = [mark for at, _, _, mark in texts(scene) if at == key]
    return [mark.size for mark in found] if sizes else "".join(mark.text for mark in found)


def kinds(picture):
    return {item.key: item.kind for item in picture.items}


def direction(scene, placed):
    x, y = MIDDLE[scene.name.rpartition("/")[2]]
    return degrees(atan2(placed.x - x, y - placed.y)) % 360


# --- The released graph ----------------------------------------------------------------------


def test_there_is_one_scene_for_every_layer_that_the_graph_has(picture):
    assert [scene.name for scene in scenes(picture)] == [
        "rings/wide",
        "rings-people/wide",
        "rings-departments/wide",
        "rings-sdgs/wide",
        "rings/tall",
        "rings-people/tall",
        "rings-departments/tall",
        "rings-sdgs/tall",
    ]
    assert rings.OUTER == ("", "-people", "-departments", "-sdgs")


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_no_text_overlaps_another_or_leaves_the_free_part_of_the_canvas(face, lang):
    for scene in scenes(read(lang)):
        assert overlaps(scene, 0.5) == [], (face, scene.name)
        left, top, right, bottom = reach(scene)
        assert left >= 0, (face, scene.name)
        assert top >= 0, (face, scene.name)
        assert right <= scene.width, (face, scene.name)
        assert bottom <= 1080 - 50, (face, scene.name)


def test_no_text_stands_on_its_head(picture, english):
    for scene in (*scenes(picture), *scenes(english)):
        assert all(-90 < mark.turn <= 90 for _, _, _, mark in texts(scene))


def test_every_item_stands_once_in_reading_order(picture):
    found = kinds(picture)
    for scene in scenes(picture):
        outer = scene.name.partition("/")[0].removeprefix("rings")
        keys = [placed.key for placed in scene.placed]
        assert len(set(keys)) == len(keys) == PLACED[outer]
        counts = Counter(found[key] for key in keys)
        assert [counts[kind] for kind in ("FutureImage", "Vision", "Outcome")] == [1, 7, 12]
        assert [counts[kind] for kind in ("Project", "Measure", "Action")] == [3, 12, 37]
        assert counts["RegionalIssue"] == 5
        assert keys[0] == "future-image/2030"
        assert keys[1:8] == [f"vision/{number}" for number in range(1, 8)]
        assert [key for key in keys if "action/" in key] == [
            f"action/ap3-{n}" for n in range(1, 38)
        ]


def members():
    """Return the names of the members of the working groups in full."""
    with (ROOT / "tests" / "data" / "platform.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["kind"] == "member":
                name = row["name"]
                for short, full in SHORTENED.items():
                    name = name.replace(short, full)
                yield ON_THE_MANDALA.get(name, name)


def test_the_outer_layers_have_their_items_and_departments_only_where_they_are_responsible(picture):
    people, departments, sdgs = scenes(picture)[1:4]
    found = kinds(picture)
    assert Counter(found[p.key] for p in people.placed[77:]) == {
        "Actor": 52,
        "Place": 13,
        "Resource": 8,
    }
    by_key = {item.key: item for item in picture.items}
    names = [by_key[p.key].name for p in people.placed if p.key.startswith("actor/")]
    assert sorted(names) == sorted({*PEOPLE.split(), *members()})
    names = [by_key[p.key].name for p in departments.placed[77:]]
    assert sorted(names) == sorted(DEPARTMENTS.split())
    assert [by_key[p.key].mark for p in sdgs.placed[77:]] == list(GOALS)
    captions = {mark.text for mark in people.ground if hasattr(mark, "text")}
    assert {"主体", "場所", "資源"} <= captions


def test_the_rings_lie_around_each_other(picture):
    scene = rings.rings(picture, WIDE, "")
    found = kinds(picture)
    far = {}
    for placed in scene.placed:
        far.setdefault(found[placed.key], []).append(hypot(placed.x - 960, placed.y - 515))
    order = ["FutureImage", "Vision", "Outcome", "Project", "Measure", "Action", "RegionalIssue"]
    for inner, outer in pairwise(order):
        assert max(far[inner]) < min(far[outer])
    assert max(far["RegionalIssue"]) < RADIUS


def test_actions_run_clockwise_from_1_to_37_and_the_largest_project_is_at_the_bottom(picture):
    for scene in scenes(picture):
        places = {placed.key: direction(scene, placed) for placed in scene.placed}
        turns = [places[f"action/ap3-{number}"] for number in range(1, 38)]
        steps = [(after - before) % 360 for before, after in pairwise(turns)]
        assert all(0 < step < 20 for step in steps)
        first, last = turns[22], turns[36]
        assert (first + last) / 2 == pytest.approx(180, abs=2)


def test_action_names_have_16_pixels_and_the_rest_too_where_nothing_lies_around(picture, face):
    found = kinds(picture)
    for scene in scenes(picture):
        for key, _, _, mark in texts(scene):
            if found.get(key) == "Action" and len(mark.text) > 2:
                assert mark.size >= 16, (face, scene.name, mark.text)
            assert mark.size >= 10, (face, scene.name, mark.text)
        if "-" not in scene.name:
            for key, _, _, mark in texts(scene):
                if mark.css == "name" and found.get(key) not in {None, "Action"}:
                    assert mark.size >= 15.99, (face, scene.name, mark.text)


def test_every_action_shows_its_number_and_its_short_name(picture):
    scene = rings.rings(picture, WIDE, "")
    assert said(scene, "action/ap3-1") == "1給食の地産地消"
    assert said(scene, "action/ap3-12") == "12公共施設の再エネ"
    assert said(scene, "action/ap3-25") == "25個別避難計画"
    assert said(scene, "action/ap3-37") == "37まちづくりの防災"
    for item in picture.items:
        if item.kind == "Action":
            assert said(scene, item.key) == f"{item.mark}{item.short}"


def test_the_projects_show_their_letter_and_the_measures_their_number(picture):
    scene = rings.rings(picture, TALL, "")
    assert [said(scene, f"project/ap3-{n}") for n in (1, 2, 3)] == [
        "経 食×農",
        "環 脱炭素化",
        "社 防災・減災",
    ]
    assert said(scene, "measure/ap3-1-1") == "1-1食育の推進"
    assert said(scene, "measure/ap3-3-4") == "3-4市の災害対応レベルの向上"
    bands = [placed.marks[0].css for placed in scene.placed if placed.key.startswith("project/")]
    assert bands == ["arc economy", "arc environment", "arc society"]


def test_outcomes_show_the_visions_they_serve_and_their_aspects(picture):
    scene = rings.rings(picture, WIDE, "")
    names = {item.key: item.name for item in picture.items}
    shown = {names[p.key]: p.marks for p in scene.placed if p.key.startswith("outcome/")}
    for name, marks in shown.items():
        texts_of = [mark for mark in marks if hasattr(mark, "text")]
        assert "".join(m.text for m in texts_of if m.css == "name on-accent") == CHIPS[name]
        sure = "".join(
            m.text for m in texts_of if m.css.startswith("name on-") and not m.text.isdigit()
        )
        dotted = "".join(m.text for m in texts_of if m.css == "label")
        assert sure == SURE.get(name, ""), name
        assert dotted == UNSURE.get(name, ""), name
        edges = [mark.css for mark in marks if isinstance(mark, Drawn)][1:]
        assert sum("unsure" in css for css in edges) == len(UNSURE.get(name, ""))


def test_the_order_chosen_crosses_less_than_that_of_the_documents(picture):
    for scene in scenes(picture):
        was, now = scene.crossings
        # The goals of the SDGs stay in the order of their numbers: their ring turns as a whole.
        assert 0 < now < (0.7 if "sdgs" in scene.name else 0.6) * was, scene.name


def test_visions_keep_their_order_and_outcomes_of_a_box_stay_together(picture):
    scene = rings.rings(picture, WIDE, "")
    places = {placed.key: direction(scene, placed) for placed in scene.placed}
    visions = [places[f"vision/{number}"] for number in range(1, 8)]
    gaps = [(after - before) % 360 for before, after in pairwise(visions)]
    assert gaps == pytest.approx([360 / 7] * 6)
    boxes = {item.key: item.parent for item in picture.items if item.kind == "Outcome"}
    around = [boxes[key] for key in sorted(boxes, key=places.get)]
    assert sum(a != b for a, b in pairwise(around)) <= 6


def test_an_earlier_page_keeps_the_order_of_what_could_stand_anywhere(picture):
    issues = [item.key for item in picture.items if item.kind == "RegionalIssue"]
    asked = {
        key: (960 + 400 * sin(radians(72 * at)), 515 - 400 * cos(radians(72 * at)))
        for at, key in enumerate(issues)
    }
    asked |= {"vision/5": (960, 400), "nobody/1": (0, 0)}
    scene = rings.rings(picture, WIDE, "", asked)
    places = {placed.key: direction(scene, placed) for placed in scene.placed}
    assert [places[key] for key in issues] == pytest.approx([0, 72, 144, 216, 288], abs=0.1)
    assert places["vision/5"] % 360 == pytest.approx(0, abs=0.1)


def test_both_canvases_show_the_same_wheel(picture):
    wide, tall = (rings.rings(picture, canvas, "") for canvas in CANVASES)
    for one, other in zip(wide.placed, tall.placed, strict=True):
        assert (one.x - 960, one.y) == pytest.approx((other.x - 720, other.y))
        assert (one.marks, one.box) == (other.marks, other.box)


def test_the_corner_names_the_rings_from_the_middle_outwards(picture):
    ground = rings.rings(picture, WIDE, "-people").ground
    assert [mark.text for mark in ground if hasattr(mark, "text")][-9:] == [
        "中心から外へ",
        "2030年にめざす姿",
        "ビジョン 7（市民の提言・2042年）",
        "めざす効果 12",
        "プロジェクト 3",
        "施策 12",
        "取組 37",
        "地域課題 5",
        "主体 52　場所 13　資源 8",
    ]


def test_in_english_what_is_wider_than_the_corner_is_broken(english):
    ground = rings.rings(english, TALL, "-people").ground
    corner = [mark.text for mark in ground if hasattr(mark, "text") and mark.x < 100]
    assert corner[1:4] == ["The city's aim for 2030", "vision 7 (Citizens'", "proposals for 2042)"]


def test_a_crowd_stands_two_by_two_with_names_on_one_or_two_lines(picture, face):
    scene = rings.rings(picture, WIDE, "-people")
    far = [hypot(p.x - 960, p.y - 515) for p in scene.placed[77:]]
    # 26 pairs of actors, 6 of places and one alone, 4 of resources.
    assert sum(each > 475 for each in far) == sum(each < 465 for each in far) == 36
    shown = {key: [m for k, _, _, m in texts(scene) if k == key] for key in kinds(picture)}
    outer = [shown[p.key] for p in scene.placed[77:]]
    assert all(rows for rows in outer)
    assert sum(len(rows) > 2 for rows in outer) <= 4, face
    assert not [mark.text for rows in outer for mark in rows if mark.text.endswith("…")], face
    assert all(mark.size >= 12 for rows in outer for mark in rows), face


def test_an_earlier_page_keeps_who_stands_above_whom():
    items = [item("Action", n) for n in range(60)]
    items += [item("Department", n, mark="") for n in range(60)]
    drawn = [line(f"action/{n}", "responsible", f"department/{n * 7 % 60}") for n in range(60)]
    first = rings.rings(pictured(items, drawn), WIDE, "-departments")
    before = {placed.key: (placed.x, placed.y) for placed in first.placed}
    # Named in another order, they stay where they stood.
    other = pictured([*items[:60], *items[:59:-1]], drawn)
    again = rings.rings(other, WIDE, "-departments", before)
    for placed in again.placed:
        assert (placed.x, placed.y) == pytest.approx(before[placed.key]), placed.key


def test_in_english_too_a_crowd_has_names_on_few_lines(english):
    scene = rings.rings(english, WIDE, "-people")
    rows = Counter(key for key, _, _, _ in texts(scene))
    assert sum(rows[placed.key] > 2 for placed in scene.placed[77:]) <= 4


def test_a_word_is_cut_after_the_name_of_a_place_and_never_down_to_two_letters():
    assert ring_breaks.words("千葉県森林組合") == ["千葉県", "森林組合"]
    assert ring_breaks.words("新木更津市漁協") == ["新木更津市", "漁協"]
    assert ring_breaks.words("地区市民会館", 1) == ["地区市民会館"]
    assert ring_breaks.words("サーキュラー") == ["サーキュラー"]
    assert ring_breaks.words("コスモスロード") == ["コスモス", "ロード"]


def test_the_same_picture_gives_the_same_scene(picture):
    first = scenes(picture)
    forget()
    assert scenes(read()) == first


# --- Any graph -------------------------------------------------------------------------------

NASTY = (
    "<b>&\"'</b></script>", "あ" * 80, "カタカナ" * 20, "A" * 80, "Donaudampfschiff " * 5,
    "👩‍👩‍👧‍👦🎉🌊",
    "مرحبا بالعالم هذا نص طويل جدا", "שלום", "", "\x07", "𠮷野家", "一" * 40, "a\nb",
)  # fmt: skip


def item(kind, number, name=None, **told):
    name = f"{kind} {number}" if name is None else name
    given = {"mark": str(number), "short": name, "parent": "", "project": "", "tags": ()} | told
    return Item(
        key=f"{kind.lower()}/{number}",
        iri=f"https://example.org/{kind}/{number}",
        kind=kind,
        name=name,
        reading="",
        english="",
        about="",
        labels=(),
        facts=(),
        **given,
    )


def line(subject, predicate, obj, basis="Stated", *, derived=False):
    return Line(subject, predicate, obj, basis, "記", derived, False, (), "", (), "")


def pictured(items, drawn=()):
    return Picture("ja", "町", "町", "", "", "", (), tuple(items), tuple(drawn), (), "Estimated")


def measures(count, actions):
    yield from (item("Project", n) for n in range(3))
    yield from (item("Measure", n, project=f"project/{n % 3}") for n in range(count))
    for n in range(actions):
        of = n % count
        yield item("Action", n, parent=f"measure/{of}", project=f"project/{of % 3}")


def test_a_graph_without_anything_is_an_empty_scene():
    scene = rings.rings(pictured([]), WIDE, "")
    assert scene.placed == ()
    assert texts(scene) == []


@pytest.mark.parametrize(
    "kind", ["FutureImage", "Vision", "Outcome", "Project", "Measure", "Action", "RegionalIssue"]
)
def test_one_element_alone_is_shown(kind):
    scene = rings.rings(pictured([item(kind, 1, "ひとつ")]), TALL, "")
    assert [placed.key for placed in scene.placed] == [f"{kind.lower()}/1"]
    assert "ひとつ" in said(scene, f"{kind.lower()}/1")
    assert overlaps(scene, 0.5) == []


def test_a_measure_with_300_actions_is_collapsed_to_their_count():
    items = [item("Project", 1), item("Measure", 1, project="project/1")]
    items += [item("Measure", 2, project="project/1")]
    items += [item("Action", n, parent="measure/1", project="project/1") for n in range(300)]
    items += [item("Action", n, parent="measure/2", project="project/1") for n in range(300, 304)]
    scene = rings.rings(pictured(items), WIDE, "")
    shown = [placed.key for placed in scene.placed if placed.key.startswith("action/")]
    assert shown == ["action/300", "action/301", "action/302", "action/303"]
    assert "取組 300" in said(scene, "measure/1")
    assert "取組" not in said(scene, "measure/2")
    assert overlaps(scene, 0.5) == []


def test_dots_never_touch_however_many_there_are():
    for actions in (1, 37, 60, 90, 130, 200):
        scene = rings.rings(pictured(measures(6, actions)), WIDE, "")
        dots = [
            (placed.x, placed.y, mark.r)
            for placed in scene.placed
            for mark in placed.marks
            if isinstance(mark, Disc)
        ]
        for at, (x, y, r) in enumerate(dots):
            assert r > 6
            for other_x, other_y, other_r in dots[at + 1 :]:
                assert hypot(x - other_x, y - other_y) > r + other_r


def test_many_measures_are_collapsed_to_their_projects():
    scene = rings.rings(pictured(measures(400, 4000)), WIDE, "")
    assert [placed.key for placed in scene.placed] == ["project/0", "project/1", "project/2"]
    assert "施策 134 取組 1340" in said(scene, "project/0")
    assert overlaps(scene, 0.5) == []


def test_actions_that_belong_to_nothing_are_shown_or_counted():
    few = rings.rings(pictured(item("Action", n) for n in range(9)), WIDE, "")
    assert len(few.placed) == 9
    many = rings.rings(pictured(item("Action", n) for n in range(300)), WIDE, "")
    assert many.placed == ()
    assert "取組 300" in [mark.text for _, _, _, mark in texts(many)]


def test_names_of_any_kind_stay_inside_and_apart():
    letters = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬"
    items = [item("FutureImage", 1, "あ" * 80)]
    for at, name in enumerate(NASTY):
        tags = (Tag("Economy", "経", certain=True), Tag("Society", "社", certain=False))
        items += [item(kind, at, name) for kind in ("RegionalIssue", "Actor", "Department")]
        items += [item("Vision", at, name, mark=letters[at])]
        items += [item("Outcome", at, name, mark="", tags=tags)]
        items += [item("Project", at, name, tags=tags)]
        items += [item("Measure", at, name, project=f"project/{at}")]
        items += [item("Action", at, name, parent=f"measure/{at}", project=f"project/{at}")]
    drawn = [line(f"outcome/{a}", "serves", f"vision/{b}") for a in range(13) for b in (0, 5, 9)]
    drawn += [line(f"action/{n}", "responsible", f"department/{n}") for n in range(13)]
    made = scenes(pictured(items, drawn))
    assert len(made) == 6
    for scene in made:
        assert overlaps(scene, 0.5) == [], scene.name
        left, top, right, bottom = reach(scene)
        assert min(left, top) >= 0
        assert right <= scene.width
        assert bottom <= 1080 - 50


def test_cycles_and_lines_to_nowhere_do_no_harm():
    items = [
        item("Measure", 1, parent="measure/2"),
        item("Measure", 2, parent="measure/1"),
        item("Action", 1, parent="action/1"),
        item("Outcome", 1, parent="outcome/1"),
        item("Project", 9, parent="project/9", project="project/9"),
    ]
    drawn = [line("outcome/1", "serves", "outcome/1"), line("action/1", "aimsAt", "outcome/404")]
    assert len(rings.rings(pictured(items, drawn), WIDE, "").placed) == 5


def test_a_layer_of_goals_comes_with_the_first_line_to_one():
    items = [item("Action", 1), item("Goal", 4, "質の高い教育をみんなに"), item("Goal", 13)]
    assert rings.rings(pictured(items), WIDE, "-sdgs") is None
    scene = rings.rings(
        pictured(items, [line("action/1", "contributesTo", "goal/4")]), WIDE, "-sdgs"
    )
    assert [placed.key for placed in scene.placed] == ["action/1", "goal/4"]
    assert said(scene, "goal/4") == "4質の高い教育をみんなに"


def test_a_goal_that_is_reached_through_its_targets_stands_there():
    items = [item("Action", 1), item("Goal", 2), item("Goal", 4), item("Target", "2.4")]
    drawn = [
        line("action/1", "contributesTo", "target/2.4"),
        line("action/1", "contributesTo", "goal/2", derived=True),
    ]
    scene = rings.rings(pictured(items, drawn), WIDE, "-sdgs")
    assert [placed.key for placed in scene.placed] == ["action/1", "goal/2"]


def test_a_goal_has_its_number_on_its_official_colour():
    items = [item("Action", 1), replace(item("Goal", 13, "気候変動"), colour="#3F7E44")]
    drawn = [line("action/1", "contributesTo", "goal/13")]
    marks = rings.rings(pictured(items, drawn), WIDE, "-sdgs").placed[-1].marks
    assert [mark.css for mark in marks if isinstance(mark, Drawn)] == ["ring", "goal-3F7E44"]
    assert ("13", "name on-dark") in [(m.text, m.css) for m in marks if hasattr(m, "text")]


def test_what_is_linked_stands_near():
    items = [item("Action", n) for n in range(12)]
    items += [item("RegionalIssue", n, mark="") for n in range(4)]
    drawn = [line(f"action/{n}", "addresses", f"regionalissue/{3 - n // 3}") for n in range(12)]
    scene = rings.rings(pictured(items, drawn), WIDE, "")
    places = {placed.key: direction(scene, placed) for placed in scene.placed}
    for n in range(12):
        turn = abs(places[f"action/{n}"] - places[f"regionalissue/{3 - n // 3}"]) % 360
        assert min(turn, 360 - turn) < 60
    assert scene.crossings[1] < scene.crossings[0]


def test_a_vision_that_only_an_estimate_links_is_a_dotted_disc():
    items = [item("Vision", 1, mark="①"), item("Vision", 2, mark="②"), item("Outcome", 1, mark="")]
    drawn = [
        line("outcome/1", "serves", "vision/1", "Estimated"),
        line("outcome/1", "serves", "vision/2", derived=True),
    ]
    outcome = rings.rings(pictured(items, drawn), WIDE, "").placed[-1]
    assert [mark.css for mark in outcome.marks if isinstance(mark, Disc)] == ["chip unsure fine"]


def test_crossings_are_counted_as_a_person_would():
    square = [((0, 0), (2, 2)), ((0, 2), (2, 0)), ((0, 1), (2, 1))]
    assert crossings(square) == 3
    assert crossings([((0, 0), (1, 5)), ((0, 0), (5, 1)), ((2, 0), (3, 0))]) == 0


def test_a_name_is_broken_inside_a_phrase_only_as_a_last_resort():
    assert [each.lines for each in ring_breaks.breaks("自然資本の保全・活用")][:2] == [
        ("自然資本の保全・活用",),
        ("自然資本の", "保全・活用"),
    ]
    assert [each.rough for each in ring_breaks.breaks("ハザードマップ")] == [0, 2]
    assert lines.phrases("経済部農林水産課")[0] in {"経済部", "経済部農林水産課"}
