"""A reply becomes calls that Telegram accepts, whatever it holds."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup, escape
from pydantic import SecretStr
from telegram import InlineKeyboardButton, SwitchInlineQueryChosenChat

from bot.config import Telegram
from bot.conversation.messages import Attachment, CallCard, Choice, Handed, Message, Reply
from bot.people.keys import Keys
from handlers.api.bot_client import bot_client
from handlers.api.callback import signer
from handlers.api.render import Call, international, render, rows, second_best
from handlers.api.split import pieces
from tests.handlers.fake_telegram import FakeTelegram, refusal, visible

SIGNER = signer(Keys(b"k" * 32))


def calls(*messages: Message) -> tuple[Call, ...]:
    return render(Reply(messages), "1001", SIGNER)


def bodies(*messages: Message) -> list[dict[str, Any]]:
    return [call.body for call in calls(*messages)]


def test_a_bubble_is_one_message_in_html_without_a_preview() -> None:
    assert calls(Message(Markup("<b>Casa</b> &lt;Sicura&gt;"))) == (
        Call(
            "sendMessage",
            {
                "chat_id": 1001,
                "text": "<b>Casa</b> &lt;Sicura&gt;",
                "parse_mode": "HTML",
                "link_preview_options": {"is_disabled": True},
            },
        ),
    )


def test_a_silence_and_an_empty_bubble_make_no_call() -> None:
    assert calls() == ()
    assert calls(Message(Markup("<b> \n</b>"))) == ()


def test_short_labels_share_a_row_and_long_ones_have_their_own() -> None:
    long = "Qualcuno che venga a casa qualche ora"
    labels = ["Figli", "Casa", "Altro", long, "Sì", "No"]
    laid = rows(tuple(Choice(label, label) for label in labels))
    assert [[choice.label for choice in row] for row in laid] == [["Figli", "Casa"], ["Altro"], [long], ["Sì", "No"]]


def test_a_code_can_be_copied_and_not_forwarded() -> None:
    handed = Handed("casa-sicura-soci", "GIRA-7KQ4-M", date(2027, 3, 31))
    (body,) = bodies(Message(Markup("Il tuo codice"), voucher=handed, choices=(Choice("another", "Cerco altro"),)))
    assert body["protect_content"] is True
    copy, other = body["reply_markup"]["inline_keyboard"]
    assert copy == [{"text": "📋 GIRA-7KQ4-M", "copy_text": {"text": "GIRA-7KQ4-M"}}]
    assert other[0]["text"] == "Cerco altro"


SHARE = Choice("share:casa-sicura", "Scegli a chi", share="casa-sicura")


def test_a_button_that_sends_a_card_has_a_chat_chosen() -> None:
    (body,) = bodies(Message(Markup("Casa Sicura"), choices=(SHARE, Choice("another", "Cerco altro"))))
    ((first, other),) = body["reply_markup"]["inline_keyboard"]
    where = SwitchInlineQueryChosenChat("casa-sicura", allow_user_chats=True, allow_group_chats=True)
    assert InlineKeyboardButton.de_json(first) == InlineKeyboardButton(
        "Scegli a chi", switch_inline_query_chosen_chat=where
    )
    assert "callback_data" in other
    assert refusal(body) is None


def test_where_telegram_refuses_such_a_button_the_bubble_is_said_without_it() -> None:
    (call,) = calls(Message(Markup("Casa Sicura"), choices=(SHARE, Choice("another", "Cerco altro"))))
    other = second_best(call)
    assert other
    assert other.body["text"] == call.body["text"]
    assert [[button["text"] for button in row] for row in other.body["reply_markup"]["inline_keyboard"]] == [
        ["Cerco altro"]
    ]
    assert second_best(other) is None


def test_a_badge_has_nothing_to_copy() -> None:
    (body,) = bodies(Message(Markup("Mostra il tesserino"), voucher=Handed("x", None, None)))
    assert "reply_markup" not in body
    assert body["protect_content"] is True


def test_a_private_bubble_cannot_be_forwarded() -> None:
    (body,) = bodies(Message(Markup("I tuoi sconti"), private=True))
    assert body["protect_content"] is True


@pytest.mark.parametrize("silent", [True, False])
def test_what_nobody_asked_for_just_now_comes_without_a_sound(*, silent: bool) -> None:
    (body,) = bodies(Message(Markup("Com'è andata?"), silent=silent))
    assert body.get("disable_notification", False) is silent


def test_a_contact_comes_as_a_card_and_a_place_on_the_map() -> None:
    card = CallCard("Il Girasole", "059 000 0101", "Via Peruzzi 12, Carpi", 44.78, 10.88)
    _, contact, venue = calls(Message(Markup("Ecco"), contact=card))
    assert (contact.method, contact.body["phone_number"]) == ("sendContact", "+390590000101")
    assert (venue.method, venue.body["address"], venue.body["latitude"]) == (
        "sendVenue",
        "Via Peruzzi 12, Carpi",
        44.78,
    )


def test_a_contact_without_a_place_has_no_map() -> None:
    assert [call.method for call in calls(Message(Markup("Ecco"), contact=CallCard("x", "112")))] == [
        "sendMessage",
        "sendContact",
    ]


@pytest.mark.parametrize(
    ("phone", "dialled"),
    [
        ("059 000 0101", "+390590000101"),
        ("347 000 0000", "+393470000000"),
        ("+41 44 668 18 00", "+41446681800"),
        ("112", "112"),
        ("1522", "1522"),
        ("116117", "116117"),
        ("chiedi in sede", "chiediinsede"),
    ],
)
def test_a_number_is_given_as_it_is_dialled(phone: str, dialled: str) -> None:
    assert international(phone) == dialled


def test_a_long_text_is_cut_at_a_lines_end_and_keeps_its_buttons_at_the_end() -> None:
    text = Markup("\n").join(Markup("<b>riga</b> {}").format(number) for number in range(900))
    first, *_, last = bodies(Message(text, choices=(Choice("yes", "Sì"),)))
    assert first["text"].endswith("\n")
    assert "reply_markup" not in first
    assert last["reply_markup"]
    assert all(refusal(body) is None for body in (first, last))


def test_a_tag_that_spans_the_cut_is_closed_and_opened_again() -> None:
    assert pieces("<b>uno <i>due tre</i></b>", limit=8) == ["<b>uno <i>due </i></b>", "<b><i>tre</i></b>"]


def test_an_emoji_counts_two_and_is_never_halved() -> None:
    assert pieces("😊😊😊", limit=4) == ["😊😊", "😊"]


WORDS = st.text(alphabet=st.sampled_from("ab \n<>&\"'😊è\u202e"), min_size=1, max_size=40)
TAGGED = st.tuples(st.sampled_from(["b", "i", "code"]), WORDS).map(
    lambda pair: f"<{pair[0]}>{escape(pair[1])}</{pair[0]}>"
)
MARKUP = st.lists(st.one_of(WORDS.map(lambda word: str(escape(word))), TAGGED), max_size=12).map("".join)


@settings(max_examples=200, deadline=None)
@given(markup=MARKUP, limit=st.integers(2, 60))
def test_no_cut_loses_a_word_or_breaks_a_tag(markup: str, limit: int) -> None:
    cut = pieces(markup, limit)
    assert all(refusal({"text": piece}) is None for piece in cut)
    assert all(len(visible(piece).encode("utf-16-le")) // 2 <= limit for piece in cut)
    assert "".join(visible("".join(cut)).split()) == "".join(visible(markup).split())


@pytest.mark.parametrize(
    ("media_type", "method", "parameter"),
    [("image/png", "sendPhoto", "photo"), ("application/json", "sendDocument", "document")],
)
def test_a_file_follows_its_bubble(media_type: str, method: str, parameter: str) -> None:
    text, file = calls(Message(Markup("Ecco"), attachment=Attachment("dati", media_type, b"\0\xff")))
    assert text.method == "sendMessage"
    assert (file.method, file.body["chat_id"]) == (method, 1001)
    assert json.loads(json.dumps(file.body))[parameter]["name"] == "dati"


async def test_a_file_is_uploaded_with_its_bytes() -> None:
    telegram = FakeTelegram()
    bot = bot_client(Telegram(token=SecretStr("7:token")), telegram)
    (_, file) = calls(Message(Markup("Ecco"), attachment=Attachment("dati.json", "application/json", b"\0\xff")))
    await bot.call(file.method, json.loads(json.dumps(file.body)))
    (sent,) = telegram.of("sendDocument")
    assert sent.body["document"] == {"name": "dati.json", "content": b"\0\xff"}
    assert sent.chat == 1001
