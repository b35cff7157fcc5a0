"""Published catalogues: immutable, numbered, one of them current."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from pydantic import BaseModel
from sqlalchemy import Connection, func, insert, or_, select, update

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.collector import uncollected
from bot.catalogue.evaluation import Evaluation
from bot.catalogue.local_time import HOME, local_day
from bot.catalogue.model import Company, Network, Release
from bot.store.companies import known_company
from bot.store.evaluation import evaluation
from bot.store.inserts import insert_missing
from bot.store.tables import current, release

LARGEST = 2**31 - 1  # the largest number that a database takes for a release's
_LIVE = select(release.c.number, release.c.document).join(current, current.c.number == release.c.number)
ABSENCE = timedelta(days=14)  # of a company from the catalogue, before the memberships of its people end


@dataclass(frozen=True)
class Published:
    """A line of the list of releases."""

    number: int
    published_at: datetime
    digest: str
    is_current: bool


class NoSuchRelease(Exception):
    """There is no release with this number."""


class _Head(BaseModel):
    """So much of a release as is read without the rest."""

    network: Network


def current_number(tx: Connection) -> int | None:
    """Return the number of the release that is live, or None before the first."""
    return tx.execute(select(current.c.number)).scalar()


def load(tx: Connection, number: int) -> tuple[Catalogue, bytes]:
    """Return a release and what understanding learned from it. Raises NoSuchRelease."""
    query = select(release.c.document, release.c.engine).where(release.c.number == number)
    row = tx.execute(query).first() if abs(number) <= LARGEST else None
    if row is None:
        raise NoSuchRelease(number)
    return _read(number, row.document), row.engine


def live(tx: Connection) -> Catalogue | None:
    """Return the release that is live, or None before the first."""
    row = tx.execute(_LIVE).first()
    return None if row is None else _read(row.number, row.document)


def _read(number: int, document: str) -> Catalogue:
    with uncollected():
        return Catalogue(number, Release.model_validate_json(document))


def engine_of(tx: Connection, number: int) -> bytes:
    """Return what understanding learned from a release. Raises NoSuchRelease."""
    engine = tx.execute(select(release.c.engine).where(release.c.number == number)).scalar()
    if engine is None:
        raise NoSuchRelease(number)
    return bytes(engine)


def add(tx: Connection, content: Release, engine: bytes, now: datetime) -> int:
    """Write a whole release and make it the current one. Returns its number. The transaction is the caller's."""
    document = content.model_dump_json(by_alias=True, exclude_defaults=True)
    number = int(tx.execute(select(func.coalesce(func.max(release.c.number), 0))).scalar_one()) + 1
    digest = sha256(document.encode()).hexdigest()
    tx.execute(insert(release).values(number=number, published_at=now, digest=digest, document=document, engine=engine))
    point_to(tx, number)
    _know(tx, content.companies, now)
    expect(tx, content.evaluation)
    return number


def companies_ever(tx: Connection) -> dict[str, str]:
    """Return the names of all companies that a release ever had, by id."""
    return {row.id: row.name for row in tx.execute(select(known_company))}


def timezone(tx: Connection) -> str:
    """Return the time zone of the network that is live, or that of the house before the first release."""
    row = tx.execute(_LIVE).first()
    return _Head.model_validate_json(row.document).network.timezone if row else HOME


def gone_before(tx: Connection, moment: datetime) -> list[str]:
    """Return the ids of the companies that were in the network at no time since `moment`."""
    day = local_day(moment, timezone(tx))
    over = or_(known_company.c.gone_at < moment, known_company.c.last_day < day)
    return list(tx.execute(select(known_company.c.id).where(over)).scalars())


def has_left(tx: Connection, company: str, moment: datetime) -> bool:
    """Tell whether a company that is not in the catalogue has left for good: its last day is over, or it is long away.

    A release without it may be a slip, or a way back to an older one.
    """
    row = tx.execute(select(known_company).where(known_company.c.id == company)).first()
    if row is None or (row.last_day and row.last_day < local_day(moment, timezone(tx))):
        return True
    return row.gone_at is not None and row.gone_at + ABSENCE < moment


def _know(tx: Connection, companies: Iterable[Company], now: datetime) -> None:
    """Keep the companies of a release for good, and note which ones it lacks."""
    names = set()
    for company in companies:
        names.add(company.id)
        values = {"name": company.name, "last_day": company.member.last, "gone_at": None}
        if tx.execute(update(known_company).where(known_company.c.id == company.id).values(**values)).rowcount == 0:
            tx.execute(insert(known_company).values(id=company.id, **values))
    lacking = known_company.c.id.not_in(names) & known_company.c.gone_at.is_(None)
    tx.execute(update(known_company).where(lacking).values(gone_at=now))


def expect(tx: Connection, written: Evaluation | None) -> None:
    """Keep until when an evaluation of a release lasts: what is counted for it goes some time later."""
    if written:
        row = {"id": written.id, "ends_on": written.last}
        if not insert_missing(tx, evaluation, [row]):
            tx.execute(update(evaluation).where(evaluation.c.id == written.id).values(row))


def renew(tx: Connection, number: int, engine: bytes) -> None:
    """Replace what was learned from a release; its content never changes."""
    tx.execute(update(release).where(release.c.number == number).values(engine=engine))


def point_to(tx: Connection, number: int) -> None:
    """Make a release the current one. Raises NoSuchRelease."""
    if tx.execute(select(release.c.number).where(release.c.number == number)).first() is None:
        raise NoSuchRelease(number)
    if tx.execute(update(current).values(number=number)).rowcount == 0:
        tx.execute(insert(current).values(id=1, number=number))


def go_back_to(tx: Connection, number: int, now: datetime) -> Release:
    """Make an older release the current one, and return it; the companies that it lacks are away from now on.

    Raises NoSuchRelease.
    """
    point_to(tx, number)
    document = tx.execute(select(release.c.document).where(release.c.number == number)).scalar_one()
    content = _read(number, document).release
    _know(tx, content.companies, now)
    expect(tx, content.evaluation)
    return content


def published_at(tx: Connection, number: int) -> datetime:
    """Return when a release was published. Raises NoSuchRelease."""
    moment: datetime | None = tx.execute(select(release.c.published_at).where(release.c.number == number)).scalar()
    if moment is None:
        raise NoSuchRelease(number)
    return moment


def before(tx: Connection, number: int) -> int | None:
    """Return the number of the release before this one, or None where it is the first."""
    return tx.execute(select(func.max(release.c.number)).where(release.c.number < number)).scalar()


def listing(tx: Connection) -> list[Published]:
    """Return every release, the newest first."""
    live = current_number(tx)
    query = select(release.c.number, release.c.published_at, release.c.digest).order_by(release.c.number.desc())
    return [Published(row.number, row.published_at, row.digest, row.number == live) for row in tx.execute(query)]
