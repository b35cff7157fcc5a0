"""A Telegram update becomes a message for the core, or a deliberate silence."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from telegram import CallbackQuery, Document, Message, Update, User
from telegram.constants import ChatType
from telegram.ext import filters

from bot.catalogue.text import LANGUAGES, Language
from bot.conversation.choices import faded, split
from bot.conversation.messages import ERASE, LATE, Chose, Incoming, Medium, Said, Sent, Shared, from_text
from bot.conversation.sessions import KEPT
from handlers.api.callback import Signer

LONGEST_TEXT = 4096  # what one Telegram message holds; more can only come from something that is not Telegram
LONGEST_FILE_NAME = 200
DELETABLE = timedelta(hours=48)  # of a message's age, from the Bot API's deleteMessage: for two days
UNSPEAKABLE = re.compile("[\0\ud800-\udfff]")

# The first attribute that a message has says what it is. A venue carries a location, an animation carries a document.
MEDIA: tuple[tuple[str, Medium], ...] = (
    ("location", "location"),
    ("voice", "voice"),
    ("audio", "voice"),
    ("video_note", "voice"),
    ("photo", "photo"),
    ("video", "photo"),
    ("sticker", "sticker"),
    ("animation", "sticker"),
    ("document", "file"),
    ("contact", "contact"),
)


@dataclass(frozen=True)
class Received:
    """Who wrote (Telegram's user id), where the answer goes (the chat id), and what for the core.

    `hint` is the language of the person's Telegram, where it is one of ours; `pressed` the message whose button it was;
    `written` the person's own message, now or, for a button that erases, the one that was answered with it. `album` is
    what pictures have in common that were sent together, each as an update of its own. `topic` is the topic of a
    private chat that has some: the answer belongs there too.
    """

    user: str
    chat: str
    message: Incoming
    hint: Language | None = None
    pressed: int | None = None
    written: int | None = None
    album: str | None = None
    topic: int | None = None


def receive(update: Update, signer: Signer, now: datetime) -> Received | None:
    """Turn an update into a message for the core, or None for a silence that we chose.

    Silent are:
    - groups and channels: what a person needs is nobody else's business, and an answer there would show it;
    - edited messages: the first wording was answered already, a second answer would confuse;
    - other bots: two bots that answer each other never stop;
    - inline queries: they are answered before they come here (see handlers.api.inline_cards);
    - reactions, polls and the like: nothing that we offer;
    - `my_chat_member` (see handlers.blocked) and service messages (a pin, a timer): nobody waits for an answer;
    - a button that was not sealed for this chat, or that somebody else presses: forged, or of another bot.
    """
    if update.message:
        return _written(update, update.message)
    if update.callback_query:
        return _pressed(update.callback_query, signer, now)
    return None


def clean(text: str) -> str:
    """Cut a text to what Telegram allows; drop NULs and halves of UTF-16 pairs, which no database keeps."""
    return UNSPEAKABLE.sub("", text[:LONGEST_TEXT])


def _written(update: Update, message: Message) -> Received | None:
    person = message.from_user
    if person is None or person.is_bot or message.chat.type != ChatType.PRIVATE:
        return None
    if filters.StatusUpdate.ALL.check_update(update):
        return None
    return Received(
        str(person.id),
        str(message.chat.id),
        _content(message),
        _language(person),
        written=message.message_id,
        album=message.media_group_id,
        topic=_topic(message),
    )


def _topic(message: Message) -> int | None:
    return message.message_thread_id if message.is_topic_message else None


def _content(message: Message) -> Incoming:
    if message.text is not None:
        return from_text(clean(message.text))
    medium: Medium = next((medium for name, medium in MEDIA if getattr(message, name)), "other")
    if medium == "file" and message.document:
        return _file(message.document, clean(message.caption or ""))
    if message.caption:  # words under a picture are words
        return Said(clean(message.caption))
    if message.location:
        return Shared(medium, message.location.latitude, message.location.longitude)
    return Shared(medium)


def _file(document: Document, words: str) -> Sent:
    name = clean(document.file_name or "")[:LONGEST_FILE_NAME]
    return Sent(name, document.file_size or 0, handle=document.file_id, words=words)


def _pressed(query: CallbackQuery, signer: Signer, now: datetime) -> Received | None:
    person, message = query.from_user, query.message
    if query.data is None or message is None or message.chat.type != ChatType.PRIVATE or person.is_bot:
        return None
    opened = signer.open(str(message.chat.id), query.data, now) if message.chat.id == person.id else None
    if opened is None:
        return None
    choice, age = opened
    kind, number = split(choice)
    written = int(number) if kind == ERASE and number.isdecimal() else None
    chosen = Chose(_chosen(choice, age))
    topic = _topic(message) if isinstance(message, Message) else None
    return Received(str(person.id), str(person.id), chosen, _language(person), message.message_id, written, topic=topic)


def _chosen(choice: str, age: timedelta) -> str:
    """Return what a button means at its age; which message is to be erased is no matter of the core."""
    if split(choice)[0] == ERASE:
        return f"{ERASE}:{LATE}" if age > DELETABLE else ERASE
    return faded(choice) if age > KEPT else choice


def _language(person: User) -> Language | None:
    spoken = (person.language_code or "").partition("-")[0].lower()
    return next((language for language in LANGUAGES if language == spoken), None)
