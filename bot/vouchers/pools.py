"""Pools of single-use codes: keeping them, counting what is left."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, func, select, update

from bot.store.tables import pool_code
from bot.vouchers.imports import come_in


@dataclass(frozen=True)
class Stock:
    offer: str
    total: int
    free: int
    set_aside: int = 0  # by a restored backup, which cannot know whether somebody has them


def add(tx: Connection, offer: str, codes: Iterable[str], now: datetime, *, valid_from: date | None = None) -> int:
    """Import codes and return how many came in: see bot.vouchers.imports."""
    return come_in(tx, offer, codes, now, valid_from).all


def set_aside(tx: Connection, day: date) -> dict[str, int]:
    """Give none of the codes that are free now any more, and return how many they are of each offer."""
    free = pool_code.c.voucher.is_(None), pool_code.c.set_aside_on.is_(None), ~pool_code.c.generated
    count = select(pool_code.c.offer, func.count()).where(*free).group_by(pool_code.c.offer)
    found = {offer: int(codes) for offer, codes in tx.execute(count)}
    tx.execute(update(pool_code).where(*free).values(set_aside_on=day))
    return found


def stock(tx: Connection, offers: Iterable[str]) -> list[Stock]:
    """Return how many codes each pool has and how many are free, in the order asked."""
    columns = func.count(), func.count(pool_code.c.voucher), func.count(pool_code.c.set_aside_on)
    query = select(pool_code.c.offer, *columns).where(~pool_code.c.generated).group_by(pool_code.c.offer)
    counts = {offer: (total, total - used - aside, aside) for offer, total, used, aside in tx.execute(query)}
    return [Stock(offer, *counts.get(offer, (0, 0, 0))) for offer in offers]
