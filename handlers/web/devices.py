"""The telephones and computers on which an organization's desk is open: one more, or one less."""

from base64 import b64encode
from datetime import timedelta

from bot.catalogue import prices
from bot.catalogue.local_time import local_day
from bot.drawing import qr
from bot.people import web_links
from bot.people.web_links import WebLink
from handlers.web import desk
from handlers.web.visit import Answer, Page, Redirect, Row, Visit

HERE = f"{desk.HOME}/devices"
ADDED_WITHIN = timedelta(days=1)


def show(visit: Visit) -> Answer:
    """List the devices, by the day on which the desk was opened there."""
    return _listed(visit)


def add(visit: Visit) -> Answer:
    """Make a link for another device. It is shown once: its secret is in no address and in no row."""
    network = visit.catalogue.network.id
    token = web_links.create(visit.tx, "partner", visit.owner, now=visit.now, network=network, lasts=ADDED_WITHIN)
    return _listed(visit, web_links.address(visit.web.url, token))


def remove(visit: Visit) -> Answer:
    """Close the desk on a device, or a link that nobody has opened."""
    key = visit.form.get("key", "")
    if key:  # else all of them
        web_links.revoke(visit.tx, "partner", visit.owner, visit.now, key)
    return Redirect(HERE)


def _listed(visit: Visit, added: str = "") -> Page:
    found = [one for one in web_links.listing(visit.tx, "partner", visit.now, visit.owner) if one.closed is None]
    picture = f"data:image/png;base64,{b64encode(qr.png(added)).decode()}" if added else ""
    values = {"devices": [_said(one, visit) for one in found], "added": added, "picture": picture}
    return desk.page(visit, "devices.html", values)


def _said(one: WebLink, visit: Visit) -> dict[str, str | bool]:
    assert visit.session
    zone = visit.catalogue.network.timezone
    day = local_day(one.opened_at or one.created_at, zone)
    said = prices.day(day, visit.language, local_day(visit.now, zone))
    return {"key": one.key, "opened": one.opened_at is not None, "day": said, "here": one.key == visit.session.key}


ROWS = (
    Row("GET", HERE, show, role="partner"),
    Row("POST", HERE, add, "write", role="partner"),
    Row("POST", f"{HERE}/remove", remove, "write", role="partner"),
)
