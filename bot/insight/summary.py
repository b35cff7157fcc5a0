"""A report on one screen of a phone, as a picture for the chat. The same figures give the same bytes."""

from collections.abc import Iterator
from io import BytesIO
from itertools import product

from PIL import Image
from reportlab.lib.colors import HexColor

from bot.drawing.page import Page, Style, cut
from bot.drawing.paper import pdf, picture
from bot.insight.charts import GREEN, INK, PALE, PAPER
from bot.insight.content import Content, Section, Tile
from bot.insight.wording import say

SIZE, SCALE = (432.0, 540.0), 2  # points, and pixels in each: 864 by 1080
SHADES = 16  # from ground to ink; with more of them the library takes neighbours for plain grounds
EDGE, WIDE = 30.0, SIZE[0] - 60
NAMES, LONGEST, GAP = 150.0, 170.0, 9.0  # room for the names, of the longest bar, and between bars and words
ROW, THICK = 42.0, 24.0
TOP = 5  # bars in the summary

_INK, _GREEN = HexColor(INK), HexColor(GREEN)
TITLE = Style(18, bold=True, color=_INK, leading=1.2)
OWNER = Style(11.5, color=_GREEN, leading=1.35)
HEADING = Style(13.5, bold=True, color=_INK)
NAME = Style(10.5, color=_INK, leading=1.15)
FIGURE = Style(10.5, bold=True, color=_INK)
WORDS = Style(11, color=_INK)
FOOT = Style(9.5, color=_INK, leading=1.4)


def summary(content: Content) -> bytes:
    """Draw the summary and return it as PNG."""
    drawn = pdf(SIZE, [lambda page: _draw(page, content)], title=content.title, author=content.owner)
    return _png(picture(drawn, SCALE))


def _draw(page: Page, content: Content) -> None:
    y = page.text(EDGE, 27, WIDE, 2 * TITLE.size * TITLE.leading, content.title, TITLE)
    page.text(EDGE, y + 7, WIDE, 32, cut(content.owner, OWNER, WIDE, 2), OWNER)
    for number, tile in enumerate(content.tiles[:2]):
        _tile(page, EDGE + (WIDE + 12) / 2 * number, tile, content)
    y = 214.0 if content.tiles else 132.0
    for section in content.sections[: 1 if content.tiles else 2]:
        y = _section(page, y, section, content) + 18
    page.text(EDGE, SIZE[1] - 50, WIDE, 28, say("summary-foot", content.language), FOOT)


def _tile(page: Page, x: float, tile: Tile, content: Content) -> None:
    width, hidden = (WIDE - 12) / 2, tile.people is None
    told = say("hidden", content.language) if hidden else str(tile.people)
    page.box(x, 124, width, 70, HexColor(PALE), radius=8)
    page.label(x + 14, 149, width - 28, 40, told, Style(16 if hidden else 26, bold=True, color=_GREEN))
    page.label(x + 14, 178, width - 28, 16, tile.name, WORDS)


def _section(page: Page, y: float, section: Section, content: Content) -> float:
    """Draw the first rows of a section and return the y below them."""
    rows = section.rows[: TOP if content.tiles else TOP - 2]
    y = page.text(EDGE, y, WIDE, 20, section.name, HEADING) + 8
    if not rows:
        return page.text(EDGE, y, WIDE, 32, say("summary-none", content.language), WORDS)
    most = max(people for _, people in rows)
    for number, (name, people) in enumerate(rows):
        middle, length = y + ROW * (number + 0.5), LONGEST * people / most
        page.label(EDGE, middle, NAMES, 28, cut(name, NAME, NAMES, 2), NAME, align="right")
        page.box(EDGE + NAMES + GAP, middle - THICK / 2, length, THICK, _GREEN)
        page.label(EDGE + NAMES + 2 * GAP + length, middle, 40, 20, str(people), FIGURE)
    return y + ROW * len(rows)


def _png(drawn: Image.Image) -> bytes:
    """Return a picture as PNG in the shades of its few colours: a third of the bytes, and of the time."""
    shades = Image.new("P", (1, 1))
    shades.putpalette([part for one in product((PAPER, PALE), (INK, GREEN)) for part in _shades(*one)])
    out = BytesIO()
    drawn.convert("RGB").quantize(palette=shades, dither=Image.Dither.NONE).save(out, "png", compress_level=2)
    return out.getvalue()


def _shades(ground: str, ink: str) -> Iterator[int]:
    """Yield red, green and blue of SHADES colours from one to the other: all that smooth letters need."""
    ends = list(zip(bytes.fromhex(ground[1:]), bytes.fromhex(ink[1:]), strict=True))
    return (round(a + (b - a) * step / (SHADES - 1)) for step in range(SHADES) for a, b in ends)
