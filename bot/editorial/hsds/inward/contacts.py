"""Telephone numbers, e-mail addresses and web pages of a package; who answers there, by name, is not taken over."""

from typing import Any

import phonenumbers

from bot.editorial.hsds.fields import Row
from bot.editorial.hsds.inward import clean
from bot.editorial.hsds.inward.package import Package
from bot.editorial.hsds.inward.refusal import Doubt
from bot.editorial.hsds.inward.wording import Wording
from bot.editorial.values.phones import fault

NO_CALL = {"fax", "tty", "tdd", "text", "sms", "pager"}
HSDS_COUNTRIES = phonenumbers.SUPPORTED_REGIONS


def contact_of(
    package: Package, row: Row, phones: list[Row], web: object, wording: Wording, country: str
) -> tuple[dict[str, Any], list[Doubt]]:
    """Return how a service or an organization is reached, and what of it cannot be used."""
    doubts: list[Doubt] = []
    numbers: list[dict[str, Any]] = []
    for phone in phones:
        if str(phone.get("type", "")).lower() in NO_CALL:
            continue
        if (number := callable_number(phone.get("number"), country)) is None:
            doubts.append(Doubt(row["id"], "phone", {"given": clean.text(phone.get("number", ""))}))
        else:
            numbers.append(_phone(package, phone, number, wording))
    found: dict[str, Any] = {"phone": None, "phones": numbers, "email": None, "web": None}
    if numbers and numbers[0].keys() == {"number"}:
        found |= {"phone": numbers[0]["number"], "phones": numbers[1:]}
    for name, said, read in (("email", row.get("email"), clean.email), ("web", web, clean.web)):
        found[name] = read(said) if said else None
        if said and found[name] is None:
            doubts.append(Doubt(row["id"], name, {"given": clean.text(said)}))
    return {name: value for name, value in found.items() if value}, doubts


def _phone(package: Package, row: Row, number: str, wording: Wording) -> dict[str, Any]:
    extension = str(row.get("extension", "")).removesuffix(".0")
    about = wording.field(row, package.marks(row["id"]), "description")
    return {
        "number": number,
        **({"extension": extension} if extension.isdigit() and len(extension) <= 6 else {}),  # noqa: PLR2004 - the model's
        **({"description": about} if about else {}),
    }


def callable_number(value: object, country: str) -> str | None:
    """Return a number as it is, or with its country's prefix, that a phone of the network can call; else None."""
    said = clean.phone(value or "")
    if country not in HSDS_COUNTRIES or not said or not (found := fault(said, country)):
        return said or None
    plain = len(found.meant) == 1 and not found.meant[0].extension and not found.meant[0].description
    return found.meant[0].number if plain and found.variant in {"", "plus", "zero"} else None


def abroad(value: object, home: str, country: str) -> object:
    """Return a number of another country with that country's prefix; any other as it is."""
    if home == country or home not in HSDS_COUNTRIES:
        return value
    try:
        number = phonenumbers.parse(clean.phone(value or ""), home)
    except phonenumbers.NumberParseException:
        return value
    if not phonenumbers.is_valid_number(number):
        return value
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
