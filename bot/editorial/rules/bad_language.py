"""A language that is spoken at a service is written with its code: two letters (ISO 639-1), or `lis` for signs.

Good, in the service:
    languages: [en, uk, lis]
Bad, in the service:
    languages: [inglese, uk, lis]
"""

from collections.abc import Iterator
from functools import cache

from babel import Locale

from bot.catalogue.text import LANGUAGES
from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge

LETTERS = 2  # of a code
SIGNS = "lis"  # Lingua dei segni italiana: ISO 639-1 has no sign languages


def check(knowledge: Knowledge) -> Iterator[Problem]:
    for given, position in knowledge.each("organizations.services.*.languages.*"):
        if given not in _codes():
            yield Problem(position, "bad-language", values=_values(given))


def _values(given: str) -> dict[str, str | int]:
    said = given.strip().lower()
    return {"given": given, "meant": said if said in _codes() else _names().get(said, "none")}


@cache
def _codes() -> frozenset[str]:
    return frozenset(code for code in map(str, Locale.parse("en").languages) if len(code) == LETTERS) | {SIGNS}


@cache
def _names() -> dict[str, str]:
    """Return the codes by the names of the languages, in every language of the house."""
    named = {"lingua dei segni": SIGNS, "sign language": SIGNS}
    for language in LANGUAGES:
        names = ((str(code), str(name)) for code, name in Locale.parse(language).languages.items())
        named |= {name.lower(): code for code, name in names if code in _codes()}
    return named
