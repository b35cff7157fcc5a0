"""Whatever is named by its id is there.

Good, in the service:
    needs: [badante]
Bad, in the service:
    needs: [badanti]
"""

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from bot.catalogue.model import Organization, Service
from bot.catalogue.situations import Situations
from bot.editorial.problem import Position, Problem
from bot.editorial.reading import Knowledge
from bot.editorial.source import Source, Step
from bot.editorial.values import by_name

CLOSE = 60  # how alike (0-100) an id must be to be suggested


@dataclass(frozen=True)
class _Reference:
    """A name that must be known. `target` is also the variant of the phrase."""

    target: str
    name: str
    position: Position
    known: frozenset[str] | None = None


def check(knowledge: Knowledge) -> Iterator[Problem]:
    known = _known(knowledge)
    network, companies = knowledge.network, knowledge.companies
    called = by_name.names(network.model if network else None, companies.model if companies else None)
    for reference in _references(knowledge):
        names = reference.known if reference.known is not None else known.get(reference.target)
        # Where the file that should have the names is broken itself, saying that they are missing would mislead.
        if names is not None and reference.name not in names:
            yield _problem(reference, names, called)


def _problem(reference: _Reference, names: frozenset[str], called: by_name.Names) -> Problem:
    nearest = process.extractOne(reference.name, sorted(names), scorer=fuzz.ratio, score_cutoff=CLOSE)
    said = by_name.nearest(reference.name, called.get(reference.target, {}))
    values: dict[str, str | int] = {
        "id": reference.name,
        "nearest": said or (nearest[0] if nearest else "none"),
        "known": ", ".join(sorted(names)) or "-",
    }
    return Problem(reference.position, "dangling-reference", values=values, variant=reference.target)


def _known(knowledge: Knowledge) -> dict[str, frozenset[str]]:
    known: dict[str, frozenset[str]] = {}
    if knowledge.network:
        known["town"] = frozenset(town.id for town in knowledge.network.model.municipalities)
    if "companies" not in knowledge.broken and knowledge.companies:
        known["company"] = frozenset(company.id for company in knowledge.companies.model.companies)
    if "needs" not in knowledge.broken:
        known["area"] = frozenset(area.model.id for area in knowledge.areas)
        known["need"] = frozenset(need.id for area in knowledge.areas for need in area.model.types)
    if "organizations" not in knowledge.broken:
        services = (service for source in knowledge.organizations for service in source.model.services)
        known["service"] = frozenset(service.id for service in services)
    if "situations" not in knowledge.broken:
        plans = knowledge.situations.model if knowledge.situations else Situations()
        known["situation"] = frozenset(situation.id for situation in plans.situations)
        known["place"] = frozenset(place.id for place in plans.places)
    return known


def _references(knowledge: Knowledge) -> Iterator[_Reference]:
    yield from _of_the_network(knowledge)
    if companies := knowledge.companies:
        for n, company in enumerate(companies.model.companies):
            yield _Reference("town", company.town, companies.position("companies", n, "town"))
    if golden := knowledge.golden:
        for n, question in enumerate(golden.model.questions):
            target = "need" if question.need else "situation"
            yield _Reference(target, question.wanted, golden.position("questions", n, target))
    yield from _of_plans(knowledge)
    for source in knowledge.organizations:
        for n, location in enumerate(source.model.locations):
            yield _Reference("town", location.town, source.position("locations", n, "town"))
        for n, service in enumerate(source.model.services):
            yield from _of_service(source, service, ("services", n))


def _of_the_network(knowledge: Knowledge) -> Iterator[_Reference]:
    if not (network := knowledge.network):
        return
    yield _Reference("town", network.model.desk.town, network.position("desk", "town"))
    for n, need in enumerate(network.model.without):
        yield _Reference("need", need, network.position("without", n))
    for n, door in enumerate(network.model.doors):
        for m, area in enumerate(door.areas):
            yield _Reference("area", area, network.position("doors", n, "areas", m))
        for m, need in enumerate(door.needs):
            yield _Reference("need", need, network.position("doors", n, "needs", m))


def _of_plans(knowledge: Knowledge) -> Iterator[_Reference]:
    if not (source := knowledge.situations):
        return
    for n, situation in enumerate(source.model.situations):
        for m, step in enumerate(situation.steps):
            for target, name in step.targets:
                yield _Reference(target, name, source.position("situations", n, "steps", m, target))
    for n, place in enumerate(source.model.places):
        if place.town:
            yield _Reference("town", place.town, source.position("places", n, "town"))


def _of_service(source: Source[Organization], service: Service, path: tuple[Step, ...]) -> Iterator[_Reference]:
    places = frozenset(location.id for location in source.model.locations)
    for m, need in enumerate(service.needs):
        yield _Reference("need", need, source.position(*path, "needs", m))
    for m, town in enumerate(service.where.towns if service.where.towns != "all" else ()):
        yield _Reference("town", town, source.position(*path, "where", "towns", m))
    for m, location in enumerate(service.where.places):
        yield _Reference("location", location, source.position(*path, "where", "places", m), places)
    for k, offer in enumerate(service.offers):
        for m, company in enumerate(offer.companies if offer.companies != "all" else ()):
            yield _Reference("company", company, source.position(*path, "offers", k, "companies", m))
