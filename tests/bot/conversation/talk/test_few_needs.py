"""The first question of a network with few needs, and what is asked and shown where most needs are nobody's."""

from dataclasses import replace

import pytest

from bot.catalogue import topics
from bot.catalogue.catalogue import Catalogue
from bot.conversation.phrasebook import phrases
from bot.conversation.talk.nobody import here
from bot.conversation.talk.questions import Ask, Show, decide, opening, served, unserved
from bot.conversation.talk.screens import doors
from bot.conversation.talk.state import State
from bot.conversation.talk.world import World
from tests.cast import NOON


def with_only(catalogue: Catalogue, *needs: str) -> Catalogue:
    """Return the catalogue with the services of these needs alone."""
    kept = [
        one.model_copy(update={"services": tuple(s for s in one.services if set(s.needs) <= set(needs))})
        for one in catalogue.release.organizations
    ]
    return replace(catalogue, release=catalogue.release.model_copy(update={"organizations": tuple(kept)}))


FIRST = [  # the needs that are served, the kind and the ids of what is offered first
    (("nido", "badante", "sport"), "need", ["nido", "badante", "sport"]),
    (("nido", "babysitter", "doposcuola", "centri-estivi", "badante"), "door", ["figli", "cari"]),
    (("nido", "babysitter", "doposcuola", "lingue", "digitale"), "area", ["infanzia", "formazione"]),
    (
        ("nido", "babysitter", "doposcuola", "centri-estivi", "genitorialita"),
        "need",
        ["nido", "babysitter", "doposcuola", "centri-estivi", "genitorialita"],
    ),
]


@pytest.mark.parametrize(("needs", "kind", "ids"), FIRST)
def test_no_door_stands_where_there_is_nothing_to_choose(
    catalogue: Catalogue, needs: tuple[str, ...], kind: str, ids: list[str]
) -> None:
    options = opening(with_only(catalogue, *needs)).options

    assert {option.kind for option in options} == {kind}
    assert [option.id for option in options] == ids


def test_the_first_question_says_that_one_may_write_whatever_its_kind(catalogue: Catalogue) -> None:
    world = World(with_only(catalogue, "nido", "badante"), "it", None, NOON)
    _, reply = doors(State(), world, world.words.say("ask-open"))

    assert reply.screen == "doors"
    assert [choice.id for choice in reply.messages[0].choices] == ["need:nido", "need:badante", "none"]
    assert reply.messages[0].choices[-1].label == world.words.label("none-write")


def test_without_any_service_the_desk_is_named(catalogue: Catalogue) -> None:
    world = World(with_only(catalogue), "it", None, NOON)
    _, reply = doors(State(), world, world.words.say("ask-open"))

    assert "059 000 0100" in reply.messages[0].text
    assert "contact:desk" in [choice.id for choice in reply.messages[0].choices]


BELIEFS = [  # what is believed, the need that nobody serves and was meant
    ({"nido": 0.9, "sport": 0.1}, None),
    ({"sport": 0.9, "nido": 0.1}, "sport"),
    ({"nido": 0.45, "sport": 0.3, "lingue": 0.25}, "sport"),
    ({"sport": 0.4, "nido": 0.3, "badante": 0.3}, "sport"),
    ({"nido": 0.5, "badante": 0.3, "sport": 0.2}, None),
    ({"nido": 1.0}, None),
]


@pytest.mark.parametrize(("belief", "need"), BELIEFS)
def test_a_need_that_nobody_serves_was_meant_where_it_is_likelier(
    catalogue: Catalogue, belief: dict[str, float], need: str | None
) -> None:
    assert unserved(belief, with_only(catalogue, "nido", "badante")) == need


def test_no_question_and_no_card_is_for_what_nobody_serves(catalogue: Catalogue) -> None:
    small = with_only(catalogue, "nido", "badante", "doposcuola", "caf-isee", "lingue", "pulizie")
    assert served({"nido": 0.3, "sport": 0.7}, small) == {"nido": 1.0}
    assert decide({"nido": 0.3, "sport": 0.7}, small) == Show(("nido",))
    even = dict.fromkeys((*small.served, "sport", "dentista"), 1 / 8)
    asked = decide(even, small)
    assert isinstance(asked, Ask)
    assert {need for option in asked.options for need in option.needs} <= set(small.served)


def test_a_belief_in_what_is_served_stays_as_it_is(catalogue: Catalogue) -> None:
    belief = {"nido": 0.6, "sport": 0.4}
    assert served(belief, catalogue) is belief


@pytest.mark.parametrize("needs", [("nido", "badante"), ("sport",), ("caf-isee", "telesoccorso-ausili")])
def test_the_example_is_of_a_need_that_is_served(catalogue: Catalogue, needs: tuple[str, ...]) -> None:
    small, words = with_only(catalogue, *needs), phrases("it")

    said = topics.example(small, words)

    own = {topics.example_of(need, small, "it") for need in needs}
    assert said == words.label("example-plain") if topics.EXAMPLE in needs else said in own


def test_the_whole_network_is_spoken_of_in_general_words_and_a_part_of_it_by_its_areas(catalogue: Catalogue) -> None:
    words = phrases("it")
    assert topics.topics("topics-outside", catalogue, words) == words.label("topics-outside")
    assert topics.topics("topics-outside", with_only(catalogue, "nido", "sport"), words) == (
        "bambini e ragazzi, sport e tempo libero"
    )


def test_the_place_is_the_persons_town_or_that_of_the_desk(catalogue: Catalogue) -> None:
    world = World(catalogue, "it", None, NOON)
    assert here(State(town="novi"), world) == "qui a Novi di Modena"
    assert here(State(), world) == "qui a Carpi e dintorni"
    one = catalogue.network.model_copy(update={"municipalities": catalogue.network.municipalities[:1]})
    alone = replace(catalogue, release=catalogue.release.model_copy(update={"network": one}))
    assert here(State(), World(alone, "it", None, NOON)) == "qui a Carpi"
