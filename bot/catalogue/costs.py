"""What a service costs, and what an offer makes of it (HSDS: cost)."""

import re
from decimal import Decimal
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from bot.catalogue import money
from bot.catalogue.text import Model, Text

Unit = Literal[
    "hour",
    "visit",
    "day",
    "week",
    "month",
    "year",
    "course",
    "person",
    "lesson",
    "piece",
    "practice",
    "night",
    "session",
]
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
FIGURES = ("amount", "from", "to", "free")  # the forms of a price that say a sum
YES = {"sì": "true", "si": "true", "vero": "true", "falso": "false"}


def _sum(value: Any) -> Any:
    """Read a sum as people write it; what is none is refused by name, what is out of bounds by its bound."""
    if not isinstance(value, str):
        return value
    read = money.amount(value)
    if read is None and not NUMBER.fullmatch(value):
        raise ValueError("money")
    return value if read is None else read


def _whole(value: Any) -> Any:
    """Read `1.000`: one thousand, as in a sum."""
    return value.replace(".", "") if isinstance(value, str) and THOUSANDS.fullmatch(value) else value


def _percent(value: Any) -> Any:
    found = re.fullmatch(r"\s*(\d+)\s*%\s*", value) if isinstance(value, str) else None
    return found[1] if found else value


def _yes(value: Any) -> Any:
    return YES.get(value.lower(), value) if isinstance(value, str) else value


def _sum_is_nothing(value: Any) -> bool:
    return isinstance(value, str) and money.amount(value) == 0


Yes = Annotated[bool, BeforeValidator(_yes)]
Count = Annotated[int, Field(ge=1), BeforeValidator(_whole)]
Times = Annotated[int, Field(ge=1, le=100), BeforeValidator(_whole)]
WRITTEN_PERCENT = {
    "anyOf": [
        {"type": "integer", "minimum": 1, "maximum": 100},
        {"type": "string", "pattern": "^([1-9][0-9]?|100) ?%$"},
    ]
}
Percent = Annotated[int, BeforeValidator(_percent), Field(ge=1, le=100), WithJsonSchema(WRITTEN_PERCENT)]
Euro = Annotated[Decimal, BeforeValidator(_sum), Field(ge=0, max_digits=8, decimal_places=2)]


class Price(Model):
    """What it costs without the offer: an amount, a range in euro, free, or a note alone («secondo ISEE»)."""

    amount: Euro | None = None
    low: Euro | None = Field(None, alias="from")
    high: Euro | None = Field(None, alias="to")
    per: Unit | None = None
    free: Yes = False
    note: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _typed(cls, value: Any) -> Any:
        """Read a price that is written as one text; nothing to pay is free."""
        if isinstance(value, dict) and "free" not in value and _sum_is_nothing(value.get("amount")):
            return {"free": True} | {name: said for name, said in value.items() if name not in {"amount", "per"}}
        if not isinstance(value, str):
            return value
        read = money.price(value)
        if read is None:
            raise ValueError("price-text")
        return read

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        forms = sum((self.free, self.amount is not None, self.low is not None or self.high is not None))
        if forms > 1 or (forms == 0 and (self.note is None or self.per is not None)):
            raise ValueError("price-form")
        return self

    @property
    def in_words(self) -> bool:
        """Whether only the note says what it costs: nobody can reckon with it."""
        return not self.free and self.amount is None and self.low is None and self.high is None


class Value(Model):
    """What the offer gives: a new price, a percentage or euro off, or a gift."""

    amount: Euro | None = None
    per: Unit | None = None
    percent: Percent | None = None
    minus: Euro | None = None
    gift: Text | None = None

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        if sum(form is not None for form in (self.amount, self.percent, self.minus, self.gift)) != 1:
            raise ValueError("value-form")
        return self
