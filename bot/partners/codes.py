"""What a code is at the desk of one organization: good, used, over, not yet, or none of theirs.

Only a code that was given counts. One that lies free in a pool, another organization's and an invented one are all the
same: not ours.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import ColumnElement, Connection, bindparam, func, literal_column, select

from bot.catalogue.bygone import bygone
from bot.catalogue.catalogue import Catalogue, Entry
from bot.catalogue.model import Offer
from bot.partners.typed import exactly, folds
from bot.people.keys import Keys
from bot.store.partners import redemption
from bot.store.tables import FOLDED, pool_code, voucher


class State(StrEnum):
    """What a code is; in the order in which several are told."""

    MARKED = "marked"  # by this desk, just now: it can still be undone
    VALID = "valid"
    USED = "used"
    NOT_YET = "not-yet"
    EXPIRED = "expired"
    NOT_OURS = "not-ours"


ORDER = list(State)


@dataclass(frozen=True)
class Given:
    """A code that people were given: `own` is one person's, another is the same for everybody; `last` may be never."""

    offer: Offer
    entry: Entry
    code: str
    own: bool
    first: date | None
    last: date | None


@dataclass(frozen=True)
class Verdict:
    """What is said of a code. `day` is the last good one, the first one, or that on which it was used."""

    state: State
    given: Given | None = None
    day: date | None = None


NOT_OURS = Verdict(State.NOT_OURS)
_CODE: ColumnElement[str] = literal_column(FOLDED)
_IN_POOL = select(pool_code.c.id).where(pool_code.c.offer == voucher.c.offer, pool_code.c.code == voucher.c.code)
_LAST = func.max(func.coalesce(voucher.c.expires_on, date.max))
_GIVEN = (  # built once: that takes longer than running it
    select(voucher.c.offer, voucher.c.code, _LAST.label("last"), _IN_POOL.exists().label("own"))
    .where(_CODE.in_(bindparam("folds", expanding=True)))
    .group_by(voucher.c.offer, voucher.c.code)
)
_USED = select(redemption).where(redemption.c.mark.in_(bindparam("marks", expanding=True)))
_KEPT = (
    select(voucher.c.expires_on)
    .where(_CODE.in_(bindparam("folds", expanding=True)))
    .where(voucher.c.offer == bindparam("offer"), voucher.c.code == bindparam("code"))
    .with_for_update(read=True, key_share=True)
)


def look(
    tx: Connection, keys: Keys, catalogue: Catalogue, organization: str, typed: str, *, today: date
) -> tuple[Verdict, ...]:
    """Return what is said of a typed code, at least one verdict.

    Several are rare: two offers of the organization with one code, or two codes that differ by their dashes alone.
    """
    found = shared(catalogue, organization, typed)
    if not any(one.offer.valid.holds(today) for one in found):
        found += handed_out(tx, catalogue, organization, typed)
    days = used(tx, keys, found)
    return _best(verdict(one, days.get(mark_of(keys, one)), today) for one in found) or (NOT_OURS,)


def shared(catalogue: Catalogue, organization: str, typed: str) -> list[Given]:
    """Return the offers that have one code for everybody, which was typed; whoever may have given it away."""
    wanted = folds(typed)
    return [
        Given(offer, entry, offer.code, own=False, first=offer.valid.first, last=offer.valid.last)
        for entry, offer in catalogue.offers.values()
        if offer.code and entry.organization.id == organization and folds(offer.code) & wanted
    ]


def handed_out(tx: Connection, catalogue: Catalogue, organization: str, typed: str) -> list[Given]:
    """Return the codes that people were given; as typed to the letter, where there is one."""
    found = []
    for row in tx.execute(_GIVEN, {"folds": list(folds(typed))}):
        entry, offer = owner(tx, catalogue, row.offer) or (None, None)
        if entry and offer and entry.organization.id == organization:
            until = None if row.last == date.max else row.last
            found.append(Given(offer, entry, row.code, own=bool(row.own), first=None, last=until))
    return [one for one in found if one.code == exactly(typed)] or found


def kept(tx: Connection, catalogue: Catalogue, organization: str, offer: str, code: str) -> Given | None:
    """Return one person's code, and let nobody give it back before the transaction ends; who is erased need not wait.

    None where it was given back, or is another organization's.
    """
    last = tx.execute(_KEPT, {"folds": list(folds(code)), "offer": offer, "code": code}).first()
    found = owner(tx, catalogue, offer) if last else None
    if last is None or found is None or found[0].organization.id != organization:
        return None
    return Given(found[1], found[0], code, own=True, first=None, last=last.expires_on)


def owner(tx: Connection, catalogue: Catalogue, offer: str) -> tuple[Entry, Offer] | None:
    """Return an offer and whose it is, as it is live, or as it was when it was last."""
    return catalogue.offers.get(offer) or bygone(tx, offer)


def used(tx: Connection, keys: Keys, found: Iterable[Given]) -> dict[str, date]:
    """Return on which days codes were used, by their marks."""
    marks = {mark_of(keys, one) for one in found if one.own}
    rows = tx.execute(_USED, {"marks": list(marks)}) if marks else ()
    return {row.mark: date.fromisoformat(keys.unpack(row.content)[1]) for row in rows}


def mark_of(keys: Keys, given: Given) -> str:
    """Return the mark under which a code is used once."""
    return keys.redemption(given.offer.id, given.code)


def verdict(given: Given, on: date | None, today: date) -> Verdict:
    """Return what is said of a code that was used on a day, or never."""
    if on:
        return Verdict(State.USED, given, on)
    if given.first and today < given.first:
        return Verdict(State.NOT_YET, given, given.first)
    if given.last and given.last < today:
        return Verdict(State.EXPIRED, given, given.last)
    return Verdict(State.VALID, given, given.last)


def _best(verdicts: Iterable[Verdict]) -> tuple[Verdict, ...]:
    """Return the verdicts in the order in which they are told; of a shared code, that of the season that is best."""
    best: dict[tuple[str, str], Verdict] = {}
    for one in sorted(verdicts, key=lambda one: ORDER.index(one.state)):
        if one.given:
            best.setdefault((one.given.offer.id, one.given.code), one)
    return tuple(best.values())
