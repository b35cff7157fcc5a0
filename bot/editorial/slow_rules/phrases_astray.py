"""A phrase is nearer to its own type than to another, and a type is found by its own phrases.

Each phrase is compared with all others: astray is one whose nearest three are all of one other type, and very near.
A type is lost where a model that was taught without them finds fewer than one in five of its phrases.

Good, in the need:
    phrases: {it: [cerco una badante], en: [I need a carer]}
Bad, in the need:
    phrases:
      it: [cerco una badante, curo mia madre da anni e sono stanca, curo mia madre, curo mia madre e sono tanto stanca]
      en: [I look after my mother and I am so tired]
"""

from collections.abc import Iterator

from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge
from bot.editorial.spoken import OUTSIDE, spoken

NEAR = 0.6  # cosine of stems
ENOUGH = 20  # phrases of a type below which it is not asked whether they find each other
LEAST = 0.2  # share of them that the others must find


def check(knowledge: Knowledge) -> Iterator[Problem]:
    from bot.understanding.learning.corpus import Utterance  # noqa: PLC0415 - numpy comes with it; no other command waits
    from bot.understanding.learning.quality import strangers  # noqa: PLC0415

    phrases = [phrase for phrase in spoken(knowledge) if phrase.need != OUTSIDE]
    utterances = [Utterance(phrase.need, phrase.language, phrase.text) for phrase in phrases]
    told = {id(utterance): phrase for utterance, phrase in zip(utterances, phrases, strict=True)}
    for one, nearest in strangers(utterances, NEAR):
        values: dict[str, str | int] = {"phrase": one.text, "nearer": str(nearest.need), "other": nearest.text}
        yield Problem(told[id(one)].position, "phrases-astray", "warning", values)
    yield from _lost(knowledge)


def _lost(knowledge: Knowledge) -> Iterator[Problem]:
    from bot.catalogue.model import Outside  # noqa: PLC0415
    from bot.understanding.learning.corpus import of_parts  # noqa: PLC0415 - as above
    from bot.understanding.learning.quality import taken_for  # noqa: PLC0415

    concepts = knowledge.concepts.model.concepts if knowledge.concepts else ()
    found = taken_for(of_parts([area.model for area in knowledge.areas], Outside(), concepts))
    for area in knowledge.areas:
        for n, need in enumerate(area.model.types):
            if need.id in found and len(need.phrases.all) >= ENOUGH and found[need.id][0] < LEAST:
                share, nearer = found[need.id]
                values: dict[str, str | int] = {"need": need.id, "percent": round(100 * share), "nearer": nearer}
                yield Problem(area.position("types", n, "id"), "phrases-astray", "warning", values, "need")
