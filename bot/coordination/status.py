"""How things stand: what is live, what failed, which codes run out, what to confirm, what employees report."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from babel.dates import format_datetime
from markupsafe import Markup

from bot.catalogue import releases
from bot.catalogue.catalogue import Entry
from bot.conversation.messages import Choice, Message, Reply
from bot.coordination.seat import Seat
from bot.coordination.wording import button, short
from bot.editorial.rules.unconfirmed import FRESH
from bot.insight import wrong
from bot.insight.wrong import Wrong
from bot.store import attempts
from bot.vouchers import pools

LOW = 25  # per cent of a pool
NAMED = 5  # services with a button of their own
LONGEST = 36  # letters of a name on a button


def status(seat: Seat) -> Reply:
    """Return how things stand, with a button for each service that wants a look."""
    reports = [one for one in wrong.open_reports(seat.tx) if one.service in seat.catalogue.entries]
    old = sorted(_unconfirmed(seat), key=lambda entry: str(entry.service.checked_on or ""))
    paused = [entry for entry in seat.catalogue.entries.values() if entry.service.suspended]
    lines = [*_live(seat), *_failed(seat), *_low(seat), *_reported(reports, seat)]
    lines += [seat.words.say("status-old", count=len(old))] if old else []
    lines += [seat.words.say("status-suspended", count=len(paused))] if paused else []
    if len(lines) == 1:
        lines.append(seat.words.say("status-fine"))
    wanting = dict.fromkeys([*(seat.catalogue.entries[one.service] for one in reports), *paused, *old])
    named = tuple(see(entry, seat) for entry in list(wanting)[:NAMED])
    return Reply((Message(Markup("\n").join(lines), choices=(*named, *_always(seat))),))


def see(entry: Entry, seat: Seat) -> Choice:
    """Return the button that opens a service."""
    name = entry.service.name.of(seat.language)
    return Choice(f"coord:see:{short(entry.id)}", name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…")


def reported(one: Wrong, seat: Seat) -> Markup:
    """Return what people say is wrong with a service, and how many."""
    kinds = ", ".join(seat.words.label(f"kind-{kind}", count=count) for kind, count in one.kinds.items())
    name = seat.catalogue.entries[one.service].service.name.of(seat.language)
    return seat.words.say("status-reported", service=name, people=one.people, kinds=kinds)


def _live(seat: Seat) -> Iterator[Markup]:
    published = next(one for one in releases.listing(seat.tx) if one.is_current)
    counts = {"services": len(seat.catalogue.entries), "offers": len(seat.catalogue.offers)}
    since = _moment(seat, published.published_at)
    yield seat.words.say("status-live", number=published.number, since=since, **counts)


def _failed(seat: Seat) -> Iterator[Markup]:
    failure, success = attempts.last_failure(seat.tx), attempts.last_success(seat.tx)
    if failure and (success is None or failure.at > success.at):
        at, place = _moment(seat, failure.at), failure.first or "?"
        yield seat.words.say("status-failed", at=at, count=failure.problems, place=place)


def _low(seat: Seat) -> Iterator[Markup]:
    offers = {name: entry for name, (entry, offer) in seat.catalogue.offers.items() if offer.voucher == "pool"}
    for pool in pools.stock(seat.tx, offers):
        if pool.free * 100 <= pool.total * LOW:
            name = offers[pool.offer].service.name.of(seat.language)
            yield seat.words.say("status-low", service=name, free=pool.free, total=pool.total)


def _reported(reports: list[Wrong], seat: Seat) -> Iterator[Markup]:
    yield from (reported(one, seat) for one in reports[:NAMED])
    if len(reports) > NAMED:
        yield seat.words.say("and-more", count=len(reports) - NAMED)


def _unconfirmed(seat: Seat) -> Iterator[Entry]:
    today = seat.world().today
    for entry in seat.catalogue.entries.values():
        checked = entry.service.checked_on
        if checked is None or today - checked > FRESH:
            yield entry


def _always(seat: Seat) -> tuple[Choice, ...]:
    before = releases.before(seat.tx, seat.catalogue.number)
    back = (button(seat.language, "back", before, number=before),) if before else ()
    return (button(seat.language, "catalogue"), *back)


def _moment(seat: Seat, moment: datetime) -> str:
    zone = ZoneInfo(seat.catalogue.network.timezone)
    return format_datetime(moment, "d MMMM, HH:mm", tzinfo=zone, locale=seat.language)
