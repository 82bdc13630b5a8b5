"""The server: routes to worker processes, files of the style, errors; and running it here."""

import asyncio
import errno
import mimetypes
import socket
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Scope

from plan_graph.charts import STYLE as CHARTS
from plan_graph.errors import PlanGraphError
from plan_graph.messages import fault
from plan_graph.vocab import AUDIENCES
from plan_graph.web.asked import Answering, Asked, Reply
from plan_graph.web.guards import BODY, guarded, parameters, response
from plan_graph.web.pool import SECONDS, Busy, Failed, Late, Limits, Pool
from plan_graph.web.routes import ROUTES
from plan_graph.web.shell import failed

if TYPE_CHECKING:
    import uvicorn

HOST: Final = "127.0.0.1"
_STATIC: Final = Path(__file__).parent / "static"
#: What the files of the style are. Windows may say otherwise, and browsers then refuse them.
_KINDS: Final = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
#: When somebody who was turned away may come again, in seconds.
_RETRY: Final = 2
#: How much of a body that is too large is read, in bytes; what goes on is cut off.
_UNREAD: Final = 64 * BODY
#: How long a connection may be idle, in seconds: closing early would cut off who asks just then.
_IDLE: Final = 75
_FIRST_PORT: Final = 1024


def application(
    graph: Path,
    *,
    lang: str = "ja",
    audience: str = AUDIENCES[0],
    workers: int | None = None,
    seconds: float = SECONDS,
) -> ASGIApp:
    """Return the server of the graph in the file *graph*, as an ASGI application."""
    ask = partial(_asked, lang=lang, audience=audience)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[dict[str, Pool]]:
        with Pool(graph, workers=workers, limits=Limits(seconds=seconds)) as pool:
            yield {"pool": pool}

    async def wrong(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        headers = error.headers if isinstance(error, HTTPException) else None
        return response(failed(ask(request.scope), status), headers=(headers or {}).items())

    routes = [
        Route(path, _endpoint(function, ask, seconds), methods=list(methods))
        for path, methods, function in ROUTES
    ]
    files = [
        Route("/static/charts.css", lambda _: Response(CHARTS, media_type="text/css")),
        Mount("/static", StaticFiles(directory=_STATIC)),
    ]
    for ending, kind in _KINDS.items():
        mimetypes.add_type(kind, ending)
    handlers = {HTTPException: wrong, Exception: wrong}
    app = Starlette(routes=[*routes, *files], lifespan=lifespan, exception_handlers=handlers)
    return guarded(app, ask)


def _asked(scope: Scope, body: bytes = b"", *, lang: str, audience: str) -> Asked:
    """Return what a request asks, as plain values."""
    headers = {name: value.decode("latin-1") for name, value in scope["headers"]}
    return Asked(
        path=scope["path"],
        parameters=parameters(scope["query_string"]),
        parts=tuple((name, str(part)) for name, part in scope.get("path_params", {}).items()),
        method=scope["method"],
        accept=headers.get(b"accept", ""),
        content_type=headers.get(b"content-type", ""),
        body=body,
        audience=audience,
        home_lang=lang,
        origin=f"http://{headers.get(b'host', HOST)}",
    )


def _endpoint(
    function: Answering, ask: Callable[..., Asked], seconds: float
) -> Callable[[Request], object]:
    """Return what answers a request by *function* in a process of the pool."""

    async def endpoint(request: Request) -> Response:
        try:
            body = await _body(request)
        except ClientDisconnect:
            return Response(status_code=400)  # nobody reads it
        if body is None:
            return response(failed(ask(request.scope), 413, limit=BODY))
        asked = ask(request.scope, body)
        pool: Pool = request.state.pool
        try:
            reply = await _unless_gone(request, pool, function, asked)
        except Busy:
            headers = (("retry-after", str(_RETRY)),)
            return response(failed(asked, 503), headers=headers)
        except Late:
            return response(failed(asked, 504, limit=f"{seconds:g}"))
        except Failed:
            return response(failed(asked, 500))
        return _fresh(reply, request)

    return endpoint


async def _body(request: Request) -> bytes | None:
    """Return what was sent, or nothing at all when it is larger than may be.

    It is read even so: a client that is still sending hears no answer.
    """
    content, size = bytearray(), 0
    async for part in request.stream():
        size += len(part)
        if size <= BODY:
            content += part
        elif size > _UNREAD:
            break
    return bytes(content) if size <= BODY else None


async def _unless_gone(request: Request, pool: Pool, function: Answering, asked: Asked) -> Reply:
    """Return the answer; the place in the pool is free again when the client hangs up."""
    answer = asyncio.ensure_future(pool.ask(function, asked))
    gone = asyncio.ensure_future(_gone(request))
    try:
        await asyncio.wait({answer, gone}, return_when=asyncio.FIRST_COMPLETED)
        if not answer.done():
            return Reply(b"", status=400)  # nobody reads it
        return await answer
    finally:
        answer.cancel()
        gone.cancel()


async def _gone(request: Request) -> None:
    """Return when the client has hung up."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _fresh(reply: Reply, request: Request) -> Response:
    """Return the reply; or, to a client that has the very same already, that it may keep that."""
    made = response(reply)
    made.headers.setdefault("vary", "Accept")
    if reply.status == 200 and request.method in {"GET", "HEAD"}:  # noqa: PLR2004
        digest = blake2b(reply.media_type.encode() + reply.body, digest_size=12).hexdigest()
        made.headers["etag"] = f'"{digest}"'
        known = request.headers.get("if-none-match", "")
        if digest in known:
            # A browser takes the headers of this answer for those of the page that it has: it must
            # get the same policy again, not the one that the guards would add.
            for name in ("content-type", "content-length"):
                del made.headers[name]
            return Response(status_code=304, headers=dict(made.headers))
    return made


# --- Running it -----------------------------------------------------------------------------


def listen(port: int) -> socket.socket:
    """Return a socket on *port* of this machine only (0: any free one); raises PlanGraphError."""
    # Only a socket that says that it is TCP gets TCP_NODELAY from asyncio; without it every answer
    # waits 40 ms for the client to acknowledge its headers.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    if sys.platform == "win32":
        # There, reusing an address means taking it away from somebody.
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
    else:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
        listener.listen()
    except OSError as error:
        listener.close()
        used = error.errno in {errno.EADDRINUSE, getattr(errno, "WSAEADDRINUSE", None)}
        key = "web.port-used" if used else "web.port-closed"
        other = port + 1 if port >= _FIRST_PORT else 8000
        place = f"--port {port}"
        raise PlanGraphError([fault(place, key, other=other, reason=error.strerror)]) from error
    return listener


def prepared(app: ASGIApp) -> "uvicorn.Server":
    """Return what runs *app*: it says nothing but what is wrong, and believes no proxy."""
    import uvicorn

    return uvicorn.Server(
        uvicorn.Config(
            app,
            http="httptools",
            ws="none",
            log_level="warning",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            timeout_keep_alive=_IDLE,
            timeout_graceful_shutdown=2,
        )
    )


def run(app: ASGIApp, listener: socket.socket) -> None:
    """Answer what comes in on *listener* until somebody presses Ctrl+C."""
    # That is how one stops it: nothing went wrong.
    with suppress(KeyboardInterrupt):
        prepared(app).run(sockets=[listener])
