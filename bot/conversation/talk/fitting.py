"""How the words of one message fit single services: only the numbers outlive the message."""

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.model import Service
from bot.catalogue.slots import plain
from bot.catalogue.text import Language
from bot.conversation.talk.questions import CARDS
from bot.understanding.fit import fit
from bot.understanding.reading import Reading


def service_fits(text: str, reading: Reading, catalogue: Catalogue, language: Language) -> dict[str, float]:
    """Return for services of the likely needs how well the words fit them, 0 to 1; the others are left out."""
    likely = dict.fromkeys((*reading.asked, *list(reading.belief)[:CARDS]))
    found: dict[str, float] = {}
    for need in likely:
        services = {entry.id: _text(entry.service, language) for entry in catalogue.by_need.get(need, ())}
        found |= fit(text, services, language)
    return {service: round(score, 3) for service, score in found.items()}


def _text(service: Service, language: Language) -> str:
    step = service.first_step
    said = (service.name, service.summary, *((step, step.say) if step else ()))
    return plain(" ".join(part.of(language) for part in said))
