"""The views of a message: its stems, pairs of stems, the letters of its words, and concepts, as hashed features.

A feature is a 32-bit hash, so the learned model carries no strings; among 200,000 features about five share a hash.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from zlib import crc32

import numpy as np
import Stemmer
from numpy.typing import NDArray

from bot.catalogue.text import Language

Hashes = NDArray[np.uint32]
Indices = NDArray[np.int64]

WHOLE = {"meno"}  # words whose stem is that of quite another one: "less" and "he beats"
LETTERS = (2, 3, 4)  # of one word, its edges counted; from 2 on, one after the other
REACH = 3  # a pair of stems is at most so many words apart
_BASE = np.uint64(257)
_LENGTHS = {length: np.uint64(length * 257**length) for length in LETTERS}  # so that no two lengths share a hash
_MIX = np.uint64(0x9E3779B97F4A7C15)  # 2^64 over the golden ratio: Knuth's multiplicative hashing
_STEMMERS: dict[Language, str] = {"it": "italian", "en": "english"}


@dataclass(frozen=True)
class View:
    """Features in the order of the message, and the first and last word that each covers."""

    hashes: Hashes
    first: Indices
    last: Indices

    @cached_property
    def distinct(self) -> tuple[Hashes, Indices, Indices]:
        """The distinct features in ascending order, which of them each feature is, and how often each is met."""
        return np.unique(self.hashes, return_inverse=True, return_counts=True)


@lru_cache(maxsize=50_000)
def stem(word: str, language: Language) -> str:
    """Return the Snowball stem of a word in its normal form."""
    if word in WHOLE:
        return word
    # A new stemmer each time: it keeps its word in itself, and several threads read at once.
    return str(Stemmer.Stemmer(_STEMMERS[language]).stemWord(word))


def views(words: Sequence[str], stems: Sequence[str], concepts: Sequence[tuple[str, int]] = ()) -> tuple[View, ...]:
    """Return the four views of a message; a concept comes with the position of its word."""
    near = [(a, b) for a in range(len(stems)) for b in range(a + 1, min(a + 1 + REACH, len(stems)))]
    return (
        named([(f"s:{name}", at, at) for at, name in enumerate(stems)]),
        named([(f"p:{stems[a]} {stems[b]}", a, b) for a, b in near]),
        _letters(words),
        concept_view(concepts),
    )


def concept_view(concepts: Sequence[tuple[str, int]]) -> View:
    """Return the view of the concepts that were met, each with the position of its word."""
    return named([(f"c:{name}", at, at) for name, at in concepts])


def named(names: Sequence[tuple[str, int, int]]) -> View:
    """Return the view of features, each with the first and the last word that it covers."""
    hashes = np.array([crc32(name.encode()) for name, _, _ in names], dtype=np.uint32)
    first, last = [first for _, first, _ in names], [last for _, _, last in names]
    return View(hashes, np.array(first, dtype=np.int64), np.array(last, dtype=np.int64))


def _letters(words: Sequence[str]) -> View:
    if not words:
        return View(np.empty(0, np.uint32), np.empty(0, np.int64), np.empty(0, np.int64))
    parts = [_grams(word) for word in words]
    of = np.repeat(np.arange(len(parts)), [len(part) for part in parts])
    return View(np.concatenate(parts), of, of)


@lru_cache(maxsize=20_000)
def _grams(word: str) -> Hashes:
    """Hash every window of LETTERS letters of a word and of the spaces around it."""
    codes = np.frombuffer(f" {word} ".encode("ascii", "replace"), dtype=np.uint8).astype(np.uint64)
    rolled, parts = codes, []
    for length in LETTERS:
        rolled = rolled[:-1] * _BASE + codes[length - 1 :]
        parts.append(((rolled + _LENGTHS[length]) * _MIX) >> np.uint64(32))
    return np.concatenate(parts).astype(np.uint32)
