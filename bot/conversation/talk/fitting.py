"""How the words of one message fit single services: only the numbers outlive the message."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.model import Service
from bot.catalogue.slots import plain
from bot.catalogue.text import Language
from bot.conversation.talk.questions import CARDS
from bot.understanding.fit import fit
from bot.understanding.keywords import met
from bot.understanding.reading import Reading

ASKED_FOR = 3.0  # a keyword of a service, against the words of its description: nothing but a wrong age outweighs it
PLAIN = 1.5  # from so much of keywords on, an expression or two words, a need that was read otherwise gives way
LONG = 12  # words: who writes more is told by all of them, not by an expression
CORRECTED = 0.9  # how much of the belief then goes to the needs whose keywords were met


def service_fits(text: str, reading: Reading, catalogue: Catalogue, language: Language) -> dict[str, float]:
    """Return how well the words fit the services that are likely meant; the others are left out.

    The words of the description give 0 to 1, keywords up to ASKED_FOR more.
    """
    found: dict[str, float] = {}
    for services in _likely(reading, catalogue):
        shared = fit(text, {one: _text(service, language) for one, service in services.items()}, language)
        asked = _asked_for(text, services, language)
        most = max(asked.values(), default=1.0)
        found |= {
            one: shared.get(one, 0.0) + ASKED_FOR * asked.get(one, 0.0) / most
            for one in services
            if one in shared | asked
        }
    return {service: round(score, 3) for service, score in found.items()}


def _likely(reading: Reading, catalogue: Catalogue) -> Iterator[dict[str, Service]]:
    """Yield the services of the likely needs, need by need, and those that the plan of a situation leads to."""
    for need in dict.fromkeys((*reading.asked, *list(reading.belief)[:CARDS])):
        yield {entry.id: entry.service for entry in catalogue.by_need.get(need, ())}
    told = catalogue.situations.get(reading.situation or "")
    steps = [catalogue.entries.get(step.service or "") for step in told.steps] if told else []
    yield {entry.id: entry.service for entry in steps if entry and not entry.service.suspended}


def _asked_for(text: str, services: Mapping[str, Service], language: Language) -> dict[str, float]:
    return met(text, {one: service.keywords.of(language) for one, service in services.items()}, language)


def corrected(text: str, reading: Reading, catalogue: Catalogue, language: Language) -> Reading:
    """Return a reading with the need whose service was asked for by its keywords, where another need was read.

    The engine reads whole messages, and one word among them may lead it astray: «la caldaia non parte».
    """
    asked = _by_need(text, catalogue, language) if len(text.split()) <= LONG else {}
    if len(reading.asked) > 1:
        return replace(reading, asked=tuple(sorted(reading.asked, key=lambda need: need not in asked)))
    most = max(asked.values(), default=0.0)
    if most < PLAIN or reading.best in asked:
        return reading
    meant = [need for need, weight in asked.items() if weight == most]
    belief = {n: (1 - CORRECTED) * p + CORRECTED * (n in meant) / len(meant) for n, p in reading.belief.items()}
    ordered = dict(sorted(belief.items(), key=lambda one: -one[1]))
    return replace(reading, belief=ordered, asked=(next(iter(ordered)),))


def _by_need(text: str, catalogue: Catalogue, language: Language) -> dict[str, float]:
    """Return how much of a message is keywords of each need: of the service with most."""
    services = {one: entry.service for one, entry in catalogue.entries.items() if not entry.service.suspended}
    found: dict[str, float] = {}
    for one, weight in _asked_for(text, services, language).items():
        need = services[one].needs[0]
        found[need] = max(found.get(need, 0.0), weight)
    return found


def _text(service: Service, language: Language) -> str:
    step = service.first_step
    said = (service.name, service.summary, step, step.say if step else None)
    return plain(" ".join(part.of(language) for part in said if part))
