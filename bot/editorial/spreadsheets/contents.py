"""What the cells of a column look like, whatever stands over them: which share is a phone, hours, a price."""

import re
from collections.abc import Callable, Mapping, Sequence

from bot.catalogue import ages, money
from bot.catalogue.contacts import number
from bot.catalogue.hours.reading import read as read_hours
from bot.catalogue.hours.value import Hours
from bot.editorial.spreadsheets.names import Names
from bot.editorial.spreadsheets.towns import town_said
from bot.editorial.values import days, phones

LOOKED_AT = 60  # cells, spread over the column, by which it is told
EMAIL = re.compile(r"\S+@\S+\.\w{2,}")
WEB = re.compile(r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)*\.(?:it|com|org|eu|net)(?:/\S*)?")
STREET = re.compile(
    r"\b(?:via|viale|vicolo|piazza|piazzale|p\.?zza|corso|c\.?so|largo|strada|str\.|borgo|v\.le|street|road|avenue)\b",
    re.IGNORECASE,
)
MONEY = re.compile(
    r"€|\beuros?\b|\beur\b|\bgrat(?:is|uit[oaie])\b|\bfree\b|\bisee\b|preventivo|offerta libera", re.IGNORECASE
)
AGES = re.compile(r"ann[oi]|mes[ei]|\bover\b|years|months|\+", re.IGNORECASE)
WORD = re.compile(r"[^\W\d]{2}")
LONG = 60  # signs from which a text describes something
MOST = 0.34  # of the cells that may be the same where each row has a name of its own


def phone(text: str) -> bool:
    said = number(text)
    if sum(map(str.isdigit, said)) < 6:  # noqa: PLR2004 - digits of the shortest number
        return False
    found = phones.fault(said, "IT")
    return (found is None or bool(found.meant)) and not (WORD.search(text) and isinstance(read_hours(text), Hours))


def hours(text: str) -> bool:
    found = read_hours(text)
    return isinstance(found, Hours) and (found.timed or bool(found.rules)) and not phone(text)


def price(text: str) -> bool:
    return bool(MONEY.search(text)) and money.price(text) is not None


def _ages(text: str) -> bool:
    return bool(AGES.search(text)) and ages.read(text) is not None


def _day(text: str) -> bool:
    return days.day(text) is not None


def tests(towns: Names) -> Mapping[str, Callable[[str], bool]]:
    """Return how a cell of each kind is known by itself."""
    return {
        "contact.email": lambda text: bool(EMAIL.fullmatch(text)),
        "contact.web": lambda text: bool(WEB.fullmatch(text)),
        "contact.phone": phone,
        "price": price,
        "ages": _ages,
        "hours": hours,
        "checked_on": _day,
        "town": lambda text: town_said(text, towns) is not None,
        "address": lambda text: bool(STREET.search(text)) and len(text) < LONG * 2,
    }


def shares(cells: Sequence[str], towns: Names) -> dict[str, float]:
    """Return which share of some cells is of each kind, of the kinds that there are some of."""
    step = max(1, len(cells) // LOOKED_AT)
    sample = [cell[: LONG * 4] for cell in cells[::step]]
    found = {kind: sum(map(test, sample)) / len(sample) for kind, test in tests(towns).items() if sample}
    return {kind: share for kind, share in found.items() if share}
