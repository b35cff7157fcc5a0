"""The outbox: calls that were decided together with their effects, kept until Telegram has them."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, delete, func, insert, or_, select, update

from bot.store.signals import notify
from bot.store.tables import outbox
from handlers.render import Call

WAITING = "kmzero_outbox"  # the channel that wakes the sender
OPEN = outbox.c.sent_at.is_(None) & outbox.c.failure.is_(None)


@dataclass(frozen=True)
class Parcel:
    """A call that waits; `attempts` counts the calls made so far."""

    id: int
    chat: str
    call: Call
    attempts: int


def put(tx: Connection, chat: str, calls: Iterable[Call], now: datetime) -> None:
    """Add calls at the end of a chat's queue."""
    rows = [{"chat": chat, "method": call.method, "body": json.dumps(call.body), "created_at": now} for call in calls]
    if rows:
        tx.execute(insert(outbox), rows)
        notify(tx, WAITING)


def chats(tx: Connection, now: datetime, most: int) -> list[str]:
    """Return the chats whose first waiting call may go out now, the longest waiting first."""
    first = select(func.min(outbox.c.id)).where(OPEN).group_by(outbox.c.chat)
    query = select(outbox.c.chat).where(outbox.c.id.in_(first), _due(now)).order_by(outbox.c.id).limit(most)
    return list(tx.execute(query).scalars())


def head(tx: Connection, chat: str, now: datetime) -> Parcel | None:
    """Return a chat's first waiting call, or None where there is none or it has to wait: none overtakes it."""
    query = select(outbox).where(OPEN, outbox.c.chat == chat).order_by(outbox.c.id).limit(1)
    row = tx.execute(query).one_or_none()
    if row is None or (row.not_before and row.not_before > now):
        return None
    return Parcel(row.id, row.chat, Call(row.method, json.loads(row.body)), row.attempts)


def sent(tx: Connection, parcel: Parcel, now: datetime) -> None:
    """Close a call that Telegram took: what it said and to whom are gone."""
    _close(tx, parcel, sent_at=now)


def failed(tx: Connection, parcel: Parcel, why: str) -> None:
    """Close a call that can never succeed."""
    _close(tx, parcel, failure=why[:80])


def later(tx: Connection, parcel: Parcel, not_before: datetime) -> None:
    """Keep a call for another attempt; its chat waits with it, also over a restart."""
    again = update(outbox).where(outbox.c.id == parcel.id)
    tx.execute(again.values(attempts=parcel.attempts + 1, not_before=not_before))


def instead(tx: Connection, parcel: Parcel, call: Call) -> None:
    """Put another call in the place of one that Telegram refused."""
    other = update(outbox).where(outbox.c.id == parcel.id)
    tx.execute(other.values(method=call.method, body=json.dumps(call.body), attempts=parcel.attempts + 1))


def close_chat(tx: Connection, chat: str, why: str) -> int:
    """Close all that waits for a chat and return how many calls it were."""
    closing = update(outbox).where(OPEN, outbox.c.chat == chat)
    return tx.execute(closing.values(chat="", body=None, failure=why)).rowcount


def depth(tx: Connection) -> int:
    """Return how many calls wait."""
    return int(tx.execute(select(func.count()).where(OPEN)).scalar_one())


def sweep(tx: Connection, before: datetime, failed_before: datetime) -> int:
    """Forget the calls sent before `before`, and the failed ones created before `failed_before`."""
    failure = outbox.c.failure.is_not(None) & (outbox.c.created_at < failed_before)
    return tx.execute(delete(outbox).where(or_(outbox.c.sent_at < before, failure))).rowcount


def _due(now: datetime) -> ColumnElement[bool]:
    return or_(outbox.c.not_before.is_(None), outbox.c.not_before <= now)


def _close(tx: Connection, parcel: Parcel, **outcome: datetime | str) -> None:
    closing = update(outbox).where(outbox.c.id == parcel.id)
    tx.execute(closing.values(chat="", body=None, attempts=parcel.attempts + 1, **outcome))
