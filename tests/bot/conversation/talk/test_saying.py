"""The sentence ready to say names whom it is for, the town and the age; else what its file says."""

import re
from dataclasses import replace

import pytest

from bot.catalogue.catalogue import Catalogue, Entry
from bot.catalogue.model import FirstStep
from bot.catalogue.text import LANGUAGES, Language, Text
from bot.conversation.talk.saying import KIN, say
from bot.conversation.talk.world import World
from tests.cast import NOON

RELATIVE = {
    "it": r"mi[ao] (?:mamma|madre|pap|padre|figli|moglie|marito|suocer|nonn|zi[ao]|sorella|fratello|nipote)",
    "en": r"my (?:mum|mother|dad|father|son|daughter|wife|husband|grand|aunt|uncle|sister|brother|niece)",
}


@pytest.fixture
def world(catalogue: Catalogue) -> World:
    return World(catalogue, "it", None, NOON)


def entry_that_says(world: World, text: str) -> Entry:
    entry = world.catalogue.entries["casa-sicura"]
    step = FirstStep(it="Risponde Anna.", say=Text(it=text, en=text))
    return replace(entry, service=entry.service.model_copy(update={"first_step": step}))


@pytest.mark.parametrize(
    ("text", "who", "said"),
    [
        ("Chiamo {who|per mio padre}.", None, "Chiamo per mio padre."),
        ("Chiamo {who|per mio padre}.", "mother", "Chiamo per mia madre."),
        ("Chiamo {who|per mio padre}.", "parents", "Chiamo per i miei genitori."),
        ("Chiamo {who|per mio padre}.", "me", "Chiamo per me."),
        ("Chiamo {who|per mio padre}.", "somebody", "Chiamo per mio padre."),
        ("Potete venire {who|da mia zia}?", "partner", "Potete venire dalla persona con cui vivo?"),
        ("Parlo {who|di mia figlia}.", "partner", "Parlo della persona con cui vivo."),
        ("Parlo {who|della mia amica}.", "son", "Parlo di mio figlio."),
        ("Parlo {who|di mia zia}.", "parents", "Parlo dei miei genitori."),
        ("È un regalo {who|al mio vicino}.", "neighbour", "È un regalo a una persona che mi abita vicino."),
        ("Vengo {who|con mio zio}.", "grandchild", "Vengo con mio nipote."),
        ("Portate {who|mia moglie}?", "husband", "Portate mio marito?"),
        ("{who|Mio padre} cade spesso.", "me", "Mio padre cade spesso."),
    ],
)
def test_whom_it_is_for_takes_the_preposition_of_the_default(
    world: World, text: str, who: str | None, said: str
) -> None:
    assert say(entry_that_says(world, text), world, who=who) == said


@pytest.mark.parametrize(
    ("text", "who", "said"),
    [
        ("I call {who|for my father}.", "mother-in-law", "I call for my mother-in-law."),
        ("I call {who|for my father}.", "me", "I call for myself."),
        ("I talk {who|about my son}.", "colleague", "I talk about a colleague."),
        ("Come {who|to my aunt}.", "me", "Come to me."),
    ],
)
def test_whom_it_is_for_in_english(world: World, text: str, who: str, said: str) -> None:
    assert say(entry_that_says(world, text), replace(world, language="en"), who=who) == said


@pytest.mark.parametrize(
    ("text", "town", "age", "said"),
    [
        ("Sono di {town|Limidi}, ho {age|9 anni}.", None, None, "Sono di Limidi, ho 9 anni."),
        ("Sono di {town|Limidi}, ho {age|9 anni}.", "novi", 61, "Sono di Novi di Modena, ho 61 anni."),
        ("Abito {town|a Soliera}.", "carpi", None, "Abito a Carpi."),
        ("Abito {town|a Soliera}.", "correggio", None, "Abito a Soliera."),
        ("Per mia figlia, {age|di 9 anni}.", None, 14 / 12, "Per mia figlia, di 14 mesi."),
        ("Per mia figlia, {age|11 mesi}.", None, 2.5, "Per mia figlia, 2 anni."),
    ],
)
def test_town_and_age(world: World, text: str, town: str | None, age: float | None, said: str) -> None:
    assert say(entry_that_says(world, text), world, town=town, age=age) == said


def test_an_age_in_english_keeps_what_stands_around_it(world: World) -> None:
    entry = entry_that_says(world, "my daughter, {age|9 years old}")

    assert say(entry, replace(world, language="en"), age=14 / 12) == "my daughter, 14 months old"


def test_who_wrote_of_a_mother_in_carpi_is_told_to_say_so(world: World) -> None:
    entry = world.catalogue.entries["casa-sicura"]

    assert say(entry, world) == "Buongiorno, vorrei il pulsante di soccorso per mio padre, a Soliera."
    assert say(entry, world, who="mother", town="carpi") == (
        "Buongiorno, vorrei il pulsante di soccorso per mia madre, a Carpi."
    )


def test_both_languages_know_the_same_kin() -> None:
    assert list(KIN["it"]) == list(KIN["en"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_shipped_sentence_can_be_filled_and_leaves_no_seam_and_no_brace(world: World, language: Language) -> None:
    spoken = replace(world, language=language)
    for entry in world.catalogue.entries.values():
        for who in (None, *KIN[language]):
            said = say(entry, spoken, who=who, town=who and "carpi", age=7 if who else None)
            assert said
            assert not re.search(r"[{}|]|  | [,.:?]", said), said


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_shipped_sentence_has_its_slots_in_both_languages(world: World, language: Language) -> None:
    for entry in world.catalogue.entries.values():
        assert entry.service.first_step
        say_it = entry.service.first_step.say
        assert say_it
        assert re.findall(r"\{(\w+)", say_it.it) == re.findall(r"\{(\w+)", say_it.of(language)), entry.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_shipped_sentence_names_a_relative_or_a_town_for_good(world: World, language: Language) -> None:
    towns = (name for town in world.catalogue.network.municipalities for name in (town.name, *town.hamlets))
    fixed = re.compile(rf"\b(?:{RELATIVE[language]}|(?:{'|'.join(towns)})\b)")
    for entry in world.catalogue.entries.values():
        assert entry.service.first_step
        assert entry.service.first_step.say
        outside = re.sub(r"\{[^}]*\}", "", entry.service.first_step.say.of(language))
        assert not fixed.search(outside), outside


def test_a_service_without_a_first_step_has_no_sentence(world: World) -> None:
    entry = world.catalogue.entries["casa-sicura"]
    without = replace(entry, service=entry.service.model_copy(update={"first_step": None}))

    assert say(without, world, who="mother") == ""
