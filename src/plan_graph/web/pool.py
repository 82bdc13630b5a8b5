"""Processes that answer: each holds the graph, and each can be ended when an answer takes too long.

A query cannot be stopped from inside its process, and one that runs wild takes the processor with
it. So every answer is made in a process that can be killed and replaced. They are spawned, not
forked: so it works alike on Windows. What they send back is bytes and JSON, never a pickle.
"""

import asyncio
import json
import logging
import multiprocessing
import os
import pickle
import queue
import signal
import threading
import time
from concurrent.futures import Future, InvalidStateError
from contextlib import suppress
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Final, Self

from plan_graph.web.asked import Answering, Asked, Reply
from plan_graph.web.worker import work

#: How long an answer may take, in seconds.
SECONDS: Final = 20.0
#: How long an answer goes on that nobody waits for: most are done by then, and a new process costs
#: more than they do.
_GRACE: Final = 1.0
#: How long to wait before a process that never became ready is started again.
_PAUSE: Final = 1.0
#: How a process ends that has no memory or stack left, the last on Windows.
_SPENT: Final = (-signal.SIGABRT, -signal.SIGSEGV, 0xC00000FD)
_ENDED: Final = "the server ended"
_LOG: Final = logging.getLogger("plan_graph")


@dataclass(frozen=True, slots=True)
class Limits:
    """How much an answer may cost, and how long one may wait for it."""

    seconds: float = SECONDS
    #: bytes beyond some copies of the graph; only Linux limits the memory of a process
    memory: int = 2_000_000_000
    #: how many may wait for a process; who comes after these is asked to come again
    waiting: int = 64
    #: how many seconds one may wait; after that, nobody looks at the answer any more
    patience: float = 30.0


class Busy(Exception):  # noqa: N818 - states of the server, nobody's error
    """As many wait as may, or a request waited too long: come again later."""


class Late(Exception):  # noqa: N818
    """The answer took more time or memory than it may, and its process was ended."""


class Failed(Exception):  # noqa: N818
    """The answer cannot be made: a bug of ours, or two processes were ended over it."""


@dataclass(frozen=True, slots=True, eq=False)
class _Job:
    content: bytes
    seconds: float
    done: "Future[Reply]" = field(default_factory=Future)
    since: float = field(default_factory=time.monotonic)
    again: bool = False

    def answer(self, reply: Reply) -> None:
        with suppress(InvalidStateError):  # nobody waits any more
            self.done.set_result(reply)

    def refuse(self, reason: Exception) -> None:
        with suppress(InvalidStateError):
            self.done.set_exception(reason)


_Jobs = queue.SimpleQueue[_Job | None]


class Pool:
    """Some processes over one graph: ``with Pool(path) as pool: await pool.ask(page, asked)``."""

    def __init__(
        self, path: Path, *, workers: int | None = None, limits: Limits | None = None
    ) -> None:
        """Plan *workers* processes over the graph in *path*; by default one for each processor."""
        count = workers or max(2, os.cpu_count() or 1)
        self._limits = limits or Limits()
        self._room = count + self._limits.waiting
        self._asked = 0
        self._closed = False
        self._jobs = _Jobs()
        self._keepers = [_Keeper(path, self._limits, self._jobs) for _ in range(count)]

    def __enter__(self) -> Self:
        """Start the processes; the first who ask wait until one of them has read the graph."""
        for keeper in self._keepers:
            keeper.start()
        return self

    def __exit__(self, *_: object) -> None:
        """End all processes, whatever they are doing; who still waits is told `Failed`."""
        self._closed = True
        for keeper in self._keepers:
            keeper.end()
            self._jobs.put(None)
        for keeper in self._keepers:
            keeper.join()
        with suppress(queue.Empty):
            while True:
                if job := self._jobs.get_nowait():
                    job.refuse(Failed(_ENDED))

    @property
    def pids(self) -> list[int]:
        """The ids of the processes that are there now."""
        return [pid for keeper in self._keepers if (pid := keeper.pid)]

    async def ask(
        self, function: Answering, asked: Asked, *, seconds: float | None = None
    ) -> Reply:
        """Return what *function* answers; raise `Busy`, `Late` or `Failed`.

        A request whose process was ended from outside is asked once more, of another. One that is
        cancelled, since its client hung up, gives its place to the next.
        """
        if self._closed:
            raise Failed(_ENDED)
        if self._asked >= self._room:
            raise Busy
        limit = self._limits.seconds if seconds is None else seconds
        job = _Job(pickle.dumps((function, asked, limit)), limit)
        self._asked += 1
        self._jobs.put(job)
        try:
            return await asyncio.wrap_future(job.done)
        except asyncio.CancelledError:
            for keeper in self._keepers:
                if keeper.is_at(job):
                    asyncio.get_running_loop().call_later(_GRACE, keeper.drop, job)
            raise
        finally:
            self._asked -= 1


class _Keeper:
    """The thread that hands jobs to one process, watches it and replaces it."""

    def __init__(self, path: Path, limits: Limits, jobs: _Jobs) -> None:
        self._thread = threading.Thread(target=self._run, name="plan-graph-keeper", daemon=True)
        self._path, self._limits, self._jobs = path, limits, jobs
        #: guards the three below: the server ends and drops from another thread
        self._lock = threading.Lock()
        self._process: BaseProcess | None = None
        self._job: _Job | None = None
        self._ended = threading.Event()

    @property
    def pid(self) -> int:
        with self._lock:
            return (self._process.pid or 0) if self._process else 0

    def is_at(self, job: _Job) -> bool:
        with self._lock:
            return self._job is job

    def drop(self, job: _Job) -> None:
        """End the process if it is still at *job*."""
        with self._lock:
            if self._job is job and self._process:
                self._process.kill()

    def start(self) -> None:
        self._thread.start()

    def join(self) -> None:
        self._thread.join()

    def end(self) -> None:
        """End the process and start no other."""
        with self._lock:
            self._ended.set()
            if self._process:
                self._process.kill()

    def _run(self) -> None:
        while connection := self._start():
            with connection:
                try:
                    connection.recv_bytes()  # it is ready
                except (EOFError, OSError):
                    self._ended.wait(_PAUSE)
                else:
                    self._serve(connection)
            self._stop()

    def _start(self) -> Connection | None:
        context = multiprocessing.get_context("spawn")
        with self._lock:
            if self._ended.is_set():
                return None
            ours, theirs = context.Pipe()
            with theirs:
                self._process = context.Process(
                    target=work,
                    args=(theirs, self._path, self._limits.memory),
                    name="plan-graph",
                    daemon=True,
                )
                self._process.start()
        return ours

    def _stop(self) -> None:
        process = self._process
        assert process, "it was started"
        process.kill()
        process.join()
        with self._lock:
            self._process = None
        process.close()

    def _serve(self, connection: Connection) -> None:
        """Answer jobs until the process has to be replaced or the server ends."""
        while job := self._jobs.get():
            if job.done.cancelled():
                continue
            if time.monotonic() - job.since > self._limits.patience:
                job.refuse(Busy())
                continue
            if connection.poll():  # it says something unasked: it was ended while it was idle
                self._jobs.put(job)
                return
            with self._lock:
                self._job = job
            try:
                alive = _ask(connection, job)
            except (EOFError, OSError):
                alive = False
                self._lost(job)
            finally:
                with self._lock:
                    self._job = None
            if not alive:
                return

    def _lost(self, job: _Job) -> None:
        """Have another process do *job*, whose process ended, unless it is to blame for that."""
        assert self._process, "it was started"
        self._process.join(_GRACE)
        if self._process.exitcode in _SPENT:
            job.refuse(Late())
        elif job.again:
            job.refuse(Failed("its process was ended, twice"))
        elif not job.done.cancelled():
            _LOG.warning("a process of the server was ended; another one answers")
            self._jobs.put(replace(job, again=True))


def _ask(connection: Connection, job: _Job) -> bool:
    """Have the process do *job*; return whether it can go on to the next."""
    connection.send_bytes(job.content)
    if not connection.poll(job.seconds):
        job.refuse(Late())
        return False
    head, _, body = connection.recv_bytes().partition(b"\n")
    if head:
        media_type, status, headers = json.loads(head)
        pairs = tuple((name, value) for name, value in headers)
        job.answer(Reply(body, media_type, status, pairs))
    else:
        _LOG.error("%s", body.decode())
        job.refuse(Failed("a fault in the program"))
    return True
