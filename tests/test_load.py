"""The server under load and bad input: wrong answers never, and whoever is turned away is told."""

import asyncio
import json
import multiprocessing
import socket
import threading
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from coroutines import finish

from plan_graph.web.server import application, listen, prepared

GRAPH = Path(__file__).parents[1] / "data" / "mandala.ttl"
#: Nobody lives to see its end: some ten million million rows, counted one by one.
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c != ?i) }"
CLIENTS = 200


@contextmanager
def serving(**options):
    """Yield the port of a server of its own."""
    listener = listen(0)
    server = prepared(application(GRAPH, **options))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    try:
        yield listener.getsockname()[1]
    finally:
        server.should_exit = True
        thread.join()


def head(query, **headers):
    """Return the head of a GET that asks *query*, as bytes on the wire."""
    lines = [f"GET /sparql?{urlencode({'query': query})} HTTP/1.1", "Host: 127.0.0.1"]
    more = [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, *more, "Connection: close", "", ""]).encode()


async def send(port, content):
    """Send bytes, and return status, headers and body of the answer."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(content)
        answer = await reader.read()
    finally:
        writer.close()
    top, _, body = answer.partition(b"\r\n\r\n")
    first, *lines = top.decode().split("\r\n")
    headers = dict(line.lower().split(": ", 1) for line in lines)
    assert int(headers["content-length"]) == len(body)
    return int(first.split()[1]), headers, body


async def count(port, number):
    """Ask something only this client asks, and return the status; an answer must be its own."""
    status, headers, body = await send(port, head(f"SELECT (6 * {number} AS ?n) {{}}"))
    if status == 200:
        [row] = json.loads(body)["results"]["bindings"]
        assert row["n"]["value"] == str(6 * number)
    else:
        assert status == 503
        assert int(headers["retry-after"]) > 0
        assert json.loads(body)["status"] == 503
    return status


async def crowd(port):
    return await asyncio.gather(*(count(port, number) for number in range(CLIENTS)))


def begun(port, content):
    """Send bytes, and return the connection, which does not wait for an answer."""
    connection = socket.create_connection(("127.0.0.1", port))
    connection.sendall(content)
    return connection


# --- Many at once -----------------------------------------------------------------------------


def test_200_at_once_get_their_own_answers_or_are_asked_to_come_again():
    with serving(workers=2) as port:
        statuses = finish(crowd(port))
        assert statuses.count(200) > 0
        assert finish(count(port, 7)) == 200


def test_where_every_process_is_busy_the_queue_has_an_end():
    async def full(port):
        endless = [asyncio.create_task(send(port, head(ENDLESS))) for _ in range(2)]
        statuses = await crowd(port)
        return statuses, [(await each)[0] for each in endless]

    with serving(workers=2, seconds=2) as port:
        statuses, late = finish(full(port))
        # 64 may wait; the two that run for ever may come after them.
        assert 503 in statuses
        assert set(late) <= {503, 504}
        assert finish(count(port, 7)) == 200


# --- Runaway queries, lost processes, clients that go -----------------------------------------


def test_a_runaway_query_is_ended_while_others_are_answered():
    async def run(port):
        await count(port, 0)
        runaway = asyncio.create_task(send(port, head(ENDLESS)))
        others, meanwhile = [], 0
        while not runaway.done():
            others.append(await count(port, len(others)))
            meanwhile += not runaway.done()
        return others, meanwhile, await runaway

    with serving(workers=2, seconds=2) as port:
        others, meanwhile, (status, headers, body) = finish(run(port))
        assert set(others) == {200}
        assert meanwhile > 0
        assert status == 504
        assert headers["content-type"] == "application/problem+json"
        assert "LIMIT" in json.loads(body)["detail"]
        assert finish(count(port, 7)) == 200


def test_processes_that_are_killed_from_outside_are_replaced():
    async def kill(port):
        endless = begun(port, head(ENDLESS))
        first = await count(port, 1)
        processes = [each for each in multiprocessing.active_children() if each not in before]
        for each in processes:
            each.kill()
        endless.close()
        return first, len(processes), await asyncio.gather(*(count(port, n) for n in range(20)))

    before = multiprocessing.active_children()
    with serving(workers=2) as port:
        first, killed, after = finish(kill(port))
        assert (first, killed) == (200, 2)
        assert after == [200] * 20


def test_a_client_that_hangs_up_frees_the_place():
    async def hang_up(port):
        for _ in range(2):
            begun(port, head(ENDLESS)).close()
        return await count(port, 7)

    with serving(workers=1, seconds=60) as port:
        assert finish(hang_up(port)) == 200


# --- What is too large, broken, or not for us ---------------------------------------------------


@pytest.fixture(scope="module")
def port():
    with serving(workers=1) as number:
        yield number


def posted(body, kind, *, length=None):
    size = len(body) if length is None else length
    return (
        f"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: {kind}\r\n"
        f"Content-Length: {size}\r\nConnection: close\r\n\r\n"
    ).encode() + body


def test_what_is_too_large_is_refused(port):
    large = b"ASK {} #" + b"x" * 1_100_000
    chunks = b"".join(b"%x\r\n%b\r\n" % (len(part), part) for part in (large, b"")) + b"\r\n"
    chunked = (
        b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
        b"Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n" + chunks
    )
    for content, status in (
        (posted(large, "application/sparql-query"), 413),
        (chunked, 413),
        (head("ASK {} #" + "x" * 20_000), 414),
    ):
        answer = finish(send(port, content))
        assert answer[0] == status
        assert json.loads(answer[2])["status"] == status


def test_a_client_that_goes_in_the_middle_of_its_request_harms_nobody(port):
    async def go():
        for content in (
            posted(b"ASK {", "application/sparql-query", length=1000),
            b"GET /sparql?query=ASK",
            b"\x16\x03\x01\x02\x00",
        ):
            begun(port, content).close()
        return await count(port, 7)

    assert finish(go()) == 200


@pytest.mark.parametrize("escaped", ["%C3%A3", "%E5%B9%B2%E6%BD%9F", "%25"])
def test_iris_with_escapes_are_the_same_by_every_way(port, escaped):
    """An address decodes once: what is escaped in an IRI is a part of its name."""
    iri = f"http://example.org/{escaped}/干潟"
    query = f"SELECT (STR(<{iri}>) AS ?iri) {{}}"
    ways = [
        head(query),
        posted(urlencode({"query": query}).encode(), "application/x-www-form-urlencoded"),
        posted(query.encode(), "application/sparql-query"),
    ]
    for content in ways:
        status, _, body = finish(send(port, content))
        assert status == 200
        [row] = json.loads(body)["results"]["bindings"]
        assert row["iri"]["value"] == iri


def test_letters_that_are_not_utf8_are_refused(port):
    query = quote("ASK { ?s ?p '干潟' }".encode("cp932"))
    content = f"GET /sparql?query={query} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
    assert finish(send(port, content.encode()))[0] == 400


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])  # W3C: bad_query_method
def test_other_methods_are_refused(port, method):
    content = head("ASK {}").replace(b"GET", method.encode())
    status, headers, body = finish(send(port, content))
    assert status == 405
    assert {"GET", "POST"} <= set(headers["allow"].upper().split(", "))
    assert json.loads(body)["status"] == 405


def test_a_head_has_the_headers_of_its_get_and_no_body(port):
    async def both():
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(head("ASK {}").replace(b"GET", b"HEAD"))
        answer = await reader.read()
        writer.close()
        return answer, await send(port, head("ASK {}"))

    answer, (status, headers, body) = finish(both())
    top, _, nothing = answer.partition(b"\r\n\r\n")
    assert (status, nothing) == (200, b"")
    assert f"content-length: {len(body)}".encode() in top
    assert headers["content-type"].encode() in top


def test_a_foreign_host_is_refused(port):
    content = head("ASK {}").replace(b"127.0.0.1", b"evil.example")
    assert finish(send(port, content))[0] == 421
