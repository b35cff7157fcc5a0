"""Taking a voucher. Every promise (one code a claim, a limit for each person) is a unique key of the database."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Row,
    Select,
    UpdateBase,
    bindparam,
    func,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from bot.catalogue.interval import Interval
from bot.catalogue.model import Offer
from bot.people.keys import Keys
from bot.people.members import Person
from bot.store import journal
from bot.store.locks import NamedLock, hold_named
from bot.store.tables import person, pool_code, shared_use, voucher
from bot.vouchers import generate, seasons
from bot.vouchers.voucher import Another, Refusal, Voucher

UNLIMITED = 1_000  # turns of a person where the offer sets no limit of its own
NEWEST = voucher.c.claimed_at.desc(), voucher.c.turn.desc()  # of one offer; the ids are of chance
ATTEMPTS = 5  # at making a code that nobody has

# Statements of every claim, built once: building one takes five times as long as running it.
LOCK = (
    select(person.c.id)
    .where(person.c.id == bindparam("person"), person.c.ended_at.is_(None))
    .with_for_update(key_share=True)
)
NEW = insert(voucher).returning(voucher.c.id)
# The first code of those that came in for the offer's season; one without a first day takes those of no day too.
_SEASON = pool_code.c.valid_from.between(bindparam("first"), bindparam("last"))
_OPEN = or_(pool_code.c.valid_from.is_(None), pool_code.c.valid_from <= bindparam("last"))
FREE, FREE_OPEN = (
    select(pool_code.c.id, pool_code.c.code)
    .where(pool_code.c.offer == bindparam("offer"), *seasons.FREE, season)
    # In the index's order, else PostgreSQL sorts all that are free.
    .order_by(*seasons.IN_ORDER)
    .limit(1)
    for season in (_SEASON, _OPEN)
)
# SKIP LOCKED may pass over the last code while its claim is rolled back: look once more without it.
LOOKS = {look: (look.with_for_update(skip_locked=True), look.with_for_update()) for look in (FREE, FREE_OPEN)}
TAKE = (
    update(pool_code)
    .where(pool_code.c.id == bindparam("place"), pool_code.c.voucher.is_(None))
    .values(voucher=bindparam("number"))
)
USE = insert(shared_use).values(voucher=bindparam("number"))

# The vouchers of one offer that one user ever took: of all seasons, in any company, erased ones too.
Turns = Sequence[Row[Any]]


@dataclass(frozen=True)
class Found:
    """A code that nobody has and that this transaction alone may give; `take` writes which voucher `number` has it."""

    code: str | None
    take: UpdateBase | None = None
    place: dict[str, Any] = field(default_factory=dict)  # what `take` wants to know besides the number


@dataclass(frozen=True)
class _Had:
    """What a user had of an offer: how many in its season, the newest good one of it, and of those before."""

    count: int
    held: Voucher | None
    older: Voucher | None


def claim(
    tx: Connection,
    keys: Keys,
    offer: Offer,
    organization: str,
    me: Person,
    *,
    now: datetime,
    today: date,
    another: Another | None = None,
) -> Voucher | Refusal:
    """Give `me` a voucher of `offer`, or the one they hold already, or the limit that it met.

    `another` asks for one more than those they hold; the limits are the same: they are of the user, whichever company's
    link they came by. Must run in a writing transaction. `today` is the day in the network's time zone.
    """
    assert me.head
    # A kmzero before 0.3 had a mark for each company.
    marks = [keys.limit(offer.id, who) for who in dict.fromkeys((me.head, me.id, *me.others))]
    # A read without a lock also sees as free what another claim is just taking: what it finds empty is empty. So a
    # claim that must fail waits for nobody, and writes nothing that the disk would have to confirm.
    if offer.voucher == "pool" and not _in_stock(tx, offer):
        had = _had(_turns(tx, offer, marks), offer, today)
        return _settled(had, offer, me, today, another) or _refused(Refusal.USED_UP, had, another)
    if not lock(tx, me):
        return Refusal.NO_MEMBER
    turns = _turns(tx, offer, marks)
    had = _had(turns, offer, today)
    settled = _settled(had, offer, me, today, another)
    if settled:
        return settled
    found = _find(tx, offer, organization, now)
    if found is None:
        return _refused(Refusal.USED_UP, had, another)
    row = {"person": me.id, "mark": marks[0], "turn": _free(turns), "claimed_at": seasons.moment(today)}
    return replace(_give(tx, offer, found, row), had=had.count + 1, new=True)


def holding(tx: Connection, me: Person, offer: str, today: date) -> Voucher | None:
    """Return the newest voucher of an offer that a person holds and that is still good."""
    query = select(voucher).where(*good(me, offer, today)).order_by(*NEWEST).limit(1)
    row = tx.execute(query).mappings().first()
    return Voucher(row["offer"], row["code"], row["expires_on"]) if row else None


def held_by(tx: Connection, me: Person) -> list[Voucher]:
    """Return all vouchers of a person, the oldest first."""
    query = (
        select(voucher).where(voucher.c.person == me.id).order_by(voucher.c.claimed_at, voucher.c.offer, voucher.c.turn)
    )
    return [Voucher(row["offer"], row["code"], row["expires_on"]) for row in tx.execute(query).mappings()]


def offers_held(tx: Connection, me: Person, today: date) -> frozenset[str]:
    """Return the offers of which a person holds a voucher that is still good."""
    unexpired = or_(voucher.c.expires_on.is_(None), voucher.c.expires_on >= today)
    return frozenset(tx.execute(select(voucher.c.offer).where(voucher.c.person == me.id, unexpired)).scalars())


def good(me: Person, offer: str, today: date) -> tuple[ColumnElement[bool], ...]:
    """Say which vouchers of an offer are of a person and still good."""
    unexpired = or_(voucher.c.expires_on.is_(None), voucher.c.expires_on >= today)
    return voucher.c.person == me.id, voucher.c.offer == offer, unexpired


def lock(tx: Connection, me: Person) -> bool:
    """Let one request of a person after the other; False where the person was erased or left meanwhile.

    On SQLite the writers' lock does it. On PostgreSQL what is read after the lock sees what the one before committed.
    """
    return tx.execute(LOCK, {"person": me.id}).first() is not None


def _closed(offer: Offer, me: Person, today: date) -> Refusal | None:
    if offer.companies != "all" and me.company not in offer.companies:
        return Refusal.NOT_YOURS
    if offer.valid.first and today < offer.valid.first:
        return Refusal.NOT_YET
    if offer.valid.last and today > offer.valid.last:
        return Refusal.EXPIRED
    return None


def _turns(tx: Connection, offer: Offer, marks: Sequence[str]) -> Turns:
    values = {f"mark{place}": mark for place, mark in enumerate(marks)}
    return tx.execute(_turns_of(len(marks)), {"offer": offer.id} | values).all()


@cache
def _turns_of(marks: int) -> Select[Any]:
    """Return what finds the vouchers of so many marks: built once for each number, as the statements above."""
    some: list[BindParameter[str]] = [bindparam(f"mark{place}") for place in range(marks)]
    return select(voucher).where(voucher.c.offer == bindparam("offer"), voucher.c.mark.in_(some))


def _had(turns: Turns, offer: Offer, today: date) -> _Had:
    good = [one for one in turns if one.person and (one.expires_on is None or one.expires_on >= today)]
    count = sum(seasons.claimed_in(offer.valid, one.claimed_at) for one in turns)
    newest: dict[bool, Voucher] = {}
    for one in sorted(good, key=lambda one: (one.claimed_at, one.turn)):
        newest[seasons.claimed_in(offer.valid, one.claimed_at)] = Voucher(offer.id, one.code, one.expires_on, count)
    return _Had(count, newest.get(True), newest.get(False))


def _settled(had: _Had, offer: Offer, me: Person, today: date, another: Another | None) -> Voucher | Refusal | None:
    """Return the newest good voucher that a person holds, or the limit that they met; None where they may have one."""
    if had.held and not (another and another.is_open(had.count)):
        return had.held
    taken = Refusal.TAKEN if had.count >= (offer.per_person or UNLIMITED) else None
    refusal = _closed(offer, me, today) or taken
    return _refused(refusal, had, another) if refusal else None


def _refused(refusal: Refusal, had: _Had, another: Another | None) -> Voucher | Refusal:
    """Show who may have no new voucher one of a season before that is still good, unless they wish for one more."""
    return had.older if had.older and another is None else refusal


def _free(turns: Turns) -> int:
    """Return the first turn that is not taken: one that was given back, or the next."""
    taken = {one.turn for one in turns}
    return next(turn for turn in range(1, len(turns) + 2) if turn not in taken)


def _give(tx: Connection, offer: Offer, found: Found, row: dict[str, Any]) -> Voucher:
    given = Voucher(offer.id, found.code, offer.valid.last)
    columns = row | {"offer": given.offer, "code": given.code, "expires_on": given.expires}
    number = int(tx.execute(NEW, columns).scalar_one())
    more = {"use": found.place.get("turn"), "kind": offer.voucher, "first": offer.valid.first}
    journal.note(tx, {"given": columns | {"claimed_at": f"{row['claimed_at']:%Y-%m-%d}"} | more})
    if found.take is not None and tx.execute(found.take, found.place | {"number": number}).rowcount == 0:
        raise RuntimeError("a code was given away under its lock")
    return given


def _find(tx: Connection, offer: Offer, organization: str, now: datetime) -> Found | None:
    if offer.voucher == "none":
        return Found(None)
    if offer.voucher == "shared":
        return _shared(tx, offer)
    return _from_pool(tx, offer) if offer.voucher == "pool" else _generated(tx, offer, organization, now)


def _shared(tx: Connection, offer: Offer) -> Found | None:
    if offer.max_uses is None:
        return Found(offer.code)
    hold_named(tx, NamedLock.SHARED_CODE, offer.id)  # the uses are counted by one claim after the other
    turn = _free_use(tx, offer, offer.max_uses)
    if turn is None:
        return None
    return Found(offer.code, USE, {"offer": offer.id, "turn": turn})


def _free_use(tx: Connection, offer: Offer, most: int) -> int | None:
    """Return the first use of a shared code that nobody has, or None where all of the season are had."""
    mine = shared_use.c.offer == offer.id
    used, last = tx.execute(select(func.count(), func.coalesce(func.max(shared_use.c.turn), 0)).where(mine)).one()
    if used >= most and _used_now(tx, offer) >= most:
        return None
    if used == last:
        return int(last) + 1
    taken = set(tx.execute(select(shared_use.c.turn).where(mine)).scalars())
    return next(turn for turn in range(1, int(last) + 1) if turn not in taken)


def _used_now(tx: Connection, offer: Offer) -> int:
    """Return how many uses of a shared code were given in its season."""
    now = shared_use.c.offer == offer.id, voucher.c.claimed_at >= seasons.start(offer.valid)
    return int(tx.execute(select(func.count()).select_from(shared_use.join(voucher)).where(*now)).scalar_one())


def _in_stock(tx: Connection, offer: Offer) -> bool:
    look, values = _look(offer.valid)
    return tx.execute(look, values | {"offer": offer.id}).first() is not None


def _look(valid: Interval) -> tuple[Select[Any], dict[str, Any]]:
    """Return what finds a free code of a season, and what it wants to know."""
    last = {"last": valid.last or date.max}
    return (FREE, last | {"first": valid.first}) if valid.first else (FREE_OPEN, last)


def _from_pool(tx: Connection, offer: Offer) -> Found | None:
    look, values = _look(offer.valid)
    found = (tx.execute(locked, values | {"offer": offer.id}).first() for locked in LOOKS[look])
    row = next((row for row in found if row), None)
    return Found(row.code, TAKE, {"place": row.id}) if row else None


def number_of_chance() -> int:
    """Return the number of a code that is made here: below those of imported ones, which count up.

    In the order in which they were made they would tie vouchers together that have lost their person.
    """
    return -secrets.randbelow(2**31 - 1) - 1


def _generated(tx: Connection, offer: Offer, organization: str, now: datetime) -> Found:
    for _ in range(ATTEMPTS):
        fresh = generate.code(organization)
        made = {"id": number_of_chance(), "offer": offer.id, "code": fresh, "imported_at": now, "generated": True}
        row = insert(pool_code).values(made)
        try:
            with tx.begin_nested():
                return Found(fresh, TAKE, {"place": tx.execute(row.returning(pool_code.c.id)).scalar_one()})
        except IntegrityError:
            continue
    raise RuntimeError("no free code could be made")
