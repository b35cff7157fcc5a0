"""Which column of a file has the codes, which of its rows are none, and what somebody must look at before they come in.

Nothing here is guessed in silence: a row that is left out has its reason, and what could be meant otherwise is a doubt.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.vouchers import doubts
from bot.vouchers.beside import reason, unknown
from bot.vouchers.code_files import read
from bot.vouchers.columns import Column, letters, most_likely
from bot.vouchers.doubts import Doubt
from bot.vouchers.sheets import Row, Unreadable

# Reasons that somebody must know of, and that need no yes; then those that need one; all others stop the import.
QUIET = frozenset({"heading", "total", "twice", "above"})
ASKED = frozenset({"used", "ended", "hidden", "struck"})


@dataclass(frozen=True)
class Left:
    """A row that is left out, by a reason: the end of the phrase `left-WHY`."""

    row: int
    why: str
    shown: str


@dataclass(frozen=True)
class Understood:
    """What a file was taken for: `column` is its letter, `heading` what stands over it (perhaps nothing)."""

    sheet: str
    column: str
    heading: str
    codes: list[str]
    left_out: list[Left]
    doubts: list[Doubt]
    unread: list[str]  # sheets that are hidden
    columns: list[str]  # of this sheet that may be meant: where there are some, somebody must say which

    @property
    def bad(self) -> list[Left]:
        """The rows that should have been codes, and are none."""
        return [one for one in self.left_out if one.why not in QUIET | ASKED]


def understood(name: str, content: bytes, today: date, column: str = "") -> Understood:
    """Return what a file says, perhaps of the one column that is meant.

    Raises bot.vouchers.sheets.Unreadable, also where there is no column of codes.
    """
    sheets = read(name, content)
    found, others = most_likely([sheet for sheet in sheets if not sheet.hidden], column)
    unread = [sheet.name for sheet in sheets if sheet.hidden]
    if found is None:
        raise Unreadable("hidden-sheets", sheet=unread[0]) if unread else Unreadable("no-codes")
    codes, left_out = _parted(found, today)
    if not codes and not left_out:
        raise Unreadable("no-codes")
    asked = [*doubts.of_the_place(found, others), *_of_rows(left_out), *doubts.of_codes(list(codes))]
    if len(codes) < sum(one.why == "twice" for one in left_out):
        asked.append(Doubt("same", {"codes": doubts.some(codes)}))
    asked += unknown(list(codes.values()), found)
    place, beside = letters(found.place), [letters(one.place) for one in others if one.sheet is found.sheet]
    columns = [place, *beside] if beside else []
    return Understood(found.sheet.name, place, found.heading, list(codes), left_out, asked, unread, columns)


def _parted(column: Column, today: date) -> tuple[dict[str, Row], list[Left]]:
    """Part the codes of a column, with their rows, from the rows that are left out."""
    codes: dict[str, Row] = {}
    left_out = [Left(row.number, "above", row.cells[column.place]) for row in column.above]
    for row in column.below:
        cell = row.cells[column.place] if len(row.cells) > column.place else ""
        code, why = column.judged(cell)
        if not code and not why:
            continue
        why = why or (reason(row, column, today) if row.mark or len(row.cells) > 1 else "")
        why = why or ("twice" if code in codes else "")
        if cell == column.heading:
            why = "heading"
        if why:
            left_out.append(Left(row.number, why, cell))
        else:
            codes[code] = row
    return codes, left_out


def _of_rows(left_out: Sequence[Left]) -> Iterator[Doubt]:
    for why in sorted({one.why for one in left_out} & ASKED):
        rows = [one.row for one in left_out if one.why == why]
        yield Doubt(why, {"count": len(rows), "rows": doubts.some(map(str, rows))})
