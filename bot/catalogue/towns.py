"""The towns of a network, and those around it."""

from pydantic import Field

from bot.catalogue.text import Id, Model


class Municipality(Model):
    id: Id
    name: str
    lat: float = Field(ge=-90, le=90)
    lon: float = Field(ge=-180, le=180)
    hamlets: tuple[str, ...] = ()  # other names by which people say that they are there


class Neighbour(Model):
    """A town that is not in the network, but that its people name."""

    id: Id
    name: str
    lat: float = Field(ge=-90, le=90)
    lon: float = Field(ge=-180, le=180)
