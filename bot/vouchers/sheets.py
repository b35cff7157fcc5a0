"""The first column of a file of codes: plain text, CSV or a spreadsheet (XLSX), a line at a time."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

XLSX = ".xlsx"
LARGEST = 200_000_000  # bytes that a spreadsheet may unfold to


class Unreadable(Exception):
    """The file is not what its name says; the message is for the operator."""


def first_column(file: Path) -> Iterator[str]:
    """Yield the first cell of every line, as it is written. Raises Unreadable; OSError and UnicodeDecodeError pass."""
    if file.suffix.lower() == XLSX:
        yield from _spreadsheet(file)
        return
    yield from first_cells(file.read_text(encoding="utf-8-sig"))


def first_cells(text: str) -> Iterator[str]:
    """Yield what stands before the first comma, semicolon or tabulator of every line."""
    for line in text.splitlines():
        yield line.partition(",")[0].partition(";")[0].partition("\t")[0]


def _spreadsheet(file: Path) -> Iterator[str]:
    from openpyxl import load_workbook  # noqa: PLC0415 - costs 0.2 s, and most files are text
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415

    try:
        _refuse_a_bomb(file)
        book = load_workbook(file, read_only=True, data_only=True)
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError):
        raise Unreadable("this is not a spreadsheet that can be read; save it as CSV and try again") from None
    try:
        for row in book.worksheets[0].iter_rows(max_col=1, values_only=True):
            yield _as_text(row[0] if row else None)
    finally:
        book.close()


def _refuse_a_bomb(file: Path) -> None:
    with zipfile.ZipFile(file) as parts:
        if sum(part.file_size for part in parts.infolist()) > LARGEST:
            raise Unreadable("this spreadsheet is too large; save it as CSV and try again")


def _as_text(cell: object) -> str:
    # A spreadsheet keeps the code 20370076 as a number, and 2037.0 is how some programs write it.
    return "" if cell is None else str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
