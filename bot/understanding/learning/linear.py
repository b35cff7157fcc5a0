"""Fitting the linear model: support vectors and complement naive Bayes, added into one table of weights.

scipy is imported here and only when called: reading a message does not need it.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.understanding.learning.taught import Taught
from bot.understanding.scoring.model import Model
from bot.understanding.scoring.space import WEIGHTS, Numbers, Space, blocks, fit, table

HARDNESS = 1.0  # C of the support vectors
SMOOTHING = 0.1  # alpha of naive Bayes
SHARE = 0.43  # how much naive Bayes counts against the support vectors, at the same spread: see docs/understanding.md
ROUNDS = 10  # of the fit; more fit the phrases better and held-out ones no better
ACTIVE = 0.15  # share of the messages that are not yet told from a class with room to spare, for the preconditioner
NEWTON = 3
TINY = np.float32(1e-20)
BESIDE = 1_600_000  # weights that are fitted at once

Labels = NDArray[np.int64]


def learn(messages: Sequence[Taught], labels: Labels, columns: int) -> Model:
    """Return the model of messages whose labels are column numbers below `columns`, or -1 for none of them."""
    space = space_of(messages)
    return solve(space, rows(space, messages), labels, columns)


def space_of(messages: Sequence[Taught], weights: tuple[float, ...] = WEIGHTS) -> Space:
    return fit([message.features for message in messages], weights)


def solve(space: Space, matrix: Any, labels: Labels, columns: int, rounds: int = ROUNDS) -> Model:
    """Return the model of messages that are the rows of a matrix; few `rounds` are quick and a little worse."""
    weights, bias = _support_vectors(matrix, labels, columns, rounds)
    soft = _naive_bayes(matrix, labels, columns)
    parts = list(_beside(matrix, columns))
    sharpness = _spread(np.hstack([matrix @ weights[:, some] for some in parts]))
    softness = _spread(np.hstack([matrix @ soft(some) for some in parts]))
    for some in parts:
        weights[:, some] += soft(some) * np.float32(SHARE * sharpness / max(softness, 1e-6))
    return Model(space, weights, bias)


def rows(space: Space, messages: Sequence[Taught]) -> Any:
    """Return messages as the rows of a sparse matrix."""
    from scipy import sparse  # noqa: PLC0415 - as above

    parts = [
        sparse.csr_matrix((value, (row, place)), shape=(len(block), space.size))
        for block in blocks([message.features for message in messages])
        for row, place, value in [table(space, block)]
    ]
    return sparse.vstack(parts, format="csr") if parts else sparse.csr_matrix((0, space.size), dtype=np.float32)


def _beside(matrix: Any, columns: int) -> Iterator[slice]:
    """Yield the columns that are fitted at once: each is fitted by itself, and all together take six times the room."""
    step = max(1, BESIDE // max(matrix.shape[1], 1))
    return (slice(start, min(start + step, columns)) for start in range(0, columns, step))


def _support_vectors(matrix: Any, labels: Labels, columns: int, rounds: int) -> tuple[Numbers, Numbers]:
    """Return the weights and the bias of each column: see `_fitted`."""
    from scipy import sparse  # noqa: PLC0415 - as above

    squares = sparse.csr_matrix((matrix.data**2, matrix.indices, matrix.indptr), matrix.shape).sum(axis=0)
    room = 1 + 2 * HARDNESS * ACTIVE * np.append(np.asarray(squares)[0], matrix.shape[0]).astype(np.float32)
    weights = np.empty((matrix.shape[1], columns), dtype=np.float32)
    bias = np.empty(columns, dtype=np.float32)
    for some in _beside(matrix, columns):
        signs = np.where(labels[:, None] == np.arange(some.start, some.stop), np.float32(1), np.float32(-1))
        fitted = _fitted(matrix, signs, room[:, None], rounds)
        weights[:, some], bias[some] = fitted[:-1], fitted[-1]
    return weights, bias


def _fitted(matrix: Any, signs: Numbers, scales: Numbers, rounds: int) -> Numbers:
    """Squared hinge loss, one class against the rest, some classes together: preconditioned conjugate gradients.

    The least of 1/2 |w|^2 + C sum max(0, 1 - y f)^2 (what liblinear finds by coordinates, with the one random state
    that all threads share: its answers differed from run to run), by Polak and Ribiere with exact steps, stopped
    early. The last row is the bias: what a feature that all messages have would weigh.
    """
    weights = np.zeros((matrix.shape[1] + 1, signs.shape[1]), dtype=np.float32)
    margins = np.zeros(signs.shape, dtype=np.float32)
    way, before = np.zeros_like(weights), np.zeros_like(weights)
    length = np.ones(signs.shape[1], dtype=np.float32)
    for _ in range(rounds):
        pull = np.maximum(1 - margins, 0) * signs
        pulled: Numbers = np.vstack([matrix.T @ pull, pull.sum(axis=0)])
        slope = weights - 2 * HARDNESS * pulled
        scaled = slope / scales
        way = way * np.maximum(0, _dot(slope - before, scaled) / length) - scaled
        before, length = slope, np.maximum(_dot(slope, scaled), TINY)
        gains: Numbers = (matrix @ way[:-1] + way[-1]) * signs
        step = _step(1 - margins, gains, _dot(weights, way), _dot(way, way))
        weights += step * way
        margins += step * gains
    return weights


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


def _naive_bayes(matrix: Any, labels: Labels, columns: int) -> Callable[[slice], Numbers]:
    """Complement naive Bayes (Rennie et al. 2003): a feature speaks for a class if the others rarely have it.

    Return what gives the weights of some columns: they are worked out when asked for, since all take much room.
    """
    parts = list(_beside(matrix, columns))
    whole = sum(_counts(matrix, labels, some).sum(axis=1, keepdims=True) for some in parts)

    def rarity(some: slice) -> Numbers:
        others: Numbers = whole - _counts(matrix, labels, some) + np.float32(SMOOTHING)
        others /= others.sum(axis=0, dtype=np.float64).astype(np.float32)
        np.log(others, out=others)
        return others

    mean = sum(rarity(some).sum(axis=1, keepdims=True) for some in parts) / np.float32(columns)
    return lambda some: mean - rarity(some)


def _counts(matrix: Any, labels: Labels, some: slice) -> Numbers:
    """Return how much each class has of each feature."""
    mine = [np.asarray(matrix[labels == column].sum(axis=0))[0] for column in range(some.start, some.stop)]
    return np.column_stack(mine).astype(np.float32, copy=False)


def _spread(scores: NDArray[Any]) -> float:
    """Return the mean spread of the scores of a message."""
    return float(np.std(scores, axis=1).mean())
