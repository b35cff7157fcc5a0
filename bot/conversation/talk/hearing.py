"""What a typed message leads to: the act it is, first as a button would do it, else as an answer of its own."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial

from bot.catalogue.distance import serves
from bot.catalogue.ranking import coming_offers, finished_offers, open_offers
from bot.conversation.messages import Choice, Reply
from bot.conversation.talk import comparing, plans, small_talk
from bot.conversation.talk.about.answering import ABOUT, about
from bot.conversation.talk.about.asked import Asked
from bot.conversation.talk.afterwards import AFTER
from bot.conversation.talk.fitting import ASKED_FOR, corrected, service_fits
from bot.conversation.talk.screens import doors
from bot.conversation.talk.state import State
from bot.conversation.talk.trust import PHRASES, trust
from bot.conversation.talk.wishes import WISHES, together
from bot.conversation.talk.world import World
from bot.understanding.acts import Act
from bot.understanding.reading import Reading

Step = tuple[State, Reply]

SURE = 0.25  # an act less likely than this is a guess: nothing is done, the screen stays
TORN = 0.2  # a need as likely as this beside an act becomes a button under the answer
PLAIN = 0.5  # … where it is clear which need it would be


@dataclass(frozen=True)
class Heard:
    """A typed message, after understanding: the words themselves are gone."""

    reading: Reading
    fits: dict[str, float] = field(default_factory=dict)


def heard(text: str, reading: Reading, world: World) -> Heard:
    """Return a message with what its words say of single services: their keywords correct a need that was misread."""
    read = corrected(text, reading, world.catalogue, world.language)
    return Heard(read, service_fits(text, read, world.catalogue, world.language))


# Acts that are a button at any moment.
BUTTONS: dict[Act, str] = {
    "codes": "codes",
    "after:lost": "codes",
    "another": "another",
    "back": "back",
    "help": "help",
    "mydata": "mydata",
    "forget": "forget",
    "person": "contact:desk",
    "after:refused": "refused",
}
# Acts that are a button of the card on the screen; what follows is the kind.
OF_THE_CARD: dict[Act, str] = {
    "ask:contact": "contact",
    "after:wrong": "wrong",
    "after:refused": "refused",
    "share": "share",
    "save": "save",
}


def as_choice(state: State, reading: Reading, world: World) -> str | None:
    """Return the choice whose work an act is; None where it gets an answer of its own."""
    act = reading.act
    if reading.foreign or reading.sure < SURE:
        return None
    if act == "language":
        spoken = reading.facts.spoken
        return f"language:{spoken if spoken in {'it', 'en'} else 'en' if world.language == 'it' else 'it'}"
    if act == "yes":
        return state.likely
    if act in OF_THE_CARD and small_talk.on_a_card(state, world):
        return f"{OF_THE_CARD[act]}:{state.card}"
    return BUTTONS.get(act) or (_of_results(reading, state, world) if small_talk.on_a_card(state, world) else None)


def _of_results(reading: Reading, state: State, world: World) -> str | None:
    act = reading.act
    entry = world.catalogue.entries[state.card or ""]
    if act == "take":
        asker = world.asker(state)
        mine = open_offers(entry, asker) or finished_offers(entry, asker)
        held = state.screen == "code" and mine and mine[0].per_person != 1
        return f"{'again' if held else 'take'}:{mine[0].id}" if mine else None
    if act == "remind":
        coming = coming_offers(entry, world.asker(state))
        known = next((choice for choice, _ in state.buttons if choice.startswith("remind:")), None)
        return known or (f"starts:{coming[0].id}" if coming else f"ring:{entry.id}")
    if act == "pick":
        return _picked(state, reading, world)
    return {"refuse": "none", "want:more": "more"}.get(act)


def _picked(state: State, reading: Reading, world: World) -> str | None:
    """Return the card that is meant by its town; with no town that was said, the other one of two."""
    seen = state.cards if len(state.cards) > 1 else state.shown
    entries = [world.catalogue.entries[one] for one in seen if one in world.catalogue.entries]
    town = reading.facts.town or reading.town
    found = [entry for entry in entries if serves(entry, town)] if town else entries[:-1]
    return f"card:{found[0].id}" if found else None


def answered(state: State, heard: Heard, world: World) -> Step | None:
    """Answer an act; None where the message states a need, or what is none of ours."""
    reading = heard.reading
    act, p = reading.act, reading.sure
    if act in {"need", "outside", "danger"}:
        return None
    if not small_talk.on_a_card(state, world) and act.startswith("ask:") and _asks_for_a_service(heard):
        return None
    vague = p < PLAIN and act.partition(":")[0] in {"ask", "want"}  # a doubt that names a lawyer asks for none
    if vague and reading.best not in state.showing and _asks_for_a_service(heard):
        return None
    if p < SURE and reading.kind == "need" and reading.belief[reading.best] >= PLAIN:
        return None
    if p < SURE and act not in small_talk_acts():
        return small_talk.unsure(state, world)
    step = _answer(act, state, reading, world)
    return _with_need(step, reading, world) if step else small_talk.unsure(state, world)


def _asks_for_a_service(heard: Heard) -> bool:
    """Tell whether a service was asked for by its keywords: «a che età vado in pensione?», «il doposcuola invece?»."""
    return heard.reading.kind == "need" and max(heard.fits.values(), default=0.0) >= ASKED_FOR


def _answer(act: Act, state: State, reading: Reading, world: World) -> Step | None:
    if act in TALK:
        return TALK[act](state, world)
    if act in PHRASES:
        return state, trust(act, state, world)
    if not small_talk.on_a_card(state, world):
        return _without_a_card(act, state, world)
    asked = Asked(world.catalogue.entries[state.card or ""], reading.facts, state, world)
    if act in WISHES and len(reading.remarks) > 1:
        return together(asked, reading)
    return _on_the_card(act, asked)


def _on_the_card(act: Act, asked: Asked) -> Step | None:
    if act == "compare":
        return comparing.compared(asked.state, asked.world)
    if act in WISHES:
        return WISHES[act](asked)
    if act in AFTER:
        return asked.state, AFTER[act](asked)
    question: Act | None = act if act in ABOUT else "ask:discount" if act == "take" else None
    return (asked.state, about(question, asked)) if question else None


TALK: dict[Act, Callable[[State, World], Step]] = {
    "yes": small_talk.agreed,
    "no": small_talk.declined,
    "thanks": partial(small_talk.courteous, "thanks"),
    "greeting": partial(small_talk.courteous, "greeting"),
    "puzzled": small_talk.puzzled,
    "complaint": small_talk.complaint,
}


def small_talk_acts() -> frozenset[Act]:
    return frozenset(TALK)


def _without_a_card(act: Act, state: State, world: World) -> Step:
    """Answer what is said of a card while none is on the screen: what can be said of all, and the way to one."""
    if act == "want:nearer" and state.town:
        return doors(state, world, world.words.say("shared-location", town=world.catalogue.towns[state.town].name))
    phrases = {
        "ask:discount": "no-card-discount",
        "take": "no-card-discount",
        "shy": "no-card-shy",
        "ask:price": "no-card-price",
        "after:helped": "after-helped",
    }
    if step := plans.on_plan("plan-shy" if act == "shy" else "plan-which", state, world):
        return step
    group = act.partition(":")[0]
    phrase = phrases.get(act) or {"after": "no-card-after"}.get(group, "no-card-ask")
    after, reply = doors(state, world, world.words.say(phrase))
    codes = Choice("codes", world.words.label("codes"))
    last = reply.messages[-1]
    return after, replace(reply, messages=(*reply.messages[:-1], replace(last, choices=(*last.choices, codes))))


def _with_need(step: Step, reading: Reading, world: World) -> Step:
    """Offer the need that the message may have been, as a button under the answer to the act."""
    state, reply = step
    doubted = sum(reading.acts.get(act, 0.0) for act in ("need", "outside"))
    best = reading.best
    clear = doubted >= TORN and reading.belief[best] >= PLAIN and best not in state.showing
    if not clear or not world.catalogue.by_need.get(best) or not reply.messages:
        return step
    *before, last = reply.messages
    need = Choice(f"need:{best}", world.catalogue.need_label(best, world.language))
    return state, replace(reply, messages=(*before, replace(last, choices=(*last.choices, need))))
