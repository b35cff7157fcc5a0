"""Fitting the linear model: support vectors and complement naive Bayes, added into one table of weights.

scikit-learn is imported here and only when called: it costs 0.9 s and 108 MB, and reading a message does not need it.
"""

import warnings
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.understanding.message import Message
from bot.understanding.model import Model
from bot.understanding.space import Space, fit, table

HARDNESS = 1.0  # C of the support vectors
SMOOTHING = 0.1  # alpha of naive Bayes
SHARE = 0.43  # how much naive Bayes counts against the support vectors, at the same spread: see docs/understanding.md
TOLERANCE = 0.1
THREADS = 2
ROUNDS = 1000

Labels = NDArray[np.int64]


def learn(messages: Sequence[Message], labels: Labels, columns: int) -> Model:
    """Return the model of messages whose labels are column numbers below `columns`, or -1 for none of them."""
    space = space_of(messages)
    return solve(space, rows(space, messages), labels, columns)


def space_of(messages: Sequence[Message]) -> Space:
    return fit([message.views for message in messages])


def solve(space: Space, matrix: Any, labels: Labels, columns: int, rounds: int = ROUNDS) -> Model:
    """Return the model of messages that are the rows of a matrix; few `rounds` are quick and a little worse."""
    sharp, bias = _support_vectors(matrix, labels, columns, rounds)
    soft = _naive_bayes(matrix, labels, columns)
    soft *= SHARE * _spread(matrix @ sharp.T) / max(_spread(matrix @ soft.T), 1e-6)
    weights = (sharp + soft).T
    return Model(space, np.ascontiguousarray(weights, dtype=np.float32), bias.astype(np.float32))


def rows(space: Space, messages: Sequence[Message]) -> Any:
    """Return messages as the rows of a sparse matrix."""
    from scipy import sparse  # noqa: PLC0415 - as above

    row, place, value = table(space, [message.views for message in messages])
    return sparse.csr_matrix((value, (row, place)), shape=(len(messages), space.size))


def _support_vectors(matrix: Any, labels: Labels, columns: int, rounds: int) -> tuple[NDArray[Any], NDArray[Any]]:
    """One class against the rest, several at a time: liblinear works outside Python's lock."""
    doubles = matrix.astype(np.float64)  # liblinear would copy it for every class
    # Too few rounds to converge is what the caller asks for. Filters belong to the process, so not in the threads.
    with warnings.catch_warnings(), ThreadPoolExecutor(THREADS) as threads:
        warnings.filterwarnings("ignore", message="Liblinear failed to converge")
        fitted = list(threads.map(lambda column: _one_against_rest(doubles, labels == column, rounds), range(columns)))
    return np.array([weights for weights, _ in fitted]), np.array([bias for _, bias in fitted])


def _one_against_rest(matrix: Any, mine: NDArray[np.bool_], rounds: int) -> tuple[NDArray[Any], float]:
    from sklearn.svm import LinearSVC  # noqa: PLC0415 - as above

    if mine.all() or not mine.any():
        return np.zeros(matrix.shape[1]), 0.0 if mine.all() else -1.0
    machine = LinearSVC(C=HARDNESS, tol=TOLERANCE, max_iter=rounds, random_state=0).fit(matrix, mine)
    return machine.coef_[0], float(machine.intercept_[0])


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
