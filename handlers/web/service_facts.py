"""What a service's page says: the facts of its card, whole, each under a heading. No code, nothing of a reader."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from bot.catalogue import prices
from bot.catalogue.catalogue import Entry
from bot.catalogue.hours.words import in_words
from bot.catalogue.text import Text
from bot.conversation.talk.about.reach import full, silent
from bot.conversation.talk.about.tongues import tongue
from bot.conversation.talk.ages import span
from bot.conversation.talk.cards import cut, enrolment, place_line
from bot.conversation.talk.state import State
from bot.conversation.talk.world import World
from handlers.web.reaching import on_map, tel

EMOJI = "📍 "  # before a place, on a card: here a heading says it


Line = tuple[str, str | None]  # what is said, and where it leads


@dataclass(frozen=True)
class Fact:
    """A heading (its phrase is `fact-…`), and its lines."""

    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Listed:
    """A service in a list."""

    id: str
    name: str
    about: str
    price: str


def listed(entry: Entry, world: World) -> Listed:
    """Return a service as one line."""
    service, language = entry.service, world.language
    price = prices.price(service.price, language, note=False)
    return Listed(entry.id, service.name.of(language), cut(service.summary.of(language)), price)


def notes(entry: Entry, world: World) -> list[Markup]:
    """Return what has to be known first: no room, hardly an answer, when one signs up."""
    return [*full(entry, world), *silent(entry, world), *enrolment(entry, world)]


def facts(entry: Entry, world: World) -> list[Fact]:
    """Return all that is known, in the order in which one asks."""
    service = entry.service
    found: dict[str, Iterable[Line]] = {
        "contact": _contacts(entry, world),
        "price": map(_plain, [prices.price(service.price, world.language), *_said(service.payment, world)]),
        "where": _where(entry, world),
        "hours": [_plain(in_words(service.hours, world.language))],
        "who": map(_plain, _who(entry, world)),
        "documents": [_plain(document.of(world.language)) for document in service.documents],
        "time": map(_plain, [*_said(service.wait, world), *_said(service.duration, world)]),
        "room": map(_plain, _said(service.capacity, world)),
        "languages": map(_plain, _spoken(entry, world)),
    }
    said = [Fact(name, tuple(lines)) for name, lines in found.items()]
    return [fact for fact in said if fact.lines]


def _plain(text: str) -> Line:
    return text[:1].upper() + text[1:], None


def _spoken(entry: Entry, world: World) -> list[str]:
    tongues = [tongue(code, world) for code in entry.service.languages]
    return [", ".join(tongues)] if tongues else []


def _said(text: Text | None, world: World) -> list[str]:
    return [text.of(world.language)] if text else []


def _who(entry: Entry, world: World) -> list[str]:
    service = entry.service
    people = ", ".join(world.words.label(f"who-{who}") for who in service.who)
    ages = span(service.ages, world.language) if service.ages else ""
    return [*(part for part in (people, ages) if part), *_said(service.eligibility, world)]


def _where(entry: Entry, world: World) -> Iterator[Line]:
    if not entry.places:
        yield _plain(str(place_line(entry, State(), world).striptags()).removeprefix(EMOJI))
    for place in entry.places:
        town = world.catalogue.towns[place.town].name
        yield f"{place.address}, {town}", on_map(place, town)


def _contacts(entry: Entry, world: World) -> Iterator[Line]:
    own, contact = entry.service.contact, entry.organization.contact
    yield from ((phone.of(world.language), tel(phone.number, phone.extension)) for phone in entry.phones)
    if email := (own.email if own else None) or contact.email:
        yield email, f"mailto:{email}"
    if web := (own.web if own else None) or contact.web:
        yield web.removeprefix("https://").removeprefix("http://").rstrip("/"), web
