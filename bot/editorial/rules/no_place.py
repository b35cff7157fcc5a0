"""A service says where it reaches people: its locations when they go there, its towns when it comes to them.

Good, in the service:
    where: {at: place, places: [sede]}
Bad, in the service:
    where: {at: place}
"""

from collections.abc import Iterator

from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge


def check(knowledge: Knowledge) -> Iterator[Problem]:
    for source, path, service in knowledge.services():
        where = service.where
        values: dict[str, str | int] = {"service": service.id}
        if where.at == "place" and not where.places:
            yield Problem(source.position(*path, "where"), "no-place", values=values)
        if where.at == "home" and not where.towns:
            yield Problem(source.position(*path, "where"), "no-place", values=values, variant="home")
