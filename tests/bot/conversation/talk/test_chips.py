"""Chips: what was understood, changed in one tap, the results again in the same place."""

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.conversation.messages import Chose
from bot.conversation.talk.dialogue import advance
from bot.conversation.talk.state import State
from bot.conversation.talk.world import World
from tests.cast import NOON


@pytest.fixture
def world(catalogue: Catalogue) -> World:
    return World(catalogue, "it", "biomed-padana", NOON)


def labels(reply: object) -> list[str]:
    return [choice.label for message in reply.messages for choice in message.choices]  # type: ignore[attr-defined]  # a Reply


def test_a_chip_asks_and_its_answer_shows_the_results_in_the_same_place(world: World) -> None:
    state, _ = advance(State(), Chose("need:psicologo"), world)
    state, asked = advance(state, Chose("chip:how"), world)
    assert asked.in_place
    assert "a distanza" in labels(asked)
    state, shown = advance(state, Chose("how:online"), world)
    assert shown.in_place
    first = shown.messages[0].services[0].id
    assert world.catalogue.entries[first].service.where.at == "online"
    assert any("a distanza" in label for label in labels(shown))


def test_it_does_not_matter_takes_the_wish_back(world: World) -> None:
    state, _ = advance(State(), Chose("need:psicologo"), world)
    wished, _ = advance(state, Chose("how:online"), world)
    taken_back, _ = advance(wished, Chose("how:any"), world)
    assert (wished.how, taken_back.how) == ("online", None)


def test_never_more_than_three_chips(world: World) -> None:
    for need in world.catalogue.needs:
        _, shown = advance(State(), Chose(f"need:{need}"), world)
        chips = [choice for choice in shown.messages[-1].choices if choice.id.startswith("chip:")]
        assert len(chips) <= 3


def test_one_service_alone_needs_no_chip(world: World) -> None:
    alone = next(need for need, entries in world.catalogue.by_need.items() if len(entries) == 1)
    _, shown = advance(State(), Chose(f"need:{alone}"), world)
    assert not [choice for choice in shown.messages[-1].choices if choice.id.startswith("chip:")]


@pytest.mark.parametrize(
    ("chip", "value"), [("town", "soliera"), ("who", "elderly"), ("when", "evening"), ("price", "free")]
)
def test_a_wish_is_kept_on_its_chip(world: World, chip: str, value: str) -> None:
    state, _ = advance(State(), Chose("need:centro-diurno"), world)
    after, shown = advance(state, Chose(f"{chip}:{value}"), world)
    assert getattr(after, chip) == value
    assert any(choice.id == f"chip:{chip}" for choice in shown.messages[-1].choices)
