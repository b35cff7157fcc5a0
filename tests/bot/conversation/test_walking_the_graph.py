"""Every choice that can be reached by buttons is pressed: no dead end, and every need within four presses."""

from collections import deque

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.conversation.choices import KINDS, split
from bot.conversation.messages import Choice, Chose, Reply
from bot.conversation.talk.dialogue import advance
from bot.conversation.talk.questions import options_of
from bot.conversation.talk.state import State, dump, read
from bot.conversation.talk.world import World
from tests.cast import NOON

MOST = 4
PURE = ("door", "area", "need", "none", "more", "back", "another", "restart", "help", "next")


@pytest.fixture
def world(catalogue: Catalogue) -> World:
    return World(catalogue, "it", "biomed-padana", NOON)


def test_every_need_type_is_reached_by_buttons_in_four_presses(world: World) -> None:
    presses = {need: _presses_to(need, world) for need in world.catalogue.needs}
    assert len(presses) == 50
    assert max(presses.values()) <= MOST, presses
    assert sum(presses.values()) / len(presses) <= 2.9


def test_no_reachable_state_is_a_dead_end(world: World) -> None:
    start = advance(State(), Chose("restart"), world)[0]
    waiting, seen = deque([(start, 0)]), set()
    while waiting:
        state, depth = waiting.popleft()
        for choice in _choices(state, world):
            after, reply = advance(state, Chose(choice), world)
            assert reply.messages, f"silence after {choice}"
            assert any(message.choices for message in reply.messages), f"a dead end after {choice}"
            assert all(_question_is_short(message.choices) for message in reply.messages)
            assert all(split(one.id)[0] in KINDS for message in reply.messages for one in message.choices)
            assert read(dump(after)) == after, "the state does not survive a restart"
            key = (after.offered, after.showing, after.shown)
            if key not in seen and depth < MOST:
                seen.add(key)
                waiting.append((after, depth + 1))
    assert len(seen) > len(world.catalogue.needs)


def _choices(state: State, world: World) -> list[str]:
    """The pure choices that a state can show: its own screen and what is always there."""
    offers = [o for kind in ("door", "area", "need") for o in options_of(world.catalogue, kind)]
    on_screen = [f"{o.kind}:{o.id}" for o in offers if set(o.needs) <= set(state.offered)]
    return [*on_screen, "none", "more", "back", "another", "help"]


def _question_is_short(choices: tuple[Choice, ...]) -> bool:
    return sum(choice.id.partition(":")[0] in {"door", "area", "need"} for choice in choices) <= 4


def _presses_to(need: str, world: World) -> int:
    state, reply = advance(State(), Chose("restart"), world)
    for presses in range(10):
        if any(need in shown.needs for message in reply.messages for shown in message.services):
            return presses
        state, reply = advance(state, Chose(_truthful(need, reply, world)), world)
    raise AssertionError(f"{need} is not reached")


def _truthful(need: str, reply: Reply, world: World) -> str:
    """What a person with this need presses: the button that contains it, else none of these."""
    behind = {
        f"{o.kind}:{o.id}": o.needs for kind in ("door", "area", "need") for o in options_of(world.catalogue, kind)
    }
    choices = [choice.id for message in reply.messages for choice in message.choices]
    return next((choice for choice in choices if need in behind.get(choice, ())), "none")
