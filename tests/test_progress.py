"""What the sheets of a year say, how their figures compare, and how statuses are counted.

Values, statuses and totals are typed from the sheets of R6; ratios were worked out by hand.
"""

import csv
import shutil
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from plan_graph.errors import PlanGraphError
from plan_graph.graph import load_store, view
from plan_graph.lookup import elements, find_element
from plan_graph.measured import Measured, Value
from plan_graph.progress import progress
from plan_graph.reported import ratio
from plan_graph.resources import GRAPH
from plan_graph.vocab import BASIS_NAMES, PG

DATA = Path(__file__).parent / "data"
MARKS = {PG.Achieved: "○", PG.NotAchieved: "×", PG.NotScored: "-"}
CITY = load_store(GRAPH)
STORE = view(CITY)
KNOWN = elements(STORE)


def asked(**options):
    return progress(STORE, KNOWN, **options)


FOUND = asked()
OFFICE = asked(office=True)


def typed(name):
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def printed(value):
    return value.printed if value else ""


def sheet(row):
    [(_, [locator])] = row.sheet.sources
    return locator.removeprefix("sheet:")


ROWS = {sheet(row): row for row in FOUND.rows if row.kind == PG.Action}
GOALS = {KNOWN[row.element].notation: row for row in FOUND.rows if row.kind == PG.ProjectGoal}


def group(by, name, found=OFFICE):
    [rollup] = [each for each in found.rollups if each.by == by]
    iri = find_element(KNOWN, name).iri
    return next(each for each in rollup.groups if each.element == iri)


def marks(counts):
    return "".join(MARKS[status] * counts[status] for status in MARKS)


# --- The sheets as printed ----------------------------------------------------------------------


def test_every_sheet_of_an_action_says_what_is_printed_on_it():
    def told(row):
        baseline, target, actual, later = (
            printed(each) for each in (row.baseline, row.target, row.actual, row.next_target)
        )
        return (MARKS[row.status], baseline, target, actual, later)

    expected = {}
    for row in typed("sheets.csv"):
        cells = [row[name] for name in ("baseline", "target", "actual", "next_target")]
        # Without an indicator the sheet has dashes in place of values.
        bare = row["indicator"] in {"", "指標なし"}
        expected[row["number"]] = (row["status"], *([""] * 4 if bare else cells))
    assert {number: told(row) for number, row in ROWS.items()} == expected


def test_every_goal_says_what_is_printed_of_it():
    expected = {
        f"{row['project_number']}-{row['goal_number']}": (
            row["status"],
            row["target_002"],
            row["actual_002"],
        )
        for row in typed("goals.csv")
    }
    assert {
        number: (MARKS[row.status], printed(row.target), printed(row.actual))
        for number, row in GOALS.items()
    } == expected


def test_rows_stand_in_the_order_of_print():
    numbers = [
        sheet(row) if row.kind == PG.Action else f"g{KNOWN[row.element].notation}"
        for row in FOUND.rows
    ]
    first, second, third = (numbers.index(goal) for goal in ("g1-1", "g2-1", "g3-1"))
    assert numbers[first : first + 7] == ["g1-1", "g1-2", "1", "2", "3", "4", "5-1"]
    assert numbers[second - 1 : second + 3] == ["11", "g2-1", "g2-2", "12"]
    assert numbers[third - 1 : third + 2] == ["22", "g3-1", "23"]
    assert numbers[-1] == "36"
    assert len(numbers) == 42 + 5


@pytest.mark.parametrize(
    ("number", "baseline", "target", "actual", "later"),
    [
        ("1", 2023, 2024, 2024, 2025),
        # In the column of R6 stand values of R5.
        ("9-1", 2022, 2023, 2023, 2024),
        ("9-2", 2022, 2023, 2023, 2024),
        ("11", 2022, 2024, 2024, 2025),
        ("21-2", 2022, 2024, 2024, 2025),
    ],
)
def test_each_value_has_its_own_year(number, baseline, target, actual, later):
    row = ROWS[number]
    found = (row.baseline, row.target, row.actual, row.next_target)
    assert [value.year for value in found] == [baseline, target, actual, later]
    kind = PG.CalendarYear if number == "21-2" else PG.FiscalYear
    assert {value.year_kind for value in found} == {kind}


def test_numbers_are_told_in_the_unit_of_the_indicator():
    assert ROWS["5-1"].actual.number == Decimal(401689000)
    assert ROWS["5-2"].target.number == Decimal(80000000)
    assert ROWS["36"].baseline.as_of == "2024-02-29"
    assert GOALS["2-1"].next_target.number == Decimal("2393.35")
    assert GOALS["2-1"].next_target.year == 2027


def test_what_was_not_scored_and_what_has_no_sheet():
    assert [n for n, row in ROWS.items() if row.status == PG.NotScored] == ["6", "25", "35"]
    assert [KNOWN[iri].notation for iri in FOUND.missing] == ["37"]


def test_odd_figures_are_told():
    assert ROWS["12"].odd == "factor"
    assert ROWS["4"].odd == "cumulative-fall"
    assert GOALS["2-1"].odd == "cumulative-fall"
    assert ROWS["1"].odd == ROWS["25"].odd == ""


def test_indicators_without_a_sheet_stand_apart():
    found = [(KNOWN[row.element].notation, printed(row.next_target)) for row in FOUND.others]
    assert found[:3] == [("41", "60テーマ"), ("42", "0.35％"), ("43", "2,000人")]
    assert len(found) == 11
    assert all(row.sheet is None and row.status == "" for row in FOUND.others)


# --- How the figures compare --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "percent"),
    [
        ("1", "86.8"),  # 71.2 / 82.0
        ("3", "93.3"),  # 28,000 / 30,000, though the target is the baseline: it is per year
        ("5-1", "83.7"),  # 401,689 / 480,000, and the city says ×
        ("5-2", "130.0"),  # 10,397 / 8,000 = 1.2996
        ("12", "3.5"),  # 25.99 / 741
        ("18", "0.0"),  # 0 / 1
        ("21-2", "105.9"),  # 1,737 / 1,640
        ("33", "99.5"),  # 39,320 / 39,524
        ("34", "100.0"),  # 36 / 36
    ],
)
def test_actual_by_target(number, percent):
    found = ROWS[number].ratio
    assert (found.percent, found.reason, found.inverse) == (Decimal(percent), "", False)


@pytest.mark.parametrize(
    ("number", "percent"),
    [("9-1", "108.3"), ("15-1", "96.4")],  # 14,895 / 13,759 and 1,020 / 1,058
)
def test_target_by_actual_where_less_is_better(number, percent):
    found = ROWS[number].ratio
    assert (found.percent, found.reason, found.inverse) == (Decimal(percent), "", True)


def test_what_would_mislead_is_not_computed():
    reasons = {n: row.ratio.reason for n, row in (ROWS | GOALS).items() if row.ratio.reason}
    assert reasons == {
        "4": "not-better",  # 【累計】 29 → target 29
        "6": "no-values",
        "25": "no-indicator",
        "35": "no-indicator",
        "2-1": "not-better",  # CO₂【累計】 1,185 → target 772.22
    }
    assert all((ROWS | GOALS)[n].ratio.percent is None for n in reasons)


def value(kind, number, year=2024, year_kind=PG.FiscalYear):
    amount = None if number is None else Decimal(number)
    return Value(kind, year, year_kind, "", amount, "", str(number), "", ())


def compared(target, actual, baseline=10, *, better=PG.Higher, accumulation=PG.Cumulative):
    before = value(PG.Baseline, baseline, 2023)
    values = tuple(each for each in (before, target, actual) if each)
    indicator = Measured("i", "", accumulation, better, (), values, (), ())
    found = ratio(indicator, target, actual)
    return (None if found.percent is None else str(found.percent), found.reason)


def target(number, *more):
    return value(PG.Target, number, *more)


def actual(number, *more):
    return value(PG.Actual, number, *more)


@pytest.mark.parametrize(
    ("pair", "options", "expected"),
    [
        ((target(20), actual(15)), {}, ("75.0", "")),
        ((None, actual(15)), {}, (None, "no-target")),
        ((target(None), actual(15)), {}, (None, "no-target")),
        ((target(20), None), {}, (None, "no-actual")),
        ((target(20), actual(None)), {}, (None, "no-actual")),
        ((None, None), {}, (None, "no-values")),
        ((target(20), actual(15, 2023)), {}, (None, "year")),
        ((target(20), actual(15, 2024, PG.CalendarYear)), {}, (None, "year")),
        ((target(20, 0, ""), actual(15, 0, "")), {}, (None, "year")),
        ((target(20), actual(15)), {"better": ""}, (None, "direction")),
        ((target(10), actual(15)), {}, (None, "not-better")),
        ((target(9), actual(15)), {}, (None, "not-better")),
        ((target(9), actual(15)), {"accumulation": PG.PerYear}, ("166.7", "")),
        ((target(9), actual(12)), {"better": PG.Lower}, ("75.0", "")),
        ((target(10), actual(8)), {"better": PG.Lower}, (None, "not-better")),
        ((target(0), actual(3)), {"accumulation": PG.PerYear}, (None, "zero")),
        ((target(3), actual(0)), {"better": PG.Lower}, (None, "zero")),
        ((target(20), actual(0)), {}, ("0.0", "")),
    ],
)
def test_a_ratio_or_why_there_is_none(pair, options, expected):
    assert compared(*pair, **options) == expected


# --- Counts -------------------------------------------------------------------------------------


def test_statuses_are_counted_sheet_by_sheet():
    assert FOUND.counts(PG.Action) == {PG.Achieved: 13, PG.NotAchieved: 26, PG.NotScored: 3}
    assert FOUND.counts(PG.ProjectGoal) == {PG.Achieved: 1, PG.NotAchieved: 4}


def test_the_printed_totals_agree():
    kinds = {"goal": PG.ProjectGoal, "action": PG.Action}
    expected = [
        (row["project_number"], kinds[row["kind"]], *map(int, list(row.values())[2:]))
        for row in typed("totals.csv")
    ]
    assert [(KNOWN[t.element].notation, t.kind, *t.printed) for t in FOUND.totals] == expected
    assert [(KNOWN[t.element].notation, t.kind, *t.counted) for t in FOUND.totals] == expected


def test_a_printed_total_that_does_not_agree_is_seen():
    store = view(CITY)
    [total] = [
        quad
        for quad in store.quads_for_pattern(None, NamedNode(PG.scoredCount), None)
        if quad.object.value == "14"
    ]
    store.remove(total)
    store.add(Quad(total.subject, total.predicate, Literal(15)))
    found = progress(store, elements(store))
    wrong = [t for t in found.totals if t.printed != t.counted]
    assert [(t.printed, t.counted) for t in wrong] == [((11, 15, 2), (11, 14, 2))]


@pytest.mark.parametrize(
    ("by", "name", "members", "expected"),
    [
        ("project", "プロジェクト1", 11, "○○○○○×××××××-"),
        ("project", "プロジェクト2", 11, "○○××××××××××××"),
        ("project", "プロジェクト3", 15, "○○○○○○×××××××--"),
        ("goal", "プロジェクト目標1-2", 5, "○○○○××"),
        ("measure", "施策1-2", 2, "○×-"),
        ("measure", "施策1-3", 3, "○○○○"),
        ("measure", "施策3-4", 4, "○○×-"),
        # Actions 9 (two sheets) and 19 (two sheets); the theme of a measure is not passed on.
        ("theme", "里山の再生", 2, "○○××"),
        ("theme", "食・有機農業", 7, "○○×××××"),
        ("vision", "ビジョン⑥", 0, ""),
        ("department", "教育部学校給食課", 2, "××"),
        ("department", "企画部シティプロモーション課", 1, "○"),
        ("department", "経済部産業振興課", 2, "○××"),
    ],
)
def test_statuses_by(by, name, members, expected):
    found = group(by, name)
    assert len(found.of_kind(PG.Action)) == members
    assert marks(found.counts(PG.Action)) == expected


def test_goals_are_counted_apart():
    assert marks(group("project", "プロジェクト1").counts(PG.ProjectGoal)) == "○×"
    assert marks(group("goal", "プロジェクト目標1-1").counts(PG.ProjectGoal)) == "×"


def test_an_action_counts_once_however_many_ways_lead_there():
    for rollup in OFFICE.rollups:
        for each in rollup.groups:
            elements_here = [member.element for member in each.members]
            assert len(elements_here) == len(set(elements_here))
    # Action 9 is in two themes, and counts in both; 36 has two departments.
    assert group("theme", "資源循環の促進").counts(PG.Action)[PG.Achieved] == 2
    assert marks(group("department", "総務部危機管理課").counts(PG.Action)).count("○") == 6


def test_a_count_says_what_it_rests_on():
    first = group("vision", "ビジョン⑦")
    # Actions 12, 13, 14 and 15 by the name of their measure, two more by an estimate.
    matched = first.of_kind(PG.Action, [PG.Matched])
    assert [KNOWN[each.element].notation for each in matched] == ["12", "13", "14", "15"]
    assert all(each.through_measure for each in matched)
    assert marks(first.counts(PG.Action, [PG.Matched])) == "○××××"
    assert len(first.of_kind(PG.Action, [PG.Estimated])) == 2
    stated = view(CITY, BASIS_NAMES["stated"])
    found = progress(stated, elements(stated))
    [visions] = [rollup for rollup in found.rollups if rollup.by == "vision"]
    assert len(visions.groups) == 7
    assert not any(each.members for each in visions.groups)
    assert len(visions.outside) == 36


def test_what_is_counted_nowhere_is_told():
    [themes] = [rollup for rollup in FOUND.rollups if rollup.by == "theme"]
    assert [KNOWN[iri].notation for iri in themes.outside][:4] == ["5", "11", "13", "16"]
    [projects] = [rollup for rollup in FOUND.rollups if rollup.by == "project"]
    assert projects.outside == ()


# --- Who may see it, and what it is limited to --------------------------------------------------


def test_the_public_sees_no_statuses_by_department():
    assert "department" not in {rollup.by for rollup in FOUND.rollups}
    assert "department" in {rollup.by for rollup in OFFICE.rollups}
    department = find_element(KNOWN, "総務部危機管理課")
    with pytest.raises(PlanGraphError, match="office") as refused:
        asked(element=department)
    assert "庁内" in refused.value.text("ja")
    found = asked(element=department, office=True)
    assert Counter(MARKS[row.status] for row in found.rows) == {"○": 6, "×": 5, "-": 2}


@pytest.mark.parametrize(
    ("name", "sheets"),
    [
        ("取組24", ["24-1", "24-2"]),
        ("取組37", []),
        ("施策1-2", ["5-1", "5-2", "6"]),
        ("リサイクル率", ["15-2"]),
        ("プロジェクト目標1-2", ["1-2", "7", "8", "9-1", "9-2", "10", "11"]),
        ("テーマ（部会）5", ["20", "21-1", "21-2"]),
        ("施策41", []),
    ],
)
def test_it_can_be_limited_to_what_belongs_to_an_element(name, sheets):
    found = asked(element=find_element(KNOWN, name))
    there = [
        sheet(row) if row.kind == PG.Action else KNOWN[row.element].notation for row in found.rows
    ]
    assert there == sheets


def test_what_has_no_sheet_keeps_its_indicators_or_is_missing():
    assert [KNOWN[i].notation for i in asked(element=find_element(KNOWN, "取組37")).missing] == [
        "37"
    ]
    found = asked(element=find_element(KNOWN, "施策41"))
    assert [printed(row.next_target) for row in found.others] == ["60テーマ"]
    assert found.missing == ()


def test_totals_belong_to_their_project():
    found = asked(element=find_element(KNOWN, "プロジェクト2"))
    assert [each.printed for each in found.totals] == [(2, 2, 0), (11, 14, 2)]
    assert asked(element=find_element(KNOWN, "取組24")).totals == ()


def test_departments_stand_in_the_order_of_print():
    action = find_element(KNOWN, "取組36").iri
    names = [KNOWN[each].name for each in FOUND.departments[action]]
    assert names == ["総務部危機管理課", "企画部シティプロモーション課"]


# --- Other graphs -------------------------------------------------------------------------------


def test_a_year_without_sheets_is_an_error_that_names_the_years():
    with pytest.raises(PlanGraphError, match="2024") as refused:
        asked(year=2023)
    assert "2023" in refused.value.text("ja")
    assert asked(year=2024) == FOUND


def test_an_empty_graph_has_nothing_to_tell():
    found = progress(Store(), {})
    assert (found.year, found.years, found.rows, found.rollups) == (0, (), (), ())
    with pytest.raises(PlanGraphError, match="none"):
        progress(Store(), {}, year=2024)


def test_a_plan_without_sheets_has_its_indicators_only(run, tmp_path):
    folder = Path(shutil.copytree(DATA / "town", tmp_path / "data"))
    for command in (
        ["import", "action-plan", folder / "sources" / "plan.txt"],
        ["build"],
    ):
        done = run(*command, "--data", folder)
        assert done.exit_code == 0, done.output
    store = view(load_store(folder / "mandala.ttl"))
    found = progress(store, elements(store))
    assert (found.year, found.rows, found.totals) == (0, (), ())
    assert [printed(row.next_target) for row in found.others]


def test_a_sheet_keeps_what_it_prints_when_the_next_year_prints_otherwise(town, run):
    with (town / "city.toml").open("a", encoding="utf-8") as file:
        file.write(
            '[[documents]]\nkey = "sheets-2031"\nkind = "progress-sheets"\nseries = "sheets"\n'
            'plan = "tp2"\nfiscal_year = 2031\ntitle = "進行管理表（令和13年度）"\n'
            'title_en = "Progress sheets (FY2031)"\n'
        )
    source = town / "sources" / "sheets-2031.txt"
    for command in (["import", "progress-sheets", source, "--fiscal-year", 2031], ["build"]):
        done = run(*command, "--data", town)
        assert done.exit_code == 0, done.output
    store = view(load_store(town / "mandala.ttl"))
    known = elements(store)
    newest, before = progress(store, known), progress(store, known, year=2030)
    assert (newest.year, newest.years, len(newest.rows)) == (2031, (2030, 2031), 1)
    [row] = newest.rows
    told = [printed(each) for each in (row.target, row.actual, row.next_target)]
    assert told == ["1,420人", "1,395人（R14年1月末）", "1,500人"]
    assert len(newest.missing) == 9
    [first] = [row for row in before.rows if row.kind == PG.Action and sheet(row) == "1"]
    told = [printed(each) for each in (first.target, first.actual, first.next_target)]
    # The sheet of 2031 prints 1,420人 as the target of its year.
    assert told == ["１，２００人", "1,310人", "1,400人"]


def test_another_city_is_read_as_well(built_town):
    store = view(load_store(built_town / "mandala.ttl"))
    known = elements(store)
    found = progress(store, known)
    assert (found.year, found.years) == (2030, (2030,))
    rows = {sheet(row): row for row in found.rows if row.kind == PG.Action}
    assert {number: MARKS[row.status] for number, row in rows.items()} == {
        "1": "○",
        "2-1": "×",
        "2-2": "○",
        "3-1": "×",
        "3-2": "○",
        "4": "×",
        "5": "-",
        "6": "-",
    }
    assert str(rows["3-1"].ratio.percent) == "98.4"  # 950 / 965: less is better
    assert rows["3-1"].ratio.inverse
    assert rows["3-1"].actual.year == 2029
    [goal] = [row for row in found.rows if row.odd == "cumulative-fall"]
    assert printed(goal.actual) == "9.75t-CO2"
    assert all(total.printed == total.counted for total in found.totals)
