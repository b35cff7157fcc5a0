"""How long the reports of a quarter take: thirteen companies and the network, a hundred thousand things counted."""

import random
import time
from contextlib import suppress
from datetime import UTC, date, datetime
from itertools import count

from sqlalchemy import func, insert, select

from bot.catalogue.catalogue import Catalogue
from bot.editorial.check import check
from bot.editorial.folder.files import load
from bot.insight import publishing
from bot.insight.counting import shape
from bot.insight.ledger import NoReport
from bot.insight.quarters import Quarter
from bot.insight.tables import NETWORK, Owner
from bot.people.keys import Keys
from bot.store.engine import Store, open_store
from bot.store.insight import counted
from bot.store.migrate import migrate
from tests.soak.invented_quarters import quarter as invent
from tests.soak.ledger import Ledger

SUMMER, AFTER = Quarter(2026, 3), date(2026, 10, 2)
NOW = datetime(2026, 10, 2, 9, 0, tzinfo=UTC)
KEYS = Keys(b"k" * 32)
FILES = 4  # of each report: page, paper, tables, spreadsheet
TARGET, BEARABLE = 5.0, 15.0  # seconds: what is wanted, and what a slow hour does not reach


def fill(store: Store, catalogue: Catalogue, rows: int, quarter: Quarter = SUMMER, keys: Keys = KEYS) -> int:
    """Count invented people in the quarter until there are so many rows; return how many there are."""
    dice, known, marks = random.Random(1), shape(catalogue, quarter), count()
    with store.write() as tx:
        while (there := tx.execute(select(func.count()).select_from(counted)).scalar_one()) < rows:
            cells = [(cell, people) for cell, people in invent(dice, known).items() for people in range(people)]
            contents = (keys.pack(*cell) for cell, _ in cells)
            batch = [{"quarter": str(quarter), "mark": f"{next(marks):032x}", "content": one} for one in contents]
            tx.execute(insert(counted), batch[: rows - there])
    return rows


def all_reports(url: str, ledger: Ledger, catalogue: Catalogue, *, rows: int = 100_000) -> None:
    """Publish a quarter and make every file of every company and of the network."""
    store = open_store(url)
    migrate(store)
    fill(store, catalogue, rows)
    start, worked, files = time.perf_counter(), time.process_time(), 0
    owners: list[tuple[Owner, str]] = [("network", NETWORK), *(("company", one) for one in catalogue.companies)]
    for owner in owners:
        with suppress(NoReport):
            files += len(publishing.hand_out(store, KEYS, catalogue, owner, SUMMER, today=AFTER, now=NOW))
    seconds, worked = time.perf_counter() - start, time.process_time() - worked
    store.close()
    name = f"reports of {len(catalogue.companies)} companies and the network, {rows:,} counted"
    ledger.note(f"{name}: four files each", f"{files} files", ok=files == FILES * len(owners))
    said = f"{seconds:.1f} s, {worked:.1f} s of processor time"
    ledger.note_time(f"{name}, < {TARGET:.0f} s", said, ok=seconds < TARGET, bearable=seconds < BEARABLE)


def shipped(knowledge: str = "knowledge", today: date = AFTER) -> Catalogue:
    """Return the shipped catalogue."""
    from pathlib import Path  # noqa: PLC0415

    release = check(load(Path(__file__).parents[2] / knowledge), today).release
    assert release
    return Catalogue(1, release)
