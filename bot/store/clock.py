"""Whether this machine's clock can be right: by a wrong one nothing is swept, published or ended."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, func, insert, select, update

from bot.store.attempts import publish_attempt
from bot.store.tables import inbox, installation, release

APART = timedelta(minutes=2)  # that the clocks of two machines may be
AHEAD = timedelta(days=3)  # of the newest time that was seen: longer than a weekend


@dataclass(frozen=True)
class Doubt:
    """The clock says `now`, and the newest time in the database is `newest`."""

    now: datetime
    newest: datetime

    def __str__(self) -> str:
        side = "behind" if self.now < self.newest else "far ahead of"
        return (
            f"the clock says {self.now:%Y-%m-%d %H:%M} UTC, {side} the newest time in the database, "
            f"{self.newest:%Y-%m-%d %H:%M}: nothing is swept, published or ended. Set the clock; if it is right, "
            "say so with --yes-the-clock-is-right"
        )


def doubt(tx: Connection, now: datetime) -> Doubt | None:
    """Return why the clock is doubted, or None where it may be right."""
    newest = _newest(tx)
    if newest is None or newest - APART <= now <= newest + AHEAD:
        return None
    return Doubt(now, newest)


def seen(tx: Connection, now: datetime) -> None:
    """Note that it is `now`: the clock was not doubted, or somebody said that it is right."""
    if tx.execute(update(installation).values(clock=now)).rowcount == 0:
        tx.execute(insert(installation).values(id=1, clock=now))


def _newest(tx: Connection) -> datetime | None:
    """Return the newest time that was believed; before the first, that of what is written whenever something happens.

    Later only what was believed counts: a wrong clock writes its time everywhere.
    """
    believed: datetime | None = tx.execute(select(installation.c.clock)).scalar()
    if believed is not None:
        return believed
    columns = inbox.c.done_at, release.c.published_at, publish_attempt.c.at
    found = [tx.execute(select(func.max(column))).scalar() for column in columns]
    return max((moment for moment in found if moment), default=None)
