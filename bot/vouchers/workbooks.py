"""Rows of an XLSX spreadsheet, each cell as it is shown: zeros that a format adds, rows that are hidden or struck out.

openpyxl knows the workbook (sheets, shared texts, styles). The rows are read here from the parser's events: openpyxl
either keeps them all in memory or does not tell which are hidden and which formulas have no result.
"""

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any
from xml.etree import ElementTree as ET  # no entity gets here: see _refuse

from bot.vouchers.sheets import LARGEST, Row, Ruined, Sheet, Unreadable
from bot.vouchers.text_tables import cell_of

MOST_SIGNS = 4_000_000  # `<` in all its parts: some 600,000 rows of one cell
MOST_COLUMNS = 100
CHUNK = 1 << 20
SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
EXACT = Decimal(10) ** 15  # a spreadsheet keeps 15 digits of a number
# The parts of a number's format that only say how its digits stand; everything else is money, a date, a percentage.
PARTS = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[[A-Za-z]+\d*\]|([0#?]+)|([-/. ()A-Z])')
GENERAL = {"General", "@", "0", "#", "Standard", "GENERAL"}


@dataclass
class _Book:
    """What openpyxl knows of a workbook; `formats` are those of its styles, found once."""

    book: Any
    formats: dict[int, tuple[str, bool]] = field(default_factory=dict)

    def style(self, number: int) -> tuple[str, bool]:
        """Return the format of a style, and whether its text is struck out."""
        if number not in self.formats:
            from openpyxl.cell.read_only import ReadOnlyCell  # noqa: PLC0415 - as below

            cell = ReadOnlyCell(self.book.worksheets[0], 1, 1, None, "n", number)
            self.formats[number] = (cell.number_format or "General", bool(cell.font and cell.font.strike))
        return self.formats[number]


def read(content: bytes) -> list[Sheet]:
    """Return all sheets, those that are hidden without rows. Raises bot.vouchers.sheets.Unreadable."""
    from openpyxl import load_workbook  # noqa: PLC0415 - costs 0.2 s, and most files are text

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            _refuse(parts)
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of what it does not know of drawings and styles
                known = _Book(load_workbook(io.BytesIO(content), read_only=True))
            return [_sheet(known, sheet, parts) for sheet in known.book.worksheets]
    except Unreadable:
        raise
    except Exception:  # noqa: BLE001 - whatever a broken spreadsheet does to two parsers, it is one that cannot be read
        raise Unreadable("no-spreadsheet") from None


def _refuse(parts: zipfile.ZipFile) -> None:
    """Refuse what unfolds to too much, what defines entities, and what is another program's."""
    names = {part.filename for part in parts.infolist()}
    if "xl/workbook.bin" in names or "[Content_Types].xml" not in names or not any(n.startswith("xl/") for n in names):
        raise Unreadable("other-spreadsheet")
    if sum(part.file_size for part in parts.infolist()) > 2 * LARGEST:
        raise Unreadable("too-large")
    signs = 0
    for part in parts.infolist():
        if part.filename.endswith((".xml", ".rels")):
            for chunk in _chunks(parts, part):
                signs += chunk.count(b"<")
                if signs > MOST_SIGNS:
                    raise Unreadable("too-large")
                if b"<!" in chunk.replace(b"\0", b"").replace(b"<!--", b"").replace(b"<![CDATA[", b""):
                    raise Unreadable("entity")


def _chunks(parts: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """Yield a part piece by piece, each with the end of the one before: a sign may lie on the border."""
    end = b""
    with parts.open(part) as file:
        while piece := file.read(CHUNK):
            yield end + piece
            end = piece[-16:]


def _sheet(known: _Book, sheet: Any, parts: zipfile.ZipFile) -> Sheet:
    if sheet.sheet_state != "visible":
        return Sheet(sheet.title, [], hidden=True)
    with parts.open(sheet._worksheet_path.lstrip("/")) as file:  # noqa: SLF001 - nothing else says where a sheet lies
        return Sheet(sheet.title, [row for row in _rows(known, sheet, file) if any(row.cells)])


def _rows(known: _Book, sheet: Any, file: Any) -> Iterator[Row]:
    number, texts = 0, sheet._shared_strings  # noqa: SLF001 - as above
    data: Any = None
    hidden: set[int] = set()
    for event, element in ET.iterparse(file, events=("start", "end")):  # noqa: S314 - see _refuse
        if event == "start":
            data = element if element.tag == SPACE + "sheetData" else data
        elif element.tag == SPACE + "col" and element.get("hidden") in {"1", "true"}:
            hidden |= set(range(int(element.get("min", "1")), min(int(element.get("max", "1")), MOST_COLUMNS) + 1))
        elif element.tag == SPACE + "row":
            number = int(element.get("r") or number + 1)
            yield _row(known, number, element, texts, hidden)
            data.clear()


def _row(known: _Book, number: int, element: Any, texts: list[str], hidden: set[int]) -> Row:
    cells: list[str] = []
    struck = False
    for cell in element:
        column = _column(cell.get("r")) or len(cells) + 1
        if column > MOST_COLUMNS or column in hidden:
            continue
        form, line_through = known.style(int(cell.get("s") or 0))
        cells += [""] * (column - 1 - len(cells))
        cells.append(_shown(cell, form, texts))
        struck = struck or bool(line_through and cells[-1])
    mark = "hidden" if element.get("hidden") in {"1", "true"} else "struck" if struck else ""
    return Row(number, cells, mark)


def _column(place: str | None) -> int:
    """Return the number of a cell's column: 2 of B7."""
    number = 0
    for letter in re.match("[A-Z]*", place or "")[0]:  # type: ignore[index] # it matches always
        number = number * 26 + ord(letter) - 64
    return number


def _shown(cell: Any, form: str, texts: list[str]) -> str:
    kind, value = cell.get("t", "n"), cell.findtext(SPACE + "v")
    if kind == "inlineStr":
        return cell_of("".join(part.text or "" for part in cell.iter(SPACE + "t")))
    if not value:
        lost = cell.find(SPACE + "f") is not None and (value is None or kind != "str")
        return Ruined.by("formula", "=…") if lost else ""
    if kind == "s":
        return cell_of(texts[int(value)] or "")
    if kind == "str":
        return cell_of(value)
    if kind in {"b", "e", "d"}:
        return Ruined.by({"b": "boolean", "e": "error", "d": "date"}[kind], _word(kind, value))
    return number(value, form)


def _word(kind: str, value: str) -> str:
    return {"0": "FALSE", "1": "TRUE"}.get(value, value) if kind == "b" else value


def number(value: str, form: str) -> str:
    """Return a number as a format shows it, where its digits stand in it one by one; else `Ruined`."""
    from openpyxl.styles.numbers import is_date_format  # noqa: PLC0415 - see read
    from openpyxl.utils.datetime import from_excel  # noqa: PLC0415

    try:
        amount = Decimal(value)
    except InvalidOperation:
        return Ruined.by("error", value)
    if form not in GENERAL and is_date_format(form):
        return Ruined.by("date", str(from_excel(float(value)))[:10])
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
    if "".join(part[0] for part in parts) != form:
        return None
    shown: list[str] = []
    left, places = digits, sum(len(part[3] or "") for part in parts)
    for part in reversed(parts):
        if part[3]:
            for sign in reversed(part[3]):
                places -= 1
                shown.append(left[-1:] or ("0" if sign == "0" else ""))
                left = left[:-1]
            if places == 0:
                shown.append(left[::-1])
        else:
            shown.append((part[1] or part[2] or part[4] or "")[::-1])
    return "".join(shown)[::-1].strip() if any(part[3] for part in parts) else None
