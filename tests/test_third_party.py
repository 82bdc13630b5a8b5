"""THIRD_PARTY.md lists what the lock files install."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def packages(lock):
    return re.findall(r"^([\w.-]+)==(\S+)", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE)


@pytest.fixture(scope="module")
def listed():
    rows = (ROOT / "THIRD_PARTY.md").read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip() for cell in row.split("|")[1:-1]] for row in rows if row.startswith("|")]
    return {(name, version): licence for name, version, licence, _ in cells}


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_every_locked_package_is_listed_with_its_licence(listed, lock):
    assert [package for package in packages(lock) if not listed.get(package)] == []


def test_what_is_needed_to_run_comes_before_what_is_needed_to_develop():
    run, develop = (ROOT / "THIRD_PARTY.md").read_text(encoding="utf-8").split("\n## ")[1:]
    needed = packages("requirements.lock")
    assert [name for name, version in needed if f"| {name} | {version} |" not in run] == []
    assert [name for name, version in needed if f"| {name} | {version} |" in develop] == []
