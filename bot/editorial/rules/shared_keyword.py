"""A keyword tells a service from its neighbours: two services that answer the same need do not share one.

Capitals, accents and endings do not count.

Good, in the service:
    keywords: {it: [pulsante, telesoccorso], en: [alarm button]}
Bad, in the service:
    keywords: {it: [pulsante, "Pulsanti!"], en: [alarm button]}
"""

from collections.abc import Iterator

from bot.catalogue.text import LANGUAGES, Language
from bot.editorial.problem import Position, Problem
from bot.editorial.reading import Knowledge
from bot.understanding.keywords import expression


def check(knowledge: Knowledge) -> Iterator[Problem]:
    first: dict[tuple[str, Language, tuple[str, ...]], Position] = {}
    for language, keyword, needs, position in _keywords(knowledge):
        said = expression(keyword, language)
        before = [first.setdefault((need, language, said), position) for need in needs if said]
        shared = next((place for place in before if place is not position), None)
        if shared:
            yield Problem(position, "shared-keyword", "warning", {"keyword": keyword, "first": str(shared)})


def _keywords(knowledge: Knowledge) -> Iterator[tuple[Language, str, tuple[str, ...], Position]]:
    """Yield every keyword with its language, the needs of its service, and where it stands."""
    for source, path, service in knowledge.services():
        for language in LANGUAGES:
            for m, keyword in enumerate(service.keywords.of(language)):
                yield language, keyword, service.needs, source.position(*path, "keywords", language, m)
