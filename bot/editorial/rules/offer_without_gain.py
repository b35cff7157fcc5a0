"""An offer saves something: its new price is lower than the price of everybody.

**Good:**
```yaml
# in the offer
value: {amount: 12, per: month}
```

**Bad:**
```yaml
# in the offer
value: {amount: 18, per: month}
```
"""

from collections.abc import Iterator
from datetime import date

from bot.catalogue.costs import Price, Value
from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge


def check(knowledge: Knowledge, today: date) -> Iterator[Problem]:
    del today
    for source in knowledge.organizations:
        for n, service in enumerate(source.model.services):
            for m, offer in enumerate(service.offers):
                if _saves_nothing(service.price, offer.value):
                    position = source.position("services", n, "offers", m, "value")
                    yield Problem(position, "offer-without-gain", "warning", {"service": service.id})


def _saves_nothing(price: Price, value: Value) -> bool:
    if price.free:
        return value.gift is None
    full = price.amount if price.amount is not None else price.high
    if full is None or value.amount is None:
        return value.minus is not None and full is not None and value.minus > full
    return value.per == price.per and value.amount >= full
