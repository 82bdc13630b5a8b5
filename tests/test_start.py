"""What each command loads before it answers, and that each one explains itself."""

import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from plan_graph.cli import cli

ROOT = Path(__file__).parents[1]
GRAPH = ROOT / "data" / "mandala.ttl"
#: Run a command and tell on stderr which modules it loaded.
SCRIPT = """
import sys
before = set(sys.modules)
from plan_graph.cli import cli
try:
    cli(prog_name="plan-graph")
finally:
    print("LOADED", *sorted(set(sys.modules) - before), file=sys.stderr)
"""
#: Libraries that take time to load, or that only some commands need.
WATCHED = {
    "click",
    "pyoxigraph",
    "tomllib",
    "yaml",
    "rdflib",
    "oxrdflib",
    "pyshacl",
    "networkx",
    "pyvis",
    "jinja2",
    "starlette",
    "uvicorn",
    "openpyxl",
    "xlsxwriter",
    "docx",
}
QUICK = {"click", "pyoxigraph"}
FOLDER = ["--data", str(ROOT / "data")]
STARTS = {
    "help": (["--help"], {"click"}),
    "version": (["--version"], {"click"}),
    "help of a command": (["serves", "--help"], {"click"}),
    "serves": (["serves", "2"], QUICK),
    "serves as csv": (["serves", "2", "--format", "csv"], QUICK),
    "explain": (["explain", "取組19", "ビジョン②"], QUICK),
    "query of the library": (["query", "departments"], {*QUICK, "yaml"}),
    "query as csv": (["query", "departments", "--format", "csv"], {*QUICK, "yaml"}),
    "query as json": (["query", "departments", "--format", "json"], {*QUICK, "yaml"}),
    "query as xlsx, nowhere": (["query", "departments", "--format", "xlsx"], {*QUICK, "yaml"}),
    "query in SPARQL": (["query", "ASK { ?s ?p ?o }"], QUICK),
    "queries": (["queries"], {*QUICK, "yaml"}),
    "show": (["show", "取組24"], QUICK),
    "show as json": (["show", "取組24", "--format", "json"], QUICK),
    "find": (["find", "干潟"], QUICK),
    "find as json": (["find", "干潟", "--format", "json"], QUICK),
    "table": (["table", "action", "vision"], QUICK),
    "table as csv": (["table", "action", "vision", "--format", "csv"], QUICK),
    "table as json": (["table", "action", "vision", "--format", "json"], QUICK),
    "table that has a name": (["table", "--preset", "summary"], QUICK),
    "list of tables": (["table", "--list"], QUICK),
    # Without a file it says so; it has loaded what an answer needs, but for the writer.
    "table as xlsx, nowhere": (["table", "action", "vision", "--format", "xlsx"], QUICK),
    "coverage": (["coverage"], QUICK),
    "coverage as csv": (["coverage", "--format", "csv"], QUICK),
    "coverage as json": (["coverage", "--format", "json"], QUICK),
    "coverage as html": (["coverage", "--format", "html"], QUICK),
    "network": (["network", "thin"], {*QUICK, "networkx"}),
    "what-if": (["what-if", "--without", "取組1", "--audience", "office"], {*QUICK, "networkx"}),
    "network of no such audience": (["network", "missed"], {*QUICK}),
    "progress": (["progress"], QUICK),
    "progress as csv": (["progress", "--by", "vision", "--format", "csv"], QUICK),
    "progress as json": (["progress", "取組24", "--format", "json"], QUICK),
    "progress as html": (["progress", "--format", "html"], QUICK),
    "mandala of no such view": (["mandala", "--view", "none"], QUICK),
    "diff": (["diff", str(GRAPH), str(GRAPH)], QUICK),
    "build": (["build", "--check", *FOLDER], {*QUICK, "tomllib", "yaml"}),
    "import": (["import", "action-plan", "missing.txt", *FOLDER], {*QUICK, "tomllib"}),
    "import of links": (["import", "links", "missing.xlsx", *FOLDER], {*QUICK, "tomllib"}),
    "import of answers": (["import", "confirm", "missing.xlsx", *FOLDER], {*QUICK, "tomllib"}),
    "check": (["check", *FOLDER], {*QUICK, "tomllib", "rdflib", "oxrdflib", "pyshacl"}),
    "export of links, nowhere": (["export", "links", "--predicate", "contributesTo"], QUICK),
    "export of sheets, nowhere": (["export", "progress", "--format", "docx"], QUICK),
    # It says what is wrong with the graph before it loads the server.
    "serve, no such graph": (["serve", "--graph", "missing.ttl"], QUICK),
    "export of a sheet to confirm, nowhere": (
        ["export", "confirm", "--department", "危機管理課"],
        {*QUICK, "tomllib"},
    ),
    "export as ttl": (["export", "--format", "ttl"], QUICK),
    "export as nt": (["export", "--format", "nt"], QUICK),
    "export as trig": (["export", "--format", "trig", "--standard"], QUICK),
    "export as graphml": (["export", "--format", "graphml"], {*QUICK, "networkx"}),
    "export of tables, nowhere": (["export", "--format", "edges"], QUICK),
    "export as jsonld": (["export", "--format", "jsonld"], {*QUICK, "rdflib", "oxrdflib"}),
}
#: What every answer needs of ours, and what each command needs besides: no register, no
#: importer, no build, and nothing of the other commands.
ASK = {"cli", "cli.common", "cli.ask"}
TABLES = {*ASK, "cli.tables"}
OTHERS = ("pictures", "progress", "network", "exports", "keep", "serve")
COMMANDS = {*TABLES, *(f"cli.{name}" for name in OTHERS)}
FOR_AN_ANSWER = {
    *ASK,
    "errors",
    "graph",
    "graph.store",
    "japanese",
    "lookup",
    "messages",
    "messages.terms",
    "messages.texts",
    "resources",
    "tables",
    "vocab",
}
WITH_BASIS = {*FOR_AN_ANSWER, "answers", "reasons"}
LIBRARY = {"questions", "sparql", "vetting"}
ASKING = {*LIBRARY, "asking", "diagnosis", "results", "workbook", "workbook_looks"}
SEARCH = {"graph.turtle", "search", "search_answers"}
FACTS = {"facts", "facts_json", "measured", "measured_answers", "pages"}
CROSS = {
    *TABLES,
    "cross",
    "cross_answers",
    "cross_notes",
    "edges",
    "graph.turtle",
    "kinds",
    "workbook",
    "workbook_looks",
}
COVERAGE = {
    *TABLES,
    "messages.history",
    "coverage",
    "coverage_answers",
    "coverage_notes",
    "cross",
    "edges",
    "graph.turtle",
    "kinds",
    "workbook",
    "workbook_looks",
}
PRESETS = {
    "coverage",
    "coverage_notes",
    "measured",
    "measured_answers",
    "messages.presets",
    "preset_answers",
    "preset_figures",
    "preset_links",
    "preset_tables",
    "presets",
    "progress",
    "progress_notes",
    "reported",
}
PROGRESS = {
    *TABLES,
    "cli.pictures",
    "cli.progress",
    "coverage",
    "coverage_notes",
    "cross",
    "edges",
    "graph.turtle",
    "kinds",
    "measured",
    "measured_answers",
    "messages.progress",
    "progress",
    "progress_answers",
    "progress_notes",
    "reported",
    "workbook",
    "workbook_looks",
}
OURS = {
    "serves": WITH_BASIS,
    "explain": {
        *WITH_BASIS,
        "graph.turtle",
        "history",
        "history_answers",
    },
    "query of the library": {*WITH_BASIS, *ASKING},
    "query in SPARQL": {*WITH_BASIS, *ASKING},
    "queries": {*FOR_AN_ANSWER, *LIBRARY},
    "show": {*WITH_BASIS, *SEARCH, *FACTS, "history", "history_answers"},
    "find": {*WITH_BASIS, *SEARCH},
    "table": {*WITH_BASIS, *CROSS},
    "table that has a name": {*WITH_BASIS, *CROSS, *PRESETS},
    "coverage": {*WITH_BASIS, *COVERAGE},
    "coverage as html": {*WITH_BASIS, *COVERAGE, "charts", "coverage_page", "plain_page"},
    "progress": {*WITH_BASIS, *PROGRESS},
    "progress as html": {*WITH_BASIS, *PROGRESS, "charts", "plain_page", "progress_page"},
}
NAMES = cli.list_commands(click.Context(cli))
JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-龠]")


def loaded(arguments, folder):
    """Return the modules that a command loads, in a process of its own."""
    # Coverage measures subprocesses by loading itself into them.
    environment = {name: value for name, value in os.environ.items() if "COV" not in name}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *arguments],
        cwd=folder,
        env={**environment, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return set(done.stderr.rpartition("LOADED ")[2].split())


@pytest.mark.parametrize("name", STARTS)
def test_a_command_loads_only_the_libraries_it_needs(name, tmp_path):
    arguments, expected = STARTS[name]
    modules = loaded(arguments, tmp_path)
    assert {each.split(".")[0] for each in modules} & WATCHED == expected
    assert list(tmp_path.iterdir()) == [], "a command leaves nothing in the folder it runs in"


def test_a_workbook_loads_its_writer_and_leaves_only_itself(tmp_path):
    file = tmp_path / "table.xlsx"
    arguments = ["table", "action", "vision", "--format", "xlsx", "-o", str(file)]
    modules = loaded(arguments, tmp_path)
    assert {each.split(".")[0] for each in modules} & WATCHED == {*QUICK, "xlsxwriter"}
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("name", OURS)
def test_a_command_loads_of_ours_only_what_its_answer_needs(name, tmp_path):
    modules = loaded(STARTS[name][0], tmp_path)
    ours = {each for each in modules if each.split(".")[0] == "plan_graph"} - {"plan_graph"}
    assert {each.removeprefix("plan_graph.") for each in ours} == OURS[name]


def test_the_help_loads_no_more_of_ours_than_the_commands(tmp_path):
    modules = loaded(["--help"], tmp_path)
    ours = {each for each in modules if each.split(".")[0] == "plan_graph"}
    loaded_here = {each.removeprefix("plan_graph.") for each in ours}
    assert loaded_here == {"plan_graph", *COMMANDS, "errors", "vocab"}


def test_the_table_above_knows_every_command():
    assert set(NAMES) == {arguments[0] for arguments, _ in STARTS.values()} - {
        "--help",
        "--version",
    }


@pytest.mark.parametrize("name", NAMES)
def test_a_command_explains_itself_in_japanese_and_in_english(name):
    first = cli.commands[name].get_short_help_str(limit=200)
    japanese, slash, english = first.partition(" / ")
    assert slash
    assert JAPANESE.search(japanese)
    assert re.match(r"[A-Z][^ぁ-んァ-ヶ一-龠]+$", english)


@pytest.mark.parametrize("name", NAMES)
def test_each_option_of_a_command_explains_itself_in_japanese_and_in_english(name):
    for option in cli.commands[name].params:
        if isinstance(option, click.Option):
            assert option.help, option.name
            japanese, _, english = option.help.partition(" / ")
            assert JAPANESE.search(japanese), option.name
            assert re.search(r"[a-z]", english), option.name


@pytest.mark.parametrize("name", NAMES)
def test_the_readme_tells_of_each_command(name):
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert re.search(rf"(plan-graph |`){name}\b", readme), f"README.md says nothing of {name}"
