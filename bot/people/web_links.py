"""One-time links to the pages of a role: opened once they become the session of one browser. Only hashes are kept."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Row, delete, insert, select, update

from bot.people import tokens
from bot.people.tokens import Closed
from bot.store.web import web_link

Role = Literal["partner", "company", "coordinator"]

LINK = timedelta(days=7)  # in which a link is to be opened
SESSION = timedelta(days=180)  # since a browser was last used
RENEWED = timedelta(days=1)  # between two times that its end is moved on


@dataclass(frozen=True)
class WebLink:
    """One row: a link that waits, or the session of the browser in which it was opened. `closed` is None while good."""

    key: str
    role: Role
    owner: str
    created_at: datetime
    ends_at: datetime
    opened_at: datetime | None
    closed: Closed | None

    @property
    def short(self) -> str:
        """What names it in a list."""
        return self.key[:8]

    def is_of(self, token: str) -> bool:
        """Tell whether it is the link of a token, or what became of it."""
        return self.key == tokens.key_of(token)


def create(tx: Connection, role: Role, owner: str, *, now: datetime, network: str, lasts: timedelta = LINK) -> str:
    """Make a link to the pages of a role and return its token."""
    token = tokens.fresh(network)
    row = {"token_hash": tokens.key_of(token), "role": role, "owner": owner, "created_at": now, "ends_at": now + lasts}
    tx.execute(insert(web_link).values(row))
    return token


def address(url: str, token: str) -> str:
    """Return the address of a link; `url` is that of the pages."""
    return f"{url}/open/{token}"


def look(tx: Connection, token: str, now: datetime, network: str) -> WebLink | Closed:
    """Return the link of a token that may still be opened, or why it may not."""
    row = tx.execute(select(web_link).where(web_link.c.token_hash == tokens.key_of(token))).first()
    if row is None:
        return tokens.stranger(token, network)
    found = _read(row, now)
    return found.closed or (Closed.FULL if found.opened_at else found)


def open_link(tx: Connection, token: str, now: datetime) -> str | None:
    """Turn a link into a session and return its secret; None where it is not to be opened any more.

    One statement, so that two browsers never have one link.
    """
    secret = secrets.token_urlsafe(32)
    mine = web_link.c.token_hash == tokens.key_of(token), web_link.c.opened_at.is_(None), *_good(now)
    values = {"opened_at": now, "ends_at": now + SESSION, "session_hash": tokens.key_of(secret)}
    return secret if tx.execute(update(web_link).where(*mine).values(values)).rowcount else None


def session(tx: Connection, role: Role, secret: str, now: datetime) -> WebLink | None:
    """Return the session whose secret a browser says, or None where it is none of this role, over or revoked."""
    mine = web_link.c.session_hash == tokens.key_of(secret), web_link.c.role == role
    row = tx.execute(select(web_link).where(*mine, *_good(now))).first()
    return _read(row, now) if row else None


def renew(tx: Connection, found: WebLink, now: datetime) -> None:
    """Move the end of a session on, since its browser is in use."""
    if found.ends_at - now < SESSION - RENEWED:
        tx.execute(update(web_link).where(web_link.c.token_hash == found.key).values(ends_at=now + SESSION))


def listing(tx: Connection, role: Role, now: datetime, owner: str | None = None) -> list[WebLink]:
    """Return the links and sessions of a role, perhaps of one owner, the oldest first."""
    which = web_link.c.role == role, *([web_link.c.owner == owner] if owner is not None else [])
    query = select(web_link).where(*which).order_by(web_link.c.owner, web_link.c.created_at, web_link.c.token_hash)
    return [_read(row, now) for row in tx.execute(query)]


def revoke(tx: Connection, role: Role, owner: str, now: datetime, key: str = "") -> int:
    """Close the links and sessions of an owner, perhaps only one whose key begins so; return how many."""
    which: list[ColumnElement[bool]] = [web_link.c.role == role, web_link.c.owner == owner, *_good(now)]
    if key:
        which.append(web_link.c.token_hash.startswith(key, autoescape=True))
    return tx.execute(update(web_link).where(*which).values(revoked_at=now)).rowcount


def sweep(tx: Connection, before: datetime) -> int:
    """Forget links and sessions that ended before a moment; return how many."""
    return tx.execute(delete(web_link).where(web_link.c.ends_at < before)).rowcount


def _good(now: datetime) -> tuple[ColumnElement[bool], ...]:
    return web_link.c.revoked_at.is_(None), web_link.c.ends_at > now


def _read(row: Row[Any], now: datetime) -> WebLink:
    closed = Closed.REVOKED if row.revoked_at else Closed.ENDED if row.ends_at <= now else None
    return WebLink(row.token_hash, row.role, row.owner, row.created_at, row.ends_at, row.opened_at, closed)
