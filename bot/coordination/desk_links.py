"""A coordinator gives an organization the link of its desk, as words to forward and as a picture to scan."""

from bot.catalogue.catalogue import Entry
from bot.conversation.messages import Attachment, Message, Reply
from bot.coordination.request import Request
from bot.coordination.wording import button, short
from bot.drawing import qr
from bot.editorial import audit
from bot.editorial.audit import Deed
from bot.people import web_links


def give(entry: Entry, request: Request) -> Reply:
    """Make a link for the organization of a service; each press makes another one, for another telephone."""
    words, organization = request.words, entry.organization
    choices = (button(request.language, "see", short(entry.id)), button(request.language, "status"))
    if request.web_url is None:
        return Reply((Message(words.say("stale"), choices=choices),))
    network, release = request.catalogue.network.id, request.catalogue.number
    token = web_links.create(request.tx, "partner", organization.id, now=request.now, network=network)
    deed = Deed("desk-link", organization.id)
    audit.note(request.tx, [deed], role=request.me.number, release=release, now=request.now)
    link = web_links.address(request.web_url, token)
    text = words.say("desk-link", organization=organization.name, link=link)
    return Reply((Message(text, choices=choices, attachment=Attachment("qr.png", "image/png", qr.png(link))),))
