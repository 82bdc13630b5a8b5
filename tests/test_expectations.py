"""The committed documents against tables typed from the source texts by a second pair of eyes."""

import csv
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from plan_graph.graph import load_store, nodes, one
from plan_graph.japanese import match_name
from plan_graph.vocab import DCTERMS, PG, RDF, SKOS

ROOT = Path(__file__).parents[1]
BASE = "https://w3id.org/plan-graph/id/122068/"
STATUS = {"○": "Achieved", "×": "NotAchieved", "-": "NotScored"}
ACCUMULATION = {
    "累計": "Cumulative",
    "単年度": "PerYear",
    "月間堆肥化量": "PerMonth",
    "": "Unstated",
}


def typed(name):
    with (ROOT / "tests" / "data" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def document(name):
    return nodes(load_store(ROOT / "data" / "documents" / f"{name}.ttl"))


@pytest.fixture(scope="module")
def sheets():
    return document("progress-2024")


@pytest.fixture(scope="module")
def slides():
    return document("mandala-slides-2023")


@pytest.fixture(scope="module")
def plan():
    return document("action-plan-2024")


@pytest.fixture(scope="module")
def graph():
    return nodes(load_store(ROOT / "data" / "mandala.ttl"))


def statements(graph, predicate):
    """Return (subject, object) of the Links with *predicate*, as the ends of their IRIs."""
    return {
        (one(node, RDF.subject).removeprefix(BASE), one(node, RDF.object).removeprefix(BASE))
        for node in graph.values()
        if one(node, RDF.type) == PG.Link and one(node, RDF.predicate) == predicate
    }


def wordings(graph, element):
    return {
        one(node, PG.text)
        for node in graph.values()
        if one(node, RDF.type) == PG.Wording and one(node, PG.ofElement) == BASE + element
    }


def department_keys():
    with (ROOT / "data/curated/departments.csv").open(encoding="utf-8", newline="") as file:
        return {row["bu"] + row["ka"]: row["key"] for row in csv.DictReader(file)}


def test_every_sheet_has_its_action_measure_goal_and_project(sheets):
    parts = statements(sheets, PG.partOf)
    for row in typed("sheets"):
        action = f"action/ap3-{row['number'].partition('-')[0]}"
        measure = f"measure/ap3-{row['project_number']}-{row['measure_number']}"
        goal = f"goal/ap3-{row['project_number']}-{row['goal_number']}"
        project = f"project/ap3-{row['project_number']}"
        assert {(action, measure), (measure, goal), (goal, project)} <= parts, row["number"]
        assert row["action"] in wordings(sheets, action)
        assert row["measure"] in wordings(sheets, measure)
        assert row["goal"] in wordings(sheets, goal)
        assert row["project"] in wordings(sheets, project)
    assert len(typed("sheets")) == 42
    assert len(parts) == 3 + 5 + 12 + 36


def test_every_sheet_has_its_departments_in_the_order_of_print(sheets):
    keys = department_keys()
    printed = {
        (f"action/ap3-{row['number'].partition('-')[0]}", f"department/{keys[name]}")
        for row in typed("sheets")
        for name in row["departments"].split("|")
    }
    assert statements(sheets, PG.responsible) == printed
    two = {
        one(node, RDF.object).removeprefix(BASE): one(node, PG.order)
        for node in sheets.values()
        if one(node, RDF.predicate) == PG.responsible and PG.order in node
    }
    assert two == {"department/crisis-management": "1", "department/city-promotion": "2"}


def test_every_sheet_has_its_status(sheets):
    for row in typed("sheets"):
        node = sheets[f"{BASE}assessment/ap3-{row['number']}-2024"]
        assert one(node, PG.status) == PG.NS + STATUS[row["status"]], row["number"]
        assert one(node, PG.locator) == f"sheet:{row['number']}"
        assert one(node, PG.reportYear) == "2024"
        assert one(node, PG.assesses) == f"{BASE}action/ap3-{row['number'].partition('-')[0]}"
        assert (PG.ofIndicator in node) == bool(row["indicator"])


def test_every_indicator_is_worded_and_accumulates_as_printed(sheets):
    for row in typed("sheets"):
        if not row["indicator"]:
            continue
        element = f"indicator/ap3-{row['number']}"
        found = [n for n in sheets.values() if one(n, PG.ofElement) == BASE + element]
        assert [one(node, PG.text) for node in found] == [row["indicator"]]
        expected = PG.NS + ACCUMULATION[row["accumulation"]]
        assert one(found[0], PG.accumulation) == expected, row["number"]


def test_every_value_cell_is_read_as_typed(sheets):
    units = {"t-CO2": "t-co2"}
    with (ROOT / "data/curated/keys.csv").open(encoding="utf-8", newline="") as file:
        keys = [row for row in csv.DictReader(file) if row["kind"] == "Unit"]
    units |= {row["name"]: row["key"] for row in keys}
    prints = {row["number"]: row for row in typed("sheets")}
    found = Counter()
    for row in typed("values"):
        cell = prints[row["number"]][row["cell"]]
        said = (
            f"{BASE}indicator/ap3-{row['number']}",
            PG.NS + row["kind"],
            cell,
            row["year"],
            PG.NS + row["year_kind"] if row["year_kind"] else "",
            Decimal(row["value"]) if row["value"] else None,
            f"{BASE}unit/{units[row['unit']]}" if row["unit"] else "",
            row["as_of"],
            row["note"],
            PG.NS + row["no_value"] if row["no_value"] else "",
        )
        found[said] += 1
    read = Counter(
        (
            one(node, PG.ofIndicator),
            one(node, PG.kind),
            one(node, PG.asPrinted),
            one(node, PG.year),
            one(node, PG.yearKind),
            Decimal(one(node, PG.value)) if PG.value in node else None,
            one(node, PG.unit),
            one(node, PG.asOf),
            one(node, PG.note),
            one(node, PG.noValue),
        )
        for node in sheets.values()
        if one(node, RDF.type) == PG.PrintedValue
        and not one(node, PG.ofIndicator).startswith(f"{BASE}indicator/ap3-g")
    )
    assert read == found
    assert sum(found.values()) == 160


def test_every_goal_has_indicator_values_and_status_of_both_documents(sheets, plan):
    for row in typed("goals"):
        number = f"{row['project_number']}-{row['goal_number']}"
        indicator = f"indicator/ap3-g{number}"
        assert row["goal"] in wordings(sheets, f"goal/ap3-{number}")
        assert row["indicator_002"] in wordings(sheets, indicator)
        name_000 = row["indicator_000"].partition("【")[0].strip()
        assert wordings(plan, indicator) == {name_000}
        assessment = sheets[f"{BASE}assessment/ap3-g{number}-2024"]
        assert one(assessment, PG.status) == PG.NS + STATUS[row["status"]]
        assert printed(sheets, indicator) == sorted(
            [
                ("Actual", row["actual_002"]),
                ("Baseline", row["baseline_002"]),
                ("Target", row["target_002"]),
            ]
        )
        assert printed(plan, indicator) == sorted(
            [("Baseline", row["baseline_000"]), ("Target", row["target_2027_000"])]
        )


def printed(graph, indicator):
    return sorted(
        (one(node, PG.kind).removeprefix(PG.NS), one(node, PG.asPrinted))
        for node in graph.values()
        if one(node, RDF.type) == PG.PrintedValue and one(node, PG.ofIndicator) == BASE + indicator
    )


def test_the_targets_of_the_plan_are_of_2027_and_its_baselines_of_december_2023(plan):
    values = [node for node in plan.values() if one(node, RDF.type) == PG.PrintedValue]
    assert {one(v, PG.year) for v in values if one(v, PG.kind) == PG.Target} == {"2027"}
    dated = {one(v, PG.asOf) for v in values if one(v, PG.year) == "2023"}
    assert dated == {"2023-12-31"}


def test_the_printed_totals_are_read(sheets):
    read = {
        (
            one(node, PG.ofElement)[-1],
            one(node, PG.ofKind).removeprefix(PG.NS),
            one(node, PG.elementCount),
            one(node, PG.scoredCount),
            one(node, PG.achievedCount),
        )
        for node in sheets.values()
        if one(node, RDF.type) == PG.PrintedTotal
    }
    kinds = {"goal": "ProjectGoal", "action": "Action"}
    assert read == {
        (
            row["project_number"],
            kinds[row["kind"]],
            row["elements"],
            row["scored"],
            row["achieved"],
        )
        for row in typed("totals")
    }


def test_every_project_has_its_leader_and_aspect(sheets):
    keys, aspects = (
        department_keys(),
        {"経済": PG.Economy, "環境": PG.Environment, "社会": PG.Society},
    )
    rows = typed("leaders")
    assert statements(sheets, PG.leader) == {
        (f"project/ap3-{row['project_number']}", f"department/{keys[row['leader']]}")
        for row in rows
    }
    assert statements(sheets, PG.hasAspect) == {
        (f"project/ap3-{row['project_number']}", aspects[row["aspect"]]) for row in rows
    }


def test_the_contents_page_lists_every_action_under_its_project(sheets):
    rows = typed("contents")
    assert len(rows) == 37
    assert statements(sheets, PG.inProject) == {
        (f"action/ap3-{row['number']}", f"project/ap3-{row['project_number']}") for row in rows
    }
    for row in rows:
        assert row["action"] in wordings(sheets, f"action/ap3-{row['number']}")


def test_the_outcomes_serve_the_visions_printed_behind_them(slides, graph):
    names = {one(node, PG.name): iri.removeprefix(BASE) for iri, node in graph.items()}
    rows = typed("outcomes")
    expected = {
        (f"outcome/{outcome_key(row['outcome'])}", f"vision/{number}")
        for row in rows
        for number in row["visions"].split("|")
    }
    assert statements(slides, PG.serves) == expected
    assert len(expected) == 20
    assert names["自然資本の保全・活用"].startswith(("outcome/", "measure/"))
    assert statements(slides, PG.hasAspect) == {
        (f"outcome/{outcome_key(row['outcome'])}", PG.NS + aspect)
        for row in rows
        for aspect in row["aspects"].split("|")
        if aspect
    }


def outcome_key(name):
    with (ROOT / "data/curated/keys.csv").open(encoding="utf-8", newline="") as file:
        return next(
            row["key"]
            for row in csv.DictReader(file)
            if row["kind"] == "Outcome" and row["name"] == name
        )


def test_the_boxes_of_outcomes_are_estimated_two_by_two(graph):
    boxes = {"A": 1, "B": 2, "C": 3, "D": 4, "E": 5, "F": 6}
    expected = {
        (f"outcome/{outcome_key(row['outcome'])}", f"outcome-group/md1-{boxes[row['box']]}")
        for row in typed("outcomes")
    }
    estimated = {
        (one(node, RDF.subject).removeprefix(BASE), one(node, RDF.object).removeprefix(BASE))
        for node in graph.values()
        if one(node, PG.basis) == PG.Estimated and one(node, RDF.predicate) == PG.partOf
    }
    assert {pair for pair in estimated if pair[0].startswith("outcome/")} == expected


def test_the_visions_are_worded_as_each_document_prints_them(plan, slides):
    for row in typed("visions"):
        element = f"vision/{row['number']}"
        assert wordings(plan, element) == {row["name_000"]}
        assert wordings(slides, element) == {row["name_mandala"], row["name_platform"]}


def test_the_issues_and_themes_are_read_in_order(slides):
    for kind, row_key, rows in (
        (PG.RegionalIssue, "order", typed("issues")),
        (PG.Theme, "number", typed("themes")),
    ):
        read = {
            (one(node, PG.order), one(node, PG.text))
            for node in slides.values()
            if one(node, PG.ofKind) == kind
        }
        assert read == {(row[row_key], row["name"]) for row in rows}


def test_every_label_of_the_slide_is_drawn(slides):
    drawn = {
        match_name(one(node, PG.text))
        for node in slides.values()
        if one(node, PG.ofKind)
        in {PG.MandalaProject, PG.MandalaItem, PG.Actor, PG.Place, PG.Resource}
    }
    assert drawn == {match_name(row["name"]) for row in typed("mandala")}


def test_the_print_is_kept_where_nfkc_would_change_it(slides, sheets):
    assert "井関農機㈱" in wordings(slides, "actor/iseki")
    assert "４Rの推進" not in wordings(sheets, "action/ap3-15")
    assert wordings(sheets, "action/ap3-15") == {"4Rの推進", "4 Rの推進"}
    visions = [n for n in slides.values() if one(n, PG.ofElement) == f"{BASE}vision/2"]
    assert {one(node, PG.printedNotation) for node in visions} == {"②"}
    assert {one(node, SKOS.notation) for node in visions} == {"2"}


def test_every_piece_of_evidence_names_document_and_place(sheets, slides, plan):
    for graph in (sheets, slides, plan):
        for iri, node in graph.items():
            assert DCTERMS.source in node, iri
            assert PG.locator in node, iri
