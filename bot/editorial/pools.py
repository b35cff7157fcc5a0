"""Codes and the catalogue: imports that the audit notes, what a folder brings (`pools/<offer id>.csv`), ends that move.

Real codes never live in Git: these are the invented ones of an invented network, imported once into an empty pool.
This is the one module of editorial that knows vouchers.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from pathlib import PurePosixPath

from sqlalchemy import Connection

from bot.catalogue.model import Offer, Release
from bot.editorial import audit
from bot.editorial.audit import Deed
from bot.editorial.folder.files import Files
from bot.editorial.problem import Position, Problem
from bot.editorial.tree import MAX_BYTES
from bot.store.engine import Store
from bot.vouchers import imports, large_imports, seasons
from bot.vouchers.finding import Understood, understood
from bot.vouchers.imports import CameIn, Undone
from bot.vouchers.large_imports import LARGE
from bot.vouchers.pools import add, filled
from bot.vouchers.seasons import Season
from bot.vouchers.sheets import Unreadable

LOW = 25  # percent of a pool: one of the levels of bot.vouchers.alarms
Pools = dict[str, list[str]]


def read_pools(files: Files, release: Release) -> tuple[Pools, list[Problem]]:
    """Return the codes of every pool offer that has a file, and what is wrong with the files."""
    offers = {offer.id for offer in _pool_offers(release)}
    pools: Pools = {}
    problems: list[Problem] = []
    for name, content in files.pools.items():
        offer, place = PurePosixPath(name).stem, files.place(name)
        if offer not in offers:
            problems.append(_fault(place, 1, "nobody", offer=offer))
            continue
        pools[offer], faults = _codes(content, place)
        problems += faults
    return pools, problems


def import_pools(tx: Connection, pools: Pools, release: Release, now: datetime) -> int:
    """Fill the pools that never had a code and return how many codes came in. The transaction is the caller's."""
    had = filled(tx)
    offers = (offer for offer in _pool_offers(release) if offer.id in pools and offer.id not in had)
    return sum(add(tx, offer.id, pools[offer.id], now, valid_from=offer.valid.first) for offer in offers)


def take_in(
    store: Store,
    offer: Offer,
    codes: Sequence[str],
    now: datetime,
    *,
    release: int,
    role: int | None,
    first: date | None,
    organization: str | None = None,
    also: Callable[[Connection, CameIn], None] = lambda _tx, _came: None,
) -> CameIn:
    """Import codes for the validity that begins on `first`, and note who did it: a coordinator or an organization.

    `release` is the live one's number. `also` is done with it in the same transaction; of very many codes, in the last
    one.
    """
    large = len(codes) > LARGE
    found = large_imports.come_in(store, offer.id, codes, now, first, role) if large else None
    with store.write() as tx:
        came = found or imports.come_in(tx, offer.id, codes, now, first, role)
        if came.number:
            deed = Deed("import-codes", offer.id, f"import {came.number}", new=str(came.all))
            audit.note(tx, [deed], role=role, organization=organization, release=release, now=now)
            if organization:
                imports.by_organization(tx, came.number, organization)
        also(tx, came)
    return came


def take_back(
    tx: Connection, number: int, now: datetime, *, release: int, role: int | None, organization: str | None = None
) -> Undone:
    """Undo an import, and note who did it. Raises bot.vouchers.imports.NotUndone."""
    done = imports.undo(tx, number, now)
    deed = Deed("undo-codes", done.offer, f"import {number}", new=str(done.codes))
    audit.note(tx, [deed], role=role, organization=organization, release=release, now=now)
    return done


def prolong(tx: Connection, release: Release) -> int:
    """Give vouchers in hand the end of their offer where it is later. The transaction is the caller's."""
    return seasons.prolong(tx, _offers(release))


def _pools_of(tx: Connection, release: Release, today: date) -> list[Season]:
    """Return the pools of the offers that are not over."""
    going_on = (one for one in _pool_offers(release) if one.valid.last is None or one.valid.last >= today)
    return seasons.stock(tx, going_on)


def wanting(tx: Connection, release: Release, pools: Pools, today: date) -> list[Season]:
    """Return the pools that will have nothing to give when a release is live, and those with codes left over.

    `pools` are the files that come with it, for pools that never had a code.
    """
    coming = {offer for offer, codes in pools.items() if codes} - filled(tx)
    return [one for one in _pools_of(tx, release, today) if one.past or (one.free == 0 and one.offer not in coming)]


def low_pools(tx: Connection, release: Release, today: date) -> list[Season]:
    """Return the pools of a release of which at most LOW is left in their season, the emptiest first."""
    low = (pool for pool in _pools_of(tx, release, today) if pool.free * 100 <= LOW * pool.total)
    return sorted(low, key=lambda pool: (pool.free, pool.offer))


def _pool_offers(release: Release) -> Iterator[Offer]:
    return (offer for offer in _offers(release) if offer.voucher == "pool")


def _offers(release: Release) -> Iterator[Offer]:
    for organization in release.organizations:
        for service in organization.services:
            yield from service.offers


def _codes(content: bytes | Problem, place: str) -> tuple[list[str], list[Problem]]:
    if isinstance(content, Problem):
        return [], [content]
    if len(content) > MAX_BYTES:
        return [], [Problem(Position(place), "too-big", values={"limit": MAX_BYTES // 1_000_000})]
    try:
        found = understood(place, content, date.min)  # a folder's codes are for as long as its offers
    except Unreadable:
        return [], [_fault(place, 1, "empty")]
    return found.codes, list(_faults(found, place))


def _faults(found: Understood, place: str) -> Iterator[Problem]:
    """Yield what keeps the codes of a folder out: nobody is asked while it is published."""
    lines = [one.row for one in found.left_out if one in found.bad or one.why == "twice"]
    yield from (_fault(place, line, "line") for line in lines)
    if not lines and (found.doubts or not found.codes):
        yield _fault(place, 1, "doubt" if found.doubts else "empty")


def _fault(place: str, line: int, variant: str, **values: str) -> Problem:
    return Problem(Position(place, line), "bad-codes", values=dict(values), variant=variant)
