"""What a service's page says: all facts of its card, each under a heading. No code, no discount, nothing of a reader."""

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import shorten

from markupsafe import Markup

from bot.catalogue import prices
from bot.catalogue.catalogue import Entry
from bot.catalogue.hours.words import in_words
from bot.catalogue.text import Text
from bot.conversation.talk.about.reach import full, silent
from bot.conversation.talk.about.tongues import tongue
from bot.conversation.talk.ages import span
from bot.conversation.talk.cards import enrolment, place_line
from bot.conversation.talk.state import State
from bot.conversation.talk.world import World
from handlers.web.reaching import on_map, tel

ABOUT = 64  # signs of a summary in a list: all services of a network are on one page
EMOJI = "📍 "  # before a place, on a card: here a heading says it


@dataclass(frozen=True)
class Fact:
    """A heading (its phrase is `fact-…`), and its lines: what is said, and where it leads."""

    name: str
    lines: tuple[tuple[str, str | None], ...]


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
    return Listed(
        entry.id, service.name.of(language), shorten(service.summary.of(language), ABOUT, placeholder="…"), price
    )


def notes(entry: Entry, world: World) -> list[Markup]:
    """Return what has to be known first: no room, hardly an answer, when one signs up."""
    return [*full(entry, world), *silent(entry, world), *enrolment(entry, world)]


def facts(entry: Entry, world: World) -> list[Fact]:
    """Return all that is known, in the order in which one asks."""
    service = entry.service
    found = {
        "who": _who(entry, world),
        "where": list(_where(entry, world)),
        "hours": [in_words(service.hours, world.language)],
        "price": [prices.price(service.price, world.language), *_said(service.payment, world)],
        "documents": [document.of(world.language) for document in service.documents],
        "time": [*_said(service.wait, world), *_said(service.duration, world)],
        "room": _said(service.capacity, world),
        "languages": [", ".join(tongue(code, world) for code in service.languages)] if service.languages else [],
        "contact": list(_contacts(entry, world)),
    }
    return [Fact(name, tuple(map(_line, lines))) for name, lines in found.items() if lines]


def _line(said: "str | tuple[str, str]") -> tuple[str, str | None]:
    return (said[:1].upper() + said[1:], None) if isinstance(said, str) else said


def _said(text: Text | None, world: World) -> list[str]:
    return [text.of(world.language)] if text else []


def _who(entry: Entry, world: World) -> list[str]:
    service = entry.service
    people = ", ".join(world.words.label(f"who-{who}") for who in service.who)
    ages = span(service.ages, world.language) if service.ages else ""
    return [*(part for part in (people, ages) if part), *_said(service.eligibility, world)]


def _where(entry: Entry, world: World) -> "Iterator[str | tuple[str, str]]":
    if not entry.places:
        yield str(place_line(entry, State(), world).striptags()).removeprefix(EMOJI)
    for place in entry.places:
        town = world.catalogue.towns[place.town].name
        yield f"{place.address}, {town}", on_map(place, town)


def _contacts(entry: Entry, world: World) -> Iterator[tuple[str, str]]:
    own, contact = entry.service.contact, entry.organization.contact
    yield from ((phone.of(world.language), tel(phone.number, phone.extension)) for phone in entry.phones)
    if email := (own.email if own else None) or contact.email:
        yield email, f"mailto:{email}"
    if web := (own.web if own else None) or contact.web:
        yield web.removeprefix("https://").removeprefix("http://").rstrip("/"), web
