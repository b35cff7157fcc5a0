"""`kmzero retention`: by hand, all that `kmzero run` ends by the clock."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Table, func, insert, select

from bot import assembly
from bot.assembly import now
from bot.people.keys import load_keys
from bot.store import clock
from bot.store.coordination import draft, notice, role, wrong_entry
from bot.store.engine import open_store
from bot.store.file_locks import running
from bot.store.insight import unmet
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
    (blocked, {"chat": "a", "since": AGO}),
    (unmet, {"month": DAY.replace(day=1), "mark": "a", "content": "s2."}),
]


@pytest.fixture
def old(database: Path) -> Path:
    """A database in which something of every kind was left more than a year ago."""
    store = open_store(f"sqlite:///{database}")
    with store.write() as tx:
        tx.execute(insert(role).values(number=1, language="it", since=AGO))
        keys = load_keys(database.with_suffix(".key"))
        tx.execute(insert(conversation).values(chat="a", state=keys.pack(AGO.isoformat(), "{}")))
        for table, row in OLD:
            tx.execute(insert(table).values(row))
    store.close()
    return database


def left(database: Path) -> set[str]:
    store = open_store(f"sqlite:///{database}")
    with store.read() as tx:
        tables = {table for table, _ in OLD} | {conversation}
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
    assert sum(map(int, said.values())) == len(OLD) + 1
    assert run("retention") == 0
    assert {line.split(": ")[1] for line in capsys.readouterr().out.splitlines()} == {"0"}


def test_by_a_clock_that_cannot_be_right_nothing_goes_before_somebody_says_so(
    run: Run, old: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "AHEAD", timedelta(days=3))
    monkeypatch.setattr(assembly, "now", lambda: datetime(2027, 11, 24, 11, 0, tzinfo=UTC))
    before = left(old)
    for words in (["retention"], ["report", "network", "--quarter", "2026Q3"]):
        assert run(*words) == 2
        said = capsys.readouterr().err
        assert "far ahead of the newest time in the database" in said
        assert "--yes-the-clock-is-right" in said
    assert left(old) == before
    assert run("retention", "--yes-the-clock-is-right") == 0
    assert left(old) == set()


def test_while_the_bot_runs_nothing_is_restored(
    run: Run, database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("backup", str(tmp_path / "night")) == 0
    with running(database):
        assert run("restore", str(tmp_path / "night"), "--yes") == 2
        assert "stop it first" in capsys.readouterr().err
    assert run("restore", str(tmp_path / "night"), "--yes") == 0
