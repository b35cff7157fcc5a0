"""A message to learn from: as one that is read, without what only its reader needs, for there are forty thousand."""

import sys
from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.catalogue.text import Language
from bot.understanding.cues.towns import Towns
from bot.understanding.cues.whereabouts import said_of
from bot.understanding.scoring.space import Features
from bot.understanding.text.clauses import Clauses
from bot.understanding.text.concepts import ConceptFinder
from bot.understanding.text.prepared import PreparedText, prepare, recast


@dataclass(frozen=True, slots=True)
class Taught:
    """`features` are those of each view; which words they cover nobody asks who learns. Equal words are one object."""

    words: tuple[str, ...]
    language: Language | None
    stems: tuple[str, ...]
    concepts: tuple[tuple[str, int], ...]
    features: Features

    def seen(self, look: Callable[[PreparedText], PreparedText]) -> "Taught":
        """Return the message as a model sees it that has another last view."""
        clauses = Clauses(self.words, frozenset())
        seen = look(PreparedText(self.words, clauses, self.language, self.stems, self.concepts, ()))
        return replace(self, features=(*self.features[:-1], seen.views[-1].hashes.tobytes()))


NOWHERE = Towns(())


def taught(text: str, concepts: ConceptFinder, towns: Towns = NOWHERE) -> Taught:
    """Return a message ready to learn from; in it a town is one word, whichever it is."""
    message = prepare(text, concepts)
    if towns.names:
        message = recast(message, towns.named(said_of(message)), concepts)
    features = tuple(view.hashes.tobytes() for view in message.views)
    return Taught(tuple(map(sys.intern, message.words)), message.language, message.stems, message.concepts, features)
