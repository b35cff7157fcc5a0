"""Where a service reaches people, as rows of HSDS: places, areas, or nowhere but online."""

from bot.catalogue.model import Organization, Release, Service
from bot.editorial.hsds.making import Making

AREA = "municipality"  # the kind of an area that is a town of the network


def place_key(organization: Organization, location: str) -> str:
    return f"{organization.id}/{location}"


def add_reach(package: Making, release: Release, organization: Organization, service: Service, row: str) -> None:
    """Add the places of a service or the towns where it comes home, and which of them it is."""
    where = service.where
    package.mark("service", row, "where", where.at)
    for place in where.places:
        location = package.id_of("location", place_key(organization, place))
        _at(package, service, row, location)
    if where.at == "online":
        _at(package, service, row, _nowhere(package, organization))
    if where.at == "home":
        names = {town.id: town.name for town in release.network.municipalities}
        package.mark("service", row, "towns", "all" if where.towns == "all" else None)
        for town in names if where.towns == "all" else where.towns:
            package.add("service_area", f"{service.id}/{town}", service_id=row, name=names[town], extent_type=AREA)


def _at(package: Making, service: Service, row: str, location: str) -> None:
    package.add("service_at_location", f"{service.id}/{location}", service_id=row, location_id=location)


def _nowhere(package: Making, organization: Organization) -> str:
    """Return the virtual location of an organization with something online."""
    owner = package.id_of("organization", organization.id)
    return package.add(
        "location", f"{organization.id}/online", location_type="virtual", organization_id=owner, name="online"
    )
