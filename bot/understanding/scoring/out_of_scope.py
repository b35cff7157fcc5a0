"""How likely it is that a message states no need of ours: a logistic regression over how unsure the model is."""

from dataclasses import dataclass
from math import exp, log

import numpy as np

from bot.understanding.scoring.space import Numbers

SIGNS = ("outside", "best", "margin", "entropy", "known", "length")


@dataclass(frozen=True)
class OutOfScope:
    """A weight for each of SIGNS, and one for all."""

    weights: tuple[float, ...]
    bias: float

    def outside(self, signs: tuple[float, ...]) -> float:
        """Return the probability that no need was stated."""
        depth = self.bias + sum(weight * sign for weight, sign in zip(self.weights, signs, strict=True))
        return 1 / (1 + exp(-max(-30.0, min(30.0, depth))))


def signs(scores: Numbers, belief: Numbers, known: float, words: int) -> tuple[float, ...]:
    """Return the SIGNS of a message: after the needs of `belief`, `scores` has what is outside."""
    needs = np.sort(scores[: len(belief)])
    margin = float(needs[-1] - needs[-2]) if len(needs) > 1 else 0.0
    entropy = float(-(belief * np.log(belief + 1e-9)).sum())
    return float(scores[len(belief)] - needs[-1]), float(needs[-1]), margin, entropy, known, log(1 + words)
