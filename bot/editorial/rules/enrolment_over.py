"""A service that one must sign up for says when one can do so next.

**Good:**
```yaml
# in the service
enrolment: 2027-03-01/2027-05-31
```

**Bad:**
```yaml
# in the service
enrolment: 2025-03-01/2025-05-31
```
"""

from collections.abc import Iterator
from datetime import date

from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge


def check(knowledge: Knowledge, today: date) -> Iterator[Problem]:
    for source in knowledge.organizations:
        for n, service in enumerate(source.model.services):
            period = service.enrolment
            if period and period.last and period.last < today and (not period.first or period.first <= period.last):
                values: dict[str, str | int] = {"last": period.last.isoformat()}
                yield Problem(source.position("services", n, "enrolment"), "enrolment-over", "warning", values)
