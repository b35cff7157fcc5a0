"""A service is asked for by its keywords: expressions whose words stand in order, hardly apart."""

import pytest

from bot.understanding.keywords import met

SERVICES = {
    "plumber": ("idraulico", "caldaia non parte", "perdita d'acqua"),
    "tax": ("730", "dichiarazione dei redditi"),
}


@pytest.mark.parametrize(
    ("said", "service"),
    [
        ("idraulici a Carpi?", "plumber"),
        ("la caldaia stamattina non parte", "plumber"),
        ("una perdita di acqua in bagno", "plumber"),
        ("il 730", "tax"),
        ("DICHIARAZIONE REDDITI", "tax"),
    ],
)
def test_a_keyword_is_met_whatever_its_endings_and_small_words(said: str, service: str) -> None:
    assert list(met(said, SERVICES, "it")) == [service]


@pytest.mark.parametrize(
    "said", ["", "?", "parte e non la caldaia", "la caldaia di mia suocera in cucina non parte", "mia zia di 73 anni"]
)
def test_words_in_another_order_or_far_apart_are_no_expression(said: str) -> None:
    assert not met(said, SERVICES, "it")


def test_an_expression_says_more_than_a_word_and_each_place_counts_once() -> None:
    services = {"mortgage": ("mutuo", "rata del mutuo", "mutui"), "debts": ("rata",)}
    found = met("la rata del mutuo", services, "it")
    assert found["mortgage"] == 3.0
    assert found["debts"] == 1.0


def test_an_age_is_no_part_of_what_is_asked_for() -> None:
    assert met("mia figlia di 15 anni non mangia", {"room": ("figlia non mangia",)}, "it")
    assert not met("per mia zia di 104 mesi, 20 anni", {"days": ("20",)}, "it")
