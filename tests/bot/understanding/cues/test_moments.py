"""A day, a month, an hour and a part of the day are heard where something is wanted then."""

import pytest

from bot.understanding.cues import moments
from bot.understanding.text.line import line_of


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("sabato?", "sat"),
        ("posso andarci sabato?", "sat"),
        ("di domenica", "sun"),
        ("lunedì prossimo", "mon"),
        ("oggi", "today"),
        ("è aperto oggi?", "today"),
        ("domani mattina", "tomorrow"),
        ("stasera", "today"),
        ("nel weekend", "weekend"),
        ("fine settimana", "weekend"),
        ("sabato e domenica", "weekend"),
        ("on Saturday", "sat"),
        ("tomorrow", "tomorrow"),
        ("tonight", "today"),
        ("lavoro il sabato", None),
        ("non il lunedì", None),
        ("mercoledi", "wed"),
        ("every Thursday", "thu"),
        ("il venerdì pomeriggio", "fri"),
        ("ieri", None),
        ("i sabati", "sat"),
        ("martedì alle 10", "tue"),
        ("lavoro sabato, posso venire lunedì?", "mon"),
        ("domenica scorsa è caduta", "sun"),
        ("buona domenica", None),
    ],
)
def test_a_day_is_heard(said: str, day: str | None) -> None:
    assert moments.day(line_of(said, {})) == day


@pytest.mark.parametrize(
    ("said", "month"),
    [
        ("ad agosto", 8),
        ("agosto?", 8),
        ("in August", 8),
        ("a giugno", 6),
        ("may I come", None),
        ("in May", 5),
        ("a natale", 12),
        ("da settembre a giugno", 9),
        ("marzo", 3),
        ("a marzo scorso", None),
        ("dal 7 giugno", 6),
        ("march to the office", 3),
    ],
)
def test_a_month_is_heard(said: str, month: int | None) -> None:
    assert moments.month(line_of(said, {})) == month


@pytest.mark.parametrize(
    ("said", "time"),
    [
        ("dopo le sei", "18:00"),
        ("alle 18.30", "18:30"),
        ("alle 18:30", "18:30"),
        ("after 6 pm", "18:00"),
        ("prima delle 8", "08:00"),
        ("alle sei di mattina", "06:00"),
        ("alle 7 del mattino", "07:00"),
        ("dalle 8 alle 17 e poi alla sera lo riporto", "08:00"),
        ("domani sera alle 9", "21:00"),
        ("alle 3", "15:00"),
        ("dopo le 20", "20:00"),
        ("alle 8 di sera", "20:00"),
        ("stasera alle 9", "21:00"),
        ("alle sei e mezza", "18:30"),
        ("alle 6 e un quarto", "18:15"),
        ("a mezzogiorno", "12:00"),
        ("at noon", "12:00"),
        ("before 9 am", "09:00"),
        ("after 5", "17:00"),
        ("at 10", "10:00"),
        ("alle 3 di notte", "03:00"),
        ("alle 11 di notte", "23:00"),
        ("dalle 14 alle 18", "14:00"),
        ("dalle 8 alle 10", "08:00"),
        ("alle 3 figlie", None),
        ("dopo i 3 anni", None),
        ("dopo le 3 sedute", None),
        ("dalle medie", None),
        ("from 3 to 5 years", None),
        ("after 3 months", None),
        ("le 18", "18:00"),
        ("le 3", "15:00"),
        ("ore 17", "17:00"),
        ("verso le 5", "17:00"),
        ("finisco alle 17", None),
        ("stacco alle 6 e cerco una palestra dopo le 19", "19:00"),
        ("attacco alle sei", None),
        ("chiude alle 18?", None),
        ("alle 25", None),
        ("at 12", "12:00"),
        ("dopo le 12", "12:00"),
        ("alle 9", "09:00"),
        ("prima delle 5", "17:00"),
        ("alle 9 di sera", "21:00"),
        ("9pm", None),
        ("at 9pm", "21:00"),
        ("until 8pm", "20:00"),
        ("6:30", "06:30"),
        ("alle ore 16", "16:00"),
        ("alle 17 e 30", "17:30"),
        ("dopo le 18,30", "18:30"),
        ("alle 7 e mezza", "19:30"),
        ("alle 2 elementari", None),
        ("dalle 2 alle 6", "14:00"),
        ("non prima delle 18", None),
        ("posso venire alle 8?", "08:00"),
    ],
)
def test_an_hour_is_heard(said: str, time: str | None) -> None:
    assert moments.time(line_of(said, {})) == time


@pytest.mark.parametrize(
    ("said", "part"),
    [
        ("di sera", "evening"),
        ("sabato mattina", "morning"),
        ("domani pomeriggio", "afternoon"),
        ("di notte", "night"),
        ("overnight", "night"),
        ("il sabato", "saturday"),
        ("la mattina", "morning"),
        ("lavoro di notte", None),
        ("8 ore di notte", "night"),
        ("stasera", "evening"),
        ("lunedì sera", "evening"),
        ("domattina", "morning"),
        ("isee", None),
    ],
)
def test_a_part_of_the_day_is_heard(said: str, part: str | None) -> None:
    assert moments.part(line_of(said, {})) == part
