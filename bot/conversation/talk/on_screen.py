"""What is on the screen after a reply: the context in which the next typed message is heard."""

from dataclasses import replace

from bot.conversation.messages import Reply
from bot.conversation.talk.state import State
from bot.understanding.acts import Screen

MOST_BUTTONS = 16


def noted(state: State, reply: Reply) -> State:
    """Return the state that knows what a reply has put on the screen; an answer about a card leaves the card there."""
    if not reply.messages:
        return state
    shown = tuple(service.id for message in reply.messages for service in message.services)
    screen = _screen(reply, len(shown)) or state.screen
    buttons = tuple((choice.id, choice.label) for message in reply.messages for choice in message.choices)
    return replace(
        state,
        screen=screen,
        card=reply.card or (shown[0] if shown else None) or state.card,
        cards=shown or (state.cards if screen in {"card", "cards", "code", "contact"} else ()),
        buttons=buttons[-MOST_BUTTONS:] or state.buttons,
        likely=reply.likely,
        later="hushed" if screen == "danger" else state.later,
    )


def _screen(reply: Reply, shown: int) -> Screen | None:
    if reply.about == "danger":
        return "danger"
    if reply.screen:
        return reply.screen
    if any(message.voucher for message in reply.messages):
        return "code"
    return None if not shown else "card" if shown == 1 else "cards"
