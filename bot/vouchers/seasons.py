"""The season of an offer: its validity as it is now, with what was claimed in it and the codes that came in for it.

No table keeps seasons. A voucher belongs to the season in which, or after whose first day, it was claimed; a code to
that in which the first day lies for which it was imported. So an end that moves takes all of it along, and a first day
that moves on begins anew.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, or_, select, update

from bot.catalogue.interval import Interval
from bot.catalogue.model import Offer
from bot.store.tables import pool_code, voucher

FREE = pool_code.c.voucher.is_(None), pool_code.c.set_aside_on.is_(None), ~pool_code.c.generated
IN_ORDER = pool_code.c.voucher, pool_code.c.set_aside_on, pool_code.c.valid_from, pool_code.c.id  # of their index


@dataclass(frozen=True)
class Season:
    """The codes of a pool: `free` of `total` can be given; `past` are free and left over, `coming` are too early."""

    offer: str
    total: int = 0
    free: int = 0
    past: int = 0
    coming: int = 0


def claimed_in(valid: Interval, claimed_at: datetime) -> bool:
    """Tell whether a voucher belongs to a validity, by the day on which it was claimed."""
    return valid.first is None or claimed_at.date() >= valid.first


def start(valid: Interval) -> datetime:
    """Return the first moment of a validity, as claims are dated."""
    return moment(valid.first or date.min)


def moment(day: date) -> datetime:
    """Return a day of the network as the column of claims keeps it."""
    return datetime.combine(day, time.min, UTC)


def place(valid: Interval, imported_for: date | None) -> int:
    """Return where codes stand that are for a first day: -1 left over, 0 of this validity, 1 of a later one."""
    if imported_for is None:
        return -1 if valid.first else 0
    if valid.first and imported_for < valid.first:
        return -1
    return 1 if valid.last and imported_for > valid.last else 0


def stock(tx: Connection, offers: Iterable[Offer]) -> list[Season]:
    """Return what each pool has, in the order asked; what was set aside is in no count."""
    known = ~pool_code.c.generated, pool_code.c.set_aside_on.is_(None)
    groups = pool_code.c.offer, pool_code.c.valid_from
    query = select(*groups, func.count(), func.count(pool_code.c.voucher)).where(*known).group_by(*groups)
    found: dict[str, list[tuple[date | None, int, int]]] = {}
    for offer, imported_for, total, given in tx.execute(query):
        found.setdefault(offer, []).append((imported_for, total, total - given))
    return [_season(offer, found.get(offer.id, [])) for offer in offers]


def _season(offer: Offer, counts: list[tuple[date | None, int, int]]) -> Season:
    total, free = 0, {-1: 0, 0: 0, 1: 0}
    for imported_for, all_of_them, left in counts:
        where = place(offer.valid, imported_for)
        total += 0 if where else all_of_them
        free[where] += left
    return Season(offer.id, total, free[0], past=free[-1], coming=free[1])


def retire(tx: Connection, offers: Iterable[Offer], today: date) -> int:
    """Set aside what is left over of seasons before, and return how many codes that were."""
    return sum(
        tx.execute(_left_over(offer).values(set_aside_on=today)).rowcount for offer in offers if offer.valid.first
    )


def _left_over(offer: Offer) -> Any:
    before = or_(pool_code.c.valid_from.is_(None), pool_code.c.valid_from < offer.valid.first)
    return update(pool_code).where(pool_code.c.offer == offer.id, *FREE, before)


def prolong(tx: Connection, offers: Iterable[Offer]) -> int:
    """Give the vouchers of each offer's season its last day where that is later than theirs, and return how many.

    What was promised is never shortened. Must run in a writing transaction.
    """
    return sum(
        tx.execute(update(voucher).where(*_sooner(one)).values(expires_on=one.valid.last)).rowcount for one in offers
    )


def _sooner(offer: Offer) -> tuple[ColumnElement[bool], ...]:
    last = offer.valid.last
    sooner = voucher.c.expires_on.is_not(None) if last is None else voucher.c.expires_on < last
    since = () if offer.valid.first is None else (voucher.c.claimed_at >= start(offer.valid),)
    return voucher.c.offer == offer.id, sooner, *since
