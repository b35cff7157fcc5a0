"""Doing alone what takes long: of several processes the others wait, and a killed one holds up nobody.

No transaction lasts meanwhile, so everybody else goes on writing.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum

from sqlalchemy import text

from bot.store.engine import Store
from bot.store.file_locks import CODES, LEARNING, locked
from bot.store.locks import DatabaseLock


class Long(Enum):
    """What is done alone: the lock of PostgreSQL, and the end of the name of the file beside an SQLite one."""

    LEARNING = DatabaseLock.LEARNING, LEARNING
    CODES = DatabaseLock.CODES, CODES


@contextmanager
def alone(store: Store, what: Long) -> Iterator[None]:
    """Wait until no other process does this, and do it."""
    lock, file = what.value
    if store.sqlite:
        with locked(store.file, file):
            yield
        return
    key = {"lock": lock.value}
    with store.engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
        connection.execute(text("SELECT pg_advisory_lock(:lock)"), key)
        try:
            yield
        finally:
            connection.execute(text("SELECT pg_advisory_unlock(:lock)"), key)
