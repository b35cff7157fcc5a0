"""The desk did not take the code: a report without a name, the code again, and what to say while still there."""

from collections.abc import Sequence

from markupsafe import Markup

from bot.catalogue import prices
from bot.catalogue.catalogue import Entry
from bot.catalogue.hours.words import in_words
from bot.conversation.effects import wrong_entries
from bot.conversation.effects.visit import Step, Visit
from bot.conversation.messages import Choice, Message, Reply
from bot.conversation.talk.about.reach import has_others
from bot.conversation.talk.cards import card_choices
from bot.conversation.talk.screens import doors
from bot.conversation.talk.world import World
from bot.vouchers import claims
from bot.vouchers.voucher import Voucher

MOST = 4  # other services that are asked about


def refused(visit: Visit, service: str) -> Step:
    """Answer who was sent away with a code of a service, or, without a name, with one that is not known yet.

    A code that has expired was refused rightly: no report.
    """
    mine = _held(visit)
    bygone = next((of for _, of in mine if of.id == service), None)
    entry = visit.world.catalogue.entries.get(service, bygone)
    good = [(one, of) for one, of in mine if one.expires is None or one.expires >= visit.world.today]
    theirs = [one for one, of in good if entry and of.id == entry.id]
    if entry and theirs:
        return visit.state, _wronged(visit, entry, theirs[-1])
    others = list({of.id: of for _, of in reversed(good)}.values())[:MOST]
    if entry is None and (service or not others):
        phrase = "stale" if service else "no-card-after"
        return doors(visit.state.fresh(), visit.world, visit.world.words.say(phrase))
    ended = [one for one, of in mine if entry and of.id == entry.id]
    return visit.state, _which(visit, entry, ended, others)


def _held(visit: Visit) -> list[tuple[Voucher, Entry]]:
    """Return what a person holds, also from earlier memberships, the newest last; each with its service."""
    mine = [one for each in reversed(visit.memberships) for one in claims.held_by(visit.tx, each.me)]
    return [(one, found[0]) for one in mine if (found := visit.offer(one.offer))]


def _wronged(visit: Visit, entry: Entry, held: Voucher) -> Reply:
    world = visit.world
    wrong_entries.note("code", visit, entry.id)
    lines = [world.words.say("after-refused"), _again(held, world), _at_the_counter(world)]
    more = Choice(f"more:{entry.needs[0]}", world.words.label("more-plain"))
    choices = (
        *([more] if has_others(entry.needs[:1], world) else []),
        Choice("contact:desk", world.words.label("desk-button")),
        Choice("another", world.words.label("another-need")),
    )
    bubble = Message(Markup("\n").join(lines), choices=choices, private=True)
    return Reply((bubble,), screen="code", card=entry.id, reported=entry.id, refused=True, told=("code", entry.id))


def _again(held: Voucher, world: World) -> Markup:
    if held.code is None:
        return world.words.say("after-refused-badge")
    if held.expires is None:
        return world.words.say("after-refused-code-open", code=held.code)
    last = prices.day(held.expires, world.language, world.today)
    return world.words.say("after-refused-code", code=held.code, date=last)


def _at_the_counter(world: World) -> Markup:
    desk = world.catalogue.network.desk
    opened = in_words(desk.hours, world.language)
    return world.words.say("after-refused-say", phone=desk.phone, hours=opened)


def _which(visit: Visit, entry: Entry | None, ended: Sequence[Voucher], others: Sequence[Entry]) -> Reply:
    """Say that a service has no code that is good; give the way to one, and ask whether another one was meant."""
    label = visit.world.words.label
    lines = [_no_code(visit, entry, ended)] if entry else []
    lines += [visit.world.words.say("after-refused-which")] if others else []
    choices = (
        *(Choice(f"refused:{of.id}", of.service.name.of(visit.world.language)) for of in others),
        *(card_choices(entry, visit.state, visit.world) if entry else ()),
        Choice("codes", label("codes")),
        Choice("contact:desk", label("desk-button")),
    )
    return Reply((Message(Markup("\n").join(lines), choices=choices),), card=entry.id if entry else None)


def _no_code(visit: Visit, entry: Entry, ended: Sequence[Voucher]) -> Markup:
    world = visit.world
    if ended and ended[-1].expires:
        last = prices.day(ended[-1].expires, world.language, world.today)
        return world.words.say("after-refused-expired", date=last)
    return world.words.say("after-refused-none", service=entry.service.name.of(world.language))
