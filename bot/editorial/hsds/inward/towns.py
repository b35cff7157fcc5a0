"""The towns of a package: those of the network by their names, new ones with the coordinates of their places."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from statistics import median
from typing import Any

from bot.catalogue.distance import haversine
from bot.catalogue.model import Network
from bot.editorial.hsds.fields import Row
from bot.editorial.hsds.inward import clean
from bot.editorial.hsds.inward.package import Package

NEAR_KM = 5.0  # from the centre of a town: a place without an address that is so near is there


@dataclass
class Towns:
    """What is known of towns: `known` by their names in small letters, `new` as they would stand in network.yaml."""

    network: Network | None
    new: dict[str, dict[str, Any]] = field(default_factory=dict)
    unplaced: dict[str, int] = field(default_factory=dict)  # towns without coordinates: how many places are not taken

    def learn(self, package: Package) -> None:
        """Add the cities that the network does not have and whose places have coordinates: their middle."""
        places: dict[str, list[tuple[float, float]]] = {}
        for location in package.rows.get("location", []):
            point = point_of(location)
            for address in package.of("address", "location", location["id"]):
                city = clean.text(address.get("city", ""))
                if city and point and self.named([city]) is None:
                    places.setdefault(city, []).append(point)
        taken = {town.id for town in self.network.municipalities} if self.network else set()
        for city, points in places.items():
            lat, lon = (round(median(values), 4) for values in zip(*points, strict=True))
            made = clean.slug(city, taken.__contains__)
            taken.add(made)
            self.new[city.lower()] = {"id": made, "name": city, "lat": lat, "lon": lon}

    def of(self, package: Package, location: Row) -> str | None:
        """Return the id of the town of a place; None where nobody can tell."""
        addresses = package.of("address", "location", location["id"])
        cities = [clean.text(one.get("city", "")) for one in addresses]
        parts = [part.strip() for one in addresses for part in clean.text(one.get("address_1", "")).split(",")]
        named = self.named(cities) or ("" if any(cities) else self.named(parts))
        town = named or (None if any(cities) else self._near(point_of(location)))
        if town is None:
            self._count(cities or [""])
        return town or None

    def named(self, names: Iterable[str]) -> str | None:
        """Return the id of the first town that is known by one of the names."""
        known = {
            name.lower(): town.id
            for town in (self.network.municipalities if self.network else ())
            for name in (town.name, town.id)
        }
        known |= {name: town["id"] for name, town in self.new.items()}
        return next((known[name.lower()] for name in names if name.lower() in known), None)

    def _near(self, point: tuple[float, float] | None) -> str | None:
        if point is None or self.network is None:
            return None
        km = {town.id: haversine(*point, town.lat, town.lon) for town in self.network.municipalities}
        nearest = min(km, key=km.__getitem__)
        return nearest if km[nearest] <= NEAR_KM else None

    def _count(self, cities: list[str]) -> None:
        self.unplaced[cities[0]] = self.unplaced.get(cities[0], 0) + 1


def point_of(location: Row) -> tuple[float, float] | None:
    """Return the coordinates of a place in degrees; None where they are none."""
    lat, lon = clean.number(location.get("latitude")), clean.number(location.get("longitude"))
    inside = lat is not None and lon is not None and abs(lat) <= Decimal(90) and abs(lon) <= Decimal(180)
    return (float(lat), float(lon)) if inside and lat is not None and lon is not None else None
