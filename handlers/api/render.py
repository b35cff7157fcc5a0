"""A reply of the core becomes calls of the Bot API, as plain JSON that an outbox row can hold."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberFormat
from phonenumbers.shortnumberinfo import is_possible_short_number_for_region

from bot.conversation.messages import ERASE, Attachment, CallCard, Choice, Message, Reply
from handlers.api.callback import Signer
from handlers.api.receive import Received
from handlers.api.split import pieces
from handlers.api.upload import wrap

SHORT_LABEL = 18  # characters that half of a phone's width shows
LONGEST_NAME = 64  # characters of a contact's name that Telegram's own apps accept
COUNTRY = "IT"
DELETE = "deleteMessages"
EDIT = "editMessageText"
SEND = "switch_inline_query_chosen_chat"
BLANK = "…"  # what is left of a message that cannot be deleted any more, where nothing better is to be said
WHERE_KEPT = "where_kept"  # in the body of a DELETE, for ourselves: what is said where it is refused


@dataclass(frozen=True)
class Call:
    """One call of the Bot API: its method, and its parameters with what is for ourselves."""

    method: str
    body: dict[str, Any]

    @property
    def parameters(self) -> dict[str, Any]:
        """What Telegram is told."""
        return {name: value for name, value in self.body.items() if name != WHERE_KEPT}


def render(reply: Reply, chat: str, signer: Signer, to: Received | None = None) -> tuple[Call, ...]:
    """Return the calls that show a reply in a chat, in order; `to` is what it answers.

    Raises ValueError for a choice id that no button can carry.
    """
    pressed, written = (to.pressed, to.written) if to else (None, None)
    there = {"message_thread_id": to.topic} if to and to.topic else {}
    said = (call for message in reply.messages for call in _message(message, chat, signer, written))
    calls = tuple(Call(call.method, call.body | there) for call in said)
    if reply.erase and pressed:
        gone = [number for number in (pressed, written) if number]
        kept = {WHERE_KEPT: str(reply.where_kept)} if reply.where_kept else {}
        return (Call(DELETE, {"chat_id": int(chat), "message_ids": gone, **kept}), *calls)
    # What must not be forwarded cannot be put into an older message: editMessageText has no protect_content.
    if reply.in_place and pressed and len(calls) == 1 and "protect_content" not in calls[0].body:
        body = {name: value for name, value in calls[0].body.items() if name not in there}  # it stays where it is
        return (Call(EDIT, {**body, "message_id": pressed}),)
    return calls


def second_best(refused: Call) -> Call | None:
    """Return what to call instead of a call that Telegram will never take, or None where nothing else would help.

    A message that cannot be edited any more is said anew; one that cannot be deleted any more (Telegram's limit is two
    days) gets other words, that say so. One with a button that sends cards is said without it: the bot may have no
    inline mode.
    """
    if refused.method == DELETE:
        chat, number = refused.body["chat_id"], refused.body["message_ids"][0]
        told = _text(chat, refused.body[WHERE_KEPT]) if WHERE_KEPT in refused.body else {"chat_id": chat, "text": BLANK}
        return Call(EDIT, {**told, "message_id": number})
    if refused.method == EDIT and refused.body["text"] != BLANK:
        return Call("sendMessage", {name: value for name, value in refused.body.items() if name != "message_id"})
    keyboard = refused.body.get("reply_markup", {}).get("inline_keyboard", [])
    plain = [kept for row in keyboard if (kept := [button for button in row if SEND not in button])]
    return (
        Call(refused.method, refused.body | {"reply_markup": {"inline_keyboard": plain}}) if plain != keyboard else None
    )


def _message(message: Message, chat: str, signer: Signer, written: int | None) -> Iterator[Call]:
    guarded = {"protect_content": True} if message.private or message.voucher else {}
    silent = {"disable_notification": True} if message.silent else {}
    keyboard = _keyboard(message, chat, signer, written)
    texts = pieces(str(message.text))
    for place, text in enumerate(texts, start=1):
        last = {"reply_markup": {"inline_keyboard": keyboard}} if keyboard and place == len(texts) else {}
        yield Call("sendMessage", {**_text(chat, text), **guarded, **silent, **last})
    if message.contact:
        yield from _contact(message.contact, chat)
    if message.attachment:
        yield _file(message.attachment, chat, guarded)


def _text(chat: str, text: str) -> dict[str, Any]:
    return {"chat_id": int(chat), "text": text, "parse_mode": "HTML", "link_preview_options": {"is_disabled": True}}


def _keyboard(message: Message, chat: str, signer: Signer, written: int | None) -> list[list[dict[str, Any]]]:
    code = message.voucher.code if message.voucher else None
    # A code is copied by Telegram itself: no update comes, so no words in any language are needed on the button.
    copy = [[{"text": f"📋 {code}", "copy_text": {"text": code}}]] if code else []
    return copy + [[_button(choice, chat, signer, written) for choice in row] for row in rows(message.choices)]


def _button(choice: Choice, chat: str, signer: Signer, written: int | None) -> dict[str, Any]:
    if choice.share is not None:
        return {
            "text": choice.label,
            SEND: {"query": choice.share, "allow_user_chats": True, "allow_group_chats": True},
        }
    # Which message of the person is to be erased is known to the button alone: nothing keeps it.
    name = f"{ERASE}:{written}" if choice.id == ERASE and written else choice.id
    return {"text": choice.label, "callback_data": signer.seal(chat, name)}


def rows(choices: tuple[Choice, ...]) -> list[list[Choice]]:
    """Lay out buttons: two short labels share a row, a long one has its own."""
    laid: list[list[Choice]] = []
    room = False
    for choice in choices:
        short = len(choice.label) <= SHORT_LABEL
        if room and short:
            laid[-1].append(choice)
        else:
            laid.append([choice])
        room = short and len(laid[-1]) == 1
    return laid


def _file(attachment: Attachment, chat: str, guarded: dict[str, Any]) -> Call:
    picture = attachment.media_type == "image/png"
    method, name = ("sendPhoto", "photo") if picture else ("sendDocument", "document")
    return Call(method, {"chat_id": int(chat), name: wrap(attachment.name, attachment.content), **guarded})


def _contact(card: CallCard, chat: str) -> Iterator[Call]:
    name = card.name[:LONGEST_NAME]
    yield Call("sendContact", {"chat_id": int(chat), "phone_number": international(card.phone), "first_name": name})
    if card.lat is not None and card.lon is not None:
        place = {"latitude": card.lat, "longitude": card.lon, "title": card.name, "address": card.address or card.name}
        yield Call("sendVenue", {"chat_id": int(chat), **place})


def international(phone: str) -> str:
    """Return a number as it is dialled from anywhere, `+39059…`; short ones (112, 1522) and unreadable ones stay."""
    compact = "".join(phone.split())
    try:
        number = phonenumbers.parse(phone, COUNTRY)
    except NumberParseException:
        return compact
    if is_possible_short_number_for_region(number, COUNTRY) or not phonenumbers.is_possible_number(number):
        return compact
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)
