"""HSDS 1.1, and what its users add, as rows of 3.0: its own tables of hours, lists in one cell, flat files."""

import re
from collections.abc import Iterator

from bot.editorial.hsds.fields import Row, Tables

FILES = {  # the name of a file -> its table; those of 1.1 alone are taken apart by `modern`
    "services_at_location": "service_at_location",
    "services_at_locations": "service_at_location",
    "physical_addresses": "address",
    "postal_addresses": "mail_address",
    "mail_addresses": "mail_address",
    "regular_schedules": "regular_schedule",
    "holiday_schedules": "holiday_schedule",
    "accessibility_for_disabilities": "accessibility",
    "taxonomy": "taxonomy_term",
}
RENAMED = {
    "organization": {"url": "website"},
    "service": {
        "min_age": "minimum_age",
        "max_age": "maximum_age",
        "website": "url",
        "eligibility": "eligibility_description",
        "fees": "fees_description",
    },
    "phone": {"number_type": "type", "department": "description"},
    "location": {"address": "address_1"},
    "language": {"language": "name"},
}
LISTS = {"languages": ("language", "name"), "service_areas": ("service_area", "name")}  # of a service, in one cell
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
PHONE = re.compile(r"(?:([a-z]+):)?\s*([+\d][\d\s().-]{5,})")
WRITTEN_DAY = re.compile(
    r"(\d{1,2})/(\d{1,2})/(\d{2,4})|([a-z]+) (\d{1,2}), (\d{4})|(\d{4})-(\d\d)-(\d\d)", re.IGNORECASE
)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def modern(found: Tables) -> Tables:
    """Return the rows with those that only 1.1 has turned into rows of 3.0; a package may have both."""
    made: Tables = {name: [dict(row) for row in rows] for name, rows in found.items()}
    for row in made.get("service", []):
        _take_apart(row, made)
    for row in made.get("location", []):
        _furnish(row, made)
    for row in made.pop("regular_schedule", []):
        made.setdefault("schedule", []).append(_weekly(row))
    for row in made.pop("holiday_schedule", []):
        made.setdefault("schedule", []).extend(_holiday(row))
    return made


def _take_apart(service: Row, made: Tables) -> None:
    owner = {"service_id": service["id"]}
    if place := service.pop("location_id", None):
        row = {"id": f"{service['id']}@{place}", "location_id": place, **owner}
        made.setdefault("service_at_location", []).append(row)
    for field, (table, name) in LISTS.items():
        rows = [{"id": f"{service['id']}/{field}/{one}", name: one, **owner} for one in _parts(service.pop(field, ""))]
        made.setdefault(table, []).extend(rows)
    if papers := service.pop("required_documents", None):
        row = {"id": f"{service['id']}/papers", "document": papers, **owner}
        made.setdefault("required_document", []).append(row)


def _parts(text: str) -> list[str]:
    return [part.strip() for part in re.split(r";|," if ";" not in text else ";", text) if part.strip()]


def _furnish(location: Row, made: Tables) -> None:
    location.setdefault("location_type", "virtual" if location.pop("virtual", "") == "true" else "physical")
    location.pop("languages", None)
    if street := location.pop("address_1", None):
        row = {"id": f"{location['id']}/address", "location_id": location["id"], "address_1": street}
        made.setdefault("address", []).append(row)
    for number, (kind, phone) in enumerate(PHONE.findall(location.pop("phones", "") or "")):
        row = {"id": f"{location['id']}/{number}", "location_id": location["id"], "number": phone.strip(), "type": kind}
        made.setdefault("phone", []).append(row)


def _weekly(row: Row) -> Row:
    """Return a day's hours as a recurrence; a day that cannot be read is none."""
    said = str(row.get("weekday", "")).strip()
    day = DAYS[int(said) - 1] if said in set("1234567") else said[:2].upper()
    return {**row, "id": f"weekly/{row['id']}", "freq": "WEEKLY", "byday": day}


def _holiday(row: Row) -> Iterator[Row]:
    """Yield a closing as notes; hours of a single holiday are left to its words."""
    first, last = _day(row.get("start_date")), _day(row.get("end_date"))
    if first and last and str(row.get("closed", "")).lower() in {"true", "1", "yes"}:
        said = first if first == last else f"{first}-{last}"
        yield {**row, "id": f"holiday/{row['id']}", "notes": f"{said} off"}


def _day(text: object) -> str:
    """Return a day as `Jan 01`, or `2026 Jan 01`; the year 1 is every year."""
    found = WRITTEN_DAY.fullmatch(str(text or "").strip())
    if found is None:
        return ""
    month, day, year = found[1] or found[8], found[2] or found[5] or found[9], found[3] or found[6] or found[7]
    name = found[4][:3].lower() if found[4] else MONTHS[int(month) - 1] if 1 <= int(month) <= len(MONTHS) else ""
    if name not in MONTHS:
        return ""
    full = int(year) + (2000 if len(year) == 2 else 0)  # noqa: PLR2004 - a year of two digits
    return f"{f'{full} ' if full > 1 else ''}{name.title()} {int(day):02}"
