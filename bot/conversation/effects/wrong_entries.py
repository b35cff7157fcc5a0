"""Reporting a wrong entry, in two taps: something is wrong, and what. Who reports is not kept, guests may too."""

from collections.abc import Callable
from functools import partial

from markupsafe import Markup

from bot.catalogue.catalogue import Entry
from bot.conversation.effects.visit import Step, Visit
from bot.conversation.messages import Choice, Message, Reply
from bot.conversation.talk.about.reach import full, has_others, silent
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
    "code": "w-code",
    "mute": "w-mute",
    "full": "w-full",
}
NOT_ASKED: Kind = "full"  # no fault of the entry: said after the call, not looked for in a list of faults


def ask(visit: Visit, service: str) -> Step:
    """Ask what is wrong with a service."""
    entry = visit.world.catalogue.entries.get(service)
    if entry is None:
        return doors(visit.state.fresh(), visit.world, visit.world.words.say("stale"))
    words = visit.world.words
    asked = [(kind, choice) for kind, choice in CHOICES.items() if kind != NOT_ASKED]
    kinds = (Choice(f"{choice}:{service}", words.label(f"wrong-{kind}")) for kind, choice in asked)
    text = words.say("wrong-ask", service=entry.service.name.of(visit.world.language))
    return visit.state, Reply((Message(text, choices=(*kinds, Choice("another", words.label("another-need")))),))


def report(kind: Kind, visit: Visit, service: str) -> Step:
    """Keep a report of one kind, and say thanks with the next steps."""
    entry, words = visit.world.catalogue.entries.get(service), visit.world.words
    if entry is None:
        return doors(visit.state.fresh(), visit.world, words.say("stale"))
    note(kind, visit, service)
    known = _known(kind, entry, visit)
    said = Markup("\n").join([words.say("wrong-known" if known else "wrong-thanks"), *known])
    more = Choice(f"more:{entry.needs[0]}", words.label("more-plain"))
    choices = (
        *([more] if has_others(entry.needs[:1], visit.world) else []),
        Choice(f"contact:{service}", words.label("contact")),
        Choice("another", words.label("another-need")),
    )
    return visit.state, Reply((Message(said, choices=choices),), card=service, reported=service)


def note(kind: Kind, visit: Visit, service: str) -> None:
    """Keep a report, once for each person, service and kind; not of what a coordinator has confirmed already."""
    entry = visit.world.catalogue.entries.get(service)
    if entry is None or not _known(kind, entry, visit):
        release = visit.world.catalogue.number
        wrong.note(visit.tx, visit.keys, service, kind, release=release, user=visit.user, now=visit.now)


def _known(kind: Kind, entry: Entry, visit: Visit) -> list[Markup]:
    """Return what is said of a service to everybody, where it is what is being reported."""
    known = {"full": full, "mute": silent}
    return known[kind](entry, visit.world) if kind in known else []


EFFECTS: dict[str, Callable[[Visit, str], Step]] = {choice: partial(report, kind) for kind, choice in CHOICES.items()}
