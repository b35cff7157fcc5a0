"""An area has need types; without, its button leads nowhere and nothing can be learned.

**Good:**
```yaml
# in the area
types:
  - {id: badante, name: Badante}
```

**Bad:**
```yaml
# in the area
types: []
```
"""

from collections.abc import Iterator
from datetime import date

from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge


def check(knowledge: Knowledge, today: date) -> Iterator[Problem]:
    del today
    for source in knowledge.areas:
        if not source.model.types:
            yield Problem(source.place("types"), "area-without-needs", values={"area": source.model.id})
