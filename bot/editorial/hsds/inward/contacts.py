"""Telephone numbers, e-mail addresses and web pages of a package; who answers there, by name, is not taken over."""

from typing import Any

import phonenumbers

from bot.editorial.hsds.fields import Row
from bot.editorial.hsds.inward import clean
from bot.editorial.hsds.inward.frame import Frame
from bot.editorial.hsds.inward.refusal import Doubt
from bot.editorial.values.phones import fault

NO_CALL = {"fax", "tty", "tdd", "text", "sms", "pager"}
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
    number = callable_number(abroad(phone.get("number"), frame.home, frame.country), frame.country)
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


def callable_number(value: object, country: str) -> str | None:
    """Return a number as it is, or with its country's prefix, that a phone of the network can call; else None."""
    said = clean.phone(value or "")
    if country not in COUNTRIES or not said or not (found := fault(said, country)):
        return said or None
    plain = len(found.meant) == 1 and not found.meant[0].extension and not found.meant[0].description
    return found.meant[0].number if plain and found.variant in {"", "plus", "zero"} else None


def abroad(value: object, home: str, country: str) -> object:
    """Return a number of another country with that country's prefix; any other as it is."""
    if home == country or home not in COUNTRIES:
        return value
    try:
        number = phonenumbers.parse(clean.phone(value or ""), home)
    except phonenumbers.NumberParseException:
        return value
    if not phonenumbers.is_valid_number(number):
        return value
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
