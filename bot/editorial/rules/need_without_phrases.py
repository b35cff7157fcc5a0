"""Every need type has phrases: without them it is known by its names alone, and hardly anybody is understood.

**Good:**
```yaml
# in the need
phrases: {it: [cerco una badante], en: [I need a carer]}
```

**Bad:**
```yaml
# in the need
phrases: {it: [], en: []}
```
"""

from collections.abc import Iterator
from datetime import date

from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge


def check(knowledge: Knowledge, today: date) -> Iterator[Problem]:
    del today
    for area in knowledge.areas:
        for n, need in enumerate(area.model.types):
            if not need.phrases.all:
                position = area.position("types", n, "id")
                yield Problem(position, "need-without-phrases", "warning", {"need": need.id})
