"""Hours, prices and days as people write them."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from bot.catalogue import schedule
from bot.catalogue.model import Price, Value
from bot.catalogue.text import Language
from bot.conversation import hours, prices


@pytest.mark.parametrize(
    ("written", "italian", "english"),
    [
        ("Mo-Fr 09:00-17:00; PH off", "lun–ven 9–17", "Mon–Fri 9–17"),
        ("Mo,We 17:30-19:30; Sa 09:00-12:00", "lun, mer 17:30–19:30; sab 9–12", "Mon, Wed 17:30–19:30; Sat 9–12"),
        ("24/7", "sempre", "always"),
        ("Aug off; Mo-Fr 08:00-12:30", "ago chiuso; lun–ven 8–12:30", "Aug closed; Mon–Fri 8–12:30"),
        ("Jun 07-Sep 10: Mo-Fr 07:30-17:30", "7 giu–10 set: lun–ven 7:30–17:30", "7 Jun–10 Sep: Mon–Fri 7:30–17:30"),
        ("Sa[1] 10:00-12:00", "1° sab 10–12", "1° Sat 10–12"),
    ],
)
def test_hours_in_words(written: str, italian: str, english: str) -> None:
    assert hours.in_words(written, "it") == italian
    assert hours.in_words(written, "en") == english


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        (datetime(2026, 11, 24, 9, 0), True),  # noqa: DTZ001 - opening hours are local
        (datetime(2026, 11, 24, 17, 0), False),  # noqa: DTZ001
        (datetime(2026, 12, 8, 10, 0), False),  # noqa: DTZ001 - Immacolata, a public holiday
    ],
)
def test_open_means_open_today_with_the_holidays(moment: datetime, *, is_open: bool) -> None:
    assert schedule.is_open("Mo-Fr 09:00-17:00; PH off", moment) is is_open


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
