"""The folder that a package goes into: what it has already."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bot.catalogue.model import Network, Organization, Service
from bot.editorial.folder.files import Files, files_of, load
from bot.editorial.reading import Knowledge, read


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

    def service(self, owner: str, number: str) -> Service | None:
        """Return a service of an organization of the folder."""
        services = self.organizations[owner][1].services if owner in self.organizations else ()
        return next((one for one in services if one.id == number), None)


def existing(folder: Path) -> Existing:
    """Return what a folder has. Raises bot.editorial.folder.files.NoFolder where it may not be read."""
    files = load(folder) if folder.exists() else files_of({})
    return Existing(folder, files, read(files))
