"""How things stand: what is live, what failed, which codes run out, what to confirm, what employees report."""

from collections.abc import Iterator
from datetime import datetime
from itertools import chain

from babel.dates import format_datetime
from markupsafe import Markup
from sqlalchemy import Connection

from bot.catalogue import prices, releases
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.local_time import local
from bot.catalogue.text import Language
from bot.conversation.messages import Choice, Message, Reply
from bot.coordination import leaving, proposals
from bot.coordination.request import Request
from bot.coordination.wording import button, pool, ready, see, words, write_to
from bot.editorial.publishing.status import Status, status_of
from bot.health import signs
from bot.health.finding import troubles
from bot.insight import gaps, wrong
from bot.insight.wrong import Wrong
from bot.partners import asks
from bot.people.keys import Keys

NAMED = 5  # services with a button of their own
WEEKS = 13  # of unmet needs that are looked back
MOST = 15  # lines of unmet needs


def status(request: Request) -> Reply:
    """Return how things stand, with a button for each service that wants a look."""
    reports = to_look_at(request.tx, request.keys, request.catalogue, request.now)
    found = status_of(request.tx, request.catalogue, request.now)
    old = found.unconfirmed
    unanswered = asks.unconfirmed(request.tx, request.catalogue, request.world().today)
    proposed = proposals.waiting(request.tx)
    marked = {
        "unconfirmed": tuple(request.catalogue.entries[one] for one in unanswered),
        "suspended": found.suspended,
        "full": found.full,
        "silent": found.silent,
    }
    lines = [*_state(found, request), *_leaving(request), *_reported(reports, request)]
    lines += [request.words.say("status-proposals", count=len(proposed))] if proposed else []
    lines += [request.words.say("status-old", count=len(old))] if old else []
    lines += [request.words.say(f"status-{how}", count=len(those)) for how, those in marked.items() if those]
    if len(lines) == 1:
        lines.append(request.words.say("status-fine"))
    if request.catalogue.network.demonstration:
        lines.append(request.words.say("demonstration"))
    reported = (request.catalogue.entries[one.service] for one in reports)
    wanting = dict.fromkeys([*reported, *chain.from_iterable(marked.values()), *old])
    named = tuple(see(entry, request.language) for entry in list(wanting)[:NAMED])
    first = (button(request.language, "proposals"),) if proposed else ()
    return Reply((Message(Markup("\n").join(lines), choices=(*first, *named, *_always(request))),))


def to_look_at(tx: Connection, keys: Keys, catalogue: Catalogue, now: datetime) -> list[Wrong]:
    """Return the reports that coordinators should look at: first where people tried in vain, then those of most."""
    found = (one for one in wrong.open_reports(tx, keys, now) if one.service in catalogue.entries)
    return sorted((one for one in found if one.wants_a_look), key=lambda one: one.in_vain < wrong.ENOUGH)


def reported(one: Wrong, catalogue: Catalogue, language: Language) -> Markup:
    """Return what people say is wrong with a service, and how many."""
    say = words(language).say
    kinds = ", ".join(words(language).label(f"kind-{kind}", count=count) for kind, count in one.kinds.items())
    entry = catalogue.entries.get(one.service)  # a code can be refused whose service is gone
    name = entry.service.name.of(language) if entry else one.service
    said = [say("status-reported", service=name, people=one.people, kinds=kinds)]
    if one.in_vain >= wrong.ENOUGH:
        said.append(say("status-in-vain", people=one.in_vain, days=wrong.RECENT.days))
    said += [Markup("{}").format(write_to(entry))] if entry and "code" in one.kinds else []
    return Markup(" ").join(said)


def _state(found: Status, request: Request) -> Iterator[Markup]:
    wrong = troubles(signs.read(request.tx, request.now))
    if told := [one for one in wrong if one.what != "publish"]:  # that has a line of its own
        yield request.words.say("status-health", what=told[0].what)
    counts = {"services": found.services, "offers": found.offers}
    yield request.words.say("status-live", number=found.number, since=_moment(request, found.since), **counts)
    if found.failure and not found.mended:
        at, place = _moment(request, found.failure.at), found.failure.first or "?"
        yield request.words.say("status-failed", at=at, count=found.failure.problems, place=place)
    for one in found.low:
        yield pool(request.catalogue, one.offer, one.free, one.total, request.language)
    if found.low:
        yield ready("ready-codes", request.language)


def _leaving(request: Request) -> Iterator[Markup]:
    """Yield a line for each company that asks to leave and whose last day is not written yet."""
    today = request.world().today
    for company, day in leaving.all_asked(request.tx, request.catalogue.network.timezone).items():
        found = request.catalogue.companies.get(company)
        if found and found.member.last is None:
            yield request.words.say("status-leaving", company=found.name, date=prices.day(day, request.language, today))


def _reported(reports: list[Wrong], request: Request) -> Iterator[Markup]:
    yield from (reported(one, request.catalogue, request.language) for one in reports[:NAMED])
    if len(reports) > NAMED:
        yield request.words.say("and-more", count=len(reports) - NAMED)


def _always(request: Request) -> tuple[Choice, ...]:
    before = releases.before(request.tx, request.catalogue.number)
    back = (button(request.language, "back", before, number=before),) if before else ()
    return (button(request.language, "catalogue"), *back)


def _moment(request: Request, moment: datetime) -> str:
    here = local(moment, request.catalogue.network.timezone)
    return format_datetime(here, "d MMMM, HH:mm", locale=request.language)


def unmet(request: Request) -> Reply:
    """Return what employees asked for in vain (`/bisogni`): the needs of most people, never fewer than ten of them."""
    found = gaps.unmet_needs(request.tx, request.keys, WEEKS, request.world().today)
    lines = [request.words.say("needs-lead" if found else "needs-none", weeks=WEEKS)]
    for each in found[:MOST]:
        need, town, when = gaps.in_words(each, request.catalogue, request.language)
        lines.append(request.words.say("needs-line", need=need, town=town, when=when, people=each.people))
    if len(found) > MOST:
        lines.append(request.words.say("and-more", count=len(found) - MOST))
    return Reply((Message(Markup("\n").join(lines), choices=(button(request.language, "status"),)),))
