"""Reminders that somebody asked for: before a discount ends or when it starts, when there are codes or answers again.

They name neither the service nor the code: who looks at a locked phone learns nothing. Each is said once.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, delete, select

from bot.catalogue import prices
from bot.catalogue.local_time import local, local_day
from bot.catalogue.text import Language
from bot.conversation import notices
from bot.conversation.effects.visit import Step, Visit
from bot.conversation.messages import Choice, Message, Reply
from bot.conversation.phrasebook import phrases
from bot.conversation.talk.screens import doors
from bot.people import members
from bot.people.keys import Keys
from bot.people.register import lasting
from bot.store.inserts import insert_missing
from bot.store.reminders import reminder
from bot.store.tables import blocked
from bot.vouchers import claims, pools

_, AHEAD = lasting("reminders that came too late")  # before the last day: so is none said after it
_, PATIENCE = lasting("wishes for more codes")
WAKING = range(9, 20)  # hours in which the bot writes first


class Kind(StrEnum):
    ENDS = "ends"
    MORE = "more"
    STARTS = "starts"
    RING = "ring"  # its `offer` is a service


def before_it_ends(visit: Visit, offer: str) -> Step:
    """Promise to write a week before the voucher of an offer ends."""
    today, words = visit.world.today, visit.world.words
    held = claims.holding(visit.tx, visit.me, offer, today) if visit.me else None
    if held is None or held.expires is None or held.expires <= today + timedelta(days=1):
        return doors(visit.state.fresh(), visit.world, words.say("stale"))
    due = max(held.expires - AHEAD, today + timedelta(days=1))
    keep(visit, offer, Kind.ENDS, due)
    return _promised(visit, words.say("remind-promise", date=prices.day(due, visit.world.language, today)))


def when_there_are_more(visit: Visit, offer: str) -> Step:
    """Promise to write when an empty pool has codes again."""
    words = visit.world.words
    if visit.me is None or offer not in visit.world.catalogue.offers:
        return doors(visit.state.fresh(), visit.world, words.say("stale"))
    keep(visit, offer, Kind.MORE, visit.world.today + PATIENCE)
    return _promised(visit, words.say("restock-promise"))


def send(tx: Connection, keys: Keys, companies: Iterable[str], now: datetime, timezone: str) -> int:
    """Say what is due, by day only, and return how much that was. Needs a writing transaction.

    Who stopped the bot is not written to; if they come back, what is not over by then is said.
    """
    hour, today = local(now, timezone).hour, local_day(now, timezone)
    if hour not in WAKING:
        return 0
    rows = tx.execute(select(reminder).order_by(reminder.c.due_on, reminder.c.id)).all()
    stocks = {one.offer: one.free for one in pools.stock(tx, {row.offer for row in rows if row.kind == Kind.MORE})}
    said, known = 0, list(companies)
    for row in rows:
        if (row.due_on, row.hour or 0) <= (today, hour) or (row.kind == Kind.MORE and stocks[row.offer]):
            said += _say(tx, keys, row, known, now=now, today=today)
    return said


def sweep_wishes(tx: Connection, before: datetime) -> int:
    """Forget the wishes for more codes that were told before `before`, and return how many they were."""
    return tx.execute(delete(reminder).where(reminder.c.kind == Kind.MORE, reminder.c.asked_at < before)).rowcount


def sweep_late(tx: Connection, before: date) -> int:
    """Forget the reminders of a day that were due before a day and could not be said."""
    return tx.execute(delete(reminder).where(reminder.c.kind != Kind.MORE, reminder.c.due_on < before)).rowcount


def _say(tx: Connection, keys: Keys, row: Any, companies: list[str], *, now: datetime, today: date) -> int:
    """Turn a reminder into a notice, unless it has lost its object meanwhile; then it only goes."""
    try:
        user = keys.unseal(row.chat)
    except ValueError:  # sealed with another key, perhaps only for now
        return 0
    if tx.execute(select(blocked.c.chat).where(blocked.c.chat == keys.chat(user))).first():
        return 0
    if tx.execute(delete(reminder).where(reminder.c.id == row.id)).rowcount == 0:
        return 0  # another process said it
    me = members.find(tx, keys, companies, user)
    message = _message(tx, me, row, today) if me else None
    if message is None:
        return 0
    notices.tell(tx, keys, row.chat, message, now)
    return 1


def _message(tx: Connection, me: members.Person, row: Any, today: date) -> Message | None:
    words = phrases(me.language)
    if row.kind == Kind.MORE:
        choices = (Choice(f"take:{row.offer}", words.label("take")), _another(me.language))
        return Message(words.say("restock-now"), choices=choices) if row.due_on > today else None
    if row.kind == Kind.STARTS:
        choices = (Choice(f"take:{row.offer}", words.label("take")), _another(me.language))
        return Message(words.say("starts-now"), choices=choices)
    if row.kind == Kind.RING:
        choices = (Choice(f"contact:{row.offer}", words.label("contact")), _another(me.language))
        return Message(words.say("ring-now"), choices=choices)
    held = claims.holding(tx, me, row.offer, today)
    if held is None or held.expires is None:
        return None
    choices = (Choice("codes", words.label("codes")), _another(me.language))
    return Message(words.say("remind-now", date=prices.day(held.expires, me.language, today)), choices=choices)


def keep(visit: Visit, about: str, kind: Kind, due: date, hour: int | None = None) -> None:
    """Keep a wish; who asks again is reminded once, as they asked last. `hour` is the first one of the day."""
    mark = visit.keys.reminder(kind.value, about, visit.user)
    visit.tx.execute(delete(reminder).where(reminder.c.mark == mark))
    row = {"mark": mark, "offer": about, "kind": kind.value}
    values = {"chat": visit.keys.seal(visit.user), "due_on": due, "hour": hour, "asked_at": visit.now}
    insert_missing(visit.tx, reminder, [row | values])


def _promised(visit: Visit, text: Any) -> Step:
    choices = (Choice("codes", visit.world.words.label("codes")), _another(visit.world.language))
    return visit.state, Reply((Message(text, choices=choices),))


def _another(language: Language) -> Choice:
    return Choice("another", phrases(language).label("another-need"))
