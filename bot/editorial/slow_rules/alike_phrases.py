"""No two phrases are nearly the same: in two types they speak against each other, in one the second is dead weight.

Good, in the need:
    phrases: {it: [cerco una badante, mi serve una signora per la nonna], en: [I need a carer]}
Bad, in the need:
    phrases: {it: [cerco una badante per mia madre, per mia madre cerco una badante], en: [I need a carer]}
"""

from collections.abc import Iterator

from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge
from bot.editorial.spoken import OUTSIDE, spoken

ELSEWHERE = 0.86  # cosine of stems from which phrases of two types are nearly the same
AT_HOME = 0.93  # and of one type, where a near copy is only dull


def check(knowledge: Knowledge) -> Iterator[Problem]:
    from bot.understanding.learning.corpus import Utterance  # noqa: PLC0415 - numpy comes with it; no other command waits
    from bot.understanding.learning.quality import near_copies  # noqa: PLC0415

    phrases = [phrase for phrase in spoken(knowledge) if phrase.need != OUTSIDE]
    utterances = [Utterance(phrase.need, phrase.language, phrase.text) for phrase in phrases]
    told = {id(utterance): phrase for utterance, phrase in zip(utterances, phrases, strict=True)}
    for pair in near_copies(utterances, ELSEWHERE):
        one, other = told[id(pair.one)], told[id(pair.other)]
        if one.need != other.need or pair.likeness >= AT_HOME:
            variant = "" if one.need == other.need else "elsewhere"
            values: dict[str, str | int] = {"phrase": other.text, "other": one.text, "first": str(one.position)}
            yield Problem(other.position, "alike-phrases", "warning", {**values, "need": one.need}, variant)
