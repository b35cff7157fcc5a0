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

from bot.editorial.problem import Place, Problem
from bot.editorial.reading import Knowledge

WEB = re.compile(r"https?://[\w-]{1,63}(\.[\w-]{1,63})+(:\d{1,5})?([/?#][^\s<>\"]*)?")


def check(knowledge: Knowledge, today: date) -> Iterator[Problem]:
    del today
    for web, place in _webs(knowledge):
        if not WEB.fullmatch(web):
            yield Problem(place, "bad-web", values={"web": web})


def _webs(knowledge: Knowledge) -> Iterator[tuple[str, Place]]:
    for source in knowledge.organizations:
        if web := source.model.contact.web:
            yield web, source.place("contact", "web")
        for n, service in enumerate(source.model.services):
            if service.contact and service.contact.web:
                yield service.contact.web, source.place("services", n, "contact", "web")
