"""A location lies in its town: coordinates that were swapped or mistyped send people to another country.

Good, in the organization:
    locations:
      - {id: sede, town: carpi, address: Via Peruzzi 12, lat: 44.7801, lon: 10.8872}
Bad, in the organization:
    locations:
      - {id: sede, town: carpi, address: Via Peruzzi 12, lat: 10.8872, lon: 44.7801}
"""

import re
from collections.abc import Iterable, Iterator

from bot.catalogue.by_name import plain
from bot.catalogue.distance import haversine
from bot.catalogue.model import Location
from bot.catalogue.towns import Municipality
from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge

FAR_KM = 15  # from the centre of its town
NEAR_KM = 2  # from the centre of another one: who is so near to it, and not to the own, is there


def check(knowledge: Knowledge) -> Iterator[Problem]:
    towns = {town.id: town for town in knowledge.network.model.municipalities} if knowledge.network else {}
    for source in knowledge.organizations:
        for n, location in enumerate(source.model.locations):
            position = source.position("locations", n, "lat")
            if (location.lat is None) != (location.lon is None):
                yield Problem(position, "far-place", variant="half")
            elif (town := towns.get(location.town)) and (km := _km(location, town)) > FAR_KM:
                line = f"lat: {location.lon}, lon: {location.lat}"
                values: dict[str, str | int] = {"town": town.name, "km": round(km), "line": line}
                yield Problem(position, "far-place", values=values, variant=_cause(location, town))
            elif town and (found := _elsewhere(location, town, towns.values())):
                sign, there = found
                values = {"town": there.name, "other": town.name, "line": f"town: {there.id}", "sign": sign}
                yield Problem(source.position("locations", n, "town"), "far-place", "warning", values, "neighbour")


def _cause(location: Location, town: Municipality) -> str:
    if location.lat == location.lon == 0:
        return "zero"
    turned = location.model_copy(update={"lat": location.lon, "lon": location.lat})
    return "turned" if _km(turned, town) <= FAR_KM else ""


def _elsewhere(location: Location, own: Municipality, towns: Iterable[Municipality]) -> tuple[str, Municipality] | None:
    """Return the other town of the network in which it seems to be, and what says so."""
    others = [town for town in towns if town is not own]
    for town in others:
        if re.search(
            rf"(?:[,–-]|\d{{5}})\s*{re.escape(plain(town.name))}(?:\s*\(?[a-z]{{2}}\)?)?$", plain(location.address)
        ):
            return "address", town
    near = [town for town in others if location.lat is not None and _km(location, town) <= NEAR_KM]
    return ("point", near[0]) if near and _km(location, own) > 2 * NEAR_KM else None


def _km(location: Location, town: Municipality) -> float:
    if location.lat is None or location.lon is None:
        return 0.0
    return haversine(location.lat, location.lon, town.lat, town.lon)
