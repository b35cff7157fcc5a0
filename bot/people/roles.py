"""Who keeps the catalogue: a role by a one-use invite. A coordinator is a number, a mark and a sealed chat."""

import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from bot.catalogue.text import FALLBACK, Language
from bot.people import web_links
from bot.people.keys import Keys
from bot.people.tokens import key_of
from bot.store.coordination import role, role_invite

INVITE_LASTS = timedelta(days=7)


@dataclass(frozen=True)
class Coordinator:
    """`chat` is sealed; `asking` is the question put to them that waits for a typed answer, empty where none does.

    One whose role was taken back is still known, so that they can be told; they may do nothing.
    """

    number: int
    language: Language
    chat: str | None
    since: datetime
    revoked: bool
    asking: dict[str, Any]
    asking_web: dict[str, Any] = field(default_factory=dict)  # the same, on their page


def invite(tx: Connection, now: datetime) -> str:
    """Make an invite for one coordinator and return its token: 128 bits, 22 characters. Only its hash is kept."""
    token = secrets.token_urlsafe(16)
    tx.execute(insert(role_invite).values(token_hash=key_of(token), created_at=now, ends_at=now + INVITE_LASTS))
    return token


def accept(
    tx: Connection, keys: Keys, token: str, user: str, *, language: Language, now: datetime
) -> Coordinator | None:
    """Make `user` a coordinator; None where the token is no coordinator's invite, was used, or has ended."""
    using = update(role_invite).where(
        role_invite.c.token_hash == key_of(token), role_invite.c.used_at.is_(None), role_invite.c.ends_at > now
    )
    if tx.execute(using.values(used_at=now)).rowcount == 0:
        return None
    values = {"language": language, "chat": keys.seal(user), "since": now, "revoked_at": None}
    values |= {"asking": None, "asking_web": None}
    mark = keys.coordinator(user)
    if tx.execute(update(role).where(role.c.mark == mark).values(**values)).rowcount == 0:
        tx.execute(insert(role).values(mark=mark, **values))
    return of(tx, keys, user)


def of(tx: Connection, keys: Keys, user: str) -> Coordinator | None:
    """Return the coordinator behind a user, also one whose role was taken back; None for everybody else."""
    row = tx.execute(select(role).where(role.c.mark == keys.coordinator(user))).first()
    return _coordinator(row) if row else None


def numbered(tx: Connection, number: int, *, alone: bool = False) -> Coordinator | None:
    """Return a coordinator by number; `alone` lets no other transaction have them until this one ends."""
    query = select(role).where(role.c.number == number)
    row = tx.execute(query.with_for_update(key_share=True) if alone else query).first()
    return _coordinator(row) if row else None


def active(tx: Connection) -> list[Coordinator]:
    """Return those who hold the role now, in the order of their numbers."""
    return [
        _coordinator(row) for row in tx.execute(select(role).where(role.c.revoked_at.is_(None)).order_by(role.c.number))
    ]


def everyone(tx: Connection) -> list[Coordinator]:
    """Return those who hold or held the role."""
    return [_coordinator(row) for row in tx.execute(select(role).order_by(role.c.number))]


def revoke(tx: Connection, number: int, now: datetime) -> bool:
    """Take a role back; chat and page go, a question in course is answered with a no. False where nobody holds it."""
    found = update(role).where(role.c.number == number, role.c.revoked_at.is_(None))
    web_links.revoke(tx, "coordinator", str(number), now)
    return tx.execute(found.values(revoked_at=now, chat=None)).rowcount == 1


def forget(tx: Connection, keys: Keys, user: str, now: datetime) -> bool:
    """Drop all that leads from a user to a role; the number stays in the audit. False where there was none."""
    me = of(tx, keys, user)
    if me is None:
        return False
    web_links.revoke(tx, "coordinator", str(me.number), now)
    gone = {"mark": None, "chat": None, "asking": None, "asking_web": None}
    ended = {"revoked_at": func.coalesce(role.c.revoked_at, now)}
    return tx.execute(update(role).where(role.c.number == me.number).values(**gone, **ended)).rowcount == 1


def ask(tx: Connection, number: int, question: dict[str, Any], *, web: bool = False) -> None:
    """Remember what the coordinator was asked, in the chat or on their page; an empty question is none."""
    column = role.c.asking_web if web else role.c.asking
    tx.execute(update(role).where(role.c.number == number).values({column: question or None}))


def speak(tx: Connection, number: int, language: Language) -> None:
    """Remember the language that a coordinator chose."""
    tx.execute(update(role).where(role.c.number == number).values(language=language))


def _coordinator(row: Any) -> Coordinator:
    language: Language = "en" if row.language == "en" else FALLBACK
    return Coordinator(
        row.number, language, row.chat, row.since, row.revoked_at is not None, row.asking or {}, row.asking_web or {}
    )
