"""What is done by the clock: one table of what it is, how often, how long things are kept, and how it is done.

`kmzero run` does each row when it is due, `kmzero retention` does them all once, and docs/privacy.md is held against
it. A row has its own short transactions; the order counts: a person goes after the voucher that held them.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection

from bot.catalogue import releases
from bot.catalogue.local_time import local_day
from bot.conversation import notices, sessions
from bot.conversation.effects import reminders
from bot.coordination import drafts
from bot.insight import gaps, wrong
from bot.insight import retention as counts
from bot.people import retention as people
from bot.people.keys import Keys
from bot.store import boxes
from bot.store.engine import Store
from bot.vouchers import alarms

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Means:
    """What the duties are done with."""

    store: Store
    keys: Keys


Does = Callable[[Means, datetime, timedelta], int]


@dataclass(frozen=True)
class Duty:
    """A row: `does` gets the moment and `kept`, and returns how many things went, or came; `table` is where they lie.

    Where `kept` is None nothing is kept for a time: the duty is done whenever it is due.
    """

    what: str
    table: str
    every: timedelta
    kept: timedelta | None
    does: Does


def do(duty: Duty, means: Means, now: datetime) -> int:
    """Do a duty once and return how many things went, or came. Raises sqlalchemy.exc.SQLAlchemyError."""
    count = duty.does(means, now, duty.kept or timedelta())
    if count:
        log.info("%s: %d", duty.what, count)
    return count


def _moments(sweep: Callable[[Connection, datetime], int]) -> Does:
    """Give a sweep a transaction, and the moment since which things are kept."""

    def does(means: Means, now: datetime, kept: timedelta) -> int:
        with means.store.write() as tx:
            return sweep(tx, now - kept)

    return does


def _days(sweep: Callable[[Connection, date], int]) -> Does:
    """Give a sweep a transaction, and the day in the network since which things are kept."""

    def does(means: Means, now: datetime, kept: timedelta) -> int:
        with means.store.read() as tx:
            today = local_day(now, releases.timezone(tx))
        with means.store.write() as tx:
            return sweep(tx, today - kept)

    return does


def _part(means: Means, now: datetime, kept: timedelta) -> int:
    with means.store.read() as tx:
        companies = releases.gone_before(tx, now - kept)
    with means.store.write() as tx:
        return people.part(tx, companies, now)


def _publish(means: Means, now: datetime, kept: timedelta) -> int:
    return counts.publish_overdue(means.store, now, kept)


def _remind(means: Means, now: datetime, _: timedelta) -> int:
    with means.store.read() as tx:
        companies, timezone = releases.companies_ever(tx), releases.timezone(tx)
    with means.store.write() as tx:
        return reminders.send(tx, means.keys, companies, now, timezone)


def _warn(means: Means, now: datetime, _: timedelta) -> int:
    with means.store.write() as tx:
        return len(alarms.check(tx, now))


def _tidy(means: Means, _now: datetime, _kept: timedelta) -> int:
    means.store.tidy()
    return 0


DUTIES = (
    Duty("conversations", "conversation", HOUR, sessions.KEPT, _moments(people.end_conversations)),
    # After their last good day; and, where they have none, after they were taken.
    Duty("people of ended vouchers", "voucher", DAY, 90 * DAY, _days(people.let_go_ended)),
    Duty("people of endless vouchers", "voucher", DAY, 730 * DAY, _moments(people.let_go_endless)),
    # After their company left: until then they are told when they write.
    Duty("people who left", "person", DAY, 90 * DAY, _part),
    Duty("chats that stopped the bot", "blocked", DAY, 365 * DAY, _moments(people.forget_blocked)),
    # After the end of the quarter, if nobody asked for its reports: then its rows become figures.
    Duty("quarters published", "counted", DAY, 30 * DAY, _publish),
    Duty("counts of unmet needs", "unmet", DAY, 400 * DAY, _days(gaps.sweep)),  # `kmzero needs` looks back for a year
    Duty("reminders said", "reminder", 10 * MINUTE, None, _remind),
    Duty("wishes for more codes", "reminder", DAY, reminders.PATIENCE, _moments(reminders.sweep_wishes)),
    # After they were due: by then the discount has ended, or the day to call is over.
    Duty("reminders that came too late", "reminder", DAY, reminders.AHEAD, _days(reminders.sweep_late)),
    Duty("notices that nobody took", "notice", HOUR, 48 * HOUR, _moments(notices.sweep)),
    Duty("drafts", "draft", HOUR, 24 * HOUR, _moments(drafts.sweep)),
    Duty("reports of wrong entries", "wrong_entry", HOUR, 90 * DAY, _moments(wrong.sweep)),
    # Telegram repeats an update for a day at most.
    Duty("updates answered", "inbox", HOUR, 48 * HOUR, _moments(boxes.forget_answered)),
    Duty("updates given up", "inbox", HOUR, 30 * DAY, _moments(boxes.forget_unanswered)),
    Duty("calls made", "outbox", HOUR, 48 * HOUR, _moments(boxes.forget_sent)),
    Duty("calls given up", "outbox", HOUR, 30 * DAY, _moments(boxes.forget_refused)),
    Duty("presses", "press", HOUR, 48 * HOUR, _moments(boxes.forget_presses)),
    Duty("alarms about pools of codes", "alarm", MINUTE, None, _warn),
    # Last: what went must not lie on in the database's own log of writes.
    Duty("log of writes", "", MINUTE, None, _tidy),
)
