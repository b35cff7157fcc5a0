"""The time zone that a knowledge folder names: the rules ask for the day before anything else is read."""

from bot.catalogue.local_time import HOME, is_zone
from bot.editorial.folder.files import Files
from bot.editorial.tree import Mapping, Scalar, Unreadable, parse

NETWORK = "network.yaml"


def zone_of(files: Files) -> str:
    """Return the time zone of the network in a folder; where none can be read, that of the house."""
    content = files.yaml.get(NETWORK)
    if not isinstance(content, bytes):
        return HOME
    try:
        tree = parse(content, NETWORK)
    except Unreadable:
        return HOME
    named = tree.items.get("timezone") if isinstance(tree, Mapping) else None
    return named.text if isinstance(named, Scalar) and is_zone(named.text) else HOME
