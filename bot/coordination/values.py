"""What coordinators type for opening hours or a phone number, as it is written in a file. Pure."""

import re

import phonenumbers

from bot.catalogue.contacts import number
from bot.catalogue.hours.closings import with_closings
from bot.catalogue.hours.normal import written
from bot.catalogue.hours.reading import read, understood
from bot.catalogue.hours.value import Refused
from bot.editorial.values.phones import fault


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
