"""The picture above a link: of the promised size, small, and readable whatever the names are."""

from io import BytesIO

import pytest
from PIL import Image

from bot.catalogue.catalogue import Catalogue, Entry
from bot.catalogue.text import LANGUAGES, Language, Text
from bot.kit.service_picture import network_picture, service_picture

SMALL = 60_000  # bytes: WhatsApp shows none above 300 kB


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_service_and_the_network_have_a_picture_of_the_size_of_open_graph(
    catalogue: Catalogue, language: Language
) -> None:
    for drawn in (
        service_picture(catalogue.entries["casa-sicura"], catalogue, language),
        network_picture(catalogue, language),
    ):
        with Image.open(BytesIO(drawn)) as picture:
            assert (picture.size, picture.format) == ((1200, 630), "PNG")
        assert len(drawn) < SMALL


def test_the_longest_names_stay_inside(catalogue: Catalogue) -> None:
    entry = catalogue.entries["casa-sicura"]
    long = Text(it="Sportello d'ascolto e accompagnamento " * 5)
    service = entry.service.model_copy(update={"name": long, "summary": long})
    with Image.open(BytesIO(service_picture(Entry(service, entry.organization), catalogue, "it"))) as picture:
        edge = picture.convert("L").crop((1130, 110, 1200, 590))
        assert edge.getextrema() == (255, 255)


def test_the_same_service_is_drawn_the_same(catalogue: Catalogue) -> None:
    entry = catalogue.entries["casa-sicura"]
    assert service_picture(entry, catalogue, "it") == service_picture(entry, catalogue, "it")
