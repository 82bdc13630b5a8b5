"""The invented cities of benchmarks/synthetic.py: of the real size, conforming, reproducible."""

import hashlib
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, Variable

from plan_graph.check import check
from plan_graph.graph import load_store
from plan_graph.questions import library
from plan_graph.resources import GRAPH
from plan_graph.vocab import PG, RDF

ROOT = Path(__file__).parents[1]
SCRIPT = ROOT / "benchmarks" / "synthetic.py"
COUNTED = (PG.Wording, PG.PrintedValue, PG.Observation, PG.Assessment, PG.Link)


@pytest.fixture(scope="module")
def cities(tmp_path_factory):
    folder = tmp_path_factory.mktemp("cities")
    subprocess.run([sys.executable, SCRIPT, "2", "-o", folder], check=True)
    return [folder / "900001.ttl", folder / "900002.ttl"]


def counted(store, predicate):
    quads = store.quads_for_pattern(None, NamedNode(predicate), None)
    return Counter(quad.object.value for quad in quads)


def own(path, code):
    base = f"https://w3id.org/plan-graph/id/{code}/"
    store = load_store(path)
    terms = (term for quad in store for term in (quad.subject, quad.object))
    named = {term.value for term in terms if isinstance(term, NamedNode)}
    return {iri for iri in named if iri.startswith("https://w3id.org/plan-graph/id/")}, base


def test_a_city_is_within_five_percent_of_the_released_graph(cities):
    made, real = load_store(cities[0]), load_store(GRAPH)
    assert len(made) == pytest.approx(len(real), rel=0.05)
    kinds, real_kinds = counted(made, RDF.type), counted(real, RDF.type)
    assert set(kinds) == set(real_kinds)
    for kind in COUNTED:
        assert kinds[kind] == pytest.approx(real_kinds[kind], rel=0.05), kind
    bases, real_bases = counted(made, PG.basis), counted(real, PG.basis)
    for basis in real_bases:
        assert bases[basis] == pytest.approx(real_bases[basis], rel=0.1), basis


def test_check_finds_nothing_in_a_city(cities, tmp_path):
    assert check(load_store(cities[0]), tmp_path / "none.csv").findings == ()


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(cities, tmp_path):
    def digest(seed):
        path = tmp_path / f"{seed}.ttl"
        command = [sys.executable, SCRIPT, "1", "--seed", seed, "-o", path]
        subprocess.run(command, check=True)
        return hashlib.sha256(path.read_bytes()).hexdigest()

    first = hashlib.sha256(cities[0].read_bytes()).hexdigest()
    assert digest("1") == first != digest("2")


def test_two_cities_share_nothing_in_their_namespaces(cities):
    (first, base), (second, other) = (own(path, path.stem) for path in cities)
    assert all(iri.startswith(base) for iri in first)
    assert all(iri.startswith(other) for iri in second)


def test_quads_say_what_turtle_says_in_a_graph_of_the_city(cities, tmp_path):
    path = tmp_path / "one.nq"
    subprocess.run([sys.executable, SCRIPT, "1", "-o", path, "--format", "nq"], check=True)
    store = Store()
    store.load(path=str(path), format=RdfFormat.N_QUADS)
    graph = NamedNode("https://w3id.org/plan-graph/id/900001/")
    assert set(store) == {Quad(*quad.triple, graph) for quad in load_store(cities[0])}


@pytest.mark.slow
def test_no_question_grows_faster_than_the_cities_or_its_answer(cities, tmp_path):
    """What grew with the square of the cities took more than twenty times as long of six."""
    path = tmp_path / "six.ttl"
    subprocess.run([sys.executable, SCRIPT, "6", "-o", path], check=True)
    one, six = load_store(cities[0]), load_store(path)
    lang = {Variable("lang"): Literal("ja")}

    def asked(store, text):
        taken = []
        for _ in range(3):
            start = time.process_time()
            rows = list(store.query(text, substitutions=lang if "?lang" in text else {}))
            taken.append(time.process_time() - start)
        return min(taken), len(rows)

    slow = {}
    for name, question in library().items():
        (before, rows), (after, more) = asked(one, question.text), asked(six, question.text)
        growth = after / max(before, 0.001)
        if growth > 2.5 * max(6, more / max(rows, 1)):
            slow[name] = round(growth)
    assert not slow
