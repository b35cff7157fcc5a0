"""What was understood about for whom, where, when, how and at what price, as small buttons that change it."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from math import log2
from typing import Any, get_args

from bot.catalogue.catalogue import Entry
from bot.catalogue.distance import serves
from bot.catalogue.model import Audience, Way
from bot.catalogue.schedule import PARTS, is_open_in
from bot.conversation.messages import Choice, Message, Reply
from bot.conversation.talk.questions import AT_MOST
from bot.conversation.talk.state import State
from bot.conversation.talk.world import World

SIGNS = {"who": "👤", "town": "📍", "when": "🕘", "how": "🏠", "price": "💶"}
AUDIENCES: tuple[Audience, ...] = get_args(Audience)
WAYS: tuple[Way, ...] = get_args(Way)
FREE = "free"
ANY = "any"
AT_ONCE = 3  # chips under a card


def chips(state: State, world: World) -> list[Choice]:
    """Return chips for what is known, then for what would tell these services apart best, at most AT_ONCE."""
    entries = _entries(state, world)
    known = [kind for kind in SIGNS if getattr(state, kind)]
    worth = {kind: _information(kind, entries, world) for kind in SIGNS if kind not in known}
    telling = sorted((kind for kind in worth if worth[kind]), key=lambda kind: -worth[kind])
    shown = set((known + telling)[:AT_ONCE])
    return [Choice(f"chip:{kind}", _label(kind, state, world)) for kind in SIGNS if kind in shown]


def ask(state: State, kind: str, world: World) -> tuple[State, Reply]:
    """Ask for another value of a chip, in place of the card where the face can."""
    values = _values(kind, _entries(state, world), world)[:AT_MOST]
    choices = [Choice(f"{kind}:{value}", _name(kind, value, world)) for value in values]
    choices.append(Choice(f"{kind}:{ANY}", world.words.label("chip-any")))
    return state, Reply((Message(world.words.say(f"chip-ask-{kind}"), choices=tuple(choices)),))


def chosen(state: State, kind: str, value: str, world: World) -> State | None:
    """Return the state with a chip's new value, ready to show the results again; None for a value that is not there."""
    known = {"who": AUDIENCES, "town": tuple(world.catalogue.towns), "when": PARTS, "how": WAYS, "price": (FREE,)}
    if value not in (*known[kind], ANY):
        return None
    changes: dict[str, Any] = {kind: None if value == ANY else value, "shown": ()}
    return replace(state, **changes)


def _entries(state: State, world: World) -> list[Entry]:
    return [entry for need in state.showing for entry in world.catalogue.by_need.get(need, ())]


def _values(kind: str, entries: list[Entry], world: World) -> list[str]:
    """Return the values that tell these services apart, the most frequent first."""
    counts = _counts(kind, entries, world)
    return [value for value, count in counts.most_common() if count < len(entries)]


def _information(kind: str, entries: list[Entry], world: World) -> float:
    """Return the bits of the most telling value: none where all or no services have it; one where half of them do."""
    shares = [count / len(entries) for count in _counts(kind, entries, world).values() if count < len(entries)]
    return max((-p * log2(p) - (1 - p) * log2(1 - p) for p in shares), default=0.0)


def _counts(kind: str, entries: list[Entry], world: World) -> Counter[str]:
    country = world.catalogue.network.country
    found: dict[str, Callable[[Entry], list[str]]] = {
        "who": lambda entry: [str(who) for who in entry.service.who if who != "everyone"],
        "town": lambda entry: [town for town in world.catalogue.towns if serves(entry, town)],
        "when": lambda entry: [str(part) for part in PARTS if is_open_in(entry.service.hours, part, country)],
        "how": lambda entry: [str(entry.service.where.at)] if entry.service.where.at != "unknown" else [],
        "price": lambda entry: [FREE] if entry.service.price.free else [],
    }
    return Counter(value for entry in entries for value in found[kind](entry))


def _label(kind: str, state: State, world: World) -> str:
    value = getattr(state, kind)
    if not value:
        return world.words.label(f"chip-{kind}")
    return world.words.label("chip-known", sign=SIGNS[kind], value=_name(kind, value, world))


def _name(kind: str, value: str, world: World) -> str:
    if kind == "town":
        return world.catalogue.towns[value].name
    return world.words.label(f"{kind}-{value}")
