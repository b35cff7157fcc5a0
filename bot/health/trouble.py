"""What is wrong, for the operator: what, why, what to do, and since when."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

What = Literal[
    "database",
    "token",
    "telegram",
    "webhook",
    "set_webhook",
    "leader",
    "inbox",
    "outbox",
    "disk",
    "publish",
    "clock",
    "username",
]
WHATS: tuple[What, ...] = get_args(What)  # in the order in which they are told


@dataclass(frozen=True)
class Trouble:
    """One thing that is wrong; `cause` and `cure` are parts of one line each."""

    what: What
    cause: str
    cure: str
    since: datetime

    def __str__(self) -> str:
        return f"{self.what}: {self.cause}"


def moment(at: datetime) -> str:
    """Return a moment as operators read it in all lines of health."""
    return f"{at:%Y-%m-%d %H:%M:%S} UTC"
