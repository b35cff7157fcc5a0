"""What employees report as wrong in an entry: how many people say so, never who."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Literal, get_args

from sqlalchemy import Connection, delete, insert, select, update

from bot.catalogue.local_time import local_day
from bot.people.keys import Keys
from bot.store.coordination import wrong_entry, wrong_told
from bot.store.inserts import insert_missing
from bot.store.locks import NamedLock, hold_named

Kind = Literal["phone", "hours", "address", "closed", "price", "code", "mute", "full"]
KINDS: tuple[Kind, ...] = get_args(Kind)
IN_VAIN: tuple[Kind, ...] = ("code", "mute", "full")  # no fault of the entry: people tried, and got nowhere
RECENT = timedelta(days=30)  # for which somebody's having tried in vain counts
ZONE = "UTC"  # of the days that are kept
ENOUGH = 3  # people who say that one service is wrong: then the coordinators are told


@dataclass(frozen=True)
class Wrong:
    """The open reports on a service: how many people, and how many of them for each kind, the most first.

    `in_vain` are the people behind the kinds of IN_VAIN together. Of those kinds only what is recent is open.
    """

    service: str
    people: int
    kinds: dict[Kind, int]
    in_vain: int

    @property
    def wants_a_look(self) -> bool:
        """Whether coordinators should look: one unanswered call or one full course is no news yet."""
        return self.in_vain >= ENOUGH or bool(self.kinds.keys() - {"mute", "full"})


def note(tx: Connection, keys: Keys, service: str, kind: Kind, *, release: int, user: str, now: datetime) -> None:
    """Keep a report: who says it twice counts once, from the last time on."""
    mark = keys.reporter(service, user)
    day = keys.pack(local_day(now, ZONE).isoformat()) if kind in IN_VAIN else None
    said = {"release": release, "reported_at": now, "content": day}
    if not insert_missing(tx, wrong_entry, [{"service": service, "kind": kind, "mark": mark, **said}]):
        same = wrong_entry.c.service == service, wrong_entry.c.kind == kind, wrong_entry.c.mark == mark
        tx.execute(update(wrong_entry).where(*same).values(**said))


def alarming(tx: Connection, keys: Keys, service: str, now: datetime, enough: int = ENOUGH) -> Wrong | None:
    """Return the reports on a service when they have just become enough; then None, until they are closed or old."""
    hold_named(tx, NamedLock.WRONG_ENTRY, service)  # two reports at once: the second sees the first
    found = next((one for one in open_reports(tx, keys, now, [service]) if one.people >= enough), None)
    told = select(wrong_told.c.service).where(
        wrong_told.c.service == service, wrong_told.c.told_at.between(now - RECENT, now + RECENT)
    )
    if found is None or tx.execute(told).first():
        return None
    tx.execute(delete(wrong_told).where(wrong_told.c.service == service))
    tx.execute(insert(wrong_told).values(service=service, told_at=now))
    return found


def open_reports(tx: Connection, keys: Keys, now: datetime, services: Iterable[str] | None = None) -> list[Wrong]:
    """Return the open reports, perhaps on some services only, those of most people first."""
    those = [] if services is None else [wrong_entry.c.service.in_(list(services))]
    found: dict[str, list[Any]] = {}
    for row in tx.execute(select(wrong_entry).where(*those)):
        if row.kind not in IN_VAIN or abs(local_day(now, ZONE) - day_of(row, keys)) <= RECENT:
            found.setdefault(row.service, []).append(row)
    return sorted((_counted(*one) for one in found.items()), key=lambda one: (-one.people, one.service))


def _counted(service: str, rows: list[Any]) -> Wrong:
    people = {kind: {row.mark for row in rows if row.kind == kind} for kind in KINDS}
    kinds = {kind: len(marks) for kind, marks in sorted(people.items(), key=lambda one: -len(one[1])) if marks}
    in_vain = set[str]().union(*(people[kind] for kind in IN_VAIN))
    return Wrong(service, len({row.mark for row in rows}), kinds, len(in_vain))


def day_of(row: Any, keys: Keys) -> date:
    """Return the day of a report; the first of its month where no day is kept."""
    kept: datetime = row.reported_at
    return date.fromisoformat(keys.unpack(row.content)[0]) if row.content else kept.date()


def close(tx: Connection, service: str, kinds: Iterable[Kind] = KINDS) -> int:
    """Drop the reports of some kinds: somebody has looked. Returns how many there were."""
    gone = delete(wrong_entry).where(wrong_entry.c.service == service, wrong_entry.c.kind.in_(list(kinds)))
    closed = tx.execute(gone).rowcount
    tx.execute(delete(wrong_told).where(wrong_told.c.service == service))
    return closed


def sweep(tx: Connection, before: datetime) -> int:
    """Forget reports that nobody has looked at since `before`; return how many they were. The next ones are new."""
    swept = tx.execute(delete(wrong_entry).where(wrong_entry.c.reported_at < before)).rowcount
    tx.execute(delete(wrong_told).where(wrong_told.c.service.not_in(select(wrong_entry.c.service))))
    return swept
