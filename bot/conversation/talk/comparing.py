"""Two services side by side, field by field, with the buttons of both."""

from dataclasses import replace

from markupsafe import Markup

from bot.catalogue.catalogue import Entry
from bot.catalogue.hours.words import in_words
from bot.conversation.messages import Choice, Message, Reply
from bot.conversation.talk.cards import place_line, price_lines
from bot.conversation.talk.state import State
from bot.conversation.talk.world import World

MOST = 3


def compared(state: State, world: World) -> tuple[State, Reply] | None:
    """Compare the services on the screen, or the card with the next best; None where there is nothing to compare."""
    found = [world.catalogue.entries[one] for one in state.cards if one in world.catalogue.entries]
    if len(found) < 2 and state.card in world.catalogue.entries:  # noqa: PLR2004 - two are a comparison
        card = world.catalogue.entries[state.card]
        needs = state.showing or card.needs[:1]
        others = [entry for need in needs for entry in world.ranked(need, state) if entry.id != card.id]
        found = [card, *others[:1]]
    if len(found) < 2:  # noqa: PLR2004 - as above
        return None
    blocks = [_block(entry, state, world) for entry in found[:MOST]]
    choices = tuple(Choice(f"card:{entry.id}", entry.service.name.of(world.language)) for entry in found[:MOST])
    after = replace(state, cards=tuple(entry.id for entry in found[:MOST]))
    return after, Reply((Message(Markup("\n\n").join(blocks), choices=choices),), screen="cards")


def _block(entry: Entry, state: State, world: World) -> Markup:
    name = Markup("<b>{}</b>").format(entry.service.name.of(world.language))
    opened = world.words.say("card-hours", hours=in_words(entry.service.hours, world.language))
    return Markup("\n").join([name, *price_lines(entry, state, world)[:1], place_line(entry, state, world), opened])
