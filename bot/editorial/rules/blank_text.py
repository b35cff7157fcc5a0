"""A text that is written is not blank: nobody can press a button without a name.

**Good:**
```yaml
# in the organization
name: Il Girasole
```

**Bad:**
```yaml
# in the organization
name: "  "
```
"""

from collections.abc import Iterator
from datetime import date

from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge


def check(knowledge: Knowledge, today: date) -> Iterator[Problem]:
    del today
    for source in knowledge.sources:
        for scalar in source.scalars():
            if scalar.value is not None and not scalar.value.strip():
                yield Problem(scalar.position, "blank-text")
