"""Codes that an organization sends by its page: sealed from the look at them until its yes, for a day at most.

The same row says afterwards what came of it, so that a second press, another tab or the way back find the answer.
"""

import json
import secrets
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

from bot.catalogue.text import Language
from bot.people.keys import Keys
from bot.store.sent_codes import sent_codes

UNDONE_WITHIN = timedelta(minutes=10)


@dataclass(frozen=True)
class Sent:
    """What was sent for one offer: `codes` and what is `said` of them, in each language; or the file, as base64.

    The file is there only while one of its `columns` is to be named. `left` are the rows that should have been codes.
    Once the codes came in, `import_at` says when, with import `number`, and `fresh` and `known` are counts of them.
    """

    name: str
    codes: tuple[str, ...] = field(default=(), repr=False)
    said: dict[Language, list[str]] = field(default_factory=dict, repr=False)
    left: int = 0
    columns: tuple[str, ...] = ()
    file: str = field(default="", repr=False)
    import_at: str = ""
    number: int | None = None
    fresh: int = 0
    known: int = 0
    undone: bool = False

    def came_in(self, number: int | None, known: int, now: datetime) -> "Sent":
        """Return what is kept of it afterwards: no code."""
        fresh = len(self.codes) - known
        return Sent(self.name, import_at=now.isoformat(), number=number, fresh=fresh, known=known)

    def can_be_undone(self, now: datetime) -> bool:
        """Tell whether its import can still be taken back here; later a coordinator can.

        Whoever takes codes back and sends them again sees which are given meanwhile: of ten minutes that is nothing.
        """
        if not self.number or self.undone:
            return False
        return now < datetime.fromisoformat(self.import_at) + UNDONE_WITHIN


Whose = tuple[str, str]  # an organization and an offer of it


def keep(tx: Connection, keys: Keys, whose: Whose, sent: Sent, now: datetime) -> str:
    """Keep what was sent and return its id."""
    name = secrets.token_urlsafe(16)
    row = {"id": name, "organization": whose[0], "offer": whose[1], "sent_at": now}
    tx.execute(insert(sent_codes).values(content=_sealed(keys, sent), **row))
    return name


def find(tx: Connection, keys: Keys, whose: Whose, name: str, *, hold: bool = False) -> Sent | None:
    """Return what an organization sent for an offer; to `hold` it, others wait until the transaction ends."""
    query = select(sent_codes.c.content).where(*_mine(whose, name))
    content = tx.execute(query.with_for_update() if hold else query).scalar()
    return _unsealed(keys, content) if content else None


def change(tx: Connection, keys: Keys, whose: Whose, name: str, sent: Sent) -> None:
    """Keep what became of it."""
    tx.execute(update(sent_codes).where(*_mine(whose, name)).values(content=_sealed(keys, sent)))


def drop(tx: Connection, whose: Whose, name: str) -> None:
    """Forget what was sent."""
    tx.execute(delete(sent_codes).where(*_mine(whose, name)))


def sweep(tx: Connection, before: datetime) -> int:
    """Forget what was sent before a moment and return how much that was."""
    return tx.execute(delete(sent_codes).where(sent_codes.c.sent_at < before)).rowcount


def _mine(whose: Whose, name: str) -> tuple[ColumnElement[bool], ...]:
    return sent_codes.c.id == name, sent_codes.c.organization == whose[0], sent_codes.c.offer == whose[1]


def _sealed(keys: Keys, sent: Sent) -> str:
    return keys.seal(json.dumps(asdict(sent)))


def _unsealed(keys: Keys, content: str) -> Sent:
    told: dict[str, Any] = json.loads(keys.unseal(content))
    return Sent(**told | {name: tuple(told[name]) for name in ("codes", "columns")})
