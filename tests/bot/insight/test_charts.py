"""The drawings of a report: every row has its bar, names are only names, and the same figures give the same bytes."""

from html.parser import HTMLParser
from io import BytesIO

import pytest
from PIL import Image

from bot.insight.charts import LONGEST, ROW, bars
from bot.insight.content import Content, Section, Tile
from bot.insight.summary import summary

ROWS = (
    ("Bambini e ragazzi", 40),
    ("Casa <b>&amp; mobilità", 20),
    ("Un nome che non sta in una riga e nemmeno in due", 5),
)
NEEDS = Section("need", "Che cosa hanno cercato", "Persone", ROWS, ())
NOTHING = Section("need", "Che cosa hanno cercato", "Persone", (), ("Casa",))
TILES = (Tile("persone raggiunte", "", 85), Tile("persone con uno sconto", "", None))


class Drawing(HTMLParser):
    """Reads the shapes and the words of an SVG element, as a browser would."""

    def __init__(self, svg: str) -> None:
        super().__init__()
        self.shapes: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(svg)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.shapes.append((tag, dict(attrs)))

    handle_startendtag = handle_starttag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def report(owner: str = "Rapporto per Biomed Padana", *sections: Section, tiles: tuple[Tile, ...] = TILES) -> Content:
    return Content("it", "Welfare a km zero nel terzo trimestre del 2026", owner, "", "", tiles, sections, ())


def test_every_row_has_a_bar_as_long_as_its_people() -> None:
    drawing = Drawing(bars(NEEDS))
    found = [shape for tag, shape in drawing.shapes if tag == "rect"]
    assert [float(bar["width"] or 0) for bar in found] == [LONGEST, LONGEST / 2, LONGEST / 8]
    assert drawing.shapes[0][1]["viewbox"] == f"0 0 320 {ROW * len(ROWS)}"


def test_a_name_is_words_and_never_markup() -> None:
    drawing = Drawing(bars(NEEDS))
    assert {tag for tag, _ in drawing.shapes} == {"svg", "rect", "text"}
    assert "Casa <b>&amp; mobilità" in drawing.words
    assert len([words for words in drawing.words if words.endswith("…")]) == 1


@pytest.mark.parametrize(
    "content",
    [
        report("Rapporto per Biomed Padana", NEEDS),
        report(f"Rapporto per il gruppo: {', '.join(f'Officine numero {n}' for n in range(20))}", NOTHING),
        report("Rapporto per Il Girasole", NEEDS, NOTHING, tiles=()),
    ],
    ids=["company", "group", "organization"],
)
def test_a_summary_is_the_same_picture_for_the_same_figures_and_keeps_its_margins(content: Content) -> None:
    drawn = summary(content)
    assert drawn == summary(content)
    picture = Image.open(BytesIO(drawn))
    assert (picture.format, picture.size) == ("PNG", (864, 1080))
    ink = picture.convert("L").point(lambda grey: 255 - grey).getbbox()
    assert ink
    assert ink[0] >= 56
    assert ink[1] >= 50
    assert ink[2] <= 864 - 50
    assert ink[3] <= 1080 - 40
