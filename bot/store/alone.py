"""Doing alone what takes long: of several processes the others wait, and a killed one holds up nobody.

No transaction lasts meanwhile, so everybody else goes on writing.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import text

from bot.store.engine import Store
from bot.store.file_locks import LEARNING, locked
from bot.store.locks import DatabaseLock


@contextmanager
def learning(store: Store) -> Iterator[None]:
    """Wait until no other process learns the first release, or renews one; then be the one that does."""
    if store.sqlite:
        with locked(store.file, LEARNING):
            yield
        return
    lock = {"lock": DatabaseLock.LEARNING.value}
    with store.engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
        connection.execute(text("SELECT pg_advisory_lock(:lock)"), lock)
        try:
            yield
        finally:
            connection.execute(text("SELECT pg_advisory_unlock(:lock)"), lock)
