"""A process that may open no further file is one whose database is away: nothing is given up, all of it waits."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import OperationalError

NONE_LEFT = (errno.EMFILE, errno.ENFILE)  # to this process, to the machine


def none_left(error: BaseException | None) -> bool:
    """Tell whether something failed because no file can be opened."""
    cause = error.orig if isinstance(error, OperationalError) else error
    return isinstance(cause, OSError) and cause.errno in NONE_LEFT


@contextmanager
def as_trouble_of_the_database() -> Iterator[None]:
    """Raise sqlalchemy.exc.OperationalError where no file can be opened in the block."""
    try:
        yield
    except OSError as error:
        if none_left(error):
            raise OperationalError("too many open files", None, error) from error
        raise
