"""The phrases of a knowledge folder, each with its type and its place: what the rules about phrases read."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.catalogue.text import LANGUAGES, Language
from bot.editorial.problem import Place
from bot.editorial.reading import Knowledge

OUTSIDE = "outside.yaml"


@dataclass(frozen=True)
class Spoken:
    """A phrase. `need` is the id of its type, or OUTSIDE."""

    need: str
    language: Language
    text: str
    place: Place


def spoken(knowledge: Knowledge) -> Iterator[Spoken]:
    """Return the phrases of every type, then those of what is outside, in the order of the files."""
    for area in knowledge.areas:
        for n, need in enumerate(area.model.types):
            for language in LANGUAGES:
                for k, text in enumerate(need.phrases.of(language)):
                    yield Spoken(need.id, language, text, area.place("types", n, "phrases", language, k))
    if outside := knowledge.outside:
        for language in LANGUAGES:
            for k, text in enumerate(outside.model.phrases.of(language)):
                yield Spoken(OUTSIDE, language, text, outside.place("phrases", language, k))
