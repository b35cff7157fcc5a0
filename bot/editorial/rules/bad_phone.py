"""A phone number is one that a phone in the network's country can call, alone in its field and at no price of its own.

Good, in the organization:
    contact: {phone: "059 000 0199"}
Bad, in the organization:
    contact: {phone: "059 00"}
"""

import re
from collections.abc import Iterator

import phonenumbers

from bot.editorial.problem import Level, Position, Problem
from bot.editorial.reading import Knowledge
from bot.editorial.values.phones import Fault, fault

NATIONAL = re.compile(r"[18](?: ?\d){2,5}")  # 112, 803 164: an office outside may be called so
EMERGENCY = re.compile(r"\d[\d ]{1,18}")  # short numbers such as 112 are no subscriber's number


def check(knowledge: Knowledge) -> Iterator[Problem]:
    country = knowledge.network.model.country if knowledge.network else "IT"
    known = country in phonenumbers.SUPPORTED_REGIONS
    for phone, position in _phones(knowledge) if known else ():
        if found := fault(phone, country):
            yield _problem(found, phone, position)
    for phone, position in _single(knowledge) if known else ():
        if found := fault(phone, country):
            yield _problem(found.alone, phone, position)
    if network := knowledge.network:
        for n, number in enumerate(network.model.emergency):
            if not EMERGENCY.fullmatch(number.phone):
                position = network.position("emergency", n, "phone")
                yield Problem(position, "bad-phone", values={"phone": number.phone}, variant="emergency")


def _problem(found: Fault, phone: str, position: Position) -> Problem:
    level: Level = "warning" if found.variant == "shared-cost" else "error"
    variant = found.variant if found.meant or found.variant not in {"float", "letter"} else ""
    return Problem(position, "bad-phone", level, {"phone": phone, "line": found.line or "-"}, variant)


def _single(knowledge: Knowledge) -> Iterator[tuple[str, Position]]:
    """Yield the numbers of fields that take one and nothing beside it."""
    if network := knowledge.network:
        yield network.model.desk.phone, network.position("desk", "phone")
    if plans := knowledge.situations:
        for n, place in enumerate(plans.model.places):
            if place.phone and not NATIONAL.fullmatch(place.phone):
                yield place.phone, plans.position("places", n, "phone")


def _phones(knowledge: Knowledge) -> Iterator[tuple[str, Position]]:
    for source, path, contact in knowledge.contacts():
        if contact.phone is not None:
            yield contact.phone, source.position(*path, "phone")
        for n, phone in enumerate(contact.phones):
            yield phone.number, source.position(*path, "phones", n, "number")
