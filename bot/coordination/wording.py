"""What the bot says to coordinators, and the buttons under it."""

from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from pathlib import Path

from markupsafe import Markup

from bot.catalogue.catalogue import Catalogue, Entry
from bot.catalogue.fluent import Phrases, phrases_in
from bot.catalogue.text import Language
from bot.conversation.messages import Choice

FOLDER = Path(__file__).parent / "phrases"
LONGEST = 36  # letters of a name on a button
MOST_DIGITS = 9  # of a number that a database counts up
PREFIX = "coord:"  # of every choice that is for coordinators only


@dataclass(frozen=True)
class Setting:
    """In which language it is said, in which catalogue, and on which day."""

    language: Language
    catalogue: Catalogue
    today: date


def words(language: Language) -> Phrases:
    """Return the phrases of a language."""
    return phrases_in(FOLDER, language)


def button(language: Language, act: str, name: str | int = "", **values: str | int) -> Choice:
    """Return the button `coord:ACT:NAME`; its label is the phrase `button-ACT`."""
    return Choice(f"{PREFIX}{act}:{name}".rstrip(":"), words(language).label(f"button-{act}", **values))


def pool(catalogue: Catalogue, offer: str, free: int, total: int, language: Language) -> Markup:
    """Return how many codes a pool has left, and whom to ask for more."""
    entry, _ = catalogue.offers[offer]
    name = entry.service.name.of(language)
    phrase = "status-low" if free else "status-empty" if total else "status-no-codes"
    said = words(language).say(phrase, service=name, free=free, total=total)
    return Markup("{} {}").format(said, write_to(entry))


def write_to(entry: Entry) -> str:
    """Return where to write to an organization, or its number where no address is known."""
    email = entry.organization.contact.email
    return f"✉️ {email}" if email else f"☎️ {entry.phone}" if entry.phone else ""


def ready(phrase: str, language: Language, **values: str) -> Markup:
    """Return a text to copy for an organization, of a phrase."""
    return words(language).say("ready", text=words(language).label(phrase, **values))


def number_of(name: str) -> int:
    """Return the number that a button ends with; 0, which nothing has, for anything else."""
    return int(name) if name.isascii() and name.isdecimal() and len(name) <= MOST_DIGITS else 0


def short(service: str) -> str:
    """Return what stands for a service in a button: an id of forty letters is too long for what Telegram carries."""
    return blake2b(service.encode(), digest_size=6).hexdigest()


def see(entry: Entry, language: Language) -> Choice:
    """Return the button that opens a service."""
    name = entry.service.name.of(language)
    return Choice(f"{PREFIX}see:{short(entry.id)}", name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…")


def by_short(catalogue: Catalogue, name: str) -> Entry | None:
    """Return the service that a button stands for."""
    return next((entry for entry in catalogue.entries.values() if short(entry.id) == name), None)
