"""What coordinators type is read as a file would say it, or not at all."""

from datetime import date

import pytest

from bot.catalogue import money
from bot.catalogue.hours.value import Refused
from bot.coordination import values


@pytest.mark.parametrize(
    ("said", "price"),
    [
        ("45", {"amount": "45"}),
        ("€ 45,50 al mese", {"amount": "45.50", "per": "month"}),
        ("45€/mese", {"amount": "45", "per": "month"}),
        ("12 all'ora", {"amount": "12", "per": "hour"}),
        ("1.200,50", {"amount": "1200.50"}),
        ("da 40 a 60 euro", {"from": "40", "to": "60"}),
        ("da 20", {"from": "20"}),
        ("up to 30 per visit", {"to": "30", "per": "visit"}),
        ("gratis", {"free": True}),
        ("0", {"free": True}),
        ("1.200", {"amount": "1200"}),
        ("12€/h", {"amount": "12", "per": "hour"}),
        ("tra 8 e 12 euro l'ora", {"from": "8", "to": "12", "per": "hour"}),
        ("su preventivo", {"note": money.QUOTE}),
        ("Secondo ISEE", {"note": money.ISEE}),
        ("380 al mese, secondo l'ISEE", {"amount": "380", "per": "month", "note": money.ISEE}),
        ("12 e 50", None),
        ("1,200", None),
        ("da 60 a 20", None),
        ("cerco un dentista", None),
        ("45 oppure 50", None),
        ("-5", None),
        ("", None),
    ],
)
def test_a_price_is_read(said: str, price: dict[str, object] | None) -> None:
    assert money.price(said) == price


@pytest.mark.parametrize(
    ("said", "hours"),
    [
        ("lun-ven 9-12 e 15-18; sab 9-12", "Mo-Fr 09:00-12:00,15:00-18:00; Sa 09:00-12:00; Aug 10-20 off; PH off"),
        ("dal lunedì al venerdì dalle 9 alle 17", "Mo-Fr 09:00-17:00; Aug 10-20 off; PH off"),
        ("lun, mer 8.30-13", "Mo,We 08:30-13:00; Aug 10-20 off; PH off"),
        ("Mo-Fr 09:00-17:00; PH 10:00-12:00", "Mo-Fr 09:00-17:00; PH 10:00-12:00; Aug 10-20 off"),
        ("Mon-Fri 9-17, Sat 9-12", "Mo-Fr 09:00-17:00; Sa 09:00-12:00; Aug 10-20 off; PH off"),
        ("Fr 20:00-02:00", "Fr 20:00-02:00; Aug 10-20 off; PH off"),
        ("lun-ven 9-12; chiuso dal 5 al 25 agosto", "Mo-Fr 09:00-12:00; Aug 05-25 off; PH off"),
        ("lun-ven 9-12; chiuso dal 24 dicembre al 6 gennaio", "Mo-Fr 09:00-12:00; Aug 10-20,Dec 24-Jan 06 off; PH off"),
        ("lun-ven 9-12; agosto: lun-ven 8-11", "Mo-Fr 09:00-12:00; Aug Mo-Fr 08:00-11:00; PH off"),
        ("chiuso a Natale", "! unsayable"),
        ("chiuso anche a luglio", "Mo 09:00-10:00; Jul,Aug 10-20 off; PH off"),
        ("su appuntamento", 'unknown "su appuntamento"; Aug 10-20 off; PH off'),
        ("Mo-Fr 08:30-13:00; Tu,Th 15:00-17:30", "Mo-Fr 08:30-13:00, Tu,Th 15:00-17:30; Aug 10-20 off; PH off"),
        ("Mon-Fri 9-5", "! turned"),
        ("sempre", "24/7"),
        ("9-12", "! no-days"),
        ("lun-ven 25-26", "! bad-time"),
        ("lun-ven 9-12; boh", "! unreadable"),
        ("mi fa male un dente", "! unreadable"),
    ],
)
def test_hours_are_read_and_closings_stay_that_nobody_spoke_of(said: str, hours: str) -> None:
    found = values.hours(said, before="Mo 09:00-10:00; Aug 10-20 off; PH off")

    assert (f"! {found.cause}" if isinstance(found, Refused) else found) == hours


@pytest.mark.parametrize(
    ("said", "phone"),
    [
        ("059 000 1234", "059 000 1234"),
        ("059/000.12-34", "059 000 12 34"),
        ("+39 333 1234567", "+39 333 1234567"),
        ("1522", "1522"),
        ("tel. 059 123456", "059 123456"),
        ("☎ 059—123456", "059 123456"),
        ("(059) 123456", "(059) 123456"),
        ("059 123456\u00a0", "059 123456"),
        ("059-12.34.56/57", None),
        ("393331234567", None),
        ("59123456", None),
        ("899 123456", None),
        ("112", None),
        ("12", None),
        ("ciao", None),
        ("059 000 1234 ore pasti", None),
    ],
)
def test_a_phone_number_is_read(said: str, phone: str | None) -> None:
    assert values.phone(said, "IT") == phone


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("59123456", "059 123456"),
        ("059 123456 int. 3", "059 123456"),
        ("059123456 / 3331234567", "059 123456"),
        ("393331234567", "+39 333 123 4567"),
        ("059 123456 (9:00-12:30)", "059 123456"),
        ("059 123456 o 333 1234567", "059 123456"),
        ("059-12.34.56/57", "059 123456"),
        ("boh", None),
    ],
)
def test_a_number_that_was_nearly_typed_is_proposed(said: str, meant: str | None) -> None:
    assert values.phone_meant(said, "IT") == meant


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("31 gennaio", "2027-01-31"),
        ("fino al 6 gennaio compreso", "2027-01-06"),
        ("January 5", "2027-01-05"),
        ("31/1/2027", "2027-01-31"),
        ("31/1", "2027-01-31"),
        ("2027-01-31", "2027-01-31"),
        ("gennaio", "2027-01-31"),
        ("dal 1 dicembre al 15 gennaio", "2027-01-15"),
        ("oggi", "2026-11-24"),
        ("24 novembre", "2026-11-24"),
        ("venerdì", "2026-11-27"),
        ("martedì", "2026-12-01"),
        ("tra due settimane", "2026-12-08"),
        ("una settimana", "2026-12-01"),
        ("10 giorni", "2026-12-04"),
        ("10 settembre", "2027-09-10"),
        ("20 novembre", None),  # has just been
        ("1/11/2026", None),
        ("31 gennaio 2062", None),
        ("29 febbraio", None),
        ("31 novembre", None),
        ("500 giorni", None),
        ("999999999 settimane", None),
        ("mio marito mi picchia", None),
        ("", None),
    ],
)
def test_a_last_day_is_read_from_today_on(said: str, day: str | None) -> None:
    assert values.last_day(said, date(2026, 11, 24)) == (day and date.fromisoformat(day))
