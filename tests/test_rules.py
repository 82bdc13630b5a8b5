"""What follows from Links: each rule where it applies and where it must not, and on what ground."""

import random
from hashlib import sha256
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Triple

from plan_graph.elements import Link, Wording, triples
from plan_graph.graph.build import build
from plan_graph.graph.rules import Claim, derive, read_rules
from plan_graph.graph.turtle import turtle
from plan_graph.register import load_register

PG = "https://w3id.org/plan-graph/ns#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RULE = "https://w3id.org/plan-graph/rule/"
SDG = "http://metadata.un.org/sdg/"
BASE = "https://w3id.org/plan-graph/id/999999/"
RULES = read_rules()

PLAN, OTHER_PLAN, MANDALA = "plan/ap1", "plan/ap2", "mandala/md1"
PROJECT, GOAL, MEASURE, ACTION = "project/ap1-1", "goal/ap1-1-1", "measure/ap1-1-1", "action/ap1-1"
OUTCOME, VISION = "outcome/forest", "vision/2"
KINDS = {
    "plan": "Plan",
    "mandala": "Mandala",
    "project": "Project",
    "goal": "ProjectGoal",
    "measure": "Measure",
    "action": "Action",
    "outcome": "Outcome",
    "vision": "Vision",
    "department": "Department",
}


def full(name):
    """Return the IRI that a short name stands for: ``vision/2``, ``sdg:13``."""
    return SDG + name.removeprefix("sdg:") if name.startswith("sdg:") else BASE + name


def short(iri):
    return iri.replace(SDG, "sdg:").removeprefix(BASE)


def claim(subject, predicate, obj, basis="Stated", name=""):
    """Return a Claim that somebody makes; *name* tells two Links of one triple apart."""
    iri = f"{BASE}link/{subject}-{predicate}-{obj}-{basis}{name}".replace("sdg:", "sdg")
    return Claim(iri, (full(subject), PG + predicate, full(obj)), PG + basis)


def said(short_claims):
    """Return a Claim for each line such as ``action/ap1-1 partOf measure/ap1-1-1 Estimated``."""
    return [claim(*line.split()) for line in short_claims.strip().splitlines()]


def facts_of(claims, wordings=(), mandala_of=PLAN, starts=()):
    """Return the kinds of all that *claims* speak of, the wordings, and the mandala's plan.

    *starts* are pairs of a plan and the year in which it begins.
    """
    names = {short(end) for each in claims for end in (each.statement[0], each.statement[2])}
    facts = [
        Triple(NamedNode(full(name)), NamedNode(RDF + "type"), NamedNode(PG + KINDS[kind]))
        for name in names
        if (kind := name.split("/")[0]) in KINDS
    ]
    edition = (MANDALA, "mandalaOf", mandala_of)
    facts.append(Triple(*map(NamedNode, (full(edition[0]), PG + edition[1], full(edition[2])))))
    year = NamedNode("http://www.w3.org/2001/XMLSchema#integer")
    facts += [
        Triple(NamedNode(full(plan)), NamedNode(PG + "startYear"), Literal(start, datatype=year))
        for plan, start in starts
    ]
    for element, text in wordings:
        kind = PG + KINDS[element.split("/")[0]]
        record = Wording(
            element=full(element), kind=kind, text=text, document=f"{BASE}document/d", locator="x:1"
        )
        facts += triples(record, BASE)
    return facts


def follows(claims, wordings=(), **more):
    """Return the Links that the rules make of *claims*."""
    return derive(claims, facts_of(claims, wordings, **more), RULES, BASE)


def told(links):
    """Return what *links* say, as (subject, predicate, object, rule, effective basis)."""
    return sorted(
        (
            short(link.subject),
            link.predicate.removeprefix(PG),
            short(link.object),
            link.rule.removeprefix(RULE),
            (link.rests_on or link.basis).removeprefix(PG),
        )
        for link in links
    )


def only(links, rule):
    return [each for each in told(links) if each[3] == rule]


NAMED = said(
    f"""
    {MEASURE} partOf {PLAN}
    {OUTCOME} drawnIn {MANDALA}
    """
)


# --- same-name ------------------------------------------------------------------------------


def test_a_measure_aims_at_the_outcome_of_the_same_name():
    wordings = [(MEASURE, "森林の保全"), (OUTCOME, "森林の保全")]
    links = follows(NAMED, wordings)
    assert only(links, "same-name") == [(MEASURE, "aimsAt", OUTCOME, "same-name", "Matched")]


def test_a_match_quotes_the_wordings_of_both_documents_and_rests_on_itself():
    wordings = [(MEASURE, "森林の保全"), (OUTCOME, "森林の保全")]
    match = next(link for link in follows(NAMED, wordings) if link.basis == PG + "Matched")
    quoted = [
        f"{BASE}wording/"
        + sha256(f"{BASE}{end}\n森林の保全\n{BASE}document/d".encode()).hexdigest()[:16]
        for end in (MEASURE, OUTCOME)
    ]
    assert sorted(match.derived_from) == sorted(quoted)
    assert match.rests_on == ""


def test_an_action_matches_as_a_measure_does():
    claims = said(f"{ACTION} inPlan {PLAN}\n{OUTCOME} drawnIn {MANDALA}")
    links = follows(claims, [(ACTION, "森林の保全"), (OUTCOME, "森林の保全")])
    assert only(links, "same-name") == [(ACTION, "aimsAt", OUTCOME, "same-name", "Matched")]


def test_a_measure_below_a_goal_and_a_project_is_in_the_plan_for_its_mandala():
    claims = said(
        f"""
        {MEASURE} partOf {GOAL}
        {GOAL} partOf {PROJECT}
        {PROJECT} partOf {PLAN}
        {OUTCOME} drawnIn {MANDALA}
        """
    )
    links = follows(claims, [(MEASURE, "森林の保全"), (OUTCOME, "森林の保全")])
    assert only(links, "same-name") == [(MEASURE, "aimsAt", OUTCOME, "same-name", "Matched")]


def test_different_names_do_not_match():
    links = follows(NAMED, [(MEASURE, "森林の保全"), (OUTCOME, "森林の活用")])
    assert only(links, "same-name") == []


@pytest.mark.parametrize("ending", ["の推進", "の促進", "の強化", "の充実"])
def test_a_listed_ending_is_cut_on_either_side(ending):
    for ours, theirs in [("", ending), (ending, ""), (ending, "の推進")]:
        wordings = [(MEASURE, f"地産地消{ours}"), (OUTCOME, f"地産地消{theirs}")]
        assert len(only(follows(NAMED, wordings), "same-name")) == 1


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("地産地消の実現", "地産地消"),
        ("地産地消の支援", "地産地消"),
        ("地産地消推進", "地産地消"),
        ("地産地消の推進事業", "地産地消"),
        ("地産地消の推進の充実", "地産地消"),
        ("推進地産地消", "地産地消"),
        ("新しい地産地消", "地産地消"),
    ],
)
def test_nothing_but_a_listed_ending_is_cut_and_it_is_cut_once(ours, theirs):
    links = follows(NAMED, [(MEASURE, ours), (OUTCOME, theirs)])
    assert only(links, "same-name") == []


def test_widths_and_spaces_do_not_tell_names_apart():
    links = follows(NAMED, [(MEASURE, "４ Ｒの推進"), (OUTCOME, "4Rの推進")])
    assert len(only(links, "same-name")) == 1


def test_names_match_only_between_a_mandala_and_its_own_plan():
    wordings = [(MEASURE, "森林の保全"), (OUTCOME, "森林の保全")]
    assert only(follows(NAMED, wordings, mandala_of=OTHER_PLAN), "same-name") == []
    outside = said(f"{MEASURE} partOf {PLAN}")
    facts = facts_of([*outside, *said(f"{OUTCOME} serves {VISION}")], wordings)
    assert only(derive(outside, facts, RULES, BASE), "same-name") == []


def test_two_measures_of_one_name_match_nothing():
    claims = [*NAMED, *said(f"measure/ap1-1-2 partOf {PLAN}")]
    wordings = [(MEASURE, "森林の保全"), ("measure/ap1-1-2", "森林の保全"), (OUTCOME, "森林の保全")]
    assert only(follows(claims, wordings), "same-name") == []


def test_a_measure_and_an_action_of_one_name_match_nothing():
    claims = [*NAMED, *said(f"{ACTION} inPlan {PLAN}")]
    wordings = [(MEASURE, "森林の保全"), (ACTION, "森林の保全の推進"), (OUTCOME, "森林の保全")]
    assert only(follows(claims, wordings), "same-name") == []


def test_two_outcomes_of_one_name_match_nothing():
    claims = [*NAMED, *said(f"outcome/wood drawnIn {MANDALA}")]
    wordings = [
        (MEASURE, "森林の保全"),
        (OUTCOME, "森林の保全"),
        ("outcome/wood", "森林の保全の強化"),
    ]
    assert only(follows(claims, wordings), "same-name") == []


def test_an_ambiguous_name_leaves_the_clear_ones_alone():
    claims = [
        *NAMED,
        *said(f"measure/ap1-1-2 partOf {PLAN}\nmeasure/ap1-1-3 partOf {PLAN}"),
        *said(f"outcome/food drawnIn {MANDALA}"),
    ]
    wordings = [
        (MEASURE, "森林の保全"),
        ("measure/ap1-1-2", "森林の保全"),
        ("measure/ap1-1-3", "食育"),
        (OUTCOME, "森林の保全"),
        ("outcome/food", "食育の推進"),
    ]
    expected = [("measure/ap1-1-3", "aimsAt", "outcome/food", "same-name", "Matched")]
    assert only(follows(claims, wordings), "same-name") == expected


def test_a_name_printed_twice_is_still_one_match():
    wordings = [(MEASURE, "森林の保全"), (MEASURE, "森林 の保全"), (OUTCOME, "森林の保全")]
    assert len(only(follows(NAMED, wordings), "same-name")) == 1


# --- same-name-plans -------------------------------------------------------------------------

OLDER = "measure/ap2-1"
PLANS = said(f"{MEASURE} partOf {PLAN}\n{OLDER} partOf {OTHER_PLAN}")
STARTS = [(PLAN, "2024"), (OTHER_PLAN, "2023")]
CONTINUES = [(MEASURE, "continues", OLDER, "same-name-plans", "Matched")]


def continued(wordings, claims=PLANS, starts=STARTS):
    return only(follows(claims, wordings, starts=starts), "same-name-plans")


def test_a_measure_continues_the_measure_of_its_name_in_a_plan_that_began_earlier():
    assert continued([(MEASURE, "森林の保全"), (OLDER, "森林の保全")]) == CONTINUES
    assert continued([(MEASURE, "森林の保全の充実"), (OLDER, "森林の保全の推進")]) == CONTINUES


def test_an_action_continues_a_measure_of_its_name_too():
    claims = said(f"{ACTION} inPlan {PLAN}\n{OLDER} partOf {OTHER_PLAN}")
    found = continued([(ACTION, "森林の保全"), (OLDER, "森林の保全")], claims)
    assert found == [(ACTION, *CONTINUES[0][1:])]


def test_of_plans_that_begin_together_or_in_one_plan_nothing_is_continued():
    wordings = [(MEASURE, "森林の保全"), (OLDER, "森林の保全")]
    assert continued(wordings, starts=[(PLAN, "2024"), (OTHER_PLAN, "2024")]) == []
    assert continued(wordings, starts=[]) == []
    within = said(f"{MEASURE} partOf {PLAN}\n{OLDER} partOf {PLAN}")
    assert continued(wordings, within) == []


def test_names_of_two_plans_that_differ_or_do_not_pair_off_are_not_matched():
    assert continued([(MEASURE, "森林の保全"), (OLDER, "森林の活用")]) == []
    second = [*PLANS, *said(f"measure/ap2-2 partOf {OTHER_PLAN}")]
    same = [(MEASURE, "森林の保全"), (OLDER, "森林の保全"), ("measure/ap2-2", "森林の保全の推進")]
    assert continued(same, second) == []


def test_of_three_plans_with_one_name_each_continues_the_one_before_it():
    oldest, third = "measure/ap0-1", "plan/ap0"
    claims = [*PLANS, *said(f"{oldest} partOf {third}")]
    wordings = [(element, "森林の保全") for element in (MEASURE, OLDER, oldest)]
    found = continued(wordings, claims, [*STARTS, (third, "2015")])
    assert [link[::2][:2] for link in found] == [(MEASURE, OLDER), (OLDER, oldest)]


# --- through-outcome ------------------------------------------------------------------------


@pytest.mark.parametrize("start", [MEASURE, ACTION, "mandala-project/md1-1"])
def test_what_aims_at_an_outcome_serves_its_visions(start):
    claims = said(
        f"""
        {start} aimsAt {OUTCOME}
        {OUTCOME} serves {VISION}
        {OUTCOME} serves vision/5
        """
    )
    assert only(follows(claims), "through-outcome") == [
        (start, "serves", VISION, "through-outcome", "Stated"),
        (start, "serves", "vision/5", "through-outcome", "Stated"),
    ]


def test_an_outcome_without_a_vision_leads_nowhere():
    assert follows(said(f"{MEASURE} aimsAt {OUTCOME}\noutcome/food serves {VISION}")) == []


def test_what_serves_a_vision_hands_nothing_back_to_the_outcome():
    assert follows(said(f"{OUTCOME} serves {VISION}\n{MEASURE} serves {VISION}")) == []


def test_only_serves_is_taken_from_an_outcome():
    claims = said(
        f"""
        {MEASURE} aimsAt {OUTCOME}
        {OUTCOME} addresses issue/1
        {OUTCOME} inTheme theme/1
        {OUTCOME} hasAspect aspect/1
        """
    )
    assert follows(claims) == []


def test_an_aim_that_is_itself_derived_does_not_lead_through_the_outcome_again():
    claims = said(
        f"""
        {ACTION} partOf {MEASURE}
        {MEASURE} aimsAt {OUTCOME} Matched
        {OUTCOME} serves {VISION}
        """
    )
    links = follows(claims)
    assert told(links) == [
        (ACTION, "aimsAt", OUTCOME, "through-measure", "Matched"),
        (ACTION, "serves", VISION, "through-measure", "Matched"),
        (MEASURE, "serves", VISION, "through-outcome", "Matched"),
    ]


def test_an_aim_of_its_own_beside_the_inherited_one_is_a_second_way():
    claims = said(
        f"""
        {ACTION} partOf {MEASURE}
        {MEASURE} aimsAt {OUTCOME} Matched
        {ACTION} aimsAt {OUTCOME} Estimated
        {OUTCOME} serves {VISION}
        """
    )
    serving = [each for each in told(follows(claims)) if each[:3] == (ACTION, "serves", VISION)]
    assert serving == [
        (ACTION, "serves", VISION, "through-measure", "Matched"),
        (ACTION, "serves", VISION, "through-outcome", "Estimated"),
    ]


# --- through-measure ------------------------------------------------------------------------


def test_an_action_serves_and_aims_at_what_its_measure_does():
    claims = said(
        f"""
        {ACTION} partOf {MEASURE}
        {MEASURE} serves {VISION} Estimated
        {MEASURE} aimsAt {OUTCOME}
        """
    )
    assert told(follows(claims)) == [
        (ACTION, "aimsAt", OUTCOME, "through-measure", "Stated"),
        (ACTION, "serves", VISION, "through-measure", "Estimated"),
    ]


@pytest.mark.parametrize(
    "relation",
    [
        "contributesTo",
        "addresses",
        "hasAspect",
        "inTheme",
        "involves",
        "responsible",
        "leader",
        "hasIndicator",
        "continues",
        "underPrinciple",
        "fromViewPoint",
        "refersTo",
    ],
)
def test_nothing_else_is_inherited_through_the_measure(relation):
    claims = said(f"{ACTION} partOf {MEASURE}\n{MEASURE} {relation} thing/1")
    assert follows(claims) == []


def test_what_an_action_contributes_to_or_addresses_does_not_come_from_its_measure():
    claims = said(
        f"""
        {ACTION} partOf {MEASURE}
        {MEASURE} contributesTo sdg:11.5
        {MEASURE} addresses issue/1
        """
    )
    assert told(follows(claims)) == [
        (MEASURE, "contributesTo", "sdg:11", "goal-of-target", "Stated")
    ]


def test_a_measure_inherits_nothing_from_its_goal_and_gets_nothing_from_its_action():
    claims = said(
        f"""
        {ACTION} partOf {MEASURE}
        {MEASURE} partOf {GOAL}
        {GOAL} serves {VISION}
        {ACTION} serves vision/5
        """
    )
    assert follows(claims) == []


# --- goal-of-target -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("target", "goal"), [("11.5", "11"), ("11.b", "11"), ("1.a", "1"), ("17.18", "17")]
)
def test_what_contributes_to_a_target_contributes_to_its_goal(target, goal):
    links = follows([claim(ACTION, "contributesTo", f"sdg:{target}", "Estimated")])
    assert told(links) == [(ACTION, "contributesTo", f"sdg:{goal}", "goal-of-target", "Estimated")]


def test_a_goal_has_no_goal():
    assert follows([claim(ACTION, "contributesTo", "sdg:11", "Estimated")]) == []


def test_two_targets_of_a_goal_are_two_ways_to_it():
    claims = [
        claim(ACTION, "contributesTo", f"sdg:{each}", "Estimated") for each in ("11.5", "11.b")
    ]
    links = follows(claims)
    assert [short(link.object) for link in links] == ["sdg:11", "sdg:11"]
    assert len({link.iri(BASE) for link in links}) == 2


def test_only_what_contributes_has_the_goal_of_its_target():
    assert follows([claim(ACTION, "addresses", "sdg:11.5", "Estimated")]) == []


# --- in-plan and in-project -------------------------------------------------------------------


TREE = said(
    f"""
    {ACTION} partOf {MEASURE}
    {MEASURE} partOf {GOAL} Estimated
    {GOAL} partOf {PROJECT}
    {PROJECT} partOf {PLAN}
    """
)


def test_what_is_part_of_a_plan_through_any_steps_is_in_it():
    assert only(follows(TREE), "in-plan") == [
        (ACTION, "inPlan", PLAN, "in-plan", "Estimated"),
        (GOAL, "inPlan", PLAN, "in-plan", "Stated"),
        (MEASURE, "inPlan", PLAN, "in-plan", "Estimated"),
        (PROJECT, "inPlan", PLAN, "in-plan", "Stated"),
    ]


def test_what_is_part_of_a_project_through_any_steps_is_in_it_and_the_project_is_not():
    assert only(follows(TREE), "in-project") == [
        (ACTION, "inProject", PROJECT, "in-project", "Estimated"),
        (GOAL, "inProject", PROJECT, "in-project", "Stated"),
        (MEASURE, "inProject", PROJECT, "in-project", "Estimated"),
    ]


def test_what_belongs_to_something_in_no_plan_is_in_no_plan():
    claims = said("mandala-item/1 partOf mandala-project/1\noutcome/forest partOf outcome-group/1")
    assert follows(claims) == []


def test_what_is_printed_in_a_plan_carries_what_belongs_to_it_along():
    claims = said(f"{MEASURE} inPlan {PLAN}\n{ACTION} partOf {MEASURE}")
    assert told(follows(claims)) == [(ACTION, "inPlan", PLAN, "in-plan", "Stated")]


# --- Grounds ----------------------------------------------------------------------------------

CHAIN = [(ACTION, "partOf", MEASURE), (MEASURE, "aimsAt", OUTCOME), (OUTCOME, "serves", VISION)]


@pytest.mark.parametrize("at", [0, 1, 2])
@pytest.mark.parametrize("weakest", ["Stated", "Matched", "Estimated", "Proposed"])
def test_a_derived_link_rests_on_the_weakest_premise_through_all_steps(at, weakest):
    claims = [
        claim(*step, weakest if number == at else "Stated") for number, step in enumerate(CHAIN)
    ]
    serving = [each for each in told(follows(claims)) if each[:3] == (ACTION, "serves", VISION)]
    assert serving == [(ACTION, "serves", VISION, "through-measure", weakest)]


def test_of_several_links_for_one_premise_the_strongest_is_cited():
    weak, strong, middle = (
        claim(MEASURE, "aimsAt", OUTCOME, basis) for basis in ("Estimated", "Stated", "Matched")
    )
    serves = claim(OUTCOME, "serves", VISION, "Matched")
    links = follows([weak, strong, middle, serves])
    assert told(links) == [(MEASURE, "serves", VISION, "through-outcome", "Matched")]
    assert links[0].derived_from == tuple(sorted([strong.iri, serves.iri]))


def test_a_link_of_the_documents_is_cited_before_a_derived_one_of_the_same_ground():
    own = claim(MEASURE, "serves", VISION)
    claims = [*said(f"{MEASURE} aimsAt {OUTCOME}\n{OUTCOME} serves {VISION}"), own]
    part = claim(ACTION, "partOf", MEASURE)
    links = follows([*claims, part])
    inherited = [
        link for link in links if link.subject == full(ACTION) and "serves" in link.predicate
    ]
    assert [link.derived_from for link in inherited] == [tuple(sorted([part.iri, own.iri]))]


def test_a_stronger_derived_link_is_cited_before_a_weaker_one_of_ours():
    guess = claim(MEASURE, "serves", VISION, "Estimated")
    claims = [*said(f"{MEASURE} aimsAt {OUTCOME}\n{OUTCOME} serves {VISION}"), guess]
    part = claim(ACTION, "partOf", MEASURE)
    links = {link.subject + link.predicate: link for link in follows([*claims, part])}
    own = links[full(MEASURE) + PG + "serves"]
    inherited = links[full(ACTION) + PG + "serves"]
    assert inherited.derived_from == tuple(sorted([part.iri, own.iri(BASE)]))
    assert inherited.rests_on == PG + "Stated"


def test_a_way_is_a_set_of_triples_however_many_links_say_them():
    claims = [
        claim(MEASURE, "aimsAt", OUTCOME, "Stated"),
        claim(MEASURE, "aimsAt", OUTCOME, "Stated", name="-again"),
        claim(MEASURE, "aimsAt", OUTCOME, "Estimated"),
        claim(OUTCOME, "serves", VISION, "Stated"),
        claim(OUTCOME, "serves", VISION, "Stated", name="-again"),
    ]
    links = follows(claims)
    assert told(links) == [(MEASURE, "serves", VISION, "through-outcome", "Stated")]
    assert len(links[0].derived_from) == 2


def test_each_way_is_one_link():
    claims = said(
        f"""
        {ACTION} partOf {MEASURE}
        {MEASURE} aimsAt {OUTCOME} Matched
        {MEASURE} aimsAt outcome/food Estimated
        {OUTCOME} serves {VISION}
        outcome/food serves {VISION}
        """
    )
    serving = [each for each in told(follows(claims)) if each[1] == "serves"]
    # The action has one way, since its premise is that the measure serves, however it does.
    assert serving == [
        (ACTION, "serves", VISION, "through-measure", "Matched"),
        (MEASURE, "serves", VISION, "through-outcome", "Estimated"),
        (MEASURE, "serves", VISION, "through-outcome", "Matched"),
    ]


@pytest.mark.parametrize(
    "claims",
    [
        "outcome/forest aimsAt outcome/forest\noutcome/forest serves vision/2",
        "measure/ap1-1-1 partOf measure/ap1-1-1\nmeasure/ap1-1-1 inPlan plan/ap1",
        "goal/ap1-1-1 partOf goal/ap1-1-1\ngoal/ap1-1-1 inProject project/ap1-1",
    ],
)
def test_a_triple_is_never_its_own_premise(claims):
    assert follows(said(claims)) == []


def test_a_circle_ends_and_rests_on_no_more_than_its_start():
    claims = said(
        f"""
        measure/ap1-1-1 partOf measure/ap1-1-2
        measure/ap1-1-2 partOf measure/ap1-1-1
        measure/ap1-1-1 inPlan {PLAN} Estimated
        """
    )
    assert told(follows(claims)) == [
        ("measure/ap1-1-1", "inPlan", PLAN, "in-plan", "Estimated"),
        ("measure/ap1-1-2", "inPlan", PLAN, "in-plan", "Estimated"),
    ]


# --- Nothing is lost, added or left over ------------------------------------------------------


CITY = [
    *said(
        f"""
        {ACTION} partOf {MEASURE}
        action/ap1-2 partOf {MEASURE}
        {MEASURE} partOf {GOAL}
        {GOAL} partOf {PROJECT}
        {PROJECT} partOf {PLAN}
        {OUTCOME} drawnIn {MANDALA}
        {OUTCOME} serves {VISION}
        {OUTCOME} serves vision/5 Estimated
        {ACTION} contributesTo sdg:13.1 Estimated
        """
    )
]
CITY_NAMES = [(MEASURE, "森林の保全の推進"), (OUTCOME, "森林の保全")]


def test_the_links_do_not_depend_on_the_order_of_what_is_said():
    expected = set(follows(CITY, CITY_NAMES))
    facts = facts_of(CITY, CITY_NAMES)
    for seed in range(5):
        shuffled, shuffler = list(CITY), random.Random(seed)  # noqa: S311 - no secret, a shuffle
        shuffler.shuffle(shuffled)
        assert set(derive(shuffled, facts, list(reversed(RULES)), BASE)) == expected


def test_applying_the_rules_twice_changes_nothing():
    links = follows(CITY, CITY_NAMES)
    again = [
        Claim(link.iri(BASE), (link.subject, link.predicate, link.object), link.basis)
        for link in links
    ]
    facts = facts_of(CITY, CITY_NAMES)
    assert set(derive([*CITY, *again], facts, RULES, BASE)) == set(links)


@pytest.mark.parametrize("gone", range(len(CITY)))
def test_taking_a_premise_away_takes_away_what_followed(gone):
    rest = [each for number, each in enumerate(CITY) if number != gone]
    before, after = follows(CITY, CITY_NAMES), follows(rest, CITY_NAMES)
    assert {link.iri(BASE) for link in after} < {link.iri(BASE) for link in before}
    said_now = {each.iri for each in rest} | {link.iri(BASE) for link in after}
    cited = {iri for link in after if link.basis == PG + "Derived" for iri in link.derived_from}
    assert cited <= said_now


# The last three: a match needs its plan and mandala besides, though it quotes two names only.
@pytest.mark.parametrize("gone", range(len(CITY))[-3:])
def test_taking_a_premise_away_leaves_what_does_not_need_it(gone):
    rest = [each for number, each in enumerate(CITY) if number != gone]
    before, after = follows(CITY, CITY_NAMES), follows(rest, CITY_NAMES)
    dependent = {CITY[gone].iri}
    for _ in before:
        dependent |= {link.iri(BASE) for link in before if dependent & set(link.derived_from)}
    left = {link.iri(BASE) for link in before} - dependent
    assert {link.iri(BASE) for link in after} == left


def test_without_the_drawing_there_is_no_match_and_nothing_that_followed_from_it():
    rest = [each for each in CITY if each.statement[1] != PG + "drawnIn"]
    predicates = {link.predicate.removeprefix(PG) for link in follows(rest, CITY_NAMES)}
    assert predicates == {"inPlan", "inProject", "contributesTo"}


# --- Evidence IRIs ------------------------------------------------------------------------------


def hashed(*lines):
    return sha256("\n".join(lines).encode("utf-8")).hexdigest()[:16]


def test_the_iri_of_a_stated_link_is_made_of_its_triple_basis_and_document():
    link = Link(
        subject=f"{BASE}outcome/forest",
        predicate=f"{PG}serves",
        object=f"{BASE}vision/2",
        document=f"{BASE}document/slides-2023",
        locator="slide:マンダラ",
        note=("番号", "number"),
        order=3,
    )
    expected = hashed(
        "https://w3id.org/plan-graph/id/999999/outcome/forest",
        "https://w3id.org/plan-graph/ns#serves",
        "https://w3id.org/plan-graph/id/999999/vision/2",
        "https://w3id.org/plan-graph/ns#Stated",
        "https://w3id.org/plan-graph/id/999999/document/slides-2023",
    )
    assert link.iri(BASE) == f"https://w3id.org/plan-graph/id/999999/link/{expected}"
    assert expected == "cba25ac026cf8f16"


def test_the_iri_of_an_estimated_link_is_made_of_its_triple_and_basis_alone():
    link = Link(
        subject=f"{BASE}action/ap1-1",
        predicate=f"{PG}serves",
        object=f"{BASE}vision/2",
        basis=f"{PG}Estimated",
        rationale=("「森」", "“forest”"),
        by="編集者",
    )
    expected = hashed(
        "https://w3id.org/plan-graph/id/999999/action/ap1-1",
        "https://w3id.org/plan-graph/ns#serves",
        "https://w3id.org/plan-graph/id/999999/vision/2",
        "https://w3id.org/plan-graph/ns#Estimated",
    )
    assert link.iri(BASE) == f"https://w3id.org/plan-graph/id/999999/link/{expected}"


def test_the_iri_of_a_match_is_made_of_its_triple_basis_rule_and_the_two_elements():
    links = follows(NAMED, [(MEASURE, "森林の保全"), (OUTCOME, "森林の保全の推進")])
    match = next(link for link in links if link.basis == f"{PG}Matched")
    expected = hashed(
        "https://w3id.org/plan-graph/id/999999/measure/ap1-1-1",
        "https://w3id.org/plan-graph/ns#aimsAt",
        "https://w3id.org/plan-graph/id/999999/outcome/forest",
        "https://w3id.org/plan-graph/ns#Matched",
        "https://w3id.org/plan-graph/rule/same-name",
        "https://w3id.org/plan-graph/id/999999/measure/ap1-1-1",
        "https://w3id.org/plan-graph/id/999999/outcome/forest",
    )
    assert match.iri(BASE) == f"https://w3id.org/plan-graph/id/999999/link/{expected}"


def test_the_iri_of_a_derived_link_is_made_of_its_triple_basis_rule_and_premise_triples():
    # The premises are sorted as text: measure before outcome, whichever the rule names first.
    links = follows(said(f"{MEASURE} aimsAt {OUTCOME} Estimated\n{OUTCOME} serves {VISION}"))
    expected = hashed(
        "https://w3id.org/plan-graph/id/999999/measure/ap1-1-1",
        "https://w3id.org/plan-graph/ns#serves",
        "https://w3id.org/plan-graph/id/999999/vision/2",
        "https://w3id.org/plan-graph/ns#Derived",
        "https://w3id.org/plan-graph/rule/through-outcome",
        "https://w3id.org/plan-graph/id/999999/measure/ap1-1-1 "
        "https://w3id.org/plan-graph/ns#aimsAt "
        "https://w3id.org/plan-graph/id/999999/outcome/forest",
        "https://w3id.org/plan-graph/id/999999/outcome/forest "
        "https://w3id.org/plan-graph/ns#serves "
        "https://w3id.org/plan-graph/id/999999/vision/2",
    )
    assert [link.iri(BASE) for link in links] == [
        f"https://w3id.org/plan-graph/id/999999/link/{expected}"
    ]


def test_the_iri_of_a_derived_link_does_not_change_with_the_ground_of_its_premises():
    weak = follows(said(f"{MEASURE} aimsAt {OUTCOME} Proposed\n{OUTCOME} serves {VISION}"))
    strong = follows(said(f"{MEASURE} aimsAt {OUTCOME}\n{OUTCOME} serves {VISION} Matched"))
    assert [each.iri(BASE) for each in weak] == [each.iri(BASE) for each in strong]


def test_the_iri_of_a_wording_is_made_of_element_text_and_document():
    wording = Wording(
        element=f"{BASE}measure/ap1-1-1",
        kind=f"{PG}Measure",
        text="森林の保全",
        document=f"{BASE}document/plan-2024",
        locator="section:3-1",
        notation="1-1",
        order=1,
    )
    expected = hashed(
        "https://w3id.org/plan-graph/id/999999/measure/ap1-1-1",
        "森林の保全",
        "https://w3id.org/plan-graph/id/999999/document/plan-2024",
    )
    assert wording.iri(BASE) == f"https://w3id.org/plan-graph/id/999999/wording/{expected}"


# --- A build ------------------------------------------------------------------------------------


REGISTER = """
[city]
code = "999999"
name = "見本市"
name_en = "Mihon City"
iri_base = "https://w3id.org/plan-graph/id/999999/"

[[plans]]
key = "ap1"
name = "見本計画"
name_en = "Model Plan"
start_year = 2024
end_year = 2027

[[documents]]
key = "plan-2024"
kind = "action-plan"
series = "action-plan"
plan = "ap1"
fiscal_year = 2024
title = "見本計画"
title_en = "Model Plan"
"""
LINKS = "subject,predicate,object,basis,role,rationale_ja,rationale_en,by,date,document,locator\n"


@pytest.fixture
def city(tmp_path):
    """Lay out the data of a city with an action in a measure, an outcome and a vision."""
    (tmp_path / "curated").mkdir()
    (tmp_path / "documents").mkdir()
    (tmp_path / "city.toml").write_text(REGISTER, encoding="utf-8")
    document = f"{BASE}document/plan-2024"
    names = {ACTION: "間伐", MEASURE: "森林の保全", OUTCOME: "森のめぐみ", VISION: "自然のまち"}
    records = [
        Wording(
            element=full(element),
            kind=PG + KINDS[element.split("/")[0]],
            text=name,
            document=document,
            locator="section:1",
        )
        for element, name in names.items()
    ]
    for subject, predicate, obj in [(ACTION, "partOf", MEASURE), (OUTCOME, "serves", VISION)]:
        statement = {"subject": full(subject), "predicate": PG + predicate, "object": full(obj)}
        records.append(Link(**statement, document=document, locator="section:1"))
    text = turtle((each for record in records for each in triples(record, BASE)), BASE)
    (tmp_path / "documents" / "plan-2024.ttl").write_text(text, encoding="utf-8")
    return tmp_path


def judged(folder, basis):
    row = (
        f"{MEASURE},aimsAt,{OUTCOME},{basis},,「森」とあるため,It says 「森」,編集者,2026-11-22,,\n"
    )
    (folder / "curated" / "links.csv").write_text(LINKS + row, encoding="utf-8")
    return {
        (short(each.subject.value), each.predicate.value.removeprefix(PG), short(each.object.value))
        for each in build(load_register(folder)).triples
        if not each.subject.value.startswith(f"{BASE}link/") and isinstance(each.object, NamedNode)
    }


def test_what_follows_from_an_estimate_stands_in_the_graph(city: Path):
    plain = judged(city, "Estimated")
    assert (MEASURE, "aimsAt", OUTCOME) in plain
    assert (MEASURE, "serves", VISION) in plain
    assert (ACTION, "serves", VISION) in plain
    assert (ACTION, "aimsAt", OUTCOME) in plain


def test_a_proposal_and_what_follows_from_it_make_no_plain_triple(city: Path):
    plain = judged(city, "Proposed")
    relations = {each for each in plain if each[1] in {"aimsAt", "serves", "partOf"}}
    assert relations == {(ACTION, "partOf", MEASURE), (OUTCOME, "serves", VISION)}
    grounds = [
        each.object.value
        for each in build(load_register(city)).triples
        if each.predicate.value == f"{PG}restsOn"
    ]
    assert grounds == [f"{PG}Proposed"] * 3
