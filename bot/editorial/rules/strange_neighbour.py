"""A neighbour is a town outside of the network, and not a far one: it is none of the network's own towns.

Good, in network.yaml:
    neighbours:
      - {id: correggio, name: Correggio, lat: 44.7703, lon: 10.7822}
Bad, in network.yaml:
    neighbours:
      - {id: carpi, name: Carpi, lat: 44.7842, lon: 10.8856}
"""

from collections.abc import Iterator

from bot.catalogue.distance import haversine
from bot.catalogue.model import Network
from bot.catalogue.towns import Municipality, Neighbour
from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge

FAR_KM = 100  # from the nearest town of the network


def check(knowledge: Knowledge) -> Iterator[Problem]:
    if not (network := knowledge.network):
        return
    for n, neighbour in enumerate(network.model.neighbours):
        if twin := _twin(neighbour, network.model):
            values: dict[str, str | int] = {"name": neighbour.name, "town": twin.name}
            yield Problem(network.position("neighbours", n), "strange-neighbour", values=values)
        elif (km := _km(neighbour, network.model)) > FAR_KM:
            values = {"name": neighbour.name, "km": round(km)}
            yield Problem(network.position("neighbours", n, "lat"), "strange-neighbour", values=values, variant="far")


def _twin(neighbour: Neighbour, network: Network) -> Municipality | None:
    """Return the town of the network that has the neighbour's id or name, or a hamlet of that name."""
    name = neighbour.name.casefold()
    for town in network.municipalities:
        if neighbour.id == town.id or name in {town.name.casefold(), *map(str.casefold, town.hamlets)}:
            return town
    return None


def _km(neighbour: Neighbour, network: Network) -> float:
    return min(haversine(neighbour.lat, neighbour.lon, town.lat, town.lon) for town in network.municipalities)
