"""How old a child is by the class it is in: "in terza media" is thirteen, "ho la terza media" is no age."""

import re
from collections.abc import Iterator

from bot.understanding.text.line import before

_GRADES = {"prim": 1, "second": 2, "terz": 3, "quart": 4, "quint": 5}
_YEARS = {  # the age in the first year, and how many years there are
    "elementar": (6, 5),
    "primaria": (6, 5),
    "medi": (11, 3),
    "superior": (14, 5),
    "liceo": (14, 5),
    "professionale": (14, 5),
    "itis": (14, 5),
}
_CLASS = re.compile(
    r"\b(?:(?P<word>prim|second|terz|quart|quint)[ao]|(?P<figure>[1-5])(?: ?[ao])?) (?:anno )?(?:(?:di|del|delle|"
    r"della|al|alle) )?(?P<school>elementar[ei]|primaria|medi[ae]|superior[ei]|liceo|professionale|itis)\b"
)
# What grown people say of how far they went.
_LEFT = re.compile(
    r"\b(?:ho|abbiamo|solo|soltanto|fatt[oa]|pres[oa]|prend\w+|diploma|licenza|titolo|finit[oa]|conclus[oa]|smess[oa]|"
    r"lasciat[oa]|senza)(?: (?:di|in|la|solo|soltanto|con|il|della|fino|alla))* $"
)
_ORDINALS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
_GRADE = re.compile(rf"\b({_ORDINALS}|\d{{1,2}}) ?(?:st|nd|rd|th)? grade\b")
_BEFORE_FIRST = 5


def years(line: str) -> Iterator[tuple[int, int]]:
    """Yield each age that a class tells, and its place in the line."""
    for match in _CLASS.finditer(line):
        grade = _GRADES[match["word"]] if match["word"] else int(match["figure"])
        first, count = next(span for school, span in _YEARS.items() if match["school"].startswith(school))
        if grade <= count and not _LEFT.search(before(line, match.start())):
            yield first + grade - 1, match.start()
    for match in _GRADE.finditer(line):
        names = _ORDINALS.split("|")
        number = names.index(match[1]) + 1 if match[1] in names else int(match[1])
        yield _BEFORE_FIRST + number, match.start()
