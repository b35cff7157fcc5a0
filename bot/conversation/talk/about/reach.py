"""Whether a service can be had for now: full until a day, hardly answering, unconfirmed; and where to go meanwhile."""

from collections.abc import Iterable

from markupsafe import Markup

from bot.catalogue import prices
from bot.catalogue.catalogue import Entry
from bot.conversation.messages import Choice
from bot.conversation.talk.world import World


def full(entry: Entry, world: World) -> list[Markup]:
    """Return the line that says until when there is no free place."""
    last = entry.service.full_until
    if last is None or not entry.service.full(world.today):
        return []
    return [world.words.say("card-full", date=prices.day(last, world.language, world.today))]


def silent(entry: Entry, world: World) -> list[Markup]:
    """Return the line that says that they hardly answer, and where to write."""
    if not entry.service.silent:
        return []
    email = entry.organization.contact.email
    return [world.words.say("card-silent"), *([world.words.say("after-mail", email=email)] if email else [])]


def unconfirmed(entry: Entry, world: World) -> list[Markup]:
    """Return the line that says since when nobody has confirmed a service."""
    if entry.id not in world.unconfirmed:
        return []
    since = world.unconfirmed[entry.id]
    if since is None:
        return [world.words.say("card-never-confirmed")]
    return [world.words.say("card-unconfirmed", month=prices.month(since, world.language, world.today))]


def ways_on(entry: Entry, world: World) -> tuple[Choice, ...]:
    """Return the next service and the desk, where this one is hard to have."""
    if not (entry.service.full(world.today) or entry.service.silent):
        return ()
    more = (Choice("more", world.words.label("more-plain")),) if has_others(entry.needs, world) else ()
    return *more, Choice("contact:desk", world.words.label("desk-button"))


def has_others(needs: Iterable[str], world: World) -> bool:
    """Tell whether one of some needs has more than one service: else a button for more leads nowhere."""
    return any(len(world.catalogue.by_need.get(need, ())) > 1 for need in needs)
