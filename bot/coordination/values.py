"""What coordinators type for opening hours, a phone number or a last day, as it is written in a file. Pure."""

import re
from datetime import date, timedelta

import phonenumbers

from bot.catalogue.contacts import number
from bot.catalogue.hours.closings import with_closings
from bot.catalogue.hours.normal import written
from bot.catalogue.hours.reading import read, understood
from bot.catalogue.hours.value import Refused
from bot.editorial.values import days
from bot.editorial.values.phones import fault
from bot.understanding.cues import moments
from bot.understanding.text.line import line_of

LONGEST_WAIT = timedelta(days=366)  # who is full for longer is suspended, or a year was mistyped
COMING = timedelta(days=300)  # in which a day without a year comes: later it is one that has just been
WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def hours(text: str, before: str) -> str | Refused:
    """Return opening hours in their normal form, with closings of before that nobody spoke of; else what is wrong.

    Where one part of what was typed would wipe out another, both hold: it is read back before it counts.
    """
    said = read(text)
    if isinstance(said, Refused) and said.cause == "overrides":
        said = read(said.proposal)
    return said if isinstance(said, Refused) else written(with_closings(said, understood(before)))


def phone(text: str, country: str) -> str | None:
    """Return a phone number that can ring, as it was typed; None for anything else."""
    said = number(text)
    if country not in phonenumbers.SUPPORTED_REGIONS:
        return None
    found = fault(said, country)
    return re.sub(r"[\s\-./–]+", " ", said) if found is None or found.variant == "shared-cost" else None


def phone_meant(text: str, country: str) -> str | None:
    """Return the number that is likely meant by what is none."""
    found = fault(number(text), country) if country in phonenumbers.SUPPORTED_REGIONS else None
    return found.meant[0].number if found and found.meant else None


def last_day(text: str, today: date) -> date | None:
    """Return the last of some days that begin today: `31 gennaio`, `gennaio`, `venerdì`; None for one that is over."""
    said = days.day(text) or (days.period(f"fino a {text}") or "").rpartition("/")[2]
    found = _in_year(said, today) if said else _coming(text, today)
    return found if found and today <= found <= today + LONGEST_WAIT else None


def _in_year(said: str, today: date) -> date | None:
    """Return a day of a file; without its year the next one that it can be."""
    for year in (today.year, today.year + 1):
        try:
            found = date.fromisoformat(said.replace(days.NO_YEAR, f"{year:04}"))
        except ValueError:  # 29 February, or no day at all
            continue
        if days.NO_YEAR not in said or today <= found <= today + COMING:
            return found
    return None


def _coming(text: str, today: date) -> date | None:
    """Return the next day of a name, or the one after so many days or weeks."""
    said = line_of(text, {})
    if ahead := re.search(r"\b(?:(\d{1,3})|una?|a|one) (?:(giorn[oi]|days?)|settiman[ae]|weeks?)\b", said):
        return today + timedelta(int(ahead[1] or 1) * (1 if ahead[2] else 7))
    named = moments.day(said)
    if named in WEEK:
        return today + timedelta((WEEK.index(named) - today.weekday()) % 7 or 7)
    return {"today": today, "tomorrow": today + timedelta(1)}.get(named or "")
