"""An offer still holds, and a period ends after it starts.

Good, in the offer:
    valid: 2026-09-01/2027-12-31
Bad, in the offer:
    valid: 2024-09-01/2024-12-31
"""

from collections.abc import Iterator

from bot.catalogue.interval import Interval
from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge

OFFERS = "organizations.services.*.offers.*.valid"
OTHERS = ("organizations.services.*.enrolment", "companies.companies.*.member")


def check(knowledge: Knowledge) -> Iterator[Problem]:
    for period, position in knowledge.each(OFFERS, *OTHERS):
        if _turned(period):
            values: dict[str, str | int] = {"first": period.first.isoformat(), "last": period.last.isoformat()}
            yield Problem(position, "expired-offer", values=values, variant="turned")
    for valid, position in knowledge.each(OFFERS):
        if valid.last and valid.last < knowledge.today and not _turned(valid):
            yield Problem(position, "expired-offer", "warning", {"last": valid.last.isoformat()})


def _turned(period: Interval) -> bool:
    return bool(period.first and period.last and period.last < period.first)
