"""One intent has one effect, whoever stopped the bot is left alone, and an edit shows what it should."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot.assembly import now
from bot.conversation.messages import Chose, Incoming, Reply
from bot.store.tables import blocked, press
from handlers.api.callback import Signer
from handlers.api.render import render
from handlers.application import Face
from tests.handlers.echo_house import EchoHouse, echo, effects, in_rows, new_face, out_rows
from tests.handlers.fake_telegram import FakeTelegram, Fault
from tests.handlers.incoming_updates import ANNA, DATE, message, person, private, text
from tests.handlers.incoming_updates import press as pressed
from tests.handlers.test_sender import put

SAME = {"message_id": 77, "date": DATE, "chat": private(), "text": "…"}


def in_place(user: str, message: Incoming) -> Reply:
    reply = echo(user, message)
    return Reply(reply.messages, in_place=isinstance(message, Chose))


async def test_the_same_press_under_three_numbers_has_one_effect(
    face: Face, telegram: FakeTelegram, house: EchoHouse
) -> None:
    await face.process(text(1, "ciao"))
    data = telegram.press("Sì", ANNA)
    await face.take_in([pressed(number, data, message=SAME) for number in (2, 3, 4)])
    await face.process(pressed(5, data, message=SAME))
    assert effects(house) == 2
    assert telegram.texts(ANNA) == ["1001: ciao", "1001: yes"]
    assert all(row.done_at and row.failure is None for row in in_rows(house))


async def test_a_press_after_its_answer_was_read_and_one_on_another_message_are_new(
    face: Face, telegram: FakeTelegram, house: EchoHouse
) -> None:
    await face.process(text(1, "ciao"))
    data = telegram.press("Sì", ANNA)
    await face.process(pressed(2, data, message=SAME))
    await face.process(pressed(3, data, message={**SAME, "message_id": 78}))
    with house.store.write() as tx:
        tx.execute(press.update().values(answered_at=now() - timedelta(seconds=10)))
    await face.process(pressed(4, data, message=SAME))
    assert effects(house) == 4


@pytest.mark.parametrize("worded", [1, 2, 4])
async def test_an_album_gets_one_answer_and_the_words_under_it_theirs(
    face: Face, telegram: FakeTelegram, house: EchoHouse, worded: int
) -> None:
    photo = [{"file_id": "a", "file_unique_id": "a", "width": 1, "height": 1}]
    words = {worded: {"caption": "cerco un nido"}}
    await face.take_in(
        [message(number, photo=photo, media_group_id="77", **words.get(number, {})) for number in range(1, 5)]
    )
    await face.process(text(5, "ciao"))
    assert effects(house) == (2 if worded == 1 else 3), "who writes under the first picture gets no word about pictures"
    assert telegram.texts(ANNA)[-2:] == ["1001: cerco un nido", "1001: ciao"]


async def test_an_answer_stays_in_the_topic_of_the_question(
    face: Face, telegram: FakeTelegram, house: EchoHouse
) -> None:
    await face.process(message(1, text="cerco un nido", message_thread_id=42, is_topic_message=True))
    await face.process(text(2, "ciao"))
    assert [call.body.get("message_thread_id") for call in telegram.of("sendMessage")] == [42, None]


async def test_no_press_can_be_read_from_what_is_kept_of_it(
    face: Face, telegram: FakeTelegram, house: EchoHouse
) -> None:
    await face.process(text(1, "ciao"))
    await face.process(pressed(2, telegram.press("Sì", ANNA), message=SAME))
    with house.store.read() as tx:
        (mark,) = tx.execute(select(press.c.mark)).scalars()
    assert len(mark) == 64
    assert str(ANNA) not in mark


@pytest.mark.parametrize(
    "refused", [(403, "Forbidden: bot was blocked by the user"), (403, "Forbidden: user is deactivated")]
)
async def test_who_stopped_the_bot_has_nothing_waiting(
    face: Face, telegram: FakeTelegram, house: EchoHouse, refused: tuple[int, str]
) -> None:
    telegram.faults.append(Fault("sendMessage", *refused))
    put(house, ANNA, "a", "b", "c")
    await face.sender.drain()
    assert len(telegram.of("sendMessage")) == 1
    assert {row.failure for row in out_rows(house)} == {refused[1].split()[-1].replace("user", "blocked")}
    assert [(row.body, row.chat) for row in out_rows(house)] == [(None, "")] * 3
    with house.store.read() as tx:
        assert tx.execute(select(blocked.c.chat)).scalars().all() == [house.keys.chat(str(ANNA))]


def membership(number: int, status: str) -> dict[str, Any]:
    bot = {"id": 7, "is_bot": True, "first_name": "Chilometro Zero"}
    old, new = ({"user": bot, "status": each, "until_date": 0} for each in ("member", status))
    change = {"chat": private(), "from": person(), "date": DATE, "old_chat_member": old, "new_chat_member": new}
    return {"update_id": number, "my_chat_member": change}


async def test_stopping_the_bot_closes_what_waits_and_writing_again_opens_the_chat(
    face: Face, telegram: FakeTelegram, house: EchoHouse
) -> None:
    put(house, ANNA, "a")
    with house.store.write() as tx:
        tx.exec_driver_sql("UPDATE outbox SET not_before = '2099-01-01 00:00:00'")
    await face.process(membership(1, "kicked"))
    assert [row.failure for row in out_rows(house)] == ["blocked"]
    with house.store.read() as tx:
        assert str(ANNA) not in tx.execute(select(blocked.c.chat)).scalars().all()
    await face.process(text(2, "rieccomi"))
    assert telegram.texts(ANNA) == ["1001: rieccomi"]
    with house.store.read() as tx:
        assert tx.execute(select(blocked.c.chat)).all() == []


async def test_a_reply_in_place_edits_the_message_whose_button_was_pressed(
    house: EchoHouse, telegram: FakeTelegram
) -> None:
    house.concierge.answer = in_place
    face = new_face(house, telegram)
    await face.open()
    await face.process(text(1, "ciao"))
    await face.process(pressed(2, telegram.press("Sì", ANNA), message=SAME))
    await face.close()
    (edit,) = telegram.of("editMessageText")
    assert (edit.body["message_id"], edit.body["text"]) == (77, "1001: yes")
    assert telegram.texts(ANNA) == ["1001: ciao"]


async def test_a_message_that_shows_it_already_is_no_failure(house: EchoHouse, telegram: FakeTelegram) -> None:
    telegram.faults.append(Fault("editMessageText", 400, "Bad Request: message is not modified: specified new…"))
    assert await _edited(house, telegram) == ["1001: ciao"]
    assert all(row.sent_at and row.failure is None for row in out_rows(house))


async def test_a_message_that_cannot_be_edited_any_more_is_said_anew(house: EchoHouse, telegram: FakeTelegram) -> None:
    telegram.faults.append(Fault("editMessageText", 400, "Bad Request: message can't be edited"))
    assert await _edited(house, telegram) == ["1001: ciao", "1001: yes"]
    assert all(row.sent_at and row.failure is None for row in out_rows(house))


async def _edited(house: EchoHouse, telegram: FakeTelegram) -> list[str]:
    house.concierge.answer = in_place
    face = new_face(house, telegram)
    await face.open()
    await face.process(text(1, "ciao"))
    await face.process(pressed(2, telegram.press("Sì", ANNA), message=SAME))
    await face.close()
    return telegram.texts(ANNA)


def test_a_reply_in_place_without_a_pressed_message_is_sent() -> None:
    calls = render(in_place("1", Chose("yes")), "1", Signer(b"k" * 32))
    assert [call.method for call in calls] == ["sendMessage"]
