"""How well the words of a message fit one service rather than its neighbours of the same need."""

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from math import log

from bot.catalogue.text import Language
from bot.understanding.text.normal import words
from bot.understanding.text.views import stem

TELLING = 4  # letters: shorter words are articles, prepositions, "per", "che", "the"


@lru_cache(maxsize=16_384)
def stems(text: str, language: Language) -> frozenset[str]:
    """Return the stems of a service's text; kept, because the same few texts are asked again and again."""
    return _stems(text, language)


def _stems(text: str, language: Language) -> frozenset[str]:
    return frozenset(stem(word, language) for word in words(text) if len(word) >= TELLING)


def fit(message: str, services: Mapping[str, str], language: Language) -> dict[str, float]:
    """Return for each service (id -> its text) a number from 0 to 1; services that nothing speaks for are left out.

    The share of the message's telling words that the service's own text has, a word weighing log(services / those that
    have it) (inverse document frequency, Spärck Jones 1972): what all of them say tells nothing.
    """
    said = _stems(message, language)
    texts = {service: stems(text, language) for service, text in services.items()}
    shared = Counter(word for found in texts.values() for word in found & said)
    weights = {word: log(len(texts) / count) for word, count in shared.items()}
    total = sum(weights.values())
    if not total:
        return {}
    scores = {service: sum(weights[word] for word in found & said) / total for service, found in texts.items()}
    return {service: score for service, score in scores.items() if score}
