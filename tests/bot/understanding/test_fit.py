"""Among services of one need, the one whose own words were used comes first."""

import pytest

from bot.understanding.fit import fit

SERVICES = {
    "button": "Casa Sicura. Un pulsante al collo: se cade lo preme, e risponde una persona.",
    "bed": "Il letto arriva domani. Letti elettrici, carrozzine e sollevatori a noleggio.",
}


@pytest.mark.parametrize(
    ("said", "best"),
    [
        ("un pulsante per mia nonna", "button"),
        ("mi servono carrozzina e letti", "bed"),
        ("mia suocera è caduta", "button"),
    ],
)
def test_the_words_of_a_service_speak_for_it(said: str, best: str) -> None:
    scores = fit(said, SERVICES, "it")
    assert max(scores, key=scores.__getitem__) == best


@pytest.mark.parametrize("said", ["", "buongiorno", "una persona per il letto e una persona"])
def test_what_tells_nothing_weighs_nothing(said: str) -> None:
    scores = fit(said, SERVICES, "it")
    assert set(scores.values()) <= {0.5} or not scores


def test_a_service_alone_needs_no_telling() -> None:
    assert fit("un pulsante", {"button": SERVICES["button"]}, "it") == {}
