"""Organizations are asked whether their services are still valid: coordinators read in one message whom to write to."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import groupby

from markupsafe import Markup
from sqlalchemy import Connection

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.local_time import local, local_day
from bot.catalogue.text import Language
from bot.conversation import notices
from bot.conversation.messages import Message
from bot.coordination.wording import button, ready, see, words, write_to
from bot.editorial import audit
from bot.editorial.audit import Deed
from bot.partners import asks
from bot.partners.still_valid import Standing, rule_of, standings, to_ask
from bot.people import roles
from bot.people.keys import Keys

SHOWN = 10  # organizations that are named; their pages and the cards name all
NAMED = 5  # services with a button of their own


def are_due(tx: Connection, catalogue: Catalogue, now: datetime) -> bool:
    """Tell, without a writing transaction, whether `ask` has something to do: by day, as people are asked."""
    hours = catalogue.network.follow_up
    by_day = hours.first_hour <= local(now, catalogue.network.timezone).hour < hours.last_hour
    return by_day and bool(_due(tx, catalogue, now))


def ask(tx: Connection, keys: Keys, catalogue: Catalogue, now: datetime) -> int:
    """Note that organizations are asked about what is due, tell coordinators, and return how many services it is."""
    today = local_day(now, catalogue.network.timezone)
    asked = [one for one in _due(tx, catalogue, now) if asks.note_ask(tx, one, today)]
    for one in asked:
        deed = Deed("ask", one.entry.id, "checked_on", _day(one.confirmed_on), str(one.asks + 1))
        by = one.entry.organization.id
        audit.note(tx, [deed], role=None, organization=by, release=catalogue.number, now=now)
    for each in roles.active(tx) if asked else ():
        if each.chat:
            notices.tell(tx, keys, each.chat, _told(asked, each.language), now)
    return len(asked)


def _due(tx: Connection, catalogue: Catalogue, now: datetime) -> list[Standing]:
    today = local_day(now, catalogue.network.timezone)
    return to_ask(standings(catalogue, asks.kept(tx), rule_of(catalogue), today), today)


def _told(asked: list[Standing], language: Language) -> Message:
    lines = list(_lines(asked, language))
    more = [words(language).say("and-more", count=len(lines) - SHOWN)] if len(lines) > SHOWN else []
    text = [words(language).say("valid-lead"), *lines[:SHOWN], *more, ready("ready-valid", language)]
    choices = (*(see(one.entry, language) for one in asked[:NAMED]), button(language, "status"))
    return Message(Markup("\n").join(text), choices=choices, silent=True)


def _lines(asked: Iterable[Standing], language: Language) -> Iterator[Markup]:
    """Yield a line for each organization: what it is asked about, and where to write."""
    say = words(language)
    of_one = sorted(asked, key=lambda one: one.entry.organization.id)
    for _, found in groupby(of_one, key=lambda one: one.entry.organization.id):
        theirs = list(found)
        named = (one.entry.service.name.of(language) for one in theirs)
        services = ", ".join(
            say.label("valid-again", service=name, count=one.asks + 1) if one.asks else name
            for name, one in zip(named, theirs, strict=True)
        )
        first = theirs[0].entry
        line = say.say("valid-line", organization=first.organization.name, services=services, to=write_to(first))
        yield line.rstrip()


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
