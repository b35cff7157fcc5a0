"""What a network adds to what was learned without it: the names of its towns, as places and as words."""

from collections.abc import Iterator

from bot.understanding.blob import Blob
from bot.understanding.cues.towns import of_towns
from bot.understanding.learning.corpus import Corpus, Named
from bot.understanding.serialization import places_of
from bot.understanding.text.normal import words
from bot.understanding.text.repair import SHORTEST


def completed(blob: Blob, corpus: Corpus) -> Blob:
    """Return an engine that knows the towns and the neighbours of a corpus; nothing is fitted.

    The names of its towns are the first that a mistyped word is held against, those of its neighbours the last.
    """
    vocabulary = blob.meta["vocabulary"].split()
    known = frozenset(vocabulary)
    names = (*_fresh(corpus.towns, known), *vocabulary, *_fresh(corpus.neighbours, known))
    places = of_towns(corpus.towns, corpus.neighbours, known)
    return Blob({**blob.meta, **places_of(places), "vocabulary": " ".join(dict.fromkeys(names))}, blob.arrays)


def _fresh(names: Named, known: frozenset[str]) -> Iterator[str]:
    """Yield the words of names that may be mistyped, and were not taught."""
    yield from (word for name, _ in names for word in words(name) if len(word) >= SHORTEST and word not in known)
