"""Several processes on one PostgreSQL: each update once, each chat in its order, one sender, woken at once."""

import asyncio
import json
from collections import defaultdict
from collections.abc import AsyncIterator, Coroutine, Iterator
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from bot.conversation.messages import Incoming, Reply, Said
from bot.store.engine import open_store
from bot.store.leader_election import Leader
from handlers import rounds, sender
from handlers.application import Face
from tests.databases import Cluster
from tests.handlers.echo_house import EchoHouse, echo, echo_house, effects, in_rows, new_face, out_rows
from tests.handlers.fake_telegram import FakeTelegram
from tests.handlers.incoming_updates import message, text

PATIENCE = 60.0  # seconds: far more than it takes, for machines that do much else


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
        spoken = json.loads(house.keys.unseal(row.body))[1]["text"].rpartition(" ")[2]
        order[row.chat].append(int(spoken))
    return order


@asynccontextmanager
async def running(*parts: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    """Run these beside the test, and end them also when it fails: what goes on after a test holds up all others."""
    tasks = [asyncio.create_task(part) for part in parts]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def work_until_done(faces: list[Face], house: EchoHouse, expected: int) -> None:
    async with running(*(face.rounds.run(lambda: None) for face in faces)), asyncio.timeout(PATIENCE):
        while sum(row.done_at is not None for row in in_rows(house)) < expected:  # noqa: ASYNC110 - the database has no event
            await asyncio.sleep(0.05)


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


async def test_another_process_is_woken_without_looking(
    houses: list[EchoHouse], telegram: FakeTelegram, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (rounds, sender):
        monkeypatch.setattr(module, "NAP", 10 * PATIENCE)  # nobody looks by themselves during this test
    taking, answering = (new_face(house, telegram) for house in houses[:2])
    listener = answering.listen()
    async with running(answering.answer_all(), answering.sender.run()), asyncio.timeout(PATIENCE):
        await asyncio.sleep(0.3)
        for number in count(1):  # what is said before the listener listens is not heard
            await taking.take_in([text(number, "1")])
            await asyncio.sleep(0.3)
            if telegram.texts():
                break
    await asyncio.to_thread(listener.stop)
    await taking.close()
    await answering.close()
    assert set(telegram.texts()) == {"1001: 1"}


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
