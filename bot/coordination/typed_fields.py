"""What is typed for a field of a service: read, and said back in words; or refused, with what can be typed. Pure.

Coordinators type it in the chat, organizations at their door.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from json import dumps
from typing import Any

from markupsafe import Markup
from pydantic import ValidationError

from bot.catalogue import money, prices
from bot.catalogue.catalogue import Entry
from bot.catalogue.costs import Price
from bot.catalogue.hours.value import Refused
from bot.catalogue.hours.words import in_words
from bot.catalogue.text import Language
from bot.coordination import values
from bot.coordination.wording import Setting, words
from bot.editorial.editing import Field, dropped
from bot.editorial.rules.bad_hours import because

LONGEST_REASON = 200  # letters: see bot.catalogue.model.Service.suspended


@dataclass(frozen=True)
class Unread:
    """Why an answer was not understood, and how it can be."""

    said: Markup


def read(field: Field, text: str, entry: Entry, setting: Setting) -> Any | Unread:
    """Return the value that was typed, as bot.editorial.editing.changed takes it, or why it is none."""
    return READERS[field](text, entry, setting)


def said(field: Field, value: Any, entry: Entry, setting: Setting) -> str:
    """Return a value of a service in words: that of a file, or one that was read."""
    if value is None:
        return words(setting.language).label(f"none-{field}")
    if field == "price":
        return prices.price(_price_with(value, entry), setting.language)
    if field == "hours":
        return in_words(value, setting.language)
    if field in {"full_until", "checked_on"}:
        return prices.day(date.fromisoformat(value), setting.language, setting.today)
    return str(value)


def now_said(field: Field, entry: Entry, setting: Setting) -> str | None:
    """Return a field as it is, in words; None where it says nothing."""
    if field == "price":
        return prices.price(entry.service.price, setting.language)
    if field == "hours":
        return in_words(entry.service.hours, setting.language)
    if field == "full_until":
        return full_until(entry, setting)
    if field == "checked_on":
        checked = entry.service.checked_on
        return prices.day(checked, setting.language, setting.today) if checked else None
    return entry.phone if field == "phone" else entry.service.suspended


def full_until(entry: Entry, setting: Setting) -> str | None:
    """Return the last day without a free place in words, where there is none now."""
    last = entry.service.full_until
    return prices.day(last, setting.language, setting.today) if last and entry.service.full(setting.today) else None


def everywhere(field: Field, entry: Entry, language: Language) -> list[Markup]:
    """Say where a number is that of the whole organization."""
    own = entry.service.contact
    count = len(entry.organization.services)
    if field != "phone" or (own and own.numbers) or count == 1:
        return []
    return [words(language).say("phone-of-all", organization=entry.organization.name, count=count)]


def fingerprint(service: str, field: str, value: Any) -> str:
    """Return what ties a yes to the value that was read back."""
    return blake2b(dumps([service, field, value]).encode(), digest_size=6).hexdigest()


def _price_with(value: dict[str, Any], entry: Entry) -> Price:
    """Return the price of a service with what was typed. Raises pydantic.ValidationError."""
    old = entry.service.price.model_dump(mode="json", by_alias=True, exclude_none=True, exclude_defaults=True)
    kept = {name: one for name, one in old.items() if name not in dropped(old, value)}
    return Price.model_validate(kept | value)


def _price(text: str, entry: Entry, setting: Setting) -> Any | Unread:
    value = money.price(text)
    try:
        return _price_with(value, entry) and value if value else _unread("price", setting)
    except ValidationError:
        return _unread("price", setting)


def _hours(text: str, entry: Entry, setting: Setting) -> str | Unread:
    value = values.hours(text, entry.service.hours)
    if isinstance(value, Refused):
        return Unread(words(setting.language).say("bad-hours", why=because(text, value, setting.language)))
    return value


def _phone(text: str, _entry: Entry, setting: Setting) -> str | Unread:
    country = setting.catalogue.network.country
    if value := values.phone(text, country):
        return value
    meant = values.phone_meant(text, country)
    maybe = [words(setting.language).say("bad-phone-meant", phone=meant)] if meant else []
    return _unread("phone", setting, *maybe)


def _full_until(text: str, _entry: Entry, setting: Setting) -> str | Unread:
    found = values.last_day(text, setting.today)
    return found.isoformat() if found else _unread("full_until", setting)


def _reason(text: str, _entry: Entry, setting: Setting) -> str | Unread:
    reason = " ".join(text.split())
    return reason if 1 <= len(reason) <= LONGEST_REASON and "<" not in reason else _unread("suspended", setting)


def _unread(field: Field, setting: Setting, *more: Markup) -> Unread:
    return Unread(Markup("\n").join([words(setting.language).say(f"bad-{field}"), *more]))


READERS: dict[str, Callable[[str, Entry, Setting], Any | Unread]] = {
    "price": _price,
    "hours": _hours,
    "phone": _phone,
    "full_until": _full_until,
    "suspended": _reason,
}
