"""The towns of a network, and those around it."""

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from bot.catalogue.text import Id, Model

COMMA = re.compile(r"\s*(-?\d{1,3}),(\d+)\s*")


def _point(value: Any) -> Any:
    """Read a comma as the point that parts decimals: `44,2880`."""
    return COMMA.sub(r"\1.\2", value) if isinstance(value, str) and COMMA.fullmatch(value) else value


Latitude = Annotated[float, BeforeValidator(_point), Field(ge=-90, le=90)]
Longitude = Annotated[float, BeforeValidator(_point), Field(ge=-180, le=180)]


class Municipality(Model):
    id: Id
    name: str
    lat: Latitude
    lon: Longitude
    hamlets: tuple[str, ...] = ()  # other names by which people say that they are there


class Neighbour(Model):
    """A town that is not in the network, but that its people name."""

    id: Id
    name: str
    lat: Latitude
    lon: Longitude
