"""What the project's own files promise: version, commands, locked dependencies."""

import re
from importlib.metadata import version
from pathlib import Path

import pytest

import plan_graph

ROOT = Path(__file__).parents[1]
LOCKS = sorted(path.name for path in ROOT.glob("requirements*.lock"))
TARGETS = """help demo test check fmt build bench mutants lock third-party system-deps clean"""


def read(name):
    return (ROOT / name).read_text(encoding="utf-8")


def test_the_changelog_starts_with_the_version_we_are():
    newest = re.search(r"^## \[([^\]]+)\] - \d{4}-\d{2}-\d{2}$", read("CHANGELOG.md"), re.MULTILINE)
    assert newest
    assert newest[1] == plan_graph.__version__ == version("plan-graph")


@pytest.mark.parametrize("target", TARGETS.split())
def test_make_knows_and_explains_each_command(target):
    assert re.search(rf"^{target}:.*## .+ / .+$", read("Makefile"), re.MULTILINE)


def test_there_is_a_lock_to_run_one_to_build_and_one_to_develop():
    assert LOCKS == ["requirements-build.lock", "requirements-dev.lock", "requirements.lock"]


@pytest.mark.parametrize("lock", LOCKS)
def test_each_locked_package_has_one_version_and_a_hash(lock):
    lines = read(lock).replace("\\\n", "").splitlines()
    packages = [line for line in lines if line and not line.lstrip().startswith("#")]
    assert packages
    for package in packages:
        assert re.match(r"[\w.-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", package)


@pytest.mark.parametrize("lock", LOCKS)
def test_no_lock_names_an_address(lock):
    assert "://" not in read(lock)
    assert "index-url" not in read(lock)


@pytest.mark.parametrize("lock", LOCKS)
def test_the_locks_agree_on_every_version(lock):
    def pinned(name):
        return dict(re.findall(r"^([\w.-]+)==(\S+)", read(name), re.MULTILINE))

    dev, other = pinned("requirements-dev.lock"), pinned(lock)
    assert {name: dev.get(name) for name in other} == other


def test_nothing_silences_the_linter_without_saying_what():
    silenced = [
        f"{path.relative_to(ROOT)}:{number}"
        for folder in ("src", "tests", "docs", "benchmarks")
        for path in sorted((ROOT / folder).rglob("*.py"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if re.search(r"#\s*(ruff: )?noqa(?!: [A-Z]+\d)", line)
    ]
    assert silenced == []
