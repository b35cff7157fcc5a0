"""An organization at its door: is what stands of its services still true? It confirms, or says what is otherwise."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import get_args

from markupsafe import Markup

from bot.catalogue import prices
from bot.catalogue.catalogue import Entry
from bot.catalogue.local_time import local_day
from bot.catalogue.model import Changing
from bot.coordination import organization_answers, proposals, typed_fields
from bot.coordination.drafts import Edit
from bot.coordination.organization_answers import Door, Outcome
from bot.coordination.proposals import Proposal
from bot.coordination.typed_fields import Unread, everywhere, fingerprint
from bot.coordination.wording import Setting
from bot.editorial.editing import Field
from bot.partners import asks
from bot.partners.still_valid import NEVER, Asked, Standing, rule_of, standing
from handlers.web.rendering import lines
from handlers.web.visit import Answer, Missing, Page, Redirect, Row, Visit

FIELDS: tuple[Field, ...] = get_args(Changing)
TAKEN_OUT: tuple[Field, ...] = ("full_until", "suspended")  # what ends by a press
HERE = "/desk/valid"


@dataclass(frozen=True)
class _Shown:
    """A service as its organization reads it. `last` is when it was confirmed, in words; `now` says each field."""

    entry: Entry
    standing: Standing
    due: bool
    last: str | None
    now: dict[Field, str]


def show_all(visit: Visit) -> Answer:
    """List the services of the organization, first what is to be confirmed."""
    shown = _all(visit)
    due = [one for one in shown if one.due]
    return Page("valid.html", {"due": due, "rest": [one for one in shown if not one.due]})


def show_one(visit: Visit) -> Answer:
    """Show one service, with a form for each thing that may be otherwise."""
    return _page(visit, _entry(visit))


def all_right(visit: Visit) -> Answer:
    """Confirm one service; once more is as good as once."""
    return _done(visit, organization_answers.confirm(_door(visit), [_entry(visit)]), HERE)


def everything_right(visit: Visit) -> Answer:
    """Confirm all services that are to be confirmed."""
    due = [one.entry for one in _all(visit) if one.due]
    return _done(visit, organization_answers.confirm(_door(visit), due), HERE)


def read_back(visit: Visit) -> Answer:
    """Say what was understood, or what can be typed; nothing counts yet."""
    entry, field = _entry(visit), _field(visit, FIELDS)
    text = visit.form.get("text", "")
    value = typed_fields.read(field, text, entry, _setting(visit))
    if isinstance(value, Unread):
        return _page(visit, entry, {field: lines(value.said)}, {field: text})
    before = typed_fields.now_said(field, entry, _setting(visit))
    after = typed_fields.said(field, value, entry, _setting(visit))
    if before == after:
        return _page(visit, entry, {field: visit.words.say("valid-same", value=after)})
    edit = Edit(entry.id, field, value)
    said = organization_answers.in_words("confirm-at-door", edit, entry, _setting(visit))
    return Page(
        "valid_yes.html",
        {
            "service": entry.service.name.of(visit.language),
            "said": lines(Markup("\n").join([said, *everywhere(field, entry, visit.language)])),
            "at_once": organization_answers.goes_live(edit, visit.catalogue),
            "sent": {"field": field, "text": text, "read": fingerprint(entry.id, field, value)},
            "back": f"{HERE}/{entry.id}",
        },
    )


def agree(visit: Visit) -> Answer:
    """Take what was read back, if it still reads so; else it is read back again."""
    entry, field = _entry(visit), _field(visit, FIELDS)
    value = typed_fields.read(field, visit.form.get("text", ""), entry, _setting(visit))
    if isinstance(value, Unread) or visit.form.get("read") != fingerprint(entry.id, field, value):
        return read_back(visit)
    return _done(visit, organization_answers.answer(_door(visit), entry, Edit(entry.id, field, value)))


def take_out(visit: Visit) -> Answer:
    """Say that there are places again, or that it goes on."""
    entry, field = _entry(visit), _field(visit, TAKEN_OUT)
    return _done(visit, organization_answers.answer(_door(visit), entry, Edit(entry.id, field, None)))


def _done(visit: Visit, outcome: Outcome, path: str = "") -> Answer:
    """Lead on to where the answer can be seen, without a form that could be sent twice."""
    if outcome == "too-many":
        return Page("valid_later.html", {"back": HERE}, 429)
    return Redirect(path or f"{HERE}/{visit.path['service']}")


def _page(
    visit: Visit, entry: Entry, faults: dict[Field, Markup] | None = None, typed: dict[Field, str] | None = None
) -> Page:
    made = [one for one in proposals.of(visit.tx, visit.owner) if one.edit.service == entry.id]
    values = {
        "one": _shown(visit, entry, asks.kept(visit.tx)),
        "fields": FIELDS,
        "faults": faults or {},
        "typed": typed or {},
    }
    return Page("valid_service.html", {**values, "made": list(_told(visit, entry, made))}, 422 if faults else 200)


def _told(visit: Visit, entry: Entry, made: Sequence[Proposal]) -> Iterator[tuple[Markup, str, str]]:
    """Yield what was proposed, how it stands and since when."""
    for one in made:
        if one.edit.field == "checked_on" or one.state == "replaced":
            continue
        state = "on-its-way" if one.on_its_way else one.state
        after = typed_fields.said(one.edit.field, one.edit.value, entry, _setting(visit))
        field = visit.words.label(f"valid-{one.edit.field}")
        yield visit.words.say("valid-made", field=field, after=after), state, _day(visit, one.ended_at or one.made_at)


def _all(visit: Visit) -> list[_Shown]:
    kept = asks.kept(visit.tx)
    return [_shown(visit, entry, kept) for entry in _mine(visit).values()]


def _shown(visit: Visit, entry: Entry, kept: Mapping[str, Asked]) -> _Shown:
    setting = _setting(visit)
    found = standing(entry, kept.get(entry.id, NEVER), rule_of(visit.catalogue), setting.today)
    last = found.confirmed_on
    said: dict[Field, str] = {field: typed_fields.now_said(field, entry, setting) or "" for field in FIELDS}
    due = found.is_due(setting.today) and not entry.service.suspended
    return _Shown(entry, found, due, prices.day(last, visit.language, setting.today) if last else None, said)


def _mine(visit: Visit) -> dict[str, Entry]:
    return {one.id: one for one in visit.catalogue.entries.values() if one.organization.id == visit.owner}


def _entry(visit: Visit) -> Entry:
    """Return the service of the address. Raises Missing for what is not of this organization."""
    entry = _mine(visit).get(visit.path["service"])
    if entry is None:
        raise Missing
    return entry


def _field(visit: Visit, fields: tuple[Field, ...]) -> Field:
    found = next((one for one in fields if one == visit.form.get("field")), None)
    if found is None:
        raise Missing
    return found


def _setting(visit: Visit) -> Setting:
    return Setting(visit.language, visit.catalogue, _today(visit, visit.now))


def _today(visit: Visit, moment: datetime) -> date:
    return local_day(moment, visit.catalogue.network.timezone)


def _day(visit: Visit, moment: datetime) -> str:
    return prices.day(_today(visit, moment), visit.language, _today(visit, visit.now))


def _door(visit: Visit) -> Door:
    return Door(visit.tx, visit.web.house.keys, visit.catalogue, visit.now)


ROWS = (
    Row("GET", HERE, show_all, role="partner"),
    Row("POST", HERE, everything_right, "write", role="partner"),
    Row("GET", f"{HERE}/{{service}}", show_one, role="partner"),
    Row("POST", f"{HERE}/{{service}}/right", all_right, "write", role="partner"),
    Row("POST", f"{HERE}/{{service}}", read_back, role="partner"),
    Row("POST", f"{HERE}/{{service}}/yes", agree, "write", role="partner"),
    Row("POST", f"{HERE}/{{service}}/again", take_out, "write", role="partner"),
)
