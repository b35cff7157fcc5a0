"""Polling confirms what is safe, and survives what comes from outside."""

import asyncio
import logging
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError

from handlers import rounds
from handlers.api.polling import Poller
from handlers.application import Face
from tests.handlers.echo_house import EchoHouse, in_rows
from tests.handlers.fake_telegram import FakeTelegram, Fault
from tests.handlers.incoming_updates import text


@pytest.fixture
async def poller(face: Face) -> Poller:
    return Poller(face.client, face.take_in, face.rounds.rest, seconds=0)


async def test_an_update_is_confirmed_after_the_inbox_has_it(
    poller: Poller, telegram: FakeTelegram, house: EchoHouse
) -> None:
    telegram.updates += [text(5, "uno"), text(6, "due")]
    await poller.once()
    assert [row.update_id for row in in_rows(house)] == [5, 6]
    assert telegram.confirmed == 0
    await poller.once()
    assert telegram.confirmed == 7


async def test_an_update_that_could_not_be_kept_is_asked_for_again(face: Face, telegram: FakeTelegram) -> None:
    telegram.updates.append(text(5, "uno"))
    troubles = [OperationalError("INSERT", {}, Exception("disk full"))]

    async def keep(updates: list[dict[str, Any]]) -> None:
        if troubles:
            raise troubles.pop()
        await face.take_in(updates)

    poller = Poller(face.client, keep, face.rounds.rest, seconds=0)
    assert await poller.once() == 1
    assert await poller.once() == 0
    assert telegram.confirmed == 0
    await poller.once()
    assert telegram.confirmed == 6


async def test_a_batch_with_a_poisoned_update_is_kept_and_confirmed_whole(
    poller: Poller, telegram: FakeTelegram, house: EchoHouse
) -> None:
    telegram.updates += [text(5, "uno"), {"update_id": 6, "message": {"x": 1}}, text(7, "due")]
    await poller.once()
    await poller.once()
    assert [row.update_id for row in in_rows(house)] == [5, 6, 7]
    assert telegram.confirmed == 8


@pytest.mark.parametrize(
    "fault",
    [
        Fault("getUpdates", 0),
        Fault("getUpdates", -1),
        Fault("getUpdates", 502, "Bad Gateway"),
        Fault("getUpdates", 409, "Conflict: terminated by other getUpdates request"),
        Fault("getUpdates", 200),
    ],
)
async def test_trouble_is_waited_out(poller: Poller, telegram: FakeTelegram, fault: Fault) -> None:
    telegram.updates.append(text(5, "uno"))
    fault.times = 3
    telegram.faults.append(fault)
    assert [await poller.once() for _ in range(4)] == [1, 2, 4, 0]


@pytest.mark.parametrize(
    ("description", "cause"),
    [
        ("Conflict: terminated by other getUpdates request", "another program polls with the same token"),
        ("Conflict: can't use getUpdates method while webhook is active", "Telegram brings updates to a webhook"),
    ],
)
async def test_who_takes_the_updates_is_named(
    poller: Poller, telegram: FakeTelegram, caplog: pytest.LogCaptureFixture, description: str, cause: str
) -> None:
    telegram.faults.append(Fault("getUpdates", 409, description))
    with caplog.at_level(logging.WARNING):
        await poller.once()
    assert cause in caplog.text


async def test_retry_after_is_obeyed(poller: Poller, telegram: FakeTelegram) -> None:
    telegram.faults.append(Fault("getUpdates", 429, "Too Many Requests", {"retry_after": 17}))
    assert await poller.once() == 17


async def test_a_revoked_token_is_waited_out(poller: Poller, telegram: FakeTelegram) -> None:
    telegram.faults.append(Fault("getUpdates", 401, "Unauthorized", times=3))
    assert [await poller.once() for _ in range(4)] == [1, 2, 4, 0]


async def test_while_there_is_much_to_answer_the_rest_stays_with_telegram(
    face: Face, house: EchoHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rounds, "HOLD", 60.0)
    await face.take_in([text(number, str(number)) for number in range(1, 41)])  # of one chat: an update a round
    begun = asyncio.Event()
    answering = asyncio.create_task(face.rounds.run(begun.set))
    await begun.wait()
    await face.rounds.rest()
    assert all(row.done_at for row in in_rows(house))
    answering.cancel()
    await asyncio.gather(answering, return_exceptions=True)


async def test_polling_goes_on_by_itself(face: Face, telegram: FakeTelegram) -> None:
    polling = asyncio.create_task(Poller(face.client, face.take_in, face.rounds.rest, seconds=0).run())
    answering = asyncio.create_task(face.answer_all())
    sending = asyncio.create_task(face.sender.run())
    telegram.updates.append(text(1, "uno"))
    await telegram.until(lambda: telegram.texts() == ["1001: uno"])
    telegram.updates.append(text(2, "due"))
    await telegram.until(lambda: telegram.texts() == ["1001: uno", "1001: due"])
    for task in (polling, answering, sending):
        task.cancel()
    await asyncio.gather(polling, answering, sending, return_exceptions=True)
