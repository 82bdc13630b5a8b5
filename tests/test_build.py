"""The released graph: it is what the build makes, and it says what the documents say."""

import csv
import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode

from plan_graph.graph import load_store, nodes, one, view
from plan_graph.graph.build import build
from plan_graph.graph.turtle import turtle
from plan_graph.register import load_register
from plan_graph.vocab import PG as TERMS

ROOT = Path(__file__).parents[1]
DATA = ROOT / "data"
PG = "https://w3id.org/plan-graph/ns#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCTERMS = "http://purl.org/dc/terms/"
PROV = "http://www.w3.org/ns/prov#"
SDGO = "http://metadata.un.org/sdg/ontology#"
BASE = "https://w3id.org/plan-graph/id/122068/"

COUNTS = {
    "Municipality": 1,
    "Plan": 3,
    "Mandala": 1,
    "SourceDocument": 17,
    "FutureImage": 1,
    "Vision": 7,
    "RegionalIssue": 5,
    "Theme": 5,
    "Project": 3,
    "ProjectGoal": 5,
    # Of the action plan, of the 3rd basic plan, and of the 1st.
    "Measure": 12 + 8 + 46,
    "Action": 37 + 18,
    "BasicDirection": 1 + 6,
    "BasicPolicy": 5 + 25,
    "Programme": 65,
    "Principle": 3,
    "ViewPoint": 2,
    "RelatedPlan": 13,
    "Outcome": 12,
    "OutcomeGroup": 6,
    "MandalaProject": 3,
    "Aspect": 3,
    "Body": 7,
    "PlatformActivity": 16,
    # With their 部 in the progress sheets (17) and on a web page (2); nine without it in the basic
    # plan and in no other document; five 部 and 22 課 only in the list of FY2017.
    "Department": 17 + 2 + 9 + 5 + 22,
    "Indicator": 45 + 11,
    "Statistic": 8,
    "Assessment": 47,
    "PrintedTotal": 6,
    "Rule": 8,
}
#: Circled numbers printed behind each めざす効果 of the mandala.
OUTCOME_VISIONS = {
    "自然資本の保全・活用": {2, 5},
    "ローカルSDGsの拠点形成": {3},
    "循環型社会の形成": {4, 7},
    "エネルギーの地産地消": {4, 7},
    "農業の成長産業化": {4, 5},
    "食育の推進": {1, 5},
    "自然との共生": {2, 5},
    "郷土意識の醸成": {4, 5},
    "つながり力の強化": {1, 4},
    "環境に対する意識の醸成": {3},
    "多様なライフスタイルの提供": {4},
    "都市と農村のつながり強化": {7},
}
#: By the documents alone: actions of the four measures that carry an outcome's name, and the
#: visions of that outcome.
ACTION_VISIONS = {
    # 食育の推進
    1: {1, 5},
    2: {1, 5},
    3: {1, 5},
    4: {1, 5},
    # エネルギーの地産地消の推進
    12: {4, 7},
    13: {4, 7},
    14: {4, 7},
    # 循環型社会の形成
    15: {4, 7},
    # 自然資本の保全・活用
    19: {2, 5},
    20: {2, 5},
    21: {2, 5},
    22: {2, 5},
}
#: What estimates add to that: the visions that an action reaches by nothing stronger.
ESTIMATED_VISIONS = {
    2: {3},
    3: {3},
    4: {4},
    5: {1, 4, 5, 7},
    6: {4, 7},
    7: {2, 4, 5},
    8: {2, 4, 5},
    9: {2, 5},
    10: {4, 5},
    11: {1, 4},
    15: {3},
    16: {3},
    17: {4},
    19: {4},
    20: {3},
    21: {3},
    22: {3},
    23: {4},
    24: {1, 4},
    25: {4},
    26: {1, 4},
    27: {1, 4},
    28: {1, 4},
    29: {1, 4},
    30: {4},
    31: {1, 4},
    32: {4},
    33: {4},
    34: {4},
    35: {4},
    36: {4},
    37: {4},
}
#: The rows of links.csv that say which vision is served.
ESTIMATED_SERVES = {
    ("measure/ap3-1-3", "vision/2"),
    ("measure/ap3-3-1", "vision/4"),
    ("measure/ap3-3-2", "vision/4"),
    ("measure/ap3-3-3", "vision/4"),
    ("measure/ap3-3-4", "vision/4"),
    ("action/ap3-3", "vision/3"),
    ("action/ap3-5", "vision/7"),
    ("action/ap3-7", "vision/5"),
    ("action/ap3-17", "vision/4"),
    ("action/ap3-19", "vision/4"),
    ("action/ap3-21", "vision/3"),
    ("action/ap3-22", "vision/3"),
    ("action/ap3-37", "vision/4"),
}
#: Those of the mandala, whose layout is lost, and those of docs/estimates.md.
#: Estimates on the platform: the groups in their headquarters, and their themes.
PLATFORM_ROWS = {"partOf": 4, "inTheme": 5}
MANDALA_ROWS = {"partOf": 23, "involves": 13, "hasAspect": 8}
#: Between the action plan and the basic plan.
PLAN_ROWS = {"continues": 1}
#: What docs/estimates.md counts of the list of FY2017.
HISTORY_ROWS = {"partOf": 10, "continues": 14, "succeeds": 4, "contributesTo": 48}
ESTIMATE_ROWS = {"serves": 13, "addresses": 31, "aimsAt": 18, "inTheme": 22, "hasAspect": 65}
MEASURES = {
    "1-1": ("食育の推進", [1, 2, 3, 4]),
    "1-2": ("域内消費の拡大", [5, 6]),
    "1-3": ("環境保全型農業の推進", [7, 8, 9]),
    "1-4": ("産業・創業支援の充実", [10, 11]),
    "2-1": ("エネルギーの地産地消の推進", [12, 13, 14]),
    "2-2": ("循環型社会の形成", [15]),
    "2-3": ("エコライフスタイルの推進", [16, 17, 18]),
    "2-4": ("自然資本の保全・活用", [19, 20, 21, 22]),
    "3-1": ("災害弱者への支援", [23, 24, 25]),
    "3-2": ("共助の仕組みの構築", [26, 27, 28, 29]),
    "3-3": ("企業・団体等との連携促進", [30, 31, 32]),
    "3-4": ("市の災害対応レベルの向上", [33, 34, 35, 36]),
}
GOAL_MEASURES = {
    "ap3-1-1": ["1-1", "1-2"],
    "ap3-1-2": ["1-3", "1-4"],
    "ap3-2-1": ["2-1", "2-2", "2-3"],
    "ap3-2-2": ["2-4"],
    "ap3-3-1": ["3-1", "3-2", "3-3", "3-4"],
}
SDGS = [
    ("貧困をなくそう", "No poverty", "#E5243B"),
    ("飢餓をゼロに", "Zero hunger", "#DDA63A"),
    ("すべての人に健康と福祉を", "Good health and well-being", "#4C9F38"),
    ("質の高い教育をみんなに", "Quality education", "#C5192D"),
    ("ジェンダー平等を実現しよう", "Gender equality", "#FF3A21"),
    ("安全な水とトイレを世界中に", "Clean water and sanitation", "#26BDE2"),
    ("エネルギーをみんなに そしてクリーンに", "Affordable and clean energy", "#FCC30B"),
    ("働きがいも経済成長も", "Decent work and economic growth", "#A21942"),
    ("産業と技術革新の基盤をつくろう", "Industry, innovation and infrastructure", "#FD6925"),
    ("人や国の不平等をなくそう", "Reduced inequalities", "#DD1367"),
    ("住み続けられるまちづくりを", "Sustainable cities and communities", "#FD9D24"),
    ("つくる責任 つかう責任", "Responsible consumption and production", "#BF8B2E"),
    ("気候変動に具体的な対策を", "Climate action", "#3F7E44"),
    ("海の豊かさを守ろう", "Life below water", "#0A97D9"),
    ("陸の豊かさも守ろう", "Life on land", "#56C02B"),
    ("平和と公正をすべての人に", "Peace, justice and strong institutions", "#00689D"),
    ("パートナーシップで目標を達成しよう", "Partnerships for the goals", "#19486A"),
]


@pytest.fixture(scope="module")
def built():
    return build(load_register(DATA))


@pytest.fixture(scope="module")
def graph():
    return nodes(load_store(DATA / "mandala.ttl"))


@pytest.fixture(scope="module")
def documents():
    """The graph of what the documents print and what follows from a match of their names."""
    return nodes(view(load_store(DATA / "mandala.ttl"), TERMS.Matched))


@pytest.fixture(scope="module")
def links(graph):
    return links_of(graph)


@pytest.fixture(scope="module")
def judged():
    """The rows of links.csv."""
    with (DATA / "curated" / "links.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def links_of(graph):
    """Return what every Link says: (subject, predicate, object, basis, what it rests on)."""
    return [
        (
            one(node, RDF + "subject").removeprefix(BASE),
            one(node, RDF + "predicate").removeprefix(PG),
            one(node, RDF + "object").removeprefix(BASE),
            one(node, PG + "basis").removeprefix(PG),
            one(node, PG + "restsOn").removeprefix(PG),
        )
        for node in graph.values()
        if one(node, RDF + "type") == PG + "Link"
    ]


def of_kind(graph, name):
    kind = name if ":" in name else PG + name
    return {iri: node for iri, node in graph.items() if one(node, RDF + "type") == kind}


def named(graph, name):
    """Return the name of each element of a kind, by the last part of its IRI."""
    found = of_kind(graph, name).items()
    return {iri.rpartition("/")[2]: one(node, PG + "name") for iri, node in found}


def plain(graph, predicate):
    """Return the plain triples with *predicate*, as ends of IRIs."""
    return {
        (iri.removeprefix(BASE), term.value.removeprefix(BASE))
        for iri, node in graph.items()
        for term in node.get(PG + predicate, ())
    }


def texts(node, predicate):
    """Return the literals of *predicate* by their language."""
    found = defaultdict(list)
    for term in node.get(predicate, ()):
        found[term.language or ""].append(term.value)
    return found


# --- The build --------------------------------------------------------------------------------


def test_the_build_makes_the_released_graph_byte_for_byte(built):
    text = turtle(built.triples, BASE)
    assert text.encode("utf-8") == (DATA / "mandala.ttl").read_bytes()


def test_no_curated_row_is_left_out_of_the_released_graph(built):
    assert built.left_out == ()


def test_building_twice_makes_the_same_graph(built):
    assert build(load_register(DATA)) == built


# --- What is there ----------------------------------------------------------------------------


@pytest.mark.parametrize("kind", COUNTS)
def test_there_are_as_many_elements_as_the_documents_print(kind, graph):
    assert len(of_kind(graph, kind)) == COUNTS[kind]


def test_there_are_fifty_names_drawn_in_the_mandala_beside_its_projects(graph):
    kinds = ("MandalaItem", "Actor", "Place", "Resource")
    drawn = {subject for subject, _ in plain(graph, "drawnIn")}
    found = [iri.removeprefix(BASE) for kind in kinds for iri in of_kind(graph, kind)]
    assert sum(iri in drawn for iri in found) == 50


def test_no_kind_of_another_document_is_there_yet(graph):
    kinds = {one(node, RDF + "type").removeprefix(PG) for node in graph.values()}
    also = {"Goal", "Unit", "Observation", "PrintedValue", "Wording", "Link"}
    also |= {"MandalaItem", "Actor", "Place", "Resource", "Numbering", "Target"}
    assert {kind.removeprefix(SDGO) for kind in kinds} == {*COUNTS, *also}


def test_the_seven_visions_have_the_names_of_the_plan(graph):
    assert named(graph, "Vision") == {
        "1": "人のつながりがあるまち",
        "2": "自然とともにあるまち",
        "3": "人を呼ぶ魅力のあるまち",
        "4": "誰もが安心して暮せるまち",
        "5": "子ども・若者が育つ環境のあるまち",
        "6": "わくわくして暮せるまち",
        "7": "生活が便利なまち",
    }


def test_the_twelve_measures_have_their_actions(graph):
    measures = {key: name for key, name in named(graph, "Measure").items() if "ap3-" in key}
    assert measures == {f"ap3-{key}": name for key, (name, _) in MEASURES.items()}
    expected = {
        (f"action/ap3-{number}", f"measure/ap3-{key}")
        for key, (_, numbers) in MEASURES.items()
        for number in numbers
    }
    part_of = plain(graph, "partOf")
    assert {pair for pair in part_of if pair[0].startswith("action/ap3-")} == expected


def test_the_measures_belong_to_goals_the_goals_to_projects_and_these_to_the_plan(graph):
    part_of = plain(graph, "partOf")
    expected = {
        (f"measure/ap3-{measure}", f"goal/{goal}")
        for goal, measures in GOAL_MEASURES.items()
        for measure in measures
    }
    expected |= {(f"goal/{goal}", f"project/{goal[:5]}") for goal in GOAL_MEASURES}
    expected |= {(f"project/ap3-{number}", "plan/ap3") for number in (1, 2, 3)}
    kinds = ("measure/ap3-", "goal/", "project/")
    assert {pair for pair in part_of if pair[0].startswith(kinds)} == expected


def test_everything_of_the_plan_is_in_it_and_in_its_project(graph):
    of_plan = {"project": 3, "goal": 5, "measure": 12, "action": 37}
    in_plan = Counter(
        subject.split("/")[0] for subject, plan in plain(graph, "inPlan") if plan == "plan/ap3"
    )
    in_project = Counter(subject.split("/")[0] for subject, _ in plain(graph, "inProject"))
    assert in_plan == of_plan
    assert in_project == {"goal": 5, "measure": 12, "action": 37}
    projects = Counter(obj for pair in plain(graph, "inProject") for obj in pair[1:])
    assert projects == {"project/ap3-1": 17, "project/ap3-2": 17, "project/ap3-3": 20}


def test_the_projects_have_eleven_eleven_and_fifteen_actions(graph):
    expected = {}
    for number in range(1, 38):
        expected[f"action/ap3-{number}"] = 1 if number <= 11 else 2 if number <= 22 else 3
    found = {pair for pair in plain(graph, "inProject") if pair[0].startswith("action/")}
    assert found == {(action, f"project/ap3-{project}") for action, project in expected.items()}


def test_the_actions_are_numbered_from_1_to_37(graph):
    actions = of_kind(graph, "Action")
    for number in range(1, 38):
        node = actions[f"{BASE}action/ap3-{number}"]
        assert one(node, SKOS + "notation") == str(number)
        assert one(node, PG + "order") == str(number)


def test_action_37_stands_in_the_contents_only(graph, links):
    action = "action/ap3-37"
    assert one(graph[BASE + action], PG + "name") == "まちづくりへの防災・減災の強化"
    about = {link[1:4] for link in links if action in (link[0], link[2])}
    assert about == {
        ("inProject", "project/ap3-3", "Stated"),
        ("inPlan", "plan/ap3", "Stated"),
        ("serves", "vision/4", "Estimated"),
    }
    relations = {"partOf", "responsible", "hasIndicator", "aimsAt", "addresses", "inTheme"}
    relations |= {"hasAspect", "contributesTo"}
    assert not relations & {each.removeprefix(PG) for each in graph[BASE + action]}
    assessed = [one(node, PG + "assesses") for node in of_kind(graph, "Assessment").values()]
    assert BASE + action not in assessed


def test_every_other_action_has_one_department_one_measure_and_a_sheet(graph):
    numbers = [number for number in range(1, 38) if number != 37]
    expected = {f"action/ap3-{number}" for number in numbers}
    assert {pair[0] for pair in plain(graph, "partOf") if pair[0] in expected} == expected
    responsible = {pair[0] for pair in plain(graph, "responsible")}
    assert {iri for iri in responsible if "action/ap3-" in iri} == expected
    assessed = {one(node, PG + "assesses") for node in of_kind(graph, "Assessment").values()}
    assert {iri.removeprefix(BASE) for iri in assessed if "/action/" in iri} == expected


def test_the_sheets_score_42_indicators_and_the_goals_5(graph):
    counted = defaultdict(Counter)
    for node in of_kind(graph, "Assessment").values():
        kind = one(node, PG + "assesses").removeprefix(BASE).split("/")[0]
        counted[kind][one(node, PG + "status").removeprefix(PG)] += 1
    assert counted == {
        "action": {"Achieved": 13, "NotAchieved": 26, "NotScored": 3},
        "goal": {"Achieved": 1, "NotAchieved": 4},
    }


# --- Visions ------------------------------------------------------------------------------------


def test_the_future_image_is_of_2030_and_the_seven_visions_are_of_2042_as_the_plan_prints(graph):
    for kind, year, place in (
        ("FutureImage", "2030", "section:1-1"),
        ("Vision", "2042", "section:3-1"),
    ):
        elements = of_kind(graph, kind)
        assert {one(node, PG + "year") for node in elements.values()} == {year}
        told = {
            one(node, PG + "ofElement"): (one(node, DCTERMS + "source"), one(node, PG + "locator"))
            for node in of_kind(graph, "Wording").values()
            if PG + "year" in node and one(node, PG + "ofKind") == PG + kind
        }
        assert told == dict.fromkeys(elements, (f"{BASE}document/action-plan-2024", place))
    assert len(of_kind(graph, "Vision")) == 7


def test_twenty_links_from_outcomes_to_visions_are_stated(graph, links):
    names = named(graph, "Outcome")
    stated = [link for link in links if link[1] == "serves" and link[3] == "Stated"]
    assert len(stated) == 20
    found = defaultdict(set)
    for subject, _, obj, _, _ in stated:
        found[names[subject.removeprefix("outcome/")]].add(int(obj.removeprefix("vision/")))
    assert found == OUTCOME_VISIONS


def test_the_reading_of_the_circled_numbers_is_noted_as_ours(graph):
    for node in of_kind(graph, "Link").values():
        if (
            one(node, RDF + "predicate") == PG + "serves"
            and one(node, PG + "basis") == PG + "Stated"
        ):
            assert texts(node, PG + "note")["ja"] == ["番号とビジョンの対応は編集者の読み取り"]
            assert len(texts(node, PG + "note")["en"]) == 1


def test_four_outcomes_carry_a_measures_name(graph, links):
    outcomes = named(graph, "Outcome")
    matched = {
        (subject, outcomes[obj.removeprefix("outcome/")])
        for subject, predicate, obj, basis, _ in links
        if basis == "Matched" and predicate == "aimsAt"
    }
    assert matched == {
        ("measure/ap3-1-1", "食育の推進"),
        ("measure/ap3-2-1", "エネルギーの地産地消"),
        ("measure/ap3-2-2", "循環型社会の形成"),
        ("measure/ap3-2-4", "自然資本の保全・活用"),
    }
    # The measures of the 3rd basic plan that bear the name of a measure of the 1st.
    others = {link[:3] for link in links if link[3] == "Matched" and link[1] != "aimsAt"}
    assert others == {
        ("measure/bp3-41", "continues", "measure/bp1-participation"),
        ("measure/bp3-42", "continues", "measure/bp1-appeal"),
        ("measure/bp3-45", "continues", "measure/bp1-collaboration"),
        ("measure/bp3-47", "continues", "measure/bp1-wide-area-administration"),
    }


def visions_of_actions(graph):
    """Return the numbers of the visions that each action serves, by its number."""
    found = defaultdict(set)
    for subject, obj in plain(graph, "serves"):
        if subject.startswith("action/"):
            found[int(subject.removeprefix("action/ap3-"))].add(int(obj.removeprefix("vision/")))
    return found


def test_by_the_documents_twelve_actions_reach_visions_and_no_other_does(documents):
    assert visions_of_actions(documents) == ACTION_VISIONS


def test_by_the_documents_what_actions_reach_rests_on_matched_names(documents):
    serving = [link for link in links_of(documents) if link[1] == "serves"]
    grounds = {link[3:] for link in serving if link[0].startswith("action/")}
    assert grounds == {("Derived", "Matched")}


@pytest.mark.parametrize(
    ("vision", "outcomes", "actions"),
    [(1, 2, 4), (2, 2, 4), (3, 2, 0), (4, 6, 4), (5, 5, 8), (6, 0, 0), (7, 3, 4)],
)
def test_by_the_documents_each_vision_has_its_outcomes_and_actions(
    vision, outcomes, actions, documents
):
    assert serving(documents, vision) == (outcomes, actions)


def serving(graph, vision):
    """Return how many outcomes and how many actions serve a vision."""
    kinds = [
        pair[0].split("/")[0] for pair in plain(graph, "serves") if pair[1] == f"vision/{vision}"
    ]
    return kinds.count("outcome"), kinds.count("action")


def test_by_the_documents_no_disaster_prevention_action_reaches_the_vision_of_a_safe_town(
    documents,
):
    disaster = {f"action/ap3-{number}" for number in range(23, 38)}
    disaster |= {f"measure/ap3-3-{number}" for number in range(1, 5)}
    assert not {pair for pair in plain(documents, "serves") if pair[0] in disaster}


def test_the_documents_lead_to_no_issue_and_no_theme(documents):
    assert plain(documents, "addresses") == plain(documents, "inTheme") == set()


def test_the_documents_lead_to_no_sdg_since_the_icons_are_lost(documents, links):
    assert {link[4] or link[3] for link in links if link[1] == "contributesTo"} == {"Estimated"}
    assert plain(documents, "contributesTo") == set()


# --- What our estimates add ---------------------------------------------------------------------


def test_there_are_as_many_judgements_as_the_page_on_estimates_counts(judged):
    counted = Counter(row["predicate"] for row in judged)
    rows = Counter(MANDALA_ROWS) + Counter(ESTIMATE_ROWS) + Counter(PLATFORM_ROWS)
    rows += Counter(PLAN_ROWS) + Counter({"contributesTo": 69 + 13}) + Counter(HISTORY_ROWS)
    assert counted == rows
    assert len(judged) == 44 + 149 + 9 + 69 + 1 + 13 + 76


def test_the_page_on_estimates_tells_these_counts():
    page = (ROOT / "docs" / "estimates.md").read_text(encoding="utf-8")
    told = dict(re.findall(r"^\| \S+ (\w+) \|.*\*\*(\d+)\*\* \|$", page, re.MULTILINE))
    del told["total"]
    # The second word of テーマ（部会） inTheme and its like is the relation.
    assert {name: int(count) for name, count in told.items()} == ESTIMATE_ROWS


def test_every_judgement_is_an_estimate_and_is_in_the_graph_as_one(judged, links):
    assert {row["basis"] for row in judged} == {"Estimated"}
    sdg = "http://metadata.un.org/sdg/"
    said = {
        (
            row["subject"],
            row["predicate"],
            row["object"].replace("pg:", PG).replace("sdg:", sdg),
        )
        for row in judged
    }
    assert len(said) == 285 + 76
    assert {link[:3] for link in links if link[3] == "Estimated"} == said


def test_what_is_estimated_to_serve_a_vision_is_this(links):
    found = {
        (subject, obj)
        for subject, predicate, obj, basis, _ in links
        if (predicate, basis) == ("serves", "Estimated")
    }
    assert found == ESTIMATED_SERVES


def test_disaster_measures_and_action_37_serve_the_safe_town_as_estimates_only(links):
    measures = {f"measure/ap3-3-{number}" for number in range(1, 5)}
    for subject in {*measures, "action/ap3-37"}:
        said = [link[3:] for link in links if link[:3] == (subject, "serves", "vision/4")]
        assert "Estimated" in {basis for basis, _ in said}, subject
        assert {rests or basis for basis, rests in said} == {"Estimated"}, subject


def test_what_actions_reach_by_estimates_only_comes_on_top_of_the_documents(graph, links):
    every = {
        number: ACTION_VISIONS.get(number, set()) | ESTIMATED_VISIONS.get(number, set())
        for number in range(1, 38)
        if number != 18
    }
    assert visions_of_actions(graph) == every
    grounds = defaultdict(set)
    for subject, predicate, obj, basis, rests in links:
        if subject.startswith("action/") and predicate == "serves":
            grounds[subject, obj].add(rests or basis)
    only = {pair for pair, bases in grounds.items() if bases == {"Estimated"}}
    assert only == {
        (f"action/ap3-{number}", f"vision/{vision}")
        for number, visions in ESTIMATED_VISIONS.items()
        for vision in visions
    }


@pytest.mark.parametrize(
    ("vision", "outcomes", "actions"),
    [(1, 2, 12), (2, 2, 7), (3, 2, 7), (4, 6, 28), (5, 5, 13), (6, 0, 0), (7, 3, 6)],
)
def test_with_estimates_each_vision_has_its_outcomes_and_actions(vision, outcomes, actions, graph):
    assert serving(graph, vision) == (outcomes, actions)


def test_nothing_leads_to_vision_6_on_any_ground(graph, judged, links):
    assert [row for row in judged if row["object"] == "vision/6"] == []
    assert {link[1] for link in links if link[2] == "vision/6"} <= {"refersTo"}
    assert [pair for pair in plain(graph, "serves") if pair[1] == "vision/6"] == []


#: Typed from the sheets, not from links.csv: where working with others is what is done.
PARTNERSHIPS = {"measure/ap3-3-3", "action/ap3-29", "action/ap3-30", "action/ap3-31"}
#: Those of the ten on the page that are in this plan.
WITHOUT_SDG = {"measure/ap3-1-2", "action/ap3-3", "action/ap3-5", "action/ap3-37"}


@pytest.fixture(scope="module")
def sdgs(judged):
    """What is estimated of the SDGs: element to numbers of goals and targets."""
    found = defaultdict(list)
    for row in judged:
        if row["predicate"] == "contributesTo":
            found[row["subject"]].append(row["object"].removeprefix("sdg:"))
    return found


def test_every_measure_and_action_but_four_has_one_to_four_sdgs(sdgs, graph):
    kinds = ("Measure", "Action")
    every = {iri.removeprefix(BASE) for kind in kinds for iri in of_kind(graph, kind)}
    plan = {each for each in every if "/ap3-" in each}
    assert plan - sdgs.keys() == WITHOUT_SDG
    assert {len(numbers) for numbers in sdgs.values()} <= {1, 2, 3, 4}


def test_no_element_has_a_goal_and_a_target_of_it(sdgs):
    for element, numbers in sdgs.items():
        goals = {number for number in numbers if "." not in number}
        assert not goals & {number.partition(".")[0] for number in numbers if "." in number}, (
            element
        )


def test_goal_17_stands_where_partnership_is_the_content(sdgs):
    found = {each for each, numbers in sdgs.items() if "17.17" in numbers or "17" in numbers}
    assert {each for each in found if "/ap3-" in each} == PARTNERSHIPS


def test_the_goals_that_a_reader_expects_are_reached(graph):
    reached = {obj.rpartition("/")[2] for _, obj in plain(graph, "contributesTo")}
    assert {"2", "7", "11", "12", "13", "14", "15"} <= reached


def test_an_action_has_no_sdg_from_its_measure(links):
    rules = {link[3] for link in links if link[1] == "contributesTo"}
    assert rules == {"Estimated", "Derived"}
    below = {(link[0], link[2]) for link in links if link[1] == "contributesTo"}
    # Measure 3-3 is about working with others, and so are two of its three actions.
    assert ("action/ap3-32", "http://metadata.un.org/sdg/17") not in below


def test_a_reason_names_the_number_and_the_subject_of_its_target(judged, graph):
    for row in judged:
        if row["predicate"] == "contributesTo" and "." in row["object"]:
            number = row["object"].removeprefix("sdg:")
            labels = texts(graph[f"http://metadata.un.org/sdg/{number}"], SKOS + "prefLabel")
            assert number in row["rationale_ja"], row
            assert labels["ja"][0] in row["rationale_ja"], row
            assert number in row["rationale_en"], row
            assert labels["en"][0].casefold() in row["rationale_en"].casefold(), row


def test_the_page_on_estimates_tells_the_sdgs_of_each_goal(sdgs):
    page = (ROOT / "docs" / "estimates.md").read_text(encoding="utf-8")
    head = re.search(r"^\| ゴール goal \| (.*) \|$", page, re.MULTILINE)[1].split(" | ")
    row = re.search(r"^\| 推定 rows \| (.*) \|$", page, re.MULTILINE)[1].split(" | ")
    counted = Counter(
        number.partition(".")[0]
        for element, numbers in sdgs.items()
        if "/ap3-" in element
        for number in numbers
    )
    assert dict(zip(head, map(int, row), strict=True)) == counted


def test_what_the_estimates_cover_is_what_their_page_says(graph):
    covered = {
        kind: {
            relation: len({pair[0] for pair in plain(graph, relation) if pair[0].startswith(kind)})
            for relation in ("serves", "addresses", "aimsAt", "inTheme", "hasAspect")
        }
        for kind in ("measure/", "action/")
    }
    assert covered == {
        "measure/": {"serves": 9, "addresses": 3, "aimsAt": 5, "inTheme": 5, "hasAspect": 0},
        "action/": {"serves": 36, "addresses": 21, "aimsAt": 26, "inTheme": 15, "hasAspect": 35},
    }
    pairs = plain(graph, "inTheme")
    themes = Counter(obj for iri, obj in pairs if iri.startswith(("measure/", "action/")))
    assert themes == {"theme/1": 3, "theme/2": 4, "theme/3": 9, "theme/4": 3, "theme/5": 3}


def quotes(text):
    return re.findall(r"「([^」]*)」", text)


@pytest.mark.parametrize("column", ["rationale_ja", "rationale_en"])
def test_no_two_judgements_give_the_same_reason_with_other_names(column, judged, graph):
    predicates = (PG + "name", PG + "shortLabel", SKOS + "prefLabel", SKOS + "altLabel")
    names = {
        term.value.casefold()
        for node in graph.values()
        for predicate in predicates
        for term in node.get(predicate, ())
        if len(term.value) > 1
    }
    either = re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))))
    seen = defaultdict(list)
    for row in judged:
        bare = re.sub(r"「[^」]*」", "", row[column]).casefold()
        bare = re.sub(r"[\W\d_]", "", either.sub("", bare))
        seen[bare].append((row["subject"], row["predicate"], row["object"]))
    assert [rows for rows in seen.values() if len(rows) > 1] == []
    assert min(len(bare) for bare in seen) > 10


def test_the_english_reason_quotes_what_the_japanese_one_quotes(judged):
    for row in judged:
        assert quotes(row["rationale_ja"]), row
        assert set(quotes(row["rationale_ja"])) <= set(quotes(row["rationale_en"])), row


# --- Evidence -----------------------------------------------------------------------------------


RELATIONS = """partOf serves addresses aimsAt contributesTo inTheme involves hasAspect responsible
    leader hasIndicator inPlan inProject continues succeeds memberOf unitOf drawnIn underPrinciple
    fromViewPoint refersTo hasStatistic""".split()  # noqa: SIM905 - a list of words is read at a glance


def test_every_plain_triple_of_a_relation_has_a_link_and_every_link_its_triple(graph, links):
    said = {(relation, *pair) for relation in RELATIONS for pair in plain(graph, relation)}
    assert said == {(predicate, subject, obj) for subject, predicate, obj, _, _ in links}


def test_every_link_names_its_document_and_place_or_its_reason_or_its_premises(graph):
    for iri, node in of_kind(graph, "Link").items():
        basis = one(node, PG + "basis").removeprefix(PG)
        if basis == "Stated":
            assert node[DCTERMS + "source"], iri
            assert node[PG + "locator"], iri
        elif basis == "Estimated":
            reasons = texts(node, PG + "rationale")
            assert len(reasons["ja"]) == len(reasons["en"]) == 1, iri
            assert "「" in reasons["ja"][0], iri
            assert "「" in reasons["en"][0], iri
            assert one(node, PG + "by"), iri
            assert one(node, DCTERMS + "date"), iri
        else:
            assert len(node[PROV + "wasDerivedFrom"]) in {1, 2}, iri
            assert all(term.value in graph for term in node[PROV + "wasDerivedFrom"]), iri


def test_every_element_has_one_kind_and_one_name_without_language(graph):
    evidence = {"Link", "Wording", "PrintedValue", "Observation", "Assessment", "PrintedTotal"}
    evidence |= {"Numbering"}
    for iri, node in graph.items():
        assert len(node[RDF + "type"]) == 1, iri
        if one(node, RDF + "type").removeprefix(PG) in {*evidence, "Rule"}:
            continue
        assert [*texts(node, PG + "name")] == [""], iri
        assert len(node[PG + "name"]) == 1, iri
        labels = texts(node, SKOS + "prefLabel")
        assert labels["ja"] == [one(node, PG + "name")], iri


def test_there_is_no_notion_of_another_city(graph):
    ours = (BASE, "http://metadata.un.org/sdg/", "https://w3id.org/plan-graph/rule/", PG)
    assert [iri for iri in graph if not iri.startswith(ours)] == []


# --- What we add: labels, directions ------------------------------------------------------------

SHOWN = [
    "Municipality",
    "Plan",
    "Mandala",
    "FutureImage",
    "Vision",
    "RegionalIssue",
    "Theme",
    "Project",
    "ProjectGoal",
    "Measure",
    "Action",
    "Outcome",
    "OutcomeGroup",
    "MandalaProject",
    "MandalaItem",
    "Actor",
    "Place",
    "Resource",
    "Department",
    "Aspect",
    "Indicator",
    "Unit",
    SDGO + "Goal",
    SDGO + "Target",
]


@pytest.mark.parametrize("kind", SHOWN)
def test_everything_that_is_shown_has_one_english_label(kind, graph):
    for iri, node in of_kind(graph, kind).items():
        english = texts(node, SKOS + "prefLabel")["en"]
        assert len(english) == 1, iri
        assert english[0].isascii() or "₂" in english[0] or "“" in english[0], iri


@pytest.mark.parametrize(
    "kind", ["Vision", "RegionalIssue", "Outcome", "Project", "Measure", "Action"]
)
def test_what_the_picture_shows_has_a_short_label_and_a_plain_sentence(kind, graph):
    for iri, node in of_kind(graph, kind).items():
        if "/bp3-" in iri or "/bp1-" in iri:  # the mandala is the action plan's
            continue
        short = texts(node, PG + "shortLabel")["ja"]
        assert len(short) == 1, iri
        assert 1 <= len(short[0]) <= 8, iri
        described = texts(node, DCTERMS + "description")
        assert len(described["ja"]) == len(described["en"]) == 1, iri
        assert described["ja"][0].endswith("。"), iri
        assert described["en"][0].endswith("."), iri


def test_no_two_of_a_kind_share_a_short_label(graph):
    for kind in ("Vision", "RegionalIssue", "Outcome", "Project", "Measure", "Action"):
        short = Counter(one(node, PG + "shortLabel") for node in of_kind(graph, kind).values())
        assert [label for label, count in short.items() if label and count > 1] == []


def test_the_seventeen_goals_have_the_names_and_colours_of_the_un(graph):
    goals = of_kind(graph, SDGO + "Goal")
    found = [
        (
            one(node, PG + "name"),
            texts(node, SKOS + "prefLabel")["en"][0],
            one(node, PG + "colour"),
        )
        for node in (goals[f"http://metadata.un.org/sdg/{number}"] for number in range(1, 18))
    ]
    assert found == SDGS
    assert len(goals) == 17


def test_every_indicator_says_when_it_is_better_and_why(graph):
    lower = set()
    for iri, node in of_kind(graph, "Indicator").items():
        assert len(node[PG + "betterWhen"]) == 1, iri
        reasons = texts(node, PG + "betterWhenReason")
        assert len(reasons["ja"]) == len(reasons["en"]) == 1, iri
        if one(node, PG + "betterWhen") == PG + "Lower":
            lower.add(iri.removeprefix(f"{BASE}indicator/"))
    # Damage to crops, household waste, and the share of income that is bound in advance.
    assert lower == {"ap3-9-1", "ap3-15-1", "bp3-46"}


# --- Values -------------------------------------------------------------------------------------


def observations(graph, indicator):
    """Return (kind, year, kind of year, value) of every observation of an indicator."""
    return {
        (
            one(node, PG + "kind").removeprefix(PG),
            int(one(node, PG + "year") or 0),
            one(node, PG + "yearKind").removeprefix(PG),
            one(node, PG + "value"),
        )
        for node in of_kind(graph, "Observation").values()
        if one(node, PG + "ofIndicator") == f"{BASE}indicator/{indicator}"
    }


def test_the_year_in_a_cell_beats_the_head_of_its_column(graph):
    assert observations(graph, "ap3-9-1") == {
        ("Baseline", 2022, "FiscalYear", "15926000"),
        ("Target", 2023, "FiscalYear", "14895000"),
        ("Actual", 2023, "FiscalYear", "13759000"),
        ("Target", 2024, "FiscalYear", "12864000"),
    }
    assessment = graph[f"{BASE}assessment/ap3-9-1-2024"]
    assert one(assessment, PG + "reportYear") == "2024"
    assert one(assessment, PG + "comparesTarget") == f"{BASE}observation/ap3-9-1-target-2023"
    assert one(assessment, PG + "comparesActual") == f"{BASE}observation/ap3-9-1-actual-2023"


def test_an_indicator_counted_from_january_to_december_has_calendar_years(graph):
    assert observations(graph, "ap3-21-2") == {
        ("Baseline", 2022, "CalendarYear", "15430000"),
        ("Target", 2024, "CalendarYear", "16400000"),
        ("Actual", 2024, "CalendarYear", "17370000"),
        ("Target", 2025, "CalendarYear", "16900000"),
    }
    calendar = {
        one(node, PG + "ofIndicator").removeprefix(f"{BASE}indicator/")
        for node in of_kind(graph, "Observation").values()
        if one(node, PG + "yearKind") == PG + "CalendarYear"
    }
    assert calendar == {"ap3-21-2"}


def test_a_goal_has_the_targets_of_both_documents(graph):
    assert observations(graph, "ap3-g2-1") == {
        ("Baseline", 2022, "FiscalYear", "1185"),
        ("Target", 2024, "FiscalYear", "772.22"),
        ("Actual", 2024, "FiscalYear", "476.81"),
        ("Target", 2027, "FiscalYear", "2393.35"),
    }


def test_an_indicator_without_any_value_says_what_is_printed_instead(graph):
    found = {
        (iri.rpartition("/")[2], one(node, PG + "noValue").removeprefix(PG))
        for iri, node in of_kind(graph, "Observation").items()
        if "/ap3-6-" in iri or iri.endswith("/ap3-18-baseline-undated")
    }
    assert found == {
        ("ap3-6-baseline-undated", "NotPrinted"),
        ("ap3-6-target-2024", "NotPrinted"),
        ("ap3-6-actual-2024", "NotPrinted"),
        ("ap3-6-target-2025", "NotPrinted"),
        ("ap3-18-baseline-undated", "NoneYet"),
    }


def test_an_observation_has_a_value_or_says_why_not_and_comes_from_printed_values(graph):
    for iri, node in of_kind(graph, "Observation").items():
        assert len(node.get(PG + "value", [])) + len(node.get(PG + "noValue", [])) == 1, iri
        assert len(node[PROV + "wasDerivedFrom"]) in {1, 2}, iri
        for printed in node[PROV + "wasDerivedFrom"]:
            assert one(graph[printed.value], RDF + "type") == PG + "PrintedValue"
            for same in ("ofIndicator", "kind", "year", "value", "noValue"):
                assert one(graph[printed.value], PG + same) == one(node, PG + same), iri


def test_a_unit_written_in_several_ways_is_one(graph):
    assert len([name for name in named(graph, "Unit").values() if "CO" in name]) == 1
    co2 = {
        one(node, PG + "unit")
        for iri, node in of_kind(graph, "Indicator").items()
        if iri.endswith(("ap3-12", "ap3-g2-1"))
    }
    assert len(co2) == 1
    assert all(
        isinstance(term, NamedNode) for node in graph.values() for term in node.get(PG + "unit", ())
    )


def test_years_and_orders_are_integers_and_values_decimals(graph):
    types = defaultdict(set)
    for node in graph.values():
        for name in ("year", "order", "value", "reportYear", "scale"):
            for term in node.get(PG + name, ()):
                assert isinstance(term, Literal)
                types[name].add(term.datatype.value.rpartition("#")[2])
    assert types == {
        "year": {"integer"},
        "order": {"integer"},
        "reportYear": {"integer"},
        "scale": {"integer"},
        "value": {"decimal"},
    }
