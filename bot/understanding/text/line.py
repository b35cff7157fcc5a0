"""A message as one line for patterns: words in their normal form, numbers in figures, signs as commas.

"Mia mamma ha ottantadue anni, alle 18.30" becomes "mia mamma ha 82 anni , alle 18:30".
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from bot.understanding.text.normal import SHORTHAND, fold

NEAR = 60  # letters before a place that tell how it is meant
_UNITS = "zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici "
_UNITS += "diciassette diciotto diciannove"
_TENS = "venti trenta quaranta cinquanta sessanta settanta ottanta novanta"
_ENGLISH = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
_ENGLISH += "seventeen eighteen nineteen"
_ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_MEASURED = (
    r"ann[oi]|mes[ei]|giorn[oi]|or[ae]|volte|settiman[ae]|lezion[ei]|sedut[ae]|incontri|visite|notti|person[ae]|euro|minuti|"
    r"mezza|di mattina|di sera|del mattino|del pomeriggio"
)
_SIX = re.compile(rf"\bsei\b(?= (?:{_MEASURED})\b)|(?<=\b[ae]lle )sei\b|(?<=\ble )sei\b")
_PAIR = re.compile(r"\bun paio (?:di|d)\b|\ba couple of\b")
_SIGNS = {"\N{EURO SIGN}": " euro "}
_TOKEN = re.compile(r"(?<!\w)-?\d+(?:[.:,]\d+)*|\d+(?:[.:,]\d+)*|[a-z]+|[.,;:!?()\n]")


def _italian() -> Iterator[tuple[str, int]]:
    """Yield the Italian numbers up to 99 as they are written: a vowel goes before "uno" and "otto"."""
    units = _UNITS.split()
    yield from ((unit, number) for number, unit in enumerate(units))
    for tens, word in enumerate(_TENS.split(), 2):
        yield word, 10 * tens
        yield word[:-1], 10 * tens  # "trent'anni"
        yield word[:-1] + "un", 10 * tens + 1
        for number in range(1, 10):
            yield (word[:-1] if number in {1, 8} else word) + units[number], 10 * tens + number


def _hundreds() -> Iterator[tuple[str, int]]:
    yield from (("cento", 100), ("mille", 1000), ("hundred", 100), ("thousand", 1000))
    for number, unit in enumerate(_UNITS.split()[2:10], 2):
        yield f"{unit}cento", 100 * number
        yield f"{unit}mila", 1000 * number
    yield "centocinquanta", 150


# "uno" and "one" are articles as often as numbers; "sei" is "you are" except where it counts something.
ITALIAN = dict(_italian())
ENGLISH = {word: number for number, word in enumerate(_ENGLISH.split())}
TENS = {word: 10 * tens for tens, word in enumerate(_ENGLISH_TENS.split(), 2)}
NUMBERS = {**ITALIAN, **ENGLISH, **TENS, **dict(_hundreds())}
for _article in ("uno", "one", "sei"):
    del NUMBERS[_article]


def before(line: str, place: int) -> str:
    """Return what stands shortly before a place of a line: enough to tell what is meant there, however long it is."""
    return line[max(0, place - NEAR) : place]


def line_of(text: str, mended: Mapping[str, str]) -> str:
    """Return a message as one line; `mended` has the words that were repaired."""
    folded = fold(text)
    for sign, word in _SIGNS.items():
        folded = folded.replace(sign, word)
    tokens = [part for token in _TOKEN.findall(folded) for part in _plain(token, mended)]
    return _PAIR.sub("2", _SIX.sub("6", " ".join(_numbered(tokens))))


def _plain(token: str, mended: Mapping[str, str]) -> Sequence[str]:
    if token[-1].isdigit():
        return (token,)
    if not token.isalpha():
        return (",",)
    return [mended.get(word, word) for word in SHORTHAND.get(token, token).split()]


def _numbered(tokens: Sequence[str]) -> Iterator[str]:
    """Yield the words, numbers in figures; "eighty two" is one number."""
    tens = 0
    for token in tokens:
        if tens and 0 < ENGLISH.get(token, 0) < 10:  # noqa: PLR2004 - the units
            yield str(tens + ENGLISH[token])
            tens = 0
            continue
        if tens:
            yield str(tens)
        tens = TENS.get(token, 0)
        if not tens:
            yield str(NUMBERS[token]) if token in NUMBERS else token
    if tens:
        yield str(tens)
