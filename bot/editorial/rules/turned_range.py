"""What goes from … to … goes from less to more: ages and prices.

Good, in the service:
    ages: {from: 6, to: 14}
Bad, in the service:
    ages: {from: 14, to: 6}
"""

from collections.abc import Iterator

from bot.catalogue.model import Service
from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge


def check(knowledge: Knowledge) -> Iterator[Problem]:
    for source, path, service in knowledge.services():
        for field in _turned(service):
            yield Problem(source.position(*path, field), "turned-range", values={"field": field})


def _turned(service: Service) -> Iterator[str]:
    ages, price = service.ages, service.price
    if ages and ages.first_month is not None and ages.last_month is not None and ages.first_month > ages.last_month:
        yield "ages"
    if price.low is not None and price.high is not None and price.low > price.high:
        yield "price"
