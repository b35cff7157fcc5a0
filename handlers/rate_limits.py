"""How fast calls may go out: a bucket that empties at a steady rate (GCRA), without a clock of its own."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Rate:
    """So many calls a second, after so many at once."""

    a_second: float
    at_once: int


@dataclass(frozen=True)
class Rates:
    """How fast one chat may be sent to, and all of them together."""

    chat: Rate
    overall: Rate


# From Telegram's "My bot is hitting limits": one message a second in a chat, short bursts are let through; about 30 a
# second in all.
TELEGRAM = Rates(chat=Rate(1, 3), overall=Rate(25, 5))


class RateLimit:
    """The turns of one queue. Times are seconds of a clock that never goes back."""

    def __init__(self, rate: Rate) -> None:
        self._gap = 1 / rate.a_second
        self._slack = self._gap * (rate.at_once - 1)
        self._due = 0.0  # when the bucket is empty

    def turn(self, now: float) -> float:
        """Take the next turn and return how many seconds from `now` it is."""
        start = max(self._due, now)
        self._due = start + self._gap
        return max(0.0, start - self._slack - now)

    def idle(self, now: float) -> bool:
        """Tell whether the queue has nothing to remember."""
        return self._due <= now
