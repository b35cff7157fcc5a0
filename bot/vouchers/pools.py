"""Pools of single-use codes: reading a file of codes, keeping them, counting what is left."""

import secrets
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, bindparam, func, insert, select, update

from bot.store.locks import NamedLock, hold_named
from bot.store.tables import pool_code

LONGEST = 64
BATCH = 2_000  # codes written at once
HEADINGS = {"code", "codice", "codici", "codes"}


@dataclass(frozen=True)
class Stock:
    offer: str
    total: int
    free: int
    set_aside: int = 0  # by a restored backup, which cannot know whether somebody has them


@dataclass(frozen=True)
class Sifted:
    """The codes of a file in its order, and what is wrong with other lines: `line: cause` each."""

    codes: list[str]
    faults: list[str]


def sift(cells: Iterable[str]) -> Sifted:
    """Part the codes from the lines that cannot be used; empty lines and a heading are neither."""
    codes: dict[str, int] = {}
    faults: list[str] = []
    for number, cell in enumerate(cells, start=1):
        code = clean(cell)
        if not code or (number == 1 and code.lower() in HEADINGS):
            continue
        if code in codes:
            faults.append(f"{number}: {code} is already on line {codes[code]}")
        elif len(code) > LONGEST or not all(sign.isalnum() or sign in "-_." for sign in code):
            faults.append(f"{number}: {code!r} is not a code (letters, digits, - _ . , at most {LONGEST})")
        else:
            codes[code] = number
    return Sifted(list(codes), faults)


def clean(text: str) -> str:
    """Drop white space and the invisible signs that spreadsheets add (Unicode categories C and Z), and quotes."""
    return "".join(sign for sign in text if unicodedata.category(sign)[0] not in "CZ").strip("\"'")


def add(
    tx: Connection, offer: str, codes: Iterable[str], now: datetime, *, advance: Callable[[int], None] | None = None
) -> int:
    """Keep the codes that the pool does not have yet, and return how many they are with those set aside that are free.

    They are kept in an order of chance: who knows the file does not know whose turn a code was. `advance` is told of
    every batch that is written, for a progress bar.
    """
    hold_named(tx, NamedLock.CODES_IMPORT, offer)  # two imports of one file at once: the second finds all there
    known = set(tx.execute(select(pool_code.c.code).where(pool_code.c.offer == offer)).scalars())
    wanted = list(codes)
    fresh = [{"offer": offer, "code": code, "imported_at": now} for code in wanted if code not in known]
    secrets.SystemRandom().shuffle(fresh)
    for start in range(0, len(fresh), BATCH):
        batch = fresh[start : start + BATCH]
        tx.execute(insert(pool_code), batch)
        if advance:
            advance(len(batch))
    return len(fresh) + _free_again(tx, offer, set(wanted) & known)


def set_aside(tx: Connection, day: date) -> dict[str, int]:
    """Give none of the codes that are free now any more, and return how many they are of each offer."""
    free = pool_code.c.voucher.is_(None), pool_code.c.set_aside_on.is_(None), ~pool_code.c.generated
    count = select(pool_code.c.offer, func.count()).where(*free).group_by(pool_code.c.offer)
    found = {offer: int(codes) for offer, codes in tx.execute(count)}
    tx.execute(update(pool_code).where(*free).values(set_aside_on=day))
    return found


def _free_again(tx: Connection, offer: str, codes: set[str]) -> int:
    """Give codes that were set aside after all: who imports them again says that nobody has them."""
    aside = select(pool_code.c.code).where(pool_code.c.offer == offer, pool_code.c.set_aside_on.is_not(None))
    found = codes & set(tx.execute(aside).scalars())
    these = pool_code.c.offer == offer, pool_code.c.code == bindparam("_code")
    if found:
        tx.execute(update(pool_code).where(*these).values(set_aside_on=None), [{"_code": code} for code in found])
    return len(found)


def stock(tx: Connection, offers: Iterable[str]) -> list[Stock]:
    """Return how many codes each pool has and how many are free, in the order asked."""
    columns = func.count(), func.count(pool_code.c.voucher), func.count(pool_code.c.set_aside_on)
    query = select(pool_code.c.offer, *columns).where(~pool_code.c.generated).group_by(pool_code.c.offer)
    counts = {offer: (total, total - used - aside, aside) for offer, total, used, aside in tx.execute(query)}
    return [Stock(offer, *counts.get(offer, (0, 0, 0))) for offer in offers]
