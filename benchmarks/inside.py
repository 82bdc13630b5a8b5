"""Measure inside one process what runs of whole commands cannot tell; print it as JSON.

python benchmarks/inside.py library [GRAPH]    # every question of queries/, ours and bare
python benchmarks/inside.py workbook           # our workbooks, and XlsxWriter alone
python benchmarks/inside.py rdflib             # Graph.query of load_graph() and the bare store
python benchmarks/inside.py growth GRAPH …     # the same city alone and among others
"""

import io
import json
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from statistics import median

from pyoxigraph import QueryBoolean, QuerySolutions, Store, Variable

from plan_graph import questions
from plan_graph.answers import Page
from plan_graph.cross import cross_table
from plan_graph.cross_answers import cross_sheets
from plan_graph.graph import as_rdflib, load_store, narrow
from plan_graph.kinds import find_kind
from plan_graph.lookup import Element, elements
from plan_graph.preset_answers import preset_sheets
from plan_graph.presets import preset_table
from plan_graph.reasons import serves
from plan_graph.resources import GRAPH
from plan_graph.vocab import PG
from plan_graph.workbook import Sheet, workbook

ROUNDS = 7
#: Questions for rdflib's face of the store: few rows, a path, many rows; and nothing but strings,
#: which costs rdflib most, since it makes an object of every term.
FACED = ("departments", "serves", "printed-values")
NAMES = f"SELECT ?e ?n {{ ?e <{PG.name}> ?n }}"
_Known = dict[str, Element]
_Ask = Callable[[], Iterable[object]]


def timed(asks: dict[str, _Ask], rounds: int = ROUNDS) -> dict[str, float]:
    """Run *asks* in turn, *rounds* times after one warm-up; return their medians in ms.

    With no rounds, each runs once and the warm-up counts: for what takes long.
    """
    taken: dict[str, list[float]] = {name: [] for name in asks}
    for number in range(rounds + 1):
        for name, ask in asks.items():
            start = time.perf_counter()
            for _ in ask():
                pass
            if number or not rounds:
                taken[name].append((time.perf_counter() - start) * 1000)
    return {name: median(times) for name, times in taken.items()}


def settings(question: questions.Question, known: _Known) -> dict[str, str]:
    """Return a value for each parameter that must have one: the first element of its kind."""
    first = sorted(known.values(), key=lambda each: (each.order, each.iri))
    return {
        each.name: next(element.iri for element in first if element.kind in each.kinds)
        for each in question.parameters
        if each.required and not each.default
    }


def bare(store: Store, text: str, bound: dict[Variable, object]) -> list[object]:
    """Ask the bare engine and take all rows."""
    found = store.query(text, substitutions=bound)
    return [bool(found)] if isinstance(found, QueryBoolean) else list(found)


def library(store: Store, known: _Known, rounds: int = ROUNDS) -> dict[str, dict[str, float]]:
    """Ask every question, by our library and by the bare engine; return both times in ms."""
    asks: dict[str, _Ask] = {}
    for name, question in questions.library().items():
        values = settings(question, known)
        bound = questions.bind(question, known, values)
        terms = {Variable(key): term for key, term in bound.items()}

        def ours(question: questions.Question = question, values: dict[str, str] = values) -> list:
            return list(questions.ask(store, question, known, values, rows=10**9).rows)

        def theirs(question: questions.Question = question, terms: dict = terms) -> list:
            return bare(store, question.text, terms)

        if rounds and len(ours()) != len(theirs()):
            sys.exit(f"{name}: we answer {len(ours())} rows, the bare engine {len(theirs())}")
        asks[f"{name} ours"], asks[f"{name} theirs"] = ours, theirs
    taken = timed(asks, rounds)
    names = (name.removesuffix(" ours") for name in taken if name.endswith(" ours"))
    return {
        name: {"ours": taken[f"{name} ours"], "theirs": taken[f"{name} theirs"]} for name in names
    }


def read(store: Store, text: str) -> list[list[str | None]]:
    """Ask the bare store and read every term, as rdflib's terms are once they are there."""
    found = store.query(text)
    assert isinstance(found, QuerySolutions)
    return [[term and term.value for term in row] for row in found]


def faced() -> dict[str, dict[str, float]]:
    """Ask rdflib's face of the store and the bare store the same; return both times in ms."""
    store = load_store(GRAPH)
    graph = as_rdflib(store)
    answers = {}
    texts = {name: questions.find_question(name).text for name in FACED}
    for name, query in {**texts, "all names": NAMES}.items():
        asks: dict[str, _Ask] = {
            "ours": lambda query=query: list(graph.query(query)),
            "theirs": lambda query=query: read(store, query),
        }
        if len(list(asks["ours"]())) != len(list(asks["theirs"]())):
            sys.exit(f"{name}: the two faces of the store answer differently")
        answers[name] = timed(asks, 3 * ROUNDS)
    return answers


def bare_workbook(sheets: Sequence[Sheet]) -> bytes:
    """Write the cells of *sheets* with XlsxWriter alone."""
    from xlsxwriter import Workbook

    out = io.BytesIO()
    with Workbook(out, {"in_memory": True}) as book:
        for sheet in sheets:
            page = book.add_worksheet(sheet.name)
            for at, row in enumerate((sheet.head, *sheet.rows)):
                page.write_row(at, 0, [cell if cell != "" else None for cell in row])
    return out.getvalue()


def workbooks() -> dict[str, dict[str, float]]:
    """Write the sheets of tables as we print them, and the same cells bare; return both in ms."""
    store = narrow(load_store(GRAPH), PG.Estimated)
    page = Page(store, elements(store), PG.Estimated, "ja")
    found = preset_table("indicators", store, page.known)
    kinds = find_kind("action"), find_kind("vision")
    written = {
        "action vision": cross_sheets(cross_table(store, page.known, *kinds), page),
        "indicators": preset_sheets("indicators", found, page),
    }
    return {
        name: timed(
            {
                "ours": lambda told=told: [workbook(*told)],
                "theirs": lambda told=told: [bare_workbook(told[0])],
            },
            3 * ROUNDS,
        )
        for name, told in written.items()
    }


def growth(path: Path) -> dict[str, float]:
    """Return in ms what it takes to load *path*, to ask serves of one vision, and the library."""
    start = time.perf_counter()
    store = narrow(load_store(path), PG.Estimated)
    loaded = time.perf_counter()
    known = elements(store)
    listed = time.perf_counter()
    vision = min(iri for iri in known if known[iri].kind == PG.Vision)
    taken = timed({"serves": lambda: serves(store, known, known[vision])}, 3)
    both = library(store, known, 0).values()
    return {
        "triples": len(store),
        "load": (loaded - start) * 1000,
        "elements": (listed - loaded) * 1000,
        "serves": taken["serves"],
        "library": sum(each["ours"] for each in both),
        "library bare": sum(each["theirs"] for each in both),
    }


def main() -> None:
    """Measure what the first argument names."""
    what, *paths = sys.argv[1:]
    if what == "library":
        store = narrow(load_store(Path(paths[0]) if paths else GRAPH), PG.Estimated)
        found: object = library(store, elements(store))
    elif what == "rdflib":
        found = faced()
    elif what == "workbook":
        found = workbooks()
    else:
        found = [growth(Path(path)) for path in paths]
    print(json.dumps(found))


if __name__ == "__main__":
    main()
