"""An id names one thing only.

Good, in the organization:
    services:
      - {id: primo, needs: [badante], name: Uno, summary: A., where: {at: online}, hours: 24/7, price: {free: true}}
      - {id: secondo, needs: [badante], name: Due, summary: B., where: {at: online}, hours: 24/7, price: {free: true}}
Bad, in the organization:
    services:
      - {id: primo, needs: [badante], name: Uno, summary: A., where: {at: online}, hours: 24/7, price: {free: true}}
      - {id: primo, needs: [badante], name: Due, summary: B., where: {at: online}, hours: 24/7, price: {free: true}}
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from bot.catalogue.model import Organization
from bot.editorial.folder.copies import original_stem
from bot.editorial.problem import Position, Problem
from bot.editorial.reading import Knowledge
from bot.editorial.source import Source

Named = tuple[str, str, Position]  # the group in which the id must be alone, the id, where it is


def check(knowledge: Knowledge) -> Iterator[Problem]:
    first: dict[tuple[str, str], Position] = {}
    for group, name, position in _ids(knowledge):
        # Ids differ in more than capitals: people type them in commands and read them in reports.
        before = first.setdefault((group, name.lower()), position)
        if before is not position:
            yield Problem(position, "duplicate-id", values={"id": name, "first": str(before)})


def _ids(knowledge: Knowledge) -> Iterator[Named]:
    yield from _of_the_network(knowledge)
    yield from _of_plans(knowledge)
    for area in knowledge.areas:
        yield "area", area.model.id, area.position("id")
        for n, need in enumerate(area.model.types):
            yield "need", need.id, area.position("types", n, "id")
    for source in sorted(knowledge.organizations, key=_is_copy):
        yield "organization", source.model.id, source.position("id")
        for n, location in enumerate(source.model.locations):
            yield f"location of {source.name}", location.id, source.position("locations", n, "id")
        for n, service in enumerate(source.model.services):
            yield "service", service.id, source.position("services", n, "id")
            for m, offer in enumerate(service.offers):
                yield "offer", offer.id, source.position("services", n, "offers", m, "id")


def _is_copy(source: Source[Organization]) -> bool:
    """Tell whether a file's name is a copy's, or not that of its id: then it has taken the id, not the other."""
    stem = PurePosixPath(source.name).stem
    return original_stem(stem) is not None or stem.lower() != source.model.id.lower()


def _of_the_network(knowledge: Knowledge) -> Iterator[Named]:
    if network := knowledge.network:
        for n, town in enumerate(network.model.municipalities):
            yield "town", town.id, network.position("municipalities", n, "id")
        for n, neighbour in enumerate(network.model.neighbours):
            yield "neighbour", neighbour.id, network.position("neighbours", n, "id")
        for n, door in enumerate(network.model.doors):
            yield "door", door.id, network.position("doors", n, "id")
    if companies := knowledge.companies:
        for n, company in enumerate(companies.model.companies):
            yield "company", company.id, companies.position("companies", n, "id")
    if concepts := knowledge.concepts:
        for n, concept in enumerate(concepts.model.concepts):
            yield "concept", concept.id, concepts.position("concepts", n, "id")


def _of_plans(knowledge: Knowledge) -> Iterator[Named]:
    if plans := knowledge.situations:
        for n, situation in enumerate(plans.model.situations):
            yield "situation", situation.id, plans.position("situations", n, "id")
        for n, place in enumerate(plans.model.places):
            yield "public place", place.id, plans.position("places", n, "id")
