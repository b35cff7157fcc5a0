"""Quantities and sums are heard where they are wanted."""

import pytest

from bot.understanding.cues.quantities import Count, Every, Measure, count, money
from bot.understanding.text.line import line_of


@pytest.mark.parametrize(
    ("said", "counted"),
    [
        ("8 ore di notte", (8, "hour", None, True)),
        ("otto ore di notte per mia mamma", (8, "hour", None, True)),
        ("4 hours", (4, "hour", None, False)),
        ("due volte a settimana", (2, "time", "week", False)),
        ("3 lezioni", (3, "lesson", None, False)),
        ("una volta a settimana", (1, "time", "week", False)),
        ("twice a week", (2, "time", "week", False)),
        ("quanto costano 10 sedute?", (10, "session", None, False)),
        ("3 ore al giorno", (3, "hour", "day", False)),
        ("lavoro 8 ore al giorno", None),
        ("tre notti a settimana", (3, "night", "week", True)),
        ("aspetto da 3 ore", None),
        ("3 ore fa", None),
        ("2 o 3 ore", (2, "hour", None, False)),
        ("per 4 persone", (4, "person", None, False)),
        ("dopo le 3 ore", None),
        ("quattro ore la domenica", (4, "hour", None, False)),
        ("un'ora al mattino", (1, "hour", None, False)),
        ("un'ora", (1, "hour", None, False)),
        ("mezz'ora", None),
        ("20 camicie", (20, "piece", None, False)),
        ("da 3 anni", None),
        ("ogni 3 ore", None),
        ("turno di 8 ore", None),
        ("5 giorni a settimana", (5, "day", "week", False)),
        ("due ore e mezza", (2.5, "hour", None, False)),
        ("how much for 6 hours at night", (6, "hour", None, True)),
        ("una visita", None),
        ("una lezione a settimana", (1, "lesson", "week", False)),
        ("è una persona gentile", None),
        ("10 ore al mese", (10, "hour", "month", False)),
        ("ho due figli", None),
        ("7 anni", None),
        ("alle 8", None),
        ("3 mesi", None),
        ("our son is ten months", None),
        ("il corso dura 10 lezioni?", (10, "lesson", None, False)),
        ("mi basta un'ora la settimana", (1, "hour", "week", False)),
        ("2 biglietti", (2, "person", None, False)),
        ("40 ore di lavoro", None),
        ("8 notti", (8, "night", None, True)),
        ("one hour a day", (1, "hour", "day", False)),
        ("a volte piange", None),
        ("tre volte", (3, "time", None, False)),
        ("un paio d'ore", (2, "hour", None, False)),
        ("24 ore su 24", None),
        ("3 volte al giorno", (3, "time", "day", False)),
        ("per 2 giorni", (2, "day", None, False)),
        ("quanto costa una settimana?", (1, "week", None, False)),
        ("quanto costano 2 settimane", (2, "week", None, False)),
        ("per un mese", (1, "month", None, False)),
    ],
)
def test_a_quantity_is_heard_with_its_unit(
    said: str, counted: tuple[float, Measure, Every | None, bool] | None
) -> None:
    assert count(line_of(said, {})) == (counted and Count(*counted))


@pytest.mark.parametrize(
    ("said", "euro"),
    [
        ("massimo 50 euro", 50),
        ("non più di 20 €", 20),
        ("max 100", 100),
        ("al massimo 30€ a testa", 30),
        ("meno di 15 euro l'ora", 15),
        ("budget 300", 300),
        ("ho un budget di 300 euro", 300),
        ("posso spendere 80 euro al mese", 80),
        ("non posso spendere più di 200 euro", 200),
        ("up to 50 euros", 50),
        ("less than 20 euro", 20),
        ("under 100 €", 100),
        ("50 euro al massimo", 50),
        ("costa 50 euro?", None),
        ("massimo 3 ore", None),
        ("massimo 2 volte", None),
        ("fino a 10 anni", None),
        ("più di 20 persone", None),
        ("ho 500 euro di debiti", None),
        ("fino a 1.200 euro", 1200),
        ("meno di 12,50 euro", 12.5),
        ("entro i duecento euro", 200),
        ("sotto i 40 euro", 40),
        ("I can spend 60", 60),
        ("spendere poco", None),
        ("non più di cinquanta euro", 50),
        ("devo pagare 300 euro di bolletta", None),
        ("no more than 25 euros an hour", 25),
        ("massimo 10 km", None),
        ("mi chiedono più di 300 euro", None),
        ("arrivo a 70 euro", 70),
        ("tra i 20 e i 30 euro", 30),
        ("50 euro", None),
        ("massimo venti", 20),
    ],
)
def test_a_limit_of_money_is_heard_in_euro(said: str, euro: float | None) -> None:
    assert money(line_of(said, {})) == euro
