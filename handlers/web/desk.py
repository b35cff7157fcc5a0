"""The desk: a box for a code, what it is in big letters, one more tap to mark it as used, and the way back.

What is typed goes by POST; the way on to its verdict is a small number, which this session alone can show again.
"""

import re
from collections.abc import Mapping
from typing import Any

from bot.catalogue import prices
from bot.catalogue.bygone import bygone
from bot.catalogue.local_time import local, local_day
from bot.partners import desk as desks
from bot.partners.codes import State, Verdict, mark_of
from bot.partners.desk import Desk, Seen, Wait
from bot.partners.memory import Marked
from bot.partners.typed import is_empty
from bot.vouchers import alarms
from handlers.web.visit import Answer, Page, Redirect, Row, Visit

HOME = "/desk"
NUMBER = re.compile("[0-9]{1,9}")
# The pages of an organization, in the order of their menu: path, phrase.
ENTRIES: tuple[tuple[str, str], ...] = (
    (HOME, "desk-menu"),
    (f"{HOME}/codes", "desk-codes-menu"),
    (f"{HOME}/devices", "devices-menu"),
)
# A sign and a frame for each state, so that nobody has to tell colours: classes of style.css.
LOOKS = {
    State.MARKED: ("✓✓", "good"),
    State.VALID: ("✓", "good"),
    State.USED: ("!", "used"),
    State.NOT_YET: ("…", "used"),
    State.EXPIRED: ("×", "bad"),
    State.NOT_OURS: ("?", "bad"),
}


def desk_of(visit: Visit) -> Desk:
    """Return the desk at which a visitor stands."""
    assert visit.session is not None
    today = local_day(visit.now, visit.catalogue.network.timezone)
    return Desk(visit.web.house.keys, visit.catalogue, visit.owner, visit.session.key, today, visit.now)


def page(visit: Visit, template: str, values: Mapping[str, Any]) -> Page:
    """Return a page of an organization, with its name and menu: a template that extends `desk_base.html`."""
    names = {one.id: one.name for one in visit.catalogue.release.organizations}
    menu = [(path, visit.words.say(phrase)) for path, phrase in ENTRIES]
    return Page(template, {"name": names.get(visit.owner, visit.owner), "menu": menu, **values})


def show(visit: Visit) -> Answer:
    """Show the box, and perhaps the verdict of a look that is not long ago."""
    desk = desk_of(visit)
    remembered = desk.seen(visit.tx)
    number = visit.path.get("number", "")
    seen = desks.again(visit.tx, desk, int(number)) if NUMBER.fullmatch(number) else None
    until = remembered.patience.waits(visit.now)
    return page(
        visit,
        "desk.html",
        {
            "low": _low(visit),
            "wait": _wait(visit, Wait(until)) if until else None,
            "verdicts": [_told(visit, desk, one) for one in seen.verdicts] if seen else [],
            "number": seen.number if seen else "",
            "recent": [_recent(visit, one) for one in remembered.marked],
        },
    )


def looked(visit: Visit, typed: str) -> Redirect:
    """Look at a code, typed or scanned, and lead to its verdict. Needs a writing transaction."""
    found = None if is_empty(typed) else desks.look(visit.tx, desk_of(visit), typed)
    return Redirect(f"{HOME}/seen/{found.number}" if isinstance(found, Seen) else HOME)


def mark(visit: Visit) -> Answer:
    """Mark a code as used, and show its verdict again."""
    desks.mark(visit.tx, desk_of(visit), visit.form.get("ticket", ""))
    number = visit.form.get("number", "")
    return Redirect(f"{HOME}/seen/{number}" if NUMBER.fullmatch(number) else HOME)


def undo(visit: Visit) -> Answer:
    """Take back that a code was used, and show what it is now."""
    seen = desks.undo(visit.tx, desk_of(visit), visit.form.get("mark", ""))
    return Redirect(f"{HOME}/seen/{seen.number}" if seen else HOME)


def _low(visit: Visit) -> str:
    """Return the services whose codes run low, as the coordinators were told."""
    offers = {
        offer.id: entry for entry, offer in visit.catalogue.offers.values() if entry.organization.id == visit.owner
    }
    low = (offers[one].service.name.of(visit.language) for one in alarms.lowest(visit.tx, offers))
    return ", ".join(sorted(set(low)))


def _wait(visit: Visit, wait: Wait) -> str:
    seconds = max(1, round((wait.until - visit.now).total_seconds()))
    return visit.words.say("desk-wait", seconds=seconds, minutes=-(-seconds // 60))


def _told(visit: Visit, desk: Desk, verdict: Verdict) -> dict[str, Any]:
    """Return what the page says of a verdict."""
    sign, look = LOOKS[verdict.state]
    told = {"state": verdict.state.value, "sign": sign, "look": look, "ticket": desks.ticket(desk, verdict)}
    if verdict.given is None:
        return {**told, "code": "", "mark": "", "note": visit.words.say("desk-not-ours-note")}
    given, language = verdict.given, visit.language
    day = prices.day(verdict.day, language, desk.today) if verdict.day else ""
    mark = mark_of(desk.keys, given) if verdict.state is State.MARKED else ""
    return {
        **told,
        "code": given.code,
        "mark": mark,
        "service": given.entry.service.name.of(language),
        "gives": prices.value(given.offer.value, language),
        "conditions": given.offer.conditions.of(language) if given.offer.conditions else "",
        "day": visit.words.say(f"desk-{verdict.state}-day" if day else "desk-valid-always", day=day),
        "note": "" if given.own else visit.words.say("desk-shared"),
    }


def _recent(visit: Visit, marked: Marked) -> dict[str, Any]:
    found = visit.catalogue.offers.get(marked.offer) or bygone(visit.tx, marked.offer)
    zone = visit.catalogue.network.timezone
    at, until = (f"{local(moment, zone):%H:%M}" for moment in (marked.at, marked.until))
    name = found[0].service.name.of(visit.language) if found else marked.offer
    return {"mark": marked.mark, "ending": marked.ending, "service": name, "at": at, "until": until}


ROWS = (
    Row("GET", HOME, show, role="partner"),
    Row("GET", f"{HOME}/seen/{{number}}", show, role="partner"),
    Row("POST", f"{HOME}/mark", mark, "write", role="partner"),
    Row("POST", f"{HOME}/undo", undo, "write", role="partner"),
)
