"""Cross tables: which pairs there are, on what ground, and what is counted once."""

from pathlib import Path

import pytest
from pyoxigraph import Quad, RdfFormat, Store

from plan_graph.cross import cross_table
from plan_graph.errors import PlanGraphError
from plan_graph.graph import load_store, view
from plan_graph.kinds import find_kind, told_kinds
from plan_graph.lookup import elements
from plan_graph.resources import GRAPH
from plan_graph.vocab import PG, SDGO

TOWN = Path(__file__).parent / "data" / "cross.ttl"
PREFIXES = TOWN.read_text(encoding="utf-8").split("\n\n")[0]


def crossed(rows, columns, *, weakest=PG.Estimated, path=TOWN, more="", **options):
    store = load_store(path)
    if more:
        store.load(input=f"{PREFIXES}\n{more}".encode(), format=RdfFormat.TURTLE)
    store = view(store, weakest)
    known = elements(store)
    return cross_table(store, known, find_kind(rows), find_kind(columns), **options)


def key(iri):
    return iri.rsplit("/", 1)[-1]


def local(iri):
    return iri.removeprefix(PG.NS)


def grounds(table):
    """Return each pair with what its ground rests on, and * when only through a measure."""
    return {
        (key(row), key(column)): local(pair.ground.effective) + "*" * pair.through_measure
        for (row, column), pair in table.pairs.items()
    }


def shared(table):
    return {
        (key(row), key(column)): [key(iri) for iri in pair.shared]
        for (row, column), pair in table.pairs.items()
    }


def totals(table):
    found = table.totals()
    rows = {key(iri): count for iri, count in found.rows.items()}
    columns = {key(iri): count for iri, count in found.columns.items()}
    return rows, columns, found.whole


def relations(table):
    return [
        (local(each.subject), local(each.predicate), local(each.object)) for each in table.relations
    ]


# --- Directly -------------------------------------------------------------------------------


def test_a_pair_has_the_strongest_ground_of_its_links():
    table = crossed("action", "vision")
    assert grounds(table) == {
        ("a-1", "1"): "Matched",
        ("a-1", "2"): "Matched*",
        ("a-2", "1"): "Matched*",
        ("a-2", "2"): "Matched*",
        ("a-12", "2"): "Estimated",
    }
    assert table.through == ()
    assert relations(table) == [("Action", "serves", "Vision")]


def test_totals_of_pairs_count_each_pair_once_whatever_its_links():
    assert totals(crossed("action", "vision")) == (
        {"a-1": 2, "a-2": 2, "a-3": 0, "a-12": 1},
        {"1": 2, "2": 3, "3": 0},
        5,
    )


def test_rows_and_columns_can_change_places():
    table = crossed("vision", "action")
    assert grounds(table)["2", "a-12"] == "Estimated"
    assert len(table.pairs) == 5
    assert [key(row.iri) for row in table.rows] == ["1", "2", "3"]


def test_a_stronger_view_has_fewer_pairs():
    matched = crossed("action", "vision", weakest=PG.Matched)
    assert ("a-12", "2") not in grounds(matched)
    assert grounds(matched)["a-1", "1"] == "Matched*"
    assert crossed("action", "department", weakest=PG.Stated).totals().whole == 4


def test_a_proposed_link_counts_only_where_it_is_asked_for():
    assert grounds(crossed("action", "vision", weakest=PG.Proposed))["a-3", "3"] == "Proposed"


def test_a_link_out_of_date_joins_nothing():
    old = """link:99 a pg:Link ; rdf:subject action:a-3 ; rdf:predicate pg:serves ;
        rdf:object vision:3 ; pg:basis pg:Stated ; pg:current false ."""
    assert ("a-3", "3") not in grounds(crossed("action", "vision", more=old))


def test_of_a_kind_with_itself_the_row_is_the_subject_of_a_link():
    more = """department:bureau a pg:Department ; pg:name "環境部" .
        link:99 a pg:Link ; rdf:subject department:parks ; rdf:predicate pg:unitOf ;
        rdf:object department:bureau ; pg:basis pg:Stated ."""
    table = crossed("department", "department", more=more)
    assert grounds(table) == {("parks", "bureau"): "Stated"}
    assert not table.within


def test_a_pair_with_a_second_relation_is_not_only_through_the_measure():
    more = """link:99 a pg:Link ; rdf:subject action:a-2 ; rdf:predicate pg:addresses ;
        rdf:object vision:1 ; pg:basis pg:Estimated ."""
    table = crossed("action", "vision", more=more)
    assert grounds(table)["a-2", "1"] == "Matched"
    assert grounds(table)["a-2", "2"] == "Matched*"
    assert totals(table)[2] == 5


def test_the_counted_links_are_those_of_the_pairs():
    counted = crossed("action", "vision").counted
    told = {(local(g.basis), local(g.effective)): count for g, count in counted.items()}
    assert told == {("Derived", "Matched"): 4, ("Estimated", "Estimated"): 2}


# --- Through what both share ----------------------------------------------------------------


def test_departments_meet_visions_in_the_actions_that_both_have():
    table = crossed("department", "vision")
    assert table.through == (PG.Action,)
    assert shared(table) == {
        ("parks", "1"): ["a-1"],
        ("parks", "2"): ["a-1", "a-12"],
        ("water", "1"): ["a-1", "a-2"],
        ("water", "2"): ["a-1", "a-2"],
    }
    assert relations(table) == [
        ("Action", "serves", "Vision"),
        ("Action", "responsible", "Department"),
    ]


def test_totals_count_a_shared_action_once():
    rows, columns, whole = totals(crossed("department", "vision"))
    assert rows == {"parks": 2, "press": 0, "water": 2}
    assert columns == {"1": 2, "2": 3, "3": 0}
    assert whole == 3


def test_what_is_shared_is_as_weak_as_its_weaker_link_and_a_pair_as_strong_as_its_best():
    table = crossed("department", "vision")
    assert grounds(table) == {
        ("parks", "1"): "Matched",
        ("parks", "2"): "Matched",
        ("water", "1"): "Matched",
        ("water", "2"): "Matched*",
    }
    themes = grounds(crossed("theme", "vision"))
    assert themes["t-9", "2"] == "Estimated"


def test_the_kind_to_go_through_can_be_chosen():
    table = crossed("measure", "vision", through=PG.Outcome)
    assert shared(table) == {("m-1", "1"): ["o-1"], ("m-1", "2"): ["o-1"]}
    assert grounds(table)["m-1", "1"] == "Matched"


def test_the_other_kinds_that_would_join_are_named():
    assert crossed("theme", "vision").through == (PG.Action,)
    assert crossed("theme", "vision").elsewhere == (PG.Outcome,)


def test_a_measure_stands_between_its_goal_and_its_actions():
    table = crossed("goal", "action")
    assert shared(table) == {
        ("g-1", "a-1"): ["m-1"],
        ("g-1", "a-2"): ["m-1"],
        ("g-1", "a-12"): ["m-2"],
    }
    assert relations(table) == [
        ("Measure", "partOf", "ProjectGoal"),
        ("Action", "partOf", "Measure"),
    ]


def test_the_plan_that_everything_is_in_joins_only_when_asked_for():
    assert crossed("goal", "action", through=PG.Plan).totals().whole == 1
    with pytest.raises(PlanGraphError):
        crossed("vision", "actor")
    assert shared(crossed("vision", "actor", through=PG.Mandala)) == {("1", "x"): ["md1"]}


def test_themes_share_everything_that_is_in_both():
    table = crossed("theme", "theme")
    assert table.within
    assert table.through == (PG.Action, PG.Measure, PG.Outcome)
    assert shared(table) == {
        ("t-2", "t-2"): ["a-1", "o-1"],
        ("t-2", "t-9"): ["a-1", "o-1"],
        ("t-9", "t-2"): ["a-1", "o-1"],
        ("t-9", "t-9"): ["a-1", "a-12", "o-1"],
        ("t-10", "t-10"): ["m-2"],
    }


def test_themes_do_not_share_what_stands_in_different_relations_to_them():
    more = """link:98 a pg:Link ; rdf:subject actor:x ; rdf:predicate pg:inTheme ;
          rdf:object theme:t-2 ; pg:basis pg:Stated .
        link:99 a pg:Link ; rdf:subject theme:t-10 ; rdf:predicate pg:involves ;
          rdf:object actor:x ; pg:basis pg:Stated ."""
    found = shared(crossed("theme", "theme", more=more))
    assert ("t-2", "t-10") not in found
    assert found["t-2", "t-2"] == ["a-1", "o-1", "x"]


def test_totals_within_a_kind_count_what_is_shared_with_another():
    expected = {"t-2": 2, "t-9": 2, "t-10": 0}
    assert totals(crossed("theme", "theme")) == (expected, expected, 2)


def test_an_indicator_of_its_own_is_nothing_that_an_action_shares():
    table = crossed("action", "action")
    assert shared(table)["a-1", "a-2"] == ["m-1", "1", "2", "water"]
    assert shared(table)["a-1", "a-12"] == ["2", "t-9", "parks"]
    assert {predicate for _, predicate, _ in relations(table)} == {
        "partOf",
        "serves",
        "inTheme",
        "responsible",
    }


def test_what_nothing_shares_shows_what_each_has():
    table = crossed("indicator", "indicator")
    assert shared(table) == {("i-1", "i-1"): ["a-1"]}
    assert totals(table) == ({"i-1": 0}, {"i-1": 0}, 0)


# --- Order, empty rows, what does not fit ---------------------------------------------------


def test_rows_stand_in_printed_order_and_without_one_by_the_numbers_in_their_keys():
    actions = crossed("action", "theme")
    assert [key(row.iri) for row in actions.rows] == ["a-1", "a-2", "a-3", "a-12"]
    assert [key(column.iri) for column in actions.columns] == ["t-2", "t-9", "t-10"]


def test_the_printed_order_comes_before_the_key():
    table = crossed("department", "vision", more="department:parks pg:order 1 .")
    assert [key(row.iri) for row in table.rows] == ["press", "water", "parks"]


def test_empty_rows_are_kept_or_dropped_and_columns_stay():
    kept = crossed("action", "vision")
    assert ([key(row.iri) for row in kept.rows], kept.dropped) == (["a-1", "a-2", "a-3", "a-12"], 0)
    less = crossed("action", "vision", keep_empty=False)
    assert ([key(row.iri) for row in less.rows], less.dropped) == (["a-1", "a-2", "a-12"], 1)
    assert len(less.columns) == 3
    assert less.totals().whole == 5


def test_links_of_a_graph_of_ones_own_that_we_do_not_know_are_left_alone():
    more = """action:nameless a pg:Action .
        thing:1 a pg:Unheard ; pg:name "何か" .
        link:97 a pg:Link ; rdf:subject action:nameless ; rdf:predicate pg:serves ;
          rdf:object vision:3 ; pg:basis pg:Stated .
        link:98 a pg:Link ; rdf:subject action:a-3 ; rdf:predicate pg:unheard ;
          rdf:object vision:3 ; pg:basis pg:Stated .
        link:99 a pg:Link ; rdf:subject thing:1 ; rdf:predicate pg:serves ;
          rdf:object vision:3 ; pg:basis pg:Stated .""".replace("thing:1", "<https://a.example/1>")
    assert crossed("action", "vision", more=more).totals().whole == 5


def fault_of(rows, columns, **options):
    with pytest.raises(PlanGraphError) as caught:
        crossed(rows, columns, **options)
    (fault,) = caught.value.faults
    return fault


def test_kinds_that_nothing_joins_are_told_with_the_relations_of_each():
    fault = fault_of("vision", "actor")
    first, of_visions, of_actors = fault.ja.splitlines()
    assert first == (
        "この見方では「ビジョン」と「主体」を結ぶものがありません。"
        "根拠の下限（--basis）を変えるか、つながりのある種類を選んでください。"
    )
    assert of_visions == (
        "ビジョンのつながり：施策は、ビジョンにつながります／取組は、ビジョンにつながります／"
        "めざす効果は、ビジョンにつながります／ビジョンは、マンダラに描かれています"
    )
    assert of_actors == "主体のつながり：主体は、マンダラに描かれています"
    assert fault.en.splitlines()[2] == "Relations of actor: actor is drawn in mandala"


def test_kinds_that_the_kind_to_go_through_does_not_join_are_told():
    fault = fault_of("department", "vision", through=PG.Outcome)
    assert "「担当課」と「ビジョン」を「めざす効果」を通じて結べません" in fault.ja
    assert "department and vision through outcome" in fault.en


def test_a_kind_without_relations_says_so():
    more = 'place:1 a pg:Place ; pg:name "渡し場" .'.replace("place:1", "<https://a.example/1>")
    fault = fault_of("place", "place", more=more)
    assert fault.ja.splitlines()[1:] == ["場所のつながり：なし"]


def test_a_graph_without_visions_says_which_kinds_it_has():
    store = Store()
    for quad in load_store(TOWN):
        if "/vision/" not in f"{quad.subject}{quad.object}":
            store.add(Quad(quad.subject, quad.predicate, quad.object))
    known = elements(store)
    with pytest.raises(PlanGraphError) as caught:
        cross_table(store, known, PG.Action, PG.Vision)
    (fault,) = caught.value.faults
    assert fault.where == "COLUMNS"
    assert fault.ja.startswith("このグラフに「ビジョン」はありません。あるのは：")
    assert "action（取組）" in fault.ja
    assert fault.en.startswith("this graph has no vision. It has: municipality, plan,")


def test_both_kinds_that_are_not_there_are_told_at_once():
    with pytest.raises(PlanGraphError) as caught:
        crossed("place", "sdg")
    assert [fault.where for fault in caught.value.faults] == ["ROWS", "COLUMNS"]


# --- Kinds by name --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("action", PG.Action),
        ("Actions", PG.Action),
        ("取組", PG.Action),
        ("issue", PG.RegionalIssue),
        ("regional issue", PG.RegionalIssue),
        ("地域課題", PG.RegionalIssue),
        ("theme", PG.Theme),
        ("テーマ", PG.Theme),
        ("部会", PG.Theme),
        ("テーマ（部会）", PG.Theme),
        ("platform-activity", PG.PlatformActivity),
        ("ＶＩＳＩＯＮ", PG.Vision),
        ("aspect", PG.Aspect),
        ("goal", PG.ProjectGoal),
        ("SDG", SDGO.Goal),
        ("SDGs", SDGO.Goal),
    ],
)
def test_a_kind_is_named_as_in_iris_in_both_languages_or_as_in_the_ontology(text, kind):
    assert find_kind(text) == kind


def test_a_misspelt_kind_asks_for_the_nearest():
    with pytest.raises(PlanGraphError) as caught:
        find_kind("visoin", place="COLUMNS")
    assert caught.value.text("ja").rstrip() == (
        "COLUMNS: 種類「visoin」はありません。もしかして vision（ビジョン） ？"
    )
    assert "Did you mean vision?" in caught.value.text("en")


def test_what_is_like_no_kind_is_answered_with_all_of_them():
    with pytest.raises(PlanGraphError) as caught:
        find_kind("予算額一覧", place="ROWS")
    assert "issue（地域課題）、theme（テーマ（部会））" in caught.value.text("ja")
    assert "issue (regional issue), theme" in caught.value.text("en")


def test_a_kind_is_told_as_it_can_be_typed():
    assert told_kinds([SDGO.Goal, PG.Aspect], "ja") == "SDG（SDGsのゴール）、aspect（三側面）"


# --- The released graph, in the view that no estimate changes ---------------------------------


def test_the_measures_of_the_plan_that_reach_a_vision():
    table = crossed("measure", "vision", weakest=PG.Matched, path=GRAPH)
    assert grounds(table) == {
        ("ap3-1-1", "1"): "Matched",
        ("ap3-1-1", "5"): "Matched",
        ("ap3-2-1", "4"): "Matched",
        ("ap3-2-1", "7"): "Matched",
        ("ap3-2-2", "4"): "Matched",
        ("ap3-2-2", "7"): "Matched",
        ("ap3-2-4", "2"): "Matched",
        ("ap3-2-4", "5"): "Matched",
    }


def test_the_departments_of_the_city_meet_the_visions_in_their_actions():
    table = crossed("department", "vision", weakest=PG.Matched, path=GRAPH, keep_empty=False)
    numbers = {
        (key(row), key(column)): [key(iri).removeprefix("ap3-") for iri in pair.shared]
        for (row, column), pair in table.pairs.items()
    }
    assert numbers == {
        ("school-lunch", "1"): ["1", "2"],
        ("school-lunch", "5"): ["1", "2"],
        ("agriculture-forestry-fisheries", "1"): ["3", "4"],
        ("agriculture-forestry-fisheries", "2"): ["19"],
        ("agriculture-forestry-fisheries", "5"): ["3", "4", "19"],
        ("environmental-policy", "2"): ["20"],
        ("environmental-policy", "4"): ["12", "13", "14"],
        ("environmental-policy", "5"): ["20"],
        ("environmental-policy", "7"): ["12", "13", "14"],
        ("resource-circulation", "4"): ["15"],
        ("resource-circulation", "7"): ["15"],
        ("tourism-promotion", "2"): ["21", "22"],
        ("tourism-promotion", "5"): ["21", "22"],
    }
    rows, columns, whole = totals(table)
    assert rows["school-lunch"] == 2
    assert rows["agriculture-forestry-fisheries"] == 3
    assert columns == {"1": 4, "2": 4, "3": 0, "4": 4, "5": 8, "6": 0, "7": 4}
    assert whole == 12


def test_visions_share_the_outcomes_that_the_mandala_prints_for_both():
    table = crossed("vision", "vision", weakest=PG.Matched, path=GRAPH, through=PG.Outcome)
    shared_by = {ends: len(iris) for ends, iris in shared(table).items()}
    assert [shared_by.get((str(n), str(n)), 0) for n in range(1, 8)] == [2, 2, 2, 6, 5, 0, 3]
    assert shared(table)["1", "4"] == ["stronger-ties"]
    assert shared_by["4", "7"] == 2
    assert table.totals().whole == 8
