"""Days are said as Italians say them."""

import pytest

from bot.catalogue.italian import with_days


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Vale fino al 8 aprile 2027.", "Vale fino all'8 aprile 2027."),
        ("dal 11 maggio al 1 giugno", "dall'11 maggio al 1º giugno"),
        ("Il 8 marzo e il 11 marzo", "L'8 marzo e l'11 marzo"),
        ("prima del 11 agosto", "prima dell'11 agosto"),
        ("il 18 aprile, il 21 maggio, al 31 marzo", "il 18 aprile, il 21 maggio, al 31 marzo"),
        ("al 8 di via Roma, il 11 per cento", "al 8 di via Roma, il 11 per cento"),
    ],
)
def test_days_have_their_article(written: str, said: str) -> None:
    assert with_days(written) == said
