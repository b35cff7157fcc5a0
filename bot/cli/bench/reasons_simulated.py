"""How well randomized answers give people's true reasons back, over many simulated evaluations. Pure."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from bot.evaluation.randomized import REASONS, drawn, estimate

# What people of the invented programme have as their true reason. How far the first one is ahead decides how often it
# is found first: here 12 points, in the harder case 5.
SHARES: Mapping[str, float] = dict(zip(REASONS, (0.34, 0.10, 0.14, 0.22, 0.12, 0.08), strict=True))
HARDER: Mapping[str, float] = dict(zip(REASONS, (0.20, 0.10, 0.15, 0.25, 0.18, 0.12), strict=True))


@dataclass(frozen=True)
class Found:
    """Of many runs with `people` answers each: the shares of runs and of intervals that were right."""

    people: int
    top_right: float
    inside: float
    width: float  # mean width of an interval


def reasons(shares: Mapping[str, float], people: int, dice: Random) -> list[str]:
    """Return the true reasons of some people."""
    return dice.choices(tuple(shares), tuple(shares.values()), k=people)


def simulate(shares: Mapping[str, float], people: int, runs: int, dice: Random) -> Found:
    """Let people answer again and again, and hold what is estimated against what is true of the crowd they are of."""
    top = inside = 0
    width = 0.0
    for _ in range(runs):
        counts = Counter(drawn(dice)[reason] for reason in reasons(shares, people, dice))
        found = estimate(counts)
        top += max(found, key=lambda reason: counts[reason]) == max(shares, key=shares.__getitem__)
        inside += sum(one.low <= shares[reason] <= one.high for reason, one in found.items())
        width += sum(one.high - one.low for one in found.values())
    cells = runs * len(REASONS)
    return Found(people, top / runs, inside / cells, width / cells)
