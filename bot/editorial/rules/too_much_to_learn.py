"""What the bot learns from fits into its memory: a phrase has 500 signs at most, all of them 2,000,000, needs are 200.

The shipped knowledge has 1,860,000 signs in 34,000 phrases and words, and takes 330 MB to learn.

Good, in the need:
    phrases: {it: [cerco una badante], en: [I need a carer]}
Bad, in the need:
    phrases:
      it: ["cerco una badante e vi racconto tutta la mia storia dal principio, che è lunga, perché prima è caduta la nonna, poi il nonno, poi la zia che abita con loro, e il fratello della zia che sta a Modena e non può venire, e adesso siamo in quattro a fare i turni, uno la mattina, uno al pomeriggio, uno la sera e uno di notte, e nessuno di noi dorme più, e la vicina che ci dava una mano a Natale si è trasferita a Bologna con tutta la famiglia e non torna prima di giugno, e quindi mi chiedo se c'è qualcuno che può darci un aiuto"]
"""  # noqa: E501 - a phrase is one line in a file too

from collections.abc import Callable, Iterator
from functools import partial

from bot.catalogue.text import LANGUAGES
from bot.editorial.problem import Position, Problem
from bot.editorial.reading import Knowledge
from bot.editorial.source import walk

LONGEST = 500  # signs of a phrase; of the shipped ones the longest has 317
MOST_SIGNS = 2_000_000
MOST_NEEDS = 200
LEARNT = {
    "areas": ("types.*.phrases", "types.*.words"),
    "outside": ("phrases", "greetings", "thanks", "danger", "harmless"),
    "situations": ("situations.*.phrases", "situations.*.words"),
    "concepts": ("concepts.*.words",),
}


def check(knowledge: Knowledge) -> Iterator[Problem]:
    signs = 0
    for text, position in _phrases(knowledge):
        if len(text) > LONGEST:
            values: dict[str, str | int] = {"length": len(text), "limit": LONGEST}
            yield Problem(position(), "too-much-to-learn", values=values, variant="long")
        signs += len(text)
        if signs > MOST_SIGNS:
            yield Problem(position(), "too-much-to-learn", values={"limit": MOST_SIGNS})
            break
    needs = [(area, n) for area in knowledge.areas for n in range(len(area.model.types))]
    for area, n in needs[MOST_NEEDS : MOST_NEEDS + 1]:
        place = area.position("types", n, "id")
        yield Problem(place, "too-much-to-learn", values={"limit": MOST_NEEDS, "needs": len(needs)}, variant="needs")


def _phrases(knowledge: Knowledge) -> Iterator[tuple[str, Callable[[], Position]]]:
    """Yield every phrase and word that is learnt, and what looks up where it stands."""
    for kind, patterns in LEARNT.items():
        found = getattr(knowledge, kind)
        for source in found if isinstance(found, tuple) else (found,) if found else ():
            for path, texts in (one for pattern in patterns for one in walk(source.model, pattern.split("."))):
                for language in LANGUAGES:
                    for n, text in enumerate(texts.of(language)):
                        yield text, partial(source.position, *path, language, n)
