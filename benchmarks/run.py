"""Measure our commands against bare scripts that do the same, as whole processes in turn.

Each case runs our command and its peer in turn (A B A B …) after two warm-ups of both, and tells
the medians of the wall times, the median of the ratios pair by pair (so that a drift of the
machine's speed cancels out), and the largest memory of a process. A bound is a claim to judge, not
a test: the exit code is 0 whatever the ratios are, and 1 when a run fails or does not answer what
its peer answers.

What whole runs cannot tell is measured inside one process (see inside.py): each question of the
library, and `Graph.query`. With --growth the same is asked of 1, 10 and 100 invented cities.
"""

import argparse
import csv
import json
import os
import platform
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Any

try:
    import resource
except ImportError:  # Windows
    resource = None

ROOT = Path(__file__).parents[1]
PEERS = ROOT / "benchmarks" / "peers"
INSIDE = ROOT / "benchmarks" / "inside.py"
SYNTHETIC = ROOT / "benchmarks" / "synthetic.py"
OURS = str(Path(sys.executable).with_name("plan-graph"))
PACKAGES = ("plan-graph", "click", "pyoxigraph", "rdflib", "oxrdflib", "pyshacl")
HEAD = ("case", "peer", "ours ms", "peer ms", "ratio", "bound", "holds", "ours MB", "peer MB")
#: Actions that serve vision 2, by the weakest basis that counts.
ACTIONS = {"estimated": ["7", "8", "9", "19", "20", "21", "22"], "stated": []}
CITY = "https://w3id.org/plan-graph/id/122068/"
SDG = "http://metadata.un.org/sdg/"
WARM_UPS = 2
NAMES = "SELECT ?e ?n { ?e a pg:Action ; pg:name ?n } ORDER BY ?n"
#: Most that our library may take for all questions, and add to one; most for `Graph.query`.
LIBRARY, ADDED, FACED = 3, 5, 5
#: Most that a workbook of ours may take, of the same cells bare.
WRITTEN = 3
GROWTH = (1, 10, 100)


class Wrong(Exception):  # noqa: N818 - it says what it is
    """A run failed, or does not answer what its peer answers."""


@dataclass(frozen=True)
class Run:
    """One finished process: seconds, peak memory in MB (None where nobody tells), and print."""

    seconds: float
    memory: float | None
    output: str


def nothing(_: str, __: str) -> None:
    """Compare no answers: the two processes print different things."""


@dataclass(frozen=True)
class Case:
    """Our command and its peer, the bound on ours / peer, and how their answers are compared."""

    name: str
    peer: str
    ours: Sequence[str]
    theirs: Sequence[str]
    bound: float
    compare: Callable[[str, str], None] = nothing
    #: exit codes of a run that went well
    fine: tuple[int, ...] = (0,)
    #: what our command writes; removed before each run, so that every run writes it
    written: Path | None = None


@dataclass
class Measured:
    """The counted runs of a case, pair by pair."""

    ours: list[Run] = field(default_factory=list)
    theirs: list[Run] = field(default_factory=list)

    @property
    def ratio(self) -> float:
        """The median of ours / peer, pair by pair."""
        pairs = zip(self.ours, self.theirs, strict=True)
        return median(ours.seconds / theirs.seconds for ours, theirs in pairs)


def cases(folder: Path) -> list[Case]:
    """Return all cases; what commands write goes to *folder*."""
    serves = [
        Case(
            " ".join(["serves 2", *more]),
            peer,
            [OURS, "serves", "2", *more],
            [sys.executable, str(PEERS / script), "2", *theirs],
            bound,
            same_actions(basis, folder),
        )
        for basis, more in (("estimated", []), ("stated", ["--basis", "stated"]))
        for peer, script, theirs, bound in (
            ("click + pyoxigraph", "serves_pyoxigraph.py", ["--basis", basis], 2.5),
            ("rdflib", "serves_rdflib.py", [basis], 1 / 8),
        )
    ]
    help_peer = [sys.executable, str(PEERS / "help_click.py"), "--help"]
    parse = [sys.executable, str(PEERS / "parse_rdflib.py")]
    written = folder / "mandala.ttl"
    build = [OURS, "build", "-o", str(written)]
    reads = "rdflib reads the graph"
    return [
        *serves,
        *newer(folder),
        mandala(folder),
        Case("--help", "click group", [OURS, "--help"], help_peer, 1.5, same_help),
        Case("build", reads, build, parse, 3, written=written),
        Case("check", reads, [OURS, "check"], parse, 6, fine=(0, 1)),
    ]


def newer(folder: Path) -> list[Case]:
    """Return the cases of query, show, find and table."""

    def peer(name: str, *arguments: str) -> list[str]:
        return [sys.executable, str(PEERS / f"{name}_pyoxigraph.py"), *arguments]

    bare, crossed = "click + pyoxigraph", ["Action", "Vision"]
    named = ["actions-of-vision", "--set", "vision=②"]
    question = peer("query", "actions-of-vision", "--vision", "2")
    table = [OURS, "table", "action", "vision"]
    written = folder / "table.csv"
    output = ["--format", "csv", "-o", str(written)]
    by_name = [OURS, "query", *named]
    return [
        Case("query NAME", bare, by_name, question, 2.5, as_many_rows(by_name, folder)),
        Case(
            "query TEXT",
            bare,
            [OURS, "query", NAMES],
            peer("query", NAMES),
            2.5,
            as_many_rows([OURS, "query", NAMES], folder),
        ),
        Case("show 取組9", bare, [OURS, "show", "取組9"], peer("show", "9"), 2.5, same_facts),
        Case("find 干潟", bare, [OURS, "find", "干潟"], peer("find", "干潟"), 2.5, same_names),
        Case("table", bare, table, peer("table", *crossed), 2.5, same_marks(table, folder)),
        Case(
            "table, csv file",
            "csv + pyoxigraph",
            [*table, *output],
            peer("table", *crossed, "-o", str(folder / "peer.csv")),
            2,
            lambda *_: same_table(
                written.read_text(encoding="utf-8-sig"),
                (folder / "peer.csv").read_text(encoding="utf-8-sig"),
            ),
            written=written,
        ),
    ]


def mandala(folder: Path) -> Case:
    """Return the case of the mandala: its page, against what pyvis needs for nodes and edges."""
    page, listed = folder / "mandala.html", folder / "listed.txt"
    run([OURS, "mandala", "-o", str(page)], folder)
    found = re.search(r'id="data">(.*?)</script>', page.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None, "the page holds its data"
    told = json.loads(found[1])
    keys = [item["k"] for item in told["items"]]
    iris = [f"{SDG}{key[4:]}" if key.startswith("sdg/") else CITY + key for key in keys]
    listed.write_text("\n".join(iris), encoding="utf-8")

    def compare(_: str, theirs: str) -> None:
        ours = [len(told["items"]), len(told["lines"])]
        if theirs.split() != [str(each) for each in ours]:
            message = f"the mandala has {ours} elements and lines, its peer {theirs}"
            raise Wrong(message)

    peer = [sys.executable, str(PEERS / "mandala_pyvis.py"), str(listed), str(folder / "vis.html")]
    ours = [OURS, "mandala", "-o", str(page)]
    return Case("mandala", "pyvis, the same fixed", ours, peer, 1, compare, written=page)


def as_many_rows(command: Sequence[str], folder: Path) -> Callable[[str, str], None]:
    """Return the comparison: as CSV we print as many rows as the peer does as TSV."""

    def compare(_: str, theirs: str) -> None:
        as_csv = run([*command, "--format", "csv"], folder).output
        ours, others = len(list(csv.reader(as_csv.splitlines()))), len(theirs.splitlines())
        if ours != others or ours < 2:  # noqa: PLR2004 - the head and one row
            message = f"{' '.join(command)} answers {ours} lines, its peer {others}"
            raise Wrong(message)

    return compare


def same_facts(ours: str, theirs: str) -> None:
    """Compare the values of one element: what the peer found printed, we print too."""
    printed = re.findall(r"^  asPrinted: (.+)$", theirs, re.MULTILINE)
    missing = [value for value in printed if value not in ours]
    if missing or not printed:
        message = f"show leaves out {missing} of {printed}"
        raise Wrong(message)


def same_names(ours: str, theirs: str) -> None:
    """Compare the elements found by their names."""
    names = [line.split("\t")[1] for line in theirs.splitlines()]
    if f"{len(names)}件" not in ours or not all(name in ours for name in names):
        message = f"find answers otherwise than its peer:\n{ours}\n{theirs}"
        raise Wrong(message)


def same_marks(command: Sequence[str], folder: Path) -> Callable[[str, str], None]:
    """Return the comparison: as CSV our table has the cells of the peer's."""

    def compare(_: str, theirs: str) -> None:
        same_table(run([*command, "--format", "csv"], folder).output, theirs)

    return compare


def same_table(ours: str, theirs: str) -> None:
    """Compare two tables in CSV, all but the words of their first row and column for totals."""

    def cells(content: str) -> list[list[str]]:
        first, *rows, last = csv.reader(content.splitlines())
        return [first[1:-1], *rows, last[1:]]

    if cells(ours) != cells(theirs):
        message = f"table answers otherwise than its peer:\n{ours}\n{theirs}"
        raise Wrong(message)


def same_actions(basis: str, folder: Path) -> Callable[[str, str], None]:
    """Return the comparison: both print the same actions, whole rows of them, and the right ones.

    The rows of our table are padded for the screen, so its numbers are compared as printed, and
    whole rows by a run with ``--format csv``.
    """

    def compare(ours: str, theirs: str) -> None:
        as_csv = run([OURS, "serves", "2", "--basis", basis, "--format", "csv"], folder).output
        our_rows = [row[1:] for row in csv.reader(as_csv.splitlines())][1:]
        rows = [line.split("\t") for line in theirs.splitlines() if "\t" in line]
        numbers = re.findall(r"^  (\d+)  ", ours, re.MULTILINE)
        if not ACTIONS[basis] == numbers == [row[0] for row in rows] or our_rows != rows:
            message = f"serves 2 ({basis}) answers {our_rows}, its peer {rows}"
            raise Wrong(message)

    return compare


def same_help(ours: str, theirs: str) -> None:
    """Compare two helps word by word."""
    if ours.split() != theirs.split():
        message = f"bring benchmarks/peers/help_click.py up to date:\n{ours}\n{theirs}"
        raise Wrong(message)


def environment(folder: Path) -> dict[str, str]:
    """Return what processes are run in: as after an installation, whoever runs this.

    Settings of Python are dropped, above all PYTHONDONTWRITEBYTECODE: with it an editable checkout
    is compiled anew in each run, and a bare script is not. The warm-ups compile into *folder*. Our
    commands run the sources beside this script, whatever is installed.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {
        **kept,
        "PYTHONIOENCODING": "utf-8",
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
        "PYTHONPATH": str(ROOT / "src"),
    }


def run(command: Sequence[str], folder: Path, fine: tuple[int, ...] = (0,)) -> Run:
    """Run *command* to its end; raise Wrong when it fails."""
    start = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603 - our own commands
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=ROOT, env=environment(folder)
    )
    assert process.stdout, "it was asked for"
    output = process.stdout.read().decode()
    memory = None
    if hasattr(os, "wait4"):
        # The usage of this one process; getrusage would give the largest of all so far.
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        memory = megabytes(usage.ru_maxrss)
    code = process.wait()
    seconds = time.perf_counter() - start
    process.stdout.close()
    if code not in fine:
        message = f"{' '.join(command)} ended with code {code}:\n{output}"
        raise Wrong(message)
    return Run(seconds, memory, output)


def megabytes(usage: int) -> float:
    """Return what the system tells as peak memory in MB."""
    return usage / (1024**2 if sys.platform == "darwin" else 1024)


def measure(case: Case, pairs: int, folder: Path) -> Measured:
    """Run our command and its peer in turn; compare their answers once."""
    measured = Measured()
    for number in range(WARM_UPS + pairs):
        if case.written:
            case.written.unlink(missing_ok=True)
        ours, theirs = run(case.ours, folder, case.fine), run(case.theirs, folder)
        if number == 0:
            case.compare(ours.output, theirs.output)
        if number >= WARM_UPS:
            measured.ours.append(ours)
            measured.theirs.append(theirs)
    return measured


def row(case: Case, measured: Measured) -> tuple[str, ...]:
    """Return the line of the table that tells *measured*."""

    def milliseconds(runs: list[Run]) -> str:
        return f"{median(each.seconds for each in runs) * 1000:.0f}"

    def memory(runs: list[Run]) -> str:
        known = [each.memory for each in runs if each.memory is not None]
        if not known or not resource:
            return "-"
        # A process starts as a copy of this one, which counts as its peak: no less can be told.
        floor = megabytes(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
        return f"{max(known):.0f}" if max(known) > floor else f"< {floor:.0f}"

    faster = case.bound < 1
    ratio = 1 / measured.ratio if faster else measured.ratio
    return (
        case.name,
        case.peer,
        milliseconds(measured.ours),
        milliseconds(measured.theirs),
        f"{ratio:.1f} x faster" if faster else f"{ratio:.2f}",
        f">= {1 / case.bound:.0f} x" if faster else f"<= {case.bound}",
        "yes" if measured.ratio <= case.bound else "no",
        memory(measured.ours),
        memory(measured.theirs),
    )


def machine() -> str:
    """Return what was measured on: machine, system, Python and packages."""
    model = platform.processor() or platform.machine()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        found = re.search(r"model name\s*:\s*(.+)", cpuinfo.read_text(encoding="utf-8"))
        model = found[1] if found else model
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return (
        f"{model}, {os.cpu_count()} cores, {platform.system()} {platform.release()}, "
        f"Python {platform.python_version()}; {packages}"
    )


def plain(line: Sequence[str], widths: Sequence[int]) -> str:
    """Return a line of the table for the terminal: the first two columns left, numbers right."""
    cells = (
        cell.ljust(width) if at < 2 else cell.rjust(width)  # noqa: PLR2004 - see above
        for at, (cell, width) in enumerate(zip(line, widths, strict=True))
    )
    return "  ".join(cells).rstrip()


def inside(folder: Path, *arguments: str) -> Any:  # noqa: ANN401 - whatever JSON says
    """Run inside.py and return what it prints."""
    return json.loads(run([sys.executable, str(INSIDE), *arguments], folder).output)


def inside_row(
    name: str, ours: float, theirs: float, bound: float, *, added: bool = False
) -> tuple[str, ...]:
    """Return the line of the table for times in ms, judged by their ratio or by what is added."""
    value = ours - theirs if added else ours / theirs
    return (
        name,
        "bare engine",
        f"{ours:.1f}",
        f"{theirs:.1f}",
        f"+{value:.1f} ms" if added else f"{value:.2f}",
        f"<= {bound} ms" if added else f"<= {bound}",
        "yes" if value <= bound else "no",
        "-",
        "-",
    )


def library_rows(folder: Path) -> Iterator[tuple[str, ...]]:
    """Yield the lines of the library: all questions summed, and the one to which we add most."""
    found = inside(folder, "library")
    ours, theirs = (sum(each[side] for each in found.values()) for side in ("ours", "theirs"))
    yield inside_row(f"library, {len(found)} questions", ours, theirs, LIBRARY)
    most = max(found, key=lambda name: found[name]["ours"] - found[name]["theirs"])
    name = f"library, most added: {most}"
    yield inside_row(name, found[most]["ours"], found[most]["theirs"], ADDED, added=True)


def workbook_rows(folder: Path) -> Iterator[tuple[str, ...]]:
    """Yield the lines of writing workbooks: as we print them, and the same cells bare."""
    for name, taken in inside(folder, "workbook").items():
        line = inside_row(f"workbook, {name}", taken["ours"], taken["theirs"], WRITTEN)
        yield (line[0], "XlsxWriter", *line[2:])


def faced_rows(folder: Path) -> Iterator[tuple[str, ...]]:
    """Yield the lines of rdflib's face of the store."""
    for name, taken in inside(folder, "rdflib").items():
        yield inside_row(f"Graph.query, {name}", taken["ours"], taken["theirs"], FACED)


def chosen(
    folder: Path, pairs: int, only: str
) -> Iterator[tuple[str, Callable[[], Iterable[tuple[str, ...]]]]]:
    """Yield what is to be measured, with *only* in its name: its name, and how to get its lines."""
    for case in cases(folder):
        if only in case.name:
            name = f"{case.name} / {case.peer}"
            yield name, lambda case=case: [row(case, measure(case, pairs, folder))]
    for name, rows in (
        ("library", library_rows),
        ("Graph.query", faced_rows),
        ("workbook", workbook_rows),
    ):
        if only in name:
            yield name, lambda rows=rows: list(rows(folder))


def growth(folder: Path) -> tuple[list[str], list[list[str]]]:
    """Return head and lines of the table that tells how times grow with invented cities."""
    paths = []
    for count in GROWTH:
        path = folder / f"{count}.ttl"
        print(f"… {count} cities", file=sys.stderr, flush=True)
        run([sys.executable, str(SYNTHETIC), str(count), "-o", str(path)], folder)
        paths.append(path)
    measured = []
    for path in paths:
        done = run([sys.executable, str(INSIDE), "growth", str(path)], folder)
        (found,) = json.loads(done.output)
        table = ["action", "vision", "--graph", str(path), "--format", "csv", "-o"]
        ours = run([OURS, "table", *table, str(folder / "ours.csv")], folder)
        bare = [sys.executable, str(PEERS / "table_pyoxigraph.py"), "Action", "Vision"]
        theirs = run([*bare, "--graph", str(path), "-o", str(folder / "bare.csv")], folder)
        tables = {"table": ours.seconds * 1000, "table bare": theirs.seconds * 1000}
        measured.append({**found, **tables, "MB": done.memory or 0})
    head = ["cities", *measured[0]]
    lines = [
        [str(count), *(told(value) for value in each.values())]
        for count, each in zip(GROWTH, measured, strict=True)
    ]
    return [
        f"{name} ms" if name not in {"cities", "triples", "MB"} else name for name in head
    ], lines


def told(value: float) -> str:
    """Return a measured number with as many digits as it deserves."""
    return f"{value:,.0f}" if value > 99 else f"{value:,.1f}"  # noqa: PLR2004


def show(head: Sequence[str], lines: Sequence[Sequence[str]], *, markdown: bool) -> None:
    """Print a table for the terminal, or as Markdown."""
    if markdown:
        rule = ("---", "---", *["---:"] * (len(head) - 2))
        print("\n".join(f"| {' | '.join(line)} |" for line in (head, rule, *lines)))
    else:
        widths = [max(map(len, column)) for column in zip(head, *lines, strict=True)]
        print("\n".join(plain(line, widths) for line in (head, *lines)))


def main() -> int:
    """Measure what is asked for and print the tables."""
    parser = argparse.ArgumentParser(description="Measure speed and memory against bare scripts.")
    parser.add_argument("--pairs", type=int, default=7, help="counted pairs of runs (7)")
    parser.add_argument("--only", default="", help="only cases with this in their name")
    parser.add_argument("--growth", action="store_true", help="1, 10 and 100 invented cities only")
    parser.add_argument("--markdown", action="store_true", help="print the tables as Markdown")
    arguments = parser.parse_args()
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    lines: list[tuple[str, ...]] = []
    wrong = False
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if arguments.growth:
            show(*growth(folder), markdown=arguments.markdown)
            print(f"\nSingle runs, each in a process of its own. {machine()}")
            return 0
        for what, rows in chosen(folder, arguments.pairs, arguments.only):
            print(f"… {what}", file=sys.stderr, flush=True)
            try:
                lines += rows()
            except Wrong as error:
                print(error, file=sys.stderr)
                wrong = True
    if not (lines or wrong):
        parser.error(f"--only {arguments.only}: no case has this in its name")
    show(HEAD, lines, markdown=arguments.markdown)
    print(
        f"\nMedians of {arguments.pairs} pairs of runs in turn, the ratio's pair by pair; memory "
        f"is the largest of a process. Questions and Graph.query: inside one process. {machine()}"
    )
    return int(wrong)


if __name__ == "__main__":
    sys.exit(main())
