"""Reminders that somebody asked for: before a discount ends or when it starts, when there are codes or answers again.

They name neither the service nor the code: who looks at a locked phone learns nothing. Each is said once.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from sqlalchemy import Connection

from bot.catalogue import prices
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.local_time import local, local_day
from bot.catalogue.text import Language
from bot.conversation import notices
from bot.conversation.effects.visit import Step, Visit
from bot.conversation.messages import Choice, Message, Reply
from bot.conversation.phrasebook import phrases
from bot.conversation.talk.screens import doors
from bot.people import members, wishes
from bot.people.keys import Keys
from bot.people.register import lasting
from bot.people.wishes import Kind, Wish
from bot.store.engine import Store
from bot.vouchers import claims, seasons

_, AHEAD = lasting("reminders that came too late")  # before the last day: so is none said after it
_, PATIENCE = lasting("wishes for more codes")
WAKING = range(9, 20)  # hours in which the bot writes first
PROMISED = (Kind.ENDS, Kind.MORE, Kind.STARTS, Kind.RING)


@dataclass(frozen=True)
class Round:
    """What one look at all that waits goes by."""

    keys: Keys
    companies: list[str]
    filled: Mapping[str, bool]  # offer with a pool -> whether there are codes of its season
    now: datetime
    today: date


def before_it_ends(visit: Visit, offer: str) -> Step:
    """Promise to write a week before the voucher of an offer ends."""
    today, words = visit.world.today, visit.world.words
    held = claims.holding(visit.tx, visit.me, offer, today) if visit.me else None
    if held is None or held.expires is None or held.expires <= today + timedelta(days=1):
        return doors(visit.state.fresh(), visit.world, words.say("stale"))
    due = max(held.expires - AHEAD, today + timedelta(days=1))
    visit.wish(Kind.ENDS, offer, due)
    return _promised(visit, words.say("remind-promise", date=prices.day(due, visit.world.language, today)))


def when_there_are_more(visit: Visit, offer: str) -> Step:
    """Promise to write when an empty pool has codes again."""
    words = visit.world.words
    if visit.me is None or offer not in visit.world.catalogue.offers:
        return doors(visit.state.fresh(), visit.world, words.say("stale"))
    visit.wish(Kind.MORE, offer, visit.world.today + PATIENCE)
    return _promised(visit, words.say("restock-promise"))


def send(store: Store, keys: Keys, companies: Iterable[str], now: datetime, catalogue: Catalogue) -> int:
    """Say what is due, by day only, and return how much that was. All is unsealed before anything is written.

    Who stopped the bot is not written to; if they come back, what is not over by then is said.
    """
    zone = catalogue.network.timezone
    hour, today = local(now, zone).hour, local_day(now, zone)
    if hour not in WAKING:
        return 0
    with store.read() as tx:
        waiting = [wish for wish in wishes.kept(tx, keys) if wish.kind in PROMISED]
        filled = _filled(tx, catalogue) if any(wish.kind in {Kind.MORE, Kind.STARTS} for wish in waiting) else {}
    due = [
        wish
        for wish in sorted(waiting, key=lambda wish: (wish.due_on, wish.id))
        if (wish.due_on, wish.hour or 0) <= (today, hour) or (wish.kind is Kind.MORE and filled.get(wish.about))
    ]
    here = Round(keys, list(companies), filled, now, today)
    return wishes.each(store, due, partial(_say, here))


def _filled(tx: Connection, catalogue: Catalogue) -> dict[str, bool]:
    """Return for each pool offer whether there are codes of its season."""
    return {pool.offer: pool.free > 0 for pool in seasons.stock(tx, catalogue.pools.values())}


def is_given_up(wish: Wish, before: date) -> bool:
    """Tell whether a wish for more codes was told before a day."""
    return wish.kind is Kind.MORE and wish.asked_on < before


def is_late(wish: Wish, before: date) -> bool:
    """Tell whether a reminder of a day was due before a day and could not be said."""
    return wish.kind in PROMISED and wish.kind is not Kind.MORE and wish.due_on < before


def _say(here: Round, tx: Connection, wish: Wish) -> bool:
    """Turn a reminder into a notice, unless it has lost its object meanwhile; then it only goes."""
    keys, today = here.keys, here.today
    if wishes.cannot_be_told(tx, keys, wish):
        return False
    if not wishes.drop(tx, wish):
        return False  # another process said it
    me = members.find(tx, keys, here.companies, wish.user)
    if me and (later := _later(tx, me, wish, here.filled, today)):
        wishes.keep(tx, keys, later)
        return False
    message = _message(tx, me, wish, today) if me else None
    if message is None:
        return False
    notices.tell(tx, keys, keys.seal(wish.user), message, here.now)
    return True


def _later(tx: Connection, me: members.Person, wish: Wish, filled: Mapping[str, bool], today: date) -> Wish | None:
    """Return the reminder of an end that was moved, or of a start without codes as a wish for some; else None."""
    if wish.kind is Kind.STARTS and not filled.get(wish.about, True):
        return replace(wish, kind=Kind.MORE, due_on=today + PATIENCE, asked_on=today)
    held = claims.holding(tx, me, wish.about, today) if wish.kind is Kind.ENDS else None
    if held is None or held.expires is None or held.expires - AHEAD <= today:
        return None
    return replace(wish, due_on=held.expires - AHEAD)


def _message(tx: Connection, me: members.Person, wish: Wish, today: date) -> Message | None:
    words = phrases(me.language)
    if wish.kind is Kind.MORE:
        choices = (Choice(f"take:{wish.about}", words.label("take")), _another(me.language))
        return Message(words.say("restock-now"), choices=choices) if wish.due_on > today else None
    if wish.kind is Kind.STARTS:
        choices = (Choice(f"take:{wish.about}", words.label("take")), _another(me.language))
        return Message(words.say("starts-now"), choices=choices)
    if wish.kind is Kind.RING:
        choices = (Choice(f"contact:{wish.about}", words.label("contact")), _another(me.language))
        return Message(words.say("ring-now"), choices=choices)
    held = claims.holding(tx, me, wish.about, today)
    if held is None or held.expires is None:
        return None
    choices = (Choice("codes", words.label("codes")), _another(me.language))
    return Message(words.say("remind-now", date=prices.day(held.expires, me.language, today)), choices=choices)


def _promised(visit: Visit, text: Any) -> Step:
    choices = (Choice("codes", visit.world.words.label("codes")), _another(visit.world.language))
    return visit.state, Reply((Message(text, choices=choices),))


def _another(language: Language) -> Choice:
    return Choice("another", phrases(language).label("another-need"))
