"""How often each need is asked, counted by day without any person: no row is about one message."""

from datetime import date

from sqlalchemy import Connection, func, select, update

from bot.store.inserts import insert_missing
from bot.store.tables import asked

SHARDS = 8  # rows of one count, so that many workers do not wait for one another


def note(tx: Connection, need: str, day: date, shard: int) -> None:
    """Count one more question about a need. `shard` is any number; it only spreads the load."""
    key = {"day": day, "need": need, "shard": shard % SHARDS}
    one_more = update(asked).filter_by(**key).values(count=asked.c.count + 1)
    if not tx.execute(one_more).rowcount and not insert_missing(tx, asked, [key | {"count": 1}]):
        tx.execute(one_more)  # another worker made the row meanwhile


def frequencies(tx: Connection, since: date) -> dict[str, int]:
    """Return how often each need was asked since a day; needs never asked are missing."""
    query = select(asked.c.need, func.sum(asked.c.count)).where(asked.c.day >= since).group_by(asked.c.need)
    return {need: int(count) for need, count in tx.execute(query)}
