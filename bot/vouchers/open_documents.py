"""Rows of an ODS spreadsheet (OpenDocument 1.3, part 3, 9.1), read as its XML comes: what repeats is bounded."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

from bot.vouchers.sheets import LARGEST, MOST_COLUMNS, Joined, Row, Ruined, Sheet, Unreadable
from bot.vouchers.text_tables import cell_of

KIND = b"application/vnd.oasis.opendocument.spreadsheet"
MOST_CELLS = 3_000_000
MOST_REPEATED = 100_000  # rows that say the same and are not empty
ERRORS = ("#", "Err:")
SHOWN = {"date": "office:date-value", "time": "office:time-value", "float": "office:value", "currency": "office:value"}


def is_one(content: bytes) -> bool:
    """Tell whether a zip is such a spreadsheet: its first part says so, without compression."""
    return KIND in content[:150]


def read(content: bytes) -> list[Sheet]:
    """Return all sheets, those that are hidden without rows. Raises bot.vouchers.sheets.Unreadable."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            if any(part.flag_bits & 1 for part in parts.infolist()) or _locked(parts):
                raise Unreadable("locked")
            part = parts.getinfo("content.xml")
            if part.file_size > 2 * LARGEST:
                raise Unreadable("too-large")
            with parts.open(part) as source:
                text = source.read(part.file_size + 1)
    except (zipfile.BadZipFile, KeyError, EOFError, ValueError, RuntimeError, NotImplementedError):
        raise Unreadable("no-spreadsheet") from None
    return _Reading().of(text)


def _locked(parts: zipfile.ZipFile) -> bool:
    """Tell whether it is under a password: the list of its parts says how each is encrypted."""
    name = "META-INF/manifest.xml"
    return name in parts.namelist() and b"encryption-data" in parts.read(name)[:LARGEST]


@dataclass
class _Line:
    cells: list[str] = field(default_factory=list)
    repeated: int = 1
    hidden: bool = False


class _Reading:
    """Takes the events of the parser: tables, rows, cells, and the paragraphs in them."""

    def __init__(self) -> None:
        self.sheets: list[Sheet] = []
        self.hidden_styles: set[str] = set()
        self.style = ""
        self.line: _Line | None = None
        self.cell: dict[str, str] | None = None
        self.paragraphs: list[str] = []
        self.within = 0  # annotations: notes on a cell are no text of it
        self.number = self.count = 0
        self.shut = False
        self.joined: list[Joined] = []

    def of(self, text: bytes) -> list[Sheet]:
        parser: Any = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = self._letters, _refuse
        try:
            parser.Parse(text, 1)  # all of it
        except expat.ExpatError:
            raise Unreadable("no-spreadsheet") from None
        return self.sheets

    def _start(self, name: str, said: dict[str, str]) -> None:
        if name == "style:style":
            self.style = said.get("style:name", "")
        elif name == "style:table-properties" and said.get("table:display") == "false":
            self.hidden_styles.add(self.style)
        elif name == "table:table":
            self._open_table(said)
        elif name == "table:table-row":
            hidden = said.get("table:visibility") in {"collapse", "filter"}
            self.line = _Line(repeated=_times(said, "rows"), hidden=hidden)
        elif name in {"table:table-cell", "table:covered-table-cell"}:
            self.cell, self.paragraphs = said, []
        elif name == "office:annotation":
            self.within += 1
        elif name == "text:p" and not self.within:
            self.paragraphs.append("")
        elif name in {"text:s", "text:tab", "text:line-break"}:
            self._letters("\n" if name == "text:line-break" else " " * int(said.get("text:c", 1)))

    def _open_table(self, said: dict[str, str]) -> None:
        hidden = said.get("table:style-name") in self.hidden_styles
        self.sheets.append(Sheet(said.get("table:name", ""), [], hidden=hidden))
        self.number, self.joined = 0, []

    def _letters(self, text: str) -> None:
        if self.paragraphs and self.cell is not None and not self.within:
            self.paragraphs[-1] += text

    def _end(self, name: str) -> None:
        if name == "office:annotation":
            self.within -= 1
        elif name in {"table:table-cell", "table:covered-table-cell"} and self.line and self.cell is not None:
            self._close_cell(self.line, self.cell)
            self.cell = None
        elif name == "table:table-row" and self.line:
            self._close_row(self.line)
            self.line = None
        elif name == "table:table" and self.joined:
            self.sheets[-1] = Sheet(*_parts(self.sheets[-1]), joined=tuple(self.joined))

    def _close_cell(self, line: _Line, said: dict[str, str]) -> None:
        shown = _shown(said, "\n".join(self.paragraphs))
        place, room = len(line.cells), MOST_COLUMNS - len(line.cells)
        line.cells += [shown] * min(_times(said, "columns"), max(room, 0))
        down, right = (int(said.get(f"table:number-{way}-spanned", 1)) for way in ("rows", "columns"))
        if shown and (down > 1 or right > 1):
            self.joined.append(Joined(self.number + 1, place, self.number + down, place + right - 1))

    def _close_row(self, line: _Line) -> None:
        while line.cells and not line.cells[-1]:
            line.cells.pop()
        if line.cells:
            self.count += len(line.cells) * line.repeated
            if line.repeated > MOST_REPEATED or self.count > MOST_CELLS:
                raise Unreadable("too-large")
            if not self.sheets[-1].hidden:
                self.sheets[-1].rows.extend(self._rows(line))
        self.number += line.repeated

    def _rows(self, line: _Line) -> Iterator[Row]:
        for place in range(line.repeated):
            yield Row(self.number + place + 1, line.cells, "hidden" if line.hidden else "")


def _parts(sheet: Sheet) -> tuple[str, list[Row], bool, frozenset[int]]:
    return sheet.name, sheet.rows, sheet.hidden, sheet.unseen


def _times(said: dict[str, str], what: str) -> int:
    count = said.get(f"table:number-{what}-repeated", "1")
    return int(count) if count.isdecimal() else 1


def _shown(said: dict[str, str], text: str) -> str:
    """Return a number or a day as it is kept: what is shown of it may be rounded."""
    kind = said.get("office:value-type", "")
    if text.startswith(ERRORS) and "table:formula" in said:
        return Ruined.by("error", text)
    if kind == "percentage":
        return text
    if kind in {"float", "currency"} and text.replace(" ", "").isdecimal():
        return text  # with the zeros that a format adds
    return cell_of(said.get(SHOWN.get(kind, ""), text))


def _refuse(*_said: object) -> None:
    raise Unreadable("entity")
