"""What each kind of update is for the core, or that it is a silence."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from telegram import Bot, Update

from bot.conversation.messages import STALE, Began, Chose, Incoming, Said, Sent, Shared
from bot.people.keys import Keys
from handlers.api.callback import signer
from handlers.api.receive import receive
from tests.handlers.incoming_updates import ANNA, DATE, message, person, press, private, text

NOON = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)
SIGNER = signer(Keys(b"k" * 32)).menu(NOON)
FILE = {"file_id": "f", "file_unique_id": "u"}
PICTURE = [{**FILE, "width": 1, "height": 1}]
MOVING = {**FILE, "width": 1, "height": 1, "duration": 1}
PLACE = {"latitude": 44.78, "longitude": 10.88}
GROUP = {"id": -100, "type": "supergroup", "title": "Reparto"}
CHANNEL = {"id": -200, "type": "channel", "title": "Avvisi"}


def parsed(update: dict[str, Any]) -> Update:
    return Update.de_json(update, Bot("1:x"))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ({"text": "mi serve un nido"}, Said("mi serve un nido")),
        ({"text": "/start abc_DEF-123"}, Began("abc_DEF-123")),
        ({"text": "/codici"}, Chose("codes")),
        ({"text": "/help@kmzero_bot"}, Chose("help")),
        ({"text": "codici"}, Said("codici")),
        ({"text": "Codes "}, Said("Codes ")),
        ({"text": "forgetme"}, Said("forgetme")),
        ({"text": "mydata"}, Said("mydata")),
        ({"text": "lingua"}, Said("lingua")),
        ({"text": "kit"}, Said("kit")),
        ({"text": "a\0b\ud83d"}, Said("ab")),
        ({"text": "x" * 10_000}, Said("x" * 4096)),
        ({"text": "\0"}, Said("")),
        ({"voice": {**FILE, "duration": 3}}, Shared("voice")),
        ({"audio": {**FILE, "duration": 3}}, Shared("voice")),
        ({"video_note": {**FILE, "length": 1, "duration": 3}}, Shared("voice")),
        ({"photo": PICTURE}, Shared("photo")),
        ({"photo": PICTURE, "caption": "serve l'isee?"}, Said("serve l'isee?")),
        ({"video": MOVING}, Shared("photo")),
        ({"document": FILE | {"file_name": "a.yaml", "file_size": 3}}, Sent("a.yaml", 3, handle="f")),
        ({"animation": MOVING, "document": FILE}, Shared("sticker")),
        ({"contact": {"phone_number": "1", "first_name": "Bea"}}, Shared("contact")),
        ({"location": PLACE}, Shared("location", 44.78, 10.88)),
        (
            {"venue": {"location": PLACE, "title": "x", "address": "y"}, "location": PLACE},
            Shared("location", 44.78, 10.88),
        ),
        ({"dice": {"value": 3, "emoji": "🎲"}}, Shared("other")),
        ({"something_new": {"a": 1}}, Shared("other")),
    ],
)
def test_a_private_message_is(content: dict[str, Any], expected: Incoming) -> None:
    received = receive(parsed(message(1, **content)), SIGNER, NOON)
    assert received
    assert (received.user, received.chat, received.message) == ("1001", "1001", expected)


@pytest.mark.parametrize(
    "update",
    [
        message(1, text="ciao", chat=GROUP),
        message(1, text="ciao", **{"from": {"id": 9, "is_bot": True, "first_name": "Bot"}}),
        message(1, pinned_message={"message_id": 1, "date": DATE, "chat": {"id": ANNA, "type": "private"}}),
        {"update_id": 1, "edited_message": message(1, text="ciao")["message"]},
        {"update_id": 1, "channel_post": {"message_id": 1, "date": DATE, "chat": CHANNEL, "text": "ciao"}},
        {
            "update_id": 1,
            "message": {"message_id": 1, "date": DATE, "chat": {"id": ANNA, "type": "private"}, "text": "x"},
        },
        {"update_id": 1, "inline_query": {"id": "1", "from": person(), "query": "nido", "offset": ""}},
        {"update_id": 1, "a_kind_of_tomorrow": {}},
        {"update_id": 1},
        press(1, SIGNER.seal("1001", "yes"), message={"message_id": 1, "date": DATE, "chat": GROUP}),
        press(1, SIGNER.seal("1002", "yes")),
        press(1, SIGNER.seal("1002", "yes"), 1002, message={"message_id": 1, "date": DATE, "chat": private()}),
        press(1, SIGNER.seal("1001", "yes"), 1002, message={"message_id": 1, "date": DATE, "chat": private()}),
        press(1, "yes"),
        press(1, SIGNER.seal("1001", "take:a").replace("take:a", "take:b")),
        press(1, "è" * 30),
    ],
)
def test_it_is_met_with_silence(update: dict[str, Any]) -> None:
    assert receive(parsed(update), SIGNER, NOON) is None


def test_a_button_of_this_chat_is_a_choice() -> None:
    received = receive(parsed(press(1, SIGNER.seal("1001", "take:casa-sicura-soci"))), SIGNER, NOON)
    assert received
    assert received.message == Chose("take:casa-sicura-soci")


@pytest.mark.parametrize(
    ("choice", "becomes"),
    [
        ("consent:yes", STALE),
        ("consent:no", STALE),
        ("consent:withdraw", "consent:withdraw"),
        ("forget:yes", "forget"),  # a right: asked again
        ("take:a", "take:a"),
    ],
)
def test_an_old_button_still_works_but_for_a_yes_to_what_was_asked_long_ago(choice: str, becomes: str) -> None:
    data, later = SIGNER.seal("1001", choice), NOON + timedelta(hours=25)
    fresh, old = receive(parsed(press(1, data)), SIGNER, NOON), receive(parsed(press(1, data)), SIGNER, later)
    assert fresh
    assert old
    assert (fresh.message, old.message) == (Chose(choice), Chose(becomes))


def test_a_menus_minute_cannot_be_put_on_another_menus_button() -> None:
    old = SIGNER.menu(NOON - timedelta(days=2)).seal("1001", "forget:yes")
    assert SIGNER.open("1001", SIGNER.nonce + old[len(SIGNER.nonce) :], NOON) is None
    assert SIGNER.open("1001", old, NOON) == ("forget:yes", timedelta(days=2))


def test_a_button_on_a_message_that_telegram_no_longer_shows_still_works() -> None:
    old = {"message_id": 1, "date": 0, "chat": {"id": ANNA, "type": "private"}}
    received = receive(parsed(press(1, SIGNER.seal("1001", "yes"), message=old)), SIGNER, NOON)
    assert received
    assert received.message == Chose("yes")


@pytest.mark.parametrize(("code", "hint"), [("en", "en"), ("en-GB", "en"), ("it", "it"), ("uk", None), (None, None)])
def test_the_phones_language_is_a_hint_where_it_is_ours(code: str | None, hint: str | None) -> None:
    received = receive(parsed(message(1, text="hi", **{"from": person(code)})), SIGNER, NOON)
    assert received
    assert received.hint == hint


def test_the_longest_choice_fits_and_a_longer_one_is_refused() -> None:
    assert len(SIGNER.seal("1001", "take:" + "x" * 43).encode()) == 64
    for bad in ("take:" + "x" * 44, "", "città"):
        with pytest.raises(ValueError, match="ASCII"):
            SIGNER.seal("1001", bad)


def test_another_house_seals_differently() -> None:
    foreign = signer(Keys(b"j" * 32)).seal("1001", "yes")
    assert SIGNER.open("1001", foreign, NOON) is None
    assert text(1, "x")["message"]["chat"]["id"] == ANNA
