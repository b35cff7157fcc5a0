"""What is counted does not wait for ever: a quarter that nobody asks about is published unasked, and old gaps go."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select

from bot.catalogue import releases
from bot.insight import gaps, ledger
from bot.insight.quarters import Quarter
from bot.store.engine import Store
from bot.store.insight import counted

GRACE = timedelta(days=30)  # after the end of a quarter; then its rows become figures


@dataclass(frozen=True)
class Settled:
    """How many quarters were published, and how many counts of what was asked in vain are gone."""

    quarters: int
    gaps: int

    def __str__(self) -> str:
        return f"{self.quarters} quarters published, {self.gaps} counts of unmet needs"


def sweep(store: Store, now: datetime) -> Settled:
    """Publish the quarters that have waited for `GRACE`, and forget old gaps."""
    today = now.date()
    with store.read() as tx:
        open_ones = {Quarter.parse(name) for name in tx.execute(select(counted.c.quarter).distinct()).scalars()}
    overdue = sorted(one for one in open_ones if one.last + GRACE < today)
    for quarter in overdue:
        with store.read() as tx:
            catalogue, _ = releases.load(tx, releases.current_number(tx) or 0)
            drafted = ledger.draft(tx, catalogue, quarter, today=today)
        with store.write() as tx:
            ledger.publish(tx, catalogue, quarter, today=today, now=now, drafted=drafted)
    with store.write() as tx:
        return Settled(len(overdue), gaps.sweep(tx, today))
