"""The conversation in the browser, as a guest has it: plain forms, nothing kept here, the state sealed in the page."""

from dataclasses import dataclass

from markupsafe import Markup

from bot.catalogue import topics
from bot.conversation.messages import ERASE, CallCard, Chose, Incoming, Message, Reply, from_text
from bot.conversation.sealed_state import seal, unseal
from bot.conversation.talk.state import State
from handlers.web.public import numbers, world_of
from handlers.web.reaching import tel, telegram
from handlers.web.rendering import lines
from handlers.web.visit import Answer, Page, Row, Visit

BEGIN = Chose("restart")


@dataclass(frozen=True)
class Bubble:
    """One message of the bot's: its text, the services in it, whom it calls, and its buttons (id, label)."""

    text: Markup
    services: tuple[tuple[str, str], ...]
    call: tuple[str, str] | None
    buttons: tuple[tuple[str, str], ...]


def opened(visit: Visit) -> dict[str, object]:
    """Return the values of a conversation that begins."""
    return _answered(visit, State(), BEGIN, "")


def onward(visit: Visit) -> dict[str, object]:
    """Return the values of the conversation after what was typed or pressed."""
    state = unseal(visit.web.house.keys, visit.form.get("state", ""), visit.now)
    if choice := visit.form.get("choice"):
        return _answered(visit, state, Chose(choice), dict(state.buttons).get(choice, ""))
    text = visit.form.get("text", "")
    return _answered(visit, state, from_text(text), text)


def _answered(visit: Visit, state: State, message: Incoming, mine: str) -> dict[str, object]:
    house = visit.web.house
    after, reply = house.concierge.preview(visit.tx, state, message, visit.now, visit.language)
    return {
        "state": seal(house.keys, after, visit.now),
        "mine": "" if reply.erase or reply.about == "danger" else mine,
        "bubbles": [_bubble(one, visit) for one in reply.messages],
        "danger": numbers(visit) if reply.about == "danger" else [],
        "erased": reply.erase or _is_late(message, reply),
    }


def _is_late(message: Incoming, reply: Reply) -> bool:
    return isinstance(message, Chose) and message.choice.startswith(ERASE) and reply.in_place


def _bubble(message: Message, visit: Visit) -> Bubble:
    entries = visit.catalogue.entries
    services = [(one.id, entries[one.id].service.name.of(visit.language)) for one in message.services]
    buttons = tuple((one.id, one.label) for one in message.choices if one.share is None)
    return Bubble(lines(message.text), tuple(services), _call(message.contact), buttons)


def _call(contact: CallCard | None) -> tuple[str, str] | None:
    return (contact.phone, tel(contact.phone)) if contact else None


def begin(visit: Visit) -> Answer:
    """Show the conversation to whoever wants to try it."""
    return Page("try.html", {**opened(visit), "telegram": telegram(visit), "example": _example(visit)})


def go_on(visit: Visit) -> Answer:
    """Answer in it."""
    return Page("try.html", {**onward(visit), "telegram": telegram(visit), "example": _example(visit)})


def _example(visit: Visit) -> str:
    return topics.example(visit.catalogue, world_of(visit).words)


ROWS = (
    Row("GET", "/try", begin, kept=True),
    Row("POST", "/try", go_on),
)
