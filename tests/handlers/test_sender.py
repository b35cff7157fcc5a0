"""The sender keeps each chat's order and pace, and no chat waits for another."""

import asyncio
import socket
import time
from datetime import timedelta

import pytest
from pydantic import SecretStr
from telegram.error import NetworkError

from bot.assembly import now
from bot.config import Telegram
from handlers import outbox, sender
from handlers.api import failures
from handlers.api.bot_client import bot_client
from handlers.api.render import Call
from handlers.application import Face
from handlers.outbox import Parcel
from handlers.rate_limits import Rate, RateLimit, Rates
from tests.handlers.echo_house import EchoHouse, new_face, out_rows
from tests.handlers.fake_telegram import FakeTelegram, Fault


def put(house: EchoHouse, chat: int, *texts: str) -> None:
    with house.store.write() as tx:
        calls = [Call("sendMessage", {"chat_id": chat, "text": said}) for said in texts]
        outbox.put(tx, house.keys, [(str(chat), call) for call in calls], now())


def make_due(house: EchoHouse) -> None:
    with house.store.write() as tx:
        tx.exec_driver_sql("UPDATE outbox SET not_before = NULL")


async def test_a_chat_hears_everything_in_order(face: Face, house: EchoHouse, telegram: FakeTelegram) -> None:
    put(house, 1, "a", "b", "c")
    await face.sender.drain()
    assert telegram.texts(1) == ["a", "b", "c"]


@pytest.mark.parametrize("status", [0, -1, 500, 502])
async def test_a_call_that_broke_is_made_again_before_what_follows_it(
    face: Face, house: EchoHouse, telegram: FakeTelegram, status: int
) -> None:
    telegram.faults.append(Fault("sendMessage", status))
    put(house, 1, "a", "b")
    await face.sender.drain()
    assert telegram.texts(1) == ["a"]
    assert [row.attempts for row in out_rows(house)] == [1, 0]
    make_due(house)
    await face.sender.drain()
    assert telegram.texts(1) == ["a", "a", "b"]


async def test_what_waits_for_another_try_is_not_held_up_by_a_clock_that_went_back(
    face: Face, house: EchoHouse, telegram: FakeTelegram
) -> None:
    telegram.faults.append(Fault("sendMessage", 429, "Too Many Requests", {"retry_after": 100_000}))
    put(house, 1, "a")
    await face.sender.drain()
    held = out_rows(house)[0].not_before - now()
    assert timedelta(minutes=59) < held <= timedelta(hours=1), "nothing waits longer"
    with house.store.read() as tx:
        found = [outbox.due(tx, house.keys, now() + later, 9) for later in (timedelta(0), -3 * held, 2 * held)]
    assert [len(parcels) for parcels in found] == [0, 1, 1]


async def test_retry_after_stops_that_chat_alone(face: Face, house: EchoHouse, telegram: FakeTelegram) -> None:
    storm = Fault("sendMessage", 429, "Too Many Requests", {"retry_after": 30}, chat=1, times=1000)
    telegram.faults.append(storm)
    put(house, 1, "a", "b")
    for chat in range(2, 20):
        put(house, chat, "x", "y")
    start = time.monotonic()
    await face.sender.drain()
    assert time.monotonic() - start < 2
    assert all(telegram.texts(chat) == ["x", "y"] for chat in range(2, 20))
    assert len(telegram.of("sendMessage", 1)) == 1
    waiting = out_rows(house)[0]
    assert timedelta(seconds=25) < waiting.not_before - now() <= timedelta(seconds=30)


async def test_calls_that_get_no_answer_make_room_for_the_others(
    house: EchoHouse, face: Face, telegram: FakeTelegram
) -> None:
    telegram.silent = set(range(1, 2 * sender.AT_ONCE + 1))
    for chat in (*telegram.silent, 99):
        put(house, chat, "a")
    await face.sender.start_lanes()
    await telegram.until(lambda: telegram.texts(99) == ["a"])
    assert {call.chat for call in telegram.of("sendMessage")} == {*telegram.silent, 99}
    await face.sender.stop()


async def test_a_chat_that_hangs_does_not_hold_another(face: Face, house: EchoHouse, telegram: FakeTelegram) -> None:
    rates = Rates(chat=Rate(0.01, 1), overall=Rate(10_000, 100))
    slow = new_face(house, telegram, rates)
    await slow.open()
    put(house, 1, "a", "b")
    put(house, 2, "x")
    await slow.sender.start_lanes()
    async with asyncio.timeout(5):
        while [row.sent_at is None for row in out_rows(house)] != [False, True, False]:  # noqa: ASYNC110 - rows are no event
            await asyncio.sleep(0.01)
    assert (telegram.texts(1), telegram.texts(2)) == (["a"], ["x"])
    await slow.sender.stop()
    await slow.close()


@pytest.mark.parametrize(
    ("refused", "why"),
    [
        ((400, "Bad Request: chat not found"), "no such chat"),
        ((400, "Bad Request: can't parse entities: Unmatched end tag"), "bad markup"),
        ((400, "Bad Request: something that nobody has seen yet"), "BadRequest"),
        ((403, "Forbidden: something else"), "Forbidden"),
    ],
)
async def test_what_can_never_succeed_is_closed_and_the_queue_goes_on(
    face: Face, house: EchoHouse, telegram: FakeTelegram, refused: tuple[int, str], why: str
) -> None:
    telegram.faults.append(Fault("sendMessage", *refused))
    put(house, 1, "parola", "b")
    await face.sender.drain()
    closed, good = out_rows(house)
    assert (closed.failure, closed.body, closed.chat) == (why, None, "")
    assert good.sent_at
    assert telegram.texts(1) == ["parola", "b"]


async def test_nothing_is_tried_for_ever(face: Face, house: EchoHouse, telegram: FakeTelegram) -> None:
    telegram.faults.append(Fault("sendMessage", 0, times=1000))
    put(house, 1, "a")
    for _ in range(failures.ATTEMPTS + 5):
        await face.sender.drain()
        make_due(house)
    assert len(telegram.of("sendMessage")) == failures.ATTEMPTS
    assert out_rows(house)[0].failure == f"NetworkError, {failures.ATTEMPTS} attempts"


async def test_while_telegram_is_not_reached_nothing_is_given_up() -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]
    client = bot_client(Telegram(token=SecretStr("1:x"), base_url=f"http://127.0.0.1:{port}/bot"))
    with pytest.raises(NetworkError) as unreached:
        await client.call("sendMessage", {"chat_id": 1, "text": "ciao"})
    assert failures.judge(unreached.value, failures.ATTEMPTS * 100) == failures.Again(failures.LONGEST_WAIT)


async def test_an_answer_that_is_not_of_the_bot_api_is_tried_again(
    face: Face, house: EchoHouse, telegram: FakeTelegram
) -> None:
    telegram.faults.append(Fault("sendMessage", 200))  # "ok", but without a result
    put(house, 1, "a")
    await face.sender.drain()
    make_due(house)
    await face.sender.drain()
    assert out_rows(house)[0].sent_at


def test_a_chat_may_burst_three_and_then_speaks_once_a_second() -> None:
    pace = RateLimit(Rate(1, 3))
    assert [pace.turn(100.0) for _ in range(6)] == [0, 0, 0, 1, 2, 3]
    assert not pace.idle(105.0)
    assert pace.idle(106.0)
    assert [pace.turn(110.0) for _ in range(4)] == [0, 0, 0, 1]


def test_all_chats_together_stay_under_thirty_a_second() -> None:
    pace = RateLimit(Rate(25, 5))
    turns = [pace.turn(0.0) for _ in range(100)]
    assert sum(turn < 1 for turn in turns) <= 30


async def test_the_real_pace_is_kept_over_the_wire(house: EchoHouse, telegram: FakeTelegram) -> None:
    face = new_face(house, telegram, Rates(chat=Rate(20, 3), overall=Rate(10_000, 100)))
    await face.open()
    put(house, 1, *"abcdefgh")
    start = time.monotonic()
    await face.sender.drain()
    await face.close()
    assert telegram.texts(1) == list("abcdefgh")
    assert time.monotonic() - start >= 0.25  # three at once, then five turns of 50 ms


def test_a_parcel_holds_what_the_row_held(house: EchoHouse) -> None:
    put(house, 5, "città")
    with house.store.read() as tx:
        five, six = house.keys.leaving("5"), house.keys.leaving("6")
        waiting = outbox.heads(tx, house.keys, [five, six], now())
    assert waiting == {five: Parcel(1, five, "5", Call("sendMessage", {"chat_id": 5, "text": "città"}), 0)}
