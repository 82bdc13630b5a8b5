"""Does a test notice? Plant one fault at a time in a copy of the checkout; its test must turn red.

`make mutants` runs every fault of the table below, or ``python tests/mutants.py WORD`` those that
tell of WORD. A fault is one exact replacement of text, so that a table that no longer fits the
sources fails loudly, here and in the doctest that every run of the tests includes:

>>> [stale for mutant in MUTANTS if (stale := mutant.stale(ROOT))]
[]
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
COPIED = ("src", "ontology", "queries", "data", "tests", "pyproject.toml", "README.md")
AT_ONCE = 2
#: A plugin in the copy, by which pytest refuses to test anything but the copied source.
GUARD = """
from pathlib import Path
import plan_graph
import pytest

def pytest_configure(config):
    if not Path(plan_graph.__file__).is_relative_to(Path(__file__).parent):
        raise pytest.UsageError(f"{plan_graph.__file__} is not the copied source")
"""


@dataclass(frozen=True)
class Mutant:
    """One fault: what goes wrong, the text to replace in a file, and the test that must notice."""

    fault: str
    path: str
    old: str
    new: str
    test: str
    #: how often the text must occur; every occurrence is replaced
    times: int = 1
    #: whether the graph is built again before the test, as a person would who made the change
    rebuild: bool = False

    def stale(self, root):
        """Return why this fault cannot be planted under *root*, or an empty string."""
        found = (root / self.path).read_text(encoding="utf-8").count(self.old)
        if found == self.times and self.old != self.new:
            return ""
        return f"{self.fault}: the text occurs {found} times in {self.path}, not {self.times}"

    def plant(self, root):
        path = root / self.path
        text = path.read_text(encoding="utf-8").replace(self.old, self.new)
        path.write_text(text, encoding="utf-8", newline="\n")


MUTANTS = (
    # Importers
    Mutant(
        "○ and × are read the wrong way round",
        "src/plan_graph/importers/progress_sheets.py",
        (
            '    "○": PG.Achieved,\n'
            '    "〇": PG.Achieved,\n'
            '    "◯": PG.Achieved,\n'
            '    "×": PG.NotAchieved,\n'
        ),
        (
            '    "○": PG.NotAchieved,\n'
            '    "〇": PG.NotAchieved,\n'
            '    "◯": PG.NotAchieved,\n'
            '    "×": PG.Achieved,\n'
        ),
        "tests/test_town.py::test_statuses_are_as_printed_and_name_what_they_compare",
    ),
    Mutant(
        "of several departments only the first is read",
        "src/plan_graph/importers/source.py",
        "else [known[name] for name in names]",
        "else [known[name] for name in names[:1]]",
        ("tests/test_importers.py::test_departments_are_cut_at_known_names_in_the_order_of_print"),
    ),
    Mutant(
        "the order of two departments is lost",
        "src/plan_graph/importers/progress_sheets.py",
        "position = order if len(entries) > 1 else None",
        "position = None",
        "tests/test_town.py::test_departments_come_in_the_order_of_print",
    ),
    Mutant(
        "the head of the column beats the year in the cell (R5 in a column of R6)",
        "src/plan_graph/importers/source.py",
        "year = said.year or year",
        "year = year or said.year",
        "tests/test_importers.py::test_the_year_in_the_cell_beats_the_head_of_the_column",
    ),
    Mutant(
        "counted from January to December, yet read as a fiscal year (sheet 21-2)",
        "src/plan_graph/importers/progress_sheets.py",
        '_CALENDAR = re.compile(r"1月[~〜-]12月")',
        '_CALENDAR = re.compile(r"1月から12月")',
        "tests/test_town.py::test_observations_have_value_year_and_what_else_the_cell_says",
    ),
    Mutant(
        "next year's target is compared instead of this year's",
        "src/plan_graph/importers/progress_sheets.py",
        "compared.setdefault(value.kind, observation_iri(indicator, value.kind, value.year))",
        "compared[value.kind] = observation_iri(indicator, value.kind, value.year)",
        "tests/test_town.py::test_statuses_are_as_printed_and_name_what_they_compare",
    ),
    Mutant(
        "an outcome serves only the first of its visions",
        "src/plan_graph/importers/mandala_slides.py",
        "for number in filter(None, map(circled_number, numbers)):",
        "for number in [*filter(None, map(circled_number, numbers))][:1]:",
        "tests/test_town.py::test_outcomes_serve_the_visions_whose_numbers_stand_behind_them",
    ),
    Mutant(
        "tags that may belong to the next box are stated nevertheless",
        "src/plan_graph/importers/mandala_slides.py",
        "if not leading.strip() or len(tags) != len(set(tags)):",
        "if not leading.strip() and not tags:",
        "tests/test_town.py::test_boxes_whose_tags_run_together_are_left_to_a_person",
    ),
    Mutant(
        "narrative cells are read without being asked for",
        "src/plan_graph/importers/progress_sheets.py",
        "if source.with_text and label in block.rows",
        "if label in block.rows",
        (
            "tests/test_town.py::t"
            "est_narrative_cells_are_read_only_when_asked_and_only_into_their_file"
        ),
    ),
    Mutant(
        "the printed circled number becomes a digit",
        "src/plan_graph/importers/mandala_slides.py",
        "            printed_notation=text[0],\n",
        "            printed_notation=str(number),\n",
        "tests/test_town.py::test_numbers_are_kept_as_printed_beside_plain_digits",
    ),
    Mutant(
        "import writes although the document has faults",
        "src/plan_graph/importers/__init__.py",
        "    if reading.faults:\n",
        "    if reading.faults and not reading.records:\n",
        (
            "tests/test_bad_input."
            "py::test_all_faults_of_a_document_are_told_at_once_and_nothing_is_written"
        ),
    ),
    Mutant(
        "a document in Shift_JIS is read all the same",
        "src/plan_graph/importers/__init__.py",
        'text = content.decode("utf-8-sig")',
        'text = content.decode("utf-8-sig", errors="replace")',
        "tests/test_bad_input.py::test_a_file_that_is_no_text_says_what_it_is",
    ),
    # Japanese print
    Mutant(
        "look-alike radicals stay in names",
        "src/plan_graph/japanese.py",
        "return text.translate(_RADICALS)",
        "return text",
        "tests/test_importers.py::test_look_alike_radicals_are_mapped_and_nothing_else",
    ),
    Mutant(
        "NFKC is applied to the print (② to 2)",
        "src/plan_graph/japanese.py",
        "return text.translate(_RADICALS)",
        'return unicodedata.normalize("NFKC", text.translate(_RADICALS))',
        "tests/test_importers.py::test_look_alike_radicals_are_mapped_and_nothing_else",
    ),
    Mutant(
        "万 counts a thousand",
        "src/plan_graph/japanese.py",
        '"万": 10**4',
        '"万": 10**3',
        "tests/test_importers.py::test_printed_numbers_as_the_documents_write_them",
    ),
    Mutant(
        "January to March count to the fiscal year that follows",
        "src/plan_graph/japanese.py",
        "year - (month < _APRIL)",
        "year",
        "tests/test_importers.py::test_a_month_lies_in_the_fiscal_year_that_began_before_it",
    ),
    Mutant(
        "実績なし is taken for a dash",
        "src/plan_graph/japanese.py",
        '"実績なし": "NoneYet"',
        '"実績なし": "NotPrinted"',
        "tests/test_importers.py::test_none_yet_is_neither_zero_nor_a_dash",
    ),
    # What is committed
    Mutant(
        "the committed direction of an indicator is flipped",
        "data/curated/indicators.csv",
        "ap3-9-1,Lower,",
        "ap3-9-1,Higher,",
        "tests/test_check.py::test_the_released_graph_has_no_finding_that_is_not_accepted",
        rebuild=True,
    ),
    Mutant(
        "a document loses which measure an action belongs to",
        "data/documents/progress-2024.ttl",
        (
            "link:07588ac0951bd790\n"
            "    a pg:Link ;\n"
            "    rdf:subject action:ap3-36 ;\n"
            "    rdf:predicate pg:partOf ;\n"
            "    rdf:object measure:ap3-3-4 ;\n"
            "    pg:basis pg:Stated ;\n"
            "    dcterms:source document:progress-2024 ;\n"
            '    pg:locator "sheet:36" .\n'
            "\n"
        ),
        "",
        "tests/test_expectations.py::test_every_sheet_has_its_action_measure_goal_and_project",
        rebuild=True,
    ),
    Mutant(
        "a printed link of a document calls itself an estimate",
        "data/documents/progress-2024.ttl",
        (
            "    rdf:object measure:ap3-3-4 ;\n"
            "    pg:basis pg:Stated ;\n"
            "    dcterms:source document:progress-2024 ;\n"
            '    pg:locator "sheet:36" .'
        ),
        (
            "    rdf:object measure:ap3-3-4 ;\n"
            "    pg:basis pg:Estimated ;\n"
            "    dcterms:source document:progress-2024 ;\n"
            '    pg:locator "sheet:36" .'
        ),
        (
            "tests/test_build.py::"
            "test_every_link_names_its_document_and_place_or_its_reason_or_its_premises"
        ),
        rebuild=True,
    ),
    Mutant(
        "the released graph is edited by hand",
        "data/mandala.ttl",
        '    pg:name "自然とともにあるまち" ;',
        '    pg:name "自然とともに生きるまち" ;',
        "tests/test_build.py::test_the_build_makes_the_released_graph_byte_for_byte",
    ),
    # Rules
    Mutant(
        "a derived link rests on its strongest premise",
        "src/plan_graph/graph/rules.py",
        "weakest = min(best,",
        "weakest = max(best,",
        ("tests/test_rules.py::test_a_derived_link_rests_on_the_weakest_premise_through_all_steps"),
    ),
    Mutant(
        "a measure hands on the issues it addresses",
        "ontology/rules/3-through-measure.rq",
        "FILTER(?relation IN (pg:serves, pg:aimsAt))",
        "FILTER(?relation IN (pg:serves, pg:aimsAt, pg:addresses))",
        (
            "tests/test_rules.py::"
            "test_what_an_action_contributes_to_or_addresses_does_not_come_from_its_measure"
        ),
    ),
    Mutant(
        "a derived aim leads through the outcome again",
        "ontology/rules/2-through-outcome.rq",
        "  FILTER(?basis != pg:Derived)\n",
        "",
        (
            "tests/test_rules.py::"
            "test_an_aim_that_is_itself_derived_does_not_lead_through_the_outcome_again"
        ),
    ),
    Mutant(
        "names match although they do not pair off",
        "src/plan_graph/graph/rules.py",
        "return _one_to_one(found)",
        "return found",
        "tests/test_rules.py::test_two_measures_of_one_name_match_nothing",
    ),
    Mutant(
        "names match across plans",
        "ontology/rules/1-same-name.rq",
        "      ?outcome pg:drawnIn/pg:mandalaOf ?plan .\n",
        "",
        "tests/test_rules.py::test_names_match_only_between_a_mandala_and_its_own_plan",
    ),
    Mutant(
        "an ending that is not listed is cut",
        "ontology/rules/1-same-name.rq",
        "(の推進|の促進|の強化|の充実)$",
        "(の推進|の促進|の強化|の充実|の実現|化)$",
        "tests/test_rules.py::test_nothing_but_a_listed_ending_is_cut_and_it_is_cut_once",
        times=2,
    ),
    Mutant(
        "the premises are left out of a link's IRI",
        "src/plan_graph/elements.py",
        "*source, *sorted(self.premises))",
        "*source)",
        "tests/test_rules.py::test_each_way_is_one_link",
    ),
    # Build
    Mutant(
        "a newer sheet does not put the old link out of date",
        "src/plan_graph/graph/build.py",
        "newer.fiscal_year > own.fiscal_year",
        "newer.fiscal_year < own.fiscal_year",
        (
            "tests/test_town.py::t"
            "est_another_department_in_a_newer_sheet_puts_the_old_link_out_of_date"
        ),
    ),
    Mutant(
        "what a newer sheet merely omits is put out of date",
        "src/plan_graph/graph/build.py",
        "if said in objects and one(node, RDF.object) not in objects[said]:",
        "if one(node, RDF.object) not in objects.get(said, set()):",
        "tests/test_town.py::test_what_a_newer_sheet_merely_omits_stays",
    ),
    Mutant(
        "a proposal makes a plain triple",
        "src/plan_graph/graph/build.py",
        "if STRENGTH[claim.basis] > STRENGTH[PG.Proposed]:",
        "if STRENGTH[claim.basis] >= STRENGTH[PG.Proposed]:",
        "tests/test_rules.py::test_a_proposal_and_what_follows_from_it_make_no_plain_triple",
    ),
    Mutant(
        "the mandala has the first say in names",
        "src/plan_graph/graph/names.py",
        (
            '_SAY = ("action-plan", "basic-plan", "progress-sheets", "mandala-slides", '
            '"policy-list")'
        ),
        (
            '_SAY = ("mandala-slides", "action-plan", "basic-plan", "progress-sheets", '
            '"policy-list")'
        ),
        "tests/test_town.py::test_other_wordings_are_alternative_labels",
    ),
    Mutant(
        "the oldest value counts",
        "src/plan_graph/graph/values.py",
        "key=lambda pair: (-years[",
        "key=lambda pair: (years[",
        "tests/test_town.py::test_the_newest_value_counts_and_the_older_one_is_a_finding",
    ),
    Mutant(
        "a correction takes the print away",
        "src/plan_graph/graph/build.py",
        "node[PG.corrected] = [Literal(row.corrected)]",
        "node[predicate] = [Literal(row.corrected)]",
        "tests/test_town.py::test_corrections_change_name_and_value_and_keep_the_print",
    ),
    Mutant(
        "a row whose end vanished is dropped without a word",
        "src/plan_graph/cli/keep.py",
        "for row in built.left_out:",
        "for row in ():",
        "tests/test_town.py::test_a_row_whose_end_vanished_is_kept_reported_and_left_out",
    ),
    Mutant(
        "an estimate needs no reason",
        "src/plan_graph/graph/curated.py",
        'if not (row["rationale_ja"] and row["rationale_en"]):',
        "if not row:",
        "tests/test_bad_input.py::test_a_row_that_does_not_hold_stops_the_build",
    ),
    # Store and view
    Mutant(
        "links out of date stay in the view",
        "src/plan_graph/graph/store.py",
        "for name, value in [*patterns, (PG.current, None)]",
        "for name, value in patterns",
        "tests/test_view.py::test_a_link_out_of_date_is_in_no_view",
    ),
    Mutant(
        "plain triples stay in the view without a link",
        "src/plan_graph/graph/store.py",
        "in lost - left:",
        "in lost & left:",
        "tests/test_view.py::test_a_view_says_what_the_graph_would_without_the_weaker_links",
    ),
    Mutant(
        "a plain triple goes although another link says it",
        "src/plan_graph/graph/store.py",
        "in lost - left:",
        "in lost:",
        "tests/test_view.py::test_a_triple_stays_as_long_as_one_link_says_it",
    ),
    Mutant(
        "the view changes the graph itself",
        "src/plan_graph/graph/store.py",
        "    copy = Store()\n    copy.bulk_extend(store)\n",
        "    copy = store\n",
        "tests/test_view.py::test_making_a_view_changes_nothing_in_the_graph",
    ),
    Mutant(
        "Python users are handed an empty graph",
        "src/plan_graph/graph/store.py",
        "rdflib.Graph(store=_Counted(store=store), identifier=DATASET_DEFAULT_GRAPH_ID)",
        "rdflib.Graph(store=_Counted(store=store))",
        "tests/test_export.py::test_python_users_get_the_same_graph",
    ),
    # Writing
    Mutant(
        "save writes in place",
        "src/plan_graph/graph/store.py",
        'descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")',
        ("name = str(path)\n    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)"),
        "tests/test_turtle.py::test_a_failure_keeps_the_old_file_and_leaves_no_other",
    ),
    Mutant(
        "quotes are not escaped in Turtle",
        "src/plan_graph/graph/turtle.py",
        "_ESCAPES = {'\"': '\\\\\"', ",
        "_ESCAPES = {",
        "tests/test_turtle.py::test_the_whole_page_looks_as_people_expect",
    ),
    Mutant(
        "numbers in keys are sorted as text",
        "src/plan_graph/graph/turtle.py",
        "map(int, parts[1::2])",
        "map(str, parts[1::2])",
        "tests/test_turtle.py::test_a_natural_key_orders_numbers_inside_words",
    ),
    Mutant(
        "a CSV cell can be a formula",
        "src/plan_graph/tables.py",
        'return f"\'{cell}" if formula else cell',
        "return cell",
        "tests/test_tables.py::test_a_cell_that_looks_like_a_formula_is_guarded",
    ),
    Mutant(
        "a CSV file for Excel begins without a BOM",
        "src/plan_graph/cli/common.py",
        '"\\ufeff" + content if bom else content',
        "content",
        (
            "tests/test_tables.py:"
            ":test_csv_in_a_file_begins_with_a_byte_order_mark_and_on_the_screen_does_not"
        ),
    ),
    Mutant(
        "Japanese signs count one column",
        "src/plan_graph/tables.py",
        '"W": 2',
        '"W": 1',
        "tests/test_tables.py::test_the_width_of_a_text_is_what_it_takes_on_the_screen",
    ),
    # Command line
    Mutant(
        "a mistake of the user ends with exit code 1",
        "src/plan_graph/cli/common.py",
        "            ctx.exit(2)\n",
        "            ctx.exit(1)\n",
        "tests/test_lookup.py::test_a_name_that_fits_nothing_ends_with_2_and_says_where",
    ),
    Mutant(
        "check ends with 0 whatever it finds",
        "src/plan_graph/cli/keep.py",
        "sys.exit(1 if checked.findings else 0)",
        "sys.exit(0)",
        "tests/test_check.py::test_findings_end_with_1_and_stand_one_a_line",
    ),
    Mutant(
        "build --check ends with 0 when the graph differs",
        "src/plan_graph/cli/keep.py",
        ('say(text("not-reproduced", lang, path=path))\n            sys.exit(1)'),
        ('say(text("not-reproduced", lang, path=path))\n            sys.exit(0)'),
        "tests/test_town.py::test_build_check_says_whether_the_graph_is_what_build_makes",
    ),
    Mutant(
        "a sign that cp932 lacks stops the answer",
        "src/plan_graph/cli/common.py",
        'stream.reconfigure(errors="plan-graph")',
        'stream.reconfigure(errors="strict")',
        "tests/test_town.py::test_a_japanese_windows_console_shows_every_answer",
    ),
    Mutant(
        "errors are English for Japanese and the other way round",
        "src/plan_graph/messages/__init__.py",
        "return Fault(where, *both)",
        "return Fault(where, *reversed(list(both)))",
        "tests/test_bad_input.py::test_a_file_that_is_no_text_says_what_it_is",
    ),
    Mutant(
        "an ambiguous name takes the first that fits",
        "src/plan_graph/lookup.py",
        "    if len(found) == 1:\n",
        "    if found:\n",
        "tests/test_lookup.py::test_a_number_alone_asks_which_and_names_all",
    ),
    Mutant(
        "diff compares the other way round",
        "src/plan_graph/cli/keep.py",
        "compare(*load_stores(old, new))",
        "compare(*load_stores(new, old))",
        "tests/test_diff.py::test_the_command_tells_one_change_a_line_and_ends_well",
    ),
    # Answers
    Mutant(
        "serves counts links instead of actions",
        "src/plan_graph/answers.py",
        "count=len(answer.actions), through",
        "count=sum(counted.values()), through",
        "tests/test_answers.py::test_the_four_ways_to_serve_a_vision_are_told_apart",
    ),
    Mutant(
        "an action is through its measure although it has a way of its own",
        "src/plan_graph/reasons.py",
        "through_measure=all(",
        "through_measure=any(",
        "tests/test_town.py::test_serves_tells_actions_outcomes_and_counts_for_each_vision",
    ),
    Mutant(
        "the way of an inherited link loses its outcome",
        "queries/serves.rq",
        "prov:wasDerivedFrom+ ?premise",
        "prov:wasDerivedFrom ?premise",
        "tests/test_answers.py::test_actions_are_told_with_measure_department_ground_and_way",
    ),
    Mutant(
        "explain leaves out the last steps",
        "src/plan_graph/reasons.py",
        "steps = [each for link in links for each in (_premises(link, evidence) or [link])]",
        "steps = links",
        "tests/test_answers.py::test_a_derived_link_is_told_step_by_step_with_every_source",
    ),
    # Questions
    Mutant(
        "SERVICE is let through",
        "src/plan_graph/vetting.py",
        '_REMOTE = ("SERVICE", "FROM")',
        '_REMOTE = ("FROM",)',
        "tests/test_query.py::test_what_reaches_out_or_changes_data_is_refused_before_it_runs",
    ),
    Mutant(
        "an update is let through",
        "src/plan_graph/vetting.py",
        "elif token.upper in _UPDATES:",
        "elif token.upper in _UPDATES[1:]:",
        "tests/test_query.py::test_what_reaches_out_or_changes_data_is_refused_before_it_runs",
    ),
    Mutant(
        "a cut answer does not say so",
        "src/plan_graph/sparql.py",
        "            return taken, True",
        "            return taken, False",
        "tests/test_query.py::test_more_rows_than_the_limit_announce_themselves",
    ),
    Mutant(
        "a runaway query runs on",
        "src/plan_graph/cli/common.py",
        "thread.join(seconds)",
        "thread.join()",
        "tests/test_query.py::test_a_runaway_query_is_ended_and_leaves_nothing",
    ),
    Mutant(
        "a long query breaks the process",
        "src/plan_graph/cli/common.py",
        "_begin(work, stack=_DEEP)",
        "_begin(work)",
        "tests/test_query.py::test_a_query_of_very_many_parts_does_not_break_the_process",
    ),
    Mutant(
        "a parameter is not bound",
        "src/plan_graph/questions.py",
        "            bound[parameter.name] = term",
        "            bound[parameter.name + '_'] = term",
        "tests/test_query.py::test_what_was_asked_of_is_no_column_of_the_answer",
    ),
    Mutant(
        "a label can steer the terminal",
        "src/plan_graph/cli/common.py",
        "    click.echo(harmless(content), err=err, nl=nl)",
        "    click.echo(content, err=err, nl=nl)",
        "tests/test_show_command.py",
    ),
    # Pages of things, and linked data
    Mutant(
        "what a graph says becomes markup",
        "src/plan_graph/web/shell.py",
        "autoescape=True",
        "autoescape=False",
        "tests/test_element_pages.py::test_what_a_graph_says_is_text_whatever_it_says",
    ),
    Mutant(
        "data say more than the view has",
        "src/plan_graph/web/element_pages.py",
        "written(description(page.store, iri)",
        "written(description(town.store, iri)",
        "tests/test_linked_data.py::test_the_view_decides_what_is_said",
    ),
    Mutant(
        "the page of a status leaves out its figures",
        "src/plan_graph/web/evidence_parts.py",
        "    return tuple(status_told(found, page)) if found else ()",
        "    return ()",
        "tests/test_element_pages.py"
        "::test_a_status_never_stands_without_its_figures_and_where_its_reason_is",
    ),
    Mutant(
        "a type that a client refuses is sent to it",
        "src/plan_graph/web/negotiation.py",
        "return best[2] if best[0] > 0 else",
        "return best[2] if best[0] >= 0 else",
        "tests/test_linked_data.py::test_the_type_that_is_liked_best_is_chosen",
    ),
    Mutant(
        "a range is stronger than the type itself",
        "src/plan_graph/web/negotiation.py",
        'wholes = (media_type, media_type.partition("/")[0] + "/*", "*/*")',
        'wholes = (media_type.partition("/")[0] + "/*", media_type, "*/*")',
        "tests/test_linked_data.py::test_the_type_that_is_liked_best_is_chosen",
    ),
    Mutant(
        "the next action is one of another plan",
        "src/plan_graph/web/element_parts.py",
        "if each.plan == element.plan]",
        "]",
        "tests/test_element_pages.py::test_previous_and_next_follow_the_order_of_print",
    ),
    Mutant(
        "a page loses its policy when a browser has it already",
        "src/plan_graph/web/server.py",
        "return Response(status_code=304, headers=dict(made.headers))",
        'return Response(status_code=304, headers={"etag": made.headers["etag"]})',
        "tests/test_element_pages.py::test_a_page_that_a_browser_has_already_keeps_its_own_policy",
    ),
    Mutant(
        "negative values are drawn as bars",
        "src/plan_graph/web/figure_parts.py",
        "min(numbers) < 0 or ",
        "",
        "tests/test_element_pages.py::test_bars_are_drawn_where_there_is_something_to_compare",
    ),
    # The server
    Mutant(
        "a server answers to a name that only begins like this machine's",
        "src/plan_graph/web/guards.py",
        "_HOST.fullmatch(",
        "_HOST.match(",
        "tests/test_web_guards.py::test_a_foreign_name_is_misdirected",
    ),
    Mutant(
        "a server answers to the first of two names",
        "src/plan_graph/web/guards.py",
        "len(hosts) != 1",
        "not hosts",
        "tests/test_web_guards.py::test_a_foreign_name_is_misdirected",
    ),
    Mutant(
        "a server refuses without its protection",
        "src/plan_graph/web/guards.py",
        "(scope, receive, sealed)\n        else",
        "(scope, receive, send)\n        else",
        "tests/test_web_guards.py::test_a_foreign_name_is_misdirected",
    ),
    Mutant(
        "a server goes on answering who has hung up",
        "src/plan_graph/web/server.py",
        "        answer.cancel()\n",
        "",
        "tests/test_web_guards.py::test_a_client_that_hangs_up_is_waited_for_no_longer",
    ),
    Mutant(
        "a page is kept when it says something else",
        "src/plan_graph/web/server.py",
        "if digest in known:",
        "if known:",
        "tests/test_web_shell.py::test_who_has_an_answer_already_is_told_to_keep_it",
    ),
    Mutant(
        "what a graph says acts in a page",
        "src/plan_graph/web/shell.py",
        "autoescape=True",
        "autoescape=False",
        "tests/test_web_shell.py::test_what_a_graph_says_is_shown_and_never_run",
    ),
    Mutant(
        "a page turns the direction of writing",
        "src/plan_graph/web/shell.py",
        "Reply(harmless(content).encode()",
        "Reply(content.encode()",
        "tests/test_web_shell.py::test_what_a_graph_says_is_shown_and_never_run",
    ),
    Mutant(
        "a mistake in an address stays in every link",
        "src/plan_graph/web/asked.py",
        "return value in BASIS_NAMES and value != _BASIS",
        "return bool(value) and value != _BASIS",
        "tests/test_web_shell.py::test_a_mistake_in_an_address_is_not_taken_along",
    ),
    Mutant(
        "a table to take away opens in Excel as mojibake",
        "src/plan_graph/web/shell.py",
        '"\\ufeff" + csv_text',
        "csv_text",
        "tests/test_web_shell.py::test_a_file_to_take_away_is_the_one_that_the_command_writes",
    ),
    Mutant(
        "an estimate counts as said by documents on the first page",
        "src/plan_graph/web/front_pages.py",
        "STRENGTH[each.ground.effective] > STRENGTH[PG.Estimated]",
        "STRENGTH[each.ground.effective] >= STRENGTH[PG.Estimated]",
        "tests/test_web_shell.py::test_the_first_page_says_whose_it_is_and_what_is_in_it",
    ),
    # The endpoint and its processes
    Mutant(
        "a form is decoded twice",
        "src/plan_graph/web/protocol.py",
        "content = asked.body.decode()",
        'content = __import__("urllib.parse").parse.unquote(asked.body.decode())',
        "tests/test_sparql_protocol.py::test_212_a_form_is_decoded_exactly_once",
    ),
    Mutant(
        "a graph that a client chooses is passed over",
        "src/plan_graph/web/protocol.py",
        '_DATASETS: Final = ("default-graph-uri", "named-graph-uri")',
        "_DATASETS: Final = ()",
        "tests/test_sparql_protocol.py::test_214_a_client_cannot_choose_the_dataset",
    ),
    Mutant(
        "an answer that was cut looks whole",
        "src/plan_graph/web/protocol.py",
        "    if cut:\n",
        "    if not cut:\n",
        "tests/test_sparql_protocol.py"
        "::test_only_the_first_rows_come_when_these_are_asked_for_and_it_is_said",
    ),
    Mutant(
        "an answer that is too large is not refused",
        "src/plan_graph/web/protocol.py",
        "if self.tell() > LARGEST:",
        "if self.tell() > 100 * LARGEST:",
        "tests/test_sparql_protocol.py::test_what_is_too_large_is_refused_and_never_given_in_part",
    ),
    Mutant(
        "broken XML is sent",
        "src/plan_graph/web/protocol.py",
        'expat.ParserCreate(namespace_separator=" ")',
        "expat.ParserCreate()",
        "tests/test_sparql_protocol.py"
        "::test_what_xml_cannot_write_is_refused_there_and_comes_otherwise",
    ),
    Mutant(
        "the endpoint forgets the basis",
        "src/plan_graph/web/protocol.py",
        "    store, _ = town.view(asked.basis)\n    rows",
        '    store, _ = town.view("estimated")\n    rows',
        "tests/test_sparql_protocol.py::test_212_a_form_holds_the_other_parameters_too",
    ),
    Mutant(
        "an answer that took all memory is tried again",
        "src/plan_graph/web/pool.py",
        "if self._process.exitcode in _SPENT:",
        "if self._process.exitcode in _SPENT[2:]:",
        "tests/test_pool.py::test_an_answer_that_takes_all_memory_is_ended_and_not_tried_again",
    ),
    Mutant(
        "a query may go as deep as it likes",
        "src/plan_graph/vetting.py",
        "(_depth(found) > DEEPEST or",
        "(_depth(found) > 100 * DEEPEST or",
        "tests/test_query.py::test_what_goes_too_deep_is_refused_before_it_runs",
    ),
    Mutant(
        "who lost a process is told so at once",
        "src/plan_graph/web/pool.py",
        "        elif job.again:\n",
        "        elif not job.again:\n",
        "tests/test_pool.py::test_a_process_ended_in_the_middle_is_asked_again_of_another_once",
    ),
    Mutant(
        "a bug in one page ends its process",
        "src/plan_graph/web/worker.py",
        "    except Exception:",
        "    except ZeroDivisionError:",
        "tests/test_pool.py::test_a_bug_is_logged_whole_told_in_short_and_ends_nothing",
    ),
    # Questions in the browser
    Mutant(
        "a text in an address runs by itself",
        "src/plan_graph/web/query_pages.py",
        '    if asked.method == "POST":\n        try:\n            outcome',
        "    if given:\n        try:\n            outcome",
        "tests/test_query_pages.py::test_an_address_fills_the_form_and_runs_nothing",
    ),
    Mutant(
        "cells without a value are sorted first",
        "src/plan_graph/web/answer_view.py",
        "key=lambda row: (ranks[row] < 0, ",
        "key=lambda row: (ranks[row] >= 0, ",
        "tests/test_query_pages.py::test_elements_are_sorted_as_printed_and_empty_cells_stand_last",
    ),
    Mutant(
        "numbers are sorted as texts",
        "src/plan_graph/web/answer_view.py",
        "        return (0, read_number)",
        "        return (2, str(read_number))",
        "tests/test_query_pages.py::test_numbers_stand_right_and_are_sorted_as_numbers",
    ),
    Mutant(
        "a number that two elements have names both",
        "src/plan_graph/web/question_form.py",
        "marks[element.mark] == 1",
        "marks[element.mark] >= 1",
        "tests/test_query_pages.py::test_what_an_option_says_names_its_element_and_no_other",
    ),
    Mutant(
        "all plans are taken for the current one",
        "src/plan_graph/web/question_form.py",
        'name: "" if value == ALL else value for name, value in said.items()',
        "name: value for name, value in said.items() if value != ALL",
        "tests/test_query_pages.py::test_all_of_a_kind_is_not_what_leaving_it_out_means",
    ),
    Mutant(
        "the SPARQL of a question forgets what was chosen",
        "src/plan_graph/web/question_form.py",
        "{body[:at]}{given}{body[at:]}",
        "{body}",
        "tests/test_query_pages.py::test_the_sparql_of_every_question_stands_on_its_own",
    ),
    Mutant(
        "a page that shows a part of the rows does not say so",
        "src/plan_graph/web/answer_view.py",
        "        return len(self.rows) == self.count",
        "        return True",
        "tests/test_query_pages.py"
        "::test_more_rows_than_a_page_shows_or_the_limit_allows_announce_themselves",
    ),
    # Coverage
    Mutant(
        "what a plan never prints of a kind counts as missing",
        "src/plan_graph/coverage.py",
        "there = item not in _PRINTED or bool(held)",
        "there = True",
        (
            "tests/test_coverage.py::"
            "test_the_action_plan_prints_departments_and_indicators_of_actions_not_of_measures"
        ),
    ),
    Mutant(
        "a vision that only outcomes reach is said to have an action",
        "src/plan_graph/coverage.py",
        "_DONE: Final = (PG.Action, PG.Measure, PG.PlatformActivity)",
        "_DONE: Final = (PG.Outcome, PG.Action, PG.Measure, PG.PlatformActivity)",
        (
            "tests/test_coverage.py::"
            "test_visions_3_and_6_have_no_action_by_documents_and_6_none_by_estimates"
        ),
    ),
    Mutant(
        "a label is written into the page as it is",
        "src/plan_graph/plain_page.py",
        "return escape(shown(text))",
        "return shown(text)",
        "tests/test_coverage_page.py::test_what_a_graph_says_cannot_act_in_the_page",
    ),
    Mutant(
        "what a plan of the past leads to is counted with what leads there today",
        "src/plan_graph/coverage.py",
        "leading = [edge for edge in edges if not known[edge.subject].past]",
        "leading = list(edges)",
        (
            "tests/test_history.py::"
            "test_what_a_plan_that_is_over_lacks_is_not_said_of_the_city_of_today"
        ),
    ),
    # Going back to older plans
    Mutant(
        "the strongest ground on the way back is told for the whole",
        "src/plan_graph/history.py",
        "return min((each.ground.effective",
        "return max((each.ground.effective",
        "tests/test_history.py::test_a_chain_of_three_plans_is_told_step_by_step",
    ),
    Mutant(
        "a way leads up but not back",
        "src/plan_graph/history.py",
        "_BACK: Final = (PG.continues, PG.partOf)",
        "_BACK: Final = (PG.continues,)",
        "tests/test_history.py::test_show_tells_what_lies_further_back_and_how_to_read_on",
    ),
    Mutant(
        "a link that is out of date leads back",
        "src/plan_graph/history.py",
        "if one(node, RDF.type) == PG.Link and PG.current not in node:",
        "if one(node, RDF.type) == PG.Link:",
        "tests/test_history.py::test_what_is_outdated_or_leads_in_a_circle_leads_nowhere",
    ),
    Mutant(
        "a plan that is over comes first in the list of a department",
        "src/plan_graph/facts.py",
        "past = all(each in known and known[each].past for each in others)",
        "past = not all(each in known and known[each].past for each in others)",
        "tests/test_history.py::test_lists_tell_which_plan_is_over_and_put_it_last",
    ),
    # Progress
    Mutant(
        "a cumulative target below the baseline is compared all the same",
        "src/plan_graph/reported.py",
        "found.accumulation == PG.Cumulative and _asks_no_more(found, wanted)",
        "found.accumulation == PG.Cumulative and False",
        "tests/test_progress.py::test_what_would_mislead_is_not_computed",
    ),
    Mutant(
        "target and actual of different years are compared",
        "src/plan_graph/reported.py",
        "target.year_kind and _time(target) == _time(actual)",
        "target.year_kind",
        "tests/test_progress.py::test_a_ratio_or_why_there_is_none",
    ),
    Mutant(
        "less is better, yet the actual is divided by the target",
        "src/plan_graph/reported.py",
        "(wanted, reached) if inverse else (reached, wanted)",
        "(reached, wanted)",
        "tests/test_progress.py::test_target_by_actual_where_less_is_better",
    ),
    Mutant(
        "the public sees statuses by department",
        "src/plan_graph/progress.py",
        "if refused and not office:",
        "if False:",
        "tests/test_progress.py::test_the_public_sees_no_statuses_by_department",
    ),
    Mutant(
        "a printed total that differs is taken to agree",
        "src/plan_graph/progress_notes.py",
        'if total.printed == total.counted else "progress.total-differs"',
        'if total.printed else "progress.total-differs"',
        "tests/test_progress_command.py::test_a_total_that_differs_is_told",
    ),
    Mutant(
        "the Word sheets tell when they were made",
        "src/plan_graph/word.py",
        "zipfile.ZipInfo(part.filename, _MADE)",
        "part.filename",
        "tests/test_word.py::test_the_same_graph_gives_the_same_bytes_that_tell_no_time",
    ),
    # Check
    Mutant(
        "the direction of an indicator is read the wrong way round",
        "src/plan_graph/check.py",
        "good = reached <= wanted if lower else reached >= wanted",
        "good = reached >= wanted if lower else reached <= wanted",
        "tests/test_check.py::test_a_status_is_recomputed_from_values_and_direction",
    ),
    Mutant(
        "an accepted finding that is gone is not reported",
        "src/plan_graph/check.py",
        "(*(finding for finding in found if finding.key not in known), *gone)",
        "tuple(finding for finding in found if finding.key not in known)",
        "tests/test_check.py::test_a_row_that_no_longer_occurs_is_a_finding_in_both_languages",
    ),
    Mutant(
        "an accepted finding hides every finding of its element",
        "src/plan_graph/check.py",
        "(*(finding for finding in found if finding.key not in known), *gone)",
        "(*(each for each in found if each.element not in {key[0] for key in known}), *gone)",
        (
            "tests/test_check.py::"
            "test_what_is_accepted_is_that_finding_of_that_element_with_those_values"
        ),
    ),
    Mutant(
        "check does not look at the shapes",
        "src/plan_graph/check.py",
        "        *_shapes(store, base),\n",
        "",
        "tests/test_check.py::test_what_breaks_a_shape_is_a_finding_in_both_languages",
    ),
    Mutant(
        "an indicator of the same name in another plan is taken for the same",
        "src/plan_graph/structure.py",
        "plans[obj] |= plans[subject]",
        "plans[obj] |= set()",
        "tests/test_structure.py::test_an_indicator_is_in_the_plan_of_what_it_measures",
    ),
    Mutant(
        "the reason of a number is looked for among those of links",
        "src/plan_graph/structure.py",
        'file="numbers.csv" if numbering else "links.csv"',
        'file="links.csv"',
        "tests/test_structure.py::test_a_number_that_is_read_must_quote_a_word_too",
    ),
    Mutant(
        "a 課 without its 部 is that of any 部",
        "src/plan_graph/importers/source.py",
        "    if len(known) == 1:\n        return known[0], True\n",
        "    if known:\n        return known[0], True\n",
        (
            "tests/test_basic_plan.py::"
            "test_a_section_resolves_only_to_the_one_of_its_name_in_the_period"
        ),
    ),
    Mutant(
        "the years under a chart are lost",
        "src/plan_graph/importers/basic_plan.py",
        '(number, " ".join(chart.years), number)',
        '(number, "", number)',
        (
            "tests/test_basic_plan.py::"
            "test_a_series_has_no_year_a_value_but_the_years_printed_with_it_and_says_why"
        ),
    ),
    Mutant(
        "the year for which a vision is meant is not told",
        "src/plan_graph/graph/names.py",
        "            (PG.year, whole(int(year)) if year else None),\n",
        "",
        (
            "tests/test_build.py::test_the_future_image_is_of_2030_and_the_seven_visions"
            "_are_of_2042_as_the_plan_prints"
        ),
        rebuild=True,
    ),
    Mutant(
        "a build drops an IRI without a word",
        "src/plan_graph/cli/keep.py",
        "    if lost:\n        raise PlanGraphError(lost)\n",
        "",
        (
            "tests/test_structure.py::"
            "test_a_build_that_would_change_an_iri_stops_and_leaves_the_graph_as_it_is"
        ),
    ),
    Mutant(
        "a shape lets an element have two parents",
        "ontology/shapes.ttl",
        "    sh:path pg:partOf ;\n    sh:maxCount 1 ;\n",
        "    sh:path pg:partOf ;\n",
        "tests/test_shapes.py::test_each_fault_is_found_and_told",
    ),
    Mutant(
        "a shape lets a relation stand without a link",
        "ontology/shapes.ttl",
        (
            "                FILTER NOT EXISTS { ?link rdf:subject ?value ; rdf:predicate $this "
            "; rdf:object ?object }\n"
        ),
        "                FILTER NOT EXISTS { ?value $this ?object }\n",
        "tests/test_shapes.py::test_each_fault_is_found_and_told",
    ),
    Mutant(
        "a total counts what was not achieved",
        "src/plan_graph/measured.py",
        "achieved = statuses[PG.Achieved]",
        "achieved = statuses[PG.NotAchieved]",
        "tests/test_check.py::test_each_number_of_a_total_is_recomputed",
    ),
    # Links in a workbook
    Mutant(
        "a row with document and page stays an estimate",
        "src/plan_graph/link_cells.py",
        "return PG.Stated, _document(page, cells)",
        "return basis, _document(page, cells)",
        "tests/test_links_workbook.py::test_an_estimate_that_the_plan_turns_out_to_print_becomes_stated",
    ),
    Mutant(
        "a row that is not in the sheet is deleted",
        "src/plan_graph/link_edits.py",
        "    gone = []\n",
        "    keys = {line.key for line in lines}\n"
        "    gone = [at for ends, (at, _) in current.items() if ends not in keys]\n",
        "tests/test_links_workbook.py::test_a_row_that_was_taken_out_of_the_sheet_stays_and_is_told",
    ),
    Mutant(
        "a formula in a cell is taken for its text",
        "src/plan_graph/filled_in.py",
        'kind = "formula" if cell.data_type == "f" else "error"',
        'kind = "text" if cell.data_type == "f" else "error"',
        "tests/test_links_workbook.py::test_the_cells_of_a_workbook_tell_what_kind_they_are",
    ),
    # Confirmation sheets
    Mutant(
        "a key that somebody altered is taken as it is",
        "src/plan_graph/confirm_cells.py",
        'if digest(" ".join(parts)) != check[:4]:',
        "if not parts:",
        "tests/test_confirm.py::test_a_fault_is_told_by_sheet_row_and_column_and_nothing_is_written",
    ),
    Mutant(
        "a newer answer is overwritten by an older sheet",
        "src/plan_graph/confirm_edits.py",
        "and digest_of(old) != line.seen:",
        "and not line.seen:",
        "tests/test_confirm.py::test_an_answer_that_changed_since_the_export_is_not_overwritten",
    ),
    Mutant(
        "an answer is taken back by an empty cell",
        "src/plan_graph/confirm_edits.py",
        "        if not line.state or nothing:",
        "        if nothing or not (line.state or old):",
        "tests/test_confirm.py::test_an_answer_is_taken_back_in_words_and_not_by_an_empty_cell",
    ),
    Mutant(
        "an objection is hidden behind the agreement of another department",
        "src/plan_graph/graph/curated.py",
        '_CAUTION = ("Unconfirmed", "Confirmed", "OnHold", "Disputed")',
        '_CAUTION = ("Disputed", "OnHold", "Unconfirmed", "Confirmed")',
        (
            "tests/test_confirm.py::"
            "test_an_objection_is_not_hidden_behind_the_agreement_of_another_department"
        ),
    ),
    Mutant(
        "of two files one is left changed when the other cannot be written",
        "src/plan_graph/graph/store.py",
        "            _put_back(each, old[each])\n        if",
        "            old.pop(each)\n        if",
        "tests/test_workbook.py::test_of_several_files_all_are_written_or_none",
    ),
    Mutant(
        "the banner of the SDGs is left out",
        "src/plan_graph/answers.py",
        'return [] if page.keep("sdgs stated", stated) else [page.text("sdgs-note")]',
        "return []",
        "tests/test_show.py::test_a_way_to_an_sdg_begins_with_the_banner",
    ),
    # The picture
    Mutant(
        "a label of the page becomes markup",
        "src/plan_graph/mandala/files/svg.py",
        "{turned}>{escape(text)}</text>",
        "{turned}>{text}</text>",
        "tests/test_paper.py::test_any_picture_can_be_printed",
    ),
    Mutant(
        "JSON can close the script element it stands in",
        "src/plan_graph/mandala/files/sealed.py",
        'told = told.replace(sign, f"\\\\u{ord(sign):04x}")',
        "told = told.replace(sign, sign)",
        "tests/test_mandala_page.py::test_words_of_the_data_never_become_markup",
    ),
    Mutant(
        "the policy lets a page ask the network",
        "src/plan_graph/mandala/files/sealed.py",
        "\"default-src 'none'\",",
        '"default-src https:",',
        "tests/test_mandala_page.py"
        "::test_the_policy_allows_one_script_and_one_style_and_nothing_else",
    ),
    Mutant(
        "the free network asks a CDN for a style sheet",
        "src/plan_graph/mandala/files/assets/network.html",
        "<!--policy-->",
        '<!--policy--><link rel="stylesheet" href="https://cdn.example/vis.css">',
        "tests/test_network_page.py::test_the_page_refers_to_nothing_outside",
    ),
    Mutant(
        "an estimate is drawn as what documents state",
        "src/plan_graph/mandala/files/network.py",
        '"Stated": False, "Matched": [14, 6], "Estimated": [2, 5]',
        '"Stated": False, "Matched": [14, 6], "Estimated": False',
        "tests/test_network_page.py::test_the_dash_of_an_edge_tells_its_basis",
    ),
    Mutant(
        "a derived line bears the badge of a stated one",
        "src/plan_graph/mandala/reading/grounds.py",
        'letter=page.text("picture-letter-derived") if derived else pick(letter, page.lang),',
        "letter=pick(letter, page.lang),",
        "tests/test_picture.py::test_a_derived_line_rests_on_the_lines_of_its_way",
    ),
    # Findings
    Mutant(
        "an estimate counts as what documents say",
        "src/plan_graph/network/net.py",
        "DOCUMENTS = STRENGTH[PG.Matched]",
        "DOCUMENTS = STRENGTH[PG.Estimated]",
        "tests/test_network.py::test_documents_alone_hold_no_estimate",
    ),
    Mutant(
        "what follows from what has fallen still stands",
        "src/plan_graph/network/removal.py",
        "            todo += found.needing.get(link.triple, ())\n",
        "",
        "tests/test_network.py::test_what_falls_with_an_element_is_what_cannot_be_derived_without_it",
    ),
    Mutant(
        "one way that falls takes every other way along",
        "src/plan_graph/network/removal.py",
        "return any(link.iri not in fallen",
        "return all(link.iri not in fallen",
        "tests/test_network.py::test_what_follows_in_two_ways_falls_only_with_both",
    ),
    Mutant(
        "a graph of mixed kinds is computed",
        "src/plan_graph/network/joints.py",
        "if projection == WHOLE:",
        "if False:",
        "tests/test_network.py::test_kinds_that_cannot_be_compared_are_refused",
    ),
    Mutant(
        "departments are told with figures",
        "src/plan_graph/network/joints.py",
        "_UNRANKED: Final = {local(PG.Department), local(PG.Actor)}",
        "_UNRANKED: Final = {local(PG.Plan)}",
        "tests/test_network_answers.py::test_departments_and_companies_are_told_without_figures_or_ranks",
    ),
    Mutant(
        "statuses are told to the public",
        "src/plan_graph/network_answers.py",
        "if name in OFFICE_ONLY and not page.for_office:",
        "if False:",
        "tests/test_network_answers.py::test_statuses_are_for_the_office_only",
    ),
    Mutant(
        "the trial does not hide what it guesses",
        "src/plan_graph/network/meetings.py",
        "without(whole, links, lost_with(links, triple))",
        "whole",
        "tests/test_network.py::test_the_trial_hides_each_membership_and_counts_how_often_it_comes_first",
    ),
    Mutant(
        "a trial that proves nothing ranks all the same",
        "src/plan_graph/network/meetings.py",
        "return self.hidden > 0 and self.low > 0",
        "return True",
        "tests/test_network.py::test_the_trial_hides_each_membership_and_counts_how_often_it_comes_first",
    ),
    Mutant(
        "two relations between the same elements become one in Gephi",
        "src/plan_graph/graph_formats.py",
        'edge.set("kind"',
        'edge.set("sort"',
        "tests/test_graph_formats.py::test_gephi_keeps_two_relations_between_the_same_elements_apart",
    ),
)


def copied(root):
    """Copy what tests need to *root*, and the plugin that guards it."""
    ignored = shutil.ignore_patterns("__pycache__")
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, root / name, ignore=ignored)
        else:
            shutil.copy2(ROOT / name, root / name)
    (root / "only_the_copy.py").write_text(GUARD, encoding="utf-8")


def python(root, *arguments):
    """Run Python on the copy at *root*; return its exit code and all that it printed."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    paths = os.pathsep.join([str(root / "src"), str(root)])
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=root,
        env={**kept, "PYTHONPATH": paths, "PYTHONIOENCODING": "utf-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout


def run_tests(root, *tests):
    flags = ("-q", "-x", "-p", "no:cacheprovider", "-p", "only_the_copy")
    return python(root, "-m", "pytest", *flags, *tests)


def verdict(mutant):
    """Plant *mutant* in a fresh copy; return ``yes`` when its test fails, else what happened."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        copied(root)
        mutant.plant(root)
        if mutant.rebuild:
            code, output = python(root, "-m", "plan_graph", "build", "--data", "data")
            if code:
                return f"the graph cannot be built: {output}"
        code, output = run_tests(root, mutant.test)
    if code == 0:
        return "NO"
    # Also an error in a fixture ends with 1, but it is no failure of the test itself.
    if code == 1 and re.search(r"\b\d+ failed\b", output):
        return "yes"
    return f"NO, pytest ended with {code}: {output[-600:]}"


def say(text):
    print(text, flush=True)  # noqa: T201 - this is a script


def main(words):
    mutants = [each for each in MUTANTS if all(word in each.fault for word in words)]
    if not mutants:
        say(f"No fault tells of {' '.join(words)}.")
        return 1
    if stale := [reason for each in mutants if (reason := each.stale(ROOT))]:
        say("\n".join(stale))
        return 1
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        copied(root)
        code, output = run_tests(root, *dict.fromkeys(each.test for each in mutants))
    if code:
        say(f"The tests are not green without any fault:\n{output}")
        return 1
    survived = 0
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for mutant, killed in zip(mutants, pool.map(verdict, mutants), strict=True):
            survived += killed != "yes"
            say(f"{killed:3}  {mutant.fault}\n       {mutant.test}")
    say(f"{len(mutants) - survived} of {len(mutants)} faults are noticed.")
    return 1 if survived else 0


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(main(sys.argv[1:]))
