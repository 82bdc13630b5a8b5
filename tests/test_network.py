"""What the structure says of a small graph, worked out by hand, and guards against nonsense."""

import networkx as nx
import pytest
from pyoxigraph import RdfFormat, Store

from plan_graph import network
from plan_graph.errors import PlanGraphError
from plan_graph.graph import narrow
from plan_graph.lookup import elements
from plan_graph.network.groups import communities
from plan_graph.network.joints import betweenness
from plan_graph.network.meetings import trial
from plan_graph.network.removal import evidence, lost
from plan_graph.vocab import PG, STRENGTH

BASE = "https://example.org/town/"
KINDS = {
    "a": "Action",
    "m": "Measure",
    "d": "Department",
    "i": "RegionalIssue",
    "o": "Outcome",
    "v": "Vision",
    "t": "Theme",
    "p": "Project",
    "x": "Actor",
    "b": "Body",
    "n": "Plan",
    "s": "Goal",
}
#: One link a line: name, subject, relation, object, basis; a derived one with what it rests on and
#: what it follows from. Departments: d1, d2, d3 share m1; d3 and d4 share a3; d4, d5, d6 share m3.
LINKS = """
l1 a1 partOf m1 Stated
l2 a2 partOf m1 Stated
l3 a3 partOf m2 Stated
l4 a4 partOf m3 Stated
l5 a5 partOf m3 Stated
l6 a6 partOf m3 Stated
d1 a1 responsible d1 Stated
d2 a1 responsible d2 Stated
d3 a2 responsible d2 Stated
d4 a2 responsible d3 Stated
d5 a3 responsible d3 Stated
d6 a3 responsible d4 Stated
d7 a4 responsible d4 Stated
d8 a4 responsible d5 Stated
d9 a5 responsible d5 Stated
d10 a6 responsible d6 Stated
i1 a1 addresses i1 Estimated
i2 a1 addresses i2 Stated
i3 a3 addresses i1 Stated
i4 a4 addresses i1 Estimated
i5 a4 addresses i2 Estimated
o1 m1 aimsAt o1 Matched
o2 o1 serves v1 Stated
o3 m1 serves v1 Derived Matched o1 o2
o4 a1 aimsAt o1 Derived Matched l1 o1
o5 a2 aimsAt o1 Derived Matched l2 o1
o6 a1 serves v1 Derived Matched l1 o3
o7 a2 serves v1 Derived Matched l2 o3
v1 a4 serves v2 Stated
v2 a5 serves v1 Estimated
s1 a5 contributesTo s13 Estimated
e1 a1 hasAspect Environment Estimated
e2 p1 hasAspect Economy Stated
p1 a1 inProject p1 Stated
t1 a1 inTheme t1 Stated
t2 a3 inTheme t2 Stated
t3 a5 inTheme t3 Stated
b1 b1 inTheme t1 Stated
b2 b2 inTheme t2 Stated
x1 x1 memberOf b1 Stated
x2 x2 memberOf b1 Stated
x3 x2 memberOf b2 Stated
x4 x1 inTheme t1 Derived Stated x1 b1
x5 x2 inTheme t1 Derived Stated x2 b1
x6 x2 inTheme t2 Derived Stated x3 b2
"""
MORE = "v3 i3 s14"
SCORES = """
<score/1> a pg:Assessment ; pg:assesses <a1> ; pg:status pg:NotAchieved ; pg:reportYear 2024 ;
    pg:locator "sheet:1" ; pg:comparesTarget <target> ; pg:comparesActual <actual> .
<score/2> a pg:Assessment ; pg:assesses <a4> ; pg:status pg:Achieved ; pg:reportYear 2024 ;
    pg:locator "sheet:4" .
<score/3> a pg:Assessment ; pg:assesses <a5> ; pg:status pg:NotAchieved ; pg:reportYear 2023 ;
    pg:locator "sheet:5" .
<score/4> a pg:Assessment ; pg:assesses <a5> ; pg:status pg:NotScored ; pg:reportYear 2024 ;
    pg:locator "sheet:5" .
<target> pg:value 10.50 . <actual> pg:value 8 ; pg:year 2024 .
"""
PREFIXES = f"""
@base <{BASE}> . @prefix pg: <{PG.NS}> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix sdgo: <http://metadata.un.org/sdg/ontology#> .
"""


def term(name):
    return f"pg:{name}" if name[0].isupper() else f"<{name}>"


def declared(name):
    if name[0].isupper():
        return f'pg:{name} a pg:Aspect ; pg:name "{name}" .'
    prefix = "sdgo" if name[0] == "s" else "pg"
    number = name[1:]
    return f'<{name}> a {prefix}:{KINDS[name[0]]} ; pg:name "{name}" ; pg:order {number} .'


def turtle(links, more=""):
    said, names = [], more.split()
    for line in filter(None, map(str.strip, links.splitlines())):
        link, subject, relation, obj, basis, *rest = line.split()
        names += [subject, obj]
        derived = f"; pg:restsOn pg:{rest[0]} " if rest else ""
        derived += "".join(f"; prov:wasDerivedFrom <link/{each}> " for each in rest[1:])
        said.append(
            f"<link/{link}> a pg:Link ; rdf:subject {term(subject)} ; rdf:predicate pg:{relation} "
            f"; rdf:object {term(obj)} ; pg:basis pg:{basis} {derived}."
        )
    return "\n".join([PREFIXES, *map(declared, dict.fromkeys(names)), *said, SCORES])


def view(links=LINKS, more=MORE, weakest=PG.Estimated):
    store = Store()
    store.load(input=turtle(links, more).encode(), format=RdfFormat.TURTLE)
    narrow(store, weakest)
    return store, elements(store)


@pytest.fixture(scope="module")
def town():
    return view()


def key(value):
    if isinstance(value, tuple):
        return " ".join(map(key, value))
    return value.removeprefix(BASE).removeprefix(PG.NS) if isinstance(value, str) else value


def said(items):
    """Return what items say: the code of each, and what it is filled with by short names."""
    return [
        (item.code, {name: key(value) for name, value in item.values.items()}) for item in items
    ]


def told(items):
    """Return the code of each item, and its elements by short names."""
    return [(item.code, key(item.elements)) for item in items]


def notes(found):
    return [note.code for note in found.notes]


# --- Projections ----------------------------------------------------------------------------


def test_the_multigraph_has_every_relation_with_its_strongest_ground(town):
    graph = network.multigraph(*town)
    assert isinstance(graph, nx.MultiDiGraph)
    assert graph.number_of_edges() == 45
    assert graph.edges[BASE + "a1", BASE + "v1", "serves"] == {
        "relation": "serves",
        "basis": "Derived",
        "effective_basis": "Matched",
        "confirmation": "Unconfirmed",
        "links": 1,
        "through_measure": False,
        "weight": 3,
    }
    assert graph.nodes[BASE + "v3"]["kind"] == "Vision", "an isolated element is a node too"


def shared(graph):
    return {
        tuple(sorted(map(key, ends))): (data["weight"], key(data["shared"]), data["basis"])
        for *ends, data in graph.edges(data=True)
    }


def test_actions_are_joined_by_what_they_share(town):
    graph = network.project(network.net(*town), "action-action")
    assert shared(graph) == {
        ("a1", "a2"): (3, "o1 v1 d2", "Stated"),
        ("a1", "a3"): (1, "i1", "Estimated"),
        ("a1", "a4"): (2, "i1 i2", "Estimated"),
        ("a1", "a5"): (1, "v1", "Estimated"),
        ("a2", "a3"): (1, "d3", "Stated"),
        ("a2", "a5"): (1, "v1", "Estimated"),
        ("a3", "a4"): (2, "i1 d4", "Stated"),
        ("a4", "a5"): (1, "d5", "Stated"),
    }
    assert graph.edges[BASE + "a3", BASE + "a4"]["bases"] == ("Estimated", "Stated")
    assert list(nx.isolates(graph)) == [BASE + "a6"]


def test_departments_are_joined_by_actions_measures_issues_and_themes(town):
    graph = network.project(network.net(*town).documents(), "department-department")
    assert shared(graph) == {
        ("d1", "d2"): (5, "a1 m1 o1 i2 t1", "Stated"),
        ("d1", "d3"): (2, "m1 o1", "Stated"),
        ("d2", "d3"): (3, "a2 m1 o1", "Stated"),
        ("d3", "d4"): (4, "a3 m2 i1 t2", "Stated"),
        ("d4", "d5"): (2, "a4 m3", "Stated"),
        ("d4", "d6"): (1, "m3", "Stated"),
        ("d5", "d6"): (1, "m3", "Stated"),
    }


def test_themes_actors_measures_and_goals_are_joined(town):
    whole = network.net(*town)
    themes = network.project(whole, "theme-theme")
    assert shared(themes) == {("t1", "t2"): (2, "i1 x2", "Stated")}
    actors = network.project(whole, "actor-theme")
    assert shared(actors) == {
        ("t1", "x1"): (1, "b1", "Stated"),
        ("t1", "x2"): (1, "b1", "Stated"),
        ("t2", "x2"): (1, "b2", "Stated"),
    }
    goals = network.project(whole, "measure-goal")
    assert shared(goals) == {("m3", "s13"): (1, "a5", "Estimated")}


def test_a_projection_that_there_is_not_names_those_there_are(town):
    with pytest.raises(PlanGraphError, match="action-action"):
        network.project(network.net(*town), "cats-dogs")


def test_what_falls_with_an_element_is_what_cannot_be_derived_without_it(town):
    whole = network.net(*town)
    gone = {key(triple) for triple in lost(evidence(whole), [BASE + "o1"])}
    assert gone == {
        "o1 serves v1",
        "m1 aimsAt o1",
        "a1 aimsAt o1",
        "a2 aimsAt o1",
        "m1 serves v1",
        "a1 serves v1",
        "a2 serves v1",
    }
    assert lost(evidence(whole), [BASE + "nowhere"]) == set()


def test_what_follows_in_two_ways_falls_only_with_both():
    links = """
    l1 a1 partOf m1 Stated
    v1 m1 serves v1 Stated
    v2 a1 aimsAt o1 Stated
    v3 o1 serves v1 Stated
    w1 a1 serves v1 Derived Stated l1 v1
    w2 a1 serves v1 Derived Stated v2 v3
    """
    found = evidence(network.net(*view(links)))
    serving = (BASE + "a1", PG.serves, BASE + "v1")
    assert serving not in lost(found, [BASE + "m1"])
    assert serving not in lost(found, [BASE + "o1"])
    assert serving in lost(found, [BASE + "m1", BASE + "o1"])


# --- Findings -------------------------------------------------------------------------------


def test_an_action_with_two_issues_and_two_aspects_is_a_candidate(town):
    finding = network.ask(*town, "simultaneous")
    assert said(finding.found.items) == [
        (
            "simultaneous",
            {"element": "a1", "issues": "i1 i2", "aspects": "Economy Environment", "visions": "v1"},
        )
    ]
    [item] = finding.found.items
    assert item.basis == "Estimated"
    assert (BASE + "v1", "Matched") in item.evidence
    assert finding.documents.items == ()


def test_departments_without_which_others_fall_apart_are_bridges():
    links = LINKS.replace("i4 a4 addresses i1 Estimated\n", "")  # d1, d2 would share i1 with d4
    links = links.replace("i5 a4 addresses i2 Estimated\n", "")
    links = links.replace("i3 a3 addresses i1 Stated\n", "")
    finding = network.ask(*view(links), "bridges")
    assert said(finding.found.items) == [
        ("bridge-cut", {"element": "d3", "apart": "d1 d2", "rest": 3}),
        ("bridge-cut", {"element": "d4", "apart": "d5 d6", "rest": 3}),
    ]
    scores = betweenness(finding.found.graph)
    assert {key(iri): score for iri, score in scores.items()} == {
        "d1": 0,
        "d2": 0,
        "d3": 6,  # d1, d2 with d4, d5, d6
        "d4": 6,
        "d5": 0,
        "d6": 0,
    }
    assert all(map(finding.stands, finding.found.items))


def test_a_large_graph_in_parts_gives_the_scores_of_networkx():
    graph = nx.disjoint_union_all([nx.path_graph(7), nx.star_graph(4), nx.empty_graph(600)])
    assert betweenness(graph) == pytest.approx(nx.betweenness_centrality(graph, normalized=False))


def test_what_lies_on_most_ways_is_a_bridge_although_nothing_falls_apart():
    # Two departments at the top, and two at the bottom, are joined through d5; d6 is a longer way.
    pairs = ["d1d2", "d3d4", "d1d5", "d2d5", "d3d5", "d4d5", "d1d6", "d6d7", "d7d4"]
    links = "\n".join(
        f"l{at}{end} a{at} responsible {pair[end : end + 2]} Stated"
        for at, pair in enumerate(pairs)
        for end in (0, 2)
    )
    [item] = network.ask(*view(links), "bridges").found.items
    assert (item.code, key(item.values["element"])) == ("bridge-way", "d5")
    assert item.values["count"] == 4


def test_what_loses_its_only_support_is_found_by_removal(town):
    finding = network.ask(*town, "supports")
    assert said(finding.found.items) == [
        ("support", {"element": "a1", "targets": "t1", "count": 1, "through": ""}),
        ("support", {"element": "a3", "targets": "t2", "count": 1, "through": ""}),
        ("support", {"element": "a4", "targets": "v2", "count": 1, "through": ""}),
        ("support", {"element": "a5", "targets": "t3 s13", "count": 2, "through": ""}),
        ("support-through", {"element": "m1", "targets": "o1", "count": 1, "through": "a1 a2"}),
    ]
    assert told(finding.documents.items) == [
        ("support", "a1 i2 t1"),
        ("support", "a3 i1 t2"),
        ("support", "a4 v2"),
        ("support", "a5 t3"),
        ("support-through", "m1 o1 v1"),
        ("support-through", "o1 v1"),
    ]
    assert [finding.stands(item) for item in finding.found.items] == [
        False,
        False,
        True,
        False,
        False,
    ]


def test_where_nothing_or_one_line_leads_is_thin(town):
    finding = network.ask(*town, "thin")
    assert told(finding.found.items) == [
        ("thin-one", "v2 a4"),
        ("thin-none", "v3"),
        ("thin-none", "i3"),
        ("thin-one", "s13 a5"),
        ("thin-none", "s14"),
        ("thin-themes", "t1 t3"),
        ("thin-themes", "t2 t3"),
    ]
    assert "kind-estimated" in notes(finding.found), "only an estimate leads to any SDG"
    assert "kind-none" in notes(finding.documents)


def test_a_vision_that_only_estimates_lead_to_is_thin():
    links = LINKS + "v3 a1 serves v3 Estimated\nv4 a2 serves v3 Estimated\n"
    found = network.ask(*view(links), "thin").found
    assert ("thin-estimated", "v3 a1 a2") in told(found.items)


def test_actions_that_share_much_but_no_table_should_talk(town):
    finding = network.ask(*town, "alike")
    assert said(finding.found.items) == [
        ("alike", {"first": "a1", "second": "a4", "common": "i1 i2"})
    ]
    # In one theme they would sit at one table already.
    together = network.ask(*view(LINKS + "t4 a4 inTheme t1 Stated\n"), "alike")
    assert together.found.items == ()


def test_who_shares_two_issues_with_a_theme_may_meet_it(town):
    finding = network.ask(*town, "meetings")
    assert told(finding.found.items) == [("meeting", "a4 t1")]
    assert "trial-not-better" in notes(finding.found)


def test_the_trial_hides_each_membership_and_counts_how_often_it_comes_first(town):
    # x1 in t1: nothing is shared, so half; by size 1 actor in t1 and t2 (half), 0 in t3 (1).
    # x2 in t1: i1 is shared with t1 and nothing with t3 (1); 1 actor against 0 (1).
    # x2 in t2: i1 against nothing (1); no actor in either (half).
    tried = trial(network.net(*town))
    assert tried.hidden == 3
    assert tried.shared == pytest.approx((0.5 + 1 + 1) / 3)
    assert tried.degree == pytest.approx((0.75 + 1 + 0.5) / 3)
    assert tried.low < 0 < tried.high
    assert not tried.is_better
    assert trial(network.net(*town)) == tried, "the same seed gives the same interval"


def test_actors_stand_in_one_sentence_for_a_theme_and_are_never_ranked():
    links = LINKS + "z1 a3 addresses i2 Stated\n"
    items = network.ask(*view(links), "meetings").found.items
    assert ("meeting-actors", "t2 x1") in told(items)


GROUPS = """
d1 a1 responsible d1 Stated
d2 a2 responsible d1 Stated
d3 a3 responsible d1 Stated
d4 a4 responsible d2 Stated
d5 a5 responsible d2 Stated
d6 a6 responsible d2 Stated
p1 a1 inProject p1 Stated
p2 a2 inProject p1 Stated
p3 a3 inProject p2 Stated
p4 a4 inProject p2 Stated
p5 a5 inProject p2 Stated
"""


def test_groups_are_what_shares_much_and_tell_who_sits_elsewhere_on_paper():
    finding = network.ask(*view(GROUPS, ""), "groups")
    assert told(finding.found.items) == [
        ("group", "a1 a2 a3"),
        ("elsewhere", "a3 p2 p1"),
        ("group", "a4 a5 a6"),
    ]
    first, _, second = finding.found.items
    assert (first.values["inside"], first.values["of"]) == (2, 3)
    assert (second.values["inside"], second.values["of"]) == (2, 2)
    assert communities(finding.found.graph)[1] == pytest.approx(0.5), "two cliques of three"
    assert "parts" in notes(finding.found)


def test_ways_prefer_what_documents_say(town):
    finding = network.ask(*town, "ways", ends=(BASE + "a4", BASE + "v1"))
    paths = [key(item.elements) for item in finding.found.items]
    # 1 + 1 + 4 through measure or department and an estimate; 7 steps that are printed cost 8.
    assert set(paths[:2]) == {"a4 m3 a5 v1", "a4 d5 a5 v1"}
    assert paths[2] == "a4 d4 a3 d3 a2 m1 o1 v1"
    first, _, third = finding.found.items
    assert (first.basis, third.basis) == ("Estimated", "Matched")
    assert [key(triple) for triple in network.triples(third)][:2] == [
        "a4 responsible d4",
        "a3 responsible d4",
    ]
    assert key(finding.documents.items[0].elements) == paths[2]
    assert finding.stands(third)


def test_what_would_change_is_what_fewer_lead_to_and_who_is_left_without_department(town):
    finding = network.compare(*town, [BASE + "m1", BASE + "d5"])
    assert said(finding.found.items) == [
        ("bare", {"element": "o1", "before": 3, "after": 0, "fallen": "a1 a2 m1"}),
        ("fewer", {"element": "v1", "before": 3, "after": 1, "fallen": "a1 a2"}),
        ("unowned", {"element": "a5", "before": "d5"}),
    ]
    alone = network.compare(*town, [BASE + "a4"]).found
    assert told(alone.items) == [("bare", "v2 a4"), ("fewer", "i1 a4"), ("fewer", "i2 a4")]


def test_what_stands_in_no_relation_changes_nothing(town):
    assert network.compare(*town, [BASE + "v3"]).found.items == ()


def test_two_elements_that_nothing_joins_have_no_way(town):
    finding = network.ask(*town, "ways", ends=(BASE + "a4", BASE + "v3"))
    assert finding.found.items == ()
    assert notes(finding.found) == ["no-way"]


def test_a_vision_tells_which_of_its_scored_actions_missed_a_target_in_the_newest_year(town):
    finding = network.ask(*town, "missed")
    assert said(finding.found.items) == [
        ("missed", {"element": "v1", "missed": "a1", "count": 1, "scored": 1, "all": 3}),
        (
            "missed-score",
            {
                "element": "a1",
                "indicator": "",
                "actual": "8",
                "target": "10.5",
                "year": 2024,
                "sheet": "1",
            },
        ),
    ]


# --- Guards ---------------------------------------------------------------------------------


def test_kinds_that_cannot_be_compared_are_refused(town):
    finding = network.ask(*town, "bridges", projection="whole")
    assert finding.found.refused.code == "mixed"
    assert finding.found.items == ()


def test_a_graph_of_two_kinds_compares_one_of_them():
    links = LINKS + "x7 x3 memberOf b2 Stated\nx8 x3 inTheme t2 Derived Stated x7 b2\n"
    finding = network.ask(*view(links), "bridges", projection="actor-theme")
    assert told(finding.found.items) == [("bridge-cut", "x2 t2 x3")]
    assert "two-kinds" in notes(finding.found)


@pytest.mark.parametrize("name", [name for name in network.FINDINGS if name != "ways"])
def test_an_empty_graph_is_no_error(name):
    finding = network.ask(*view("", "a1 v1"), name)
    assert all(item.code == "thin-none" for item in finding.found.items)
    assert finding.found.refused or name == "thin"


@pytest.mark.parametrize("name", ["bridges", "groups"])
def test_a_graph_of_few_elements_is_refused(name):
    links = "d1 a1 responsible d1 Stated\nd2 a1 responsible d2 Stated\nd3 a2 responsible d1 Stated"
    assert network.ask(*view(links, ""), name).found.refused.code == "tiny"


def test_parts_isolated_elements_and_many_estimates_are_warned_of():
    links = GROUPS.replace("responsible d2 Stated", "responsible d2 Estimated")
    links += "e1 a6 addresses i1 Estimated\ne2 a5 addresses i1 Estimated\n"
    links += "e3 a7 inProject p1 Stated\ne4 a4 addresses i2 Estimated\ne5 a1 serves v1 Estimated\n"
    links += "e6 a4 serves v1 Estimated\n"
    found = network.ask(*view(links, ""), "groups").found
    of = network.setting(found.graph)
    assert (of.nodes, of.isolated, of.parts, of.edges, of.estimated) == (7, 1, 1, 7, 4)
    assert {"isolated", "mostly-estimated"} <= set(notes(found))
    apart = network.ask(*view(GROUPS, ""), "groups").found
    assert "parts" in notes(apart)


def test_documents_alone_hold_no_estimate(town):
    whole = network.net(*town)
    documents = whole.documents()
    assert {link.strength for link in documents.links.values()} == {STRENGTH[PG.Stated], 3}
    assert BASE + "v2" in whole.objects(BASE + "a4", PG.serves)
    assert documents.objects(BASE + "a5", PG.serves) == {}


def test_a_cycle_of_parts_does_not_hold_anything_up():
    links = """
    b1 b1 partOf b2 Stated
    b2 b2 partOf b1 Stated
    w1 b1 inTheme t1 Derived Stated b1 w2
    w2 b2 inTheme t1 Derived Stated b2 w1
    w3 b2 inTheme t1 Stated
    """
    found = evidence(network.net(*view(links, "")))
    assert {key(each) for each in lost(found, [BASE + "t1"])} == {"b1 inTheme t1", "b2 inTheme t1"}
