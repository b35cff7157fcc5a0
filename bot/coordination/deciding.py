"""What coordinators do with the proposals of organizations: see those that wait, publish one, drop one."""

from markupsafe import Markup

from bot.conversation.messages import Message, Reply
from bot.coordination import proposals, typed_fields
from bot.coordination.organization_answers import offered
from bot.coordination.proposals import Proposal
from bot.coordination.request import Request
from bot.coordination.wording import button
from bot.editorial import audit
from bot.editorial.audit import Deed

SHOWN = 5  # proposals, each a message with its buttons


def show(request: Request) -> Reply:
    """Return the proposals that wait, the oldest first."""
    found = proposals.waiting(request.tx)
    if not found:
        return _said(request.words.say("no-proposals"), request)
    shown = [offered(one, request.catalogue, request.language, request.now) for one in found[:SHOWN]]
    if len(found) > SHOWN:
        more = request.words.say("and-more", count=len(found) - SHOWN)
        shown.append(Message(more, choices=(button(request.language, "status"),)))
    return Reply(tuple(shown))


def accept(name: str, request: Request) -> Reply | None:
    """Order that a proposal be published; None where it is no more, or on its way."""
    found = _found(name, request)
    number, live, now = request.me.number, request.catalogue.number, request.now
    if found is None or not proposals.publish(request.tx, found, number, live, now):
        return None
    return Reply((Message(request.words.say("publishing")),))


def refuse(name: str, request: Request) -> Reply | None:
    """Drop a proposal; None where somebody has decided already."""
    found = _found(name, request)
    if found is None or not found.waits or not proposals.end(request.tx, found.id, "dropped", request.now):
        return None
    by, release = request.me.number, request.catalogue.number
    deed = _deed(found, request)
    audit.note(request.tx, [deed], role=by, organization=found.organization, release=release, now=request.now)
    return _said(request.words.say("refused-proposal"), request)


def _found(name: str, request: Request) -> Proposal | None:
    return proposals.find(request.tx, int(name)) if name.isdecimal() else None


def _deed(one: Proposal, request: Request) -> Deed:
    edit, entry = one.edit, request.catalogue.entries.get(one.edit.service)
    if entry is None:
        return Deed("refuse", edit.service, edit.field)
    before = typed_fields.now_said(edit.field, entry, request.setting)
    return Deed(
        "refuse", edit.service, edit.field, before, typed_fields.said(edit.field, edit.value, entry, request.setting)
    )


def _said(text: Markup, request: Request) -> Reply:
    return Reply((Message(text, choices=(button(request.language, "status"),)),))
