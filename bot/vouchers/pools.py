"""Pools of single-use codes: filling them, setting aside what is in them."""

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import Connection, func, select, update

from bot.store.tables import pool_code
from bot.vouchers.imports import come_in


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


def filled(tx: Connection) -> frozenset[str]:
    """Return the offers whose pool ever had a code."""
    return frozenset(tx.execute(select(pool_code.c.offer).where(~pool_code.c.generated).distinct()).scalars())
