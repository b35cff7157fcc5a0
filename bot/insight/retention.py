"""What is counted does not wait for ever: a quarter that nobody asks about is published unasked."""

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import Connection, select

from bot.catalogue import releases
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.local_time import local_day
from bot.insight import ledger
from bot.insight.quarters import Quarter
from bot.people.keys import Keys
from bot.store.engine import Store
from bot.store.insight import counted

Live = Callable[[Connection], Catalogue | None]


def publish_overdue(store: Store, keys: Keys, now: datetime, grace: timedelta, live: Live = releases.live) -> int:
    """Publish the quarters that ended longer than `grace` ago, and return how many they were."""
    with store.read() as tx:
        today = local_day(now, releases.timezone(tx))
        open_ones = {Quarter.parse(name) for name in tx.execute(select(counted.c.quarter).distinct()).scalars()}
    overdue = sorted(one for one in open_ones if one.last + grace < today)
    for quarter in overdue:
        with store.read() as tx:
            catalogue = live(tx)
            assert catalogue is not None  # something was counted
            drafted = ledger.draft(tx, keys, catalogue, quarter, today=today)
        with store.write() as tx:
            ledger.publish(tx, keys, catalogue, quarter, today=today, now=now, drafted=drafted)
    return len(overdue)
