"""Fitting the linear model: support vectors and complement naive Bayes, added into one table of weights.

scipy is imported here and only when called: reading a message does not need it.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.understanding.scoring.model import Model
from bot.understanding.scoring.space import WEIGHTS, Numbers, Space, fit, table
from bot.understanding.text.prepared import PreparedText

HARDNESS = 1.0  # C of the support vectors
SMOOTHING = 0.1  # alpha of naive Bayes
SHARE = 0.43  # how much naive Bayes counts against the support vectors, at the same spread: see docs/understanding.md
ROUNDS = 10  # of the fit; more fit the phrases better and held-out ones no better
ACTIVE = 0.15  # share of the messages that are not yet told from a class with room to spare, for the preconditioner
NEWTON = 3
TINY = np.float32(1e-20)

Labels = NDArray[np.int64]


def learn(messages: Sequence[PreparedText], labels: Labels, columns: int) -> Model:
    """Return the model of messages whose labels are column numbers below `columns`, or -1 for none of them."""
    space = space_of(messages)
    return solve(space, rows(space, messages), labels, columns)


def space_of(messages: Sequence[PreparedText], weights: tuple[float, ...] = WEIGHTS) -> Space:
    return fit([message.views for message in messages], weights)


def solve(space: Space, matrix: Any, labels: Labels, columns: int, rounds: int = ROUNDS) -> Model:
    """Return the model of messages that are the rows of a matrix; few `rounds` are quick and a little worse."""
    sharp, bias = _support_vectors(matrix, labels, columns, rounds)
    soft = _naive_bayes(matrix, labels, columns)
    soft *= SHARE * _spread(matrix @ sharp.T) / max(_spread(matrix @ soft.T), 1e-6)
    weights = (sharp + soft).T
    return Model(space, np.ascontiguousarray(weights, dtype=np.float32), bias.astype(np.float32))


def rows(space: Space, messages: Sequence[PreparedText]) -> Any:
    """Return messages as the rows of a sparse matrix."""
    from scipy import sparse  # noqa: PLC0415 - as above

    row, place, value = table(space, [message.views for message in messages])
    return sparse.csr_matrix((value, (row, place)), shape=(len(messages), space.size))


def _support_vectors(matrix: Any, labels: Labels, columns: int, rounds: int) -> tuple[Numbers, Numbers]:
    """Squared hinge loss, one class against the rest, all classes together: preconditioned conjugate gradients.

    The least of 1/2 |w|^2 + C sum max(0, 1 - y f)^2 (what liblinear finds by coordinates, with the one random state
    that all threads share: its answers differed from run to run), by Polak and Ribiere with exact steps, stopped
    early.
    """
    lifted, turned = _lifted(matrix)
    signs = np.where(labels[:, None] == np.arange(columns), np.float32(1), np.float32(-1))
    scales = 1 + 2 * HARDNESS * ACTIVE * np.asarray(turned.multiply(turned).sum(axis=1), dtype=np.float32)
    weights = np.zeros((lifted.shape[1], columns), dtype=np.float32)
    margins = np.zeros(signs.shape, dtype=np.float32)
    way, before = np.zeros_like(weights), np.zeros_like(weights)
    length = np.ones(columns, dtype=np.float32)
    for _ in range(rounds):
        slope = weights - 2 * HARDNESS * (turned @ (np.maximum(1 - margins, 0) * signs))
        scaled = slope / scales
        way = way * np.maximum(0, _dot(slope - before, scaled) / length) - scaled
        before, length = slope, np.maximum(_dot(slope, scaled), TINY)
        gains = (lifted @ way) * signs
        step = _step(1 - margins, gains, _dot(weights, way), _dot(way, way))
        weights += step * way
        margins += step * gains
    return weights[:-1].T, weights[-1]


def _lifted(matrix: Any) -> tuple[Any, Any]:
    """Return the rows with a feature that all have, for the bias, and the same with rows and columns changed."""
    from scipy import sparse  # noqa: PLC0415 - as above

    ones = np.ones((matrix.shape[0], 1), dtype=np.float32)
    lifted = sparse.hstack([matrix, ones], format="csr", dtype=np.float32)
    return lifted, lifted.T.tocsr()


def _dot(left: Numbers, right: Numbers) -> Numbers:
    """Return the product of each column with its like."""
    product: Numbers = np.einsum("ij,ij->j", left, right)
    return product


def _step(slack: Numbers, gains: Numbers, along: Numbers, length: Numbers) -> Numbers:
    """Return how far to go for the least loss of each column; the loss is square in pieces, so Newton finds it."""
    step = np.zeros(len(along), dtype=np.float32)
    for _ in range(NEWTON):
        left = slack - step * gains
        moving = np.where(left > 0, gains, np.float32(0))
        slope = along + step * length - 2 * HARDNESS * _dot(moving, left)
        step -= slope / np.maximum(length + 2 * HARDNESS * _dot(moving, gains), TINY)
    return step


def _naive_bayes(matrix: Any, labels: Labels, columns: int) -> NDArray[Any]:
    """Complement naive Bayes (Rennie et al. 2003): a feature speaks for a class if the others rarely have it."""
    counts = np.vstack([np.asarray(matrix[labels == column].sum(axis=0)) for column in range(columns)])
    others = counts.sum(axis=0) - counts + SMOOTHING
    weights = -np.log(others / others.sum(axis=1, keepdims=True))
    centred: NDArray[Any] = weights - weights.mean(axis=0)
    return centred


def _spread(scores: NDArray[Any]) -> float:
    """Return the mean spread of the scores of a message."""
    return float(np.std(scores, axis=1).mean())
