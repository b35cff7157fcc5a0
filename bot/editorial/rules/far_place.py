"""A location lies in its town: coordinates that were swapped or mistyped send people to another country.

**Good:**
```yaml
# in the organization
locations:
  - {id: sede, town: carpi, address: Via Peruzzi 12, lat: 44.7801, lon: 10.8872}
```

**Bad:**
```yaml
# in the organization
locations:
  - {id: sede, town: carpi, address: Via Peruzzi 12, lat: 10.8872, lon: 44.7801}
```
"""

from collections.abc import Iterator
from datetime import date

from bot.catalogue.distance import haversine
from bot.catalogue.model import Location
from bot.catalogue.towns import Municipality
from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge

FAR_KM = 15  # from the centre of its town


def check(knowledge: Knowledge, today: date) -> Iterator[Problem]:
    del today
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


def _cause(location: Location, town: Municipality) -> str:
    if location.lat == location.lon == 0:
        return "zero"
    turned = location.model_copy(update={"lat": location.lon, "lon": location.lat})
    return "turned" if _km(turned, town) <= FAR_KM else ""


def _km(location: Location, town: Municipality) -> float:
    if location.lat is None or location.lon is None:
        return 0.0
    return haversine(location.lat, location.lon, town.lat, town.lon)
