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
# I did not understand what to do · I did not need it after all.
# All are equally long, so that the length of a sealed keyboard tells nothing.
REASONS = ("known", "shame", "trust", "costs", "steps", "ended")
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


def estimate(counts: Mapping[str, int], slack: int = 0, fewest: int = 0) -> Mapping[str, Estimate]:
    """Return what people's true reasons are, from how often each answer came back; nothing where none did.

    An answer comes back with the probability TRUTH * share + CHANCE, so share = (observed - CHANCE) / TRUTH, where m
    = len(REASONS) and CHANCE = (1 - TRUTH) / m (Warner 1965; for m answers Kairouz, Bonawitz and Ramage 2016). The
    interval is that of Wilson (1927) for the observed share, through the same line, cut at 0 and 1. Where counts are
    rounded, each may be wrong by `slack` people, and where those below `fewest` are told as none, one that is none may
    be any of these: the interval reaches as far as the worst of all such counts.
    """
    total = sum(counts.values())
    ranges = {reason: _range(counts.get(reason, 0), slack, fewest) for reason in REASONS}
    ends = tuple(map(sum, zip(*ranges.values(), strict=True)))
    return {one: _estimate(counts.get(one, 0) / total, ranges[one], ends) for one in REASONS} if total else {}


def _range(count: int, slack: int, fewest: int) -> tuple[int, int]:
    """Return the least and the most that a count can be which is told as this."""
    if count == 0 and fewest:
        return 0, fewest - 1
    return max(min(count, fewest), count - slack), count + slack


def _estimate(observed: float, mine: tuple[int, int], whole: tuple[int, ...]) -> Estimate:
    """Reach down to where this count is too high and the others are too low, and up to where it is the other way."""
    (least, most), (fewest, largest) = mine, whole
    low, _ = wilson(least, largest - most + least)
    _, high = wilson(most, fewest - least + most)
    return Estimate(*map(_true, (observed, low, high)))


def _true(observed: float) -> float:
    return min(1.0, max(0.0, (observed - CHANCE) / TRUTH))
