"""What is remembered of one web session at a desk: its wrong tries, and which codes it saw and marked just now."""

import json
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, bindparam, delete, select, update

from bot.partners.patience import Patience
from bot.people.keys import Keys
from bot.store.inserts import insert_missing
from bot.store.partners import desk_try

UNDONE_WITHIN = timedelta(minutes=10)
MOST_MARKED = 30  # more than a desk marks in that time
MOST_LOOKED = 5  # that a page can be shown of again: tabs, and the way back
WHOLE = 8  # signs of a code, of which four tell it from others

_HELD = select(desk_try.c.content).where(desk_try.c.mark == bindparam("session")).with_for_update()
_KEPT = update(desk_try).where(desk_try.c.mark == bindparam("session")).values(content=bindparam("packed"))


@dataclass(frozen=True)
class Marked:
    """A code that this session marked as used."""

    mark: str
    offer: str
    code: str
    at: datetime

    @property
    def ending(self) -> str:
        """What tells the code from others, and is not all of it."""
        return self.code[-4:] if len(self.code) >= WHOLE else self.code[-(len(self.code) // 2) :]

    @property
    def until(self) -> datetime:
        """Until when it can be undone."""
        return self.at + UNDONE_WITHIN


@dataclass(frozen=True)
class Looked:
    """What one look found, offers with codes; a wrong one found nothing, and is not kept as it was typed."""

    number: int
    found: tuple[tuple[str, str], ...]
    at: datetime


@dataclass(frozen=True)
class Memory:
    """One row of `desk_try`; the newest comes first. `tried` is a mark of the last wrong code."""

    patience: Patience
    looks: int = 0
    tried: str = ""
    looked: tuple[Looked, ...] = field(default=())
    marked: tuple[Marked, ...] = field(default=())

    def with_mark(self, fresh: Marked) -> "Memory":
        return replace(self, marked=(fresh, *self.marked)[:MOST_MARKED])

    def without(self, mark: str) -> "Memory":
        return replace(self, marked=tuple(one for one in self.marked if one.mark != mark))

    def with_look(self, found: tuple[tuple[str, str], ...], now: datetime) -> "Memory":
        """Return it with a look, under the next number."""
        fresh = Looked(self.looks + 1, found, now)
        return replace(self, looks=fresh.number, looked=(fresh, *self.looked)[:MOST_LOOKED])

    def at(self, today: date, now: datetime) -> "Memory":
        """Return what is still to be remembered."""
        marked = tuple(one for one in self.marked if one.at <= now < one.until)
        looked = tuple(one for one in self.looked if one.at <= now < one.at + UNDONE_WITHIN)
        return replace(self, patience=self.patience.on(today), looked=looked, marked=marked)


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
    looked = [(one.number, one.found, one.at.isoformat()) for one in memory.looked]
    marked = [(one.mark, one.offer, one.code, one.at.isoformat()) for one in memory.marked]
    tries = mine.day.isoformat(), mine.streak, mine.spent, until, memory.tried
    return keys.pack(json.dumps([tries, memory.looks, looked, marked]))


def _unpacked(keys: Keys, content: str) -> Memory:
    (day, streak, spent, until, tried), looks, looked, marked = json.loads(keys.unpack(content)[0])
    patience = Patience(date.fromisoformat(day), streak, spent, datetime.fromisoformat(until) if until else None)
    return Memory(
        patience,
        looks,
        tried,
        tuple(Looked(number, _pairs(found), datetime.fromisoformat(at)) for number, found, at in looked),
        tuple(Marked(mark, offer, code, datetime.fromisoformat(at)) for mark, offer, code, at in marked),
    )


def _pairs(found: list[list[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((offer, code) for offer, code in found)
