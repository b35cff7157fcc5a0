"""A coordinator's link to their page, one for each browser: asked for in the chat, or made at the server."""

from datetime import datetime

from sqlalchemy import Connection

from bot.conversation.messages import Message, Reply
from bot.coordination.request import Request
from bot.coordination.wording import button
from bot.editorial import audit
from bot.editorial.audit import Deed
from bot.people import web_links


def give(request: Request) -> Reply:
    """Answer with a new link, or say that there are no pages."""
    choices = (button(request.language, "status"),)
    if request.web_url is None:
        return Reply((Message(request.words.say("page-none"), choices=choices),))
    number, live = request.me.number, request.catalogue
    made = link(request.tx, request.web_url, number, live.network.id, live.number, request.now, by=number)
    return Reply((Message(request.words.say("page-link", link=made), choices=choices),))


def link(  # noqa: PLR0917 - a row of the audit has as much
    tx: Connection, url: str, number: int, network: str, release: int, now: datetime, *, by: int | None = None
) -> str:
    """Make a link to the page of a coordinator, and note who asked for it: a coordinator's number, or the server."""
    token = web_links.create(tx, "coordinator", str(number), now=now, network=network)
    audit.note(tx, [Deed("page-link", f"coordinator {number}")], role=by, release=release, now=now)
    return f"{url}/open/{token}"
