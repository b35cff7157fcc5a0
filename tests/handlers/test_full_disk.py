"""A disk without room: clear words, nothing lost, and everything goes on when there is room again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy import text as sql
from sqlalchemy.exc import OperationalError

from bot.conversation.messages import Incoming, Reply
from bot.conversation.phrasebook import phrases
from handlers.api.polling import Poller
from tests.handlers.echo_house import EchoHouse, echo_house, effects, in_rows, new_face
from tests.handlers.fake_telegram import FakeTelegram, visible
from tests.handlers.incoming_updates import ANNA, person, text

FULL = visible(str(phrases("it").say("full")))
ROOM = 100_000  # pages


@pytest.fixture
def house(tmp_path: Path) -> Iterator[EchoHouse]:
    built = echo_house(tmp_path)
    yield built
    built.store.close()


def set_room(house: EchoHouse, pages: int) -> None:
    """Let the file of a house grow to so many pages; SQLite never goes below what it has."""
    house.store.close()
    event.listen(house.store.engine, "connect", lambda one, _: one.execute(f"PRAGMA max_page_count = {pages}"))


def fill(house: EchoHouse) -> None:
    """Write until there is no room left for another row."""
    with house.store.write() as tx:
        tx.execute(sql("CREATE TABLE ballast (x BLOB)"))
    set_room(house, 1)
    for size in (4000, 400, 40, 4):
        with pytest.raises(OperationalError, match="full"):
            grow(house, size)


def grow(house: EchoHouse, size: int) -> None:
    while True:
        with house.store.write() as tx:
            tx.execute(sql("INSERT INTO ballast VALUES (zeroblob(:size))"), {"size": size})


async def test_a_full_disk_is_said_once_nothing_is_confirmed_and_all_is_answered_later(
    house: EchoHouse, telegram: FakeTelegram
) -> None:
    fill(house)
    face = new_face(house, telegram)
    await face.open()
    poller = Poller(face.client, face.take_in, face.rounds.rest, seconds=0)
    telegram.updates = [text(number, "x" * 4000) for number in (1, 2, 3)]
    assert [await poller.once(), await poller.once()] == [1.0, 2.0]
    assert telegram.texts(ANNA) == [FULL]
    assert telegram.confirmed == 0
    assert in_rows(house) == []
    set_room(house, ROOM)
    await poller.once()
    await face.rounds.answer_waiting(lambda: None)
    await face.sender.drain()
    await face.close()
    assert effects(house) == 3
    assert len(telegram.texts(ANNA)) == 4


async def test_a_disk_that_fills_while_an_update_is_answered_keeps_it(house: EchoHouse, telegram: FakeTelegram) -> None:
    face = new_face(house, telegram)
    await face.open()
    english = text(1, "hello")
    english["message"]["from"] = person("en")
    await face.take_in([english])
    house.concierge.answer = _no_room
    await face.rounds.answer_waiting(lambda: None)
    assert telegram.texts(ANNA) == [visible(str(phrases("en").say("full")))]
    assert [(row.done_at, row.failure) for row in in_rows(house)] == [(None, None)]
    await face.close()


def _no_room(user: str, message: Incoming) -> Reply:
    raise OperationalError("INSERT", {}, Exception("database or disk is full"))
