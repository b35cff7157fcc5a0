"""Whoever wants the service can reach somebody: by phone, e-mail or web, of the service or of its organization.

**Good:**
```yaml
# in the organization
contact: {phone: "059 000 0199"}
```

**Bad:**
```yaml
# in the organization
contact: {}
```
"""

from collections.abc import Iterator
from datetime import date

from bot.catalogue.contacts import Contact
from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge


def check(knowledge: Knowledge, today: date) -> Iterator[Problem]:
    del today
    for source in knowledge.organizations:
        for n, service in enumerate(source.model.services):
            if not _ways(service.contact) and not _ways(source.model.contact):
                position = source.position("services", n, "id")
                yield Problem(position, "no-contact", "warning", {"service": service.id})


def _ways(contact: Contact | None) -> bool:
    return contact is not None and any((contact.numbers, contact.email, contact.web))
