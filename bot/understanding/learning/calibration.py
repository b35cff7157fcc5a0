"""Honest probabilities: how warm the belief should be, and what is out of scope, from phrases the model has not seen.

A part of the phrases is held out; of some needs all of them are, and stand for needs that we do not serve.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.understanding.learning import linear
from bot.understanding.learning.linear import Labels
from bot.understanding.scoring import out_of_scope as doubts
from bot.understanding.scoring.model import chances
from bot.understanding.scoring.out_of_scope import SIGNS, OutOfScope
from bot.understanding.scoring.space import Numbers, Space

Words = tuple[str, ...]  # of one message

HELD_OUT = 7  # one phrase in so many
OUTSIDE_HELD_OUT = 3  # phrases of what is outside are few: one in so many
FOREIGN = 10  # one need in so many is left out whole
REJECTED = 0.08  # of needs' phrases that may be taken for outside
SHARPER = 1.4  # held-out phrases repel each other, messages do not: see docs/understanding.md
SCALES = np.geomspace(0.5, 24, 40)
OTHERS = 2  # columns after the needs: what is outside, and danger
TOO_FEW = 40  # held-out phrases below which nothing is measured, and these stand:
PLAIN_SCALE = 4.0
NEWTON = 12  # steps; it settles after six
NO_DOUBT = OutOfScope((2.0, -2.0, 0.0, 0.0, -2.0, 0.0), 0.0)


def calibrate(  # noqa: PLR0917 - what is measured, row by row
    space: Space, matrix: Any, said: Sequence[Words], labels: Labels, bare: NDArray[np.bool_], columns: int
) -> tuple[float, OutOfScope]:
    """Return the inverse temperature of the belief, and the out_of_scope."""
    hidden, foreign = _hidden(labels, bare, columns)
    needs = columns - OTHERS
    native = hidden & ~foreign & (labels >= 0) & (labels < needs)
    if native.sum() < TOO_FEW:
        return PLAIN_SCALE, NO_DOUBT
    taught = np.flatnonzero(~hidden)
    model = linear.solve(space, matrix[taught], labels[taught], columns)
    scores = matrix[hidden] @ model.weights + model.bias
    own = native[hidden]
    scale = SHARPER * _scale(scores[own, :needs], labels[native])
    known = _words(said, taught)
    rows = zip(np.flatnonzero(hidden), scores, strict=True)
    signs = np.array([_signs(said[int(row)], score, scale, known, needs) for row, score in rows])
    told = labels[hidden] <= needs  # danger is neither
    return scale, _doubt(signs[told], own[told])


def _hidden(labels: Labels, bare: NDArray[np.bool_], columns: int) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Return which phrases are held out, and which of all belong to a need that is left out whole."""
    order = np.arange(len(labels))
    foreign = (labels % FOREIGN == FOREIGN // 2) & (labels < columns - OTHERS)
    outside = (labels == columns - OTHERS) & (order % OUTSIDE_HELD_OUT == 0)
    return (~bare & (labels < columns - 1) & (labels >= 0) & (order % HELD_OUT == 0)) | foreign | outside, foreign


def _words(said: Sequence[Words], rows: NDArray[np.int64]) -> frozenset[str]:
    return frozenset(word for row in rows for word in said[row])


def _signs(said: Words, scores: Numbers, scale: float, taught: frozenset[str], needs: int) -> tuple[float, ...]:
    known = sum(word in taught or word.isdigit() for word in said) / len(said)
    return doubts.signs(scores, chances(scores[:needs], scale), known, len(said))


def _scale(scores: Numbers, labels: Labels) -> float:
    """Return the scale at which the right needs are likeliest (the least log loss)."""
    return float(min(SCALES, key=lambda scale: _loss(scores, labels, float(scale))))


def _loss(scores: NDArray[np.float32], labels: Labels, scale: float) -> float:
    depth = (scores - scores.max(axis=1, keepdims=True)) * scale
    right = depth[np.arange(len(labels)), labels]
    return float((np.log(np.exp(depth).sum(axis=1)) - right).mean())


def _doubt(signs: NDArray[np.float64], native: NDArray[np.bool_]) -> OutOfScope:
    """Fit the out_of_scope, then move it so that few of the needs' phrases are taken for outside."""
    if native.all():
        return NO_DOUBT
    spread = signs.std(axis=0) + 1e-9
    weights = _logistic(signs / spread, native) / spread
    bias = -float(np.quantile(signs[native] @ weights, 1 - REJECTED))
    assert len(weights) == len(SIGNS)
    return OutOfScope(tuple(float(weight) for weight in weights), bias)


def _logistic(signs: NDArray[np.float64], native: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Return the weights of a logistic regression that tells what is not native, both kinds counted alike.

    By Newton's method, with the prior 1/2 |w|^2; six signs are no work for a library that takes 0.6 s to import.
    """
    lifted = np.column_stack([signs - signs.mean(axis=0), np.ones(len(signs))])
    share = np.where(native, 1 / native.sum(), 1 / (~native).sum()) * len(native) / 2
    prior = np.diag([1.0] * signs.shape[1] + [1e-9])
    weights = np.zeros(lifted.shape[1])
    for _ in range(NEWTON):
        chance = 1 / (1 + np.exp(-lifted @ weights))
        slope = lifted.T @ (share * (chance - ~native)) + prior @ weights
        bend = (lifted * (share * chance * (1 - chance))[:, None]).T @ lifted + prior
        weights -= np.linalg.solve(bend, slope)
    return weights[:-1]
