"""Membership: a person exists for us from their yes, in one company at a time, until they say forget me."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

from bot.catalogue.text import FALLBACK, Language
from bot.people.keys import Keys
from bot.store.coordination import notice, wrong_entry
from bot.store.reminders import reminder
from bot.store.saved import saved
from bot.store.tables import blocked, conversation, person, voucher


@dataclass(frozen=True)
class Person:
    """An employee as we know them: a keyed pseudonym, never a name. `consent` is the version of the text they read."""

    id: str
    company: str
    language: Language
    consent: str = ""


@dataclass(frozen=True)
class Membership:
    """One row of a person, of today or of before."""

    me: Person
    joined_at: datetime
    ended_at: datetime | None


def find(tx: Connection, keys: Keys, companies: Iterable[str], user: str) -> Person | None:
    """Return the person behind a user, the newest membership first. No table links a user to a company."""
    found = [each for each in memberships(tx, keys, companies, user) if each.ended_at is None]
    return found[0].me if found else None


def memberships(tx: Connection, keys: Keys, companies: Iterable[str], user: str) -> list[Membership]:
    """Return all that a user is or was, the newest first; `companies` are those that may have known them."""
    query = select(person).where(_of(keys, companies, user)).order_by(person.c.joined_at.desc(), person.c.id)
    return [
        Membership(
            Person(row["id"], row["company"], _language(row["language"]), row["consent"]),
            row["joined_at"],
            row["ended_at"],
        )
        for row in tx.execute(query).mappings()
    ]


def join(
    tx: Connection, keys: Keys, company: str, user: str, *, language: Language, now: datetime, consent: str = ""
) -> Person:
    """Take in a person who said yes to version `consent` of the text; whoever was here before is so again."""
    me = Person(keys.person(company, user), company, language, consent)
    values = {"language": language, "consent": consent, "joined_at": now, "ended_at": None}
    if tx.execute(update(person).where(person.c.id == me.id).values(**values)).rowcount == 0:
        tx.execute(insert(person).values(id=me.id, company=company, **values))
    return me


def leave(tx: Connection, me: Person, now: datetime) -> None:
    """End a membership, and what was put aside. The row stays while a voucher hangs on it: its code can be shown."""
    tx.execute(update(person).where(person.c.id == me.id, person.c.ended_at.is_(None)).values(ended_at=now))
    clear(tx, person.c.id == me.id)


def clear(tx: Connection, *which: ColumnElement[bool]) -> int:
    """Delete those who are no members any more and hold no voucher; return how many there were.

    Of those who hold one still, nothing else stays.
    """
    gone = select(person.c.id).where(person.c.ended_at.is_not(None), *which)
    tx.execute(delete(saved).where(saved.c.person.in_(gone)))
    holding = select(voucher.c.person).where(voucher.c.person.is_not(None))
    empty = person.c.ended_at.is_not(None) & person.c.id.not_in(holding)
    return tx.execute(delete(person).where(empty, *which)).rowcount


def speak(tx: Connection, me: Person, language: Language) -> None:
    """Remember the language that a person chose."""
    tx.execute(update(person).where(person.c.id == me.id).values(language=language))


def forget(tx: Connection, keys: Keys, companies: Iterable[str], user: str) -> None:
    """Erase all that leads to a user. Vouchers stay without a person, so that limits keep holding."""
    tx.execute(delete(person).where(_of(keys, companies, user)))
    for mark in (conversation.c.chat, blocked.c.chat, notice.c.mark, reminder.c.mark):
        tx.execute(delete(mark.table).where(mark == keys.chat(user)))
    services = tx.execute(select(wrong_entry.c.service).distinct()).scalars()
    reports = [keys.reporter(service, user) for service in services]
    tx.execute(delete(wrong_entry).where(wrong_entry.c.mark.in_(reports)))


def _of(keys: Keys, companies: Iterable[str], user: str) -> ColumnElement[bool]:
    return person.c.id.in_([keys.person(company, user) for company in companies])


def _language(value: str) -> Language:
    return "en" if value == "en" else FALLBACK
