"""«Com'è andata?»: the question, its answers, and the next step where it was not possible."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial

from bot.catalogue.distance import serves
from bot.catalogue.fluent import Phrases
from bot.conversation import outcome_tally
from bot.conversation.effects import refused_codes, wrong_entries
from bot.conversation.effects.asking import Asking, Question, asked_as
from bot.conversation.effects.visit import Step, Visit
from bot.conversation.messages import Choice, Message, Reply, Verdict
from bot.conversation.talk import afterwards, chips
from bot.conversation.talk import wishes as wanted
from bot.conversation.talk.about.asked import Asked
from bot.conversation.talk.screens import results
from bot.insight import wrong
from bot.people.wishes import Kind
from bot.understanding.acts import Act
from bot.understanding.cues.facts import NOTHING

ANSWERS: dict[Verdict, str] = {"yes": "h-yes", "no": "h-no", "wait": "h-wait"}
# The choice that gives a reason: at most seven letters, since an id of forty comes after them (handlers.api.callback).
REASONS: dict[Verdict, str] = {
    "full": "n-full",
    "dear": "n-dear",
    "far": "n-far",
    "hours": "n-hours",
    "not": "n-not",
    "mute": "n-mute",
    "code": "n-code",
}
# What a typed act says of the service that was asked about last.
BY_ACT: dict[Act, str] = {
    "after:helped": "h-yes",
    "after:full": "n-full",
    "after:no-answer": "n-mute",
    "after:refused": "n-code",
    "after:later": "h-wait",
    "yes": "h-yes",
    "no": "h-which",
}


def question(asking: Asking) -> Question | None:
    """Ask without naming anything: who looks at a locked phone learns nothing."""
    entry = asking.catalogue.entries.get(asking.wish.about)
    if entry is None or entry.service.suspended or entry.service.delicate:
        return None
    choices = (*answers(entry.id, asking.words, "yes", "no", "wait"), asking.never())
    counted = tuple(outcome_tally.asked(entry, asking.catalogue))
    return Question(Message(asking.words.say("heard-ask"), choices=choices), counted)


def answers(service: str, words: Phrases, *which: Verdict) -> tuple[Choice, ...]:
    """Return the buttons of some answers about a service."""
    answered = {verdict: choice for verdict, choice in ANSWERS.items() if verdict in which}
    return tuple(Choice(f"{kind}:{service}", words.label(f"heard-{verdict}")) for verdict, kind in answered.items())


def helped(visit: Visit, service: str) -> Step:
    return _thanks(visit, service, "heard-thanks-yes", "yes")


def in_vain(visit: Visit, service: str) -> Step:
    """Ask why it was not possible."""
    entry, words = visit.world.catalogue.entries.get(service), visit.world.words
    if entry is None:
        return _thanks(visit, service, "", "no")
    text = words.say("heard-why", service=entry.service.name.of(visit.world.language))
    choices = tuple(Choice(f"{kind}:{service}", words.label(f"not-{reason}")) for reason, kind in REASONS.items())
    return visit.state, Reply((Message(text, choices=choices),), card=service, told=("no", service))


def not_yet(visit: Visit, service: str) -> Step:
    """Ask once more later, if this was the first time; never a third."""
    if visit.me is None or service not in visit.world.catalogue.entries:
        return _thanks(visit, service, "", "wait")
    first, second = asked_as(Kind.HEARD, service)
    looked_for = (Kind.ASKED, first), (Kind.ASKED, second), (Kind.NEVER, "")
    found = [one.about for one in visit.wished(*looked_for)]
    if found != [first] or visit.state.later == "hushed":
        return _thanks(visit, service, "heard-wait-last", "wait")
    days = timedelta(days=visit.world.catalogue.network.follow_up.days)
    visit.wish(Kind.HEARD, service, visit.world.today + days)
    return _thanks(visit, service, "heard-wait-once", "wait")


def which(visit: Visit, service: str) -> Step:
    """Ask what a plain "no" meant: no help, or not yet."""
    entry, words = visit.world.catalogue.entries.get(service), visit.world.words
    if entry is None:
        return _thanks(visit, service, "", "no")
    text = words.say("heard-which", service=entry.service.name.of(visit.world.language))
    return visit.state, Reply((Message(text, choices=answers(service, words, "no", "wait")),), card=service)


def impossible(why: Verdict, visit: Visit, service: str) -> Step:
    """Take a reason, report what is a fault, and give the next step at once."""
    entry = visit.world.catalogue.entries.get(service)
    if entry is None:
        return _thanks(visit, service, "", why)
    state = replace(visit.state, showing=entry.needs[:1], offered=entry.needs[:1], shown=(service,), card=service)
    asked = Asked(entry, NOTHING, state, visit.world)
    if why in FAULTS:
        wrong_entries.note(FAULTS[why], visit, service)
    after, reply = refused_codes.refused(visit, service) if why == "code" else NEXT[why](asked)
    return after, replace(_with_desk(reply, visit), told=(why, service))


def _other(asked: Asked) -> Step:
    return results(asked.state, asked.state.showing, asked.world, asked.say("not-other"))


def _nearer(asked: Asked) -> Step:
    here = asked.state.town and serves(asked.entry, asked.state.town)
    return _other(asked) if here else _or_other(asked, wanted.nearer(asked))


def _when(asked: Asked) -> Step:
    return _or_other(asked, chips.ask(asked.state, "when", asked.world))


def _or_other(asked: Asked, step: Step) -> Step:
    """Show what else there is in the place of a question that has nothing to choose from."""
    choices = step[1].messages[-1].choices
    return _other(asked) if choices and all(choice.id.endswith(f":{chips.ANY}") for choice in choices) else step


def _no_place(asked: Asked) -> Step:
    return asked.state, _without(afterwards.full(asked), "w-full")


def _nobody(asked: Asked) -> Step:
    return asked.state, _without(afterwards.no_answer(asked), "w-mute")


NEXT: dict[Verdict, Callable[[Asked], Step]] = {
    "full": _no_place,
    "dear": wanted.cheaper,
    "far": _nearer,
    "hours": _when,
    "not": _other,
    "mute": _nobody,
}
# What is reported as a fault, as a button of the card does it; a refused code is where it is looked for.
FAULTS: dict[Verdict, wrong.Kind] = {"full": "full", "mute": "mute"}


def _without(reply: Reply, kind: str) -> Reply:
    """Leave out the button that reports what has just been reported."""
    (message,) = reply.messages
    choices = tuple(choice for choice in message.choices if not choice.id.startswith(f"{kind}:"))
    return replace(reply, messages=(replace(message, choices=choices),))


def _with_desk(reply: Reply, visit: Visit) -> Reply:
    *before, last = reply.messages
    if any(choice.id == "contact:desk" for choice in last.choices):
        return reply
    desk = Choice("contact:desk", visit.world.words.label("desk-button"))
    return replace(reply, messages=(*before, replace(last, choices=(*last.choices, desk))))


def _thanks(visit: Visit, service: str, phrase: str, verdict: Verdict) -> Step:
    """Thank, and name the service; of one that is no more, only that."""
    entry, words = visit.world.catalogue.entries.get(service), visit.world.words
    name = entry.service.name.of(visit.world.language) if entry else ""
    text = words.say(phrase, service=name) if entry and phrase else words.say("heard-thanks")
    bubble = Message(text, choices=(Choice("another", words.label("another-need")),))
    return visit.state, Reply((bubble,), card=service if entry else None, told=(verdict, service))


EFFECTS: dict[str, Callable[[Visit, str], Step]] = {
    "h-yes": helped,
    "h-no": in_vain,
    "h-wait": not_yet,
    "h-which": which,
    **{choice: partial(impossible, why) for why, choice in REASONS.items()},
}
