"""The desk did not take the code: a report without a name, the code again, and what to say while still there."""

from collections.abc import Sequence

from markupsafe import Markup

from bot.catalogue import prices
from bot.catalogue.catalogue import Entry
from bot.conversation import hours
from bot.conversation.effects import wrong_entries
from bot.conversation.effects.visit import Step, Visit
from bot.conversation.messages import Choice, Message, Reply
from bot.conversation.talk.cards import card_choices
from bot.conversation.talk.screens import doors
from bot.conversation.talk.world import World
from bot.vouchers import claims
from bot.vouchers.voucher import Voucher


def refused(visit: Visit, service: str) -> Step:
    """Answer who was sent away with a code of a service. A code that has expired was refused rightly: no report."""
    entry = visit.world.catalogue.entries.get(service)
    if entry is None:
        return doors(visit.state.fresh(), visit.world, visit.world.words.say("stale"))
    held = _held(visit, entry)
    good = [one for one in held if one.expires is None or one.expires >= visit.world.today]
    if good:
        return visit.state, _wronged(visit, entry, good[-1])
    return visit.state, _no_code(visit, entry, held)


def _held(visit: Visit, entry: Entry) -> list[Voucher]:
    """Return the vouchers of a service that a person holds, the newest last; those of earlier memberships too."""
    offers = {offer.id for offer in entry.service.offers}
    mine = [one for each in reversed(visit.memberships) for one in claims.held_by(visit.tx, each.me)]
    return [one for one in mine if one.offer in offers]


def _wronged(visit: Visit, entry: Entry, held: Voucher) -> Reply:
    world = visit.world
    wrong_entries.note("code", visit, entry.id)
    lines = [world.words.say("after-refused"), _again(held, world), _at_the_counter(world)]
    choices = (
        Choice(f"more:{entry.needs[0]}", world.words.label("more-plain")),
        Choice("contact:desk", world.words.label("desk-button")),
        Choice("another", world.words.label("another-need")),
    )
    bubble = Message(Markup("\n").join(lines), choices=choices, private=True)
    return Reply((bubble,), screen="code", card=entry.id, reported=entry.id)


def _again(held: Voucher, world: World) -> Markup:
    if held.code is None:
        return world.words.say("after-refused-badge")
    if held.expires is None:
        return world.words.say("after-refused-code-open", code=held.code)
    last = prices.day(held.expires, world.language, world.today)
    return world.words.say("after-refused-code", code=held.code, date=last)


def _at_the_counter(world: World) -> Markup:
    desk = world.catalogue.network.desk
    opened = hours.in_words(desk.hours, world.language)
    return world.words.say("after-refused-say", phone=desk.phone, hours=opened)


def _no_code(visit: Visit, entry: Entry, held: Sequence[Voucher]) -> Reply:
    """Say that there is no code that is good, and give the way to one."""
    words, world = visit.world.words, visit.world
    text = words.say("after-refused-none", service=entry.service.name.of(world.language))
    if held and held[-1].expires:
        last = prices.day(held[-1].expires, world.language, world.today)
        text = words.say("after-refused-expired", date=last)
    choices = (
        *card_choices(entry, visit.state, world),
        Choice("codes", words.label("codes")),
        Choice("contact:desk", words.label("desk-button")),
    )
    return Reply((Message(text, choices=choices),), card=entry.id)
