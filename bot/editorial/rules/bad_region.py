"""The network's country and time zone are ones that the calendars know.

Good, in network.yaml:
    timezone: Europe/Rome
Bad, in network.yaml:
    timezone: Europa/Roma
"""

from collections.abc import Iterator

import phonenumbers
from opening_hours import OpeningHours, UnknownCountryError  # type: ignore[attr-defined] # its stub forgets the error

from bot.catalogue.local_time import is_zone
from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge


def check(knowledge: Knowledge) -> Iterator[Problem]:
    if not (network := knowledge.network):
        return
    if not is_zone(network.model.timezone):
        yield Problem(network.position("timezone"), "bad-region", values={"given": network.model.timezone})
    if not _is_country(network.model.country):
        yield Problem(network.position("country"), "bad-region", "error", {"given": network.model.country}, "country")


def _is_country(code: str) -> bool:
    """Whether both the phone book and the public holidays know the country."""
    try:
        OpeningHours("24/7", country=code)
    except UnknownCountryError:
        return False
    return code in phonenumbers.SUPPORTED_REGIONS
