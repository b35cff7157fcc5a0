"""Quarters: the only periods that reports know. They do not overlap, and only those that have ended are told."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

FORM = re.compile(r"(2\d{3})-?Q([1-4])", re.IGNORECASE)


class NotAQuarter(ValueError):
    """The words are no quarter: a day, a month and a range of days are none."""


@dataclass(frozen=True, order=True)
class Quarter:
    """Three months of a year; `number` is 1 to 4."""

    year: int
    number: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `2026Q4`. Raises NotAQuarter."""
        found = FORM.fullmatch(text.strip())
        if found is None:
            raise NotAQuarter(text)
        return cls(int(found[1]), int(found[2]))

    @classmethod
    def of(cls, day: date) -> Self:
        return cls(day.year, (day.month + 2) // 3)

    @property
    def first(self) -> date:
        return date(self.year, self.number * 3 - 2, 1)

    @property
    def last(self) -> date:
        return (self.first + timedelta(days=100)).replace(day=1) - timedelta(days=1)

    @property
    def before(self) -> "Quarter":
        return Quarter.of(self.first - timedelta(days=1))

    def ended(self, today: date) -> bool:
        return self.last < today

    def __str__(self) -> str:
        return f"{self.year}Q{self.number}"
