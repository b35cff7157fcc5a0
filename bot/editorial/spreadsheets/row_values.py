"""The cells of somebody's own table, read as what their column holds, dirt and all. Pure."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from bot.catalogue import money
from bot.catalogue.by_name import plain
from bot.catalogue.contacts import Phone, number
from bot.editorial.spreadsheets.cells import Unread, Words
from bot.editorial.spreadsheets.cells import read as read_cell
from bot.editorial.spreadsheets.layout import Field
from bot.editorial.spreadsheets.names import NOTHING, Names
from bot.editorial.spreadsheets.paths import Data
from bot.editorial.spreadsheets.towns import town_said
from bot.editorial.values import phones
from bot.editorial.values.guesses import NO_PRICE, sum_and_words

EMPTY = re.compile(rf"{NO_PRICE}|nessun[oa]?|vuoto|none|non (?:disponibile|presente|indicato)|/", re.IGNORECASE)
SEVERAL = re.compile(r"\s*(?:[,;/\n•]|\s[-–]\s|\s(?:e|and|o|or|ed)\s)\s*")
LINES = re.compile(r"\s*[;\n•]\s*")
EVERY = re.compile(r"tutt[ioea]\b.*|all\b.*|everyone|chiunque|cittadinanza|intera rete|unione", re.IGNORECASE)
WAYS = {
    "home": re.compile(r"domicili|a casa|at home|home visit", re.IGNORECASE),
    "online": re.compile(r"on ?line|da remoto|video|a distanza|remote", re.IGNORECASE),
    "place": re.compile(
        r"in sede|presso|ambulatori|sportello|in ufficio|in presenza|on site|at (?:the|our|their)", re.IGNORECASE
    ),
}
EMAIL = re.compile(r"[^\s<>;,:()]+@[^\s<>;,()]+\.\w{2,}")
SITE = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
WEB = re.compile(r"(?:https?://|www\.)?[\w-]+(?:\.[\w-]+)+(?:/\S*)?", re.IGNORECASE)
CLOSE = 88  # how alike (0-100) a mistyped choice must be
SMALL = {
    "di",
    "del",
    "della",
    "dei",
    "delle",
    "da",
    "in",
    "a",
    "e",
    "al",
    "alla",
    "il",
    "la",
    "lo",
    "i",
    "le",
    "per",
    "con",
}


@dataclass(frozen=True)
class Cell:
    """A cell with what stands over it, and the names of the network."""

    text: str
    heading: str
    words: Words

    @property
    def language(self) -> str:
        return self.words.language


class Noted(Exception):
    """A value was read from something that may be meant otherwise; `why` is the end of the phrase `row-…`."""

    def __init__(self, value: Any, why: str, values: Mapping[str, str]) -> None:
        super().__init__(why)
        self.value, self.why, self.values = value, why, values


def is_empty(text: str) -> bool:
    """Tell whether a cell says nothing, in a dash or in words."""
    return not text.strip() or EMPTY.fullmatch(text.strip()) is not None


def price(cell: Cell) -> Data:
    """Read a price; what is no sum is a price in words, as it stands. The heading may say of what: `Costo orario`."""
    text = " ".join(cell.text.split())
    read = money.price(text) or _noted(text) or money.price(re.sub(r"[()]", " ", text)) or sum_and_words(text.split())
    if read is None:
        return {"note": {"it": text}}
    found = {name: Decimal(one) if isinstance(one, str) and name != "per" else one for name, one in read.items()}
    note = found.pop("note", None)
    if found.keys() & {"amount", "from", "to"} and (unit := money.unit(cell.heading.strip(" ()€"))):
        found.setdefault("per", unit)
    said = {language: one for language, one in note.items() if one != "…"} if isinstance(note, dict) else {}
    return {**found, "note": said} if said else found


def _noted(text: str) -> Data | None:
    """Read a sum with its note in brackets: `320 € a pratica (lo stipendio è a parte)`."""
    found = re.fullmatch(r"([^(]*\d[^(]*|[^(]*gratis[^(]*?)\s*\((.*[^\W\d]{3}.*)\)", text)
    read = money.price(found[1]) if found else None
    return {**read, "note": {"it": found[2]}} if found and read and "note" not in read else None


def hours(cell: Cell) -> str:
    text = re.sub(r"\s*\n\s*", "; ", cell.text)
    return str(read_cell(Field("hours", "hours"), text, cell.words))


def phone(cell: Cell) -> list[Data]:
    """Read one number or several; what a spreadsheet did to one is mended, and said."""
    text = number(cell.text.replace("\n", "; "))
    country = cell.words.country
    found = phones.fault(text, country)
    if found is None:
        return [{"number": phones.as_written(text, country)}]
    if not found.meant:
        raise Unread("phone")
    meant = [_phone(one) for one in found.meant]
    if found.variant in {"zero", "letter", "plus", "float", "several-bad"}:
        raise Noted(meant, "phone-meant", {"meant": ", ".join(one["number"] for one in meant)})
    return meant


def _phone(phone: Phone) -> Data:
    said: Data = {"number": phone.number}
    said |= {"extension": phone.extension} if phone.extension else {}
    return said | ({"description": {"it": phone.description.it}} if phone.description else {})


def email(cell: Cell) -> str:
    found = EMAIL.findall(cell.text)
    if len(found) > 1:
        raise Noted(found[0].lower(), "several", {"taken": found[0].lower()})
    if not found:
        raise Unread("email")
    return str(found[0]).lower()


def contacts(cell: Cell) -> Data:
    """Read all that one cell says of how to reach somebody: an e-mail address, a site, numbers."""
    emails, rest = EMAIL.findall(cell.text), EMAIL.sub(" ", cell.text)
    sites, rest = SITE.findall(rest), SITE.sub(" ", rest)
    found: Data = {"email": emails[0].lower()} if emails else {}
    found |= {"web": web(replace(cell, text=sites[0]))} if sites else {}
    if any(map(str.isdigit, rest)):
        found["phones"] = phone(replace(cell, text=rest.strip(" ,;/-–\n")))
    if not found:
        raise Unread("contacts")
    return found


def web(cell: Cell) -> str:
    found = WEB.search(cell.text.replace(" ", ""))
    if not found or "@" in cell.text:
        raise Unread("web")
    said = found[0]
    host, slash, path = said.partition("://")[2].partition("/") if "://" in said else said.partition("/")
    return f"{'http' if said.lower().startswith('http://') else 'https'}://{host.lower()}{slash}{path}".rstrip("/")


def ages(cell: Cell) -> Data | None:
    text = cell.text.lower().strip()
    if EVERY.fullmatch(text):
        return None
    text = re.sub(r"^(?:eta|età)\b[: ]*|\b(?:bambin[ie]|ragazz[ie]|persone)\b\s*|\bcompiuti\b", "", text).strip(" .")
    text = text if re.search(r"\d\s*(?:\+|ann|mes|yea|mon)|over|oltre|fino|da|to|[-–]", text) else f"{text} anni"
    return dict(read_cell(Field("ages", "ages"), text, cell.words))


def chosen(of: str) -> Callable[[Cell], list[str]]:
    """Return what reads some names of a list; of those that are not in it, the others are taken and it is said."""

    def read(cell: Cell) -> list[str]:
        names, parts = cell.words.names[of], [part for part in SEVERAL.split(cell.text) if part]
        whole = names.read(cell.text)
        found = [whole] if whole else [_near(part, names) for part in parts]
        known, strange = [one for one in found if one], [part for part, one in zip(parts, found) if not one]  # noqa: B905
        if not known:
            raise Unread(f"name-{of}", name=cell.text)
        if strange and not whole:
            raise Noted([*dict.fromkeys(known)], f"name-{of}", {"name": ", ".join(strange)})
        return [*dict.fromkeys(known)]

    return read


def _near(text: str, names: Names) -> str | None:
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - as in the readers of typed values

    if (found := names.read(text)) is not None:
        return found
    near = process.extractOne(plain(text), list(names.plain_names), scorer=fuzz.ratio, score_cutoff=CLOSE)
    return names.plain_names[near[0]] if near else None


def towns(cell: Cell) -> Any:
    """Read one town or several; `all` where it says so."""
    if EVERY.fullmatch(cell.text.strip()):
        return "all"
    names = cell.words.names.get("towns", NOTHING)
    parts = [part for part in SEVERAL.split(cell.text) if part.strip()]
    if whole := town_said(cell.text, names):
        return [whole]
    found = [town_said(part, names) for part in parts]
    if not found or not all(found):
        raise Unread("name-towns", name=cell.text)
    return [*dict.fromkeys(found)]


def ways(cell: Cell) -> list[str]:
    """Read how people are reached: at home, at a place, online."""
    found = [way for way, words in WAYS.items() if words.search(cell.text)]
    one = cell.words.names["at"].read(cell.text)
    if not found and one is None:
        raise Unread("name-at", name=cell.text)
    return found or [str(one)]


def needs(cell: Cell) -> list[str]:
    """Read need types by their names; nothing where it is another classification than ours."""
    names = cell.words.names["needs"]
    found = [_near(part, names) for part in LINES.split(cell.text)]
    return [*dict.fromkeys(one for one in found if one)]


def day(cell: Cell) -> Any:
    return read_cell(Field("checked_on", "day"), cell.text, cell.words)


def number_of(cell: Cell) -> Any:
    return read_cell(Field("lat", "number"), cell.text, cell.words)


def lines(cell: Cell) -> list[str]:
    return [part.strip(" -–") for part in LINES.split(cell.text) if part.strip(" -–")]


def text(cell: Cell) -> str:
    """Return a text on one line; what is shouted is said."""
    said = " ".join(cell.text.split())
    return said.capitalize() if shouted(said) else said


def title(cell: Cell) -> str:
    """Return the name of somebody, or a street."""
    said = " ".join(cell.text.split())
    return " ".join(_titled(said)) if shouted(said) else said


def shouted(text: str) -> bool:
    """Tell whether a text of more than one word is all in capitals."""
    return text.isupper() and " " in text


def _titled(text: str) -> Iterator[str]:
    for place, word in enumerate(text.lower().split()):
        yield word if word in SMALL and place else word[:1].upper() + word[1:]


READERS: dict[str, Callable[[Cell], Any]] = {
    "organization": title,
    "address": title,
    "civic": text,
    "contact.phone": phone,
    "contact.phones": phone,
    "contact.email": email,
    "contacts": contacts,
    "contact.web": web,
    "hours": hours,
    "price": price,
    "ages": ages,
    "who": chosen("who"),
    "languages": chosen("languages"),
    "town": towns,
    "where.towns": towns,
    "where.at": ways,
    "needs": needs,
    "checked_on": day,
    "lat": number_of,
    "lon": number_of,
    "documents": lines,
    "keywords": lines,
}  # every other field is text
