"""What a message leads to that states a need, or perhaps none of ours: cards, a question, or that nobody serves it."""

from dataclasses import replace

from markupsafe import Markup

from bot.conversation.messages import Reply
from bot.conversation.talk import guide
from bot.conversation.talk.hearing import Heard
from bot.conversation.talk.nobody import nobody, nobody_line
from bot.conversation.talk.questions import CLEAR, LEAST_CHOICE, heard, likeliest, unserved
from bot.conversation.talk.screens import doors, next_screen, question, results
from bot.conversation.talk.small_talk import unsure
from bot.conversation.talk.state import State
from bot.conversation.talk.world import World
from bot.understanding.reading import Reading

SURELY = 0.75  # from this probability on, a message is taken to state no need of ours without asking
PLAIN = 0.5  # a need that nobody serves is named, where it may be none of ours, only if it is so likely


def need(state: State, message: Heard, world: World, lead: Markup | None) -> tuple[State, Reply]:
    """Go on with a need: a new one, or the one in course told better."""
    reading = message.reading
    screen = "shown" if state.showing else "asked" if state.trail and state.offered else ""
    belief = heard(state.belief, reading.belief, screen, state.showing)
    after = replace(
        state.onward(belief),
        concepts=reading.concepts,
        fits=message.fits,
        source="text",
        waiting=tuple(need for need in reading.asked[1:] if need in world.catalogue.needs),
        who=reading.facts.who or reading.who,
        when=reading.when,
        how=None,
        price=None,
        plan=None,
    )
    if after.waiting and reading.best in reading.asked:
        return _several(after, (reading.asked[0], *after.waiting), world)
    if missing := unserved(belief, world.catalogue):
        return nobody(after, (missing,), world, lead, sure=belief[missing] >= CLEAR)
    return next_screen(after, world, lead)


def outside(state: State, reading: Reading, world: World) -> tuple[State, Reply]:
    """Say a kind no; where it may yet be a need, with the likeliest needs as choices, else with the doors."""
    missing = unserved(reading.belief, world.catalogue)
    if reading.outside >= SURELY or (missing and reading.belief[missing] < PLAIN):
        fresh, reply = doors(state.fresh(), world, guide.outside(world))
        return fresh, replace(reply, about="outside")
    after = replace(state.fresh().onward(reading.belief), source="text", concepts=reading.concepts)
    if missing:
        return nobody(after, (missing,), world, sure=False)
    ask = likeliest(reading.belief, world.catalogue)
    if not ask.options:
        return unsure(state, world)
    return question(after, ask, world, world.words.say("outside-perhaps"))


def _several(state: State, asked: tuple[str, ...], world: World) -> tuple[State, Reply]:
    """Show the first of two needs; the second waits behind a button.

    That nobody serves one of them is said first of all; where it is hardly believed, at the end, and it is not counted.
    """
    missing = tuple(need for need in asked if not world.catalogue.by_need.get(need))
    there = tuple(need for need in asked if need not in missing)
    if not there:
        return nobody(state, missing, world)
    names = [world.catalogue.need_name(need, world.language) for need in there]
    if not missing:
        return results(state, there[:1], world, world.words.say("show-two", first=names[0], second=names[1]))
    alone = replace(state, waiting=there[1:])
    if (state.belief or {}).get(missing[0], 0.0) < LEAST_CHOICE:
        after, reply = results(alone, there[:1], world)
        text = Markup("{}\n\n{}").format(reply.messages[0].text, nobody_line(missing, state, world, "nobody-too"))
        return after, replace(reply, messages=(replace(reply.messages[0], text=text),))
    lead = Markup("{}\n{}").format(nobody_line(missing, state, world), world.words.say("show-other", need=names[0]))
    after, reply = results(alone, there[:1], world, lead)
    return after, replace(reply, in_vain=missing)
