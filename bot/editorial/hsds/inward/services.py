"""One service of a package as it stands in an organization's file; what nobody says is left out, or has to be asked."""

from datetime import date
from typing import Any, get_args

from babel import Locale

from bot.catalogue.model import Audience
from bot.editorial.hsds.fields import Row
from bot.editorial.hsds.inward import clean
from bot.editorial.hsds.inward.contacts import contact
from bot.editorial.hsds.inward.costs import offers_of, price_of, whole
from bot.editorial.hsds.inward.frame import Frame
from bot.editorial.hsds.inward.hours import hours_of
from bot.editorial.hsds.inward.package import Marks
from bot.editorial.hsds.inward.places import where_of
from bot.editorial.hsds.inward.refusal import Doubt
from bot.editorial.hsds.outward.classifications import AUDIENCES, NEEDS
from bot.editorial.hsds.outward.services import SIGNED

OLDEST = 120  # years; more means that there is no bound
CLOSED = {"inactive", "defunct", "temporarily closed"}


def service_of(frame: Frame, row: Row, places: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Return the fields of a service; its needs are those that it has as terms of ours, perhaps none."""
    package, marks = frame.package, frame.package.marks(row["id"])
    name = frame.wording.field(row, marks, "name")
    return {
        "id": marks.get("id"),
        "needs": [need for need in package.codes(row["id"], NEEDS) if need in frame.needs],
        "name": name,
        "summary": frame.wording.field(row, marks, "description") or name,
        "keywords": _keywords(frame, row, marks),
        "who": [who for who in package.codes(row["id"], AUDIENCES) if who in get_args(Audience)],
        "ages": _ages(row, marks),
        "where": where_of(frame, row, marks, places),
        "hours": _hours(frame, row),
        "price": price_of(package, row, frame.wording),
        "first_step": _first_step(frame, row, marks),
        "documents": _documents(frame, row),
        "languages": _languages(frame, row),
        **_texts(frame, row, marks),
        "contact": _contact(frame, row),
        "enrolment": marks.get("enrolment"),
        "checked_on": _day(row.get("assured_date")),
        "delicate": True if marks.get("delicate") else None,
        "full_until": _day(marks.get("full_until")),
        "suspended": f"HSDS: {row['status']}" if row.get("status") in CLOSED else None,
        "offers": _offers(frame, row),
    }


def _offers(frame: Frame, row: Row) -> list[dict[str, Any]]:
    """Return the offers of a service of this network; those of another one are for its own companies."""
    offers = offers_of(frame.package, row)
    if frame.ours:
        return offers
    frame.doubts.extend(Doubt(row["id"], "offer", {"offer": str(offer["id"])}) for offer in offers)
    return []


def _keywords(frame: Frame, row: Row, marks: Marks) -> dict[str, list[str]]:
    """Return the other names of a service, and in English those of its marks."""
    listed = [clean.text(part) for part in str(row.get("alternate_name", "")).split(";")]
    names = [name for name in listed if name]
    return {"it": names, "en": names if frame.wording.language == "en" else marks.all("keyword.en")}


def _ages(row: Row, marks: Marks) -> dict[str, int]:
    first, last = whole(row.get("minimum_age")), whole(row.get("maximum_age"))
    if last is not None and last > OLDEST:  # "0-200" is everybody
        first, last = first or None, None
    months = {name: whole(marks.get(name)) for name in ("from_months", "to_months")}
    years = {
        "from": None if months["from_months"] is not None else first,
        "to": None if months["to_months"] is not None else last,
    }
    return {name: bound for name, bound in (years | months).items() if bound is not None and bound <= OLDEST}


def _hours(frame: Frame, row: Row) -> str:
    """Return the hours of a service, else those of its only place."""
    package = frame.package
    at = package.of("service_at_location", "service", row["id"])
    found = package.of("schedule", "service", row["id"])
    if not found and len(at) == 1:
        found = package.of("schedule", "service_at_location", at[0]["id"])
        found = found or package.of("schedule", "location", at[0].get("location_id", ""))
    said, unread = hours_of(found)
    frame.doubts.extend(Doubt(row["id"], "hours", {"given": _shown(one)}) for one in unread)
    return said


def _shown(row: Row) -> str:
    return " ".join(f"{name}={value}" for name, value in row.items() if not name.endswith("id"))


def _first_step(frame: Frame, row: Row, marks: Marks) -> dict[str, Any] | None:
    said = frame.wording.field(row, marks, "application_process")
    return {**said, "say": marks.text("say")} if said else None


def _documents(frame: Frame, row: Row) -> list[dict[str, str | None]]:
    package = frame.package
    found = package.of("required_document", "service", row["id"])
    said = (frame.wording.field(one, package.marks(one["id"]), "document") for one in found)
    return [text for text in said if text]


def _languages(frame: Frame, row: Row) -> list[str]:
    """Return the languages that are spoken besides Italian, by their codes or by their names in English."""
    names = {name.lower(): code for code, name in Locale("en").languages.items() if len(code) == 2}  # noqa: PLR2004
    signed = {code: ours for ours, code in SIGNED.items()}
    found: list[str] = []
    for one in frame.package.of("language", "service", row["id"]):
        code = str(one.get("code", "")).lower() or names.get(str(one.get("name", "")).lower(), "")
        found.append(signed.get(code, code if code in names.values() else ""))
    return [code for code in dict.fromkeys(found) if code not in {"", "it"}]


def _texts(frame: Frame, row: Row, marks: Marks) -> dict[str, Any]:
    return {
        "wait": frame.wording.field(row, marks, "wait_time"),
        "eligibility": frame.wording.field(row, marks, "eligibility_description"),
        "duration": marks.text("duration"),
        "capacity": marks.text("capacity"),
        "payment": marks.text("payment") or frame.wording.text(row.get("accepted_payments")),
    }


def _contact(frame: Frame, row: Row) -> dict[str, Any]:
    """Return the contact of a service; without numbers of its own, those of its places."""
    package = frame.package
    phones = package.of("phone", "service", row["id"])
    for at in package.of("service_at_location", "service", row["id"]) if not phones else ():
        phones = phones + package.of("phone", "service_at_location", at["id"])
        phones = phones + package.of("phone", "location", at.get("location_id", ""))
    return contact(frame, row, row.get("url"), phones)


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value or "")[:10])
    except ValueError:
        return None
