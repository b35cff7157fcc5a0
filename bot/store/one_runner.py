"""One `kmzero run` at a time on one SQLite file: two would send everything twice, and a restore needs it to rest."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import ModuleType

from bot.store.private_files import open_private

fcntl: ModuleType | None = None
with suppress(ImportError):  # see bot.store.writers_queue
    import fcntl

SUFFIX = "-run"  # of the empty file beside the database


class AlreadyRuns(Exception):
    """Another program has the database."""


@contextmanager
def running(database: Path | None) -> Iterator[None]:
    """Have the database for ourselves until the end of the block; the kernel takes it from who is killed.

    Raises AlreadyRuns. PostgreSQL's processes share the work: there is nothing to have.
    """
    if database is None or fcntl is None:
        yield
        return
    with open_private(database.with_name(database.name + SUFFIX)) as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise AlreadyRuns from None
        yield
