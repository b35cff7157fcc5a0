"""What stands beside a code in its row: that somebody has it, that it is over, or something that nobody can know."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from bot.catalogue.hours.names import MONTH_OF
from bot.vouchers.columns import Column, letters
from bot.vouchers.doubts import Doubt, some
from bot.vouchers.headings import Kind, plain, says_gone, says_good, says_no
from bot.vouchers.one_code import is_total
from bot.vouchers.sheets import Row

MARKS = frozenset(["x", "v", "✓", "✔", "✗", "✘", "☑", "☒", "*", "ok", "si", "sì", "yes"])
MONTHS = {name[:3]: str(month) for name, month in MONTH_OF.items()}
MONTH_LAST, FIRST_YEAR = 12, 1000
FEW = 0.4  # of all rows: more coloured ones are a pattern, not a mark


def reason(row: Row, column: Column, today: date) -> str:
    """Return why a code is left out for what stands beside it."""
    if row.mark:
        return row.mark
    for place, cell in enumerate(row.cells):
        if place == column.place or not cell:
            continue
        kind = column.kinds.get(place, "")
        if is_total(cell):
            return "total"
        if _gone(cell, kind):
            return "used"
        if kind == "ends" and is_past(cell, today):
            return "ended"
    return ""


def _gone(cell: str, kind: Kind) -> bool:
    if kind == "used":
        return not says_no(cell) or (says_gone(cell) and not cell.isdigit())
    return says_gone(cell) or (kind == "good" and bool(cell.strip(" -")) and says_no(cell) and not says_good(cell))


def unknown(rows: Sequence[Row], column: Column) -> Iterator[Doubt]:
    """Yield what may tell some of the rows apart, and nobody can know how."""
    for place in range(max((len(row.cells) for row in rows), default=0)):
        cells = [row.cells[place] if len(row.cells) > place else "" for row in rows]
        kind = column.kinds.get(place, "")
        strange = dict.fromkeys(cell for cell in cells if cell and _is_strange(cell, kind))
        mixed = kind in {"state", "ends"} or any(cell not in strange for cell in cells)
        if place != column.place and strange and mixed:
            yield Doubt("beside", {"column": letters(place), "shown": some(strange)})
    coloured = [str(row.number) for row in rows if row.coloured]
    if 0 < len(coloured) < FEW * len(rows):
        yield Doubt("coloured", {"count": len(coloured), "rows": some(coloured)})


def _is_strange(cell: str, kind: Kind) -> bool:
    if kind == "state":
        return not says_good(cell)
    if kind == "ends":
        return _day_of(cell) is None and any(map(str.isdigit, cell))
    return not kind and cell.casefold() in MARKS


def is_past(cell: str, today: date) -> bool:
    """Tell whether a cell is a day, or a month, that is over."""
    day = _day_of(cell)
    return day is not None and day < (today.year, today.month, today.day)


def _day_of(cell: str) -> tuple[int, int, int] | None:
    """Return year, month and day of a cell, however they are written, the last day where it has only a month."""
    words = (MONTHS.get(word[:3], word) for word in re.findall(r"\d+|[a-z]+", plain(cell.partition(":")[0])))
    numbers = [int(word) for word in words if word.isdigit()][:3]
    if numbers and numbers[0] >= FIRST_YEAR:
        numbers.reverse()
    match numbers:
        case [month, year]:
            day = 31
        case [day, month, year]:
            month, day = (month, day) if month <= MONTH_LAST else (day, month)  # as in America
        case _:
            return None
    return (year + 2000 * (year < 100), month, day) if 0 < month <= MONTH_LAST and day else None  # noqa: PLR2004 - 31/12/26
