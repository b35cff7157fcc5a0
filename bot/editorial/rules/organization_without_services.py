"""An organization has at least one service; without, nobody ever meets it.

**Good:**
```yaml
# in the organization
services:
  - {id: primo, needs: [badante], name: Uno, summary: A., where: {at: online}, hours: 24/7, price: {free: true}}
```

**Bad:**
```yaml
# in the organization
services: []
```
"""

from collections.abc import Iterator
from datetime import date

from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge


def check(knowledge: Knowledge, today: date) -> Iterator[Problem]:
    del today
    for source in knowledge.organizations:
        if not source.model.services:
            values: dict[str, str | int] = {"organization": source.model.id}
            yield Problem(source.position("id"), "organization-without-services", "warning", values)
