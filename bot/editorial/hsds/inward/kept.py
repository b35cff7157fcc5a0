"""What a folder has and a package does not say: it stays, so that nobody's work is lost when a package comes again."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.catalogue.model import Location, Organization, Service
from bot.editorial import unsaid
from bot.editorial.plain_data import plain

UNSAID = {"hours": unsaid.HOURS, "where": unsaid.WHERE, "price": unsaid.PRICE}  # what stands for nothing


def keep(made: Mapping[str, Any], there: Organization) -> dict[str, Any]:
    """Return an organization of a package with what the folder has besides: fields, services, places, translations."""
    before: dict[str, Any] = plain(there)
    known = {service["id"]: service for service in before.get("services", ())}
    services = [_service(one, known[one["id"]]) if one["id"] in known else one for one in made["services"]]
    both = {
        "services": services + _missing(services, there.services),
        "locations": made["locations"] + _missing(made["locations"], there.locations),
    }
    return before | {name: _said(value, before.get(name)) for name, value in made.items() if value} | both


def _service(made: Mapping[str, Any], there: Mapping[str, Any]) -> dict[str, Any]:
    """Return a service with what is known of it; whether people see it is as a coordinator left it."""
    said = {
        name: _said(value, there.get(name))
        for name, value in made.items()
        if name not in there or (value != UNSAID.get(name) and name != "suspended")
    }
    return {**there, **said}


def _said(value: Any, there: Any) -> Any:
    """Return what a package says, but the translation of the same English, and the sentence that somebody wrote."""
    if not isinstance(value, Mapping) or not isinstance(there, Mapping):
        return value
    if value.get("en") and value["en"] == value.get("it") and value["en"] == there.get("en"):
        return {**value, **there}
    return {**({"say": there["say"]} if "it" in value and "say" in there else {}), **value}


def _missing(made: Sequence[Mapping[str, Any]], there: Sequence[Service | Location]) -> list[dict[str, Any]]:
    """Return what is there and not made, as its file says it."""
    ids = {one["id"] for one in made}
    return [plain(one) for one in there if one.id not in ids]
