"""Finding the files of a knowledge folder, and taking their bytes: nothing outside it, nothing that hangs."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from bot.editorial.problem import Position, Problem
from bot.editorial.tree import MAX_BYTES, Unreadable

Kind = Literal["network", "companies", "outside", "concepts", "golden", "needs", "organizations", "stray"]
SINGLE: dict[str, Kind] = {
    "network.yaml": "network",
    "companies.yaml": "companies",
    "outside.yaml": "outside",
    "concepts.yaml": "concepts",
    "golden.yaml": "golden",
}
FOLDERS: dict[str, Kind] = {"needs": "needs", "organizations": "organizations"}
YAML = (".yaml", ".yml")


class NoFolder(Exception):
    """There is no such folder, or it may not be read; the message is one line for the operator."""


@dataclass(frozen=True)
class Found:
    """A file by its name: what it should hold, where it is, and its path as it is shown to people."""

    kind: Kind
    path: Path
    name: str


def find_files(folder: Path) -> Iterator[Found]:
    """Yield the YAML files of a knowledge folder, in the order of their names. Raises NoFolder."""
    try:
        entries = sorted(os.listdir(folder))  # noqa: PTH208 - names are wanted, not paths
    except OSError as error:
        raise NoFolder(f"{shown(folder)}: {os.strerror(error.errno or 0)}") from None
    for entry in entries:
        if entry.startswith("."):
            continue
        path = folder / entry
        if entry.endswith(YAML):
            yield Found(SINGLE.get(entry, "stray"), path, shown(path))
        elif path.is_dir() and (entry in FOLDERS or not path.is_symlink()):
            yield from _inside(path, FOLDERS.get(entry, "stray"))


def _inside(folder: Path, kind: Kind) -> Iterator[Found]:
    try:
        entries = sorted(os.listdir(folder))  # noqa: PTH208 - names are wanted, not paths
    except OSError:
        entries = []
    for entry in entries:
        if entry.endswith(YAML) and not entry.startswith("."):
            yield Found(kind if entry.endswith(".yaml") else "stray", folder / entry, shown(folder / entry))


def read_bytes(path: Path, folder: Path) -> bytes:
    """Return the bytes of a regular file inside `folder`, at most MAX_BYTES + 1. Raises Unreadable."""
    position = Position(shown(path))
    try:
        inside = os.path.realpath(folder, strict=True) + os.sep
        if not os.path.realpath(path, strict=True).startswith(inside):
            raise Unreadable(Problem(position, "not-a-file", variant="outside"))
        # O_NONBLOCK: opening a FIFO that nobody writes to would wait for ever.
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        with os.fdopen(handle, "rb") as file:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise Unreadable(Problem(position, "not-a-file"))
            return file.read(MAX_BYTES + 1)
    except IsADirectoryError:
        raise Unreadable(Problem(position, "not-a-file")) from None
    except OSError as error:
        cause = os.strerror(error.errno or 0)
        raise Unreadable(Problem(position, "not-a-file", variant="refused", values={"cause": cause})) from None


def shown(path: Path) -> str:
    """Return a path that any terminal can print."""
    return printable(os.fsencode(path).decode("utf-8", "replace"))


def printable(text: str) -> str:
    """Replace the signs that would act on a terminal instead of being seen."""
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in text)
