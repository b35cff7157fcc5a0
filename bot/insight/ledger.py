"""What was published, for good: a quarter is told once and whole, and every later asking reads the ledger.

All reports of a quarter are made together, whichever is asked for first, so that the order of asking tells nothing and
the attacker is held against all of them. Then the rows of people are gone: an erasure later changes no report.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, RowMapping, delete, exists, insert, select

from bot import apart
from bot.catalogue.catalogue import Catalogue
from bot.insight.counting import counts, shape, state
from bot.insight.quarters import Quarter
from bot.insight.suppression import figures, suppress
from bot.insight.tables import NETWORK, SMALL, Cell, Counts, Owner, Shape, lay_out
from bot.people.keys import Keys
from bot.store.insight import counted, page, publication
from bot.store.locks import NamedLock, hold_named

Figures = dict[str, dict[str, int | None]]  # table -> row -> people, None where hidden


class NotEnded(Exception):
    """The quarter is still open: a report now and one later would show the difference between them."""


class NoReport(Exception):
    """There is no report of this: too few people, no member then, or unknown."""


@dataclass(frozen=True)
class Report:
    """The figures of one report, as they were published. `companies` are those of a group."""

    kind: Owner
    id: str
    quarter: Quarter
    published_at: datetime
    digest: str
    tables: Figures
    companies: tuple[str, ...] = ()
    sides: Mapping[Cell, str] = field(default_factory=dict)  # see Draft; empty in a report of an earlier version


@dataclass(frozen=True)
class Draft:
    """What a quarter's reports will tell, worked out of the rows of `state`; `small` companies get none of theirs."""

    state: str
    told: Mapping[Cell, int | None]
    small: list[str]
    sides: Mapping[Cell, str]  # of hidden cells "low" or "high"; neither where one only protects others


def draft(tx: Connection, keys: Keys, catalogue: Catalogue, quarter: Quarter, *, today: date) -> Draft | None:
    """Work out what `publish` will write: it takes seconds, and others write meanwhile. None where there is nothing."""
    return drafts(tx, keys, catalogue, [quarter], today=today).get(quarter)


def drafts(
    tx: Connection, keys: Keys, catalogue: Catalogue, quarters: Iterable[Quarter], *, today: date
) -> dict[Quarter, Draft]:
    """Work out several quarters in one process of its own; those that are open, published or empty are left out."""
    jobs = {}
    for quarter in quarters:
        if quarter.ended(today) and not _published(tx, quarter):
            before = state(tx, quarter)  # first: whoever comes in between makes it another
            if found := counts(tx, keys, quarter):
                jobs[quarter] = (before, found, shape(catalogue, quarter))
    drafted: dict[Quarter, Draft] = apart.call("bot.insight.ledger:all_worked_out", jobs) if jobs else {}
    return drafted


def publish(
    tx: Connection,
    keys: Keys,
    catalogue: Catalogue,
    quarter: Quarter,
    *,
    today: date,
    now: datetime,
    drafted: Draft | None = None,
) -> None:
    """Publish all reports of a quarter, once. Must run in a writing transaction. Raises NotEnded, NoReport.

    What was `drafted` is taken if nothing was counted or erased since; else it is worked out here.
    """
    if not quarter.ended(today):
        raise NotEnded(str(quarter))
    hold_named(tx, NamedLock.QUARTER, str(quarter))
    if _published(tx, quarter):
        return
    if drafted is None or drafted.state != state(tx, quarter):
        found = counts(tx, keys, quarter)
        if not found:
            raise NoReport(str(quarter))
        drafted = worked_out("", found, shape(catalogue, quarter))
    reports: dict[tuple[Owner, str], list[tuple[Cell, int | None]]] = {("network", NETWORK): []}
    for cell, people in drafted.told.items():
        reports.setdefault((cell.kind, cell.id), []).append((cell, people))
    rows = [
        {"kind": kind, "id": name, "quarter": str(quarter), "published_at": now}
        | _content(cells, drafted.small if kind == "group" else [], drafted.sides)
        for (kind, name), cells in reports.items()
    ]
    tx.execute(insert(publication), rows)
    tx.execute(delete(counted).where(counted.c.quarter == str(quarter)))


def find(tx: Connection, kind: Owner, name: str, quarter: Quarter) -> Report:
    """Return a published report; a company without its own gets that of its group. Raises NoReport."""
    which = (publication.c.kind == kind, publication.c.id == name)
    row = tx.execute(select(publication).where(*which, publication.c.quarter == str(quarter))).mappings().first()
    if row is not None and row["figures"]["tables"]:
        return _read(row)
    if kind == "company":
        group = find(tx, "group", SMALL, quarter)
        if name in group.companies:
            return group
    raise NoReport(name)


def all_of(tx: Connection, quarter: Quarter) -> list[Report]:
    """Return all reports of a quarter that is published; nothing else."""
    rows = (
        select(publication).where(publication.c.quarter == str(quarter)).order_by(publication.c.kind, publication.c.id)
    )
    return [_read(row) for row in tx.execute(rows).mappings()]


def newest_of(tx: Connection, kind: Owner, name: str, most: int) -> list[Report]:
    """Return the last reports about somebody, the newest first."""
    which = (publication.c.kind == kind, publication.c.id == name)
    rows = tx.execute(select(publication).where(*which).order_by(publication.c.quarter.desc()).limit(most))
    return [_read(row) for row in rows.mappings()]


def keep_pages(tx: Connection, report: Report, pages: dict[str, bytes]) -> dict[str, bytes]:
    """Keep the files of a report and return them, or those that somebody kept meanwhile: all get the same bytes."""
    hold_named(tx, NamedLock.QUARTER, str(report.quarter))
    if earlier := pages_of(tx, report):
        return earlier
    key = {"kind": report.kind, "id": report.id, "quarter": str(report.quarter)}
    tx.execute(insert(page), [key | {"name": name, "content": content} for name, content in pages.items()])
    return pages


def pages_of(tx: Connection, report: Report) -> dict[str, bytes]:
    """Return the files of a report that was handed out before; else nothing."""
    which = (page.c.kind == report.kind, page.c.id == report.id, page.c.quarter == str(report.quarter))
    return {row.name: row.content for row in tx.execute(select(page.c.name, page.c.content).where(*which))}


def last_report(tx: Connection, company: str) -> Report | None:
    """Return the newest report that a company has been handed, its own or its group's; None before the first."""
    key = ("kind", "id", "quarter")
    handed = exists().where(*(page.c[name] == publication.c[name] for name in key))
    mine = ((publication.c.kind == "company") & (publication.c.id == company)) | (publication.c.kind == "group")
    rows = tx.execute(select(publication).where(handed, mine).order_by(publication.c.quarter.desc()))
    reports = (_read(row) for row in rows.mappings())
    return next((one for one in reports if one.kind == "company" or company in one.companies), None)


def _published(tx: Connection, quarter: Quarter) -> bool:
    return bool(tx.execute(select(exists().where(publication.c.quarter == str(quarter)))).scalar())


def worked_out(of: str, found: Counts, known: Shape) -> Draft:
    """Return what the reports of counts will tell; with many companies the attacker takes seconds."""
    layout = lay_out(found, known)
    shown = suppress(layout)
    told = figures(layout, shown)
    companies = {cell.id for cell in layout.truth if cell.kind == "company"}
    sides = dict.fromkeys(shown.low, "low") | dict.fromkeys(shown.high, "high")
    return Draft(of, told, sorted(companies - {cell.id for cell in told}), sides)


def all_worked_out(jobs: Mapping[Quarter, tuple[str, Counts, Shape]]) -> dict[Quarter, Draft]:
    return {quarter: worked_out(*job) for quarter, job in jobs.items()}


def _content(cells: list[tuple[Cell, int | None]], companies: list[str], sides: Mapping[Cell, str]) -> dict[str, Any]:
    tables: Figures = {}
    for cell, people in cells:
        tables.setdefault(cell.table, {})[cell.value] = people
    # Why a cell is hidden is what the attacker is taken to know: an evaluation later must not add to it.
    why = [[cell.table, cell.value, sides[cell]] for cell, _ in cells if cell in sides]
    content = {"tables": tables, "companies": companies, "sides": why}
    return with_digest(content)


def with_digest(figures: dict[str, Any]) -> dict[str, Any]:
    """Return figures as a row keeps them, with what tells whether they were changed since."""
    return {"figures": figures, "digest": sha256(json.dumps(figures, sort_keys=True).encode()).hexdigest()}


def _read(row: RowMapping) -> Report:
    content = row["figures"]
    quarter = Quarter.parse(row["quarter"])
    companies = tuple(content["companies"])
    sides = {Cell(row["kind"], row["id"], *cell): side for *cell, side in content.get("sides", [])}
    told = (row["published_at"], row["digest"], content["tables"])
    return Report(row["kind"], row["id"], quarter, *told, companies, sides)
