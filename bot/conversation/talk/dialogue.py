"""The talk itself, pure: a state and a message in, a state and a reply out. Effects belong to the concierge."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from markupsafe import Markup

from bot.catalogue.distance import nearest_town
from bot.conversation.choices import split
from bot.conversation.messages import ERASE, LATE, STALE, Chose, Reply, Shared
from bot.conversation.talk import answers, chips, comparing, guide, needs, plans
from bot.conversation.talk.first_answer import first_answer
from bot.conversation.talk.fitting import ASKED_FOR
from bot.conversation.talk.hearing import Heard, answered
from bot.conversation.talk.nobody import nobody
from bot.conversation.talk.questions import (
    LEAST_CHOICE,
    near,
    none_of,
    options_of,
    pressed,
    unserved,
)
from bot.conversation.talk.screens import doors, next_screen, one_card, results
from bot.conversation.talk.sharing import share
from bot.conversation.talk.state import State
from bot.conversation.talk.world import World
from bot.understanding.cues.feelings import Feeling


def advance(state: State, message: Heard | Chose | Shared, world: World) -> tuple[State, Reply]:
    """Return the next state and the reply. Never raises for what a person can send."""
    if isinstance(message, Heard):
        foreign = message.reading.foreign and message.reading.kind != "danger"
        return first_answer(state, message.reading, world) if foreign else _heard(state, message, world)
    if isinstance(message, Shared):
        return _share(state, message, world)
    return _choose(state, message.choice, world)


def _share(state: State, message: Shared, world: World) -> tuple[State, Reply]:
    """Answer what is not text. Of a position only the nearest town is taken."""
    if message.lat is None or message.lon is None:
        medium = "other" if message.medium == "location" else message.medium
        return doors(state.fresh(), world, world.words.say(f"shared-{medium}"))
    town = nearest_town(world.catalogue, message.lat, message.lon)
    if town is None:
        here = world.catalogue.network.municipalities[0].name
        return doors(state.fresh(), world, world.words.say("shared-location-far", town=here))
    return _from(state, town, world)


def _from(state: State, town: str, world: World) -> tuple[State, Reply]:
    """Go on from a town: with what is on the screen, else by asking."""
    after = replace(state, town=town, shown=())
    if state.showing:
        return results(after, state.showing, world)
    if state.belief:
        return next_screen(after, world)
    return doors(after, world, world.words.say("shared-location", town=world.catalogue.towns[town].name))


def _heard(state: State, message: Heard, world: World) -> tuple[State, Reply]:
    reading = message.reading
    if reading.kind == "danger":
        return state, answers.danger(world)
    if state.screen == "danger" and reading.act == "danger":
        return state, answers.quiet(world)
    known = replace(
        state, facts=state.facts.onward(reading.facts), town=reading.facts.town or reading.town or state.town
    )
    if step := answered(known, message, world):
        return step
    if reading.act == "outside":
        return needs.outside(known, reading, world)
    after_danger = answers.numbers_first(world) if state.screen == "danger" else None
    if reading.situation and (step := plans.plan(reading.situation, known, world, after_danger)):
        return _with_card(step, message.fits, world)
    step = needs.need(known, message, world, after_danger)
    return step if after_danger else _with_feeling(step, reading.facts.feeling, world)


def _with_feeling(step: tuple[State, Reply], feeling: Feeling | None, world: World) -> tuple[State, Reply]:
    """Put one human sentence before everything else, where somebody brought sorrow, shame or fear."""
    state, reply = step
    if feeling is None or not reply.messages:
        return step
    first, *others = reply.messages
    text = Markup("{}\n\n{}").format(world.words.say(f"feeling-{feeling}"), first.text)
    return state, replace(reply, messages=(replace(first, text=text), *others))


def _with_card(step: tuple[State, Reply], fits: Mapping[str, float], world: World) -> tuple[State, Reply]:
    """Put the card of the service that a message names under its plan: who names it need not look for it."""
    state, reply = step
    named = max(fits, key=lambda one: fits[one], default="")
    if fits.get(named, 0.0) < ASKED_FOR:
        return step
    after, card = _card(state, named, world)
    return after, replace(card, messages=(*reply.messages, *card.messages))


def _choose(state: State, choice: str, world: World) -> tuple[State, Reply]:
    kind, name = split(choice)
    return CHOICES.get(kind, _stale)(state, name, world)


def _stale(state: State, _name: str, world: World) -> tuple[State, Reply]:
    return doors(state.fresh(), world, world.words.say("stale"))


def _chip(state: State, name: str, world: World) -> tuple[State, Reply]:
    """Ask for the value of a chip; without a card there is nothing that it could change."""
    if name not in chips.SIGNS or not state.showing:
        return _stale(state, name, world)
    return _in_place(chips.ask(state, name, world))


def _press(kind: str, state: State, name: str, world: World) -> tuple[State, Reply]:
    option = next((o for o in options_of(world.catalogue, kind) if o.id == name), None)
    if option is None:
        return _stale(state, name, world)
    on_screen = bool(set(option.needs) & set(state.offered)) and not state.showing
    before = state.belief if on_screen and state.belief else world.prior
    after = state.onward(pressed(before, option.needs))
    if kind == "need":
        return results(replace(after, source="button", waiting=state.waiting), (name,), world)
    return next_screen(replace(after, source="button"), world)


def _change(kind: str, state: State, value: str, world: World) -> tuple[State, Reply]:
    """Show the results again, for other people, another town or another time."""
    after = chips.chosen(state, kind, value, world) if state.showing else None
    if after is None:
        return _stale(state, value, world)
    return _in_place(results(after, state.showing, world))


def _in_place(step: tuple[State, Reply]) -> tuple[State, Reply]:
    state, reply = step
    return state, replace(reply, in_place=True)


def _next_need(state: State, name: str, world: World) -> tuple[State, Reply]:
    if name not in world.catalogue.needs:
        return _stale(state, name, world)
    after = replace(
        state.onward(pressed(world.prior, (name,))),
        source="text",
        waiting=tuple(need for need in state.waiting if need != name),
        concepts=(),
    )
    lead = world.words.say("show-next", need=world.catalogue.need_name(name, world.language))
    return results(after, (name,), world, lead)


def _none(state: State, name: str, world: World) -> tuple[State, Reply]:
    """Refuse what is offered; an old card's button refuses the need that it showed."""
    if name in world.catalogue.needs and name not in state.offered:
        state = replace(state, offered=(name,), showing=(name,), belief=state.belief or world.prior)
    if not state.offered:
        return doors(state.fresh(), world, world.words.say("ask-again"))
    if state.belief is None:  # none of the doors: only words can help
        return state, guide.tell_me(world)
    rest = {need: p for need, p in state.belief.items() if need not in state.offered and p >= LEAST_CHOICE}
    after = state.onward(none_of(state.belief, state.offered, near(world.prior, state.showing, world.catalogue)))
    if missing := unserved(rest, world.catalogue):
        return nobody(after, (missing,), world, sure=False)
    return next_screen(replace(after, source=state.source), world, world.words.say("ask-other"))


def _more(state: State, name: str, world: World) -> tuple[State, Reply]:
    """Show further services: of the need that the button's own card showed, whatever was looked at since."""
    if name in world.catalogue.needs and name not in state.showing:
        spoken_of = world.catalogue.entries.get(state.card or "")
        shown = (spoken_of.id,) if spoken_of and name in spoken_of.needs else ()
        return results(replace(state, shown=shown, waiting=()), (name,), world)
    needs = state.showing or (state.offered if state.belief else ())  # at the doors every need is on offer
    if not needs:
        return doors(state.fresh(), world, world.words.say("ask-again"))
    return results(state, needs, world)


def _card(state: State, name: str, world: World) -> tuple[State, Reply]:
    entry = world.catalogue.entries.get(name)
    if entry is None or entry.service.suspended:
        return _stale(state, name, world)
    return one_card(entry, state, world)


def _forward(state: State, name: str, world: World) -> tuple[State, Reply]:
    entry = world.catalogue.entries.get(name)
    if entry is None or entry.service.suspended:
        return _stale(state, name, world)
    return share(entry, state, world)


def _compare(state: State, name: str, world: World) -> tuple[State, Reply]:
    return comparing.compared(state, world) or _stale(state, name, world)


def _plan(state: State, name: str, world: World) -> tuple[State, Reply]:
    return plans.plan(name, state, world) or _stale(state, name, world)


def _place(state: State, name: str, world: World) -> tuple[State, Reply]:
    return plans.place(name, state, world) or _stale(state, name, world)


def _back(state: State, _name: str, world: World) -> tuple[State, Reply]:
    if state.plan and state.showing and len(state.trail) <= 1:  # from a step of a plan to the plan
        return _plan(state, state.plan, world)
    if not state.trail:
        return doors(state.fresh(), world, world.words.say("ask-again"))
    *trail, belief = state.trail
    before = replace(state, belief=belief or None, trail=tuple(trail), shown=(), showing=(), offered=(), waiting=())
    return next_screen(before, world)


def _another(state: State, _name: str, world: World) -> tuple[State, Reply]:
    return doors(state.fresh(), world, world.words.say("ask-again"))


def _help(state: State, _name: str, world: World) -> tuple[State, Reply]:
    return guide.help_page(state, world)


def _erase(state: State, name: str, world: World) -> tuple[State, Reply]:
    """Start afresh with words that say nothing of what was here; where it is too late, say how it is done by hand."""
    if name == LATE:
        return state.fresh(), answers.by_hand(world)
    after, reply = doors(state.fresh(), world, world.words.say("erased"))
    return after, replace(reply, erase=True, where_kept=world.words.say("erase-by-hand"))


CHOICES: dict[str, Callable[[State, str, World], tuple[State, Reply]]] = {
    **{kind: partial(_press, kind) for kind in ("door", "area", "need")},
    "next": _next_need,
    "chip": _chip,
    **{kind: partial(_change, kind) for kind in chips.SIGNS},
    "none": _none,
    "more": _more,
    "card": _card,
    "share": _forward,
    "compare": _compare,
    "plan": _plan,
    "place": _place,
    "back": _back,
    "another": _another,
    "restart": _another,
    "help": _help,
    ERASE: _erase,
    STALE: _stale,
}
