"""Changing one field of a service in the chat: a question, the answer read back, a yes."""

from markupsafe import Markup

from bot.catalogue.catalogue import Entry
from bot.conversation.messages import Choice, Message, Reply
from bot.coordination import drafts, typed_fields
from bot.coordination.drafts import Edit
from bot.coordination.request import Request
from bot.coordination.typed_fields import Unread, everywhere, fingerprint, now_said
from bot.coordination.wording import PREFIX, button, short
from bot.editorial.editing import Field

NAMED: tuple[Field, ...] = ("suspended", "full_until")  # whose yes says what it does


def ask(field: Field, entry: Entry, request: Request) -> Reply:
    """Ask for the new value of a field."""
    request.ask(ask=field, service=entry.id)
    name = entry.service.name.of(request.language)
    text = request.words.say(f"ask-{field}", service=name, now=now_said(field, entry, request.setting) or "-")
    return Reply((Message(text, choices=(button(request.language, "cancel", short(entry.id)),)),))


def answer(field: Field, entry: Entry, text: str, request: Request) -> Reply:
    """Read an answer back; one that is not understood is asked for again."""
    value = typed_fields.read(field, text, entry, request.setting)
    cancel = button(request.language, "cancel", short(entry.id))
    if isinstance(value, Unread):
        return Reply((Message(value.said, choices=(cancel,)),))
    before, after = now_said(field, entry, request.setting), typed_fields.said(field, value, entry, request.setting)
    if after == before:
        request.done_asking()
        return Reply((Message(request.words.say("same", value=after), choices=(_see(entry, request),)),))
    request.ask(ask="confirm", service=entry.id, field=field, value=value)
    act = f"keep-{field}" if field in NAMED else "keep"
    yes = Choice(f"{PREFIX}keep:{fingerprint(entry.id, field, value)}", request.words.label(f"button-{act}"))
    name = entry.service.name.of(request.language)
    said = request.words.say(f"confirm-{field}", service=name, before=before or "-", after=after)
    text_ = Markup("\n").join([said, *everywhere(field, entry, request.language)])
    return Reply((Message(text_, choices=(yes, cancel)),))


def keep(nonce: str, request: Request) -> Reply:
    """Publish what was read back last, if the button is that one's."""
    asked = request.me.asking
    if asked.get("ask") != "confirm" or nonce != fingerprint(asked["service"], asked["field"], asked["value"]):
        return Reply((Message(request.words.say("stale"), choices=(button(request.language, "catalogue"),)),))
    return publish(Edit(asked["service"], asked["field"], asked["value"]), request)


def publish(edit: Edit, request: Request) -> Reply:
    """Order a release with one change."""
    request.done_asking()
    drafts.change(request.tx, request.me.number, request.catalogue.number, edit, request.now, web=request.web)
    return Reply((Message(request.words.say("publishing")),))


def _see(entry: Entry, request: Request) -> Choice:
    return button(request.language, "see", short(entry.id))
