"""Telephone numbers, e-mail addresses and web pages of a package; who answers there, by name, is not taken over."""

from typing import Any

import phonenumbers

from bot.editorial.hsds.fields import Row
from bot.editorial.hsds.inward import clean
from bot.editorial.hsds.inward.frame import Frame
from bot.editorial.hsds.inward.refusal import Doubt
from bot.editorial.values.phones import fault

NO_CALL = {"fax", "tty", "tdd", "text", "sms", "pager"}
AS_IT_IS = {"plus", "shared-cost"}  # faults of a number that can be called, and is the one that is meant
COUNTRIES = phonenumbers.SUPPORTED_REGIONS


def contact(frame: Frame, row: Row, web: object, phones: list[Row]) -> dict[str, Any]:
    """Return how a service or an organization is reached; what of it cannot be used is a doubt of the frame."""
    numbers = [number for phone in phones if (number := _number(frame, row, phone))]
    found: dict[str, Any] = {"phones": numbers}
    if numbers and numbers[0].keys() == {"number"}:
        found = {"phone": numbers[0]["number"], "phones": numbers[1:]}
    for name, said, read in (("email", row.get("email"), clean.email), ("web", web, clean.web)):
        found[name] = read(said) if said else None
        if found[name] is None and (given := clean.text(said or "")):
            frame.doubts.append(Doubt(row["id"], name, {"given": given}))
    return found


def _number(frame: Frame, row: Row, phone: Row) -> dict[str, Any] | None:
    if str(phone.get("type", "")).lower() in NO_CALL:
        return None
    number = callable_number(phone.get("number"), frame.home, frame.country)
    if number is None:
        frame.doubts.append(Doubt(row["id"], "phone", {"given": clean.text(phone.get("number", ""))}))
        return None
    return _phone(frame, phone, number)


def _phone(frame: Frame, row: Row, number: str) -> dict[str, Any]:
    extension = str(row.get("extension", "")).removesuffix(".0")
    about = frame.wording.field(row, frame.package.marks(row["id"]), "description")
    return {
        "number": number,
        **({"extension": extension} if extension.isdigit() and len(extension) <= 6 else {}),  # noqa: PLR2004 - the model's
        **({"description": about} if about else {}),
    }


def callable_number(value: object, home: str, country: str) -> str | None:
    """Return a number of `home` as a phone of `country` calls it; None for one that is none, or only almost one."""
    said = clean.phone(value or "")
    if home not in COUNTRIES or not said:
        return said or None
    found = fault(said, home)
    if found and found.variant not in AS_IT_IS:
        return None
    number = found.meant[0].number if found and found.meant else said
    if home == country or number.startswith("+"):
        return number
    return phonenumbers.format_number(phonenumbers.parse(number, home), phonenumbers.PhoneNumberFormat.INTERNATIONAL)
