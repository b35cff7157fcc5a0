"""Membership: a person exists for us from their yes, in one company at a time, until they say forget me."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update

from bot.catalogue.text import FALLBACK, Language
from bot.people.keys import Keys
from bot.store.tables import conversation, person

CONSENT = "2026-11"  # the version of the text that asks for consent: change it when the text changes


@dataclass(frozen=True)
class Person:
    """An employee as we know them: a keyed pseudonym, never a name."""

    id: str
    company: str
    language: Language


def find(tx: Connection, keys: Keys, companies: Iterable[str], user: str) -> Person | None:
    """Return the person behind a user, the newest membership first. No table links a user to a company."""
    names = [keys.person(company, user) for company in companies]
    query = select(person).where(person.c.id.in_(names)).order_by(person.c.joined_at.desc()).limit(1)
    row = tx.execute(query).mappings().first()
    return Person(row["id"], row["company"], _language(row["language"])) if row else None


def join(tx: Connection, keys: Keys, company: str, user: str, *, language: Language, now: datetime) -> Person:
    """Take in a person who said yes; whoever was a member of another company moves."""
    me = Person(keys.person(company, user), company, language)
    again = update(person).where(person.c.id == me.id).values(language=language, consent=CONSENT, joined_at=now)
    if tx.execute(again).rowcount == 0:
        row = insert(person).values(id=me.id, company=company, language=language, consent=CONSENT, joined_at=now)
        tx.execute(row)
    return me


def speak(tx: Connection, me: Person, language: Language) -> None:
    """Remember the language that a person chose."""
    tx.execute(update(person).where(person.c.id == me.id).values(language=language))


def forget(tx: Connection, keys: Keys, companies: Iterable[str], user: str) -> None:
    """Erase a user's memberships and conversation. Vouchers stay without a person, so that limits keep holding."""
    names = [keys.person(company, user) for company in companies]
    tx.execute(delete(person).where(person.c.id.in_(names)))
    tx.execute(delete(conversation).where(conversation.c.chat == keys.chat(user)))


def _language(value: str) -> Language:
    return "en" if value == "en" else FALLBACK
