"""Drawing figures: bars as SVG for the page, a summary as PNG for the chat. The same figures give the same bytes."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from itertools import product
from textwrap import fill, wrap
from typing import TYPE_CHECKING, Any, NamedTuple

from bot.insight.content import Content, Section
from bot.insight.wording import say

if TYPE_CHECKING:
    from matplotlib.figure import Figure

INK, GREEN, PALE, PAPER = "#1f2a2e", "#0b6e5f", "#d9ebe6", "#ffffff"
SHADES = 16  # from ground to ink; with more of them the library takes neighbours for plain grounds
SIZE, LEADING = 10, 1.15  # points; from line to line it is SIZE times LEADING
STYLE: Any = {
    "font.family": "sans-serif",
    "font.sans-serif": ["DejaVu Sans", "Helvetica", "Arial"],  # the first comes with the library, for the picture
    "font.size": SIZE,
    "text.hinting": "none",  # pictures of this size need none; it is half of the work on a letter
    "text.color": INK,
    "svg.fonttype": "none",  # text stays text: it can be searched, and read aloud
    "svg.hashsalt": "kmzero",
    "text.parse_math": False,  # a dollar in a name is a dollar
}
WIDTH, PER_BAR = 4.4, 0.36  # inches: as wide as a phone, so that letters are not made smaller there
PHONE, DOTS = (7.2, 9.0), 120  # inches, and dots in each: 864 by 1080 pixels
METADATA = re.compile("<metadata>.*?</metadata>", re.DOTALL)
TOP = 5  # bars in the summary


class Box(NamedTuple):
    """A place in a figure, in its own widths and heights."""

    left: float
    bottom: float
    width: float
    height: float


def bars(section: Section) -> str:
    """Return the rows of a section as an SVG element; the table beside it says the same, so that it needs no words."""
    with _figure(WIDTH, PER_BAR * len(section.rows)) as figure:
        _draw(figure, section.rows, 22, Box(0.43, 0.0, 0.46, 1.0))
        drawn = BytesIO()
        figure.savefig(drawn, format="svg", metadata={"Date": None}, transparent=True)
    svg = METADATA.sub("", drawn.getvalue().decode())
    return svg[svg.index("<svg") :].replace("<svg", '<svg aria-hidden="true"', 1)


def summary(content: Content) -> bytes:
    """Return a report on one screen of a phone, as PNG."""
    with _figure(*PHONE) as figure:
        figure.text(0.07, 0.945, fill(content.title, 34), size=21, weight="bold", va="top")
        owner = fill(content.owner, 58, max_lines=2, placeholder=" …")
        figure.text(0.07, 0.845, owner, size=12, va="top", color=GREEN, linespacing=1.4)
        _tiles(figure, content)
        top = 0.58 if content.tiles else 0.74
        for section in content.sections[: 1 if content.tiles else 2]:
            figure.text(0.07, top, section.name, size=15, weight="bold")
            top -= _short(figure, section, content, top - 0.03) + 0.1
        figure.text(0.07, 0.06, fill(say("summary-foot", content.language), 66), size=10.5, linespacing=1.5)
        return _png(figure)


def _png(figure: "Figure") -> bytes:
    """Return a figure as PNG in the shades of its few colours: a third of the bytes, and of the time."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415 - see _figure
    from PIL import Image  # noqa: PLC0415

    canvas = FigureCanvasAgg(figure)
    canvas.draw()  # type: ignore[no-untyped-call]  # theirs
    picture = Image.frombuffer("RGBA", canvas.get_width_height(), canvas.buffer_rgba()).convert("RGB")  # type: ignore[no-untyped-call]  # theirs
    shades = Image.new("P", (1, 1))
    shades.putpalette([part for one in product((PAPER, PALE), (INK, GREEN)) for part in _shades(*one)])
    drawn = BytesIO()
    picture.quantize(palette=shades, dither=Image.Dither.NONE).save(drawn, "png", compress_level=2)
    return drawn.getvalue()


def _shades(ground: str, ink: str) -> Iterator[int]:
    """Yield red, green and blue of SHADES colours from one to the other: all that smooth letters need."""
    ends = list(zip(bytes.fromhex(ground[1:]), bytes.fromhex(ink[1:]), strict=True))
    return (round(a + (b - a) * step / (SHADES - 1)) for step in range(SHADES) for a, b in ends)


def _short(figure: "Figure", section: Section, content: Content, top: float) -> float:
    """Draw the first rows of a section below `top` and return the height that they took."""
    rows = section.rows[: TOP if content.tiles else TOP - 2]
    height = 0.07 * max(1, len(rows))
    if rows:
        _draw(figure, rows, 26, Box(0.46, top - height, 0.4, height))
    else:
        figure.text(0.07, top - 0.03, fill(say("summary-none", content.language), 60), size=12)
    return height


@contextmanager
def _figure(width: float, height: float) -> "Iterator[Figure]":
    from matplotlib import rc_context  # noqa: PLC0415 - half a second, for who draws only
    from matplotlib.figure import Figure  # noqa: PLC0415

    with rc_context(STYLE):
        yield Figure(figsize=(width, height), dpi=DOTS, facecolor=PAPER)


def _draw(figure: "Figure", rows: tuple[tuple[str, int], ...], letters: int, box: Box) -> None:
    """Draw bars in a box, their names to its left. Without axes, which take ten times as long."""
    step, most = box.height / len(rows), max(people for _, people in rows)
    for number, (name, people) in enumerate(rows):
        middle, length = box.bottom + box.height - step * (number + 0.5), box.width * people / most
        _rectangle(figure, Box(box.left, middle - step * 0.31, length, step * 0.62), GREEN)
        lines = wrap(name, letters, max_lines=2, placeholder="…", break_on_hyphens=False)
        _lines(figure, box.left - 0.02, middle, lines, ha="right")
        _lines(figure, box.left + length + 0.015, middle, [str(people)])


def _lines(figure: "Figure", x: float, middle: float, lines: list[str], ha: str = "left") -> None:
    """Write lines around a height, each by itself: it then keeps its edge in whatever font a browser has."""
    line = SIZE * LEADING / 72 / figure.get_figheight()
    for number, words in enumerate(lines):
        figure.text(x, middle + line * (len(lines) / 2 - number - 0.76), words, ha=ha)


def _tiles(figure: "Figure", content: Content) -> None:
    for number, tile in enumerate(content.tiles[:2]):
        left = 0.07 + 0.44 * number
        _rectangle(figure, Box(left, 0.64, 0.42, 0.125), PALE)
        told = str(tile.people) if tile.people is not None else say("hidden", content.language)
        size = 28 if tile.people is not None else 18
        figure.text(left + 0.025, 0.715, told, size=size, weight="bold", color=GREEN, va="center")
        figure.text(left + 0.025, 0.665, tile.name, size=12, va="center")


def _rectangle(figure: "Figure", box: Box, color: str) -> None:
    from matplotlib.patches import Rectangle  # noqa: PLC0415 - see _figure

    drawn = Rectangle((box.left, box.bottom), box.width, box.height, facecolor=color, linewidth=0)
    figure.add_artist(drawn)
