"""The command that opens the server: what it says, how it ends, what it refuses."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time

import httpx
import pytest


@pytest.fixture
def started(tmp_path):
    """Start ``plan-graph serve`` with some options; give the process and what it says so far."""
    processes = []

    def start(*options):
        log = tmp_path / "log"
        arguments = [sys.executable, "-m", "plan_graph", "serve", *map(str, options)]
        with log.open("wb") as out:
            process = subprocess.Popen(
                arguments,
                stdout=out,
                stderr=out,
                env={**os.environ, "PYTHONUNBUFFERED": "1", "PYTHONIOENCODING": "utf-8"},
            )
        processes.append(process)
        return process, log

    yield start
    for process in processes:
        process.kill()
        process.wait()


def address(process, log):
    while process.poll() is None:
        found = re.search(r"http://127\.0\.0\.1:\d+/", log.read_text(encoding="utf-8"))
        if found:
            return found[0]
        time.sleep(0.02)
    raise AssertionError(log.read_text(encoding="utf-8"))


def processes(*options):
    """Return the ids of the running processes that ``ps`` lists, without those that only linger."""
    ps = shutil.which("ps")
    listed = subprocess.run(
        [ps, "-o", "pid=,stat=", *options], capture_output=True, text=True, check=False
    )
    rows = (line.split() for line in listed.stdout.splitlines())
    return {pid for pid, state in rows if not state.startswith("Z")}


@pytest.mark.skipif(sys.platform == "win32", reason="another way to end a process")
def test_the_server_tells_its_address_answers_and_ends_quietly_with_all_its_processes(started):
    process, log = started("--port", 0, "--workers", 1, "--lang", "en", "--audience", "office")
    there = address(process, log)
    said = log.read_text(encoding="utf-8")
    assert "Open on this machine only (for the office: shows statuses by department)." in said
    assert f"SPARQL:  {there}sparql" in said
    assert "Press Ctrl+C to stop." in said
    assert "Kisarazu City" in httpx.get(there).text
    assert "木更津市" in httpx.get(there, params={"lang": "ja"}).text
    workers = processes("--ppid", str(process.pid))
    assert workers
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=30) == 0
    assert log.read_text(encoding="utf-8").endswith("Press Ctrl+C to stop.\nStopped.\n")
    # What multiprocessing itself keeps running ends a moment later.
    for _ in range(500):
        if not processes("-p", ",".join(workers)):
            break
        time.sleep(0.02)
    assert not processes("-p", ",".join(workers))


def test_a_number_in_use_is_told_with_what_to_do(run):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = run("serve", "--port", port)
    assert done.exit_code == 2
    assert f"--port {port}: すでに使われています" in done.stderr
    assert f"--port {port + 1}" in done.stderr
    assert "--port 0" in done.stderr


@pytest.mark.parametrize(
    ("content", "words"), [(None, "missing.ttl"), ("これは Turtle ではない", "missing.ttl:1")]
)
def test_a_graph_that_cannot_be_read_is_told_before_the_server_starts(
    run, tmp_path, content, words
):
    path = tmp_path / "missing.ttl"
    if content:
        path.write_text(content, encoding="utf-8")
    done = run("serve", "--port", 0, "--graph", path)
    assert done.exit_code == 2
    assert words in done.stderr
    assert done.stdout == ""


def test_a_number_that_is_none_is_refused(run):
    assert run("serve", "--port", 70000).exit_code == 2
    assert run("serve", "--port", -1).exit_code == 2
    assert run("serve", "--workers", 0).exit_code == 2
