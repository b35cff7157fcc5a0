"""`kmzero retention`: by hand, all that `kmzero run` ends by the clock."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Table, func, insert, select

from bot.assembly import now
from bot.store.coordination import draft, notice, role, wrong_entry
from bot.store.engine import open_store
from bot.store.insight import unmet
from bot.store.reminders import reminder
from bot.store.tables import blocked, conversation, inbox, outbox, press
from bot.upkeep import DUTIES
from tests.bot.cli.conftest import Run

AGO = now() - timedelta(days=500)
DAY = AGO.date()

OLD: list[tuple[Table, dict[str, Any]]] = [
    (inbox, {"update_id": 1, "received_at": AGO, "done_at": AGO}),
    (inbox, {"update_id": 2, "received_at": AGO, "done_at": AGO, "failure": "ValueError"}),
    (outbox, {"chat": "", "method": "sendMessage", "created_at": AGO, "sent_at": AGO}),
    (outbox, {"chat": "", "method": "sendMessage", "created_at": AGO, "failure": "blocked"}),
    (press, {"mark": "a", "answered_at": AGO}),
    (notice, {"mark": "a", "chat": "sealed", "message": {}, "created_at": AGO}),
    (draft, {"role": 1, "base": 1, "stage": "examined", "name": "a.yaml", "files": {}, "made_at": AGO}),
    (wrong_entry, {"service": "a", "kind": "phone", "release": 1, "mark": "a", "reported_at": AGO}),
    (conversation, {"chat": "a", "state": {}, "updated_at": AGO}),
    (blocked, {"chat": "a", "since": AGO}),
    (unmet, {"month": DAY.replace(day=1), "need": "a", "town": "", "week": DAY, "mark": "a"}),
    (reminder, {"mark": "a", "chat": "sealed", "offer": "a", "kind": "ends", "due_on": DAY, "asked_at": AGO}),
    (reminder, {"mark": "a", "chat": "sealed", "offer": "a", "kind": "more", "due_on": DAY, "asked_at": AGO}),
]


@pytest.fixture
def old(database: Path) -> Path:
    """A database in which something of every kind was left more than a year ago."""
    store = open_store(f"sqlite:///{database}")
    with store.write() as tx:
        tx.execute(insert(role).values(number=1, language="it", since=AGO))
        for table, row in OLD:
            tx.execute(insert(table).values(row))
    store.close()
    return database


def left(database: Path) -> set[str]:
    store = open_store(f"sqlite:///{database}")
    with store.read() as tx:
        tables = {table for table, _ in OLD}
        found = {one.name for one in tables if tx.execute(select(func.count()).select_from(one)).scalar_one()}
    store.close()
    return found


def test_retention_leaves_nothing_of_what_is_over(run: Run, old: Path) -> None:
    assert run("retention") == 0
    assert left(old) == set()


def test_retention_says_of_every_row_what_went(run: Run, old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("retention") == 0
    said = dict(line.split(": ") for line in capsys.readouterr().out.splitlines())
    assert list(said) == [duty.what for duty in DUTIES if duty.table]
    assert sum(map(int, said.values())) == len(OLD)
    assert run("retention") == 0
    assert {line.split(": ")[1] for line in capsys.readouterr().out.splitlines()} == {"0"}
