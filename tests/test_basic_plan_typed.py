"""The basic plan in the graph against a table typed from its text by a second pair of eyes.

Who typed `tests/data/basic-plan.csv` had not seen the importer. An empty value says that nothing
can be read there; its note says why.
"""

import csv
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import pytest

from plan_graph.graph import load_store, nodes, one
from plan_graph.japanese import match_name
from plan_graph.vocab import DCTERMS, PG, RDF, SKOS

ROOT = Path(__file__).parents[1]
BASE = "https://w3id.org/plan-graph/id/122068/"
#: What was typed and is not in the graph on purpose.
LEFT_OUT = {
    # The bullets of a view point stand beside no label: whose they are was read from their subject.
    ("viewpoint_item", "DX"),
    ("viewpoint_item", "GX"),
    # The column of remarks is not read.
    ("indicator", "remark_item"),
}


def typed(kind=None, field=None):
    """Return the typed rows of one kind and field; a field like `value:1` counts as `value`."""
    with (ROOT / "tests/data/basic-plan.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [
        row
        for row in rows
        if kind in (None, row["kind"]) and field in (None, row["field"].partition(":")[0])
    ]


def values(kind, field):
    return {row["key"]: row["value"] for row in typed(kind, field)}


@pytest.fixture(scope="module")
def said():
    """All that the document says."""
    return nodes(load_store(ROOT / "data/documents/basic-plan-2023.ttl"))


@pytest.fixture(scope="module")
def graph():
    return nodes(load_store(ROOT / "data/mandala.ttl"))


def pairs(said, predicate):
    """Return the ends of the relations that the document states."""
    return {
        (one(node, RDF.subject).removeprefix(BASE), one(node, RDF.object).removeprefix(BASE))
        for node in said.values()
        if one(node, RDF.predicate) == predicate and one(node, PG.basis) == PG.Stated
    }


def wordings(said, kind):
    """Return element to wording, of one kind; all wordings of an element say the same here."""
    found = {}
    for node in said.values():
        if one(node, RDF.type) == PG.Wording and one(node, PG.ofKind) == kind:
            element = one(node, PG.ofElement).removeprefix(BASE)
            earlier = found.setdefault(element, node)
            assert one(earlier, PG.text) == one(node, PG.text)
    return found


def named(said, kind):
    """Return element to name, without regard to widths and spaces."""
    return {
        element: match_name(one(node, PG.text)) for element, node in wordings(said, kind).items()
    }


def joined(said, relation, kind):
    """Return (measure, name of what it is joined to) of a relation."""
    names = named(said, kind)
    return {(measure, names[obj]) for measure, obj in pairs(said, relation)}


def test_every_typed_field_is_compared_or_left_out_on_purpose():
    fields = {(row["kind"], row["field"].partition(":")[0]) for row in typed()}
    compared = {
        "plan": {"name", "period", "target_year"},
        "direction": {"name", "number"},
        "policy": {"number", "number_printed", "name", "direction"},
        "measure": {"number", "name", "policy", "sdg", "department"},
        "action": {"number", "name", "measure", "order", "department"},
        "department": {"unit_of"},
        "indicator": {
            *("name", "name_printed", "measure", "order", "unit", "accumulation"),
            *("baseline_printed", "baseline", "baseline_as_of", "baseline_from", "baseline_to"),
            *("target_printed", "target", "target_note", "target_from", "target_to"),
        },
        "viewpoint": {"viewpoint"},
        "related_plan": {"related_plan", "none"},
        "principle": {"principle", "principle_marked"},
        "chart": {"title", "measure", "unit", "source", "year", "value"},
    }
    assert fields == {(kind, one) for kind, every in compared.items() for one in every} | LEFT_OUT
    assert len(typed()) == 450


# --- Plan, direction, policies, measures --------------------------------------------------------


def test_the_plan_ends_in_the_year_of_its_targets_and_prints_neither_name_nor_period(said, graph):
    assert values("plan", "target_year") == {"plan/bp3": "2026"}
    assert one(graph[f"{BASE}plan/bp3"], PG.endYear) == "2026"
    assert values("plan", "name") == values("plan", "period") == {"plan/bp3": ""}
    assert wordings(said, PG.Plan) == {}


def test_the_direction_has_its_name_and_no_number(said):
    [direction] = wordings(said, PG.BasicDirection).values()
    name = one(direction, PG.text)
    assert values("direction", "name") == {name: name}
    assert values("direction", "number") == {name: ""}
    assert SKOS.notation not in direction
    assert pairs(said, PG.partOf) >= {("direction/bp3-realisation", "plan/bp3")}


def policies(said):
    """Return the key of each policy in the typed file to its key in the graph; joined by name."""
    keys = {name: element for element, name in named(said, PG.BasicPolicy).items()}
    return {key: keys[match_name(name)] for key, name in values("policy", "name").items()}


def test_the_policies_have_number_name_and_direction(said):
    keys, texts = policies(said), wordings(said, PG.BasicPolicy)
    assert len(keys) == len(texts) == 5
    directions = named(said, PG.BasicDirection)
    above = dict(pairs(said, PG.partOf))
    for field, predicate in (("number", SKOS.notation), ("number_printed", PG.printedNotation)):
        for key, number in values("policy", field).items():
            assert one(texts[keys[key]], predicate) == number
    for key, direction in values("policy", "direction").items():
        assert directions[above[keys[key]]] == match_name(direction)


def test_the_measures_have_number_name_and_policy_and_neither_sdg_nor_department(said):
    texts, above, keys = wordings(said, PG.Measure), dict(pairs(said, PG.partOf)), policies(said)
    assert {key: one(node, PG.text) for key, node in texts.items()} == values("measure", "name")
    assert {key: one(node, SKOS.notation) for key, node in texts.items()} == values(
        "measure", "number"
    )
    assert {key: above[key] for key in texts} == {
        key: keys[policy] for key, policy in values("measure", "policy").items()
    }
    assert set(values("measure", "sdg").values()) == {""}
    assert pairs(said, PG.contributesTo) == set()
    assert set(values("measure", "department").values()) == {""}
    assert all(key.startswith("action/") for key, _ in pairs(said, PG.responsible))


# --- Main actions -------------------------------------------------------------------------------


def test_the_main_actions_have_number_name_and_measure(said):
    texts, above = wordings(said, PG.Action), dict(pairs(said, PG.partOf))
    assert {key: one(node, PG.text) for key, node in texts.items()} == values("action", "name")
    assert {key: one(node, SKOS.notation) for key, node in texts.items()} == values(
        "action", "number"
    )
    assert {key: above[key] for key in texts} == values("action", "measure")


def in_order(elements, above):
    """Return parent to its elements in the order of print; *elements* tells key and place."""
    found = defaultdict(list)
    for key in sorted(elements, key=lambda each: int(elements[each])):
        found[above[key]].append(key)
    return found


def test_the_main_actions_stand_in_the_order_of_print_which_is_not_that_of_their_numbers(said):
    places = {key: one(node, PG.order) for key, node in wordings(said, PG.Action).items()}
    found = in_order(places, dict(pairs(said, PG.partOf)))
    assert found == in_order(values("action", "order"), values("action", "measure"))
    assert found["measure/bp3-44"] == [f"action/bp3-44-{number}" for number in (1, 3, 2)]


def test_the_departments_of_an_action_are_those_printed_in_their_order(said):
    printed = defaultdict(dict)
    for row in typed("action", "department"):
        printed[row["key"]][row["field"].partition(":")[2]] = row["value"]
    names, found = named(said, PG.Department), defaultdict(dict)
    for node in said.values():
        if one(node, RDF.predicate) == PG.responsible:
            action = one(node, RDF.subject).removeprefix(BASE)
            section = names[one(node, RDF.object).removeprefix(BASE)]
            found[action][one(node, PG.order) or "1"] = section
    assert found == printed
    assert sum(len(each) for each in found.values()) == 29


def test_the_document_names_no_department_above_a_section(said):
    every = values("department", "unit_of")
    assert {match_name(name) for name in every} == set(named(said, PG.Department).values())
    assert set(every.values()) == {""}
    assert pairs(said, PG.unitOf) == set()


# --- Indicators ---------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def indicators(said):
    """Return the name of each indicator, as typed, to its IRI without the beginning."""
    keys = {name: element for element, name in named(said, PG.Indicator).items()}
    return {key: keys[match_name(key)] for key in values("indicator", "name")}


def test_the_indicators_have_name_measure_and_order(said, indicators):
    assert len(indicators) == len(wordings(said, PG.Indicator)) == 11
    above = {indicator: measure for measure, indicator in pairs(said, PG.hasIndicator)}
    measures = values("indicator", "measure")
    assert {key: above[iri] for key, iri in indicators.items()} == measures
    names = {key: match_name(name) for key, name in values("indicator", "name").items()}
    assert {key: named(said, PG.Indicator)[iri] for key, iri in indicators.items()} == names
    texts = wordings(said, PG.Indicator)
    places = {key: one(texts[iri], PG.order) for key, iri in indicators.items()}
    assert in_order(places, measures) == in_order(values("indicator", "order"), measures)


def test_the_indicators_add_up_as_printed(said, indicators):
    texts = wordings(said, PG.Indicator)
    printed = values("indicator", "name_printed")
    for key, how in values("indicator", "accumulation").items():
        assert one(texts[indicators[key]], PG.accumulation) == PG.NS + how
        assert printed[key].endswith("（累計）") == (how == "Cumulative")
        assert match_name(printed[key].removesuffix("（累計）")) == match_name(key)


@pytest.fixture(scope="module")
def cells(said):
    """Return (indicator, kind) to the printed value; each has one."""
    found = {}
    for node in said.values():
        element = one(node, PG.ofIndicator).removeprefix(BASE)
        if element.startswith("indicator/"):
            key = (element, one(node, PG.kind).removeprefix(PG.NS).lower())
            assert key not in found
            found[key] = node
    assert len(found) == 22
    return found


@pytest.mark.parametrize("kind", ["baseline", "target"])
def test_the_values_of_indicators_are_as_printed_with_number_unit_and_year(
    kind, cells, indicators, graph
):
    prints, units = values("indicator", f"{kind}_printed"), values("indicator", "unit")
    for row in typed("indicator", kind):
        node = cells[indicators[row["key"]], kind]
        assert match_name(one(node, PG.asPrinted)) == match_name(prints[row["key"]])
        assert Decimal(one(node, PG.value)) == Decimal(row["value"])
        assert one(node, PG.year) == row["year"]
        assert one(graph[one(node, PG.unit)], PG.name) == units[row["key"]] == row["unit"]


def test_a_value_of_a_day_tells_the_day_and_no_other_does(cells, indicators):
    days = values("indicator", "baseline_as_of")
    for key, iri in indicators.items():
        assert one(cells[iri, "baseline"], PG.asOf) == days.get(key, "")
        assert one(cells[iri, "target"], PG.asOf) == ""


def test_a_span_of_years_is_dated_by_its_last_and_kept_in_the_note(cells, indicators):
    spans = [row for kind in ("baseline", "target") for row in typed("indicator", f"{kind}_to")]
    spans += [row for kind in ("baseline", "target") for row in typed("indicator", f"{kind}_from")]
    assert len(spans) == 4
    for row in spans:
        kind, _, end = row["field"].partition("_")
        node = cells[indicators[row["key"]], kind]
        # The typist's note holds the print of this end: 平成27, 令和４年度, 令和５, ８年度.
        assert match_name(row["note"]) in match_name(one(node, PG.note))
        assert (one(node, PG.year) == row["value"]) == (end == "to")


def test_a_target_that_is_a_limit_says_so(cells, indicators):
    limits = values("indicator", "target_note")
    assert limits == {"経常収支比率": "以内"}
    for key, iri in indicators.items():
        if key in limits:
            assert one(cells[iri, "target"], PG.note) == limits[key]


# --- What is printed beside a measure -----------------------------------------------------------


def test_every_measure_has_the_view_points_printed_with_it(said):
    printed = {(row["key"], row["value"] + "の視点") for row in typed("viewpoint")}
    assert joined(said, PG.fromViewPoint, PG.ViewPoint) == printed
    assert len(printed) == 16


def test_every_measure_has_the_related_plans_printed_with_it_or_none(said):
    printed = {
        (row["key"], match_name(row["value"])) for row in typed("related_plan", "related_plan")
    }
    found = joined(said, PG.refersTo, PG.RelatedPlan)
    assert found == printed
    without = {row["key"] for row in typed("related_plan", "none")}
    assert not without & {measure for measure, _ in found}
    assert without | {measure for measure, _ in found} == set(values("measure", "name"))


def test_every_measure_has_the_principles_printed_with_it_and_none_is_said_to_be_marked(said):
    printed = {(row["key"], row["value"]) for row in typed("principle", "principle")}
    assert joined(said, PG.underPrinciple, PG.Principle) == printed
    assert len(printed) == 24
    assert set(values("principle", "principle_marked").values()) == {""}
    for node in said.values():
        if one(node, RDF.predicate) == PG.underPrinciple:
            assert any("色などで" in note.value for note in node[PG.note])


# --- Charts -------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def charts(said):
    """Return the title of each chart, as typed, to its IRI without the beginning."""
    keys = {name: element for element, name in named(said, PG.Statistic).items()}
    return {key: keys[match_name(title)] for key, title in values("chart", "title").items()}


def test_the_charts_have_title_measure_and_source(said, charts):
    texts = wordings(said, PG.Statistic)
    assert len(charts) == len(texts) == 8
    above = {chart: measure for measure, chart in pairs(said, PG.hasStatistic)}
    assert {key: above[iri] for key, iri in charts.items()} == values("chart", "measure")
    assert {
        key: match_name(one(texts[iri], PG.note)).removeprefix(match_name("出所："))
        for key, iri in charts.items()
    } == {key: match_name(source) for key, source in values("chart", "source").items()}


def test_the_charts_have_the_values_that_the_text_has_kept(said, charts, graph):
    found = defaultdict(set)
    for node in said.values():
        element = one(node, PG.ofIndicator).removeprefix(BASE)
        if element.startswith("statistic/"):
            unit = one(graph[one(node, PG.unit)], PG.name)
            cell = (Decimal(one(node, PG.value)), unit, one(node, PG.year))
            found[element].add((match_name(one(node, PG.note)), *cell))
            assert one(node, PG.kind) == PG.Actual
    printed, years = defaultdict(set), defaultdict(list)
    for row in typed("chart", "year"):
        years[row["key"]].append(row["value"])
    for row in typed("chart", "value"):
        label = row["field"].partition(":")[2]
        if row["value"]:
            # A value that is only counted (value:1) stands on a line chart, under its years.
            note = "H29H30R1R2R3" if label.isdigit() else match_name(label)
            cell = (Decimal(row["value"]), row["unit"], row["year"])
            printed[charts[row["key"]]].add((note, *cell))
    assert found == printed
    assert {key: len(each) for key, each in found.items()} == {
        "statistic/bp3-41": 5,
        "statistic/bp3-45": 6,
    }
    assert years == {"市公式HPトップページのアクセス数": ["2017", "2018", "2019", "2020", "2021"]}


def test_the_years_of_the_line_chart_are_tied_to_none_of_its_values(said):
    values_of_41 = [
        node
        for node in said.values()
        if one(node, PG.ofIndicator) == f"{BASE}statistic/bp3-41" and PG.value in node
    ]
    assert len(values_of_41) == 5
    assert not any(PG.year in node or PG.yearKind in node for node in values_of_41)


# --- Places -------------------------------------------------------------------------------------


def test_every_statement_names_the_document_and_a_place_in_it(said):
    places = {f"measure:{number}" for number in values("measure", "number").values()}
    places |= {f"action:{number}" for number in values("action", "number").values()}
    found = set()
    for node in said.values():
        assert one(node, DCTERMS.source) == f"{BASE}document/basic-plan-2023"
        found |= {place.value for place in node[PG.locator]}
    assert found == places
