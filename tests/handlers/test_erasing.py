"""A dangerous question and its answer leave the screen when the person asks for it, and nothing keeps their numbers.

Telegram lets a bot delete messages for two days. Where it is too late, the person is told so, and how to do it by hand.
"""

from datetime import timedelta

import pytest
from markupsafe import Markup

from bot.assembly import now
from bot.conversation.messages import ERASE, LATE, Choice, Chose, Incoming, Message, Reply
from handlers.api.callback import signer
from handlers.api.receive import DELETABLE
from handlers.api.render import BLANK, Call, second_best
from handlers.application import Face
from tests.handlers.echo_house import EchoHouse, out_rows
from tests.handlers.fake_telegram import FakeTelegram, Fault
from tests.handlers.incoming_updates import ANNA, DATE, press, private, text

BUBBLE = {"message_id": 78, "date": DATE, "chat": private(), "text": "…"}
BY_HAND = Markup("Tieni premuto <b>il messaggio</b>")


def too_old() -> Fault:
    return Fault("deleteMessages", 400, "Bad Request: message can't be deleted for everyone")


def help_or_hide(_user: str, message: Incoming) -> Reply:
    if message == Chose(ERASE):
        return Reply((Message(Markup("Eccomi")),), erase=True, where_kept=BY_HAND)
    if message == Chose(f"{ERASE}:{LATE}"):
        return Reply((Message(BY_HAND),), in_place=True)
    return Reply((Message(Markup("Chiama il 112"), choices=(Choice(ERASE, "Cancella questi messaggi"),)),))


async def erase(
    face: Face, telegram: FakeTelegram, house: EchoHouse, *faults: Fault, after: timedelta = timedelta(0)
) -> None:
    house.concierge.answer = help_or_hide
    await face.process(text(77, "mio marito mi picchia"))
    telegram.faults += faults
    sealed = signer(house.keys).menu(now() - after).seal(str(ANNA), f"{ERASE}:77")
    data = sealed if after else telegram.press("Cancella questi messaggi", ANNA)
    await face.process(press(80, data, message=BUBBLE))


async def test_the_question_and_its_answer_are_deleted(face: Face, telegram: FakeTelegram, house: EchoHouse) -> None:
    await erase(face, telegram, house)
    assert [call.body for call in telegram.of("deleteMessages")] == [{"chat_id": ANNA, "message_ids": [78, 77]}]
    assert telegram.texts(ANNA)[-1] == "Eccomi"
    assert [(row.body, row.chat) for row in out_rows(house)] == [(None, "")] * 3


async def test_what_telegram_refuses_to_delete_is_told_in_the_place_of_the_numbers(
    face: Face, telegram: FakeTelegram, house: EchoHouse
) -> None:
    await erase(face, telegram, house, too_old())
    [edit] = telegram.of("editMessageText")
    assert (edit.body["message_id"], edit.body["text"]) == (78, BY_HAND)
    assert telegram.texts(ANNA)[-1] == "Eccomi"
    assert all(row.sent_at for row in out_rows(house))


@pytest.mark.parametrize(("after", "deleted"), [(DELETABLE - timedelta(hours=1), True), (timedelta(hours=49), False)])
async def test_after_two_days_nothing_is_promised_that_telegram_will_not_do(
    face: Face,
    telegram: FakeTelegram,
    house: EchoHouse,
    after: timedelta,
    deleted: bool,  # noqa: FBT001 - a column of the table
) -> None:
    await erase(face, telegram, house, after=after)
    assert bool(telegram.of("deleteMessages")) == deleted
    assert [call.body["text"] for call in telegram.of("editMessageText")] == ([] if deleted else [BY_HAND])


async def test_where_nothing_is_left_to_edit_it_is_said_anew(
    face: Face, telegram: FakeTelegram, house: EchoHouse
) -> None:
    gone = Fault("editMessageText", 400, "Bad Request: message to edit not found")
    await erase(face, telegram, house, too_old(), gone)
    assert telegram.texts(ANNA) == ["Chiama il 112", "Tieni premuto il messaggio", "Eccomi"]


def test_a_call_of_an_older_program_that_is_refused_takes_the_words_away() -> None:
    refused = Call("deleteMessages", {"chat_id": ANNA, "message_ids": [78, 77]})
    blank = second_best(refused)
    assert blank == Call("editMessageText", {"chat_id": ANNA, "message_id": 78, "text": BLANK})
    assert second_best(blank) is None
