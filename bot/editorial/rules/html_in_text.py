"""Texts are plain: no HTML tags, no HTML entities. The bot itself makes what must be bold bold.

**Good:**
```yaml
# in the service
summary: {it: "Pranzo & cena a casa.", en: "Lunch & dinner at home."}
```

**Bad:**
```yaml
# in the service
summary: {it: "<b>Pranzo</b> &amp; cena a casa.", en: "Lunch & dinner at home."}
```
"""

import re
from collections.abc import Iterator
from datetime import date

from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge

HTML = re.compile(r"</?[a-zA-Z][^<>]{0,200}>|&(?:[a-zA-Z]{2,8}|#\d{2,6});")
NOT_SHOWN = frozenset({"phrases", "words", "web"})


def check(knowledge: Knowledge, today: date) -> Iterator[Problem]:
    del today
    for source in knowledge.sources:
        for scalar in source.scalars(without=NOT_SHOWN):
            if found := HTML.search(scalar.text):
                yield Problem(scalar.position, "html-in-text", "warning", {"html": found[0]})
