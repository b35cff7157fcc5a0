"""An offer still holds, and a period ends after it starts.

**Good:**
```yaml
# in the offer
valid: 2026-09-01/2027-12-31
```

**Bad:**
```yaml
# in the offer
valid: 2024-09-01/2024-12-31
```
"""

from collections.abc import Iterator
from datetime import date

from bot.catalogue.model import Interval
from bot.editorial.problem import Place, Problem
from bot.editorial.reading import Knowledge


def check(knowledge: Knowledge, today: date) -> Iterator[Problem]:
    for source in knowledge.organizations:
        for n, service in enumerate(source.model.services):
            if service.enrolment:
                yield from _turned(service.enrolment, source.place("services", n, "enrolment"))
            for m, offer in enumerate(service.offers):
                place = source.place("services", n, "offers", m, "valid")
                yield from _turned(offer.valid, place)
                yield from _ended(offer.valid, place, today)
    if companies := knowledge.companies:
        for n, company in enumerate(companies.model.companies):
            yield from _turned(company.member, companies.place("companies", n, "member"))


def _turned(period: Interval, place: Place) -> Iterator[Problem]:
    if period.first and period.last and period.last < period.first:
        values: dict[str, str | int] = {"first": period.first.isoformat(), "last": period.last.isoformat()}
        yield Problem(place, "expired-offer", values=values, variant="turned")


def _ended(period: Interval, place: Place, today: date) -> Iterator[Problem]:
    turned = period.first and period.last and period.last < period.first
    if period.last and period.last < today and not turned:
        yield Problem(place, "expired-offer", "warning", {"last": period.last.isoformat()})
