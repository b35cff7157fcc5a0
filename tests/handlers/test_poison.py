"""An update that cannot be read or handled becomes a dead letter, and the rest go on."""

import logging
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import OperationalError

from bot.conversation.messages import Incoming, Reply, Said
from bot.conversation.phrasebook import phrases
from handlers.application import Face
from tests.handlers.echo_house import EchoHouse, echo, echo_house, effects, in_rows, new_face
from tests.handlers.fake_telegram import FakeTelegram, visible
from tests.handlers.incoming_updates import ANNA, message, private, text

SORRY = visible(str(phrases("it").say("failure")))


class Broken(Exception):
    pass


def broken(user: str, incoming: Incoming) -> Reply:
    if incoming == Said("rompiti"):
        raise Broken(incoming.text)
    return echo(user, incoming)


@pytest.mark.parametrize(
    "poison",
    [
        {"update_id": 1, "message": {"chat": private()}},
        {"update_id": 1, "message": {"message_id": "x", "date": "yesterday", "chat": private(), "text": "parola"}},
        message(1, text="parola", entities=[{"type": "bold"}]),
        message(1, date=10**30, text="parola"),
    ],
)
async def test_what_cannot_be_parsed_is_a_dead_letter_and_the_person_hears_of_it(
    face: Face, telegram: FakeTelegram, house: EchoHouse, poison: dict[str, Any]
) -> None:
    await face.take_in([poison])
    await face.process(text(2, "ciao"))
    dead, good = in_rows(house)
    assert dead.body is None
    assert dead.failure
    assert good.failure is None
    assert telegram.texts(ANNA) == [SORRY, "1001: ciao"]


@pytest.mark.parametrize("chat", [10**40, -(10**400), 2**63])
async def test_a_chat_that_no_column_holds_is_a_dead_letter_and_the_rest_go_on(
    face: Face, telegram: FakeTelegram, house: EchoHouse, chat: int
) -> None:
    await face.take_in([message(1, chat, text="parola")])
    await face.process(text(2, "ciao"))
    assert [bool(row.done_at) for row in in_rows(house)] == [True, True]
    assert telegram.texts(ANNA) == ["1001: ciao"]


async def test_what_fails_in_the_core_leaves_no_effect_and_a_kind_word(tmp_path: Path, telegram: FakeTelegram) -> None:
    house = echo_house(tmp_path, broken)
    face = new_face(house, telegram)
    await face.open()
    await face.process(text(1, "rompiti"))
    await face.process(text(2, "ciao"))
    await face.close()
    assert telegram.texts(ANNA) == [SORRY, "1001: ciao"]
    assert [(row.body, row.failure) for row in in_rows(house)] == [(None, "Broken"), (None, None)]
    assert effects(house) == 1
    house.store.close()


async def test_a_failure_is_logged_with_its_place_and_without_words(
    tmp_path: Path, telegram: FakeTelegram, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    house = echo_house(tmp_path, broken)
    face = new_face(house, telegram)
    await face.open()
    await face.process(text(1, "rompiti"))
    await face.close()
    house.store.close()
    assert "an update failed: Broken in test_poison.py:" in caplog.text
    assert "rompiti" not in caplog.text
    assert str(ANNA) not in caplog.text


async def test_while_the_database_refuses_an_update_waits_and_nobody_is_told_that_it_failed(
    tmp_path: Path, telegram: FakeTelegram
) -> None:
    troubles = [OperationalError("SELECT", {}, Exception("database is locked"))]

    def locked(user: str, incoming: Incoming) -> Reply:
        if troubles:
            raise troubles.pop()
        return echo(user, incoming)

    house = echo_house(tmp_path, locked)
    face = new_face(house, telegram)
    await face.open()
    await face.process(text(1, "uno"))
    assert telegram.texts() == []
    await face.process(text(2, "due"))
    await face.close()
    house.store.close()
    assert telegram.texts() == ["1001: uno", "1001: due"]


@given(said=st.text(alphabet=st.characters(codec=None), max_size=50))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_any_text_at_all_gets_an_answer(tmp_path: Path, said: str) -> None:
    house, telegram = echo_house(tmp_path), FakeTelegram()
    with house.store.write() as tx:
        tx.exec_driver_sql("DELETE FROM inbox")
    face = new_face(house, telegram)
    await face.open()
    await face.process(text(1, "x" + said))
    await face.close()
    house.store.close()
    assert len(telegram.texts(ANNA)) == 1
    assert SORRY not in telegram.texts(ANNA)
