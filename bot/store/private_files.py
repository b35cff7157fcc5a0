"""Files that only this account may read, whatever the umask says: the database, its key, backups, kits."""

import os
import stat
from pathlib import Path
from typing import BinaryIO

MODE = 0o600


def open_private(file: Path) -> BinaryIO:
    """Open a file to read and write, made where there is none. Raises OSError."""
    descriptor = os.open(file, os.O_RDWR | os.O_CREAT, MODE)
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        _hand_over(descriptor, file.parent)
    return os.fdopen(descriptor, "r+b")


def _hand_over(descriptor: int, folder: Path) -> None:
    """Let what root makes belong to the account that has the folder: the bot's, which must write it too."""
    mine, its = os.fstat(descriptor), folder.stat()
    if mine.st_uid == 0 and its.st_uid != 0 and stat.S_ISREG(mine.st_mode):
        os.fchown(descriptor, its.st_uid, its.st_gid)


def write_private(file: Path, content: bytes) -> None:
    """Write a whole file: the new content or the old one is there, never a part. Raises OSError."""
    fresh = file.with_name(f".{file.name}.{os.getpid()}")
    fresh.unlink(missing_ok=True)
    with open_private(fresh) as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())
    fresh.replace(file)


def close_to_others(file: Path) -> None:
    """Take a file away from everybody else; one that is not ours, or not there, stays as it is."""
    try:
        if file.stat().st_mode & 0o077:
            file.chmod(MODE)
    except (FileNotFoundError, PermissionError):
        return
