"""The linear model: what each feature speaks for, summed over a message, whole or word by word."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from bot.understanding.scoring.space import Numbers, Space
from bot.understanding.text.prepared import PreparedText
from bot.understanding.text.views import Indices


@dataclass(frozen=True)
class Model:
    """`weights` has a row for each feature and a column for each need.

    Then one for what is outside and one for danger; so has `bias`. Weights that were kept are small whole numbers, in
    `steps` of their column: as bytes they take a quarter of the memory.
    """

    space: Space
    weights: Numbers | NDArray[np.int8]
    bias: Numbers
    steps: Numbers = field(default_factory=lambda: np.ones(1, dtype=np.float32))

    def scores(self, message: PreparedText) -> Numbers:
        """Return a score for each column."""
        places, values = self.space.vector(message.views)
        scores: Numbers = values @ self._rows(places) + self.bias
        return scores

    def _rows(self, places: Indices) -> Numbers:
        return np.multiply(self.weights[places], self.steps, dtype=np.float32)

    def evidence(self, message: PreparedText) -> Numbers:
        """Return what each word (rows) says for each column: the rows and the bias sum to `scores`."""
        places, values = self.space.spread(message.views, len(message.words))
        evidence = np.zeros((len(values), len(self.bias)), dtype=np.float32)
        rows, columns = np.nonzero(values)  # a word has few of the features: the whole product takes ten times as long
        if len(rows):
            given = values[rows, columns][:, None] * self._rows(places)[columns]
            starts = np.flatnonzero(np.diff(rows, prepend=-1))
            evidence[rows[starts]] = np.add.reduceat(given, starts, axis=0)
        return evidence


def chances(scores: Numbers, scale: float) -> Numbers:
    """Return probabilities that sum to 1, from scores and the inverse temperature."""
    odds = np.exp((scores - scores.max()) * scale)
    belief: Numbers = odds / odds.sum()
    return belief
