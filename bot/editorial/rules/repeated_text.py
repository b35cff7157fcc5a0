"""Each field of a service says something of its own: nobody reads the same sentence twice on a phone.

Good, in the service:
    wait: {it: "Di solito una settimana.", en: "Usually a week."}
Bad, in the service:
    wait: {it: "Un pulsante al collo.", en: "A button round the neck."}
"""

from collections.abc import Iterator

from bot.catalogue.model import Service
from bot.catalogue.text import LANGUAGES, Language
from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge

FIELDS = ("summary", "first_step", "wait", "duration", "eligibility", "capacity", "payment")


def check(knowledge: Knowledge) -> Iterator[Problem]:
    for source, path, service in knowledge.services():
        for language in LANGUAGES:
            for field, first in _repeated(service, language):
                position = source.position(*path, field, language)
                yield Problem(position, "repeated-text", "warning", {"field": field, "first": first})


def _repeated(service: Service, language: Language) -> Iterator[tuple[str, str]]:
    """Yield each field that says what an earlier one says, and that earlier one."""
    found: dict[str, str] = {}
    for field in FIELDS:
        text = getattr(service, field)
        if said := text and getattr(text, language):
            first = found.setdefault("".join(filter(str.isalnum, said.lower())), field)
            if first != field:
                yield field, first
