"""Searching elements by what they are called, on the released graph and on a small one."""

import re
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store

from plan_graph.answers import Page
from plan_graph.errors import PlanGraphError
from plan_graph.graph import load_store
from plan_graph.japanese import folded
from plan_graph.lookup import elements
from plan_graph.search import EXACT, NEAR, PART, PREFIX, WORD, find
from plan_graph.search_answers import find_json, find_text
from plan_graph.tables import Screen
from plan_graph.vocab import PG

GRAPH = Path(__file__).parents[1] / "data" / "mandala.ttl"
BASE = "https://w3id.org/plan-graph/id/122068/"


@pytest.fixture(scope="module")
def store():
    return load_store(GRAPH)


@pytest.fixture(scope="module")
def known(store):
    return elements(store)


@pytest.fixture
def hits(store, known):
    """Return (element, where, rank) of what a text finds, in the order in which it is told."""

    def search(text):
        found = find(store, known, text)
        return [(hit.element.iri.removeprefix(BASE), hit.where, hit.rank) for hit in found.hits]

    return search


@pytest.fixture
def near(store, known):
    def search(text):
        found = find(store, known, text)
        assert found.hits == ()
        assert all(hit.rank == NEAR for hit in found.near)
        return [hit.element.iri.removeprefix(BASE) for hit in found.near]

    return search


@pytest.fixture
def told(store, known):
    def tell(text, lang="ja", columns=0):
        page = Page(store, known, PG.Estimated, lang, Screen(columns))
        return find_text(find(store, known, text), page)

    return tell


# --- What fits --------------------------------------------------------------------------------


def test_kanji_are_found_at_the_beginning_and_inside_of_names(hits):
    assert hits("干潟") == [
        ("action/ap3-20", "name", PREFIX),
        ("indicator/ap3-20", "name", PREFIX),
        ("actor/banzu-guardians", "name", PART),
        ("place/banzu-tidal-flat", "name", PART),
        ("activity/banzu-tidal-flat", "name", PART),
    ]


@pytest.mark.parametrize("text", ["ひがた", "ヒガタ", "ﾋｶﾞﾀ", " ひ が た "])
def test_kana_of_any_kind_and_width_find_a_reading(hits, text):
    assert hits(text)[0] == ("action/ap3-20", "reading", PREFIX)
    assert ("place/banzu-tidal-flat", "reading", PART) in hits(text)


def test_a_part_of_a_reading_finds_its_place(hits):
    assert hits("うみほたる") == [("place/umihotaru", "reading", PREFIX)]
    # Three bear the name of the tidal flat.
    assert hits("ばんず") == [
        ("actor/banzu-guardians", "reading", PREFIX),
        ("place/banzu-tidal-flat", "reading", PREFIX),
        ("activity/banzu-tidal-flat", "reading", PREFIX),
    ]


def test_hiragana_find_a_name_in_katakana_of_half_width(hits):
    assert hits("えねるぎー事業者") == [("actor/energy-companies", "name", EXACT)]


@pytest.mark.parametrize("text", ["aqua", "AQUA", "ａｑｕａ"])
def test_english_is_found_in_any_case_and_width(hits, text):
    assert hits(text) == [
        ("indicator/ap3-5-2", "english", PREFIX),
        ("action/ap3-5", "english", WORD),
        ("indicator/ap3-5-1", "english", WORD),
    ]


def test_a_number_finds_what_bears_it_before_what_begins_with_it(hits):
    assert hits("24") == [
        ("action/ap3-24", "notation", EXACT),
        ("indicator/ap3-24-1", "notation", PREFIX),
        ("indicator/ap3-24-2", "notation", PREFIX),
    ]


@pytest.mark.parametrize("text", ["24-1", "２４－１", "24ー1", "24−1"])
def test_a_number_is_found_with_any_dash(hits, text):
    assert hits(text) == [("indicator/ap3-24-1", "notation", EXACT)]


def test_a_circled_number_finds_the_vision_first(hits):
    assert hits("②")[0] == ("vision/2", "notation", EXACT)
    assert ("measure/ap3-1-2", "notation", EXACT) in hits("②")


def test_issue_theme_and_project_of_the_mandala_are_found_by_one_word(hits):
    found = [element for element, _, _ in hits("里山")]
    assert found[:3] == ["issue/satoyama-satoumi", "theme/1", "mandala-project/satoyama-revival"]
    assert {"indicator/ap3-21-1", "body/satoyama"} < set(found[3:])


def test_a_document_comes_after_what_it_tells_of(hits):
    found = [(element, rank) for element, _, rank in hits("里山再生部会")]
    assert found[0][0] == "body/satoyama"
    assert {element for element, _ in found[1:]} >= {"document/web-satoyama-members-2024"}


def test_signs_and_spaces_between_words_do_not_matter(hits):
    assert ("action/ap3-11", "name", PREFIX) in hits("らづbiz")
    assert hits("4Rの推進")[0] == ("action/ap3-15", "name", EXACT)
    assert hits("保全活用")[0][2] == WORD


def test_a_printed_wording_that_is_not_the_name_is_found(hits):
    assert hits("人のつながりのあるまち") == [("vision/1", "wording", EXACT)]


def test_a_short_label_is_found(hits):
    assert hits("サイクル観光") == [("action/ap3-22", "short", EXACT)]


def test_words_that_stand_apart_are_looked_for_one_by_one(hits):
    assert ("place/banzu-tidal-flat", "english", WORD) in hits("flat banzu")
    assert hits("banzu コイン") == []


def test_a_name_that_is_only_a_sign_is_found_by_it(hits):
    assert hits("%") == [("unit/percent", "name", EXACT)]


def test_radicals_that_look_like_kanji_are_read_as_kanji(hits):
    assert hits("⾃然と共⽣") == hits("自然と共生")


# --- What is near -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "element"),
    [
        ("盤州干潟", "place/banzu-tidal-flat"),
        ("ばんづ", "place/banzu-tidal-flat"),
        ("コンシェルジェ", "indicator/ap3-4"),
        ("aquq", "action/ap3-5"),
    ],
)
def test_a_slip_of_the_pen_asks_whether_it_was_meant(near, text, element):
    assert element in near(text)


def test_left_out_voicing_marks_come_before_anything_else(near):
    assert near("ひかた") == [
        "action/ap3-20",
        "actor/banzu-guardians",
        "place/banzu-tidal-flat",
    ]


@pytest.mark.parametrize("text", ["里産", "xyzzy", "12345"])
def test_nothing_is_suggested_that_is_not_like_it(near, text):
    assert near(text) == []


@pytest.mark.parametrize("text", ["", " ", "　"])
def test_an_empty_text_is_refused_and_told_what_to_give(store, known, text):
    with pytest.raises(PlanGraphError) as caught:
        find(store, known, text)
    told = caught.value.text("ja")
    assert told.startswith("TEXT: さがす言葉が空です。名称・よみ・英語名・番号のどれか")
    assert "nothing to search for" in caught.value.text("en")


# --- Another graph ----------------------------------------------------------------------------

SMALL = """
@prefix pg: <https://w3id.org/plan-graph/ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix e: <https://w3id.org/plan-graph/id/999999/action/> .
e:a a pg:Action ; pg:name "森を育てる" ; pg:reading "もりをそだてる"@ja-Hira ; skos:notation "2" .
e:b a pg:Action ; pg:name "2024年の森" ; skos:notation "10" .
e:c a pg:Action ; pg:name "里の森\\u001B[J" ; skos:notation "9" .
e:d a pg:Action ; pg:name "ヴィオラ ver.1.0" .
"""


@pytest.fixture(scope="module")
def small():
    store = Store()
    store.load(SMALL.encode(), format=RdfFormat.TURTLE)
    return store


def keys(store, text):
    return [hit.element.iri[-1] for hit in find(store, elements(store), text).hits]


def test_a_number_inside_another_number_is_no_hit(small):
    assert keys(small, "2") == ["a"]
    assert keys(small, "24") == []
    assert keys(small, "2024") == ["b"]
    assert keys(small, "1.0") == ["d"]


def test_of_equal_hits_numbers_are_in_their_own_order(small):
    assert keys(small, "森") == ["a", "c", "b"]


def test_readings_are_counted_by_element(small):
    found = find(small, elements(small), "がしょう")
    assert (found.elements, found.readings, found.hits) == (4, 1, ())


def test_katakana_without_a_plain_sound_is_folded():
    assert folded("ヴィオラ") == folded("ゔぃおら") == "ゔぃおら"


# --- As people read it ------------------------------------------------------------------------


def test_hits_are_a_table_that_says_how_to_go_on(told):
    lines = told("ひがた").splitlines()
    assert lines[0].startswith("「ひがた」に当たるもの：")
    assert lines[1].split() == ["要素", "名称", "当たったところ"]
    assert lines[3].split() == ["取組20", "干潟の保全・活用", "よみ：ひがたのほぜん・かつよう"]
    assert "詳しくは、たとえば plan-graph show 取組20" in lines
    assert lines[-1].startswith("令和6年度版")


def test_hits_are_told_in_english(told):
    lines = told("aqua", "en").splitlines()
    assert lines[0] == "“aqua”: 3 found"
    assert "action 5" in told("aqua", "en")
    assert 'For more: plan-graph show "indicator 5-2"' in lines


def test_an_element_without_number_is_shown_by_its_name(told):
    assert "plan-graph show 盤洲干潟" in told("ばんず")


def test_kana_that_no_reading_has_are_told_how_few_readings_there_are(small):
    known = elements(small)
    page = Page(small, known, PG.Estimated, "ja")
    text = find_text(find(small, known, "がしょう"), page)
    assert text.startswith("「がしょう」に当たるものは見つかりませんでした。")
    assert "さがした範囲：4件の要素の、名称・資料での表記・略称・よみ・英語名・番号。" in text
    assert "よみがあるのは 1件だけです。漢字や、言葉の一部でもさがしてください。" in text


def test_what_no_name_has_is_told_with_what_is_near(told):
    text = told("盤州干潟")
    assert re.search(r"^もしかして：.*場所「盤洲干潟」", text, re.MULTILINE)
    assert "よみがあるのは" not in text
    assert "言葉の一部や、別の言い方でもさがしてください。" in text


def test_a_label_cannot_steer_the_terminal(small):
    known = elements(small)
    page = Page(small, known, PG.Estimated, "ja", Screen(80))
    assert "\x1b" not in find_text(find(small, known, "里の森"), page)
    assert "\x1b" not in find_text(find(small, known, "\x1b[J"), page)


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("text", ["2", "里山", "盤州干潟", "xyzzy"])
def test_no_line_is_wider_than_the_screen(told, text, lang):
    screen = Screen(80)
    assert max(map(screen.width, told(text, lang, 80).splitlines())) <= 80


def test_as_data_every_hit_says_where_and_how_well_it_fits(store, known):
    page = Page(store, known, PG.Estimated, "ja")
    plain = find_json(find(store, known, "うみほたる"), page)
    assert plain["hits"] == [
        {
            "id": f"{BASE}place/umihotaru",
            "kind": "Place",
            "notation": "",
            "name": "海ほたるPA",
            "text": "うみほたるぱーきんぐえりあ",
            "where": "reading",
            "fit": "beginning",
        }
    ]
    assert plain["near"] == []
    assert find_json(find(store, known, "盤州干潟"), page)["near"][0]["fit"] == "near"
