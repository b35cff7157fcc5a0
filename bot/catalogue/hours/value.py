"""What opening hours say, as one frozen value: rules of days and times, and what holds otherwise."""

from calendar import monthrange
from dataclasses import dataclass
from typing import Literal, NamedTuple

State = Literal["open", "unknown", "off"]
Cause = Literal[
    "unreadable", "empty", "no-times", "no-days", "no-end", "bad-time", "bad-date", "turned", "half-day", "closed-part",
    "unsayable", "march", "overrides", "month-days", "slash", "half-period",
]  # fmt: skip
LEAP_YEAR = 2028
DAY = 24 * 60  # minutes


class Date(NamedTuple):
    """A month, a day of it, or a day of one year: nought is any."""

    month: int
    day: int = 0
    year: int = 0

    @property
    def last(self) -> int:
        return monthrange(self.year or LEAP_YEAR, self.month)[1]


class Period(NamedTuple):
    """From a date to a date, both included; every year where they have none."""

    first: Date
    last: Date

    @property
    def single(self) -> bool:
        return self.first == self.last and self.first.day > 0


class Weekday(NamedTuple):
    """A day of the week, Monday is nought; `nth` of the month, -1 the last one, 0 every one."""

    day: int
    nth: int = 0


class Span(NamedTuple):
    """Minutes since midnight; what ends on the next day ends after 24 hours."""

    start: int
    end: int


EVERY_DAY = tuple(Weekday(day) for day in range(7))
ALL_DAY = (Span(0, DAY),)
MORNING, AFTERNOON, EVENING = (Span(start * 60, end * 60) for start, end in ((0, 13), (13, 24), (17, 24)))
HALVES = {MORNING, AFTERNOON, EVENING}


@dataclass(frozen=True)
class Rule:
    """When something holds. Without days, holidays and periods: always; without spans: all day long."""

    state: State = "open"
    spans: tuple[Span, ...] = ()
    days: tuple[Weekday, ...] = ()
    holidays: bool = False
    periods: tuple[Period, ...] = ()
    comment: str = ""

    @property
    def weekly(self) -> bool:
        return not self.periods and not self.holidays

    @property
    def always(self) -> bool:
        return self.weekly and self.days == EVERY_DAY and self.spans == ALL_DAY

    @property
    def single(self) -> bool:
        """Tell whether it is of single dates only."""
        return bool(self.periods) and all(period.single for period in self.periods)


@dataclass(frozen=True)
class Hours:
    """Rules in the order in which a later one takes the place of an earlier one.

    Those of the same days and the same periods add up. `otherwise` is said of all other times: nobody knows whether it
    is open then; None where it is closed.
    """

    rules: tuple[Rule, ...]
    otherwise: str | None = None

    @property
    def timed(self) -> bool:
        return any(rule.spans for rule in self.rules)


@dataclass(frozen=True)
class Refused:
    """Why a text is no opening hours: the cause, the piece of the text, and the normal form that was meant, if any."""

    cause: Cause
    piece: str = ""
    proposal: str = ""
