"""The inbox: every update once, sealed and kept until it has had its effect, then only its number for two days."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, exists, func, select, tuple_, update

from bot.people.keys import Keys
from bot.store.columns import Moment
from bot.store.inserts import insert_missing
from bot.store.signals import notify
from bot.store.tables import inbox

SEALED = "SealedWithAnotherKey"
ARRIVED = "kmzero_inbox"  # the channel that wakes workers

# Statements of every update, built once: building one takes longer than running it.
CLOSE = (
    update(inbox)
    .where(inbox.c.update_id == bindparam("number"))
    .values(body=None, chat=None, done_at=bindparam("now", type_=Moment), failure=bindparam("why"))
)
_before = inbox.alias("before")
_older = tuple_(_before.c.received_at, _before.c.update_id) < tuple_(inbox.c.received_at, inbox.c.update_id)
NEXT = (
    select(inbox.c.update_id, inbox.c.body, inbox.c.received_at)
    .where(
        inbox.c.done_at.is_(None), ~exists().where(_before.c.chat == inbox.c.chat, _before.c.done_at.is_(None), _older)
    )
    .order_by(inbox.c.received_at, inbox.c.update_id)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True, of=inbox)
)


@dataclass(frozen=True)
class Kept:
    """An update that waits; `body` is the JSON that Telegram sent."""

    update_id: int
    body: str
    received_at: datetime


def keep(tx: Connection, keys: Keys, updates: Sequence[dict[str, Any]], now: datetime) -> int:
    """Keep the updates that are not there yet and return how many were new. Their words are on no disk readable.

    After a quiet week Telegram's next number is random, so a number says nothing about order: only being there counts.
    """
    rows = [
        {
            "update_id": body["update_id"],
            "chat": keys.arriving(chat) if (chat := chat_of(body)) else None,
            "body": keys.seal(json.dumps(body)),
            "received_at": now,
        }
        for body in updates
    ]
    fresh = insert_missing(tx, inbox, rows)
    if fresh:
        notify(tx, ARRIVED)
    return fresh


def chat_of(body: dict[str, Any]) -> str | None:
    """Return the chat in whose turn a raw update of any shape is, or None."""
    for part in body.values():
        inner = part.get("message", part) if isinstance(part, dict) else None
        chat = inner.get("chat") if isinstance(inner, dict) else None
        if isinstance(chat, dict) and type(chat.get("id")) is int:
            return str(chat["id"])
    return None


def take(tx: Connection, keys: Keys, most: int) -> list[Kept]:
    """Take the oldest updates of chats with none before them, the oldest first, until the transaction ends.

    On PostgreSQL those that other transactions hold are passed over; on SQLite there are none while we write.
    """
    rows = tx.execute(NEXT, {"most": most}).all()
    opened = [(row, _opened(keys, row.body)) for row in rows]
    lost = [row for row, body in opened if body is None]  # nobody can read them any more
    for row in lost:
        close(tx, [(row.update_id, SEALED)], row.received_at)
    return [Kept(row.update_id, body, row.received_at) for row, body in opened if body is not None]


def _opened(keys: Keys, body: str) -> str | None:
    """Unseal a body; one that lies open was kept by an older process beside us."""
    if body.startswith("{"):
        return body
    try:
        return keys.unseal(body)
    except ValueError:
        return None


def close(tx: Connection, updates: Iterable[tuple[int, str | None]], now: datetime) -> None:
    """Close updates, by number and with the class of the error where one failed; their words go."""
    if rows := [{"number": number, "now": now, "why": failure} for number, failure in updates]:
        tx.execute(CLOSE, rows)


def depth(tx: Connection) -> int:
    """Return how many updates wait."""
    return int(tx.execute(select(func.count()).select_from(inbox).where(inbox.c.done_at.is_(None))).scalar_one())
