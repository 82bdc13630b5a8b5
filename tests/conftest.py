"""The invented city of tests/data/town, the command line in process, and a way to ask a graph."""

import shutil
import threading
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import settings
from pyoxigraph import RdfFormat, Store

from plan_graph.cli import cli

TOWN = Path(__file__).parent / "data" / "town"
BASE = "https://w3id.org/plan-graph/id/999992/"
PREFIXES = {
    "pg": "https://w3id.org/plan-graph/ns#",
    "rule": "https://w3id.org/plan-graph/rule/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "sdgo": "http://metadata.un.org/sdg/ontology#",
    "sdg": "http://metadata.un.org/sdg/",
}
# The same examples on every machine, however slow it is.
settings.register_profile("plan-graph", database=None, deadline=None, derandomize=True)
settings.load_profile("plan-graph")


def invoke(*arguments):
    return CliRunner().invoke(cli, [str(each) for each in arguments], catch_exceptions=False)


@pytest.fixture(scope="session")
def run():
    """Run plan-graph in process: ``run("serves", "--lang", "en").stdout``; bugs come through."""
    return invoke


@pytest.fixture(scope="session")
def built_town(tmp_path_factory):
    """The town with its three documents imported and its graph built; only to be read."""
    folder = tmp_path_factory.mktemp("town") / "data"
    shutil.copytree(TOWN, folder)
    for kind, name in (
        ("action-plan", "plan.txt"),
        ("mandala-slides", "slides.txt"),
        ("progress-sheets", "sheets.txt"),
    ):
        done = invoke("import", kind, folder / "sources" / name, "--data", folder)
        assert done.exit_code == 0, done.output
    done = invoke("build", "--data", folder)
    assert done.exit_code == 0, done.output
    return folder


@pytest.fixture
def town(built_town, tmp_path):
    """A copy of the built town that the test may change."""
    return Path(shutil.copytree(built_town, tmp_path / "data"))


@pytest.fixture(scope="session")
def ask():
    """Ask a Turtle file: ``ask(path, "?b", "<vision/2> ?p ?b")`` gives sorted tuples of strings.

    IRIs are relative to the town (``action/tp2-1``) or prefixed (``pg:Stated``), in the pattern
    and in the answers; a variable without value gives an empty string.
    """

    def short(term):
        for prefix, namespace in {"": BASE, **PREFIXES}.items():
            if term.value.startswith(namespace):
                return f"{prefix}:{term.value.removeprefix(namespace)}".lstrip(":")
        return term.value

    stores = {}

    def rows(path, names, pattern):
        version = (path, path.stat().st_mtime_ns, path.stat().st_size)
        if version not in stores:
            stores.clear()
            stores[version] = Store()
            stores[version].load(path=str(path), format=RdfFormat.TURTLE)
        query = f"SELECT DISTINCT {names} {{ {pattern} }}"
        found = stores[version].query(query, base_iri=BASE, prefixes=PREFIXES)
        return sorted(tuple(short(term) if term else "" for term in row) for row in found)

    return rows


@pytest.fixture(scope="session")
def served():
    """The address of a server over the released graph, for browsers and other programs."""
    from plan_graph.resources import GRAPH
    from plan_graph.web.server import application, listen, prepared

    listener = listen(0)
    server = prepared(application(GRAPH, workers=2))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="session")
def site(served):
    """A client of that server: ``site.get("/serves", params={"vision": "②"}).text``."""
    import httpx

    with httpx.Client(base_url=served, timeout=60) as client:
        yield client


@pytest.fixture(scope="session")
def chromium():
    """Chromium without a network, as all tests marked browser use it."""
    from playwright.sync_api import sync_playwright

    off = ("gpu", "background-networking", "component-update", "sync")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium") or "/usr/bin/chromium",
            args=["--no-sandbox", "--no-first-run", *(f"--disable-{each}" for each in off)],
        )
        yield browser
        browser.close()
