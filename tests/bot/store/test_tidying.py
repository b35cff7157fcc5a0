"""SQLite's log of writes is emptied soon and by the way; who cannot have it emptied is told."""

import asyncio
import logging
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from sqlalchemy import insert, select

from bot.store.engine import Store, open_store
from bot.store.migrate import migrate
from bot.store.tables import alarm
from handlers import serving
from handlers.worker import Worker
from tests.cast import NOON
from tests.databases import Cluster


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = open_store(f"sqlite:///{tmp_path}/kmzero.db")
    migrate(store)
    yield store
    store.close()


def write(store: Store, level: int) -> None:
    with store.write() as tx:
        tx.execute(insert(alarm).values(offer="nido", level=level, raised_at=NOON))


def size(folder: Path) -> int:
    return (folder / "kmzero.db-wal").stat().st_size


def test_the_log_of_writes_is_emptied_and_a_reader_of_an_old_state_holds_up_nobody(
    store: Store, tmp_path: Path
) -> None:
    write(store, 50)
    assert store.tidy()
    assert size(tmp_path) == 0
    with store.snapshot() as old:
        old.execute(select(alarm)).all()
        write(store, 25)
        start = time.monotonic()
        assert not store.tidy()
        write(store, 10)
        assert time.monotonic() - start < 0.5
        assert size(tmp_path) > 0
    assert store.tidy()
    assert size(tmp_path) == 0


def test_while_somebody_writes_it_waits_for_another_time(store: Store) -> None:
    write(store, 50)
    with store.write():
        assert not store.tidy()
    assert store.tidy()


def test_postgresql_has_nothing_to_empty(postgresql: Cluster) -> None:
    store = open_store(postgresql.fresh())
    assert store.tidy()
    store.close()


async def test_that_it_cannot_be_emptied_is_said_once(
    store: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(serving, "TIDY_SECONDS", 0.01)
    monkeypatch.setattr(serving, "HELD_UP", 0.2)
    face: Any = SimpleNamespace(tidy_worker=Worker(store), means=SimpleNamespace(store=store))
    write(store, 50)
    with caplog.at_level(logging.WARNING), store.snapshot() as old, suppress(TimeoutError):
        old.execute(select(alarm)).all()
        write(store, 25)
        await asyncio.wait_for(serving._tidy(cast("Any", face)), 0.5)
    face.tidy_worker.close()
    said = [record.message for record in caplog.records if "old state of the database" in record.message]
    assert 1 <= len(said) <= 2, "once in so long, not each time"
