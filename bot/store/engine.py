"""The database behind one door: readers and writers, SQLite as safe as it can be, PostgreSQL by URL."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import OperationalError

from bot.store.turns import turn

BUSY_SECONDS = 30
CONNECT_SECONDS = 3  # for PostgreSQL, which may be away


class Store:
    """One database. `write` is one transaction that holds the writers' lock on SQLite from its first word."""

    def __init__(self, engine: Engine, file: Path | None = None) -> None:
        self.engine, self._file = engine, file
        self._writer = engine.execution_options(kmzero_writes=True)

    @property
    def sqlite(self) -> bool:
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def read(self) -> Iterator[Connection]:
        with self.engine.connect() as connection:
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
        return Store(create_engine(parsed, pool_pre_ping=True, hide_parameters=True, connect_args=wait))
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


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("kmzero_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def explain(error: OperationalError, url: str) -> str:
    """Say in one line, for the operator, what is the matter with the database."""
    place = make_url(url).render_as_string(hide_password=True)
    reason = str(error.orig).strip().splitlines()[0]
    if "locked" in reason:
        return f"{place}: another program holds the database; stop it, or wait, and try again"
    if "readonly" in reason:
        return f"{place}: the database file cannot be written; check the permissions of the file and of its folder"
    return f"{place}: {reason}"
