"""A plausible larger network: the organizations of a release again and again, elsewhere and on other terms.

For measuring only. The copies answer the same need types with other towns, hours, prices, ages and offers, and with
ids and names of their own.
"""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from random import Random
from typing import TypeVar

from bot.catalogue.ages import Ages
from bot.catalogue.contacts import Contact
from bot.catalogue.costs import Price, Value
from bot.catalogue.model import Location, Offer, Organization, Release, Service, Where
from bot.catalogue.text import Text

Euros = TypeVar("Euros", Price, Value)

STEM = 32  # characters of an id that are kept before the number of the copy; an id has 40
HALF = Decimal("0.5")  # euro: prices are rounded to this
CHEAPEST, DEAREST = 70, 150  # per cent of the original price
STALE_DAYS = 400  # a copy was confirmed up to this many days before its original
KEPT = 2 / 3  # share of the offers that a copy gives too
ALL = 1 / 2  # share of those that stay for every company they were for
JITTER = 0.02  # degrees around a town's centre, about 2 km
SIGNS = (
    *("Aurora", "Bosco", "Cicogna", "Dado", "Edera", "Faro", "Gelso", "Lanterna", "Merlo", "Noce", "Olmo", "Pergola"),
    *("Quercia", "Rondine", "Salice", "Tiglio", "Ulivo", "Vela", "Zefiro", "Ghianda", "Mulino", "Pioppo", "Sorgente"),
)


def multiply(release: Release, services: int, random: Random) -> Release:
    """Return the release with copies of its organizations, so that there are `services` services.

    A release that already has as many is returned as it is.
    """
    organizations = list(release.organizations)
    missing = services - sum(len(one.services) for one in organizations)
    copies = _copies(release, random)
    while missing > 0:
        one = next(copies)
        organizations.append(one.model_copy(update={"services": one.services[:missing]}))
        missing -= len(one.services)
    return release.model_copy(update={"organizations": tuple(organizations)})


def _copies(release: Release, random: Random) -> Iterator[Organization]:
    """Yield copies of every organization with services in turn, without end."""
    originals = [one for one in release.organizations if one.services]
    number = 0
    while originals:
        for original in originals:
            number += 1
            yield _Copy(release, random, number).organization(original)


class _Copy:
    """One copy of one organization."""

    def __init__(self, release: Release, random: Random, number: int) -> None:
        self._random = random
        self._number = number
        self._towns = release.network.municipalities
        self._companies = [company.id for company in release.companies]
        self._hours = [service.hours for one in release.organizations for service in one.services]
        self._sign = random.choice(SIGNS)

    def organization(self, original: Organization) -> Organization:
        name = self._id(original.id)
        changed = {
            "id": name,
            "name": f"{original.name} {self._sign} {self._number}",
            "contact": self._contact(original.contact, name),
            "locations": tuple(self._location(place) for place in original.locations),
            "services": tuple(self._service(service) for service in original.services),
        }
        return original.model_copy(update=changed)

    def _id(self, original: str) -> str:
        return f"{original[:STEM]}-{self._number}"

    def _contact(self, original: Contact, name: str) -> Contact:
        return Contact(
            phone=original.numbers and f"059 000 {self._random.randrange(1000, 10_000)}",  # numbers that cannot ring
            email=original.email and f"ciao@{name}.example.org",
            web=original.web and f"https://{name}.example.org",
        )

    def _location(self, original: Location) -> Location:
        town = self._random.choice(self._towns)
        spot = {"lat": town.lat + self._shift(), "lon": town.lon + self._shift()}
        return original.model_copy(update={"town": town.id, **spot})

    def _shift(self) -> float:
        return round(self._random.uniform(-JITTER, JITTER), 4)

    def _service(self, original: Service) -> Service:
        factor = Decimal(self._random.randint(CHEAPEST, DEAREST)) / 100
        checked = original.checked_on
        changed = {
            "id": self._id(original.id),
            "name": self._named(original.name),
            "ages": self._ages(original.ages),
            "where": self._where(original.where),
            "hours": self._random.choice(self._hours),
            "price": _scaled(original.price, factor),
            "checked_on": checked and checked - timedelta(days=self._random.randrange(STALE_DAYS)),
            "offers": tuple(self._offer(offer, factor) for offer in original.offers if self._random.random() < KEPT),
        }
        return original.model_copy(update=changed)

    def _named(self, original: Text) -> Text:
        english = original.en and f"{original.en} {self._sign}"
        return Text(it=f"{original.it} {self._sign}", en=english)

    def _ages(self, original: Ages | None) -> Ages | None:
        if original is None:
            return None
        later = self._random.randint(0, 3)
        start = None if original.start is None else min(original.start + later, 120)
        end = None if original.end is None else min(original.end + later, 120)
        return original.model_copy(update={"start": start, "end": end})

    def _where(self, original: Where) -> Where:
        if original.at != "home":
            return original
        count = self._random.randint(1, len(self._towns))
        chosen = tuple(town.id for town in self._random.sample(self._towns, count))
        return original.model_copy(update={"towns": "all" if count == len(self._towns) else chosen})

    def _offer(self, original: Offer, factor: Decimal) -> Offer:
        some = self._random.sample(self._companies, self._random.randint(1, len(self._companies)))
        changed = {
            "id": self._id(original.id),
            "value": _scaled(original.value, factor),
            "companies": original.companies if self._random.random() < ALL else tuple(some),
            "code": original.code and f"{original.code[:24]}-{self._number}",
        }
        return original.model_copy(update=changed)


def _scaled(original: Euros, factor: Decimal) -> Euros:
    """Return the same terms for other amounts of money."""
    names = ("amount", "low", "high", "minus")
    amounts = {name: getattr(original, name, None) for name in names}
    return original.model_copy(update={name: _rounded(euro * factor) for name, euro in amounts.items() if euro})


def _rounded(euro: Decimal) -> Decimal:
    return max(HALF, (euro / HALF).to_integral_value() * HALF)
