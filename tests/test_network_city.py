"""Findings of the released graph, counted another way: by SPARQL, by igraph, by the rules."""

from itertools import combinations

import igraph
import pytest
from pyoxigraph import NamedNode, Triple

from plan_graph import network
from plan_graph.graph import base_of, load_store, narrow
from plan_graph.graph.rules import Claim, derive, read_rules
from plan_graph.lookup import elements, find_element
from plan_graph.network.groups import communities
from plan_graph.network.joints import betweenness
from plan_graph.network.removal import evidence, lost
from plan_graph.questions import ask as ask_question
from plan_graph.questions import find_question
from plan_graph.resources import GRAPH
from plan_graph.vocab import PG, RDF, RELATIONS

PREFIX = f"PREFIX pg: <{PG.NS}> PREFIX sdgo: <http://metadata.un.org/sdg/ontology#>\n"
#: What leads to a target, as pairs ?by ?target.
LEADS = """
  VALUES (?kind ?relation ?doing) {
    (pg:Vision pg:serves pg:Action)
    (pg:RegionalIssue pg:addresses pg:Action) (pg:RegionalIssue pg:addresses pg:Measure)
    (pg:Outcome pg:aimsAt pg:Action) (pg:Outcome pg:aimsAt pg:Measure)
    (sdgo:Goal pg:contributesTo pg:Action) (sdgo:Goal pg:contributesTo pg:Measure)
    (pg:Theme pg:inTheme pg:Action) (pg:Theme pg:inTheme pg:Measure)
    (pg:Theme pg:inTheme pg:PlatformActivity)
  }
  ?target a ?kind . ?by ?relation ?target ; a ?doing .
"""
#: What departments share: ?d ?e and what.
TOGETHER = """
  { ?x pg:responsible ?d , ?e }
  UNION {
    ?a pg:responsible ?d ; pg:partOf|pg:aimsAt|pg:addresses|pg:inTheme ?x .
    ?b pg:responsible ?e ; pg:partOf|pg:aimsAt|pg:addresses|pg:inTheme ?x .
    ?a a pg:Action . ?b a pg:Action .
  }
  FILTER(STR(?d) < STR(?e))
"""


@pytest.fixture(scope="module")
def store():
    return narrow(load_store(GRAPH), PG.Estimated)


@pytest.fixture(scope="module")
def known(store):
    return elements(store)


@pytest.fixture(scope="module")
def documents():
    return narrow(load_store(GRAPH), PG.Matched)


@pytest.fixture(scope="module")
def ask(store, known):
    return lambda name, **options: network.ask(store, known, name, **options)


def select(store, pattern, names):
    rows = store.query(f"{PREFIX} SELECT DISTINCT {names} {{ {pattern} }}")
    return [tuple(term.value if term else "" for term in row) for row in rows]


def test_candidates_are_those_of_the_library(ask, store, known):
    answer = ask_question(store, find_question("simultaneous-solutions"), known)
    at = answer.variables.index("action")
    found = ask("simultaneous").found.items
    assert [item.elements[0] for item in found] == list(
        dict.fromkeys(row[at].value for row in answer.rows)
    )


@pytest.fixture(scope="module")
def departments(documents):
    """The departments as igraph sees them, by documents alone, out of SPARQL."""
    pairs = select(documents, TOGETHER, "?d ?e")
    return igraph.Graph.TupleList(pairs, directed=False)


def test_departments_hold_apart_others_together_as_igraph_says(ask, departments):
    finding = ask("bridges")
    assert finding.documents.graph.number_of_edges() == departments.ecount()
    cut = {departments.vs[at]["name"] for at in departments.articulation_points()}
    items = [item for item in finding.documents.items if item.code == "bridge-cut"]
    assert {item.elements[0] for item in items} == cut
    rest = departments.copy()
    for item in items:
        rest = departments.copy()
        rest.delete_vertices(rest.vs.find(name=item.elements[0]).index)
        largest = max(len(part) for part in rest.connected_components())
        assert item.values["rest"] == largest
        assert len(item.values["apart"]) == rest.vcount() - largest


def test_betweenness_is_that_of_igraph(ask, departments):
    ours = betweenness(ask("bridges").documents.graph)
    theirs = dict(zip(departments.vs["name"], departments.betweenness(), strict=True))
    assert {iri: ours[iri] for iri in theirs} == pytest.approx(theirs)


def test_betweenness_with_samples_is_the_same_for_the_same_seed(ask):
    graph = ask("bridges", projection="action-action").found.graph
    assert betweenness(graph, 20, seed=3) == betweenness(graph, 20, seed=3)
    assert betweenness(graph, 1000) == pytest.approx(betweenness(graph))


def test_what_stands_on_one_support_is_what_one_leads_to(ask, store):
    by = {}
    for leads, target in select(store, LEADS, "?by ?target"):
        by.setdefault(target, set()).add(leads)
    single = {(next(iter(leads)), target) for target, leads in by.items() if len(leads) == 1}
    items = [item for item in ask("supports").found.items if item.code == "support"]
    found = {(item.elements[0], target) for item in items for target in item.values["targets"]}
    assert found == single


@pytest.mark.parametrize("name", ["施策2-4", "めざす効果「つながり力の強化」"])
def test_what_falls_is_what_the_rules_no_longer_derive(name, store, known):
    stopped = find_element(known, name).iri
    whole = network.net(store, known)
    kept = [link for link in whole.links.values() if not link.premises]
    claims = [
        Claim(link.iri, link.triple, PG.Stated) for link in kept if stopped not in link.triple
    ]
    relations = {NamedNode(each) for each in RELATIONS}
    links = {quad.subject for quad in store.quads_for_pattern(None, NamedNode(RDF.subject), None)}
    facts = [
        Triple(quad.subject, quad.predicate, quad.object)
        for quad in store
        if quad.subject not in links and quad.predicate not in relations
    ]
    derived = derive(claims, facts, read_rules(), base_of(store))
    stands = {claim.statement for claim in claims}
    stands |= {(each.subject, each.predicate, each.object) for each in derived}
    before = {link.triple for link in whole.links.values()}
    # Matches of names are found again by the rules, also those that touch what has stopped.
    gone = (before - stands) | {each for each in before if stopped in each}
    assert lost(evidence(whole), [stopped]) == gone


def test_where_little_leads_is_where_sparql_counts_no_more_than_one(ask, store, documents):
    def count(graph):
        kinds = "VALUES ?kind { pg:Vision pg:RegionalIssue sdgo:Goal } ?target a ?kind ."
        counts = dict.fromkeys((row[0] for row in select(graph, kinds, "?target")), 0)
        for _, target in select(graph, LEADS, "?by ?target"):
            if target in counts:
                counts[target] += 1
        return counts

    every, stated = count(store), count(documents)
    finding = ask("thin")
    found = {item.elements[0]: item.code for item in finding.found.items}
    few = {target for target, number in every.items() if number <= 1}
    assert few <= found.keys()
    assert {target for target in few if not every[target]} == {
        target for target, code in found.items() if code == "thin-none"
    }
    for target, code in found.items():
        if code == "thin-estimated":
            assert every[target] > 1
            assert stated[target] == 0
    bare = {each.elements[0] for each in finding.documents.items if each.code == "thin-none"}
    assert bare == {target for target, number in stated.items() if not number}


def test_themes_without_anything_in_common_share_nothing_in_sparql(ask, store):
    shared = """
      { ?x pg:inTheme ?s , ?t } UNION {
        ?a pg:inTheme ?s ; pg:addresses ?x . ?b pg:inTheme ?t ; pg:addresses ?x .
      }
      FILTER NOT EXISTS { ?x a pg:Body } FILTER(?s != ?t)
    """
    joined = {frozenset(pair) for pair in select(store, shared, "?s ?t")}
    themes = [row[0] for row in select(store, "?t a pg:Theme", "?t")]
    apart = {frozenset(pair) for pair in combinations(themes, 2)} - joined
    items = ask("thin").found.items
    assert {frozenset(each.elements) for each in items if each.code == "thin-themes"} == apart


def test_pairs_that_should_talk_are_as_many_as_sparql_counts(ask, store):
    pattern = """
      { SELECT ?a ?b (COUNT(DISTINCT ?x) AS ?n) (SUM(?narrow) AS ?narrows) {
          { SELECT DISTINCT ?a ?b ?x ?narrow {
              VALUES ?relation { pg:addresses pg:aimsAt pg:serves pg:contributesTo }
              ?a ?relation ?x ; a pg:Action . ?b ?relation ?x ; a pg:Action . ?x a ?kind .
              FILTER(STR(?a) < STR(?b))
              FILTER(?kind IN (pg:RegionalIssue, pg:Outcome, pg:Vision, sdgo:Goal))
              BIND(IF(?kind IN (pg:RegionalIssue, pg:Outcome), 1, 0) AS ?narrow)
          } }
        } GROUP BY ?a ?b }
      FILTER(?n > 1 && ?narrows > 0)
      FILTER NOT EXISTS { ?a pg:partOf|pg:responsible|pg:inTheme ?t .
                          ?b pg:partOf|pg:responsible|pg:inTheme ?t }
      FILTER NOT EXISTS { ?a pg:continues|^pg:continues ?b }
    """
    pairs = {frozenset(row) for row in select(store, pattern, "?a ?b")}
    found = ask("alike").found
    [note] = [note for note in found.notes if note.code == "told"]
    assert note.values["count"] == len(pairs)
    assert {frozenset(item.elements) for item in found.items} <= pairs


def test_who_may_meet_is_who_shares_two_issues_with_a_theme_in_sparql(ask, store):
    pattern = """
      { SELECT ?who ?theme (COUNT(DISTINCT ?x) AS ?n) {
          { SELECT DISTINCT ?theme ?x {
            ?y pg:inTheme ?theme ; pg:addresses ?x ; a ?kind . ?theme a pg:Theme .
            FILTER(?kind IN (pg:Action, pg:Measure, pg:PlatformActivity)) } }
          { ?who a pg:Action ; pg:addresses ?x } UNION {
            ?who a pg:Actor ; pg:inTheme ?own . ?z pg:inTheme ?own ; pg:addresses ?x }
        } GROUP BY ?who ?theme }
      FILTER(?n > 1) FILTER NOT EXISTS { ?who pg:inTheme ?theme }
    """
    pairs = set(select(store, pattern, "?who ?theme"))
    found = set()
    for item in ask("meetings").found.items:
        if item.code == "meeting":
            found.add(item.elements)
        else:
            theme, *actors = item.elements
            found |= {(actor, theme) for actor in actors}
    assert found == pairs


def test_the_trial_hides_as_many_links_as_are_stated(ask, store):
    stated = select(store, "?x a pg:Actor ; pg:memberOf ?y", "?x ?y")
    [note] = [note for note in ask("meetings").found.notes if note.code == "trial"]
    assert note.values["hidden"] == len(stated)


def test_groups_are_as_clear_as_those_of_igraph(ask):
    graph = ask("groups").found.graph
    found, score = communities(graph)
    assert (found, score) == communities(graph), "the same seed gives the same groups"
    nodes = list(graph)
    edges = [(u, v, w) for u, v, w in graph.edges(data="weight")]
    theirs = igraph.Graph.TupleList(edges, directed=False, weights=True)
    at = {iri: number for number, part in enumerate(found) for iri in part}
    alone = [each for each in nodes if each not in at]
    membership = [at[name] for name in theirs.vs["name"]]
    assert theirs.modularity(membership, weights="weight") == pytest.approx(score)
    best = theirs.community_multilevel(weights="weight")
    assert score >= 0.99 * theirs.modularity(best, weights="weight")
    assert len(alone) == 1


def test_the_cheapest_way_is_as_cheap_as_igraph_finds_it(ask, store, known):
    first, second = (find_element(known, name).iri for name in ("取組24", "ビジョン②"))
    [item, *_] = ask("ways", ends=(first, second)).found.items
    cost = {"Stated": 1, "Matched": 2, "Estimated": 4}
    ours = sum(cost[basis] for _, basis in item.evidence)
    query = f"""PREFIX pg: <{PG.NS}> PREFIX rdf: <{RDF.NS}>
      SELECT DISTINCT ?s ?o ?basis {{ ?link rdf:subject ?s ; rdf:object ?o ; pg:basis ?basis .
        FILTER(?basis != pg:Derived) ?s a ?one . ?o a ?two . ?s pg:name ?n . ?o pg:name ?m
        FILTER(?one NOT IN (pg:Plan, pg:Mandala, pg:Aspect, pg:Principle, pg:ViewPoint))
        FILTER(?two NOT IN (pg:Plan, pg:Mandala, pg:Aspect, pg:Principle, pg:ViewPoint)) }}"""
    rows = store.query(query)
    steps = [(s.value, o.value, cost[b.value.removeprefix(PG.NS)]) for s, o, b in rows]
    graph = igraph.Graph.TupleList(steps, directed=False, weights=True)
    [[theirs]] = graph.distances(first, second, weights="weight")
    assert ours == theirs


def test_missed_targets_are_as_many_as_sparql_counts(ask, store):
    newest = (
        "FILTER NOT EXISTS { ?other pg:assesses ?action ; pg:reportYear ?y FILTER(?y > ?year) }"
    )
    pattern = f"""
      ?vision a pg:Vision . ?action a pg:Action ; pg:serves ?vision .
      ?s pg:assesses ?action ; pg:status pg:NotAchieved ; pg:reportYear ?year . {newest}
    """
    pairs = set(select(store, pattern, "?vision ?action"))
    items = [item for item in ask("missed").found.items if item.code == "missed"]
    found = {(item.elements[0], action) for item in items for action in item.elements[1:]}
    assert found == pairs
    counts = {item.elements[0]: item.values["count"] for item in items}
    assert counts == {vision: sum(v == vision for v, _ in pairs) for vision, _ in pairs}
