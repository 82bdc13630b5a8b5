"""The first sight: what is shown, how large, in which order, and that nothing meets anything."""

import json
import math
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from plan_graph.answers import Page
from plan_graph.graph import load_store, view
from plan_graph.lookup import elements
from plan_graph.mandala import fonts
from plan_graph.mandala.files import svg
from plan_graph.mandala.layout import order, parts
from plan_graph.mandala.layout.first_sight import first_sight
from plan_graph.mandala.picture import Item, Line, Picture, Tag
from plan_graph.mandala.reading.build import build
from plan_graph.mandala.scene import CANVASES, FOOTER, ROOMS, Box, Disc, Text
from plan_graph.vocab import PG

ROOT = Path(__file__).parents[1]
WIDE, TALL = CANVASES
LARGE, MEDIUM, SMALL = ROOMS
EVERY = [(canvas, room) for canvas in CANVASES for room in ROOMS]
FACES = {"installed": fonts.typeface, "packaged": fonts.packaged}
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


# --- Pictures ---------------------------------------------------------------------------------


def pictured(lang="ja"):
    store = view(load_store(ROOT / "data" / "mandala.ttl"), PG.Estimated)
    known = elements(store)
    return build(store, known, Page(store, known, PG.Estimated, lang))


@pytest.fixture(scope="module")
def picture():
    """Return the picture of the shipped graph, its caption with the year that the slides print."""
    return replace(pictured(), visions_caption="市民の提言・2042年")


@pytest.fixture(scope="module")
def english():
    return replace(pictured("en"), visions_caption="Citizens' proposals for 2042")


@pytest.fixture(scope="module", params=FACES)
def measure(request):
    return fonts.Measure(FACES[request.param]().bold)


def item(key, kind, name, mark="", **more):
    told = {"parent": "", "project": "", "tags": (), "short": name} | more
    return Item(
        key=key, iri=key, kind=kind, mark=mark, name=name, reading="", english="", about="",
        labels=(), facts=(), **told,
    )  # fmt: skip


def line(subject, predicate, obj, basis="Stated"):
    return Line(subject, predicate, obj, basis, "記", False, False, (), "", (), "")


def made(  # noqa: PLR0913 - so many of each kind
    *, visions=0, boxes=0, inside=2, projects=0, measures=0, actions=0, issues=0,
    name="里山と海のあるまちをつくる", goal="自然とともに生きるまち",
):  # fmt: skip
    """Return a picture with so many of each: measures in a project, actions in a measure."""
    items, lines = [], []
    if goal:
        items.append(item("image", "FutureImage", goal))
    for at in range(visions):
        mark = CIRCLED[at] if at < len(CIRCLED) else str(at + 1)
        items.append(item(f"vision/{at}", "Vision", name, mark))
    tags = (Tag("Economy", "経", True), Tag("Society", "社", False))
    for at in range(boxes):
        items.append(item(f"group/{at}", "OutcomeGroup", "まとまり", tags=tags))
        for each in range(inside):
            key = f"outcome/{at}-{each}"
            items.append(item(key, "Outcome", name, parent=f"group/{at}"))
            lines += [line(key, "serves", f"vision/{(at + each) % visions}")] if visions else []
    number = 0
    for p in range(projects):
        items.append(item(f"project/{p}", "Project", name, tags=tags[:1]))
        for m in range(measures):
            of = f"measure/{p}-{m}"
            mark = f"{p + 1}-{m + 1}"
            items.append(
                item(of, "Measure", name, mark, parent=f"project/{p}", project=f"project/{p}")
            )
            for _ in range(actions):
                number += 1
                items.append(
                    item(
                        f"action/{number}",
                        "Action",
                        name,
                        str(number),
                        parent=of,
                        project=f"project/{p}",
                    )
                )
    items += [item(f"issue/{at}", "RegionalIssue", name) for at in range(issues)]
    return Picture(
        lang="ja", title="", city="", goal=goal, goal_caption="めざす姿" if goal else "",
        edition="", footer=(), items=tuple(items), lines=tuple(lines), steps=(), basis="Estimated",
        visions_caption="市民の提言",
    )  # fmt: skip


CROWDS = {
    "nothing": made(goal=""),
    "a goal alone": made(),
    "one of each": made(visions=1, boxes=1, inside=1, projects=1, measures=1, actions=1, issues=1),
    "two projects": made(visions=4, boxes=3, projects=2, measures=2, actions=5, issues=2),
    "no vision": made(boxes=6, projects=3, measures=4, actions=3, issues=5),
    "no box": made(visions=7, projects=3, measures=4, actions=3, issues=5),
    "no wheel": made(visions=7, boxes=6, issues=5),
    "no action": made(visions=7, boxes=6, projects=3, measures=4, issues=5),
    "no measure": made(visions=7, boxes=6, projects=3, issues=5),
    "12 visions": made(visions=12, boxes=6, projects=3, measures=4, actions=3, issues=5),
    "40 visions": made(visions=40, boxes=6, projects=3, measures=4, actions=3, issues=5),
    "200 visions": made(visions=200, boxes=6, projects=3, measures=4, actions=3, issues=5),
    "16 boxes": made(visions=7, boxes=16, projects=3, measures=4, actions=3, issues=5),
    "120 boxes": made(visions=7, boxes=120, projects=3, measures=4, actions=3, issues=5),
    "9 in a box": made(visions=7, boxes=5, inside=9, projects=3, measures=4, actions=3, issues=5),
    "12 issues": made(visions=7, boxes=6, projects=3, measures=4, actions=3, issues=12),
    "100 issues": made(visions=7, boxes=6, projects=3, measures=4, actions=3, issues=100),
    "300 in a measure": made(visions=7, boxes=6, projects=1, measures=1, actions=300, issues=5),
    "14 projects": made(visions=7, boxes=6, projects=14, measures=1, actions=2, issues=5),
    "80 measures": made(visions=7, boxes=6, projects=8, measures=10, actions=5, issues=5),
    "300 projects": made(visions=7, boxes=6, projects=300, measures=1, actions=1, issues=5),
    "96 actions": made(visions=7, boxes=6, projects=4, measures=6, actions=4, issues=5),
}
WORDS = {
    "80 letters": "里山の再生と海の保全" * 8,
    "80 letters without a border": "ー" * 80,
    "markup": '<script>alert("里山")</script> & <b>海</b>',
    "emoji": "🌾田んぼ🐟と👨‍👩‍👧‍👦の里",
    "right to left": "מגדלים ירקות ביחד עם العربية",
    "no letters": "",
    "spaces": "   ",
}


# --- What stands where ------------------------------------------------------------------------


def marks(scene):
    """Yield the key of each mark ("" on the ground), the mark, and where it is seen from."""
    for mark in scene.ground:
        yield "", mark, (0, 0)
    for placed in scene.placed:
        for mark in placed.marks:
            yield placed.key, mark, (placed.x, placed.y)


def corners(text, at, measure):
    """Return the corners of what a text covers: as wide as measured, one em high (digits: less)."""
    top, bottom = (-0.78, 0.03) if text.text.isdigit() else (-0.86, 0.14)
    wide = measure(text.text) * text.size
    left = {"start": 0, "middle": -wide / 2, "end": -wide}[text.anchor]
    turn = math.radians(text.turn)
    x, y = at[0] + text.x, at[1] + text.y
    return [
        (
            x + dx * math.cos(turn) - dy * math.sin(turn),
            y + dx * math.sin(turn) + dy * math.cos(turn),
        )
        for dx, dy in (
            (left, top * text.size),
            (left + wide, top * text.size),
            (left + wide, bottom * text.size),
            (left, bottom * text.size),
        )
    ]


def texts(scene, measure):
    return [
        (key, mark, corners(mark, at, measure))
        for key, mark, at in marks(scene)
        if isinstance(mark, Text) and mark.text.strip()
    ]


def shadow(points, axis):
    seen = [x * axis[0] + y * axis[1] for x, y in points]
    return min(seen), max(seen)


def meet(a, b, by=0.5):
    """Say whether two convex shapes overlap by more than *by* pixels."""
    for shape in (a, b):
        for (ax, ay), (bx, by_) in pairwise([*shape, shape[0]]):
            long = math.hypot(bx - ax, by_ - ay)
            if long == 0:
                continue
            axis = ((by_ - ay) / long, (ax - bx) / long)
            one, two = shadow(a, axis), shadow(b, axis)
            if one[1] - two[0] < by or two[1] - one[0] < by:
                return False
    return True


def near(shapes):
    """Yield the pairs of *shapes* (each with what it is) whose upright frames overlap."""
    framed = sorted(
        (min(x for x, _ in points), max(x for x, _ in points), at)
        for at, (_, points) in enumerate(shapes)
    )
    heights = [(min(y for _, y in points), max(y for _, y in points)) for _, points in shapes]
    for place, (_, right, one) in enumerate(framed):
        for left, _, two in framed[place + 1 :]:
            if left > right:
                break
            if heights[one][0] < heights[two][1] and heights[two][0] < heights[one][1]:
                yield shapes[one], shapes[two]


def signs(scene):
    """Return discs and squares with letters: the key, and their outline."""
    found = []
    for key, mark, at in marks(scene):
        x, y = at[0] + getattr(mark, "x", 0), at[1] + getattr(mark, "y", 0)
        css = set(mark.css.split())
        if isinstance(mark, Disc) and {"dot", "vision", "chip"} & css:
            turns = [n * math.pi / 8 for n in range(16)]
            points = [(x + mark.r * math.cos(a), y + mark.r * math.sin(a)) for a in turns]
        elif isinstance(mark, Box) and {"tag", "count"} & css:
            points = [(x, y), (x + mark.w, y), (x + mark.w, y + mark.h), (x, y + mark.h)]
        else:
            continue
        found.append(((key, mark.css), points))
    return found


def middle(points):
    return [sum(each[at] for each in points) / len(points) for at in (0, 1)]


def overlaps(scene, measure):
    """Return what meets: texts, and texts the discs and squares that are not their own."""
    said = [((key, mark), points) for key, mark, points in texts(scene, measure)]
    found = []
    for (one, a), (two, b) in near([*said, *signs(scene)]):
        if isinstance(one[1], str) and isinstance(two[1], str):
            continue
        if (
            one[0] == two[0]
            and math.dist(middle(a), middle(b)) < 6
            and str in map(type, (one[1], two[1]))
        ):
            continue
        if meet(a, b):
            found.append((one, two))
    return found


def outside(scene, measure):
    """Return the texts that leave the canvas or reach into its footer."""
    return [
        text.text
        for _, text, shape in texts(scene, measure)
        for x, y in shape
        if not (-0.5 <= x <= scene.width + 0.5 and -0.5 <= y <= scene.height - FOOTER + 0.5)
    ]


def names_of(scene):
    """Return what each placed item says, its lines joined, without numbers of one sign."""
    return {
        placed.key: "".join(mark.text for mark in placed.marks if isinstance(mark, Text))
        for placed in scene.placed
    }


def kinds_of(picture, scene):
    kinds = {each.key: each.kind for each in picture.items}
    return Counter(kinds[placed.key] for placed in scene.placed)


def place_of(scene):
    return {placed.key: (placed.x, placed.y) for placed in scene.placed}


# --- The shipped graph ------------------------------------------------------------------------


@pytest.mark.parametrize(("canvas", "room"), EVERY)
def test_nothing_meets_anything_and_nothing_leaves_the_page(picture, measure, canvas, room):
    scene = first_sight(picture, canvas, room, measure=measure)
    assert overlaps(scene, measure) == []
    assert outside(scene, measure) == []


@pytest.mark.parametrize(("canvas", "room"), EVERY)
def test_english_names_fit_too(english, measure, canvas, room):
    scene = first_sight(english, canvas, room, measure=measure)
    assert overlaps(scene, measure) == []
    assert outside(scene, measure) == []


@pytest.mark.parametrize(("canvas", "room"), EVERY)
def test_everything_has_its_place(picture, canvas, room):
    scene = first_sight(picture, canvas, room)
    assert scene.name == f"mandala/{canvas.name}/{room.name}"
    assert (scene.width, scene.height) == (canvas.width, canvas.height)
    assert kinds_of(picture, scene) == {
        "FutureImage": 1, "Vision": 7, "OutcomeGroup": 6, "Outcome": 12, "Project": 3,
        "Measure": 12, "Action": 37, "RegionalIssue": 5,
    }  # fmt: skip


@pytest.mark.parametrize("canvas", CANVASES)
def test_a_hall_sees_27_names_37_numbers_the_goal_and_six_captions(picture, canvas):
    scene = first_sight(picture, canvas, LARGE)
    said = names_of(scene)
    kinds = {each.key: each.kind for each in picture.items}
    named = [
        k for k, v in said.items() if kinds[k] in {"Vision", "Outcome", "Project", "RegionalIssue"}
    ]
    assert len(named) == 27
    assert [said[f"action/ap3-{n}"] for n in range(1, 38)] == [str(n) for n in range(1, 38)]
    assert [v for k, v in said.items() if kinds[k] == "Measure"] == [""] * 12
    captions = [m.text for _, m, _ in marks(scene) if isinstance(m, Text) and "caption" in m.css]
    captions.remove("1〜37")
    expected = ["7つのビジョン", "市民の提言・2042年", "めざす効果", "地域課題"]
    if canvas is WIDE:
        assert Counter(captions) == Counter(["2030年にめざす姿", "めざす効果", *expected])
    else:
        assert Counter(captions) == Counter(["2030年に", "めざす姿", *expected])


def test_names_are_whole_and_break_where_phrases_do(picture):
    scene = first_sight(picture, TALL, LARGE)
    said = {p.key: [m.text for m in p.marks if isinstance(m, Text)] for p in scene.placed}
    assert said["vision/1"] == ["1", "人のつながりが", "あるまち"]
    assert said["vision/5"] == ["5", "子ども・若者が", "育つ環境のあるまち"]
    assert said["outcome/natural-capital"] == ["自然資本の", "保全・活用", "2", "5"]
    assert said["outcome/diverse-lifestyles"] == ["多様な", "ライフスタイルの", "提供", "4"]
    assert said["outcome/food-education"] == ["食育の推進", "1", "5"]
    assert said["project/ap3-1"] == ["経", "食×農"]
    assert said["project/ap3-2"] == ["環", "脱炭素化"]
    assert said["project/ap3-3"] == ["社", "防災・減災"]
    assert said["issue/population"] == ["人口の偏在化・高齢化"]
    assert said["outcome-group/md1-4"] == ["経", "環", "社"]
    assert said["outcome-group/md1-5"] == ["環", "社"]


@pytest.mark.parametrize(("canvas", "room"), EVERY)
def test_every_name_that_is_shown_is_whole(picture, canvas, room):
    said = names_of(first_sight(picture, canvas, room))
    for each in picture.items:
        if each.kind in {"Vision", "Outcome", "RegionalIssue"}:
            assert each.name in said[each.key]
        elif each.kind == "Project":
            assert said[each.key].endswith(each.short)
        elif each.kind == "Measure":
            assert said[each.key] == (each.mark + each.short if room.measures else "")
        elif each.kind == "Action":
            assert said[each.key] == (each.mark + each.short if room.actions else each.mark)


@pytest.mark.parametrize("canvas", CANVASES)
@pytest.mark.parametrize("room", ROOMS)
def test_nothing_is_smaller_than_the_room_needs(picture, measure, canvas, room):
    key, other = {"large": (40, 32), "medium": (32, 22), "small": (26, 16)}[room.name]
    scene = first_sight(picture, canvas, room, measure=measure)
    kinds = {each.key: each.kind for each in picture.items}
    large = {"FutureImage", "Vision", "Project"}
    smallest = min(m.size for _, m, _ in marks(scene) if isinstance(m, Text))
    assert smallest >= other - 1  # a letter in a square or a disc may be a little smaller
    for each, mark, _ in marks(scene):
        if isinstance(mark, Text) and mark.css == "name" and len(mark.text) > 2:
            assert mark.size >= (key if kinds.get(each) in large else other)


@pytest.mark.parametrize("canvas", CANVASES)
def test_numbers_are_read_from_the_last_row(picture, measure, canvas):
    scene = first_sight(picture, canvas, LARGE, measure=measure)
    dots = [m for _, m, _ in marks(scene) if isinstance(m, Disc) and m.css.startswith("dot")]
    digits = [m for k, m, _ in marks(scene) if k.startswith("action/") and isinstance(m, Text)]
    assert len(dots) == len(digits) == 37
    assert min(2 * dot.r for dot in dots) >= 41
    assert min(digit.size for digit in digits) >= 32


@pytest.mark.parametrize(("canvas", "room"), EVERY)
def test_numbers_run_clockwise_without_a_jump_and_the_largest_sector_is_at_the_bottom(
    picture, canvas, room
):
    scene = first_sight(picture, canvas, room)
    [rim] = [m for m in scene.ground if isinstance(m, Disc) and m.css == "rim"]
    at = place_of(scene)
    away = [
        (at[f"action/ap3-{n}"][0] - rim.x, at[f"action/ap3-{n}"][1] - rim.y) for n in range(1, 38)
    ]
    radii = [math.hypot(*each) for each in away]
    assert max(radii) - min(radii) < 0.01
    turns = [math.degrees(math.atan2(x, -y)) % 360 for x, y in away]
    steps = [(b - a) % 360 for a, b in pairwise([*turns, turns[0]])]
    assert sum(steps) == pytest.approx(360)
    share = (360 - 3 * 7 - 10 * 2.2) / 37
    # 1 begins a project, and 12 and 23; 5, 7, 10, 15, 16, 19, 26, 30, 33 a measure; 37 has none.
    expected = dict.fromkeys((1, 12, 23), 7)
    expected |= dict.fromkeys((5, 7, 10, 15, 16, 19, 26, 30, 33, 37), 2.2)
    for number, step in enumerate(steps, 2):
        assert step == pytest.approx(share + expected.get(1 if number == 38 else number, 0))
    third = [turns[n - 1] for n in (23, 37)]
    assert sum(third) / 2 == pytest.approx(180)


def test_arcs_are_those_of_measures_and_the_action_without_one_has_none(picture):
    scene = first_sight(picture, WIDE, LARGE)
    arcs = [key for key, mark, _ in marks(scene) if mark.css.startswith("arc")]
    assert arcs == [f"measure/ap3-{p}-{m}" for p in (1, 2, 3) for m in (1, 2, 3, 4)]
    sectors = [m.css for m in scene.ground if m.css.startswith("sector")]
    assert sectors == ["sector economy", "sector environment", "sector society"]


def test_a_reader_meets_goal_visions_boxes_projects_and_issues_in_this_order(picture):
    scene = first_sight(picture, WIDE, LARGE)
    keys = [placed.key for placed in scene.placed]
    assert keys[:8] == ["future-image/2030", *(f"vision/{n}" for n in range(1, 8))]
    assert keys[-5:] == [f"issue/{k}" for k in (
        "primary-industry", "satoyama-satoumi", "population", "weakening-ties", "resource-outflow",
    )]  # fmt: skip
    parents = {each.key: each.parent for each in picture.items if each.kind == "Outcome"}
    for key, box in parents.items():
        assert keys.index(box) < keys.index(key)
    first = keys.index("project/ap3-1")
    assert keys[first : first + 6] == [
        "project/ap3-1", "measure/ap3-1-1", *(f"action/ap3-{n}" for n in range(1, 5)),
    ]  # fmt: skip


def test_what_is_not_certain_has_a_dotted_edge(picture):
    scene = first_sight(picture, WIDE, LARGE)
    tags = {
        placed.key: [m.css for m in placed.marks if isinstance(m, Box) and "tag" in m.css]
        for placed in scene.placed
        if placed.key.startswith("outcome-group/")
    }
    assert tags["outcome-group/md1-1"] == ["tag economy", "tag environment"]
    assert tags["outcome-group/md1-5"] == ["tag environment unsure", "tag society unsure"]
    doubted = replace(
        picture,
        lines=tuple(
            replace(each, basis="Estimated") if each.predicate == "serves" else each
            for each in picture.lines
        ),
    )
    chips = [
        m.css for _, m, _ in marks(first_sight(doubted, WIDE, LARGE)) if m.css.startswith("chip")
    ]
    assert chips == ["chip unsure"] * 20
    chips = [m.css for _, m, _ in marks(scene) if m.css.startswith("chip")]
    assert chips == ["chip"] * 20


def test_a_proposal_makes_no_chip():
    before = made(visions=2, boxes=1, inside=1)
    proposed = replace(before, lines=(line("outcome/0-0", "serves", "vision/1", "Proposed"),))
    said = names_of(first_sight(proposed, WIDE, LARGE))
    assert said["outcome/0-0"] == "里山と海のあるまちをつくる"
    assert names_of(first_sight(before, WIDE, LARGE))["outcome/0-0"].endswith("1")


# --- Order and crossings ----------------------------------------------------------------------


def columns_of(scene):
    """Return the boxes of the left and the right column from the top down."""
    found = ([], [])
    for placed in scene.placed:
        if placed.key.startswith("outcome-group/"):
            found[placed.x > scene.width / 2].append((placed.y, placed.key[-1]))
    return tuple("".join(key for _, key in sorted(side)) for side in found)


@pytest.mark.parametrize(("canvas", "room"), EVERY)
def test_boxes_stand_where_their_lines_cross_less_and_alike_in_every_scene(picture, canvas, room):
    scene = first_sight(picture, canvas, room)
    assert columns_of(scene) == ("153", "624")
    before, after = scene.crossings
    assert 0 < after <= 0.6 * before


def test_crossings_are_those_that_can_be_counted_by_hand():
    # Two boxes to the left and right, each linked to the vision above the other: one crossing.
    visions = [item(f"vision/{n}", "Vision", "まち", CIRCLED[n]) for n in range(2)]
    groups = [item(f"group/{n}", "OutcomeGroup", "組") for n in range(2)]
    outcomes = [item(f"outcome/{n}", "Outcome", "効果", parent=f"group/{n}") for n in range(2)]
    lines = (line("outcome/0", "serves", "vision/1"), line("outcome/1", "serves", "vision/0"))
    crossed = replace(made(), items=(*visions, *groups, *outcomes), lines=lines)
    scene = first_sight(crossed, WIDE, LARGE)
    assert scene.crossings == (1, 0)
    at = place_of(scene)
    assert at["group/1"][0] < WIDE.width / 2 < at["group/0"][0]


@pytest.mark.parametrize("name", CROWDS)
@pytest.mark.parametrize("canvas", CANVASES)
def test_the_chosen_order_never_crosses_more(name, canvas):
    before, after = first_sight(CROWDS[name], canvas, LARGE).crossings
    assert before >= after


def test_every_order_is_tried_when_boxes_are_few():
    places = order.slots(4, 2)
    ends = ((0.9, -1.0), (-0.9, 1.0), (0.9, 1.0), (-0.9, -1.0))
    # One line each, to the corner beside a slot: 0 is left above, 1 left below, 2 right above.
    assert order.chosen(tuple((end,) for end in ends), places, (-1,) * 4) == (2, 1, 3, 0)


def test_many_boxes_are_ordered_by_exchange():
    places = order.slots(12, 6)
    targets = tuple(((-x, y),) for x, y in places)
    chosen = order.chosen(targets, places, (-1,) * 12)
    assert sorted(chosen) == list(range(12))
    assert [places[slot] for slot in chosen] == [end for (end,) in targets]


def test_lines_that_share_an_end_do_not_cross():
    assert order.crossings([(0, 0), (0, 2)], [[(2, 1)], [(2, 1)]]) == 0
    assert order.crossings([(0, 0), (0, 2)], [[(2, 2)], [(2, 0)]]) == 1
    assert order.crossings([(0, 0), (0, 2)], [[(2, 2), (2, 3)], [(2, 0)]]) == 2


# --- The same again, and an earlier edition ----------------------------------------------------


@pytest.mark.parametrize(("canvas", "room"), EVERY)
def test_the_same_picture_gives_the_same_scene(canvas, room):
    one, two = first_sight(pictured(), canvas, room), first_sight(pictured(), canvas, room)
    assert one == two
    assert svg.body(one, {}) == svg.body(two, {})


@pytest.mark.parametrize(("canvas", "room"), EVERY)
def test_with_its_own_places_as_the_earlier_ones_nothing_moves(picture, canvas, room):
    scene = first_sight(picture, canvas, room)
    assert first_sight(picture, canvas, room, place_of(scene)) == scene


@pytest.mark.parametrize("canvas", CANVASES)
def test_boxes_keep_the_slots_of_an_earlier_edition(picture, canvas):
    centre = canvas.width / 2
    stood = {
        f"outcome-group/md1-{n}": (centre + side * 500, y)
        for n, (side, y) in zip(
            (2, 4, 6, 1, 3, 5), [(s, y) for s in (-1, 1) for y in (400, 600, 800)], strict=True
        )
    }
    scene = first_sight(picture, canvas, LARGE, stood)
    assert columns_of(scene) == ("246", "135")


def without(picture, box):
    return replace(
        picture,
        items=tuple(i for i in picture.items if box not in {i.key, i.parent}),
    )


@pytest.mark.parametrize(("gone", "left", "right"), [("4", "153", "624"), ("5", "153", "624")])
def test_a_new_box_takes_the_slot_that_is_free(picture, gone, left, right):
    smaller = without(picture, f"outcome-group/md1-{gone}")
    scene = first_sight(picture, WIDE, LARGE)
    kept = {key: at for key, at in place_of(scene).items() if key != f"outcome-group/md1-{gone}"}
    # The box is new this year: it finds the others where they stood.
    again = first_sight(picture, WIDE, LARGE, kept)
    assert sorted("".join(columns_of(again))) == list("123456")
    for n in "123456".replace(gone, ""):
        side = columns_of(scene)[0].find(n) >= 0
        assert (columns_of(again)[0].find(n) >= 0) == side
    # And a box that is gone leaves its column to the others, in their order.
    fewer = columns_of(first_sight(smaller, WIDE, LARGE, place_of(scene)))
    assert fewer == (left.replace(gone, ""), right.replace(gone, ""))


def test_places_that_say_nothing_change_nothing(picture):
    scene = first_sight(picture, WIDE, LARGE)
    assert first_sight(picture, WIDE, LARGE, {}) == scene
    assert first_sight(picture, WIDE, LARGE, {"action/ap3-1": (0, 0), "vision/9": (5, 5)}) == scene


# --- Any graph --------------------------------------------------------------------------------


@pytest.mark.parametrize("name", CROWDS)
@pytest.mark.parametrize(("canvas", "room"), EVERY)
def test_any_graph_fits(name, canvas, room):
    measure = fonts.measure()
    scene = first_sight(CROWDS[name], canvas, room)
    assert overlaps(scene, measure) == []
    assert outside(scene, measure) == []


@pytest.mark.parametrize("name", WORDS)
@pytest.mark.parametrize(("canvas", "room"), EVERY)
def test_any_words_fit(name, canvas, room):
    measure = fonts.measure()
    said = WORDS[name]
    strange = made(
        visions=7, boxes=6, projects=3, measures=4, actions=3, issues=5, name=said, goal=said
    )
    scene = first_sight(strange, canvas, room)
    assert overlaps(scene, measure) == []
    assert outside(scene, measure) == []
    assert kinds_of(strange, scene)["Action"] == 36


@pytest.mark.parametrize("name", CROWDS)
@pytest.mark.parametrize("canvas", CANVASES)
def test_names_give_way_before_items_do(name, canvas):
    crowd = CROWDS[name]
    shown = kinds_of(crowd, first_sight(crowd, canvas, LARGE))
    there = Counter(each.kind for each in crowd.items)
    for kind in ("FutureImage", "Vision", "OutcomeGroup", "Outcome", "RegionalIssue"):
        assert shown[kind] == there[kind]
    assert shown["Project"] >= there["Project"]


def test_an_empty_picture_is_empty_paper():
    scene = first_sight(CROWDS["nothing"], WIDE, LARGE)
    assert scene.placed == ()
    assert [mark.css for mark in scene.ground] == ["paper"]


def test_300_actions_in_a_measure_are_counted_in_a_box_of_their_own():
    scene = first_sight(CROWDS["300 in a measure"], WIDE, LARGE)
    assert kinds_of(CROWDS["300 in a measure"], scene)["Action"] == 0
    [measure] = [placed for placed in scene.placed if placed.key == "measure/0-0"]
    assert [type(mark).__name__ for mark in measure.marks] == ["Path", "Box", "Text"]
    assert measure.marks[1].css == "dot economy count"
    assert measure.marks[2].text == "300"


def test_only_what_is_too_much_is_counted():
    few = made(visions=7, boxes=6, projects=2, measures=2, actions=4, issues=5)
    more = [
        item(f"action/x{n}", "Action", "取組", str(n), parent="measure/1-1", project="project/1")
        for n in range(17, 300)
    ]
    crowd = replace(few, items=(*few.items, *more))
    scene = first_sight(crowd, WIDE, LARGE)
    assert kinds_of(crowd, scene)["Action"] == 12
    [text] = [m.text for key, m, _ in marks(scene) if key == "measure/1-1" and isinstance(m, Text)]
    assert text == "287"


def test_more_than_60_measures_are_told_by_their_projects():
    crowd = CROWDS["80 measures"]
    scene = first_sight(crowd, WIDE, MEDIUM)
    shown = kinds_of(crowd, scene)
    assert (shown["Measure"], shown["Action"], shown["Project"]) == (0, 0, 16)
    counts = [m.text for key, m, _ in marks(scene) if isinstance(m, Text) and m.text == "50"]
    assert len(counts) == 8


def test_outcomes_of_no_group_have_a_box_each():
    items = [
        item(f"outcome/{n}", "Outcome", "里山の再生", tags=(Tag("Society", "社", True),))
        for n in range(3)
    ]
    scene = first_sight(replace(made(), items=tuple(items)), WIDE, LARGE)
    assert [placed.key for placed in scene.placed] == [f"outcome/{n}" for n in range(3)]
    for placed in scene.placed:
        assert [m.css for m in placed.marks] == ["frame", "tag society", "name on-society", "name"]
        assert placed.marks[-1].text == "里山の再生"


def test_actions_without_project_or_measure_have_a_sector_without_a_name():
    loose = [item(f"action/{n}", "Action", "取組", str(n)) for n in range(1, 5)]
    scene = first_sight(replace(made(), items=tuple(loose)), TALL, SMALL)
    assert [placed.key for placed in scene.placed] == [f"action/{n}" for n in range(1, 5)]
    assert [m.css for m in scene.ground if "sector" in m.css] == ["sector none"]


def test_what_an_item_says_stays_text():
    strange = made(visions=1, name=WORDS["markup"], goal=WORDS["markup"])
    drawn = svg.body(first_sight(strange, WIDE, LARGE), {})
    assert "<script" not in drawn
    assert "&lt;script&gt;" in drawn


def test_a_scene_is_plain_numbers(picture):
    told = json.dumps([[p.key, p.x, p.y, p.box] for p in first_sight(picture, TALL, SMALL).placed])
    assert "NaN" not in told
    assert "Infinity" not in told


def test_linked_boxes_are_those_of_the_documents(picture):
    found = parts.gathered(picture)
    visions = {vision.key for vision in found.visions}
    assert [len(keys) for keys in parts.linked(picture, found, visions)] == [3, 2, 3, 3, 3, 2]
    measures = {each.key for each in picture.items if each.kind == "Measure"}
    assert list(parts.linked(picture, found, measures)) == [
        ("measure/ap3-2-4",), ("measure/ap3-2-1", "measure/ap3-2-2"), ("measure/ap3-1-1",),
        ("measure/ap3-2-4",), ("measure/ap3-3-2",), (),
    ]  # fmt: skip
