"""The views in rows and the progress: what stands where, how large, and that nothing meets."""

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from plan_graph.answers import Page
from plan_graph.graph import load_store, view
from plan_graph.lookup import elements
from plan_graph.mandala import fonts, theme
from plan_graph.mandala.layout.row_members import gathered
from plan_graph.mandala.layout.rows import BY, rows
from plan_graph.mandala.picture import Fact, Item, Line, Picture, Tag
from plan_graph.mandala.reading.build import build
from plan_graph.mandala.scene import CANVASES, FOOTER, ROOMS, Box, Disc, Text
from plan_graph.vocab import PG

ROOT = Path(__file__).parents[1]
WIDE, TALL = CANVASES
LARGE, MEDIUM, SMALL = ROOMS
EVERY = [(canvas, room) for canvas in CANVASES for room in ROOMS]
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


# --- Pictures ---------------------------------------------------------------------------------


def pictured(lang="ja", basis=PG.Estimated):
    store = view(load_store(ROOT / "data" / "mandala.ttl"), basis)
    known = elements(store)
    return build(store, known, Page(store, known, basis, lang))


@pytest.fixture(scope="module")
def picture():
    return pictured()


@pytest.fixture(scope="module")
def english():
    return pictured("en")


@pytest.fixture(params=("installed", "packaged"))
def face(request, monkeypatch):
    """The typeface of this machine, and the one that comes with our dependencies."""
    if request.param == "packaged":
        wide = fonts.Measure(fonts.packaged().bold)
        monkeypatch.setattr(fonts, "measure", lambda: wide)
    return request.param


def item(key, kind, name, mark="", **more):
    told = {"parent": "", "project": "", "tags": (), "facts": (), "short": name} | more
    return Item(
        key=key, iri=key, kind=kind, mark=mark, name=name, reading="", english="", about="",
        labels=(), **told,
    )  # fmt: skip


def line(subject, predicate, obj, basis="Stated", *, through=False):
    return Line(subject, predicate, obj, basis, "", through, through, (), "", (), "")


def of(items, lines, **more):
    told = {"lang": "ja", "basis": "Estimated"} | more
    return Picture(
        title="", city="", goal="", goal_caption="", edition="", footer=(), steps=(),
        items=tuple(items), lines=tuple(lines), **told,
    )  # fmt: skip


def made(  # noqa: PLR0913 - what a picture can be, each by its name
    heads=5, actions=37, measures=12, name="里山と海のあるまちをつくる", *, kind="Vision",
    predicate="serves", every=1, bases=("Matched", "Estimated"), facts=0, marks=True,
):  # fmt: skip
    """Return a picture of so many heads; each action belongs to every so-many-th of them."""
    aspects = ("Economy", "Environment", "Society")
    found = [
        item(f"p/{at}", "Project", name, str(at + 1), tags=(Tag(aspect, aspect[0], True),))
        for at, aspect in enumerate(aspects)
    ]
    for at in range(heads):
        mark = "" if kind == "RegionalIssue" else (*CIRCLED, *map(str, range(21, heads + 2)))[at]
        found.append(item(f"h/{at}", kind, name, mark if marks else ""))
    for at in range(measures):
        mark = f"1-{at + 1}" if marks else ""
        found.append(item(f"m/{at}", "Measure", name, mark, project=f"p/{at % 3}"))
    statuses = ("Achieved", "NotAchieved", "NotScored")
    told = tuple(
        Fact(name, "", statuses[at % 3], 2023 + at % 2, "1,234件", "2,000件") for at in range(facts)
    )
    for at in range(actions):
        parent = f"m/{at % measures}" if measures else ""
        mark = str(at + 1) if marks else ""
        project = f"p/{at % 3}"
        found.append(
            item(f"a/{at}", "Action", name, mark, parent=parent, project=project, facts=told)
        )
    lines = [
        line(f"m/{at}", predicate, f"h/{head}", bases[at % len(bases)])
        for at in range(1, measures, 2)
        for head in range(heads)
    ]
    lines += [
        line(
            f"a/{at}", predicate, f"h/{head}", bases[(at + head) % len(bases)], through=at % 2 == 0
        )
        for at in range(actions)
        for head in range(heads)
        if (at + head) % every == 0
    ]
    return of(found, lines)


LONG = "とても長い名前" * 11 + "長い名"
HOSTILE = {
    "no vision": made(0),
    "one": made(1, 1, 0),
    "one element": of([item("x", "Action", "一つ", "1")], []),
    "300 actions in a row": made(1, 300, 0),
    "300 actions in three": made(3, 300, 5),
    "60 heads": made(60, every=6),
    "60 heads with all": made(60, 20, 4),
    "300 heads": made(300, 5, 2),
    "long": made(7, 20, 6, LONG),
    "long issues": made(
        7, 20, 6, LONG, kind="RegionalIssue", predicate="addresses", every=5, bases=("Estimated",)
    ),
    "markup": made(5, 12, 3, "</script><b onload=alert(1)>&\"'<!--", every=3),
    "emoji": made(5, 12, 3, "👨‍👩‍👧‍👦🏳️‍🌈森🌲", every=3),
    "right to left": made(5, 12, 3, "مدينة تعيش مع الطبيعة שלום", every=3),
    "no marks": made(5, 12, 3, marks=False, every=3),
    "no names": made(5, 12, 3, "", every=3),
    "four bases": made(7, every=4, bases=("Stated", "Matched", "Estimated", "Proposed")),
    "many issues": made(
        12, 40, 0, kind="RegionalIssue", predicate="addresses", every=7, bases=("Estimated",)
    ),
    "20 themes": made(20, kind="Theme", predicate="inTheme", every=7),
    "300 facts": made(0, 100, 0, facts=3),
    "2000 facts": made(0, 500, 0, facts=4),
    "long facts": made(0, 20, 0, LONG, facts=2),
    "empty facts": of(
        [
            item("a", "Action", "空", "1", facts=(Fact("", "", "NotScored", 0),)),
            item("b", "Action", "値", "2", facts=(Fact("値", "", "Achieved", 0, "1", ""),)),
            item("c", "Action", "", "", facts=(Fact("", "", "Unknown", 2024, "1", "2"),)),
        ],
        [],
    ),
}  # fmt: skip


# --- What stands on a scene -------------------------------------------------------------------


def texts(scene):
    marks = [*scene.ground, *(mark for placed in scene.placed for mark in placed.marks)]
    return [mark for mark in marks if isinstance(mark, Text)]


def said(scene):
    """Return all that the ground says, from the top."""
    return "".join(mark.text for mark in scene.ground if isinstance(mark, Text))


def marks_of(scene, picture):
    """Return the number of every item in the order of reading; a head without one by its name."""
    items = {each.key: each for each in picture.items}
    return [items[each.key].mark or items[each.key].name for each in scene.placed]


#: What lies behind other things and may be covered.
BEHIND = ("paper", "band", "sky", "earth", "hairline", "sector", "frame", "disc strong")


def solids(scene):
    """Return every text and plate as a rectangle with the number of its item, −1 on the ground."""
    wide = fonts.measure()
    found = []
    things = [(-1, 0.0, 0.0, mark) for mark in scene.ground]
    for at, each in enumerate(scene.placed):
        things += [(at, each.x, each.y, mark) for mark in each.marks]
    for own, x, y, mark in things:
        if isinstance(mark, Text) and mark.text.strip():
            across = wide(mark.text) * mark.size
            left = x + mark.x - {"start": 0, "middle": across / 2, "end": across}[mark.anchor]
            top, bottom = y + mark.y - 0.86 * mark.size, y + mark.y + 0.12 * mark.size
            found.append((left, top, left + across, bottom, own, mark.text, True))
        elif isinstance(mark, Disc):
            mid, level, r = x + mark.x, y + mark.y, mark.r
            found.append((mid - r, level - r, mid + r, level + r, own, mark.css, False))
        elif isinstance(mark, Box):
            left, top = x + mark.x, y + mark.y
            found.append((left, top, left + mark.w, top + mark.h, own, mark.css, False))
    return found


def faults(scene):
    """Return what is outside of the canvas without its footer, and what meets."""
    every = [each for each in solids(scene) if each[5] != "paper"]
    found = [
        ("outside", each)
        for each in every
        if each[0] < -0.6
        or each[1] < -0.6
        or each[2] > scene.width + 0.6
        or each[3] > scene.height - FOOTER + 0.6
    ]
    solid = sorted(each for each in every if each[6] or not each[5].startswith(BEHIND))
    for at, one in enumerate(solid):
        for other in solid[at + 1 :]:
            if other[0] >= one[2] - 0.5:
                break
            both = one[6] and other[6]
            # A number stands on its own plate; plates of the ground are the signs of the band.
            if one[4] == other[4] and not both:
                continue
            if one[1] < other[3] - 0.5 and other[1] < one[3] - 0.5:
                found.append(("meet", one[5], other[5]))
    return found


# --- By vision --------------------------------------------------------------------------------


def bases_of(picture, by):
    """Return for each head its numbers by basis, as the model has them."""
    found = gathered(picture, by, fonts.measure())
    return {
        row.head.mark or row.head.name: {
            group.basis: [each.item.mark for each in group.members] for group in row.groups
        }
        for row in found
    }


def test_each_vision_has_what_serves_it_by_its_basis(picture):
    found = bases_of(picture, "by-vision")
    assert list(found) == ["①", "②", "③", "④", "⑤", "⑥", "⑦"]
    assert found["①"]["Matched"] == ["1-1", "1", "2", "3", "4"]
    assert found["②"] == {
        "Matched": ["2-4", "19", "20", "21", "22"],
        "Estimated": ["1-3", "7", "8", "9"],
    }
    assert found["③"] == {"Estimated": ["2", "3", "15", "16", "20", "21", "22"]}
    assert found["⑥"] == {}
    assert found["⑦"]["Matched"] == ["2-1", "12", "13", "14", "2-2", "15"]


@pytest.mark.parametrize(("canvas", "room"), EVERY)
def test_every_head_is_followed_by_its_members(picture, canvas, room):
    scene = rows(picture, canvas, room, "by-vision")
    read = marks_of(scene, picture)
    assert read[:15] == [
        *("①", "1-1", "1", "2", "3", "4", "5", "11", "24"),
        *("3-2", "26", "27", "28", "29", "31"),
    ]
    assert read[15:25] == ["②", "2-4", "19", "20", "21", "22", "1-3", "7", "8", "9"]
    assert read[-10:] == ["⑥", "⑦", "2-1", "12", "13", "14", "2-2", "15", "5", "6"]


def test_a_measure_stands_before_the_actions_that_are_there_through_it(picture):
    five = next(
        row for row in gathered(picture, "by-vision", fonts.measure()) if row.head.mark == "⑤"
    )
    documents = five.groups[0]
    assert [(each.item.mark, each.joined) for each in documents.members] == [
        ("1-1", False), ("1", True), ("2", True), ("3", True), ("4", False),
        ("2-4", False), ("19", True), ("20", True), ("21", True), ("22", True),
    ]  # fmt: skip


def test_documents_stand_left_of_readings_in_every_row(picture):
    scene = rows(picture, WIDE, LARGE, "by-vision")
    letters = [mark for mark in scene.ground if isinstance(mark, Text) and mark.text in "照推"]
    # Two explain the signs in the band; five visions have documents, six have readings.
    documents = [mark.x for mark in letters if mark.text == "照" and mark.y > 70]
    readings = [mark.x for mark in letters if mark.text == "推" and mark.y > 70]
    assert (len(documents), len(readings)) == (5, 6)
    assert len(set(documents)) == len(set(readings)) == 1
    assert documents[0] < readings[0]


def test_an_empty_row_says_so_and_what_it_does_not_mean(picture):
    told = said(rows(picture, WIDE, LARGE, "by-vision"))
    assert "資料からたどれる取組はまだありません（推定 7件。市の見解ではありません）" in told
    assert "資料からたどれる取組はまだありません。何もしていないという意味ではありません。" in told
    assert told.count("資料からたどれる") == 2


def test_without_estimates_the_view_says_that_it_leaves_them_out():
    scene = rows(pictured(basis=PG.Matched), WIDE, LARGE, "by-vision")
    told = said(scene)
    assert told.count("資料からたどれる取組はまだありません（この見方は推定を含みません）") == 2
    assert "推" not in told.replace("推定を", "")


def test_a_disc_with_a_number_is_a_vision_alone(picture):
    for by in BY:
        for placed in getattr(rows(picture, WIDE, LARGE, by), "placed", ()):
            filled = [m for m in placed.marks if isinstance(m, Disc) and m.css == "vision"]
            assert bool(filled) <= placed.key.startswith("vision/")


def test_a_measure_is_a_filled_plate_and_an_action_a_dot_in_the_colour_of_its_project(picture):
    scene = rows(picture, WIDE, LARGE, "by-vision")
    plates = {
        placed.key.rpartition("/")[2]: mark.css
        for placed in scene.placed
        for mark in placed.marks
        if isinstance(mark, Box | Disc)
    }
    assert plates["ap3-1-1"] == "arc economy"
    assert plates["ap3-2-4"] == "arc environment"
    assert plates["ap3-3-2"] == "arc society"
    assert plates["ap3-1"] == "dot economy"
    assert plates["ap3-19"] == "dot environment"
    assert plates["ap3-37"] == "dot society"


# --- By issue, theme, goal --------------------------------------------------------------------

CANDIDATES = ["5", "6", "8", "9", "10", "19"]


@pytest.mark.parametrize(("canvas", "room"), EVERY)
def test_candidates_have_a_second_ring_and_share_an_empty_field(picture, canvas, room):
    scene = rows(picture, canvas, room, "by-issue")
    items = {each.key: each for each in picture.items}
    ringed = {
        items[placed.key].mark
        for placed in scene.placed
        if any(isinstance(mark, Disc) and "strong" in mark.css for mark in placed.marks)
    }
    assert ringed == set(CANDIDATES)
    # The last line names them once more, before the empty field of the cause they may share.
    last = max(placed.y for placed in scene.placed)
    assert [items[each.key].mark for each in scene.placed if each.y == last] == CANDIDATES
    assert "同時解決の候補共通の原因" in said(scene)
    [field] = [mark for mark in scene.ground if isinstance(mark, Box) and mark.css == "frame"]
    assert field.w > 200
    inside = [
        each
        for each in solids(scene)
        if each[6]
        and field.x < each[0] < field.x + field.w
        and field.y < each[1] < field.y + field.h
    ]
    assert inside == []


def test_each_issue_has_what_addresses_it(picture):
    assert bases_of(picture, "by-issue") == {
        "一次産業の衰退": {"Estimated": ["1", "2", "3", "4", "6", "7", "8", "9", "10", "19"]},
        "里山・里海の荒廃": {"Estimated": ["9", "2-4", "19", "20", "21"]},
        "人口の偏在化・高齢化": {"Estimated": ["8", "25", "26"]},
        "つながりの希薄化": {"Estimated": ["5", "23", "25", "3-2", "28", "29", "31"]},
        "資源の流出": {"Estimated": ["1-2", "5", "6", "10", "12", "14"]},
    }


def test_a_view_of_estimates_alone_says_once_that_they_are_not_the_citys(picture):
    for by in ("by-issue", "by-theme"):
        told = said(rows(picture, WIDE, LARGE, by))
        assert told.count("推定（市の見解ではありません）") == 1
        assert "資料からたどれる" not in told


GOALS = [
    "#E5243B", "#DDA63A", "#4C9F38", "#C5192D", "#FF3A21", "#26BDE2", "#FCC30B", "#A21942",
    "#FD6925", "#DD1367", "#FD9D24", "#BF8B2E", "#3F7E44", "#0A97D9", "#56C02B", "#00689D",
    "#19486A",
]  # fmt: skip


def goals(count=17, basis="Estimated"):
    found = [
        item(f"g/{at}", "Goal", "パートナーシップで目標を達成しよう", str(at + 1), colour=GOALS[at])
        for at in range(count)
    ]
    found += [item("p/0", "Project", "食", "1", tags=(Tag("Economy", "経", True),))]
    found += [item(f"a/{at}", "Action", "取組", str(at + 1), project="p/0") for at in range(9)]
    lines = [
        line(f"a/{at}", "contributesTo", f"g/{goal}", basis)
        for at in range(9)
        for goal in range(count)
        if (at + goal) % 3 == 0
    ]
    return of(found, lines)


def light(colour):
    """Return how much light a colour gives, 0 to 1, by the formula of WCAG."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("colour", GOALS)
def test_text_on_the_colour_of_a_goal_is_easy_to_read(colour):
    ground, ink = theme.goal(colour)
    assert f".{ground}{{fill:{colour}}}" in theme.MARKS
    on = {"on-dark": 1.0, "on-light": 0.0}[ink]
    lighter, darker = max(on, light(colour)), min(on, light(colour))
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5


def test_the_colours_of_the_goals_are_those_of_the_ontology():
    told = (ROOT / "ontology" / "sdg.ttl").read_text(encoding="utf-8")
    assert re.findall(r'pg:colour "(#[0-9A-F]{6})"', told) == GOALS


@pytest.mark.parametrize(("canvas", "room"), EVERY)
def test_all_goals_have_room_as_pills_with_number_and_name(canvas, room):
    scene = rows(goals(), canvas, room, "by-sdg")
    pills = [placed for placed in scene.placed if placed.key.startswith("g/")]
    assert len(pills) == 17
    for placed, colour in zip(pills, GOALS, strict=True):
        plate, number, *name = placed.marks
        assert plate.css == f"goal-{colour[1:]}"
        assert number.text == str(int(placed.key[2:]) + 1)
        assert "".join(mark.text for mark in name) == "パートナーシップで目標を達成しよう"
    # No other colour stands beside those of the goals.
    dots = {m.css.split()[1] for p in scene.placed for m in p.marks if isinstance(m, Disc)}
    assert dots == {"none"}
    assert "計画書の公式アイコンは未入力。以下は編集者の推定" in said(scene)
    assert "ほか" not in said(scene)


def test_the_banner_goes_when_the_links_to_the_goals_are_printed():
    assert "公式アイコン" not in said(rows(goals(basis="Stated"), WIDE, LARGE, "by-sdg"))


def test_a_goal_in_a_colour_of_its_own_gets_the_plain_pill():
    plain = replace(goals(1).items[0], colour="#123456")
    scene = rows(of([plain, *goals(1).items[1:]], goals(1).lines), WIDE, LARGE, "by-sdg")
    assert scene.placed[0].marks[0].css == "pill"


# --- Progress ---------------------------------------------------------------------------------


def cards(scene, picture):
    items = {each.key: each for each in picture.items}
    return [
        (items[each.key].mark, [mark.text for mark in each.marks if isinstance(mark, Text)])
        for each in scene.placed
    ]


def test_every_scored_indicator_is_there_in_the_order_of_print(picture):
    found = cards(rows(picture, WIDE, LARGE, "progress"), picture)
    assert len(found) == 47
    assert [mark for mark, _ in found[:9]] == [
        "1-1",
        "1-2",
        "2-1",
        "2-2",
        "3-1",
        "1",
        "2",
        "3",
        "4",
    ]
    actions = [int(mark) for mark, _ in found[5:]]
    assert all(one <= other for one, other in pairwise(actions))
    assert actions[0] == 1
    assert actions[-1] == 36


def test_the_status_stands_beside_actual_and_target(picture):
    told = [texts for mark, texts in cards(rows(picture, WIDE, LARGE, "progress"), picture)
            if mark in ("19", "25")]  # fmt: skip
    assert told == [
        ["19", "×", "1,917件", "／2,100件"],
        ["19", "×", "127ha", "／135ha"],
        ["25", "－", "記載なし"],
    ]


def test_values_of_another_year_say_so(picture):
    found = cards(rows(picture, WIDE, SMALL, "progress"), picture)
    told = [mark for mark, texts in found if "2023年度" in texts]
    assert told == ["9", "9"]
    assert "2024年度の実績／目標" in said(rows(picture, WIDE, SMALL, "progress"))


@pytest.mark.parametrize(("canvas", "room"), EVERY)
def test_the_progress_says_whose_judgement_it_is_and_where_the_reasons_are(picture, canvas, room):
    told = said(rows(picture, canvas, room, "progress"))
    assert "○×は市の評価" in told
    assert "理由は進行管理表の各番号に" in told


def test_the_progress_never_tells_a_department(picture):
    departments = [each.name for each in picture.items if each.kind == "Department"]
    assert len(departments) > 9
    for canvas, room in EVERY:
        told = "".join(mark.text for mark in texts(rows(picture, canvas, room, "progress")))
        assert not any(name in told for name in departments)


def test_a_smaller_room_tells_what_is_measured(picture):
    def told(room):
        scene = rows(picture, WIDE, room, "progress")
        return "".join(next(texts for mark, texts in cards(scene, picture) if mark == "19"))

    assert told(LARGE) == "19×1,917件／2,100件"
    assert told(MEDIUM) == "19×森林の保全・活用1,917件／2,100件"
    assert told(SMALL) == "19×森林整備の意向確認を実施した森林所有者数【累計】1,917件／2,100件"


# --- Size and place ---------------------------------------------------------------------------


#: English visions are longer than the tall canvas has room for at full size.
LARGE_ONES = [
    *(("ja", canvas, by) for canvas in CANVASES for by in ("by-vision", "by-issue", "by-theme")),
    *(("en", canvas, by) for canvas in CANVASES for by in ("by-issue", "by-theme")),
    ("en", WIDE, "by-vision"),
]


@pytest.mark.parametrize(("lang", "canvas", "by"), LARGE_ONES)
def test_in_the_large_room_names_have_40_and_everything_else_32(picture, english, lang, canvas, by):
    drawn = {"ja": picture, "en": english}[lang]
    scene = rows(drawn, canvas, LARGE, by)
    kinds = {each.key: each.kind for each in drawn.items}
    for placed in scene.placed:
        if kinds[placed.key] not in ("Measure", "Action"):
            names = [mark for mark in placed.marks if isinstance(mark, Text) and len(mark.text) > 2]
            assert names
            assert all(mark.size >= 40 for mark in names)
    assert min(mark.size for mark in texts(scene)) >= 32


def test_the_numbers_of_the_progress_can_be_read_from_the_last_row(picture):
    found = rows(picture, WIDE, LARGE, "progress").placed
    assert min(mark.size for each in found for mark in each.marks[2:3]) >= 32


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("by", BY)
def test_smaller_rooms_keep_their_least_sizes(picture, english, by, lang):
    drawn = {"ja": picture, "en": english}[lang]
    for canvas in CANVASES:
        for room, least in ((MEDIUM, 22), (SMALL, 16)):
            scene = rows(drawn, canvas, room, by)
            if scene and by != "progress":
                assert min(mark.size for mark in texts(scene)) >= least


def test_names_stand_beside_the_numbers_where_they_have_room(picture):
    told = [mark.text for mark in texts(rows(picture, WIDE, LARGE, "by-issue"))]
    assert "森林の保全・活用" in told
    crowded = [mark.text for mark in texts(rows(picture, WIDE, LARGE, "by-vision"))]
    assert "19" in crowded
    assert "森林の保全・活用" not in crowded
    # On a desk there is room for whole names.
    desk = "".join(mark.text for mark in texts(rows(picture, WIDE, SMALL, "by-issue")))
    assert "要支援者の個別避難計画の整備及び配布" in desk


def test_what_has_no_room_is_counted():
    few = rows(made(3, 4, 0), WIDE, LARGE, "by-vision")
    assert "里山と海のあるまちをつくる" in "".join(mark.text for mark in texts(few))
    crowd = rows(made(60, 20, 4), WIDE, LARGE, "by-vision")
    hidden = [mark.text for mark in crowd.ground if isinstance(mark, Text) and "＋" in mark.text]
    assert hidden
    heads = sum(placed.key.startswith("h/") for placed in crowd.placed)
    assert f"ほか {60 - heads}件" in said(crowd) or heads == 60
    cut = rows(made(0, 500, 0, facts=4), WIDE, LARGE, "progress")
    assert f"ほか {2000 - len(cut.placed)}件" in said(cut)


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("by", BY)
@pytest.mark.usefixtures("face")
def test_nothing_meets_and_nothing_is_outside(picture, english, by, lang):
    for canvas, room in EVERY:
        scene = rows({"ja": picture, "en": english}[lang], canvas, room, by)
        assert scene is None or (scene.name, faults(scene)) == (scene.name, [])


@pytest.mark.parametrize("case", HOSTILE)
@pytest.mark.usefixtures("face")
def test_nothing_meets_whatever_the_picture_is(case):
    for by in BY:
        for canvas, room in EVERY:
            scene = rows(HOSTILE[case], canvas, room, by)
            assert scene is None or (scene.name, faults(scene)) == (scene.name, [])
            assert scene is None or scene.placed


@pytest.mark.parametrize("by", BY)
def test_a_view_of_nothing_does_not_exist(by):
    assert rows(of([], []), WIDE, LARGE, by) is None
    unlinked = of([item("v", "Vision", "まち", "①"), item("a", "Action", "取組", "1")], [])
    assert rows(unlinked, WIDE, LARGE, by) is None


def test_a_line_to_something_else_brings_nobody_there():
    found = [
        item("v", "Vision", "まち", "①"),
        item("o", "Outcome", "効果"),
        item("a", "Action", "", "1"),
    ]
    drawn = of(
        found, [line("o", "serves", "v"), line("a", "serves", "v"), line("a", "serves", "o")]
    )
    assert bases_of(drawn, "by-vision") == {"①": {"Stated": ["1"]}}


def test_an_item_with_two_grounds_stands_at_the_stronger():
    found = [item("v", "Vision", "まち", "①"), item("a", "Action", "取組", "1")]
    drawn = of(found, [line("a", "serves", "v", "Estimated"), line("a", "serves", "v", "Matched")])
    assert bases_of(drawn, "by-vision") == {"①": {"Matched": ["1"]}}


def test_the_same_picture_gives_the_same_scenes(picture):
    again = pictured()
    for by in BY:
        for canvas, room in EVERY:
            assert rows(picture, canvas, room, by) == rows(again, canvas, room, by)
