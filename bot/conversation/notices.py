"""What the bot says on its own, to somebody who has not just written: kept until a face takes it to their chat.

A row is written in the transaction of its cause. The chat and the message are sealed: the database alone knows neither
whom it is for nor what it says.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from markupsafe import Markup
from sqlalchemy import Connection, delete, insert, select

from bot.conversation.messages import Attachment, Choice, Message
from bot.people.keys import Keys
from bot.store.coordination import notice
from bot.store.signals import notify

WAITING = "kmzero_notice"  # the channel that wakes the faces


@dataclass(frozen=True)
class Notice:
    """A message for the chat of `user`."""

    id: int
    user: str
    message: Message


def tell(tx: Connection, keys: Keys, chat: str, message: Message, now: datetime) -> None:
    """Send a message to a sealed chat. One sealed with another key is for nobody: nothing is kept."""
    try:
        user = keys.unseal(chat)
    except ValueError:
        return
    sealed = keys.seal(user)  # anew: the same text twice would tie two rows
    row = {"mark": keys.notice(user), "chat": sealed, "message": sealed_message(message, keys), "created_at": now}
    tx.execute(insert(notice).values(row))
    notify(tx, WAITING)


def waiting(tx: Connection, keys: Keys, user: str | None = None) -> list[Notice]:
    """Return what waits, perhaps for one user only, the oldest first; what another key sealed is for nobody."""
    query = select(notice.c.id, notice.c.chat, notice.c.message).order_by(notice.c.id)
    rows = tx.execute(query if user is None else query.where(notice.c.mark == keys.notice(user)))
    found = (_notice(row, keys) for row in rows)
    return [one for one in found if one is not None]


def taken(tx: Connection, notices: Iterable[Notice]) -> int:
    """Drop what a face has taken and return how many there were."""
    return tx.execute(delete(notice).where(notice.c.id.in_([one.id for one in notices]))).rowcount


def take_back(tx: Connection, keys: Keys, user: str) -> int:
    """Drop the silent notices of a user that no face has taken yet, and return how many there were."""
    return taken(tx, [one for one in waiting(tx, keys, user) if one.message.silent])


def sweep(tx: Connection, before: datetime) -> int:
    """Forget what nobody has taken since `before` and return how much that was."""
    return tx.execute(delete(notice).where(notice.c.created_at < before)).rowcount


def _notice(row: Any, keys: Keys) -> Notice | None:
    try:
        return Notice(row.id, keys.unseal(row.chat), opened_message(row.message, keys))
    except ValueError:
        return None


def sealed_message(message: Message, keys: Keys) -> str:
    """Return a bubble as it is kept: its text, its buttons and its file."""
    file = message.attachment
    values = {
        "text": str(message.text),
        "choices": [[choice.id, choice.label] for choice in message.choices],
        "silent": message.silent,
        "file": [file.name, file.media_type, b64encode(file.content).decode("ascii")] if file else None,
    }
    return keys.seal(json.dumps(values))


def opened_message(sealed: str, keys: Keys) -> Message:
    """Return a bubble that was kept. Raises ValueError where another key sealed it."""
    values = json.loads(keys.unseal(sealed))
    file = values["file"]
    return Message(
        Markup(values["text"]),  # noqa: S704 - it was markup of ours when it was kept
        choices=tuple(Choice(*choice) for choice in values["choices"]),
        attachment=Attachment(file[0], file[1], b64decode(file[2])) if file else None,
        silent=values.get("silent", False),
    )
