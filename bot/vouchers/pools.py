"""Pools of single-use codes: reading a file of codes, keeping them, counting what is left."""

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, insert, select

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
    """Keep the codes that the pool does not have yet and return how many they are.

    `advance` is told of every batch that is written, for a progress bar.
    """
    hold_named(tx, NamedLock.CODES_IMPORT, offer)  # two imports of one file at once: the second finds all there
    known = set(tx.execute(select(pool_code.c.code).where(pool_code.c.offer == offer)).scalars())
    fresh = [{"offer": offer, "code": code, "imported_at": now} for code in codes if code not in known]
    for start in range(0, len(fresh), BATCH):
        batch = fresh[start : start + BATCH]
        tx.execute(insert(pool_code), batch)
        if advance:
            advance(len(batch))
    return len(fresh)


def stock(tx: Connection, offers: Iterable[str]) -> list[Stock]:
    """Return how many codes each pool has and how many are free, in the order asked."""
    query = select(pool_code.c.offer, func.count(), func.count(pool_code.c.voucher)).where(~pool_code.c.generated)
    counts = {offer: (total, used) for offer, total, used in tx.execute(query.group_by(pool_code.c.offer))}
    return [Stock(offer, *_left(counts.get(offer, (0, 0)))) for offer in offers]


def _left(count: tuple[int, int]) -> tuple[int, int]:
    total, used = count
    return total, total - used
