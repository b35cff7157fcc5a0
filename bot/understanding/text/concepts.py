"""Expressions found in a message: the words of concepts, of needs, of danger, whatever their endings."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.catalogue.text import LANGUAGES, Language
from bot.understanding.text import normal
from bot.understanding.text.views import stem

Expression = tuple[str, ...]  # stems, in their order
SKIPPED = 1  # words that may stand between two of an expression


@dataclass(frozen=True)
class ConceptFinder:
    """For each language, the expressions and the ids of the concepts that each speaks for."""

    expressions: Mapping[Language, Mapping[Expression, tuple[str, ...]]]

    @cached_property
    def _by_start(self) -> dict[Language, dict[Expression, list[tuple[Expression, tuple[str, ...]]]]]:
        """Expressions by their first two stems, or their only one: most messages have the first, few the second."""
        table: dict[Language, dict[Expression, list[tuple[Expression, tuple[str, ...]]]]]
        table = {lang: {} for lang in LANGUAGES}
        for language, expressions in self.expressions.items():
            for expression, ids in expressions.items():
                table[language].setdefault(expression[:2], []).append((expression[2:], ids))
        return table

    def met(self, stems: Sequence[str], language: Language) -> list[tuple[str, int]]:
        """Return each concept met and the position of its first word, in the order of the message."""
        found: dict[str, int] = {}
        for ids, stretch in self._found(stems, language):
            for concept in ids:
                found.setdefault(concept, stretch.start)
        return list(found.items())

    def covered(self, stems: Sequence[str], language: Language, concept: str) -> set[int]:
        """Return the positions of all words that speak for a concept."""
        return {at for ids, stretch in self._found(stems, language) if concept in ids for at in stretch}

    def _found(self, stems: Sequence[str], language: Language) -> Iterator[tuple[tuple[str, ...], range]]:
        """Yield the ids of each expression met, and the words from its first to its last."""
        table = self._by_start[language]
        for position, first in enumerate(stems):
            starts: list[tuple[Expression, int]] = [((first,), position + 1)]
            starts += [((first, stems[at]), at + 1) for at in _window(position + 1, len(stems))]
            for start, after in starts:
                for rest, ids in table.get(start, ()):
                    end = _end(rest, stems, after)
                    if end:
                        yield ids, range(position, end)


def _window(start: int, end: int) -> range:
    return range(start, min(start + SKIPPED + 1, end))


def _end(rest: Expression, stems: Sequence[str], start: int) -> int:
    """Return where the rest of an expression ends that stands there, at most SKIPPED words between its own, or 0."""
    for wanted in rest:
        window = stems[start : start + SKIPPED + 1]
        if wanted not in window:
            return 0
        start += window.index(wanted) + 1
    return start


def of_words(words: Iterable[tuple[str, Sequence[str]]]) -> ConceptFinder:
    """Return the concepts of a list of ids with their words; every word is stemmed as both languages do."""
    tables: dict[Language, dict[Expression, tuple[str, ...]]] = {language: {} for language in LANGUAGES}
    for concept, spoken in words:
        for language, table in tables.items():
            for text in spoken:
                expression = tuple(stem(word, language) for word in normal.words(text))
                if expression and concept not in table.get(expression, ()):
                    table[expression] = (*table.get(expression, ()), concept)
    return ConceptFinder(tables)
