"""One typed message in the pure talk: the act that it is heard as, and the step that it leads to."""

from dataclasses import dataclass

from bot.conversation.choices import kind_of
from bot.conversation.messages import Chose, Reply
from bot.conversation.talk import typed
from bot.conversation.talk.dialogue import advance
from bot.conversation.talk.hearing import as_choice, heard
from bot.conversation.talk.on_screen import noted
from bot.conversation.talk.state import State
from bot.conversation.talk.world import World
from bot.understanding.acts import WITH_A_CARD, Act
from bot.understanding.reading import Reader


@dataclass(frozen=True)
class Turn:
    """What a text was heard as; `choice` is the button whose work it does; `state` knows the screen after it."""

    act: Act
    p: float
    choice: str | None
    state: State
    reply: Reply

    @property
    def shown(self) -> tuple[str, ...]:
        """The services in the answer."""
        return tuple(service.id for message in self.reply.messages for service in message.services)


def say(text: str, state: State, reader: Reader, world: World) -> Turn:
    """Hear a text on the screen that stands. What needs a database (codes, contacts, rights) answers nothing here."""
    if choice := typed.choice_of(text, state):
        return _turn(typed.act_of(choice), 1.0, choice, _pressed(state, choice, world))
    if (sign := typed.sign_of(text)) and not any(letter.isalnum() for letter in text):
        return Turn(sign, 1.0, None, state, Reply())
    reading = reader.read(text, state.screen, state.showing if state.screen in WITH_A_CARD else ())
    choice = as_choice(state, reading, world)
    step = _pressed(state, choice, world) if choice else advance(state, heard(text, reading, world), world)
    return _turn(reading.act, reading.sure, choice, step)


def press(choice: str, state: State, world: World) -> State:
    """Return the state after a button of the talk."""
    return noted(*_pressed(state, choice, world))


def _turn(act: Act, p: float, choice: str | None, step: tuple[State, Reply]) -> Turn:
    return Turn(act, p, choice, noted(*step), step[1])


def _pressed(state: State, choice: str, world: World) -> tuple[State, Reply]:
    return (state, Reply()) if kind_of(choice).by == "effect" else advance(state, Chose(choice), world)
