"""Reminders of what begins later: a discount that is not there yet, the next time that somebody answers."""

from datetime import datetime, timedelta

from markupsafe import Markup

from bot.catalogue import prices
from bot.catalogue.catalogue import Entry
from bot.catalogue.ranking import coming_offers, finished_offers, open_offers
from bot.catalogue.schedule import AHEAD, is_open, openings
from bot.conversation.effects.reminders import WAKING
from bot.conversation.effects.visit import Step, Visit
from bot.conversation.messages import Choice, Message, Reply
from bot.conversation.talk.cards import card_choices
from bot.conversation.talk.moments import moment_in_words
from bot.conversation.talk.screens import at_desk, doors
from bot.conversation.talk.world import World
from bot.people.wishes import Kind


def when_it_starts(visit: Visit, name: str) -> Step:
    """Promise to write on the first day of an offer that a person may take then."""
    world, words = visit.world, visit.world.words
    entry, _ = world.catalogue.offers.get(name, (None, None))
    asker = world.asker(visit.state)
    if entry and name in {offer.id for offer in (*open_offers(entry, asker), *finished_offers(entry, asker))}:
        return visit.state, _beside(entry, words.say("starts-already"), visit)
    coming = {offer.id: offer.valid.first for offer in coming_offers(entry, asker)} if entry else {}
    first = coming.get(name)
    if entry is None or first is None or entry.service.suspended:
        return doors(visit.state.fresh(), world, words.say("stale"))
    visit.wish(Kind.STARTS, name, first)
    return _promised(visit, entry, words.say("remind-promise", date=prices.day(first, world.language, world.today)))


def when_they_answer(visit: Visit, service: str) -> Step:
    """Promise to write when a service opens next; a guest, of whom nothing is kept, is told when that is."""
    world = visit.world
    entry = world.catalogue.entries.get(service)
    if entry is None or entry.service.suspended:
        return doors(visit.state.fresh(), world, world.words.say("stale"))
    call = next_call(entry, world)
    if call is None:
        return visit.state, Reply((at_desk(world, world.words.say("ring-never")),), card=entry.id)
    said = moment_in_words(call, world)
    if visit.me is None:
        lines = [world.words.say("ring-guest"), world.words.say("ring-guest-when", moment=said)]
        lines += [world.words.say("contact-phone", phone=entry.phone)] if entry.phone else []
        return visit.state, _beside(entry, Markup("\n").join(lines), visit)
    visit.wish(Kind.RING, service, call.date(), call.hour)
    return _promised(visit, entry, world.words.say("ring-promise", moment=said))


def next_call(entry: Entry, world: World) -> datetime | None:
    """Return the hour of the next opening, moved to where the bot may write; None where none is within a month.

    Of what is open now it is the opening of another day: who asks does not call now.
    """
    country, now = world.catalogue.network.country, world.minute
    tomorrow = now.replace(hour=0, minute=0) + timedelta(days=1)
    start = tomorrow if is_open(entry.service.hours, now, country) else now
    hours = (_waking(opening) for opening in openings(entry.service.hours, start, AHEAD, country))
    return next((hour for hour in hours if hour > now), None)


def _waking(opening: datetime) -> datetime:
    full = opening.hour + (opening.minute > 0)
    return opening.replace(hour=min(max(full, WAKING.start), WAKING[-1]), minute=0)


def _promised(visit: Visit, entry: Entry, text: Markup) -> Step:
    label = visit.world.words.label
    choices = (Choice(f"card:{entry.id}", label("back-to-card")), Choice("another", label("another-need")))
    return visit.state, Reply((Message(text, choices=choices),), card=entry.id)


def _beside(entry: Entry, text: Markup, visit: Visit) -> Reply:
    return Reply((Message(text, choices=card_choices(entry, visit.state, visit.world)),), card=entry.id)
