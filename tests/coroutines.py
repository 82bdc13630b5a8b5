"""Run what is asynchronous from a test."""

import asyncio
from concurrent.futures import ThreadPoolExecutor


def finish(work):
    """Run the coroutine *work* to its end and return its value.

    In a thread of its own: the browser's loop runs in the one of the tests, once it was used.
    """
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()
