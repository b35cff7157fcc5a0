"""A phone number is one that a phone in the network's country can call, alone in its field and at no price of its own.

Good, in the organization:
    contact: {phone: "059 000 0199"}
Bad, in the organization:
    contact: {phone: "059 00"}
"""

import re
from collections.abc import Iterator

import phonenumbers

from bot.editorial.overlay import is_shipped
from bot.editorial.problem import Level, Position, Problem
from bot.editorial.reading import Knowledge
from bot.editorial.values.phones import Fault, fault

CONTACTS = ("organizations.contact", "organizations.services.*.contact")
NUMBERS = [f"{contact}.{numbers}" for contact in CONTACTS for numbers in ("phone", "phones.*.number")]
SINGLE = ("network.desk.phone", "situations.places.*.phone")  # fields that take a number and nothing beside it
NATIONAL = re.compile(r"[18](?: ?\d){2,5}")  # 112, 803 164: an office outside may be called so
EMERGENCY = re.compile(r"\d[\d ]{1,18}")  # short numbers such as 112 are no subscriber's number


def check(knowledge: Knowledge) -> Iterator[Problem]:
    country = knowledge.network.model.country if knowledge.network else "IT"
    if country in phonenumbers.SUPPORTED_REGIONS:
        for phone, position in knowledge.each(*NUMBERS):
            if found := fault(phone, country):
                yield _problem(found, phone, position)
        for phone, position in knowledge.each(*SINGLE):
            ours = is_shipped(position)  # offices of the library: their numbers are good where it is from
            if not ours and not NATIONAL.fullmatch(phone) and (found := fault(phone, country)):
                yield _problem(found.alone, phone, position)
    for phone, position in knowledge.each("network.emergency.*.phone"):
        if not EMERGENCY.fullmatch(phone):
            yield Problem(position, "bad-phone", values={"phone": phone}, variant="emergency")


def _problem(found: Fault, phone: str, position: Position) -> Problem:
    level: Level = "warning" if found.variant == "shared-cost" else "error"
    variant = found.variant if found.meant or found.variant not in {"float", "letter"} else ""
    return Problem(position, "bad-phone", level, {"phone": phone, "line": found.line or "-"}, variant)
