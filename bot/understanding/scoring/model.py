"""The linear model: what each feature speaks for, summed over a message, whole or word by word."""

from dataclasses import dataclass

import numpy as np

from bot.understanding.scoring.space import Numbers, Space
from bot.understanding.text.prepared import PreparedText


@dataclass(frozen=True)
class Model:
    """`weights` has a row for each feature and a column for each need.

    Then one for what is outside and one for danger; so has `bias`.
    """

    space: Space
    weights: Numbers
    bias: Numbers

    def scores(self, message: PreparedText) -> Numbers:
        """Return a score for each column."""
        places, values = self.space.vector(message.views)
        scores: Numbers = values @ self.weights[places] + self.bias
        return scores

    def evidence(self, message: PreparedText) -> Numbers:
        """Return what each word (rows) says for each column: the rows and the bias sum to `scores`."""
        places, values = self.space.spread(message.views, len(message.words))
        evidence = np.zeros((len(values), len(self.bias)), dtype=np.float32)
        rows, columns = np.nonzero(values)  # a word has few of the features: the whole product takes ten times as long
        if len(rows):
            given = values[rows, columns][:, None] * self.weights[places[columns]]
            starts = np.flatnonzero(np.diff(rows, prepend=-1))
            evidence[rows[starts]] = np.add.reduceat(given, starts, axis=0)
        return evidence


def chances(scores: Numbers, scale: float) -> Numbers:
    """Return probabilities that sum to 1, from scores and the inverse temperature."""
    odds = np.exp((scores - scores.max()) * scale)
    belief: Numbers = odds / odds.sum()
    return belief
