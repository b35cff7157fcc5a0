"""Reporting a wrong entry, in two taps: something is wrong, and what. Who reports is not kept, guests may too."""

from collections.abc import Callable
from functools import partial

from bot.conversation.choices import split
from bot.conversation.effects.visit import Step, Visit
from bot.conversation.messages import Choice, Message, Reply
from bot.conversation.talk.screens import doors
from bot.insight import wrong
from bot.insight.wrong import Kind

# The choice that reports a kind: at most seven letters, since an id of forty comes after them (handlers.api.callback).
CHOICES: dict[Kind, str] = {
    "phone": "w-phone",
    "hours": "w-hours",
    "address": "w-place",
    "closed": "w-shut",
    "price": "w-price",
}


def ask(visit: Visit, service: str) -> Step:
    """Ask what is wrong with a service."""
    entry = visit.world.catalogue.entries.get(service)
    if entry is None:
        return doors(visit.state.fresh(), visit.world, visit.world.words.say("stale"))
    words = visit.world.words
    kinds = (Choice(f"{choice}:{service}", words.label(f"wrong-{kind}")) for kind, choice in CHOICES.items())
    text = words.say("wrong-ask", service=entry.service.name.of(visit.world.language))
    return visit.state, Reply((Message(text, choices=(*kinds, Choice("another", words.label("another-need")))),))


def report(kind: Kind, visit: Visit, service: str) -> Step:
    """Keep a report of one kind, once for each person and service."""
    catalogue, words = visit.world.catalogue, visit.world.words
    if service not in catalogue.entries:
        return doors(visit.state.fresh(), visit.world, words.say("stale"))
    mark = visit.keys.reporter(service, visit.user)
    wrong.note(visit.tx, service, kind, release=catalogue.number, mark=mark, now=visit.now)
    choices = (Choice(f"contact:{service}", words.label("contact")), Choice("another", words.label("another-need")))
    return visit.state, Reply((Message(words.say("wrong-thanks"), choices=choices),))


def service_of(choice: str) -> str | None:
    """Return the service that a choice reports, or None where it reports none."""
    kind, service = split(choice)
    return service if kind in CHOICES.values() else None


EFFECTS: dict[str, Callable[[Visit, str], Step]] = {choice: partial(report, kind) for kind, choice in CHOICES.items()}
