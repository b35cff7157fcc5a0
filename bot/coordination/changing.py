"""Changing one field of a service in the chat: a question, the answer read back, a yes."""

from collections.abc import Callable
from dataclasses import dataclass
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
from bot.conversation.messages import Choice, Message, Reply
from bot.coordination import drafts, values
from bot.coordination.drafts import Edit
from bot.coordination.request import Request
from bot.coordination.wording import PREFIX, button, short
from bot.editorial.editing import Field, dropped
from bot.editorial.rules.bad_hours import because

NAMED: tuple[Field, ...] = ("suspended", "full_until")  # whose yes says what it does
LONGEST_REASON = 200  # letters: see bot.catalogue.model.Service.suspended


@dataclass(frozen=True)
class Read:
    """An answer that was understood: its value for the file, and how it is read back."""

    value: Any
    said: str


@dataclass(frozen=True)
class Unread:
    """Why an answer was not understood, and how it can be."""

    said: Markup


def ask(field: Field, entry: Entry, request: Request) -> Reply:
    """Ask for the new value of a field."""
    request.ask(ask=field, service=entry.id)
    name = entry.service.name.of(request.language)
    text = request.words.say(f"ask-{field}", service=name, now=now_said(field, entry, request) or "-")
    return Reply((Message(text, choices=(button(request.language, "cancel", short(entry.id)),)),))


def answer(field: Field, entry: Entry, text: str, request: Request) -> Reply:
    """Read an answer back; one that is not understood is asked for again."""
    read = READERS[field](text, entry, request)
    cancel = button(request.language, "cancel", short(entry.id))
    if read is None or isinstance(read, Unread):
        why = [read.said] if read else _not_read(field, text, request)
        return Reply((Message(Markup("\n").join(why), choices=(cancel,)),))
    before = now_said(field, entry, request)
    if read.said == before:
        request.done_asking()
        return Reply((Message(request.words.say("same", value=read.said), choices=(_see(entry, request),)),))
    request.ask(ask="confirm", service=entry.id, field=field, value=read.value)
    act = f"keep-{field}" if field in NAMED else "keep"
    yes = Choice(f"{PREFIX}keep:{fingerprint(entry.id, field, read.value)}", request.words.label(f"button-{act}"))
    name = entry.service.name.of(request.language)
    said = request.words.say(f"confirm-{field}", service=name, before=before or "-", after=read.said)
    text_ = Markup("\n").join([said, *_everywhere(field, entry, request)])
    return Reply((Message(text_, choices=(yes, cancel)),))


def keep(nonce: str, request: Request) -> Reply:
    """Publish what was read back last, if the button is that one's."""
    asked = request.me.asking
    if asked.get("ask") != "confirm" or nonce != fingerprint(asked["service"], asked["field"], asked["value"]):
        return Reply((Message(request.words.say("stale"), choices=(button(request.language, "catalogue"),)),))
    return publish(Edit(asked["service"], asked["field"], asked["value"]), request)


def publish(edit: Edit, request: Request) -> Reply:
    """Order a release with one change."""
    request.done_asking()
    drafts.change(request.tx, request.me.number, request.catalogue.number, edit, request.now, web=request.web)
    return Reply((Message(request.words.say("publishing")),))


def fingerprint(service: str, field: str, value: Any) -> str:
    """Return what ties a yes to the value that was read back."""
    return blake2b(dumps([service, field, value]).encode(), digest_size=6).hexdigest()


def now_said(field: Field, entry: Entry, request: Request) -> str | None:
    """Return a field as it is, in words."""
    if field == "price":
        return prices.price(entry.service.price, request.language)
    if field == "hours":
        return in_words(entry.service.hours, request.language)
    if field == "full_until":
        return full_until(entry, request)
    return entry.phone if field == "phone" else entry.service.suspended


def full_until(entry: Entry, request: Request) -> str | None:
    """Return the last day without a free place in words, where there is none now."""
    last, today = entry.service.full_until, request.world().today
    return prices.day(last, request.language, today) if last and entry.service.full(today) else None


def _price(text: str, entry: Entry, request: Request) -> Read | None:
    value = money.price(text)
    if value is None:
        return None
    old = entry.service.price.model_dump(mode="json", by_alias=True, exclude_none=True, exclude_defaults=True)
    kept = {name: said for name, said in old.items() if name not in dropped(old, value)}
    try:
        new = Price.model_validate(kept | value)
    except ValidationError:
        return None
    return Read(value, prices.price(new, request.language))


def _hours(text: str, entry: Entry, request: Request) -> Read | Unread:
    value = values.hours(text, entry.service.hours)
    if isinstance(value, Refused):
        return Unread(request.words.say("bad-hours", why=because(text, value, request.language)))
    return Read(value, in_words(value, request.language))


def _phone(text: str, _entry: Entry, request: Request) -> Read | None:
    value = values.phone(text, request.catalogue.network.country)
    return Read(value, value) if value else None


def _not_read(field: Field, text: str, request: Request) -> list[Markup]:
    """Say what can be typed, and the number that was likely meant."""
    meant = values.phone_meant(text, request.catalogue.network.country) if field == "phone" else None
    maybe = [request.words.say("bad-phone-meant", phone=meant)] if meant else []
    return [request.words.say(f"bad-{field}"), *maybe]


def _full_until(text: str, _entry: Entry, request: Request) -> Read | None:
    today = request.world().today
    found = values.last_day(text, today)
    return Read(found.isoformat(), prices.day(found, request.language, today)) if found else None


def _reason(text: str, _entry: Entry, _request: Request) -> Read | None:
    said = " ".join(text.split())
    return Read(said, said) if 1 <= len(said) <= LONGEST_REASON and "<" not in said else None


def _everywhere(field: Field, entry: Entry, request: Request) -> list[Markup]:
    """Say where a number is that of the whole organization."""
    own = entry.service.contact
    count = len(entry.organization.services)
    if field != "phone" or (own and own.numbers) or count == 1:
        return []
    return [request.words.say("phone-of-all", organization=entry.organization.name, count=count)]


def _see(entry: Entry, request: Request) -> Choice:
    return button(request.language, "see", short(entry.id))


READERS: dict[str, Callable[[str, Entry, Request], Read | Unread | None]] = {
    "price": _price,
    "hours": _hours,
    "phone": _phone,
    "full_until": _full_until,
    "suspended": _reason,
}
