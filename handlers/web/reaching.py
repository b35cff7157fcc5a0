"""How somebody or something is reached, as links: a telephone, a place on a map, the bot on Telegram."""

import re
from urllib.parse import quote_plus

from bot.catalogue.model import Location
from bot.people import links
from bot.store import observations
from handlers.web.visit import Visit

ZOOM = 17  # a street with its houses


def tel(number: str, extension: str | None = None) -> str:
    """Return the link that calls a number (RFC 3966)."""
    digits = re.sub(r"[^\d+]", "", number)
    return f"tel:{digits}" + (f";ext={extension}" if extension else "")


def on_map(place: Location, town: str) -> str:
    """Return the link to a place on OpenStreetMap: its point, or a search for its address. Nothing is asked of it."""
    if place.lat is None or place.lon is None:
        return f"https://www.openstreetmap.org/search?query={quote_plus(f'{place.address}, {town}')}"
    point = f"{place.lat}/{place.lon}"
    return f"https://www.openstreetmap.org/?mlat={place.lat}&mlon={place.lon}#map={ZOOM}/{point}"


def telegram(visit: Visit, token: str | None = None) -> str | None:
    """Return the link that opens the bot, with an invite or without; None while nobody knows its name."""
    name = observations.bot_username(visit.tx) or visit.web.house.settings.telegram.username
    if not name:
        return None
    return links.link(name, token) if token else f"{links.TELEGRAM}{name}"
