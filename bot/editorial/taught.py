"""What a knowledge folder that was read teaches: its needs over the library's, and the names of its towns."""

from bot.catalogue.model import Outside
from bot.editorial.reading import Knowledge
from bot.understanding.learning.corpus import Corpus, names_of, of_parts


def taught(knowledge: Knowledge) -> Corpus:
    """Return the corpus of a folder; what it does not say, and cannot take from the library, is left out."""
    return of_parts(
        [area.model for area in knowledge.areas],
        knowledge.outside.model if knowledge.outside else Outside(),
        knowledge.concepts.model.concepts if knowledge.concepts else (),
        *(names_of(knowledge.network.model) if knowledge.network else ((), ())),
        situations=knowledge.situations.model.situations if knowledge.situations else (),
    )
