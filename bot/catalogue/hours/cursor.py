"""Tokens, and how far they are read."""

import re
from dataclasses import dataclass

from bot.catalogue.hours.kinds import Token, letters
from bot.catalogue.hours.value import Cause


class Unclear(Exception):
    """A text that says no hours: why, and where."""

    def __init__(self, cause: Cause, piece: str = "") -> None:
        super().__init__(cause)
        self.cause, self.piece = cause, piece


@dataclass
class Cursor:
    """Stands before a token."""

    found: list[Token]
    place: int = 0

    def __post_init__(self) -> None:
        self.letters = letters(self.found)

    @property
    def at(self) -> str:
        """The kind of the token, nothing behind the last one."""
        return self.found[self.place].kind if self.place < len(self.found) else ""

    def take(self, *kinds: str) -> bool:
        """Step over the token if it is of one of some kinds."""
        taken = self.at in kinds
        self.place += taken
        return taken

    def sees(self, form: re.Pattern[str], ahead: int = 0) -> re.Match[str] | None:
        """Return what comes, if it has a form."""
        return form.match(self.letters, self.place + ahead)

    def piece(self, begin: int, more: int = 1) -> str:
        """Return what was written from a token on, up to here and a little further."""
        return " ".join(one.text for one in self.found[begin : self.place + more]).strip()
