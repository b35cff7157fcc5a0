"""Every area stands behind a door of the menu, or nobody reaches it by buttons.

**Good:**
```yaml
# in network.yaml
doors:
  - {id: cari, label: {it: Genitori anziani, en: Elderly parents}, areas: [anziani]}
```

**Bad:**
```yaml
# in the area
id: salute
```
"""

from collections.abc import Iterator
from datetime import date

from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge


def check(knowledge: Knowledge, today: date) -> Iterator[Problem]:
    del today
    if not knowledge.network:
        return
    shown = {area for door in knowledge.network.model.doors for area in door.areas}
    for source in knowledge.areas:
        if source.model.id not in shown:
            yield Problem(source.position("id"), "empty-door", values={"area": source.model.id})
