"""What was understood about for whom, where and when, as small buttons that can be tapped to change it."""

from collections import Counter
from dataclasses import replace
from typing import get_args

from bot.catalogue.catalogue import Entry
from bot.catalogue.distance import serves
from bot.catalogue.model import Audience
from bot.catalogue.schedule import PARTS, is_open_in
from bot.conversation.messages import Choice, Message, Reply
from bot.conversation.questions import AT_MOST
from bot.conversation.state import State
from bot.conversation.world import World

SIGNS = {"who": "👤", "town": "📍", "when": "🕘"}
AUDIENCES: tuple[Audience, ...] = get_args(Audience)
ANY = "any"


def chips(state: State, world: World) -> list[Choice]:
    """Return a chip for what is known, and for what would change the results if it were."""
    entries = _entries(state, world)
    return [
        Choice(f"chip:{kind}", _label(kind, state, world))
        for kind in SIGNS
        if getattr(state, kind) or len(_values(kind, entries, world)) > 1
    ]


def ask(state: State, kind: str, world: World) -> tuple[State, Reply]:
    """Ask for another value of a chip, in place of the card where the face can."""
    values = _values(kind, _entries(state, world), world)[:AT_MOST]
    choices = [Choice(f"{kind}:{value}", _name(kind, value, world)) for value in values]
    choices.append(Choice(f"{kind}:{ANY}", world.words.label("chip-any")))
    return state, Reply((Message(world.words.say(f"chip-ask-{kind}"), choices=tuple(choices)),))


def chosen(state: State, kind: str, value: str, world: World) -> State | None:
    """Return the state with a chip's new value, ready to show the results again; None for a value that is not there."""
    after = replace(state, shown=())
    if kind == "town" and (value == ANY or value in world.catalogue.towns):
        return replace(after, town=None if value == ANY else value)
    who = next((audience for audience in AUDIENCES if audience == value), None)
    if kind == "who" and (who or value == ANY):
        return replace(after, who=who)
    when = next((part for part in PARTS if part == value), None)
    if kind == "when" and (when or value == ANY):
        return replace(after, when=when)
    return None


def _entries(state: State, world: World) -> list[Entry]:
    return [entry for need in state.showing for entry in world.catalogue.by_need.get(need, ())]


def _values(kind: str, entries: list[Entry], world: World) -> list[str]:
    """Return the values that tell these services apart, the most frequent first."""
    counts: Counter[str]
    if kind == "who":
        counts = Counter(who for entry in entries for who in entry.service.who if who != "everyone")
    elif kind == "town":
        counts = Counter(town for entry in entries for town in world.catalogue.towns if serves(entry, town))
    else:
        country = world.catalogue.network.country
        counts = Counter(part for e in entries for part in PARTS if is_open_in(e.service.hours, part, country))
    telling = [value for value, count in counts.most_common() if count < len(entries)]
    return telling if len(entries) > 1 else []


def _label(kind: str, state: State, world: World) -> str:
    value = getattr(state, kind)
    if not value:
        return world.words.label(f"chip-{kind}")
    return world.words.label("chip-known", sign=SIGNS[kind], value=_name(kind, value, world))


def _name(kind: str, value: str, world: World) -> str:
    if kind == "town":
        return world.catalogue.towns[value].name
    return world.words.label(f"{kind}-{value}")
