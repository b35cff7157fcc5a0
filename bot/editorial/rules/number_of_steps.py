"""A plan has two to four steps: one is a card, and five are not read on a phone.

Good, in situations.yaml:
    situations:
      - id: lutto
        name: Un lutto
        sentence: Mi dispiace.
        steps:
          - {when: In questi giorni, label: Una mano, text: Chi ti aiuta., need: badante}
          - {when: Poi, label: Il pulsante, text: Per la nonna., service: casa-sicura}
Bad, in situations.yaml:
    situations:
      - id: lutto
        name: Un lutto
        sentence: Mi dispiace.
        steps:
          - {when: In questi giorni, label: Una mano, text: Chi ti aiuta., need: badante}
"""

from collections.abc import Iterator

from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge

LEAST, MOST = 2, 4


def check(knowledge: Knowledge) -> Iterator[Problem]:
    if not (plans := knowledge.situations):
        return
    for n, situation in enumerate(plans.model.situations):
        if not LEAST <= len(situation.steps) <= MOST:
            values: dict[str, str | int] = {"situation": situation.id, "steps": len(situation.steps)}
            yield Problem(plans.position("situations", n, "steps"), "number-of-steps", values=values)
