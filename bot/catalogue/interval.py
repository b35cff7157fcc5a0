"""Days: one, and a first and a last with all between them."""

import re
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator

from bot.catalogue.text import Model

DAY = re.compile(r"\d{4}-\d\d-\d\d")  # pydantic takes more for a day: seconds since 1970, midnight


def _iso(value: Any) -> Any:
    if isinstance(value, str) and not DAY.fullmatch(value):
        raise ValueError("day")
    return value


Day = Annotated[date, BeforeValidator(_iso)]


def _interval(value: Any) -> Any:
    """Turn `2026-09-01/2027-03-31` (ISO 8601) into its two days; either may be left out."""
    if not isinstance(value, str):
        return value
    first, slash, last = value.partition("/")
    days = {"first": first.strip() or None, "last": last.strip() or None}
    if not slash or not all(day is None or DAY.fullmatch(day) for day in days.values()):
        raise ValueError("interval")
    return days


class Interval(Model):
    """Days, both included; None is open."""

    first: Day | None = None
    last: Day | None = None

    def holds(self, day: date) -> bool:
        """Tell whether a day is inside."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


Validity = Annotated[Interval, BeforeValidator(_interval)]
