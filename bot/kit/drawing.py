"""Drawing on a page: text that fits its room, boxes, and QR codes as vectors. Lengths are points (1/72 inch)."""

import importlib.util
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

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
        return "Kit-Bold" if self.bold else "Kit"


@cache
def load_fonts() -> None:
    """Register DejaVu Sans, which comes with matplotlib and has every European letter."""
    home = importlib.util.find_spec("matplotlib")
    assert home
    assert home.submodule_search_locations
    folder = Path(home.submodule_search_locations[0]) / "mpl-data" / "fonts" / "ttf"
    for name, file in (("Kit", "DejaVuSans.ttf"), ("Kit-Bold", "DejaVuSans-Bold.ttf")):
        pdfmetrics.registerFont(TTFont(name, folder / file))


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
        self, x: float, y: float, width: float, height: float, words: str, style: Style, *, centred: bool = False
    ) -> float:
        """Write words into a room, smaller where they do not fit, and return the y below the last line."""
        size, lines = fit(words.replace("'", "’"), style, width, height)
        self.canvas.setFillColor(style.color)
        self.canvas.setFont(style.font, size)
        for number, line in enumerate(lines):
            base = self.height - y - size * (0.93 + number * style.leading)
            if centred:
                self.canvas.drawCentredString(x + width / 2, base, line)
            else:
                self.canvas.drawString(x, base, line)
        return y + size * style.leading * len(lines)

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


def _runs(row: Any) -> Iterator[tuple[int, int]]:
    """Return where dark modules that touch begin, and how many they are."""
    start: int | None = None
    for place, dark in enumerate([*row, 0]):
        if dark and start is None:
            start = place
        elif not dark and start is not None:
            yield start, place - start
            start = None
