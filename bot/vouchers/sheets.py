"""What a spreadsheet shows: its sheets, row by row, each cell as a person sees it. CSV and other text, XLSX, or ODS.

What the spreadsheet itself has destroyed stays in its place as `Ruined`, with the reason: nobody can bring it back.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Self

LARGEST = 60_000_000  # bytes of a file, or half of what a spreadsheet may be when it is unfolded
MOST_ROWS = 2_000_000
MOST_COLUMNS = 100


class Unreadable(Exception):
    """The file is none that can be read: its phrase is `unreadable-WHY`, with these values."""

    def __init__(self, why: str, **values: str | int) -> None:
        super().__init__(why)
        self.why, self.values = why, values


class Ruined(str):
    """What is left of a cell that has lost what was typed into it; `why` is an end of the phrase `left-ruined-…`."""

    __slots__ = ("why",)
    why: str

    @classmethod
    def by(cls, why: str, shown: str) -> Self:
        cell = cls(shown)
        cell.why = why
        return cell


class Joined(NamedTuple):
    """Cells that are one: its first and last row as the file counts, its first and last column from 0, all included."""

    top: int
    left: int
    bottom: int
    right: int


class Row(NamedTuple):
    """A row with its number in the file; `mark` is `hidden` or `struck` where the whole row is marked so."""

    number: int
    cells: Sequence[str]
    mark: str = ""
    coloured: bool = False


@dataclass(frozen=True)
class Sheet:
    """A sheet; a text file is one without a name. Hidden ones have no rows, hidden columns (`unseen`) are read."""

    name: str
    rows: list[Row]
    hidden: bool = False
    unseen: frozenset[int] = frozenset()
    joined: tuple[Joined, ...] = ()
