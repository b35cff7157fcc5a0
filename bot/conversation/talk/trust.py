"""Who sees what, what is kept, who is behind it: a few true lines, at any moment, and the way back to the card."""

from bot.catalogue.hours.words import in_words
from bot.conversation.messages import Choice, Message, Reply
from bot.conversation.talk.state import State
from bot.conversation.talk.world import World
from bot.understanding.acts import WITH_A_CARD, Act

PHRASES: dict[Act, str] = {
    "trust:employer": "trust-employer",
    "trust:data": "trust-data",
    "trust:who": "trust-who",
}


def trust(act: Act, state: State, world: World) -> Reply:
    """Answer a doubt: what follows is said in the notice too, and held there by its tests."""
    network, desk = world.catalogue.network, world.catalogue.network.desk
    values = {
        "network": network.name.of(world.language),
        "controller": network.privacy.controller,
        "phone": desk.phone,
        "hours": in_words(desk.hours, world.language),
    }
    text = world.words.say(PHRASES[act], **values)
    return Reply((Message(text, choices=(*_proof(act, world), *way_back(state, world))),))


def _proof(act: Act, world: World) -> tuple[Choice, ...]:
    """Return what one may look at oneself."""
    if act == "trust:employer" and world.company:
        return (Choice("report", world.words.label("report-button")),)
    return (Choice("privacy", world.words.label("privacy-button")),)


def way_back(state: State, world: World) -> tuple[Choice, ...]:
    """Return the button back to the card, where one is on the screen; else the one that begins."""
    if state.screen in WITH_A_CARD and state.card in world.catalogue.entries:
        return (Choice(f"card:{state.card}", world.words.label("back-to-card")),)
    return (Choice("another", world.words.label("another-need")),)
