"""Still valid? Which services an organization is asked about today, and which stay without an answer. Pure.

`ask_every` days after a service was last confirmed its organization is asked; while nothing is heard, a second and a
third time, `wait` after the one before. When that time has passed after the third as well, the service is unconfirmed:
its card says so, and the organization is asked again every `ask_every` days. An answer of the organization, and a
coordinator who confirms the service, end it at once. What is suspended nobody sees: nobody is asked about it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from bot.catalogue.catalogue import Catalogue, Entry
from bot.catalogue.model import Partners

ENOUGH = 3  # asks without an answer
LONGEST_WAIT = 14  # days between them, where the network asks seldom enough


@dataclass(frozen=True)
class Asked:
    """What is kept of a service: how often it was asked without an answer, when last, and when one came last."""

    asks: int = 0
    asked_on: date | None = None
    answered_on: date | None = None


NEVER = Asked()


@dataclass(frozen=True)
class Standing:
    """How a service stands: when it was last confirmed (None: never), and how often nobody answered since it was due.

    `asked_on` is the day of the last of these asks, `asks_on` that of the next one.
    """

    entry: Entry
    confirmed_on: date | None
    asks: int
    asked_on: date | None
    asks_on: date
    unconfirmed: bool

    def is_due(self, today: date) -> bool:
        """Tell whether its organization has something to answer: it was asked, or is to be."""
        return self.asks > 0 or self.asks_on <= today


def wait(partners: Partners) -> timedelta:
    """Return how long an ask waits for its answer: three of them have room in one period."""
    return timedelta(min(LONGEST_WAIT, partners.ask_every // (ENOUGH + 1)))


def standing(entry: Entry, asked: Asked, partners: Partners, today: date) -> Standing:
    """Return how a service stands on a day. A confirmation that is still to come is none."""
    said = [day for day in (entry.service.checked_on, asked.answered_on) if day and day <= today]
    confirmed, period = max(said, default=None), timedelta(partners.ask_every)
    due = confirmed + period if confirmed else date.min
    last = asked.asked_on
    if not asked.asks or last is None or last < due:  # or asked before the last answer
        return Standing(entry, confirmed, 0, None, due, unconfirmed=False)
    patience = last + wait(partners)
    unconfirmed = asked.asks > ENOUGH or (asked.asks == ENOUGH and patience <= today)
    following = patience if asked.asks < ENOUGH else last + period
    return Standing(entry, confirmed, asked.asks, last, following, unconfirmed)


def standings(catalogue: Catalogue, asked: Mapping[str, Asked], partners: Partners, today: date) -> list[Standing]:
    """Return how the services stand that people see, the longest without a confirmation first."""
    seen = (entry for entry in catalogue.entries.values() if not entry.service.suspended)
    found = [standing(entry, asked.get(entry.id, NEVER), partners, today) for entry in seen]
    return sorted(found, key=lambda one: (one.confirmed_on or date.min, one.entry.id))


def to_ask(found: Iterable[Standing], today: date) -> list[Standing]:
    """Return those whose organizations are to be asked today."""
    return [one for one in found if one.asks_on <= today]


def rule_of(catalogue: Catalogue) -> Partners:
    """Return how the organizations of a network are asked, once they are."""
    return catalogue.network.partners or Partners()
