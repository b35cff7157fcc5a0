"""What coordinators answer with one tap where people tried in vain: it is so, ask the organization, all is well."""

from markupsafe import Markup

from bot.catalogue.catalogue import Entry
from bot.conversation.messages import Message, Reply
from bot.coordination import changing
from bot.coordination.drafts import Edit
from bot.coordination.request import Request
from bot.coordination.wording import button, ready, short, write_to
from bot.editorial import audit
from bot.editorial.audit import Deed
from bot.insight import wrong
from bot.insight.wrong import IN_VAIN


def confirm_silence(entry: Entry, request: Request) -> Reply:
    """Publish that they hardly answer, from today on; employees are told so from then on."""
    if entry.service.silent:
        return _say("silent-already", entry, request)
    return changing.publish(Edit(entry.id, "silent_since", request.world().today.isoformat()), request)


def write(entry: Entry, request: Request) -> Reply:
    """Return where to write to the organization, and what, ready to send; how many people said it is not in it."""
    found = wrong.open_reports(request.tx, request.keys, request.now, [entry.id])
    said = [kind for kind in IN_VAIN if any(kind in one.kinds for one in found)]
    what = "; ".join(request.words.label(f"told-{kind}") for kind in said or IN_VAIN[1:])
    name = entry.service.name.of(request.language)
    lines = [request.words.say("write", organization=entry.organization.name, to=write_to(entry) or "-")]
    lines.append(ready("ready-in-vain", request.language, service=name, what=what))
    return _about(entry, request, *lines)


def settle(entry: Entry, request: Request) -> Reply:
    """Close the reports of who tried in vain; who closes them twice, or after another, changes nothing."""
    if wrong.close(request.tx, entry.id, IN_VAIN):
        role, release = request.me.number, request.catalogue.number
        audit.note(request.tx, [Deed("settle", entry.id)], role=role, release=release, now=request.now)
    return _say("settled", entry, request)


def _say(phrase: str, entry: Entry, request: Request) -> Reply:
    return _about(entry, request, request.words.say(phrase, service=entry.service.name.of(request.language)))


def _about(entry: Entry, request: Request, *lines: Markup) -> Reply:
    choices = (button(request.language, "see", short(entry.id)), button(request.language, "status"))
    return Reply((Message(Markup("\n").join(lines), choices=choices),))
