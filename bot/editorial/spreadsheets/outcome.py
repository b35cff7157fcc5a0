"""What became of the rows of a table: taken, asked, refused, and what nobody had a place for."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.editorial.publishing.release_texts import Texts


@dataclass(frozen=True)
class Remark:
    """Something about a row, or about one of its cells: `why` is the end of the phrase `row-…`."""

    row: int  # as the spreadsheet counts, from 1; 0 where it is about the whole sheet
    why: str
    column: str = ""  # what stands over the cell
    shown: str = ""
    sheet: str = ""
    id: str = ""  # of the service, where it has one
    values: Mapping[str, str | int] = field(default_factory=dict)
    likely: Mapping[str, str] = field(default_factory=dict)  # needs that are proposed, by id what they are called


@dataclass(frozen=True)
class Outcome:
    """`texts` are the files that change, by their path in the folder; the rest is what to say of it."""

    texts: Texts
    taken: int = 0  # rows of services
    asked: tuple[Remark, ...] = ()  # what somebody should look at; the rest of the row is taken
    refused: tuple[Remark, ...] = ()  # rows that are not taken
    left: tuple[str, ...] = ()  # columns that no field is for
