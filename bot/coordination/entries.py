"""A service as employees see it, with what a coordinator may do about it; and finding one by a word."""

from dataclasses import replace
from unicodedata import combining, normalize

from markupsafe import Markup
from rapidfuzz import fuzz

from bot.catalogue.catalogue import Catalogue, Entry
from bot.conversation import prices
from bot.conversation.cards import card
from bot.conversation.messages import Message, Reply
from bot.conversation.state import State
from bot.coordination.seat import Seat
from bot.coordination.status import reported, see
from bot.coordination.wording import button, short
from bot.insight import wrong

MOST = 8  # services that a search lists
CLOSE = 80  # how alike (0-100) a mistyped word must be


def search(text: str, seat: Seat) -> Reply:
    """Return the services that a word is about: the one, or buttons for some."""
    found = matching(text, seat.catalogue)
    if len(found) == 1:
        return show(found[0], seat)
    if not found:
        return ask_for_word(seat, "search-none", said=text[:60])
    choices = tuple(see(entry, seat) for entry in found[:MOST])
    phrase = "search-some" if len(found) <= MOST else "search-many"
    return Reply((Message(seat.words.say(phrase, count=len(found)), choices=choices),))


def ask_for_word(seat: Seat, phrase: str = "search-ask", **values: str) -> Reply:
    """Ask for a word to search by."""
    seat.ask(ask="search")
    return Reply((Message(seat.words.say(phrase, **values), choices=(button(seat.language, "status"),)),))


def matching(text: str, catalogue: Catalogue) -> list[Entry]:
    """Return the services whose names, organization or needs have the words, or nearly; the best first."""
    wanted = _plain(text)
    if not wanted:
        return []
    named = {entry.id: _plain(_said(entry, catalogue)) for entry in catalogue.entries.values()}
    exact = [entry for entry in catalogue.entries.values() if all(w in named[entry.id] for w in wanted.split())]
    if exact:
        return sorted(exact, key=lambda entry: (not _plain(entry.service.name.it).startswith(wanted), entry.id))
    scored = [(fuzz.partial_ratio(wanted, named[entry.id]), entry) for entry in catalogue.entries.values()]
    return [entry for score, entry in sorted(scored, key=lambda one: (-one[0], one[1].id)) if score >= CLOSE]


def _said(entry: Entry, catalogue: Catalogue) -> str:
    name = entry.service.name
    needs = (catalogue.needs[need].name.it for need in entry.needs if need in catalogue.needs)
    return " ".join([name.it, name.en or "", entry.organization.name, entry.id, *needs])


def _plain(text: str) -> str:
    letters = normalize("NFD", text.lower())
    return " ".join("".join(sign for sign in letters if not combining(sign)).split())


def show(entry: Entry, seat: Seat) -> Reply:
    """Return the card as employees see it, what they report about it, and the buttons."""
    world = seat.world(_company(entry, seat))
    shown = card(entry, seat.words.say("card-seen"), State(), world)
    lines = [shown.text, "", *_notes(entry, seat)]
    return Reply((replace(shown, text=Markup("\n").join(lines), choices=_acts(entry, seat)),))


def _company(entry: Entry, seat: Seat) -> str | None:
    """Return a company whose people have the offer of a service, so that the card shows it."""
    for offer in entry.service.offers:
        return next(iter(seat.catalogue.companies), None) if offer.companies == "all" else offer.companies[0]
    return None


def _notes(entry: Entry, seat: Seat) -> list[Markup]:
    checked = entry.service.checked_on
    day = prices.day(checked, seat.language, seat.world().today) if checked else "-"
    lines = [seat.words.say("card-checked", date=day)]
    lines += [reported(one, seat) for one in wrong.open_reports(seat.tx, [entry.id])]
    if entry.service.suspended:
        lines.append(seat.words.say("card-suspended", reason=entry.service.suspended))
    return lines


def _acts(entry: Entry, seat: Seat) -> tuple:  # type: ignore[type-arg]  # of choices
    pause = "resume" if entry.service.suspended else "suspend"
    acts = ("valid", "price", "hours", "phone", pause)
    buttons = (button(seat.language, act, short(entry.id)) for act in acts)
    return (*buttons, button(seat.language, "catalogue"))
