"""Services that somebody puts aside and finds again under their codes: kept for members, of guests nothing is kept."""

from markupsafe import Markup
from sqlalchemy import delete, select

from bot.catalogue.catalogue import Entry
from bot.conversation.effects.visit import Step, Visit
from bot.conversation.messages import Choice, Message, Reply
from bot.conversation.talk.screens import doors
from bot.store.inserts import insert_missing
from bot.store.saved import saved


def save(visit: Visit, service: str) -> Step:
    """Put a service aside, once; a guest gets its telephone number to note."""
    entry = visit.world.catalogue.entries.get(service)
    if entry is None or entry.service.suspended:
        return doors(visit.state.fresh(), visit.world, visit.world.words.say("stale"))
    if visit.me is None:
        return visit.state, _to_note(entry, visit)
    mark, packed = visit.keys.saved(service, visit.me.id), visit.keys.pack(service)
    row = {"person": visit.me.id, "mark": mark, "service": packed, "saved_on": visit.world.today}
    phrase = "saved" if insert_missing(visit.tx, saved, [row]) else "saved-already"
    label = visit.world.words.label
    choices = Choice("codes", label("codes")), Choice(f"unsave:{service}", label("unsave-button"))
    return visit.state, _done(entry, phrase, visit, *choices)


def unsave(visit: Visit, service: str) -> Step:
    """Take a service from those put aside."""
    entry = visit.world.catalogue.entries.get(service)
    if entry is None or visit.me is None:
        return doors(visit.state.fresh(), visit.world, visit.world.words.say("stale"))
    mark = visit.keys.saved(service, visit.me.id)
    visit.tx.execute(delete(saved).where(saved.c.person == visit.me.id, saved.c.mark == mark))
    return visit.state, _done(entry, "unsaved", visit, Choice("another", visit.world.words.label("another-need")))


def found(visit: Visit) -> list[Entry]:
    """Return what somebody put aside, the newest first; what is not in the catalogue now is left out."""
    if visit.me is None:
        return []
    rows = visit.tx.execute(select(saved.c.saved_on, saved.c.service).where(saved.c.person == visit.me.id))
    mine = [(row.saved_on, *visit.keys.unpack(row.service)) for row in rows]
    newest = sorted(mine, key=lambda one: (-one[0].toordinal(), one[1]))
    entries = visit.world.catalogue.entries
    return [entries[one] for _, one in newest if one in entries and not entries[one].service.suspended]


def _to_note(entry: Entry, visit: Visit) -> Reply:
    words = visit.world.words
    name = Markup("<b>{}</b>").format(entry.service.name.of(visit.world.language))
    lines = [words.say("saved-guest"), name]
    lines += [words.say("contact-phone", phone=entry.phone)] if entry.phone else []
    choices = (_back(entry, visit), Choice("another", words.label("another-need")))
    return Reply((Message(Markup("\n").join(lines), choices=choices),), card=entry.id)


def _done(entry: Entry, phrase: str, visit: Visit, *choices: Choice) -> Reply:
    text = visit.world.words.say(phrase, service=entry.service.name.of(visit.world.language))
    return Reply((Message(text, choices=(_back(entry, visit), *choices)),), card=entry.id)


def _back(entry: Entry, visit: Visit) -> Choice:
    return Choice(f"card:{entry.id}", visit.world.words.label("back-to-card"))
