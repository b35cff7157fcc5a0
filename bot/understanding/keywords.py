"""Which services a message asks for by the words that people use for them: their keywords, met as expressions."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from bot.catalogue.text import Language
from bot.understanding.text.normal import listed, words
from bot.understanding.text.views import stem

EXPRESSION = 0.5  # what each further word of a keyword adds to the first: "mutuo" says less than "rata del mutuo"
BETWEEN = 1  # words that may stand inside an expression
AGE = re.compile(
    r"\b\d{1,2} *(anni|mesi|years? old|months? old|years?|months?)\b", re.IGNORECASE
)  # never a part of a keyword
SMALL = listed(
    "a ad ai al all alla alle allo agli con coi col da dai dal dall dalla dalle d di dei del dell della delle dello "
    "degli e ed gli i il in l la le lo nel nell nella nei nelle su sul sull sulla sui sulle per tra fra un una uno "
    "mi ti ci si mia mio miei mie suo sua un an the of to for my our in on at with and is it this that"
)


def told(message: str, language: Language) -> tuple[str, ...]:
    """Return the stems of what is said, without the small words; those alone where there are no others."""
    said = words(message)
    return tuple(stem(word, language) for word in said if word not in SMALL) or tuple(said)


@lru_cache(maxsize=16_384)
def expression(keyword: str, language: Language) -> tuple[str, ...]:
    """Return the stems of a keyword; kept, because the same ones are looked for in every message."""
    return told(keyword, language)


def met(message: str, services: Mapping[str, Iterable[str]], language: Language) -> dict[str, float]:
    """Return for each service (id -> its keywords) how much of the message its keywords are; the others are left out.

    A place of the message counts once for a service, whatever number of its keywords it stands in.
    """
    said = told(AGE.sub(" ", message), language)
    found = {service: _weight(said, keywords, language) for service, keywords in services.items() if said}
    return {service: weight for service, weight in found.items() if weight}


def _weight(said: Sequence[str], keywords: Iterable[str], language: Language) -> float:
    worth: dict[int, float] = {}
    for keyword in keywords:
        sought = expression(keyword, language)
        places = _places(said, sought) if sought[0] in said else ()  # a thousand keywords are looked for, few are met
        for place in places:
            worth[place] = max(worth.get(place, 0.0), 1 + EXPRESSION * (len(places) - 1))
    return sum(worth.values())


def _places(said: Sequence[str], sought: Sequence[str]) -> tuple[int, ...]:
    """Return where an expression stands in a message, its words in order; empty where it does not."""
    for start, word in enumerate(said):
        if word == sought[0] and (rest := _rest(said, sought[1:], start)) is not None:
            return (start, *rest)
    return ()


def _rest(said: Sequence[str], sought: Sequence[str], last: int) -> tuple[int, ...] | None:
    places = []
    for word in sought:
        near = range(last + 1, min(last + 2 + BETWEEN, len(said)))
        place = next((place for place in near if said[place] == word), None)
        if place is None:
            return None
        places.append(last := place)
    return tuple(places)
