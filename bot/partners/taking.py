"""A desk takes a badge, once, and for ten minutes at least can undo it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256

from sqlalchemy import Connection, delete, select

from bot.catalogue.bygone import bygone
from bot.catalogue.catalogue import Entry
from bot.catalogue.model import Offer
from bot.partners import badges
from bot.partners.badges import Badge, Fault
from bot.store.inserts import insert_missing
from bot.store.partners import badge_used

UNDONE_FOR = timedelta(minutes=10)  # after the badge has ended: so for ten minutes at least after it was taken

Offers = Mapping[str, tuple[Entry, Offer]]


class Verdict(StrEnum):
    """What a desk is told of a badge."""

    GOOD = "good"
    TAKEN = "taken"  # by this page, just now
    USED = "used"
    ELSEWHERE = "elsewhere"  # of another organization
    DAMAGED = Fault.DAMAGED
    FORGED = Fault.FORGED
    FOREIGN = Fault.FOREIGN
    OLD = Fault.OLD


@dataclass(frozen=True)
class Seen:
    """A badge as the desk sees it; who holds it is not in it. `found` is what it gives, where it is this desk's."""

    verdict: Verdict
    found: tuple[Entry, Offer] | None = None
    badge: Badge | None = None


@dataclass(frozen=True)
class Desk:
    """Where badges are shown: an organization's id, what badges are checked with, and the offers of today."""

    organization: str
    public_key: bytes
    offers: Offers

    def look(self, tx: Connection, text: str, form: str, now: datetime) -> Seen:
        """Say what a badge is worth, and change nothing. `form` is what the page that asks is known by."""
        badge = badges.read(self.public_key, text)
        if isinstance(badge, Fault):
            return Seen(Verdict(badge))
        found = self.offers.get(badge.offer) or bygone(tx, badge.offer)
        if found is None or found[0].organization.id != self.organization:
            return Seen(Verdict.ELSEWHERE)
        return Seen(_state(tx, badge, form, now), found, badge)

    def take(self, tx: Connection, text: str, form: str, now: datetime) -> Seen:
        """Take a badge that is good; the same page may ask again. Must run in a writing transaction."""
        seen = self.look(tx, text, form, now)
        if seen.verdict is not Verdict.GOOD or seen.badge is None:
            return seen
        row = {"mark": seen.badge.mark, "form": _mark(form), "ended_at": seen.badge.ends}
        insert_missing(tx, badge_used, [row])  # of two desks at once, one is the first
        return replace(seen, verdict=_state(tx, seen.badge, form, now))

    def undo(self, tx: Connection, text: str, form: str, now: datetime) -> Seen:
        """Give back what the same page took, where it is not too late; a badge that is good can be taken again."""
        seen = self.look(tx, text, form, now)
        if seen.verdict is not Verdict.TAKEN or seen.badge is None or now >= seen.badge.ends + UNDONE_FOR:
            return seen
        tx.execute(delete(badge_used).where(badge_used.c.mark == seen.badge.mark))
        return replace(seen, verdict=_state(tx, seen.badge, form, now))


def sweep(tx: Connection, before: datetime) -> int:
    """Delete the badges that ended before a moment, and return how many they were."""
    return tx.execute(delete(badge_used).where(badge_used.c.ended_at < before)).rowcount


def _state(tx: Connection, badge: Badge, form: str, now: datetime) -> Verdict:
    by = tx.execute(select(badge_used.c.form).where(badge_used.c.mark == badge.mark)).scalar()
    if by is None:
        return Verdict.GOOD if badge.is_good(now) else Verdict.OLD
    return Verdict.TAKEN if by == _mark(form) else Verdict.USED


def _mark(form: str) -> str:
    return sha256(form.encode("utf-8", "surrogatepass")).hexdigest()
