"""The links of companies: each is good for one place, until an end or a maximum. Of its token only the hash is kept."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, RowMapping, insert, or_, select, update

from bot.people import tokens
from bot.people.tokens import Closed
from bot.store.tables import invite

PLACES = ("canteen", "locker-room", "payslip", "intranet", "group-chat", "other")
OTHER = PLACES[-1]
FEWEST = 5  # a neutral count below this is not said (section 8 of the design: k = 5, rounded to 5)


@dataclass(frozen=True)
class Invite:
    """One link as it stands. `key` is the hash of its token; `closed` is None where it opens."""

    key: str
    company: str
    place: str
    created_at: datetime
    ends_at: datetime | None
    uses: int
    closed: Closed | None

    @property
    def short(self) -> str:
        """What names it in a list."""
        return self.key[:8]

    @property
    def roughly(self) -> str:
        """How many people came in through it (`<5`, 5, 10, …), so that nobody is singled out."""
        return f"<{FEWEST}" if self.uses < FEWEST else str(round(self.uses / FEWEST) * FEWEST)


def create(
    tx: Connection,
    company: str,
    now: datetime,
    *,
    place: str = OTHER,
    ends_at: datetime | None = None,
    max_uses: int | None = None,
    network: str = "",
) -> str:
    """Make a new invite and return its token, for a start link. Only its hash is kept."""
    token = tokens.fresh(network)
    row = {"company": company, "place": place, "created_at": now, "ends_at": ends_at, "max_uses": max_uses}
    tx.execute(insert(invite).values(token_hash=tokens.key_of(token), **row))
    return token


def look(tx: Connection, token: str, now: datetime, network: str = "") -> Invite | Closed:
    """Return the invite of a token, open or closed, or why there is none."""
    return find(tx, tokens.key_of(token), now) or tokens.stranger(token, network)


def find(tx: Connection, key: str, now: datetime) -> Invite | None:
    """Return an invite by its key."""
    row = tx.execute(select(invite).where(invite.c.token_hash == key)).mappings().first()
    return _read(row, now) if row else None


def enter(tx: Connection, key: str, now: datetime) -> str | None:
    """Count one person in and return the place of the invite, or None where it has closed meanwhile.

    One statement, so that a maximum is never passed. The place is for counting: no row of the person keeps it.
    """
    room = or_(invite.c.max_uses.is_(None), invite.c.uses < invite.c.max_uses)
    open_now = (invite.c.revoked_at.is_(None), or_(invite.c.ends_at.is_(None), invite.c.ends_at > now), room)
    one_more = update(invite).where(invite.c.token_hash == key, *open_now).values(uses=invite.c.uses + 1)
    return tx.execute(one_more.returning(invite.c.place)).scalar()


def listing(tx: Connection, company: str, now: datetime) -> list[Invite]:
    """Return the invites of a company, the oldest first."""
    query = select(invite).where(invite.c.company == company).order_by(invite.c.created_at, invite.c.token_hash)
    return [_read(row, now) for row in tx.execute(query).mappings()]


def revoke(tx: Connection, company: str, now: datetime, *, place: str | None = None, key: str = "") -> int:
    """Close the open invites of a company, perhaps of one place or one whose key begins so; return how many."""
    which: list[ColumnElement[bool]] = [invite.c.company == company, invite.c.revoked_at.is_(None)]
    if place is not None:
        which.append(invite.c.place == place)
    if key:
        which.append(invite.c.token_hash.startswith(key, autoescape=True))
    return tx.execute(update(invite).where(*which).values(revoked_at=now)).rowcount


def _read(row: RowMapping, now: datetime) -> Invite:
    closed = None
    if row["revoked_at"]:
        closed = Closed.REVOKED
    elif row["ends_at"] and row["ends_at"] <= now:
        closed = Closed.ENDED
    elif row["max_uses"] is not None and row["uses"] >= row["max_uses"]:
        closed = Closed.FULL
    kept = (row["token_hash"], row["company"], row["place"], row["created_at"], row["ends_at"], row["uses"])
    return Invite(*kept, closed)
