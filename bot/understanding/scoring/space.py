"""The space in which messages are vectors: weighted tf-idf over the views, each view of unit length by itself."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from bot.understanding.text.views import Hashes, Indices, View

Numbers = NDArray[np.float32]
Features = tuple[bytes, ...]  # of a message to learn from: the hashes of each view
Whole = TypeVar("Whole", np.uint32, np.uint64)

_NONE = np.empty(0, np.uint32)
_HALF, _LOW = np.uint64(32), np.uint64(0xFFFFFFFF)

# How much each view counts, and in how many messages a feature must be seen: see docs/understanding.md.
WEIGHTS = (0.5, 0.5, 0.8, 0.15)
SEEN = (1, 2, 2, 1)
MOST = 120_000  # features of a view; the shipped knowledge has 91,000 pairs of stems
BLOCK = 2000  # messages that are counted at once


@dataclass(frozen=True)
class Space:
    """For each view the known hashes in ascending order, and how rare each is (inverse document frequency)."""

    known: tuple[Hashes, ...]
    rarity: tuple[Numbers, ...]
    weights: tuple[float, ...] = WEIGHTS

    @property
    def size(self) -> int:
        return sum(len(hashes) for hashes in self.known)

    def vector(self, message: Sequence[View]) -> tuple[Indices, Numbers]:
        """Return the places and the values of a message, the views one after the other."""
        parts = list(self._parts(message))
        return np.concatenate([part.places for part in parts]), np.concatenate([part.values for part in parts])

    def spread(self, message: Sequence[View], words: int) -> tuple[Indices, Numbers]:
        """Return the places, and for each word (rows) what it gives to each.

        The rows sum to the values of `vector`.
        """
        parts = list(self._parts(message))
        rows = [_share(view, part, words) for view, part in zip(message, parts, strict=True)]
        return np.concatenate([part.places for part in parts]), np.concatenate(rows, axis=1)

    def _parts(self, message: Sequence[View]) -> Iterator["_Part"]:
        start = 0
        for view, known, rarity, weight in zip(message, self.known, self.rarity, self.weights, strict=True):
            yield _part(view, known, rarity, weight, start)
            start += len(known)


@dataclass(frozen=True)
class _Part:
    """One view of a message: `met` tells which of its distinct features are known, the rest is one for each of them."""

    met: NDArray[np.bool_]
    places: Indices
    values: Numbers
    counts: NDArray[np.int64]


def _part(view: View, known: Hashes, rarity: Numbers, weight: float, start: int) -> _Part:
    distinct, _, counts = view.distinct
    if not len(known) or not len(distinct):
        none = np.empty(0, np.int64)
        return _Part(np.zeros(len(distinct), np.bool_), none, np.empty(0, np.float32), none)
    where = np.minimum(known.searchsorted(distinct), len(known) - 1)
    met = known[where] == distinct
    where, counts = where[met], counts[met]
    value = ((1 + np.log(counts)) * rarity[where]).astype(np.float32)
    length = float(np.sqrt(value @ value)) or 1.0
    return _Part(met, where + start, value * np.float32(weight / length), counts)


def _share(view: View, part: _Part, words: int) -> Numbers:
    """Give each value to the words it covers, half to the first and half to the last."""
    inverse = view.distinct[1]
    seen = part.met[inverse]
    of = (part.met.cumsum() - 1)[inverse[seen]]  # the place of each occurrence of a known feature
    half = (part.values / (2 * part.counts))[of]
    cells = np.concatenate([view.first[seen], view.last[seen]]) * len(part.places) + np.concatenate([of, of])
    flat = np.bincount(cells, np.concatenate([half, half]), words * len(part.places))
    return flat.reshape(words, len(part.places)).astype(np.float32)


def fit(messages: Sequence[Features], weights: tuple[float, ...] = WEIGHTS) -> Space:
    """Learn which features there are, and how rare each is."""
    known: list[Hashes] = []
    rarity: list[Numbers] = []
    for number, least in enumerate(SEEN):
        met = np.concatenate([_tally(*_column(block, number))[0] for block in blocks(messages)] or [_NONE])
        met.sort()
        distinct, counts = _runs(met)
        often = _often(counts, least)
        known.append(distinct[often])
        rarity.append((np.log((1 + len(messages)) / (1 + counts[often])) + 1).astype(np.float32))
    return Space(tuple(known), tuple(rarity), weights)


def _often(counts: Indices, least: int) -> Indices:
    """Return the places of the features to be known, ascending: MOST at most, and then the rarest are left out."""
    seen = np.flatnonzero(counts >= least)
    return seen if len(seen) <= MOST else np.sort(seen[np.argsort(-counts[seen], kind="stable")[:MOST]])


def blocks(messages: Sequence[Features]) -> Iterator[Sequence[Features]]:
    """Yield messages, some at a time: to sort features takes ten times their own room."""
    return (messages[start : start + BLOCK] for start in range(0, len(messages), BLOCK))


def table(space: Space, messages: Sequence[Features]) -> tuple[Indices, Indices, Numbers]:
    """Return the rows, the places and the values of many messages: what `vector` gives, much faster."""
    parts: list[tuple[Indices, Indices, Numbers]] = []
    start = 0
    for number, (known, rarity, weight) in enumerate(zip(space.known, space.rarity, space.weights, strict=True)):
        if len(known):
            rows, hashes = _column(messages, number)
            parts.append(_lines(rows, hashes, known, rarity, weight, start))
        start += len(known)
    rows, places, values = (np.concatenate(columns) for columns in zip(*parts, strict=True))
    return rows, places, values


def _column(messages: Sequence[Features], number: int) -> tuple[Indices, Hashes]:
    """Return one view of all messages: the row of each hash, and the hashes."""
    of = [message[number] for message in messages]
    hashes = np.frombuffer(b"".join(of), dtype=np.uint32)
    return np.repeat(np.arange(len(messages)), [len(one) // hashes.itemsize for one in of]), hashes


def _tally(rows: Indices, hashes: Hashes) -> tuple[Hashes, Indices, Indices]:
    """Return each hash of each row once, the hashes ascending, and how often the row has it."""
    keys, counts = _runs(np.sort((hashes.astype(np.uint64) << _HALF) | rows.astype(np.uint64)))
    return (keys >> _HALF).astype(np.uint32), (keys & _LOW).astype(np.int64), counts


def _runs(ordered: NDArray[Whole]) -> tuple[NDArray[Whole], Indices]:
    """Return the distinct values of an ascending array, and how often each is there (np.unique takes longer)."""
    if not len(ordered):
        return ordered, np.empty(0, np.int64)
    starts = np.flatnonzero(np.concatenate([[True], ordered[1:] != ordered[:-1]]))
    return ordered[starts], np.diff(starts, append=len(ordered))


def _lines(  # noqa: PLR0917 - the columns of a table
    rows: Indices, hashes: Hashes, known: Hashes, rarity: Numbers, weight: float, start: int
) -> tuple[Indices, Indices, Numbers]:
    each, row, counts = _tally(rows, hashes)
    distinct, sizes = _runs(each)
    where = np.minimum(np.searchsorted(known, distinct), len(known) - 1)
    met = np.repeat(known[where] == distinct, sizes)
    place, row, counts = np.repeat(where, sizes)[met], row[met], counts[met]
    values = (1 + np.log(counts)) * rarity[place]
    lengths = np.sqrt(np.bincount(row, values * values, minlength=int(rows.max(initial=0)) + 1))
    return row, place + start, (values * weight / lengths[row]).astype(np.float32)
