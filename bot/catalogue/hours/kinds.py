"""Tokens: their kinds, patterns written with the names of these, `pattern("day - day")`, and how far they are read."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from bot.catalogue.hours.value import Cause

# A kind that is a sign ("-", ",", ";", ":", "/", "+") stands for itself; the others have a name.
NAMED = {
    "day": "a day of the week",
    "feriali": "Monday to Saturday",
    "workdays": "Monday to Friday",
    "weekend": "Saturday and Sunday",
    "daily": "every day",
    "others": "the days that are not said, or all other times",
    "holidays": "public holidays",
    "included": "public holidays that are open as the other days",
    "ordinal": "which one of a month, before a day: the first",
    "ordinals": "which ones of a month, after a day: [1,3]",
    "month": "a month",
    "mar": "Tuesday or March, until `settling` knows which",
    "year": "a year",
    "from": "that a date or a month begins a period",
    "number": "an hour, or the day of a month",
    "time": "hours and minutes",
    "night": "that times end on the next day",
    "half": "a part of the day",
    "always": "day and night",
    "open": "that it is open",
    "closed": "that it is closed",
    "except": "that it is closed on what follows",
    "unknown": "that it has to be confirmed",
    "comment": "a note, or that it is by appointment",
    "unsayable": "what the clock cannot reckon with",
    "foreign": "what is not known",
}
LETTERS = {kind: chr(ord("A") + place) for place, kind in enumerate(NAMED)}  # one for each, so that patterns can be


@dataclass(frozen=True)
class Token:
    """A piece of a text: its kind, as it was written, and what it says (a day, a month, minutes)."""

    kind: str
    text: str
    value: Any = None


def letters(found: Iterable[Token]) -> str:
    """Return the kinds of tokens in the form in which patterns look at them."""
    return "".join(LETTERS.get(one.kind, one.kind) for one in found)


def pattern(words: str) -> re.Pattern[str]:
    """Return a regular expression over kinds: their names, signs, and what regular expressions are made of."""
    return re.compile(re.sub(r"[a-z]{2,}", lambda name: LETTERS[name[0]], words).replace(" ", ""))


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
