"""Why somebody took nothing, asked so that nobody can know what they answered: dice are rolled before the question.

Randomized response with several answers: with probability TRUTH each button carries what it says, else every button
carries an answer of chance. What comes back is all that this program ever gets; see docs/evaluation.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import log
from random import Random

from bot.evaluation.wilson import wilson

TRUTH = 0.7
QUESTION = "why"
# I fear that it is known · I am ashamed · I do not trust it · it costs too much, is too far, the hours do not fit ·
# I did not understand what to do · I did not need it after all
REASONS = ("known", "ashamed", "trust", "burden", "unclear", "unneeded")
CHANCE = (1 - TRUTH) / len(REASONS)  # that an answer comes back which is another reason than the one pressed
EPSILON = log((TRUTH + CHANCE) / CHANCE)  # 2.71: no answer speaks more than e^EPSILON = 15 times for one reason


@dataclass(frozen=True)
class Estimate:
    """How many people have a reason, as a share from 0 to 1, and what it can be with a certainty of 95 %."""

    share: float
    low: float
    high: float


def drawn(dice: Random) -> Mapping[str, str]:
    """Roll, and return for the button of each reason the answer that it carries."""
    if dice.random() < TRUTH:
        return {reason: reason for reason in REASONS}
    return {reason: dice.choice(REASONS) for reason in REASONS}


def estimate(counts: Mapping[str, int], slack: int = 0) -> Mapping[str, Estimate]:
    """Return what people's true reasons are, from how often each answer came back; nothing where none did.

    An answer comes back with the probability TRUTH * share + CHANCE, so share = (observed - CHANCE) / TRUTH, where m
    = len(REASONS) and CHANCE = (1 - TRUTH) / m (Warner 1965; for m answers Kairouz, Bonawitz and Ramage 2016). The
    interval is that of Wilson (1927) for the observed share, through the same line, cut at 0 and 1. Where each count
    may be wrong by `slack` people, as rounded ones are, it reaches as far as the worst of all such counts.
    """
    total = sum(counts.get(reason, 0) for reason in REASONS)
    return {reason: _estimate(counts.get(reason, 0), total, slack) for reason in REASONS} if total else {}


def _estimate(count: int, total: int, slack: int) -> Estimate:
    """Reach down to where this count is too high and the others are too low, and up to where it is the other way."""
    rest, others = total - count, slack * (len(REASONS) - 1)
    fewest, most = max(0, count - slack), count + slack
    low, _ = wilson(fewest, fewest + rest + others)
    _, high = wilson(most, most + max(0, rest - others))
    return Estimate(*map(_true, (count / total, low, high)))


def _true(observed: float) -> float:
    return min(1.0, max(0.0, (observed - CHANCE) / TRUTH))
