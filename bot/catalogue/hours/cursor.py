"""Tokens, and how far they are read."""

from dataclasses import dataclass

from bot.catalogue.hours.tokens import Token
from bot.catalogue.hours.value import Cause


class Unclear(Exception):
    """A text that says no hours: why, and where."""

    def __init__(self, cause: Cause, piece: str = "") -> None:
        super().__init__(cause)
        self.cause, self.piece = cause, piece


@dataclass
class Cursor:
    """Stands before a token. `kinds` are those of all tokens, a sign each."""

    found: list[Token]
    place: int = 0

    def __post_init__(self) -> None:
        self.kinds = "".join(one.kind for one in self.found)

    @property
    def at(self) -> str:
        return self.after(0)

    def after(self, count: int) -> str:
        """Return the kind of a token further on, nothing behind the last one."""
        return self.kinds[self.place + count : self.place + count + 1]

    def take(self, kinds: str) -> bool:
        """Step over the token if it is of one of some kinds."""
        taken = bool(self.at) and self.at in kinds
        self.place += taken
        return taken

    def piece(self, begin: int, more: int = 1) -> str:
        """Return what was written from a token on, up to here and a little further."""
        return " ".join(one.text for one in self.found[begin : self.place + more]).strip()
