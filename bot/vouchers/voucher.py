"""A voucher, and the reasons why there is none."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


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
    """One code of an offer; the badge has none. `expires` is the last day on which it is good."""

    offer: str
    code: str | None
    expires: date | None
