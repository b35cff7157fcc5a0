"""Taking a voucher. Every promise (one code a claim, a limit for each person) is a unique key of the database."""

from datetime import date, datetime

from sqlalchemy import ColumnElement, Connection, Select, func, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from bot.catalogue.model import Offer
from bot.people.keys import Keys
from bot.people.members import Person
from bot.store.locks import hold
from bot.store.tables import person, pool_code, shared_use, voucher
from bot.vouchers import generate
from bot.vouchers.voucher import Refusal, Voucher

UNLIMITED = 1_000  # turns of a person where the offer sets no limit of its own
ATTEMPTS = 5  # at making a code that nobody has
ROOM = 7_226_002  # an arbitrary number of ours: the first key of the advisory locks of shared codes


def claim(
    tx: Connection, keys: Keys, offer: Offer, organization: str, me: Person, *, now: datetime, today: date
) -> Voucher | Refusal:
    """Give `me` a voucher of `offer`, or the one they hold already, or the limit that it met.

    Must run in a writing transaction. `today` is the day in the network's time zone.
    """
    if not lock(tx, me):
        return Refusal.NO_MEMBER
    held = holding(tx, me, offer.id, today)
    if held:
        return held
    refusal = _closed(offer, me, today)
    if refusal:
        return refusal
    with tx.begin_nested() as step:
        number = _turn(tx, keys, offer, me, now)
        if number is None:
            step.rollback()
            return Refusal.TAKEN
        found = _code(tx, offer, organization, number, now)
        if isinstance(found, Refusal):
            step.rollback()
            return found
    return Voucher(offer.id, found, offer.valid.last)


def holding(tx: Connection, me: Person, offer: str, today: date) -> Voucher | None:
    """Return the newest voucher of an offer that a person holds and that is still good."""
    query = select(voucher).where(*good(me, offer, today)).order_by(voucher.c.id.desc()).limit(1)
    row = tx.execute(query).mappings().first()
    return Voucher(row["offer"], row["code"], row["expires_on"]) if row else None


def held_by(tx: Connection, me: Person) -> list[Voucher]:
    """Return all vouchers of a person, the oldest first."""
    query = select(voucher).where(voucher.c.person == me.id).order_by(voucher.c.id)
    return [Voucher(row["offer"], row["code"], row["expires_on"]) for row in tx.execute(query).mappings()]


def good(me: Person, offer: str, today: date) -> tuple[ColumnElement[bool], ...]:
    """Say which vouchers of an offer are of a person and still good."""
    unexpired = or_(voucher.c.expires_on.is_(None), voucher.c.expires_on >= today)
    return voucher.c.person == me.id, voucher.c.offer == offer, unexpired


def lock(tx: Connection, me: Person) -> bool:
    """Let one request of a person after the other; False where the person was erased or left meanwhile.

    On SQLite the writers' lock does it. On PostgreSQL what is read after the lock sees what the one before committed.
    """
    mine = select(person.c.id).where(person.c.id == me.id, person.c.ended_at.is_(None)).with_for_update(key_share=True)
    return tx.execute(mine).first() is not None


def _closed(offer: Offer, me: Person, today: date) -> Refusal | None:
    if offer.companies != "all" and me.company not in offer.companies:
        return Refusal.NOT_YOURS
    if offer.valid.first and today < offer.valid.first:
        return Refusal.NOT_YET
    if offer.valid.last and today > offer.valid.last:
        return Refusal.EXPIRED
    return None


def _turn(tx: Connection, keys: Keys, offer: Offer, me: Person, now: datetime) -> int | None:
    """Write the voucher on the person's next free turn and return its number, or None where the limit is met."""
    mark = keys.limit(offer.id, me.id)
    used = tx.execute(
        select(func.coalesce(func.max(voucher.c.turn), 0)).where(voucher.c.offer == offer.id, voucher.c.mark == mark)
    ).scalar_one()
    if used >= (offer.per_person or UNLIMITED):
        return None
    row = insert(voucher).values(
        offer=offer.id, person=me.id, mark=mark, turn=used + 1, claimed_at=now, expires_on=offer.valid.last
    )
    try:
        with tx.begin_nested():
            return int(tx.execute(row.returning(voucher.c.id)).scalar_one())
    except IntegrityError:  # the lock above makes this impossible; the key would hold all the same
        return None


def _code(tx: Connection, offer: Offer, organization: str, number: int, now: datetime) -> str | Refusal | None:
    """Find the code of voucher `number` and write it there. None is the badge."""
    if offer.voucher == "none":
        return None
    if offer.voucher == "shared":
        found = _shared(tx, offer, number)
    elif offer.voucher == "pool":
        found = _from_pool(tx, offer, number)
    else:
        found = _generated(tx, offer, organization, number, now)
    if found is None:
        return Refusal.USED_UP
    tx.execute(update(voucher).where(voucher.c.id == number).values(code=found))
    return found


def _shared(tx: Connection, offer: Offer, number: int) -> str | None:
    if offer.max_uses is None:
        return offer.code
    hold(tx, ROOM, offer.id)  # the uses are counted by one claim after the other
    turn = _free_turn(tx, offer.id, offer.max_uses)
    if turn is None:
        return None
    tx.execute(insert(shared_use).values(offer=offer.id, turn=turn, voucher=number))
    return offer.code


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


def _from_pool(tx: Connection, offer: Offer, number: int) -> str | None:
    free = (
        select(pool_code.c.id)
        .where(pool_code.c.offer == offer.id, pool_code.c.voucher.is_(None), ~pool_code.c.generated)
        .order_by(pool_code.c.id)
        .limit(1)
    )
    # SKIP LOCKED may pass over the last code while its claim is rolled back: look once more without it.
    return _take(tx, free.with_for_update(skip_locked=True), number) or _take(tx, free.with_for_update(), number)


def _take(tx: Connection, free: Select[tuple[int]], number: int) -> str | None:
    taken = update(pool_code).where(pool_code.c.id == free.scalar_subquery()).where(pool_code.c.voucher.is_(None))
    return tx.execute(taken.values(voucher=number).returning(pool_code.c.code)).scalar()


def _generated(tx: Connection, offer: Offer, organization: str, number: int, now: datetime) -> str:
    for _ in range(ATTEMPTS):
        fresh = generate.code(organization)
        row = insert(pool_code).values(offer=offer.id, code=fresh, voucher=number, imported_at=now, generated=True)
        try:
            with tx.begin_nested():
                tx.execute(row)
        except IntegrityError:
            continue
        return fresh
    raise RuntimeError("no free code could be made")
