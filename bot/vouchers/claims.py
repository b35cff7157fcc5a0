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

from bot.catalogue.model import Offer
from bot.people.keys import Keys
from bot.people.members import Person
from bot.store import journal
from bot.store.locks import NamedLock, hold_named
from bot.store.tables import person, pool_code, shared_use, voucher
from bot.vouchers import generate
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
FREE = (
    select(pool_code.c.id, pool_code.c.code)
    .where(
        pool_code.c.offer == bindparam("offer"),
        pool_code.c.voucher.is_(None),
        pool_code.c.set_aside_on.is_(None),
        ~pool_code.c.generated,
    )
    # In the index's order, else PostgreSQL sorts all that are free.
    .order_by(pool_code.c.voucher, pool_code.c.set_aside_on, pool_code.c.id)
    .limit(1)
)
# SKIP LOCKED may pass over the last code while its claim is rolled back: look once more without it.
LOOKS = FREE.with_for_update(skip_locked=True), FREE.with_for_update()
TAKE = (
    update(pool_code)
    .where(pool_code.c.id == bindparam("place"), pool_code.c.voucher.is_(None))
    .values(voucher=bindparam("number"))
)
USE = insert(shared_use).values(voucher=bindparam("number"))

Turns = Sequence[Row[Any]]  # the vouchers of one offer that one user ever took, in any company, erased ones too


@dataclass(frozen=True)
class Found:
    """A code that nobody has and that this transaction alone may give; `take` writes which voucher `number` has it."""

    code: str | None
    take: UpdateBase | None = None
    place: dict[str, Any] = field(default_factory=dict)  # what `take` wants to know besides the number


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
    if offer.voucher == "pool" and tx.execute(FREE, {"offer": offer.id}).first() is None:
        return _settled(_turns(tx, offer, marks), offer, me, today, another) or Refusal.USED_UP
    if not lock(tx, me):
        return Refusal.NO_MEMBER
    turns = _turns(tx, offer, marks)
    settled = _settled(turns, offer, me, today, another)
    if settled:
        return settled
    found = _find(tx, offer, organization, now)
    if found is None:
        return Refusal.USED_UP
    row = {"person": me.id, "mark": marks[0], "turn": _free(turns), "claimed_at": now}
    return replace(_give(tx, offer, found, row), had=len(turns) + 1)


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


def _settled(turns: Turns, offer: Offer, me: Person, today: date, another: Another | None) -> Voucher | Refusal | None:
    """Return the newest good voucher that a person holds, or the limit that they met; None where they may have one."""
    held = [one for one in turns if one.person and (one.expires_on is None or one.expires_on >= today)]
    if held and not (another and another.is_open(len(turns))):
        newest = max(held, key=lambda one: (one.claimed_at, one.turn))
        return Voucher(offer.id, newest.code, newest.expires_on, len(turns))
    if refusal := _closed(offer, me, today):
        return refusal
    return Refusal.TAKEN if len(turns) >= (offer.per_person or UNLIMITED) else None


def _free(turns: Turns) -> int:
    """Return the first turn that is not taken: one that was given back, or the next."""
    taken = {one.turn for one in turns}
    return next(turn for turn in range(1, len(turns) + 2) if turn not in taken)


def _give(tx: Connection, offer: Offer, found: Found, row: dict[str, Any]) -> Voucher:
    given = Voucher(offer.id, found.code, offer.valid.last)
    columns = row | {"offer": given.offer, "code": given.code, "expires_on": given.expires}
    number = int(tx.execute(NEW, columns).scalar_one())
    day, use = f"{row['claimed_at']:%Y-%m-%d}", found.place.get("turn")
    journal.note(tx, {"given": columns | {"claimed_at": day, "use": use, "kind": offer.voucher}})
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
    turn = _free_turn(tx, offer.id, offer.max_uses)
    if turn is None:
        return None
    return Found(offer.code, USE, {"offer": offer.id, "turn": turn})


def _free_turn(tx: Connection, offer: str, most: int) -> int | None:
    """Return the next turn of a shared code, or one that was given back, or None where all are used."""
    mine = shared_use.c.offer == offer
    used, last = tx.execute(select(func.count(), func.coalesce(func.max(shared_use.c.turn), 0)).where(mine)).one()
    if used >= most:
        return None
    if last < most:
        return int(last) + 1
    taken = set(tx.execute(select(shared_use.c.turn).where(mine)).scalars())
    return next(turn for turn in range(1, most + 1) if turn not in taken)


def _from_pool(tx: Connection, offer: Offer) -> Found | None:
    row = next((row for look in LOOKS if (row := tx.execute(look, {"offer": offer.id}).first())), None)
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
