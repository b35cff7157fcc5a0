"""Changing one field of a service in the chat: a question, the answer read back, a yes."""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b
from json import dumps
from typing import Any

from markupsafe import Markup
from pydantic import ValidationError

from bot.catalogue.catalogue import Entry
from bot.catalogue.model import Price
from bot.conversation import hours, prices
from bot.conversation.messages import Choice, Message, Reply
from bot.coordination import drafts, values
from bot.coordination.drafts import Edit
from bot.coordination.seat import Seat
from bot.coordination.wording import PREFIX, button, short
from bot.editorial.editing import FORMS, Field

LONGEST_REASON = 200  # letters: see bot.catalogue.model.Service.suspended


@dataclass(frozen=True)
class Read:
    """An answer that was understood: its value for the file, and how it is read back."""

    value: Any
    said: str


def ask(field: Field, entry: Entry, seat: Seat) -> Reply:
    """Ask for the new value of a field."""
    seat.ask(ask=field, service=entry.id)
    name = entry.service.name.of(seat.language)
    text = seat.words.say(f"ask-{field}", service=name, now=now_said(field, entry, seat) or "-")
    return Reply((Message(text, choices=(button(seat.language, "cancel", short(entry.id)),)),))


def answer(field: Field, entry: Entry, text: str, seat: Seat) -> Reply:
    """Read an answer back; one that is not understood is asked for again."""
    read = READERS[field](text, entry, seat)
    cancel = button(seat.language, "cancel", short(entry.id))
    if read is None:
        return Reply((Message(seat.words.say(f"bad-{field}"), choices=(cancel,)),))
    before = now_said(field, entry, seat)
    if read.said == before:
        seat.done_asking()
        return Reply((Message(seat.words.say("same", value=read.said), choices=(_see(entry, seat),)),))
    seat.ask(ask="confirm", service=entry.id, field=field, value=read.value)
    act = "keep-suspended" if field == "suspended" else "keep"
    yes = Choice(f"{PREFIX}keep:{fingerprint(entry.id, field, read.value)}", seat.words.label(f"button-{act}"))
    name = entry.service.name.of(seat.language)
    said = seat.words.say(f"confirm-{field}", service=name, before=before or "-", after=read.said)
    text_ = Markup("\n").join([said, *_everywhere(field, entry, seat)])
    return Reply((Message(text_, choices=(yes, cancel)),))


def keep(nonce: str, seat: Seat) -> Reply:
    """Publish what was read back last, if the button is that one's."""
    asked = seat.me.asking
    if asked.get("ask") != "confirm" or nonce != fingerprint(asked["service"], asked["field"], asked["value"]):
        return Reply((Message(seat.words.say("stale"), choices=(button(seat.language, "catalogue"),)),))
    return publish(Edit(asked["service"], asked["field"], asked["value"]), seat)


def publish(edit: Edit, seat: Seat) -> Reply:
    """Order a release with one change."""
    seat.done_asking()
    drafts.change(seat.tx, seat.me.number, seat.catalogue.number, edit, seat.now)
    return Reply((Message(seat.words.say("publishing")),))


def fingerprint(service: str, field: str, value: Any) -> str:
    """Return what ties a yes to the value that was read back."""
    return blake2b(dumps([service, field, value]).encode(), digest_size=6).hexdigest()


def now_said(field: Field, entry: Entry, seat: Seat) -> str | None:
    """Return a field as it is, in words."""
    if field == "price":
        return prices.price(entry.service.price, seat.language)
    if field == "hours":
        return hours.in_words(entry.service.hours, seat.language)
    return entry.phone if field == "phone" else entry.service.suspended


def _price(text: str, entry: Entry, seat: Seat) -> Read | None:
    value = values.price(text)
    if value is None:
        return None
    old = entry.service.price.model_dump(mode="json", by_alias=True, exclude_none=True, exclude_defaults=True)
    kept = {name: said for name, said in old.items() if name not in FORMS and not (name == "per" and "free" in value)}
    try:
        new = Price.model_validate(kept | value)
    except ValidationError:
        return None
    return Read(value, prices.price(new, seat.language))


def _hours(text: str, entry: Entry, seat: Seat) -> Read | None:
    value = values.hours(text, entry.service.hours)
    return Read(value, hours.in_words(value, seat.language)) if value else None


def _phone(text: str, _entry: Entry, seat: Seat) -> Read | None:
    value = values.phone(text, seat.catalogue.network.country)
    return Read(value, value) if value else None


def _reason(text: str, _entry: Entry, _seat: Seat) -> Read | None:
    said = " ".join(text.split())
    return Read(said, said) if 1 <= len(said) <= LONGEST_REASON and "<" not in said else None


def _everywhere(field: Field, entry: Entry, seat: Seat) -> list[Markup]:
    """Say where a number is that of the whole organization."""
    own = entry.service.contact
    count = len(entry.organization.services)
    if field != "phone" or (own and own.phone) or count == 1:
        return []
    return [seat.words.say("phone-of-all", organization=entry.organization.name, count=count)]


def _see(entry: Entry, seat: Seat) -> Choice:
    return button(seat.language, "see", short(entry.id))


READERS: dict[str, Callable[[str, Entry, Seat], Read | None]] = {
    "price": _price,
    "hours": _hours,
    "phone": _phone,
    "suspended": _reason,
}
