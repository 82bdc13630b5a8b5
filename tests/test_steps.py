"""What the presenter says: seven steps, made from the graph, and none without its subject."""

from dataclasses import replace
from pathlib import Path

import pytest

from plan_graph.answers import Page
from plan_graph.graph import load_store, view
from plan_graph.lookup import elements
from plan_graph.mandala.picture import Item, Line, Picture, Tag
from plan_graph.mandala.reading.build import build
from plan_graph.mandala.reading.steps import steps
from plan_graph.vocab import PG

ROOT = Path(__file__).parents[1]


def pictured(path, basis=PG.Estimated, lang="ja"):
    store = view(load_store(path), basis)
    known = elements(store)
    return build(store, known, Page(store, known, basis, lang))


@pytest.fixture(scope="module")
def told():
    """Return the steps of the released graph by their keys."""
    return by_key(pictured(ROOT / "data" / "mandala.ttl").steps)


@pytest.fixture(scope="module")
def english():
    return by_key(pictured(ROOT / "data" / "mandala.ttl", lang="en").steps)


@pytest.fixture(scope="module")
def town(built_town):
    return by_key(pictured(built_town / "mandala.ttl").steps)


def by_key(found):
    return {each.key: each for each in found}


# --- The released graph ---------------------------------------------------------------------


def test_the_seven_steps_stand_in_their_order(told):
    assert [(each.key, each.title, each.view) for each in told.values()] == [
        ("goal", "めざす姿", "mandala"),
        ("issues", "地域課題", "mandala"),
        ("projects", "三つのプロジェクト", "mandala"),
        ("way", "一本たどる", "mandala"),
        ("candidate", "同時解決の候補", "mandala"),
        ("connectors", "人・場所・資源", "rings-people"),
        ("open", "まだ線のないところ", "mandala"),
    ]


def test_each_step_says_one_sentence(told):
    assert {key: each.sentence for key, each in told.items()} == {
        "goal": "2030年にめざす姿と、市民が2042年に向けて提言した7つのビジョンです。",
        "issues": "向き合う課題は5つ。根っこが同じものを探しながら見てください。",
        "projects": "市の計画は3プロジェクト・12施策・37取組。丸の数字が取組の番号です。",
        "way": (
            "19番『森林の保全・活用』は『自然資本の保全・活用』を通じて②と⑤へ。"
            "線の種類が根拠の強さです。"
        ),
        "candidate": (
            "一つの取組が複数の課題に効きそうな例です。"
            "点線は読み取りなので、違う線を教えてください。"
        ),
        "connectors": "いくつもの部会に関わる団体や場所が、つなぎ役になります。",
        "open": (
            "③と⑥には、資料からたどれる取組がまだありません。"
            "何もしていないという意味ではなく、今日の問いです。"
        ),
    }


def test_each_step_lights_what_it_speaks_of(told):
    lit = {key: each.items for key, each in told.items()}
    assert lit["goal"] == ("future-image/2030", *(f"vision/{n}" for n in range(1, 8)))
    assert len(lit["issues"]) == 5
    assert len(lit["projects"]) == 3 + 12 + 37
    assert lit["way"] == (
        "action/ap3-19",
        "measure/ap3-2-4",
        "outcome/natural-capital",
        "vision/2",
        "vision/5",
    )
    assert lit["candidate"] == ("action/ap3-5", "issue/weakening-ties", "issue/resource-outflow")
    assert lit["connectors"] == (  # in three working groups or in two
        "actor/hotel-mikazuki",
        "actor/kisarazu-kosen",
        "actor/kurkku-fields",
        "actor/tourism-association",
        "actor/wild-bird-society-chiba",
    )
    assert lit["open"] == ("vision/3", "vision/6")
    assert [key for key, each in told.items() if each.way] == ["way", "candidate"]


def test_the_speaker_has_two_or_three_hints_a_step(told, english, town):
    for found in (told, english, town):
        assert all(len(each.notes) in {2, 3} for each in found.values())


def test_the_hints_ask_the_room_and_say_what_not_to_claim(told):
    assert told["way"].notes == (
        "線を一本ずつ指す。いちばん弱い線が、この道の強さ：照合。",
        "「つながる」と言う。「達成する」「役に立っている」とは言わない。",
        (
            "この取組を選んだ決まり：根拠のいちばん強い道で多くのビジョンに届くもの。"
            "同じなら、届くビジョンの数、課題の数、番号の順。"
        ),
    )
    assert told["candidate"].notes[:2] == (
        "問い：「共通の原因は何でしょう」。答えの欄は空けてある。出た言葉をそのまま書く。",
        "ほかの候補：6、8、9、10、19。",
    )
    assert told["connectors"].notes == (
        (
            "つなぎ役：株式会社ホテル三日月、木更津工業高等専門学校、株式会社KURKKU FIELDS、"
            "一般社団法人木更津市観光協会、日本野鳥の会千葉県。"
        ),
        "問い：「ここに声をかけるなら、何を一緒にしますか」。",
        "資料に名前のある団体や場所だけ。順位や推薦ではない。",
    )
    assert told["open"].notes[1:] == (
        "推定の線：③ 7件、⑥ 0件。市の見解ではない。",
        "「誰も取り組んでいない」とは言わない。",
    )


def test_in_english(english):
    assert {key: (each.title, each.sentence) for key, each in english.items()} == {
        "goal": (
            "The city's aim",
            "The city's aim for 2030, and 7 visions that citizens proposed for 2042.",
        ),
        "issues": (
            "Regional issues",
            "There are 5 regional issues to face. Look for those that share a root.",
        ),
        "projects": (
            "3 projects",
            (
                "The city's plan has 3 projects, 12 measures and 37 actions. "
                "The number in a circle is that of an action."
            ),
        ),
        "way": (
            "Follow one line",
            (
                "Action 19 “Conserving and using forests” leads to ② and ⑤ through "
                "“Conservation and use of natural capital”. The kind of line shows its ground."
            ),
        ),
        "candidate": (
            "Candidates for several issues at once",
            (
                "One action that may help with several issues. Dotted lines are our reading: "
                "tell us which ones are wrong."
            ),
        ),
        "connectors": (
            "People, places, resources",
            "Groups and places that take part in several working groups can be the connectors.",
        ),
        "open": (
            "Where there is no line yet",
            (
                "No action can be followed from the documents to ③ and ⑥ yet. "
                "It does not mean that nothing is done: it is today's question."
            ),
        ),
    }


def test_by_documents_alone_there_is_no_candidate_and_no_word_of_estimates():
    found = by_key(pictured(ROOT / "data" / "mandala.ttl", PG.Matched).steps)
    assert list(found) == ["goal", "issues", "projects", "way", "open"]
    assert found["way"].sentence.startswith("1番『学校給食の地産地消の推進』は『食育の推進』を")
    assert found["open"].items == ("vision/3", "vision/6")
    assert not any("推定" in note for note in found["open"].notes)


def test_where_no_line_joins_the_sources_every_vision_is_todays_question():
    found = by_key(pictured(ROOT / "data" / "mandala.ttl", PG.Stated).steps)
    assert "way" not in found
    assert found["open"].sentence.startswith("7つのビジョンには、資料からたどれる取組がまだ")


# --- The town -------------------------------------------------------------------------------


def test_the_town_has_its_own_steps(town):
    assert [(each.title, each.sentence) for each in town.values()] == [
        ("めざす姿", "2040年にめざす姿と、市民が提言した5つのビジョンです。"),
        ("地域課題", "向き合う課題は3つ。根っこが同じものを探しながら見てください。"),
        (
            "二つのプロジェクト",
            "市の計画は2プロジェクト・4施策・7取組。丸の数字が取組の番号です。",
        ),
        (
            "一本たどる",
            "1番『朝市の開催』は『魚食の普及』を通じて①と②へ。線の種類が根拠の強さです。",
        ),
        (
            "まだ線のないところ",
            (
                "③、④と⑤には、資料からたどれる取組がまだありません。"
                "何もしていないという意味ではなく、今日の問いです。"
            ),
        ),
    ]


# --- Pictures written by hand ---------------------------------------------------------------

EMPTY = Picture("ja", "", "", "", "めざす姿", "", (), (), (), (), "Estimated")


def thing(kind, number, mark="", **more):
    given = {"parent": "", "project": "", "tags": (), "labels": (), "facts": ()}
    named = {"name": f"{kind}{number}", "short": "", "reading": "", "english": "", "about": ""}
    key = f"{kind.lower()}/{number}"
    return Item(key=key, iri=key, kind=kind, mark=mark, **{**named, **given, **more})


def joined(subject, predicate, obj, basis="Stated", rests=()):
    return Line(subject, predicate, obj, basis, "", bool(rests), False, tuple(rests), "", ("",), "")


def said(*items, lines=(), **more):
    found = steps(replace(EMPTY, items=items, lines=tuple(lines), **more))
    return {each.key: each.sentence for each in found}


def things(kind, number):
    return [thing(kind, n) for n in range(1, number + 1)]


def test_an_empty_picture_has_no_steps():
    assert steps(EMPTY) == ()


@pytest.mark.parametrize(
    ("image", "visions", "year", "sentence"),
    [
        (1, 0, 0, "めざす姿です。"),
        (0, 3, 0, "市民が提言した3つのビジョンです。"),
        (0, 3, 2042, "市民が2042年に向けて提言した3つのビジョンです。"),
        (1, 3, 2042, "めざす姿と、市民が2042年に向けて提言した3つのビジョンです。"),
        (1, 12, 0, "めざす姿と、市民が提言した12のビジョンです。"),
    ],
)
def test_aim_and_visions_as_far_as_they_are_there(image, visions, year, sentence):
    items = [*things("FutureImage", image), *things("Vision", visions)]
    assert said(*items, visions_year=year) == {"goal": sentence}


def test_one_issue_is_called_by_its_name():
    assert said(thing("RegionalIssue", 1)) == {"issues": "向き合う課題は「RegionalIssue1」です。"}
    english = said(*things("RegionalIssue", 1), lang="en")["issues"]
    assert english == "There is one issue to face: “RegionalIssue1”."


def test_actions_without_projects_and_numbers_are_counted_alone():
    (step,) = steps(replace(EMPTY, items=tuple(things("Action", 300))))
    assert (step.title, step.sentence) == ("市の計画", "市の計画は300取組。")
    (step,) = steps(replace(EMPTY, items=tuple(things("Project", 11)), lang="en"))
    assert (step.title, step.sentence) == ("11 projects", "The city's plan has 11 projects.")


def test_the_way_with_the_firmest_ground_is_followed_then_the_one_that_reaches_most():
    actions = [thing("Action", n, str(n)) for n in (1, 2, 3, 4)]
    visions = [thing("Vision", n, "①②③"[n - 1]) for n in (1, 2, 3)]
    issue = thing("RegionalIssue", 1)
    lines = [
        *(joined("action/1", "serves", f"vision/{n}", "Estimated") for n in (1, 2, 3)),
        joined("action/2", "serves", "vision/1", "Matched"),
        joined("action/3", "serves", "vision/3", "Matched"),
        joined("action/3", "serves", "vision/2", "Estimated"),
        joined("action/4", "serves", "vision/2", "Matched"),
        joined("action/4", "serves", "vision/3", "Estimated"),
        joined("action/4", "addresses", "regionalissue/1", "Estimated"),
    ]
    assert said(*actions, *visions, issue, lines=lines)["way"].startswith(
        "4番『Action4』は②へ。線の"
    )
    assert said(*actions, *visions, issue, lines=lines[:-1])["way"].startswith("3番『Action3』は③")
    assert said(*actions, *visions, lines=lines[:4])["way"].startswith("2番『Action2』は①へ")
    assert said(*actions, *visions, lines=lines[:3])["way"].startswith("1番『Action1』は①、②と③へ")


def test_a_way_through_a_measure_alone_or_through_many_outcomes_is_told():
    action, measure, vision = thing("Action", 1), thing("Measure", 1), thing("Vision", 1)
    part = joined("action/1", "partOf", "measure/1")
    lines = [
        part,
        joined("measure/1", "serves", "vision/1"),
        joined("action/1", "serves", "vision/1", rests=(0, 1)),
    ]
    told = said(action, measure, vision, lines=lines)["way"]
    assert told == "『Action1』は『Measure1』を通じて『Vision1』へ。線の種類が根拠の強さです。"
    outcomes = things("Outcome", 4)
    lines = [
        *(joined("action/1", "aimsAt", each.key) for each in outcomes),
        *(joined(each.key, "serves", "vision/1") for each in outcomes),
        joined("action/1", "serves", "vision/1", rests=range(8)),
    ]
    told = said(action, vision, *outcomes, lines=lines)["way"]
    assert told.startswith("『Action1』は4つのめざす効果を通じて『Vision1』へ。")
    (way,) = [
        x for x in steps(replace(EMPTY, items=(action, vision, *outcomes), lines=lines)) if x.way
    ]
    assert way.items == ("action/1", *(each.key for each in outcomes), "vision/1")


def test_what_was_only_proposed_is_no_line_here():
    items = [thing("Action", 1, "1"), thing("Vision", 1, "①")]
    lines = [joined("action/1", "serves", "vision/1", "Proposed")]
    told = said(*items, lines=lines, basis="Proposed")
    assert "way" not in told
    assert told["open"].startswith("①には、")


def candidate(basis):
    both = (Tag("Economy", "経", True), Tag("Society", "社", True))
    items = [thing("Action", 1, "1", tags=both), *things("RegionalIssue", 2)]
    lines = [joined("action/1", "addresses", f"regionalissue/{n}", basis) for n in (1, 2)]
    return by_key(steps(replace(EMPTY, items=tuple(items), lines=tuple(lines))))["candidate"]


def test_stated_lines_of_the_candidate_are_not_called_a_reading():
    assert "点線は読み取り" in candidate("Estimated").sentence
    stated = candidate("Stated")
    assert stated.sentence.endswith("違うと思う線を教えてください。")
    assert "点線" not in stated.sentence
    assert len(stated.notes) == 2  # there is no other candidate


def test_members_of_several_working_groups_are_the_connectors():
    items = [
        *things("Actor", 3),
        *things("Place", 1),
        *things("Body", 3),
        *things("Theme", 3),
    ]
    lines = [
        joined("body/1", "inTheme", "theme/1"),
        joined("body/2", "inTheme", "theme/2"),
        joined("actor/1", "memberOf", "body/1"),
        joined("actor/1", "memberOf", "body/2"),
        joined("actor/2", "memberOf", "body/1"),
        joined("actor/2", "memberOf", "body/3"),  # the council over the groups is no group
        joined("actor/3", "inTheme", "theme/1"),
        joined("theme/1", "involves", "place/1"),
        joined("theme/3", "involves", "place/1"),
    ]
    (step,) = steps(replace(EMPTY, items=tuple(items), lines=tuple(lines)))
    assert (step.key, step.title, step.view) == ("connectors", "人・場所・資源", "rings-people")
    assert step.sentence == "いくつもの部会に関わる団体や場所が、つなぎ役になります。"
    assert step.items == ("actor/1", "place/1")
    assert step.notes[0] == "つなぎ役：Actor1、Place1。"
    without = tuple(item for item in items if item.kind != "Body")
    assert steps(replace(EMPTY, items=without, lines=lines[-3:])) == ()
    assert steps(replace(EMPTY, items=tuple(items), lines=lines[:3])) == ()


def test_visions_are_no_question_where_every_one_is_reached_or_there_are_no_actions():
    items = [thing("Action", 1, "1"), thing("Vision", 1, "①")]
    lines = [joined("action/1", "serves", "vision/1", "Matched")]
    assert "open" not in said(*items, lines=lines)
    assert "open" not in said(thing("Vision", 1, "①"))
    assert "open" in said(*items)
