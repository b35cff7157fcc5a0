"""Hours as people write them."""

from datetime import datetime, timedelta

import pytest

from bot.catalogue import schedule
from bot.catalogue.hours.words import in_words


@pytest.mark.parametrize(
    ("written", "italian", "english"),
    [
        ("Mo-Fr 09:00-17:00", "lun–ven 9–17", "Mon–Fri 9–17"),
        ("Mo-Fr 09:00-17:00; PH off", "lun–ven 9–17; festivi chiuso", "Mon–Fri 9–17; holidays closed"),
        ("Mo,We 17:30-19:30; Sa 09:00-12:00", "lun, mer 17:30–19:30; sab 9–12", "Mon, Wed 17:30–19:30; Sat 9–12"),
        ("24/7", "sempre", "always"),
        ("Mo-Fr 08:00-12:30; Aug off", "lun–ven 8–12:30; ago chiuso", "Mon–Fri 8–12:30; Aug closed"),
        (
            "Mo-Fr 08:00-12:30; Aug off; PH off",
            "lun–ven 8–12:30; ago e festivi chiuso",
            "Mon–Fri 8–12:30; Aug and holidays closed",
        ),
        ("Jun 07-Sep 10: Mo-Fr 07:30-17:30", "7 giu–10 set: lun–ven 7:30–17:30", "7 Jun–10 Sep: Mon–Fri 7:30–17:30"),
        ("Sa[1] 10:00-12:00", "1° sab 10–12", "1st Sat 10–12"),
        (
            "Mo[1,3] 09:00-12:00; Fr[-1] 15:00-18:00",
            "1° e 3° lun 9–12; ultimo ven 15–18",
            "1st and 3rd Mon 9–12; last Fri 15–18",
        ),
        (
            "Mo-Sa 08:00-20:00; PH,Su 09:00-13:00",
            "lun–sab 8–20; dom e festivi 9–13",
            "Mon–Sat 8–20; Sun and holidays 9–13",
        ),
        ("Aug 08:00-12:00", "ago: tutti i giorni 8–12", "Aug: every day 8–12"),
        ("Feb-Mar Mo-Fr 08:00-12:00", "feb–marzo: lun–ven 8–12", "Feb–March: Mon–Fri 8–12"),
        ("Aug 10-20,Dec 24-Jan 06 off", "10–20 ago, 24 dic–6 gen chiuso", "10–20 Aug, 24 Dec–6 Jan closed"),
        ("2026 Dec 24-2027 Jan 06 off", "24 dic 2026–6 gen 2027 chiuso", "24 Dec 2026–6 Jan 2027 closed"),
        ('Mo-Fr 09:00-12:00 "su appuntamento"', "lun–ven 9–12 su appuntamento", "Mon–Fri 9–12 by appointment"),
        ('Mo-Fr 09:00-12:00 "suonare il 3"', "lun–ven 9–12 (suonare il 3)", "Mon–Fri 9–12 (suonare il 3)"),
        (
            'Mo 09:00-12:00 unknown "telefonare"',
            "lun 9–12, da confermare (telefonare)",
            "Mon 9–12, to be confirmed (telefonare)",
        ),
        (
            'Mo 09:00-12:00 || "su appuntamento"',
            "lun 9–12; altrimenti su appuntamento",
            "Mon 9–12; otherwise by appointment",
        ),
        ('"telefonare al mattino"', "telefonare al mattino", "telefonare al mattino"),
        ("Fr 11:00-02:00", "ven 11–2 di notte", "Fri 11–2 at night"),
        ('off "chiuso"', "chiuso “chiuso”", "closed “chiuso”"),
        ('off "per lavori"', "chiuso (per lavori)", "closed (per lavori)"),
    ],
)
def test_hours_in_words(written: str, italian: str, english: str) -> None:
    assert in_words(written, "it") == italian
    assert in_words(written, "en") == english


TUESDAY = datetime(2026, 11, 24, 9, 0)  # noqa: DTZ001 - opening hours are local
IMMACOLATA = datetime(2026, 12, 8, 10, 0)  # noqa: DTZ001 - a public holiday, a Tuesday
FERRAGOSTO = datetime(2026, 8, 14, 10, 0)  # noqa: DTZ001 - the Friday before


@pytest.mark.parametrize(
    ("written", "moment", "is_open"),
    [
        ("Mo-Fr 09:00-17:00; PH off", TUESDAY, True),
        ("lun-ven 9-17, festivi chiuso", TUESDAY, True),
        ("Mo-Fr 09:00-17:00; PH off", TUESDAY.replace(hour=17), False),
        ("Mo-Fr 09:00-17:00; PH off", IMMACOLATA, False),
        ("Mo-Fr 09:00-17:00; PH 09:30-12:00", IMMACOLATA, True),
        ("Mo-Fr 09:00-17:00; chiuso ad agosto", FERRAGOSTO, False),
        ("mar 9-12", TUESDAY, True),
        ("dom-gio 20-8; festivi chiuso", IMMACOLATA.replace(hour=2), True),  # the night of Monday
        ("dom-gio 20-8; festivi chiuso", IMMACOLATA.replace(hour=22), False),
        ("dom-gio 20-8; festivi chiuso", IMMACOLATA.replace(day=9, hour=2), False),
        ("tutti i giorni 20-8; chiuso ad agosto", FERRAGOSTO.replace(day=1, hour=2), True),
        ("tutti i giorni 20-8; chiuso ad agosto", FERRAGOSTO.replace(month=9, day=1, hour=2), False),
        ("lun 22-2; mar 9-12", TUESDAY.replace(hour=1), True),
        ("Mo-Fr", TUESDAY, False),
        ('Mo-Fr "telefonare"', TUESDAY, False),
        ('"su appuntamento"', TUESDAY, False),
        ('Mo-Fr 09:00-17:00 "su appuntamento"', TUESDAY, False),
        ('Mo-Fr 09:00-17:00 "senza appuntamento"', TUESDAY, True),
        ('Mo-Fr 09:00-17:00 "suonare il campanello"', TUESDAY, True),
        ('Mo-Fr 09:00-12:00; SH off; Sa 09:00-12:00 "su prenotazione"', TUESDAY, True),  # published once, as it was
        ('SH off; Tu 09:00-12:00 "su prenotazione"', TUESDAY, False),
        ("boh", TUESDAY, False),
    ],
)
def test_open_means_open_now_and_sure(written: str, moment: datetime, *, is_open: bool) -> None:
    assert schedule.is_open(written, moment) is is_open
    assert (schedule.next_opening(written, moment) is None) or not is_open


@pytest.mark.parametrize(
    ("written", "openness"),
    [
        ("Mo-Fr 09:00-12:00", "open"),
        ('Tu 15:00-18:00 "su appuntamento"', "unsure"),
        ("Tu unknown", "unsure"),
        ("Mo 09:00-12:00", "closed"),
    ],
)
def test_of_a_day_it_is_told_whether_one_has_to_ask(written: str, openness: str) -> None:
    assert schedule.openness(written, TUESDAY.replace(hour=0), timedelta(days=1)) == openness


def test_what_goes_on_after_midnight_does_not_open_again() -> None:
    midnight, hours = TUESDAY.replace(hour=0), "lun 22-2; mar 9-12"
    assert schedule.openings(hours, midnight - timedelta(hours=3), timedelta(days=1), "IT") == [
        midnight - timedelta(hours=2),
        TUESDAY,
    ]
    assert schedule.openings(hours, midnight, timedelta(hours=1), "IT") == [midnight]


def test_who_is_there_by_appointment_opens_at_no_certain_time() -> None:
    assert schedule.next_opening('Mo-Fr 09:00-17:00 "su appuntamento"', TUESDAY) is None
    assert not schedule.is_open_in('Mo-Sa 09:00-17:00 "su appuntamento"', "saturday")
