"""Ages are said as people say them: years, and months for the small."""

import pytest

from bot.catalogue.ages import Ages
from bot.conversation.talk.ages import in_words, span


@pytest.mark.parametrize(
    ("written", "italian", "english"),
    [
        ({"from": 3, "to": 11}, "dai 3 agli 11 anni", "aged 3 to 11"),
        ({"from": 8, "to": 18}, "dagli 8 ai 18 anni", "aged 8 to 18"),
        ({"from": 11, "to": 19}, "dagli 11 ai 19 anni", "aged 11 to 19"),
        ({"from": 12, "to": 21}, "dai 12 ai 21 anni", "aged 12 to 21"),
        ({"from": 1, "to": 3}, "da 1 a 3 anni", "aged 1 to 3"),
        ({"from": 65}, "dai 65 anni", "aged 65 and over"),
        ({"from": 80}, "dagli 80 anni", "aged 80 and over"),
        ({"from": 18, "to": 18}, "a 18 anni", "aged 18"),
        ({"from": 0, "to": 12}, "fino a 12 anni", "up to 12 years"),
        ({"to": 1}, "fino a 1 anno", "up to 1 year"),
        ({"to_months": 36}, "fino a 36 mesi", "up to 36 months"),
        ({"from_months": 9, "to": 3}, "dai 9 mesi ai 3 anni", "from 9 months to 3 years"),
        ({"from_months": 11, "to_months": 36}, "dagli 11 ai 36 mesi", "from 11 to 36 months"),
        ({"from": 1, "to_months": 36}, "da 1 anno ai 36 mesi", "from 1 year to 36 months"),
        ({"from_months": 6}, "dai 6 mesi", "from 6 months"),
        ({"from": 0}, "", ""),
        ({}, "", ""),
    ],
)
def test_the_ages_of_a_service(written: dict[str, int], italian: str, english: str) -> None:
    ages = Ages.model_validate(written)

    assert (span(ages, "it"), span(ages, "en")) == (italian, english)


@pytest.mark.parametrize(
    ("age", "italian", "english"),
    [
        (0, "1 mese", "1 month"),
        (1 / 12, "1 mese", "1 month"),
        (14 / 12, "14 mesi", "14 months"),
        (1.5, "18 mesi", "18 months"),
        (2, "2 anni", "2 years"),
        (7.9, "7 anni", "7 years"),
        (80, "80 anni", "80 years"),
    ],
)
def test_the_age_of_a_person(age: float, italian: str, english: str) -> None:
    assert (in_words(age, "it"), in_words(age, "en")) == (italian, english)


@pytest.mark.parametrize(
    ("written", "inside", "outside"),
    [
        ({"from": 3, "to": 11}, (3, 7.5, 11.9), (2.9, 12)),
        ({"from": 65}, (65, 101), (64.9,)),
        ({"from_months": 9, "to": 3}, (9 / 12, 1, 3.9), (8.9 / 12, 4)),
        ({"to_months": 36}, (0, 3), (37 / 12,)),
        ({}, (0, 120), ()),
    ],
)
def test_who_is_served(written: dict[str, int], inside: tuple[float, ...], outside: tuple[float, ...]) -> None:
    ages = Ages.model_validate(written)

    assert all(ages.holds(age) for age in inside)
    assert not any(ages.holds(age) for age in outside)
