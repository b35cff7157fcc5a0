"""What employees report as wrong in an entry: how many people say so, never who."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

from sqlalchemy import Connection, delete, func, insert, select

from bot.store.coordination import wrong_entry, wrong_told
from bot.store.inserts import insert_missing
from bot.store.locks import NamedLock, hold_named

Kind = Literal["phone", "hours", "address", "closed", "price", "code", "mute", "full"]
KINDS: tuple[Kind, ...] = get_args(Kind)
ENOUGH = 3  # people who say that one service is wrong: then the coordinators are told


@dataclass(frozen=True)
class Wrong:
    """The open reports on a service: how many people, and how many of them for each kind, the most first."""

    service: str
    people: int
    kinds: dict[Kind, int]


def note(tx: Connection, service: str, kind: Kind, *, release: int, mark: str, now: datetime) -> None:
    """Keep a report. `mark` is one-way, of the person and this service: who says it twice counts once."""
    row = {"service": service, "kind": kind, "release": release, "mark": mark, "reported_at": now}
    insert_missing(tx, wrong_entry, [row])


def alarming(tx: Connection, service: str, now: datetime, enough: int = ENOUGH) -> Wrong | None:
    """Return the reports on a service when they have just become enough; afterwards None, until they are closed."""
    hold_named(tx, NamedLock.WRONG_ENTRY, service)  # two reports at once: the second sees the first
    found = next((wrong for wrong in open_reports(tx, [service]) if wrong.people >= enough), None)
    if found is None or tx.execute(select(wrong_told).where(wrong_told.c.service == service)).first():
        return None
    tx.execute(insert(wrong_told).values(service=service, told_at=now))
    return found


def open_reports(tx: Connection, services: Iterable[str] | None = None) -> list[Wrong]:
    """Return the open reports, perhaps on some services only, those of most people first."""
    those = [] if services is None else [wrong_entry.c.service.in_(list(services))]
    people = select(wrong_entry.c.service, func.count(wrong_entry.c.mark.distinct())).where(*those)
    kinds = select(wrong_entry.c.service, wrong_entry.c.kind, func.count()).where(*those)
    by_kind: dict[str, dict[Kind, int]] = {}
    for service, kind, count in sorted(
        tx.execute(kinds.group_by(wrong_entry.c.service, wrong_entry.c.kind)), key=lambda row: -row[2]
    ):
        by_kind.setdefault(service, {})[kind] = count
    counted = tx.execute(people.group_by(wrong_entry.c.service)).all()
    return [Wrong(name, count, by_kind[name]) for name, count in sorted(counted, key=lambda row: (-row[1], row[0]))]


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
