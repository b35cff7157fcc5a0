"""How often each need is asked, counted by quarter without any person: no row is about one message or one day."""

import secrets
from datetime import date

from sqlalchemy import Connection, delete, func, select, update

from bot.insight.quarters import Quarter
from bot.store.inserts import insert_missing
from bot.store.tables import asked

SHARDS = 8  # rows of one count, so that many workers do not wait for one another


def note(tx: Connection, need: str, day: date) -> None:
    """Count one more question about a need. A day of few messages would say whose it was, so the quarter is kept."""
    key = {"day": Quarter.of(day).first, "need": need, "shard": secrets.randbelow(SHARDS)}
    one_more = update(asked).filter_by(**key).values(count=asked.c.count + 1)
    if not tx.execute(one_more).rowcount and not insert_missing(tx, asked, [key | {"count": 1}]):
        tx.execute(one_more)  # another worker made the row meanwhile


def frequencies(tx: Connection, since: date) -> dict[str, int]:
    """Return how often each need was asked since the quarter of a day; needs never asked are missing."""
    recent = asked.c.day >= Quarter.of(since).first
    query = select(asked.c.need, func.sum(asked.c.count)).where(recent).group_by(asked.c.need)
    return {need: int(count) for need, count in tx.execute(query)}


def sweep(tx: Connection, before: date) -> int:
    """Forget the quarters that began before `before`, and return how many rows they were."""
    return tx.execute(delete(asked).where(asked.c.day < before)).rowcount
