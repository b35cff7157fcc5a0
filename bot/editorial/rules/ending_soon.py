"""An offer that is about to end is renewed in time: thirty days before, somebody hears of it.

**Good:**
```yaml
# in the offer
valid: 2026-09-01/2027-12-31
```

**Bad:**
```yaml
# in the offer
valid: 2026-09-01/2026-12-10
```
"""

from collections.abc import Iterator
from datetime import date, timedelta

from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge

SOON = timedelta(days=30)


def check(knowledge: Knowledge, today: date) -> Iterator[Problem]:
    for source in knowledge.organizations:
        for n, service in enumerate(source.model.services):
            for m, offer in enumerate(service.offers):
                last = offer.valid.last
                if last is not None and timedelta() <= last - today <= SOON:
                    values: dict[str, str | int] = {"last": last.isoformat(), "days": (last - today).days}
                    yield Problem(
                        source.position("services", n, "offers", m, "valid"), "ending-soon", "warning", values
                    )
