"""Several processes on one PostgreSQL: each update once, each chat in its order, one sender, woken at once."""

import asyncio
import json
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from bot.conversation.messages import Incoming, Reply, Said
from bot.store.engine import open_store
from bot.store.leading import Leader
from handlers.application import Face
from tests.databases import Cluster
from tests.handlers.echo_house import EchoHouse, echo, echo_house, effects, in_rows, new_face, out_rows
from tests.handlers.fake_telegram import FakeTelegram
from tests.handlers.incoming_updates import message, text


@pytest.fixture
def url(postgresql: Cluster) -> Iterator[str]:
    fresh = postgresql.fresh()
    yield fresh
    postgresql.drop(fresh)


@pytest.fixture
def houses(url: str, tmp_path: Path) -> Iterator[list[EchoHouse]]:
    """Three houses on one database, as three processes would be."""
    built = [echo_house(tmp_path, _now_and_then_broken, url) for _ in range(3)]
    yield built
    for house in built:
        house.store.close()


def _now_and_then_broken(user: str, incoming: Incoming) -> Reply:
    if incoming == Said("rompiti"):
        raise RuntimeError
    return echo(user, incoming)


def said_in_order(house: EchoHouse) -> dict[str, list[int]]:
    order: dict[str, list[int]] = defaultdict(list)
    for row in out_rows(house):
        spoken = json.loads(row.body)["text"].rpartition(" ")[2]
        order[row.chat].append(int(spoken))
    return order


async def work_until_done(faces: list[Face], house: EchoHouse, expected: int) -> None:
    tasks = [asyncio.create_task(face.lanes.run(lambda: None, 4)) for face in faces]
    async with asyncio.timeout(30):
        while sum(row.done_at is not None for row in in_rows(house)) < expected:  # noqa: ASYNC110 - the database has no event
            await asyncio.sleep(0.05)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def test_three_workers_answer_each_update_once_and_each_chat_in_order(
    houses: list[EchoHouse], telegram: FakeTelegram
) -> None:
    faces = [new_face(house, telegram) for house in houses]
    working = asyncio.create_task(work_until_done(faces, houses[0], 200))
    before: list[dict[str, Any]] = []
    for start in range(1, 201, 20):  # one door after the other, and what came before is brought again by another
        batch = [text(number, str(number), user=number % 12 + 1) for number in range(start, start + 20)]
        await asyncio.gather(faces[start % 3].take_in(batch), faces[(start + 1) % 3].take_in(before))
        before = batch
    await working
    for face in faces:
        await face.close()
    order = said_in_order(houses[0])
    assert effects(houses[0]) == 200
    assert sum(map(len, order.values())) == 200
    assert all(numbers == sorted(numbers) for numbers in order.values())


async def test_what_cannot_be_handled_is_one_dead_letter_and_its_chat_goes_on(
    houses: list[EchoHouse], telegram: FakeTelegram
) -> None:
    faces = [new_face(house, telegram) for house in houses]
    poison = message(2, 5, text="x", entities=[{"type": "bold"}])
    await faces[0].take_in([text(1, "1", user=5), poison, text(3, "rompiti", user=5), text(4, "4", user=5)])
    await work_until_done(faces, houses[0], 4)
    for face in faces:
        await face.close()
    assert [bool(row.failure) for row in in_rows(houses[0])] == [False, True, True, False]
    assert effects(houses[0]) == 2


async def test_another_process_is_woken_at_once(houses: list[EchoHouse], telegram: FakeTelegram) -> None:
    taking, answering = (new_face(house, telegram) for house in houses[:2])
    listener = answering.listen()
    working = asyncio.create_task(answering.answer_all())
    sending = asyncio.create_task(answering.sender.run())
    await asyncio.sleep(0.3)
    start = time.monotonic()
    await taking.take_in([text(1, "1")])
    await telegram.until(lambda: telegram.texts() == ["1001: 1"])
    assert time.monotonic() - start < 0.9  # the look of every second would take longer on average, and notice nothing
    for task in (working, sending):
        task.cancel()
        with suppress(asyncio.CancelledError, ExceptionGroup):
            await task
    await asyncio.to_thread(listener.stop)
    await taking.close()
    await answering.close()


def test_one_leads_and_another_takes_over(url: str) -> None:
    stores = [open_store(url) for _ in range(2)]
    first, second = (Leader(store, "123:token") for store in stores)
    assert [first.hold(), second.hold(), first.hold()] == [True, False, True]
    other = Leader(stores[1], "another token")
    assert other.hold()
    other.let_go()
    first.let_go()
    assert [second.hold(), first.hold()] == [True, False]
    second.let_go()
    for store in stores:
        store.close()


def test_on_sqlite_there_is_nobody_else(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'kmzero.db'}")
    assert Leader(store, "123:token").hold()
    store.close()
