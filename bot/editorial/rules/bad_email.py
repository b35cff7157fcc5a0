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

from bot.editorial.problem import Place, Problem
from bot.editorial.reading import Knowledge

EMAIL = re.compile(r"[^\s@<>,;]{1,64}@[\w-]{1,63}(\.[\w-]{1,63})+")


def check(knowledge: Knowledge, today: date) -> Iterator[Problem]:
    del today
    for email, place in _emails(knowledge):
        if not EMAIL.fullmatch(email):
            yield Problem(place, "bad-email", values={"email": email})


def _emails(knowledge: Knowledge) -> Iterator[tuple[str, Place]]:
    if network := knowledge.network:
        yield network.model.desk.email, network.place("desk", "email")
        yield network.model.privacy.email, network.place("privacy", "email")
    for source in knowledge.organizations:
        if email := source.model.contact.email:
            yield email, source.place("contact", "email")
        for n, service in enumerate(source.model.services):
            if service.contact and service.contact.email:
                yield service.contact.email, source.place("services", n, "contact", "email")
