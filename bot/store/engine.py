"""The database behind one door: readers and writers, SQLite as safe as it can be, PostgreSQL by URL."""

import secrets
import sqlite3
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, DBAPIError, DisconnectionError, OperationalError

from bot.errors import BadConfig
from bot.store import address, journal
from bot.store.file_locks import CODES, LEARNING, RUNS, TURNS, turn
from bot.store.journal import Journal
from bot.store.open_files import as_trouble_of_the_database
from bot.store.private_files import close_to_others, open_private

BUSY_SECONDS = 30
TIDY_SECONDS = 0.05  # that a writer may be held up while the log of writes is emptied
CONNECT_SECONDS = 3  # for PostgreSQL, which may be away
CONNECTIONS = 10  # to PostgreSQL, kept open; SQLAlchemy opens ten more while more threads work at once
CURES = {  # by what the database says
    "locked": "another program holds the database; stop it, or wait, and try again",
    "readonly": "the database file cannot be written; check the permissions of the file and of its folder",
    "password authentication failed": "user or password is wrong; in database.url % is written %25, and @ %40",
    "malformed": "the database is damaged: stop the bot, put it aside, and `kmzero restore` the last backup",
}
RESTED = 1.0  # seconds unused after which a connection is asked whether it still works; SQLAlchemy would ask each time


class Store:
    """One database. `write` is one transaction that holds the writers' lock on SQLite from its first word."""

    def __init__(self, engine: Engine, file: Path | None = None) -> None:
        self.name = secrets.token_hex(8)  # who notifies: see bot.store.signals
        self.engine, self.file = engine.execution_options(kmzero_store=self.name), file
        self._writer = self.engine.execution_options(kmzero_writes=True)
        self.journal: Journal | None = None  # of what a restored backup must not undo
        # Each statement of PostgreSQL's READ COMMITTED sees the newest state anyway: a transaction adds two trips.
        self._reader = self.engine if self.sqlite else self.engine.execution_options(isolation_level="AUTOCOMMIT")

    @property
    def sqlite(self) -> bool:
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def read(self) -> Iterator[Connection]:
        with as_trouble_of_the_database(), self._reader.connect() as connection:
            yield connection

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """Read everything as it is at one moment, while others write."""
        at_once = {} if self.sqlite else {"isolation_level": "REPEATABLE READ"}
        with as_trouble_of_the_database(), self.engine.execution_options(**at_once).begin() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        with as_trouble_of_the_database(), ExitStack() as until_committed:
            _enter(until_committed, turn(self.file))
            with self._writer.begin() as connection:
                noted = connection.info[journal.NOTED] = []
                yield connection
                if noted and self.journal:
                    _enter(until_committed, self.journal.holding(noted))

    def tidy(self) -> bool:
        """Empty SQLite's log of writes, where what was deleted lies on; False where somebody reads an older state.

        Nobody waits for it longer than TIDY_SECONDS. Elsewhere there is nothing to do.
        """
        if self.file is None or not self.file.exists():
            return True
        connection = sqlite3.connect(self.file, timeout=TIDY_SECONDS, isolation_level=None)
        try:
            connection.execute("PRAGMA wal_checkpoint(PASSIVE)")  # nearly all of it, while others write
            busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except sqlite3.OperationalError:  # locked: somebody writes
            return False
        finally:
            connection.close()
        return not busy

    def close(self) -> None:
        self.engine.dispose()


def _enter(stack: ExitStack, file: AbstractContextManager[None]) -> None:
    """Have a file that stands beside the database; without it nothing is committed, as without the database."""
    try:
        stack.enter_context(file)
    except OSError as error:
        raise OperationalError("a file beside the database", None, error) from error


def open_store(url: str) -> Store:
    """Open the database at an address: `sqlite:///file` or `postgresql+psycopg://…`.

    Raises BadConfig for what cannot be one, sqlalchemy.exc.DBAPIError where it cannot be opened or written.
    """
    parsed = address.parse(url)
    if parsed.get_backend_name() != "sqlite":
        return Store(_server(parsed))
    file = Path(parsed.database or "")
    address.may_be_ours(file)
    try:
        return open_file(file)
    except OSError as error:
        raise BadConfig(f"database.url: {file}: {error.strerror}") from None


def open_file(file: Path) -> Store:
    """Open an SQLite file, made where there is none. Raises OSError."""
    _keep_private(file)
    return Store(_embedded(URL.create("sqlite", database=str(file))), file)


def empty_store() -> Store:
    """Open a database in memory, for a command that only looks where there is none: looking makes no file."""
    return Store(_embedded(URL.create("sqlite")))


def _server(parsed: URL) -> Engine:
    wait = {"connect_timeout": CONNECT_SECONDS}
    try:
        engine = create_engine(
            parsed, pool_size=CONNECTIONS, pool_use_lifo=True, hide_parameters=True, connect_args=wait
        )
    except ImportError:
        raise BadConfig("database.url: PostgreSQL needs psycopg: pip install 'kmzero[postgresql]'") from None
    _look_after(engine)
    return engine


def _embedded(parsed: URL) -> Engine:
    # isolation_level=None: the driver's own BEGIN comes too late (before the first write, not before the first read),
    # so two claims could read the same free code; `_begin` says BEGIN IMMEDIATE instead.
    connect = {"isolation_level": None, "timeout": BUSY_SECONDS}
    engine = create_engine(parsed, connect_args=connect, hide_parameters=True)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin)
    return engine


def _keep_private(file: Path) -> None:
    """Make the file, or take it and its companions away from others; what SQLite adds later has the file's own mode."""
    file.parent.mkdir(parents=True, exist_ok=True)
    if not file.exists():
        with suppress(OSError):  # SQLite will say it in its own words
            open_private(file).close()
    for ending in ("", "-wal", "-shm", TURNS, RUNS, LEARNING, CODES):
        close_to_others(file.with_name(file.name + ending))


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    # Who commits would empty a large log of writes while all others wait for their turn: `tidy` does it beside them.
    for pragma in ("foreign_keys = ON", "synchronous = FULL", "secure_delete = ON", "wal_autocheckpoint = 0"):
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


def is_its_trouble(error: DBAPIError) -> bool:
    """Tell whether an error is the database's and not ours: it is away, locked, full or damaged."""
    return isinstance(error, OperationalError) or error.statement is None or type(error) is DatabaseError


def explain(error: DBAPIError, url: str) -> str:
    """Say in one line, for the operator, what is the matter with the database."""
    place = address.place(address.parse(url))
    reason = (str(error.orig).strip() or type(error.orig).__name__).splitlines()[0]
    cure = next((cure for sign, cure in CURES.items() if sign in reason), "")
    return f"{place}: {cure or reason}"
