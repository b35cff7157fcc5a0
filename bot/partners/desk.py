"""A desk: a code is looked at, marked as used by one more tap, and unmarked within ten minutes by who marked it.

A code is used once, by the key of `redemption`, however many ask at once. Who looks at wrong ones must wait; a tap on
"used" needs none: its ticket, sealed, says that this session has seen the code to be good.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import Connection, delete

from bot.catalogue.catalogue import Catalogue
from bot.partners import codes, memory
from bot.partners.codes import NOT_OURS, State, Verdict
from bot.partners.memory import Marked, Memory
from bot.partners.typed import exactly
from bot.people.keys import Keys
from bot.store import journal
from bot.store.inserts import insert_missing
from bot.store.partners import redemption

TICKET = "desk"


@dataclass(frozen=True)
class Desk:
    """Who asks, where and when: a web session of an organization; `today` is the network's day."""

    keys: Keys
    catalogue: Catalogue
    organization: str
    session: str  # any text that only this session has
    today: date
    now: datetime

    def held(self, tx: Connection) -> Memory:
        """Return what is remembered of the session; its other requests wait."""
        return memory.held(tx, self.keys, self.session, today=self.today, now=self.now)

    def seen(self, tx: Connection) -> Memory:
        """Return what is remembered of the session, to show it."""
        return memory.seen(tx, self.keys, self.session, today=self.today, now=self.now)

    def keep(self, tx: Connection, remembered: Memory) -> None:
        memory.keep(tx, self.keys, self.session, remembered)


@dataclass(frozen=True)
class Wait:
    """Too many wrong codes: nothing is looked at before `until`."""

    until: datetime


@dataclass(frozen=True)
class Seen:
    """What a look found: at least one verdict, which can be shown again for ten minutes under a number."""

    number: int
    verdicts: tuple[Verdict, ...]


def look(tx: Connection, desk: Desk, typed: str) -> Seen | Wait:
    """Say what a typed code is, and count it where it is none of theirs.

    Must run in a writing transaction.
    """
    before = desk.held(tx)
    if until := before.patience.waits(desk.now):
        return Wait(until)
    found = codes.look(tx, desk.keys, desk.catalogue, desk.organization, typed, today=desk.today)
    after = _weighed(desk, before, typed, ours=any(one.given for one in found))
    named = tuple((one.given.offer.id, one.given.code) for one in found if one.given)
    after = after.with_look(named, desk.now)
    desk.keep(tx, after)
    return Seen(after.looks, tuple(_as_ours(desk, before, one) for one in found))


def again(tx: Connection, desk: Desk, number: int) -> Seen | None:
    """Say what is now to be said of the codes that a look found; None where that was long ago."""
    before = desk.seen(tx)
    looked = next((one for one in before.looked if one.number == number), None)
    if looked is None:
        return None
    found = tuple(_again(tx, desk, before, *named) for named in looked.found)
    return Seen(number, found or (NOT_OURS,))


def ticket(desk: Desk, verdict: Verdict) -> str:
    """Return what the button "used" carries, or nothing where there is nothing to mark."""
    given = verdict.given
    if verdict.state is not State.VALID or given is None or not given.own:
        return ""
    return desk.keys.pack(TICKET, desk.organization, desk.session, given.offer.id, given.code)


def mark(tx: Connection, desk: Desk, ticket: str) -> Verdict:
    """Mark a code as used, once; the same session that asks again is told that it did.

    Whoever comes second is told when it was used; who comes with a ticket of another session, that it is not theirs.
    Must run in a writing transaction.
    """
    named = _read(desk, ticket)
    if named is None:
        return NOT_OURS
    before = desk.held(tx)
    given = codes.kept(tx, desk.catalogue, desk.organization, *named)
    verdict = codes.verdict(given, None, desk.today) if given else NOT_OURS
    if verdict.state is not State.VALID or given is None:
        return _again(tx, desk, before, *named)
    row = {"mark": codes.mark_of(desk.keys, given), "content": desk.keys.pack(given.offer.id, str(desk.today))}
    if insert_missing(tx, redemption, [row]) == 0:
        used = codes.used(tx, desk.keys, [given])
        return _as_ours(desk, before, codes.verdict(given, used.get(row["mark"]), desk.today))
    journal.note(tx, {"redeemed": row})
    desk.keep(tx, before.with_mark(Marked(row["mark"], *named, desk.now)))
    return Verdict(State.MARKED, given, desk.today)


def undo(tx: Connection, desk: Desk, mark: str) -> Seen | None:
    """Take back that a code was used, and say what it is now.

    None where this session did not mark it in the last minutes, or has taken it back. Must run in a writing
    transaction.
    """
    before = desk.held(tx)
    mine = next((one for one in before.marked if one.mark == mark), None)
    if mine is None:
        return None
    tx.execute(delete(redemption).where(redemption.c.mark == mark))
    journal.note(tx, {"unredeemed": mark})
    after = before.without(mark).with_look(((mine.offer, mine.code),), desk.now)
    desk.keep(tx, after)
    return Seen(after.looks, (_again(tx, desk, after, mine.offer, mine.code),))


def _weighed(desk: Desk, before: Memory, typed: str, *, ours: bool) -> Memory:
    """Count a try; the same wrong code again, by a second tap, is none."""
    if ours:
        return replace(before, patience=before.patience.right())
    tried = desk.keys.desk(f"{desk.session}\0{exactly(typed)}")
    if tried == before.tried:
        return before
    return replace(before, patience=before.patience.wrong(desk.now), tried=tried)


def _read(desk: Desk, ticket: str) -> tuple[str, str] | None:
    """Return the offer and the code of a ticket of this desk and session."""
    try:
        kind, organization, session, offer, code = desk.keys.unpack(ticket)
    except ValueError:
        return None
    return (offer, code) if (kind, organization, session) == (TICKET, desk.organization, desk.session) else None


def _again(tx: Connection, desk: Desk, remembered: Memory, offer: str, code: str) -> Verdict:
    """Say what one code is now."""
    found = codes.look(tx, desk.keys, desk.catalogue, desk.organization, code, today=desk.today)
    mine = (one for one in found if one.given and (one.given.offer.id, one.given.code) == (offer, code))
    return _as_ours(desk, remembered, next(mine, NOT_OURS))


def _as_ours(desk: Desk, remembered: Memory, verdict: Verdict) -> Verdict:
    """Say of a code that this session has just marked that it did."""
    if verdict.state is not State.USED or verdict.given is None:
        return verdict
    mark = codes.mark_of(desk.keys, verdict.given)
    mine = any(one.mark == mark for one in remembered.marked)
    return replace(verdict, state=State.MARKED) if mine else verdict
