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
from plan_graph.cli import main
try:
    main()
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
    "starlette",
    "openpyxl",
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
    "diff": (["diff", str(GRAPH), str(GRAPH)], QUICK),
    "build": (["build", "--check", *FOLDER], {*QUICK, "tomllib", "yaml"}),
    "import": (["import", "action-plan", "missing.txt", *FOLDER], {*QUICK, "tomllib"}),
    "check": (["check", *FOLDER], {*QUICK, "tomllib", "rdflib", "oxrdflib", "pyshacl"}),
    "export as ttl": (["export", "--format", "ttl"], QUICK),
    "export as nt": (["export", "--format", "nt"], QUICK),
    "export as trig": (["export", "--format", "trig", "--standard"], QUICK),
    "export as jsonld": (["export", "--format", "jsonld"], {*QUICK, "rdflib", "oxrdflib"}),
}
#: What a question needs of ours: no register, no importer, no build.
FOR_A_QUESTION = {
    "plan_graph",
    "plan_graph.answers",
    "plan_graph.cli",
    "plan_graph.errors",
    "plan_graph.graph",
    "plan_graph.graph.store",
    "plan_graph.japanese",
    "plan_graph.lookup",
    "plan_graph.messages",
    "plan_graph.questions",
    "plan_graph.resources",
    "plan_graph.tables",
    "plan_graph.vocab",
}
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


def test_a_question_loads_no_importer_and_no_build(tmp_path):
    modules = loaded(["serves", "2"], tmp_path)
    assert {each for each in modules if each.split(".")[0] == "plan_graph"} == FOR_A_QUESTION


def test_the_help_loads_no_more_of_ours_than_the_commands(tmp_path):
    modules = loaded(["--help"], tmp_path)
    ours = {each for each in modules if each.split(".")[0] == "plan_graph"}
    assert ours == {"plan_graph", "plan_graph.cli", "plan_graph.errors", "plan_graph.vocab"}


def test_the_table_above_knows_every_command():
    assert set(cli.commands) == {arguments[0] for arguments, _ in STARTS.values()} - {
        "--help",
        "--version",
    }


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_a_command_explains_itself_in_japanese_and_in_english(name):
    first = cli.commands[name].get_short_help_str(limit=200)
    japanese, slash, english = first.partition(" / ")
    assert slash
    assert JAPANESE.search(japanese)
    assert re.match(r"[A-Z][^ぁ-んァ-ヶ一-龠]+$", english)


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_each_option_of_a_command_explains_itself_in_japanese_and_in_english(name):
    for option in cli.commands[name].params:
        if isinstance(option, click.Option):
            assert option.help, option.name
            japanese, _, english = option.help.partition(" / ")
            assert JAPANESE.search(japanese), option.name
            assert re.search(r"[a-z]", english), option.name


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_the_readme_tells_of_each_command(name):
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert re.search(rf"(plan-graph |`){name}\b", readme), f"README.md says nothing of {name}"
