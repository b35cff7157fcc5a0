"""What is done by the clock: one table of what it is, how often, how long things are kept, and how it is done.

`kmzero run` does each row when it is due, `kmzero retention` does them all once, and docs/privacy.md is held against
it. A row has its own short transactions; the order counts: a person goes after the voucher that held them.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random
from secrets import SystemRandom

from sqlalchemy import Connection

from bot.catalogue import releases
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.local_time import local_day
from bot.catalogue.model import Offer
from bot.conversation import notices
from bot.conversation.effects import follow_up, reminders
from bot.coordination import asking_organizations, drafts, leaving, on_page, proposals, stock_alarms
from bot.evaluation import outcomes
from bot.insight import gaps, need_counts, wrong
from bot.insight import retention as counts
from bot.partners import memory as desks
from bot.partners import sent_codes, taking
from bot.people import retention as people
from bot.people import web_links, wishes
from bot.people.keys import Keys
from bot.people.register import lasting
from bot.people.wishes import Wish
from bot.store import boxes, clock, journal
from bot.store.clock import Doubt
from bot.store.engine import Store
from bot.vouchers import large_imports, seasons

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Means:
    """What the duties are done with. `live` is the catalogue that people see, perhaps read already."""

    store: Store
    keys: Keys
    live: Callable[[Connection], Catalogue | None] = releases.live
    dice: Random = field(default_factory=SystemRandom)
    pages: bool = False  # whether organizations have pages, on which they can answer


Does = Callable[[Means, datetime, timedelta], int]


@dataclass(frozen=True)
class Duty:
    """A row: `does` gets the moment and `kept`, and returns how many things went, or came; `table` is where they lie.

    Where `kept` is None nothing is kept for a time: the duty is done whenever it is due.
    """

    what: str
    table: str
    kept: timedelta | None
    every: timedelta
    does: Does


def doubt(means: Means, now: datetime) -> Doubt | None:
    """Return why nothing is to be done by this clock; where it may be right, note that it was seen."""
    with means.store.read() as tx:
        found = clock.doubt(tx, now)
    trust(means, found.newest if found else now)  # what was believed stays so, whatever a wrong clock writes
    return found


def trust(means: Means, now: datetime) -> None:
    """Take the clock for right, which somebody said, or nothing speaks against."""
    with means.store.write() as tx:
        clock.seen(tx, now)


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


def _wishes(over: Callable[[Wish, date], bool]) -> Does:
    """Drop the wishes that are over. Days are sealed: all are looked at, before anything is written."""

    def does(means: Means, now: datetime, kept: timedelta) -> int:
        with means.store.read() as tx:
            before = local_day(now, releases.timezone(tx)) - kept
            found = [wish for wish in wishes.kept(tx, means.keys) if over(wish, before)]
        return wishes.each(means.store, found, wishes.drop)

    return does


def _talks(means: Means, now: datetime, kept: timedelta) -> int:
    with means.store.write() as tx:
        return people.end_conversations(tx, means.keys, now - kept)


def _desks(means: Means, now: datetime, kept: timedelta) -> int:
    with means.store.read() as tx:
        today = local_day(now, releases.timezone(tx))
    with means.store.write() as tx:
        return desks.sweep(tx, means.keys, today - kept)


def _offers(sweep: Callable[[Connection, list[Offer]], int]) -> Does:
    """Give a sweep a transaction, and the offers that are live."""

    def does(means: Means, _now: datetime, _: timedelta) -> int:
        with means.store.read() as tx:
            catalogue = means.live(tx)
        offers = [offer for _, offer in catalogue.offers.values()] if catalogue else []
        with means.store.write() as tx:
            return sweep(tx, offers)

    return does


def _end_marks(tx: Connection, offers: list[Offer]) -> int:
    return people.end_marks(tx, {one.id: one.valid.first for one in offers if one.valid.first})


def _part(means: Means, now: datetime, kept: timedelta) -> int:
    with means.store.read() as tx:
        companies = releases.gone_before(tx, now - kept)
    with means.store.write() as tx:
        return people.part(tx, companies, now)


def _publish(means: Means, now: datetime, kept: timedelta) -> int:
    return counts.publish_overdue(means.store, means.keys, now, kept, means.live)


def _remind(means: Means, now: datetime, _: timedelta) -> int:
    with means.store.read() as tx:
        companies, catalogue = releases.companies_ever(tx), means.live(tx)
    if catalogue is None:
        return 0
    return reminders.send(means.store, means.keys, companies, now, catalogue)


def _ask(means: Means, now: datetime, _: timedelta) -> int:
    with means.store.read() as tx:
        companies, catalogue = releases.companies_ever(tx), means.live(tx)
    if catalogue is None:
        return 0
    return follow_up.send(means.store, means.keys, companies, now, catalogue, dice=means.dice)


def _warn(means: Means, now: datetime, _: timedelta) -> int:
    with means.store.read() as tx:
        catalogue = means.live(tx)
        if catalogue is None or not stock_alarms.are_due(tx, catalogue, now):
            return 0
    with means.store.write() as tx:
        return stock_alarms.check(tx, means.keys, catalogue, now)


def _ask_organizations(means: Means, now: datetime, _: timedelta) -> int:
    with means.store.read() as tx:
        catalogue = means.live(tx)
        asks = catalogue is not None and (means.pages or catalogue.network.partners is not None)
        if catalogue is None or not asks or not asking_organizations.are_due(tx, catalogue, now):
            return 0
    with means.store.write() as tx:
        return asking_organizations.ask(tx, means.keys, catalogue, now)


def _journal(means: Means, now: datetime, kept: timedelta) -> int:
    return means.store.journal.forget((now - kept).date()) if means.store.journal else 0


def _free(means: Means, _now: datetime, _: timedelta) -> int:
    return large_imports.free(means.store)


def _ends(what: str, every: timedelta, does: Does) -> Duty:
    """Return the duty that ends what the register says is kept for a time."""
    return Duty(what, *lasting(what), every, does)


DUTIES = (
    _ends("conversations", HOUR, _talks),
    _ends("people of ended vouchers", DAY, _days(people.let_go_ended)),
    _ends("people of endless vouchers", DAY, _moments(people.let_go_endless)),
    Duty("marks of seasons before", "voucher", None, DAY, _offers(_end_marks)),
    # PostgreSQL may give one by the release before while the next is published.
    Duty("vouchers of offers that go on", "voucher", None, HOUR, _offers(seasons.prolong)),
    Duty("codes that a killed import left set aside", "pool_code", None, HOUR, _free),
    _ends("people who left", DAY, _part),  # until then they are told when they write
    _ends("chats that stopped the bot", DAY, _moments(people.forget_blocked)),
    _ends("quarters published", DAY, _publish),  # if nobody asked for its reports: then its rows become figures
    _ends("outcomes of evaluations", DAY, _days(outcomes.sweep)),
    _ends("counts of unmet needs", DAY, _days(gaps.sweep)),  # `kmzero needs` looks back for a year
    _ends("counts of needs", DAY, _days(need_counts.sweep)),
    Duty("reminders said", "reminder", None, 10 * MINUTE, _remind),
    _ends("wishes for more codes", DAY, _wishes(reminders.is_given_up)),
    _ends("reminders that came too late", DAY, _wishes(reminders.is_late)),
    Duty("questions asked", "reminder", None, 10 * MINUTE, _ask),
    _ends("questions that came too late", DAY, _wishes(follow_up.is_late)),
    _ends("marks of questions asked", DAY, _wishes(follow_up.is_past)),
    _ends("notices that nobody took", HOUR, _moments(notices.sweep)),
    _ends("drafts", HOUR, _moments(drafts.sweep)),
    _ends("messages on pages", HOUR, _moments(on_page.sweep)),
    _ends("reports of wrong entries", HOUR, _moments(wrong.sweep)),
    _ends("links to pages", DAY, _moments(web_links.sweep)),
    _ends("codes sent by a page", HOUR, _moments(sent_codes.sweep)),
    _ends("wishes to leave", DAY, _moments(leaving.sweep)),
    # Telegram repeats an update for a day at most.
    _ends("updates answered", HOUR, _moments(boxes.forget_answered)),
    _ends("updates given up", HOUR, _moments(boxes.forget_unanswered)),
    _ends("calls made", HOUR, _moments(boxes.forget_sent)),
    _ends("calls given up", HOUR, _moments(boxes.forget_refused)),
    _ends("sessions at desks", HOUR, _desks),
    _ends("badges taken", HOUR, _moments(taking.sweep)),
    _ends("presses", HOUR, _moments(boxes.forget_presses)),
    Duty("alarms about pools of codes", "alarm", None, MINUTE, _warn),
    Duty("services asked about", "ask", None, HOUR, _ask_organizations),
    _ends("proposals that ended", DAY, _moments(proposals.sweep)),
    Duty("lines of the journal", "", journal.KEPT, DAY, _journal),  # what no backup that may be restored needs
)
