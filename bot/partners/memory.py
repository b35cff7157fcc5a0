"""What is remembered of one web session at a desk: its wrong tries, and which codes it marked just now."""

import json
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, bindparam, delete, select, update

from bot.partners.patience import Patience
from bot.people.keys import Keys
from bot.store.inserts import insert_missing
from bot.store.partners import desk_try

UNDONE_WITHIN = timedelta(minutes=10)
_MOST = 100  # marks that are remembered: more than a desk makes in that time

_HELD = select(desk_try.c.content).where(desk_try.c.mark == bindparam("session")).with_for_update()
_KEPT = update(desk_try).where(desk_try.c.mark == bindparam("session")).values(content=bindparam("packed"))


@dataclass(frozen=True)
class Marked:
    """A code that this session marked as used: its `ending` tells it from others, and is not all of it."""

    mark: str
    offer: str
    ending: str
    at: datetime

    @property
    def until(self) -> datetime:
        """Until when it can be undone."""
        return self.at + UNDONE_WITHIN


@dataclass(frozen=True)
class Memory:
    """One row of `desk_try`."""

    patience: Patience
    marked: tuple[Marked, ...] = field(default=())

    def with_mark(self, mark: str, offer: str, code: str, now: datetime) -> "Memory":
        """Return it with a code that was just marked, the newest first."""
        shown = 4 if len(code) >= 8 else len(code) // 2  # noqa: PLR2004 - of a short code, not all
        fresh = Marked(mark, offer, code[len(code) - shown :], now)
        return replace(self, marked=(fresh, *self.marked)[:_MOST])

    def without(self, mark: str) -> "Memory":
        return replace(self, marked=tuple(one for one in self.marked if one.mark != mark))

    def at(self, today: date, now: datetime) -> "Memory":
        """Return what is still to be remembered."""
        recent = tuple(one for one in self.marked if one.at <= now < one.until)
        return Memory(self.patience.on(today), recent)


def held(tx: Connection, keys: Keys, session: str, *, today: date, now: datetime) -> Memory:
    """Return what is remembered of a session, and let its other requests wait until this transaction ends."""
    mark = keys.desk(session)
    content = tx.execute(_HELD, {"session": mark}).scalar()
    if content is None:
        insert_missing(tx, desk_try, [{"mark": mark, "content": _packed(keys, Memory(Patience(today)))}])
        content = tx.execute(_HELD, {"session": mark}).scalar_one()
    return _unpacked(keys, content).at(today, now)


def seen(tx: Connection, keys: Keys, session: str, *, today: date, now: datetime) -> Memory:
    """Return what is remembered of a session, for a page that only shows it."""
    query = select(desk_try.c.content).where(desk_try.c.mark == keys.desk(session))
    content = tx.execute(query).scalar()
    return _unpacked(keys, content).at(today, now) if content else Memory(Patience(today))


def keep(tx: Connection, keys: Keys, session: str, memory: Memory) -> None:
    """Remember it; `held` came before, in the same transaction."""
    tx.execute(_KEPT, {"session": keys.desk(session), "packed": _packed(keys, memory)})


def sweep(tx: Connection, keys: Keys, before: date) -> int:
    """Forget the sessions that were last at a desk before a day, and return how many they were."""
    rows = tx.execute(select(desk_try)).all()
    over = [row.mark for row in rows if _unpacked(keys, row.content).patience.day < before]
    for mark in over:
        tx.execute(delete(desk_try).where(desk_try.c.mark == mark))
    return len(over)


def _packed(keys: Keys, memory: Memory) -> str:
    mine = memory.patience
    until = mine.until.isoformat() if mine.until else ""
    marked = [(one.mark, one.offer, one.ending, one.at.isoformat()) for one in memory.marked]
    return keys.pack(mine.day.isoformat(), str(mine.streak), str(mine.spent), until, json.dumps(marked))


def _unpacked(keys: Keys, content: str) -> Memory:
    day, streak, spent, until, marked = keys.unpack(content)
    patience = Patience(
        date.fromisoformat(day), int(streak), int(spent), datetime.fromisoformat(until) if until else None
    )
    told = json.loads(marked)
    recent = tuple(Marked(one, offer, ending, datetime.fromisoformat(at)) for one, offer, ending, at in told)
    return Memory(patience, recent)
