"""The phrases of a type use many words: near copies of one sentence teach one sentence.

Counted in types with at least a hundred words: different stems in a hundred words.

Good, in the need:
    phrases: {it: [cerco una badante], en: [I need a carer]}
Bad, in the need:
    phrases:
      it:
        - cerco una badante per la mamma la mattina, una badante che aiuti la mamma
        - cerco una badante per la mamma la sera, una badante che aiuti la mamma
        - cerco una badante per la mamma la notte, una badante che aiuti la mamma
        - cerco una badante per la mamma la domenica, una badante che aiuti la mamma
        - cerco una badante per il babbo la mattina, una badante che aiuti il babbo
        - cerco una badante per il babbo la sera, una badante che aiuti il babbo
        - cerco una badante per il babbo la notte, una badante che aiuti il babbo
        - cerco una badante per il babbo la domenica, una badante che aiuti il babbo
        - cerco una badante per la zia la domenica, una badante che aiuti la zia
      en: []
"""

from collections.abc import Iterator

from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge

LEAST = 16  # different stems in a hundred words; the shipped types have 19 to 29
WORDS = 100


def check(knowledge: Knowledge) -> Iterator[Problem]:
    from bot.catalogue.model import Outside  # noqa: PLC0415 - numpy comes with the next; no other command waits
    from bot.understanding.learning.corpus import of_parts  # noqa: PLC0415
    from bot.understanding.learning.quality import variety  # noqa: PLC0415

    shares = variety(of_parts([area.model for area in knowledge.areas], Outside()))
    for area in knowledge.areas:
        for n, need in enumerate(area.model.types):
            count = sum(len(text.split()) for text in need.phrases.all)
            if count >= WORDS and shares[need.id] < LEAST:
                values: dict[str, str | int] = {"need": need.id, "share": round(shares[need.id])}
                yield Problem(area.position("types", n, "phrases"), "few-words", "warning", values)
