"""What `kmzero run` refuses: to show real people the shipped demonstration without telling them that it is one."""

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.config import Settings
from bot.errors import CannotRun

if TYPE_CHECKING:
    from bot.catalogue.model import Network
    from bot.store.engine import Store

UNSAID = (
    "{folder}: this is the demonstration that comes with kmzero, its organizations and codes are invented: write "
    "`demonstration: true` into {folder}/network.yaml, so that people are told, or put your own network there"
)
SAID = "this is the demonstration: organizations, prices and codes are invented, and people are told so"
OLD = "what is live is the demonstration, and people are not told so: `kmzero publish` publishes it as one"

log = logging.getLogger(__name__)


def admit(settings: Settings, store: "Store") -> None:
    """Raise CannotRun where the demonstration would be served, or published, and its folder does not say what it is.

    Of one that is live since before it was said, the log is told.
    """
    from bot.catalogue import releases
    from bot.catalogue.demonstration import is_unsaid

    with store.read() as tx:
        number = releases.current_number(tx)
        live = releases.load(tx, number)[0].release if number else None
    unsaid = live is not None and is_unsaid(live.network, [one.id for one in live.organizations])
    network, organizations = _in_files(settings)
    if (live is None or unsaid) and network and is_unsaid(network, organizations):
        raise CannotRun(UNSAID.format(folder=settings.knowledge))
    served = live.network if live else network
    if unsaid:
        log.warning(OLD)
    elif served and served.demonstration:
        log.warning(SAID)


def _in_files(settings: Settings) -> "tuple[Network | None, list[str]]":
    """Return the network of the folder, if it can be read, and the ids of its organizations."""
    from bot.editorial.copies import id_said
    from bot.editorial.files import NoFolder, load
    from bot.editorial.reading import read

    try:
        files = load(settings.knowledge)
    except NoFolder:
        return None, []
    head = {name: data for name, data in files.yaml.items() if name == "network.yaml"}
    network = read(replace(files, yaml=head, unread=()), whole=False).network
    own = [data for name, data in files.yaml.items() if name.startswith("organizations/") and isinstance(data, bytes)]
    return network.model if network else None, [id_said(data) for data in own]
