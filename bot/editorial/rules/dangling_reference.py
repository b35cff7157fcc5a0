"""Whatever is named by its id is there.

Good, in the service:
    needs: [badante]
Bad, in the service:
    needs: [badanti]
"""

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from bot.catalogue.situations import Situations
from bot.editorial.problem import Position, Problem
from bot.editorial.reading import Knowledge
from bot.editorial.values import by_name

STEPS = "situations.situations.*.steps.*"
NAMED = {  # what is named -> where
    "town": (
        *("network.desk.town", "companies.companies.*.town", "situations.places.*.town"),
        *("organizations.locations.*.town", "organizations.services.*.where.towns.*"),
    ),
    "need": (
        *("network.without.*", "network.doors.*.needs.*", "golden.questions.*.need", f"{STEPS}.need"),
        *("organizations.services.*.needs.*", "situations.places.*.needs.*"),
    ),
    "area": ("network.doors.*.areas.*",),
    "company": ("organizations.services.*.offers.*.companies.*",),
    "service": (f"{STEPS}.service",),
    "place": (f"{STEPS}.place",),
    "situation": ("golden.questions.*.situation",),
}
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
    for target, patterns in NAMED.items():
        yield from (_Reference(target, name, position) for name, position in knowledge.each(*patterns))
    for source, path, service in knowledge.services():
        places = frozenset(location.id for location in source.model.locations)
        for m, location in enumerate(service.where.places):
            yield _Reference("location", location, source.position(*path, "where", "places", m), places)
