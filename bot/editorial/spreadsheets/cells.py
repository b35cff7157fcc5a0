"""Values as the cells of our workbook show them, and read back: of each kind of column one pair of functions. Pure."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from bot.catalogue import money, prices
from bot.catalogue.ages import Ages
from bot.catalogue.contacts import Phone
from bot.catalogue.costs import Price, Value
from bot.catalogue.hours.normal import written
from bot.catalogue.hours.reading import read as read_hours
from bot.catalogue.hours.value import Hours
from bot.catalogue.hours.words import in_words
from bot.catalogue.text import Language
from bot.editorial.spreadsheets.layout import Field
from bot.editorial.spreadsheets.names import NOTHING, Names
from bot.editorial.values import days

Cell = str | int | float | date | None
ALL = {"it": "tutti", "en": "all"}
YES = {"it": "sì", "en": "yes"}
EVERY = {"all", "tutti", "tutte", "tutte le aziende", "tutti i comuni", "ovunque"}
AGREED = {"si", "sì", "yes", "y", "x", "vero", "true", "1"}
DENIED = {"no", "n", "falso", "false", "0"}
ITEMS = re.compile(r"\s*[;\n]\s*")
PARTS = " | "
MINUS = re.compile(r"(?:meno|less|-|−|–|sconto(?: di)?)\s*(.*\d.*)|(.*\d.*?)\s*(?:in meno|di sconto|off|less)")
PERCENT = re.compile(r"[-–−]?\s*(\d{1,3})(?:[.,]0+)?\s*(?:%|per ?cento).*")


class Unread(Exception):
    """A cell says nothing that its column can hold: `why` is the end of the phrase `unread-…`."""

    def __init__(self, why: str, **values: str) -> None:
        super().__init__(why)
        self.why, self.values = why, values


@dataclass(frozen=True)
class Words:
    """The language of a workbook and what its ids are called."""

    language: Language
    names: Mapping[str, Names]
    organization: str = ""  # whose places are meant
    country: str = "IT"  # whose phone numbers are read

    def of(self, field: Field) -> Names:
        of = f"places:{self.organization}" if field.of == "places" else field.of
        return self.names.get(of, NOTHING)


def shown(field: Field, value: Any, words: Words) -> Cell:
    """Return what a cell shows of a value of a file."""
    return None if value is None else WRITE[field.kind](field, value, words)


def read(field: Field, text: str, words: Words) -> Any:
    """Return the value that a cell says, as a file has it; None where it is empty. Raises Unread."""
    said = text.strip()
    return READ[field.kind](field, said, words) if said else None


def _hours(_field: Field, value: str, words: Words) -> str:
    said, meant = in_words(value, words.language), read_hours(value)
    return said if read_hours(said) == meant else value


def _read_hours(_field: Field, text: str, _words: Words) -> str:
    found = read_hours(text)
    if isinstance(found, Hours):
        return written(found)
    raise Unread("hours", proposal=found.proposal or "none")


def _price(_field: Field, value: Mapping[str, Any], words: Words) -> str | None:
    price = Price.model_validate({**value, "note": None} if set(value) - {"note"} else value)
    if price.in_words:
        return None
    said = prices.price(price, words.language, note=False)
    return said if _priced(said) == price else _plainly(price)


def _priced(text: str) -> Price | None:
    read = money.price(text)
    return Price.model_validate(read) if read else None


def _plainly(price: Price) -> str:
    low, high = price.low, price.high
    sums = price.amount if price.amount is not None else f"{low}-{high}" if high and low is not None else low or high
    lead = (
        "da " if price.low is not None and price.high is None else "fino a " if price.low is None and price.high else ""
    )
    return f"{lead}{sums}" + (f"/{price.per}" if price.per else "")


def _read_price(_field: Field, text: str, _words: Words) -> dict[str, Any]:
    if found := money.price(text):
        return {name: _number(one) for name, one in found.items()}
    raise Unread("price")


def _number(value: Any) -> Any:
    return Decimal(value) if isinstance(value, str) and re.fullmatch(r"[\d.]+", value) else value


def _ages(_field: Field, value: Mapping[str, int], words: Words) -> str:
    said = {name.partition("_")[0]: (n, name.endswith("months")) for name, n in value.items()}
    year, month = {"it": ("anni", "mesi"), "en": ("years", "months")}[words.language]
    text = {end: f"{n} {month if months else year}" for end, (n, months) in said.items()}
    if len(text) > 1:
        return f"{text['from']} - {text['to']}"
    lead = {"it": {"from": "da ", "to": "fino a "}, "en": {"from": "from ", "to": "up to "}}[words.language]
    return "".join(lead[end] + one for end, one in text.items())


def _read_ages(_field: Field, text: str, _words: Words) -> dict[str, int]:
    try:
        found = Ages.model_validate(text)
    except ValueError:
        raise Unread("ages") from None
    return dict(found.model_dump(by_alias=True, exclude_defaults=True))


def _value(_field: Field, value: Mapping[str, Any], words: Words) -> str | None:
    given = Value.model_validate(value)
    if given.gift:
        return None
    said = f"{given.percent}%" if given.percent is not None else prices.value(given, words.language)
    return said if _valued(said) == given else _value_plainly(given)


def _valued(text: str) -> Value | None:
    found = value(text)
    return Value.model_validate(found) if found else None


def _value_plainly(given: Value) -> str:
    return f"-{given.minus}" if given.minus is not None else f"{given.amount}" + (f"/{given.per}" if given.per else "")


def _read_value(_field: Field, text: str, _words: Words) -> dict[str, Any]:
    if found := value(text):
        return found
    raise Unread("value")


def value(text: str) -> dict[str, Any] | None:
    """Return what an offer gives: `15%`, `20 € in meno`, `49 € a visita`; None for anything else."""
    said = money.plain(text)
    if found := PERCENT.fullmatch(said):
        return {"percent": int(found[1])}
    if found := MINUS.fullmatch(said):
        off = money.amount(found[1] or found[2])
        if off is not None:
            return {"minus": off}
    price = money.price(text) or {}
    if "amount" in price and "note" not in price:
        return {name: _number(one) for name, one in price.items()}
    return None


def _phones(_field: Field, value: list[Mapping[str, Any]], _words: Words) -> str:
    return "\n".join(PARTS.join(_phone(Phone.model_validate(one))).rstrip(" |") for one in value)


def _phone(phone: Phone) -> list[str]:
    note = phone.description
    return [phone.number, phone.extension or "", note.it if note else "", (note.en or "") if note else ""]


def _read_phones(_field: Field, text: str, _words: Words) -> list[dict[str, Any]]:
    return [_read_phone(line) for line in text.splitlines() if line.strip()]


def _read_phone(line: str) -> dict[str, Any]:
    number, extension, it, en, *_ = (*(part.strip() for part in line.split("|")), "", "", "")
    note = {"it": it, **({"en": en} if en else {})} if it else None
    given = {"number": number, "extension": extension or None, "description": note}
    return {name: one for name, one in given.items() if one is not None}


def _read_count(_field: Field, text: str, _words: Words) -> int:
    if found := re.fullmatch(r"(\d{1,3}(?:[.' ]\d{3})+|\d{1,9})(?:[.,]0+)?", text):
        return int(re.sub(r"\D", "", found[1]))
    raise Unread("count")


def _read_number(_field: Field, text: str, _words: Words) -> Decimal:
    try:
        return Decimal(text.replace(",", "."))
    except InvalidOperation:
        raise Unread("number") from None


def _read_yes(_field: Field, text: str, _words: Words) -> bool:
    said = text.lower()
    if said in AGREED | DENIED:
        return said in AGREED
    raise Unread("yes")


def _read_day(_field: Field, text: str, _words: Words) -> date:
    said = re.sub(r"[ T]00:00.*", "", text)
    found = days.day(said)
    if found and days.NO_YEAR not in found:
        return date.fromisoformat(found)
    raise Unread("day")


def _named(field: Field, value: Any, words: Words) -> str:
    if value == "all":
        return ALL[words.language]
    return "; ".join(map(words.of(field).label, [value] if isinstance(value, str) else value))


def _read_name(field: Field, text: str, words: Words) -> str:
    if found := words.of(field).read(text):
        return found
    raise Unread(f"name-{field.of}", name=text)


def _read_names(field: Field, text: str, words: Words) -> Any:
    if text.lower() in EVERY and field.of in {"towns", "companies"}:
        return "all"
    return [_read_name(field, part, words) for part in ITEMS.split(text) if part]


def _plain(_field: Field, value: Any, _words: Words) -> Cell:
    return float(value) if isinstance(value, Decimal) else value


def _kept(_field: Field, text: str, _words: Words) -> str:
    return text


WRITE: dict[str, Callable[[Field, Any, Words], Cell]] = {
    **dict.fromkeys(("text", "lines", "count", "number", "day"), _plain),
    **dict.fromkeys(("name", "names"), _named),
    "words": lambda _field, value, _words: "; ".join(value),
    "phones": _phones,
    "yes": lambda _field, value, words: YES[words.language] if value else None,
    "hours": _hours,
    "price": _price,
    "ages": _ages,
    "value": _value,
}
READ: dict[str, Callable[[Field, str, Words], Any]] = {
    **dict.fromkeys(("text", "lines"), _kept),
    "words": lambda _field, text, _words: [part for part in ITEMS.split(text) if part],
    "phones": _read_phones,
    "count": _read_count,
    "number": _read_number,
    "yes": _read_yes,
    "day": _read_day,
    "hours": _read_hours,
    "price": _read_price,
    "ages": _read_ages,
    "value": _read_value,
    "name": _read_name,
    "names": _read_names,
}
