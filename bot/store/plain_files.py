"""Files that somebody named: read up to a size and in bounded time, also from a pipe that nobody writes to."""

import errno
import os
import select
import stat
import time
from pathlib import Path

PATIENCE = 10.0  # seconds for a pipe
PIECE = 1 << 20
NOT_WAITING = getattr(os, "O_NONBLOCK", 0)  # Windows has none, and no pipes with names of files


def read_up_to(file: Path, most: int) -> bytes:
    """Return what a file holds, or its first `most` bytes. Raises OSError, whose words are for the operator."""
    pieces, size, end = [], 0, time.monotonic() + PATIENCE
    try:
        descriptor = os.open(file, os.O_RDONLY | NOT_WAITING)
    except ValueError:  # a NUL in the name
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(file)) from None
    if stat.S_ISDIR(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(errno.EISDIR, os.strerror(errno.EISDIR), str(file))
    with os.fdopen(descriptor, "rb", buffering=0) as opened:
        while size < most and (piece := opened.read(min(PIECE, most - size))) != b"":
            if piece is None and not select.select([opened], [], [], max(0, end - time.monotonic()))[0]:
                raise OSError(errno.ETIMEDOUT, "nothing comes out of it", str(file))
            pieces.append(piece or b"")
            size += len(piece or b"")
    return b"".join(pieces)
