"""The shipped network.yaml, for tests that need true names of towns."""

from pathlib import Path

from bot.catalogue.model import Network
from bot.editorial.tree import parse


def network(folder: Path) -> Network:
    file = folder / "network.yaml"
    return Network.model_validate(parse(file.read_bytes(), str(file)).value)
