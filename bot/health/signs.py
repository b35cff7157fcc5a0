"""What the database says of how the bot is: what waits since when, who leads, what its processes see."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, func, select

from bot.health.room import Room
from bot.store import attempts, clock, observations
from bot.store.attempts import Attempt
from bot.store.clock import Doubt
from bot.store.observations import Observed
from bot.store.tables import inbox, outbox

LATE = timedelta(seconds=60)  # an update that waits longer, or a call
FRESH = timedelta(seconds=180)  # what a process saw before is over: it looks every minute
MOST = 500  # chats whose first call is looked at


@dataclass(frozen=True)
class Waiting:
    """The first calls of chats that were decided more than LATE ago: `due` could go out, `held` wait for their time."""

    due: tuple[datetime, ...] = ()  # since when each could go out
    held: tuple[datetime, ...] = ()  # when each was decided
    sent: datetime | None = None  # the last call that Telegram took


@dataclass(frozen=True)
class Signs:
    """All that the list of troubles is made from; `began` is when the process that asks began, None for a command."""

    now: datetime
    began: datetime | None = None
    oldest_update: datetime | None = None
    calls: Waiting = Waiting()
    led: datetime | None = None
    failed_publish: Attempt | None = None
    doubt: Doubt | None = None
    observed: tuple[Observed, ...] = ()
    room: Room | None = None


def read(tx: Connection, now: datetime, *, began: datetime | None = None, room: Room | None = None) -> Signs:
    """Read the signs. Raises sqlalchemy.exc.SQLAlchemyError."""
    return Signs(
        now=now,
        began=began,
        oldest_update=tx.execute(select(func.min(inbox.c.received_at)).where(inbox.c.done_at.is_(None))).scalar(),
        calls=_calls(tx, now),
        led=observations.led_at(tx),
        failed_publish=attempts.unmended_failure(tx),
        doubt=clock.doubt(tx, now),
        observed=tuple(observations.seen(tx, now, FRESH)),
        room=room,
    )


def _calls(tx: Connection, now: datetime) -> Waiting:
    first = select(func.min(outbox.c.id)).where(outbox.c.sent_at.is_(None), outbox.c.failure.is_(None))
    heads = select(outbox.c.created_at, outbox.c.not_before).where(
        outbox.c.id.in_(first.group_by(outbox.c.chat)), outbox.c.created_at < now - LATE
    )
    rows = tx.execute(heads.order_by(outbox.c.id).limit(MOST)).all()
    if not rows:
        return Waiting()
    due = (max(row.created_at, row.not_before or row.created_at) for row in rows)
    held = (row.created_at for row in rows if row.not_before and row.not_before > now)
    sent = tx.execute(select(func.max(outbox.c.sent_at))).scalar()
    return Waiting(tuple(since for since in due if since <= now), tuple(held), sent)
