"""A pool that runs low is said once for each level: a row, a line in the log, and what the caller makes of it."""

import logging
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, delete, func, select

from bot.catalogue.model import Offer
from bot.store.inserts import insert_missing
from bot.store.tables import alarm
from bot.vouchers import seasons

LEVELS = (50, 25, 10, 0)  # percent of a pool that is left

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Alarm:
    """A pool that has come down to `level` percent: `free` codes of the `total` of its season, perhaps of none."""

    offer: str
    level: int
    free: int
    total: int


def check(tx: Connection, offers: Iterable[Offer], now: datetime, today: date) -> list[Alarm]:
    """Raise what is new of the pools that are open and return it; a pool that was filled again can be said again.

    Needs a writing transaction.
    """
    known, reached = _known(tx), _reached(tx, offers, today)
    for offer, level in known - reached.keys():
        tx.execute(delete(alarm).where(alarm.c.offer == offer, alarm.c.level == level))
    fresh = [reached[key] for key in sorted(reached.keys() - known, reverse=True)]
    # Another worker may have said it meanwhile.
    raised = [
        one for one in fresh if insert_missing(tx, alarm, [{"offer": one.offer, "level": one.level, "raised_at": now}])
    ]
    for one in raised:
        log.warning("%s: %d %% of the codes are left or fewer (%d of %d)", one.offer, one.level, one.free, one.total)
    return raised


def lowest(tx: Connection, offers: Collection[str]) -> dict[str, int]:
    """Return the lowest level that was raised of each of these pools that has one, as of the last minute or so."""
    mine = select(alarm.c.offer, func.min(alarm.c.level).label("level")).where(alarm.c.offer.in_(offers))
    return {row.offer: row.level for row in tx.execute(mine.group_by(alarm.c.offer))}


def are_due(tx: Connection, offers: Iterable[Offer], today: date) -> bool:
    """Tell whether `check` would find anything: counting large pools takes a second; nobody could write meanwhile."""
    return _known(tx) != _reached(tx, offers, today).keys()


def _known(tx: Connection) -> set[tuple[str, int]]:
    return {(row.offer, row.level) for row in tx.execute(select(alarm.c.offer, alarm.c.level))}


def _reached(tx: Connection, offers: Iterable[Offer], today: date) -> dict[tuple[str, int], Alarm]:
    opened = (one for one in offers if one.voucher == "pool" and one.valid.holds(today))
    return {
        (pool.offer, level): Alarm(pool.offer, level, pool.free, pool.total)
        for pool in seasons.stock(tx, opened)
        for level in LEVELS
        if pool.free * 100 <= level * pool.total
    }
