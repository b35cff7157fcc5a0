"""A situation has at least fifteen phrases: with fewer it is not told apart from the needs that are in it.

Good, in situations.yaml:
    situations:
      - id: lutto
        name: Un lutto
        sentence: Mi dispiace.
        phrases: {it: [è morta mia mamma, è mancato papà, la zia non c'è più, il nonno è morto ieri, ho perso mia moglie, domani c'è il funerale, siamo in lutto, abbiamo perso la nonna, è venuto a mancare lo zio, mio fratello è morto], en: [my mum died, dad passed away, we lost grandma, the funeral is tomorrow, my wife died]}
        steps:
          - {when: In questi giorni, label: Una mano, text: Chi ti aiuta., need: badante}
          - {when: Poi, label: Il pulsante, text: Per la nonna., service: casa-sicura}
Bad, in situations.yaml:
    situations:
      - id: lutto
        name: Un lutto
        sentence: Mi dispiace.
        phrases: {it: [è morta mia mamma], en: [my mum died]}
        steps:
          - {when: In questi giorni, label: Una mano, text: Chi ti aiuta., need: badante}
          - {when: Poi, label: Il pulsante, text: Per la nonna., service: casa-sicura}
"""  # noqa: E501 - a list of phrases is one line in a file too

from collections.abc import Iterator

from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge

LEAST = 15


def check(knowledge: Knowledge) -> Iterator[Problem]:
    if not (plans := knowledge.situations):
        return
    for n, situation in enumerate(plans.model.situations):
        count = len(situation.phrases.all)
        if count < LEAST:
            values: dict[str, str | int] = {"situation": situation.id, "phrases": count, "least": LEAST}
            yield Problem(plans.position("situations", n, "phrases"), "situation-with-few-phrases", "warning", values)
