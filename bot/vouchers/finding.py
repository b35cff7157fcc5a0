"""Which column of a file has the codes, which of its rows are none, and what somebody must look at before they come in.

Nothing here is guessed in silence: a row that is left out has its reason, and what could be meant otherwise is a doubt.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.vouchers import doubts
from bot.vouchers.code_files import read
from bot.vouchers.columns import Column, letters, most_likely
from bot.vouchers.doubts import Doubt
from bot.vouchers.headings import says_gone, says_yes
from bot.vouchers.one_code import is_total, judged
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
    unread: list[str] = field(default_factory=list)  # sheets that are hidden

    @property
    def bad(self) -> list[Left]:
        """The rows that should have been codes, and are none."""
        return [one for one in self.left_out if one.why not in QUIET | ASKED]


def understood(name: str, content: bytes, today: date) -> Understood:
    """Return what a file says. Raises bot.vouchers.sheets.Unreadable, also where there is no column of codes."""
    sheets = read(name, content)
    found, others = most_likely([sheet for sheet in sheets if not sheet.hidden])
    unread = [sheet.name for sheet in sheets if sheet.hidden]
    if found is None:
        raise Unreadable("hidden-sheets", sheet=unread[0]) if unread else Unreadable("no-codes")
    codes, left_out = _parted(found, today)
    if not codes and not left_out:
        raise Unreadable("no-codes")
    asked = [*doubts.of_the_place(found, others), *_of_rows(left_out), *doubts.of_codes(codes)]
    return Understood(found.sheet.name, letters(found.place), found.heading, codes, left_out, asked, unread)


def _parted(column: Column, today: date) -> tuple[list[str], list[Left]]:
    """Part the codes of a column from the rows that are left out."""
    codes: dict[str, int] = {}
    left_out = [Left(row.number, "above", row.cells[column.place]) for row in column.above]
    for row in column.below:
        cell = row.cells[column.place] if len(row.cells) > column.place else ""
        code, why = judged(cell)
        if not code and not why:
            continue
        why = why or (_reason(row, column, today) if row.mark or len(row.cells) > 1 else "")
        why = why or ("twice" if code in codes else "")
        if cell == column.heading:
            why = "heading"
        if why:
            left_out.append(Left(row.number, why, cell))
        else:
            codes[code] = row.number
    return list(codes), left_out


def _reason(row: Row, column: Column, today: date) -> str:
    """Return why a code is left out for what stands beside it."""
    if row.mark:
        return row.mark
    for place, cell in enumerate(row.cells):
        if place == column.place or not cell:
            continue
        kind = column.kinds.get(place)
        if is_total(cell):
            return "total"
        if says_yes(cell) if kind == "used" else says_gone(cell):
            return "used"
        if kind == "ends" and doubts.is_past(cell, today):
            return "ended"
    return ""


def _of_rows(left_out: Sequence[Left]) -> Iterator[Doubt]:
    for why in sorted({one.why for one in left_out} & ASKED):
        rows = [one.row for one in left_out if one.why == why]
        yield Doubt(why, {"count": len(rows), "rows": doubts.some(map(str, rows))})
