"""The quality of the phrases themselves.

Near copies, types of little variety, phrases that speak for another type.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bot.understanding.learning import linear
from bot.understanding.learning.corpus import Corpus, Utterance
from bot.understanding.learning.linear import Labels
from bot.understanding.learning.taught import taught
from bot.understanding.scoring.model import chances
from bot.understanding.scoring.space import Numbers
from bot.understanding.text.concepts import of_words

COPY = 0.8  # cosine of two messages from which they are near copies
BLOCK = 1000  # rows compared at a time: 20,000 phrases do not fit into memory against each other
NEIGHBOURS = 3
FOLDS = 4
SCALE = 4.0


@dataclass(frozen=True)
class Copies:
    """Two phrases that say nearly the same, and how nearly (1 is the same)."""

    one: Utterance
    other: Utterance
    likeness: float


def near_copies(utterances: Sequence[Utterance], least: float = COPY) -> list[Copies]:
    """Return the pairs of phrases that are near copies, the nearest first."""
    return _near(utterances, utterances, least, same=True)


def overlaps(utterances: Sequence[Utterance], messages: Sequence[str], least: float = COPY) -> list[Copies]:
    """Return the phrases that are near copies of measuring messages: what was taught cannot measure."""
    asked = [Utterance(None, "it", text) for text in messages]
    return _near(asked, utterances, least, same=False)


def strangers(utterances: Sequence[Utterance], least: float) -> list[tuple[Utterance, Utterance]]:
    """Return the phrases whose nearest NEIGHBOURS are all of one other type and near, each with the nearest."""
    near: dict[int, list[tuple[float, Utterance]]] = {}
    for copies in near_copies(utterances, least):
        for one, other in ((copies.one, copies.other), (copies.other, copies.one)):
            near.setdefault(id(one), []).append((copies.likeness, other))
    found = [(one, sorted(near.get(id(one), ()), key=lambda pair: -pair[0])[:NEIGHBOURS]) for one in utterances]
    return [
        (one, nearest[0][1])
        for one, nearest in found
        if len(nearest) == NEIGHBOURS
        and one.need not in (needs := {other.need for _, other in nearest})
        and len(needs) == 1
    ]


def _near(left: Sequence[Utterance], right: Sequence[Utterance], least: float, *, same: bool) -> list[Copies]:
    if not left or not right:
        return []
    concepts = of_words(())
    ready = [taught(utterance.text, concepts) for utterance in (*left, *right)]
    space = linear.space_of(ready[len(left) :])
    table = linear.rows(space, ready)[:, : len(space.known[0])].tocsr()  # stems alone: letters make strangers alike
    lengths = np.sqrt(np.asarray(table.multiply(table).sum(axis=1)).ravel()) + 1e-9
    table.data /= np.repeat(lengths, np.diff(table.indptr))
    found: list[Copies] = []
    for start in range(0, len(left), BLOCK):
        cosine = (table[start : min(start + BLOCK, len(left))] @ table[len(left) :].T).tocoo()
        near = (cosine.data >= least) & ((cosine.row + start < cosine.col) if same else True)
        pairs = zip(cosine.row[near] + start, cosine.col[near], cosine.data[near], strict=True)
        found += [Copies(left[a], right[b], float(value)) for a, b, value in pairs]
    return sorted(found, key=lambda copies: -copies.likeness)


def variety(corpus: Corpus) -> dict[str, float]:
    """Return for each need with phrases the distinct stems for each hundred words, the least varied first."""
    concepts = of_words(())
    stems: dict[str, list[str]] = {}
    for utterance in corpus.utterances:
        if utterance.need:
            stems.setdefault(utterance.need, []).extend(taught(utterance.text, concepts).stems)
    shares = {need: 100 * len(set(said)) / len(said) for need, said in stems.items() if said}
    return dict(sorted(shares.items(), key=lambda one: one[1]))


def taken_for(corpus: Corpus) -> dict[str, tuple[float, str]]:
    """Return for each need the share of its phrases that the others find, and what most of the rest are taken for."""
    belief, columns = out_of_fold(corpus)
    best = belief.argmax(axis=1)
    found: dict[str, tuple[float, str]] = {}
    for place, need in enumerate(corpus.needs):
        taken = np.bincount(best[columns == place], minlength=len(corpus.needs))
        if total := int(taken.sum()):
            others = np.where(np.arange(len(taken)) == place, -1, taken)
            found[need] = int(taken[place]) / total, corpus.needs[int(others.argmax())]
    return found


def out_of_fold(corpus: Corpus) -> tuple[Numbers, Labels]:
    """Return the belief over every phrase by a model that has not seen it, and the column of its own need."""
    concepts = of_words(corpus.concepts)
    messages = [taught(utterance.text, concepts) for utterance in corpus.utterances]
    columns = np.array([corpus.needs.index(str(utterance.need)) for utterance in corpus.utterances], dtype=np.int64)
    space = linear.space_of(messages)
    table = linear.rows(space, messages)
    belief = np.zeros((len(messages), len(corpus.needs)), dtype=np.float32)
    for fold in range(FOLDS):
        held = np.arange(len(messages)) % FOLDS == fold
        model = linear.solve(space, table[~held], columns[~held], len(corpus.needs), rounds=8)
        scores = table[held] @ model.weights + model.bias
        belief[held] = [chances(row, SCALE) for row in scores]
    return belief, columns
