"""Questions that the bot asks on its own, and the limits that hold for all of them together.

MESSAGES has a row for each kind of wish that is a question: an `Ask`, that is `Callable[[Asking], Question | None]`
(bot.conversation.effects.asking). It gets the wish, whose `about` says what it is about, with the person and the
catalogue of the day, and returns the message with what the person is counted for once it goes out; None where there
is nothing to ask any more. Whoever keeps such a wish need not look at any limit: `send` does.
"""

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from random import Random

from sqlalchemy import Connection, select

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
from bot.store.tables import blocked

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

    tx: Connection
    keys: Keys
    companies: list[str]
    now: datetime
    today: date
    catalogue: Catalogue
    dice: Random
    never: frozenset[str]  # who wants no questions
    asked: frozenset[tuple[str, str]]  # who was asked what before


def send(
    tx: Connection, keys: Keys, companies: Iterable[str], now: datetime, catalogue: Catalogue, *, dice: Random
) -> int:
    """Ask what is due, one question a person and week, in the hours of the network, and return how many it was.

    Needs a writing transaction. What cannot be asked now waits, until it is too old.
    """
    zone, rules = catalogue.network.timezone, catalogue.network.follow_up
    today = local_day(now, zone)
    if local(now, zone).hour not in range(rules.first_hour, rules.last_hour):
        return 0
    kept = wishes.kept(tx, keys)
    due = [one for one in kept if one.kind in MESSAGES and today - PATIENCE <= one.due_on <= today]
    resting = {one.user for one in kept if one.kind is Kind.LAST and one.due_on > today}
    never = frozenset(one.user for one in kept if one.kind is Kind.NEVER)
    asked = frozenset((one.user, one.about) for one in kept if one.kind is Kind.ASKED and one.due_on > today)
    here = Round(tx, keys, list(companies), now, today, catalogue, dice, never, asked)
    said = 0
    for wish in sorted(due, key=lambda one: (one.due_on, one.id)):
        if wish.user not in resting and _say(here, wish):
            resting.add(wish.user)
            _forget_the_same_day(here, wish, due)
            said += 1
    return said


def sweep_late(tx: Connection, keys: Keys, before: date) -> int:
    """Forget the questions that were due before a day and could not be asked."""
    return _sweep(tx, keys, QUESTIONS, lambda one: one.due_on < before)


def sweep_asked(tx: Connection, keys: Keys, before: date) -> int:
    """Forget which questions were asked before a day."""
    return _sweep(tx, keys, (Kind.ASKED, Kind.LAST), lambda one: one.asked_on < before)


def _sweep(tx: Connection, keys: Keys, kinds: Container[Kind], over: Callable[[Wish], bool]) -> int:
    return sum(wishes.drop(tx, one) for one in wishes.kept(tx, keys) if one.kind in kinds and over(one))


def _say(here: Round, wish: Wish) -> bool:
    """Turn a wish into a question, unless it has lost its object meanwhile; then it only goes."""
    if here.tx.execute(select(blocked.c.chat).where(blocked.c.chat == here.keys.chat(wish.user))).first():
        return False
    me = members.find(here.tx, here.keys, here.companies, wish.user)
    if me and me.consent != consent.version(here.catalogue.network.privacy.controller):
        return False  # this text says that the bot asks: it waits for their yes
    if not wishes.drop(here.tx, wish):
        return False  # another process asked it
    if _has_just_been_asked(here, wish.user):
        wishes.keep(here.tx, here.keys, wish)
        return False
    name = _name(here, wish) if me and wish.user not in here.never and not _is_hushed(here, wish.user) else None
    return bool(me and name and _ask(here, wish, me, name))


def _ask(here: Round, wish: Wish, me: Person, name: str) -> bool:
    asking = Asking(here.tx, here.keys, wish, me, here.catalogue, here.today, here.dice)
    question = MESSAGES[wish.kind](asking)
    if question is None:
        return False
    message = replace(question.message, silent=True)
    notices.tell(here.tx, here.keys, here.keys.seal(wish.user), message, here.now)
    about = wish.about if wish.kind is Kind.HEARD else ""
    for kind, what, until in ((Kind.ASKED, name, KNOWN), (Kind.LAST, about, APART)):
        done = Wish(wish.user, kind, what, here.today + until, None, here.today)
        wishes.keep(here.tx, here.keys, done)
    if running := outcomes.current(here.catalogue, here.today):
        outcomes.note(here.tx, here.keys, running, me, question.counted)
    return True


def _has_just_been_asked(here: Round, user: str) -> bool:
    """Look once more: another process may have asked something since the round began."""
    return any(last.due_on > here.today for last in wishes.find(here.tx, here.keys, user, (Kind.LAST, "")))


def _name(here: Round, wish: Wish) -> str | None:
    """Return under which name it is noted that this is asked; None where it was asked often enough."""
    first, second = asked_as(wish.kind, wish.about)
    names = [first, second] if wish.kind in TWICE else [first]
    return next((name for name in names if (wish.user, name) not in here.asked), None)


def _is_hushed(here: Round, user: str) -> bool:
    """Tell whether the conversation in course has spoken of danger."""
    return Sessions(here.keys).load(here.tx, user, here.now).later == "hushed"


def _forget_the_same_day(here: Round, said: Wish, due: Iterable[Wish]) -> None:
    """Ask one question about all that somebody took on one day."""
    for other in (one for one in due if said.kind is one.kind is Kind.HEARD):
        if other != said and (other.user, other.asked_on) == (said.user, said.asked_on):
            wishes.drop(here.tx, other)
