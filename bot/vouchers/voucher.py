"""A voucher, and the reasons why there is none."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Self

from bot.catalogue.model import Offer

OWN_CODES = {"pool", "generated"}  # kinds of which every voucher has a code of its own: only of them one wants more
LASTS = "0123456789"  # what a button says of a number: its last digit, since an id has no room for more


class Refusal(StrEnum):
    """Which limit a claim met."""

    NOT_YET = "not-yet"
    EXPIRED = "expired"
    NOT_YOURS = "not-yours"
    USED_UP = "used-up"
    TAKEN = "taken"
    NO_MEMBER = "no-member"
    GONE = "gone"


@dataclass(frozen=True)
class Voucher:
    """One code of an offer; the badge has none. `expires` is the last day on which it is good.

    `had` is how many of the offer the person has had with this one, where a claim gave it; `new` that it did just now.
    """

    offer: str
    code: str | None
    expires: date | None
    had: int = field(default=1, compare=False)
    new: bool = field(default=False, compare=False)


@dataclass(frozen=True)
class Another:
    """A wish for one voucher more than those in hand; `last` is the last digit of how many there are then.

    So a button that is pressed twice gives one: the second press finds what the first has made. None is whatever is
    next.
    """

    last: str | None = None

    def __str__(self) -> str:
        return self.last or ""

    @classmethod
    def of(cls, text: str) -> Self | None:
        """Return the wish that a button says, or None where it says none."""
        return cls(text or None) if text in {"", *LASTS} else None

    @classmethod
    def after(cls, held: Voucher, offer: Offer) -> Self | None:
        """Return the wish that a person may have beside a voucher, or None where there is nothing to wish for."""
        if offer.voucher not in OWN_CODES or (offer.per_person and held.had >= offer.per_person):
            return None
        return cls(LASTS[(held.had + 1) % len(LASTS)])

    def is_open(self, had: int) -> bool:
        """Tell whether the wish is not yet fulfilled for who has had so many."""
        return self.last in {None, LASTS[(had + 1) % len(LASTS)]}
