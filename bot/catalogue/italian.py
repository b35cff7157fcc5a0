"""How Italian says days and ages: the first is «1º», and articles change before 8, 11, 80: they begin with a vowel."""

import re

_MONTH = r"(?:gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre)\b"
_FIRST = re.compile(rf"(?<!\d)1 (?={_MONTH})")
_VOWEL = re.compile(rf"\b(il|al|dal|del) (?=(?:8|11) {_MONTH})", re.IGNORECASE)
_VOWELS = re.compile(r"\b(d?a)i (?=(?:8|11|8\d) (?:anni|mesi|ai|a)\b)")


def with_days(text: str) -> str:
    """Return a sentence with its days and ages said as Italians say them: `dall'8 maggio`, `dai 3 agli 11 anni`."""
    return _VOWELS.sub(r"\1gli ", _VOWEL.sub(_elide, _FIRST.sub("1º ", text)))


def _elide(found: re.Match[str]) -> str:
    word = found[1]
    return f"{'L' if word[0] == 'I' else 'l'}'" if word.lower() == "il" else f"{word}l'"
