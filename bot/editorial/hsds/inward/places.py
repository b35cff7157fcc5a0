"""The places of an organization, and where each service reaches people."""

from typing import Any

from bot.editorial import unsaid
from bot.editorial.hsds.fields import Row
from bot.editorial.hsds.inward import clean
from bot.editorial.hsds.inward.frame import Frame
from bot.editorial.hsds.inward.package import Marks, Package
from bot.editorial.hsds.inward.towns import Towns, point_of

OURS = "kmzero"


def locations_of(package: Package, organization: Row, towns: Towns) -> dict[str, dict[str, Any]]:
    """Return the places of an organization by their ids in the package, save those without a town or a street."""
    found: dict[str, dict[str, Any]] = {}
    taken: set[str] = set()
    for row in package.of("location", "organization", organization["id"]):
        if row.get("location_type", "physical") != "physical":
            continue
        street, town = _street(package, row), towns.of(package, row)
        if street and town:
            found[row["id"]] = {"id": _id(row, town, taken), "town": town, "address": street, **_point(row)}
    return found


def _street(package: Package, row: Row) -> str:
    addresses = package.of("address", "location", row["id"])
    physical = [one for one in addresses if one.get("address_type", "physical") == "physical"] or addresses
    parts = [clean.text(physical[0].get(name, "")) for name in ("address_1", "address_2")] if physical else []
    return ", ".join(part for part in parts if part)


def _id(row: Row, town: str, taken: set[str]) -> str:
    ours = clean.own_id(row.get("external_identifier")) if row.get("external_identifier_type") == OURS else None
    if ours and ours not in taken:
        taken.add(ours)
        return ours
    made = clean.slug(str(row.get("name") or town), taken.__contains__)
    taken.add(made)
    return made


def _point(row: Row) -> dict[str, Any]:
    point = point_of(row)
    return {"lat": point[0], "lon": point[1]} if point else {}


def where_of(frame: Frame, service: Row, marks: Marks, places: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Return where a service is: as its mark says, else at its places, online, or where nobody has said."""
    package = frame.package
    at = [row.get("location_id", "") for row in package.of("service_at_location", "service", service["id"])]
    there = [places[place]["id"] for place in dict.fromkeys(at) if place in places]
    if marks.get("where") == "home":
        return _at_home(frame, service, marks)
    if there:
        return {"at": "place", "places": there}
    kinds = {
        package.by_id["location"][place].get("location_type") for place in at if place in package.by_id["location"]
    }
    return {"at": "online"} if kinds == {"virtual"} else unsaid.WHERE


def _at_home(frame: Frame, service: Row, marks: Marks) -> dict[str, Any]:
    """Return the towns where a service comes home; all of another network are not all of this one."""
    if marks.get("towns") == "all" and frame.ours:
        return {"at": "home", "towns": "all"}
    areas = frame.package.of("service_area", "service", service["id"])
    known = [town for area in areas if (town := frame.towns.named([clean.text(area.get("name", ""))]))]
    return {"at": "home", "towns": known} if known else unsaid.WHERE
