"""What the README shows is what happens: its commands, their output, its Python, its limits."""

import contextlib
import json
import re
import runpy
import shlex
import shutil
from pathlib import Path

import click
import openpyxl
import pytest
from pyoxigraph import NamedNode

from plan_graph.cli import cli
from plan_graph.graph import load_store, view
from plan_graph.importers import KINDS
from plan_graph.resources import GRAPH
from plan_graph.vocab import PG as TERMS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
PG = "https://w3id.org/plan-graph/ns#"
#: PROV, ORG, Data Cube and DCAT, as the README names them.
STANDARD = (
    "http://www.w3.org/ns/prov#",
    "http://www.w3.org/ns/org#",
    "http://purl.org/linked-data/cube#",
    "http://www.w3.org/ns/dcat#",
)
ACTION_37 = NamedNode("https://w3id.org/plan-graph/id/122068/action/ap3-37")


def blocks(language):
    """Return the text of each block in *language*."""
    return [body for kind, body in BLOCKS if kind == language]


def block(language):
    """Return the text of the only block in *language*."""
    (found,) = blocks(language)
    return found


def commands():
    """Yield each command line of the README, with its output where the README shows it."""
    for kind, body in BLOCKS:
        if kind == "sh":
            yield from ((line, None) for line in body.splitlines() if line.startswith("plan-graph"))
        elif kind == "console":
            for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
                line, _, output = part.partition("\n")
                yield line, output


COMMANDS = list(commands())
IMPORTS = [line for line, _ in COMMANDS if re.match("plan-graph import (?!links |confirm )", line)]
SERVES = [line for line, _ in COMMANDS if line.startswith("plan-graph serve ")]
SERVES += [line for line, _ in COMMANDS if line == "plan-graph serve"]
# The text of the documents is not in the repository, and a server runs until it is stopped: these
# are parsed but not run.
RUN = list(dict.fromkeys(line for line, _ in COMMANDS if line not in {*IMPORTS, *SERVES}))


@pytest.fixture(scope="module")
def followed(run, tmp_path_factory):
    """The folder in which a reader has typed every command, and what each of them answered."""
    folder = tmp_path_factory.mktemp("reader")
    shutil.copytree(ROOT / "data", folder / "data")
    shutil.copytree(ROOT / "data", folder / "my-data")
    links = folder / "my-data" / "curated" / "links.csv"
    links.write_bytes(links.read_bytes() + block("csv").encode())
    with contextlib.chdir(folder):
        return folder, {line: run(*shlex.split(line)[1:]) for line in RUN}


@pytest.fixture
def served(run):
    """Ask for the actions and outcomes of one vision, as plain data."""

    def ask(vision, *options):
        answer = run("serves", vision, "--format", "json", *options)
        (found,) = json.loads(answer.stdout)["visions"]
        return found["actions"], found["outcomes"]

    return ask


NAMES = cli.list_commands(click.Context(cli))


def test_the_readme_shows_every_command():
    assert {shlex.split(line)[1] for line, _ in COMMANDS} == set(NAMES)


@pytest.mark.parametrize("line", RUN)
def test_a_command_of_the_readme_runs(line, followed):
    answer = followed[1][line]
    assert answer.exit_code == 0, answer.output


@pytest.mark.parametrize(("line", "output"), [pair for pair in COMMANDS if pair[1]])
def test_a_command_prints_what_the_readme_shows(line, output, followed):
    assert followed[1][line].stdout == output


@pytest.mark.parametrize("line", IMPORTS)
def test_an_import_of_the_readme_can_be_read(line):
    context = cli.commands["import"].make_context("import", shlex.split(line)[2:])
    assert context.params["kind"] in KINDS


@pytest.mark.parametrize("line", SERVES)
def test_a_server_of_the_readme_can_be_started(line):
    context = cli.commands["serve"].make_context("serve", shlex.split(line)[2:])
    assert 0 <= context.params["port"] < 65536


def test_the_readme_names_each_kind_of_document_that_can_be_imported():
    assert set(re.findall(r"`([a-z-]+)`", README)) >= set(KINDS)


@pytest.mark.parametrize(
    ("python", "printed"), list(zip(blocks("python"), blocks("text"), strict=True))
)
def test_the_python_snippets_print_what_the_readme_shows(python, printed, tmp_path, capsys):
    snippet = tmp_path / "snippet.py"
    snippet.write_text(python, encoding="utf-8")
    runpy.run_path(str(snippet))
    assert capsys.readouterr().out == printed


def test_the_csv_file_begins_with_the_mark_that_excel_looks_for(followed):
    assert (followed[0] / "serves.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_the_exported_files_are_what_the_readme_calls_them(followed):
    content = json.loads((followed[0] / "mandala.jsonld").read_text(encoding="utf-8"))
    assert content["@graph"]
    standard = (followed[0] / "mandala.trig").read_text(encoding="utf-8")
    for namespace in STANDARD:
        assert namespace in standard, namespace


def numbers(actions):
    return [int(action["notation"]) for action in actions]


def test_by_the_documents_vision_4_has_actions_12_to_15_and_none_about_disasters(served):
    actions, _ = served("④", "--basis", "matched")
    assert numbers(actions) == [12, 13, 14, 15]


def test_with_estimates_vision_4_has_the_disaster_actions_too(served):
    actions, _ = served("④")
    assert [number for number in numbers(actions) if number >= 23] == list(range(23, 38))
    estimated = [each for each in actions if each["effectiveBasis"] == "Estimated"]
    assert set(numbers(estimated)) >= set(range(23, 38))


def test_by_the_documents_vision_3_has_outcomes_but_no_action(served):
    actions, outcomes = served("3", "--basis", "matched")
    assert (actions, len(outcomes)) == ([], 2)


def test_with_estimates_vision_3_has_seven_actions(served):
    actions, _ = served("3")
    assert numbers(actions) == [2, 3, 15, 16, 20, 21, 22]
    assert {action["effectiveBasis"] for action in actions} == {"Estimated"}


@pytest.mark.parametrize("basis", ["stated", "matched", "estimated", "proposed"])
def test_vision_6_has_nothing(basis, served):
    assert served("6", "--basis", basis) == ([], [])


def test_the_example_has_four_actions_of_the_documents_and_three_estimates(served):
    actions, _ = served("2")
    bases = {int(each["notation"]): each["effectiveBasis"] for each in actions}
    assert bases == {
        **dict.fromkeys([7, 8, 9], "Estimated"),
        **dict.fromkeys([19, 20, 21, 22], "Matched"),
    }
    assert numbers(served("2", "--basis", "matched")[0]) == [19, 20, 21, 22]


def test_nothing_but_outcomes_is_left_of_vision_2_when_only_print_counts(served, followed):
    assert served("2", "--basis", "stated") == ([], served("2")[1])
    answer = followed[1]["plan-graph serves 2 --basis stated"]
    assert "記載 2\n" in answer.stdout


def test_the_way_from_action_12_to_vision_7_has_three_steps_and_a_remark(followed):
    answer = followed[1]['plan-graph explain "action 12" ⑦'].stdout
    assert re.findall(r"^  (\d)\. ", answer, re.MULTILINE) == ["1", "2", "3"]
    assert "※番号とビジョンの対応は編集者の読み取り" in answer


def test_explain_counts_its_links_at_the_end(followed):
    answer = followed[1]['plan-graph explain "action 12" ⑦'].stdout
    assert answer.splitlines()[-3] == "数えたつながり：導出 1（照合による 1）"


def test_by_the_documents_an_action_reaches_a_vision_through_a_match_of_names_only(run):
    def bases(*options):
        visions = json.loads(run("serves", "--format", "json", *options).stdout)["visions"]
        return {action["effectiveBasis"] for vision in visions for action in vision["actions"]}

    assert bases("--basis", "matched") == {"Matched"}
    assert bases() == {"Matched", "Estimated"}


@pytest.mark.parametrize("relation", ["addresses", "inTheme", "contributesTo"])
def test_links_to_issues_themes_and_sdgs_are_estimates_only(relation):
    store, predicate = load_store(GRAPH), NamedNode(PG + relation)
    assert list(store.quads_for_pattern(None, predicate, None))
    assert not list(view(store, TERMS.Matched).quads_for_pattern(None, predicate, None))


def test_no_department_has_confirmed_a_link():
    found = load_store(GRAPH).quads_for_pattern(None, NamedNode(PG + "confirmedBy"), None)
    assert not list(found)


def test_the_workbook_is_one_that_excel_opens(followed):
    assert (followed[0] / "themes.xlsx").read_bytes().startswith(b"PK")


def test_the_workbook_has_a_sheet_that_tells_view_and_sources(followed):
    book = openpyxl.load_workbook(followed[0] / "themes.xlsx")
    notes = "\n".join(
        str(cell) for row in book.worksheets[-1].iter_rows(values_only=True) for cell in row if cell
    )
    assert len(book.worksheets) > 1
    assert "推定は編集者の読み取りです。市の見解ではありません。" in notes
    assert "木更津市" in notes


def test_the_estimates_in_a_file_are_estimates_of_ours(followed):
    text = (followed[0] / "estimates.csv").read_text(encoding="utf-8-sig")
    assert "plan-graph編集者" in text


def test_the_readme_says_whose_view_the_estimates_are():
    assert "私たちの推定で、市の見解ではありません" in README
    assert "our estimates and not the city's view" in README


@pytest.mark.parametrize("relation", ["partOf", "responsible", "hasIndicator"])
def test_action_37_has_no_measure_department_or_indicator(relation):
    store = load_store(GRAPH)
    assert list(store.quads_for_pattern(ACTION_37, None, None))
    assert not list(store.quads_for_pattern(ACTION_37, NamedNode(PG + relation), None))


def test_five_documents_and_twelve_web_pages_are_in_the_graph():
    quads = load_store(GRAPH).quads_for_pattern(None, None, NamedNode(PG + "SourceDocument"))
    pages = ["/web-" in quad.subject.value for quad in quads]
    assert (pages.count(False), pages.count(True)) == (5, 12)


def test_the_released_graph_has_as_many_triples_and_bytes_as_the_section_on_speed_says():
    count, size = len(load_store(GRAPH)), round(GRAPH.stat().st_size / 1000)
    assert f"公開グラフは{count:,}トリプル、{size} kBです" in README
    assert f"the released graph has {count:,} triples in {size} kB" in README


def test_the_readme_links_to_files_and_headings_that_exist():
    headings = re.findall(r"^#+ (.+)$", README, re.MULTILINE)
    anchors = {heading.lower().replace("/", "").replace(" ", "-") for heading in headings}
    targets = re.findall(r"\]\(([^)]+)\)", README)
    assert targets
    for target in targets:
        if target.startswith("#"):
            assert target[1:] in anchors, target
        else:
            assert (ROOT / target).exists(), target
