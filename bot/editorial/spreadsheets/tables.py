"""Any sheet as a table: its headings, in one row or two, and the rows under them; joined cells say the same. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.editorial.spreadsheets.headings import field_said
from bot.vouchers.sheets import Joined, Row, Sheet

HEAD = 15  # rows among which the headings may stand
LONGEST = 60  # signs of a heading
DATA = re.compile(r"\d{2}|@|€|https?:|www\.")
FEWEST = 2  # headings by which their row is known


@dataclass(frozen=True)
class Table:
    """Rows of a sheet under their headings, which may be none; `above` is what stands over them."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    above: tuple[Row, ...] = ()

    def cell(self, row: Row, place: int) -> str:
        return row.cells[place] if place < len(row.cells) else ""

    def column(self, place: int) -> list[str]:
        """Return the cells of a column that are not empty."""
        return [cell for row in self.rows if (cell := self.cell(row, place))]

    @property
    def width(self) -> int:
        return max((len(row.cells) for row in self.rows), default=0)


def tables(sheets: Sequence[Sheet]) -> list[Table]:
    """Return the tables of all sheets that people see."""
    return [_table(sheet) for sheet in sheets if not sheet.hidden and sheet.rows]


def _table(sheet: Sheet) -> Table:
    rows = _spread(sheet)
    head, deep = _head(rows)
    if head < 0:
        return Table(sheet.name, (), tuple(rows))
    lines = rows[head : head + deep]
    width = max(len(row.cells) for row in lines)
    headings = tuple(_heading([_at(row, place) for row in lines]) for place in range(width))
    return Table(sheet.name, headings, tuple(rows[head + deep :]), tuple(rows[:head]))


def _at(row: Row, place: int) -> str:
    return row.cells[place] if place < len(row.cells) else ""


def _heading(parts: list[str]) -> str:
    """Return the headings of a column that stand over each other as one: `Contatti Telefono`."""
    return " ".join(dict.fromkeys(" ".join(part.split()) for part in parts if part))


def _head(rows: Sequence[Row]) -> tuple[int, int]:
    """Return where the headings begin and over how many rows they go; -1 where there are none."""
    scores = [_known(row) for row in rows[:HEAD]]
    best = max(range(len(scores)), key=lambda place: (scores[place], -place), default=-1)
    if best < 0 or scores[best] < FEWEST:
        return (0, 1) if _unknown_heading(rows) else (-1, 0)
    if best + 1 < len(rows) and _goes_on(rows[best], rows[best + 1]):
        return best, 2
    if best and _goes_on(rows[best - 1], rows[best]) and len({*rows[best - 1].cells} - {""}) >= FEWEST:
        return best - 1, 2
    return best, 1


def _known(row: Row) -> int:
    """Return how many different fields the cells of a row name."""
    return len({field for cell in row.cells if (field := field_said(cell))})


def _goes_on(upper: Row, lower: Row) -> bool:
    """Tell whether a row only says more of the headings above it."""
    said = [cell for cell in lower.cells if cell]
    words = all(len(cell) <= LONGEST and not DATA.search(cell) for cell in (*said, *upper.cells))
    return words and len(said) > 0 and _known(lower) > 0 and len(said) == sum(bool(field_said(cell)) for cell in said)


def _unknown_heading(rows: Sequence[Row]) -> bool:
    """Tell whether the first row can only be headings: short words, over columns in which there is something else."""
    if len(rows) < FEWEST:
        return False
    first = [cell for cell in rows[0].cells if cell]
    words = len(first) > 1 and all(len(cell) <= LONGEST and not DATA.search(cell) for cell in first)
    below = [cell for row in rows[1:HEAD] for cell in row.cells if cell]
    return words and len(set(first)) == len(first) and any(DATA.search(cell) for cell in below)


def _spread(sheet: Sheet) -> list[Row]:
    """Give each of some joined cells what the first of them says; a joined line of its own is a title, and stays."""
    if not sheet.joined:
        return sheet.rows
    cells = {row.number: [*row.cells] for row in sheet.rows}
    for joined in sheet.joined:
        if joined.bottom > joined.top or (joined.right > joined.left and _beside(cells.get(joined.top, []), joined)):
            _fill(cells, joined)
    return [row._replace(cells=cells[row.number]) for row in sheet.rows]


def _beside(cells: Sequence[str], joined: Joined) -> bool:
    """Tell whether there is something else in a row than what is joined."""
    return any(cell for place, cell in enumerate(cells) if not joined.left <= place <= joined.right)


def _fill(cells: dict[int, list[str]], joined: Joined) -> None:
    first = cells.get(joined.top, [])
    said = first[joined.left] if joined.left < len(first) else ""
    for number in range(joined.top, joined.bottom + 1) if said else ():
        if (row := cells.get(number)) is not None:
            row += [""] * (joined.right + 1 - len(row))
            row[joined.left : joined.right + 1] = [said] * (joined.right + 1 - joined.left)
