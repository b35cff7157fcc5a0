"""Rows of a text file: how its letters are written, what parts its columns, what a spreadsheet has left of it."""

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from bot.catalogue.hours.names import MONTH_OF
from bot.vouchers.sheets import MOST_ROWS, Row, Ruined, Unreadable

MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
SEPARATORS = ";\t,|"
LOOKED_AT = 200  # lines by which the separator is told
LINE = re.compile(r"sep=(.)?\s*", re.IGNORECASE)  # what Excel writes first, or wants to read first

# Excel writes one digit, a mark, the sign and two digits or more; a code such as 12E34 has no sign.
SCIENTIFIC = r"(?:.*[,;\s])?-?\d(?:[.,]\d+)?[Ee][+-]\d{2,3}(?:[,;\s].*)?"
HALVED = re.compile(r"\d,\d+E[+-]\d\d|^-?\d+,\d{1,2}$", re.IGNORECASE)  # here the comma parts no columns
QUOTED = re.compile(r'"[^"]*"')
MONTH = "|".join(sorted({name[:length] for name in MONTH_OF for length in (3, 4)}, key=len, reverse=True))
DAY, YEAR = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:19|20)\d\d"
DATE = (
    rf"{DAY}/(?:0?[1-9]|1[0-2])/(?:{YEAR}|\d\d)(?: .*)?|{DAY}[.-](?:0?[1-9]|1[0-2])[.-]{YEAR}"
    rf"|{YEAR}-\d\d-\d\d(?:[ T].*)?"
    rf"|{DAY} (?:{MONTH})[a-z]* {YEAR}|\d{{1,2}}:\d\d(?::\d\d)?"
    rf"|{DAY}[-/](?:{MONTH}|{MONTH.title()})(?:[-/]\d+)?|(?:{MONTH}|{MONTH.title()})-\d\d"
)
LOST = re.compile(
    rf"(?P<scientific>{SCIENTIFIC})|(?P<date>{DATE})|(?P<error>(?:#(?:N/[AD]|DIV/0!|\w+[!?]|#+)|Err:\d+))"
    r"|(?P<boolean>(?i:vero|falso|true|false))|(?P<formula>[=@].+)"
    r"|(?P<decimals>\d+\.0|-?\d+,\d+)|(?P<format>\d{1,3}(?:,\d{3})+)"
)
TEXT = re.compile(r'="([^"]*)"')  # how a program tells Excel that a number is text


def read(content: bytes) -> list[Row]:
    """Return the rows with something in them. Raises bot.vouchers.sheets.Unreadable."""
    text = _decoded(content)
    first = LINE.fullmatch(text.partition("\n")[0].strip().strip('"'))
    separator = (first[1] or "\t") if first and (first[1] or "\t") in text[first.end() :] else _separator(text)
    return list(_rows(text, separator, 1 if first else 0))


def _decoded(content: bytes) -> str:
    """Return the text; what is no Unicode is what Excel writes in Western Europe."""
    coding = next((coding for mark, coding in MARKS if content.startswith(mark)), None) or _unmarked(content)
    try:
        text = content.decode(coding)
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
    if "\0" in text:
        raise Unreadable("no-text")
    return text


def _unmarked(content: bytes) -> str:
    """Tell UTF-16 without its mark: every other byte is none."""
    even, odd = content[0:400:2].count(0), content[1:400:2].count(0)
    half = min(len(content), 400) // 4
    return "utf-16-be" if even > half else "utf-16-le" if odd > half else "utf-8"


def _separator(text: str) -> str:
    """Return the sign that parts the most lines into the same number of columns."""
    lines = [line for line in islice(text.splitlines(), LOOKED_AT) if line.strip()]
    signs = SEPARATORS.replace(",", "") if any(HALVED.search(QUOTED.sub("", line)) for line in lines) else SEPARATORS
    return max(signs, key=lambda sign: _parted(lines, sign))


def _parted(lines: list[str], separator: str) -> tuple[int, int]:
    """Return how many lines have the commonest number of columns above one, and that number."""
    found = Counter(columns for columns in _columns(lines, separator) if columns > 1)
    return max(((count, columns) for columns, count in found.items()), default=(0, 0))


def _columns(lines: list[str], separator: str) -> Iterator[int]:
    try:
        yield from (len(row) for row in csv.reader(lines, delimiter=separator))
    except csv.Error:
        return


def _rows(text: str, separator: str, skipped: int) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        for count, cells in enumerate(reader):
            if count > MOST_ROWS:
                raise Unreadable("too-many-rows", limit=MOST_ROWS)
            if count >= skipped and any(cells):
                yield Row(reader.line_num, [cell_of(cell) for cell in cells])
    except csv.Error:
        raise Unreadable("quotes", line=reader.line_num) from None


def cell_of(cell: str) -> str:
    """Return a cell without the space around it; what a spreadsheet has destroyed is Ruined."""
    text = cell.strip()
    if text.isalnum() and not text.isalpha():
        return text
    quoted = TEXT.fullmatch(text)
    if quoted:
        return quoted[1].strip()
    lost = LOST.fullmatch(text)
    return Ruined.by(lost.lastgroup or "", text) if lost else text
