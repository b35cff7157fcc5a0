"""A release, indexed for asking: which services for a need, which offer, how far from a town."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from bot.catalogue.contacts import Phone
from bot.catalogue.model import (
    Area,
    Company,
    Location,
    NeedType,
    Network,
    Offer,
    Organization,
    Release,
    Service,
)
from bot.catalogue.situations import PublicPlace, Situation
from bot.catalogue.text import Language
from bot.catalogue.towns import Municipality, Neighbour


@dataclass(frozen=True)
class Entry:
    """A service and the organization that runs it."""

    service: Service
    organization: Organization

    @property
    def id(self) -> str:
        return self.service.id

    @property
    def needs(self) -> tuple[str, ...]:
        return self.service.needs

    @property
    def phone(self) -> str | None:
        return self.phones[0].number if self.phones else None

    @property
    def phones(self) -> tuple[Phone, ...]:
        """The service's own numbers, or else those of the organization; the one to call first."""
        own = self.service.contact
        return (own.numbers if own else ()) or self.organization.contact.numbers

    @property
    def places(self) -> tuple[Location, ...]:
        """The locations where the service is given; none for what comes home or is online."""
        wanted = self.service.where.places
        return tuple(place for place in self.organization.locations if place.id in wanted)


@dataclass(frozen=True)
class Catalogue:
    """An immutable snapshot of one release."""

    number: int
    release: Release

    @property
    def network(self) -> Network:
        return self.release.network

    @cached_property
    def areas(self) -> dict[str, Area]:
        return {area.id: area for area in self.in_door_order}

    @cached_property
    def in_door_order(self) -> tuple[Area, ...]:
        """The areas as the doors of the menu list them."""
        order = [area for door in self.network.doors for area in door.areas]
        return tuple(sorted(self.release.areas, key=lambda a: order.index(a.id) if a.id in order else len(order)))

    @cached_property
    def needs(self) -> dict[str, NeedType]:
        return {need.id: need for area in self.in_door_order for need in area.types}

    @cached_property
    def area_of(self) -> dict[str, Area]:
        return {need.id: area for area in self.release.areas for need in area.types}

    @cached_property
    def entries(self) -> dict[str, Entry]:
        return {s.id: Entry(s, o) for o in self.release.organizations for s in o.services}

    @cached_property
    def by_need(self) -> dict[str, tuple[Entry, ...]]:
        """The services of every need type, in the order of the files; what is suspended is not among them."""
        found: dict[str, list[Entry]] = {need: [] for need in self.needs}
        for entry in self.entries.values():
            for need in () if entry.service.suspended else entry.needs:
                found.setdefault(need, []).append(entry)
        return {need: tuple(entries) for need, entries in found.items()}

    @cached_property
    def served(self) -> tuple[str, ...]:
        """The need types that a service answers today, in the order of the doors."""
        return tuple(need for need in self.needs if self.by_need[need])

    @cached_property
    def offers(self) -> dict[str, tuple[Entry, Offer]]:
        return {offer.id: (entry, offer) for entry in self.entries.values() for offer in entry.service.offers}

    @cached_property
    def pools(self) -> dict[str, Offer]:
        """The offers whose codes are imported."""
        return {offer.id: offer for _, offer in self.offers.values() if offer.voucher == "pool"}

    @cached_property
    def companies(self) -> dict[str, Company]:
        return {company.id: company for company in self.release.companies}

    @cached_property
    def towns(self) -> dict[str, Municipality]:
        return {town.id: town for town in self.network.municipalities}

    @cached_property
    def neighbours(self) -> dict[str, Neighbour]:
        """The known towns outside of the network."""
        return {town.id: town for town in self.network.neighbours}

    @cached_property
    def situations(self) -> dict[str, Situation]:
        return {situation.id: situation for situation in self.release.situations}

    @cached_property
    def places(self) -> dict[str, PublicPlace]:
        """The public places outside of the network."""
        return {place.id: place for place in self.release.places}

    def takes_part(self, company: str, day: date) -> bool:
        """Tell whether a company is in the network on a day."""
        known = self.companies.get(company)
        return known is not None and known.member.holds(day)

    def need_name(self, need: str, language: Language) -> str:
        return self.needs[need].name.of(language)

    def need_label(self, need: str, language: Language) -> str:
        """Return the need worded as a situation, for a button."""
        known = self.needs[need]
        return (known.ask or known.name).of(language)

    def area_label(self, area: str, language: Language) -> str:
        known = self.areas[area]
        return (known.label or known.name).of(language)
