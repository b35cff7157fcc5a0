"""What came of an organization's services, by quarter: people as its reports tell them, codes as it marked them itself.

What was used is told exactly, and no month of it: whoever stands at the desk has seen every one of these codes, so the
count adds nothing to what they know. Beside "taken", which is rounded and never of fewer than ten, it says at most that
about as many people came as took a code. Who they are it cannot say: a code has no person in it, one person may have
several, and people who open an old voucher again are counted as taking one.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from bot.catalogue.catalogue import Catalogue
from bot.insight import ledger
from bot.insight.ledger import Report
from bot.insight.quarters import Quarter
from bot.partners.codes import owner
from bot.partners.used import by_quarter
from bot.people.keys import Keys

MOST = 4  # quarters that are told
TABLES = ("shown", "claimed", "refused")
Told = int | None


@dataclass(frozen=True)
class Line:
    """One service in one quarter. `told` has the tables that the report has, None where a figure is hidden."""

    service: str
    told: Mapping[str, Told]
    used: int


@dataclass(frozen=True)
class Figures:
    """One quarter; `is_told` where its report is published."""

    quarter: Quarter
    is_told: bool
    lines: tuple[Line, ...]


def figures(tx: Connection, keys: Keys, catalogue: Catalogue, organization: str, today: date) -> list[Figures]:
    """Return the last quarters in which there is something to tell, that in course among them; the newest first."""
    reports = {one.quarter: one for one in ledger.newest_of(tx, "organization", organization, MOST)}
    used = {
        quarter: _of_services(tx, catalogue, counts)
        for quarter, counts in by_quarter(tx, keys, catalogue, organization).items()
    }
    now = Quarter.of(today)
    quarters = sorted({now, *reports, *used}, reverse=True)[: MOST + 1]
    services = [entry.id for entry in catalogue.entries.values() if entry.organization.id == organization]
    return [_quarter(one, reports.get(one), used.get(one, Counter()), services) for one in quarters]


def _of_services(tx: Connection, catalogue: Catalogue, counts: Counter[str]) -> Counter[str]:
    """Add up offers by their services."""
    found: Counter[str] = Counter()
    for offer, count in counts.items():
        if of := owner(tx, catalogue, offer):
            found[of[0].id] += count
    return found


def _quarter(quarter: Quarter, report: Report | None, used: Counter[str], services: list[str]) -> Figures:
    tables = {table: report.tables[table] for table in TABLES if table in report.tables} if report else {}
    named = dict.fromkeys([*tables.get("shown", services), *used])
    lines = (Line(one, {table: rows.get(one) for table, rows in tables.items()}, used[one]) for one in named)
    return Figures(quarter, report is not None, tuple(lines))
