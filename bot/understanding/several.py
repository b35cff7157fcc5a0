"""Several needs in one message: a joint on whose two sides different needs are stated."""

from dataclasses import dataclass
from math import exp, log

import numpy as np

from bot.understanding.clauses import Clauses, joints
from bot.understanding.model import chances
from bot.understanding.normal import listed
from bot.understanding.space import Numbers

LEAST = 2  # words on each side
NEAR = 3  # words after a joint in which a linking word is looked for
LINKING = listed("inoltre anche poi pure oltre also plus then")
# A logistic regression over pairs of held-out phrases joined with a sign or a link, against single ones.
SIDE, LINKED, WORDS, SHORT, ALONE = 0.9, 2.3, 1.5, -1.3, -3.1
SURE = 0.62


@dataclass(frozen=True)
class Parting:
    """A joint, the column of the need on each side, and how sure it is that two needs are stated."""

    at: int
    left: int
    right: int
    sure: float
    linked: bool


def part(clauses: Clauses, evidence: Numbers, bias: Numbers, scale: float) -> Parting | None:
    """Return the surest joint between two different needs, or None.

    `evidence` has a row for each word, needs only.
    """
    sums = np.cumsum(evidence, axis=0)
    total = len(evidence)
    found = [_part(clauses, joint, sums, bias, scale) for joint in joints(clauses) if LEAST <= joint <= total - LEAST]
    best = max((one for one in found if one.left != one.right), key=lambda one: one.sure, default=None)
    return best if best and best.sure >= SURE else None


def _part(clauses: Clauses, joint: int, sums: Numbers, bias: Numbers, scale: float) -> Parting:
    total = len(sums)
    left = _side(sums[joint - 1], joint, total, bias, scale)
    right = _side(sums[-1] - sums[joint - 1], total - joint, total, bias, scale)
    first, second = int(left.argmax()), int(right.argmax())
    linked = not LINKING.isdisjoint(clauses.words[joint : joint + NEAR])
    sure = _sure(float(min(left[first], right[second])), joint, total, linked=linked)
    return Parting(joint, first, second, sure, linked)


def _sure(least: float, joint: int, total: int, *, linked: bool) -> float:
    short = min(joint, total - joint) / total
    return 1 / (1 + exp(-(SIDE * log(least) + LINKED * linked + WORDS * log(total) + SHORT * short + ALONE)))


def _side(evidence: Numbers, words: int, total: int, bias: Numbers, scale: float) -> Numbers:
    """Return the belief of one side, its evidence stretched to what a message of its own would have."""
    return chances(evidence * np.float32(np.sqrt(total / words)) + bias, scale)
