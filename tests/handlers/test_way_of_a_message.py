"""From the JSON that Telegram sends to the calls that answer it, through the real boxes."""

import json
from pathlib import Path

from sqlalchemy import insert

from bot.assembly import now
from bot.people.keys import Keys
from bot.store import tables
from handlers import inbox
from handlers.application import Face
from tests.handlers.echo_house import EchoHouse, echo_house, effects, in_rows, new_face, out_rows
from tests.handlers.fake_telegram import FakeTelegram, Fault
from tests.handlers.incoming_updates import ANNA, press, text


async def test_a_row_that_lies_open_is_answered_and_one_of_another_key_is_a_dead_letter(
    face: Face, house: EchoHouse, telegram: FakeTelegram
) -> None:
    """An older process beside us may have kept the first; nobody can read the second."""
    with house.store.write() as tx:
        inbox.keep(tx, Keys(b"o" * 32), [text(1, "altrui", user=5)], now())
        row = {"update_id": 2, "chat": "6", "body": json.dumps(text(2, "aperto", user=6)), "received_at": now()}
        tx.execute(insert(tables.inbox).values(row))
        body = json.dumps({"chat_id": 7, "text": "prima"})
        tx.execute(insert(tables.outbox).values(chat="7", method="sendMessage", body=body, created_at=now()))
    await face.rounds.answer_waiting(face.sender.wake)
    await face.sender.drain()
    assert telegram.texts(7) == ["prima"]
    assert len(telegram.texts(6)) == 1
    assert [row.failure for row in in_rows(house)] == ["SealedWithAnotherKey", None]


async def test_a_message_is_answered(face: Face, telegram: FakeTelegram) -> None:
    await face.process(text(1, "mi serve <un> nido"))
    assert telegram.texts(ANNA) == ["1001: mi serve <un> nido"]


async def test_a_button_pressed_by_its_label_reaches_the_core_and_its_clock_is_stopped(
    face: Face, telegram: FakeTelegram
) -> None:
    await face.process(text(1, "ciao"))
    await face.process(press(2, telegram.press("Sì", ANNA)))
    assert telegram.texts(ANNA)[-1] == "1001: yes"
    assert [call.body for call in telegram.of("answerCallbackQuery")] == [{"callback_query_id": 2}]


async def test_a_button_that_cannot_be_acknowledged_works_all_the_same(face: Face, telegram: FakeTelegram) -> None:
    await face.process(text(1, "ciao"))
    telegram.faults.append(Fault("answerCallbackQuery", 400, "Bad Request: query is too old"))
    await face.process(press(2, telegram.press("No", ANNA)))
    assert telegram.texts(ANNA)[-1] == "1001: no"


async def test_the_same_update_has_one_effect_and_one_answer(
    face: Face, telegram: FakeTelegram, house: EchoHouse
) -> None:
    for _ in range(3):
        await face.process(text(1, "ciao"))
    assert effects(house) == 1
    assert len(telegram.texts()) == 1


async def test_an_update_in_the_same_batch_twice_is_one(face: Face, telegram: FakeTelegram, house: EchoHouse) -> None:
    await face.take_in([text(1, "ciao"), text(1, "ciao")])
    await face.process(text(2, "ancora"))
    assert effects(house) == 2


async def test_a_lower_number_after_a_quiet_week_is_answered(face: Face, telegram: FakeTelegram) -> None:
    await face.process(text(900_000_000, "prima"))
    await face.process(text(5, "dopo"))
    assert telegram.texts() == ["1001: prima", "1001: dopo"]


async def test_no_words_and_no_address_stay_once_it_is_said(face: Face, house: EchoHouse) -> None:
    await face.process(text(1, "parola segretissima"))
    assert [(row.body, row.failure) for row in in_rows(house)] == [(None, None)]
    assert [(row.body, row.chat, row.failure) for row in out_rows(house)] == [(None, "", None)]


async def test_no_words_stay_in_the_bytes_of_the_file(tmp_path: Path, telegram: FakeTelegram) -> None:
    house = echo_house(tmp_path)
    face = new_face(house, telegram)
    await face.open()
    await face.process(text(1, "parola segretissima"))
    await face.close()
    house.store.close()
    assert b"segretissima" not in (tmp_path / "kmzero.db").read_bytes()


async def test_what_was_kept_before_a_crash_is_answered_after_the_restart(
    house: EchoHouse, telegram: FakeTelegram
) -> None:
    first = new_face(house, telegram)
    await first.open()
    await first.take_in([text(1, "prima del guasto")])
    await first.close()
    second = new_face(house, telegram)
    await second.open()
    await second.process(text(2, "dopo"))
    await second.close()
    assert telegram.texts() == ["1001: prima del guasto", "1001: dopo"]


async def test_what_was_answered_before_a_crash_is_sent_after_the_restart(
    house: EchoHouse, telegram: FakeTelegram
) -> None:
    first = new_face(house, telegram)
    await first.open()
    await first.take_in([text(1, "ciao")])
    await first.rounds.answer_waiting(lambda: None)
    await first.close()
    assert telegram.texts() == []
    second = new_face(house, telegram)
    await second.open()
    await second.sender.drain()
    await second.close()
    assert telegram.texts() == ["1001: ciao"]
    assert effects(house) == 1


async def test_two_chats_are_answered_in_their_own_order(face: Face, telegram: FakeTelegram) -> None:
    batch = [text(number, f"{number}", user=10 + number % 2) for number in range(1, 9)]
    await face.take_in(batch[:-1])
    await face.process(batch[-1])
    assert telegram.texts(10) == ["10: 2", "10: 4", "10: 6", "10: 8"]
    assert telegram.texts(11) == ["11: 1", "11: 3", "11: 5", "11: 7"]
