"""When a service is wanted is heard where it is said plainly, and only there."""

import pytest

from bot.understanding.cues.times import part_of_week
from bot.understanding.engine import Engine
from bot.understanding.text.normal import words


@pytest.mark.parametrize(
    ("said", "when"),
    [
        ("lavoro la mattina, cerco una palestra", None),
        ("faccio il turno di sera e non so a chi lasciare i bimbi", None),
        ("non la sera, non riesco", None),
        ("ieri sera è caduta la nonna", None),
        ("buona sera", None),
        ("mio figlio ha 8 anni", None),
        ("I work nights and weekends", None),
        ("not in the morning please", None),
        ("la mattina o la sera va bene uguale", None),
        ("devo fare l'isee", None),
        ("ogni sera mio padre si agita", None),
        ("mai di sabato", None),
        ("doposcuola tutti i pomeriggi", "afternoon"),
        ("uno che venga di pomeriggio", "afternoon"),
        ("dalle 14 alle 18 qualcuno per i compiti", "afternoon"),
        ("cerco un corso di inglese la sera", "evening"),
        ("una palestra aperta dopo le 20", "evening"),
        ("corsi serali di saldatura", "evening"),
        ("swimming in the evening", "evening"),
        ("dopo il lavoro vorrei nuotare", "evening"),
        ("corso di italiano, lavoro di giorno e posso solo la sera", "evening"),
        ("stasera chi guarda i bimbi", "evening"),
        ("mi serve una mano al mattino", "morning"),
        ("from 9 to 12 somebody for dad", "morning"),
        ("qualcuno che stia con la nonna il sabato", "saturday"),
        ("baby sitter nel weekend", "saturday"),
        ("someone on saturdays", "saturday"),
    ],
)
def test_the_part_of_the_week_is_the_one_that_is_wanted(said: str, when: str | None) -> None:
    assert part_of_week(words(said)) == when


def test_the_reading_says_when_and_the_need_stays_the_same(engine: Engine) -> None:
    plain, timed = engine.read("una palestra vicino al lavoro"), engine.read("una palestra vicino al lavoro la sera")
    assert (plain.when, timed.when) == (None, "evening")
    assert plain.best == timed.best
