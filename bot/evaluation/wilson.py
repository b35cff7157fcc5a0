"""How sure a share is that some people gave: the interval of E. B. Wilson (J. Am. Statistical Association 22, 1927)."""

from math import sqrt
from statistics import NormalDist

SURE = 0.95
DEVIATIONS = NormalDist().inv_cdf((1 + SURE) / 2)  # 1.96


def wilson(count: float, total: float) -> tuple[float, float]:
    """Return the least and the most that the share of a whole can be, where `count` of `total` people are like that."""
    if total <= 0:
        return 0.0, 1.0
    share, spread = count / total, DEVIATIONS**2 / total
    middle = share + spread / 2
    reach = sqrt(spread * share * (1 - share) + spread**2 / 4)
    return max(0.0, (middle - reach) / (1 + spread)), min(1.0, (middle + reach) / (1 + spread))
