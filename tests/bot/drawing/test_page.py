"""Words on a page stay in their room, and the same page gives the same bytes."""

import pytest
from reportlab.pdfbase import pdfmetrics

from bot.drawing.page import FONTS, Style, cut, fit, load_fonts, wrap
from bot.drawing.paper import pdf, picture

LONG = "Officine Meccaniche Fratelli Bertacchi & Figli di Campogalliano S.p.A. – Divisione Oleodinamica"
STYLE = Style(38, bold=True, least=4)


@pytest.fixture(autouse=True, scope="module")
def _letters() -> None:
    load_fonts()


@pytest.mark.parametrize("words", [LONG, "A" * 60, "Società «Ğüzel Şišt’an» Žďár", "x"])
def test_words_shrink_until_they_fit_their_room(words: str) -> None:
    size, lines = fit(words, STYLE, 400, 90)
    assert all(pdfmetrics.stringWidth(line, STYLE.font, size) <= 400 for line in lines)
    assert len(lines) * size * STYLE.leading <= 90.01
    assert " ".join(lines) == words


@pytest.mark.parametrize("words", [LONG, "A" * 60, "x"])
def test_what_is_too_long_is_cut_and_says_so(words: str) -> None:
    shown = cut(words, STYLE, 400, 2)
    assert len(wrap(shown, STYLE.font, STYLE.size, 400)) <= 2
    assert shown == words or (shown.endswith(" …") and words.startswith(shown.removesuffix(" …")))


@pytest.mark.parametrize("align", ["left", "centre", "right"])
def test_a_label_is_in_the_middle_of_its_room(align: str) -> None:
    words = "H" * 8
    page = pdf(
        (200, 100),
        [lambda page: page.label(20, 50, 160, 30, words, Style(10), align=align)],  # type: ignore[arg-type]
        title="t",
        author="a",
    )
    left, top, right, bottom = picture(page, 4).convert("L").point(lambda grey: 255 - grey).getbbox() or (0, 0, 0, 0)
    assert abs((top + bottom) / 2 / 4 - 50) < 0.5
    edges = {"left": left / 4 - 20, "right": right / 4 - 180, "centre": (left + right) / 2 / 4 - 100}
    assert abs(edges[align]) < 1.5


def test_the_same_drawing_gives_the_same_bytes() -> None:
    first, second = (
        pdf((99, 99), [lambda page: page.text(9, 9, 80, 80, "Carpi", STYLE)], title="t", author="a") for _ in range(2)
    )
    assert first == second


def test_the_letters_come_with_their_licence() -> None:
    assert {file.name for file in FONTS.iterdir()} == {"DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "LICENSE_DEJAVU"}
