"""Many small pieces of work go into one, each gets its own result, and one failure does not stop what comes after."""

import asyncio

import pytest

from handlers.batching import Batcher


async def doubled(things: list[int]) -> list[int]:
    await asyncio.sleep(0.01)
    if 13 in things:
        raise ValueError("thirteen")
    return [thing * 2 for thing in things]


async def test_what_comes_while_one_runs_goes_together_into_the_next() -> None:
    seen: list[list[int]] = []

    async def work(things: list[int]) -> list[int]:
        seen.append(things)
        return await doubled(things)

    together = Batcher(work)
    first = asyncio.create_task(together.do(1))
    await asyncio.sleep(0.005)
    assert await asyncio.gather(first, *(together.do(number) for number in (2, 3, 4))) == [2, 4, 6, 8]
    assert seen == [[1], [2, 3, 4]]


async def test_a_failure_is_raised_where_it_was_asked_for_and_the_next_goes_on() -> None:
    together = Batcher(doubled)
    with pytest.raises(ValueError, match="thirteen"):
        await together.do(13)
    assert await together.do(1) == 2


async def test_what_was_asked_for_is_done_also_when_nobody_waits_any_more() -> None:
    done: list[int] = []

    async def work(things: list[int]) -> list[int]:
        found = await doubled(things)
        done.extend(things)
        return found

    together = Batcher(work)
    waiting = asyncio.create_task(together.do(5))
    await asyncio.sleep(0.005)
    waiting.cancel()
    await together.finish()
    assert done == [5]
