"""Locks between processes of one machine, by an empty file: the kernel takes them from who is killed.

SQLite's own waiting sleeps up to 0.1 s between two tries, and longer the longer one has waited: among many writers the
newcomer is served first, and some wait for seconds. Linux hands a flock on in the order in which it was asked for.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from types import ModuleType
from typing import BinaryIO

from bot.store.private_files import open_private

fcntl: ModuleType | None = None
with suppress(ImportError):  # Windows has none: there SQLite's own waiting has to do
    import fcntl

# Of the empty files beside the database; beside, for SQLite loses its locks when we close its files.
TURNS, RUNS, LEARNING, CODES = "-turns", "-run", "-learning", "-codes"


class AlreadyRuns(Exception):
    """Another program has the database."""


def lock(file: BinaryIO, *, wait: bool = True) -> None:
    """Have a file for ourselves until it is closed. Raises BlockingIOError where somebody has it and we do not wait."""
    if fcntl is not None:
        fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))


def turn(database: Path | None) -> AbstractContextManager[None]:
    """Wait for our turn to write an SQLite file and have it until the end of the block."""
    return locked(database, TURNS)


@contextmanager
def locked(database: Path | None, what: str) -> Iterator[None]:
    """Wait for one of the empty files beside an SQLite file and have it until the end of the block."""
    if database is None or fcntl is None:
        yield
        return
    with open_private(database.with_name(database.name + what)) as file:
        lock(file)
        yield


@contextmanager
def running(database: Path | None) -> Iterator[None]:
    """Have an SQLite file for one `kmzero run`, or a restore: two would send everything twice. Raises AlreadyRuns.

    PostgreSQL's processes share the work: there is nothing to have.
    """
    if database is None or fcntl is None:
        yield
        return
    with open_private(database.with_name(database.name + RUNS)) as file:
        try:
            lock(file, wait=False)
        except BlockingIOError:
            raise AlreadyRuns from None
        yield
