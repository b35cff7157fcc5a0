"""Choosing the language in which the bot speaks."""

from dataclasses import replace

from bot.catalogue.text import LANGUAGES
from bot.conversation.effects import joining
from bot.conversation.effects.visit import Step, Visit
from bot.conversation.messages import Message, Reply
from bot.conversation.talk import answers
from bot.conversation.talk.screens import doors
from bot.people import members


def choose(visit: Visit, name: str) -> Step:
    """Go on in a language, or offer all of them."""
    chosen = next((language for language in LANGUAGES if language == name), None)
    if chosen is None:
        return visit.state, answers.languages(visit.world)
    if visit.me:
        members.speak(visit.tx, visit.me, chosen)
    state, world = replace(visit.state, language=chosen), replace(visit.world, language=chosen)
    if state.company:
        return joining.ask(replace(visit, state=state, world=world), state.company, state.invite)
    after, reply = doors(state, world, world.words.say("ask-again"))
    return after, Reply((Message(world.words.say("language-done")), *reply.messages))
