"""A phone number is one that a phone in the network's country can call.

**Good:**
```yaml
# in the organization
contact: {phone: "059 000 0199"}
```

**Bad:**
```yaml
# in the organization
contact: {phone: "059 00"}
```
"""

import re
from collections.abc import Iterator
from datetime import date

import phonenumbers

from bot.editorial.problem import Position, Problem
from bot.editorial.reading import Knowledge

NATIONAL = re.compile(r"[18](?: ?\d){2,5}")  # 1522, 803 164: short numbers of the whole country
EMERGENCY = re.compile(r"\d[\d ]{1,18}")  # short numbers such as 112 are no subscriber's number


def check(knowledge: Knowledge, today: date) -> Iterator[Problem]:
    del today
    country = knowledge.network.model.country if knowledge.network else "IT"
    for phone, position in _phones(knowledge):
        if country in phonenumbers.SUPPORTED_REGIONS and not can_ring(phone, country):
            yield Problem(position, "bad-phone", values={"phone": phone})
    if network := knowledge.network:
        for n, number in enumerate(network.model.emergency):
            if not EMERGENCY.fullmatch(number.phone):
                position = network.position("emergency", n, "phone")
                yield Problem(position, "bad-phone", values={"phone": number.phone}, variant="emergency")


def can_ring(phone: str, country: str) -> bool:
    """Tell whether a phone in a country, one that phonenumbers knows, can call a number."""
    try:
        number = phonenumbers.parse(phone, country)
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.is_possible_number(number) and not any(sign.isalpha() for sign in phone)


def _phones(knowledge: Knowledge) -> Iterator[tuple[str, Position]]:
    if network := knowledge.network:
        yield network.model.desk.phone, network.position("desk", "phone")
    if plans := knowledge.situations:
        for n, place in enumerate(plans.model.places):
            if place.phone and not NATIONAL.fullmatch(place.phone):
                yield place.phone, plans.position("places", n, "phone")
    for source in knowledge.organizations:
        if phone := source.model.contact.phone:
            yield phone, source.position("contact", "phone")
        for n, service in enumerate(source.model.services):
            if service.contact and service.contact.phone:
                yield service.contact.phone, source.position("services", n, "contact", "phone")
