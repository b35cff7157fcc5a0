"""Where a network says opening hours, and what is written there."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from bot.editorial.problem import Position
from bot.editorial.reading import Knowledge
from bot.editorial.source import Source, Step, find


class WrittenHours(NamedTuple):
    """Hours in their normal form, if they can be read, and as the file has them."""

    hours: str
    position: Position
    text: str
    at_place: bool


def written_hours(knowledge: Knowledge) -> Iterator[WrittenHours]:
    if network := knowledge.network:
        yield _at(network, network.model.desk.hours, "desk")
    if plans := knowledge.situations:
        for n, place in enumerate(plans.model.places):
            if place.hours is not None:
                yield _at(plans, place.hours, "places", n, at_place=False)
    for source in knowledge.organizations:
        for n, service in enumerate(source.model.services):
            yield _at(source, service.hours, "services", n, at_place=service.where.at == "place")


def _at(source: Source[Any], hours: str, *path: Step, at_place: bool = True) -> WrittenHours:
    node = find(source.tree, (*path, "hours"))
    return WrittenHours(hours, node.position, str(node.value), at_place)
