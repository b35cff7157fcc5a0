"""Writers of one SQLite file wait in a queue, across processes.

SQLite's own waiting sleeps up to 0.1 s between two tries, and longer the longer one has waited: among many writers the
newcomer is served first, and some wait for seconds. Linux hands a flock on in the order in which it was asked for.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import ModuleType

from bot.store.private_files import open_private

fcntl: ModuleType | None = None
with suppress(ImportError):  # Windows has none: there SQLite's own waiting has to do
    import fcntl

SUFFIX = "-turns"  # of the empty file beside the database; beside, for SQLite loses its locks when we close its files


@contextmanager
def turn(database: Path | None) -> Iterator[None]:
    """Wait for our turn to write and have it until the end of the block; the kernel takes it from who is killed."""
    if database is None or fcntl is None:
        yield
        return
    with open_private(database.with_name(database.name + SUFFIX)) as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
