"""What the README shows is what happens: its commands, their output, its Python, its limits."""

import contextlib
import json
import re
import runpy
import shlex
import shutil
from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from plan_graph.cli import cli
from plan_graph.graph import load_store
from plan_graph.importers import KINDS
from plan_graph.resources import GRAPH

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


def block(language):
    """Return the text of the only block in *language*."""
    (found,) = (body for kind, body in BLOCKS if kind == language)
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
IMPORTS = [line for line, _ in COMMANDS if line.startswith("plan-graph import ")]
# The text of the documents is not in the repository, so that imports are parsed but not run.
RUN = list(dict.fromkeys(line for line, _ in COMMANDS if line not in IMPORTS))


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


def test_the_readme_shows_every_command():
    assert {shlex.split(line)[1] for line, _ in COMMANDS} == set(cli.commands)


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


def test_the_readme_names_each_kind_of_document_that_can_be_imported():
    assert set(re.findall(r"`([a-z-]+)`", README)) >= set(KINDS)


def test_the_python_snippet_prints_what_the_readme_shows(tmp_path, capsys):
    snippet = tmp_path / "snippet.py"
    snippet.write_text(block("python"), encoding="utf-8")
    runpy.run_path(str(snippet))
    assert capsys.readouterr().out == block("text")


def test_the_csv_file_begins_with_the_mark_that_excel_looks_for(followed):
    assert (followed[0] / "serves.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_the_exported_files_are_what_the_readme_calls_them(followed):
    content = json.loads((followed[0] / "mandala.jsonld").read_text(encoding="utf-8"))
    assert content["@graph"]
    standard = (followed[0] / "mandala.trig").read_text(encoding="utf-8")
    for namespace in STANDARD:
        assert namespace in standard, namespace


def test_vision_4_has_actions_12_to_15_and_none_about_disasters(served):
    actions, _ = served("④")
    assert [action["notation"] for action in actions] == ["12", "13", "14", "15"]


def test_vision_3_has_outcomes_but_no_action(served):
    actions, outcomes = served("3")
    assert (actions, len(outcomes)) == ([], 2)


def test_vision_6_has_nothing(served):
    assert served("6") == ([], [])


def test_nothing_but_outcomes_is_left_of_vision_2_when_only_print_counts(served, followed):
    assert served("2", "--basis", "stated") == ([], served("2")[1])
    answer = followed[1]["plan-graph serves 2 --basis stated"]
    assert "記載 2\n" in answer.stdout


def test_the_way_from_action_12_to_vision_7_has_three_steps_and_a_remark(followed):
    answer = followed[1]['plan-graph explain "action 12" ⑦'].stdout
    assert re.findall(r"^  (\d)\. ", answer, re.MULTILINE) == ["1", "2", "3"]
    assert "※番号とビジョンの対応は編集者の読み取り" in answer


def test_every_action_that_reaches_a_vision_does_so_through_a_match_of_names(run):
    visions = json.loads(run("serves", "--format", "json").stdout)["visions"]
    bases = {action["effectiveBasis"] for vision in visions for action in vision["actions"]}
    assert bases == {"Matched"}


@pytest.mark.parametrize("relation", ["contributesTo", "addresses", "inTheme"])
def test_what_the_readme_misses_is_missing(relation):
    assert not list(load_store(GRAPH).quads_for_pattern(None, NamedNode(PG + relation), None))


@pytest.mark.parametrize("relation", ["partOf", "responsible", "hasIndicator"])
def test_action_37_has_no_measure_department_or_indicator(relation):
    store = load_store(GRAPH)
    assert list(store.quads_for_pattern(ACTION_37, None, None))
    assert not list(store.quads_for_pattern(ACTION_37, NamedNode(PG + relation), None))


def test_three_documents_are_in_the_graph():
    quads = load_store(GRAPH).quads_for_pattern(None, None, NamedNode(PG + "SourceDocument"))
    assert len(list(quads)) == 3


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
