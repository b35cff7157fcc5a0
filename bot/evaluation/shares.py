"""Shares of what is told, with what they can be: made of the rounded figures, so they tell nothing more than those.

A figure is told to within SLACK people. Of what was counted the share can only be wrong by that. Where some answered
for all it is a sample as well: then the interval is Wilson's (bot.evaluation.wilson), widened to the worst that the
rounding allows, so it holds the truth at least as often as Wilson's does. R. G. Newcombe (Statistics in Medicine 17,
1998) and L. D. Brown, T. T. Cai and A. DasGupta (Statistical Science 16, 2001) compare it with others: it keeps its
word also for few answers, and for shares near nothing and near all.
"""

from dataclasses import dataclass
from math import ceil, floor
from typing import Literal

from bot.evaluation.wilson import wilson
from bot.insight.suppression import SLACK

Verdict = Literal["kept", "missed", "open"]
HUNDRED = 100
HAIR = 1e-9  # a whole percent that a computer reckons a hair beside it


@dataclass(frozen=True)
class Share:
    """So many percent, and the least and the most that it can be."""

    percent: int
    low: int
    high: int

    def against(self, promised: float) -> Verdict:
        """Tell whether at least so many percent are certain, or impossible; else nobody can say."""
        if self.low >= promised:
            return "kept"
        return "missed" if self.high < promised else "open"


def counted(part: int, whole: int, *, slack: int = SLACK) -> Share | None:
    """Return the share of people who were counted one by one; the whole may be wrong by `slack`. None of nobody."""
    if whole <= slack:
        return None
    low, high = max(0, part - SLACK) / (whole + slack), (part + SLACK) / (whole - slack)
    return _share(part / whole, low, high)


def sampled(part: int, whole: int, *, slack: int = SLACK) -> Share | None:
    """Return the share among those who answered, with the interval for all who were asked. None of nobody."""
    if whole <= slack:
        return None
    low, _ = wilson(max(0, part - slack), whole + slack)
    _, high = wilson(min(part + slack, whole - slack), whole - slack)
    return _share(part / whole, low, high)


def _share(share: float, low: float, high: float) -> Share:
    return Share(
        min(HUNDRED, round(share * HUNDRED)),
        max(0, floor(low * HUNDRED + HAIR)),
        min(HUNDRED, ceil(high * HUNDRED - HAIR)),
    )
