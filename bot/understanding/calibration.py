"""Honest probabilities: how warm the belief should be, and when to doubt, from phrases that the model has not seen.

A part of the phrases is held out; of some needs all of them are, and stand for needs that we do not serve.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.understanding import doubt as doubts
from bot.understanding import linear
from bot.understanding.doubt import SIGNS, Doubt
from bot.understanding.linear import Labels
from bot.understanding.message import Message
from bot.understanding.model import chances
from bot.understanding.space import Numbers, Space

HELD_OUT = 7  # one phrase in so many
OUTSIDE_HELD_OUT = 3  # phrases of what is outside are few: one in so many
FOREIGN = 10  # one need in so many is left out whole
ROUNDS = 6  # of the fit; enough to measure with
REJECTED = 0.08  # of needs' phrases that may be taken for outside
SCALES = np.geomspace(0.5, 24, 40)
FALSE_ALARMS = 0.004  # of needs' phrases that may be taken for danger
OTHERS = 2  # columns after the needs: what is outside, and danger
TOO_FEW = 40  # held-out phrases below which nothing is measured, and these stand:
PLAIN_SCALE = 4.0
PLAIN_LEAD = 0.5
NO_DOUBT = Doubt((2.0, -2.0, 0.0, 0.0, -2.0, 0.0), 0.0)


def calibrate(  # noqa: PLR0917 - what is measured, row by row
    space: Space, matrix: Any, messages: Sequence[Message], labels: Labels, bare: NDArray[np.bool_], columns: int
) -> tuple[float, Doubt, float]:
    """Return the inverse temperature of the belief, the doubt, and how far danger must lead to be believed."""
    hidden, foreign = _hidden(labels, bare, columns)
    needs = columns - OTHERS
    native = hidden & ~foreign & (labels >= 0) & (labels < needs)
    if native.sum() < TOO_FEW:
        return PLAIN_SCALE, NO_DOUBT, PLAIN_LEAD
    taught = np.flatnonzero(~hidden)
    model = linear.solve(space, matrix[taught], labels[taught], columns, ROUNDS)
    scores = {row: model.scores(messages[row]) for row in map(int, np.flatnonzero(hidden))}
    scale = _scale([scores[int(row)][:needs] for row in np.flatnonzero(native)], labels[native])
    known = _words(messages, taught)
    signs = np.array([_signs(messages[row], scores[row], scale, known, needs) for row in scores])
    leads = [lead(scores[int(row)]) for row in np.flatnonzero(native)]
    told = labels[hidden] <= needs  # danger is neither
    return scale, _doubt(signs[told], native[hidden][told]), float(np.quantile(leads, 1 - FALSE_ALARMS))


def lead(scores: Numbers) -> float:
    """Return how far danger, the last column, is ahead of all others."""
    return float(scores[-1] - scores[:-1].max())


def _hidden(labels: Labels, bare: NDArray[np.bool_], columns: int) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Return which phrases are held out, and which of all belong to a need that is left out whole."""
    order = np.arange(len(labels))
    foreign = (labels % FOREIGN == FOREIGN // 2) & (labels < columns - OTHERS)
    outside = (labels == columns - OTHERS) & (order % OUTSIDE_HELD_OUT == 0)
    return (~bare & (labels < columns - 1) & (labels >= 0) & (order % HELD_OUT == 0)) | foreign | outside, foreign


def _words(messages: Sequence[Message], rows: NDArray[np.int64]) -> frozenset[str]:
    return frozenset(word for row in rows for word in messages[row].words)


def _signs(message: Message, scores: Numbers, scale: float, taught: frozenset[str], needs: int) -> tuple[float, ...]:
    known = sum(word in taught or word.isdigit() for word in message.words) / len(message.words)
    return doubts.signs(scores, chances(scores[:needs], scale), known, len(message.words))


def _scale(scores: Sequence[Numbers], labels: Labels) -> float:
    """Return the scale at which the right needs are likeliest (the least log loss)."""
    table = np.array(scores)
    return float(min(SCALES, key=lambda scale: _loss(table, labels, float(scale))))


def _loss(scores: NDArray[np.float32], labels: Labels, scale: float) -> float:
    depth = (scores - scores.max(axis=1, keepdims=True)) * scale
    right = depth[np.arange(len(labels)), labels]
    return float((np.log(np.exp(depth).sum(axis=1)) - right).mean())


def _doubt(signs: NDArray[np.float64], native: NDArray[np.bool_]) -> Doubt:
    """Fit the doubt, then move it so that few of the needs' phrases are taken for outside."""
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 - costs 0.9 s, and only training needs it

    if native.all():
        return NO_DOUBT
    spread = signs.std(axis=0) + 1e-9
    machine = LogisticRegression(C=1.0, class_weight="balanced", max_iter=1000).fit(signs / spread, ~native)
    weights = machine.coef_[0] / spread
    bias = -float(np.quantile(signs[native] @ weights, 1 - REJECTED))
    assert len(weights) == len(SIGNS)
    return Doubt(tuple(float(weight) for weight in weights), bias)
