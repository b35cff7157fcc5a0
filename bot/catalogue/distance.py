"""How far a service is from a person's town."""

from math import asin, cos, radians, sin, sqrt

from bot.catalogue.catalogue import Catalogue, Entry
from bot.catalogue.model import Location

EARTH_KM = 6371.0088  # mean radius, IUGG
FAR_KM = 30.0


def haversine(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Return the great-circle distance in km between two points in degrees."""
    rise, turn = radians(lat2 - lat1), radians(lon2 - lon1)
    chord = sin(rise / 2) ** 2 + cos(radians(lat1)) * cos(radians(lat2)) * sin(turn / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(chord))


def point(catalogue: Catalogue, place: Location) -> tuple[float, float]:
    """Return a location's coordinates, or those of its town."""
    town = catalogue.towns[place.town]
    return (place.lat if place.lat is not None else town.lat, place.lon if place.lon is not None else town.lon)


def nearest_town(catalogue: Catalogue, lat: float, lon: float) -> str | None:
    """Return the municipality nearest to a point in degrees, or None where the network is far away (FAR_KM)."""
    km = {town.id: haversine(lat, lon, town.lat, town.lon) for town in catalogue.towns.values()}
    town = min(km, key=km.__getitem__)
    return town if km[town] <= FAR_KM else None


def serves(entry: Entry, town: str) -> bool:
    """Tell whether a service reaches people of a town without their moving, or has a place there."""
    where = entry.service.where
    if where.at == "online":
        return True
    if where.at == "home":
        return where.towns == "all" or town in where.towns
    return any(place.town == town for place in entry.places)


def distance(catalogue: Catalogue, entry: Entry, town: str) -> float:
    """Return the km from a town's centre to the nearest place; 0 for what comes home there or is online.

    A service that does not come to this town counts as far as the nearest town where it does.
    """
    if entry.service.where.at == "online" or (serves(entry, town) and entry.service.where.at == "home"):
        return 0.0
    home = catalogue.towns[town]
    return distance_from(catalogue, entry, home.lat, home.lon)


def distance_from(catalogue: Catalogue, entry: Entry, lat: float, lon: float) -> float:
    """Return the km from a point in degrees to the nearest place, or to the nearest town that is served at home.

    A service of which nobody knows where it is counts as at the edge of the network: FAR_KM.
    """
    where = entry.service.where
    if where.at == "unknown":
        return FAR_KM
    if where.at == "home":
        towns = catalogue.towns if where.towns == "all" else where.towns
        points = [(catalogue.towns[town].lat, catalogue.towns[town].lon) for town in towns]
    else:
        points = [point(catalogue, place) for place in entry.places]
    return min((haversine(lat, lon, *there) for there in points), default=0.0)
