"""Prices, offers and days as people write them."""

from datetime import date
from decimal import Decimal
from typing import get_args

import pytest

from bot.catalogue import prices
from bot.catalogue.costs import Price, Unit, Value
from bot.catalogue.prices import PHRASES
from bot.catalogue.text import LANGUAGES, Language
from tests.bot.conversation.test_phrases import read


def test_both_languages_have_the_same_phrases_and_variables() -> None:
    assert read("it", PHRASES) == read("en", PHRASES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_unit_has_its_words_and_no_other_has(language: Language) -> None:
    units = {name.removeprefix("per-") for name in read(language, PHRASES) if name.startswith("per-")}
    assert units == set(get_args(Unit))


@pytest.mark.parametrize(
    ("price", "italian", "english"),
    [
        ({"amount": "18", "per": "month"}, "18 € al mese", "€18 a month"),
        ({"amount": "7.5"}, "7,50 €", "€7.50"),
        ({"from": "8", "to": "12", "per": "hour"}, "da 8 € a 12 € all'ora", "€8 to €12 an hour"),
        ({"from": "1200"}, "da 1.200 €", "from €1,200"),
        (
            {"free": True, "note": {"it": "con tessera", "en": "with a card"}},
            "gratis (con tessera)",
            "free (with a card)",
        ),
    ],
)
def test_a_price_in_words(price: dict[str, object], italian: str, english: str) -> None:
    cost = Price.model_validate(price)
    assert (prices.price(cost, "it"), prices.price(cost, "en")) == (italian, english)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ({"percent": 15}, "15% in meno"),
        ({"minus": "10"}, "10 € in meno"),
        ({"amount": "12", "per": "month"}, "12 € al mese"),
    ],
)
def test_an_offer_in_words(value: dict[str, object], said: str) -> None:
    assert prices.value(Value.model_validate(value), "it") == said


@pytest.mark.parametrize(("language", "said"), [("it", "31 marzo 2027"), ("en", "31 March 2027")])
def test_another_year_is_named(language: Language, said: str) -> None:
    today = date(2026, 11, 24)
    assert prices.day(date(2027, 3, 31), language, today) == said
    assert prices.day(date(2026, 3, 31), "it", today) == "31 marzo"


def test_money_of_nothing_is_still_money() -> None:
    assert prices.money(Decimal(0), "it") == "0 €"
