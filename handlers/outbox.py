"""The outbox: calls that were decided together with their effects, sealed and kept until Telegram has them."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, insert, or_, select, update

from bot.people.keys import Keys
from bot.store.columns import Moment
from bot.store.signals import notify
from bot.store.tables import outbox
from handlers.api.render import Call

WAITING = "kmzero_outbox"  # the channel that wakes the sender
LONGEST_WAIT = timedelta(hours=1)  # of a call, also where Telegram asks for more
OPEN = outbox.c.sent_at.is_(None) & outbox.c.failure.is_(None)

# Statements of every call, built once: building one takes longer than running it.
PUT = insert(outbox)
_first = select(func.min(outbox.c.id)).where(OPEN)
_due = or_(
    outbox.c.not_before.is_(None),
    outbox.c.not_before <= bindparam("now", type_=Moment),
    outbox.c.not_before > bindparam("far", type_=Moment),  # nothing waits so long: the clock went back
)
DUE = (
    select(outbox)
    .where(outbox.c.id.in_(_first.group_by(outbox.c.chat)), _due)
    .order_by(outbox.c.id)
    .limit(bindparam("most"))
)
_of_some = _first.where(outbox.c.chat.in_(bindparam("queues", expanding=True))).group_by(outbox.c.chat)
HEADS = select(outbox).where(outbox.c.id.in_(_of_some), _due)
CLOSE = (
    update(outbox)
    .where(outbox.c.id == bindparam("number"))
    .values(
        chat="",
        body=None,
        attempts=outbox.c.attempts + 1,
        sent_at=bindparam("now", type_=Moment),
        failure=bindparam("why"),
    )
)


@dataclass(frozen=True)
class Parcel:
    """A call that waits; `attempts` counts the calls made so far, `queue` is the mark of its chat."""

    id: int
    queue: str
    chat: str
    call: Call
    attempts: int


def put(tx: Connection, keys: Keys, calls: Iterable[tuple[str, Call]], now: datetime) -> None:
    """Add calls, each at the end of its chat's queue."""
    rows = [
        {"chat": keys.leaving(chat), "method": call.method, "body": _sealed(keys, chat, call), "created_at": now}
        for chat, call in calls
    ]
    if rows:
        tx.execute(PUT, rows)
        notify(tx, WAITING)


def due(tx: Connection, keys: Keys, now: datetime, most: int) -> list[Parcel]:
    """Return the first waiting call of each chat, where it may go out now, the longest waiting first.

    None overtakes a call of its chat that has to wait.
    """
    return [_parcel(keys, row) for row in tx.execute(DUE, {**_moments(now), "most": most}).all()]


def heads(tx: Connection, keys: Keys, queues: Iterable[str], now: datetime) -> dict[str, Parcel]:
    """Return the first waiting call of these queues, as `due` does of all."""
    rows = tx.execute(HEADS, {"queues": list(queues), **_moments(now)})
    return {row.chat: _parcel(keys, row) for row in rows}


def sent(tx: Connection, parcels: Iterable[Parcel], now: datetime) -> None:
    """Close calls that Telegram took: what they said and to whom are gone."""
    tx.execute(CLOSE, [{"number": parcel.id, "now": now, "why": None} for parcel in parcels])


def failed(tx: Connection, parcel: Parcel, why: str) -> None:
    """Close a call that can never succeed."""
    tx.execute(CLOSE, {"number": parcel.id, "now": None, "why": why[:80]})


def later(tx: Connection, parcel: Parcel, now: datetime, wait: timedelta) -> None:
    """Keep a call for another attempt after `wait`; its chat waits with it, also over a restart."""
    again = update(outbox).where(outbox.c.id == parcel.id)
    tx.execute(again.values(attempts=parcel.attempts + 1, not_before=now + min(wait, LONGEST_WAIT)))


def instead(tx: Connection, keys: Keys, parcel: Parcel, call: Call) -> None:
    """Put another call in the place of one that Telegram refused."""
    other = update(outbox).where(outbox.c.id == parcel.id)
    body = _sealed(keys, parcel.chat, call)
    tx.execute(other.values(method=call.method, body=body, attempts=parcel.attempts + 1))


def close_chat(tx: Connection, keys: Keys, chat: str, why: str) -> int:
    """Close all that waits for a chat and return how many calls it were."""
    closing = update(outbox).where(OPEN, outbox.c.chat == keys.leaving(chat))
    return tx.execute(closing.values(chat="", body=None, failure=why)).rowcount


def depth(tx: Connection) -> int:
    """Return how many calls wait."""
    return int(tx.execute(select(func.count()).where(OPEN)).scalar_one())


def _moments(now: datetime) -> dict[str, datetime]:
    return {"now": now, "far": now + LONGEST_WAIT}


def _sealed(keys: Keys, chat: str, call: Call) -> str:
    return keys.seal(json.dumps([chat, call.body]))


def _parcel(keys: Keys, row: Row[Any]) -> Parcel:
    if row.body.startswith("{"):  # an older process beside us has put it
        return Parcel(row.id, row.chat, row.chat, Call(row.method, json.loads(row.body)), row.attempts)
    chat, body = _opened(keys, row.body)
    return Parcel(row.id, row.chat, chat, Call(row.method, body), row.attempts)


def _opened(keys: Keys, sealed: str) -> tuple[str, dict[str, Any]]:
    """Unseal chat and body; what nobody can read any more is a call that Telegram refuses."""
    try:
        chat, body = json.loads(keys.unseal(sealed))
    except ValueError:
        return "0", {"chat_id": 0}
    return chat, body
