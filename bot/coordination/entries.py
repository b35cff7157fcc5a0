"""A service as employees see it, with what a coordinator may do about it; and finding one by a word."""

from dataclasses import replace

from markupsafe import Markup
from rapidfuzz import fuzz

from bot.catalogue import prices
from bot.catalogue.by_name import plain
from bot.catalogue.catalogue import Catalogue, Entry
from bot.conversation.messages import Message, Reply
from bot.conversation.talk.cards import card
from bot.conversation.talk.state import State
from bot.coordination.request import Request
from bot.coordination.status import reported
from bot.coordination.typed_fields import full_until
from bot.coordination.wording import button, see, short
from bot.insight import wrong
from bot.insight.wrong import Wrong
from bot.partners import asks
from bot.partners.still_valid import NEVER, rule_of, standing

MOST = 8  # services that a search lists
CLOSE = 80  # how alike (0-100) a mistyped word must be


def search(text: str, request: Request) -> Reply:
    """Return the services that a word is about: the one, or buttons for some."""
    found = matching(text, request.catalogue)
    if len(found) == 1:
        return show(found[0], request)
    if not found:
        return ask_for_word(request, "search-none", said=text[:60])
    choices = tuple(see(entry, request.language) for entry in found[:MOST])
    phrase = "search-some" if len(found) <= MOST else "search-many"
    return Reply((Message(request.words.say(phrase, count=len(found)), choices=choices),))


def ask_for_word(request: Request, phrase: str = "search-ask", **values: str) -> Reply:
    """Ask for a word to search by."""
    request.ask(ask="search")
    return Reply((Message(request.words.say(phrase, **values), choices=(button(request.language, "status"),)),))


def matching(text: str, catalogue: Catalogue) -> list[Entry]:
    """Return the services whose names, organization or needs have the words, or nearly; the best first."""
    wanted = plain(text)
    if not wanted:
        return []
    named = {entry.id: plain(_said(entry, catalogue)) for entry in catalogue.entries.values()}
    exact = [entry for entry in catalogue.entries.values() if all(w in named[entry.id] for w in wanted.split())]
    if exact:
        return sorted(exact, key=lambda entry: (not plain(entry.service.name.it).startswith(wanted), entry.id))
    scored = [(fuzz.partial_ratio(wanted, named[entry.id]), entry) for entry in catalogue.entries.values()]
    return [entry for score, entry in sorted(scored, key=lambda one: (-one[0], one[1].id)) if score >= CLOSE]


def _said(entry: Entry, catalogue: Catalogue) -> str:
    name = entry.service.name
    needs = (catalogue.needs[need].name.it for need in entry.needs if need in catalogue.needs)
    return " ".join([name.it, name.en or "", entry.organization.name, entry.id, *needs])


def show(entry: Entry, request: Request) -> Reply:
    """Return the card as employees see it, what they report about it, and the buttons."""
    world = request.world(_company(entry, request))
    shown = card(entry, None, State(), world)
    seen = Markup("<i>{}</i>").format(request.words.say("card-seen"))
    lines = [shown.text, seen, "", *_notes(entry, request)]
    return Reply((replace(shown, text=Markup("\n").join(lines), choices=_acts(entry, request)),))


def _company(entry: Entry, request: Request) -> str | None:
    """Return a company whose people have the offer of a service, so that the card shows it."""
    for offer in entry.service.offers:
        return next(iter(request.catalogue.companies), None) if offer.companies == "all" else offer.companies[0]
    return None


def _notes(entry: Entry, request: Request) -> list[Markup]:
    checked = entry.service.checked_on
    day = prices.day(checked, request.language, request.world().today) if checked else "-"
    lines = [request.words.say("card-checked", date=day)]
    lines += [reported(one, request.catalogue, request.language) for one in _reports(entry, request)]
    last = full_until(entry, request.setting)
    lines += [request.words.say("card-marked-full", date=last)] if last else []
    lines += [request.words.say("card-marked-silent")] if entry.service.silent else []
    lines += _asked(entry, request)
    if entry.service.suspended:
        lines.append(request.words.say("card-suspended", reason=entry.service.suspended))
    return lines


def _asked(entry: Entry, request: Request) -> list[Markup]:
    """Say how often the organization was asked about a service without an answer."""
    today = request.world().today
    found = standing(entry, asks.kept(request.tx).get(entry.id, NEVER), rule_of(request.catalogue), today)
    if not found.asked_on or entry.service.suspended:
        return []
    day = prices.day(found.asked_on, request.language, today)
    said = request.words.say("card-asked", count=found.asks, date=day)
    return [said, *([request.words.say("card-unconfirmed")] if found.unconfirmed else [])]


def _acts(entry: Entry, request: Request) -> tuple:  # type: ignore[type-arg]  # of choices
    service = entry.service
    tried = any(one.in_vain for one in _reports(entry, request))
    pause = "resume" if service.suspended else "suspend"
    places = "room" if service.full(request.world().today) else "full"
    answers = ("answers",) if service.silent else ("silent",) if tried else ()
    first = (pause, places, *answers, "write", "settle") if tried else ()
    acts = dict.fromkeys((*first, "valid", "price", "hours", "phone", pause, places, *answers))
    buttons = (button(request.language, act, short(entry.id)) for act in acts)
    desk = (button(request.language, "desk-link", short(entry.id)),) if request.web_url else ()
    return (*buttons, *desk, button(request.language, "catalogue"))


def _reports(entry: Entry, request: Request) -> list[Wrong]:
    return wrong.open_reports(request.tx, request.keys, request.now, [entry.id])
