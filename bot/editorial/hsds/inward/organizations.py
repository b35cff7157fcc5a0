"""A package as organizations of a knowledge folder: taken, refused, doubtful, and the towns that it brings."""

from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from bot.catalogue.model import Network
from bot.editorial.hsds.fields import Row
from bot.editorial.hsds.inward import clean
from bot.editorial.hsds.inward.contacts import abroad, contact_of
from bot.editorial.hsds.inward.package import Package, left_out
from bot.editorial.hsds.inward.places import locations_of
from bot.editorial.hsds.inward.refusal import Doubt, Refusal
from bot.editorial.hsds.inward.services import Frame, service_of
from bot.editorial.hsds.inward.taken_fields import TAKEN
from bot.editorial.hsds.inward.towns import Towns
from bot.editorial.hsds.inward.whole import organizations_of
from bot.editorial.hsds.inward.wording import wording_of

SURE = 0.6  # how likely a proposed need must be to be shown to people before somebody has confirmed it
Propose = Callable[[str], tuple[str, float]]  # a text -> the likeliest need, and how likely it is


@dataclass(frozen=True)
class Proposal:
    """The need that was read from what a service of others says of itself; below SURE it is suspended until confirmed."""

    id: str
    service: str  # its id in the folder
    name: str
    need: str
    p: float


@dataclass(frozen=True)
class Import:
    """What a package becomes. `organizations` are as their files say them; `services` count what is taken."""

    organizations: tuple[dict[str, Any], ...]
    refused: tuple[Refusal, ...]
    doubts: tuple[Doubt, ...]
    proposals: tuple[Proposal, ...]
    towns: tuple[dict[str, Any], ...]
    unplaced: dict[str, int]
    left_out: dict[str, int]

    @property
    def services(self) -> int:
        return sum(len(one["services"]) for one in self.organizations)


def import_of(
    package: Package, network: Network | None, needs: Collection[str], taken: Collection[str], propose: Propose
) -> Import:
    """Return what a package becomes in a network; `taken` are ids of services that other files of the folder have."""
    towns = Towns(network)
    towns.learn(package)
    home = _home(package)
    country = network.country if network else home or "IT"
    frame = Frame(package, wording_of(package), country, home or country, frozenset(needs))
    found, refused = organizations_of(package)
    maker = _Maker(frame, towns, propose, set(taken))
    made = tuple(maker.organization(row, services) for row, services in found)
    return Import(
        made,
        tuple(refused),
        tuple(frame.doubts),
        tuple(maker.proposals),
        tuple(towns.new.values()),
        towns.unplaced,
        left_out(package, TAKEN),
    )


def _home(package: Package) -> str:
    said = Counter(str(row.get("country", "")).upper()[:2] for row in package.rows.get("address", []))
    return next(iter(said.most_common(1)), ("", 0))[0]


class _Maker:
    """Makes organizations, with ids that are unique in the network."""

    def __init__(self, frame: Frame, towns: Towns, propose: Propose, taken: set[str]) -> None:
        self.proposals: list[Proposal] = []
        self._frame, self._towns, self._propose = frame, towns, propose
        self._taken = taken
        self._organizations: set[str] = set()

    def organization(self, row: Row, services: list[Row]) -> dict[str, Any]:
        package, wording = self._frame.package, self._frame.wording
        ours = [
            str(one.get("identifier"))
            for one in package.of("organization_identifier", "organization", row["id"])
            if one.get("identifier_scheme") == "kmzero"
        ]
        name = clean.text(row["name"])
        about = wording.field(row, package.marks(row["id"]), "description")
        places = locations_of(package, row, self._towns)
        return {
            "id": ours[0] if ours else clean.slug(name, self._organizations),
            "name": name,
            "about": about if about and about["it"] != name else None,
            "contact": self._contact(row),
            "locations": list(places.values()),
            "services": [self._service(one, places) for one in services],
        }

    def _contact(self, row: Row) -> dict[str, Any]:
        frame = self._frame
        phones = frame.package.of("phone", "organization", row["id"])
        called = [{**one, "number": abroad(one.get("number"), frame.home, frame.country)} for one in phones]
        found, doubts = contact_of(frame.package, row, called, row.get("website"), frame.wording, frame.country)
        frame.doubts.extend(doubts)
        return found

    def _service(self, row: Row, places: dict[str, dict[str, Any]]) -> dict[str, Any]:
        made = service_of(self._frame, row, places)
        made["id"] = made["id"] or clean.slug(clean.text(row["name"]), self._taken)
        if not made["needs"]:
            self._guess(row, made)
        return made

    def _guess(self, row: Row, made: dict[str, Any]) -> None:
        """Give a service the need that is read from its words; an unsure one is not shown before it is confirmed."""
        name = clean.text(row["name"])
        need, p = self._propose(f"{name}. {clean.text(row.get('description', ''))}")
        made["needs"] = [need]
        if p < SURE and made["suspended"] is None:
            made["suspended"] = f"da confermare: il bisogno «{need}» è solo probabile ({p:.0%})"
        self.proposals.append(Proposal(row["id"], made["id"], name, need, p))
