"""The three sheets: an A4 poster, a strip for the payslip, and a square picture for a group chat."""

from reportlab.lib.units import mm

from bot.drawing.page import ACCENT, INK, SOFT, TINT, WHITE, Page, Style
from bot.kit.content import Content

POSTER = (210 * mm, 297 * mm)
STRIP = (210 * mm, 99 * mm)
SQUARE = (540.0, 540.0)  # twice as many pixels


def poster(page: Page, content: Content) -> None:
    """Draw the A4 poster."""
    edge, wide = 45.0, page.width - 90
    page.box(0, 0, page.width, 300, ACCENT)
    page.text(edge, 38, wide, 24, content.network, Style(15, bold=True, color=WHITE))
    y = page.text(edge, 72, wide, 96, content.headline, Style(38, bold=True, color=WHITE, leading=1.2))
    page.text(edge, y + 12, wide, 72, content.invitation, Style(15.5, color=WHITE, leading=1.42))
    page.box(edge - 6, 268, 268, 268, TINT, radius=16)
    page.qr(edge, 274, 256, content.link)
    _steps(page, 336, 330, page.width - 336 - edge, content)
    _talk(page, edge, 566, wide, content)
    _privacy(page, edge, 686, wide, content)


def _steps(page: Page, x: float, y: float, wide: float, content: Content) -> None:
    for number, step in enumerate(content.steps, start=1):
        page.disc(x + 16, y + 16, 16, ACCENT)
        page.text(x, y + 5, 32, 24, str(number), Style(16, bold=True, color=WHITE), align="centre")
        page.text(x + 44, y - 3, wide - 44, 64, step, Style(16))
        y += 72


def _talk(page: Page, x: float, y: float, wide: float, content: Content) -> None:
    """Draw what one may write, and what comes back."""
    if not content.example:
        return
    asks, answers, room = Style(13.5), Style(13, color=WHITE), 30
    width = page.width_of(content.example, asks, wide - room) + room
    page.box(x + wide - width, y, width, 34, TINT, radius=14)
    page.text(x + wide - width + room / 2, y + 8.5, width - room, 20, content.example, asks)
    page.box(x, y + 44, wide * 0.86, 52, ACCENT, radius=14)
    page.text(x + room / 2, y + 51.5, wide * 0.86 - room, 40, content.answer, answers)


def _privacy(page: Page, x: float, y: float, wide: float, content: Content) -> None:
    words = content.words
    y = page.text(x, y, wide, 26, words.private, Style(16, bold=True, color=ACCENT)) + 4
    for sentence in words.privacy:
        page.disc(x + 4, y + 8.5, 3, ACCENT)
        y = page.text(x + 18, y, wide - 18, 20, sentence, Style(13)) + 1
    page.text(x, page.height - 43, wide, 13, content.person, Style(9.5, color=SOFT))
    page.text(x, page.height - 28, wide, 13, content.responsible, Style(9.5, color=SOFT))


def strip(page: Page, content: Content) -> None:
    """Draw the strip that goes with a payslip, 210 x 99 mm."""
    words, edge, side = content.words, 32.0, 178.0
    right = page.width - 28 - side
    wide = right - edge - 28
    page.box(0, 0, 12, page.height, ACCENT)
    page.text(edge, 22, wide, 16, content.network, Style(10.5, bold=True, color=ACCENT))
    y = page.text(edge, 42, wide, 58, content.headline, Style(21.5, bold=True, leading=1.2))
    y = page.text(edge, y + 7, wide, 50, content.invitation, Style(11, leading=1.4))
    y = page.text(edge, y + 12, wide, 16, words.private, Style(11, bold=True, color=ACCENT)) + 1
    for sentence in words.privacy:
        page.disc(edge + 3, y + 7, 2, ACCENT)
        y = page.text(edge + 13, y, wide - 13, 14, sentence, Style(10)) + 0.5
    page.text(edge, page.height - 31, wide, 10, content.person, Style(7.5, color=SOFT))
    page.text(edge, page.height - 20, wide, 10, content.responsible, Style(7.5, color=SOFT))
    page.box(right - 6, 30, side + 12, side + 12, TINT, radius=12)
    page.qr(right, 36, side, content.link)
    page.text(right, 231, side, 20, words.scan, Style(14, bold=True, color=ACCENT), align="centre")


def square(page: Page, content: Content) -> None:
    """Draw the picture for a group chat; it is drawn at half its pixels."""
    words, edge = content.words, 36.0
    wide = page.width - 2 * edge
    page.box(0, 0, page.width, page.height, WHITE)
    page.box(0, 0, page.width, 214, ACCENT)
    page.text(edge, 28, wide, 22, content.network, Style(14.5, bold=True, color=WHITE))
    y = page.text(edge, 56, wide, 84, content.headline, Style(33, bold=True, color=WHITE, leading=1.18))
    page.text(edge, y + 8, wide, 62, content.invitation, Style(13.5, color=WHITE, leading=1.38))
    page.box(edge - 6, 232, 240, 240, TINT, radius=14)
    page.qr(edge, 238, 228, content.link)
    page.text(edge, 478, 228, 22, words.scan, Style(15, bold=True, color=ACCENT), align="centre")
    x, y = edge + 256, 246.0
    room = page.width - 28 - x
    y = page.text(x, y, room, 48, words.private, Style(17, bold=True, color=ACCENT, leading=1.25)) + 12
    for sentence in words.privacy:
        y = page.text(x, y, room, 66, sentence, Style(15, color=INK)) + 13
    page.text(edge, page.height - 28, wide, 13, content.person, Style(9.5, color=SOFT))
