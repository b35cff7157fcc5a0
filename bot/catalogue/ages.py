"""The ages that a service is for."""

from typing import Self

from pydantic import Field, model_validator

from bot.catalogue.text import Model


class Ages(Model):
    """Years of the person who is served, both included; months where a year is too coarse, as in a nursery."""

    start: int | None = Field(None, alias="from", ge=0, le=120)
    end: int | None = Field(None, alias="to", ge=0, le=120)
    start_months: int | None = Field(None, alias="from_months", ge=0, le=60)
    end_months: int | None = Field(None, alias="to_months", ge=0, le=60)

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        if None not in (self.start, self.start_months) or None not in (self.end, self.end_months):
            raise ValueError("ages-form")
        return self

    @property
    def first_month(self) -> int | None:
        """The first month of life that is served; None is open."""
        return self.start_months if self.start is None else self.start * 12

    @property
    def last_month(self) -> int | None:
        """The last one: who is three is so until the fourth birthday."""
        return self.end_months if self.end is None else self.end * 12 + 11

    def holds(self, age: float) -> bool:
        """Tell whether a person of so many years is served."""
        month = int(round(age * 12, 6))
        first, last = self.first_month, self.last_month
        return (first is None or first <= month) and (last is None or month <= last)
