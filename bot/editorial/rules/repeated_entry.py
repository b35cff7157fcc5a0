"""A list names each thing once.

Good, in the service:
    needs: [badante, caregiver]
Bad, in the service:
    needs: [badante, badante]
"""

from collections.abc import Iterator, Sequence

from bot.catalogue.model import Service
from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge
from bot.editorial.source import Step


def check(knowledge: Knowledge) -> Iterator[Problem]:
    for source, path, service in knowledge.services():
        for inside, names in _lists(service):
            for m, name in enumerate(names):
                if name in names[:m]:
                    position = source.position(*path, *inside, m)
                    yield Problem(position, "repeated-entry", "warning", {"entry": name, "field": str(inside[-1])})


def _lists(service: Service) -> Iterator[tuple[tuple[Step, ...], Sequence[str]]]:
    yield ("needs",), service.needs
    yield ("who",), service.who
    yield ("languages",), service.languages
    yield ("where", "places"), service.where.places
    if service.where.towns != "all":
        yield ("where", "towns"), service.where.towns
    for k, offer in enumerate(service.offers):
        if offer.companies != "all":
            yield ("offers", k, "companies"), offer.companies
