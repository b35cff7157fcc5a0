"""What of a person goes, and when: forgotten, withdrawn, or left. The register says it table by table."""

from datetime import datetime

from sqlalchemy import Connection, delete, update

from bot.people import members, roles
from bot.people.kept import Cause, Fate, Kept, Whose
from bot.people.register import of_people
from bot.store import journal
from bot.store.coordination import role
from bot.store.tables import person, voucher


def forget(tx: Connection, whose: Whose, now: datetime) -> None:
    """Erase all that leads to a user. Vouchers stay without a person, so that limits keep holding."""
    _carry_out(tx, whose, "forgotten", now)


def withdraw(tx: Connection, whose: Whose, now: datetime) -> None:
    """End the membership of who takes their yes back; what rested on it and is not yet published goes at once."""
    _carry_out(tx, whose, "withdrawn", now)


def leave(tx: Connection, whose: Whose, now: datetime) -> None:
    """End the membership of who goes to another company, or whose company left."""
    _carry_out(tx, whose, "left", now)


def anything(tx: Connection, whose: Whose) -> bool:
    """Tell whether any table has a row of a user."""
    return any(tx.execute(kept.table.select().where(kept.of(tx, whose)).limit(1)).first() for kept in of_people())


def _carry_out(tx: Connection, whose: Whose, cause: Cause, now: datetime) -> None:
    # Table by table: on PostgreSQL a claim in course writes until the person's row has gone.
    ended = [_end(tx, kept, fate, whose, now) for kept in of_people() if (fate := kept.fate(cause)) != "stays"]
    if any(ended) and cause != "left":
        journal.note(tx, {cause: whose.user, "people": whose.people if cause == "forgotten" else []})


def _end(tx: Connection, kept: Kept, fate: Fate, whose: Whose, now: datetime) -> bool:
    """Do to the rows of a person in one table what the register says; False where there were none."""
    of = kept.of(tx, whose)
    if fate == "goes":
        return tx.execute(delete(kept.table).where(of)).rowcount > 0
    if fate == "ends":
        ending = tx.execute(update(person).where(of, person.c.ended_at.is_(None)).values(ended_at=now))
        members.clear(tx, of)
        return ending.rowcount > 0
    if kept.table is role:
        return roles.forget(tx, whose.keys, whose.user, now)
    return tx.execute(update(voucher).where(of).values(person=None)).rowcount > 0
