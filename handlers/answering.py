"""One update, one transaction: what it does, what will be said about it, and that it is done."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy import Connection
from telegram import Update

from bot.catalogue.text import Language
from bot.conversation.messages import Chose, Incoming, Message, Reply, Shared
from bot.conversation.phrasebook import phrases
from bot.people.keys import Keys
from bot.store.engine import Store
from handlers import blocked, deduplication, inbox, outbox
from handlers.api.callback import Signer
from handlers.api.receive import Received, receive
from handlers.api.render import Call, render
from handlers.metrics import Metrics

LARGEST_CHAT = 2**52  # "at most 52 significant bits", from the Bot API's Chat


class Handle(Protocol):
    """The core, as far as this face needs it: bot.conversation.concierge.Concierge.handle."""

    def __call__(
        self, tx: Connection, user: str, message: Incoming, now: datetime, *, hint: Language | None = None
    ) -> Reply: ...


@dataclass(frozen=True)
class Answered:
    """An update that had its effect, or failed; `calls` are for `chat`, and `wrote` is who needs no mark as blocked."""

    update_id: int
    chat: str = ""
    calls: tuple[Call, ...] = ()
    failure: str | None = None
    wrote: str | None = None


@dataclass(frozen=True)
class Answering:
    """Joins the core and the two boxes. All is synchronous: it runs in a worker thread."""

    store: Store
    handle: Handle
    signer: Signer
    keys: Keys
    metrics: Metrics

    def answer(self, tx: Connection, update: Update, kept: inbox.Kept, now: datetime) -> Answered:
        """Carry out an update that lies in the inbox; `close` it in the same transaction."""
        blocked.heed(tx, self.keys, update, now)
        received = receive(update, self.signer, now)
        if received is None or self._repeated(tx, received, kept.received_at, now):
            return Answered(kept.update_id)
        chat = received.chat
        reply = self.handle(tx, received.user, received.message, now, hint=received.hint)
        return Answered(kept.update_id, chat, render(reply, chat, self.signer.menu(now), received), wrote=chat)

    def close(self, tx: Connection, answered: Sequence[Answered], now: datetime) -> None:
        """Queue what will be said about some updates, and close them."""
        blocked.reopen(tx, self.keys, [one.wrote for one in answered if one.wrote])
        outbox.put(tx, self.keys, [(one.chat, call) for one in answered for call in one.calls], now)
        inbox.close(tx, [(one.update_id, one.failure) for one in answered], now)

    def _repeated(self, tx: Connection, received: Received, arrived: datetime, now: datetime) -> bool:
        if received.album:
            mark = self.signer.fingerprint(received.chat, 0, received.album)
            seen = deduplication.repeated(tx, mark, arrived, now)
            return seen and isinstance(received.message, Shared)  # words under one of the pictures are answered
        if received.pressed is None or not isinstance(received.message, Chose):
            return False
        mark = self.signer.fingerprint(received.chat, received.pressed, received.message.choice)
        return deduplication.repeated(tx, mark, arrived, now)

    def give_up(self, kept: inbox.Kept, failure: str, now: datetime) -> Answered:
        """Return what is said of an update that cannot be handled, where there is a private chat to do it in."""
        self.metrics.failed()
        sorry = Reply((Message(phrases("it").say("failure")),))
        chat = private_chat(json.loads(kept.body))
        calls = render(sorry, chat, self.signer.menu(now)) if chat else ()
        return Answered(kept.update_id, chat or "", calls, failure)


def private_chat(body: dict[str, Any]) -> str | None:
    """Return the private chat of a raw update of any shape, or None."""
    query = body.get("callback_query")
    message = query.get("message") if isinstance(query, dict) else body.get("message")
    chat = message.get("chat") if isinstance(message, dict) else None
    if not isinstance(chat, dict) or chat.get("type") != "private":
        return None
    number = chat.get("id")
    return str(number) if type(number) is int and 0 < number <= LARGEST_CHAT else None
