"""A new folder on the disk: whole, or not at all."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path


class Taken(Exception):
    """Where the folder should be there is something already; nothing was written."""


def look(folder: Path) -> None:
    """Raise Taken where the folder is a file, or has something in it."""
    if os.path.lexists(folder) and not (folder.is_dir() and not any(folder.iterdir())):
        raise Taken(str(folder))


def write(folder: Path, files: Mapping[str, str]) -> None:
    """Write the files beside the folder, and give them its name at the end: who is interrupted leaves nothing behind.

    Raises Taken, and OSError where the disk does not take them.
    """
    target = folder.resolve()
    look(target)
    beside = target.parent / f".{target.name}.{os.getpid()}"
    try:
        beside.mkdir()
        for name, text in files.items():
            file = beside / name
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
        if target.exists():
            _move_into(beside, target)
        else:
            beside.rename(target)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _move_into(beside: Path, target: Path) -> None:
    """Fill an empty folder that is there already: it may be where somebody stands, or a disk of its own."""
    try:
        for entry in beside.iterdir():
            entry.rename(target / entry.name)
    except BaseException:
        for entry in target.iterdir():
            shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
        raise
