"""A document as a PDF, drawn as the kit is: pages with numbers, headings, and tables that go on over pages."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm

from bot.drawing.page import ACCENT, SOFT, TINT, Page, Style, load_fonts, wrap
from bot.drawing.paper import Drawing, pdf
from bot.evaluation.document import Document, Figure, Row, Section, Table
from bot.evaluation.wording import say

A4 = (210 * mm, 297 * mm)
EDGE, TOP, BOTTOM = 48.0, 46.0, A4[1] - 58
WIDE = A4[0] - 2 * EDGE
LINE = HexColor("#DDE5E3")
TITLE, OWNER, DAYS = Style(19.5, bold=True, leading=1.2), Style(13, color=ACCENT), Style(9.5, color=SOFT)
HEADING, SMALLER = Style(15, bold=True, color=ACCENT, leading=1.25), Style(10.5, bold=True, leading=1.25)
WORDS, ABOUT, FOOT = Style(10, leading=1.4), Style(9.5, color=SOFT, leading=1.4), Style(8, color=SOFT)
HEAD, CELL, BOLD = Style(8, color=SOFT, leading=1.25), Style(9, leading=1.3), Style(24, bold=True, color=ACCENT)
LABEL, BAR, LONGEST, NAMES = 16.0, 10.0, 250.0, 200.0
NAME_PART = {1: 0.72, 2: 0.56, 3: 0.46, 4: 0.36, 5: 0.3}  # of the width that the names of rows have, by columns
GAP = 8.0

Draw = Callable[[Page, float], object]


@dataclass(frozen=True)
class Piece:
    """Something so high; `keep` is how much of what follows stays on the same page."""

    height: float
    draw: Draw
    keep: float = 0
    head: "Piece | None" = None  # drawn again where a page begins with this


@dataclass
class _Sheet:
    pieces: list[tuple[float, Draw]] = field(default_factory=list)


def paper(document: Document) -> bytes:
    """Return a document as a PDF."""
    load_fonts()
    sheets = _paginated(list(_pieces(document)))
    drawings: list[Drawing] = [
        partial(_draw, sheet=sheet, document=document, number=number, pages=len(sheets))
        for number, sheet in enumerate(sheets, start=1)
    ]
    return pdf(A4, drawings, title=document.title, author=document.owner)


def _paginated(pieces: Sequence[Piece]) -> list[_Sheet]:
    sheets, y = [_Sheet()], TOP
    for piece in pieces:
        if y + piece.height + piece.keep > BOTTOM and sheets[-1].pieces:
            sheets.append(_Sheet())
            y = TOP
            if piece.head:
                sheets[-1].pieces.append((y, piece.head.draw))
                y += piece.head.height
        sheets[-1].pieces.append((y, piece.draw))
        y += piece.height
    return sheets


def _draw(page: Page, *, sheet: _Sheet, document: Document, number: int, pages: int) -> None:
    for y, draw in sheet.pieces:
        draw(page, y)
    foot = A4[1] - 36
    page.text(EDGE, foot, WIDE * 0.75, 12, document.title, FOOT)
    page.text(EDGE, foot, WIDE, 12, say("page-of", document.language, page=number, pages=pages), FOOT, align="right")


def _pieces(document: Document) -> Iterator[Piece]:
    for words, style, after in (
        (document.title, TITLE, 4.0),
        (document.owner, OWNER, 2.0),
        (document.days, DAYS, 8.0),
        (document.lead, WORDS, 10.0),
    ):
        yield _text(words, style, after)
    if document.tiles:
        yield Piece(92, partial(_tiles, document=document))
    for section in document.sections:
        yield from _section(section, document)


def _section(section: Section, document: Document) -> Iterator[Piece]:
    points = [_point(words) for words in section.points]
    # A heading stays with the first rows; what is only a list stays on its page.
    follows = 80 if section.tables else max(30.0, sum(point.height for point in points))
    yield Piece(14, _nothing, keep=follows + 80)
    yield _text(section.title, HEADING, 4, keep=follows + 50)
    for words in section.about:
        yield _text(words, ABOUT, 4, keep=follows)
    yield from points
    for table in section.tables:
        yield from _table(table, document)
    if section.note:
        yield Piece(5, _nothing)
        yield _text(section.note, ABOUT, 2)


def _table(table: Table, document: Document) -> Iterator[Piece]:
    yield Piece(6, _nothing, keep=70)
    if table.title:
        yield _text(table.title, SMALLER, 1, keep=50)
    if table.bars is not None:
        yield from _bars(table)
    widths = _widths(len(table.head) - 1)
    head = _row(table.head, widths, HEAD)
    yield Piece(head.height, head.draw, keep=30)
    lines = [_row((row.name, *_said(row, document)), widths, CELL) for row in table.rows]
    for number, line in enumerate(lines):
        last_but_one = number == len(lines) - 2  # the last row is not left alone on a page
        yield Piece(line.height, line.draw, keep=lines[-1].height if last_but_one else 0, head=head)


def _said(row: Row, document: Document) -> list[str]:
    return [cell.said(document.language) if isinstance(cell, Figure) else cell for cell in row.cells]


def _widths(columns: int) -> list[float]:
    names = WIDE * NAME_PART[columns]
    return [names, *[(WIDE - names) / columns] * columns]


def _row(words: Sequence[str], widths: Sequence[float], style: Style) -> Piece:
    """Return a line of a table: the name on the left, what else there is on the right of its column."""
    lines = [len(wrap(text, style.font, style.size, width - GAP)) for text, width in zip(words, widths, strict=True)]
    height = max(1, *lines) * style.size * style.leading + 7

    def draw(page: Page, y: float) -> None:
        x = EDGE
        for number, (text, width) in enumerate(zip(words, widths, strict=True)):
            left = x if number == 0 else x + GAP
            page.text(left, y + 3, width - GAP, height, text, style, align="left" if number == 0 else "right")
            x += width
        page.box(EDGE, y + height - 0.6, WIDE, 0.6, LINE)

    return Piece(height, draw)


def _bars(table: Table) -> Iterator[Piece]:
    cells = [(row.beside or row.name, row.cells[table.bars or 0]) for row in table.rows]
    told = [(name, int(cell.value)) for name, cell in cells if isinstance(cell, Figure) and cell.value]
    if len(told) < 2:  # noqa: PLR2004 - one bar says nothing
        return
    most = max(people for _, people in told)
    for number, (name, people) in enumerate(told):
        yield Piece(LABEL, partial(_bar, name=name, people=people, part=people / most), keep=0 if number else 60)
    yield Piece(8, _nothing)


def _bar(page: Page, y: float, *, name: str, people: int, part: float) -> None:
    style = Style(8.5, least=5)
    page.label(EDGE, y + LABEL / 2, NAMES, LABEL, name, style, align="right")
    page.box(EDGE + NAMES + GAP, y + (LABEL - BAR) / 2, LONGEST * part, BAR, ACCENT)
    page.label(EDGE + NAMES + 2 * GAP + LONGEST * part, y + LABEL / 2, 40, LABEL, str(people), Style(8.5, bold=True))


def _tiles(page: Page, y: float, *, document: Document) -> None:
    width = (WIDE - 24) / 3
    for number, (figure, words) in enumerate(document.tiles):
        x = EDGE + number * (width + 12)
        page.box(x, y, width, 78, TINT, radius=8)
        page.text(x + 12, y + 9, width - 24, 32, figure.said(document.language), BOLD)
        page.text(x + 12, y + 44, width - 24, 30, words, Style(9, leading=1.3))


def _text(words: str, style: Style, after: float, keep: float = 0) -> Piece:
    height = len(wrap(words.replace("'", "’"), style.font, style.size, WIDE)) * style.size * style.leading
    return Piece(height + after, lambda page, y: page.text(EDGE, y, WIDE, height + 1, words, style), keep)


def _point(words: str) -> Piece:
    height = len(wrap(words.replace("'", "’"), WORDS.font, WORDS.size, WIDE - 14)) * WORDS.size * WORDS.leading

    def draw(page: Page, y: float) -> None:
        page.disc(EDGE + 3, y + 7, 1.8, ACCENT)
        page.text(EDGE + 14, y, WIDE - 14, height + 1, words, WORDS)

    return Piece(height + 3, draw)


def _nothing(page: Page, y: float) -> None:
    """Leave room."""
