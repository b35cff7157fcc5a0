"""A card for somebody else: what it is, what it costs everybody, where and when. No code, nothing of who sends it."""

from markupsafe import Markup

from bot.catalogue import prices
from bot.catalogue.catalogue import Entry
from bot.catalogue.hours.words import in_words
from bot.conversation.messages import Choice, Message, Reply
from bot.conversation.talk.cards import age_lines, phone_lines, place_line
from bot.conversation.talk.state import State
from bot.conversation.talk.world import World


def to_forward(entry: Entry, world: World) -> Markup:
    """Return a service as anybody may read it: the same words for all who send it."""
    service, say = entry.service, world.words.say
    email = entry.organization.contact.email
    lines = [
        Markup("<b>{}</b> · {}").format(service.name.of(world.language), entry.organization.name),
        Markup("{}").format(service.summary.of(world.language)),
        *age_lines(entry, world),
        say("card-price", price=prices.price(service.price, world.language)),
        *(phone_lines(entry, world) or ([say("contact-phone", phone=email)] if email else [])),
        place_line(entry, State(), world),
        say("card-hours", hours=in_words(service.hours, world.language)),
    ]
    return Markup("\n").join(lines)


def share(entry: Entry, state: State, world: World) -> tuple[State, Reply]:
    """Return a card as a bubble of its own, which can be forwarded, with a button that sends it to a chosen chat."""
    label = world.words.label
    choices = (
        Choice(f"share:{entry.id}", label("share-chat"), share=entry.id),
        Choice(f"card:{entry.id}", label("back-to-card")),
        Choice("another", label("another-need")),
    )
    lead = Message(world.words.say("share-lead"))
    return state, Reply((lead, Message(to_forward(entry, world), choices=choices)), card=entry.id)
