"""An e-mail address has the form of one.

**Good:**
```yaml
# in the organization
contact: {email: ciao@girasole.example.org}
```

**Bad:**
```yaml
# in the organization
contact: {email: ciao.girasole.example.org}
```
"""

import re
from collections.abc import Iterator
from datetime import date

from bot.editorial.problem import Position, Problem
from bot.editorial.reading import Knowledge

EMAIL = re.compile(r"[^\s@<>,;]{1,64}@[\w-]{1,63}(\.[\w-]{1,63})+")


def check(knowledge: Knowledge, today: date) -> Iterator[Problem]:
    del today
    for email, position in _emails(knowledge):
        if not EMAIL.fullmatch(email):
            yield Problem(position, "bad-email", values={"email": email})


def _emails(knowledge: Knowledge) -> Iterator[tuple[str, Position]]:
    if network := knowledge.network:
        yield network.model.desk.email, network.position("desk", "email")
        yield network.model.privacy.email, network.position("privacy", "email")
    for source in knowledge.organizations:
        if email := source.model.contact.email:
            yield email, source.position("contact", "email")
        for n, service in enumerate(source.model.services):
            if service.contact and service.contact.email:
                yield service.contact.email, source.position("services", n, "contact", "email")
