"""What every request must pass, and what every reply carries: this server is for this machine."""

import re
from collections.abc import Callable, Iterable
from typing import Final
from urllib.parse import parse_qsl, unquote_to_bytes

from starlette.datastructures import MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from plan_graph.web.asked import Asked, Reply
from plan_graph.web.shell import failed

#: The longest address, path and parameters together, and the largest body, in bytes.
ADDRESS: Final = 16_384
BODY: Final = 1_048_576
#: The names of this machine. A site elsewhere can let a name of its own lead to 127.0.0.1 and then
#: read from here as if from itself; the name it has to give is what tells it. The port does not
#: matter: somebody may have forwarded another one to ours.
_HOST: Final = re.compile(r"(127\.0\.0\.1|localhost|\[::1\])(:[0-9]{1,5})?", re.IGNORECASE)
#: What a browser may do with a reply, unless that says otherwise. There is no CORS: no page from
#: elsewhere can read anything.
HEADERS: Final = {
    "content-security-policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
        "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cache-control": "no-cache",
}


def guarded(app: ASGIApp, ask: Callable[[Scope], Asked]) -> ASGIApp:
    """Return *app* behind the guards; *ask* tells what a request asks, for words about it."""

    async def guard(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return

        async def sealed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        status = refusal(scope)
        if status:
            await response(failed(ask(scope), status, limit=ADDRESS))(scope, receive, sealed)
        else:
            await app(scope, receive, sealed)

    return guard


def refusal(scope: Scope) -> int:
    """Return the status by which a request is refused before anything reads it, or 0."""
    hosts = [value.decode("latin-1") for name, value in scope["headers"] if name == b"host"]
    if len(hosts) != 1 or not _HOST.fullmatch(hosts[0]):
        return 421
    path, query = scope.get("raw_path") or b"", scope["query_string"]
    if len(path) + len(query) > ADDRESS:
        return 414
    return 0 if _is_utf8(unquote_to_bytes(path)) and _is_utf8(unquote_to_bytes(query)) else 400


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


def parameters(query: bytes) -> tuple[tuple[str, str], ...]:
    """Return the parameters of a query string, decoded once, in their order."""
    return tuple(parse_qsl(query.decode(errors="replace"), keep_blank_values=True))


def response(reply: Reply, *, headers: Iterable[tuple[str, str]] = ()) -> Response:
    """Return *reply* as the framework sends it."""
    told = dict([*reply.headers, *headers])
    return Response(reply.body, reply.status, headers=told, media_type=reply.media_type)
