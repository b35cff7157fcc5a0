"""An offer saves something: its new price is lower than the price of everybody.

Good, in the offer:
    value: {amount: 12, per: month}
Bad, in the offer:
    value: {amount: 18, per: month}
"""

from collections.abc import Iterator

from bot.catalogue.costs import Price, Value
from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge


def check(knowledge: Knowledge) -> Iterator[Problem]:
    for source, path, service in knowledge.services():
        for m, offer in enumerate(service.offers):
            if _saves_nothing(service.price, offer.value):
                position = source.position(*path, "offers", m, "value")
                yield Problem(position, "offer-without-gain", "warning", {"service": service.id})


def _saves_nothing(price: Price, value: Value) -> bool:
    if price.free:
        return value.gift is None
    full = price.amount if price.amount is not None else price.high
    if full is None or value.amount is None:
        return value.minus is not None and full is not None and value.minus > full
    return value.per == price.per and value.amount >= full
