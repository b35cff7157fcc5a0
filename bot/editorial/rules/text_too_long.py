"""A text fits the card or the button that shows it: names 60 signs, summaries 200, first steps 260, a button 48.

Good, in the service:
    name: {it: Casa Sicura, en: Safe Home}
Bad, in the service:
    name:
      it: "Casa Sicura, il pulsante di soccorso che ti fa stare tranquillo giorno e notte"
      en: Safe Home
"""

from collections.abc import Iterator
from typing import Any

from bot.catalogue.slots import plain
from bot.catalogue.text import LANGUAGES
from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge
from bot.editorial.source import Source, Step

LIMITS = {
    "name": 60,
    "summary": 200,
    "first_step": 260,
    "say": 200,
    "documents": 120,
    "wait": 120,
    "duration": 120,
    "capacity": 120,
    "payment": 120,
    "eligibility": 160,
    "conditions": 120,
    "note": 80,
    "gift": 80,
    "what": 120,
    "ask": 48,  # on a button
    "label": 28,  # on a button beside another
    "sentence": 130,
    "when": 24,
    "text": 80,  # of a step: a plan of four is one screen
    "going": 200,
}
QUESTION = 120  # of a form: it stands above its buttons


def check(knowledge: Knowledge) -> Iterator[Problem]:
    for organization in knowledge.organizations:
        yield from _held(organization.model.name, "name", organization, ("name",))
    for source in knowledge.sources:
        for path, text in source.texts():
            for language in LANGUAGES:
                if said := getattr(text, language):
                    limit = QUESTION if path[0] == "forms" and _field(path) == "ask" else None
                    yield from _held(plain(said), _field(path), source, (*path, language), limit=limit)


def _field(path: tuple[Step, ...]) -> str:
    """Return the name of the field that a text belongs to; one of a list has that of the list."""
    return next(str(step) for step in reversed(path) if isinstance(step, str))


def _held(
    text: str, field: str, source: Source[Any], path: tuple[Step, ...], *, limit: int | None = None
) -> Iterator[Problem]:
    limit = limit or LIMITS.get(field)
    if limit and len(text) > limit:
        values: dict[str, str | int] = {"field": field, "length": len(text), "limit": limit}
        yield Problem(source.position(*path), "text-too-long", "warning", values)
