"""How a person names an element: by IRI, number, mark, name or a part of it."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from pyoxigraph import Quad, Store

from plan_graph.cli import cli
from plan_graph.errors import PlanGraphError
from plan_graph.graph import load_store
from plan_graph.lookup import elements, find_element

GRAPH = Path(__file__).parents[1] / "data" / "mandala.ttl"
PG = "https://w3id.org/plan-graph/ns#"
BASE = "https://w3id.org/plan-graph/id/122068/"


@pytest.fixture(scope="module")
def known():
    return elements(load_store(GRAPH))


def named(known, text, kind=""):
    """Return which element *text* names, by the end of its IRI."""
    return find_element(known, text, kinds=PG + kind if kind else "").iri.removeprefix(BASE)


def refused(known, text, lang="ja", kind=""):
    """Return what is said when *text* names none or several."""
    with pytest.raises(PlanGraphError) as caught:
        find_element(known, text, kinds=PG + kind if kind else "", place="A")
    return caught.value.text(lang)


# --- What fits --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "element"),
    [
        # IRI
        (f"{BASE}action/ap3-24", "action/ap3-24"),
        ("http://metadata.un.org/sdg/13", "http://metadata.un.org/sdg/13"),
        # Kind and number
        ("取組24", "action/ap3-24"),
        ("取組 24", "action/ap3-24"),
        ("取組２４", "action/ap3-24"),
        ("  取組24 ", "action/ap3-24"),
        ("action 24", "action/ap3-24"),
        ("Action 24", "action/ap3-24"),
        ("action24", "action/ap3-24"),
        ("施策2-4", "measure/ap3-2-4"),
        ("measure 2-4", "measure/ap3-2-4"),
        ("プロジェクト3", "project/ap3-3"),
        ("ビジョン②", "vision/2"),
        ("ビジョン2", "vision/2"),
        ("vision ②", "vision/2"),
        ("Vision 2", "vision/2"),
        ("プロジェクト目標2-1", "goal/ap3-2-1"),
        ("project goal 2-1", "goal/ap3-2-1"),
        ("ProjectGoal 2-1", "goal/ap3-2-1"),
        ("指標24-1", "indicator/ap3-24-1"),
        ("指標g2-1", "indicator/ap3-g2-1"),
        ("SDG 13", "http://metadata.un.org/sdg/13"),
        ("SDG target 13.1", "http://metadata.un.org/sdg/13.1"),
        ("SDGsのターゲット１３.１", "http://metadata.un.org/sdg/13.1"),
        # Name, in any width
        ("防災訓練の実施", "action/ap3-24"),
        ("防災訓練 の実施", "action/ap3-24"),
        ("4Rの推進", "action/ap3-15"),
        ("４Ｒの推進", "action/ap3-15"),
        # Another name of it
        ("誰もが安心して暮らせるまち", "vision/4"),
        ("誰もが安心して暮せるまち", "vision/4"),
        # English name
        ("A town living with nature", "vision/2"),
        ("a TOWN living with NATURE", "vision/2"),
        # Short label, reading
        ("サイクル観光", "action/ap3-22"),
        ("きさらづし", "municipality/122068"),
        # A part that only one name has
        ("サイクルツーリズム", "action/ap3-22"),
        ("わくわく", "vision/6"),
        ("cycle tourism", "action/ap3-22"),
        # A kind before a name, as we print it ourselves
        ("施策 食育の推進", "measure/ap3-1-1"),
        ("施策1-1「食育の推進」", "measure/ap3-1-1"),
        ("めざす効果「食育の推進」", "outcome/food-education"),
        ("ビジョン②「自然とともにあるまち」", "vision/2"),
        ("vision ② “A town living with nature”", "vision/2"),
    ],
)
def test_an_element_is_named_in_many_ways(text, element, known):
    assert named(known, text) == element


@pytest.mark.parametrize("text", ["2", "②", "２", "自然とともに", "ビジョン2"])
def test_a_number_is_enough_where_a_kind_is_expected(text, known):
    assert named(known, text, kind="Vision") == "vision/2"


def test_every_element_is_found_again_by_what_we_call_it(known):
    lost = []
    for element in known.values():
        for lang in ("ja", "en"):
            text = element.named(lang)
            try:
                found = find_element(known, text)
            except PlanGraphError:
                found = None
            if found is not element:
                lost.append(text)
    assert lost == []


def test_an_iri_fits_before_everything_else(known):
    for iri in known:
        assert find_element(known, iri).iri == iri


# --- What fits several --------------------------------------------------------------------------


def test_a_number_alone_asks_which_and_names_all(known):
    said = refused(known, "②")
    assert said.startswith("A: 「②」は一つに決まりません。種類と番号で指定してください：ビジョン②")
    assert "ビジョン②「自然とともにあるまち」、テーマ（部会）2「資源循環の促進」" in said
    assert "施策1-2「域内消費の拡大」" in said


def test_what_fits_several_is_told_in_english(known):
    assert refused(known, "食育の推進", "en") == (
        "A: '食育の推進' fits several elements. Name one by kind and number: "
        "measure 1-1 “Promotion of food education”, outcome “Promotion of food education”"
    )


def test_a_name_of_two_elements_names_both(known):
    assert refused(known, "食育の推進") == (
        "A: 「食育の推進」は一つに決まりません。種類と番号で指定してください："
        "施策1-1「食育の推進」、めざす効果「食育の推進」"
    )


def test_a_part_of_several_names_asks_which(known):
    said = refused(known, "情報発信")
    assert "取組36「情報発信の強化」" in said
    assert "マンダラの要素「情報発信力の強化」" in said


def test_a_part_of_a_name_is_only_sought_where_a_kind_is_expected(known):
    assert named(known, "自然", kind="Vision") == "vision/2"
    assert "一つに決まりません" in refused(known, "自然")


def test_kinds_of_kana_and_signs_do_not_matter_where_nothing_else_fits(known):
    assert named(known, "取組 ヒガタ") == "action/ap3-20"
    assert named(known, "ばんずﾋｶﾞﾀ") == named(known, "盤洲干潟")
    assert named(known, "干潟の保全　活用") == "action/ap3-20"


# --- What fits nothing --------------------------------------------------------------------------


def test_a_near_miss_asks_whether_it_was_meant(known):
    assert refused(known, "防災訓練の実地") == (
        "A: 「防災訓練の実地」に当たるものがありません。もしかして 取組24「防災訓練の実施」 ？ "
        "plan-graph find でさがせます。"
    )
    assert refused(known, "A tawn living with nature", "en") == (
        "A: nothing fits 'A tawn living with nature'. Did you mean vision ② "
        "“A town living with nature”? Search with plan-graph find."
    )


def test_a_near_miss_of_the_english_name_is_found_in_any_case(known):
    assert "Did you mean action 22 “Promoting cycle tourism”?" in refused(
        known, "PROMOTING CYCLE TURISM", "en"
    )


@pytest.mark.parametrize("text", ["取組38", "action 99", "ビジョン⑧", "qqqq", "12345"])
def test_what_is_not_there_is_told(text, known):
    assert f"「{text}」に当たるものがありません。" in refused(known, text)


@pytest.mark.parametrize("text", ["", " ", "　", "「」"])
def test_nothing_said_fits_nothing(text, known):
    said = refused(known, text)
    assert "当たるものがありません" in said
    assert len(said) < 200


def test_an_element_of_another_kind_does_not_fit(known):
    said = refused(known, "取組24", kind="Vision")
    assert "「取組24」に当たるものがありません。" in said


def test_the_same_is_said_whatever_the_order_of_the_graph(known):
    store = Store()
    for quad in sorted(load_store(GRAPH), key=str, reverse=True):
        store.add(Quad(*quad.triple))
    other = elements(store)
    assert other == known
    for text in ("②", "食育の推進", "防災訓練の実地", "学校", "里山の再成"):
        assert refused(other, text) == refused(known, text)


# --- What an element is called --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "japanese", "english"),
    [
        ("取組24", "取組24「防災訓練の実施」", "action 24 “Carrying out disaster drills”"),
        ("ビジョン②", "ビジョン②「自然とともにあるまち」", "vision ② “A town living with nature”"),
        (
            "めざす効果「食育の推進」",
            "めざす効果「食育の推進」",
            "outcome “Promotion of food education”",
        ),
    ],
)
def test_an_element_is_called_by_kind_number_and_name(text, japanese, english, known):
    element = find_element(known, text)
    assert element.named("ja") == japanese
    assert element.named("en") == english


# --- On the command line --------------------------------------------------------------------------


@pytest.mark.parametrize("vision", ["2", "②", "ビジョン2", "自然とともにあるまち", "vision 2"])
def test_serves_takes_any_name_of_a_vision(vision):
    result = CliRunner().invoke(cli, ["serves", vision])
    assert result.exit_code == 0
    assert result.stdout.startswith("② 自然とともにあるまち\n")


def test_a_name_that_fits_nothing_ends_with_2_and_says_where():
    result = CliRunner().invoke(cli, ["explain", "取組38", "ビジョン2", "--lang", "en"])
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("A: nothing fits '取組38'.")
