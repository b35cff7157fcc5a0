"""Rows as CSV for a spreadsheet: what comes from elsewhere is text there, never a formula (OWASP: CSV injection)."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from bot.catalogue.hidden_signs import visible

FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")  # with the wide ones, that some programs read so
BREAKS = ("\t", "\r", "\n")


def as_csv(rows: Iterable[Sequence[str | int]]) -> bytes:
    """Return rows with semicolons between their cells, as Italian spreadsheets open them. Numbers stay numbers."""
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerows([cell if isinstance(cell, int) else _text(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _text(cell: str) -> str:
    """Put an apostrophe, by which spreadsheets know a text, before what they would work out."""
    begins = cell.startswith(BREAKS) or cell.lstrip().startswith(FORMULA)
    return ("'" if begins else "") + visible(cell)
