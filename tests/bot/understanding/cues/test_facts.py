"""All that one message says beside its need, together, and never its words."""

import pytest

from bot.understanding.cues.facts import NOTHING
from bot.understanding.engine import Engine
from bot.understanding.text.line import line_of


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (
            "mia mamma di 82 anni abita a Novi, cerco una badante per 8 ore di notte, massimo 50 euro",
            {
                "age": 82,
                "town": "novi",
                "town_of": "kin",
                "who": "elderly",
                "kin": "mother",
                "part": "night",
                "count": 8,
                "unit": "hour",
                "night": True,
                "money": 50,
            },
        ),
        ("ha 7 anni", {"age": 7, "who": "children"}),
        ("posso andarci sabato dopo le sei?", {"day": "sat", "time": "18:00"}),
        ("serve l'isee?", {"document": "isee"}),
        ("parlano arabo?", {"spoken": "ar"}),
        ("14 mesi", {"age": 1.17, "who": "children"}),
    ],
)
def test_the_facts_of_a_message_are_ids_and_numbers(engine: Engine, said: str, found: dict[str, object]) -> None:
    facts = engine.read(said).facts.said()
    assert {name: facts.get(name) for name in found} == found


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("mio figlio ha 15 anni", "teenagers"),
        ("ho una figlia di 12 anni", "teenagers"),
        ("il mio ha 2 anni", "children"),
        ("mio padre ha 60 anni", "adults"),
        ("mio marito ha 70 anni", "elderly"),
        ("mio figlio di 30 anni", "adults"),
        ("un bimbo disabile di 8 anni", "disabled"),
        ("ho 40 anni e mia mamma cade", "elderly"),
        ("ho 40 anni", "adults"),
        ("mia mamma cade", "elderly"),
    ],
)
def test_an_age_says_better_than_a_name_who_a_message_is_about(engine: Engine, said: str, who: str) -> None:
    reading = engine.read(said)
    assert (reading.who, reading.facts.who) == (who, who)


@pytest.mark.parametrize("said", ["", "👍", "badante"])
def test_a_message_may_say_nothing_beside_its_need(engine: Engine, said: str) -> None:
    assert engine.read(said).facts == NOTHING
    assert NOTHING.said() == {}


def test_a_line_has_numbers_in_figures_and_signs_as_commas() -> None:
    assert line_of("Mia mamma ha ottantadue anni, alle 18.30!", {}) == "mia mamma ha 82 anni , alle 18.30 ,"
    assert line_of("eighty-two years, 20€ x te", {}) == "82 years , 20 euro per te"
    assert line_of("sei di Carpi? alle sei", {"carpi": "Carpi"}) == "sei di Carpi , alle 6"
    assert line_of("trent'anni e un paio d'ore", {}) == "30 anni e 2 ore"
