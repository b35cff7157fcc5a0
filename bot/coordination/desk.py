"""The coordination desk: commands, buttons, files and answers of those who hold the role."""

from collections.abc import Callable
from pathlib import PurePosixPath

from bot.catalogue.catalogue import Entry
from bot.catalogue.releases import NoSuchRelease
from bot.conversation.messages import Chose, Incoming, Message, Reply, Said, Sent
from bot.coordination import changing, drafts, entries, kits
from bot.coordination.drafts import Edit
from bot.coordination.seat import Seat
from bot.coordination.status import status
from bot.coordination.unmet import unmet
from bot.coordination.wording import PREFIX, button, by_short
from bot.editorial.publish import point_back

LARGEST = 5_000_000  # bytes of a file
KINDS = (".yaml", ".yml", ".zip")


def answer(message: Incoming, seat: Seat) -> Reply:
    """Answer what a coordinator sent, pressed or typed."""
    if isinstance(message, Sent):
        return _take_in(message, seat)
    if isinstance(message, Said):
        return _heard(message.text, seat)
    assert isinstance(message, Chose)
    act, _, name = message.choice.removeprefix(PREFIX).partition(":")
    if act != "keep" and seat.me.asking:
        seat.done_asking()
    return CHOICES[act](name, seat) if act in CHOICES else _stale(seat)


def welcome(seat: Seat) -> Reply:
    """Greet a new coordinator with what they can do here."""
    choices = (button(seat.language, "status"), button(seat.language, "catalogue"))
    return Reply((Message(seat.words.say("welcome"), choices=choices),))


def _take_in(file: Sent, seat: Seat) -> Reply:
    if PurePosixPath(file.name).suffix.lower() not in KINDS:
        return _say("not-ours", seat)
    if file.size > LARGEST or (file.content and len(file.content) > LARGEST):
        return _say("too-big", seat, limit=LARGEST // 1_000_000)
    if file.content is None and not file.handle:
        return _say("not-fetched", seat)
    base = seat.catalogue.number
    drafts.send(seat.tx, seat.me.number, base, file.name, content=file.content, handle=file.handle, now=seat.now)
    return Reply((Message(seat.words.say("looking", name=file.name)),))


def _heard(text: str, seat: Seat) -> Reply:
    asked = seat.me.asking
    if asked["ask"] == "search":
        seat.done_asking()
        return entries.search(text, seat)
    entry = seat.catalogue.entries.get(asked["service"])
    if entry is None:
        seat.done_asking()
        return _stale(seat)
    field = asked["field"] if asked["ask"] == "confirm" else asked["ask"]
    return changing.answer(field, entry, text, seat)  # after a read-back: another value instead of the yes


def _status(_name: str, seat: Seat) -> Reply:
    return status(seat)


def _catalogue(_name: str, seat: Seat) -> Reply:
    return entries.ask_for_word(seat)


def _needs(_name: str, seat: Seat) -> Reply:
    return unmet(seat)


def _kit(name: str, seat: Seat) -> Reply:
    return (kits.order(name, seat) if name else kits.ask_company(seat)) or _stale(seat)


def _on_entry(act: Callable[[Entry, Seat], Reply]) -> Callable[[str, Seat], Reply]:
    def choose(name: str, seat: Seat) -> Reply:
        entry = by_short(seat.catalogue, name)
        return act(entry, seat) if entry else _stale(seat)

    return choose


def _valid(entry: Entry, seat: Seat) -> Reply:
    return changing.publish(Edit(entry.id, "checked_on", seat.world().today.isoformat()), seat)


def _resume(entry: Entry, seat: Seat) -> Reply:
    return changing.publish(Edit(entry.id, "suspended", None), seat)


def _publish(name: str, seat: Seat) -> Reply:
    ordered = name.isdecimal() and drafts.press_publish(seat.tx, int(name), seat.me.number)
    return Reply((Message(seat.words.say("publishing")),)) if ordered else _say("no-draft", seat)


def _drop(name: str, seat: Seat) -> Reply:
    dropped = name.isdecimal() and drafts.drop(seat.tx, int(name), seat.me.number)
    return _say("dropped" if dropped else "no-draft", seat)


def _back(name: str, seat: Seat) -> Reply:
    live = seat.catalogue.number
    if name == str(live):
        return _say("already-back", seat, number=live)
    try:
        if not point_back(seat.tx, int(name) if name.isdecimal() else 0, seat.now, seat.me.number):
            return _say("too-old", seat, number=int(name))
    except NoSuchRelease:
        return _stale(seat)
    undo = button(seat.language, "back", live, number=live)
    text = seat.words.say("went-back", number=int(name))
    return Reply((Message(text, choices=(undo, button(seat.language, "status"))),))


def _stale(seat: Seat) -> Reply:
    return _say("stale", seat)


def _say(phrase: str, seat: Seat, **values: str | int) -> Reply:
    choices = (button(seat.language, "status"), button(seat.language, "catalogue"))
    return Reply((Message(seat.words.say(phrase, **values), choices=choices),))


CHOICES: dict[str, Callable[[str, Seat], Reply]] = {
    "status": _status,
    "catalogue": _catalogue,
    "needs": _needs,
    "kit": _kit,
    "see": _on_entry(entries.show),
    "cancel": _on_entry(entries.show),
    "valid": _on_entry(_valid),
    "price": _on_entry(lambda entry, seat: changing.ask("price", entry, seat)),
    "hours": _on_entry(lambda entry, seat: changing.ask("hours", entry, seat)),
    "phone": _on_entry(lambda entry, seat: changing.ask("phone", entry, seat)),
    "suspend": _on_entry(lambda entry, seat: changing.ask("suspended", entry, seat)),
    "resume": _on_entry(_resume),
    "keep": changing.keep,
    "publish": _publish,
    "drop": _drop,
    "back": _back,
}
