"""A web address is whole, as a browser shows it: a telephone refuses a button that leads nowhere.

**Good:**
```yaml
# in the organization
contact: {web: "https://girasole.example.org"}
```

**Bad:**
```yaml
# in the organization
contact: {web: girasole.example.org}
```
"""

import re
from collections.abc import Iterator
from datetime import date

from bot.editorial.problem import Position, Problem
from bot.editorial.reading import Knowledge

WEB = re.compile(r"https?://[\w-]{1,63}(\.[\w-]{1,63})+(:\d{1,5})?([/?#][^\s<>\"]*)?")


def check(knowledge: Knowledge, today: date) -> Iterator[Problem]:
    del today
    for web, position in _webs(knowledge):
        if not WEB.fullmatch(web):
            yield Problem(position, "bad-web", values={"web": web})


def _webs(knowledge: Knowledge) -> Iterator[tuple[str, Position]]:
    for source in knowledge.organizations:
        if web := source.model.contact.web:
            yield web, source.position("contact", "web")
        for n, service in enumerate(source.model.services):
            if service.contact and service.contact.web:
                yield service.contact.web, source.position("services", n, "contact", "web")
