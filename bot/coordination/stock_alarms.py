"""Pools that run low are said to every coordinator in the chat, with whom to write to and what: once for each level."""

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup
from sqlalchemy import Connection

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.local_time import local_day
from bot.catalogue.text import Language
from bot.conversation import notices
from bot.conversation.messages import Message
from bot.coordination.wording import button, pool, ready, words
from bot.people import roles
from bot.people.keys import Keys
from bot.vouchers import alarms
from bot.vouchers.alarms import Alarm

SHOWN = 10  # pools that are named; all of them stand in /stato


def check(tx: Connection, keys: Keys, catalogue: Catalogue, now: datetime) -> int:
    """Tell the coordinators of pools that have just come down to a level, and return how many levels that were."""
    today = local_day(now, catalogue.network.timezone)
    raised = alarms.check(tx, [offer for _, offer in catalogue.offers.values()], now, today)
    lowest = list({one.offer: one for one in sorted(raised, key=lambda one: (one.offer, -one.level))}.values())
    for each in roles.active(tx) if lowest else ():
        if each.chat:
            notices.tell(tx, keys, each.chat, _told(lowest, catalogue, each.language), now)
    return len(raised)


def are_due(tx: Connection, catalogue: Catalogue, now: datetime) -> bool:
    """Tell, without a writing transaction, whether `check` has something to do."""
    today = local_day(now, catalogue.network.timezone)
    return alarms.are_due(tx, [offer for _, offer in catalogue.offers.values()], today)


def _told(low: Sequence[Alarm], catalogue: Catalogue, language: Language) -> Message:
    lines = [words(language).say("stock-low")]
    lines += [pool(catalogue, one.offer, one.free, one.total, language) for one in low[:SHOWN]]
    lines += [words(language).say("and-more", count=len(low) - SHOWN)] if len(low) > SHOWN else []
    return Message(Markup("\n").join([*lines, ready("ready-codes", language)]), choices=(button(language, "status"),))
