"""A package as organizations of a knowledge folder: taken, refused, doubtful, and the towns that it brings."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.catalogue.model import Network
from bot.editorial import unsaid
from bot.editorial.hsds.fields import Row
from bot.editorial.hsds.inward import clean
from bot.editorial.hsds.inward.contacts import contact
from bot.editorial.hsds.inward.existing import Existing
from bot.editorial.hsds.inward.frame import Frame
from bot.editorial.hsds.inward.kept import keep
from bot.editorial.hsds.inward.package import Package, left_out
from bot.editorial.hsds.inward.places import locations_of
from bot.editorial.hsds.inward.refusal import Doubt, Refusal
from bot.editorial.hsds.inward.services import service_of
from bot.editorial.hsds.inward.taken_fields import TAKEN
from bot.editorial.hsds.inward.towns import Towns
from bot.editorial.hsds.inward.valid import valid, without_nothing
from bot.editorial.hsds.inward.whole import organizations_of
from bot.editorial.hsds.inward.wording import wording_of
from bot.editorial.reading import Progress

SURE = 0.8  # how likely a proposed need must be to be shown to people before somebody has confirmed it: docs/hsds.md
OURS = "kmzero"
UNSURE = "il bisogno «{need}» è probabile al {percent} %"
Propose = Callable[
    [str, str], tuple[str, float]
]  # a name and a description -> the likeliest need, and how likely it is


@dataclass(frozen=True)
class Proposal:
    """The need that was read from what a service says of itself; below SURE it is suspended until confirmed."""

    id: str
    service: str  # its id in the folder
    name: str
    need: str
    p: float


@dataclass(frozen=True)
class Import:
    """What a package becomes: `organizations` are as their files say them, `services` is how many are taken.

    `unplaced` is how many places are left out by the town that they name, `left_out` how often a field says something
    that is not taken over.
    """

    organizations: tuple[dict[str, Any], ...]
    refused: tuple[Refusal, ...]
    doubts: tuple[Doubt, ...]
    proposals: tuple[Proposal, ...]
    towns: tuple[dict[str, Any], ...]
    unplaced: dict[str, int]
    left_out: dict[str, int]
    services: int


def import_of(package: Package, there: Existing, propose: Propose, progress: Progress | None = None) -> Import:
    """Return what a package becomes in a folder; `propose` is asked for services without a need of ours.

    `progress` is told how many organizations are done, and of how many.
    """
    network = there.network
    towns = Towns(network)
    towns.learn(package)
    home = _home(package)
    country = network.country if network else Network.model_fields["country"].default
    needs = frozenset(need.id for area in there.knowledge.areas for need in area.model.types)
    frame = Frame(package, wording_of(package), country, home or country, needs, towns, _is_ours(package, network))
    found, refused = organizations_of(package)
    maker = _Maker(frame, there, propose)
    made: list[dict[str, Any]] = []
    for done, (row, services) in enumerate(found):
        made.append(maker.organization(row, services))
        if progress:
            progress(done + 1, len(found))
    return Import(
        tuple(_kept(one, there) for one in made),
        (*refused, *maker.refused),
        tuple(frame.doubts),
        tuple(maker.proposals),
        tuple(towns.new.values()),
        towns.unplaced,
        left_out(package, TAKEN),
        sum(len(one["services"]) for one in made),
    )


def _to_confirm(made: dict[str, Any], proposal: Proposal | None) -> str | None:
    """Return why people do not see a service before somebody has looked at it; None where they may."""
    unsure = proposal is not None and proposal.p < SURE
    said = [UNSURE.format(need=proposal.need, percent=round(proposal.p * 100))] if proposal and unsure else []
    said += [] if made["first_step"] else [unsaid.STEPLESS]
    return f"da confermare: {'; '.join(said)}" if said else None


def _kept(made: dict[str, Any], there: Existing) -> dict[str, Any]:
    known = there.organizations.get(made["id"])
    return keep(made, known[1]) if known else made


def _is_ours(package: Package, network: Network | None) -> bool:
    """Tell whether a package comes from a network, or from that of a folder that does not say yet which it is."""
    said = {package.marks(row["id"]).get("network") for row in package.rows.get("service", [])}
    return network is None or network.id in said


def _home(package: Package) -> str:
    said = Counter(str(row.get("country", "")).upper()[:2] for row in package.rows.get("address", []))
    return next(iter(said.most_common(1)), ("", 0))[0]


class _Maker:
    """Makes organizations, with ids that are unique in the network."""

    def __init__(self, frame: Frame, there: Existing, propose: Propose) -> None:
        self.proposals: list[Proposal] = []
        self.refused: list[Refusal] = []
        self._frame, self._there, self._propose = frame, there, propose
        self._organizations: set[str] = set()
        self._services: set[str] = set()

    def organization(self, row: Row, services: list[Row]) -> dict[str, Any]:
        package, name = self._frame.package, clean.text(row["name"])
        about = self._frame.wording.field(row, package.marks(row["id"]), "description")
        places = locations_of(package, row, self._frame.towns)
        number = self._own_id(row) or clean.slug(name, lambda one: self._is_of_another(one, name))
        self._organizations.add(number)
        found = (self._service(number, one, places) for one in services)
        return {
            "id": number,
            "name": name,
            "about": about if about and about["it"] != name else None,
            "contact": without_nothing(contact(self._frame, row, row.get("website"), self._phones(row))),
            "locations": list(places.values()),
            "services": [one for one in found if one],
        }

    def _own_id(self, row: Row) -> str | None:
        found = self._frame.package.of("organization_identifier", "organization", row["id"])
        ids = (clean.own_id(one.get("identifier")) for one in found if one.get("identifier_scheme") == OURS)
        name = "" if self._frame.ours else clean.text(row["name"])
        return next((one for one in ids if one and not self._is_of_another(one, name)), None)

    def _is_of_another(self, number: str, name: str) -> bool:
        """Tell whether an organization with another name has an id, in the package or, with a `name`, in the folder."""
        there = self._there.organizations.get(number)
        return number in self._organizations or bool(name and there and there[1].name != name)

    def _phones(self, row: Row) -> list[Row]:
        return self._frame.package.of("phone", "organization", row["id"])

    def _service(self, owner: str, row: Row, places: dict[str, dict[str, Any]]) -> dict[str, Any] | None:
        """Return a service that can be written; None for one that is refused."""
        made = service_of(self._frame, row, places)

        def is_taken(number: str) -> bool:
            return number in self._services or self._there.owners.get(number, owner) != owner

        if made["id"] and is_taken(made["id"]) and self._frame.ours:
            self.refused.append(Refusal(row["id"], "id-taken", {"id": made["id"]}))
            return None
        if made["id"] is None or is_taken(made["id"]):
            made["id"] = clean.slug(made["id"] or clean.text(row["name"]), is_taken)
        known = self._there.service(owner, made["id"])
        made["needs"] = made["needs"] or (list(known.needs) if known else [])
        proposal = None if made["needs"] else self._guess(row, made)
        made["suspended"] = made["suspended"] or _to_confirm(made, proposal)
        found, doubts = valid(row["id"], made, self._there.codes)
        if isinstance(found, Refusal):
            self.refused.append(found)
            return None
        self._services.add(made["id"])
        self._frame.doubts.extend(doubts)
        self.proposals.extend([proposal] if proposal else [])
        return found

    def _guess(self, row: Row, made: dict[str, Any]) -> Proposal:
        """Give a service the need that is read from its words."""
        name = clean.text(row["name"])
        need, p = self._propose(name, clean.text(row.get("description", "")))
        made["needs"] = [need]
        return Proposal(row["id"], made["id"], name, need, p)
