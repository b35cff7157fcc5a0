"""Imports of codes: each has a number, is weighed against what is there before it comes in, and can be undone."""

import secrets
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from bot.catalogue.model import Offer
from bot.store import journal
from bot.store.locks import NamedLock, hold_named
from bot.store.tables import code_import, pool_code
from bot.vouchers.doubts import Doubt, some
from bot.vouchers.one_code import skeleton


@dataclass(frozen=True)
class CameIn:
    """What an import did: `number` is none where nothing came in; `moved` are those of an older validity."""

    number: int | None
    fresh: int = 0
    moved: int = 0
    again: int = 0  # that a restored backup had set aside: who imports them says that nobody has them
    there: int = 0

    @property
    def all(self) -> int:
        return self.fresh + self.moved + self.again


@dataclass(frozen=True)
class Import:
    """A line of the list: of its `codes`, `given` are with people and `free` could still be given."""

    number: int
    offer: str
    at: datetime
    role: int | None
    codes: int
    given: int
    free: int
    undone: datetime | None
    organization: str | None = None


@dataclass(frozen=True)
class Undone:
    """What was taken away, and the codes that people have."""

    offer: str
    codes: int
    given: list[str] = field(default_factory=list)


class NotUndone(Exception):
    """There is no such import (`no-import`), or it was undone before (`undone-before`)."""


def known(tx: Connection, offer: str, codes: Collection[str]) -> int:
    """Return how many of these codes a pool has, in anybody's hand or in nobody's."""
    mine = select(pool_code.c.code).where(pool_code.c.offer == offer)
    return len(set(codes).intersection(tx.execute(mine).scalars()))


def weigh(
    tx: Connection, offer: str, codes: Collection[str], offers: Iterable[Offer], *, only: bool = False
) -> list[Doubt]:
    """Return what is doubtful about codes beside those that are there, and the shared ones of the live offers.

    A code that another offer has is another shop's, or this is another offer's file. With `only`, nothing is said of
    the codes of other offers than these.
    """
    live = list(offers)
    beside = select(pool_code.c.offer, pool_code.c.code)
    if only:
        beside = beside.where(pool_code.c.offer.in_([one.id for one in live]))
    shared = {one.code: one.id for one in live if one.code}
    wanted, alike = set(codes), {skeleton(code): code for code in codes}
    others: dict[str, list[str]] = defaultdict(list)
    near: list[str] = []
    for row in tx.execute(beside):
        if row.offer != offer:
            if row.code in wanted:
                others[row.offer].append(row.code)
        elif row.code not in wanted and (twin := alike.get(skeleton(row.code))):
            near.append(f"{twin} = {row.code}")
    for code in wanted & shared.keys():
        others[shared[code]].append(code)
    found = [Doubt("elsewhere", {"offer": of, "count": len(all_), "codes": some(all_)}) for of, all_ in others.items()]
    return [*found, Doubt("near", {"count": len(near), "codes": some(near)})] if near else found


def come_in(  # noqa: PLR0917 - as bot.vouchers.pools.add
    tx: Connection,
    offer: str,
    codes: Iterable[str],
    now: datetime,
    valid_from: date | None = None,
    role: int | None = None,
) -> CameIn:
    """Keep the codes that the pool does not have yet, for the validity that begins on `valid_from`.

    They are kept in an order of chance: who knows the file does not know whose turn a code was. Those that are there
    and in nobody's hand move to this validity.
    """
    hold_named(tx, NamedLock.CODES_IMPORT, offer)  # two imports of one file at once: the second finds all there
    mine = select(pool_code.c.code, pool_code.c.voucher, pool_code.c.set_aside_on, pool_code.c.valid_from)
    known = {row.code: row for row in tx.execute(mine.where(pool_code.c.offer == offer))}
    wanted = list(dict.fromkeys(codes))
    fresh = [code for code in wanted if code not in known]
    idle = [known[code] for code in wanted if code in known and known[code].voucher is None]
    aside = [row.code for row in idle if row.set_aside_on is not None]
    older = [row.code for row in idle if row.set_aside_on is None and row.valid_from != valid_from]
    if not (fresh or aside or older):
        return CameIn(None, there=len(wanted))
    count = len(fresh) + len(older) + len(aside)
    number = numbered(tx, offer, now, role, count)
    values = {"import_number": number, "valid_from": valid_from}
    move(tx, offer, [*aside, *older], values)
    secrets.SystemRandom().shuffle(fresh)
    if fresh:
        tx.execute(insert(pool_code), [{"offer": offer, "code": code, "imported_at": now} | values for code in fresh])
    return CameIn(number, len(fresh), len(older), len(aside), len(wanted) - count)


def numbered(tx: Connection, offer: str, now: datetime, role: int | None, codes: int) -> int:
    """Note an import and return its number."""
    row = {"offer": offer, "imported_at": now, "role": role, "codes": codes}
    return int(tx.execute(insert(code_import).values(row).returning(code_import.c.number)).scalar_one())


def move(tx: Connection, offer: str, codes: Sequence[str], values: Mapping[str, object]) -> None:
    """Let codes that are there belong to this import; one that was given meanwhile stays where it is."""
    free = pool_code.c.offer == offer, pool_code.c.code == bindparam("_code"), pool_code.c.voucher.is_(None)
    if codes:
        moving = update(pool_code).where(*free).values(set_aside_on=None, **values)
        tx.execute(moving, [{"_code": code} for code in codes])


def listing(tx: Connection, number: int | None = None) -> list[Import]:
    """Return all imports, or one, the newest first."""
    mine = pool_code.c.import_number == code_import.c.number
    given = select(func.count(pool_code.c.voucher)).where(mine).scalar_subquery()
    free = select(func.count()).where(mine, pool_code.c.voucher.is_(None)).scalar_subquery()
    query = select(code_import, given.label("given"), free.label("free")).order_by(code_import.c.number.desc())
    rows = tx.execute(query if number is None else query.where(code_import.c.number == number))
    return [
        Import(r.number, r.offer, r.imported_at, r.role, r.codes, r.given, r.free, r.undone_at, r.organization)
        for r in rows
    ]


def by_organization(tx: Connection, number: int, organization: str) -> None:
    """Note that an import is an organization's own."""
    tx.execute(update(code_import).where(code_import.c.number == number).values(organization=organization))


def undo(tx: Connection, number: int, now: datetime) -> Undone:
    """Take away the codes of an import that nobody has; those that are given stay, and are never free again.

    Raises NotUndone. On PostgreSQL a claim in course is waited for: its code is then given, or goes.
    """
    one = tx.execute(select(code_import).where(code_import.c.number == number).with_for_update()).first()
    if one is None or one.undone_at is not None:
        raise NotUndone("no-import" if one is None else "undone-before")
    hold_named(tx, NamedLock.CODES_IMPORT, one.offer)
    codes = _take_away(tx, number, now)
    mine = select(pool_code.c.code).where(pool_code.c.import_number == number).order_by(pool_code.c.code)
    given = list(tx.execute(mine).scalars())
    same = {"number": number, "offer": one.offer, "imported_at": one.imported_at.isoformat(), "codes": one.codes}
    journal.note(tx, {"undone": same | {"given": given}})
    return Undone(one.offer, codes, given)


def undo_again(tx: Connection, told: Mapping[str, Any], now: datetime) -> None:
    """Undo in a restored database what was undone since.

    One that came in after the backup is not there: of its codes only those that people have, which must not get free.
    """
    offer, when = told["offer"], datetime.fromisoformat(told["imported_at"])
    same = code_import.c.number == told["number"], code_import.c.offer == offer, code_import.c.imported_at == when
    number = tx.execute(select(code_import.c.number).where(*same)).scalar()
    if number is None:
        number = numbered(tx, offer, when, None, told["codes"])
        given = pool_code.c.offer == offer, pool_code.c.code.in_(told["given"])
        tx.execute(update(pool_code).where(*given).values(import_number=number))
    _take_away(tx, number, now)


def _take_away(tx: Connection, number: int, now: datetime) -> int:
    tx.execute(update(code_import).where(code_import.c.number == number).values(undone_at=now))
    free = pool_code.c.import_number == number, pool_code.c.voucher.is_(None)
    return tx.execute(delete(pool_code).where(*free)).rowcount
