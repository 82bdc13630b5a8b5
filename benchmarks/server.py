"""Measure the server against bare SPARQL servers on the same graph, by the same clients in turn.

    python benchmarks/server.py                  # requests a second, lookups, memory
    python benchmarks/server.py --growth         # a lookup over 1, 10 and 100 invented cities

Eight clients, each on one connection that it keeps, ask the questions of the library one after the
other. The peers are the bare ``oxigraph serve-read-only``, which vets nothing, limits nothing and
adds no label, and rdflib-endpoint. Every server is asked the same text, and must answer as many
rows as the others. Rounds go from server to server (A B A B …) and the medians of the ratios are
told, so that a drift of the machine's speed cancels out; rdflib-endpoint is asked everything once.
The clients run on the same machine as the servers, and take their share of its cores.
"""

import argparse
import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from urllib.parse import quote, urlencode, urlsplit

from pyoxigraph import NamedNode

from plan_graph import questions
from plan_graph.graph import load_store
from plan_graph.lookup import elements
from plan_graph.resources import GRAPH
from plan_graph.sparql import tokens
from plan_graph.vocab import PG

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
SYNTHETIC = ROOT / "benchmarks" / "synthetic.py"
CLIENTS = 8
ROUNDS = 5
#: Least share of the bare Oxigraph's rate, least multiple of rdflib-endpoint's, most for a page.
SHARE, FASTER, PAGE = 0.2, 10, 3
#: How long rdflib-endpoint may take for one question, in seconds.
PATIENCE = 10
JSON_RESULTS = "application/sparql-results+json"
GROWTH = (1, 10, 100)


class Wrong(Exception):  # noqa: N818 - it says what it is
    """A server does not answer, or answers otherwise than its peers."""


@dataclass(frozen=True)
class Server:
    """A running server: its name, the address of its endpoint, and its process."""

    name: str
    endpoint: str
    process: subprocess.Popen[bytes]


def free_port() -> int:
    """Return a port of this machine that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def serving(name: str, graph: Path, folder: Path) -> Iterator[Server]:
    """Start the server *name* on *graph*, wait until it answers, and end it with its workers."""
    port = str(free_port())
    if name == "plan-graph":
        command = [str(BIN / "plan-graph"), "serve", "--graph", str(graph), "--port", port]
        endpoint = f"http://127.0.0.1:{port}/sparql"
    elif name == "oxigraph":
        store = folder / f"store-{graph.stem}"
        if not store.exists():
            load = [str(BIN / "oxigraph"), "load", "--location", str(store), "--file", str(graph)]
            subprocess.run(load, check=True, capture_output=True)  # noqa: S603 - our own command
        command = [str(BIN / "oxigraph"), "serve-read-only", "--location", str(store)]
        command += ["--bind", f"127.0.0.1:{port}"]
        endpoint = f"http://127.0.0.1:{port}/query"
    else:
        command = [str(BIN / "rdflib-endpoint"), "serve", "--host", "127.0.0.1", "--port", port]
        command.append(str(graph))
        endpoint = f"http://127.0.0.1:{port}/"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(  # noqa: S603 - our own command
        command, stdout=quiet, stderr=quiet, env=environment, start_new_session=True
    )
    try:
        wait(endpoint, process)
        yield Server(name, endpoint, process)
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        process.wait(30)


def wait(endpoint: str, process: subprocess.Popen[bytes], seconds: float = 300) -> None:
    """Wait until the server answers a small question; who still reads its graph may say so."""
    end = time.monotonic() + seconds
    said = ""
    while time.monotonic() < end:
        if process.poll() is not None:
            message = f"{process.args} ended with code {process.returncode}"
            raise Wrong(message)
        try:
            rows(endpoint, "SELECT * { ?s ?p ?o } LIMIT 1")
        except (OSError, Wrong) as error:
            said = str(error)
        else:
            return
        time.sleep(0.05)
    message = f"{process.args} does not answer: {said}"
    raise Wrong(message)


def rows(endpoint: str, query: str, seconds: float = 300) -> int:
    """Return how many rows the server answers to *query*."""
    address = f"{endpoint}?{urlencode({'query': query})}"
    request = urllib.request.Request(address, headers={"Accept": JSON_RESULTS})  # noqa: S310 - http
    try:
        with urllib.request.urlopen(request, timeout=seconds) as reply:  # noqa: S310 - our own server
            return len(json.load(reply)["results"]["bindings"])
    except urllib.error.HTTPError as error:
        message = f"{endpoint} refuses {query[:80]!r}: {error.read().decode()[:400]}"
        raise Wrong(message) from error


def library(graph: Path) -> dict[str, str]:
    """Return the text of every question with its parameters filled in, as any server takes it."""
    store = load_store(graph)
    known = elements(store)
    first = sorted(known.values(), key=lambda each: (each.order, each.iri))
    texts = {}
    for name, question in questions.library().items():
        values = {
            each.name: next(element.iri for element in first if element.kind in each.kinds)
            for each in question.parameters
            if each.required and not each.default
        }
        bound = questions.bind(question, known, values)
        texts[name] = with_values(question.text, {key: str(term) for key, term in bound.items()})
    return texts


def with_values(query: str, terms: dict[str, str]) -> str:
    """Return *query* with *terms* bound by VALUES at the beginning of its pattern."""
    start = next(token.start for token in tokens(query) if token.text == "{") + 1
    bound = "".join(f" VALUES ?{name} {{ {term} }}" for name, term in terms.items())
    return f"{query[:start]}{bound}{query[start:]}"


# --- Clients ---------------------------------------------------------------------------------


def prepared(address: str, accept: str) -> bytes:
    """Return the bytes of a GET of *address*."""
    parts = urlsplit(address)
    target = parts.path + (f"?{parts.query}" if parts.query else "")
    return f"GET {target} HTTP/1.1\r\nHost: {parts.netloc}\r\nAccept: {accept}\r\n\r\n".encode()


def exchange(connection: socket.socket, request: bytes) -> bytes:
    """Send one request and read its reply whole; raise Wrong when it is no 200."""
    connection.sendall(request)
    got = b""
    while b"\r\n\r\n" not in got:
        got += received(connection)
    head, _, body = got.partition(b"\r\n\r\n")
    lines = head.lower().split(b"\r\n")
    if b" 200" not in lines[0]:
        message = f"{request[:200]!r}: {lines[0].decode()}"
        raise Wrong(message)
    length = next((int(line[15:]) for line in lines if line.startswith(b"content-length:")), None)
    while (len(body) < length) if length is not None else not body.endswith(b"0\r\n\r\n"):
        body += received(connection)
    return body


def received(connection: socket.socket) -> bytes:
    """Return the next bytes; raise Wrong when the server has hung up."""
    got = connection.recv(1 << 18)
    if not got:
        message = "the server hung up"
        raise Wrong(message)
    return got


def rate(address: str, requests: Sequence[bytes], clients: int = CLIENTS) -> float:
    """Let *clients* ask all *requests* each, on kept connections; return requests a second."""
    parts = urlsplit(address)
    failures: list[Exception] = []
    barrier = threading.Barrier(clients + 1)

    def client(number: int) -> None:
        turned = [*requests[number:], *requests[:number]]
        with socket.create_connection((parts.hostname or "", parts.port or 80)) as connection:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            barrier.wait()
            try:
                for request in turned:
                    exchange(connection, request)
            except (Wrong, OSError) as error:
                failures.append(error)

    threads = [threading.Thread(target=client, args=(number,)) for number in range(clients)]
    for thread in threads:
        thread.start()
    barrier.wait()
    start = time.perf_counter()
    for thread in threads:
        thread.join()
    taken = time.perf_counter() - start
    if failures:
        raise failures[0]
    return clients * len(requests) / taken


def times(address: str, requests: Sequence[bytes]) -> list[float]:
    """Ask *requests* one after the other on one connection; return how many ms each took."""
    parts = urlsplit(address)
    taken = []
    with socket.create_connection((parts.hostname or "", parts.port or 80)) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for request in requests:
            start = time.perf_counter()
            exchange(connection, request)
            taken.append((time.perf_counter() - start) * 1000)
    return taken


def memory(process: subprocess.Popen[bytes]) -> float:
    """Return the resident memory in MB of a process and all it started (Linux)."""
    total = 0
    for status in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError, IndexError):
            fields = status.read_text(encoding="utf-8").rpartition(")")[2].split()
            if int(fields[3]) == process.pid:  # its session
                total += int(fields[21]) * os.sysconf("SC_PAGE_SIZE")
    return total / 1024**2


# --- What is measured ------------------------------------------------------------------------


def whole_library(graph: Path, folder: Path, rounds: int) -> None:
    """Compare requests a second on the questions of the library, and memory."""
    texts = library(graph)
    names = ("plan-graph", "oxigraph")
    with contextlib.ExitStack() as stack:
        servers = [stack.enter_context(serving(name, graph, folder)) for name in names]
        counts = {name: compared(name, text, servers) for name, text in texts.items()}
        asked = {
            server.name: [
                prepared(f"{server.endpoint}?query={quote(text)}", JSON_RESULTS)
                for text in texts.values()
            ]
            for server in servers
        }
        rates: dict[str, list[float]] = {name: [] for name in names}
        for number in range(rounds + 1):
            for server in servers:
                taken = rate(server.endpoint, asked[server.name])
                if number:  # the first round warms up
                    rates[server.name].append(taken)
        for server in servers:
            told(server.name, median(rates[server.name]), memory(server.process))
    share = median(
        ours / theirs for ours, theirs in zip(rates[names[0]], rates[names[1]], strict=True)
    )
    judged("share of the bare Oxigraph", share, share >= SHARE, f">= {SHARE}")
    faster = median(rates[names[0]]) / rdflib_rate(graph, folder, texts, counts)
    judged("times rdflib-endpoint", faster, faster >= FASTER, f">= {FASTER}")


def compared(name: str, text: str, servers: Sequence[Server]) -> int:
    """Return how many rows the servers answer; raise Wrong when they differ."""
    counts = {server.name: rows(server.endpoint, text) for server in servers}
    if len(set(counts.values())) > 1:
        message = f"{name}: rows differ: {counts}"
        raise Wrong(message)
    return next(iter(counts.values()))


def rdflib_rate(
    graph: Path, folder: Path, texts: Mapping[str, str], counts: Mapping[str, int]
) -> float:
    """Return how many questions a second rdflib-endpoint answers.

    It works on one after the other, whatever the number of clients, so one client asks. What takes
    it longer than PATIENCE is counted as if it had been done by then, and it is started anew.
    """
    name, taken, late = "rdflib-endpoint", 0.0, []
    left = dict(texts)
    while left:
        with serving(name, graph, folder) as server:
            while left:
                question, text = next(iter(left.items()))
                del left[question]
                start = time.perf_counter()
                try:
                    count = rows(server.endpoint, text, PATIENCE)
                except OSError:
                    taken += PATIENCE
                    late.append(question)
                    break
                taken += time.perf_counter() - start
                if count != counts[question]:
                    message = f"{question}: {name} has {count} rows, not {counts[question]}"
                    raise Wrong(message)
            size = memory(server.process)
    told(name, len(texts) / taken, size)
    if late:
        print(f"{'':16} not done after {PATIENCE} s: {', '.join(late)}")
    return len(texts) / taken


def told(name: str, speed: float, size: float) -> None:
    """Print how fast a server is, and how large."""
    print(f"{name:16} {speed:8.1f} requests/s  {size:6.0f} MB", flush=True)


def lookups(graph: Path, folder: Path, rounds: int) -> None:
    """Compare a page and a description of one element with one lookup at the endpoint."""
    store = load_store(graph)
    named = (None, NamedNode(PG.name), None, None)
    action = NamedNode(PG.Action)
    iris = sorted(
        quad.subject.value
        for quad in store.quads_for_pattern(*named)
        if (next(store.quads_for_pattern(quad.subject, None, action), None) is not None)
    )
    with serving("plan-graph", graph, folder) as server:
        site = server.endpoint.removesuffix("/sparql")
        sparql = [
            prepared(
                f"{server.endpoint}?query={quote(f'SELECT * {{ <{iri}> ?p ?o }}')}", JSON_RESULTS
            )
            for iri in iris
        ]
        pages = {
            "page": [
                prepared(site + urlsplit(iri).path.partition("/plan-graph")[2], "text/html")
                for iri in iris
            ],
            "Turtle": [
                prepared(site + urlsplit(iri).path.partition("/plan-graph")[2], "text/turtle")
                for iri in iris
            ],
        }
        times(server.endpoint, sparql)  # they warm up; no page is asked before it is measured
        for name, requests in pages.items():
            # Lookup and first view of each element in turn: a page is made but once.
            turns = [each for pair in zip(sparql, requests, strict=True) for each in pair]
            taken = times(server.endpoint, turns)
            first = [view / lookup for lookup, view in zip(taken[::2], taken[1::2], strict=True)]
            print(f"/id as {name:8} first view, one client: {median(taken[1::2]):.1f} ms")
            judged(
                f"/id as {name} first by /sparql",
                median(first),
                median(first) <= PAGE,
                f"<= {PAGE}",
            )
            ratios = []
            for _ in range(rounds):
                bare = rate(server.endpoint, sparql)
                ratios.append(bare / rate(server.endpoint, requests))
            judged(
                f"/id as {name} by /sparql", median(ratios), median(ratios) <= PAGE, f"<= {PAGE}"
            )


def growth(folder: Path, rounds: int) -> None:
    """Tell time of a lookup and memory over 1, 10 and 100 invented cities in one graph."""
    for count in GROWTH:
        graph = folder / f"cities-{count}.ttl"
        made = folder / f"made-{count}"
        command = [sys.executable, str(SYNTHETIC), str(count), "-o", str(made)]
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
        subprocess.run(command, check=True, env=environment)  # noqa: S603 - our own command
        with graph.open("wb") as whole:
            for city in sorted(made.glob("*.ttl")):
                whole.write(city.read_bytes() + b"\n")
        question = f"SELECT ?a ?n {{ ?a a <{PG.Action}> ; <{PG.name}> ?n }} ORDER BY ?a LIMIT 40"
        line = [f"{count:4} cities"]
        for name in ("plan-graph", "oxigraph"):
            with serving(name, graph, folder) as server:
                requests = [prepared(f"{server.endpoint}?query={quote(question)}", JSON_RESULTS)]
                rate(server.endpoint, requests * 5)
                took = median(1000 / rate(server.endpoint, requests * 20, 1) for _ in range(rounds))
                line.append(f"{name} {took:.1f} ms, {memory(server.process):.0f} MB")
        print("  ".join(line), flush=True)


def judged(name: str, value: float, holds: bool, bound: str) -> None:
    """Print one figure beside its bound."""
    print(f"{name:32} {value:6.2f}  {bound:8}  {'holds' if holds else 'does not hold'}")


def main() -> int:
    """Run what is asked for; return 1 when a server does not answer as its peers do."""
    reader = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    reader.add_argument("--rounds", type=int, default=ROUNDS, help="counted rounds")
    reader.add_argument("--growth", action="store_true", help="over 1, 10 and 100 invented cities")
    asked = reader.parse_args()
    measures: list[Callable[[Path], None]] = (
        [lambda folder: growth(folder, asked.rounds)]
        if asked.growth
        else [
            lambda folder: whole_library(GRAPH, folder, asked.rounds),
            lambda folder: lookups(GRAPH, folder, asked.rounds),
        ]
    )
    folder = Path(tempfile.mkdtemp())
    try:
        for measure in measures:
            measure(folder)
    except Wrong as error:
        print(error, file=sys.stderr)
        return 1
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
