"""A code as somebody types it: small letters, no dashes, spaces wherever a hand rests; and the codes that it may be."""

import unicodedata

from bot.vouchers.one_code import LONGEST, clean

LEFT_OUT = str.maketrans(dict.fromkeys("- ._", ""))  # as in bot.store.tables.FOLDED
DASHES = str.maketrans(dict.fromkeys("–—−‐‑", "-"))  # what a telephone makes of a dash
CAPITALS = str.maketrans("abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def exactly(typed: str) -> str:
    """Return what was typed, without quotes and signs that nobody sees."""
    return clean(unicodedata.normalize("NFKC", typed[: 4 * LONGEST])).translate(DASHES)


def folds(typed: str) -> frozenset[str]:
    """Return how the database may have folded the code that was typed: FOLDED of bot.store.tables.

    Nothing where no code can be meant: no letter or figure, or more of them than a code has. SQLite knows capitals of
    a to z alone.
    """
    bare = exactly(typed).translate(LEFT_OUT)
    if not any(map(str.isalnum, bare)) or len(bare) > LONGEST:
        return frozenset()
    return frozenset({bare.translate(CAPITALS), bare.lower().translate(CAPITALS), bare.upper()})


def is_empty(typed: str) -> bool:
    """Tell whether nothing was typed that can be looked for, by a slip of the finger."""
    return not any(map(str.isalnum, typed[: 4 * LONGEST]))
