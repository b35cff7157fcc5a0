"""The database behind one door: readers and writers, SQLite as safe as it can be, PostgreSQL by URL."""

import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import DisconnectionError, OperationalError

from bot.store.writers_queue import turn

BUSY_SECONDS = 30
CONNECT_SECONDS = 3  # for PostgreSQL, which may be away
CONNECTIONS = 10  # to PostgreSQL, kept open: one for each thread of handlers.worker and two
RESTED = 1.0  # seconds unused after which a connection is asked whether it still works; SQLAlchemy would ask each time


class Store:
    """One database. `write` is one transaction that holds the writers' lock on SQLite from its first word."""

    def __init__(self, engine: Engine, file: Path | None = None) -> None:
        self.name = secrets.token_hex(8)  # who notifies: see bot.store.signals
        self.engine, self._file = engine.execution_options(kmzero_store=self.name), file
        self._writer = self.engine.execution_options(kmzero_writes=True)
        # Each statement of PostgreSQL's READ COMMITTED sees the newest state anyway: a transaction adds two trips.
        self._reader = self.engine if self.sqlite else self.engine.execution_options(isolation_level="AUTOCOMMIT")

    @property
    def sqlite(self) -> bool:
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def read(self) -> Iterator[Connection]:
        with self._reader.connect() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        with turn(self._file), self._writer.begin() as connection:
            yield connection

    def tidy(self) -> None:
        """Empty SQLite's log of writes, where what was deleted would lie on for a while; elsewhere nothing to do."""
        if self.sqlite:
            connection = self.engine.raw_connection()
            try:
                connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            finally:
                connection.close()

    def close(self) -> None:
        self.engine.dispose()


def open_store(url: str) -> Store:
    """Open the database at a SQLAlchemy URL; `sqlite:///file` and `postgresql+psycopg://…` are known to work.

    Raises sqlalchemy.exc.OperationalError where it cannot be opened or written.
    """
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        wait = {"connect_timeout": CONNECT_SECONDS}
        engine = create_engine(
            parsed, pool_size=CONNECTIONS, pool_use_lifo=True, hide_parameters=True, connect_args=wait
        )
        _look_after(engine)
        return Store(engine)
    file = _file(parsed)
    if file:
        file.parent.mkdir(parents=True, exist_ok=True)
    # isolation_level=None: the driver's own BEGIN comes too late (before the first write, not before the first read),
    # so two claims could read the same free code; `_begin` says BEGIN IMMEDIATE instead.
    connect = {"isolation_level": None, "timeout": BUSY_SECONDS}
    engine = create_engine(parsed, connect_args=connect, hide_parameters=True)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin)
    return Store(engine, file)


def _file(url: URL) -> Path | None:
    named = url.database and url.database != ":memory:" and not url.database.startswith("file:")
    return Path(url.database or "") if named else None


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    for pragma in ("foreign_keys = ON", "synchronous = FULL", "secure_delete = ON"):
        connection.execute(f"PRAGMA {pragma}")
    if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        connection.execute("PRAGMA journal_mode = WAL")


def _look_after(engine: Engine) -> None:
    """Put a new connection in the place of one that was lost while it rested."""

    def rests(_connection: Any, record: Any) -> None:
        record.info["used"] = time.monotonic()

    def is_used(connection: Any, record: Any, _proxy: Any) -> None:
        if time.monotonic() - record.info.get("used", float("inf")) > RESTED:
            try:
                engine.dialect.do_ping(connection)
            except engine.dialect.loaded_dbapi.Error as error:
                raise DisconnectionError from error

    event.listen(engine, "checkin", rests)
    event.listen(engine, "checkout", is_used)


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("kmzero_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def name_of(tx: Connection) -> str:
    """Return the name of the store whose transaction this is."""
    return str(tx.get_execution_options()["kmzero_store"])


def explain(error: OperationalError, url: str) -> str:
    """Say in one line, for the operator, what is the matter with the database."""
    place = make_url(url).render_as_string(hide_password=True)
    reason = str(error.orig).strip().splitlines()[0]
    if "locked" in reason:
        return f"{place}: another program holds the database; stop it, or wait, and try again"
    if "readonly" in reason:
        return f"{place}: the database file cannot be written; check the permissions of the file and of its folder"
    return f"{place}: {reason}"
