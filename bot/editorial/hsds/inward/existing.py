"""The folder that a package goes into: what it has already, and what HSDS cannot hold of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from bot.catalogue.interval import Interval
from bot.catalogue.model import Location, Network, Organization, Service
from bot.editorial.folder.files import Files, files_of, load
from bot.editorial.reading import Knowledge, read

KEPT = ("silent_since", "suspended")  # what a coordinator noted for this network alone


@dataclass(frozen=True)
class Existing:
    """A knowledge folder that may be empty, or not there yet."""

    folder: Path
    files: Files
    knowledge: Knowledge

    @property
    def network(self) -> Network | None:
        return self.knowledge.network.model if self.knowledge.network else None

    @property
    def broken(self) -> bool:
        """Whether a file that an import would write anew, or join, has a fault: what it says would be lost."""
        ours = {self.files.place(name) for name in self.files.yaml if name == "network.yaml" or "/" in name}
        return any(one.level == "error" and one.position.file in ours for one in self.knowledge.problems)

    @cached_property
    def organizations(self) -> dict[str, tuple[str, Organization]]:
        """The organizations by their ids, each with the name of its file in the folder."""
        begin = f"{self.files.root}/" if self.files.root else ""
        found = self.knowledge.organizations
        return {one.model.id: (one.name.removeprefix(begin), one.model) for one in found}

    @cached_property
    def owners(self) -> dict[str, str]:
        """The organizations of services, by the ids of the services."""
        return {service.id: one.id for _, one in self.organizations.values() for service in one.services}

    @cached_property
    def codes(self) -> dict[str, str]:
        services = (service for _, one in self.organizations.values() for service in one.services)
        return {offer.id: offer.code for service in services for offer in service.offers if offer.code}

    def keep(self, made: Mapping[str, Any]) -> dict[str, Any]:
        """Return an organization with what this network alone knows of its services, and those that only it has."""
        there = self.organizations.get(made["id"])
        known = {service.id: service for service in there[1].services} if there else {}
        services = [
            one | {name: value for name in KEPT if one["id"] in known and (value := getattr(known[one["id"]], name))}
            for one in made["services"]
        ]
        if there is None:
            return {**made, "services": services}
        services += _missing(services, there[1].services)
        return {
            **made,
            "services": services,
            "locations": made["locations"] + _missing(made["locations"], there[1].locations),
        }


def _missing(made: list[dict[str, Any]], there: Sequence[Service | Location]) -> list[dict[str, Any]]:
    """Return what is there and not made, as its file says it."""
    ids = {one["id"] for one in made}
    return [plain(one) for one in there if one.id not in ids]


def plain(value: Any) -> Any:
    """Return a model as plain data in the shape of its file, without what is as it is by default."""
    if isinstance(value, Interval):
        return f"{value.first or ''}/{value.last or ''}"
    if isinstance(value, BaseModel):
        fields = type(value).model_fields.items()
        said = ((info.alias or name, getattr(value, name), info) for name, info in fields)
        return {name: plain(one) for name, one, info in said if info.is_required() or one != info.get_default()}
    return [plain(one) for one in value] if isinstance(value, tuple) else value


def existing(folder: Path) -> Existing:
    """Return what a folder has. Raises bot.editorial.folder.files.NoFolder where it may not be read."""
    files = load(folder) if folder.exists() else files_of({})
    return Existing(folder, files, read(files))
