"""The time zone that a knowledge folder names: the rules ask for the day before anything else is read."""

from pathlib import Path

from bot.catalogue.local_time import HOME, is_zone
from bot.editorial.files import read_bytes
from bot.editorial.tree import Mapping, Scalar, Unreadable, parse

NETWORK = "network.yaml"


def zone_of(folder: Path) -> str:
    """Return the time zone of the network in a folder; where none can be read, that of the house."""
    try:
        return named_zone(read_bytes(folder / NETWORK, folder))
    except Unreadable:
        return HOME


def named_zone(network: bytes) -> str:
    """Return the time zone that a network.yaml names. Raises bot.editorial.tree.Unreadable."""
    tree = parse(network, NETWORK)
    named = tree.items.get("timezone") if isinstance(tree, Mapping) else None
    return named.text if isinstance(named, Scalar) and is_zone(named.text) else HOME
