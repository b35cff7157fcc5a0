"""Membership: a person exists for us from their yes, in one company at a time, until they say forget me."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, bindparam, delete, insert, select, update

from bot.catalogue.text import FALLBACK, Language
from bot.people.keys import Keys
from bot.store.saved import saved
from bot.store.tables import person, voucher

# Asked for at every message, so built once; the newest first, for a day has room for two.
MINE = (
    select(person)
    .where(person.c.id.in_(bindparam("mine", expanding=True)))
    .order_by(person.c.ended_at.is_not(None), person.c.joined_at.desc(), person.c.id)
)


@dataclass(frozen=True)
class Person:
    """An employee as we know them: a keyed pseudonym, never a name. `consent` is the version of the text they read.

    `head` is one for the user in all companies, and `others` are the pseudonyms there: for limits, in memory only.
    """

    id: str
    company: str
    language: Language
    consent: str = ""
    head: str = field(default="", compare=False, repr=False)
    others: tuple[str, ...] = field(default=(), compare=False, repr=False)


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
    mine, head = tuple(keys.person(company, user) for company in companies), keys.head(user)
    return [
        Membership(
            Person(row["id"], row["company"], _language(row["language"]), row["consent"], head, mine),
            row["joined_at"],
            row["ended_at"],
        )
        for row in tx.execute(MINE, {"mine": mine}).mappings()
    ]


def join(
    tx: Connection, keys: Keys, company: str, user: str, *, language: Language, now: datetime, consent: str = ""
) -> Person:
    """Take in a person who said yes to version `consent` of the text; whoever was here before is so again."""
    me = Person(keys.person(company, user), company, language, consent, keys.head(user))
    values = {"language": language, "consent": consent, "joined_at": now, "ended_at": None}
    if tx.execute(update(person).where(person.c.id == me.id).values(**values)).rowcount == 0:
        tx.execute(insert(person).values(id=me.id, company=company, **values))
    return me


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


def _language(value: str) -> Language:
    return "en" if value == "en" else FALLBACK
