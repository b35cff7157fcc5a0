"""The views of a message: its stems, pairs of stems, the letters of its words, and ideas, as hashed features.

A feature is a 32-bit hash, so the learned model carries no strings; among 200,000 features about five share a hash.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple
from zlib import crc32

import numpy as np
import snowballstemmer
from numpy.typing import NDArray

from bot.catalogue.text import Language

Hashes = NDArray[np.uint32]
Places = NDArray[np.int64]

LETTERS = (2, 3, 4)  # of one word, its edges counted
REACH = 3  # a pair of stems is at most so many words apart
_SPACE = 32
_BASE = np.uint64(257)
_MIX = np.uint64(0x9E3779B97F4A7C15)  # 2^64 over the golden ratio: Knuth's multiplicative hashing
_STEMMERS: dict[Language, Any] = {"it": "italian", "en": "english"}


class View(NamedTuple):
    """Features in the order of the message, and the first and last word that each covers."""

    hashes: Hashes
    first: Places
    last: Places


_REMEMBERED: dict[Language, dict[str, str]] = {"it": {}, "en": {}}


def remember(language: Language, stems: dict[str, str]) -> None:
    """Keep stems that were found before: a stem takes 0.1 ms, and the first messages should not wait for theirs."""
    _REMEMBERED[language].update(stems)


def stem(word: str, language: Language) -> str:
    """Return the Snowball stem of a word in its normal form."""
    return _REMEMBERED[language].get(word) or _stem(word, language)


@lru_cache(maxsize=50_000)
def _stem(word: str, language: Language) -> str:
    # A new stemmer each time: it keeps its word in itself, and several threads read at once.
    return str(snowballstemmer.stemmer(_STEMMERS[language]).stemWord(word))


def views(words: Sequence[str], stems: Sequence[str], ideas: Sequence[tuple[str, int]] = ()) -> tuple[View, ...]:
    """Return the four views of a message; an idea comes with the position of its word."""
    near = [(a, b) for a in range(len(stems)) for b in range(a + 1, min(a + 1 + REACH, len(stems)))]
    codes = np.frombuffer(f" {' '.join(words)} ".encode("ascii", "replace"), dtype=np.uint8).astype(np.uint64)
    return (
        _named([(f"s:{name}", at, at) for at, name in enumerate(stems)]),
        _named([(f"p:{stems[a]} {stems[b]}", a, b) for a, b in near]),
        _letters(codes),
        _named([(f"c:{name}", at, at) for name, at in ideas]),
    )


def _named(names: Sequence[tuple[str, int, int]]) -> View:
    places = np.array([(first, last) for _, first, last in names], dtype=np.int64).reshape(-1, 2)
    return View(np.array([crc32(name.encode()) for name, _, _ in names], dtype=np.uint32), places[:, 0], places[:, 1])


def _letters(codes: NDArray[np.uint64]) -> View:
    spaces = np.cumsum(codes == _SPACE)
    grams = [_grams(codes, spaces, length) for length in LETTERS]
    return View(*(np.concatenate(parts) for parts in zip(*grams, strict=True)))


def _grams(codes: NDArray[np.uint64], spaces: Places, length: int) -> View:
    """Hash every window of `length` letters that does not reach into a second word."""
    count = max(len(codes) - length + 1, 0)
    rolled = np.full(count, length, dtype=np.uint64)
    for offset in range(length):
        rolled = rolled * _BASE + codes[offset : offset + count]
    hashes = ((rolled * _MIX) >> np.uint64(32)).astype(np.uint32)
    last = max(int(spaces[-1]) - 2, 0)  # the space after the last word belongs to it
    first, final = np.minimum(spaces[:count] - 1, last), np.minimum(spaces[length - 1 :] - 1, last)
    whole = spaces[length - 2 : len(codes) - 1] == spaces[:count]  # no space between the first letter and the last
    return View(hashes[whole], first[whole], final[whole])
