"""How wrong tries slow down whoever makes them: a few are free, then each wait is longer, up to the longest.

A right code in between makes the next ones free again, but only so often a day: one good code must not pay for a
thousand guesses. Tomorrow all is forgotten: nobody is locked out for ever.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

FREE = 5  # wrong tries one after the other that cost nothing
FREE_A_DAY = 50  # wrong tries of a day after which each costs, whatever is right in between
SHORTEST, LONGEST = timedelta(seconds=5), timedelta(minutes=5)
DOUBLINGS = 6  # from the shortest to beyond the longest


@dataclass(frozen=True)
class Patience:
    """The wrong tries of one day: `streak` since the last right code, `spent` in all, and until when to wait."""

    day: date
    streak: int = 0
    spent: int = 0
    until: datetime | None = None

    def on(self, today: date) -> "Patience":
        """Return it as it is on a day; a wait that has begun goes on over midnight."""
        return self if self.day == today else Patience(today, until=self.until)

    def waits(self, now: datetime) -> datetime | None:
        """Return until when nothing can be tried, or None where it can be now."""
        far = self.until is None or self.until - now > LONGEST  # a clock that went back
        return None if far or now >= self.until else self.until  # type: ignore[operator] # `far` says it

    def wrong(self, now: datetime) -> "Patience":
        """Count a wrong try."""
        next_ = replace(self, streak=self.streak + 1, spent=self.spent + 1)
        over = max(next_.streak - FREE, next_.spent - FREE_A_DAY)
        if over <= 0:
            return next_
        wait: timedelta = min(SHORTEST * 2 ** min(over - 1, DOUBLINGS), LONGEST)
        return replace(next_, until=now + wait)

    def right(self) -> "Patience":
        """Count a right code."""
        return replace(self, streak=0, until=None) if self.streak else self
