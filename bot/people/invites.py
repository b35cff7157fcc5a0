"""The opaque token in a company's link: 128 bits, kept only as a hash."""

import secrets
from datetime import datetime
from hashlib import sha256

from sqlalchemy import Connection, insert, select, update

from bot.store.tables import invite


def create(tx: Connection, company: str, now: datetime) -> str:
    """Make a new invite and return its token, 22 characters for a start link. Only its hash is kept."""
    token = secrets.token_urlsafe(16)
    tx.execute(insert(invite).values(token_hash=_hash(token), company=company, created_at=now))
    return token


def company_of(tx: Connection, token: str) -> str | None:
    """Return the company that the token opens, or None where it is unknown or revoked."""
    query = select(invite.c.company).where(invite.c.token_hash == _hash(token), invite.c.revoked_at.is_(None))
    return tx.execute(query).scalar()


def revoke(tx: Connection, company: str, now: datetime) -> int:
    """Close every open invite of a company and return how many there were."""
    found = update(invite).where(invite.c.company == company, invite.c.revoked_at.is_(None)).values(revoked_at=now)
    return tx.execute(found).rowcount


def _hash(token: str) -> str:
    return sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
