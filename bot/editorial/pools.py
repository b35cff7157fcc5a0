"""The files of codes that a knowledge folder may bring: `pools/<offer id>.csv`, one code a line.

Real codes never live in Git: these are the invented ones of an invented network, imported once into an empty pool.
This is the one module of editorial that knows vouchers.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from bot.catalogue.model import Release
from bot.editorial.files import read_bytes, shown
from bot.editorial.problem import Position, Problem
from bot.editorial.tree import MAX_BYTES, Unreadable
from bot.vouchers.pools import BadCodes, Stock, add, read_codes, stock

LOW = 25  # percent of a pool: one of the levels of bot.vouchers.alarms
Pools = dict[str, list[str]]


def read_pools(folder: Path, release: Release) -> tuple[Pools, list[Problem]]:
    """Return the codes of every pool offer that has a file, and what is wrong with the files."""
    offers = set(_pool_offers(release))
    pools: Pools = {}
    problems: list[Problem] = []
    for file in _files(folder / "pools"):
        if file.stem not in offers:
            problems.append(_fault(file, 1, "nobody", offer=file.stem))
            continue
        try:
            pools[file.stem] = _codes(file, folder)
        except Unreadable as error:
            problems.append(error.problem)
        except BadCodes as error:
            problems += _faults(file, str(error))
    return pools, problems


def import_pools(tx: Connection, pools: Pools, now: datetime) -> int:
    """Fill the pools that never had a code and return how many codes came in. The transaction is the caller's."""
    empty = [pool.offer for pool in stock(tx, pools) if pool.total == 0]
    return sum(add(tx, offer, pools[offer], now) for offer in empty)


def low_pools(tx: Connection, release: Release) -> list[Stock]:
    """Return the pools of a release of which at most LOW is left, the emptiest first."""
    found = stock(tx, list(_pool_offers(release)))
    return sorted(
        (pool for pool in found if pool.free * 100 <= LOW * pool.total), key=lambda pool: (pool.free, pool.offer)
    )


def _pool_offers(release: Release) -> Iterator[str]:
    for organization in release.organizations:
        for service in organization.services:
            yield from (offer.id for offer in service.offers if offer.voucher == "pool")


def _files(folder: Path) -> Iterable[Path]:
    return sorted(folder.glob("*.csv")) if folder.is_dir() else ()


def _codes(file: Path, folder: Path) -> list[str]:
    data = read_bytes(file, folder)
    if len(data) > MAX_BYTES:
        raise Unreadable(Problem(Position(shown(file)), "too-big", values={"limit": MAX_BYTES // 1_000_000}))
    try:
        return read_codes(file)
    except UnicodeDecodeError:
        raise Unreadable(Problem(Position(shown(file)), "not-utf8")) from None


def _faults(file: Path, message: str) -> Iterator[Problem]:
    """Turn the lines `number: cause` of BadCodes into problems."""
    numbers = [int(number) for number in re.findall(r"^(\d+): ", message, flags=re.MULTILINE)]
    empty = "no code" in message
    yield from (_fault(file, number, "empty" if empty else "line") for number in numbers)


def _fault(file: Path, line: int, variant: str, **values: str) -> Problem:
    return Problem(Position(shown(file), line), "bad-codes", values=dict(values), variant=variant)
