"""What a choice can still reach, and what is believed: the answers of `--explain`."""

from collections.abc import Iterable

from bot.conversation.choices import kind_of, split
from bot.conversation.talk.questions import options_of
from bot.conversation.talk.screens import waiting_services
from bot.conversation.talk.state import State
from bot.conversation.talk.world import World

BEST = 5


def belief(state: State, world: World) -> dict[str, float]:
    """Return the five likeliest needs."""
    now = state.belief or world.prior
    return {need: round(p, 4) for need, p in sorted(now.items(), key=lambda item: -item[1])[:BEST]}


def reachable(choice: str, state: State, world: World) -> list[str]:
    """Return the ids of the services that a choice leads towards; of all, where it starts afresh."""
    kind, name = split(choice)
    names = kind_of(choice).names
    if names in {"offer", "service"}:
        return _of_one(name, world)
    if names:
        return _of_needs(next((o.needs for o in options_of(world.catalogue, names) if o.id == name), ()), world)
    if kind == "more":
        return [entry.id for entry, _ in waiting_services(state, state.showing, world)]
    if kind == "none":
        return _of_needs((need for need in state.belief or world.catalogue.needs if need not in state.offered), world)
    return list(world.catalogue.entries)


def _of_one(name: str, world: World) -> list[str]:
    """Return the service that an offer belongs to, or the service of that id."""
    found = world.catalogue.offers.get(name.partition(":")[0])  # `again:` has a digit after the offer
    return [found[0].id] if found else [name] if name in world.catalogue.entries else []


def _of_needs(needs: Iterable[str], world: World) -> list[str]:
    found = dict.fromkeys(entry.id for need in needs for entry in world.catalogue.by_need.get(need, ()))
    return list(found)
