"""An offer still holds, and a period ends after it starts.

Good, in the offer:
    valid: 2026-09-01/2027-12-31
Bad, in the offer:
    valid: 2024-09-01/2024-12-31
"""

from collections.abc import Iterator
from datetime import date

from bot.catalogue.model import Interval
from bot.editorial.problem import Position, Problem
from bot.editorial.reading import Knowledge


def check(knowledge: Knowledge) -> Iterator[Problem]:
    for source, path, service in knowledge.services():
        if service.enrolment:
            yield from _turned(service.enrolment, source.position(*path, "enrolment"))
        for m, offer in enumerate(service.offers):
            position = source.position(*path, "offers", m, "valid")
            yield from _turned(offer.valid, position)
            yield from _ended(offer.valid, position, knowledge.today)
    if companies := knowledge.companies:
        for n, company in enumerate(companies.model.companies):
            yield from _turned(company.member, companies.position("companies", n, "member"))


def _turned(period: Interval, position: Position) -> Iterator[Problem]:
    if period.first and period.last and period.last < period.first:
        values: dict[str, str | int] = {"first": period.first.isoformat(), "last": period.last.isoformat()}
        yield Problem(position, "expired-offer", values=values, variant="turned")


def _ended(period: Interval, position: Position, today: date) -> Iterator[Problem]:
    turned = period.first and period.last and period.last < period.first
    if period.last and period.last < today and not turned:
        yield Problem(position, "expired-offer", "warning", {"last": period.last.isoformat()})
