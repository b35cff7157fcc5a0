"""A pool that runs low is said once for each level: a row, and a line in the log."""

import logging
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, func, select

from bot.store.inserts import insert_missing
from bot.store.tables import alarm, pool_code

LEVELS = (50, 25, 10, 0)  # percent of a pool that is left

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Alarm:
    """A pool that has come down to `level` percent: `free` codes of `total`."""

    offer: str
    level: int
    free: int
    total: int


def check(tx: Connection, now: datetime) -> list[Alarm]:
    """Raise what is new and return it; a pool that was filled again can be said again. Needs a writing transaction."""
    known = {(row.offer, row.level) for row in tx.execute(select(alarm.c.offer, alarm.c.level))}
    reached = {(one.offer, one.level): one for one in _reached(tx)}
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


def _reached(tx: Connection) -> list[Alarm]:
    known = ~pool_code.c.generated, pool_code.c.set_aside_on.is_(None)
    query = select(pool_code.c.offer, func.count(), func.count(pool_code.c.voucher)).where(*known)
    counts = [(offer, total - used, total) for offer, total, used in tx.execute(query.group_by(pool_code.c.offer))]
    return [
        Alarm(offer, level, free, total)
        for offer, free, total in counts
        for level in LEVELS
        if free * 100 <= level * total
    ]
