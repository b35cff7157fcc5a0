"""A dangerous question and its answer leave the screen when the person asks for it, and nothing keeps their numbers."""

from markupsafe import Markup

from bot.conversation.messages import ERASE, Choice, Chose, Incoming, Message, Reply
from handlers.api.render import BLANK
from handlers.application import Face
from tests.handlers.echo_house import EchoHouse, out_rows
from tests.handlers.fake_telegram import FakeTelegram, Fault
from tests.handlers.incoming_updates import ANNA, DATE, press, private, text

BUBBLE = {"message_id": 78, "date": DATE, "chat": private(), "text": "…"}


def too_old() -> Fault:
    return Fault("deleteMessages", 400, "Bad Request: message can't be deleted for everyone")


def help_or_hide(_user: str, message: Incoming) -> Reply:
    if message == Chose(ERASE):
        return Reply((Message(Markup("Eccomi")),), erase=True)
    return Reply((Message(Markup("Chiama il 112"), choices=(Choice(ERASE, "Cancella questi messaggi"),)),))


async def erase(face: Face, telegram: FakeTelegram, house: EchoHouse, *faults: Fault) -> None:
    house.concierge.answer = help_or_hide
    await face.process(text(77, "mio marito mi picchia"))
    telegram.faults += faults
    await face.process(press(80, telegram.press("Cancella questi messaggi", ANNA), message=BUBBLE))


async def test_the_question_and_its_answer_are_deleted(face: Face, telegram: FakeTelegram, house: EchoHouse) -> None:
    await erase(face, telegram, house)
    assert [call.body for call in telegram.of("deleteMessages")] == [{"chat_id": ANNA, "message_ids": [78, 77]}]
    assert telegram.texts(ANNA)[-1] == "Eccomi"
    assert [(row.body, row.chat) for row in out_rows(house)] == [(None, "")] * 3


async def test_what_telegram_no_longer_deletes_loses_its_words(
    face: Face, telegram: FakeTelegram, house: EchoHouse
) -> None:
    await erase(face, telegram, house, too_old())
    assert [call.body for call in telegram.of("editMessageText")] == [
        {"chat_id": ANNA, "message_id": 78, "text": BLANK}
    ]
    assert all(row.sent_at for row in out_rows(house))


async def test_what_the_person_deleted_already_is_not_said_again(
    face: Face, telegram: FakeTelegram, house: EchoHouse
) -> None:
    gone = Fault("editMessageText", 400, "Bad Request: message to edit not found")
    await erase(face, telegram, house, too_old(), gone)
    assert telegram.texts(ANNA) == ["Chiama il 112", "Eccomi"]
