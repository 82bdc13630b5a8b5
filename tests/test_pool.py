"""The processes that answer: late ones end, lost ones are replaced, nobody waits for ever."""

import asyncio
import os
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest
from coroutines import finish

from plan_graph.errors import Fault, PlanGraphError
from plan_graph.web.asked import Asked, Reply
from plan_graph.web.pool import Busy, Failed, Late, Limits, Pool

GRAPH = Path(__file__).parents[1] / "data" / "mandala.ttl"


# What a process answers here; it imports this module to find them.


def told(asked, town):
    return Reply(
        f"{asked.value('say')} {len(town.store) > 0}".encode(), "text/plain", 201, (("X-A", "é"),)
    )


def pid(_, __):
    return Reply(str(os.getpid()).encode())


def endless(asked, __):
    path = asked.value("mark")
    if path:
        Path(path).write_text("begun", encoding="utf-8")
    while True:
        time.sleep(0.01)


def suicide(asked, __):
    """End its own process, as the system does that has no memory left; the second time answer."""
    mark = Path(asked.value("mark"))
    if mark.exists() and asked.value("always") == "":
        return Reply(b"the second one answered")
    mark.write_text("begun", encoding="utf-8")
    os._exit(9)


def long(asked, __):
    return Reply(b"x" * int(asked.value("bytes")))


def greedy(_, town):
    """Sort more rows than memory can hold."""
    list(town.store.query("SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?c ?f"))


def crash(_, __):
    """End as a process does whose stack is full."""
    os.kill(os.getpid(), signal.SIGSEGV)


def bug(_, __):
    raise KeyError("a bug")


def refusal(_, __):
    raise PlanGraphError([Fault("ここ", "だめ", "no")])


def asked(**parameters):
    return Asked("/", tuple((name, str(value)) for name, value in parameters.items()))


async def until(condition):
    """Wait for *condition*; a test that waits for what never comes is ended."""
    async with asyncio.timeout(30):
        while not condition():  # noqa: ASYNC110 - another process makes it true
            await asyncio.sleep(0.005)


async def insist(pool, function, asked, seconds):
    """Ask again as long as the server is busy, as it asks for."""
    while True:
        with suppress(Busy):
            return await pool.ask(function, asked, seconds=seconds)


@pytest.fixture(scope="module")
def pool():
    with Pool(GRAPH, workers=2) as made:
        yield made


def test_a_reply_comes_back_as_it_was_made(pool):
    reply = finish(pool.ask(told, asked(say="ビジョン②")))
    assert reply == Reply("ビジョン② True".encode(), "text/plain", 201, (("X-A", "é"),))


def test_a_long_reply_comes_whole(pool):
    assert len(finish(pool.ask(long, asked(bytes=20_000_000))).body) == 20_000_000


def test_a_mistake_of_the_user_is_told_on_a_page(pool):
    reply = finish(pool.ask(refusal, asked()))
    assert reply.status == 400
    assert "ここ: だめ" in reply.body.decode()


def test_a_bug_is_logged_whole_told_in_short_and_ends_nothing(pool, caplog):
    before = pool.pids
    with pytest.raises(Failed):
        finish(pool.ask(bug, asked()))
    assert "KeyError: 'a bug'" in caplog.text
    assert pool.pids == before


def test_a_late_answer_ends_and_others_are_answered_meanwhile(pool):
    async def both():
        late = asyncio.create_task(pool.ask(endless, asked(), seconds=1))
        others, meanwhile = [], 0
        while not late.done():
            others.append(await pool.ask(told, asked(say=len(others))))
            meanwhile += not late.done()
        with pytest.raises(Late):
            await late
        return others, meanwhile

    before = set(pool.pids)
    others, meanwhile = finish(both())
    assert meanwhile > 0
    assert [each.body.decode() for each in others] == [f"{n} True" for n in range(len(others))]
    finish(until(lambda: len(pool.pids) == 2 and set(pool.pids) != before))
    assert len(before & set(pool.pids)) == 1


def test_the_process_of_a_late_answer_is_gone(pool):
    async def late():
        before = set(pool.pids)
        with pytest.raises(Late):
            await pool.ask(endless, asked(), seconds=0.2)
        await until(lambda: before - set(pool.pids))
        return before - set(pool.pids)

    for gone in finish(late()):
        with pytest.raises(ProcessLookupError):
            os.kill(gone, 0)


def test_processes_ended_from_outside_are_replaced_and_nobody_notices(pool):
    async def killed():
        await until(lambda: len(pool.pids) == 2)
        before = set(pool.pids)
        for each in before:
            os.kill(each, signal.SIGTERM)
        replies = await asyncio.gather(*(pool.ask(pid, asked()) for _ in range(8)))
        return before, {int(reply.body) for reply in replies}

    before, after = finish(killed())
    assert not before & after


def test_a_process_ended_in_the_middle_is_asked_again_of_another_once(pool, tmp_path):
    reply = finish(pool.ask(suicide, asked(mark=tmp_path / "begun")))
    assert reply.body == b"the second one answered"
    with pytest.raises(Failed):
        finish(pool.ask(suicide, asked(mark=tmp_path / "begun", always="yes")))
    assert finish(pool.ask(told, asked(say="on"))).body == b"on True"


def test_who_hangs_up_frees_the_place_of_the_running_and_of_the_waiting(tmp_path):
    async def hang_up(pool):
        running = asyncio.create_task(pool.ask(endless, asked(mark=tmp_path / "begun"), seconds=60))
        waiting = asyncio.create_task(pool.ask(endless, asked(), seconds=60))
        await until((tmp_path / "begun").exists)
        with pytest.raises(Busy):
            await pool.ask(told, asked())
        for task in (waiting, running):
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
        return await pool.ask(told, asked(say="next"))

    with Pool(GRAPH, workers=1, limits=Limits(waiting=1)) as pool:
        assert finish(hang_up(pool)).body == b"next True"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the memory of a process")
def test_an_answer_that_takes_all_memory_is_ended_and_not_tried_again(caplog):
    with Pool(GRAPH, workers=1, limits=Limits(memory=100_000_000)) as pool:
        with pytest.raises(Late):
            finish(pool.ask(greedy, asked(), seconds=60))
        assert finish(pool.ask(told, asked(say="on"))).body == b"on True"
    assert "another one answers" not in caplog.text


@pytest.mark.skipif(sys.platform == "win32", reason="a process ends in another way there")
def test_an_answer_that_crashes_its_process_is_not_tried_again(pool, caplog):
    with pytest.raises(Late):
        finish(pool.ask(crash, asked()))
    assert "another one answers" not in caplog.text


def test_who_waits_too_long_is_asked_to_come_again(tmp_path):
    async def wait(pool):
        await insist(pool, told, asked(), 60)  # until the process is ready
        running = asyncio.create_task(insist(pool, endless, asked(mark=tmp_path / "begun"), 2))
        await until((tmp_path / "begun").exists)
        with pytest.raises(Busy):
            await pool.ask(told, asked())
        with pytest.raises(Late):
            await running

    with Pool(GRAPH, workers=1, limits=Limits(patience=0.1)) as pool:
        finish(wait(pool))


def test_closing_ends_every_process_and_tells_who_waits():
    async def close():
        with Pool(GRAPH, workers=2) as pool:
            tasks = [asyncio.create_task(pool.ask(endless, asked())) for _ in range(4)]
            await asyncio.sleep(0)
            await until(lambda: len(pool.pids) == 2)
            pids = pool.pids
        with pytest.raises(Failed):
            await pool.ask(told, asked())
        return pids, await asyncio.gather(*tasks, return_exceptions=True)

    pids, answers = finish(close())
    assert {type(each) for each in answers} == {Failed}
    for each in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(each, 0)


def test_a_graph_that_is_mended_is_read_after_all(tmp_path):
    graph = tmp_path / "graph.ttl"
    graph.write_text("<a> <b>", encoding="utf-8")

    async def mend(pool):
        asking = asyncio.create_task(pool.ask(told, asked(say="mended")))
        await asyncio.sleep(0)
        graph.write_bytes(GRAPH.read_bytes())
        return await asking

    with Pool(graph, workers=1) as pool:
        assert finish(mend(pool)).body == b"mended True"
