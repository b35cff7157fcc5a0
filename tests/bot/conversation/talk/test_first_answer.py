"""Who writes in a language that the bot does not speak gets a first answer in it, with the doors."""

from dataclasses import astuple, replace
from typing import Any

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.conversation.choices import kind_of
from bot.conversation.markup import plain
from bot.conversation.messages import Reply
from bot.conversation.talk.dialogue import advance
from bot.conversation.talk.first_answer import BRIDGE, LINES, Lines, first_answer, speaking
from bot.conversation.talk.hearing import Heard
from bot.conversation.talk.state import State
from bot.conversation.talk.world import World
from bot.understanding.reading import Reading
from bot.understanding.text.other_languages import LATIN, UNNAMED, language_of_other
from tests.cast import NOON

OTHERS = ("badante", "caf-isee", "dentista")
LONGEST = 160  # signs without names: four lines of a phone
NAMELESS = {"who": "", "desk": "", "number": ""}


@pytest.fixture
def world(catalogue: Catalogue) -> World:
    return World(catalogue, "it", "biomed-padana", NOON)


def reading(foreign: str, belief: float = 0.1, outside: float = 1.0, **other: Any) -> Reading:
    return Reading(
        "outside",
        {"nido": belief, **dict.fromkeys(OTHERS, (1 - belief) / len(OTHERS))},
        outside,
        foreign=foreign,
        **other,
    )


def text(reply: Reply) -> str:
    (message,) = reply.messages
    return plain(message.text)


def buttons(reply: Reply) -> list[tuple[str, str]]:
    return [(choice.id, choice.label) for choice in reply.messages[0].choices]


def with_languages(catalogue: Catalogue, spoken: dict[str, tuple[str, ...]]) -> Catalogue:
    """Return a catalogue in which some services say which languages they speak, whether its model knows that or not."""
    organizations = []
    for organization in catalogue.release.organizations:
        services = [s.model_copy(update={"languages": spoken.get(s.id, ())}) for s in organization.services]
        organizations.append(organization.model_copy(update={"services": tuple(services)}))
    return replace(catalogue, release=catalogue.release.model_copy(update={"organizations": tuple(organizations)}))


def test_every_language_that_is_told_has_its_answer() -> None:
    assert {*LATIN, "ar", "ur", "uk", "ru", "zh", "bn", "pa", "hi", UNNAMED} == set(LINES)


@pytest.mark.parametrize("code", LINES)
def test_the_answer_is_short_and_names_the_desk_and_the_emergency_number(code: str, world: World) -> None:
    lines = LINES[code]
    _, reply = first_answer(State(), reading(code), world)
    assert sum(len(line.format(**NAMELESS)) for line in astuple(lines)) <= LONGEST
    assert world.catalogue.network.desk.phone in text(reply)
    assert "112" in text(reply)
    assert "{" not in text(reply)


@pytest.mark.parametrize("code", sorted(set(LINES) - {UNNAMED, "tl"}))
def test_the_answer_is_in_its_own_language(code: str) -> None:
    lines: Lines = LINES[code]
    assert language_of_other(lines.hear) == code


def test_the_buttons_are_the_doors_in_english_and_the_way_back_to_italian(world: World) -> None:
    after, reply = first_answer(State(), reading("uk"), world)
    doors = [(f"door:{door.id}", door.label.of("en")) for door in world.catalogue.network.doors]
    assert buttons(reply)[: len(doors)] == doors
    assert buttons(reply)[-1] == ("language:it", "Italiano")
    assert after.language == BRIDGE


def test_a_need_that_is_likely_and_known_stands_on_the_first_button(world: World) -> None:
    _, likely = first_answer(State(), reading("fr", 0.9, 0.1), world)
    _, chance = first_answer(State(), reading("fr", 0.9, 0.3), world)
    _, torn = first_answer(State(), reading("fr", 0.5 - 0.01, 0.1), world)
    assert buttons(likely)[0] == ("need:nido", world.catalogue.need_label("nido", "en"))
    assert not [one for reply in (chance, torn) for one, _ in buttons(reply) if kind_of(one).name == "need"]


def test_who_answers_in_their_language_is_named_who_is_there_for_foreigners_first(world: World) -> None:
    by_phone = {entry.phone: entry for entry in world.catalogue.entries.values() if entry.phone}
    foreigners = next(one for one in by_phone.values() if "foreigners" in one.service.who)
    few, many, other = [one for one in by_phone.values() if "foreigners" not in one.service.who][:3]
    spoken = {foreigners.id: ("ar",), few.id: ("ar",), many.id: ("ar", "fr"), other.id: ("zh",)}
    told = replace(world, catalogue=with_languages(world.catalogue, spoken))
    assert [entry.id for entry in speaking(told.catalogue, "ar")] == [foreigners.id, many.id, few.id]
    _, reply = first_answer(State(), reading("fr"), told)
    about = world.catalogue.need_name(many.needs[0], "en")
    assert f"En français : {many.organization.name}, {many.phone} ({about})." in text(reply)
    _, reply = first_answer(State(), reading("ar"), told)
    assert [(one.phone or "") in text(reply) for one in (foreigners, many, few)] == [True, True, False]
    _, nobody = first_answer(State(), reading("sq"), told)
    assert "Në shqip" not in text(nobody)


def test_a_telephone_is_named_once_for_the_best_that_answers_it(world: World) -> None:
    entries = [entry for entry in world.catalogue.entries.values() if "foreigners" not in entry.service.who]
    best = next(one for one in entries if sum(one.phone == other.phone for other in entries) > 1)
    twin = next(other for other in entries if other.phone == best.phone and other.id != best.id)
    middle = next(one for one in entries if one.phone not in (None, best.phone))
    spoken = {best.id: ("ar", "fr", "ur"), middle.id: ("ar", "fr"), twin.id: ("ar",)}
    catalogue = with_languages(world.catalogue, spoken)
    assert [entry.id for entry in speaking(catalogue, "ar")] == [best.id, middle.id]


def test_a_number_is_not_turned_round_among_arabic_letters(world: World) -> None:
    desk = world.catalogue.network.desk
    for code in ("ar", "ur"):
        _, reply = first_answer(State(), reading(code), world)
        assert f"\u2066{desk.name.it}, {desk.phone}\u2069" in text(reply)


def test_danger_goes_before_the_language_and_the_language_before_the_rest(world: World) -> None:
    danger = replace(reading("fr"), kind="danger")
    _, reply = advance(State(), Heard(danger), world)
    assert reply.about == "danger"
    _, reply = advance(State(showing=("nido",)), Heard(reading("fr", remarks=("person",), town="novi")), world)
    assert text(reply).startswith("Je comprends")
