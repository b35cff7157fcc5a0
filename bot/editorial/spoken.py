"""The phrases of a knowledge folder, each with its type and its position: what the rules about phrases read."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.catalogue.model import Area, Outside
from bot.catalogue.situations import Situations
from bot.catalogue.text import LANGUAGES, Language, Texts
from bot.editorial.problem import Position
from bot.editorial.reading import Knowledge
from bot.editorial.source import Source, Step

OUTSIDE = "outside.yaml"


@dataclass(frozen=True)
class Spoken:
    """A phrase. `need` is the id of its type or situation, or OUTSIDE; its position is looked up when somebody asks."""

    need: str
    language: Language
    text: str
    source: Source[Area] | Source[Outside] | Source[Situations]
    path: tuple[Step, ...]

    @property
    def position(self) -> Position:
        return self.source.position(*self.path)


def spoken(knowledge: Knowledge) -> Iterator[Spoken]:
    """Return the phrases of every type, then those of what is outside, in the order of the files."""
    for area in knowledge.areas:
        for n, need in enumerate(area.model.types):
            yield from _of(area, need.id, need.phrases, ("types", n, "phrases"))
    if knowledge.outside:
        yield from _of(knowledge.outside, OUTSIDE, knowledge.outside.model.phrases, ("phrases",))


def of_situations(knowledge: Knowledge) -> Iterator[Spoken]:
    """Return the phrases of every situation."""
    if source := knowledge.situations:
        for n, situation in enumerate(source.model.situations):
            yield from _of(source, situation.id, situation.phrases, ("situations", n, "phrases"))


def _of(
    source: Source[Area] | Source[Outside] | Source[Situations], need: str, phrases: Texts, path: tuple[Step, ...]
) -> Iterator[Spoken]:
    for language in LANGUAGES:
        for position, text in enumerate(phrases.of(language)):
            yield Spoken(need, language, text, source, (*path, language, position))
