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
GUARD = '''
from pathlib import Path
import plan_graph
import pytest

def pytest_configure(config):
    if not Path(plan_graph.__file__).is_relative_to(Path(__file__).parent):
        raise pytest.UsageError(f"{plan_graph.__file__} is not the copied source")
'''


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


def tested(root, *tests):
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
        code, output = tested(root, mutant.test)
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
    if stale := [reason for each in mutants if (reason := each.stale(ROOT))]:
        say("\n".join(stale))
        return 1
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        copied(root)
        code, output = tested(root, *dict.fromkeys(each.test for each in mutants))
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
