"""The sentence that is ready to say, with what is known of the person in it."""

from bot.catalogue.catalogue import Entry
from bot.conversation.talk.state import State
from bot.conversation.talk.world import World


def said_by(entry: Entry, state: State, world: World) -> str:
    del state
    return entry.service.first_step.say.of(world.language) if entry.service.first_step else ""
