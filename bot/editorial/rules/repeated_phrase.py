"""A phrase stands once: in two types it speaks for both and teaches nothing, and twice in one it is dead weight.

Capitals, accents and signs do not count.

Good, in the need:
    phrases: {it: [cerco una badante, mi serve una signora per la nonna], en: [I need a carer]}
Bad, in the need:
    phrases: {it: [cerco una badante, "Cerco una badante!"], en: [I need a carer]}
"""

from collections.abc import Iterator
from itertools import chain

from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge
from bot.editorial.spoken import Spoken, of_situations, spoken
from bot.understanding.text.normal import words


def check(knowledge: Knowledge) -> Iterator[Problem]:
    first: dict[tuple[str, ...], Spoken] = {}
    for phrase in chain(spoken(knowledge), of_situations(knowledge)):
        said = tuple(words(phrase.text))
        before = first.setdefault(said, phrase) if said else phrase
        if before is not phrase:
            values: dict[str, str | int] = {"phrase": phrase.text, "need": before.need, "first": str(before.position)}
            variant = "" if before.need == phrase.need else "elsewhere"
            yield Problem(phrase.position, "repeated-phrase", "warning", values, variant)
