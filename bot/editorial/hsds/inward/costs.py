"""Cost options as a price and offers: a price of ours is as it was, one of others is read where it is certain."""

import re
from typing import Any

from bot.catalogue import money
from bot.editorial import unsaid
from bot.editorial.hsds.fields import Row
from bot.editorial.hsds.inward import clean
from bot.editorial.hsds.inward.package import Marks, Package
from bot.editorial.hsds.inward.wording import Wording

EURO = ("€", "euro", "eur ")
NO_FEES = re.compile(r"(?:none|no (?:fees?|costs?|charges?)|free of charge|nessuno|nessun costo)[.!]?", re.IGNORECASE)


def price_of(package: Package, service: Row, wording: Wording) -> dict[str, Any]:
    """Return the price of a service: of its cost options, else of its fees in words, else that one has to ask."""
    options = package.of("cost_option", "service", service["id"])
    marked = [(row, marks) for row in options if (marks := package.marks(row["id"])).get("price")]
    if marked:
        return _ours(*marked[0])
    others = [row for row in options if not package.marks(row["id"]).get("offer")]
    said = [text for row in others if (text := _in_words(row))]
    if len(others) == 1 and others[0].get("currency") == "EUR" and (amount := clean.number(others[0].get("amount"))):
        return {"amount": amount, "note": wording.text(others[0].get("amount_description"))}
    return _fees("; ".join(said) or service.get("fees_description") or service.get("fees"), wording)


def _ours(row: Row, marks: Marks) -> dict[str, Any]:
    note = clean.text(row.get("amount_description", ""))
    free = marks.get("free")
    return {
        "amount": None if free else clean.number(row.get("amount")),
        "from": clean.number(marks.get("from")),
        "to": clean.number(marks.get("to")),
        "per": marks.get("per"),
        "free": True if free else None,
        "note": {"it": note, "en": marks.english("amount_description")} if note else None,
    }


def _in_words(row: Row) -> str:
    sum_ = f"{row.get('currency', '')} {row['amount']}".strip() if row.get("amount") is not None else ""
    return " ".join(
        clean.text(part) for part in (row.get("option", ""), sum_, row.get("amount_description", "")) if part
    )


def _fees(said: object, wording: Wording) -> dict[str, Any]:
    """Return a price in words; a figure is one only in euro, and nothing to pay only where it is said so."""
    if NO_FEES.fullmatch(str(said or "").strip()):
        return {"free": True}
    text = clean.text(said or "")
    if not text:
        return unsaid.PRICE
    read = money.price(text)
    certain = read is not None and (read.get("free") or any(sign in text.lower() for sign in EURO))
    return read if read and certain else {"note": wording.text(text)}


def offers_of(package: Package, service: Row) -> list[dict[str, Any]]:
    """Return the offers of a service of ours; others have none, for none is theirs to give to our companies."""
    options = package.of("cost_option", "service", service["id"])
    found = ((row, package.marks(row["id"])) for row in options)
    return [_offer(row, marks) for row, marks in found if marks.get("offer")]


def _offer(row: Row, marks: Marks) -> dict[str, Any]:
    terms = clean.text(row.get("amount_description", ""))
    companies = marks.get("companies") or "all"
    return {
        "id": marks.get("offer"),
        "value": _value(row, marks),
        "conditions": {"it": terms, "en": marks.english("amount_description")} if terms else None,
        "companies": companies if companies == "all" else companies.split(","),
        "valid": f"{row.get('valid_from', '')}/{row.get('valid_to', '')}",
        "voucher": marks.get("voucher") or "none",
        "max_uses": whole(marks.get("max_uses")),
        "per_person": whole(marks.get("per_person")),
    }


def _value(row: Row, marks: Marks) -> dict[str, Any]:
    return {
        "amount": clean.number(row.get("amount")),
        "per": marks.get("per"),
        "percent": whole(marks.get("percent")),
        "minus": clean.number(marks.get("minus")),
        "gift": marks.text("gift"),
    }


def whole(value: object) -> int | None:
    found = clean.number(value)
    return int(found) if found is not None and found == found.to_integral_value() else None
