"""How long things take: many durations, and their quantiles in milliseconds."""

from collections.abc import Callable
from math import ceil
from time import perf_counter
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


class Stopwatch:
    """Collects the durations of calls."""

    def __init__(self, clock: Callable[[], float] = perf_counter) -> None:
        self._clock = clock
        self._seconds: list[float] = []

    def __len__(self) -> int:
        return len(self._seconds)

    def timed(self, call: Callable[P, R]) -> Callable[P, R]:
        """Return `call` so that every use of it is measured; one that raises is not."""

        def measured(*args: P.args, **kwargs: P.kwargs) -> R:
            start = self._clock()
            result = call(*args, **kwargs)
            self._seconds.append(self._clock() - start)
            return result

        return measured

    def quantile(self, share: float) -> float:
        """Return the milliseconds that this share of at least one call took at most."""
        return sorted(self._seconds)[max(0, ceil(share * len(self._seconds)) - 1)] * 1e3
