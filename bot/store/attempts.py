"""Every try to publish, also the ones that failed: what `kmzero status` tells."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Column, Connection, ForeignKey, Integer, String, Table, insert, select

from bot.store.columns import Moment
from bot.store.tables import metadata

LONGEST = 500  # signs of a place that are kept

publish_attempt = Table(
    "publish_attempt",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("release", ForeignKey("release.number")),  # none where it failed
    Column("problems", Integer, nullable=False),  # how many errors
    Column("first", String(LONGEST)),  # the place of the first error: `file:line:column`
)


@dataclass(frozen=True)
class Attempt:
    """A try to publish: `release` is its number where it succeeded, else `first` is where the first error is."""

    at: datetime
    release: int | None
    problems: int = 0
    first: str | None = None


def note(tx: Connection, attempt: Attempt) -> None:
    """Write down an attempt."""
    first = attempt.first[:LONGEST] if attempt.first else None
    values = {"at": attempt.at, "release": attempt.release, "problems": attempt.problems, "first": first}
    tx.execute(insert(publish_attempt).values(values))


def last_failure(tx: Connection) -> Attempt | None:
    """Return the last attempt that failed."""
    return _last(tx, failed=True)


def unmended_failure(tx: Connection) -> Attempt | None:
    """Return the last attempt where it failed: none has succeeded since."""
    failure, success = last_failure(tx), last_success(tx)
    return None if failure and success and success.at > failure.at else failure


def last_success(tx: Connection) -> Attempt | None:
    """Return the last attempt that succeeded."""
    return _last(tx, failed=False)


def _last(tx: Connection, *, failed: bool) -> Attempt | None:
    table = publish_attempt
    of_kind = table.c.release.is_(None) if failed else table.c.release.is_not(None)
    row = tx.execute(select(table).where(of_kind).order_by(table.c.id.desc()).limit(1)).first()
    return Attempt(row.at, row.release, row.problems, row.first) if row else None
