"""What running processes see of Telegram and of themselves, kept where every other process and command can read it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Column, Connection, String, Table, delete, insert, select, update

from bot.store.columns import Moment
from bot.store.inserts import insert_missing
from bot.store.tables import installation, metadata

LONGEST = 500  # signs of a detail that are kept
LEADER = "leader"  # the row that who leads renews
FORGOTTEN = timedelta(hours=1)  # after which the rows of a process that was killed are gone

observation = Table(
    "observation",
    metadata,
    Column("what", String(60), primary_key=True),  # a trouble and the name of the process that sees it
    Column("detail", String(LONGEST), nullable=False),
    Column("since", Moment, nullable=False),
    Column("seen_at", Moment, nullable=False),  # last
)

SEEN_BY_ONE = observation.c.what != LEADER


@dataclass(frozen=True)
class Observed:
    """A trouble: its cause, its cure on a second line; `what` is its kind, perhaps a source, and who sees it."""

    what: str
    detail: str
    since: datetime
    seen_at: datetime

    @property
    def kind(self) -> str:
        return self.what.partition(".")[0]

    @property
    def who(self) -> str:
        return self.what.rpartition(".")[2]


def keep(tx: Connection, who: str, found: Iterable[Observed], now: datetime) -> None:
    """Put what one process sees in the place of what it saw before."""
    tx.execute(delete(observation).where(observation.c.what.like(f"%.{who}")))
    rows = [
        {"what": f"{one.what}.{who}", "detail": one.detail[:LONGEST], "since": one.since, "seen_at": now}
        for one in found
    ]
    if rows:
        tx.execute(insert(observation), rows)


def beat(tx: Connection, now: datetime) -> None:
    """Note that somebody leads, and forget what processes saw that were killed."""
    tx.execute(delete(observation).where(observation.c.seen_at < now - FORGOTTEN, SEEN_BY_ONE))
    again = update(observation).where(observation.c.what == LEADER).values(seen_at=now)
    if tx.execute(again).rowcount == 0:
        insert_missing(tx, observation, [{"what": LEADER, "detail": "", "since": now, "seen_at": now}])


def led_at(tx: Connection) -> datetime | None:
    """Return when somebody led last."""
    return tx.execute(select(observation.c.seen_at).where(observation.c.what == LEADER)).scalar()


def seen(tx: Connection, now: datetime, fresh: timedelta) -> list[Observed]:
    """Return what processes saw within `fresh`, the oldest trouble first; a moment far ahead is of a wrong clock."""
    is_fresh = observation.c.seen_at.between(now - fresh, now + fresh)
    rows = tx.execute(select(observation).where(is_fresh, SEEN_BY_ONE).order_by(observation.c.since))
    return [Observed(row.what, row.detail, row.since, row.seen_at) for row in rows]


def bot_username(tx: Connection) -> str | None:
    """Return the bot's name on Telegram, without @, as Telegram said it last."""
    return tx.execute(select(installation.c.bot_username)).scalar()


def learn_username(tx: Connection, username: str) -> None:
    """Keep the bot's name as Telegram says it."""
    _note(tx, bot_username=username)


def webhook_url(tx: Connection) -> str | None:
    """Return the address that this network gave Telegram; None where it polls, or never set one."""
    return tx.execute(select(installation.c.webhook_url)).scalar()


def note_webhook(tx: Connection, url: str | None) -> None:
    """Keep which address Telegram was given."""
    _note(tx, webhook_url=url)


def _note(tx: Connection, **values: str | None) -> None:
    if tx.execute(update(installation).values(**values)).rowcount == 0:
        tx.execute(insert(installation).values(id=1, **values))
