"""Where the plain, synchronous core runs: threads beside the event loop, one for SQLite, some for PostgreSQL."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

from bot.store.engine import Store

POSTGRESQL_THREADS = 4  # more would wait for the interpreter, not for the database

P = ParamSpec("P")
T = TypeVar("T")


class Worker:
    """Threads of our own: asyncio's also look up host names, and Telegram must not wait for SQLite."""

    def __init__(self, store: Store) -> None:
        self._threads = ThreadPoolExecutor(1 if store.sqlite else POSTGRESQL_THREADS, thread_name_prefix="kmzero")

    async def run(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run `work` in a thread. What was begun is finished, also when the caller is cancelled."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, lambda: work(*args, **kwargs))

    def close(self) -> None:
        """Wait for the work in course."""
        self._threads.shutdown(wait=True)
