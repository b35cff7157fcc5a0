"""A service as our files may have it: what cannot be written so is left out; where it must be there, it is refused."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from bot.catalogue.model import Service
from bot.editorial.hsds.inward.refusal import Doubt, Refusal

LONGEST = 1_500  # signs of a text: two screens of a phone, and a card of them is still one message
ENDS = (". ", "; ", ", ", " ")


def valid(number: str, made: dict[str, Any], codes: Mapping[str, str]) -> tuple[dict[str, Any] | Refusal, list[Doubt]]:
    """Return a service that can be written, or why it cannot be, and what was left out of it.

    `number` is its id in the package; `codes` are those of offers that the folder has already.
    """
    doubts = [*_shortened(number, made), *_coded(number, made, codes)]
    plain = without_nothing(made)
    while faults := _faults(plain):
        field, cause = faults[0]
        if field in {"id", "needs", "name", "summary", "where", "hours", "price"} or field not in plain:
            return Refusal(number, "invalid", {"field": field, "cause": cause}), doubts
        doubts.append(Doubt(number, "field", {"field": field, "given": str(plain.pop(field))}))
    return plain, doubts


def _faults(plain: dict[str, Any]) -> list[tuple[str, str]]:
    try:
        Service.model_validate(plain)
    except ValidationError as error:
        return [(str(one["loc"][0]) if one["loc"] else "?", one["msg"]) for one in error.errors()]
    return []


def without_nothing(value: Any) -> Any:
    """Return plain data without what says nothing."""
    if isinstance(value, Mapping):
        said = {name: without_nothing(one) for name, one in value.items()}
        return {name: one for name, one in said.items() if one is not None and one not in ({}, [])}
    return [without_nothing(one) for one in value] if isinstance(value, list) else value


def _shortened(number: str, made: dict[str, Any]) -> list[Doubt]:
    """Cut texts that would fill more than a message, at the end of a sentence where there is one."""
    doubts = []
    for name, text in made.items():
        if isinstance(text, dict) and len(str(text.get("it", ""))) > LONGEST:
            taken = {language: _cut(said) if isinstance(said, str) else said for language, said in text.items()}
            doubts.append(Doubt(number, "long", {"length": len(text["it"]), "taken": len(taken["it"])}))
            made[name] = taken
    return doubts


def _cut(text: str) -> str:
    begin = text[:LONGEST]
    end = next((place for sign in ENDS if (place := begin.rfind(sign)) > LONGEST // 2), LONGEST - 1)
    return begin[: end + 1].rstrip(" ;,")


def _coded(number: str, made: dict[str, Any], codes: Mapping[str, str]) -> list[Doubt]:
    """Give offers with one code for all the code that the folder has; without one, nobody gets them for now.

    A pool without codes gives nothing to anybody, and `kmzero check` and /stato say so.
    """
    doubts = []
    for offer in made["offers"]:
        if offer["voucher"] != "shared":
            continue
        if code := codes.get(offer["id"]):
            offer["code"] = code
        else:
            offer["voucher"] = "pool"
            doubts.append(Doubt(number, "code", {"offer": offer["id"]}))
    return doubts
