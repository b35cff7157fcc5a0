"""What is typed instead of pressed is exact: labels, numbers, ordinals, signs; and what is on the screen is known."""

import pytest
from markupsafe import Markup

from bot.conversation.messages import Choice, Message, Reply, Shown
from bot.conversation.talk.on_screen import noted
from bot.conversation.talk.state import State
from bot.conversation.talk.typed import act_of, choice_of, sign_of

CARD = State(
    screen="card",
    card="nido",
    shown=("nido", "mattine"),
    buttons=(("take:nido-rete", "🎟 Il mio sconto"), ("contact:nido", "📞 Contatto"), ("more:nido", "Altre idee (2)")),
)
DOORS = State(
    buttons=(("door:figli", "Figli e scuola"), ("door:cari", "Genitori anziani"), ("none", "Altro, te lo scrivo"))
)


@pytest.mark.parametrize(
    ("said", "state", "choice"),
    [
        ("il mio sconto", CARD, "take:nido-rete"),
        ("CONTATTO!", CARD, "contact:nido"),
        ("altre idee", CARD, "more:nido"),
        ("figli e scuola", DOORS, "door:figli"),
        ("2", DOORS, "door:cari"),
        ("la prima", DOORS, "door:figli"),
        ("l'ultimo", DOORS, "door:cari"),
        ("la seconda", CARD, "card:mattine"),
        ("3", DOORS, None),
        ("7", CARD, None),
        ("prima di sera", DOORS, None),
        ("aiuto", CARD, "help"),
        ("codici", DOORS, "codes"),
        ("quanto costa?", CARD, None),
        ("", CARD, None),
        ("👍", CARD, None),
    ],
)
def test_a_typed_text_is_the_choice_that_it_names(said: str, state: State, choice: str | None) -> None:
    assert choice_of(said, state) == choice


@pytest.mark.parametrize(
    ("choice", "act"),
    [
        ("take:nido-rete", "take"),
        ("contact:nido", "ask:contact"),
        ("contact:desk", "person"),
        ("more:nido", "want:more"),
        ("none:nido", "refuse"),
        ("consent:yes", "yes"),
        ("consent:no", "no"),
        ("door:figli", "pick"),
        ("card:nido", "pick"),
        ("forget", "forget"),
    ],
)
def test_a_choice_is_an_act_too(choice: str, act: str) -> None:
    assert act_of(choice) == act


@pytest.mark.parametrize(
    ("sign", "act"), [("👍", "yes"), ("❤️", "thanks"), ("👎", "no"), ("👋", "greeting"), ("🦆", None)]
)
def test_a_sign_says_something_too(sign: str, act: str | None) -> None:
    assert sign_of(sign) == act


def test_the_screen_is_what_the_reply_has_put_there() -> None:
    card = Message(Markup("…"), services=(Shown("nido", ("nido",)),), choices=(Choice("contact:nido", "📞 Contatto"),))
    state = noted(State(), Reply((card,)))
    assert (state.screen, state.card, state.cards) == ("card", "nido", ("nido",))
    assert noted(state, Reply((card, card))).screen == "cards"
    after = noted(state, Reply((Message(Markup("12 €"), choices=(Choice("contact:nido", "📞 Contatto"),)),)))
    assert (after.screen, after.card) == ("card", "nido"), "an answer about the card leaves it there"
    assert noted(state, Reply((Message(Markup("112")),), about="danger")).screen == "danger"
    assert noted(state, Reply()) == state
