"""Drawing on a page: text that fits its room, boxes, and QR codes as vectors. Lengths are points (1/72 inch)."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

import segno
from reportlab.lib.colors import Color, HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

ACCENT = HexColor("#0B5D57")
TINT = HexColor("#E4F0EE")
INK = HexColor("#1C2626")
SOFT = HexColor("#55615F")
WHITE = HexColor("#FFFFFF")
QUIET = 4  # modules of white around a QR code: ISO/IEC 18004
LEADING = 1.32  # of the size
ASCENT, MIDDLE = 0.93, 0.565  # of the size: from the top of a line to where its letters stand, and to their middle
FONTS = Path(__file__).parent / "fonts"  # DejaVu Sans, which has every European letter, as matplotlib brings it

Align = Literal["left", "centre", "right"]


@dataclass(frozen=True)
class Style:
    """How words look: points, and what happens when they do not fit (the size shrinks, to `least` at most)."""

    size: float
    bold: bool = False
    color: Color = INK
    least: float = 6
    leading: float = LEADING

    @property
    def font(self) -> str:
        return "DejaVu-Bold" if self.bold else "DejaVu"


@cache
def load_fonts() -> None:
    """Make the letters known to the library that draws."""
    for name, file in (("DejaVu", "DejaVuSans.ttf"), ("DejaVu-Bold", "DejaVuSans-Bold.ttf")):
        pdfmetrics.registerFont(TTFont(name, FONTS / file))


class Page:
    """One page of a canvas; y grows downwards, as one reads."""

    def __init__(self, canvas: Canvas, width: float, height: float) -> None:
        self.canvas, self.width, self.height = canvas, width, height
        canvas.setPageSize((width, height))

    def box(self, x: float, y: float, width: float, height: float, color: Color, *, radius: float = 0) -> None:
        """Fill a rectangle whose upper left corner is (x, y)."""
        self.canvas.setFillColor(color)
        self.canvas.roundRect(x, self.height - y - height, width, height, radius, stroke=0, fill=1)

    def disc(self, x: float, y: float, radius: float, color: Color) -> None:
        self.canvas.setFillColor(color)
        self.canvas.circle(x, self.height - y, radius, stroke=0, fill=1)

    def text(  # noqa: PLR0917 - where, how wide and high, what and how: each has its place
        self, x: float, y: float, width: float, height: float, words: str, style: Style, *, align: Align = "left"
    ) -> float:
        """Write words into a room, smaller where they do not fit, and return the y below the last line."""
        size, lines = fit(words.replace("'", "’"), style, width, height)
        self.canvas.setFillColor(style.color)
        self.canvas.setFont(style.font, size)
        for number, line in enumerate(lines):
            self._line(x, y + size * (ASCENT + number * style.leading), width, line, align)
        return y + size * style.leading * len(lines)

    def label(  # noqa: PLR0917 - as `text`
        self, x: float, middle: float, width: float, height: float, words: str, style: Style, *, align: Align = "left"
    ) -> None:
        """Write words as `text` does, but into a room around a height, and in the middle of it."""
        size, lines = fit(words.replace("'", "’"), style, width, height)
        half = (len(lines) - 1) * style.leading / 2
        self.text(x, middle - size * (MIDDLE + half), width, height, words, style, align=align)

    def _line(self, x: float, base: float, width: float, words: str, align: Align) -> None:
        write, edge = {
            "left": (self.canvas.drawString, x),
            "centre": (self.canvas.drawCentredString, x + width / 2),
            "right": (self.canvas.drawRightString, x + width),
        }[align]
        write(edge, self.height - base, words)

    def width_of(self, words: str, style: Style, most: float) -> float:
        """Return how wide words are on one line."""
        return min(most, pdfmetrics.stringWidth(words.replace("'", "’"), style.font, style.size))

    def qr(self, x: float, y: float, side: float, link: str) -> None:
        """Draw a QR code with its quiet zone, `side` points in all, on white."""
        self.box(x, y, side, side, WHITE, radius=10)
        code = segno.make(link, error="m", micro=False)
        rows = list(code.matrix_iter(border=QUIET))
        module = side / len(rows)
        path = self.canvas.beginPath()
        for number, row in enumerate(rows):
            for start, length in _runs(row):
                top = self.height - y - (number + 1) * module
                path.rect(x + start * module, top, length * module, module)
        self.canvas.setFillColor(INK)
        self.canvas.drawPath(path, stroke=0, fill=1)


def fit(words: str, style: Style, width: float, height: float) -> tuple[float, list[str]]:
    """Return the largest size, from the style's down, at which words fill no more than a room, and their lines."""
    size = style.size
    while True:
        lines = wrap(words, style.font, size, width)
        fits = len(lines) * size * style.leading <= height + 0.01 and all(
            pdfmetrics.stringWidth(line, style.font, size) <= width for line in lines
        )
        if fits or size <= style.least:
            return size, lines
        size -= 0.5


def wrap(words: str, font: str, size: float, width: float) -> list[str]:
    """Break words into lines no wider than `width`; a single word may be wider."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and pdfmetrics.stringWidth(longer, font, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def cut(words: str, style: Style, width: float, most: int) -> str:
    """Return as many of the words as fill no more than so many lines, with … for the others."""
    kept = words.split()
    text = words
    while len(kept) > 1 and len(wrap(text, style.font, style.size, width)) > most:
        kept.pop()
        text = f"{' '.join(kept)} …"
    return text


def _runs(row: Any) -> Iterator[tuple[int, int]]:
    """Return where dark modules that touch begin, and how many they are."""
    start: int | None = None
    for place, dark in enumerate([*row, 0]):
        if dark and start is None:
            start = place
        elif not dark and start is not None:
            yield start, place - start
            start = None
