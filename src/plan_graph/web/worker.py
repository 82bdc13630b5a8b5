"""What a process of the server does: it holds the graph and answers one request after the other."""

import json
import logging
import pickle
import signal
import sys
import traceback
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

from plan_graph.errors import PlanGraphError
from plan_graph.web.asked import Answering, Asked, Town
from plan_graph.web.shell import refused

#: How much longer than its time a process lives that no server is left to end.
_ALONE: Final = 5.0
_LOG: Final = logging.getLogger("plan_graph")


def work(connection: Connection, path: Path, memory: int) -> None:
    """Answer what comes by *connection* until the server closes it."""
    # Ctrl-C reaches every process of the terminal; the server alone decides when we end.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    town = Town(path)
    try:
        town.page(Asked("/"))
    except PlanGraphError as error:
        _LOG.error("%s", error)
        return
    _limit(memory)
    with suppress(EOFError, OSError):
        connection.send_bytes(b"ready")
        while True:
            function, asked, seconds = pickle.loads(connection.recv_bytes())  # noqa: S301 - of the server
            _alarm(seconds + _ALONE)
            answer = _answer(function, asked, town)
            _alarm(0)
            connection.send_bytes(answer)


def _limit(memory: int) -> None:
    """Let this process take *memory* bytes more than its views of the graph need, where it can."""
    if sys.platform == "linux":
        import resource

        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        most = 4 * pages * resource.getpagesize() + memory
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _alarm(seconds: float) -> None:
    """End this process after so many seconds, where the system can, even if the server is gone."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _answer(function: Answering, asked: Asked, town: Town) -> bytes:
    """Return the reply as a line of JSON and the body; after an empty line, the trace of a bug."""
    try:
        reply = function(asked, town)
    except PlanGraphError as error:
        reply = refused(asked, error)
    except Exception:  # noqa: BLE001 - a bug in one page must not end the others
        return b"\n" + traceback.format_exc().encode()
    head = json.dumps([reply.media_type, reply.status, reply.headers])
    return head.encode() + b"\n" + reply.body
