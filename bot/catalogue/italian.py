"""How Italian says days: the first is «1º», and «il» becomes «l'» before 8 and 11, which begin with a vowel."""

import re

_MONTH = r"(?:gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre)\b"
_FIRST = re.compile(rf"(?<!\d)1 (?={_MONTH})")
_VOWEL = re.compile(rf"\b(il|al|dal|del) (?=(?:8|11) {_MONTH})", re.IGNORECASE)


def with_days(text: str) -> str:
    """Return a sentence with its days said as Italians say them: `dall'8 maggio al 1º giugno`."""
    return _VOWEL.sub(_elide, _FIRST.sub("1º ", text))


def _elide(found: re.Match[str]) -> str:
    word = found[1]
    return f"{'L' if word[0] == 'I' else 'l'}'" if word.lower() == "il" else f"{word}l'"
