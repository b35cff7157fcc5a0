"""In which part of the week a service is wanted, where a message says so plainly."""

import re
from collections.abc import Sequence

from bot.catalogue.schedule import PartOfWeek

_THE = r"(?:la|il|di|alla|al|in|nel|nella|per la|per il|il tardo|tutte le|tutti i|solo|sempre|the|in the|at|on|on the)"
_SPOKEN: tuple[tuple[PartOfWeek, str], ...] = (
    (
        "saturday",
        (
            r"(?:sabato|sabati|domenica|saturdays?|sundays?|(?:weekends?|week end|fine settimana)(?! (?:a|al|alle|"
            r"ai|in|fuori|away|at)))"
        ),
    ),
    (
        "evening",
        (
            rf"{_THE} (?:sera|serata|sere|evenings?)|serali?|stasera|tonight|dopo cena|after dinner|preserale|"
            r"(?:dopo|finito|after) (?:il |l |the |my )?(?:lavoro|turno|ufficio|work|shift)|"
            r"(?:dopo|dalle|after|from) (?:le |the )?(?:1[789]|2[0-2]|cinque|sei|sette|otto|5|6|7|"
            r"8)(?: pm)?(?! (?:anni|mesi|years?|months?|am|alle))"
        ),
    ),
    (
        "afternoon",
        (
            rf"{_THE} (?:pomeriggio|pomeriggi|afternoons?)|pomeridian\w|dopo pranzo|after lunch|dopo scuola|"
            rf"after school|"
            r"(?:dopo|dalle|after|from) (?:le )?(?:1[3456]|2|3|4)(?: pm)?(?! (?:anni|mesi|years?|months?|am))"
        ),
    ),
    (
        "morning",
        (
            rf"{_THE} (?:mattina|mattino|mattine|mattinata|mornings?)|prima del lavoro|before work|"
            r"(?:dalle|from) (?:le )?(?:8|9|10)(?: am)?(?= (?:alle|a|to|until) (?:le )?(?:1[0-3]|12))"
        ),
    ),
)
_PATTERNS = tuple((part, re.compile(rf"\b(?:{spoken})\b")) for part, spoken in _SPOKEN)
# Close before a time: it is when somebody works, or what happened, or what is not wanted.
_ELSEWHERE = re.compile(
    r"\b(?:non|mai|niente|tranne|senza|no|not|never|except|without|(?<![ad]l )(?<!il )(?<!dal )lavor\w+|"
    r"turn[io]|mont\w+|smont\w+|work\w*|shifts?|"
    r"ieri|scors[oa]|yesterday|last|fa|e cadut[oa]|e success[oa]|mi sveglio|dorme|si sveglia|esc[eo]|"
    r"entr[ao]|finisc[eo]|chiud\w+|closes?|buon[ao]?)\b"
    r"(?:(?! (?:cerc|serv|vorre|vogl|bisogn)) \w+){0,3} $"
)


def part_of_week(words: Sequence[str]) -> PartOfWeek | None:
    """Return the part of the week in which a service is wanted; None where none or several are named."""
    text = " ".join(words)
    found = {part for part, pattern in _PATTERNS for match in pattern.finditer(text) if is_meant(text[: match.start()])}
    return next(iter(found)) if len(found) == 1 else None


def without(text: str) -> str:
    """Return a text in its normal form without what it says of the part of the week."""
    for _, pattern in _PATTERNS:
        text = pattern.sub(" ", text)
    return text


def is_meant(before: str) -> bool:
    return not _ELSEWHERE.search(before)
