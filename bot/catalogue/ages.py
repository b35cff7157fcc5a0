"""The ages that a service is for."""

import re
from typing import Any, Self

from pydantic import Field, model_validator

from bot.catalogue.text import Model

UNIT = r"(\d+) ?(anni|mesi|years|months)?"
SPAN = re.compile(rf"(?:dai?|tra(?: i)?|from)? ?{UNIT} ?(?:-|–|/|ai?|e(?: i)?|to|and) ?{UNIT}")
UPWARDS = re.compile(
    r"(?:over|oltre i|dai?|from|≥|>=|\+) ?(\d+)(?: ?(anni|mesi|years|months))?(?: in (?:su|poi))?"
    r"|(\d+) ?(anni|mesi|years|months)? ?(?:\+|e oltre|in su|in poi|and over)"
)
UP_TO = re.compile(r"(?:fino ai?|al massimo|max\.?|up to|≤|<=) ?(\d+)(?: ?(anni|mesi|years|months))?")
ONE = re.compile(r"(\d+) ?(anni|anno|mesi|mese|years?|months?)")


def _bound(name: str, number: str, unit: str | None) -> dict[str, str]:
    return {name + ("_months" if (unit or "").startswith(("mes", "month")) else ""): number}


def read(text: str) -> dict[str, str] | None:
    """Return the fields of ages as people write them: `0-3 anni`, `over 65`, `fino a 14`; None for anything else."""
    said = " ".join(text.lower().split())
    if found := SPAN.fullmatch(said):
        return _bound("from", found[1], found[2] or found[4]) | _bound("to", found[3], found[4])
    if found := UPWARDS.fullmatch(said):
        return _bound("from", found[1] or found[3], found[2] or found[4])
    if found := UP_TO.fullmatch(said):
        return _bound("to", found[1], found[2])
    return None


class Ages(Model):
    """Years of the person who is served, both included; months where a year is too coarse, as in a nursery."""

    start: int | None = Field(None, alias="from", ge=0, le=120)
    end: int | None = Field(None, alias="to", ge=0, le=120)
    start_months: int | None = Field(None, alias="from_months", ge=0, le=60)
    end_months: int | None = Field(None, alias="to_months", ge=0, le=60)

    @model_validator(mode="before")
    @classmethod
    def _typed(cls, value: Any) -> Any:
        """Read ages in one text, and a bound with its unit: `{from: 3 mesi}`."""
        if isinstance(value, str):
            if (said := read(value)) is None:
                raise ValueError("ages-text")
            return said
        if not isinstance(value, dict):
            return value
        units = {name: ONE.fullmatch(str(value.get(name)).strip().lower()) for name in ("from", "to")}
        said = {
            key: bound for name, found in units.items() if found for key, bound in _bound(name, *found.groups()).items()
        }
        return {name: one for name, one in value.items() if not units.get(name)} | said

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
