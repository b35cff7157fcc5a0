"""What the audit says about a draft: one line for a file or a field, as it was and as it is. Pure."""

from bot.catalogue.catalogue import Catalogue, Entry
from bot.conversation import prices
from bot.coordination.drafts import Draft
from bot.editorial.audit import Act, Deed
from bot.editorial.editing import Field


def deeds(draft: Draft, old: Catalogue, new: Catalogue) -> list[Deed]:
    """Return what publishing a draft does."""
    if draft.edit is None:
        return [Deed("publish", path) for path in ([draft.name] if draft.whole else draft.files)]
    edit = draft.edit
    before, after = (shown(catalogue.entries[edit.service], edit.field) for catalogue in (old, new))
    return [Deed(_act(edit.field, edit.value), edit.service, edit.field, before, after)]


def shown(entry: Entry, field: Field) -> str | None:
    """Return a field as people read it in the audit."""
    service = entry.service
    if field == "price":
        return prices.price(service.price, "it")
    if field == "phone":
        return entry.phone
    if field == "checked_on":
        return service.checked_on.isoformat() if service.checked_on else None
    return service.hours if field == "hours" else service.suspended


def _act(field: Field, value: object) -> Act:
    if field == "suspended":
        return "resume" if value is None else "suspend"
    return "confirm" if field == "checked_on" else "change"
