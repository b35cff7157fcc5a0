"""Opening hours are written as OpenStreetMap writes them.

**Good:**
```yaml
# in the service
hours: "Mo-Fr 09:00-17:00; PH off"
```

**Bad:**
```yaml
# in the service
hours: "lun-ven 9-17"
```
"""

from collections.abc import Iterator
from datetime import date

from opening_hours import validate

from bot.editorial.problem import Position, Problem
from bot.editorial.reading import Knowledge


def check(knowledge: Knowledge, today: date) -> Iterator[Problem]:
    del today
    for hours, position in _hours(knowledge):
        if not validate(hours):
            yield Problem(position, "bad-hours", values={"hours": hours})


def _hours(knowledge: Knowledge) -> Iterator[tuple[str, Position]]:
    if network := knowledge.network:
        yield network.model.desk.hours, network.position("desk", "hours")
    if plans := knowledge.situations:
        for n, place in enumerate(plans.model.places):
            if place.hours:
                yield place.hours, plans.position("places", n, "hours")
    for source in knowledge.organizations:
        for n, service in enumerate(source.model.services):
            yield service.hours, source.position("services", n, "hours")
