"""Which services of a package are whole: each has a name, and an organization that is there and no part of itself."""

from collections.abc import Iterator

from bot.editorial.hsds.fields import Row
from bot.editorial.hsds.inward.package import Package
from bot.editorial.hsds.inward.refusal import Refusal


def organizations_of(package: Package) -> tuple[list[tuple[Row, list[Row]]], list[Refusal]]:
    """Return the organizations with their whole services, and the refusals of services by their ids."""
    faults = {row["id"]: fault for row in package.rows.get("organization", []) if (fault := _fault(package, row))}
    owned: dict[str, list[Row]] = {
        row["id"]: [] for row in package.rows.get("organization", []) if row["id"] not in faults
    }
    refused: list[Refusal] = list(package.refused)
    for service in package.rows.get("service", []):
        if refusal := _refusal(package, service, faults):
            refused.append(refusal)
        else:
            owned[service["organization_id"]].append(service)
    return [(package.by_id["organization"][number], services) for number, services in owned.items()], refused


def _fault(package: Package, organization: Row) -> Refusal | None:
    if "name" not in organization:
        return Refusal(organization["id"], "nameless-organization")
    circle = list(_above(package, organization))
    return Refusal(organization["id"], "circle", {"way": " → ".join(circle)}) if organization["id"] in circle else None


def _above(package: Package, organization: Row) -> Iterator[str]:
    """Yield the ids of what an organization is a part of, the nearest first; each once."""
    seen: set[str] = set()
    number = organization.get("parent_organization_id")
    while number in package.by_id["organization"] and number not in seen:
        seen.add(number)
        yield number
        number = package.by_id["organization"][number].get("parent_organization_id")


def _refusal(package: Package, service: Row, faults: dict[str, Refusal]) -> Refusal | None:
    owner = service.get("organization_id") or _owner_of_place(package, service)
    if "name" not in service:
        return Refusal(service["id"], "nameless")
    if owner is None:
        return Refusal(service["id"], "no-organization")
    if owner in faults:
        return Refusal(service["id"], faults[owner].why, {"organization": owner, **faults[owner].values})
    if owner not in package.by_id.get("organization", {}):
        return Refusal(service["id"], "unknown-organization", {"organization": owner})
    service["organization_id"] = owner
    return None


def _owner_of_place(package: Package, service: Row) -> str | None:
    """Return the organization of the first place of a service that names none itself, as in Ohana's files."""
    places = package.by_id.get("location", {})
    at = [row.get("location_id") for row in package.of("service_at_location", "service", service["id"])]
    return next((places[place].get("organization_id") for place in at if place in places), None)
