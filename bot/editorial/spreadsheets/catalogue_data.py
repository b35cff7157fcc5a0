"""A catalogue as plain data, to be changed row by row: what is there is found again by its id, else by its name."""

from collections.abc import Iterable, Iterator
from copy import deepcopy

from bot.catalogue.by_name import plain as plainly
from bot.catalogue.model import Organization
from bot.editorial.schema import slug
from bot.editorial.spreadsheets.plain_data import Data, plain

LONGEST = 40  # signs of an id


class CatalogueData:
    """The organizations of a folder; what is added stands after what is there."""

    def __init__(self, organizations: Iterable[Organization]) -> None:
        self.before = {one.id: one for one in organizations}
        self.organizations: dict[str, Data] = {id_: deepcopy(plain(one)) for id_, one in self.before.items()}

    def organization(self, name: str, id_: str = "") -> Data:
        """Return the organization with an id, or that is called so; a new one where there is none."""
        found = self.organizations.get(id_) or _called(self.organizations.values(), name)
        if found is None:
            found = {"id": _free(id_ or slug(name), self.organizations), "name": name}
            self.organizations[found["id"]] = found
        return found

    def place(self, organization: Data, address: str, town: str, id_: str = "") -> Data:
        """Return the place of an organization at an address."""
        places: list[Data] = organization.setdefault("locations", [])
        for one in places:
            if one["id"] == id_ or (not id_ and (plainly(one["address"]), one["town"]) == (plainly(address), town)):
                return one
        made = {"id": _free(id_ or town, {one["id"] for one in places}), "town": town, "address": address}
        places.append(made)
        return made

    def service(self, organization: Data, name: str, id_: str = "") -> Data:
        """Return the service of an organization with an id, or that is called so."""
        for other, one in self.services():
            if one["id"] == id_ and other is not organization:
                other["services"].remove(one)  # it is another's now
                organization.setdefault("services", []).append(one)
        services: list[Data] = organization.setdefault("services", [])
        found = next((one for one in services if one["id"] == id_), None) or (
            None if id_ else next((one for one in services if _name(one) == plainly(name)), None)
        )
        if found is None:
            found = {"id": _free(id_ or slug(name), {one["id"] for _, one in self.services()})}
            services.append(found)
        return found

    def offer(self, service: Data, id_: str = "") -> Data:
        """Return the offer of a service with an id, or a new one."""
        offers: list[Data] = service.setdefault("offers", [])
        found = next((one for one in offers if one["id"] == id_), None)
        if found is None:
            there = {one["id"] for _, other in self.services() for one in other.get("offers", ())}
            found = {"id": _free(id_ or f"{service['id'][: LONGEST - 5]}-rete", there)}
            offers.append(found)
        return found

    def restore(self, id_: str) -> None:
        """Make an organization what it was before; it goes where it was not there."""
        if id_ in self.before:
            self.organizations[id_] = deepcopy(plain(self.before[id_]))
        else:
            del self.organizations[id_]

    def services(self) -> Iterator[tuple[Data, Data]]:
        """Yield every service with its organization."""
        for organization in list(self.organizations.values()):
            for service in list(organization.get("services", ())):
                yield organization, service

    def service_of(self, id_: str) -> Data | None:
        return next((service for _, service in self.services() if service["id"] == id_), None)


def _called(things: Iterable[Data], name: str) -> Data | None:
    wanted = plainly(name)
    return next((one for one in things if plainly(str(one.get("name", ""))) == wanted), None)


def _name(service: Data) -> str:
    name = service.get("name")
    return plainly(name["it"]) if isinstance(name, dict) and name.get("it") else ""


def _free(wanted: str, taken: Iterable[str]) -> str:
    """Return an id that is free: the one that is wanted, else with a number."""
    there, count, id_ = set(taken), 1, wanted[:LONGEST]
    while id_ in there:
        count += 1
        id_ = f"{wanted[: LONGEST - 4].rstrip('-')}-{count}"
    return id_
