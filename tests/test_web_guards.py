"""What the server refuses, and what every reply carries: hosts, sizes, methods, paths, states."""

import asyncio
import http.client
import socket
from urllib.parse import urlsplit

import httpx
import pytest
from coroutines import finish

from plan_graph.resources import GRAPH
from plan_graph.web.guards import ADDRESS, BODY, HEADERS, refusal
from plan_graph.web.pool import Busy, Failed, Late
from plan_graph.web.server import application

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)


def raw(served, target, *, hosts=(), headers=(), body=b""):
    """Ask with exactly this request line, as no well-behaved client would."""
    there = urlsplit(served)
    connection = http.client.HTTPConnection(there.hostname, there.port, timeout=60)
    connection.putrequest("GET", target, skip_host=True, skip_accept_encoding=True)
    for host in hosts or (there.netloc,):
        connection.putheader("Host", host)
    for name, value in headers:
        connection.putheader(name, value)
    connection.endheaders(body or None)
    reply = connection.getresponse()
    content = reply.read()
    connection.close()
    return reply.status, dict(reply.getheaders()), content.decode()


# --- Who may ask ----------------------------------------------------------------------------


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "LOCALHOST:9", "[::1]:8000"])
def test_names_of_this_machine_are_served_on_any_port(served, host):
    assert raw(served, "/serves", hosts=[host])[0] == 200


@pytest.mark.parametrize(
    "hosts",
    [
        ["evil.example"],
        ["evil.example:8000"],
        ["127.0.0.1.evil.example"],
        ["localhost@evil.example"],
        ["127.0.0.1:8000:8000"],
        ["127.0.0.2"],
        ["0.0.0.0"],  # noqa: S104 - refused
        ["localhost", "evil.example"],
        [""],
    ],
)
def test_a_foreign_name_is_misdirected(served, hosts):
    status, headers, content = raw(served, "/serves", hosts=hosts)
    assert status == 421
    assert "127.0.0.1 か localhost のアドレスで開いてください" in content
    assert headers["content-security-policy"] == POLICY


def test_a_request_without_a_name_is_misdirected():
    scope = {"headers": [], "raw_path": b"/", "query_string": b""}
    assert refusal(scope) == 421


@pytest.mark.parametrize("path", ["/", "/serves?format=csv", "/static/site.css", "/nope"])
def test_every_reply_carries_the_same_protection_and_none_opens_to_other_sites(site, path):
    for headers in ({}, {"Origin": "https://evil.example", "Accept": "application/json"}):
        got = site.get(path, headers=headers).headers
        assert got["content-security-policy"] == POLICY
        assert got["x-content-type-options"] == "nosniff"
        assert got["referrer-policy"] == "no-referrer"
        assert got["cross-origin-resource-policy"] == "same-origin"
        assert got["cross-origin-opener-policy"] == "same-origin"
        assert got["cache-control"] == "no-cache"
        assert not [name for name in got if name.startswith("access-control")]
        assert "server" not in got


def test_the_headers_are_the_ones_that_the_test_above_names():
    assert len(HEADERS) == 6
    assert HEADERS["content-security-policy"] == POLICY


# --- What may be asked ----------------------------------------------------------------------


def test_an_address_that_is_too_long_is_told_so(served):
    status, _, content = raw(served, "/serves?vision=" + "a" * ADDRESS)
    assert status == 414
    assert "16384 バイト" in content
    # The longest one that may be is read, and its vision is not found.
    longest = "/serves?vision="
    status, _, content = raw(served, longest + "a" * (ADDRESS - len(longest) + 1))
    assert status == 400
    assert "vision: 「aaaa" in content


def test_a_body_that_is_too_large_is_told_so_whether_it_says_its_length_or_not(served):
    headers = [("Content-Length", str(BODY + 1))]
    status, _, content = raw(served, "/", headers=headers, body=b"a" * (BODY + 1))
    assert status == 413
    assert "1048576 バイトまで" in content
    chunk = b"10000\r\n" + b"a" * 0x10000 + b"\r\n"
    headers = [("Transfer-Encoding", "chunked")]
    status, _, content = raw(served, "/", headers=headers, body=chunk * 17 + b"0\r\n\r\n")
    assert status == 413


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
@pytest.mark.parametrize("path", ["/", "/serves", "/static/site.css"])
def test_pages_are_only_read(site, method, path):
    reply = site.request(method, path)
    assert reply.status_code == 405
    assert set(reply.headers["allow"].replace(" ", "").split(",")) == {"GET", "HEAD"}
    assert "このサーバーは読むためのものです" in reply.text


@pytest.mark.parametrize("target", ["/serves?vision=%FF", "/%E3%81", "/serves?%81=1"])
def test_letters_that_are_no_utf8_are_told_so(served, target):
    status, _, content = raw(served, target)
    assert status == 400
    assert "UTF-8" in content


def test_letters_that_are_not_encoded_do_not_reach_us(served):
    there = urlsplit(served)
    with socket.create_connection((there.hostname, there.port), timeout=60) as line:
        line.sendall("GET /serves?vision=② HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        assert line.recv(64).startswith(b"HTTP/1.1 400 ")


@pytest.mark.parametrize(
    "target",
    [
        "/static/../server.py",
        "/static/..%2Fserver.py",
        "/static/%2e%2e/server.py",
        "/static/%2e%2e%2fserver.py",
        "/static/..%5Cserver.py",
        "/static/....//server.py",
        "/static//etc/passwd",
        "/static/%2Fetc%2Fpasswd",
        "/static/C:%5CWindows%5Cwin.ini",
        "/static/site.css%00.html",
        "/static/",
        "/static",
        "/static/" + "a" * 5000,
        "/templates/base.html",
    ],
)
def test_no_path_leads_out_of_the_files_of_the_style(served, target):
    status, _, content = raw(served, target)
    assert status in {404, 307}
    assert "import " not in content
    assert "root:" not in content


# --- How errors are told --------------------------------------------------------------------


def test_a_person_is_told_of_an_error_by_a_page_in_their_language(site):
    reply = site.get("/nope", params={"lang": "en"}, headers={"Accept": "text/html,*/*;q=0.8"})
    assert reply.status_code == 404
    assert reply.headers["content-type"] == "text/html; charset=utf-8"
    assert "There is no such page" in reply.text
    assert 'action="/search"' in reply.text


@pytest.mark.parametrize("accept", ["application/json", "application/problem+json", "text/turtle"])
def test_a_program_is_told_of_an_error_by_a_problem(site, accept):
    reply = site.get("/nope", headers={"Accept": accept})
    assert reply.status_code == 404
    assert reply.headers["content-type"] == "application/problem+json"
    assert reply.json() == {
        "title": "そのページはありません",
        "status": 404,
        "detail": "アドレスを確かめるか、言葉でさがしてください。",
    }


def test_every_fault_of_a_request_is_told_in_both_languages_to_a_program(site):
    reply = site.get("/serves", params={"vision": "月"}, headers={"Accept": "application/json"})
    assert reply.status_code == 400
    (fault,) = reply.json()["errors"]
    assert fault["where"] == "vision"
    assert "月" in fault["ja"]
    assert "月" in fault["en"]


class Turned:
    """A pool that answers nothing: it raises what it was made with."""

    def __init__(self, error):
        self.error = error

    async def ask(self, *_):
        raise self.error


def told(pool, **headers):
    """Return what the server tells when its pool is *pool*."""

    async def get():
        app = application(GRAPH, seconds=7)

        async def with_pool(scope, receive, send):
            await app({**scope, "state": {"pool": pool}}, receive, send)

        transport = httpx.ASGITransport(app=with_pool, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            return await client.get("/serves", headers=headers)

    return finish(get())


@pytest.mark.parametrize(
    ("error", "status", "words"),
    [
        (Busy(), 503, "少し待って、もう一度開いてください"),
        (Late(), 504, "使えるのは 7 秒まで"),
        (Failed(), 500, "サーバーを動かした画面に、くわしい内容が出ています"),
        (RuntimeError("森の秘密"), 500, "サーバーを動かした画面に、くわしい内容が出ています"),
    ],
)
def test_what_goes_wrong_in_here_is_told_without_its_reason(error, status, words):
    reply = told(Turned(error))
    assert reply.status_code == status
    assert words in reply.text
    assert reply.headers["content-security-policy"] == POLICY
    assert ("retry-after" in reply.headers) == (status == 503)
    program = told(Turned(error), Accept="application/json")
    assert program.status_code == program.json()["status"] == status
    assert program.headers["content-type"] == "application/problem+json"
    for content in (reply.text, program.text):
        assert "森の秘密" not in content
        assert "Traceback" not in content


class Endless:
    """A pool whose answer never comes; it tells when nobody waits for it any more."""

    def __init__(self):
        self.begun, self.left = asyncio.Event(), False

    async def ask(self, *_):
        self.begun.set()
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            self.left = True
            raise


def test_a_client_that_hangs_up_is_waited_for_no_longer():
    async def hang_up():
        pool, app = Endless(), application(GRAPH)
        messages = [{"type": "http.request"}]

        async def receive():
            if messages:
                return messages.pop()
            await pool.begun.wait()
            return {"type": "http.disconnect"}

        async def send(message):
            pass

        scope = {
            "type": "http",
            "method": "GET",
            "path": "/serves",
            "raw_path": b"/serves",
            "query_string": b"",
            "headers": [(b"host", b"localhost")],
            "state": {"pool": pool},
        }
        await app(scope, receive, send)
        await asyncio.sleep(0)  # what was cancelled is told so in the next turn of the loop
        return pool.left

    assert finish(hang_up())


def test_a_client_that_hangs_up_while_it_sends_is_not_answered():
    class Unasked:
        async def ask(self, *_):
            raise AssertionError

    async def hang_up():
        sent = []

        async def receive():
            return {"type": "http.disconnect"}

        async def send(message):
            sent.append(message)

        scope = {
            "type": "http",
            "method": "GET",
            "path": "/serves",
            "raw_path": b"/serves",
            "query_string": b"",
            "headers": [(b"host", b"localhost")],
            "state": {"pool": Unasked()},
        }
        await application(GRAPH)(scope, receive, send)
        return sent

    assert finish(hang_up())[0]["status"] == 400
