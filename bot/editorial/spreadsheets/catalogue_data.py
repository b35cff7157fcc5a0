"""A catalogue as plain data, to be changed row by row: what is there is found again by its id, else by its name."""

from collections.abc import Container, Iterable, Iterator
from copy import deepcopy

from bot.catalogue.by_name import plain as plainly
from bot.catalogue.model import Organization
from bot.editorial.plain_data import plain
from bot.editorial.schema import slug
from bot.editorial.spreadsheets.paths import Data

LONGEST = 40  # signs of an id


class CatalogueData:
    """The organizations of a folder; what is added stands after what is there."""

    def __init__(self, organizations: Iterable[Organization]) -> None:
        self.before = {one.id: one for one in organizations}
        self.organizations: dict[str, Data] = {id_: deepcopy(plain(one)) for id_, one in self.before.items()}
        self.called = {plainly(one["name"]): one for one in self.organizations.values()}
        self.owners: dict[str, Data] = {}  # of services, by their ids
        self.names: dict[tuple[str, str], Data] = {}  # services by the id of their organization and their name
        self.offers: set[str] = set()
        for organization, service in self.services():
            self._know(organization, service, _name(service))

    def organization(self, name: str, id_: str = "") -> Data:
        """Return the organization with an id, or that is called so; a new one where there is none."""
        found = self.organizations.get(id_) or self.called.get(plainly(name))
        if found is None:
            found = {"id": free(id_ or slug(name), self.organizations), "name": name}
            self.organizations[found["id"]] = self.called[plainly(name)] = found
        return found

    def place(self, organization: Data, address: str, town: str, id_: str = "") -> Data:
        """Return the place of an organization at an address."""
        places: list[Data] = organization.setdefault("locations", [])
        for one in places:
            if one["id"] == id_ or (not id_ and _where(one) == (plainly(address), town)):
                return one
        made = {"id": free(id_ or town, {one["id"] for one in places}), "town": town, "address": address}
        places.append(made)
        return made

    def service(self, organization: Data, name: str, id_: str = "") -> Data:
        """Return the service of an organization with an id, or that is called so; a new one where there is none."""
        services: list[Data] = organization.setdefault("services", [])
        owner = self.owners.get(id_)
        found = _of_id(owner, id_) if owner else None if id_ else self.names.get((organization["id"], plainly(name)))
        if found is None:
            found = {"id": free(id_ or slug(name), self.owners)}
            services.append(found)
        elif owner and owner is not organization:  # it is another's now
            owner["services"].remove(found)
            services.append(found)
        self._know(organization, found, plainly(name))
        return found

    def offer(self, service: Data, id_: str = "") -> Data:
        """Return the offer of a service with an id, or a new one."""
        offers: list[Data] = service.setdefault("offers", [])
        found = next((one for one in offers if one["id"] == id_), None)
        if found is None:
            found = {"id": free(id_ or f"{service['id'][: LONGEST - 5]}-rete", self.offers)}
            offers.append(found)
            self.offers.add(found["id"])
        return found

    def was(self, organization: str, of: str, id_: str) -> Data | None:
        """Return a service, an offer or a place of an organization as it was before."""
        said = plain(self.before[organization]) if organization in self.before else {}
        services = said.get("services", [])
        offers = [one for service in services for one in service.get("offers", ())]
        every = {"services": services, "offers": offers, "places": said.get("locations", [])}[of]
        return next((one for one in every if one["id"] == id_), None)

    def restore(self, id_: str) -> None:
        """Make an organization what it was before; it goes where it was not there."""
        if id_ in self.before:
            self.organizations[id_] = deepcopy(plain(self.before[id_]))
        else:
            del self.organizations[id_]

    def services(self) -> Iterator[tuple[Data, Data]]:
        """Yield every service with its organization."""
        for organization in self.organizations.values():
            for service in organization.get("services", ()):
                yield organization, service

    def service_called(self, name: str) -> Data | None:
        """Return the one service that is called so, whosever it is."""
        found = [service for (_, called), service in self.names.items() if called == plainly(name)]
        return found[0] if len(found) == 1 else None

    def service_of(self, id_: str) -> Data | None:
        return _of_id(self.owners[id_], id_) if id_ in self.owners else None

    def _know(self, organization: Data, service: Data, name: str) -> None:
        self.owners[service["id"]] = organization
        self.names[organization["id"], name] = service
        self.offers |= {one["id"] for one in service.get("offers", ())}


def _where(place: Data) -> tuple[str, str]:
    return plainly(place.get("address", "")), place.get("town", "")


def _of_id(organization: Data, id_: str) -> Data | None:
    return next((one for one in organization.get("services", ()) if one["id"] == id_), None)


def _name(service: Data) -> str:
    return plainly(service["name"]["it"])


def free(wanted: str, taken: Container[str]) -> str:
    """Return an id that is free: the one that is wanted, else with a number."""
    count, id_ = 1, wanted[:LONGEST]
    while id_ in taken:
        count += 1
        id_ = f"{wanted[: LONGEST - 6].rstrip('-')}-{count}"
    return id_
