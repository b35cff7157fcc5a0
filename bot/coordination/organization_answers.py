"""What an organization answers to "still valid?": all is right, or one field is otherwise. Coordinators hear of it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from markupsafe import Markup
from sqlalchemy import Connection

from bot.catalogue.catalogue import Catalogue, Entry
from bot.catalogue.local_time import local_day
from bot.catalogue.text import FALLBACK, Language
from bot.conversation import notices
from bot.conversation.messages import Message
from bot.coordination import proposals, typed_fields
from bot.coordination.drafts import Edit
from bot.coordination.proposals import Proposal
from bot.coordination.typed_fields import everywhere
from bot.coordination.wording import Setting, button, short, words
from bot.editorial import audit
from bot.editorial.audit import Deed
from bot.partners import asks
from bot.partners.still_valid import rule_of
from bot.people import roles
from bot.people.keys import Keys

# What becomes of an answer: it goes live by itself, coordinators decide, it is so already, or it is too much for a day.
OPTIONAL = {"full_until", "suspended"}  # fields that say something by not being there
Outcome = Literal["live", "told", "same", "too-many"]


@dataclass(frozen=True)
class Door:
    """An organization that answers. `tx` is a writing transaction; `catalogue` is what is live."""

    tx: Connection
    keys: Keys
    catalogue: Catalogue
    now: datetime

    def setting(self, language: Language) -> Setting:
        return Setting(language, self.catalogue, local_day(self.now, self.catalogue.network.timezone))


def confirm(door: Door, entries: Iterable[Entry]) -> Outcome:
    """Take it that all is right with some services today: it goes live at once; once more changes nothing."""
    today = door.setting(FALLBACK).today.isoformat()
    for entry in entries:
        answer(door, entry, Edit(entry.id, "checked_on", today))
    return "live"


def answer(door: Door, entry: Entry, edit: Edit) -> Outcome:
    """Take one change of a service that was read back. The same one again changes nothing."""
    tx, now, organization = door.tx, door.now, entry.organization.id
    asks.note_answer(tx, entry.id, door.setting(FALLBACK).today)  # first: it holds off the same answer of another tab
    if _is_so(edit, entry, door.setting(FALLBACK)):
        return "same"
    if edit.field != "checked_on" and proposals.too_many(tx, organization, now):
        return "too-many"
    made, new = proposals.propose(tx, organization, edit, now)
    if goes_live(edit, door.catalogue):
        proposals.publish(tx, made, None, door.catalogue.number, now)
        return "live"
    if new:
        _tell_of(door, made, entry)
    return "told"


def goes_live(edit: Edit, catalogue: Catalogue) -> bool:
    """Tell whether a change waits for no coordinator: a confirmation, and what the network lets through."""
    return edit.field == "checked_on" or edit.field in rule_of(catalogue).at_once


def offered(one: Proposal, catalogue: Catalogue, language: Language, now: datetime) -> Message:
    """Return a proposal as a coordinator reads it, with the buttons that decide."""
    entry = catalogue.entries.get(one.edit.service)
    drop = button(language, "refuse", one.id)
    if entry is None:
        return Message(words(language).say("proposed-gone", service=one.edit.service), choices=(drop,), silent=True)
    choices = (button(language, "accept", one.id), drop, button(language, "see", short(entry.id)))
    setting = Setting(language, catalogue, local_day(now, catalogue.network.timezone))
    lines = [in_words("proposed", one.edit, entry, setting), *everywhere(one.edit.field, entry, language)]
    return Message(Markup("\n").join(lines), choices=choices, silent=True)


def tell_changed(tx: Connection, keys: Keys, edit: Edit, before: Catalogue, now: datetime) -> None:
    """Tell coordinators what an organization has changed by itself, and how to take it back."""
    entry, today = before.entries[edit.service], local_day(now, before.network.timezone)

    def told(language: Language) -> Message:
        text = in_words("changed-itself", edit, entry, Setting(language, before, today))
        back = button(language, "back", before.number, number=before.number)
        return Message(text, choices=(button(language, "see", short(entry.id)), back), silent=True)

    tell_coordinators(tx, keys, told, now)


def tell_failed(tx: Connection, keys: Keys, number: int, catalogue: Catalogue, now: datetime) -> None:
    """Let coordinators decide what should have gone live by itself, and did not."""
    found = proposals.find(tx, number)
    if found and found.waits:
        tell_coordinators(tx, keys, lambda language: offered(found, catalogue, language, now), now)


def in_words(phrase: str, edit: Edit, entry: Entry, setting: Setting) -> Markup:
    """Say a change of a service, as it is and as it is to be."""
    before = typed_fields.now_said(edit.field, entry, setting)
    if before is None and edit.field in OPTIONAL:
        before = typed_fields.said(edit.field, None, entry, setting)
    return words(setting.language).say(
        phrase,
        organization=entry.organization.name,
        service=entry.service.name.of(setting.language),
        field=words(setting.language).label(f"field-{edit.field}"),
        before=before or "-",
        after=typed_fields.said(edit.field, edit.value, entry, setting),
    )


def tell_coordinators(tx: Connection, keys: Keys, message: Callable[[Language], Message], now: datetime) -> None:
    """Tell every coordinator, each in their language."""
    for each in roles.active(tx):
        if each.chat:
            notices.tell(tx, keys, each.chat, message(each.language), now)


def _is_so(edit: Edit, entry: Entry, setting: Setting) -> bool:
    before = typed_fields.now_said(edit.field, entry, setting)
    return before == (None if edit.value is None else typed_fields.said(edit.field, edit.value, entry, setting))


def _tell_of(door: Door, made: Proposal, entry: Entry) -> None:
    edit, setting = made.edit, door.setting(FALLBACK)
    after = typed_fields.said(edit.field, edit.value, entry, setting)
    deed = Deed("propose", edit.service, edit.field, typed_fields.now_said(edit.field, entry, setting), after)
    number = door.catalogue.number
    audit.note(door.tx, [deed], role=None, organization=made.organization, release=number, now=door.now)
    tell_coordinators(door.tx, door.keys, lambda language: offered(made, door.catalogue, language, door.now), door.now)
