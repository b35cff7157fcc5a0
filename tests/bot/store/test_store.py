"""The database: what SQLite is told, migrations, and words for who runs it."""

import importlib
import inspect
import pkgutil
import sqlite3
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import event, insert, select, text
from sqlalchemy.exc import OperationalError

import bot.store
from bot.store import engine
from bot.store import migrate as migration
from bot.store.engine import Store, explain, open_store
from bot.store.migrate import NewerDatabase, migrate
from bot.store.tables import inbox, metadata


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    store = open_store(database_url)
    yield store
    store.close()


@pytest.fixture
def sqlite_store(tmp_path: Path) -> Iterator[Store]:
    store = open_store(f"sqlite:///{tmp_path / 'house.db'}")
    yield store
    store.close()


# SQLAlchemy reads no index of an expression back from SQLite; on PostgreSQL it is compared.
@pytest.mark.filterwarnings("ignore:autogenerate skipping metadata-specified expression-based index")
@pytest.mark.filterwarnings("ignore:Skipped unsupported reflection of expression-based index")
def test_the_migrations_make_exactly_the_tables_of_the_code(store: Store) -> None:
    for module in pkgutil.iter_modules(bot.store.__path__, "bot.store."):
        importlib.import_module(module.name)  # each may bring tables
    migrate(store)
    with store.read() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_eight_starts_at_once_migrate_once(database_url: str) -> None:
    empty = open_store(database_url)
    with empty.write() as tx:
        metadata.drop_all(tx)
        tx.execute(text("DROP TABLE IF EXISTS alembic_version"))
    empty.close()

    def start(_number: int) -> None:
        mine = open_store(database_url)
        migrate(mine)
        mine.close()

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(start, range(8)))


def test_a_newer_database_is_not_touched(store: Store) -> None:
    migrate(store)
    with store.write() as tx:
        tx.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(NewerDatabase):
        migrate(store)


def test_the_known_revision_is_the_newest_migration() -> None:
    newest = max(file.name[:4] for file in (migration.MIGRATIONS / "versions").glob("*.py"))
    assert newest == migration.HEAD


@pytest.mark.parametrize(
    ("pragma", "value"), [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("secure_delete", 1)]
)
def test_sqlite_is_told_to_lose_nothing(sqlite_store: Store, pragma: str, value: object) -> None:
    told = inspect.unwrap(engine._prepare_sqlite)  # as the program has it: tests wait for no disk
    event.listen(sqlite_store.engine, "connect", told)
    with sqlite_store.read() as connection:
        assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value


def test_a_writer_holds_the_lock_from_its_first_word(sqlite_store: Store, tmp_path: Path) -> None:
    migrate(sqlite_store)
    with sqlite_store.write():
        other = sqlite3.connect(tmp_path / "house.db", timeout=0, isolation_level=None)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        other.close()


def test_writers_of_one_sqlite_file_are_served_in_the_order_in_which_they_asked(sqlite_store: Store) -> None:
    migrate(sqlite_store)
    served: list[int] = []

    def write(number: int) -> None:
        with sqlite_store.write():
            served.append(number)

    with ThreadPoolExecutor(6) as threads, sqlite_store.write():
        for number in range(6):
            threads.submit(write, number)
            time.sleep(0.05)
        assert served == []
    assert served == list(range(6))


def test_times_come_back_aware_and_in_utc(store: Store) -> None:
    migrate(store)
    moment = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)
    with store.write() as tx:
        tx.execute(insert(inbox).values(update_id=2**40, received_at=moment))
        assert tx.execute(select(inbox.c.received_at)).scalar() == moment


def test_a_locked_database_says_so(tmp_path: Path) -> None:
    file = tmp_path / "house.db"
    holder = sqlite3.connect(file, isolation_level=None)
    holder.execute("CREATE TABLE t (x)")
    holder.execute("BEGIN EXCLUSIVE")
    blocked = sqlite3.connect(file, timeout=0)
    with pytest.raises(sqlite3.OperationalError) as caught:
        blocked.execute("SELECT * FROM t")
    error = OperationalError("", None, caught.value)
    assert "another program holds the database" in explain(error, f"sqlite:///{file}")
    holder.close()
    blocked.close()


def test_a_database_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'house.db'}"
    store = open_store(url)
    migrate(store)
    with store.write() as tx:
        tx.exec_driver_sql("PRAGMA query_only = ON")
    with pytest.raises(OperationalError) as caught, store.write() as tx:
        tx.execute(insert(inbox).values(update_id=1, received_at=datetime(2026, 11, 24, tzinfo=UTC)))
    assert "cannot be written" in explain(caught.value, url)
    store.close()


def test_threads_migrate_databases_of_their_own_at_once(tmp_path: Path) -> None:
    def start(number: int) -> None:
        mine = open_store(f"sqlite:///{tmp_path / f'{number}.db'}")
        migrate(mine)
        mine.close()

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(start, range(4)))


def test_a_connection_that_was_lost_while_it_rested_is_replaced(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "RESTED", 0.0)
    store, other = open_store(database_url), open_store(database_url)
    with store.read() as tx:
        tx.execute(select(1))
    if not store.sqlite:
        with other.write() as tx:
            others = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
            assert tx.execute(text(f"SELECT pg_terminate_backend(pid) {others}")).all()
    with store.read() as tx:
        assert tx.execute(select(1)).scalar() == 1
    store.close()
    other.close()
