"""The coordination desk: commands, buttons, files and answers of those who hold the role."""

from collections.abc import Callable
from pathlib import PurePosixPath

from markupsafe import Markup

from bot.catalogue.catalogue import Entry
from bot.conversation.messages import Choice, Chose, Incoming, Message, Reply, Said, Sent
from bot.coordination import (
    changing,
    code_sheets,
    deciding,
    desk_links,
    drafts,
    entries,
    going_back,
    in_vain,
    kits,
    page_links,
)
from bot.coordination.drafts import Edit
from bot.coordination.request import Request
from bot.coordination.status import status, unmet
from bot.coordination.wording import PREFIX, button, by_short, number_of
from bot.editorial.editing import Field
from bot.editorial.folder.names import ENDINGS, YAML_NAME

LARGEST = 5_000_000  # bytes of a file
ZIP = ".zip"
NOT_OURS = {"text": "not-ours-text", "document": "not-ours-document", "archive": "not-ours-archive"}


def answer(message: Incoming, request: Request) -> Reply:
    """Answer what a coordinator sent, pressed or typed."""
    if isinstance(message, Sent):
        return _take_in(message, request)
    if isinstance(message, Said):
        return _heard(message.text, request)
    assert isinstance(message, Chose)
    act, _, name = message.choice.removeprefix(PREFIX).partition(":")
    if act != "keep" and request.me.asking:
        request.done_asking()
    return CHOICES[act](name, request) if act in CHOICES else _say("stale", request)


def welcome(request: Request) -> Reply:
    """Greet a new coordinator with what they can do here."""
    choices = (button(request.language, "status"), button(request.language, "catalogue"))
    more = {"welcome-page": request.web_url, "demonstration": request.catalogue.network.demonstration}
    said = [request.words.say(phrase) for phrase in ("welcome", *(one for one, is_so in more.items() if is_so))]
    return Reply((Message(Markup("\n").join(said), choices=choices),))


def _take_in(file: Sent, request: Request) -> Reply:
    ours = YAML_NAME.fullmatch(file.name) or file.name.lower().endswith(ZIP)
    if not ours and not code_sheets.is_one(file.name):
        kind = ENDINGS.get(PurePosixPath(file.name).suffix.lower().strip("."), "")
        return _say(NOT_OURS.get(kind, "not-ours"), request)
    if file.size > LARGEST or (file.content and len(file.content) > LARGEST):
        return _say("too-big", request, limit=LARGEST // 1_000_000)
    if file.content is None and not file.handle:
        return _say("not-fetched", request)
    if not ours:
        return code_sheets.take_in(file, request)
    base = request.catalogue.number
    drafts.send(
        request.tx,
        request.me.number,
        base,
        file.name,
        content=file.content,
        handle=file.handle,
        now=request.now,
        web=request.web,
    )
    return Reply((Message(request.words.say("looking", name=file.name)),))


def _heard(text: str, request: Request) -> Reply:
    asked = request.me.asking
    if asked["ask"] == "search":
        request.done_asking()
        return entries.search(text, request)
    entry = request.catalogue.entries.get(asked["service"])
    if entry is None:
        request.done_asking()
        return _say("stale", request)
    field = asked["field"] if asked["ask"] == "confirm" else asked["ask"]
    return changing.answer(field, entry, text, request)  # after a read-back: another value instead of the yes


def _or(act: Callable[[str, Request], Reply | None], phrase: str = "stale") -> Callable[[str, Request], Reply]:
    """Say a phrase where there is nothing to do any more."""
    return lambda name, request: act(name, request) or _say(phrase, request)


def _kit(name: str, request: Request) -> Reply | None:
    return kits.order(name, request) if name else kits.ask_company(request)


def _on_entry(act: Callable[[Entry, Request], Reply]) -> Callable[[str, Request], Reply]:
    def choose(name: str, request: Request) -> Reply | None:
        entry = by_short(request.catalogue, name)
        return act(entry, request) if entry else None

    return _or(choose)


def _ask(field: Field) -> Callable[[str, Request], Reply]:
    return _on_entry(lambda entry, request: changing.ask(field, entry, request))


def _valid(entry: Entry, request: Request) -> Reply:
    return changing.publish(Edit(entry.id, "checked_on", request.world().today.isoformat()), request)


def _take_out(field: Field) -> Callable[[str, Request], Reply]:
    return _on_entry(lambda entry, request: changing.publish(Edit(entry.id, field, None), request))


def _publish(name: str, request: Request) -> Reply:
    ordered = drafts.press_publish(request.tx, number_of(name), request.me.number)
    return Reply((Message(request.words.say("publishing")),)) if ordered else _say("no-draft", request)


def _drop(name: str, request: Request) -> Reply:
    dropped = drafts.drop(request.tx, number_of(name), request.me.number)
    return _say("dropped" if dropped else "no-draft", request)


def _sure(name: str, request: Request) -> Reply:
    """Ask once more about a release in which something is in doubt."""
    if not drafts.waits(request.tx, number_of(name), request.me.number):
        return _say("no-draft", request)
    yes = Choice(f"{PREFIX}publish:{name}", request.words.label("button-publish-anyway"))
    choices = (yes, button(request.language, "drop", name))
    return Reply((Message(request.words.say("sure"), choices=choices),))


def _say(phrase: str, request: Request, **values: str | int) -> Reply:
    choices = (button(request.language, "status"), button(request.language, "catalogue"))
    return Reply((Message(request.words.say(phrase, **values), choices=choices),))


CHOICES: dict[str, Callable[[str, Request], Reply]] = {
    "status": lambda _name, request: status(request),
    "catalogue": lambda _name, request: entries.ask_for_word(request),
    "needs": lambda _name, request: unmet(request),
    "kit": _or(_kit),
    "page": lambda _name, request: page_links.give(request),
    "see": _on_entry(entries.show),
    "cancel": _on_entry(entries.show),
    "valid": _on_entry(_valid),
    "price": _ask("price"),
    "hours": _ask("hours"),
    "phone": _ask("phone"),
    "suspend": _ask("suspended"),
    "resume": _take_out("suspended"),
    "full": _ask("full_until"),
    "room": _take_out("full_until"),
    "silent": _on_entry(in_vain.confirm_silence),
    "answers": _take_out("silent_since"),
    "write": _on_entry(in_vain.write),
    "settle": _on_entry(in_vain.settle),
    "desk-link": _on_entry(desk_links.give),
    "proposals": lambda _name, request: deciding.show(request),
    "accept": _or(deciding.accept),
    "refuse": _or(deciding.refuse),
    "keep": changing.keep,
    "publish": _publish,
    "drop": _drop,
    "back": _or(going_back.ask),
    "sure": _sure,
    "return": _or(going_back.go),
    "codes-for": _or(code_sheets.choose, "no-draft"),
    "table": _or(code_sheets.as_table, "no-draft"),
    "codes-column": _or(code_sheets.choose, "no-draft"),
    "codes-yes": _or(code_sheets.agree, "no-draft"),
    "codes-rest": _or(code_sheets.agree, "no-draft"),
    "codes-undo": _or(code_sheets.undo, "no-draft"),
}
