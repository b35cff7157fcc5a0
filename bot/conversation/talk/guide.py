"""What can be asked here: help, a kind no, other words; each speaks only of what somebody serves."""

from markupsafe import Markup

from bot.catalogue import topics
from bot.catalogue.hours.words import in_words
from bot.conversation.messages import Choice, Message, Reply
from bot.conversation.talk.state import State
from bot.conversation.talk.trust import way_back
from bot.conversation.talk.world import World


def outside(world: World) -> Markup:
    """Return a kind no, and what the bot can do."""
    about = topics.topics("topics-outside", world.catalogue, world.words)
    return Markup("{}\n{}").format(world.words.say("outside", topics=about), _example(world))


def tell_me(world: World) -> Reply:
    """Ask for other words, with an example, and offer a person."""
    desk = world.catalogue.network.desk
    hours = in_words(desk.hours, world.language)
    line = world.words.say("refused-desk", name=desk.name.of(world.language), phone=desk.phone, hours=hours)
    text = Markup("{}\n{}\n{}").format(world.words.say("ask-open-words"), _example(world), line)
    choices = (
        Choice("restart", world.words.label("restart")),
        Choice("help", world.words.label("what-can-i-ask")),
    )
    return Reply((Message(text, choices=choices),))


def help_page(state: State, world: World) -> tuple[State, Reply]:
    """Return what can be asked, the commands, and the way in."""
    areas = topics.listed(world.catalogue, world.language)
    example = topics.example(world.catalogue, world.words)
    said = world.words.say("help", areas=areas, example=example)
    choices = (
        *way_back(state, world),
        Choice("codes", world.words.label("codes")),
        Choice("privacy", world.words.label("privacy-button")),
        Choice("language", world.words.label("language-button")),
        Choice("contact:desk", world.words.label("desk-button")),
    )
    text = Markup("{}\n\n{}").format(said, world.words.say("help-commands"))
    return state, Reply((Message(text, choices=choices),))


def _example(world: World) -> Markup:
    return world.words.say("example", example=topics.example(world.catalogue, world.words))
