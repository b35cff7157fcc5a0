"""Many small pieces of work in one transaction: what is asked for while one runs goes together into the next."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")


class Batcher(Generic[T, R]):
    """`work` gets a list of things and returns a result for each; where it raises, all of them failed."""

    def __init__(self, work: Callable[[list[T]], Awaitable[Sequence[R]]]) -> None:
        self._work = work
        self._asked: list[tuple[T, asyncio.Future[R]]] = []
        self._running: asyncio.Task[None] | None = None

    async def do(self, thing: T) -> R:
        """Have `thing` worked on and return its result. Raises what `work` raises."""
        result: asyncio.Future[R] = asyncio.get_running_loop().create_future()
        self._asked.append((thing, result))
        if self._running is None:
            self._running = asyncio.create_task(self._run())
        return await result

    async def finish(self) -> None:
        """Wait until all that was asked for is done, also for those who do not wait any more."""
        while self._running:
            await asyncio.wait({self._running})

    async def _run(self) -> None:
        while self._asked:
            asked, self._asked = self._asked, []
            try:
                results = await self._work([thing for thing, _ in asked])
            except Exception as error:  # noqa: BLE001 - it is raised where it was asked for
                _fail([result for _, result in asked], error)
                continue
            for (_, result), found in zip(asked, results, strict=True):
                if not result.done():
                    result.set_result(found)
        self._running = None


def _fail(results: list[asyncio.Future[R]], error: Exception) -> None:
    for result in results:
        if not result.done():
            result.set_exception(error)
