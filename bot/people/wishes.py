"""What somebody asked to be reminded of, or is to be asked, as it is sealed in a row: for whom, what, when."""

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, delete, select

from bot.people.keys import Keys
from bot.store.engine import Store
from bot.store.inserts import insert_missing
from bot.store.reminders import reminder
from bot.store.tables import blocked

AT_ONCE = 20  # wishes in one writing transaction, while which nobody else writes


class Kind(StrEnum):
    ENDS = "ends"  # the voucher of an offer ends
    MORE = "more"  # an empty pool has codes again
    STARTS = "starts"  # an offer begins
    RING = "ring"  # a service can be called
    HEARD = "heard"  # how it went with a service, some days after its code or number was taken
    WHY = "why"  # why nothing was taken
    FORM = "form"  # the form of an evaluation
    ASKED = "asked"  # the bot has asked something: not again before `due_on`
    LAST = "last"  # what the bot asked last: a typed answer is one to it; nothing is asked before `due_on`
    NEVER = "never"  # they do not want to be asked


@dataclass(frozen=True)
class Wish:
    """`about` is an offer, or a service; `hour` is the first one of the day that is due. `id` is its row's."""

    user: str
    kind: Kind
    about: str
    due_on: date
    hour: int | None
    asked_on: date
    id: int = 0


def keep(tx: Connection, keys: Keys, wish: Wish) -> None:
    """Keep a wish; who asks again is reminded once, as they asked last."""
    mark = _mark(keys, wish.user, wish.kind, wish.about)
    tx.execute(delete(reminder).where(reminder.c.mark == mark))
    hour = "" if wish.hour is None else str(wish.hour)
    content = keys.pack(wish.user, wish.kind, wish.about, str(wish.due_on), hour, str(wish.asked_on))
    insert_missing(tx, reminder, [{"mark": mark, "content": content}])


def kept(tx: Connection, keys: Keys) -> list[Wish]:
    """Return all wishes, without those that another key has sealed, perhaps only for now."""
    return [wish for row in tx.execute(select(reminder)).all() if (wish := opened(keys, row))]


def find(tx: Connection, keys: Keys, user: str, *which: tuple[Kind, str]) -> list[Wish]:
    """Return those of some wishes of a user that are kept, by kind and what they are about."""
    marks = [_mark(keys, user, kind, about) for kind, about in which]
    rows = tx.execute(select(reminder).where(reminder.c.mark.in_(marks)))
    return [wish for row in rows if (wish := opened(keys, row))]


def of(tx: Connection, keys: Keys, user: str, kinds: Container[Kind]) -> list[Wish]:
    """Return the wishes of a user of some kinds. All rows are unsealed for it."""
    return [wish for wish in kept(tx, keys) if wish.user == user and wish.kind in kinds]


def _mark(keys: Keys, user: str, kind: Kind, about: str) -> str:
    return keys.reminder(kind, "" if kind is Kind.LAST else about, user)  # of these there is one


def opened(keys: Keys, row: Row[Any]) -> Wish | None:
    """Unseal a row; None where another key has sealed it."""
    try:
        user, kind, about, due_on, hour, asked_on = keys.unpack(row.content)
    except ValueError:
        return None
    days = date.fromisoformat(due_on), int(hour) if hour else None, date.fromisoformat(asked_on)
    return Wish(user, Kind(kind), about, *days, row.id)


def drop(tx: Connection, wish: Wish) -> bool:
    """Forget a wish; False where another process has just done so."""
    return tx.execute(delete(reminder).where(reminder.c.id == wish.id)).rowcount == 1


def cannot_be_told(tx: Connection, keys: Keys, wish: Wish) -> bool:
    """Tell whether who made a wish has stopped the bot; it waits for them."""
    return tx.execute(select(blocked.c.chat).where(blocked.c.chat == keys.chat(wish.user))).first() is not None


def each(store: Store, some: Sequence[Wish], does: Callable[[Connection, Wish], bool]) -> int:
    """Do something with each of some wishes, a few in a writing transaction; return with how many it was done."""
    done = 0
    for start in range(0, len(some), AT_ONCE):
        with store.write() as tx:
            done += sum(does(tx, wish) for wish in some[start : start + AT_ONCE])
    return done
