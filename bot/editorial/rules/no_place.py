"""A service says where it reaches people: its locations when they go there, its towns when it comes to them.

**Good:**
```yaml
# in the service
where: {at: place, places: [sede]}
```

**Bad:**
```yaml
# in the service
where: {at: place}
```
"""

from collections.abc import Iterator
from datetime import date

from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge


def check(knowledge: Knowledge, today: date) -> Iterator[Problem]:
    del today
    for source in knowledge.organizations:
        for n, service in enumerate(source.model.services):
            where = service.where
            values: dict[str, str | int] = {"service": service.id}
            if where.at == "place" and not where.places:
                yield Problem(source.position("services", n, "where"), "no-place", values=values)
            if where.at == "home" and not where.towns:
                yield Problem(source.position("services", n, "where"), "no-place", values=values, variant="home")
