"""Pools of single-use codes: reading a file of codes, keeping them, counting what is left."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, func, insert, select

from bot.store.tables import pool_code

LONGEST = 64


class BadCodes(Exception):
    """The file cannot be imported; each line of the message says `line: cause`."""


@dataclass(frozen=True)
class Stock:
    offer: str
    total: int
    free: int


def read_codes(file: Path) -> list[str]:
    """Read one code a line (the first column of a CSV), without BOM, spaces and invisible signs.

    Raises BadCodes for a file that is empty, holds a code twice, or a code with strange characters. OSError passes.
    """
    codes: dict[str, int] = {}
    faults: list[str] = []
    for number, line in enumerate(file.read_text(encoding="utf-8-sig").splitlines(), start=1):
        code = clean(line.partition(",")[0].partition(";")[0])
        if not code or (number == 1 and code.lower() in {"code", "codice", "codici", "codes"}):
            continue
        if code in codes:
            faults.append(f"{number}: {code} is already on line {codes[code]}")
        elif len(code) > LONGEST or not all(sign.isalnum() or sign in "-_." for sign in code):
            faults.append(f"{number}: {code!r} is not a code (letters, digits, - _ . , at most {LONGEST})")
        codes.setdefault(code, number)
    if faults:
        raise BadCodes("\n".join(faults))
    if not codes:
        raise BadCodes("1: there is no code in this file")
    return list(codes)


def clean(text: str) -> str:
    """Drop white space and the invisible signs that spreadsheets add (Unicode categories C and Z), and quotes."""
    return "".join(sign for sign in text if unicodedata.category(sign)[0] not in "CZ").strip("\"'")


def add(tx: Connection, offer: str, codes: Iterable[str], now: datetime) -> int:
    """Keep the codes that the pool does not have yet and return how many they are."""
    known = set(tx.execute(select(pool_code.c.code).where(pool_code.c.offer == offer)).scalars())
    fresh = [{"offer": offer, "code": code, "imported_at": now} for code in codes if code not in known]
    if fresh:
        tx.execute(insert(pool_code), fresh)
    return len(fresh)


def stock(tx: Connection, offers: Iterable[str]) -> list[Stock]:
    """Return how many codes each pool has and how many are free, in the order asked."""
    query = select(pool_code.c.offer, func.count(), func.count(pool_code.c.voucher)).group_by(pool_code.c.offer)
    counts = {offer: (total, used) for offer, total, used in tx.execute(query)}
    return [Stock(offer, *_left(counts.get(offer, (0, 0)))) for offer in offers]


def _left(count: tuple[int, int]) -> tuple[int, int]:
    total, used = count
    return total, total - used
