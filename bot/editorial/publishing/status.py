"""How the catalogue is, for `kmzero status` and `/stato`: what people see, what failed, what will need somebody."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection

from bot.catalogue import releases
from bot.catalogue.catalogue import Catalogue, Entry
from bot.catalogue.local_time import local, local_day
from bot.catalogue.text import Language
from bot.editorial.pools import low_pools
from bot.editorial.rules.ending_soon import SOON
from bot.editorial.rules.unconfirmed import FRESH
from bot.editorial.wording import sentence
from bot.store import attempts
from bot.store.attempts import Attempt
from bot.vouchers.seasons import Season


@dataclass(frozen=True)
class Status:
    """`since` is when the release went live; `mended` tells whether a publish succeeded after the last failure."""

    number: int
    timezone: str
    since: datetime
    organizations: int
    services: int
    offers: int  # open today
    failure: Attempt | None
    mended: bool
    unconfirmed: tuple[Entry, ...]  # the longest ago first
    suspended: tuple[Entry, ...]
    full: tuple[Entry, ...]
    silent: tuple[Entry, ...]
    ending: int  # offers that end within SOON
    low: tuple[Season, ...]  # the emptiest first
    demonstration: bool = False


def status(tx: Connection, now: datetime) -> Status | None:
    """Return how the catalogue is, or None before the first release."""
    number = releases.current_number(tx)
    return None if number is None else status_of(tx, releases.load(tx, number)[0], now)


def status_of(tx: Connection, catalogue: Catalogue, now: datetime) -> Status:
    """Return how the catalogue is that is live."""
    number, zone = catalogue.number, catalogue.network.timezone
    today = local_day(now, zone)
    failure, success = attempts.last_failure(tx), attempts.last_success(tx)
    offers = [offer for _, offer in catalogue.offers.values()]
    entries = catalogue.entries.values()
    return Status(
        number=number,
        timezone=zone,
        since=success.at if success and success.release == number else releases.published_at(tx, number),
        organizations=len(catalogue.release.organizations),
        services=len(catalogue.entries),
        offers=sum(offer.valid.holds(today) for offer in offers),
        failure=failure,
        mended=bool(failure and success and success.at > failure.at),
        unconfirmed=tuple(_unconfirmed(catalogue, today)),
        suspended=tuple(entry for entry in entries if entry.service.suspended),
        full=tuple(entry for entry in entries if entry.service.full(today)),
        silent=tuple(entry for entry in entries if entry.service.silent),
        ending=sum(_ends(offer.valid.last, today) for offer in offers),
        low=tuple(low_pools(tx, catalogue.release, today)),
        demonstration=catalogue.network.demonstration,
    )


def _unconfirmed(catalogue: Catalogue, today: date) -> list[Entry]:
    oldest = date.min  # of who was never confirmed
    old = (one for one in catalogue.entries.values() if today - (one.service.checked_on or oldest) > FRESH)
    return sorted(old, key=lambda one: one.service.checked_on or oldest)


def _ends(last: date | None, today: date) -> bool:
    return last is not None and timedelta() <= last - today <= SOON


def lines(found: Status, language: Language) -> list[str]:
    """Return a status in words, a line for each thing to know."""
    live: dict[str, str | int] = {"since": _moment(found.since, found), "number": found.number}
    live |= {"services": found.services, "organizations": found.organizations, "offers": found.offers}
    todo = list(_todo(found, language))
    invented = [sentence("status-demonstration", language, {})] if found.demonstration else []
    return [sentence("status-live", language, live), *invented, *(todo or [sentence("status-well", language, {})])]


def _todo(found: Status, language: Language) -> Iterator[str]:
    if failure := found.failure:
        values: dict[str, str | int] = {"at": _moment(failure.at, found), "problems": failure.problems}
        variant = "mended" if found.mended else ""
        yield sentence("status-failed", language, {**values, "first": failure.first or "-"}, variant)
    if found.unconfirmed:
        yield sentence("status-unconfirmed", language, {"n": len(found.unconfirmed), "days": FRESH.days})
    for how, those in (("suspended", found.suspended), ("full", found.full), ("silent", found.silent)):
        if those:
            yield sentence(f"status-{how}", language, {"n": len(those)})
    if found.ending:
        yield sentence("status-ending", language, {"n": found.ending, "days": SOON.days})
    for pool in found.low:
        counts: dict[str, str | int] = {"offer": pool.offer, "free": pool.free, "total": pool.total}
        yield sentence("status-pool", language, counts, "" if pool.free else "empty")


def _moment(moment: datetime, found: Status) -> str:
    return f"{local(moment, found.timezone):%Y-%m-%d %H:%M}"
