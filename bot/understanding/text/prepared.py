"""A message made ready for the model: its words mended and stemmed, its language, its concepts, its views."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.catalogue.text import FALLBACK, Language
from bot.understanding.text.clauses import Clauses, cut, shortened
from bot.understanding.text.concepts import ConceptFinder
from bot.understanding.text.language import language_of
from bot.understanding.text.repair import Repair
from bot.understanding.text.town_slot import TOWN
from bot.understanding.text.views import View, stem, views


@dataclass(frozen=True)
class PreparedText:
    """`language` is None where it cannot be told; `stems` are then Italian.

    `concepts` have the position of their word; `typed` are the words before they were mended.
    """

    typed: tuple[str, ...]
    clauses: Clauses
    language: Language | None
    stems: tuple[str, ...]
    concepts: tuple[tuple[str, int], ...]
    views: tuple[View, ...]

    @property
    def words(self) -> tuple[str, ...]:
        return self.clauses.words


def prepare(text: str, concepts: ConceptFinder, repair: Repair | None = None) -> PreparedText:
    """Return a message ready for the model.

    Without `repair` its words stay as they are (in training all are known).
    """
    clauses = cut(text)
    typed = clauses.words
    if repair:
        clauses = replace(clauses, words=tuple(repair.mend(typed)))
    return _seen(typed, clauses, language_of(clauses.words), concepts)


def recast(
    message: PreparedText, towns: Sequence[range], concepts: ConceptFinder, left_out: frozenset[int] = frozenset()
) -> PreparedText:
    """Return a message with one word for each town named, and as if those left out had not been written."""
    if not towns and not left_out:
        return message
    named = {town.start for town in towns}
    gone = left_out.union(*(town[1:] for town in towns))
    words = tuple(TOWN if at in named else word for at, word in enumerate(message.words))
    typed = tuple(TOWN if at in named else word for at, word in enumerate(message.typed) if at not in gone)
    clauses = shortened(replace(message.clauses, words=words), gone)
    return _seen(typed, clauses, message.language, concepts)


def _seen(typed: tuple[str, ...], clauses: Clauses, language: Language | None, concepts: ConceptFinder) -> PreparedText:
    spoken = language or FALLBACK
    stems = tuple(stem(word, spoken) for word in clauses.words)
    met = tuple(concepts.met(stems, spoken))
    return PreparedText(typed, clauses, language, stems, met, views(clauses.words, stems, met))
