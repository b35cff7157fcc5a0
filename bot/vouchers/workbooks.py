"""Rows of an XLSX spreadsheet, each cell as it is shown: zeros that a format adds, rows that are hidden or struck."""

import io
import re
import warnings
import zipfile
from collections.abc import Iterable
from decimal import Decimal
from itertools import groupby
from operator import itemgetter
from typing import Any

from bot.vouchers.sheets import LARGEST, MOST_COLUMNS, Joined, Row, Ruined, Sheet, Unreadable
from bot.vouchers.text_tables import cell_of

MOST_SIGNS = 3_000_000  # `<` in all its parts: some 200,000 rows of a code
MOST_JOINED = 200_000  # cells under merged ones and links: openpyxl makes each of them
JOINED = re.compile(rb'<(?:\w+:)?(?:mergeCell|hyperlink)\b[^>]*\bref="([A-Z]+)(\d+):([A-Z]+)(\d+)"')
EXACT = Decimal(10) ** 15  # a spreadsheet keeps 15 digits of a number
# The parts of a number's format that only say how its digits stand; everything else is money, decimals, a percentage.
PARTS = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[[A-Za-z]+\d*\]|([0#?]+)|([-() A-Z])')
GENERAL = {"General", "@", "0", "#", "Standard", "GENERAL"}
WHITE = {"00FFFFFF", "FFFFFFFF", "00000000"}


def read(content: bytes) -> list[Sheet]:
    """Return all sheets, those that are hidden without rows. Raises bot.vouchers.sheets.Unreadable."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            _refuse(parts)
        book = _load(content, results=False)
        formulas = any(cell.data_type == "f" for sheet in book.worksheets for cell in sheet._cells.values())  # noqa: SLF001 - see _sheet
        shown = _load(content, results=True) if formulas else book
        return [_sheet(sheet, shown[sheet.title]) for sheet in book.worksheets]
    except Unreadable:
        raise
    except Exception:  # noqa: BLE001 - whatever a broken spreadsheet does to openpyxl, it is one that cannot be read
        raise Unreadable("no-spreadsheet") from None


def _load(content: bytes, *, results: bool) -> Any:
    """Return a workbook with the formulas in its cells, or with their results."""
    from openpyxl import load_workbook  # noqa: PLC0415 - costs 0.2 s, and most files are text

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what it does not know of drawings and styles
        return load_workbook(io.BytesIO(content), data_only=results)


def _refuse(parts: zipfile.ZipFile) -> None:
    """Refuse what unfolds to too much, what defines entities, and what is another program's."""
    names = {part.filename for part in parts.infolist()}
    if "xl/workbook.bin" in names or "[Content_Types].xml" not in names or not any(n.startswith("xl/") for n in names):
        raise Unreadable("other-spreadsheet")
    if sum(part.file_size for part in parts.infolist()) > 2 * LARGEST:
        raise Unreadable("too-large")
    signs = joined = 0
    for name in names:
        if name.endswith((".xml", ".rels")):
            text = parts.read(name)
            signs += text.count(b"<")
            joined += sum(_area(*found) for found in JOINED.findall(text))
            if signs > MOST_SIGNS or joined > MOST_JOINED:
                raise Unreadable("too-large")
            if b"<!DOCTYPE" in text.replace(b"\0", b""):
                raise Unreadable("entity")


def _area(left: bytes, top: bytes, right: bytes, bottom: bytes) -> int:
    from openpyxl.utils import column_index_from_string as place  # noqa: PLC0415 - see _load

    return (place(right.decode()) - place(left.decode()) + 1) * (int(bottom) - int(top) + 1)


def _sheet(sheet: Any, shown: Any) -> Sheet:
    if sheet.sheet_state != "visible":
        return Sheet(sheet.title, [], hidden=True)
    # openpyxl names the cells that there are in no other way: else it counts up to the farthest row.
    there = sorted(place for place in sheet._cells if place[1] <= MOST_COLUMNS)  # noqa: SLF001
    rows = (_row(sheet, shown, number, [column for _, column in of]) for number, of in groupby(there, itemgetter(0)))
    shut = [one for one in sheet.column_dimensions.values() if one.hidden or one.width == 0]
    unseen = frozenset(place - 1 for one in shut for place in range(one.min, min(one.max, MOST_COLUMNS) + 1))
    joined = tuple(
        Joined(one.min_row, one.min_col - 1, one.max_row, one.max_col - 1) for one in sheet.merged_cells.ranges
    )
    return Sheet(sheet.title, [row for row in rows if any(row.cells)], unseen=unseen, joined=joined)


def _row(sheet: Any, shown: Any, number: int, columns: list[int]) -> Row:
    cells = [""] * columns[-1]
    for column in columns:
        cells[column - 1] = _shown(sheet.cell(number, column), shown.cell(number, column))
    full = [sheet.cell(number, place) for place, cell in enumerate(cells, 1) if cell]
    line = sheet.row_dimensions.get(number)
    if line and (line.hidden or line.height == 0):
        return Row(number, cells, "hidden")
    return Row(number, cells, "struck" if any(cell.font.strike for cell in full) else "", coloured=_coloured(full))


def _coloured(cells: Iterable[Any]) -> bool:
    fills = [cell.fill.fgColor for cell in cells if cell.fill.fill_type == "solid"]
    return any(colour.theme != 0 if colour.type == "theme" else colour.value not in WHITE for colour in fills)


def _shown(cell: Any, result: Any) -> str:
    """Return what a cell shows; `result` is the same one where it has a formula's result."""
    value, kind = result.value, result.data_type
    if value is None or value == "":
        return Ruined.by("formula", "=…") if cell.data_type == "f" and kind != "str" else ""
    if kind in {"b", "e", "d"}:
        return Ruined.by({"b": "boolean", "e": "error", "d": "date"}[kind], _word(kind, value))
    return number(str(value), cell.number_format) if kind == "n" else cell_of(str(value))


def _word(kind: str, value: object) -> str:
    return str(value).upper() if kind == "b" else str(value).removesuffix(" 00:00:00")


def number(value: str, form: str) -> str:
    """Return a number as a format shows it, where its digits stand in it one by one; else `Ruined`."""
    amount = Decimal(value)
    if abs(amount) >= EXACT:
        return Ruined.by("digits", f"{amount:.0f}")
    if amount < 0 or amount != amount.to_integral_value():
        return Ruined.by("decimals", value)
    digits = f"{amount:.0f}"
    if form in GENERAL or re.search("[0#?]E[+-]", form):
        return digits
    return _formatted(digits, form.partition(";")[0]) or Ruined.by("format", digits)


def _formatted(digits: str, form: str) -> str | None:
    """Write digits into a format from its right end; None where it says more than where they stand."""
    parts = list(PARTS.finditer(form))
    places = sum(len(part[3] or "") for part in parts)
    if "".join(part[0] for part in parts) != form or not places:
        return None
    left, shown = digits.rjust(places), ""
    left, more = left[-places:], left[:-places]  # what is more than the format has places for stands before the first
    for part in parts:
        for sign in part[3] or "":
            shown += more + (left[0].strip() or ("0" if sign == "0" else ""))
            left, more = left[1:], ""
        shown += part[1] or part[2] or part[4] or ""
    return shown.strip()
