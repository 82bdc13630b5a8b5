"""The view by the weakest basis: nothing in it rests on less, and the graph itself stays."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store, Triple

from plan_graph.elements import Link, triples
from plan_graph.graph import load_store, nodes, one, said_of, view
from plan_graph.graph.rules import Claim, derive, read_rules

ROOT = Path(__file__).parents[1]
PG = "https://w3id.org/plan-graph/ns#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
PROV = "http://www.w3.org/ns/prov#"
XSD = "http://www.w3.org/2001/XMLSchema#"
BASE = "https://w3id.org/plan-graph/id/999999/"
RULES = read_rules()
#: The bases from the strongest to the weakest.
BASES = ["Stated", "Matched", "Estimated", "Proposed"]
KINDS = {"action": "Action", "measure": "Measure", "outcome": "Outcome", "vision": "Vision"}
ENDS = {
    "partOf": ("action", "measure"),
    "aimsAt": ("action", "outcome"),
    "aims": ("measure", "outcome"),
    "serves": ("outcome", "vision"),
    "served": ("measure", "vision"),
}
OUTDATED = Literal("false", datatype=NamedNode(XSD + "boolean"))


def statements(relation):
    """Return the statements that can be made with *relation* between a few elements."""
    subject, obj = ENDS[relation]
    predicate = {"aims": "aimsAt", "served": "serves"}.get(relation, relation)
    return [
        (f"{BASE}{subject}/{first}", PG + predicate, f"{BASE}{obj}/{second}")
        for first in (1, 2)
        for second in (1, 2)
    ]


STATEMENTS = [each for relation in ENDS for each in statements(relation)]
#: (statement, basis, whether it is out of date): one Link each.
LINKS = st.lists(
    st.tuples(st.sampled_from(STATEMENTS), st.sampled_from(BASES), st.booleans()),
    max_size=14,
    unique_by=lambda link: link[:2],
)


def link_of(statement, basis):
    subject, predicate, obj = statement
    document = f"{BASE}document/d-{basis}"
    return Link(
        subject=subject, predicate=predicate, object=obj, basis=PG + basis, document=document
    )


def graph_of(links):
    """Return the store that a build makes of *links*: evidence, what follows, plain triples."""
    store = Store()
    records = {link_of(statement, basis): old for statement, basis, old in links}
    current = [record for record, old in records.items() if not old]
    claims = [
        Claim(each.iri(BASE), (each.subject, each.predicate, each.object), each.basis)
        for each in current
    ]
    kinds = [
        Triple(NamedNode(f"{BASE}{kind}/{n}"), NamedNode(RDF + "type"), NamedNode(PG + name))
        for kind, name in KINDS.items()
        for n in (1, 2)
    ]
    derived = derive(claims, kinds, RULES, BASE)
    for triple in [
        *kinds,
        *(each for link in [*records, *derived] for each in triples(link, BASE)),
    ]:
        store.add(Quad(*triple))
    for record, old in records.items():
        if old:
            store.add(Quad(NamedNode(record.iri(BASE)), NamedNode(PG + "current"), OUTDATED))
    for link in [*current, *derived]:
        if (link.rests_on or link.basis) != PG + "Proposed":
            store.add(Quad(*map(NamedNode, (link.subject, link.predicate, link.object))))
    return store


def value(store, subject, predicate):
    found = [quad.object for quad in store.quads_for_pattern(subject, NamedNode(predicate), None)]
    return found[0] if found else None


def links_in(store):
    """Return link to (statement, effective basis, whether it is current)."""
    found = {}
    for quad in store.quads_for_pattern(None, NamedNode(RDF + "type"), NamedNode(PG + "Link")):
        link = quad.subject
        statement = tuple(
            value(store, link, RDF + end) for end in ("subject", "predicate", "object")
        )
        effective = value(store, link, PG + "restsOn") or value(store, link, PG + "basis")
        current = value(store, link, PG + "current") is None
        found[link] = (statement, effective.value.removeprefix(PG), current)
    return found


def plain_in(store):
    """Return the plain triples of the relations that the links above can speak of."""
    relations = {PG + name for name in ("partOf", "aimsAt", "serves")}
    return {
        (quad.subject, quad.predicate, quad.object)
        for quad in store
        if quad.predicate.value in relations
    }


def at_least(basis):
    return set(BASES[: BASES.index(basis) + 1])


BOUNDS = pytest.mark.parametrize("basis", BASES)
BOUND = st.sampled_from(BASES)
FEW = settings(max_examples=80, deadline=None)


@FEW
@given(basis=BOUND, links=LINKS)
def test_nothing_in_a_view_rests_on_less(basis, links):
    shown = view(graph_of(links), PG + basis)
    for _, effective, current in links_in(shown).values():
        assert effective in at_least(basis)
        assert current


@FEW
@given(basis=BOUND, links=LINKS)
def test_a_plain_triple_in_a_view_has_a_link_in_the_view(basis, links):
    shown = view(graph_of(links), PG + basis)
    assert plain_in(shown) == {
        statement for statement, effective, _ in links_in(shown).values() if effective != "Proposed"
    }


@FEW
@given(basis=BOUND, links=LINKS)
def test_a_link_in_a_view_rests_on_links_in_the_view(basis, links):
    shown = view(graph_of(links), PG + basis)
    there = set(links_in(shown))
    cited = {
        quad.object
        for quad in shown.quads_for_pattern(None, NamedNode(PROV + "wasDerivedFrom"), None)
    }
    assert cited <= there


@FEW
@given(basis=BOUND, links=LINKS)
@example(
    basis="Matched",
    links=[
        (statements("partOf")[0], "Stated", False),
        (statements("aims")[0], "Matched", False),
        (statements("aimsAt")[0], "Estimated", False),
        (statements("serves")[0], "Stated", False),
    ],
)
def test_a_view_says_what_the_graph_would_without_the_weaker_links(basis, links):
    strong = [each for each in links if each[1] in at_least(basis) and not each[2]]
    shown, built = view(graph_of(links), PG + basis), graph_of(strong)
    assert links_in(shown) == links_in(built)
    assert plain_in(shown) == plain_in(built)


@FEW
@given(links=LINKS)
def test_a_weaker_bound_shows_more(links):
    graph = graph_of(links)
    views = [{*view(graph, PG + basis)} for basis in BASES]
    assert views[0] <= views[1] <= views[2] <= views[3] <= {*graph}


@FEW
@given(basis=BOUND, links=LINKS)
def test_making_a_view_changes_nothing_in_the_graph(basis, links):
    graph = graph_of(links)
    before = {*graph}
    view(graph, PG + basis)
    assert {*graph} == before


@FEW
@given(basis=BOUND, links=LINKS)
def test_the_view_of_a_view_is_the_view(basis, links):
    shown = view(graph_of(links), PG + basis)
    assert {*view(shown, PG + basis)} == {*shown}


@pytest.mark.parametrize("basis", BASES[:3])
def test_a_triple_stays_as_long_as_one_link_says_it(basis):
    statement = STATEMENTS[0]
    shown = view(graph_of([(statement, each, False) for each in BASES]), PG + basis)
    assert len(plain_in(shown)) == 1
    assert {each[1] for each in links_in(shown).values()} == at_least(basis)


@BOUNDS
def test_a_link_out_of_date_is_in_no_view(basis):
    shown = view(graph_of([(STATEMENTS[0], "Stated", True)]), PG + basis)
    assert links_in(shown) == {}
    assert plain_in(shown) == set()


@BOUNDS
def test_a_triple_that_a_current_link_says_survives_the_one_out_of_date(basis):
    links = [(STATEMENTS[0], "Matched", True), (STATEMENTS[0], "Stated", False)]
    shown = view(graph_of(links), PG + basis)
    assert [each[1:] for each in links_in(shown).values()] == [("Stated", True)]
    assert len(plain_in(shown)) == 1


def test_a_link_goes_with_everything_that_is_said_of_it():
    shown = view(graph_of([(STATEMENTS[0], "Estimated", False)]), PG + "Matched")
    assert {quad.predicate.value for quad in shown} == {RDF + "type"}


def test_without_a_bound_a_view_shows_estimates_and_no_proposals():
    graph = graph_of([(STATEMENTS[0], "Estimated", False), (STATEMENTS[1], "Proposed", False)])
    assert [each[1] for each in links_in(view(graph)).values()] == ["Estimated"]


def test_elements_values_and_wordings_are_in_every_view_of_the_shipped_graph():
    graph = load_store(ROOT / "data" / "mandala.ttl")
    shown = view(graph, PG + "Stated")
    gone = {*graph} - {*shown}
    kind, numbering = NamedNode(RDF + "type"), NamedNode(PG + "Numbering")
    numbers = {quad.subject for quad in graph.quads_for_pattern(None, kind, numbering)}
    assert len(numbers) == 9
    links = {*links_in(graph), *numbers}
    relations = {
        "addresses",
        "aimsAt",
        "contributesTo",
        "inTheme",
        "serves",
        "partOf",
        "hasAspect",
        "involves",
        "continues",
        "succeeds",
        # What a measure has only by an estimated parent, and what is derived from that.
        "inPlan",
    }
    assert {quad.predicate.value for quad in gone if quad.subject not in links} == {
        PG + name for name in relations
    }
    assert {*shown} < {*graph}


def test_what_is_said_of_a_few_is_read_as_it_is_of_all():
    store = load_store(ROOT / "data" / "mandala.ttl")
    every = nodes(store)
    some = {iri: every[iri] for iri in sorted(every)[::50]}
    assert said_of(store, map(NamedNode, some)) == some
    nothing = said_of(store, [NamedNode(BASE + "action/none")])
    assert nothing == {BASE + "action/none": {}}


def test_of_several_values_the_smallest_is_taken_and_of_none_nothing():
    values = [Literal("b"), Literal("a"), Literal("c")]
    node = {PG + "name": values, PG + "unit": values[:1], PG + "note": []}
    assert [one(node, PG + each) for each in ("name", "unit", "note", "by")] == ["a", "b", "", ""]
