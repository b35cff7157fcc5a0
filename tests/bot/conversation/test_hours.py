"""Hours as people write them."""

from datetime import datetime

import pytest

from bot.catalogue import schedule
from bot.conversation import hours


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
