"""Several needs in one message: a joint on whose two sides different needs are stated."""

from dataclasses import dataclass
from math import exp, log, log1p

import numpy as np

from bot.understanding.scoring.space import Numbers
from bot.understanding.text.clauses import Clauses, joints
from bot.understanding.text.language import ENGLISH, ITALIAN
from bot.understanding.text.normal import listed

LEAST = 2  # words on each side
NEAR = 3  # words after a joint in which a linking word is looked for
# With these and figures alone nothing is asked for: "vorrei sapere se c'è qualcosa", "ho 40 anni", "is there anything".
EMPTY = (ITALIAN | ENGLISH) - listed(
    "casa lavoro aiuto bisogno help home work babbo mamma figlio figlia fare posso"
) | listed(
    "sapere capire chiedere chiedo volevo voglia sapete esiste esistono potete dirmi informazione informazioni salve "
    "buonasera tutti piacere scusate sapreste fate offrite trovo know wondering offer anything ask question info "
    "information just sorry there is hey good morning evening everyone"
)
LINKING = listed("inoltre anche poi pure oltre also plus then")
# A logistic regression over the best joints of 3,000 pairs of held-out phrases, joined with a sign or a link, against
# those of 4,000 single ones and of 2,000 pairs that say the same need twice, as a story and its wish do. Its signs, in
# their order: how far the needs of the two sides are apart on the less and on the more telling side (log1p of score x
# scale); a linking word; the log of the words; the shorter side's share; the log of its words; the log of the whole
# message's belief in the less likely of the two needs.
WEIGHTS = np.array([1.14, 2.55, 2.85, -1.15, -2.80, 1.32, 0.26])
BIAS = -5.42
SURE = 0.5
FAINT = 1e-4  # a belief below which nothing more is told


@dataclass(frozen=True)
class TwoNeeds:
    """A joint, the column of the need on each side, and how sure it is that two needs are stated."""

    at: int
    left: int
    right: int
    sure: float


def part(clauses: Clauses, evidence: Numbers, bias: Numbers, belief: Numbers, scale: float) -> TwoNeeds | None:
    """Return the surest joint between two different needs, or None.

    `evidence` has a row for each word, needs only; `belief` is that of the whole message.
    """
    total = len(evidence)
    places = np.array([place for place in joints(clauses) if _is_joint(clauses, place)], dtype=np.int64)
    if not len(places):
        return None
    before = np.cumsum(evidence, axis=0)[places - 1]
    left = _stretched(before, places, total, bias) * scale
    right = _stretched(evidence.sum(axis=0) - before, total - places, total, bias) * scale
    first, second = left.argmax(axis=1), right.argmax(axis=1)
    rows = np.flatnonzero(first != second)
    found = [_two_needs(clauses, int(places[row]), left[row], right[row], belief) for row in rows]
    best = max(found, key=lambda one: one.sure, default=None)
    return best if best and best.sure >= SURE else None


def _is_joint(clauses: Clauses, place: int) -> bool:
    """Tell whether both sides have enough words for a need, and one that is telling."""
    sides = clauses.words[:place], clauses.words[place:]
    return all(len(side) >= LEAST and any(_is_telling(word) for word in side) for side in sides)


def _is_telling(word: str) -> bool:
    return word not in EMPTY and not word.isdigit()


def _stretched(
    evidence: Numbers, words: np.ndarray[tuple[int], np.dtype[np.int64]], total: int, bias: Numbers
) -> Numbers:
    """Return the scores of the sides (rows), the evidence stretched to what a message of their own would have."""
    scores: Numbers = evidence * np.sqrt(total / words)[:, None].astype(np.float32) + bias
    return scores


def _two_needs(clauses: Clauses, at: int, left: Numbers, right: Numbers, belief: Numbers) -> TwoNeeds:
    first, second, total = int(left.argmax()), int(right.argmax()), len(clauses.words)
    apart = sorted((float(left[first] - left[second]), float(right[second] - right[first])))
    shorter = min(at, total - at)
    linked = not LINKING.isdisjoint(clauses.words[at : at + NEAR])
    whole = float(min(belief[first], belief[second])) + FAINT
    signs = [*map(log1p, apart), linked, log(total), shorter / total, log(shorter), log(whole)]
    return TwoNeeds(at, first, second, 1 / (1 + exp(-float(WEIGHTS @ np.array(signs, dtype=float)) - BIAS)))
