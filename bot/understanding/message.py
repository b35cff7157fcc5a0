"""A message made ready for the model: its words mended and stemmed, its language, its ideas, its views."""

from dataclasses import dataclass, replace

from bot.catalogue.text import FALLBACK, Language
from bot.understanding.clauses import Clauses, cut
from bot.understanding.ideas import Ideas
from bot.understanding.repair import Repair
from bot.understanding.tongue import language_of
from bot.understanding.views import View, stem, views


@dataclass(frozen=True)
class Message:
    """`language` is None where it cannot be told; `stems` are then Italian.

    `ideas` have the position of their word.
    """

    clauses: Clauses
    language: Language | None
    stems: tuple[str, ...]
    ideas: tuple[tuple[str, int], ...]
    views: tuple[View, ...]

    @property
    def words(self) -> tuple[str, ...]:
        return self.clauses.words


def prepare(text: str, ideas: Ideas, repair: Repair | None = None) -> Message:
    """Return a message ready for the model.

    Without `repair` its words stay as they are (in training all are known).
    """
    clauses = cut(text)
    if repair:
        clauses = replace(clauses, words=tuple(repair.mend(clauses.words)))
    language = language_of(clauses.words)
    spoken = language or FALLBACK
    stems = tuple(stem(word, spoken) for word in clauses.words)
    met = tuple(ideas.met(stems, spoken))
    return Message(clauses, language, stems, met, views(clauses.words, stems, met))
