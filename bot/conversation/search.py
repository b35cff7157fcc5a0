"""Searching the list of services with the chat's own reader: what one sentence finds there, in order."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from markupsafe import Markup
from sqlalchemy import Connection

from bot.catalogue.by_name import named
from bot.catalogue.catalogue import Entry
from bot.catalogue.text import Language
from bot.conversation.choices import split
from bot.conversation.concierge import Concierge
from bot.conversation.messages import Reply, Said
from bot.conversation.talk.questions import WORTH_SHOWING
from bot.conversation.talk.screens import waiting_services
from bot.conversation.talk.state import State
from bot.conversation.talk.world import World

MOST = 12  # services
BY_NAME = 3  # services whose name is meant
A_NAME = range(6, 60)  # signs of what may be one: a shorter word is nearly everywhere


@dataclass(frozen=True)
class Found:
    """Services, the best first, and what the chat says where they are not the whole answer."""

    entries: tuple[Entry, ...] = ()
    said: tuple[Markup, ...] = ()
    danger: bool = False  # then the numbers are said, and nothing else


def search(concierge: Concierge, tx: Connection, text: str, now: datetime, language: Language) -> Found:
    """Return what a guest finds who says `text`; nothing is kept of it. Raises NothingPublished."""
    state, reply = concierge.preview(tx, State(), Said(text), now, language)
    said = tuple(message.text for message in reply.messages if not message.services)
    if reply.about == "danger":
        return Found(said=said, danger=True)
    world = World(concierge.live.edition(tx).catalogue, language, None, now, concierge.live.need_counts(tx, now))
    meant = named(world.catalogue, text, BY_NAME) if len(text.strip()) in A_NAME else []
    entries = tuple({entry.id: entry for entry in (*meant, *_fitting(state, reply, world))}.values())
    plainly = bool(meant or _is_shown(reply) or _likely(state, world)) and not reply.in_vain
    return Found(entries[:MOST], () if plainly and not state.plan else said)


def _is_shown(reply: Reply) -> bool:
    return any(message.services for message in reply.messages)


def _likely(state: State, world: World) -> tuple[str, ...]:
    """Return the needs that were likely meant, where the chat would ask which."""
    belief = state.belief or {}
    return tuple(need for need in world.catalogue.served if belief.get(need, 0.0) >= WORTH_SHOWING)


def _fitting(state: State, reply: Reply, world: World) -> Iterator[Entry]:
    """Yield the services on the chat's screen, then the others of the needs that are or could be meant."""
    entries = world.catalogue.entries
    yield from (entries[shown.id] for message in reply.messages for shown in message.services)
    pressed = [split(choice.id) for message in reply.messages for choice in message.choices]
    steps = [name for kind, name in pressed if kind == "card" and name in entries]
    yield from (entries[name] for name in steps)
    belief = state.belief or {}
    likely = sorted(_likely(state, world), key=lambda need: -belief[need])
    needs = state.showing or (*likely, *(name for kind, name in pressed if kind == "need"))
    fresh = replace(state, shown=())
    yield from (entry for entry, _ in waiting_services(fresh, tuple(dict.fromkeys((*needs, *state.waiting))), world))
