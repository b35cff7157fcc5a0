"""A badge at the desk: looked at by anybody's camera that opens its address, taken by a press, once, and undone.

`/b/<badge>` gives the look an id of its own, by which what it took is known: sent twice, it is taken once.
"""

import secrets
from datetime import datetime

from bot.catalogue import prices
from bot.catalogue.catalogue import Entry
from bot.catalogue.local_time import local
from bot.catalogue.model import Offer
from bot.catalogue.text import Language
from bot.partners import badges
from bot.partners.codes import State
from bot.partners.taking import UNDONE_FOR, Desk, Seen, Verdict
from handlers.web import desk
from handlers.web.visit import Answer, Page, Redirect, Row, Visit

# A sign and a frame for each verdict, as those of a code.
LOOKS = {Verdict.TAKEN: desk.LOOKS[State.MARKED], Verdict.GOOD: desk.LOOKS[State.VALID]} | {
    Verdict.USED: desk.LOOKS[State.USED],
    Verdict.OLD: desk.LOOKS[State.EXPIRED],
}
OTHERWISE = desk.LOOKS[State.NOT_OURS]


def show(visit: Visit) -> Answer:
    """Say what a badge is worth; nothing is taken."""
    return _said(visit, secrets.token_urlsafe(16))


def again(visit: Visit) -> Answer:
    """Say what it is worth after it was taken here."""
    return _said(visit, visit.path["look"])


def take(visit: Visit) -> Answer:
    """Take a badge."""
    _desk(visit).take(visit.tx, visit.path["badge"], visit.path["look"], visit.now)
    return _back(visit)


def undo(visit: Visit) -> Answer:
    """Give back what was taken here."""
    _desk(visit).undo(visit.tx, visit.path["badge"], visit.path["look"], visit.now)
    return _back(visit)


def address(badge: str) -> str:
    """Return where a badge is shown."""
    return f"/b/{badge}"


def _said(visit: Visit, look: str) -> Page:
    seen = _desk(visit).look(visit.tx, visit.path["badge"], look, visit.now)
    sign, look_of = LOOKS.get(seen.verdict, OTHERWISE)
    values = {
        "seen": seen,
        "sign": sign,
        "look": look_of,
        "action": f"{address(visit.path['badge'])}/{look}",
        "undone_until": _undone_until(seen, visit),
        "ends": _clock(seen.badge.ends, visit) if seen.badge else "",
        **_given(seen.found, visit.language),
    }
    return desk.page(visit, "badge.html", values)


def _given(found: tuple[Entry, Offer] | None, language: Language) -> dict[str, str]:
    """Return what a badge gives: the offer, its service, its conditions."""
    if found is None:
        return {"offer": "", "service": "", "conditions": ""}
    entry, offer = found
    conditions = offer.conditions.of(language) if offer.conditions else ""
    return {
        "offer": prices.value(offer.value, language),
        "service": entry.service.name.of(language),
        "conditions": conditions,
    }


def _undone_until(seen: Seen, visit: Visit) -> str:
    if seen.verdict is not Verdict.TAKEN or seen.badge is None or visit.now >= seen.badge.ends + UNDONE_FOR:
        return ""
    return _clock(seen.badge.ends + UNDONE_FOR, visit)


def _clock(moment: datetime, visit: Visit) -> str:
    return f"{local(moment, visit.catalogue.network.timezone):%H:%M}"


def _desk(visit: Visit) -> Desk:
    return Desk(visit.owner, badges.public_key(visit.web.house.keys), visit.catalogue.offers)


def _back(visit: Visit) -> Redirect:
    return Redirect(f"{address(visit.path['badge'])}/{visit.path['look']}")


ROWS = (
    Row("GET", "/b/{badge}", show, role="partner", closed="closed-badge"),
    Row("GET", "/b/{badge}/{look}", again, role="partner", closed="closed-badge"),
    Row("POST", "/b/{badge}/{look}", take, "write", role="partner"),
    Row("POST", "/b/{badge}/{look}/undo", undo, "write", role="partner"),
)
