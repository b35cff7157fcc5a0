"""Questions that the bot asks on its own, and the limits that hold for all of them together.

MESSAGES has a row for each kind of wish that is a question: an `Ask`, that is `Callable[[Asking], Question | None]`
(bot.conversation.effects.asking). It gets the wish, whose `about` says what it is about, with the person and the
catalogue of the day, and returns the message with what the person is counted for once it goes out; None where there
is nothing to ask any more. Whoever keeps such a wish need not look at any limit: `send` does.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import partial
from random import Random

from sqlalchemy import Connection

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.local_time import local, local_day
from bot.conversation import notices
from bot.conversation.effects import consent, forms, how_it_went, why_not
from bot.conversation.effects.asking import QUESTIONS, Ask, Asking, asked_as
from bot.conversation.sessions import Sessions
from bot.evaluation import outcomes
from bot.people import members, wishes
from bot.people.keys import Keys
from bot.people.members import Person
from bot.people.register import lasting
from bot.people.wishes import Kind, Wish
from bot.store.engine import Store

MESSAGES: Mapping[Kind, Ask] = {
    Kind.HEARD: how_it_went.question,
    Kind.WHY: why_not.question,
    Kind.FORM: forms.invitation,
}
TWICE = {Kind.HEARD}  # asked once more where the answer was "not yet"
APART = timedelta(days=7)  # between two questions to one person
_, PATIENCE = lasting("questions that came too late")
_, KNOWN = lasting("marks of questions asked")


@dataclass(frozen=True)
class Round:
    """What one look at all that waits goes by."""

    keys: Keys
    companies: list[str]
    now: datetime
    today: date
    catalogue: Catalogue
    dice: Random
    never: frozenset[str]  # who wants no questions
    asked: frozenset[tuple[str, str]]  # who was asked what before
    resting: set[str]  # who was asked something within a week
    taken: Mapping[tuple[str, date], list[Wish]]  # what is due of what a user took on one day


def send(
    store: Store, keys: Keys, companies: Iterable[str], now: datetime, catalogue: Catalogue, *, dice: Random
) -> int:
    """Ask what is due, one question a person and week, in the hours of the network, and return how many it was.

    What cannot be asked now waits, until it is too old. All that waits is unsealed before anything is written.
    """
    zone, rules = catalogue.network.timezone, catalogue.network.follow_up
    today = local_day(now, zone)
    if local(now, zone).hour not in range(rules.first_hour, rules.last_hour):
        return 0
    with store.read() as tx:
        kept = wishes.kept(tx, keys)
    resting = {one.user for one in kept if one.kind is Kind.LAST and one.due_on > today}
    never = frozenset(one.user for one in kept if one.kind is Kind.NEVER)
    asked = frozenset((one.user, one.about) for one in kept if one.kind is Kind.ASKED and one.due_on > today)
    due = [one for one in kept if one.kind in MESSAGES and today - PATIENCE <= one.due_on <= today]
    due.sort(key=lambda one: (one.due_on, one.id))
    here = Round(keys, list(companies), now, today, catalogue, dice, never, asked, resting, _of_a_day(due))
    return wishes.each(store, [one for one in due if one.user not in resting], partial(_say, here))


def _of_a_day(due: Iterable[Wish]) -> Mapping[tuple[str, date], list[Wish]]:
    found = defaultdict(list)
    for wish in due:
        if wish.kind is Kind.HEARD:
            found[wish.user, wish.asked_on].append(wish)
    return found


def is_late(wish: Wish, before: date) -> bool:
    """Tell whether a question was due before a day and could not be asked."""
    return wish.kind in QUESTIONS and wish.due_on < before


def is_past(wish: Wish, before: date) -> bool:
    """Tell whether what is noted of a question was asked before a day."""
    return wish.kind in (Kind.ASKED, Kind.LAST) and wish.asked_on < before


def _say(here: Round, tx: Connection, wish: Wish) -> bool:
    """Turn a wish into a question, unless it has lost its object meanwhile; then it only goes."""
    if wish.user in here.resting:
        return False
    if wishes.cannot_be_told(tx, here.keys, wish):
        return False
    me = members.find(tx, here.keys, here.companies, wish.user)
    if me and me.consent != consent.version(here.catalogue.network.privacy.controller):
        return False  # this text says that the bot asks: it waits for their yes
    if not wishes.drop(tx, wish):
        return False  # another process asked it
    if _has_just_been_asked(here, tx, wish.user):
        wishes.keep(tx, here.keys, wish)
        return False
    name = _name(here, wish) if me and wish.user not in here.never and not _is_hushed(here, tx, wish.user) else None
    return bool(me and name and _ask(here, tx, wish, me, name))


def _ask(here: Round, tx: Connection, wish: Wish, me: Person, name: str) -> bool:
    asking = Asking(tx, here.keys, wish, me, here.catalogue, here.today, here.dice)
    question = MESSAGES[wish.kind](asking)
    if question is None:
        return False
    message = replace(question.message, silent=True)
    notices.tell(tx, here.keys, here.keys.seal(wish.user), message, here.now)
    about = wish.about if wish.kind is Kind.HEARD else ""
    for kind, what, until in ((Kind.ASKED, name, KNOWN), (Kind.LAST, about, APART)):
        done = Wish(wish.user, kind, what, here.today + until, None, here.today)
        wishes.keep(tx, here.keys, done)
    if running := outcomes.current(here.catalogue, here.today):
        outcomes.note(tx, here.keys, running, me, question.counted)
    here.resting.add(wish.user)
    if wish.kind is Kind.HEARD:  # one question about all that somebody took on one day
        for other in here.taken[wish.user, wish.asked_on]:
            wishes.drop(tx, other)
    return True


def _has_just_been_asked(here: Round, tx: Connection, user: str) -> bool:
    """Look once more: another process may have asked something since the round began."""
    return any(last.due_on > here.today for last in wishes.find(tx, here.keys, user, (Kind.LAST, "")))


def _name(here: Round, wish: Wish) -> str | None:
    """Return under which name it is noted that this is asked; None where it was asked often enough."""
    first, second = asked_as(wish.kind, wish.about)
    names = [first, second] if wish.kind in TWICE else [first]
    return next((name for name in names if (wish.user, name) not in here.asked), None)


def _is_hushed(here: Round, tx: Connection, user: str) -> bool:
    """Tell whether the conversation in course has spoken of danger."""
    return Sessions(here.keys).load(tx, user, here.now).later == "hushed"
