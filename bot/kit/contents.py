"""What a kit is made of: links for its places, and files. Nothing of what draws is loaded here: the bot asks for it."""

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection

from bot.catalogue.catalogue import Catalogue
from bot.people import invites
from bot.people.links import link


@dataclass(frozen=True)
class File:
    """One file of a kit."""

    name: str
    media_type: str
    content: bytes = field(repr=False)


def links(tx: Connection, catalogue: Catalogue, company: str, username: str, now: datetime) -> dict[str, str]:
    """Make new invites for a company and return the link of each place."""
    network = catalogue.network.id
    return {
        place: link(username, invites.create(tx, company, now, place=place, network=network))
        for place in invites.PLACES
        if place != invites.OTHER
    }
