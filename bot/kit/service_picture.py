"""The picture of a service that a chat shows above its link: what it is, where, what it costs, and whose network."""

from io import BytesIO

from bot.catalogue import prices
from bot.catalogue.catalogue import Catalogue, Entry
from bot.catalogue.text import Language
from bot.drawing.page import ACCENT, INK, SOFT, TINT, WHITE, Page, Style
from bot.drawing.paper import pdf, picture
from bot.kit.words import WORDS

SIZE = (600.0, 315.0)  # Open Graph: 1200 by 630 pixels
SCALE = 2
COLOURS = 64  # of the palette: letters and boxes need no more, and the file is a third


def service_picture(entry: Entry, catalogue: Catalogue, language: Language) -> bytes:
    """Draw it as a PNG: it takes some tenths of a second."""
    name = catalogue.network.name.of(language)

    def draw(page: Page) -> None:
        _draw(page, entry, catalogue, language)

    return _png(pdf(SIZE, [draw], title=entry.service.name.of(language), author=name))


def network_picture(catalogue: Catalogue, language: Language) -> bytes:
    """Draw that of the whole network, for its first page and for invites."""
    name = catalogue.network.name.of(language)

    def draw(page: Page) -> None:
        _frame(page, catalogue, language)
        about = catalogue.network.about
        y = page.text(40, 92, 520, 84, name, Style(36, bold=True, color=ACCENT, leading=1.2))
        page.text(40, y + 14, 520, 84, about.of(language) if about else "", Style(18, color=INK))

    return _png(pdf(SIZE, [draw], title=name, author=name))


def _draw(page: Page, entry: Entry, catalogue: Catalogue, language: Language) -> None:
    service = entry.service
    _frame(page, catalogue, language)
    y = page.text(40, 74, 520, 76, service.name.of(language), Style(31, bold=True, color=ACCENT, leading=1.18))
    y = page.text(40, y + 8, 520, 72, service.summary.of(language), Style(17, color=INK, leading=1.35))
    price = prices.price(service.price, language, note=False)
    towns = ", ".join(dict.fromkeys(catalogue.towns[place.town].name for place in entry.places))
    page.text(40, 244, 520, 20, " · ".join(part for part in (price, towns) if part), Style(15, bold=True))
    page.text(40, 268, 520, 18, entry.organization.name, Style(13, color=SOFT))


def _frame(page: Page, catalogue: Catalogue, language: Language) -> None:
    said = catalogue.network.name.of(language)
    if catalogue.network.demonstration:
        said = f"{said} · {WORDS[language].demonstration}"
    page.box(0, 0, page.width, page.height, WHITE)
    page.box(0, 0, page.width, 50, ACCENT)
    page.box(0, 300, page.width, 15, TINT)
    page.text(40, 17, 520, 20, said, Style(14, bold=True, color=WHITE))


def _png(page: bytes) -> bytes:
    out = BytesIO()
    picture(page, SCALE).quantize(COLOURS).save(out, "PNG", optimize=True)
    return out.getvalue()
